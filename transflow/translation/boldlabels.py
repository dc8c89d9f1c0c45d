"""A label or a paragraph's number before a sentence, mostly in bold: `**Warning:** the disk is full.`, `**2.1** You may not`.

It is no part of the sentence, and models make its subject of it, or leave it as it is. The engine is given the
sentence alone; the label is written by the list, the number as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transflow.model import Draft, Span, UnitKind
from transflow.quantities import head, lettered
from transflow.translation.agenda import bold_time, timed
from transflow.translation.datelines import Place, dateline
from transflow.translation.lines import label, labels
from transflow.translation.literals import Literal
from transflow.translation.propernames import people
from transflow.translation.request import Request
from transflow.translation.standins import LABEL

__all__ = ["apart", "plain", "together"]


def plain(
    text: str,
    marks: Sequence[tuple[int, int]],
    locale: str,
    place: Place,
    *,
    heading: bool = False,
) -> Iterator[Literal]:
    """What a sentence begins with and no engine sees: `Q:`, `Source:`, the number of a paragraph.

    Args:
        text: Plain English.
        marks: Where markup is in it; what begins with it and goes on behind it is no hindrance (`**Q: Who may use it?**`).
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a city.
        heading: Whether the text is a heading.
    """
    end = head(text) or _called(text, locale, heading=heading)
    found = [(0, end, text[:end])] if end else labels(text, locale, place)
    for start, stop, form in found:
        if all(stop <= a or b <= start or (a == start and stop < b) for a, b in marks):
            yield Literal(start, stop, form, LABEL)


def apart(request: Request, source: str, locale: str, place: Place) -> tuple[str, Request]:
    """What a draft begins with, and the request without its label; empty and the same where it has none.

    Args:
        request: A sentence.
        source: BCP 47 tag of it.
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a city.
    """
    if source.partition("-")[0] != "en":
        return "", request
    text = request.text
    clear = min((span.start for span in request.spans), default=len(text))
    if (time := timed(text, source, locale)) and time[0] <= clear:
        return time[1], _rest(request, time[0])
    heading = request.kind in {UnitKind.TITLE, UnitKind.HEADING}
    if (end := _called(text, locale, heading=heading)) and end <= clear:
        return text[:end], _rest(request, end)
    bold = request.spans[0] if request.spans else None
    if (
        bold is None
        or bold.atomic
        or bold.start
        or any(_inside(one, bold) for one in request.spans)
    ):
        return "", request
    opening, closing = text[: bold.inner_start], text[bold.inner_end : bold.end]
    inner = text[bold.inner_start : bold.inner_end]
    if found := bold_time(inner, text[bold.end :], source, locale):
        return f"{opening}{found[1]}{closing}{found[2]}", _rest(request, bold.end + found[0])
    if line := _dated(text, bold, locale, place):
        return line[0], _rest(request, line[1])
    words, mark, inside = inner, "", True
    whole = f"{inner} {text[bold.end :].lstrip()}"
    number = bool(head(whole) or _called(whole, locale, heading=heading))
    if words.endswith((":", ".")):
        words, mark = words[:-1], words[-1]
    elif text[bold.end : bold.end + 1] == ":":
        mark, inside = ":", False
    rest = bold.end + (not inside)
    written = (words, mark) if number else label(words, mark, locale)
    if not written or not text[rest : rest + 1].isspace() or not text[rest:].strip():
        return "", request
    while text[rest].isspace():
        rest += 1
    form, sign = written
    if (
        locale.partition("-")[0] == "zh" and not number
    ):  # no emphasis ends between a mark and a letter
        first = f"{opening}{form}{closing}{sign}"
    else:
        first = f"{opening}{form}{sign}{closing} " if inside else f"{opening}{form}{closing}{sign} "
    return first, _rest(request, rest)


def _called(text: str, locale: str, *, heading: bool) -> int:
    """Where what a heading is called by ends, `IV.` or `A.`; 0 for none, and for the initial of a name."""
    end = lettered(text, heading=heading)
    named = end and any(start == 0 for start, _ in people(text, locale, titled=True))
    return 0 if named else end


def _dated(text: str, bold: Span, locale: str, place: Place) -> tuple[str, int] | None:
    """A dateline of which the city, or all before the dash, is in bold, as the locale writes it, and where it ends."""
    inner = text[bold.inner_start : bold.inner_end]
    line = dateline(inner + text[bold.end :], locale, place)
    parts = _DATELINE.fullmatch(line[1]) if line else None
    if not line or not parts or line[0] <= len(inner):
        return None
    opening, closing = text[: bold.inner_start], text[bold.inner_end : bold.end]
    body = parts["city"] + parts["date"]
    marked = f"{opening}{body}{closing}"
    if "," not in inner:
        marked = f"{opening}{parts['city']}{closing}{parts['date']}"
    return marked + parts["dash"], bold.end + line[0] - len(inner)


_DATELINE = re.compile("(?P<city>[^,،，]+)(?P<date>.+?)(?P<dash> ?[–—-]+ ?)")


def _rest(request: Request, start: int) -> Request:
    """A request without what it begins with."""
    spans = tuple(_moved(one, start) for one in request.spans if one.start >= start)
    return replace(request, text=request.text[start:], spans=spans)


def together(first: str, draft: Draft, shift: int) -> Draft:
    """The draft with its label.

    Args:
        first: What it begins with.
        draft: Of the sentence without its label.
        shift: Letters of the source before that.
    """
    if not first or not draft.text:
        return draft
    more = len(first)
    links = tuple((a + shift, b + shift, c + more, d + more) for a, b, c, d in draft.alignment)
    return replace(draft, text=first + draft.text, alignment=links)


def _inside(one: Span, bold: Span) -> bool:
    return one is not bold and one.start < bold.end


def _moved(span: Span, by: int) -> Span:
    return replace(
        span,
        start=span.start - by,
        end=span.end - by,
        inner_start=span.inner_start - by,
        inner_end=span.inner_end - by,
    )
