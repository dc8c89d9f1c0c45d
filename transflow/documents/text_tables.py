"""Tables of plain text: columns parted by blanks, tabs or dots, three lines or more.

Each cell is a unit: as one paragraph its rows would run into one sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Cell", "is_row", "padded", "table_in", "width"]

Range = tuple[int, int]

_GAP = re.compile(r"[ \u00a0]*\t[ \u00a0]*|[ \u00a0]{2,}|[ \u00a0]*\.{4,}[ \u00a0]*")
"""What parts two cells."""
_RULE = re.compile(r"[-=_+|*~:. ]+")
_FIGURE = re.compile(r"[^\w\s]{0,2}\d[\d\s.,:/%–-]*\w{0,3}[^\w\s]?|[-–—]|n/a|\.\.", re.IGNORECASE)
_ROWS = 3
_WORDS = 6
"""A cell of more words is a sentence."""
_FAR = 8
"""Letters that a cell may stand off its column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its range in the source, and the number of its row and column."""

    place: Range
    row: int
    column: int


def cells(source: str, lines: Sequence[Range]) -> list[Cell]:
    """The cells of a table, row by row; none where the lines are none.

    Args:
        source: The article.
        lines: The range of each line's content, of neighbouring lines.
    """
    split = [
        (number, _split(source, line))
        for number, line in enumerate(lines)
        if not _RULE.fullmatch(source, *line)
    ]
    rows = [row for _, row in split]
    if len(rows) < _ROWS or min(map(len, rows)) < 2:
        return []
    if not _are_short([source[slice(*cell)] for row in rows for cell in row]):
        return []
    starts = {line: source.rfind("\n", 0, line[0]) + 1 for line in lines}
    columns = _columns([[_shifted(c, -starts[lines[n]]) for c in r] for n, r in split])
    if not columns:
        return []
    return [
        Cell(place, number, column)
        for (number, row), numbers in zip(split, columns, strict=True)
        for place, column in zip(row, numbers, strict=True)
    ]


def table_in(source: str, lines: Sequence[Range]) -> tuple[int, int, list[Cell]]:
    """The first line of a table among neighbouring lines, the one behind its last, and its cells; a caption may stand above.

    Args:
        source: The article.
        lines: The range of each line's content.
    """
    if len(lines) < _ROWS or not _GAP.search(source, lines[0][0], lines[-1][1]):
        return 0, 0, []
    if found := cells(source, lines):
        return 0, len(lines), found
    rows = [number for number, line in enumerate(lines) if is_row(source, line)]
    if len(rows) < _ROWS:
        return 0, 0, []
    begin, end = rows[0], rows[-1] + 1
    if begin and len(_split(source, lines[begin - 1])) > 1:
        begin -= 1
    return begin, end, cells(source, lines[begin:end])


def is_row(source: str, line: Range) -> bool:
    """Whether a line looks like one of a table: short texts with gaps between, a figure last."""
    found = [source[slice(*cell)] for cell in _split(source, line)]
    return len(found) > 1 and _FIGURE.fullmatch(found[-1]) is not None and _are_short(found)


def _split(source: str, line: Range) -> list[Range]:
    found: list[Range] = []
    at = line[0]
    for gap in _GAP.finditer(source, *line):
        found.append((at, gap.start()))
        at = gap.end()
    return [cell for cell in (*found, (at, line[1])) if cell[0] < cell[1]]


def _are_short(texts: Sequence[str]) -> bool:
    """Whether they are cells: few words each, and figures among them, no sentences set in two columns."""
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
    return figures * 4 >= len(texts) and all(len(text.split()) <= _WORDS for text in texts)


def _shifted(place: Range, by: int) -> Range:
    return place[0] + by, place[1] + by


def _columns(rows: Sequence[Sequence[Range]]) -> list[list[int]]:
    """The column of each cell; nothing where they stand in none."""
    most = max(map(len, rows))
    whole = [row for row in rows if len(row) == most]
    if len(whole) * 2 < len(rows):
        return []
    spans = [(min(r[at][0] for r in whole), max(r[at][1] for r in whole)) for at in range(most)]
    found: list[list[int]] = []
    for row in rows:
        if len(row) == most:
            found.append(list(range(most)))
            continue
        numbers = [_nearest(cell, spans) for cell in row]
        far = any(_off(cell, spans[at]) > _FAR for cell, at in zip(row, numbers, strict=True))
        if far or sorted(set(numbers)) != numbers:
            return []
        found.append(numbers)
    return found


def _nearest(cell: Range, columns: Sequence[Range]) -> int:
    return min(range(len(columns)), key=lambda at: _off(cell, columns[at]))


def _off(cell: Range, column: Range) -> float:
    """How far a cell is from a column: nothing where it is in it."""
    return abs((cell[0] + cell[1]) - (column[0] + column[1])) / 2 if _apart(cell, column) else 0.0


def _apart(cell: Range, column: Range) -> bool:
    return cell[1] <= column[0] or column[1] <= cell[0]


def width(text: str) -> int:
    """How many letters wide a text is where all are equally wide; ideographs are two."""
    return sum(2 if "\u2e80" <= letter <= "\uffef" else 1 for letter in text)


def padded(text: str, original: str) -> str:
    """A cell's translation as wide as the original, where that was wider: the next column stays in its place."""
    return text + " " * (width(original) - width(text))
