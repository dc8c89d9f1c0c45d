"""A unit's text into sentences: where its markup lets it be cut."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transflow.model import Span, SpanKind
from transflow.segmentation import retile, split

__all__ = ["Cutter", "Options", "inside", "shifted", "words"]

_WORD = re.compile(r"\w")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Options:
    """What an article is read with."""

    locale: str
    sentences: bool = True
    known: frozenset[str] = frozenset()
    """Msgids that catalogs of the article hold; see `transflow.segmentation.retile`."""
    front_matter: tuple[str, ...] = ()
    svg_text: bool = False
    pre_text: bool = False
    linked: Callable[[str], str | None] | None = None
    """Gives the text of a file that the article links to (ITS rules), None where there is none."""


class Cutter:
    """Cuts one unit's text."""

    def __init__(self, text: str, spans: Sequence[Span], options: Options) -> None:
        self.text = text
        self.spans = spans
        self.options = options
        self.bare = words(text, spans)
        self.starts = [span.start for span in spans]
        comments = [span for span in spans if span.kind == SpanKind.COMMENT]
        self.comment_ends = {span.start: span.end for span in comments}
        self.comment_starts = {span.end: span.start for span in comments}
        self.notes = {span.start: span.end for span in spans if span.kind == SpanKind.FOOTNOTE}

    def sentences(self, breaks: Sequence[Range]) -> list[Range]:
        """The sentences of the text; breaks part it and belong to none."""
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return [cut for part in zip(starts, ends, strict=True) for cut in self._cut(*part)]

    def _cut(self, start: int, end: int) -> list[Range]:
        start, end = self._trim(start, end)
        if start >= end or not _WORD.search(self.bare, start, end):
            return []
        if not self.options.sentences:
            return [(start, end)]
        part = self.text[start:end]
        protected = [
            (span.start - start, min(span.end, end) - start)
            for span in inside(self.spans, self.starts, start, end)
        ]
        ranges = split(part, self.options.locale, protected)
        known = self.options.known
        if known and not all(part[left:right] in known for left, right in ranges):
            ranges = retile(part, known) or ranges
        moved = [(start + left, start + right) for left, right in ranges]
        return self._with_words(self._with_notes(moved))

    def _trim(self, start: int, end: int) -> Range:
        """The part without white space and comments at its edges."""
        text = self.text
        while start < end:
            if text[start].isspace():
                start += 1
            elif self.comment_ends.get(start, end + 1) <= end:
                start = self.comment_ends[start]
            elif text[end - 1].isspace():
                end -= 1
            elif self.comment_starts.get(end, -1) >= start:
                end = self.comment_starts[end]
            else:
                break
        return start, end

    def _with_notes(self, ranges: list[Range]) -> list[Range]:
        """A footnote's number at the beginning of a sentence given to the one before it."""
        if not self.notes:
            return ranges
        moved: list[Range] = []
        for start, end in ranges:
            begin = start
            while moved and begin in self.notes and begin < end:
                moved[-1] = (moved[-1][0], self.notes[begin])
                begin = self.notes[begin]
                while begin < end and self.text[begin].isspace():
                    begin += 1
            if begin < end:
                moved.append((begin, end))
        return moved

    def _with_words(self, ranges: list[Range]) -> list[Range]:
        """A piece that holds only markup joined to its neighbour."""
        joined: list[Range] = []
        for start, end in ranges:
            alone = not _WORD.search(self.bare, start, end)
            if joined and (alone or not _WORD.search(self.bare, *joined[-1])):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined


def inside(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> list[Span]:
    """The spans that begin in a range, by their sorted starts."""
    return list(spans[bisect_left(starts, start) : bisect_left(starts, end)])


def words(text: str, spans: Sequence[Span]) -> str:
    """The text with markup and everything atomic blanked out, of the same length."""
    if not spans:
        return text
    blanks: list[Range] = []
    for span in spans:
        if span.atomic:
            blanks.append((span.start, span.end))
        else:
            blanks += ((span.start, span.inner_start), (span.inner_end, span.end))
    parts: list[str] = []
    at = 0
    for start, end in sorted(blanks):
        if end <= at:
            continue
        parts += (text[at:start], " " * (end - max(at, start)))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def shifted(span: Span, by: int) -> Span:
    """The span in a text that begins `by` characters earlier."""
    return Span(
        span.kind,
        span.start + by,
        span.end + by,
        span.inner_start + by,
        span.inner_end + by,
        span.dest,
    )
