"""Plain text: paragraphs parted by empty lines; the first line is the title."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from transflow.documents.cutting import Options
from transflow.documents.dates import read_date
from transflow.documents.mapped import Builder, Mapped, identity
from transflow.documents.plan import Around, Plan, Slot, wide
from transflow.documents.protect import protected
from transflow.documents.text_lines import is_heading, is_kicker, is_navigation
from transflow.documents.units import Units
from transflow.model import UnitKind

__all__ = ["TextSource", "read_text"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A line break in a translation would begin a new paragraph's line: it becomes a blank."""

    def encode(self, slot: Slot, text: str, source: Any, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`."""
        return re.sub(r"\s*[\r\n]+\s*", " ", text) if "\n" in text or "\r" in text else text


_PLACE = TextPlace()


@dataclass(slots=True)
class Paragraph:
    """A run of lines: the range of each line's content, and what it is."""

    lines: tuple[tuple[int, int], ...]
    kind: UnitKind
    first: int


@dataclass(frozen=True, slots=True)
class TextSource:
    """What was read."""

    plans: Sequence[Plan]
    paragraphs: tuple[Paragraph, ...]
    title: str
    date: dt.date | None = None
    """The date of a line of its own near the beginning."""


def read_text(source: str, options: Options) -> TextSource:
    """Read a plain-text article."""
    units = Units(options)
    found, date = _with_roles(source, tuple(_paragraphs(source)), options.locale)
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
            _PLACE,
            spans=protected(mapped.text),
            line=paragraph.first,
            first_on_line=False,
        )
    return TextSource(units.plans, found, title, date)


def _with_roles(
    source: str, found: tuple[Paragraph, ...], locale: str
) -> tuple[tuple[Paragraph, ...], dt.date | None]:
    """The paragraphs with title and date told apart.

    A line of a menu and a few words in capitals ("PRESS RELEASE") may stand on top, before the
    title; a line that is little more than a date, among the first four behind it, is the date.
    """
    found = _without_menu(source, found)
    kinds = [paragraph.kind for paragraph in found]
    shown = [source[each.lines[0][0] : each.lines[-1][1]] for each in found]
    top = 0
    while top < len(found) - 1 and (
        (is_navigation(shown[top]) and not top)
        or (is_kicker(shown[top]) and kinds[top + 1] == UnitKind.HEADING)
    ):
        kinds[top], kinds[top + 1] = UnitKind.PARAGRAPH, UnitKind.TITLE
        top += 1
    date = None
    for index in range(top + 1, min(top + 4, len(found))):
        if date is None and kinds[index] == UnitKind.HEADING and len(shown[index]) <= 40:
            date = read_date(shown[index], locale)
            kinds[index] = UnitKind.PARAGRAPH if date else UnitKind.HEADING
    for index in reversed(range(top + 1, len(found))):
        # Nothing stands below them: an address, a signature, a last word.
        if kinds[index] != UnitKind.HEADING:
            break
        kinds[index] = UnitKind.PARAGRAPH
    return tuple(
        paragraph if paragraph.kind is kind else replace(paragraph, kind=kind)
        for paragraph, kind in zip(found, kinds, strict=True)
    ), date


def _without_menu(source: str, found: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, a menu's line on top of the first one a paragraph of its own."""
    if not found or len(found[0].lines) < 2 or not is_navigation(source[slice(*found[0].lines[0])]):
        return found
    menu, *rest = found[0].lines
    return (
        replace(found[0], lines=(menu,)),
        replace(found[0], lines=tuple(rest), first=found[0].first + 1),
        *found[1:],
    )


def _paragraphs(source: str) -> Iterator[Paragraph]:
    """Paragraphs, list items (each marker begins one) and headings (one short line, no stop)."""
    group: list[tuple[int, int, bool]] = []
    first, titled = 1, False
    for number, match in enumerate(_LINE.finditer(source), 1):
        line = match.group()
        bare = line.strip()
        end = match.start() + len(line.rstrip())
        item = _ITEM.match(source, match.start(), end) if bare else None
        if (not bare or item) and group:
            yield _paragraph(source, group, first, titled=titled)
            titled, group = True, []
        if bare:
            first = first if group else number
            start = item.end() if item else match.start() + len(line) - len(line.lstrip())
            group.append((start, end, item is not None))
        if match.end() == len(source):
            break
    if group:
        yield _paragraph(source, group, first, titled=titled)


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
