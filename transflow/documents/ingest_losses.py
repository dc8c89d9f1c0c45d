"""What of a page did not come into the article made of it."""

import re
from typing import Any

from transflow.documents.html_inline import plain
from transflow.documents.ingest_furniture import runs_around
from transflow.documents.ingest_tree import Kept, letters, runs_without

__all__ = ["lost_texts"]

_IMAGE = re.compile(r"(?<!\\)!\[(?:\\.|[^\]\\])*\]\((?:<[^>]*>|[^()\s]*)\)")
_TARGET = re.compile(r"(?<!\\)\]\((?:<[^>]*>|[^()\s]*)\)")
_TAG = re.compile(r"(?<!\\)</?[a-z][^>]*>")


def lost_texts(part: Any, left: set[Any], made: str, kept: Kept) -> list[str]:
    """Texts of a page that are neither in the Markdown made of it nor were said to be left out.

    Where a page says what its main part is, only texts of that are looked for; else every text but
    those of its menus, headers and footers: an `article` may have its contacts beside it.

    Args:
        part: The page's main part.
        left: Elements in it that were left out with a word.
        made: The Markdown, and what was said.
        kept: What was recognised as the main text.
    """
    prose = _TAG.sub("", _TARGET.sub("", _IMAGE.sub("", made)))
    have = f"{letters(plain(prose))}\0{letters(made)}"  # code has no tags and links: it stands in the latter
    texts = list(runs_without(part, left))
    if part.tag != "main" and part.get("role") != "main":
        texts += runs_around(part, kept)
    return list(dict.fromkeys(text for text in texts if letters(text) not in have))
