"""Units and their segments, collected in document order: one place for all formats."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from transflow.documents.cutting import Cutter, Options, inside, shifted
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
        cutter = Cutter(mapped.text, spans, self.options)
        ranges = cutter.sentences(breaks)
        if not ranges:
            return False
        number = len(self.plans) + 1
        ends = [ranges[0][0], *(end for _, end in ranges)]
        slots = tuple(
            self._slot(
                mapped,
                (start, end),
                inside(spans, cutter.starts, start, end),
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
        segment = Segment(
            id=name,
            text=mapped.text[start:end],
            kind=kind,
            spans=tuple(shifted(span, -start) for span in spans),
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
            for span in spans
        )
        return Slot(segment, *mapped.source(start, end), markup)
