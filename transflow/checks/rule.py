"""What a rule is, and the pair of texts it looks at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from transflow.checks.context import CheckContext
from transflow.model import Entry, Severity, Span, State

__all__ = ["GAP", "Pair", "PairRule", "Rule", "SetRule", "visible"]

GAP = "\ufffc"
"""Stands in a visible text where an atomic construct (code, image, footnote mark) was."""


class Pair:
    """One entry's source and the translation a page would show for it.

    That is the msgstr, except for a changed entry, whose msgstr belongs to an older sentence: there
    it is the new draft. What several rules need of the two texts is made once, when first asked for.

    Args:
        entry: The entry as read.
        context: Its catalog's surroundings.
    """

    def __init__(self, entry: Entry, context: CheckContext) -> None:
        self.entry = entry
        self.context = context
        self.source = entry.msgid
        self.target = entry.draft if entry.state is State.CHANGED else entry.msgstr
        self._source_spans: tuple[Span, ...] | None = None
        self._target_spans: tuple[Span, ...] | None = None
        self._source_text: str | None = None
        self._target_text: str | None = None

    @property
    def source_spans(self) -> tuple[Span, ...]:
        """Markup of the source."""
        if self._source_spans is None:
            self._source_spans = self.context.spans_of(self.source)
        return self._source_spans

    @property
    def target_spans(self) -> tuple[Span, ...]:
        """Markup of the translation."""
        if self._target_spans is None:
            self._target_spans = self.context.spans_of(self.target)
        return self._target_spans

    @property
    def source_text(self) -> str:
        """The source without markup, as a reader sees it."""
        if self._source_text is None:
            self._source_text = self._shown(self.source, self.source_spans)
        return self._source_text

    @property
    def target_text(self) -> str:
        """The translation without markup, as a reader sees it."""
        if self._target_text is None:
            self._target_text = self._shown(self.target, self.target_spans)
        return self._target_text

    def _shown(self, text: str, spans: Sequence[Span]) -> str:
        text = visible(text, spans)
        if "\\" in text or "&" in text:
            from transflow.documents import plain  # noqa: PLC0415 - heavy parsers, needed here only

            return plain(text, self.context.format)
        return text


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
            cuts.append((span.start, span.end, GAP))
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
