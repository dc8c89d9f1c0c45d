"""Plain text: paragraphs parted by empty lines, items by their marks."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from transflow.documents.cutting import Options
from transflow.documents.mapped import Builder, Mapped, identity
from transflow.documents.plan import Around, Plan, Slot, wide
from transflow.documents.protect import protected
from transflow.documents.text_lines import is_end_mark, is_heading, is_rule
from transflow.documents.text_roles import Paragraph, with_roles
from transflow.documents.text_tables import is_row, padded, table_in
from transflow.documents.units import Units
from transflow.model import UnitKind

__all__ = ["TextSource", "read_text"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–]|(?!\(\d{3}\) \d{3})\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A line break in a translation would begin a new paragraph's line: it becomes a blank."""

    def encode(self, slot: Slot, text: str, source: Any, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`."""
        return re.sub(r"\s*[\r\n]+\s*", " ", text) if "\n" in text or "\r" in text else text


@dataclass(frozen=True, slots=True)
class CellPlace(TextPlace):
    """A cell of a table that others stand behind: they stay in their columns where there is room."""

    def encode(self, slot: Slot, text: str, source: Any, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        text = TextPlace.encode(self, slot, text, source, around)
        return padded(text, slot.segment.text) if source(slot.end, slot.end + 1) == " " else text


_PLACE, _CELL = TextPlace(), CellPlace()


@dataclass(frozen=True, slots=True)
class TextSource:
    """What was read."""

    plans: Sequence[Plan]
    paragraphs: tuple[Paragraph, ...]
    title: str
    date: dt.date | None = None
    """See `transflow.documents.text_roles`."""


def read_text(source: str, options: Options) -> TextSource:
    """Read a plain-text article."""
    units = Units(options)
    found, date = with_roles(source, tuple(_paragraphs(source)), options.locale)
    title = ""
    for paragraph in found:
        mapped = _joined(source, paragraph.lines)
        if paragraph.kind in {UnitKind.TITLE, UnitKind.HEADING}:
            units.heading = mapped.text.strip()
        if paragraph.kind == UnitKind.TITLE:
            title = mapped.text.strip()
        units.add(
            mapped,
            paragraph.kind,
            _CELL if paragraph.kind == UnitKind.TABLE_CELL else _PLACE,
            spans=protected(mapped.text),
            line=paragraph.first,
            first_on_line=False,
        )
    return TextSource(units.plans, found, title, date)


def _paragraphs(source: str) -> Iterator[Paragraph]:
    """Paragraphs, list items (each marker begins one) and headings (one short line, no stop)."""
    group: list[tuple[int, int, bool]] = []
    first, titled = 1, False
    for number, match in enumerate(_LINE.finditer(source), 1):
        line = match.group()
        bare = line.strip()
        end = match.start() + len(line.rstrip())
        apart = is_end_mark(bare) or (is_rule(bare) and not _underlines(source, group))
        item = _ITEM.match(source, match.start(), end) if bare and not apart else None
        if (not bare or item or apart) and group:
            yield from _made(source, group, first, titled=titled)
            titled, group = True, []
        if bare and not apart:
            first = first if group else number
            start = item.end() if item else match.start() + len(line) - len(line.lstrip())
            group.append((start, end, item is not None))
        if match.end() == len(source):
            break
    if group:
        yield from _made(source, group, first, titled=titled)


def _underlines(source: str, group: list[tuple[int, int, bool]]) -> bool:
    """Whether a rule below these lines makes a heading of them, or stands in a table.

    Below a short one that begins no item; below two rows.
    """
    if not group or group[0][2]:
        return False
    if len(group) == 1:
        return is_heading(source[slice(*group[0][:2])])
    return all(is_row(source, line[:2]) for line in group[-2:])


def _made(
    source: str, group: list[tuple[int, int, bool]], first: int, *, titled: bool
) -> list[Paragraph]:
    """The cells of a table, with what stands above and below it, or the paragraph that some lines are."""
    lines = [(start, end) for start, end, _ in group]
    begin, end, found = table_in(source, lines) if titled else (0, 0, [])
    if not found:
        # A rule further down is none of an underline's.
        group = group[:2] + [line for line in group[2:] if not is_rule(source[slice(*line[:2])])]
        return [_paragraph(source, group, first, titled=titled)]
    top = first + begin
    table = [
        Paragraph((cell.place,), UnitKind.TABLE_CELL, top + cell.row, cell.column, top)
        for cell in found
    ]
    above = [_paragraph(source, group[:begin], first, titled=True)] if begin else []
    below = [_paragraph(source, group[end:], first + end, titled=True)] if group[end:] else []
    return [*above, *table, *below]


def _paragraph(
    source: str, group: list[tuple[int, int, bool]], first: int, *, titled: bool
) -> Paragraph:
    lines = tuple((start, end) for start, end, _ in group)
    if not titled:
        kind = UnitKind.TITLE
    elif group[0][2]:
        kind = UnitKind.LIST_ITEM
    elif len(lines) == 1 and is_heading(source[slice(*lines[0])]):
        kind = UnitKind.HEADING
    else:
        kind = UnitKind.PARAGRAPH
    return Paragraph(lines, kind, first)


def _joined(source: str, lines: Sequence[tuple[int, int]]) -> Mapped:
    if len(lines) == 1:
        return identity(source, *lines[0])
    builder = Builder()
    for index, (start, end) in enumerate(lines):
        if index:
            last = lines[index - 1][1]
            glued = wide(source[last - 1]) and wide(source[start])
            builder.put("" if glued else " ", last, start)
        builder.copy(source[start:end], start)
    return builder.build()
