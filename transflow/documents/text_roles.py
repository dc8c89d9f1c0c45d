"""What the paragraphs of a plain text are: labels, title and date on top, headings, what stands last."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.documents.dates import date_of_opening, read_date
from transflow.documents.ingest_lines import is_letterhead, is_sender, parted_date
from transflow.documents.text_lines import (
    begins_with_heading,
    is_address,
    is_byline,
    is_contact,
    is_dateline,
    is_kicker,
    is_label,
    is_navigation,
    is_signature,
    is_underline,
)
from transflow.model import UnitKind

__all__ = ["Paragraph", "with_roles"]

_TOP = 6
"""A title has at most so many paragraphs above it."""


@dataclass(slots=True)
class Paragraph:
    """A run of lines: the range of each line's content, and what it is; or a cell of a table."""

    lines: tuple[tuple[int, int], ...]
    kind: UnitKind
    first: int
    column: int = 0
    """Of a cell: the number of its column,"""
    table: int = 0
    """and the line where its table begins."""
    head: bool = False
    """Of a line above the title: it says who writes."""


_LONG = 80
_SHORT = 45
_LINES_OF_TITLE = 2
_PARTED = re.compile(r"\s{3,}|\t+|\s+[|·•]\s+")
"""What stands between two things on one line."""


def with_roles(
    source: str, found: Sequence[Paragraph], locale: str
) -> tuple[tuple[Paragraph, ...], dt.date | None]:
    """The paragraphs with labels, title, headings and date told apart.

    A line of a menu, labels ("FOR IMMEDIATE RELEASE"), a few words in capitals and a line that is
    little more than a date may stand on top, before the title. Such a date, one among the four
    paragraphs behind the title, or one that the text begins with is the date.
    """
    found = list(_parted(source, _without_head(source, found, locale), locale))
    kinds = [UnitKind.TITLE, *(paragraph.kind for paragraph in found[1:])][: len(found)]
    shown = [source[each.lines[0][0] : each.lines[-1][1]] for each in found]
    top, date = 0, None
    while top < len(found) - 1 and (
        all(map(is_navigation, shown[: top + 1]))
        or _is_labelled(shown[top])
        or is_contact(shown[top])
        or found[top].head
        or (
            kinds[top + 1] == UnitKind.HEADING
            and _above(shown[top], locale)
            and not (is_kicker(shown[top]) and _only_dated(shown[top + 1 :], kinds[top + 1 :]))
        )
    ):
        for part in _PARTED.split(shown[top]) if date is None else ():
            if date is None and is_dateline(part):
                date = read_date(part, locale)
        kinds[top], kinds[top + 1] = UnitKind.PARAGRAPH, UnitKind.TITLE
        top += 1
    if found and _with_subheading(source, found[top], found):
        title = found[top]
        found[top : top + 1] = [
            replace(title, lines=title.lines[:1]),
            replace(title, lines=title.lines[1:], first=title.first + 1),
        ]
        kinds.insert(top + 1, UnitKind.PARAGRAPH)
        shown[top : top + 1] = [source[slice(*line)] for line in title.lines]
    for index in range(top + 1, min(top + 4, len(found))):
        if date is None and kinds[index] == UnitKind.HEADING and len(shown[index]) <= 40:
            date = read_date(shown[index], locale)
            kinds[index] = UnitKind.PARAGRAPH if date else UnitKind.HEADING
        elif date is None and (is_byline(shown[index]) or is_dateline(shown[index])):
            date = read_date(shown[index], locale)
    for text in shown[top + 1 : top + 3]:
        date = date or date_of_opening(text, locale)
    for index in reversed(range(top + 1, len(found))):
        # Nothing stands below them: an address, a signature, a last word.
        if kinds[index] != UnitKind.HEADING:
            break
        kinds[index] = UnitKind.PARAGRAPH
    return tuple(
        paragraph if paragraph.kind is kind else replace(paragraph, kind=kind)
        for paragraph, kind in zip(found, kinds, strict=True)
    ), date


def _only_dated(shown: Sequence[str], kinds: Sequence[UnitKind]) -> bool:
    """Whether nothing but dates and labels stands between a line and the text."""
    between = shown[: next((n for n, kind in enumerate(kinds) if kind != UnitKind.HEADING), 0)]
    return bool(between) and all(is_dateline(line) or _is_labelled(line) for line in between)


def _with_subheading(source: str, title: Paragraph, found: Sequence[Paragraph]) -> bool:
    """Whether a title's second line says more: the first was broken where more would have fit."""
    if len(title.lines) != _LINES_OF_TITLE:
        return False
    first, second = (source[slice(*line)] for line in title.lines)
    width = max(end - start for each in found for start, end in each.lines)
    # Title Case tells nothing, unless the second line has none.
    every = _in_capitals(f"{first} {second}") and _in_capitals(second)
    return second[:1].isupper() and not every and len(f"{first} {second.split()[0]}") < width


def _in_capitals(text: str) -> bool:
    """Whether most long words begin with a capital."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_labelled(text: str) -> bool:
    """Whether a line is a label, alone or with the date at its side: `PRESS RELEASE      3 March 2026`."""
    parts = _PARTED.split(text.strip())
    labels = [is_label(part) for part in parts]
    dated = all(label or is_dateline(part) for label, part in zip(labels, parts, strict=True))
    return is_label(text) or (len(parts) > 1 and any(labels) and dated)


def _above(text: str, locale: str) -> bool:
    """Whether a line may stand above a title."""
    return is_kicker(text) or (is_dateline(text) and read_date(text, locale) is not None)


def _without_head(source: str, found: Sequence[Paragraph], locale: str) -> list[Paragraph]:
    """The paragraphs, the lines above the title paragraphs of their own."""
    result: list[Paragraph] = []
    for index, paragraph in enumerate(found[:_TOP]):
        lines = [source[slice(*line)] for line in paragraph.lines]
        if not index and _is_head(source, found, locale):
            result += [
                Paragraph((line,), UnitKind.HEADING, paragraph.first + number, head=True)
                for number, line in enumerate(paragraph.lines)
            ]
            continue
        above = 0
        while above < len(lines) and (
            _is_labelled(lines[above])
            or _above(lines[above], locale)
            or (not index and all(map(is_navigation, lines[: above + 1])))
        ):
            above += 1
        below = above + (0 < above < len(lines) and is_underline(lines[above]))
        titled = below < len(lines)
        following = found[index + 1].kind if index + 1 < len(found) else None
        # Words in capitals may be the title, over two lines too: a label among them says that they are not.
        if not any(_is_labelled(line) or not is_kicker(line) for line in lines[:above]) and (
            titled or following != UnitKind.HEADING
        ):
            above, below, titled = 0, 0, True
        result += [
            Paragraph((line,), UnitKind.HEADING, paragraph.first + number)
            for number, line in enumerate(paragraph.lines[:above])
        ]
        if titled:
            rest = replace(paragraph, lines=paragraph.lines[below:], first=paragraph.first + below)
            # The title: behind labels it is no paragraph like others.
            kind = UnitKind.HEADING if above or (index and _headed(source, rest)) else rest.kind
            return [*result, replace(rest, kind=kind), *found[index + 1 :]]
    return [*result, *found[_TOP:]]


def _apart(paragraph: Paragraph, begin: int) -> list[Paragraph]:
    """A paragraph whose lines from one on are paragraphs of their own."""
    before = [replace(paragraph, lines=paragraph.lines[:begin])] if begin else []
    kind = UnitKind.PARAGRAPH if before else paragraph.kind
    return before + [
        Paragraph((line,), kind, paragraph.first + number)
        for number, line in enumerate(paragraph.lines[begin:], begin)
    ]


def _alone(lines: Sequence[str], locale: str, *, top: bool) -> int:
    """From which line on each stands alone: where to ask; on top also who writes, when, and its number."""
    if top and all(len(line) < _LONG and line[-1] not in ".!?。" for line in lines):
        for number, line in enumerate(lines):
            if is_byline(line) or (is_dateline(line) and read_date(line, locale)):
                return number
    begin = len(lines)
    while begin and is_contact(lines[begin - 1]):
        begin -= 1
    return begin


def _is_head(source: str, found: Sequence[Paragraph], locale: str) -> bool:
    """Whether a text begins with who writes, where and when, and has its title below, and text below that."""
    lines = [source[slice(*line)] for line in found[0].lines]
    first = parted_date(lines[0], locale)[0] or lines[0]
    if not is_sender([first, *lines[1:]]):
        return False
    below = [
        (each, source[slice(*each.lines[0])])
        for each in found[1:_TOP]
        if not _is_labelled(source[slice(*each.lines[0])])
        and not _above(source[slice(*each.lines[0])], locale)
    ]
    if len(below) < 2 or below[1][0].kind == UnitKind.HEADING:
        return False
    title, line = below[0]
    alone = len(title.lines) == 1 or is_underline(source[slice(*title.lines[1])])
    return alone and line[-1].isalnum() and not (is_letterhead(line) or is_byline(line))


def _headed(source: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph of a few lines may be a title: no long sentences."""
    start, end = paragraph.lines[0][0], paragraph.lines[-1][1]
    few = paragraph.kind == UnitKind.PARAGRAPH and len(paragraph.lines) <= _LINES_OF_TITLE
    return few and (end - start < _LONG or source[end - 1] not in ".!?。！？")


def _last_words(source: str, found: Sequence[Paragraph]) -> tuple[int, int]:
    """The index of the first paragraph of those that end a text and are no text: who signs, whom to ask.

    And the width of the text's lines.
    """
    width = max((end - start for each in found for start, end in each.lines), default=0)
    first = len(found)
    while first > 1:
        paragraph = found[first - 1]
        lines = [source[slice(*line)] for line in paragraph.lines]
        if paragraph.kind not in {UnitKind.PARAGRAPH, UnitKind.HEADING} or not (
            is_signature(lines, width)
            or is_address(lines)
            or (len(lines) == 1 and len(lines[0]) < _SHORT and lines[0][-1] not in ".!?。！？")
        ):
            break
        first -= 1
    return first, width


def _parted(source: str, found: Sequence[Paragraph], locale: str) -> list[Paragraph]:
    """The paragraphs, a heading that stands directly above its text one of its own; so lines that say who, when and where."""
    result: list[Paragraph] = []
    last, width = _last_words(source, found)
    for index, paragraph in enumerate(found):
        lines = [source[slice(*line)] for line in paragraph.lines]
        if index >= last and is_signature(lines, width):
            result += _apart(paragraph, 0)
            continue
        if paragraph.kind == UnitKind.PARAGRAPH and is_address(lines):
            asked = lines[0].endswith((":", "："))
            result += [replace(each, head=asked) for each in _apart(paragraph, 0)]
            continue
        alone = _alone(lines, locale, top=index < _TOP)
        if alone < len(lines) > 1 and paragraph.kind != UnitKind.LIST_ITEM:
            result += _apart(paragraph, alone)
            continue
        underlined = len(lines) > 1 and is_underline(lines[1])
        if paragraph.kind == UnitKind.LIST_ITEM or not (underlined or begins_with_heading(lines)):
            result.append(paragraph)
            continue
        kind = UnitKind.TITLE if paragraph.kind == UnitKind.TITLE else UnitKind.HEADING
        below = 1 + underlined
        result.append(replace(paragraph, lines=paragraph.lines[:1], kind=kind))
        if lines[below:]:
            rest = paragraph.lines[below:]
            first = paragraph.first + below
            result.append(Paragraph(rest, UnitKind.PARAGRAPH, first))
    return result
