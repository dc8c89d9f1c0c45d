"""The words of a text as a set: which rules have anything to look for in it is told at once."""

import re
from functools import lru_cache

__all__ = ["word_set"]

_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=8)
def word_set(text: str) -> frozenset[str]:
    """The words of an English text in small letters, without apostrophes and hyphens."""
    return frozenset(_WORD.findall(text.lower()))
