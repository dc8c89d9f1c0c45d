"""Stand-ins: what travels through an engine in place of a literal, and is changed back after.

A stand-in is told by its letters whatever an engine did to its case, spacing or width. None may
ever stay in a draft: one that is lost has its literal put in where the alignment, or else the
place in the sentence, says; one that came twice is taken out again.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.engines.alignment import Alignment
from transflow.translation.literals import Literal

__all__ = ["Masked", "mask", "unmask"]

STYLES = ("XQ{}", "ZX{}Z", "[{}]", "#{}#")
"""How a stand-in may look; models differ in what they copy."""
_NUMBERS = (71, 83, 94, 67, 79, 86, 97, 73, 89, 68, *range(101, 400, 2))
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with stand-ins.

    Attributes:
        text: What the engine reads.
        marks: Stand-in and the literal behind it, in order.
        ranges: Where the stand-ins are in `text`.
        shifts: (place in `text`, place in the original) after each stand-in, for offsets.
    """

    text: str
    marks: tuple[tuple[str, Literal], ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()

    def original(self, place: int) -> int:
        """An offset of `text` as an offset of the text before masking."""
        moved = place
        for (mark, literal), (start, end) in zip(self.marks, self.ranges, strict=True):
            if place >= end:
                moved += len(literal.text) - len(mark)
            elif place > start:
                return literal.start
        return moved

    def original_end(self, place: int) -> int:
        """The same for the end of a range: inside a stand-in it is the literal's end."""
        for (_, literal), (start, end) in zip(self.marks, self.ranges, strict=True):
            if start < place <= end:
                return literal.end
        return self.original(place)


def mask(text: str, literals: Sequence[Literal], style: str = STYLES[0]) -> Masked:
    """Put a stand-in in place of each literal."""
    numbers = [number for number in _NUMBERS if str(number) not in text]
    parts: list[str] = []
    marks: list[tuple[str, Literal]] = []
    ranges: list[tuple[int, int]] = []
    at = length = 0
    for literal, number in zip(literals, numbers, strict=False):
        mark = style.format(number)
        parts += [text[at : literal.start], mark]
        length += literal.start - at
        ranges.append((length, length + len(mark)))
        length += len(mark)
        marks.append((mark, literal))
        at = literal.end
    return Masked("".join([*parts, text[at:]]), tuple(marks), tuple(ranges))


def unmask(
    masked: Masked, draft: str, alignment: Alignment, locale: str
) -> tuple[str, Alignment, int]:
    """The draft with each literal once, and the alignment with offsets to fit.

    Returns:
        Text, alignment between the original and it, and how many literals had to be put in.
    """
    if not masked.marks:
        return draft, alignment, 0
    links = [(masked.original(a), masked.original_end(b), c, d) for a, b, c, d in alignment]
    put_in = 0
    for (mark, literal), (start, _) in zip(masked.marks, masked.ranges, strict=True):
        found = _occurrences(draft, mark)
        if not found:
            put_in += 1
            draft, links = _insert(draft, links, literal, start / max(1, len(masked.text)), locale)
            continue
        for begin, stop in reversed(found[1:]):
            draft, links = _replace(draft, links, begin, stop, "")
        begin, stop = found[0]
        draft, links = _replace(draft, links, begin, stop, literal.text)
    return draft, tuple(links), put_in


def _occurrences(draft: str, mark: str) -> list[tuple[int, int]]:
    folded = "".join(_folded(letter) for letter in draft)
    pattern = r"\s*".join(re.escape(letter) for letter in mark)
    edge = (r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])")
    return [
        match.span() for match in re.finditer(f"{edge[0]}{pattern}{edge[1]}", folded, re.IGNORECASE)
    ]


def _folded(letter: str) -> str:
    normal = unicodedata.normalize("NFKC", letter)
    return normal if len(normal) == 1 else letter


Links = list[tuple[int, int, int, int]]


def _replace(draft: str, links: Links, begin: int, stop: int, text: str) -> tuple[str, Links]:
    moved = len(text) - (stop - begin)
    out = []
    for a, b, c, d in links:
        start = c + moved if c >= stop else min(c, begin + len(text)) if c > begin else c
        end = d + moved if d >= stop else begin if d > begin and not text else d
        if end > start:
            out.append((a, b, start, end))
    return draft[:begin] + text + draft[stop:], out


def _insert(
    draft: str, links: Links, literal: Literal, share: float, locale: str
) -> tuple[str, Links]:
    """Put a lost literal after what the word before it became, or at the same share of the text."""
    before = [d for _, b, _, d in links if b <= literal.start]
    place = max(before) if before else _boundary(draft, round(share * len(draft)))
    while place < len(draft) and draft[place : place + 1].isalnum() and not _spaceless(locale):
        place += 1
    head, tail = draft[:place].rstrip(), draft[place:].lstrip()
    space = "" if _spaceless(locale) else " "
    lead = space if head and head[-1] not in "([“«" else ""
    close = space if tail and (tail[0].isalnum() or tail[0] in "([“«—–") else ""
    whole = f"{head}{lead}{literal.text}{close}{tail}"
    moved = len(whole) - len(draft)
    shifted = [(a, b, c + moved, d + moved) if c >= place else (a, b, c, d) for a, b, c, d in links]
    at = len(head) + len(lead)
    shifted.append((literal.start, literal.end, at, at + len(literal.text)))
    return whole, shifted


def _boundary(draft: str, place: int) -> int:
    """The nearest place between words that is not after the end mark."""
    stops = len(draft.rstrip(".!?。！？… "))
    place = min(place, stops)
    spaces = [at for at in range(len(draft)) if draft[at].isspace() and at <= stops]
    return min([*spaces, stops], key=lambda at: abs(at - place)) if spaces else place


def _spaceless(locale: str) -> bool:
    return locale.split("-", maxsplit=1)[0] in _SPACELESS
