"""The words beside one number of several: the clause of a translation that has a number of its source.

What is said of one number is judged by its own clause, so that two limits in a sentence are two questions.
"""

import re
from functools import lru_cache

from transflow.quantities.figures import Quantity, digits

__all__ = ["beside", "clause_of"]

_CLAUSE = re.compile(
    r"[;:,](?!\d)|\.(?!\d)|[，；。：،؛—–()（）]|\s(?:et|y|e|и|و)\s|\b(?:ou|o|или)\b|和|及|或|且"
)
"""What ends a clause in a translation."""
_CURRENCY = re.compile(r"(?:[A-Z]{2,3}\s?)?[$€£¥]\s?$|[A-Z]{3}\s$")


def clause_of(text: str, start: int, end: int, ends: re.Pattern[str] = _CLAUSE) -> tuple[int, int]:
    """Where the clause begins and ends that holds a piece of a text.

    Args:
        text: The text.
        start: Where the piece begins.
        end: Where it ends.
        ends: What ends a clause.
    """
    begin = max((mark.end() for mark in ends.finditer(text, 0, start)), default=0)
    mark = ends.search(text, end)
    return begin, mark.start() if mark else len(text)


def beside(source: str, at: tuple[int, int], target: str, language: str) -> str:
    """The clause of the target that has a number of the source, `#` for it; empty where it is not once in both.

    Args:
        source: English text.
        at: Where the number stands in it.
        target: Its translation.
        language: Language of the translation.
    """
    wanted = _digits(source, "en")
    own = [one for one in wanted if one.start < at[1] and at[0] < one.end]
    if len(own) != 1 or [one.value for one in wanted].count(own[0].value) != 1:
        return ""
    places = [one for one in _digits(target, language) if own[0].value in one.native]
    if len(places) != 1:
        return ""
    (place,) = places
    begin, end = clause_of(target, place.start, place.end)
    before = _CURRENCY.sub("", target[begin : place.start])
    return f"{before}#{target[place.end : end]}"


@lru_cache(maxsize=16)
def _digits(text: str, language: str) -> tuple[Quantity, ...]:
    return tuple(digits(text, language))
