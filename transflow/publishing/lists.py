"""What leads to the pages: a front page a locale, the choice of languages, feeds, sitemaps."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from transflow.bcp47 import autonym, direction
from transflow.publishing.address import absolute, relative
from transflow.publishing.facts import day_of
from transflow.publishing.i18n import Furniture
from transflow.publishing.links import PageLinks
from transflow.publishing.metadata import Alternate
from transflow.publishing.notice import Making
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Planned
from transflow.publishing.record import Record

__all__ = ["FEED_LENGTH", "feed_values", "front_values", "newest", "root_values", "sitemap_items"]

FEED_LENGTH = 20


def newest(pages: Sequence[Planned], record: Record) -> list[Planned]:
    """Pages by date, newest first; undated ones by the day they came out, last."""

    def order(page: Planned) -> tuple[str, str]:
        recorded = record.pages.get(page.key)
        first = recorded.first if recorded else ""
        day = day_of(page.article)
        return (day.isoformat() if day else f"0{first}", page.article.id)

    return sorted(pages, key=order, reverse=True)


def front_values(
    maker: PageMaker, locale: str, record: Record, pictures: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """A locale's front page: its articles, and those that are out in the original only.

    Args:
        maker: Makes the pages.
        locale: BCP 47 tag of the front page.
        record: When pages came out.
        pictures: Article id -> first picture of its text, for articles that name none.

    Returns:
        What the template is filled with, and a note of the files it needs (see PageLinks).
    """
    address = f"{locale}/"
    words = maker.furniture(locale)
    items: list[dict[str, Any]] = []
    note: dict[str, Any] = {"assets": {}, "looked_at": {}}
    for page in newest(_listed(maker, locale), record):
        links = PageLinks(maker.plan.site, page.article, locale, address)
        item = _item(page, locale, links, words, address)
        picture = page.facts.image or pictures.get(page.article.id, "")
        items.append(item | {"image": links.picture(picture) if picture else None})
        note["assets"] |= links.assets
        note["looked_at"] |= links.looked_at
    alternates = [
        maker.alternate(other, address, f"{other}/", current=other == locale)
        for other in maker.locales
    ]
    values = maker.common(locale, address) | {
        "title": maker.site_title(locale),
        "description": maker.site_description(locale),
        "alternates": alternates,
        "switcher": alternates,
        "x_default": absolute(maker.workflow.site.base_url, "") or "../",
        "articles": items,
    }
    return values, note


def _listed(maker: PageMaker, locale: str) -> list[Planned]:
    """Pages of the locale, and originals of what is not out in it."""
    source = maker.workflow.source.locale
    own = [page for page in maker.plan.published if page.locale == locale]
    have = {page.article.id for page in own}
    if maker.workflow.site.source == "publish":
        rest = [page for page in maker.plan.published if page.locale == source]
    else:
        originals = maker.plan.site.originals
        rest = [
            Planned(page.article, source, "", None)
            for page in {page.article.id: page for page in maker.plan.pages}.values()
            if page.article.id in originals
        ]
    return own + [page for page in rest if page.article.id not in have]


def _item(
    page: Planned, locale: str, links: PageLinks, words: Furniture, address: str
) -> dict[str, Any]:
    foreign = page.locale != locale
    facts = page.facts
    lang = page.locale if foreign else facts.title.lang
    summary_lang = page.locale if foreign else facts.summary.lang
    original = links.original(page.article) if foreign else None
    making = page.making
    return {
        "href": original.href if original else relative(address, page.address),
        "title": facts.title.text,
        "lang": lang,
        "direction": direction(lang or summary_lang or locale),
        "foreign": foreign,
        "language": autonym(page.locale),
        "summary": facts.summary.text,
        "summary_lang": summary_lang,
        "date": facts.date,
        "badge": _badge(making, words) if making else "",
        "status": making.status if making else "",
    }


def _badge(making: Making, words: Furniture) -> str:
    if making.status == "machine":
        return words.gettext("Machine translation")
    if making.status == "partly-reviewed":
        return words.gettext(
            "Machine translation, %(share)s reviewed", share=words.percent(making.share)
        )
    if making.status == "translated":
        return words.gettext("Not yet approved")
    return words.gettext("Not complete") if making.status == "incomplete" else ""


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


def feed_values(
    maker: PageMaker, locale: str, record: Record, pages: Sequence[Planned]
) -> dict[str, Any]:
    """An Atom feed (RFC 4287) of the newest pages, with their whole text."""
    base = maker.workflow.site.base_url
    items = []
    for page in pages:
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
    """The body, with the notice before it: a reader of a feed must know as well."""
    body = maker.body(page, links).html
    notice = maker.notice(page)
    if notice is None:
        return body
    words = maker.furniture(page.locale)
    said = words.join([*notice.sentences, *notice.details])
    return f"<p><em>{said}</em></p>{body}"


def _feed_id(base: str, key: str) -> str:
    """An id that stays when a page's address changes (RFC 4287, 4.2.6)."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{base}#{key}')}"


def sitemap_items(maker: PageMaker, locale: str, record: Record) -> list[dict[str, Any]]:
    """Pages of a locale with all their alternates (sitemaps.org; Google, localized versions)."""
    base = maker.workflow.site.base_url
    front = [(other, absolute(base, f"{other}/")) for other in maker.locales]
    items: list[dict[str, Any]] = [
        {
            "url": absolute(base, f"{locale}/"),
            "updated": "",
            "alternates": [*front, ("x-default", absolute(base, ""))],
        }
    ]
    for page in maker.plan.published:
        if page.locale != locale or page.unlisted:
            continue
        alternates = [one for one in maker.alternates(page) if one.listed]
        items.append(
            {
                "url": absolute(base, page.address),
                "updated": record.pages[page.key].updated,
                "alternates": _hreflang(alternates, maker.workflow.source.locale),
            }
        )
    return items


def _hreflang(alternates: Sequence[Alternate], source: str) -> list[tuple[str, str]]:
    links = [(one.locale, one.url) for one in alternates]
    default: Mapping[str, str] = dict(links)
    return [*links, ("x-default", default[source])] if source in default else links
