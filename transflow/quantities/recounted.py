"""What a translation counts otherwise: four doses in 24 hours as four a day, 21 days as three weeks, under-16s as up to 15.

Asked only where a number has no counterpart, so that most texts cost nothing. Months are no number of days.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from transflow.quantities.figures import Quantity, digits
from transflow.quantities.frequency import intervals
from transflow.quantities.words import words
from transflow.quantities.wordset import word_set

__all__ = ["met_otherwise", "recounted"]

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
_AGES = {
    "en": ((r"\b(?:under|below|younger than)[- ](?:the age of |age )?", ""), (r"\baged? ", r" (?:and|or) (?:over|older|above)\b")),
    "fr": ((r"\bjusqu[’']à (?:l[’']âge de )?", r"\sans\b"), (r"\bplus de ", r"\sans\b")),
    "es": ((r"\bhasta (?:los )?", r" años\b"), (r"\b(?:mayores|más) de ", r" años\b")),
    "ru": ((r"\bдо ", r"\sлет включительно"), (r"\bстарше ", r"\s(?:лет|года)\b")),
    "zh": (("", "岁(?:及|或)?以下"), ("(?:超过|大于)", "岁")),
    "ar": ((r"حتى (?:سن )?(?:ال)?", ""), (r"(?:فوق|أكبر من) (?:سن )?(?:ال)?", "")),
}  # fmt: skip
"""What stands before and behind an age, first the last one that counts, then the last that does not; in English the one after it."""
_TIMELY = frozenset(
    ["minute", "minutes", "hour", "hours", "hourly", "day", "days", "daily", "week", "weeks", "weekly", "month", "months", "monthly", "year", "years", "yearly", "annual", "annually"]
)  # fmt: skip
_OLD = frozenset(("under", "below", "younger", "aged", "over", "older", "above", "age"))
"""English words without one of which a text has no length of time, or no limit of age."""
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
    met = met_otherwise(text, tag, other, its) if left else set()
    return [number for number in left if number.start not in met]


def met_otherwise(text: str, tag: str, other: str, its: str) -> set[int]:
    """Where the numbers of a text begin that the other text counts in another unit.

    Args:
        text: The text they stand in.
        tag: Its BCP 47 tag.
        other: The text beside it.
        its: That one's tag.
    """
    language = its.partition("-")[0]
    if not {tag.partition("-")[0], language} <= _UNITS.keys():
        return set()
    english = text if tag.partition("-")[0] == "en" else other
    said = word_set(english)
    read = [
        how
        for words_of, how in ((_TIMELY, _lengths), (_OLD, _ages))
        if language != "en" != tag.partition("-")[0] or not words_of.isdisjoint(said)
    ]
    own = [length for how in read for length in how(text, tag)]
    if not own:
        return set()
    there = {length for how in read for _, length in how(other, its)}
    there.update(("minutes", Decimal(round(60 * hours))) for hours in intervals(other, language))
    return {start for start, length in own if length in there}


@cache
def _units(language: str) -> tuple[tuple[str, Decimal, re.Pattern[str], re.Pattern[str]], ...]:
    """(dimension, size, words, the same with what may stand before them) of each unit."""
    found = _UNITS[language]
    return tuple(
        (
            dimension,
            Decimal(size),
            re.compile(found[name], re.IGNORECASE),
            re.compile(f"{_GAP}({found[name]})", re.IGNORECASE),
        )
        for dimension, sizes in (("minutes", _MINUTES), ("months", _MONTHS))
        for name, size in sizes.items()
    )


def _lengths(text: str, tag: str) -> Iterator[tuple[int, tuple[str, Decimal]]]:
    """Where each length of time begins, and how long it is; a unit that nothing counts is one of it."""
    language = tag.partition("-")[0]
    counts = _counts(text, tag)
    for dimension, size, named, unit in _units(language):
        if not named.search(text):
            continue
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


def _counts(text: str, tag: str) -> list[tuple[int, int, list[Decimal]]]:
    counts = [(one.start, one.end, [r.value for r in one.readings]) for one in digits(text, tag)]
    language = tag.partition("-")[0]
    return counts + [(start, end, list(values)) for start, end, values in words(text, language)]


def _ages(text: str, tag: str) -> Iterator[tuple[int, tuple[str, Decimal]]]:
    """Where each limit of age begins, as a last whole year: that of under 16 is 15, and so is that of up to 15."""
    language = tag.partition("-")[0]
    for start, end, values in _counts(text, tag):
        for side, (before, after) in enumerate(_AGES[language]):
            if re.match(after, text[end:]) and re.search(
                f"(?:{before})$", text[:start], re.IGNORECASE
            ):
                yield from ((start, (f"age-{side}", v - (language == "en"))) for v in values)
