"""The words of a text that have a capital: which lists of names have anything to look for in it is told at once."""

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["LARGE", "first_words", "large_words"]

LARGE = re.compile(r"[A-ZÀ-Þ](?<![\w-].)\w*")


@lru_cache(maxsize=64)
def large_words(text: str) -> frozenset[str]:
    """The words of a text that begin with a capital and have no hyphen before them.

    Args:
        text: Plain text.
    """
    return frozenset(LARGE.findall(text))


def first_words(names: Iterable[str]) -> frozenset[str]:
    """The words that names begin with, one of which every text has that has one of the names.

    Args:
        names: Names that begin with a capital.
    """
    return frozenset(first[0] for name in names if (first := LARGE.match(name)))
