"""Headings of a saved page: which is its title, and what tools add to each of them."""

import re
from collections.abc import Iterator

from transflow.documents.html_inline import plain
from transflow.documents.html_titles import BETWEEN
from transflow.documents.html_tokens import tokens

__all__ = ["title_of", "without_permalinks"]

_NAMES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def title_of(page: str, found: str) -> str:
    """The first heading of level 1 that `<title>` begins with, else what was found.

    A menu, or a box with help, may have the first heading of a page.

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
    return next(fits, "") or found


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
