"""A label or a paragraph's number before a sentence, mostly in bold: `**Warning:** the disk is full.`, `**2.1** You may not`.

It is no part of the sentence, and models make its subject of it, or leave it as it is. The engine is given the
sentence alone; the label is written by the list, the number as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transflow.model import Draft, Span
from transflow.quantities import head
from transflow.translation.lines import label, labels
from transflow.translation.literals import Literal
from transflow.translation.request import Request
from transflow.translation.standins import LABEL

__all__ = ["apart", "plain", "together"]


def plain(text: str, marks: Sequence[tuple[int, int]], locale: str) -> Iterator[Literal]:
    """What a sentence begins with and no engine sees: `Q:`, `Source:`, the number of a paragraph.

    Args:
        text: Plain English.
        marks: Where markup is in it; what begins with it and goes on behind it is no hindrance (`**Q: Who may use it?**`).
        locale: BCP 47 tag of the draft.
    """
    end = head(text)
    found = [(0, end, text[:end])] if end else labels(text, locale)
    for start, stop, form in found:
        if all(stop <= a or b <= start or (a == start and stop < b) for a, b in marks):
            yield Literal(start, stop, form, LABEL)


def apart(request: Request, source: str, locale: str) -> tuple[str, Request]:
    """What a draft begins with, and the request without its label; empty and the same where it has none.

    Args:
        request: A sentence.
        source: BCP 47 tag of it.
        locale: BCP 47 tag of the draft.
    """
    bold = request.spans[0] if request.spans and source.partition("-")[0] == "en" else None
    text = request.text
    if (
        bold is None
        or bold.atomic
        or bold.start
        or any(_inside(one, bold) for one in request.spans)
    ):
        return "", request
    words, mark, inside = text[bold.inner_start : bold.inner_end], "", True
    number = bool(head(f"{words} {text[bold.end :].lstrip()}"))
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
    opening, closing = text[: bold.inner_start], text[bold.inner_end : bold.end]
    if (
        locale.partition("-")[0] == "zh" and not number
    ):  # no emphasis ends between a mark and a letter
        first = f"{opening}{form}{closing}{sign}"
    else:
        first = f"{opening}{form}{sign}{closing} " if inside else f"{opening}{form}{closing}{sign} "
    spans = tuple(_moved(one, rest) for one in request.spans if one.start >= rest)
    return first, replace(request, text=text[rest:], spans=spans)


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
