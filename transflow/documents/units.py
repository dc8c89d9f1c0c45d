"""Units and their segments, collected in document order: one place for all formats."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transflow.documents.cutting import Cutter, Options, inside, plain_sentences, shifted
from transflow.documents.mapped import Mapped
from transflow.documents.plan import Place, Plan, Slot, Whole
from transflow.model import Segment, Span, Unit, UnitKind

__all__ = ["Units"]


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
        plain: bool = False,
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
            plain: It is data, without markup of the article's format.
        """
        text = mapped.text
        starts: Sequence[int] = ()
        if spans or breaks:
            cutter = Cutter(text, spans, self.options)
            ranges, starts = cutter.sentences(breaks), cutter.starts
        else:
            ranges = plain_sentences(text, self.options)
        if not ranges:
            return False
        name, notes = f"u{len(self.plans) + 1}", tuple(self.notes)
        context, heading = self.context, self.heading
        segments: list[Segment] = []
        slots: list[Slot] = []
        last = ranges[0][0]
        for index, (start, end) in enumerate(ranges, 1):
            own: tuple[Span, ...] = ()
            markup: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
            if spans and (found := inside(spans, starts, start, end)):
                markup = tuple([_markup(mapped, span) for span in found])
                own = tuple([shifted(span, -start) for span in found] if start else found)
            segment = Segment(
                f"{name}.s{index}",
                text[start:end],
                kind,
                own,
                context,
                heading,
                notes,
                text[last:start],
                plain,
            )
            segments.append(segment)
            slots.append(Slot(segment, *mapped.source(start, end), markup))
            last = end
        unit = Unit(name, kind, tuple(segments), line)
        self.plans.append(Plan(unit, tuple(slots), place, inner, first_on_line, markable, whole))
        if not inner and (notes or context):
            self.notes, self.context = [], ""
        return True


def _markup(mapped: Mapped, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a span's opening and closing markup stand in the source."""
    if span.inner_start == span.inner_end:
        return mapped.source(span.start, span.end), mapped.source(span.end, span.end)
    return (
        mapped.source(span.start, span.inner_start),
        mapped.source(span.inner_end, span.end),
    )
