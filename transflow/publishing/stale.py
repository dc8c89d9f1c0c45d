"""Pages that stay as they were, because their catalog or their article cannot be read.

A slip in a file takes no page down. What lists, feeds and metadata say of such a page is read from
what is out.
"""

import posixpath
import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from markupsafe import escape

from transflow import safexml
from transflow.config.schema import SourceConfig
from transflow.documents import read
from transflow.errors import TransflowError
from transflow.model import Article
from transflow.publishing.facts import Facts, Piece, facts
from transflow.publishing.links import ASSETS
from transflow.publishing.notice import Making

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["facts_of", "feed_items", "making_of_page", "needs_of_page", "stand_in"]

_ATOM = "{http://www.w3.org/2005/Atom}"
_META = re.compile(
    r'<meta (?:property|name)="([\w:-]+)" content="([^"]*)"(?: lang="([\w-]+)")?( data-opening)?>'
)
_TARGET = re.compile(r' (src|href)="(\.\./[^"#?]+)')


def facts_of(article: Article, page: Path) -> Facts:
    """What a page that stays says of its article.

    Args:
        article: The original as it is now.
        page: The page's file.
    """
    said = _said(page)
    title = said.get("og:title", Piece())
    about = said.get("description", Piece())
    if not article.source:
        day = said.get("article:published_time", Piece()).text
        dated = day and f'<time datetime="{day}">' in page.read_text(encoding="utf-8")
        return Facts(title=title, summary=about, date=date.fromisoformat(day) if dated else None)
    now = facts(article, None, article.locale)
    return replace(now, title=title, summary=about if now.summary else Piece())


def making_of_page(page: Path) -> Making | None:
    """What a page that stays says of its making; None for an original."""
    said = _said(page)
    reviewed, _, total = said.get("translation-reviewed", Piece()).text.partition("/")
    status = said.get("translation-status", Piece()).text
    if status == "original":
        return None
    return Making(
        total=int(total or 0),
        reviewed=int(reviewed or 0),
        machine=int(status in {"machine", "partly-reviewed"}),
        waiting=int(status == "translated"),
        source=int(status == "incomplete"),
        overtaken=False,
        outdated=status == "outdated",
    )


def needs_of_page(page: Path, address: str, folder: str) -> dict[str, Any]:
    """The files that a page that stays needs, as its note says where that is lost.

    Args:
        page: The page's file.
        address: Where it is.
        folder: Its article's folder under that of all articles.
    """
    assets, pictures = {}, []
    for name, target in _TARGET.findall(page.read_text(encoding="utf-8")):
        path = posixpath.normpath(posixpath.join(address, unquote(unescape(target))))
        if path.startswith(ASSETS):
            assets[path] = path.removeprefix(ASSETS)
            pictures += [posixpath.relpath(assets[path], folder or ".")] if name == "src" else []
    return {"assets": assets, "picture": quote(pictures[0]) if pictures else ""}


def stand_in(
    article_id: str, source: SourceConfig, prefix: str, unread: Collection[str]
) -> Article:
    """An empty article of a name, for pages of one that cannot be read.

    Args:
        article_id: Its id.
        source: How articles are read.
        prefix: The articles' folder, as article paths begin with it.
        unread: Paths of the articles that cannot be read: one of them may be its own.
    """
    names = (path for path in unread if path.rpartition(".")[0] == f"{prefix}{article_id}")
    path = next(names, "")
    empty = read(b"<!-- -->", path=path or f"{article_id}.md", locale=source.locale, source=source)
    return replace(empty, id=article_id, path=path, source=b"", units=())


def feed_items(feed: Path) -> dict[str, dict[str, Any]]:
    """The entries of a feed that is out, by their ids, as its template takes them."""
    try:
        root = safexml.parse(feed.read_bytes(), str(feed))
    except (OSError, TransflowError):
        return {}
    items = [_feed_item(entry) for entry in root.iter(f"{_ATOM}entry")]
    return {item["id"]: item for item in items}


def _feed_item(entry: "Element") -> dict[str, Any]:
    def text(name: str) -> str:
        return entry.findtext(f"{_ATOM}{name}") or ""

    link = entry.find(f"{_ATOM}link")
    return {
        "title": text("title"),
        "id": text("id"),
        "url": "" if link is None else link.get("href", ""),
        "published": text("published"),
        "updated": text("updated"),
        "author": entry.findtext(f"{_ATOM}author/{_ATOM}name") or "",
        "summary": text("summary"),
        "content": text("content"),
    }


def _said(page: Path) -> dict[str, Piece]:
    """What a page's head says. How a text begins is no summary of it, and left out."""
    head = page.read_text(encoding="utf-8").partition("</head>")[0]
    found = {}
    for key, value, lang, opening in _META.findall(head):
        if not opening:
            found[key] = Piece(unescape(value), lang, escape(unescape(value)))
    return found
