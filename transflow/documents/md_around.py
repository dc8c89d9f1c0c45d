"""What stands around all of a text of Markdown, and so in none of its sentences; and lines of tags that are in one."""

import re
from collections.abc import Collection, Sequence

from transflow.documents.protect import TAG_LINE, closes, tag_names
from transflow.model import Span, SpanKind

__all__ = ["around_all", "wrapped_tags"]

_EMPHASIS = frozenset({SpanKind.EMPHASIS, SpanKind.STRONG})
_SEVERAL = re.compile(r"[.!?…][\"'”’»)\]]*\s+[^\sa-z]|[。！？]\s?\w")
"""Where one sentence may end and another begin."""
_UNENDED = re.compile(r"[\w,][*_`)\]\"'”’»]*[ ]?$")
"""The end of a line on which no sentence ends; two blanks would break the line."""
_OPENING = "*_([\"'“‘«"
_CONTROL = re.compile(
    r"\{\{[<%]?[-~]?\s*[/#^!]|\{[:#]|<%(?!=)|\{%[-~]?\s*end|\{[{%][-~]?\s*"
    r"(?:end|if|unless|else|elif|elsif|elseif|case|when|for|range|with|capture|assign|set|comment|raw|block|define)\b"
)
"""A tag that puts nothing into the sentence, or begins or ends something."""

Range = tuple[int, int]


def around_all(text: str, spans: list[Span], known: Collection[str]) -> list[Range]:
    """Two ranges of a text, what opens and what closes, and behind them the spans that those are of.

    Template tags, a shortcode, or the marks of emphasis around several sentences. None where there are none.

    Args:
        text: The text of a unit.
        spans: Its inline constructs.
        known: Msgids of the catalogs: a text that is one of them stays whole.
    """
    return _edges(text, spans) or _emphasis(text, spans, known)


def wrapped_tags(lines: Sequence[str]) -> set[int]:
    """Which lines are template tags amid a sentence, alone on theirs only because the text is wrapped.

    `link to the⏎{{< ref "quay" >}}⏎below.`: between words where no sentence ends, and no part of a pair.
    """
    found = {
        index
        for index in range(1, len(lines) - 1)
        if lines[index].startswith(("{{", "{%", "<%="))
        if lines[index + 1].lstrip(_OPENING)[:1].islower()
        if _UNENDED.search(lines[index - 1][-40:])
        if TAG_LINE.fullmatch(lines[index]) and not lines[index].endswith("  ")
        if not _CONTROL.search(lines[index])
    }
    ended = tag_names("\n".join(lines), ended=True) if found else set()
    return {
        index
        for index in found
        if ended.isdisjoint(tag_names(lines[index], ended=False))
        if not ("end" in ended and "(" in lines[index])  # Zola's end of any call
    }


def _edges(text: str, spans: list[Span]) -> list[Range]:
    """The template tags or the shortcode around all of a text, which are of none of its sentences.

    Behind the two ranges, that of the pair they make on one line.
    """
    begin, size = (
        _between_tag_lines(text) if "\n" in text and "{" in text else (0, len(text.rstrip()))
    )
    if begin or size < len(text):
        spans = [span for span in spans if begin <= span.start < size]
    first = spans[0] if spans else None
    if first is None or text[begin : first.start].strip() or text[first.start] not in "{[":
        return []
    last = spans[-1] if first.atomic else first
    if last.end != size or (last is first and first.atomic):
        return []
    pair = [(first.start, first.inner_start), (first.inner_end, size), (first.start, size)]
    if first.atomic:
        pair = [(first.start, first.end), (last.start, last.end)]
    opening, closing = (text[slice(*edge)] for edge in pair[:2])
    return pair if text.count(closing) == 1 and closes(opening, closing) else []


def _emphasis(text: str, spans: list[Span], known: Collection[str]) -> list[Range]:
    """The same of the marks of emphasis around several sentences: `*It is closed. Come again.*`."""
    if not spans or spans[0].kind not in _EMPHASIS or text[spans[0].start] == "<":
        return []
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    opening, closing, layers = begin, end, []
    for span in spans:
        if span.kind not in _EMPHASIS or (span.start, span.end) != (opening, closing):
            break
        layers.append((opening, closing))
        opening, closing = span.inner_start, span.inner_end
    if not layers or not _SEVERAL.search(text, opening, closing):
        return []
    if known and " ".join(text.split()) in known:
        return []
    return [(begin, opening), (closing, end), *layers]


def _between_tag_lines(text: str) -> tuple[int, int]:
    """Where a text begins and ends without the first and last lines that are nothing but template tags."""
    lines = text.split("\n")
    first, last = 0, len(lines)
    while first < last and TAG_LINE.fullmatch(lines[first]):
        first += 1
    while last > first and TAG_LINE.fullmatch(lines[last - 1]):
        last -= 1
    begin = sum(len(line) + 1 for line in lines[:first])
    return begin, begin + len("\n".join(lines[first:last]).rstrip())
