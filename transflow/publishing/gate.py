"""The gate: which sentences may be shown in a locale, and whether they make a page.

A sentence counts when its state is at least what `gate.require` asks. What does not count is
shown in the language of the original, so that no page passes off a text as more than it is. A
draft with a finding that weighs enough does not count either; a person's text with one closes the
gate for the whole page, because leaving it out in silence would hide their work.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple

from transflow.catalogs.companions import host_of
from transflow.config.schema import GateConfig
from transflow.model import MERGED, Article, Entry, Finding, Segment, Severity, State, Unit

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
_PERSONS = frozenset({State.APPROVED, State.TRANSLATED})
_REQUIRED = {"draft": 1, "edited": 2, "approved": 3}
_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Reason(StrEnum):
    """Why a page is not published."""

    NO_CATALOG = "no catalog"
    SHARE = "share"
    FINDINGS = "findings"
    TERMS = "terms"


class Shown(NamedTuple):
    """What a page shows for one sentence.

    A tuple, since a large site has a million of them.
    """

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
    """Sentences by state."""
    visible: Mapping[State, int]
    """Sentences that are shown translated, by state."""
    share: float
    reviewed: float
    digest: str
    """Hash of what is shown."""
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
    aside: bool = True,
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
        aside: Judge what stands on no page, too: other outputs have it.
    """
    catalog = {
        (entry.msgctxt, entry.msgid): entry
        for entry in entries
        if entry.state is not State.OBSOLETE
    }
    if not aside and any(unit.aside for unit in article.units):
        article, catalog = _on_page(article, catalog)
    seen = _seen(catalog, _REQUIRED[gate.require])
    closing = [one for one in findings if _closes(one, gate) and _about(one, seen)]
    barred = {
        (one.msgctxt, one.msgid)
        for one in closing
        if one.msgid and (withhold or _is_draft(catalog[one.msgctxt, one.msgid]))
    }
    visible = {key: text for key, text in seen.items() if key not in barred} if barred else seen
    shown, drafts = _shown(article, catalog, visible)
    states = Counter([one.state for one in shown.values()])
    translated = Counter([one.state for one in shown.values() if one.translated])
    total = len(shown) or 1
    share = translated.total() / total if shown else 1.0
    reasons = _reasons(share, closing, gate, barred) if catalog else _no_catalog(findings)
    return Verdict(
        article=article.id,
        locale=locale,
        passes=not reasons,
        shown=shown,
        states=dict(states),
        visible=dict(translated),
        share=share,
        reviewed=states[State.APPROVED] / total if shown else 1.0,
        digest=_digest(shown.values()),
        reasons=reasons,
        engines=_engines(drafts),
    )


def find_entry(segment: Segment, catalog: Mapping[tuple[str, str], Entry]) -> Entry | None:
    """The entry of a segment: by the author's context, by the unit's kind, or without one."""
    # A StrEnum is its own string: `.value` would cost more than the look-up.
    text = segment.text
    entry = catalog.get((segment.context or segment.kind, text)) or catalog.get(("", text))
    return entry or (catalog.get((segment.kind, text)) if segment.context else None)


def _seen(catalog: Mapping[tuple[str, str], Entry], required: int) -> dict[tuple[str, str], str]:
    """The entries that count by their state, and what stands for each.

    A msgstr that was written for another sentence does not: its draft does.
    """
    enough = {state for state, level in _LEVEL.items() if level >= required}
    texts = {
        key: entry.draft if entry.state in _ELSEWHERE else entry.msgstr
        for key, entry in catalog.items()
        if entry.state in enough
    }
    return {key: text for key, text in texts.items() if text}


def _on_page(
    article: Article, catalog: Mapping[tuple[str, str], Entry]
) -> tuple[Article, dict[tuple[str, str], Entry]]:
    """An article without its menus and footers, and the entries of what is left."""
    known = {one.name: getattr(article, one.name) for one in fields(Article)}
    known["units"] = tuple(unit for unit in article.units if not unit.aside)
    article = Article(**known)  # what a run hands over may be of a class that is read when asked
    found = (find_entry(segment, catalog) for unit in article.units for segment in unit.segments)
    return article, {entry.key: entry for entry in found if entry}


def _shown(
    article: Article,
    catalog: Mapping[tuple[str, str], Entry],
    visible: Mapping[tuple[str, str], str],
) -> tuple[dict[str, Shown], list[Entry]]:
    """What the page shows by segment, and the drafts among it, once for each place."""
    shown: dict[str, Shown] = {}
    drafts: list[Entry] = []
    for unit in article.units:
        for segment in unit.segments:
            entry = find_entry(segment, catalog)
            if entry is None:
                shown[segment.id] = Shown(segment.text, State.UNTRANSLATED, False)
                continue
            state = entry.state
            text = visible.get((entry.msgctxt, entry.msgid))
            if text is not None:
                if entry.remembered:  # no machine's words: what they lack is an approval
                    state = State.TRANSLATED
                shown[segment.id] = Shown(text, state, True, entry.line)
                if state not in _PERSONS:
                    drafts.append(entry)
            else:
                shown[segment.id] = Shown(segment.text, state, False, entry.line)
        _find_astray(unit, shown)
    return shown, drafts


def _find_astray(unit: Unit, shown: dict[str, Shown]) -> None:
    """Show the original of merged sentences whose neighbour's translation is not shown."""
    texts = [shown[segment.id] for segment in unit.segments]
    if not any(one.text == MERGED and one.translated for one in texts):
        return
    rows = [(segment.text, one.text) for segment, one in zip(unit.segments, texts, strict=True)]
    for at, segment in enumerate(unit.segments):
        if texts[at].translated and rows[at][1] == MERGED:
            host = host_of(rows, at)
            if host is None or not texts[host].translated:
                shown[segment.id] = Shown(segment.text, texts[at].state, False, texts[at].line)


def _digest(shown: Iterable[Shown]) -> str:
    parts: list[str] = []
    for one in shown:
        parts += (one.state, one.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _is_draft(entry: Entry) -> bool:
    return _LEVEL[entry.state] == _REQUIRED["draft"]


def _about(finding: Finding, seen: Mapping[tuple[str, str], str]) -> bool:
    """Whether a finding is about something the page shows."""
    return not finding.msgid or (finding.msgctxt, finding.msgid) in seen


def _closes(finding: Finding, gate: GateConfig) -> bool:
    if gate.terms and finding.rule in TERM_RULES:
        return True
    return gate.findings != "none" and _WEIGHT[finding.severity] >= _WEIGHT[Severity(gate.findings)]


def _no_catalog(findings: Iterable[Finding]) -> tuple[tuple[Reason, str], ...]:
    """There is none, or one that cannot be read, which is another thing to mend."""
    for one in findings:
        if one.rule == "catalog" and one.severity is Severity.ERROR:
            return ((Reason.NO_CATALOG, f"its catalog cannot be used: {one.message}"),)
    return ((Reason.NO_CATALOG, "it has no catalog"),)


def _reasons(
    share: float,
    closing: Sequence[Finding],
    gate: GateConfig,
    barred: set[tuple[str, str]],
) -> tuple[tuple[Reason, str], ...]:
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


def _engines(drafts: Iterable[Entry]) -> tuple[str, ...]:
    engines = [entry.provenance.engine for entry in drafts if entry.provenance]
    # `memory`, `glossary` and `copy` are no translators
    count = Counter([engine for engine in engines if "/" in engine])
    return tuple(name for name, _ in count.most_common())
