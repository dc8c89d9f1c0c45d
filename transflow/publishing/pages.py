"""One article in one locale, as a page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from transflow.bcp47 import autonym, direction
from transflow.config import Workflow
from transflow.model import Article, Finding
from transflow.publishing.address import absolute, relative
from transflow.publishing.body import Body, Heading, Picture, Words, polish
from transflow.publishing.facts import facts
from transflow.publishing.i18n import Furniture
from transflow.publishing.links import PageLinks
from transflow.publishing.marks import mark_for, token_for, unmarked
from transflow.publishing.metadata import Alternate, json_ld, open_graph_locale
from transflow.publishing.notice import Notice, badge_of, making_of, notice_for
from transflow.publishing.plan import Plan, Planned
from transflow.publishing.record import RecordedPage
from transflow.publishing.typography import inline, joints

__all__ = ["PageMaker", "Rendered"]

CSP = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy every page carries: nothing but the site's own files, nothing inline. Search needs no
more: Pagefind's WebAssembly runs in a worker, which a page's policy does not reach."""
_OF_ANY_OUTPUT = frozenset({"asset-missing", "link-dead"})
"""What is wrong with an article wherever it goes."""
_CONTENTS_FROM = 4
"""A table of contents from this many headings on."""


@dataclass(frozen=True)
class Rendered:
    """A page's values, before its template is filled."""

    values: dict[str, Any]
    body: Body
    links: PageLinks


class PageMaker:
    """Makes pages of one plan.

    Args:
        workflow: What workflow.yaml says.
        plan: All pages.
        furniture: Locale -> the site's words.
        lines: Mark sentences with their line in the PO file; for previews.
    """

    def __init__(
        self,
        workflow: Workflow,
        plan: Plan,
        furniture: Callable[[str], Furniture],
        *,
        lines: bool = False,
    ) -> None:
        self.workflow = workflow
        self.plan = plan
        self.furniture = furniture
        self._lines = lines
        self._originals: dict[int, Body] = {}
        self._dead: list[Finding] = []

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """Locales that have pages, the source's first."""
        wanted = [self.workflow.source.locale, *self.workflow.locales]
        out = {page.locale for page in self.plan.pages if page.published}
        return tuple(locale for locale in wanted if locale in out)

    def site_values(self, locale: str) -> dict[str, Any]:
        """What templates know as `site`."""
        site = self.workflow.site
        title = self.site_title(locale)
        return {
            "title": title,
            "title_lang": self._title_language(locale),
            "publisher": site.publisher or title,
            "publisher_lang": self._publisher_language(locale),
            "base_url": site.base_url,
            "source_locale": self.workflow.source.locale,
            "csp": CSP,
        }

    def site_title(self, locale: str) -> str:
        """The site's name in a locale, else in the source's, else any."""
        title = self.workflow.site.title
        if isinstance(title, str):
            return title
        return (
            title.get(locale)
            or title.get(self.workflow.source.locale)
            or next(iter(title.values()), "")
        )

    def _publisher_language(self, locale: str) -> str:
        source = self.workflow.source.locale
        if not self.workflow.site.publisher:
            return self._title_language(locale)
        return "" if locale == source else source

    def site_description(self, locale: str) -> str:
        """What search engines may say of the site."""
        told = self.workflow.site.description
        if isinstance(told, dict):
            told = told.get(locale, "")
        elif locale != self.workflow.source.locale:
            told = ""
        words = self.furniture(locale)
        publisher = self.site_values(locale)["publisher"]
        return told or words.gettext("News from %(publisher)s", publisher=publisher)

    def _title_language(self, locale: str) -> str:
        """The language of the site's name where it is not the page's."""
        title = self.workflow.site.title
        source = self.workflow.source.locale
        own = locale == source or (isinstance(title, dict) and locale in title)
        return "" if own else source

    def common(self, locale: str, address: str) -> dict[str, Any]:
        """What every kind of page needs in `page`."""
        search = f"{locale}/" if self.workflow.site.search else ""
        return {
            "locale": locale,
            "direction": direction(locale),
            "digits": self.furniture(locale).digits,
            "url": absolute(self.workflow.site.base_url, address),
            "static": relative(address, "static/"),
            "home": relative(address, f"{locale}/"),
            "feed": relative(address, f"{locale}/feed.xml") if self.has_feed else "",
            "search": relative(address, "pagefind/") if search else "",
            "robots": "",
            "description": "",
            "description_lang": "",
            "opening": False,
            "alternates": [],
            "switcher": [],
            "x_default": "",
            "og_locale": open_graph_locale(locale),
        }

    @property
    def has_feed(self) -> bool:
        """A feed needs absolute addresses."""
        return self.workflow.site.feed and bool(self.workflow.site.base_url)

    def alternate(
        self, locale: str, here: str, address: str, *, current: bool = False
    ) -> Alternate:
        """The page at `address` as seen from `here`."""
        href = relative(here, address)
        url = absolute(self.workflow.site.base_url, address) or href
        return Alternate(locale, address, url, href, autonym(locale), direction(locale), current)

    def alternates(self, page: Planned) -> tuple[Alternate, ...]:
        """The article in all languages it is out in, this one included, in the workflow's order."""
        found = []
        for locale in (self.workflow.source.locale, *self.workflow.locales):
            other = self.plan.by_key.get((page.article.id, locale))
            if other is not None and other.published:
                one = self.alternate(
                    locale, page.address, other.address, current=locale == page.locale
                )
                found.append(replace(one, listed=not other.unlisted))
        elsewhere = self.plan.site.originals.get(page.article.id)
        if elsewhere:
            source = self.workflow.source.locale
            found.insert(
                0, Alternate(source, "", elsewhere, elsewhere, autonym(source), direction(source))
            )
        return tuple(found)

    def anchors(self, article: Article) -> tuple[str, ...]:
        """Ids of the original's headings."""
        return self._original(article).anchors

    def _original(self, article: Article) -> Body:
        """What is known of the original's body, its text left out."""
        key = id(article)  # a kept page shows the article as it was: same name, other headings
        if key not in self._originals:
            links = PageLinks(self.plan.site, article, article.locale, "x/")
            title = Planned(article, article.locale, "", None).facts.title.text
            body = polish(article.html({}, article.locale), resolver=links, title=title)
            self._originals[key] = replace(body, html="")
            self._dead += (one for one in links.findings if one.rule in _OF_ANY_OUTPUT)
        return self._originals[key]

    def dead(self) -> list[Finding]:
        """What articles refer to and is not there, where no pages of ours are made that tell it."""
        if "html" in self.workflow.site.outputs:
            return []
        for page in self.plan.published:
            if page.stale is None:
                self._original(page.article)
        return list(self._dead)

    def body(self, page: Planned, links: PageLinks) -> Body:
        """The page's body."""
        words = self.furniture(page.locale)
        verdict = page.verdict
        token = token_for(page.article, verdict) if verdict else ""
        mark = (
            mark_for(page.article, verdict, page.locale, token, lines=self._lines)
            if verdict
            else None
        )
        html = page.article.html(verdict.texts if verdict else {}, page.locale, mark)
        body = polish(
            html,
            resolver=links,
            token=token,
            anchors=self.anchors(page.article) if verdict else None,
            title=page.facts.title.text,
            words=_body_words(words),
            said=unmarked(page.article, verdict, lines=self._lines) if verdict else None,
            typography=inline(page.locale),
            joints=joints(page.locale),
        )
        if verdict is None:
            self._originals[id(page.article)] = replace(body, html="")
        original = self._original(page.article)
        if "html" in self.workflow.site.outputs:
            links.left_out(original.unrun)
        links.without(original.removed)
        title_id = original.title_id
        return replace(body, title_id=title_id, ids=body.ids | {title_id}) if title_id else body

    def article(self, page: Planned, recorded: RecordedPage) -> Rendered:
        """Everything the article template is filled with."""
        links = PageLinks(self.plan.site, page.article, page.locale, page.address)
        body = self.body(page, links)
        image = links.picture(page.facts.image) if page.facts.image else None
        shared = image or (links.picture(body.picture) if body.picture else None)
        making = page.making
        shown = page.facts
        if self._lines:
            shown = facts(page.article, page.verdict, page.locale, lines=True)
        values = self.common(page.locale, page.address) | self._linked(page, links, shared)
        published = page.facts.date.isoformat() if page.facts.date else ""
        modified = max(recorded.updated, published)
        values |= {
            "title": page.facts.title.text,
            "description": page.facts.description.text,
            "description_lang": page.facts.description.lang,
            "opening": not page.facts.summary,
            "facts": shown,
            "title_id": body.title_id,
            "body": Markup(body.html),  # noqa: S704 - sanitized by body.polish
            "contents": _contents(body),
            "making": making,
            "status": making.status if making else "original",
            "badge": badge_of(making, self.furniture(page.locale)) if making else "",
            "notice": self.notice(page),
            "published": published,
            "modified": modified,
            "image": image,
        }
        values["json_ld"] = json_ld(
            page.facts,
            description=values["description"],
            locale=page.locale,
            url=values["url"],
            original_url=_absolute_href(values["original_url"]),
            image_url=values["image_url"],
            making=making,
            published=published,
            modified=modified,
            publisher=self.site_values(page.locale)["publisher"],
            source_locale=page.article.locale,
            alternates=values["switcher"],
        )
        return Rendered(values, body, links)

    def _linked(self, page: Planned, links: PageLinks, image: Picture | None) -> dict[str, Any]:
        alternates = self.alternates(page)
        source = self.workflow.source.locale
        original = links.original(page.article) if page.verdict else None
        original_url = next((one.url for one in alternates if one.locale == source), "")
        others = [one.locale for one in alternates if not one.current]
        base = self.workflow.site.base_url
        image_url = ""
        if image is not None:
            target = next((t for t in links.assets if relative(page.address, t) == image.src), "")
            image_url = absolute(base, target)
        return {
            "alternates": [] if page.unlisted else [one for one in alternates if one.listed],
            "switcher": alternates,
            "robots": page.robots,
            "x_default": "" if page.unlisted else original_url,
            "original": original,
            "original_url": original_url,
            "original_direction": direction(source),
            "og_alternates": [open_graph_locale(locale) for locale in others],
            "image_url": image_url,
            "shared_image": image,
        }

    def notice(self, page: Planned) -> Notice | None:
        """What the page says about its making; None for originals and approved pages."""
        if page.verdict is None:
            return None
        words = self.furniture(page.locale)
        return notice_for(
            making_of(page.verdict),
            words,
            page.verdict,
            authoritative=self.workflow.site.authoritative,
            kept=words.date(date.fromisoformat(page.kept)) if page.kept else "",
        )


def _absolute_href(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""


def _contents(body: Body) -> list[Heading]:
    top = [heading for heading in body.headings if heading.level == 2]
    return top if len(top) >= _CONTENTS_FROM else []


def _body_words(words: Furniture) -> Words:
    return Words(
        table=str(words.gettext("Table")),
        notes=str(words.gettext("Notes")),
        back=str(words.gettext("Back to the text")),
        done=str(words.gettext("Done")),
        open=str(words.gettext("To do")),
        alerts={
            "Note": str(words.gettext("Note")),
            "Tip": str(words.gettext("Tip")),
            "Important": str(words.gettext("Important")),
            "Warning": str(words.gettext("Warning")),
            "Caution": str(words.gettext("Caution")),
        },
    )
