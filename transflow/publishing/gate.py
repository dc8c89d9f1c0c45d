"""The gate: which sentences may be shown in a locale, and whether they make a page.

A sentence counts when its state is at least what `gate.require` asks. What does not count is
shown in the language of the original, so that no page passes off a text as more than it is. A
draft with a finding that weighs enough does not count either; a person's text with one closes the
gate for the whole page, because leaving it out in silence would hide their work.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from transflow.config.schema import GateConfig
from transflow.model import Article, Entry, Finding, Segment, Severity, State

__all__ = ["Reason", "Shown", "Verdict", "judge"]

TERM_RULES = frozenset({"terminology"})
"""Rules whose findings say that an approved term is missing."""

_LEVEL = {
    State.UNTRANSLATED: 0,
    State.CHANGED: 1,
    State.UNCONFIRMED: 1,
    State.DRAFT: 1,
    State.EDITED: 2,
    State.TRANSLATED: 2,
    State.APPROVED: 3,
}
_ELSEWHERE = frozenset({State.CHANGED, State.UNCONFIRMED})
_REQUIRED = {"draft": 1, "edited": 2, "approved": 3}
_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Reason(StrEnum):
    """Why a page is not published."""

    NO_CATALOG = "no catalog"
    SHARE = "share"
    FINDINGS = "findings"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows for one sentence."""

    text: str
    """Translated text; the source text where `translated` is false."""
    state: State
    translated: bool
    line: int = 0
    """Line of the entry in its PO file, 0 for none."""

    @property
    def mark(self) -> State:
        """The state as a page says it: what is shown in the original's language is untranslated."""
        return self.state if self.translated else State.UNTRANSLATED


@dataclass(frozen=True)
class Verdict:
    """Whether an article may be a page in a locale, and what it would show."""

    article: str
    locale: str
    passes: bool
    shown: Mapping[str, Shown]
    """Segment id -> what the page shows."""
    states: Mapping[State, int]
    share: float
    reviewed: float
    reasons: tuple[tuple[Reason, str], ...] = ()
    engines: tuple[str, ...] = field(default=())
    """Engines that drew the drafts that are shown, most used first."""

    @property
    def texts(self) -> dict[str, str]:
        """Segment id -> translated text, as Article.render and Article.html take them."""
        return {key: shown.text for key, shown in self.shown.items() if shown.translated}


def judge(
    article: Article,
    entries: Iterable[Entry],
    findings: Sequence[Finding],
    gate: GateConfig,
    *,
    locale: str,
    withhold: bool = False,
) -> Verdict:
    """Judge one article in one locale.

    Args:
        article: The original.
        entries: Its catalog's entries.
        findings: What the checks found in them, accepted findings left out.
        gate: What the workflow asks.
        locale: BCP 47 tag of the catalog.
        withhold: Show the original instead of a sentence whose finding would close the gate;
            for pages that are out already and must not fall for one changed sentence.
    """
    catalog = {entry.key: entry for entry in entries if entry.state is not State.OBSOLETE}
    required = _REQUIRED[gate.require]
    seen = {key for key, entry in catalog.items() if _level(entry) >= required}
    closing = [one for one in findings if _closes(one, gate) and _about(one, seen)]
    barred = {
        (one.msgctxt, one.msgid)
        for one in closing
        if one.msgid and (withhold or _is_draft(catalog[one.msgctxt, one.msgid]))
    }
    visible = seen - barred
    shown = {
        segment.id: _show(segment, find_entry(segment, catalog), visible)
        for segment in article.segments
    }
    states = Counter(one.state for one in shown.values())
    total = len(shown) or 1
    share = sum(one.translated for one in shown.values()) / total if shown else 1.0
    reasons = _reasons(catalog, share, closing, gate, barred)
    return Verdict(
        article=article.id,
        locale=locale,
        passes=not reasons,
        shown=shown,
        states=dict(states),
        share=share,
        reviewed=states[State.APPROVED] / total if shown else 1.0,
        reasons=reasons,
        engines=_engines(article, catalog, shown),
    )


def find_entry(segment: Segment, catalog: Mapping[tuple[str, str], Entry]) -> Entry | None:
    """The entry of a segment: by the author's context, by the unit's kind, or without one."""
    # A StrEnum is its own string: `.value` would cost more than the look-up.
    text = segment.text
    entry = catalog.get((segment.context or segment.kind, text)) or catalog.get(("", text))
    return entry or (catalog.get((segment.kind, text)) if segment.context else None)


def _show(segment: Segment, entry: Entry | None, visible: set[tuple[str, str]]) -> Shown:
    if entry is None:
        return Shown(segment.text, State.UNTRANSLATED, translated=False)
    if entry.key in visible:
        return Shown(_text(entry), entry.state, translated=True, line=entry.line)
    return Shown(segment.text, entry.state, translated=False, line=entry.line)


def _text(entry: Entry) -> str:
    """What stands for an entry: its draft, where its msgstr was written for another sentence."""
    return entry.draft if entry.state in _ELSEWHERE else entry.msgstr


def _level(entry: Entry) -> int:
    return _LEVEL.get(entry.state, 0) if _text(entry) else 0


def _is_draft(entry: Entry) -> bool:
    return _LEVEL[entry.state] == _REQUIRED["draft"]


def _about(finding: Finding, seen: set[tuple[str, str]]) -> bool:
    """Whether a finding is about something the page shows."""
    return not finding.msgid or (finding.msgctxt, finding.msgid) in seen


def _closes(finding: Finding, gate: GateConfig) -> bool:
    if gate.terms and finding.rule in TERM_RULES:
        return True
    return gate.findings != "none" and _WEIGHT[finding.severity] >= _WEIGHT[Severity(gate.findings)]


def _reasons(
    catalog: Mapping[tuple[str, str], Entry],
    share: float,
    closing: Sequence[Finding],
    gate: GateConfig,
    barred: set[tuple[str, str]],
) -> tuple[tuple[Reason, str], ...]:
    if not catalog:
        return ((Reason.NO_CATALOG, "it has no catalog"),)
    quiet = [one for one in closing if (one.msgctxt, one.msgid) in barred]
    loud = [one for one in closing if (one.msgctxt, one.msgid) not in barred]
    reasons = []
    if share + 1e-9 < gate.share:
        why = f"{share:.0%} of the sentences count ({gate.require} or better), {gate.share:.0%} are asked"
        if quiet:
            why += f"; drafts left out: {_told(quiet)}"
        reasons.append((Reason.SHARE, why))
    for reason, some in (
        (Reason.TERMS, [one for one in loud if one.rule in TERM_RULES]),
        (Reason.FINDINGS, [one for one in loud if one.rule not in TERM_RULES]),
    ):
        if some:
            reasons.append((reason, _told(some)))
    return tuple(reasons)


def _told(findings: Sequence[Finding]) -> str:
    """The first finding with its place, and how many more there are."""
    first = findings[0]
    place = f" (line {first.line})" if first.line else ""
    more = f" and {len(findings) - 1} more" if len(findings) > 1 else ""
    return f"{first.rule}: {first.message}{place}{more}"


def _engines(
    article: Article, catalog: Mapping[tuple[str, str], Entry], shown: Mapping[str, Shown]
) -> tuple[str, ...]:
    count: Counter[str] = Counter()
    for segment in article.segments:
        one = shown[segment.id]
        if not one.translated or one.state in {State.APPROVED, State.TRANSLATED}:
            continue
        entry = find_entry(segment, catalog)
        engine = entry.provenance.engine if entry is not None and entry.provenance else ""
        if "/" in engine:  # `memory`, `glossary` and `copy` are no translators
            count[engine] += 1
    return tuple(name for name, _ in count.most_common())
