"""Units to segments: one place for all formats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transflow.documents.mapped import Mapped
from transflow.documents.plan import Place, Plan, Slot, Whole
from transflow.model import Segment, Span, SpanKind, Unit, UnitKind
from transflow.segmentation import retile, split

__all__ = ["Options", "Units", "shifted", "words"]

_WORD = re.compile(r"\w")


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


@dataclass(slots=True)
class Units:
    """Collects an article's units in document order."""

    options: Options
    plans: list[Plan] = field(default_factory=list)
    heading: str = ""
    notes: list[str] = field(default_factory=list)
    """Authors' notes for the next unit."""
    context: str = ""
    """The msgctxt an author gave to the next unit."""

    def add(
        self,
        mapped: Mapped,
        kind: UnitKind,
        place: Place,
        *,
        spans: Sequence[Span] = (),
        breaks: Sequence[tuple[int, int]] = (),
        line: int = 0,
        inner: bool = False,
        first_on_line: bool = True,
        markable: bool = True,
        whole: Whole | None = None,
    ) -> bool:
        """Add a unit, if there is anything to translate in it.

        Args:
            mapped: Its text, as msgids show it.
            kind: What it is.
            place: How texts are written there.
            spans: The inline constructs of the text.
            breaks: Parts of the text that end a sentence and belong to none: line breaks.
            line: Its line in the source.
            inner: It lies inside another unit's markup.
            first_on_line: Its text could start a block.
            markable: It is body text, around which a page may put marks.
            whole: The region it fills, if it is written anew as a whole.
        """
        ranges = [
            cut
            for start, end in _between(breaks, len(mapped.text))
            for cut in self._cut(mapped.text, start, end, spans)
        ]
        if not ranges:
            return False
        number = len(self.plans) + 1
        ends = [ranges[0][0], *(end for _, end in ranges)]
        slots = tuple(
            self._slot(
                mapped,
                (start, end),
                spans,
                name=f"u{number}.s{index}",
                kind=kind,
                before=mapped.text[last:start],
            )
            for index, ((start, end), last) in enumerate(zip(ranges, ends, strict=False), 1)
        )
        unit = Unit(f"u{number}", kind, tuple(slot.segment for slot in slots), line)
        self.plans.append(Plan(unit, slots, place, inner, first_on_line, markable, whole))
        if not inner:
            self.notes, self.context = [], ""
        return True

    def _cut(self, text: str, start: int, end: int, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Sentences of one part of a unit."""
        start, end = _trim(text, start, end, spans)
        bare = words(text, spans)
        if start >= end or not _WORD.search(bare, start, end):
            return []
        part = text[start:end]
        if not self.options.sentences:
            return [(start, end)]
        protected = [
            (max(span.start, start) - start, min(span.end, end) - start)
            for span in spans
            if start <= span.start < end
        ]
        ranges = split(part, self.options.locale, protected)
        ranges = _with_words(_with_notes(ranges, part, start, spans), bare[start:end])
        known = self.options.known
        if known and not all(part[left:right] in known for left, right in ranges):
            ranges = retile(part, known) or ranges
        return [(start + left, start + right) for left, right in ranges]

    def _slot(
        self,
        mapped: Mapped,
        place: tuple[int, int],
        spans: Sequence[Span],
        *,
        name: str,
        kind: UnitKind,
        before: str,
    ) -> Slot:
        start, end = place
        inside = [span for span in spans if start <= span.start and span.end <= end]
        segment = Segment(
            id=name,
            text=mapped.text[start:end],
            kind=kind,
            spans=tuple(shifted(span, -start) for span in inside),
            context=self.context,
            heading=self.heading,
            notes=tuple(self.notes),
            before=before,
        )
        markup = tuple(
            (
                mapped.source(span.start, span.end if span.atomic else span.inner_start),
                mapped.source(span.end if span.atomic else span.inner_end, span.end),
            )
            for span in inside
        )
        return Slot(segment, *mapped.source(start, end), markup)


def _with_notes(
    ranges: list[tuple[int, int]], part: str, offset: int, spans: Sequence[Span]
) -> list[tuple[int, int]]:
    """The ranges, a footnote's number at the beginning of one given to the sentence before it."""
    notes = {
        span.start - offset: span.end - offset for span in spans if span.kind == SpanKind.FOOTNOTE
    }
    if not notes:
        return ranges
    moved: list[tuple[int, int]] = []
    for start, end in ranges:
        begin = start
        while moved and begin in notes and begin < end:
            moved[-1] = (moved[-1][0], notes[begin])
            begin = notes[begin]
            begin += len(part[begin:end]) - len(part[begin:end].lstrip())
        if begin < end:
            moved.append((begin, end))
    return moved


def _with_words(ranges: list[tuple[int, int]], bare: str) -> list[tuple[int, int]]:
    """The ranges, one that holds only markup (a footnote's number) joined to its neighbour."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        alone = not _WORD.search(bare, start, end)
        if joined and (alone or not _WORD.search(bare, *joined[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def words(text: str, spans: Sequence[Span]) -> str:
    """The text with markup and everything atomic blanked out, of the same length."""
    if not spans:
        return text
    chars = list(text)
    for span in spans:
        parts = (
            [(span.start, span.end)]
            if span.atomic
            else [(span.start, span.inner_start), (span.inner_end, span.end)]
        )
        for start, end in parts:
            chars[start:end] = " " * (end - start)
    return "".join(chars)


def shifted(span: Span, by: int) -> Span:
    """The span in a text that begins `by` characters earlier."""
    return replace(
        span,
        start=span.start + by,
        end=span.end + by,
        inner_start=span.inner_start + by,
        inner_end=span.inner_end + by,
    )


def _between(breaks: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), size]
    return list(zip(starts, ends, strict=True))


def _trim(text: str, start: int, end: int, spans: Sequence[Span]) -> tuple[int, int]:
    """The part without white space and comments at its edges."""
    comments = [span for span in spans if span.kind == SpanKind.COMMENT]
    while True:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        first = next(
            (span.end for span in comments if span.start == start and span.end <= end), None
        )
        last = next(
            (span.start for span in comments if span.end == end and span.start >= start), None
        )
        if first is None and last is None:
            return start, end
        start, end = first or start, end if last is None else max(last, first or start)
