"""What a rule is, and the pair of texts it looks at."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from transflow.checks.context import CheckContext
from transflow.checks.literals import blanked
from transflow.chinese import is_traditional, simplified
from transflow.model import Entry, Severity, Span, SpanKind, State
from transflow.quantities.words import HARAKAT

__all__ = ["GAP", "Pair", "PairRule", "Rule", "SetRule", "Side", "visible"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
GAP = "\ufffc"
"""Stands in a visible text where an atomic construct (code, image, footnote mark) was."""


class Side:
    """One of the two texts, and what several rules need of it, made when first asked for."""

    __slots__ = ("_context", "_plain", "_spans", "_text", "_words", "raw")

    def __init__(self, raw: str, context: CheckContext) -> None:
        self.raw = raw
        self._context = context
        self._spans: tuple[Span, ...] | None = None
        self._text: str | None = None
        self._plain: str | None = None
        self._words: list[str] | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Markup of the text."""
        if self._spans is None:
            self._spans = self._context.spans_of(self.raw)
        return self._spans

    @property
    def text(self) -> str:
        """The text without markup, as a reader sees it."""
        if self._text is None:
            text = visible(self.raw, self.spans)
            if "\\" in text or "&" in text:
                text = self._context.plain_of(text)
            self._text = text
        return self._text

    @property
    def plain(self) -> str:
        """The visible text with addresses and placeholders blanked: what is left is language.

        In Arabic without the signs of short vowels, which are written freely, in Chinese in simplified letters,
        which the lists are in.
        """
        if self._plain is None:
            plain = HARAKAT.sub("", blanked(self.text))
            self._plain = simplified(plain) if is_traditional(self._context.locale) else plain
        return self._plain

    @property
    def words(self) -> list[str]:
        """The words of `plain`, as written."""
        if self._words is None:
            self._words = _WORD.findall(self.plain)
        return self._words


class Pair:
    """One entry's source and the translation a page would show for it.

    That is the msgstr, except for a changed entry, whose msgstr belongs to an older sentence: there
    it is the new draft.

    Args:
        entry: The entry as read.
        context: Its catalog's surroundings.
    """

    __slots__ = ("context", "entry", "left", "right", "source", "target")

    def __init__(self, entry: Entry, context: CheckContext) -> None:
        self.entry = entry
        self.context = context
        self.source = entry.msgid
        self.target = entry.draft if entry.state is State.CHANGED else entry.msgstr
        self.left = Side(self.source, context)
        self.right = Side(self.target, context)

    def along(self, source: str) -> "Pair":
        """The pair with the sentences that its translation renders as source."""
        other = Pair(self.entry, self.context)
        other.source, other.left = source, Side(source, self.context)
        return other

    def answered(self) -> list[str]:
        """The parts of the source that the glossary has words for: whether they are there is told by its own rule."""
        glossary, context = self.context.glossary, self.context
        if not glossary:
            return []
        return [
            self.source[match.start : match.end]
            for match in glossary.find(self.source, context.source_locale, spans=self.left.spans)
            if glossary.terms(match, context.locale)
        ]


PairRule = Callable[[Pair], Iterable[str]]
"""Messages about one entry."""
SetRule = Callable[[Sequence[Pair]], Iterable[tuple[Pair, Pair, str]]]
"""(entry at fault, the other that shows it, message); the other is of the same catalog if one is."""


@dataclass(frozen=True)
class Rule:
    """One thing to look for.

    Args:
        name: What workflow.yaml, acceptances and reports call it.
        severity: How much it weighs where workflow.yaml does not say otherwise.
        summary: What it finds, in one line.
        false_positives: When it may be wrong, what it leaves alone on purpose, and what to do then.
        check: Looks at one pair; None for a rule that needs several.
        check_all: Looks at all pairs of a catalog, or of all catalogs of a locale.
        needs: `translation` where there must be one; `entry` where an empty one counts too.
    """

    name: str
    severity: Severity
    summary: str
    false_positives: str
    check: PairRule | None = None
    check_all: SetRule | None = None
    needs: Literal["translation", "entry"] = "translation"


def visible(text: str, spans: Sequence[Span]) -> str:
    """Take markup out: marks vanish, atomic constructs become one GAP.

    Args:
        text: A msgid or msgstr.
        spans: Its constructs, nested ones included.
    """
    if not spans:
        return text
    cuts: list[tuple[int, int, str]] = []
    for span in spans:
        if span.atomic:
            cuts.append((span.start, _end_of(span, text), GAP))
        else:
            cuts.append((span.start, span.inner_start, ""))
            cuts.append((span.inner_end, span.end, ""))
    pieces: list[str] = []
    at = 0
    for start, end, stand_in in sorted(cuts):
        if start < at:
            continue
        pieces += (text[at:start], stand_in)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _end_of(span: Span, text: str) -> int:
    """Where an atomic construct ends: GFM takes 。 behind a bare address for a part of it."""
    if span.kind is not SpanKind.LINK or text[span.start] in "<[":
        return span.end
    return span.start + len(text[span.start : span.end].rstrip("，。；：！？）】》、”’؟،؛"))
