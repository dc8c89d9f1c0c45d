"""Anchors of headings: made from the original's words, the same in every locale."""

import re
import unicodedata

__all__ = ["Slugs"]

_DROP = re.compile(r"[^\w\s-]")
_SPACE = re.compile(r"\s+")
_EXPLICIT = re.compile(r"\s*\{#([^\s{}#]+)\}\s*$")


class Slugs:
    """Hands out the ids of one article's headings, in order.

    An id depends on the heading and those before it, never on later ones. Letters of every script
    are kept; what has no letter gets `section-` and its number.
    """

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self._taken: set[str] = set(taken)
        self._count = 0

    def next(self, text: str, explicit: str = "") -> str:
        """The id of the next heading."""
        self._count += 1
        stem = explicit or self._stem(text)
        slug, number = stem, 0
        while slug in self._taken:
            number += 1
            slug = f"{stem}-{number}"
        self._taken.add(slug)
        return slug

    def _stem(self, text: str) -> str:
        lowered = unicodedata.normalize("NFC", text).lower()
        stem = _SPACE.sub("-", _DROP.sub("", lowered).strip()).strip("-_")
        if not stem:
            return f"section-{self._count}"
        return f"section-{stem}" if stem.startswith("tf-") else stem


def split_explicit(text: str) -> tuple[str, str]:
    """`Fixed {#keep-me}` -> (`Fixed`, `keep-me`)."""
    match = _EXPLICIT.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")
