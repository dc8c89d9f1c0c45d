"""Whose an id is that several articles claim: that of the article that its catalogs and pages are of.

The order of file names decides nothing where there is something to lose: a copy that sorts first
would take over what people confirmed for the original.
"""

from collections.abc import Iterable, Iterator, Sequence

from transflow import catalogs
from transflow.config import Layout
from transflow.errors import CatalogError, TransflowError
from transflow.files import folded
from transflow.model import Article
from transflow.publishing.kept import source_hash
from transflow.publishing.record import Record

__all__ = ["refused"]

_SITE = "site"


def refused(layout: Layout, articles: Iterable[Article]) -> dict[str, str]:
    """Path -> why its article cannot have its id, for each that cannot.

    Args:
        layout: The project.
        articles: All that could be read, in the order of their files.
    """
    claims: dict[str, list[Article]] = {}
    for article in articles:
        claims.setdefault(folded(article.id), []).append(article)
    why: dict[str, str] = {}
    for name, claimants in claims.items():
        if name == _SITE:
            why |= {
                one.path: f"its id {one.id!r} is the name of the site's own strings"
                for one in claimants
            }
        elif len(claimants) > 1:
            why |= _without_owner(claimants, _owner(layout, claimants))
    return why


def _without_owner(claimants: Sequence[Article], owner: Article | None) -> dict[str, str]:
    stays = (
        ""
        if owner
        else "; nothing tells whose its catalogs and pages are, so they stay as they are"
    )
    return {
        one.path: _taken(one, owner or next(other for other in claimants if other is not one))
        + stays
        for one in claimants
        if one is not owner
    }


def _taken(one: Article, other: Article) -> str:
    if one.id == other.id:
        return f"its id {one.id!r} is {other.path}'s too (give it another `id`)"
    return (
        f"its id {one.id!r} differs only in case from that of {other.path}: on macOS and Windows "
        "their catalogs and pages would be one file (rename one, or give it an `id`)"
    )


def _owner(layout: Layout, claimants: Sequence[Article]) -> Article | None:
    """The one whose catalogs, or else whose pages, are there; the first where there are none."""
    for evidence in (_of_catalogs, _of_pages):
        owners = list(evidence(layout, claimants))
        if len(owners) == 1:
            return owners[0]
    return None if _anything(layout, claimants) else claimants[0]


def _of_catalogs(layout: Layout, claimants: Sequence[Article]) -> Iterator[Article]:
    """Those whose file the catalogs of their id name in `#:`."""
    named = {article_id: _named(layout, article_id) for article_id in {c.id for c in claimants}}
    return (one for one in claimants if one.path in named[one.id])


def _named(layout: Layout, article_id: str) -> set[str]:
    found: set[str] = set()
    for locale in layout.workflow.locales:
        try:
            catalog = catalogs.load_or_none(layout.catalog(locale, article_id))
        except CatalogError:
            continue
        if catalog is not None:
            found.update(ref for entry in catalog.entries for ref in entry.references)
    return found


def _of_pages(layout: Layout, claimants: Sequence[Article]) -> Iterator[Article]:
    """Those whose very bytes are out as pages of their id."""
    out = {(key.partition("/")[2], page.source) for key, page in _record(layout).pages.items()}
    return (one for one in claimants if (one.id, source_hash(one)) in out)


def _anything(layout: Layout, claimants: Sequence[Article]) -> bool:
    ids = {one.id for one in claimants}
    return any(key.partition("/")[2] in ids for key in _record(layout).pages) or any(
        layout.catalog(locale, one).exists() for locale in layout.workflow.locales for one in ids
    )


def _record(layout: Layout) -> Record:
    try:
        return Record.load(layout.published)
    except TransflowError:
        return Record()  # publishing tells what is wrong with it
