"""Attention as CTranslate2 keeps it, made into Python's numbers only where somebody looks.

Most of it is never looked at, and as lists of floats it takes eight times the room.
"""

from collections.abc import Iterator, Sequence
from typing import Any, overload

__all__ = ["Rows"]


class Rows(Sequence[Sequence[float]]):
    """The attention of one hypothesis: a row a target piece, a weight a source piece.

    Args:
        result: What CTranslate2 returned.
        rank: Which of its hypotheses.
        rows: Target pieces that belong to the text.
        columns: Source pieces that do.
    """

    __slots__ = ("_columns", "_made", "_rank", "_result", "_rows")

    def __init__(self, result: Any, rank: int, rows: slice, columns: slice) -> None:
        self._result = result
        self._rank = rank
        self._rows = rows
        self._columns = columns
        self._made: list[Sequence[float]] | None = None

    def __len__(self) -> int:
        return len(self._numbers())

    @overload
    def __getitem__(self, index: int) -> Sequence[float]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sequence[float]]: ...
    def __getitem__(self, index: int | slice) -> Sequence[float] | Sequence[Sequence[float]]:
        return self._numbers()[index]

    def __iter__(self) -> Iterator[Sequence[float]]:
        return iter(self._numbers())

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def _numbers(self) -> list[Sequence[float]]:
        if self._made is None:
            table = self._result.attention[self._rank]
            self._made = [row[self._columns] for row in table[self._rows]]
            self._result = None
        return self._made
