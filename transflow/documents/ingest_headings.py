"""Headings of a saved page: which is its title, and what tools add to each of them."""

import re
from collections.abc import Iterator
from typing import Any

from transflow.documents.html_titles import BETWEEN
from transflow.documents.html_tokens import tokens
from transflow.documents.ingest_tree import HEADINGS, is_short, letters, runs_without, words
from transflow.documents.text_tables import width

__all__ = ["headline", "title_of", "without_permalinks"]

_HAN = r"[\u3400-\u9fff]"
_BETWEEN = re.compile(rf"{BETWEEN}|\s?｜\s?|(?<={_HAN})_|_(?={_HAN})|\s_\s")
"""What stands between a page's title and its site's name; a low line where no word has it within."""
_SURE = re.compile(r"[|｜_]")
"""A sign behind which a few words are a name."""
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_PARTS = 8
"""Parts of a title that are looked at."""
_ENOUGH = 12
"""A line that says the title, and is not by chance a part of it, is so many letters wide."""
_NAME, _WIDE = 5, 40
"""Words of a site's name at most, and how many letters wide it is."""


def title_of(root: Any, found: str, site: str) -> str:
    """The heading that says a part of `<title>` or of the title for sharing, else what was found.

    A menu, or a box with help, may have the first heading of a page, its site the largest one. Some headlines
    are no headings; old pages have one of level 2 and no other.

    Args:
        root: The page.
        found: What is taken for its title.
        site: Its site's name and host.
    """
    shared = [meta.get("content") or "" for meta in root.iter("meta") if _is_title(meta)]
    found = " ".join(found.split())
    said = [" ".join(text.split()) for text in (root.findtext(".//head/title") or "", *shared)]
    found, site = _undotted(found, site, said[0])
    begins = {letters(part): part for text in said for start, part in _parts(text) if not start}
    inside = {letters(part): len(letters(text)) for text in said for _, part in _parts(text)}
    wholes = set(map(letters, said))
    fits: list[tuple[tuple[bool, bool, str], str]] = []
    for heading in root.iter(*HEADINGS):
        if (text := letters(words(heading))) and text in inside:
            main = _is_in(heading, "main", "article")
            edge = not main and _is_in(heading, "header", "footer", "nav", "aside")
            likely = text not in letters(site) if text in begins else 2 * len(text) > inside[text]
            if text in wholes or main or (likely and (text in begins or not edge)):
                fits.append(((edge, text not in begins, heading.tag), words(heading)))
    if fits:
        return min(fits, key=lambda fit: fit[0])[1]
    lines = runs_without(root, set(root.iter("a", *HEADINGS)))
    near = {text for text in begins if width(text) >= _ENOUGH and text not in letters(site)}
    if near and (text := next((text for text in map(letters, lines) if text in near), "")):
        return begins[text]
    small = list(root.iter("h2"))
    if len(small) == 1 and not any(shared) and next(root.iter("h1"), None) is None:
        return words(small[0])
    return _without_site(found, site)


def headline(root: Any, title: str) -> Any:
    """The first heading that says the title, else the first element that does; None where none does."""
    body = root.find("body")
    for names in (HEADINGS, ("div", "p", "span", "strong", "b", "td", "center", "font")):
        for each in (root if body is None else body).iter(*names):
            if is_short(each, 4 * len(title) + 200) and _same(words(each), title):
                return each
    return None


def _is_in(node: Any, *names: str) -> bool:
    return next(node.iterancestors(*names), None) is not None


def _same(text: str, title: str) -> bool:
    return letters(text) == letters(title) != ""


def _is_title(meta: Any) -> bool:
    return (meta.get("property") or meta.get("name") or "").lower() in {"og:title", "twitter:title"}


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Where each part of a title begins, and the part: whatever stands between two signs in it."""
    signs = [match.span() for match in _BETWEEN.finditer(text)][: _PARTS - 1]
    ends = [*(start for start, _ in signs), len(text)]
    for index, start in enumerate((0, *(end for _, end in signs))):
        for end in ends[index:]:
            yield start, text[start:end]


def _undotted(found: str, site: str, whole: str) -> tuple[str, str]:
    """What was found as title and site, where a dot in the title (`5.2%`) did not make it the address of a site."""
    name, _, host = site.partition("\n")
    dotted = "." in name and not _HOST.fullmatch(name) and whole.startswith(name)
    return (whole, host) if dotted else (found, site)


def _without_site(title: str, site: str) -> str:
    """A title without the site's name behind a bar, or behind a dash where it is known."""
    for sign in reversed(list(_BETWEEN.finditer(title))):
        name = title[sign.end() :]
        known = letters(name) in letters(site)
        named = len(name.split()) <= _NAME and width(name) <= _WIDE
        if not (known or (named and _SURE.search(sign[0]))):
            break
        title = title[: sign.start()]
    return title


def without_permalinks(page: str) -> str:
    """The page with headings that link to themselves as plain ones: the sign for the link goes, words stay."""
    parts: list[str] = []
    heading = ""
    link = -1
    for token in tokens(page):
        tag, text = token.tag, page[token.start : token.end]
        if tag and tag.name in HEADINGS:
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
