"""Numbers that stand in a row, in words, as times or rooms, and have changed places: seven killed and nineteen wounded.

What `exchanged` asks of figures; here numbers in words count too, since each is in both texts just once.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from transflow.quantities.figures import digits
from transflow.quantities.words import words
from transflow.quantities.wordset import has_figure, word_set

__all__ = ["counted", "is_year", "reordered", "several"]

_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
     "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)  # fmt: skip
_LINKS = frozenset(
    {"and", "but", "or", "while", "later", "then", "subsequently", "afterwards", "instead", "in"}
)
_ORDINAL = re.compile(r"(?:second|third|th)$|(?:[周期拜第]).+$")
"""What counts nothing: a third, 周三."""
_DIGITS = re.compile(r"\d+")

_ROW = re.compile(
    r"^(?!.*\b(?:of|in|from|with|than|by|to|for|at|into|on|out|over|per|which|who|that)\b)(?: [a-z’'-]+){0,4}[,;]? (?:and|but|or|while) (?:another |a further |only |[$€£])?$"
    r"|^(?: (?:k?g|mg|ml|k?m|cm|l))? of [a-z]+ or $|^ in \d{4}(?:, | and |; )$|^(?:,|;|,? and) [a-z]+ in $"
    r"|^[^,.;:]{0,40},? (?:but |and )?(?:later|then|subsequently|afterwards) \w+ (?:to|by) (?:US)?[$€£]?$"
)
"""What stands between two numbers of a row, or of one that became the other."""
_BROKEN = re.compile(r"[(.:!?]")
_INSTEAD = re.compile(r"^[^,.;:()]{0,30} instead of (?:US)?[$€£]?$")
_BEHIND = {
    "fr": r"(?:au lieu d[e’']|plutôt que|et non)\D{0,12}$",
    "es": r"(?:en lugar de|en vez de|y no)\D{0,12}$",
    "ru": r"(?:вместо|а не)\D{0,12}$",
    "zh": r"(?:而不是|而非|代替|取代)\D{0,12}$",
    "ar": r"(?:بدل[اًا]* من|عوضا عن|وليس)\D{0,12}$",
}
"""Language -> what stands before the one that is no more."""
_CLOCK = re.compile(
    r"\bfrom (\d{1,2})[:.]\d\d(?:\s?[ap]\.?m\.?)? to (\d{1,2})[:.]\d\d\b", re.IGNORECASE
)
_LETTER = re.compile(r"from(?<!\wfrom) [A-Z][a-z]+ ([A-Z]) to (?:[A-Z][a-z]+ )?([A-Z])\b")


@lru_cache(maxsize=8)
def several(source: str) -> bool:
    """Whether an English text has two numbers or more; kept, since two rules ask.

    Args:
        source: English text.
    """
    figures = len(_DIGITS.findall(source)) if has_figure(source) else 0
    return figures + len(word_set(source) & _NUMBERS) > 1


def is_year(value: Decimal) -> bool:
    """Whether a number may be a year of our time, which is in no row with other numbers.

    Args:
        value: The number.
    """
    return _FIRST_YEAR <= value <= _LAST_YEAR and value == int(value)


_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def counted(text: str, tag: str) -> dict[Decimal, list[tuple[int, int]]]:
    """The numbers of a text, in figures and words, and where each stands.

    Args:
        text: Visible text.
        tag: BCP 47 tag of it.
    """
    language = tag.partition("-")[0]
    found: dict[Decimal, list[tuple[int, int]]] = {}
    taken = set[int]()
    for one in digits(text, tag):
        taken.update(range(one.start, one.end))
        found.setdefault(one.value, []).append((one.start, one.end))
    end = -1
    for start, stop, values in sorted(words(text, language), key=lambda word: (word[0], -word[1])):
        sign = text[start:stop].isupper() and language != "zh"
        if (
            start < end
            or len(values) != 1
            or sign
            or _ORDINAL.search(text[max(0, start - 2) : stop])
        ):
            continue
        end = stop
        if taken.isdisjoint(range(start, stop)):
            found.setdefault(values[0], []).append((start, stop))
    return found


def reordered(source: str, target: str, source_tag: str, tag: str) -> Iterator[str]:
    """What has changed places, in words for a finding.

    Args:
        source: English text, addresses and placeholders blanked.
        target: Its translation, likewise.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation.
    """
    said = word_set(source)
    if {"from", "to"} <= said:
        yield from _moved(source, target)
    language = tag.partition("-")[0]
    if not several(source) or _LINKS.isdisjoint(said) or language not in _BEHIND:
        return
    own = counted(source, source_tag)
    its: dict[Decimal, list[tuple[int, int]]] = {}
    for years in (False, True):
        places = sorted((one, v) for v, all_ in own.items() if is_year(v) is years for one in all_)
        for (place, one), (after, two) in pairwise(places):
            gap = source[place[1] : after[0]]
            instead = _INSTEAD.search(gap)
            if min(one, two) < 2 or not (instead or (not _BROKEN.search(gap) and _ROW.search(gap))):
                continue
            its = its or counted(target, tag)
            if any(
                len(where) != 1
                for value in (one, two)
                for where in (own[value], its.get(value, ()))
            ):
                continue
            first = its[one][0][0]
            before = target[:first]
            if re.search(_BEHIND[language], before) if instead else its[two][0][0] < first:
                texts = (source[slice(*place)], source[slice(*after)])
                yield f"{' and '.join(texts)} changed places; expected them in this order"


def _moved(source: str, target: str) -> Iterator[str]:
    """From 09:00 to 10:00, from Hall B to Hall A."""
    for found, form in (
        (_CLOCK.search(source), r"(?<!\d)0?{}(?!\d)(?![.,]\d{{3}})"),
        (_LETTER.search(source), r"(?<![A-Za-z]){}(?![A-Za-z’'])"),
    ):
        if not found:
            continue
        one, two = (part.lstrip("0") for part in found.groups())
        places = [
            [m.start() for m in re.finditer(form.format(part), target)] for part in (one, two)
        ]
        if one != two and all(len(where) == 1 for where in places) and places[1] < places[0]:
            yield f"{found[1]} and {found[2]} changed places; expected them in this order"
