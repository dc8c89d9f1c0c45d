"""Figures that are all there and have changed places: from 142 to 135 for from 135 to 142, the days of two months.

Each rule compares what belongs together. Numbers are judged by their order only where English puts them side by side
(from … to, … and …): elsewhere languages turn sentences round.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transflow.quantities.comparison import Comparison, compare
from transflow.quantities.figures import Quantity
from transflow.quantities.months import months
from transflow.quantities.wordset import has_figure, word_set

__all__ = ["exchanged"]

_PHONE = re.compile(
    r"(?:(?<![\w/.-])(?P<intl>\+\s?|\(\+)|\b(?:tel|telephone|phone|fax|mobile|hotline|call|ring)\b[.:]?(?: us)?(?: on| at)?:?\s+\(?)"
    r"(?P<digits>\d[\d ()\u00a0\u202f./-]{5,}\d)",
    re.IGNORECASE,
)
_LEAST = 7
_DIGIT = re.compile(r"\d")
_BEFORE = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\u00a0]*(?:of |de |d[’'])?$"
)
_BEHIND = re.compile(r"[\s\u00a0]*(\d{1,2})(?:st|nd|rd|th|日|号|號)?(?![\d:.,]?\d)")
_YEAR_BEHIND = re.compile(
    r"(?:[\s\u00a0]+\d{1,2})?,?[\s\u00a0]+(?:of |del? |من عام |عام |de l’année )?(\d{4})(?!\d)"
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})\s?年(?:的)?\s?$")
_HAN = frozenset({"zh", "ja", "yue"})
_SIDE_BY_SIDE = re.compile(
    r"(?:;|\b(?:and|while|but)\b)(?![^;]*\b(?:which|who|whom|whose|that|when|where|with|than|as|after|before|by|in|from|at|to \w+|for|if|under|since|between)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^\s?(?:%|[a-z]+(?: [a-z]+)?)?,\s(?:[$€£]|another |a further )?$", re.IGNORECASE
)
_PART_OF = re.compile(r"\bof (?:the |all |these )*$", re.IGNORECASE)
"""Of 200 brands, 83%: a share stands before its whole in most languages."""
_FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+)?[$€£]?$", re.IGNORECASE)
_TO = re.compile(r"^(?!.*\b(?:and|by)\b)[^.;]{0,40}\bto\s+(?:[a-z]+\s+){0,2}[$€£]?$", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:contre|against|frente a|contra|против|(?:par rapport|comparé) à|en comparación)\b|مقابل|مقارنة|相比|而此前|对比",
    re.IGNORECASE,
)
"""Fell from 214 to 107: 107 contre 214."""
_YEARS = (1000, 2099)


def exchanged(source: str, target: str, source_tag: str, tag: str) -> Iterator[str]:
    """What has changed places, in words for a finding.

    Args:
        source: Visible text, addresses and placeholders blanked.
        target: Its translation, likewise.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation.
    """
    figures = len(_DIGIT.findall(source)) if has_figure(source) else 0
    if figures < 2:
        return
    if figures >= _LEAST:
        yield from _phones(source, target)
    found = compare(source, target, source_tag, tag)
    if any(one.month for one in (*found.missing, *(own for own, _, _ in found.matched))):
        yield from _dates(source, target, source_tag, tag)
    if source_tag.partition("-")[0] == "en":
        yield from _order(source, target, found)
        yield from _votes(source, target)
        yield from _numbered(source, target, tag.partition("-")[0])


def _numbered(source: str, target: str, language: str) -> Iterator[str]:
    """Names that stand before another's number: OpenSSL 3.12 for Python 3.12.

    In Latin letters a word before a number may be a translation (Artículo 5), so that there only the source's own names count.
    """
    own: dict[str, set[str]] = {}
    for pair in _NUMBERED.finditer(source):
        own.setdefault(pair["number"], set()).add(pair["name"])
    names = set().union(*own.values())
    for pair in _NUMBERED.finditer(target) if own else ():
        name, right = pair["name"], own.get(pair["number"], set())
        foreign = language in _APART and len(name) > _INITIALS and name not in source
        if not right or name in right or not (name in names or foreign):
            continue
        if not any(
            re.search(rf"{one}\W{{0,3}}v?{pair['number']}(?![\d.])", target) for one in right
        ):
            yield f"{min(right)} {pair['number']} became {pair[0]}"


_NUMBERED = re.compile(
    r"(?a:(?P<name>[A-Z](?<![\w.-].)[A-Za-z]*[A-Za-z])[ \u00a0]v?(?P<number>\d+(?:\.\d+)*)(?![\w%]|[.,:]\d))"
)
_APART = frozenset({"zh", "ja", "ko", "ru", "uk", "bg", "ar", "fa"})
"""Languages in whose letters a Latin word is a name."""
_INITIALS = 2


def _votes(source: str, target: str) -> Iterator[str]:
    """Votes for, against and abstentions, which every language tells in this order; a defeat may begin with the winners."""
    cast = None if _VOTES.isdisjoint(word_set(source)) else _CAST.search(source)
    if cast is None or _DEFEAT.search(source):
        return
    counts = [one for one in cast.groups() if one]
    places = [
        [one.start() for one in re.finditer(rf"(?<![\d.,]){count}(?![\d.,]*\d)", target)]
        for count in counts
    ]
    order = [where[0] for where in places if len(where) == 1]
    if len(order) == len(counts) and order != sorted(order):
        yield f"the votes {', '.join(counts)} changed places; expected them in this order"


_VOTES = frozenset({"vote", "votes"})
_CAST = re.compile(
    r"\b(\d+) votes?(?: in favou?r)?(?: to|,? (?:and )?against|,) (\d+)(?: votes?)?(?: against)?(?:,? (?:with|and) (\d+) abstentions?)?",
    re.IGNORECASE,
)
_DEFEAT = re.compile(r"\b(?:reject|defeat|lost|fail|not adopt)", re.IGNORECASE)


def _digits(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _phones(source: str, target: str) -> Iterator[str]:
    there = ""
    for found in _PHONE.finditer(source):
        there = there or _digits(target)
        groups = re.findall(r"\d+", found["digits"])
        digits = _digits(found["digits"])
        own = digits[len(groups[0]) :] if found["intl"] else digits  # without the country's code
        if len(digits) >= _LEAST and own not in there and all(one in there for one in groups):
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


def _years(text: str, tag: str) -> dict[int, set[int]]:
    """Month -> the years that stand beside its name."""
    found: dict[int, set[int]] = {}
    for month in months(text, tag):
        year = (
            _YEAR_BEFORE.search(text[: month.start][-8:])
            if tag.partition("-")[0] in _HAN
            else _YEAR_BEHIND.match(text, month.end)
        )
        if year:
            found.setdefault(int(month.value), set()).add(int(year[1]))
    return found


def _dates(source: str, target: str, source_tag: str, tag: str) -> Iterator[str]:
    days = _days(source, source_tag)
    if len(days) >= 2:
        given = _days(target, tag)
        alike = all(
            Counter(one[part] for one in days.elements())
            == Counter(one[part] for one in given.elements())
            for part in (0, 1)
        )
        if alike and days != given:
            wrong = sorted((given - days).elements())
            yield f"days and months changed places: {', '.join(f'{d}/{m}' for d, m in wrong)}"
    years = _years(source, source_tag)
    if years and len(set(re.findall(r"(?<!\d)\d{4}(?!\d)", source))) > 1:
        given_years = _years(target, tag)
        for month, own in years.items():
            other = given_years.get(month)
            if other and not other & own and all(str(year) in source for year in other):
                yield f"month and year changed places: {month}/{min(other)}; expected {month}/{min(own)}"


def _order(source: str, target: str, found: Comparison) -> Iterator[str]:
    """Numbers side by side in the source that stand the other way round in the translation."""
    if found.missing or found.extra:
        return  # told by the rule for numbers
    names = [one for one, _, _ in found.matched if one.month]
    pairs = sorted(
        (
            (one, two)
            for one, two, _ in found.matched
            if one.required
            and two.required
            and not one.month
            and not two.month
            and not _dated(one, names)
        ),
        key=lambda pair: pair[0].start,
    )
    if len(pairs) < 2:
        return
    alone = _alone([one for one, _ in pairs]) & _alone([two for _, two in pairs])
    for (one, its), (two, other) in pairwise(pairs):
        if (
            other.start < its.start
            and {one.value, two.value} <= alone
            and _together(source, one, two)
            and not _AGAINST.search(target, other.end, its.start)
        ):
            yield f"{one.text} and {two.text} changed places; expected them in this order"


def _dated(number: Quantity, names: Sequence[Quantity]) -> bool:
    """Whether a number stands beside the name of a month: dates are judged as pairs."""
    return any(
        -_BESIDE <= month.start - number.end <= _BESIDE or 0 <= number.start - month.end <= _BESIDE
        for month in names
    )


_BESIDE = 4


def _alone(numbers: Sequence[Quantity]) -> set[object]:
    """Values that one number of a text has and no other."""
    times = Counter(
        value for one in numbers for value in {reading.value for reading in one.readings}
    )
    return {value for value, count in times.items() if count == 1}


def _may_be_year(number: Quantity) -> bool:
    return number.text.isdecimal() and _YEARS[0] <= number.value <= _YEARS[1]


def _together(source: str, one: Quantity, two: Quantity) -> bool:
    """Whether two numbers of one kind stand in a row: from 3 to 5, 3 patents and 5 marks."""
    if _may_be_year(one) != _may_be_year(two):
        return False
    gap = source[one.end : two.start]
    if re.search(r"[\d(.:!?]", gap):
        return False
    if _FROM.search(source[: one.start]) and _TO.search(gap):
        return True
    listed = _LISTED.search(gap) and not _PART_OF.search(source[: one.start])
    return bool(_SIDE_BY_SIDE.search(gap) or listed)
