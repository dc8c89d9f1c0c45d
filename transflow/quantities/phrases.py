"""Numbers that a text says in a phrase: two and a half, a metre and a half, a million, goalless, two sets down, half past six.

Like number words, none has to have a counterpart; each may stand for figures on the other side.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from transflow.quantities.wordset import word_set

__all__ = ["HOURS", "and_a_half", "clock", "one_large", "scores", "time_of"]

Value = tuple[int, int, tuple[Decimal, ...]]
_HALF = Decimal("0.5")
_JOIN = {
    "en": re.compile(r"[ -]and[ -]an?[ -]$"),
    "fr": re.compile(r"\set\s$"),
    "es": re.compile(r"\sy\s$"),
    "ru": re.compile(r"\sс\s$"),
    "ar": re.compile(r"\s$"),
}
_NOUN = re.compile(r"[\s-]([^\W\d_]+)$")
_LONG = {"year": 12, "years": 12, "hour": 60, "hours": 60, "minute": 60, "minutes": 60}
"""A year and a half is eighteen months."""
_BARE = frozenset({"es", "ar"})
"""Languages that say a half more than one without the one: metro y medio."""
_REACH = 40
_ONE = {
    "en": re.compile(r"(?:thousand|million|billion|trillion)(?!\w)"),
    "fr": re.compile(r"mille(?!\w)"),
    "es": re.compile(r"mil(?!\w)"),
    "ru": re.compile(r"(?:тысяч(?:[ауе]|ей)|(?:миллион|миллиард|триллион)(?:[ауе]|ом)?)(?!\w)"),
    "ar": re.compile(r"[وفبل]?(?:ال)?(?:[أا]لف|مليون|مليار|تريليون)(?!\w)"),
}
_ARTICLE = re.compile(r"(?<!half )\ba $", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\d|(?<!\w)(?:пол[уо]\w+|нескольк\w+|quelques?|varios|عدة|نصف))[\s\u00a0-]*$", re.IGNORECASE
)
_SCORES = (
    (re.compile(r"\bthree[- ]quarters? of an? (?:percentage )?point\b", re.IGNORECASE), (Decimal("0.75"),)),
    (re.compile(r"\b(?:goal|score)less\b", re.IGNORECASE), (0, 0)),
    (re.compile(r"\b(?:goals?|sets?|games?|matches|legs?|frames?) (?:down|up)\b", re.IGNORECASE), (0,)),
    (re.compile(r"\ba?round[- ]the[- ]clock\b", re.IGNORECASE), (24, 24)),
    (re.compile(r"[- ](?:goal|set|game) (?:lead|deficit|cushion|advantage)\b", re.IGNORECASE), (0,)),
)  # fmt: skip
_SCORING = frozenset(
    {"point", "goalless", "scoreless", "down", "up", "clock", "lead", "deficit", "cushion", "advantage"}
)  # fmt: skip
"""Words without one of which a text has none of those: most."""


def and_a_half(
    text: str, half: tuple[int, int], language: str, ends: Mapping[int, Value]
) -> Value | None:
    """What a word for a half makes of the number before it: `two and a half`, `an hour and a half`.

    Args:
        text: Visible text.
        half: Where the word begins and ends.
        language: Of the text.
        ends: Where a number word ends -> the number, of those before the half.
    """
    low = max(0, half[0] - _REACH)
    join = _JOIN[language].search(text, low, half[0]) if language in _JOIN else None
    if join is None or (language == "ar" and text[half[0]] != "و"):
        return None
    noun = _NOUN.search(text[low : join.start()])
    number = ends.get(join.start()) or (ends.get(low + noun.start()) if noun else None)
    if number is None and language in _BARE and noun:
        number = (low + noun.start(1), join.start(), (Decimal(1),))
    if number is None:
        return None
    start, _, (value, *_) = number
    whole = value + _HALF * next((s for s in (10**9, 10**6, 10**3) if value % s == 0 < value), 1)
    smaller = _LONG.get(noun[1].lower()) if noun and language == "en" else None
    return start, half[1], (whole, whole * smaller) if smaller else (whole,)


def one_large(text: str, start: int, language: str) -> bool:
    """Whether a large number's name, alone, is one of it (`a million`, `миллион`), and not many."""
    if language not in _ONE or not _ONE[language].match(text.lower(), start):
        return False
    before = text[max(0, start - 15) : start]
    if language == "en":
        return bool(_ARTICLE.search(before))
    return not _COUNTED.search(before)


def scores(text: str) -> Iterator[Value]:
    """Numbers of English phrases: a goalless draw is 0:0, two sets down 0:2, round the clock 24 hours, or 24 of 24, two decades 20 years."""
    said = word_set(text)
    for pattern, values in () if _SCORING.isdisjoint(said) else _SCORES:
        for match in pattern.finditer(text):
            for value in values:
                yield match.start(), match.end(), (Decimal(value),)
    for match in () if _DECADES.isdisjoint(said) else _AGES.finditer(text):
        years = 10 if match[2].lower().startswith("decade") else 100
        yield match.start(), match.end(), (_COUNTS[match[1].lower()] * years,)


HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")  # fmt: skip
"""English names of the hours, from 0."""
_COUNTS = {
    **{word: Decimal(at) for at, word in enumerate(HOURS) if at > 1},
    "half a": _HALF,
    "a quarter of a": Decimal("0.25"),
    "three quarters of a": Decimal("0.75"),
    **dict.fromkeys(("a", "the last", "the past"), Decimal(1)),
}
_AGES = re.compile(rf"\b({'|'.join(_COUNTS)}) (decades?|centur(?:y|ies))\b", re.IGNORECASE)
_DECADES = frozenset({"decade", "decades", "century", "centuries"})
_PAST = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "twenty-five": 25, "five": 5}
_MINUTES = frozenset({"half", "quarter", "ten", "twenty", "five"})
_CLOCK = re.compile(
    rf"\b({'|'.join(sorted(_PAST, key=len, reverse=True))})(?: minutes)? (past|to) ({'|'.join(HOURS)}|noon|midday|midnight)\b",
    re.IGNORECASE,
)


def clock(text: str) -> Iterator[Value]:
    """The hours and minutes of English times in words: half past six is 6:30 or 18:30, a quarter to eight 7:45 or 19:45."""
    for found in () if _MINUTES.isdisjoint(word_set(text)) else _CLOCK.finditer(text):
        hour, minutes = time_of(found[0])
        hours = (hour, hour + 12) if hour else (0, 12, 24)
        yield found.start(), found.end(), tuple(map(Decimal, hours))
        yield found.start(), found.end(), (Decimal(minutes),)


def time_of(words: str) -> tuple[int, int]:
    """The hour, 0 to 11, and the minutes of an English time in words: half past six, a quarter to noon."""
    *before, way, name = words.lower().split()
    minutes = next(_PAST[word] for word in before if word in _PAST)
    hour = HOURS.index(name) if name in HOURS else 0
    return ((hour - 1) % 12, 60 - minutes) if way == "to" else (hour, minutes)
