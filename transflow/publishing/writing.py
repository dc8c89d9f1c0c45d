"""Writes a plan into a tree: pages, lists, feeds, search, files."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from transflow.config import Layout, Workflow
from transflow.errors import CatalogError
from transflow.files import contents
from transflow.model import Finding
from transflow.publishing import search
from transflow.publishing.address import absolute, relative
from transflow.publishing.exporting import Exporter
from transflow.publishing.findings import dead_anchors
from transflow.publishing.fronts import ListPage, front_values, list_pages
from transflow.publishing.i18n import Furniture, furniture
from transflow.publishing.kept import source_hash
from transflow.publishing.lists import (
    FEED_LENGTH,
    feed_values,
    missing_values,
    newest,
    root_values,
    sitemap_items,
    sitemap_links,
)
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Plan, Planned
from transflow.publishing.record import Record, RecordedPage
from transflow.publishing.redirects import redirects, taken
from transflow.publishing.stale import needs_of_page
from transflow.publishing.templating import Templates
from transflow.publishing.tree import Tree, found_again, key_of

__all__ = ["SiteWriter"]

SitemapLinks = Callable[[], Mapping[str, Sequence[tuple[str, str]]]]


class SiteWriter:
    """Writes one plan into one tree."""

    def __init__(
        self,
        workflow: Workflow,
        layout: Layout,
        plan: Plan,
        record: Record,
        tree: Tree,
    ) -> None:
        self.workflow = workflow
        self.layout = layout
        self.plan = plan
        self.record = record
        self.tree = tree
        self.templates = Templates(layout.site_templates)
        self.findings: list[Finding] = []
        self.assets: dict[str, str] = {}
        self.pictures: dict[str, str] = {}
        self.maker = PageMaker(workflow, plan, cache(partial(_furniture, workflow, layout)))
        self.base = key_of(
            version("transflow"),
            self.templates.fingerprint(),
            workflow.site.model_dump_json(),
            workflow.source.model_dump_json(),
            self._words_fingerprint(),
        )
        self.whole = key_of(
            self.base,
            repr(sorted(plan.site.addresses.items())),
            repr(sorted(plan.site.originals.items())),
            repr([page.key for page in plan.published if page.unlisted]),
        )

    def _words_fingerprint(self) -> str:
        files = sorted(self.layout.locales.glob("*/LC_MESSAGES/site.po"))
        try:
            return key_of(*(f"{path}{contents(path)!r}" for path in files))
        except OSError as cause:
            where = cause.filename or self.layout.locales
            raise CatalogError(f"cannot be read: {cause.strerror}", where=where) from cause

    def write(self) -> None:
        """Everything the site consists of."""
        if "html" in self.workflow.site.outputs:
            self._html()
        exporter = Exporter(self.workflow, self.layout, self.plan, self.maker, self.tree)
        self.findings += exporter.write(self.whole, self.assets.values())
        self._copy_assets()

    def _html(self) -> None:
        keys = {page.key: self._page(page) for page in self.plan.published}
        self.findings += dead_anchors(self.plan, self.tree)
        lists = list_pages(self.maker, self.record)
        for one in lists:
            self._list(one, keys)
        for locale in self.maker.locales:
            self._feed(locale, keys)
        self._search(keys)
        self._sitemaps(lists)
        self._render("index.html", "root.html", root_values(self.maker))
        self._render("404.html", "missing.html", missing_values(self.maker))
        self._redirects()
        for name, path in self.templates.statics():
            if name.startswith("preview."):
                continue
            self.tree.make(f"static/{name}", _file_key(path), path.read_bytes)
        self.tree.put("_headers", "", _headers().encode())
        self.tree.put(".nojekyll", "", b"")
        for name, path in self.templates.roots():
            self.tree.make(name, _file_key(path), path.read_bytes)

    def _search(self, keys: Mapping[str, str]) -> None:
        """The search index; made again when any page changed, and left alone in a dry run."""
        if not self.workflow.site.search or not keys:
            return
        if self.tree.dry_run:
            for path in self.tree.there(search.FOLDER):
                self.tree.stay(path)
            return
        key = key_of(*keys.values())
        if not self.tree.keep_group("search", key):
            addresses = [f"{page.address}index.html" for page in self.plan.published]
            pages = ((path, self.tree.read(path)) for path in addresses)
            self.tree.put_group("search", key, search.index(pages))

    def _page(self, page: Planned) -> str:
        """One article's page; returns the hash of all it was made from."""
        path = f"{page.address}index.html"
        recorded = self.record.pages[page.key]
        listed = [
            one.unlisted
            for locale in self.maker.locales
            if (one := self.plan.by_key.get((page.article.id, locale)))
        ]
        key = key_of(
            self.base,
            page.content,
            page.address,
            repr((recorded, page.kept, listed)),
            self.plan.site.places(page.article.id),
        )
        note = self.tree.known(path, key)
        if page.stale is not None:
            folder = page.article.path.removeprefix(self.plan.site.prefix).rpartition("/")[0]
            needs = partial(needs_of_page, page.stale, page.address, folder)
            note = self.tree.stay(path, needs)
        elif note is not None and self._same_targets(note):
            self.tree.keep(path)
        else:
            note = self._make_page(page, path, key, recorded)
        self.assets |= note["assets"]
        self.pictures.setdefault(page.article.id, note["picture"])
        self.findings += map(found_again, note["findings"])
        return key_of(key, json.dumps([note["targets"], note["looked_at"]]))

    def _make_page(
        self, page: Planned, path: str, key: str, recorded: RecordedPage
    ) -> dict[str, Any]:
        rendered = self.maker.article(page, recorded)
        links = rendered.links
        note = {
            "assets": links.assets,
            "looked_at": links.looked_at,
            "targets": links.targets,
            "findings": [asdict(one) for one in links.findings],
            "fragments": links.fragments,
            "ids": sorted(rendered.body.ids),
            "picture": page.facts.image or rendered.body.picture,
        }
        self.tree.put(path, key, self._fill("article.html", rendered.values), note)
        return note

    def _same_targets(self, note: Mapping[str, Any]) -> bool:
        """Whether all that a page leads to is where it was."""
        site = self.plan.site
        for path, places in note["targets"].items():
            article = site.meant(path)
            if places != (site.places(article.id) if article else ""):
                return False
        return self._same_files(note["looked_at"])

    def _same_files(self, looked_at: Mapping[str, Sequence[int]]) -> bool:
        for path, (time, size) in looked_at.items():
            try:
                stat = (self.plan.site.root / path).stat()
                now = (stat.st_mtime_ns, stat.st_size)
            except OSError:
                now = (0, 0)
            if now != (time, size):
                return False
        return True

    def _list(self, here: ListPage, keys: Mapping[str, str]) -> None:
        path = f"{here.address}index.html"
        site = self.plan.site
        shown = [
            keys.get(page.key) or f"{source_hash(page.article)}{site.places(page.article.id)}"
            for page in here.pages
        ]
        pictures = [self.pictures.get(page.article.id, "") for page in here.pages]
        key = key_of(self.base, *shown, *pictures, repr((here.others, here.older, here.newer)))
        note = self.tree.known(path, key)
        if note is not None and self._same_files(note["looked_at"]):
            self.tree.keep(path)
        else:
            values, note = front_values(self.maker, here, self.pictures)
            self.tree.put(path, key, self._fill("index.html", values), note)
        self.assets |= note["assets"]

    def _feed(self, locale: str, keys: Mapping[str, str]) -> None:
        if not self.maker.has_feed:
            return
        path = f"{locale}/feed.xml"
        pages = [page for page in self.plan.published if page.locale == locale]
        pages = newest(pages, self.record)[:FEED_LENGTH]
        key = key_of(*(keys[page.key] for page in pages))

        def feed() -> bytes:
            before = self.tree.output / path
            return self._fill(
                "feed.xml", feed_values(self.maker, locale, self.record, pages, before)
            )

        self.tree.make(path, key, feed)

    def _sitemaps(self, lists: Sequence[ListPage]) -> None:
        base = self.workflow.site.base_url
        if not base:
            return
        source = self.maker.furniture(self.workflow.source.locale)
        updated = [self.record.pages[page.key].updated for page in self.plan.published]
        shape = [one.address for one in lists]
        key = key_of(self.whole, *updated, *shape)
        links = cache(lambda: sitemap_links(self.maker))
        for locale in self.maker.locales:
            own = [one for one in lists if one.locale == locale]
            make = partial(self._sitemap, locale, own, links)
            self.tree.make(f"{locale}/sitemap.xml", key, make)
        urls = [absolute(base, f"{locale}/sitemap.xml") for locale in self.maker.locales]
        text = self.templates.render("sitemap-index.xml", source, {"urls": urls})
        self.tree.put("sitemap.xml", "", text.encode())
        robots = f"User-agent: *\nAllow: /\nSitemap: {absolute(base, 'sitemap.xml')}\n"
        self.tree.put("robots.txt", "", robots.encode())

    def _sitemap(self, locale: str, lists: Sequence[ListPage], links: SitemapLinks) -> bytes:
        words = self.maker.furniture(self.workflow.source.locale)
        items = sitemap_items(self.maker, locale, self.record, lists, links())
        return self.templates.render("sitemap.xml", words, {"items": items}).encode()

    def _redirects(self) -> None:
        """Old addresses answer: with a page anywhere, with a status where `_redirects` is read."""
        lines = []
        root = urlsplit(self.workflow.site.base_url).path.rstrip("/")
        self.findings += taken(self.plan, self.tree.holds)
        for one in list(redirects(self.plan, self.record, self.tree.holds)):
            values = self.maker.common(one.page.locale, one.old) | {
                "title": one.page.facts.title.text,
                "target": relative(one.old, one.address),
                "url": absolute(self.workflow.site.base_url, one.address),
                "robots": "noindex",
                "search": "",
            }
            note = {"leads_to": one.page.key}
            self.tree.put(one.file, "", self._fill("redirect.html", values), note)
            old, new = relative("", one.old), relative("", one.address)
            lines.append(f"{root}/{old} {root}/{new} 301\n")
        left = {page.key for page in self.plan.published if page.stale is not None}
        for path in self.tree.noted("leads_to", left):
            if not self.tree.holds(path):  # an alias: what the article says cannot be read now
                self.tree.stay(path)
        if lines:
            self.tree.put("_redirects", "", "".join(lines).encode())

    def _copy_assets(self) -> None:
        wanted = dict(self.assets)
        root = self.plan.site.root
        for pattern in self.workflow.site.assets:
            for path in sorted(root.glob(pattern)):
                if path.is_file() and path.resolve().is_relative_to(root.resolve()):
                    relative_path = path.relative_to(root).as_posix()
                    wanted[f"assets/{relative_path}"] = relative_path
        for target, source in sorted(wanted.items()):
            path = root / source
            if not path.is_file():
                self.tree.stay(target)  # of a page that stays
                continue
            self.tree.make(target, _file_key(path), path.read_bytes)

    def _fill(self, template: str, page: Mapping[str, Any]) -> bytes:
        locale = page["locale"]
        values = {"site": self.maker.site_values(locale), "page": page}
        return self.templates.render(template, self.maker.furniture(locale), values).encode()

    def _render(self, path: str, template: str, page: Mapping[str, Any]) -> None:
        self.tree.put(path, "", self._fill(template, page))


def _furniture(workflow: Workflow, layout: Layout, locale: str) -> Furniture:
    config = workflow.locales.get(locale)
    return furniture(locale, project=layout.locales, digits=config.digits if config else "")


def _file_key(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_mtime_ns}-{stat.st_size}"


def _headers() -> str:
    """For hosts that read `_headers` (Netlify, Cloudflare Pages)."""
    return (
        "/*\n  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "/assets/*\n  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\n"
    )
