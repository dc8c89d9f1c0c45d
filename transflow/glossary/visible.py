"""What of a text with markup a reader sees, and where it stands.

Terms are looked for in the visible text: `the **Patent** Cooperation Treaty` holds the treaty,
`[text](https://example.org/patent)` holds no patent, `R&amp;D` is R&D, and `&lt;` no `lt`.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from transflow.model import Span

__all__ = ["Visible", "visible"]

Range = tuple[int, int]
OPAQUE = "\ufffc"
"""Stands for each character of what is not words: no term matches it, or across it."""

_SPECIAL = re.compile(r"[<*_`%&{}\[~@\\]")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_LITERAL = re.compile(
    r"""
    (?:https?|ftp|mailto):[^\s<>"'，。、；（）【】《》]+ | www\.[^\s<>"'，。、；（）【】《》]+
    | [\w.+-]+@[\w-]+\.[\w.-]*\w
    | %(?:\d+\$)?[-+\#0]*(?:\d+|\*)?(?:\.\d+)?(?:hh|ll|[hlLqjzt])?[diouxXeEfFgGcsrp@](?![\w%])
    | %\d+\$[diouxXeEfFgGcsr@] | %\(\w+\)[diouxXeEfFgGcsr]
    | \{\{?[^{}\s]*\}\}?
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
"""What Markdown writes where a sign is meant to be itself: `A\\*STAR`."""
_MARKUP = re.compile(
    r"""
    (?P<opaque>`+[^`]+`+ | <!--.*?--> | &lt;/?[A-Za-z].*?&gt;
      | <(?P<raw>code|kbd|samp|var|script|style)\b[^>]*>.*?</(?P=raw)\s*>
      | <(?P<kept>[A-Za-z][\w-]*)\b[^>]*\stranslate=["']?no\b[^>]*>.*?</(?P=kept)\s*>)
    | (?P<clear><(?P<gloss>rt|rp)\b[^>]*>.*?</(?P=gloss)\s*> | </?[A-Za-z][^<>]*>
      | (?<=\w)\*{1,3} | (?<!\\)\*{1,3}(?=\w) | ~~
      | (?<!\\)(?<![^\W_])_{1,3}(?=[^\s_]) | (?<=[^\s_])_{1,3}(?![^\W_])
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
    ends: tuple[int, ...] = ()
    """Where each kept piece ends in the original; a character reference is one character here."""

    def place(self, start: int, end: int) -> Range:
        """The range of the original that `text[start:end]` came from."""
        if not self.starts:
            return start, end
        first, last = self._piece(start), self._piece(end - 1)
        size = (self.starts[last + 1] if last + 1 < len(self.starts) else len(self.text)) - end
        return self.origins[first] + start - self.starts[first], self.ends[last] - size

    def _piece(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def visible(
    text: str, protected: Sequence[Range] = (), spans: Sequence[Span] | None = None
) -> Visible:
    """The visible text.

    Args:
        text: A segment with its markup.
        protected: Ranges that hold no words.
        spans: The inline constructs; None to find the common ones of Markdown and HTML here.
    """
    if (
        not protected
        and not spans
        and not (_SPECIAL.search(text) or "://" in text or "www." in text)
    ):
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
    opaque += [literal.span() for literal in _apart(_LITERAL.finditer(text), hidden)]
    masked = _masked(text, opaque)
    changes = [(start, end, "") for start, end in clear]
    if "\\" in masked:
        changes += [(m.start(), m.start() + 1, "") for m in _ESCAPE.finditer(masked)]
    for entity in _apart(_ENTITY.finditer(masked), clear) if "&" in masked else ():
        meant = html.unescape(entity[0])
        changes.append((*entity.span(), meant if len(meant) == 1 else OPAQUE))
    return _changed(masked, changes)


def _ranges(text: str, group: str) -> list[Range]:
    return [match.span() for match in _MARKUP.finditer(text) if match[group] is not None]


def _apart(found: Iterable[re.Match[str]], taken: Iterable[Range]) -> Iterator[re.Match[str]]:
    """The matches that overlap no range that is taken; one pass over both."""
    ranges = sorted(taken)
    index = reach = 0
    for match in found:
        while index < len(ranges) and ranges[index][0] < match.end():
            reach = max(reach, ranges[index][1])
            index += 1
        if reach <= match.start():
            yield match


def _masked(text: str, ranges: Iterable[Range]) -> str:
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = OPAQUE * (end - start)
    return "".join(letters)


def _changed(text: str, changes: list[tuple[int, int, str]]) -> Visible:
    """The text with stretches left out, or one character in their place."""
    if not changes:
        return Visible(text)
    pieces: list[str] = []
    kept: list[Range] = []
    at = 0
    for start, end, instead in [*sorted(changes), (len(text), len(text), "")]:
        if start > at:
            pieces.append(text[at:start])
            kept.append((at, start))
        if instead:
            pieces.append(instead)
            kept.append((start, end))
        at = max(at, end)
    starts = accumulate((len(piece) for piece in pieces[:-1]), initial=0)
    return Visible(
        "".join(pieces),
        tuple(starts) if pieces else (),
        tuple(start for start, _ in kept),
        tuple(end for _, end in kept),
    )
