"""What leads to the pages, beside the lists in `fronts`: choice of languages, feeds, sitemaps."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from transflow.publishing.address import absolute
from transflow.publishing.fronts import ListPage, list_alternates, list_default
from transflow.publishing.links import PageLinks
from transflow.publishing.markup import walk
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Planned
from transflow.publishing.record import Record
from transflow.publishing.stale import feed_items

__all__ = [
    "FEED_LENGTH", "feed_values", "missing_values", "newest", "root_values", "sitemap_items", "sitemap_links",
]  # fmt: skip

FEED_LENGTH = 20


def newest(pages: Sequence[Planned], record: Record) -> list[Planned]:
    """Pages by date, newest first; undated ones by the day they came out, last."""

    def order(page: Planned) -> tuple[str, str]:
        recorded = record.pages.get(page.key)
        first = recorded.first if recorded else ""
        return (page.day or f"0{first}", page.article.id)

    return sorted(pages, key=order, reverse=True)


def root_values(maker: PageMaker) -> dict[str, Any]:
    """The page at the site's root: every language by its own name."""
    locale = maker.workflow.source.locale
    choices = [maker.alternate(other, "", f"{other}/") for other in maker.locales]
    return maker.common(locale, "") | {
        "title": maker.site_title(locale),
        "description": maker.site_description(locale),
        "alternates": choices,
        "switcher": choices,
        "x_default": absolute(maker.workflow.site.base_url, "") or "./",
        "home": "./",
        "feed": "",
        "search": "",
        "titles": {one.locale: maker.site_title(one.locale) for one in choices},
    }


def missing_values(maker: PageMaker) -> dict[str, Any]:
    """The page for addresses that are none: a site has one, which says so in all its languages.

    It is shown at addresses of any depth, so nothing in it is relative where the site knows its own.
    """
    said = "There is no page at this address"
    source, base = maker.workflow.source.locale, maker.workflow.site.base_url
    common = maker.common(source, "404.html")
    return common | {
        "title": str(maker.furniture(source).gettext(said)),
        "robots": "noindex",
        "home": base or "./",
        # On this host, wherever it is: no page asks another one for anything.
        "static": f"{urlsplit(base).path.rstrip('/')}/static/" if base else common["static"],
        "url": "",
        "feed": "",
        "search": "",
        "others": [
            (maker.alternate(locale, "", f"{locale}/"), maker.furniture(locale).gettext(said))
            for locale in maker.locales
            if locale != source
        ],
    }


def feed_values(
    maker: PageMaker, locale: str, record: Record, pages: Sequence[Planned], before: Path
) -> dict[str, Any]:
    """An Atom feed (RFC 4287) of the newest pages, with their whole text.

    Args:
        maker: Makes the pages.
        locale: BCP 47 tag of the feed.
        record: When pages came out.
        pages: The pages.
        before: The feed that is out: pages that stay as they were keep their entries.
    """
    base = maker.workflow.site.base_url
    earlier = feed_items(before) if any(page.stale for page in pages) else {}
    items = []
    for page in pages:
        if page.stale:
            items += [earlier[key] for key in [_feed_id(base, page.key)] if key in earlier]
            continue
        recorded = record.pages[page.key]
        links = PageLinks(maker.plan.site, page.article, locale, page.address)
        published = page.facts.date.isoformat() if page.facts.date else recorded.first
        items.append(
            {
                "title": page.facts.title.text,
                "id": _feed_id(base, page.key),
                "url": absolute(base, page.address),
                "published": f"{published}T00:00:00Z",
                "updated": f"{max(recorded.updated, published)}T00:00:00Z",
                "author": page.facts.author,
                "summary": page.facts.summary.text,
                "content": _feed_content(maker, page, links),
            }
        )
    updated = max((item["updated"] for item in items), default="1970-01-01T00:00:00Z")
    return {
        "locale": locale,
        "id": _feed_id(base, locale),
        "url": absolute(base, f"{locale}/feed.xml"),
        "home": absolute(base, f"{locale}/"),
        "updated": updated,
        "entries": items,
    }


def _feed_content(maker: PageMaker, page: Planned, links: PageLinks) -> str:
    """The body, with the notice before it: a reader of a feed must know as well.

    Links are absolute: many readers of feeds do not know `xml:base`.
    """
    here = absolute(maker.workflow.site.base_url, page.address)
    body = "".join(_from_anywhere(maker.body(page, links).html, here))
    notice = maker.notice(page)
    if notice is None:
        return body
    words = maker.furniture(page.locale)
    said = words.join([*notice.sentences, *notice.details])
    return f"<p><em>{said}</em></p>{body}"


def _from_anywhere(html: str, here: str) -> Iterator[str]:
    """The body of the page at the web address `here`, its links absolute."""
    for piece in walk(html):
        if isinstance(piece, str):
            yield piece
            continue
        for key in piece.attributes.keys() & {"href", "src"}:
            piece.attributes[key] = urljoin(here, piece.attributes[key])
        yield str(piece)


def _feed_id(base: str, key: str) -> str:
    """An id that stays when a page's address changes (RFC 4287, 4.2.6)."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{base}#{key}')}"


def sitemap_items(
    maker: PageMaker,
    locale: str,
    record: Record,
    lists: Sequence[ListPage],
    links: Mapping[str, Sequence[tuple[str, str]]],
) -> list[dict[str, Any]]:
    """Pages of a locale with all their alternates (sitemaps.org; Google, localized versions).

    Args:
        maker: Makes the pages.
        locale: BCP 47 tag of the sitemap.
        record: When pages changed.
        lists: The locale's list pages.
        links: See `sitemap_links`.
    """
    base = maker.workflow.site.base_url
    items: list[dict[str, Any]] = []
    for here in lists:
        found = list_alternates(maker, here)
        others = [(one.locale, one.url) for one in found]
        default = list_default(maker, here, found)
        others += [("x-default", default)] if default else []
        items.append({"url": absolute(base, here.address), "updated": "", "alternates": others})
    items += [
        {
            "url": absolute(base, page.address),
            "updated": record.pages[page.key].updated,
            "alternates": links[page.article.id],
        }
        for page in maker.plan.published
        if page.locale == locale and not page.unlisted
    ]
    return items


def sitemap_links(maker: PageMaker) -> dict[str, list[tuple[str, str]]]:
    """Article id -> (hreflang, address) of all its pages that search engines may have."""
    source = maker.workflow.source.locale
    found: dict[str, list[tuple[str, str]]] = {}
    for article_id, url in maker.plan.site.originals.items():
        found[article_id] = [(source, url)]
    for page in maker.plan.published:
        if not page.unlisted:
            url = absolute(maker.workflow.site.base_url, page.address)
            found.setdefault(page.article.id, []).append((page.locale, url))
    order = {locale: place for place, locale in enumerate(maker.locales)}
    for links in found.values():
        links.sort(key=lambda link: order.get(link[0], -1))
    return {article_id: _with_default(links, source) for article_id, links in found.items()}


def _with_default(links: list[tuple[str, str]], source: str) -> list[tuple[str, str]]:
    default = dict(links).get(source)
    return [*links, ("x-default", default)] if default else links
