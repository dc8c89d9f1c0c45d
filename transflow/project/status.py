"""Where everything stands: by article and locale, and as a reviewer's work list."""

from transflow import pipeline
from transflow.catalogs import ASIDE, unsettled
from transflow.model import Entry, Finding, Severity, State
from transflow.pipeline import Job, survey
from transflow.pipeline import run as run_stages
from transflow.pipeline.facts import ArticleFacts
from transflow.project.asking import refuse_unknown
from transflow.project.standing import StatusRow, WorkItem, is_figure

__all__ = ["rows", "work_list"]

_ORDER = (State.UNCONFIRMED, State.CHANGED, State.EDITED, State.DRAFT, State.UNTRANSLATED)
_COUNTED = frozenset({State.TRANSLATED, State.APPROVED})
_TOLD = frozenset({"empty", "conflict"})
"""Rules that say what the entry's state says."""
_WHY = {
    State.UNCONFIRMED: "its words were written for another sentence: confirm or correct them",
    State.CHANGED: "the source changed since it was translated",
    State.EDITED: "edited and still flagged fuzzy: confirm it",
    State.DRAFT: "a machine's draft nobody has read",
    State.UNTRANSLATED: "not translated",
    State.TRANSLATED: "translated, waits for `transflow approve`",
}


def rows(job: Job) -> list[StatusRow]:
    """The state of every article in every locale, without changing anything.

    What an earlier run noted is taken from there; only where a file changed since are the
    articles and catalogs read.
    """
    found, problems, closed = survey(job), {}, []
    if found is None:
        work, _ = run_stages(job, pipeline.SURVEY)
        found = {article_id: work.facts[article_id] for article_id in work.articles}
        closed = [
            one for one in work.findings if one.rule == "article" and one.path in work.unreadable
        ]
        problems = {
            key: sheet.findings[0].message
            for key, sheet in work.sheets.items()
            if sheet.broken and sheet.findings
        }
    refuse_unknown(job, found)
    unread = [] if job.only else [_unread(one, locale) for one in closed for locale in job.locales]
    return unread + [
        _row(job, facts, locale, problems.get((article_id, locale), ""))
        for article_id, facts in found.items()
        if job.wants(article_id)
        for locale in job.locales
    ]


def _unread(finding: Finding, locale: str) -> StatusRow:
    """An article, or a folder of them, that cannot be read: it has a path and no id."""
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    problem = f"{place}: {finding.message}"
    return StatusRow(finding.path, locale, "", 0, 0, {}, 0, 0.0, "", problem)


def _row(job: Job, article: ArticleFacts, locale: str, problem: str) -> StatusRow:
    facts = article.sheets[locale]
    total = sum(facts.standing.values())
    path = job.layout.catalog_folder(locale) / f"{article.id}.po"
    return StatusRow(
        article=article.id,
        locale=locale,
        path=job.layout.relative(path),
        segments=total,
        words=article.words,
        states=dict(facts.standing),
        waiting_words=facts.waiting_words,
        reviewed=facts.standing.get(State.APPROVED, 0) / total if total else 1.0,
        edited=facts.edited,
        problem=problem,
        remembered=facts.remembered,
    )


def work_list(job: Job) -> list[WorkItem]:
    """What waits in the job's locales.

    First files that cannot be read, then what people must settle: errors in words that count as translated, conflicts, entries that
    were sent back. Then words that may be wrong, then drafts. Within a state, entries with findings
    come first, the gravest before the others, and menus, headers and footers last; of drafts, still behind these, what is
    nothing but a figure, as long as no check has anything against it.
    """
    from transflow.pipeline.reading import catalog_of, release  # noqa: PLC0415 - loads parsers
    from transflow.pipeline.reporting import weighed  # noqa: PLC0415

    work, _ = run_stages(job, pipeline.CHECK)
    closed = [one for one in work.findings if one.rule == "article" and one.path in work.unreadable]
    broken = [one for sheet in work.sheets.values() if sheet.broken for one in sheet.findings]
    closed += [one for one in broken if one.severity is Severity.ERROR]
    ranked: list[tuple[tuple[int, ...], WorkItem]] = []
    for sheet in work.sheets.values():
        catalog = catalog_of(work, sheet)
        if catalog is None:
            continue
        by_key: dict[tuple[str, str], list[Finding]] = {}
        for finding in weighed(sheet):
            by_key.setdefault((finding.msgctxt, finding.msgid), []).append(finding)
        for entry in catalog.entries:
            item = _item(work.job.layout.relative(sheet.path), entry, by_key.get(entry.key, []))
            if item:
                ranked.append((_rank(entry, by_key.get(entry.key, []), len(ranked)), item))
        release(work, sheet)
    unread = [WorkItem(one.path, one.line, None, one.message, "") for one in closed]
    return unread + [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def _item(path: str, entry: Entry, findings: list[Finding]) -> WorkItem | None:
    grave = [finding for finding in findings if finding.severity is not Severity.INFO]
    if entry.state is State.APPROVED and not grave:
        return None
    told = unsettled(entry.comments) if entry.fuzzy else ()
    why = told[0] if told else _WHY.get(entry.state, "approved, but a check disagrees")
    if entry.remembered and not told:
        why = "from the memory: a person wrote it for the same sentence elsewhere; confirm that it fits"
    found = tuple(f"{finding.rule}: {finding.message}" for finding in findings)
    news = [text for text, one in zip(found, findings, strict=True) if one.rule not in _TOLD]
    text = f"{why}; {news[0]}" if news else why
    return WorkItem(path, entry.line, entry.state, text, entry.msgid, found)


def _rank(entry: Entry, findings: list[Finding], number: int) -> tuple[int, ...]:
    weight = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    worst = min((weight[finding.severity] for finding in findings), default=3)
    if (entry.fuzzy and unsettled(entry.comments)) or (entry.state in _COUNTED and not worst):
        return (-1, 0, 0, worst, number)
    order = _ORDER.index(entry.state) if entry.state in _ORDER else len(_ORDER)
    aside = any(line.strip() == ASIDE for line in entry.extracted)
    figure = entry.state is State.DRAFT and is_figure(entry.msgid) and worst == len(weight)
    return (order, figure, aside, worst, number)
