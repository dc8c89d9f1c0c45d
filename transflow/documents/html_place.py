"""How a translation is written into HTML."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from transflow.documents.html_inline import REFERENCE
from transflow.documents.inline import spans as spans_of
from transflow.documents.md_place import on_one_line
from transflow.documents.partners import emptied, match_spans
from transflow.documents.plan import Around, Slot
from transflow.documents.protect import defused
from transflow.documents.tags import closed
from transflow.model import SpanKind

__all__ = ["AttributePlace", "HtmlPlace"]

Source = Callable[[int, int], str]
_WRITTEN = {"{": "&#123;", "%": "&#37;"}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class HtmlPlace:
    """Text between tags."""

    markdown: bool = False
    """It stands in a Markdown article, whose translations may have backslashes before signs."""

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`.

        Elements that the source sentence has are written as the source writes them, with its
        attributes; every other tag in the translation is text.
        """
        wanted = slot.segment
        if self.markdown and "\n" not in wanted.text:
            text = on_one_line(text)  # a blank line would end the block
        if self.markdown and not _ESCAPED.search(wanted.text):
            text = _ESCAPED.sub(lambda match: _all_text(match[1]), text)
        seen = spans_of(text, "html")
        if not seen:
            return _as_text(text)
        found = closed(text, seen, wanted.spans, wanted.text)
        partners = match_spans(wanted.spans, found, wanted.text, text)
        empty = emptied(wanted.spans, found, partners, text)
        parts: list[tuple[int, int, str]] = []
        for index, span in enumerate(found):
            sides = (
                [(span.start, span.end)]
                if span.atomic
                else [(span.start, span.inner_start), (span.inner_end, span.end)]
            )
            if index in partners:
                ranges = slot.markup[partners[index]]
                parts += [
                    (*side, source(*place)) for side, place in zip(sides, ranges, strict=False)
                ]
            elif index in empty:
                parts.append((span.start, span.end, ""))
            elif span.kind != SpanKind.PROTECTED or text[span.start] == "<":
                parts += [(*side, _all_text(text[slice(*side)])) for side in sides]
        pieces: list[str] = []
        at = 0
        for start, end, written in sorted(parts):
            if start < at:
                continue
            pieces += (_as_text(text[at:start]), written)
            at = end
        pieces.append(_as_text(text[at:]))
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class AttributePlace:
    """An attribute's value; one written without quotes gets them where the text needs them."""

    quote: str = '"'
    markdown: bool = False

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`."""
        line = on_one_line(text)
        if self.markdown and not _ESCAPED.search(slot.segment.text):
            line = _ESCAPED.sub(r"\1", line)
        known = slot.segment.text.replace("&", "&amp;")
        line = defused(line.replace("&", "&amp;"), known, _WRITTEN)
        if self.quote:
            return line.replace(self.quote, "&quot;" if self.quote == '"' else "&#39;")
        if re.search(r"[\s\"'=<>`]", line):
            return '"' + line.replace('"', "&quot;") + '"'
        return line


def _as_text(text: str) -> str:
    """Native text between tags: references stay, a lone `&` or `<` is escaped."""
    if "&" not in text:
        return _all_text(text)
    parts: list[str] = []
    at = 0
    for match in REFERENCE.finditer(text):
        parts += (_all_text(text[at : match.start()]), match.group())
        at = match.end()
    parts.append(_all_text(text[at:]))
    return "".join(parts)


def _all_text(text: str) -> str:
    return defused(text.replace("&", "&amp;").replace("<", "&lt;"), "", _WRITTEN)
