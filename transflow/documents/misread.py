"""Front matter that nothing is made of: told with its line and what to write instead."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from transflow.model import Finding, Severity

__all__ = ["FALSE", "TRUE", "is_name", "is_unclear", "line_of", "misread"]

FALSE = frozenset({"false", "no", "off", "0"})
TRUE = frozenset({"true", "yes", "on", "1"})
_NAME = re.compile(r"[^\s/\\?#%<>\"'|*:\x00-\x1f]+")
_TEXTS = ("title", "summary", "description")
_ALIASES = ("aliases", "redirect_from")
_NO_TEXT = "{key} is no text, so the article has none of it; put it in quotes"
_NO_SLUG = (
    "slug {value!r} cannot be part of an address, so the article's id is; write one part without "
    "blanks and signs, such as fees-2026, and a number in quotes"
)
_NO_ALIAS = (
    "{key}: {value!r} can be no address of this site, so nothing leads on from there; write it "
    "from the site's root, such as /old/fees/"
)
_UNCLEAR = (
    "{key} {value!r} is neither true nor false, so the article has no page; write true or false"
)


def is_name(text: Any) -> bool:
    """Whether a text can be a part of a page's address."""
    return isinstance(text, str) and bool(_NAME.fullmatch(text)) and text not in {".", ".."}


def line_of(key: str, text: str) -> int:
    """The line of a front-matter key; 0 where it is not found."""
    place = re.search(rf"^[ \t]*[\"']?{key}[\"']?[ \t]*[:=]", text, re.MULTILINE | re.IGNORECASE)
    return text.count("\n", 0, place.start()) + 1 if place else 0


def misread(meta: Mapping[str, Any], text: str, path: str) -> list[Finding]:
    """What is said of values that are ignored, or withhold the article's pages."""
    return [
        Finding("document", Severity.WARNING, message, path=path, line=line_of(key, text))
        for key, message in _troubles(meta)
    ]


def _troubles(meta: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _TEXTS:
        if isinstance(meta.get(key), (Mapping, list, tuple, bool)):
            yield key, _NO_TEXT.format(key=key)
    slug = meta.get("slug")
    if slug not in (None, "") and not is_name(slug) and not _is_whole(slug):
        yield "slug", _NO_SLUG.format(value=str(slug))
    for key in _ALIASES:
        said = meta.get(key) or ()
        for one in said if isinstance(said, list) else [said] if said else []:
            if not _is_alias(one):
                yield key, _NO_ALIAS.format(key=key, value=str(one))
    for key in ("draft", "publish"):
        value = meta.get(key)
        if is_unclear(value) and (key == "draft" or isinstance(value, str)):
            yield key, _UNCLEAR.format(key=key, value=str(value))


def is_unclear(value: Any) -> bool:
    """Whether a value that should be yes or no is neither."""
    return value not in (None, "") and str(value).strip().lower() not in FALSE | TRUE


def _is_whole(slug: Any) -> bool:
    """Whether it is a whole address, `/guide/fees`, as Docusaurus has it: for its pages alone."""
    return isinstance(slug, str) and slug.startswith("/") and (slug == "/" or _is_alias(slug))


def _is_alias(one: Any) -> bool:
    """Whether it is an address, or another name in words, as Obsidian has `aliases`."""
    if not isinstance(one, str):
        return False
    if "/" not in one and ":" not in one and " " in one:
        return True
    parts = [unquote(part) for part in one.strip().split("/") if part]
    return bool(parts) and all(map(is_name, parts))
