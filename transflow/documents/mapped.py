"""Text that knows where each of its characters stands in the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Builder", "Mapped", "identity"]

_COPIED = -1


@dataclass(slots=True)
class Mapped:
    """A text in pieces, each of which is copied from the source or stands for a part of it.

    In a piece that is copied every character stands for itself; every character of another one
    stands for all of its part: that of a decoded entity for the entity, an inserted one for nothing.
    """

    text: str
    at: Sequence[int]
    """Where each piece begins in the text."""
    begin: Sequence[int]
    """Where it begins in the source, and `end`: where the part ends; -1 where it is copied."""
    end: Sequence[int]

    def cut(self, start: int, end: int) -> "Mapped":
        """The part `text[start:end]`."""
        if not start and end == len(self.text):
            return self
        if len(self.at) == 1:
            text = self.text[start:end]
            if not text:
                return Mapped("", (), (), ())
            by = start if self.end[0] == _COPIED else 0
            return Mapped(text, (0,), (self.begin[0] + by,), self.end)
        builder = Builder()
        builder.take(self, start, min(end, len(self.text)))
        return builder.build()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source range of `text[start:end]`; of an empty part, the place it stands at."""
        if start < end:
            if len(self.at) == 1 and self.end[0] == _COPIED:
                begin = self.begin[0]
                return begin + start, begin + end
            return self.place(start), self._behind(end - 1)
        if start < len(self.text):
            return (self.place(start),) * 2
        return (self._behind(len(self.text) - 1) if self.text else 0,) * 2

    def place(self, index: int) -> int:
        """Where the character at an index begins in the source."""
        if len(self.at) == 1:
            return self.begin[0] + index if self.end[0] == _COPIED else self.begin[0]
        piece = bisect_right(self.at, index) - 1
        begin = self.begin[piece]
        return begin + index - self.at[piece] if self.end[piece] == _COPIED else begin

    def _behind(self, index: int) -> int:
        """Where it ends."""
        piece = bisect_right(self.at, index) - 1
        end = self.end[piece]
        return self.begin[piece] + index - self.at[piece] + 1 if end == _COPIED else end

    def reworded(self, text: str) -> "Mapped":
        """Another text of the same length in its place."""
        return Mapped(text, self.at, self.begin, self.end)


@dataclass(slots=True)
class Builder:
    """Puts a `Mapped` together from left to right."""

    parts: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    begin: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    size: int = 0

    def copy(self, text: str, start: int) -> None:
        """Add `text` as it stands in the source from `start` on."""
        self.put(text, start, _COPIED)

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text` in the place of the source range `start` to `end`."""
        if text:
            self.parts.append(text)
            self.at.append(self.size)
            self.begin.append(start)
            self.end.append(end)
            self.size += len(text)

    def take(self, mapped: Mapped, start: int, end: int) -> None:
        """Add a part of another mapped text."""
        if start >= end:
            return
        first = bisect_right(mapped.at, start) - 1
        last = bisect_left(mapped.at, end, first)
        by = self.size - start
        self.parts.append(mapped.text[start:end])
        self.at.append(self.size)
        self.at.extend(place + by for place in mapped.at[first + 1 : last])
        copied = mapped.end[first] == _COPIED
        self.begin.append(mapped.begin[first] + (start - mapped.at[first] if copied else 0))
        self.begin.extend(mapped.begin[first + 1 : last])
        self.end.extend(mapped.end[first:last])
        self.size += end - start

    def build(self) -> Mapped:
        """The text put together."""
        return Mapped("".join(self.parts), self.at, self.begin, self.end)


def identity(source: str, start: int = 0, end: int | None = None) -> Mapped:
    """The source itself, or a part of it, as a mapped text."""
    text = source[start:end]
    return Mapped(text, (0,), (start,), (_COPIED,)) if text else Mapped("", (), (), ())
