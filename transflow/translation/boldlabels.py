"""A label in bold before a sentence: `**Warning:** the disk is full.`.

It is no part of the sentence, and models make its subject of it, or leave it as it is. The engine is given the
sentence alone; the label is written by the list.
"""

from dataclasses import replace

from transflow.model import Draft, Span
from transflow.translation.lines import label
from transflow.translation.request import Request

__all__ = ["apart", "together"]


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
    if words.endswith((":", ".")):
        words, mark = words[:-1], words[-1]
    elif text[bold.end : bold.end + 1] == ":":
        mark, inside = ":", False
    rest = bold.end + (not inside)
    written = label(words, mark, locale)
    if not written or not text[rest : rest + 1].isspace() or not text[rest:].strip():
        return "", request
    while text[rest].isspace():
        rest += 1
    form, sign = written
    opening, closing = text[: bold.inner_start], text[bold.inner_end : bold.end]
    if locale.partition("-")[0] == "zh":  # no emphasis ends between a mark and a letter
        head = f"{opening}{form}{closing}{sign}"
    else:
        head = f"{opening}{form}{sign}{closing} " if inside else f"{opening}{form}{closing}{sign} "
    spans = tuple(_moved(one, rest) for one in request.spans if one.start >= rest)
    return head, replace(request, text=text[rest:], spans=spans)


def together(head: str, draft: Draft, shift: int) -> Draft:
    """The draft with its label.

    Args:
        head: What it begins with.
        draft: Of the sentence without its label.
        shift: Letters of the source before that.
    """
    if not head or not draft.text:
        return draft
    more = len(head)
    links = tuple((a + shift, b + shift, c + more, d + more) for a, b, c, d in draft.alignment)
    return replace(draft, text=head + draft.text, alignment=links)


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
