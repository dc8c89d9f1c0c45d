"""What is certain of a translated Markdown text without parsing it: most texts need no second look."""

import re
from collections.abc import Iterable, Sequence

from transflow.documents.plan import Around
from transflow.model import Span, SpanKind

__all__ = ["are_plain", "with_addresses"]

_EMPHASIS = re.compile(r"(?P<mark>\*\*?|__?|~~)[^\W_](?:[^*_~]*[^\W_])?(?P=mark)")
_AFTER = frozenset(("", " ", ".", ",", ";", ":", "!", "?", ")"))
_WITH_DESTINATION = frozenset({SpanKind.LINK, SpanKind.IMAGE})


def with_addresses(line: str, found: Sequence[Span], partners: Iterable[int]) -> bool:
    """Whether there may be an address in a text, destinations of the links that it shall have aside."""
    if not ("@" in line or "://" in line or "www." in line):
        return False
    parts, at = [], 0
    for span in [found[index] for index in sorted(partners)]:
        if span.kind in _WITH_DESTINATION and line[span.start] in "[!" and span.start >= at:
            parts.append(line[at : span.inner_end])
            at = span.end
    rest = "".join((*parts, line[at:]))
    return "@" in rest or "://" in rest or "www." in rest


def are_plain(encoded: str, places: Sequence[tuple[int, int]], around: Around) -> bool:
    """Whether each emphasis can be nothing else, so that nobody need look how it is read.

    Blanks or the text's edges before them, words just inside, blanks or marks behind them, and no other
    delimiters: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
    """
    if "`" in encoded or "<" in encoded or "$" in encoded or around.before.strip():
        return False
    counted = 0
    for start, end in places:
        match = _EMPHASIS.fullmatch(encoded, start, end)
        behind = encoded[end : end + 1] or around.after
        if (
            match is None
            or not (encoded[start - 1 : start] or " ").isspace()
            or behind not in _AFTER
        ):
            return False
        counted += 2 * len(match["mark"])
    return counted == sum([encoded.count(mark) for mark in "*_~"])
