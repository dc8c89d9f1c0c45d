"""What of a page's main part did not come into the article made of it."""

import re

from transflow.documents.cutting import Options
from transflow.documents.html import read_html
from transflow.documents.html_inline import plain
from transflow.documents.plan import apply_patches

__all__ = ["lost_texts"]

_MAIN = re.compile(r"<(?:main|article)\b", re.IGNORECASE)
_UNREAD = re.compile(
    r"<!--.*?-->|<(script|style|nav|aside|form|noscript|template|button|svg|select)\b.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:address|article|blockquote|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    r"|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|br)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_TARGET = re.compile(r"\]\((?:<[^>]*>|[^()\s]*)\)")


def lost_texts(page: str, made: str) -> list[str]:
    """Texts of a page's `main` or `article` that are not in the Markdown made of it.

    A page without either is not judged: what of it is text was for others to find out.
    """
    if not _MAIN.search(page):
        return []
    body = read_html(page, Options(locale="en")).body
    cuts = [(start, end, "") for start, end in body.cuts]
    shown = _UNREAD.sub(" ", apply_patches(page, cuts, body.start, body.end))
    have = _letters(_TARGET.sub("", made))
    texts = (" ".join(plain(_TAG.sub("", part)).split()) for part in _BLOCK.split(shown))
    return [text for text in texts if _letters(text) not in have]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
