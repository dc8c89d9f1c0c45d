"""Decides, before a byte is written, which pages there will be and where."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from transflow.config import Layout, Workflow
from transflow.model import Article, Entry, Finding, Severity
from transflow.publishing.address import page_address, slug_of
from transflow.publishing.facts import Facts, facts
from transflow.publishing.gate import Verdict, judge
from transflow.publishing.links import SiteMap
from transflow.publishing.record import Record
from transflow.publishing.visibility import hidden

__all__ = ["Plan", "Planned", "make_plan"]


@dataclass(frozen=True)
class Planned:
    """One article in one locale."""

    article: Article
    locale: str
    address: str
    verdict: Verdict | None
    """None for a page in the original's own language."""
    reasons: tuple[str, ...] = ()
    """Why there is no page; empty if there is one."""
    kept: str = ""
    """Day of the last good page, where that stands."""
    notes: tuple[str, ...] = ()
    """Why the page is as it is."""

    @property
    def key(self) -> str:
        """As in published.json."""
        return f"{self.locale}/{self.article.id}"

    @property
    def published(self) -> bool:
        """Whether there is a page."""
        return not self.reasons

    @cached_property
    def facts(self) -> Facts:
        """Front matter in the page's language."""
        return facts(self.article, self.verdict, self.locale)

    @cached_property
    def content(self) -> str:
        """Hash of what the page shows."""
        digest = hashlib.sha256(self.article.source)
        if self.verdict is not None:
            digest.update(f"{self.verdict.engines}{self.kept}".encode())
            for shown in self.verdict.shown.values():
                digest.update(f"\0{shown.state.value}\0{shown.text}".encode())
        return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Plan:
    """All pages, and what links can lead to."""

    pages: tuple[Planned, ...]
    site: SiteMap
    findings: tuple[Finding, ...] = ()
    by_key: Mapping[tuple[str, str], Planned] = field(default_factory=dict)
    """(article id, locale) -> page."""

    @property
    def published(self) -> list[Planned]:
        """The pages there will be."""
        return [page for page in self.pages if page.published]


def make_plan(
    workflow: Workflow,
    articles: Sequence[Article],
    catalogs: Mapping[tuple[str, str], Iterable[Entry]],
    findings: Mapping[tuple[str, str], Sequence[Finding]],
    *,
    layout: Layout,
    record: Record,
    now: datetime,
) -> Plan:
    """Judge every article in every locale."""
    work = _Planner(workflow, catalogs, findings, record, now)
    pages = [page for article in articles for page in work.pages(article)]
    pages, trouble = _without_collisions(pages)
    prefix = layout.relative(layout.articles_root) + "/"
    prefix = "" if prefix == "./" else prefix
    site = SiteMap(
        root=layout.articles_root,
        prefix=prefix,
        source_locale=workflow.source.locale,
        by_path={article.path.removeprefix(prefix): article for article in articles},
        addresses={
            (page.article.id, page.locale): page.address for page in pages if page.published
        },
        originals=_originals(workflow, articles, now),
    )
    by_key = {(page.article.id, page.locale): page for page in pages}
    return Plan(tuple(pages), site, tuple(trouble), by_key)


def _originals(workflow: Workflow, articles: Sequence[Article], now: datetime) -> dict[str, str]:
    if workflow.site.source == "publish":
        return {}
    pattern = workflow.site.source
    return {
        article.id: pattern.replace("{id}", article.id).replace("{slug}", slug_of(article))
        for article in articles
        if not hidden(article, now)
    }


@dataclass(frozen=True)
class _Planner:
    workflow: Workflow
    catalogs: Mapping[tuple[str, str], Iterable[Entry]]
    findings: Mapping[tuple[str, str], Sequence[Finding]]
    record: Record
    now: datetime

    def pages(self, article: Article) -> list[Planned]:
        """An article's pages, the original's first."""
        why_not = hidden(article, self.now)
        reasons = (why_not,) if why_not else ()
        pages = []
        source = self.workflow.source.locale
        if self.workflow.site.source == "publish":
            pages.append(Planned(article, source, page_address(article, source), None, reasons))
        pages += [self._translated(article, locale, reasons) for locale in self.workflow.locales]
        return pages

    def _translated(self, article: Article, locale: str, reasons: tuple[str, ...]) -> Planned:
        entries = self.catalogs.get((article.id, locale), ())
        found = self.findings.get((article.id, locale), ())
        address = page_address(article, locale)
        verdict = judge(article, entries, found, self.workflow.gate, locale=locale)
        if reasons or verdict.passes:
            return Planned(article, locale, address, verdict, reasons)
        return Planned(article, locale, address, verdict, tuple(why for _, why in verdict.reasons))


def _without_collisions(pages: Sequence[Planned]) -> tuple[list[Planned], list[Finding]]:
    """Two articles at one address: the first keeps it, the other has no page."""
    taken: dict[str, Planned] = {}
    kept, trouble = [], []
    for page in pages:
        first = taken.setdefault(page.address, page) if page.published else page
        if first is page:
            kept.append(page)
            continue
        why = f"its address {page.address} is that of {first.article.path}"
        kept.append(Planned(page.article, page.locale, page.address, page.verdict, (why,)))
        trouble.append(
            Finding(
                "address-taken", Severity.ERROR, why, path=page.article.path, locale=page.locale
            )
        )
    return kept, trouble
