"""What an author asks for in the front matter: not yet, no more, not at all."""

from datetime import UTC, date, datetime, time
from typing import Any

from transflow.model import Article

__all__ = ["begin_of", "closed", "moment"]

_FALSE = frozenset({"false", "no", "off", "0"})


def closed(article: Article) -> str:
    """Why an article has no page in any locale at any time; empty if it may have one."""
    meta = article.meta
    if _is_false(meta.get("publish")):
        return "its front matter says `publish: false`"
    if meta.get("draft") is True or str(meta.get("draft", "")).lower() == "true":
        return "its front matter says `draft: true`"
    withdrawn = meta.get("withdrawn")
    if withdrawn is not None and withdrawn != "" and not _is_false(withdrawn):
        told = "" if str(withdrawn).lower() in {"true", "yes"} else f": {withdrawn}"
        return f"its front matter says that it is withdrawn{told}"
    if meta.get("publish_at") is not None and begin_of(article) is None:
        return f"its `publish_at` is no date: {meta['publish_at']!r}"
    return ""


def begin_of(article: Article) -> datetime | None:
    """The moment from which an article may be out, where it names one."""
    return moment(article.meta.get("publish_at"))


def moment(value: Any) -> datetime | None:
    """A front-matter date or time as an aware moment; midnight and UTC where it says nothing."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    return None


def _is_false(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in _FALSE)
