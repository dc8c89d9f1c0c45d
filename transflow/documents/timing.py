"""When an article's pages come out and go, as its front matter says."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from transflow.documents.dates import day
from transflow.model import Article

__all__ = ["MOMENTS", "begin_of", "end_of", "moment", "turns", "unreadable"]

_BEGIN = ("publish_at", "publishdate")
_END = ("withdraw_at", "expirydate")
"""Our own words, and Hugo's `publishDate` and `expiryDate`, which it reads in any case."""
MOMENTS = frozenset((*_BEGIN, *_END))
"""All of them, in small letters."""


def begin_of(article: Article) -> datetime | None:
    """The moment from which an article may be out, where it names one."""
    return moment(_value(article.meta, _BEGIN)[1], article.locale)


def end_of(article: Article) -> datetime | None:
    """The moment from which an article is out no more, where it names one."""
    return moment(_value(article.meta, _END)[1], article.locale)


def turns(article: Article) -> tuple[str, ...]:
    """The moments, ISO 8601, at which an article comes out, goes or is of its day: all else as it was."""
    found = (begin_of(article), end_of(article), moment(article.meta.get("date")))
    return tuple(each.isoformat() for each in found if each)


def moment(value: Any, locale: str = "en") -> datetime | None:
    """A front-matter date or time as an aware moment; midnight and UTC where it says nothing."""
    value = None if value is None else day(value, locale)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(), UTC) if isinstance(value, date) else None


def _value(meta: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, Any]:
    """The first of some keys that says something."""
    for key, value in meta.items():
        if str(key).lower() in names and value not in (None, ""):
            return key, value
    return "", None


def unreadable(article: Article) -> tuple[str, Any] | None:
    """A key that should name a moment and does not, with its value."""
    for names in (_BEGIN, _END):
        key, value = _value(article.meta, names)
        if value is not None and moment(value, article.locale) is None:
            return key, value
    return None
