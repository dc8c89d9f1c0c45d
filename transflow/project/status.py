"""Where everything stands: by article and locale, and as a reviewer's work list."""

from collections import Counter
from dataclasses import dataclass

from transflow.catalogs import Catalog
from transflow.model import Entry, Finding, Severity, State
from transflow.pipeline import CHECK, Job, Run
from transflow.pipeline import run as run_stages
from transflow.pipeline.reporting import weighed

__all__ = ["StatusRow", "WorkItem", "rows", "work_list"]

_ORDER = (State.UNCONFIRMED, State.CHANGED, State.EDITED, State.DRAFT, State.UNTRANSLATED)
_WHY = {
    State.UNCONFIRMED: "its words were written for another sentence: confirm or correct them",
    State.CHANGED: "the source changed since it was translated",
    State.EDITED: "edited and still flagged fuzzy: confirm it",
    State.DRAFT: "a machine's draft nobody has read",
    State.UNTRANSLATED: "not translated",
    State.TRANSLATED: "translated, waits for `transflow approve`",
}


@dataclass(frozen=True)
class StatusRow:
    """One article in one locale."""

    article: str
    locale: str
    path: str
    segments: int
    words: int
    """Words of the source."""
    states: dict[State, int]
    waiting_words: int
    """Words of the source in sentences that are not approved."""
    reviewed: float
    """Share of sentences that are approved, 0 to 1."""
    edited: str
    """PO-Revision-Date and Last-Translator of the catalog."""
    problem: str = ""
    """Why the catalog could not be read."""

    def as_dict(self) -> dict[str, object]:
        """Plain data for `--json`."""
        return {
            "article": self.article,
            "locale": self.locale,
            "path": self.path,
            "segments": self.segments,
            "words": self.words,
            "waiting_words": self.waiting_words,
            "states": {state.value: self.states.get(state, 0) for state in State},
            "reviewed": round(self.reviewed, 4),
            "edited": self.edited,
            "problem": self.problem,
        }


@dataclass(frozen=True)
class WorkItem:
    """One entry that waits for a reviewer."""

    path: str
    line: int
    state: State
    why: str
    msgid: str
    findings: tuple[str, ...] = ()


def rows(job: Job) -> list[StatusRow]:
    """The state of every article in every locale, without changing anything."""
    work, _ = run_stages(job, CHECK[:-1])
    return [
        _row(work, article, locale)
        for article in work.articles
        if job.wants(article)
        for locale in job.locales
    ]


def _row(work: Run, article_id: str, locale: str) -> StatusRow:
    sheet = work.sheets[article_id, locale]
    texts = [s.text for s in work.articles[article_id].segments]
    found = sheet.catalog.entries if sheet.catalog else ()
    wanted = set(texts)
    entries = [entry for entry in found if entry.msgid in wanted]
    states = Counter(entry.state for entry in entries)
    missing = wanted - {entry.msgid for entry in entries}
    states[State.UNTRANSLATED] += len(missing)
    total = states.total()
    waiting = [entry.msgid for entry in entries if entry.state is not State.APPROVED] + [*missing]
    problem = sheet.findings[0].message if sheet.broken and sheet.findings else ""
    return StatusRow(
        article=article_id,
        locale=locale,
        path=work.job.layout.relative(sheet.path),
        segments=total,
        words=sum(len(text.split()) for text in texts),
        states={state: states[state] for state in State if states[state]},
        waiting_words=sum(len(text.split()) for text in waiting),
        reviewed=states[State.APPROVED] / total if total else 1.0,
        edited=_edited(sheet.catalog),
        problem=problem,
    )


def _edited(catalog: Catalog | None) -> str:
    if catalog is None:
        return ""
    header = catalog.header
    who = header.get("Last-Translator", "").partition("<")[0].strip()
    return " ".join(part for part in (header.get("PO-Revision-Date", ""), who) if part)


def work_list(job: Job) -> list[WorkItem]:
    """What waits in the job's locales: words that may be wrong first, then drafts, errors before.

    Within a state, entries with findings come first, the gravest before the others.
    """
    work, _ = run_stages(job, CHECK)
    ranked: list[tuple[tuple[int, int, int], WorkItem]] = []
    for sheet in work.sheets.values():
        if sheet.catalog is None:
            continue
        by_key: dict[tuple[str, str], list[Finding]] = {}
        for finding in weighed(sheet):
            by_key.setdefault((finding.msgctxt, finding.msgid), []).append(finding)
        for entry in sheet.catalog.entries:
            item = _item(work.job.layout.relative(sheet.path), entry, by_key.get(entry.key, []))
            if item:
                ranked.append((_rank(entry, by_key.get(entry.key, []), len(ranked)), item))
    return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def _item(path: str, entry: Entry, findings: list[Finding]) -> WorkItem | None:
    grave = [finding for finding in findings if finding.severity is not Severity.INFO]
    if entry.state is State.APPROVED and not grave:
        return None
    why = _WHY.get(entry.state, "approved, but a check disagrees")
    told = tuple(f"{finding.rule}: {finding.message}" for finding in findings)
    text = f"{why}; {told[0]}" if told else why
    return WorkItem(path, entry.line, entry.state, text, entry.msgid, told)


def _rank(entry: Entry, findings: list[Finding], number: int) -> tuple[int, int, int]:
    weight = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    worst = min((weight[finding.severity] for finding in findings), default=3)
    order = _ORDER.index(entry.state) if entry.state in _ORDER else len(_ORDER)
    return (order, worst, number)
