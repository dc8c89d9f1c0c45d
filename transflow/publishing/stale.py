"""A page whose catalog cannot be read stays as it was: a slip in a PO file takes no page down.

What lists and metadata say of it is read from the page itself.
"""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from markupsafe import escape

from transflow.model import Article
from transflow.publishing.facts import Facts, Piece, facts
from transflow.publishing.notice import Making

__all__ = ["facts_of", "making_of_page"]

_META = re.compile(r'<meta (?:property|name)="([\w:-]+)" content="([^"]*)">')


def facts_of(article: Article, page: Path) -> Facts:
    """What a page that stays says of its article.

    Args:
        article: The original as it is now.
        page: The page's file.
    """
    said = _said(page)
    now = facts(article, None, article.locale)
    about = _piece(said, "og:description")
    return replace(now, title=_piece(said, "og:title"), summary=about if now.summary else Piece())


def making_of_page(page: Path) -> Making:
    """What a page that stays says of its making."""
    said = _said(page)
    reviewed, _, total = said.get("translation-reviewed", "").partition("/")
    status = said.get("translation-status", "")
    return Making(
        total=int(total or 0),
        reviewed=int(reviewed or 0),
        machine=int(status in {"machine", "partly-reviewed"}),
        waiting=int(status == "translated"),
        source=int(status == "incomplete"),
        overtaken=False,
    )


def _said(page: Path) -> dict[str, str]:
    head = page.read_text(encoding="utf-8").partition("</head>")[0]
    return {key: unescape(value) for key, value in _META.findall(head)}


def _piece(said: dict[str, str], key: str) -> Piece:
    text = said.get(key, "")
    return Piece(text, html=escape(text))
