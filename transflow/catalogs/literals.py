"""The pieces of a sentence that may change without its other words: numbers, dates, hours, lines, addresses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from transflow.bcp47 import babel_locale

__all__ = ["VALUES", "Literal", "Spots", "Words", "month_names", "parts"]

Spots = tuple[list[tuple[int, int]], str]
"""Where the old literal stands, and what has to stand there."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A piece of the source sentence.

    Attributes:
        kind: address, line (a telephone number), month, day, weekday, clock or number.
        text: As it stands there; number words in small letters.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The translation in which a literal is looked for.

    Attributes:
        text: The translation.
        times: How often the literal must stand in it.
        source_locale: BCP 47 tag of the source sentence.
        locale: BCP 47 tag of the translation.
    """

    text: str
    times: int
    source_locale: str
    locale: str


_ADDRESS = r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TARGET = r"(?<=\]\()[^)\s]+|(?<=href=\")[^\"]+|(?<=src=\")[^\"]+"
_BLANK = "[ \u00a0\u202f]"
_LINE = (
    rf"(?<![\w.,/-])(?:(?:\+\d{{1,3}}|0\d{{2,}}|\(\+?\d{{2,5}}\)(?={_BLANK}?\d{{3}}))(?:[ \u00a0\u202f()-]{{1,3}}\d{{2,}})+"
    rf"|0\d(?:{_BLANK}\d\d){{4}})(?![\w-])"
)
_NUMBER = r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+)*"
_SCALES = "thousand|million|billion|trillion"
_CLOCK = (
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap](?:\.\s?m\.|m\b)|(?<![\d:.,])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
)
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_SMALL = f"two three four five six seven eight nine ten {_TEENS}".split()
VALUES = {
    **{word: value for value, word in enumerate(_SMALL, 2)},
    **dict(zip(("thirty", "forty", "fifty", "sixty"), (30, 40, 50, 60), strict=True)),
}
"""English number words that count more than one thing, and their values."""
_DOUBTFUL = ("May", "March")
_WHEN = "|".join(
    rf"(?<=\b{word}[ -])" for word in ("in", "by", "of", "since", "until", "early", "late", "mid")
)
_QUOTES = {ord(mark): '"' for mark in "“”„‟«»「」『』＂"} | {ord(mark): "'" for mark in "‘’‚‹›"}
_JOINED = re.compile(r"\s?(?:[-–—,]|[^\W\d]{1,5}(?: the)?)\s?")
"""What stands between the days of a span: 3 to 5 May, 3–5 May."""
_DATED = {"month", "day"}


def parts(text: str, locale: str) -> tuple[list[Literal], str]:
    """The literals of a sentence, and all else with white space and quotation marks made one style.

    Args:
        text: The sentence.
        locale: BCP 47 tag of its language.
    """
    found = list(_pattern(locale).finditer(text))
    kinds = _with_days(text, found)
    literals, rest, end = [], [], 0
    for match, kind in zip(found, kinds, strict=True):
        literals.append(Literal(kind, match[0].lower() if match["word"] else match[0]))
        rest += [text[end : match.start()], f"\ue000{kind}\ue001"]
        end = match.end()
    rest.append(text[end:])
    return literals, " ".join("".join(rest).translate(_QUOTES).split())


def _with_days(text: str, found: Sequence[re.Match[str]]) -> list[str]:
    """The kinds of literals; a number of up to two digits beside a month, or joined to such a day, is a day."""
    kinds = ["number" if match["word"] else match.lastgroup or "" for match in found]
    maybe = [bool(re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", match[0])) for match in found]
    for here in [*range(len(found)), *reversed(range(len(found)))]:
        if kinds[here] != "number" or not maybe[here]:
            continue
        for other in (here - 1, here + 1):
            if not 0 <= other < len(found) or kinds[other] not in _DATED:
                continue
            first, last = sorted((here, other))
            between = text[found[first].end() : found[last].start()]
            beside = between in {" ", " of ", " de "} and kinds[other] == "month"
            if beside or (kinds[other] == "day" and _JOINED.fullmatch(between)):
                kinds[here] = "day"
    return kinds


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    names = sorted(
        {name for month in range(1, 13) for name in month_names(month, locale)},
        key=len,
        reverse=True,
    )
    month = "|".join(re.escape(name) for name in names if not name[0].isdigit())
    dated = rf"(?<=\d )(?:{month})\b|\b(?:{month})(?= \d)" if month else "(?!)"
    weekday = "|".join(map(re.escape, babel_locale(locale).days["format"]["wide"].values()))
    word = "(?!)"
    number = _NUMBER
    if locale.partition("-")[0] == "en":
        alone = "|".join(
            name for m in range(1, 13) if (name := month_names(m, locale)[0]) not in _DOUBTFUL
        )
        dated += rf"|(?<=(?:st|nd|rd|th) )(?:{month})\b|\b(?:{alone})\b|(?:{_WHEN})(?:{'|'.join(_DOUBTFUL)})\b"
        word = rf"(?<![\w-])(?i:{'|'.join(sorted(VALUES, key=len, reverse=True))})\b(?!-(?:one|{'|'.join(_SMALL[:8])})\b)"
        number = rf"{_NUMBER}(?:(?:st|nd|rd|th)\b| (?:{_SCALES})\b)?"
    return re.compile(
        rf"(?P<address>{_ADDRESS}|{_TARGET})|(?P<weekday>\b(?:{weekday})\b)|(?P<month>{dated})"
        rf"|(?P<line>{_LINE})|(?P<clock>{_CLOCK})|(?P<number>{number})|(?P<word>{word})"
    )


@cache
def month_names(month: int, locale: str) -> tuple[str, ...]:
    """How a month is written, within a date first; in the same order for every month.

    By CLDR; in Arabic the two names that many countries know, joined by a stroke, come before, in
    Russian the other cases come last.
    """
    months = babel_locale(locale).months
    wide, alone = months["format"]["wide"][month], months["stand-alone"]["wide"][month]
    names = [wide, alone, months["format"]["abbreviated"][month]]
    language = locale.partition("-")[0]
    if language == "ar":
        eastern = babel_locale("ar-SY").months["format"]["wide"][month]
        names = [f"{eastern}/{wide}", f"{wide}/{eastern}", *names, eastern]
    if language == "ru":
        soft = alone[-1] in "ьй"
        stem = alone[:-1] if soft else alone
        names += [f"{stem}е", f"{stem}{'ю' if soft else 'у'}"]
    return tuple(names)
