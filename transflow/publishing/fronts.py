"""What leads to a locale's pages: its front page, and archive pages for older articles.

Archive pages are counted from the oldest article on, so that a new article changes the front page
and, now and then, adds an archive page, but no old one gets another content or address. All
locales list the same articles in the same order, each in the reader's language where it is out in
it: so their list pages correspond to one another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from transflow.bcp47 import autonym, direction
from transflow.publishing.address import absolute, list_address, relative
from transflow.publishing.i18n import Furniture
from transflow.publishing.links import PageLinks
from transflow.publishing.metadata import Alternate
from transflow.publishing.notice import badge_of
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Planned
from transflow.publishing.record import Record

__all__ = ["ListPage", "front_values", "list_alternates", "list_default", "list_pages"]


@dataclass(frozen=True)
class ListPage:
    """One page that lists articles."""

    locale: str
    number: int
    """Of an archive page, 1 for the oldest; 0 for the front page."""
    pages: tuple[Planned, ...]
    """Newest first."""
    others: tuple[str, ...]
    """Locales that have a list page of this number, this one included."""
    last: int
    """The number of the newest archive page, 0 if there is none."""

    @property
    def address(self) -> str:
        """Where it is."""
        return list_address(self.locale, self.number)

    @property
    def older(self) -> int:
        """The number of the next archive page; 0 for none."""
        return self.number - 1 if self.number else self.last

    @property
    def newer(self) -> str:
        """The address of the page before; empty on the front page."""
        if not self.number:
            return ""
        return list_address(self.locale, self.number + 1 if self.number < self.last else 0)


def list_pages(maker: PageMaker, record: Record) -> list[ListPage]:
    """The list pages of every locale, each locale's front page first.

    Args:
        maker: Makes the pages.
        record: When pages came out.
    """
    size = maker.workflow.site.page_size
    order = _by_date({page.article.id: page.day for page in maker.plan.pages}, record)
    listed = {locale: _listed(maker, locale, order) for locale in maker.locales}
    last = {locale: max(0, len(pages) // size - 1) for locale, pages in listed.items()}
    found = []
    for locale, pages in listed.items():
        front = len(pages) - last[locale] * size
        for number in (0, *range(last[locale], 0, -1)):
            end = len(pages) - (number - 1) * size if number else front
            others = tuple(other for other in maker.locales if last[other] >= number)
            some = tuple(pages[end - size if number else 0 : end])
            found.append(ListPage(locale, number, some, others, last[locale]))
    return found


def _by_date(days: Mapping[str, str], record: Record) -> list[str]:
    """Ids, newest first; undated articles by the day they first came out, last."""
    firsts: dict[str, str] = {}
    for key, page in record.pages.items():
        article_id = key.partition("/")[2]
        firsts[article_id] = min(page.first, firsts.get(article_id, page.first))

    def order(article_id: str) -> tuple[str, str]:
        return (days[article_id] or f"0{firsts.get(article_id, '')}", article_id)

    return sorted(days, key=order, reverse=True)


def _listed(maker: PageMaker, locale: str, order: Iterable[str]) -> list[Planned]:
    """Pages of the locale, and originals of what is not out in it."""
    plan, source = maker.plan, maker.workflow.source.locale
    found = []
    for article_id in order:
        own = plan.by_key.get((article_id, locale))
        original = plan.by_key.get((article_id, source))
        if own is not None and own.published:
            found.append(own)
        elif original is not None and original.published:
            found.append(original)
        elif own is not None and article_id in plan.site.originals:
            found.append(Planned(own.article, source, "", None))
    return found


def front_values(
    maker: PageMaker, here: ListPage, pictures: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the template of a list page is filled with.

    Args:
        maker: Makes the pages.
        here: The list page.
        pictures: Article id -> first picture of its text, for articles that name none.

    Returns:
        The values, and a note of the files the page needs (see PageLinks).
    """
    locale = here.locale
    words = maker.furniture(locale)
    items: list[dict[str, Any]] = []
    note: dict[str, Any] = {"assets": {}, "looked_at": {}}
    for page in here.pages:
        links = PageLinks(maker.plan.site, page.article, locale, here.address)
        item = _item(page, locale, links, words, here.address)
        picture = page.facts.image or pictures.get(page.article.id, "")
        items.append(item | {"image": links.picture(picture) if picture else None})
        note["assets"] |= links.assets
        note["looked_at"] |= links.looked_at
    alternates = list_alternates(maker, here)
    title = maker.site_title(locale)
    about, archive = maker.site_description(locale), ""
    if here.number:
        archive = words.gettext("Archive, page %(number)s", number=words.number(here.number))
    values = maker.common(locale, here.address) | {
        "title": f"{archive} – {title}" if archive else title,
        "description": f"{archive} – {about}" if archive else about,
        "alternates": alternates,
        "switcher": alternates,
        "x_default": list_default(maker, here, alternates) or ("" if here.number else "../"),
        "articles": items,
        "archive": archive,
        "older": relative(here.address, list_address(locale, here.older)) if here.older else "",
        "newer": relative(here.address, here.newer) if here.newer else "",
    }
    return values, note


def list_alternates(maker: PageMaker, here: ListPage) -> list[Alternate]:
    """The same list page in all locales that have it."""
    return [
        maker.alternate(
            other, here.address, list_address(other, here.number), current=other == here.locale
        )
        for other in here.others
    ]


def list_default(maker: PageMaker, here: ListPage, alternates: Sequence[Alternate]) -> str:
    """`x-default`: the choice of languages for front pages, the original's for archive pages."""
    if not here.number:
        return absolute(maker.workflow.site.base_url, "")
    source = maker.workflow.source.locale
    return next((one.url for one in alternates if one.locale == source), "")


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
        "badge": badge_of(making, words) if making else "",
        "status": making.status if making else "",
    }
