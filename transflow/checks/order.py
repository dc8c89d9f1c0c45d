"""Figures that are all there and belong to others: the days of two months, the groups of a telephone number."""

import re
from collections import Counter
from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import months

__all__ = ["RULES"]

_PHONE = re.compile(
    r"(?:(?<![\w/.-])(?P<intl>\+\s?|\(\+)|\b(?:tel|telephone|phone|fax|mobile|hotline|call|ring)\b[.:]?(?: us)?(?: on| at)?:?\s+\(?)"
    r"(?P<digits>\d[\d ()\u00a0\u202f.-]{5,}\d)",
    re.IGNORECASE,
)
_LEAST = 7
_BEFORE = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\u00a0]*(?:of |de |d[’'])?$"
)
_BEHIND = re.compile(r"[\s\u00a0]*(\d{1,2})(?:st|nd|rd|th|日|号|號)?(?![\d:.,]?\d)")
_HAN = frozenset({"zh", "ja", "yue"})


def _digits(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _phones(pair: Pair) -> Iterator[str]:
    target = _digits(pair.right.plain)
    for found in _PHONE.finditer(pair.left.plain):
        groups = re.findall(r"\d+", found["digits"])
        digits = _digits(found["digits"])
        own = digits[len(groups[0]) :] if found["intl"] else digits  # without the country's code
        if len(digits) >= _LEAST and own not in target and all(one in target for one in groups):
            yield f"{found['digits']} stands in another order; expected it as it is"


def _days(text: str, tag: str) -> Counter[tuple[int, int]]:
    """(day, month) of each date whose month has a name."""
    found: Counter[tuple[int, int]] = Counter()
    for month in months(text, tag):
        before = _BEFORE.search(text[: month.start][-12:])
        behind = _BEHIND.match(text, month.end)
        day = behind if tag.partition("-")[0] in _HAN else before or behind
        if day:
            found[int(day[1]), int(month.value)] += 1
    return found


def _dates(pair: Pair) -> Iterator[str]:
    context = pair.context
    source = _days(pair.left.plain, context.source_locale)
    if len(source) < 2:
        return
    target = _days(pair.right.plain, context.locale)
    alike = all(
        Counter(one[part] for one in source.elements())
        == Counter(one[part] for one in target.elements())
        for part in (0, 1)
    )
    if alike and source != target:
        wrong = sorted((target - source).elements())
        yield f"days and months changed places: {', '.join(f'{d}/{m}' for d, m in wrong)}"


def _swapped(pair: Pair) -> Iterator[str]:
    yield from _phones(pair)
    yield from _dates(pair)


RULES = (
    Rule(
        "swapped",
        Severity.ERROR,
        "The groups of a telephone number stand in another order, or two dates have exchanged their days.",
        "Only numbers behind + or a word for telephone count, whose groups are all there; dates only where a month has "
        "a name and both texts have the same days and months.",
        _swapped,
    ),
)
