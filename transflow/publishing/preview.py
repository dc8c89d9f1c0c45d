"""The site while it is being reviewed: every page, published or not, with where each sentence is.

Nothing is written; pages are made when they are asked for.
"""

import json
import mimetypes
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import unquote

from transflow.config import GateConfig, Layout, Workflow
from transflow.errors import UnsafePathError
from transflow.files import inside
from transflow.model import Article, Entry, Finding
from transflow.publishing.fronts import front_values, list_pages
from transflow.publishing.history import recorded
from transflow.publishing.i18n import Furniture, furniture
from transflow.publishing.lists import root_values
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Plan, Planned, make_plan
from transflow.publishing.record import Record
from transflow.publishing.templating import Templates

__all__ = ["Preview", "Snapshot"]

_EVERYTHING = GateConfig.model_validate(
    {"require": "draft", "share": 0, "findings": "none", "terms": False, "on_change": "mixed"}
)


@dataclass(frozen=True)
class Snapshot:
    """A project as it is at one moment: what `publish` takes."""

    workflow: Workflow
    articles: Sequence[Article]
    catalogs: Mapping[tuple[str, str], Iterable[Entry]]
    findings: Mapping[tuple[str, str], Sequence[Finding]]
    trouble: Sequence[Finding] = ()
    """Files that cannot be read."""


class Preview:
    """All pages of one snapshot.

    Args:
        snapshot: The project.
        layout: Its paths.
        now: Aware.
        version: Changes with every snapshot; pages ask whether they are still of this one.
    """

    def __init__(self, snapshot: Snapshot, layout: Layout, now: datetime, version: int) -> None:
        self._layout = layout
        self._version = version
        self._real = _plan(snapshot, layout, now, everything=False)
        self._plan = _plan(snapshot, layout, now, everything=True)
        site = snapshot.workflow.site.model_copy(
            update={"search": False, "feed": False, "page_size": max(1, len(snapshot.articles))}
        )
        workflow = snapshot.workflow.model_copy(update={"site": site})
        self._record = recorded(self._plan, Record(), now, keep=False)
        self._templates = Templates(layout.site_templates)
        self._maker = PageMaker(workflow, self._plan, cache(self._furniture(workflow)), lines=True)
        self._findings = snapshot.findings
        self._trouble = {one.path: _told(one) for one in snapshot.trouble}
        self._pages = {page.address: page for page in self._plan.published}

    @property
    def trouble(self) -> list[str]:
        """What cannot be read, with its place."""
        return list(self._trouble.values())

    def get(self, path: str) -> tuple[str, bytes] | None:
        """(media type, content) of a path under the site's root; None if there is nothing."""
        address = unquote(path).lstrip("/").removesuffix("index.html")
        if address == "":
            return self._filled("root.html", root_values(self._maker))
        if address in self._pages:
            return self._page(self._pages[address])
        locale = address.rstrip("/")
        if locale in self._maker.locales:
            pages = list_pages(self._maker, self._record)
            front = next(page for page in pages if page.locale == locale)
            values, _ = front_values(self._maker, front, {})
            return self._filled("preview-index.html", values | self._front(locale))
        return self._file(address)

    def _file(self, address: str) -> tuple[str, bytes] | None:
        folder, _, name = address.partition("/")
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        if folder == "static":
            found = dict(self._templates.statics()).get(name)
            return (kind, found.read_bytes()) if found else None
        if folder == "assets":
            try:
                file = inside(self._plan.site.root, name)
            except (UnsafePathError, ValueError):
                return None
            return (kind, file.read_bytes()) if file.is_file() and _is_asset(file.suffix) else None
        return None

    def _page(self, page: Planned) -> tuple[str, bytes]:
        rendered = self._maker.article(page, self._record.pages[page.key])
        return self._filled("preview-article.html", rendered.values | self._about(page))

    def _about(self, page: Planned) -> dict[str, Any]:
        """What a reviewer wants to know of a page."""
        real = self._real.by_key[page.article.id, page.locale]
        catalog = self._layout.catalog(page.locale, page.article.id)
        place = self._layout.relative(catalog)
        return {
            "preview": {
                "published": real.published,
                "reasons": () if place in self._trouble else real.reasons or real.notes,
                "trouble": self.trouble,
                "catalog": place if page.verdict else "",
                "file": str(catalog.resolve()) if page.verdict else "",
                "version": self._version,
                "findings": json.dumps(
                    [
                        [one.line, one.severity.value, one.rule, one.message]
                        for one in self._findings.get((page.article.id, page.locale), ())
                    ],
                    ensure_ascii=False,
                ),
            }
        }

    def _front(self, locale: str) -> dict[str, Any]:
        closed = [
            {"title": page.facts.title.text, "reasons": page.reasons}
            for page in self._real.pages
            if page.locale == locale and not page.published
        ]
        return {"preview": {"closed": closed, "trouble": self.trouble, "version": self._version}}

    def _filled(self, template: str, page: Mapping[str, Any]) -> tuple[str, bytes]:
        locale = page["locale"]
        site = self._maker.site_values(locale)
        values = {"site": site, "page": {"preview": {"version": self._version}} | dict(page)}
        text = self._templates.render(template, self._maker.furniture(locale), values)
        return "text/html; charset=utf-8", text.encode()

    def _furniture(self, workflow: Workflow) -> Callable[[str], Furniture]:
        def words(locale: str) -> Furniture:
            config = workflow.locales.get(locale)
            digits = config.digits if config else ""
            return furniture(locale, project=self._layout.locales, digits=digits)

        return words


def _plan(snapshot: Snapshot, layout: Layout, now: datetime, *, everything: bool) -> Plan:
    workflow = snapshot.workflow
    if everything:
        workflow = workflow.model_copy(update={"gate": _EVERYTHING})
    record = Record() if everything else Record.load(layout.published)
    plan = make_plan(
        workflow,
        snapshot.articles,
        snapshot.catalogs,
        snapshot.findings,
        layout=layout,
        record=record,
        now=now,
    )
    if not everything:
        return plan
    pages = tuple(replace(page, reasons=()) for page in plan.pages)
    addresses = {(page.article.id, page.locale): page.address for page in pages}
    return replace(
        plan,
        pages=pages,
        site=replace(plan.site, addresses=addresses),
        by_key={(page.article.id, page.locale): page for page in pages},
    )


def _told(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return f"{place}: {finding.message}"


def _is_asset(suffix: str) -> bool:
    """Articles and catalogs are no assets: they are shown as pages only."""
    return suffix.lower() not in {
        ".md",
        ".mdx",
        ".markdown",
        ".html",
        ".htm",
        ".txt",
        ".po",
        ".yaml",
        ".yml",
        "",
    }
