"""Months, days, days of the week and hours of a translation exchanged for those of the new sentence."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from transflow.bcp47 import babel_locale
from transflow.catalogs.literals import Spots, Words, month_names
from transflow.quantities.weekdays import weekdays

__all__ = ["clock", "clock_of", "day", "in_script", "month", "plain", "weekday"]

_FIRST = {"fr": "er"}
"""What a language writes behind the first of a month alone: le 1er mars, le 15 mars."""
_SPAN = r"\s?(?:[-–—,/]|[^\W\d]{1,4}(?: (?:el|los|les|le|al))?)\s?"
_HOUR = r"[\s\u00a0\u202f]?(?:h(?![^\W\d])|heures?|Uhr|horas?|час\w*|ч\b|[:：]|\.(?=\d\d)|时|時|点|點|시)[\s\u00a0\u202f]?"
"""What stands behind the hour in a translation."""
_HALF = re.compile(r"\b[ap]\.?\s?m\b|上午|下午|صباح|مساء|[صم](?!\w)", re.IGNORECASE)
"""What names half a day and goes with every hour of it."""
_PART = re.compile(
    r"matin|après-midi|soir|mañana|tarde|noche|madrugada|утр|дня|вечер|ноч|[早晚夜]|凌晨|中午|الليل|الظهر|الفجر"
)
"""What names a part of a day: ten at night is no three at night."""
_PARTS = (5, 12, 18)
"""The hours with which another part of the day begins."""


def month(words: Words, one: str, other: str) -> Spots | None:
    """The name of a month in the form that the words use."""
    numbers = [
        number
        for name in (one, other)
        for number in range(1, 13)
        if name in month_names(number, words.source_locale)
    ]
    if len(numbers) != 2:
        return None
    old, new = (month_names(number, words.locale) for number in numbers)
    for was, becomes in zip(old, new, strict=True):
        before, behind = (r"\d", "") if was[0].isdigit() else (r"\w", r"(?!\w)")
        name = rf"(?<!{before})(?<!/){re.escape(was)}{behind}(?!/)"
        if words.locale.partition("-")[0] == "fr":
            name = rf"(?:\b[Dd](?:e |[’']))?{name}"
        found = list(re.finditer(name, words.text))
        spellings = {_elided(match[0], was, becomes) for match in found}
        if len(found) == words.times and len(spellings) == 1:
            return [match.span() for match in found], spellings.pop()
    return None


def _elided(found: str, was: str, becomes: str) -> str:
    """The month with the French *de* before it, which drops its vowel before another: d’août, de juin."""
    of = found.removesuffix(was)
    if not of:
        return becomes
    mark = of[1] if of[1] in "’'" else "’"
    return f"{of[0]}{mark if becomes[0] in 'aâeéioôu' else 'e '}{becomes}"


def day(words: Words, one: str, other: str) -> Spots | None:
    """The number of a day, which stands beside its month and asks for no plural."""
    was, becomes = (int(re.sub(r"\D", "", text)) for text in (one, other))
    first = _FIRST.get(words.locale.partition("-")[0], "")
    found = [m for m in _day(words.locale).finditer(words.text) if int(m[1]) == was]
    if len(found) != words.times or len({match[0] for match in found}) != 1:
        return None
    written = found[0][1]
    new = in_script(f"{becomes:0{2 if written[0] in '0٠' else 1}}", written)
    return [match.span() for match in found], new + (first if becomes == 1 else "")


@cache
def _day(locale: str) -> re.Pattern[str]:
    """The number before a month's name, or before 日; and those joined to it: 3 au 5 mai."""
    if locale.partition("-")[0] in {"zh", "ja", "yue"}:
        return re.compile(r"(?<![\d.,])(\d{1,2})(?=(?:[-–—~、至到和]\d{1,2})*[日号])")
    names = {name for number in range(1, 13) for name in month_names(number, locale)}
    months = "|".join(re.escape(name) for name in sorted(names) if not name[0].isdigit())
    first = _FIRST.get(locale.partition("-")[0], "")
    return re.compile(
        rf"(?<![\d.,:])(\d{{1,2}})(?:{first}\b)?(?=(?:{_SPAN}\d{{1,2}}(?:{first}\b)?)*\s+(?:de )?(?:{months or '(?!)'})(?!\w))"
    )


def weekday(words: Words, one: str, other: str) -> Spots | None:
    """A day of the week, where what stands before it does not agree with it."""
    source = babel_locale(words.source_locale).days["format"]["wide"]
    numbers = {name: number for number, name in source.items()}
    was, becomes = numbers[one], numbers[other]
    found = [spot for spot in weekdays(words.text, words.locale) if spot.day == was]
    if len(found) != words.times:
        return None
    outcomes = [_named(words, spot.text, spot.start, was, becomes) for spot in found]
    spots = [(start, end) for start, end, _ in filter(None, outcomes)]
    names = {name for _, _, name in filter(None, outcomes)}
    return (spots, names.pop()) if len(spots) == words.times and len(names) == 1 else None


def _named(
    words: Words, text: str, start: int, was: int, becomes: int
) -> tuple[int, int, str] | None:
    language, end = words.locale.partition("-")[0], start + len(text)
    if language == "zh":
        return start, end, text[:-1] + "一二三四五六日"[becomes]
    if language == "ru":
        return _russian(words.text[:start], text, was, becomes)
    names = babel_locale(words.locale).days["format"]["wide"]
    if text.lower() != names[was].lower():
        return None
    if language == "es" and re.search(r"\b(?:los|estos|cada los)(?: días)?\s$", words.text[:start]):
        return None  # los martes, los sábados
    name = names[becomes]
    return start, end, name.capitalize() if text[0].isupper() else name


_RUSSIAN = {
    "": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "в во на по": (
        "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье",
    ),
    "с со до от после": (
        "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья",
    ),
}  # fmt: skip
"""The days by what stands before them."""


def _russian(before: str, text: str, was: int, becomes: int) -> tuple[int, int, str] | None:
    end = len(before) + len(text)
    word = re.search(r"(?:^|(?<=[\s(«]))([а-яА-Я]{1,5})\s$", before)
    governed = word[1].lower() if word else ""
    if before.strip() and before.strip()[-1] not in ".,:;(«—–" and not governed:
        return None  # an adjective may agree with it
    for governing, names in _RUSSIAN.items():
        if governed not in (governing.split() or [""]) or names[was] != text.lower():
            continue
        name = names[becomes]
        if word is None:
            return len(before), end, name.capitalize() if text[0].isupper() else name
        short = word[1][:-1] if word[1].lower() in {"во", "со"} else word[1]
        long = becomes == 1 and short.lower() in {"в", "с"}
        long = long or (becomes == 2 and short.lower() == "с")
        return word.start(1), end, f"{short}{'о' if long else ''} {name}"
    return None


def clock_of(text: str) -> tuple[int, int]:
    """Hour of 24 and minutes of `4:30 p.m.` or `16:30`."""
    hour, *minutes = (int(number) for number in re.findall(r"\d+", text))
    if half := re.search("[ap]", text.lower()):
        hour = hour % 12 + 12 * (half[0] == "p")
    return hour, minutes[0] if minutes else 0


def clock(words: Words, one: str, other: str) -> Spots | None:
    """An hour, of the day's 24 or, beside the name of the part of the day, of its 12."""
    (hour, minutes), (new_hour, new_minutes) = clock_of(one), clock_of(other)
    halves = list(dict.fromkeys((hour, hour % 12 or 12)))
    for written in halves:
        for pattern in _standing(written, minutes):
            found = list(pattern.finditer(plain(words.text)))
            if len(found) != words.times or len({match[0] for match in found}) != 1:
                continue
            if not all(_fits(words.text, m, written, hour, new_hour) for m in found):
                return None
            twelve = written != hour or (_is_named(words.text, found[0]) and hour < 13)
            return _rewritten(
                words.text, found, new_hour % 12 or 12 if twelve else new_hour, new_minutes
            )
    return None


def _standing(hour: int, minutes: int) -> tuple[re.Pattern[str], ...]:
    """How an hour is written; the full one also without a word for it: de 7 a 22 h."""
    past = f"{minutes:02}" if minutes else "(?:00)?"
    number = rf"(?<![\d:.,])(0?{hour})"
    whole = re.compile(rf"{number}({_HOUR})({past})(?![\d:])")
    return (whole,) if minutes else (whole, re.compile(rf"{number}()()(?![\d:%]|[.,]\d)"))


def _beside(text: str, match: re.Match[str]) -> str:
    return (
        f"{text[max(0, match.start() - 4) : match.start()]} {text[match.end() : match.end() + 16]}"
    )


def _is_named(text: str, match: re.Match[str]) -> bool:
    beside = _beside(text, match)
    return bool(_HALF.search(beside) or _PART.search(beside))


def _fits(text: str, match: re.Match[str], written: int, hour: int, new: int) -> bool:
    """Whether the new hour is one of the half or the part of the day that the words name."""
    if not _is_named(text, match):
        return written == hour or (hour < 12) == (new < 12)
    if _HALF.search(_beside(text, match)):
        return (hour < 12) == (new < 12)
    parts = [sum(value >= begin for begin in _PARTS) for value in (hour, new)]
    return parts[0] == parts[1]


def _rewritten(text: str, found: Sequence[re.Match[str]], hour: int, minutes: int) -> Spots | None:
    written, between, past = found[0].groups()
    if minutes and not past:  # 16 h -> 15 h 30 is for a person
        return None
    width = 2 if len(written) == 2 and written.startswith("0") else 1  # 07:00, but 0:30
    figures = f"{hour:0{width}}{between}{f'{minutes:02}' if past else ''}"
    return [m.span() for m in found], in_script(figures, text[found[0].start()])


def plain(text: str) -> str:
    """The text with digits of every script as those of ASCII, letter for letter."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def in_script(digits: str, written: str) -> str:
    """The digits in the script that the words used.

    Args:
        digits: What to write; what is no digit stays.
        written: Text with a digit of theirs.
    """
    sample = next(char for char in written if char.isdecimal())
    zero = ord(sample) - unicodedata.decimal(sample)
    return "".join(
        chr(zero + unicodedata.decimal(char)) if char.isdecimal() else char for char in digits
    )
