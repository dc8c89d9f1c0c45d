"""Text that knows where each of its characters stands in the source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Builder", "Mapped", "identity"]


@dataclass(slots=True)
class Mapped:
    """A text and, for each character, the range of the source it stands for.

    `begin` and `end` are non-decreasing; a decoded entity has the whole entity as its range, an
    inserted character an empty one.
    """

    text: str
    begin: Sequence[int]
    end: Sequence[int]

    def cut(self, start: int, end: int) -> "Mapped":
        """The part `text[start:end]`."""
        return Mapped(self.text[start:end], self.begin[start:end], self.end[start:end])

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source range of `text[start:end]`; of an empty part, the place it stands at."""
        if start < end:
            return self.begin[start], self.end[end - 1]
        if start < len(self.text):
            return self.begin[start], self.begin[start]
        place = self.end[-1] if self.end else 0
        return place, place


@dataclass(slots=True)
class Builder:
    """Puts a `Mapped` together from left to right."""

    parts: list[str] = field(default_factory=list)
    begin: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.begin)

    def copy(self, text: str, start: int) -> None:
        """Add `text` as it stands in the source from `start` on."""
        self.parts.append(text)
        stop = start + len(text)
        self.begin.extend(range(start, stop))
        self.end.extend(range(start + 1, stop + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text` in the place of the source range `start` to `end`."""
        self.parts.append(text)
        self.begin.extend([start] * len(text))
        self.end.extend([end] * len(text))

    def take(self, mapped: Mapped, start: int, end: int) -> None:
        """Add a part of another mapped text."""
        self.parts.append(mapped.text[start:end])
        self.begin.extend(mapped.begin[start:end])
        self.end.extend(mapped.end[start:end])

    def build(self) -> Mapped:
        """The text put together."""
        return Mapped("".join(self.parts), self.begin, self.end)


def identity(source: str, start: int = 0, end: int | None = None) -> Mapped:
    """The source itself, or a part of it, as a mapped text."""
    stop = len(source) if end is None else end
    return Mapped(source[start:stop], range(start, stop), range(start + 1, stop + 1))
