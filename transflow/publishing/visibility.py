"""What an author asks for in the front matter: not yet, no more, not at all."""

from typing import Any

from transflow.documents.misread import FALSE, TRUE, is_unclear
from transflow.documents.timing import unreadable
from transflow.model import Article

__all__ = ["closed"]


def closed(article: Article) -> str:
    """Why an article has no page in any locale at any time; empty if it may have one."""
    meta = article.meta
    for key in ("publish", "published"):  # the second is Jekyll's
        if _is_false(meta.get(key)):
            return f"its front matter says `{key}: false`"
    if meta.get("draft") not in (None, "") and not _is_false(meta["draft"]):
        said = str(meta["draft"]).strip()
        return f"its front matter says `draft: {'true' if said.lower() in TRUE else said}`"
    if isinstance(meta.get("publish"), str) and is_unclear(meta["publish"]):
        return f"its front matter says `publish: {meta['publish']}`"
    withdrawn = meta.get("withdrawn")
    if withdrawn is not None and withdrawn != "" and not _is_false(withdrawn):
        told = "" if str(withdrawn).lower() in {"true", "yes"} else f": {withdrawn}"
        return f"its front matter says that it is withdrawn{told}"
    if timeless := unreadable(article):
        return "its `{}` is no date: {!r}".format(*timeless)
    return ""


def _is_false(value: Any) -> bool:
    return value is not None and str(value).strip().lower() in FALSE
