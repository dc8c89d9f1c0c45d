"""Columns of bytes, as comrak counts them, to places in a text."""

from itertools import accumulate

__all__ = ["Columns"]

_BEGINS = bytes(byte & 0xC0 != 0x80 for byte in range(256))
"""Every byte but a continuation byte begins a character."""


class Columns:
    """Columns of bytes, as comrak counts them, to places in a line."""

    def __init__(self, line: str) -> None:
        self._count: list[int] | None = None
        if "\0" in line or not line.isascii():
            data = line.replace("\0", "\ufffd").encode()
            self._count = list(accumulate(data.translate(_BEGINS), initial=0))

    def place(self, column: int) -> int:
        """The place of the character at a 1-based column of bytes."""
        if self._count is None:
            return column - 1
        return self._count[min(column - 1, len(self._count) - 1)]

    def end(self, column: int) -> int:
        """The place behind the character whose last byte is at a column."""
        return column if self._count is None else self._count[min(column, len(self._count) - 1)]
