"""The constructs of a Markdown text that has only the simplest, told without parsing it."""

import re
from collections.abc import Collection

from transflow.model import Span, SpanKind

__all__ = ["simple_spans"]

_SIGNS = r"\[\]<>{@*_`~$%\\^=+:#&|\r"
_SIGN = re.compile(f"[{_SIGNS}]")
_WORDS = rf"[^{_SIGNS}\n]*"
_SIMPLE = re.compile(
    rf"(?<![^ \n(])(?:"
    rf"(?P<image>!)?\[[^\W_]{_WORDS}(?P<close>\]\((?P<dest>(?:https?://)?(?![^\s)]*(?:==|%%|\+\+))[A-Za-z0-9_./?#=&%+,-]+)(?: \"[^{_SIGNS}\n\"]*\")?\))"
    rf"|(?P<mark>\*\*?)[^\W_](?:(?:{_WORDS}[^\W_])?(?P=mark)(?![^\s.,;:!?)])|{_WORDS}[.,!?](?P=mark)(?!\S))"
    rf"|`(?P<code>[^{_SIGNS}\s](?:{_WORDS}[^{_SIGNS}\s])?)`(?!`))"
)
"""A link to a plain address or a picture there, emphasis around plain words, and code without signs, where nobody could read them otherwise.

Behind a blank or a bracket, with words inside, and emphasis before a blank or a mark:
https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
"""
_NOTE = re.compile(r"\[\^(?P<name>[a-z0-9][a-z0-9-]*)\](?![(\[:{])")
_ALONE = re.compile(r"[:&](?=[ \n]|\Z)|:(?=\d)|%(?=[ \n.,;)]|\Z)|[+#](?=\d)")
"""A sign that is no more than that."""


def simple_spans(text: str, labels: Collection[str] | None) -> list[Span] | None:
    """The constructs of a text, as CommonMark has them; None where they are not all of the simplest.

    Args:
        text: A unit's or segment's text.
        labels: See `transflow.documents.md_inline.markdown_spans`.
    """
    spans: list[Span] = []
    at = 0
    while sign := _SIGN.search(text, at):
        start = sign.start()
        if start > at and text[start - 1] == "!":
            start -= 1
        if found := _SIMPLE.match(text, start):
            at = found.end()
            if mark := found["mark"]:
                size = len(mark)
                kind = SpanKind.EMPHASIS if size == 1 else SpanKind.STRONG
                spans.append(Span(kind, start, at, start + size, at - size))
            elif found["image"]:
                spans.append(Span(SpanKind.IMAGE, start, at, start, start, found["dest"]))
            elif code := found["code"]:
                spans.append(Span(SpanKind.CODE, start, at, start, start, code))
            else:
                close = found.start("close")
                spans.append(Span(SpanKind.LINK, start, at, start + 1, close, found["dest"]))
        elif _ALONE.match(text, sign.start()):
            at = sign.end()
        elif (note := _NOTE.match(text, start)) and (
            labels is None or f"^{note['name']}" in labels
        ):
            at = note.end()
            spans.append(Span(SpanKind.FOOTNOTE, start, at, start, start, note["name"]))
        else:
            return None
    if "www." in text and text.count("www.") > text.count("://www."):
        return None  # an address of its own
    return spans
