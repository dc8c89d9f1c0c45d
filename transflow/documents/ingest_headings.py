"""Headings of a saved page: which is its title, and what tools add to each of them."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from transflow.documents.dates import read_date
from transflow.documents.html_inline import plain
from transflow.documents.html_rules import BLOCK
from transflow.documents.html_titles import BETWEEN
from transflow.documents.html_tokens import tokens
from transflow.documents.text_lines import is_dateline

__all__ = ["date_below", "title_of", "without_permalinks"]

_NEAR, _ABOVE, _LINE = 2, 3, 40
"""A date is one of so many texts behind a title, or before it, and no longer."""
_NAMES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def title_of(page: str, found: str) -> str:
    """The first heading of level 1 that `<title>` begins with, else what was found.

    A menu, or a box with help, may have the first heading of a page. Old pages have one of level 2 and no other.

    Args:
        page: The page.
        found: What is taken for its title.
    """
    said = next(_texts(page, frozenset({"title"})), "")
    fits = (
        heading
        for heading in _texts(page, frozenset({"h1"}))
        if re.fullmatch(rf"{re.escape(heading)}(?:{BETWEEN}.+)?", said)
    )
    if title := next(fits, ""):
        return title
    large, small = (list(_texts(page, frozenset({name}))) for name in ("h1", "h2"))
    return small[0] if not large and len(small) == 1 else found


def date_below(page: str, title: str, locale: str) -> dt.date | None:
    """The date on a line of its own: directly below a title or the line there, else closely above it.

    Where the title stands nowhere in the page, the only such date in it.
    """
    parts: list[str] = []
    for token in tokens(page):
        if token.tag and (token.tag.name in BLOCK or token.tag.name == "br"):
            parts.append("\n")
        elif token.kind == "text":
            parts.append(" ".join(page[token.start : token.end].split()))
    shown = [" ".join(plain(line).split()) for line in " ".join(parts).split("\n")]
    shown = [text for text in shown if text]
    if title not in shown:
        dates = set(_dates(shown, locale))
        return dates.pop() if len(dates) == 1 else None
    at = shown.index(title)
    below, above = shown[at + 1 : at + 1 + _NEAR], shown[max(0, at - _ABOVE) : at]
    return next(chain(_dates(below, locale), _dates(reversed(above), locale)), None)


def _dates(lines: Iterable[str], locale: str) -> Iterator[dt.date]:
    """The dates among lines that are little more."""
    for text in lines:
        if len(text) <= _LINE and is_dateline(text) and (found := read_date(text, locale)):
            yield found


def _texts(page: str, names: frozenset[str]) -> Iterator[str]:
    """The texts of the elements of a name, one after the other."""
    text: list[str] | None = None
    for token in tokens(page):
        tag = token.tag
        if tag and tag.name in names:
            if tag.closing and text and (whole := " ".join(plain("".join(text)).split())):
                yield whole
            text = None if tag.closing else []
        elif text is not None and token.kind in {"text", "raw"}:
            text.append(page[token.start : token.end])


def without_permalinks(page: str) -> str:
    """The page with headings that link to themselves as plain ones: the sign for the link goes, words stay."""
    parts: list[str] = []
    heading = ""
    link = -1
    for token in tokens(page):
        tag, text = token.tag, page[token.start : token.end]
        if tag and tag.name in _NAMES:
            heading, link = "" if tag.closing else tag.name, -1
        elif heading and tag and tag.name == "a":
            if not tag.closing and (tag.get("href") or "").startswith("#"):
                link, text = len(parts), ""
            elif tag.closing and link >= 0:
                if not re.search(r"\w", re.sub(r"<[^>]*>", "", "".join(parts[link:]))):
                    del parts[link:]
                link, text = -1, ""
        parts.append(text)
    return "".join(parts)
