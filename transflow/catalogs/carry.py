"""An old translation for a new sentence, where a machine may safely say how they differ.

Only numbers, dates, hours, addresses, white space and the style of quotation marks may have changed; so may three to
ten in words, where the translation's language bends nothing for them. All other words must be the same, letter by letter: "is" and "is not" never carry. What comes out is
a proposal beside the person's words, never an approval.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel.numbers import NumberFormatError, parse_decimal

from transflow.bcp47 import babel_locale
from transflow.quantities.words import usual_forms

__all__ = ["carried", "skeleton"]

_ADDRESS = r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TARGET = r"(?<=\]\()[^)\s]+|(?<=href=\")[^\"]+|(?<=src=\")[^\"]+"
_NUMBER = r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+)*"
_SPACED = r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|" + _NUMBER
_COUNTLESS = re.compile(r"[ \u00a0\u202f]?(?:[%‰°€$£¥]|\d)|[-–]\d")
"""What stands behind a number that nothing is counted with: a percentage, a price, a part of a telephone number."""
_BEFORE = re.compile(r"(?:[€$£¥+(№]|\d[ \u00a0\u202f-]|n[°º])[ \u00a0\u202f]?$")
_CARDINALS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNBENT = frozenset({"es", "fr", "zh"})
"""Languages whose words for three to ten bend neither themselves nor what they count."""
_HAN = "一二两三四五六七八九十百千万亿几第\\d"
_CLOCK = r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap](?:\.\s?m\.|m\b)"
_HOUR = r"[\s\u00a0\u202f]?(?:h\b|heures?|Uhr|horas?|час\w*|ч\b|:|时|時|点|點|시)[\s\u00a0\u202f]?"
"""What stands behind the hour in a translation."""
_QUOTES = {ord(mark): '"' for mark in "“”„‟«»「」『』＂"} | {ord(mark): "'" for mark in "‘’‚‹›"}


@dataclass(frozen=True, slots=True)
class _Literal:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    times: int
    """How often the literal must stand in them."""
    source_locale: str
    locale: str
    days: tuple[str, ...]
    """The days of dates in the whole translation: ordinal numbers, which ask for no plural."""


_FIRST = {"fr": "er"}
"""What a language writes behind the first of a month alone: le 1er mars, le 15 mars."""

_Spots = tuple[list[tuple[int, int]], str]
"""Where the old literal stands, and what has to stand there."""


def carried(old: str, words: str, new: str, source_locale: str, locale: str) -> str | None:
    """The words of the old sentence made to fit the new one, or None where that is not safe.

    Args:
        old: The sentence the words translate.
        words: The translation.
        new: The sentence it is wanted for.
        source_locale: BCP 47 tag of the sentences.
        locale: BCP 47 tag of the words.
    """
    before, rest_before = _parts(old, source_locale)
    after, rest_after = _parts(new, source_locale)
    if rest_before != rest_after or [x.kind for x in before] != [x.kind for x in after]:
        return None
    changes: dict[_Literal, _Literal] = {}
    for one, other in zip(before, after, strict=True):
        if changes.setdefault(one, other) != other:
            return None
    moved = {one: other for one, other in changes.items() if one.text != other.text}
    text: str | None = words
    # All at once would mix up 1 -> 2 with 2 -> 3: marks stand in until all are placed.
    placed: list[str] = []
    days = tuple(match[1] for match in _day(locale).finditer(words))
    for one, other in moved.items():
        place = _Words(text or "", before.count(one), source_locale, locale, days)
        found = _placed(place, one, other)
        if found is None:
            return None
        spots, replacement = found
        for start, end in reversed(spots):
            text = f"{(text or '')[:start]}\ue000{len(placed)}\ue001{(text or '')[end:]}"
        placed.append(replacement)
    return re.sub("\ue000(\\d+)\ue001", lambda mark: placed[int(mark[1])], text or "")


def skeleton(text: str, source_locale: str) -> str:
    """What must be the same in two sentences for the words of one to be carried to the other."""
    return _parts(text, source_locale)[1]


def _parts(text: str, locale: str) -> tuple[list[_Literal], str]:
    """The literals of a sentence and all else, with white space and quotation marks made one style."""
    literals: list[_Literal] = []

    def taken(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        literals.append(_Literal(kind, match[0]))
        return f"\ue000{kind}\ue001"

    rest = _pattern(locale).sub(taken, text)
    return literals, " ".join(rest.translate(_QUOTES).split())


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    names = sorted(
        {name for month in range(1, 13) for name in _month_names(month, locale)},
        key=len,
        reverse=True,
    )
    month = "|".join(re.escape(name) for name in names if not name[0].isdigit())
    dated = rf"(?<=\d )(?:{month})\b|\b(?:{month})(?= \d)" if month else "(?!)"
    return re.compile(
        rf"(?P<address>{_ADDRESS}|{_TARGET})|(?P<month>{dated})|(?P<clock>{_CLOCK})|(?P<number>{_NUMBER})"
        + (rf"|\b(?P<word>{'|'.join(_CARDINALS)})\b" if locale.partition("-")[0] == "en" else "")
    )


def _placed(words: _Words, one: _Literal, other: _Literal) -> _Spots | None:
    if one.kind == "address":
        spots = [match.span() for match in re.finditer(re.escape(one.text), words.text)]
        return (spots, other.text) if len(spots) == words.times else None
    if one.kind == "month":
        return _month(words, one.text, other.text)
    if one.kind == "clock":
        return _clock(words, one.text, other.text) or _of_half(words, one.text, other.text)
    if one.kind == "word":
        return _word(words, one.text, other.text)
    return _number(words, one.text, other.text)


def _word(words: _Words, one: str, other: str) -> _Spots | None:
    language = words.locale.partition("-")[0]
    if language not in _UNBENT:
        return None
    was, becomes = (usual_forms(_CARDINALS.index(text) + 3, language)[0] for text in (one, other))
    edge = f"[{_HAN}]" if language == "zh" else r"[\w-]"
    spots = [m.span() for m in re.finditer(rf"(?<!{edge}){was}(?!{edge})", words.text)]
    return (spots, becomes) if len(spots) == words.times else None


def _clock(words: _Words, one: str, other: str) -> _Spots | None:
    """An hour that the words write with the day's 24: 4 p.m. as 16 h, and 4:30 p.m. as 16:30."""
    (hour, minutes), (new_hour, new_minutes) = _of_day(one), _of_day(other)
    past = re.escape(minutes) if minutes else "(?:00)?"
    pattern = rf"(?<![\d:.,])(0?{hour})({_HOUR})({past})(?!\d)"
    found = list(re.finditer(pattern, words.text))
    if len(found) != words.times or len({match[0] for match in found}) != 1:
        return None
    written, behind, past = found[0].groups()
    if bool(new_minutes) != bool(minutes) and not past:  # 16 h -> 15 h 30 is for a person
        return None
    past = new_minutes or ("00" if past else "")
    width = 2 if written.startswith("0") else 1
    return [match.span() for match in found], f"{new_hour:0{width}}{behind}{past}"


def _of_half(words: _Words, one: str, other: str) -> _Spots | None:
    """The same where the words tell the half of the day, as the source does: 下午4时."""
    (old, *minutes), (new, *others) = (re.findall(r"\d+", clock) for clock in (one, other))
    same = minutes == others and ("p" in one.lower()) == ("p" in other.lower())
    return _number(words, old, new) if same else None


def _of_day(clock: str) -> tuple[int, str]:
    """The hour of 24 and the minutes of `4:30 p.m.`; no minutes for the full hour."""
    hour, *minutes = re.findall(r"\d+", clock)
    late = 12 * ("p" in clock.lower())
    return int(hour) % 12 + late, minutes[0] if minutes and minutes[0] != "00" else ""


def _month(words: _Words, one: str, other: str) -> _Spots | None:
    numbers = [
        month
        for name in (one, other)
        for month in range(1, 13)
        if name in _month_names(month, words.source_locale)
    ]
    if len(numbers) != 2:
        return None
    old, new = (_month_names(month, words.locale) for month in numbers)
    for was, becomes in zip(old, new, strict=True):
        before = r"\d" if was[0].isdigit() else r"\w"
        spots = [m.span() for m in re.finditer(rf"(?<!{before}){re.escape(was)}", words.text)]
        if len(spots) == words.times:
            return spots, becomes
    return None


@cache
def _month_names(month: int, locale: str) -> tuple[str, ...]:
    """How CLDR writes a month within a date and alone, in the same order for every month."""
    months = babel_locale(locale).months
    return (
        months["format"]["wide"][month],
        months["stand-alone"]["wide"][month],
        months["format"]["abbreviated"][month],
    )


def _number(words: _Words, one: str, other: str) -> _Spots | None:
    """Numbers are found by their digits and written with the separators the words used."""
    is_day = other.isdecimal() and words.days.count(one) == words.times
    found = _written(words, one)
    if not found or not (is_day or _is_counted_alike(words, one, other, found)):
        return None
    written = found[0][0]
    theirs, ours = re.findall(r"\D", written), re.findall(r"\D", one)
    if theirs and len(theirs) != len(ours):
        return None
    styles = dict(zip(ours, theirs or [""] * len(ours), strict=True))
    wanted = re.findall(r"\D", other)
    if any(mark not in styles for mark in wanted):
        return None
    digits = _in_script("".join(styles.get(char, char) for char in other), written)
    spots = [match.span() for match in found]
    if is_day and (first := _FIRST.get(words.locale.partition("-")[0])):
        if int(one) == 1:
            marked = [words.text.startswith(first, end) for _, end in spots]
            spots = [(a, b + len(first) * m) for (a, b), m in zip(spots, marked, strict=True)]
        digits += first if int(other) == 1 else ""
    return spots, digits


@cache
def _day(locale: str) -> re.Pattern[str]:
    """The number before a month's name, or before 日."""
    names = {name for month in range(1, 13) for name in _month_names(month, locale)}
    months = "|".join(re.escape(name) for name in sorted(names) if not name[0].isdigit())
    first = _FIRST.get(locale.partition("-")[0], "")
    return re.compile(
        rf"(?<![\d.,])(\d{{1,2}})(?:(?:{first})?\s+(?:de )?(?:{months or '(?!)'})(?!\w)|日)"
    )


def _written(words: _Words, one: str) -> list[re.Match[str]]:
    """Where the words have a number, each time as often as the source and in one form; empty where not."""
    for pattern in (_SPACED, _NUMBER):  # 555 014 is one number, or two parts of a longer one
        found = [m for m in re.finditer(pattern, words.text) if _digits(m[0]) == _digits(one)]
        if len(found) == words.times and len({match[0] for match in found}) == 1:
            return found
    return []


def _is_counted_alike(words: _Words, one: str, other: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether both numbers ask for the same forms (21 файл, 22 файла), or nothing is counted with them."""
    bare = all(
        _COUNTLESS.match(words.text, m.end()) or _BEFORE.search(words.text[: m.start()])
        for m in found
    )
    if bare or one.startswith("0"):
        return True
    plural = babel_locale(words.locale).plural_form
    try:
        values = [parse_decimal(number, words.source_locale) for number in (one, other)]
    except (NumberFormatError, ValueError):
        return True  # a version or another code
    return plural(values[0]) == plural(values[1])


def _digits(number: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in number if char.isdecimal())


def _in_script(digits: str, written: str) -> str:
    """The digits in the script that the words used."""
    sample = next(char for char in written if char.isdecimal())
    zero = ord(sample) - unicodedata.decimal(sample)
    return "".join(
        chr(zero + unicodedata.decimal(char)) if char.isdecimal() else char for char in digits
    )
