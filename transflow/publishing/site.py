"""From judged articles to a folder of pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from transflow.collecting import set_aside, uncollected
from transflow.config import Layout, Workflow
from transflow.model import Article, Entry, Finding
from transflow.publishing.findings import early_pages
from transflow.publishing.history import recorded
from transflow.publishing.known import Known, Stamp, unnamed
from transflow.publishing.plan import Left, Planned, make_plan
from transflow.publishing.record import Record, RecordedPage
from transflow.publishing.report import PageChange, PageResult, PublishReport
from transflow.publishing.tree import Tree
from transflow.publishing.writing import SiteWriter

__all__ = ["publish"]


def publish(
    workflow: Workflow,
    articles: Sequence[Article],
    catalogs: Mapping[tuple[str, str], Iterable[Entry]],
    findings: Mapping[tuple[str, str], Sequence[Finding]],
    *,
    root: Path,
    now: datetime,
    held: Collection[str] = (),
    dry_run: bool = False,
    stamp: Stamp = unnamed,
) -> PublishReport:
    """Write the site, or with `dry_run` say what would be written.

    Args:
        workflow: What workflow.yaml says.
        articles: All articles of the project that could be read.
        catalogs: (article id, locale) -> the catalog's entries; absent for no catalog.
        findings: (article id, locale) -> what the checks found there, accepted ones left out.
        root: The project's folder.
        now: Aware; decides embargoes (`publish_at`), and is the date of pages that are new.
        held: Paths of articles that could not be read: where there are any, pages that are out
            and belong to none of `articles` stay as they were.
        dry_run: Change nothing.
        stamp: Names what decides about an article and its catalogs, so that what the last publish
            found out is taken over (see transflow.publishing.known).

    Raises:
        TransflowError: If the output folder cannot be written or is not ours to replace.
    """
    layout = Layout(root, workflow)
    with uncollected():
        old = Record.load(layout.published)
        tree = Tree(layout.output, layout.state / "published-files.json", dry_run=dry_run)
        asked = f"{workflow.gate.model_dump_json()} {workflow.site.outputs}"
        known = Known(tree.recalled, stamp, asked)
        plan = make_plan(
            workflow,
            articles,
            catalogs,
            findings,
            layout=layout,
            record=old,
            now=now,
            known=known,
            left=Left(_left(layout, old, articles) if held else {}, held),
        )
        tree.remember(known.dump())
        record = recorded(plan, old, now, keep=workflow.gate.on_change == "keep")
    site = SiteWriter(workflow, layout, plan, record, tree)
    try:
        with set_aside():
            site.write()
        removed = tree.commit()
    except BaseException:
        tree.abandon()
        raise
    if not dry_run and (record != old or not layout.published.exists()):
        record.save(layout.published)
    fresh = frozenset(tree.written)
    return PublishReport(
        output=layout.output,
        pages=tuple(_result(page, workflow, old, fresh) for page in plan.pages),
        findings=tuple(_told_once([*plan.findings, *early_pages(plan, now), *site.findings])),
        written=tuple(tree.written),
        removed=removed,
        dry_run=dry_run,
    )


def _left(layout: Layout, record: Record, articles: Sequence[Article]) -> dict[str, RecordedPage]:
    """Pages that are out and belong to no article that could be read."""
    known = {article.id for article in articles}
    return {
        key: page
        for key, page in record.pages.items()
        if key.partition("/")[2] not in known
        and (layout.output / page.address / "index.html").is_file()
    }


def _told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong on several of an article's pages is wrong in the article: told without locale."""
    same: dict[Finding, list[Finding]] = {}
    for finding in findings:
        same.setdefault(replace(finding, locale=""), []).append(finding)
    for finding, found in same.items():
        yield found[0] if len({one.locale for one in found}) == 1 else finding


def _result(page: Planned, workflow: Workflow, old: Record, fresh: frozenset[str]) -> PageResult:
    was_out = page.key in old.pages
    if not page.published:
        change = PageChange.WITHDRAWN if was_out else PageChange.NONE
    elif f"{page.address}index.html" not in fresh:
        change = PageChange.UNCHANGED
    else:
        change = PageChange.CHANGED if was_out else PageChange.NEW
    config = workflow.locales.get(page.locale)
    required = page.article.id in workflow.site.required or bool(config and config.required)
    return PageResult(
        article=page.article.id,
        locale=page.locale,
        published=page.published,
        change=change,
        address=page.address if page.published else "",
        reasons=page.reasons or page.notes,
        states=page.verdict.states if page.verdict else {},
        share=page.verdict.share if page.verdict else 1.0,
        reviewed=page.making.share if page.making else 1.0,
        required=required and page.verdict is not None and not page.piece,
        kept=bool(page.kept),
    )
