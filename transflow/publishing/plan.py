"""Decides, before a byte is written, which pages there will be and where."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from transflow.config import Layout, Workflow
from transflow.config.schema import SourceConfig
from transflow.files import folded
from transflow.model import Article, Entry, Finding, Severity
from transflow.publishing.address import is_list_address, page_address, source_path
from transflow.publishing.facts import Facts, facts
from transflow.publishing.gate import Reason, Verdict, judge
from transflow.publishing.kept import last_good, source_hash
from transflow.publishing.known import Brief, Known
from transflow.publishing.links import SiteMap
from transflow.publishing.notice import Making, making_of
from transflow.publishing.record import Record, RecordedPage
from transflow.publishing.stale import facts_of, making_of_page, stand_in

__all__ = ["Left", "Plan", "Planned", "make_plan"]


_OWN_FILES = ("index.html", "feed.xml", "sitemap.xml")
"""Files of a locale that no article may take the place of."""


_SITES_OWN = "the site's own"
_PIECE = "its name begins with _: a piece of other articles, which is no page"
_UNREAD = "its article cannot be read: the page stays as it was"


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
    passes: bool = False
    """Whether it passes the gate by itself."""
    unlisted: bool = False
    """Whether search engines are asked to leave it out (`site.index: reviewed`)."""
    stale: Path | None = None
    """The file of a page that stays as it was, because its catalog cannot be read."""
    day: str = ""
    """The day the article is of, ISO 8601."""
    aliases: Sequence[str] = ()
    """Of an original: addresses that lead to it, beside those that it had here."""
    piece: bool = False
    """It is part of other articles to a site generator: in the outputs for those, and no page."""
    displaced: bool = False
    """Whether a file of the site's own stands where the article in its own format would."""

    @property
    def key(self) -> str:
        """As in published.json."""
        return f"{self.locale}/{self.article.id}"

    @property
    def published(self) -> bool:
        """Whether there is a page."""
        return not self.reasons

    @property
    def robots(self) -> str:
        """`noindex` for a page that search engines are asked to leave out."""
        return "noindex" if self.unlisted else ""

    @cached_property
    def facts(self) -> Facts:
        """Front matter in the page's language."""
        if self.stale is not None:
            return facts_of(self.article, self.stale)
        return facts(self.article, self.verdict, self.locale)

    @cached_property
    def making(self) -> Making | None:
        """How it came to be; None for an original."""
        if self.stale is not None:
            return making_of_page(self.stale)
        if self.verdict is None:
            return None
        return replace(making_of(self.verdict), outdated=bool(self.kept))

    @cached_property
    def content(self) -> str:
        """Hash of what the page shows."""
        digest = hashlib.sha256(self.article.source + self.robots.encode())
        if self.verdict is not None:
            about = f"{self.verdict.engines}{self.kept}{self.verdict.digest}"
            digest.update(about.encode())
        return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Plan:
    """All pages, and what links can lead to."""

    pages: tuple[Planned, ...]
    site: SiteMap
    findings: tuple[Finding, ...] = ()
    by_key: Mapping[tuple[str, str], Planned] = field(default_factory=dict)
    """(article id, locale) -> page."""

    @cached_property
    def published(self) -> list[Planned]:
        """The pages there will be."""
        return [page for page in self.pages if page.published]

    @cached_property
    def exported(self) -> list[Planned]:
        """What other generators get: the pages, and pieces of them."""
        return [page for page in self.pages if page.published or page.piece]


@dataclass(frozen=True)
class Left:
    """Pages that are out and whose articles cannot be read."""

    pages: Mapping[str, RecordedPage] = field(default_factory=dict)
    """As in published.json."""
    unread: Collection[str] = ()
    """Paths of the articles that cannot be read."""


def make_plan(
    workflow: Workflow,
    articles: Sequence[Article],
    catalogs: Mapping[tuple[str, str], Iterable[Entry]],
    findings: Mapping[tuple[str, str], Sequence[Finding]],
    *,
    layout: Layout,
    record: Record,
    now: datetime,
    known: Known | None = None,
    left: Left | None = None,
) -> Plan:
    """Judge every article in every locale, as far as that is not known."""
    known = known or Known({})
    work = _Planner(workflow, catalogs, findings, layout, record, now, known)
    prefix = layout.relative(layout.articles_root) + "/"
    prefix = "" if prefix == "./" else prefix
    stays = list(_left(left or Left(), workflow.source, prefix, layout))
    pages = [page for article in articles for page in work.pages(article)] + stays
    pages.sort(key=lambda page: page.article.path)
    named = [*articles, *(page.article for page in stays if page.article.path)]
    if workflow.site.index == "reviewed":
        pages = [replace(page, unlisted=_is_unreviewed(page)) for page in pages]
    pages = [_as_piece(page) if page.published else page for page in pages]
    pages, trouble = _without_collisions(pages, workflow.site.outputs)
    site = SiteMap(
        root=layout.articles_root,
        prefix=prefix,
        source_locale=workflow.source.locale,
        by_path={article.path.removeprefix(prefix): article for article in named},
        addresses={
            (page.article.id, page.locale): page.address for page in pages if page.published
        },
        originals=_originals(workflow, articles, now, known),
        former=record.former,
    )
    by_key = {(page.article.id, page.locale): page for page in pages}
    return Plan(tuple(pages), site, tuple(trouble), by_key)


def _left(left: Left, source: SourceConfig, prefix: str, layout: Layout) -> Iterator[Planned]:
    """Pages that stay as they were, since their articles cannot be read."""
    articles: dict[str, Article] = {}
    for key, page in left.pages.items():
        locale, _, article_id = key.partition("/")
        article = articles.setdefault(article_id, stand_in(article_id, source, prefix, left.unread))
        file = layout.output / page.address / "index.html"
        one = Planned(article, locale, page.address, None, notes=(_UNREAD,), stale=file)
        day = one.facts.date
        yield replace(one, day=day.isoformat() if day else "")


def _as_piece(page: Planned) -> Planned:
    """`_fees.mdx`, which Docusaurus and others include in pages; `_index.md` is a page of Hugo's."""
    name = PurePosixPath(page.article.path).name
    if not name.startswith("_") or name.startswith("_index."):
        return page
    return replace(page, piece=True, reasons=(_PIECE,))


def _is_unreviewed(page: Planned) -> bool:
    return page.making is not None and page.making.machine > 0


def _originals(
    workflow: Workflow, articles: Sequence[Article], now: datetime, known: Known
) -> dict[str, str]:
    if workflow.site.source == "publish":
        return {}
    pattern = workflow.site.source
    briefs = {article.id: known.brief(article) for article in articles}
    return {
        article_id: pattern.replace("{id}", quote(article_id)).replace("{slug}", quote(brief.slug))
        for article_id, brief in briefs.items()
        if not brief.hidden(now)
    }


@dataclass(frozen=True)
class _Planner:
    workflow: Workflow
    catalogs: Mapping[tuple[str, str], Iterable[Entry]]
    findings: Mapping[tuple[str, str], Sequence[Finding]]
    layout: Layout
    record: Record
    now: datetime
    known: Known

    def pages(self, article: Article) -> list[Planned]:
        """An article's pages, the original's first."""
        brief = self.known.brief(article)
        why_not = brief.hidden(self.now)
        reasons = (why_not,) if why_not else ()
        pages = []
        source = self.workflow.source.locale
        if self.workflow.site.source == "publish":
            address = page_address(article.id, brief.slug, source)
            own = Planned(article, source, address, None, reasons, day=brief.day)
            pages.append(replace(own, aliases=brief.aliases))
        return pages + [
            self._translated(article, locale, brief, reasons) for locale in self.workflow.locales
        ]

    def _translated(
        self, article: Article, locale: str, brief: Brief, reasons: tuple[str, ...]
    ) -> Planned:
        address = page_address(article.id, brief.slug, locale)
        found = self.findings.get((article.id, locale), ())

        def judged(*, withhold: bool = False) -> Verdict:
            entries = tuple(self.catalogs.get((article.id, locale), ()))
            gate = self.workflow.gate
            whole = self.workflow.site.outputs != ["html"]
            return judge(
                article, entries, found, gate, locale=locale, withhold=withhold, aside=whole
            )

        verdict = self.known.verdict(article.id, locale, judged)
        passes = verdict.passes and not reasons
        plain = Planned(article, locale, address, verdict, reasons, passes=passes, day=brief.day)
        if passes or reasons:
            return plain
        before = self.record.pages.get(plain.key)
        if before is not None and (article.id, locale) not in self.catalogs:
            stays = self._as_it_was(plain, before)
            if stays is not None:
                return stays
        why = tuple(text for _, text in verdict.reasons)
        if before is None or not before.passed or before.passed == source_hash(article):
            return replace(plain, reasons=why)
        return self._changed(plain, before, why, partial(judged, withhold=True))

    def _as_it_was(self, page: Planned, before: RecordedPage) -> Planned | None:
        """The page on disk, where a catalog is there that could not be read or written."""
        catalog = self.layout.catalog(page.locale, page.article.id)
        file = self.layout.output / before.address / "index.html"
        if not (catalog.exists() and file.is_file()):
            return None
        why = f"{self.layout.relative(catalog)} cannot be read or written: the page stays as it was"
        return replace(page, address=before.address, verdict=None, stale=file, notes=(why,))

    def _changed(
        self,
        page: Planned,
        before: RecordedPage,
        why: tuple[str, ...],
        withheld: Callable[[], Verdict],
    ) -> Planned:
        """A page that is out, whose article moved on, and that does not pass the gate any more."""
        gate = self.workflow.gate
        told = f"the article changed after the page was out ({gate.on_change}): {'; '.join(why)}"
        if gate.on_change == "withdraw":
            return replace(page, reasons=(told,))
        packed = self.record.sources.get(before.passed) if gate.on_change == "keep" else None
        if packed is not None:
            entries = tuple(self.catalogs.get((page.article.id, page.locale), ()))
            good = last_good(
                page.article, packed, entries, gate, self.workflow.source, locale=page.locale
            )
            if good is not None:
                old, verdict = good
                return replace(page, article=old, verdict=verdict, kept=before.good, notes=(told,))
        verdict = withheld()
        lasting = tuple(text for reason, text in verdict.reasons if reason is not Reason.SHARE)
        return replace(page, verdict=verdict, reasons=lasting, notes=(told,))


def _without_collisions(
    pages: Sequence[Planned], outputs: Sequence[str]
) -> tuple[list[Planned], list[Finding]]:
    """Two articles at one place: the first keeps it, the other has no page.

    Args:
        pages: All pages in order.
        outputs: What the site consists of: `html`, and `source`, the articles in their own format.
    """
    taken: dict[str, str] = {}
    for locale in {page.locale for page in pages} if "html" in outputs else ():
        taken |= {folded(f"{locale}/{name}"): _SITES_OWN for name in _OWN_FILES}
    kept, trouble = [], []
    for page in pages:
        if not page.published:
            kept.append(page)
            continue
        wanted = [page.address.rstrip("/")]
        if "source" in outputs:
            wanted.append(source_path(page.article, page.locale))
        places = [folded(place) for place in wanted]
        lost = next((at for at, place in enumerate(places) if place in taken), -1)
        owner = taken[places[lost]] if lost >= 0 else ""
        if is_list_address(page.address):
            owner = "that of an archive page"
        if not owner:
            taken |= dict.fromkeys(places, f"that of {page.article.path}")
            kept.append(page)
            continue
        if lost > 0 and owner == _SITES_OWN:
            taken |= {places[0]: f"that of {page.article.path}"}
            kept.append(replace(page, displaced=True))
            trouble.append(_displaced(page, wanted[lost]))
            continue
        why = f"its address {wanted[lost] if lost > 0 else page.address} is {owner}"
        if lost > 0:
            why += ": give it an `id` of its own, or take `source` out of site.outputs"
        kept.append(Planned(page.article, page.locale, page.address, page.verdict, (why,)))
        trouble.append(
            Finding(
                "address-taken", Severity.ERROR, why, path=page.article.path, locale=page.locale
            )
        )
    return kept, trouble


def _displaced(page: Planned, place: str) -> Finding:
    said = f"in its own format it would stand where {place} is, which is {_SITES_OWN}: it is left out there"
    remedy = "give it an `id` of its own, or make a site of its own format alone (site.outputs)"
    return Finding(
        "address-taken",
        Severity.WARNING,
        f"{said}; {remedy}",
        path=page.article.path,
        locale=page.locale,
    )
