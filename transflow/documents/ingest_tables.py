"""Tables of a saved page: which cell is in which column."""

from typing import Any

__all__ = ["grid"]


def grid(rows: list[list[Any]]) -> list[list[Any]]:
    """The cells of each row in their columns; None where a wide or high cell reaches."""
    filled: list[list[Any]] = []
    open_below: dict[int, int] = {}
    for row in rows:
        line: list[Any] = []
        cells = iter(row)
        below = {column: rest - 1 for column, rest in open_below.items() if rest > 1}
        while True:
            if open_below.get(len(line)):
                line.append(None)
                continue
            cell = next(cells, None)
            if cell is None:
                break
            wide, high = _span_of(cell, "colspan"), _span_of(cell, "rowspan")
            if high > 1:
                below.update(dict.fromkeys(range(len(line), len(line) + wide), high - 1))
            line += [cell, *[None] * (wide - 1)]
        filled.append(line)
        open_below = below
    return [line for line in filled if any(cell is not None for cell in line)]


def _span_of(cell: Any, name: str) -> int:
    text = cell.get(name) or ""
    return min(int(text), 50) if text.isdecimal() and int(text) else 1
