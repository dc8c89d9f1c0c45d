"""Lengths of time that a translation counts in another unit: four doses in 24 hours as four a day, 21 days as three weeks.

Asked only where a number has no counterpart, so that most texts cost nothing. Months are no number of days.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from transflow.quantities.figures import Quantity, digits
from transflow.quantities.words import words

__all__ = ["recounted"]

_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_MONTHS = {"month": 1, "year": 12}
_UNITS = {
    "en": {
        "minute": r"\bminutes?\b",
        "hour": r"\bhours?\b|\bhourly\b",
        "day": r"\bdays?\b|\bdaily\b",
        "week": r"\bweeks?\b|\bweekly\b",
        "month": r"\bmonths?\b|\bmonthly\b",
        "year": r"\byears?\b|\byearly\b|\bannual",
    },
    "fr": {
        "minute": r"\bminutes?\b",
        "hour": r"\bheures?\b|\bh\b",
        "day": r"\bjour|quotid",
        "week": r"\bsemaine|hebdo",
        "month": r"\bmois\b|mensuel",
        "year": r"\ban(?:s|née|nées)?\b|annuel",
    },
    "es": {
        "minute": r"\bminutos?\b",
        "hour": r"\bhoras?\b|\bh\b",
        "day": r"\bdías?\b|diari",
        "week": r"\bsemana",
        "month": r"\bmes(?:es)?\b|mensual",
        "year": r"\baños?\b(?! (?:de )?\d)|anual",
    },
    "ru": {
        "minute": r"\bминут",
        "hour": r"\bчас(?!т)",
        "day": r"\bд(?:ень|н[еёяюи])|сут(?:ки|ок)|ежеднев",
        "week": r"\bнедел",
        "month": r"\bмесяц|ежемесяч",
        "year": r"(?<!\d{4} )(?<!\d{4}\u00a0)\b(?:год|лет(?:\b|н))|ежегод",
    },
    "zh": {
        "minute": "(?<!半)分钟",
        "hour": "(?<!半)(?:个?小时|个?钟头)",
        "day": r"(?<!半)天|(?<!\d)(?<!月)日",
        "week": "周|个?星期",
        "month": "个月|每月",
        "year": r"(?<!\d{4})年(?!代)",
    },
    "ar": {
        "minute": "دقيق|دقائق",
        "hour": "ساع",
        "day": "يوم|أيام",
        "week": "أسبوع|أسابيع",
        "month": "شهر|أشهر|شهور",
        "year": r"(?:عام|سن[ةت]|سنوات|سنين|أعوام)(?!\w* \d{4})",
    },
}
_HALF = re.compile(
    r"\w*\s+(?:and a (?:half|quarter)|et (?:demie?|quart)|y (?:medi[oa]|cuarto)|с половиной|و(?:نصف|ربع))",
    re.IGNORECASE,
)
_DUAL = re.compile(r"\w*(?:ين|ان)(?!\w)")
_TIMES = re.compile(
    r"\b(?:(?P<two>twice)|(?P<word>three|four|six) times)\s+(?:(?:a|per|each|every)\s+day|daily)\b",
    re.IGNORECASE,
)
_OFTEN = {"three": 3, "four": 4, "six": 6}
_GAP = r"[\s\u00a0\u202f-]*(?:(?:more|full|consecutive|calendar)\s+)?"


def recounted(
    left: Sequence[Quantity], text: str, tag: str, other: str, its: str
) -> list[Quantity]:
    """Those numbers of a text that are no length of time which the other text says in another unit.

    Args:
        left: Numbers without a counterpart.
        text: The text they stand in.
        tag: Its BCP 47 tag.
        other: The text beside it.
        its: That one's tag.
    """
    languages = tag.partition("-")[0], its.partition("-")[0]
    if not left or not set(languages) <= _UNITS.keys():
        return list(left)
    own = dict(_lengths(text, tag))
    if not any(number.start in own for number in left):
        return list(left)
    there = {length for _, length in _lengths(other, its)} | set(_doses(other, languages[1]))
    return [number for number in left if own.get(number.start) not in there]


@cache
def _units(language: str) -> tuple[tuple[str, Decimal, re.Pattern[str]], ...]:
    """(dimension, size, words) of each unit."""
    found = _UNITS[language]
    return tuple(
        (dimension, Decimal(size), re.compile(f"{_GAP}({found[name]})", re.IGNORECASE))
        for dimension, sizes in (("minutes", _MINUTES), ("months", _MONTHS))
        for name, size in sizes.items()
    )


def _lengths(text: str, tag: str) -> Iterator[tuple[int, tuple[str, Decimal]]]:
    """Where each length of time begins, and how long it is; a unit that nothing counts is one of it."""
    language = tag.partition("-")[0]
    counts = [(one.start, one.end, [r.value for r in one.readings]) for one in digits(text, tag)]
    counts += [(start, end, list(values)) for start, end, values in words(text, language)]
    for dimension, size, unit in _units(language):
        counted = set()
        for start, end, values in counts:
            if found := unit.match(text, end):
                counted.add(found.start(1))
                if not _HALF.match(text, found.end()):
                    yield from ((start, (dimension, value * size)) for value in values)
        for found in unit.finditer(text):
            if found.start(1) not in counted and not _HALF.match(text, found.end()):
                two = language == "ar" and _DUAL.match(text, found.start(1))
                yield found.start(1), (dimension, (2 if two else 1) * size)


def _doses(text: str, language: str) -> Iterator[tuple[str, Decimal]]:
    """Twice a day is every 12 hours."""
    for found in _TIMES.finditer(text) if language == "en" else ():
        often = 2 if found["two"] else _OFTEN[found["word"].lower()]
        yield "minutes", Decimal(_MINUTES["day"]) / often
