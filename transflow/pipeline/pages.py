"""The last stage: pages. Where nothing at all changed since the last time, they are left alone."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from typing import Any

from transflow import publishing
from transflow.errors import TransflowError
from transflow.model import Entry, Finding, Severity, State
from transflow.pipeline.fingerprints import digest, environment, file_digest, listing
from transflow.pipeline.job import Run
from transflow.pipeline.reading import entries_of, release, trouble
from transflow.publishing import PageChange, PageResult, PublishReport

__all__ = ["judge_links", "publish_drafted", "publish_pages"]

_OF_LINKS = frozenset({
    "anchor-dead", "asset-active", "asset-missing", "asset-remote", "element-removed", "link-dead",
    "template-tag",
})  # fmt: skip
"""Rules about what an author wrote; the others of a publish are about pages."""


class _Entries(Mapping[tuple[str, str], tuple[Entry, ...]]):
    """(article id, locale) -> a catalog's entries, read when they are asked for and not held."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def __getitem__(self, key: tuple[str, str]) -> tuple[Entry, ...]:
        sheet = self._run.sheets[key]
        entries = None if sheet.unsaved else entries_of(self._run, sheet)
        if entries is None:  # what is on disk is not what a page could be made of
            raise KeyError(key)
        release(self._run, sheet)
        return entries

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._run.sheets)

    def __len__(self) -> int:
        return len(self._run.sheets)


def publish_pages(run: Run) -> None:
    """Write the site from what passes the gate."""
    job = run.job
    known = None if job.dry_run else _known(run, _key(run))
    if known is None:
        known = _publish(run, dry_run=job.dry_run)
        _note(run, known)
    if run.unreadable:
        run.notes.append("pages of articles that cannot be read stay as they were")
    run.publishing = replace(known, findings=(*_unread(run), *known.findings))
    run.findings += known.findings


def judge_links(run: Run) -> None:
    """What a publish would find in the articles: links that lead nowhere, pictures that are not there.

    A check only looks: nothing is written, and what an earlier publish found out is taken over.
    """
    key = _key(run)
    ledger = run.records.ledger if run.records and key else None
    data = ledger.whole("links", key) if ledger else None
    if data is None:
        try:
            found = (_known(run, key) or _publish(run, dry_run=True)).findings
        except TransflowError as cause:
            # A template of the project's own, say: pages are not for a check to refuse.
            run.notes.append(f"links were not looked at: {cause}")
            return
        said = {
            (each.rule, each.path, each.line, each.message): each
            for each in reversed(found)  # told of the first page of several
            if each.rule in _OF_LINKS
        }
        data = {"findings": [asdict(each) for each in reversed(said.values())]}
        if ledger:
            ledger.record_whole("links", key, data)
    ids = {article.path: article.id for article in run.articles.unread()}
    run.findings += [
        finding
        for finding in _findings(data)
        if finding.locale in {"", run.job.workflow.source.locale, *run.job.locales}
        and run.job.wants(ids.get(finding.path, ""))
    ]


def _findings(data: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(
        Finding(**{**one, "severity": Severity(one["severity"])}) for one in data["findings"]
    )


def publish_drafted(run: Run) -> None:
    """The same at the end of a run: where the site cannot be written, what was drafted is told."""
    try:
        publish_pages(run)
    except TransflowError as cause:
        run.findings.append(trouble("write", cause, run.job.layout))


def _publish(run: Run, *, dry_run: bool) -> PublishReport:
    job = run.job
    return publishing.publish(
        job.workflow,
        run.articles.unread(),
        _Entries(run),
        {key: tuple(sheet.findings) for key, sheet in run.sheets.items()},
        root=job.layout.root,
        now=job.now,
        held=sorted(run.unreadable),
        dry_run=dry_run,
        stamp=partial(_stamp, run),
    )


def _unread(run: Run) -> list[Finding]:
    """The files that cannot be read: a publish on its own must tell of them as well."""
    articles = [one for one in run.findings if one.rule == "article"]
    broken = [sheet for sheet in run.sheets.values() if sheet.broken]
    return articles + [one for sheet in broken for one in sheet.findings if one.rule == "catalog"]


def _stamp(run: Run, article_id: str, locale: str) -> str:
    """A name for all that decides about a page beside the gate; empty where it is in doubt."""
    if run.records is None or run.records.doubtful:
        return ""
    if not locale:
        return run.records.text_key(article_id)
    sheet = run.sheets.get((article_id, locale))
    if sheet is None or sheet.broken or sheet.unsaved:
        return ""
    return digest(run.records.sheet_key(article_id, locale), *map(repr, sheet.findings))


def _key(run: Run) -> str:
    """A hash of all that a publish reads, and of what is out; empty where that cannot be said."""
    records, layout = run.records, run.job.layout
    if records is None or run.unreadable:
        return ""
    wholes = [records.whole_key(run, locale) for locale in layout.workflow.locales]
    articles = layout.articles_root
    files = listing(
        articles,
        layout.site_templates,
        *(layout.site_templates.parent / one for one in ("static", "root")),
        without=[layout.root / records.path(article_id) for article_id in run.articles],
    )
    out = listing(layout.output)
    if not all([*wholes, files, out]):
        return ""
    words = sorted(layout.locales.glob("*/LC_MESSAGES/site.po"))
    return digest(
        environment(),
        layout.workflow.model_dump_json(),
        *(f"{article_id} {records.text_key(article_id)}" for article_id in run.articles),
        *wholes,
        files,
        out,
        *(f"{path} {file_digest(path)}" for path in words),
        file_digest(layout.published),
        file_digest(layout.state / "published-files.json"),
    )


def _known(run: Run, key: str) -> PublishReport | None:
    """The report of the last publish, if this one would do nothing."""
    data = run.records.ledger.whole("site", key) if run.records and key else None
    if data is None:
        return None
    since, until = datetime.fromisoformat(data["since"]), data["until"]
    if run.job.now < since or (until and run.job.now >= datetime.fromisoformat(until)):
        return None
    return PublishReport(
        output=run.job.layout.output,
        pages=tuple(_page(one) for one in data["pages"]),
        findings=_findings(data),
    )


def _page(data: dict[str, Any]) -> PageResult:
    return PageResult(
        **{
            **data,
            "change": PageChange(data["change"]),
            "reasons": tuple(data["reasons"]),
            "states": {State(name): count for name, count in data["states"].items()},
        }
    )


def _note(run: Run, report: PublishReport) -> None:
    """Note what the next publish would say if nothing changes until then.

    A page that was withdrawn just now is asked again: next time it is one that is not out, which
    has another reason. One that stands although its article moved on is judged by the same facts
    again: published.json keeps what it passed with.
    """
    settled = all(page.change is not PageChange.WITHDRAWN for page in report.pages)
    if run.records is None or report.dry_run or not (settled or not report.written):
        return
    key = _key(run)
    if not key:
        return
    turns = [datetime.fromisoformat(turn) for facts in run.facts.values() for turn in facts.turns]
    coming = min((turn for turn in turns if turn > run.job.now), default=None)
    pages = [
        replace(page, change=PageChange.UNCHANGED if page.published else PageChange.NONE)
        for page in report.pages
    ]
    run.records.ledger.record_whole(
        "site",
        key,
        {
            "since": run.job.now.isoformat(),
            "until": coming.isoformat() if coming else "",
            "pages": [asdict(page) for page in pages],
            "findings": [asdict(finding) for finding in report.findings],
        },
    )
