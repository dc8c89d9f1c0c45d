"""What of a text with markup a reader sees, and where it stands.

Terms are looked for in the visible text: `the **Patent** Cooperation Treaty` holds the treaty,
`[text](https://example.org/patent)` holds no patent, and `&lt;` no `lt`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transflow.model import Span

__all__ = ["Visible", "visible"]

Range = tuple[int, int]
OPAQUE = "\ufffc"
"""Stands for each character of what is not words: no term matches it, or across it."""

_SPECIAL = re.compile(r"[<*_`%&{}\[~@]|://|www\.")
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
_LITERAL = re.compile(
    rf"""
    (?:https?|ftp|mailto):[^\s<>"'，。、；（）【】《》]+ | www\.[^\s<>"'，。、；（）【】《》]+
    | [\w.+-]+@[\w-]+\.[\w.-]*\w
    | %(?:\d+\$)?[-+\#0]*(?:\d+|\*)?(?:\.\d+)?(?:hh|ll|[hlLqjzt])?[diouxXeEfFgGcsrp@](?![\w%])
    | %\d+\$[diouxXeEfFgGcsr@] | %\(\w+\)[diouxXeEfFgGcsr]
    | \{{\{{?[^{{}}\s]*\}}\}}?
    | {_ENTITY}
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(
    r"""
    (?P<opaque>`+[^`]+`+ | <!--.*?--> | &lt;/?[A-Za-z].*?&gt;
      | <(code|kbd|samp|var|script|style)\b[^>]*>.*?</\2\s*>)
    | (?P<clear><(rt|rp)\b[^>]*>.*?</\4\s*> | </?[A-Za-z][^<>]*>
      | (?<=\w)\*{1,3} | \*{1,3}(?=\w) | ~~
      | (?<![^\W_])_{1,3}(?=[^\s_]) | (?<=[^\s_])_{1,3}(?![^\W_])
      | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\) | \]\[[^\[\]]*\]
      | !?\[(?=[^\[\]]*\][(\[]))
    | (?P<note>\[\^[^\]\s]+\])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Visible:
    """`text` is what a reader sees; `place` leads back to the text it came from."""

    text: str
    starts: tuple[int, ...] = ()
    """Offset in `text` of each kept piece; empty where nothing was left out."""
    origins: tuple[int, ...] = ()
    """Offset of each kept piece in the original."""

    def place(self, start: int, end: int) -> Range:
        """The range of the original that `text[start:end]` came from."""
        return self._back(start), self._back(end - 1) + 1

    def _back(self, at: int) -> int:
        if not self.starts:
            return at
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]


def visible(
    text: str, protected: Sequence[Range] = (), spans: Sequence[Span] | None = None
) -> Visible:
    """The visible text.

    Args:
        text: A segment with its markup.
        protected: Ranges that hold no words.
        spans: The inline constructs; None to find the common ones of Markdown and HTML here.
    """
    if not protected and not spans and not _SPECIAL.search(text):
        return Visible(text)
    opaque, clear = list(protected), []
    if spans is None:
        opaque, clear = (
            [*opaque, *_ranges(text, "opaque"), *_ranges(text, "note")],
            _ranges(text, "clear"),
        )
    for span in spans or ():
        if span.atomic:
            opaque.append((span.start, span.end))
        else:
            clear += [(span.start, span.inner_start), (span.inner_end, span.end)]
    hidden = [*opaque, *clear]
    for literal in _LITERAL.finditer(text):
        if not any(start < literal.end() and literal.start() < end for start, end in hidden):
            opaque.append(literal.span())
    return _without(_masked(text, opaque), clear)


def _ranges(text: str, group: str) -> list[Range]:
    return [match.span() for match in _MARKUP.finditer(text) if match[group] is not None]


def _masked(text: str, ranges: Iterable[Range]) -> str:
    for start, end in ranges:
        text = text[:start] + OPAQUE * (end - start) + text[end:]
    return text


def _without(text: str, ranges: list[Range]) -> Visible:
    if not ranges:
        return Visible(text)
    pieces, starts, origins, at, size = [], [], [], 0, 0
    for start, end in [*sorted(ranges), (len(text), len(text))]:
        if start > at:
            pieces.append(text[at:start])
            starts.append(size)
            origins.append(at)
            size += start - at
        at = max(at, end)
    if not pieces:
        return Visible("")
    return Visible("".join(pieces), tuple(starts), tuple(origins))
