"""Which half of the day an hour is of, where the words beside it say so: 9 a.m., 晚上9时, 9 heures du soir."""

import re
from collections.abc import Iterator
from functools import cache

from transflow.quantities.wordset import word_set

__all__ = ["half_of_day", "may_be_later", "names_afternoon", "spoken", "with_colons"]

_CLOCK = re.compile(r"(?:[:.h时時點点]\s?\d\d)?\s*([ap])\.?\s?m\b", re.IGNORECASE)
_SHARED = re.compile(
    r"(?::\d\d)?\s?(?:to|until|till|and|[-–—])\s?(\d\d?)(?::\d\d)?\s*([ap])\.?\s?m\b", re.IGNORECASE
)
"""The half of the second hour is that of the first: from 2 to 4 p.m."""
_MINUTES = re.compile(r"\d\s?[:.h时時點点]\s?$", re.IGNORECASE)
"""What stands before minutes, which are of no half of the day: 6.05 p.m."""
_NOON = 12
_UNIT = r"(?:[:.h]\s?\d\d)?[\s\u00a0\u202f]*(?:heures?|h|horas?|часов|часа|час|ч\.?|Uhr|uur|ore)?[\s\u00a0\u202f]*(?:\d\d[\s\u00a0\u202f]*)?"
_BEHIND = {
    "ar": (r"صباح[اً]*|فجر[اً]*", r"مساءً?|عصر[اً]*|بعد الظهر"),
    "de": (r"morgens|früh|vormittags", r"nachmittags|abends"),
    "es": (r"de la (?:mañana|madrugada)", r"de la tarde"),
    "fr": (r"du matin", r"de l[’']après-midi|du soir"),
    "it": (r"del mattino|di mattina", r"del pomeriggio|di sera"),
    "pt": (r"da (?:manhã|madrugada)", r"da tarde"),
    "ru": (r"утра", r"дня|вечера"),
    "uk": (r"ранку", r"дня|вечора"),
}
"""Language -> words of the forenoon and of the afternoon behind an hour; those of the night are of both."""
_BEFORE = {
    "zh": ("上午|早上|早晨|清晨|凌晨", "下午|晚上|傍晚|晚间|晚間"),
    "yue": ("上晝|朝早|上午", "下晝|夜晚|下午"),
    "ja": ("午前", "午後"),
    "ko": ("오전", "오후"),
}


_DOTTED = re.compile(
    r"(?<![\d.])(\d{1,2})\.([0-5]\d)(?=\s?(?:[ap]\.?\s?m\b|in the (?:morning|afternoon|evening)\b|at night\b"
    r"|(?:to|until|till|and|[-–—])\s?\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?\s?m\b))",
    re.IGNORECASE,
)
_CLOCKED = re.compile(
    r"(?<![\d.])(?:(?<=\bat )|(?<=\bfrom )|(?<=\buntil )|(?<=\btill )|(?<=\bbefore )|(?<=\bafter )|(?<=\bbetween )|(?<=\bthe )"
    r"|(?<=[0-5][05] to )|(?<=[0-5][05] and )|(?<=[0-5][05][-–—]))([01]\d|2[0-3])[.:]([0-5][05])"
    r"(?!\d|[.,]\d|\s?(?:[%$€£°]|(?:percent|per|points?|million|billion|thousand|[kcm]m|m|kg|g|t|l|MB|GB|TEU|tonnes|metres|meters|litres)\b))"
)
_TIMED = re.compile(r"\d[.:][0-5]\d")
"""What both have in them: looking for it first is a tenth of their price."""
_PRICED = re.compile(
    r"[%$€£¥]|\b(?:shares?|index|indices|prices?|priced|rates?|points?|percent|average|scores?|yields?|traded|trading|"
    r"dollars?|euros?|pounds|cents|pence|ratio|versions?|releases?|update|rose|fell|grew|up|down|chapter|section|rule|table|figure)\b",
    re.IGNORECASE,
)


_HUNDREDTHS = re.compile(r"(?<=\d)秒(?=\d{1,2}(?!\d))")


def with_colons(text: str, language: str) -> str:
    """British times as others write them: 4.30 p.m. is 4:30 p.m., and hundredths of a second in Chinese, 9秒91: 9.91; as long as it was.

    Without a half of the day (`at 18.30`) the figures of a time have to fit, and nothing else in the
    text may be what such figures are about.
    """
    if language == "zh" and "秒" in text:
        return _HUNDREDTHS.sub(".", text)
    if language != "en" or "." not in text or not _TIMED.search(text):
        return text
    text = _DOTTED.sub(r"\1:\2", text)
    if "." in text and _CLOCKED.search(text) and not _PRICED.search(text):
        text = _CLOCKED.sub(r"\1:\2", text)
    return text


def half_of_day(text: str, start: int, end: int, language: str) -> str:
    """Tell the half of an hour: `a`, `p`, or empty where nothing tells it.

    Args:
        text: The text.
        start: Where the hour's number begins.
        end: Where it ends.
        language: Primary subtag of the text's language.
    """
    if _MINUTES.search(text[max(0, start - 4) : start]):
        return ""
    if found := _CLOCK.match(text, end):
        return found[1].lower()
    if (found := _SHARED.match(text, end)) and text[start:end].isdecimal():
        half, later = found[2].lower(), int(text[start:end]) % _NOON < int(found[1]) % _NOON
        return half if later else "a" if half == "p" else ""
    before, behind = _patterns(language)
    found = behind.match(text, end) if behind else None
    if found is None and before:
        found = before.search(text[max(0, start - 6) : start])
    return "" if found is None else "a" if found["a"] else "p"


_WORKING = frozenset(
    ("open", "opens", "opening", "hours", "staffed", "works", "work", "working", "job", "shop", "weekdays", "monday", "friday", "daily")
)  # fmt: skip
_LATE = frozenset(("tonight", "evening", "afternoon"))
_UNTIL = re.compile(r"(?<![\d.,])(\d{1,2})(?::\d\d)?\s?(?:to|until|till|[-–—])\s?$")
_AT = re.compile(r"\b(?:at|from|until|till) $")
_COUNTED = re.compile(r"(?::\d\d)?(?![\d.,/%-]{0,9}\d|\s?[%$€£]|\s(?:percent|per|million|of)\b)")


def may_be_later(text: str, start: int, end: int) -> bool:
    """Whether an English hour without its half is one of the afternoon: open from 9 to 5, tonight at 8.

    Args:
        text: The text.
        start: Where the hour's number begins.
        end: Where it ends.
    """
    said, before = word_set(text), text[max(0, start - 12) : start]
    late = not _LATE.isdisjoint(said)
    if not late and _WORKING.isdisjoint(said):
        return False
    if not (text[start:end].isdecimal() and _COUNTED.match(text, end)):
        return False
    if late:
        return _AT.search(before) is not None
    first = _UNTIL.search(before)
    return first is not None and int(text[start:end]) < int(first[1]) <= _NOON


def names_afternoon(text: str, language: str) -> bool:
    """Whether a word of a text is of the hours behind noon; true for languages without data.

    Args:
        text: The text.
        language: Primary subtag of its language.
    """
    words = _AFTERNOON.get(language)
    return words is None or bool(re.search(rf"{words}|\bp\.?\s?m\b", text, re.IGNORECASE))


_AFTERNOON = {
    "ar": r"مساء|ظهر|عصر|ليل|(?<!\w)م(?!\w)",
    "de": "nachmittag|abend|nacht",
    "en": "afternoon|evening|night",
    "es": "tarde|noche",
    "fr": "après-midi|soir|nuit",
    "it": "pomeriggio|sera|notte",
    "ja": "午後|夕|夜|晩",
    "ko": "오후|저녁|밤",
    "pt": "tarde|noite",
    "ru": r"\bдня\b|вечер|ноч|полудн",
    "uk": r"\bдня\b|веч[іо]р|ноч|ніч|полудн",
    "yue": "下晝|下午|晚|夜",
    "zh": "下午|午后|傍晚|晚|夜",
}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    before, behind = _BEFORE.get(language), _BEHIND.get(language)
    return (
        re.compile(rf"(?:(?P<a>{before[0]})|(?P<p>{before[1]}))\s?$") if before else None,
        re.compile(rf"{_UNIT}(?:(?P<a>{behind[0]})|(?P<p>{behind[1]}))(?!\w)") if behind else None,
    )


_ANY = tuple(range(24))
"""An hour told by the next one, huit heures moins le quart."""
_SPOKEN = {
    "fr": (
        (r"(?:heures?|midi|minuit) et demie?(?!\w)", ((30,),)),
        (r"(?:heures?|midi|minuit) et quart(?!\w)", ((15,),)),
        (r"(?:heures?|midi|minuit) moins (?:le|un) quart(?!\w)", (_ANY, (45,))),
    ),
    "es": (
        (r"(?<!\w)y media(?!\w)", ((30,),)),
        (r"(?<!\w)y cuarto(?!\w)", ((15,),)),
        (r"(?<!\w)menos cuarto(?!\w)", (_ANY, (45,))),
    ),
    "ru": (
        (r"(?:половин[аеуы] |пол)(?:перв|втор|треть|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)\w+", (_ANY, (30,))),
        (r"(?<!\w)без четверти(?!\w)", (_ANY, (45,))),
        (r"(?<!\w)четверть (?!час)\w+ого(?!\w)", (_ANY, (15,))),
    ),
    "zh": (("[点點]半", ((30,),)), ("[点點]一刻", ((15,),)), ("[点點]三刻", ((45,),))),
    "ar": ((r"والنصف(?!\w)", ((30,),)), (r"والربع(?!\w)", ((15,),)), (r"والثلث(?!\w)", ((20,),)), (r"إلا (?:ال)?ربعا?ً?(?!\w)", (_ANY, (45,)))),
}  # fmt: skip
"""Language -> (phrases of a time in words, the figures that each stands for)."""


def spoken(text: str, language: str) -> Iterator[tuple[int, ...]]:
    """The figures that times in words stand for: *et demie* 30, *moins le quart* an hour and 45.

    Args:
        text: The text.
        language: Primary subtag of its language.
    """
    for pattern, figures in _SPOKEN.get(language, ()):
        for _ in re.finditer(pattern, text, re.IGNORECASE):
            yield from figures
