"""Days of the week, as CLDR names them and languages inflect them."""

import re
from dataclasses import dataclass
from functools import cache

from transflow.bcp47 import babel_locale

__all__ = ["Weekday", "day_forms", "unmatched", "weekdays"]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day that a text names.

    Attributes:
        text: As it stands there.
        start: Where it begins.
        day: 0 for Monday to 6 for Sunday.
    """

    text: str
    start: int
    day: int


_CJK = re.compile(
    r"(?:(?:星期|礼拜|禮拜)([一二三四五六日天])|(?<![二两三四五六七八九十每几数多半这那本上下首第\d])(?<!(?<!之)一)[周週]([一二三四五六日])(?![次个篇]|回(?![家国到来去应复答顾])))"
    r"|(?<=[每这那本上下])[周週]([一二三四五六日])(?![次个回天篇])|([月火水木金土日])曜"
)
_NUMERALS = {**dict(zip("一二三四五六日", range(7), strict=True)), "天": 6}
_NUMERALS_JA = dict(zip("月火水木金土日", range(7), strict=True))
_STEMS = {
    "ru": (
        "понедельник",
        "вторник",
        "сред(?!н)",
        "четверг",
        "пятни[цч]",
        "суббот",
        "воскрес(?:ень)?",
    ),
    "uk": ("понеділ", "вівтор", "серед", "четвер", "п’ятниц", "субот", "неділ"),
}
_ENDINGS = {
    "ru": r"(?:|а|у|ом|е|и|ов|ам|ами|ах|ей|ой|ы|я|ю|ем|ях|ий|нич\w+|н(?:ий|его|ему|им|ем|яя|ей|юю|ее|ие|их)|ичн\w+|н\w{2,3})",
    "uk": r"(?:ок|ка|ку|ком|ки|ок|а|у|і|ею|ою|га|гом|г|я|ю|и|)",
}
_ACCUSATIVE = {"ru": {2: "среду", 4: "пятницу", 5: "субботу"}}
_ELSE = re.compile("сред(?!у$).*|серед(?!у$).*", re.IGNORECASE)
"""Days of the week that are words of another meaning, too: environment, middle."""
_ALSO = {
    "ar": {"الإثنين": 0, "الثلاثاء": 1, "الاربعاء": 2},
    **{
        code: dict.fromkeys(("dominical", "dominicale", "dominicaux", "dominicales"), 6)
        for code in ("fr", "es")
    },
}
_NIGHT = re.compile(r"\b(?:night|overnight|early|small hours|before dawn)\b", re.IGNORECASE)
"""When the day before may be named, too: dans la nuit de samedi à dimanche."""
_NAMES = re.compile(
    r"\b(?:Sunday|Saturday|Monday) (?:Times|Telegraph|Mirror|Mail|Express|Post|Night Live|Herald|School)\b"
    r"|\b(?:Black|Cyber|Good|Casual|Sheffield|Ash|Super|Palm|Easter|Holy|Maundy|Shrove|Fat|Giving|Bloody) "
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
"""Newspapers and feasts, which have names of their own elsewhere."""


def weekdays(text: str, tag: str) -> list[Weekday]:
    """The days of the week that a text names, in order.

    Args:
        text: Visible text.
        tag: BCP 47 tag of its language.
    """
    language = tag.partition("-")[0]
    if language in {"zh", "ja", "yue"}:
        return [_numbered(match) for match in _CJK.finditer(text)]
    names, pattern = _names(language)
    if language == "en":
        if "day" not in text:
            return []
        text = _NAMES.sub(lambda match: " " * len(match[0]), text)
    found = []
    for match in pattern.finditer(text):
        group = match.lastgroup
        day = int(group[1:]) if group else names[match[1].lower()]
        if language != "en" or match[1][0].isupper():
            found.append(Weekday(match[0], match.start(), day))
    return found


def unmatched(
    source: str, target: str, source_tag: str, tag: str
) -> tuple[list[Weekday], list[Weekday]]:
    """Days of a text that its translation does not name, and days that only the translation names.

    Of 960 human translations of sentences with a day six had both, all by mistake; of what is merely
    gone most was left out on purpose.

    Args:
        source: Visible text.
        target: Its translation.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation.

    Returns:
        Days lost, and strange days; nothing where the text names no day. A word that may mean something else is no
        strange day by itself.
    """
    wanted = weekdays(source, source_tag)
    if not wanted:
        return [], []
    offered = weekdays(target, tag)
    known, given = {one.day for one in wanted}, {one.day for one in offered}
    lost = [one for one in wanted if one.day not in given]
    strange = [one for one in offered if one.day not in known]
    if not lost:
        eve = {(one.day - 1) % 7 for one in wanted} if _NIGHT.search(source) else set()
        strange = [
            one
            for one in strange
            if not _ELSE.fullmatch(one.text) and one.text not in source and one.day not in eve
        ]
    return lost, strange


def day_forms(day: int, tag: str) -> tuple[str, ...]:
    """How a language writes a day in running text, the commonest form first."""
    language = tag.partition("-")[0]
    names = babel_locale(tag).days
    forms = [names[use]["wide"][day] for use in ("format", "stand-alone")]
    own = _ACCUSATIVE.get(language, {}).get(day)
    return tuple(dict.fromkeys([*([own] if own else []), *forms]))


def _numbered(match: re.Match[str]) -> Weekday:
    numeral = match[1] or match[2] or match[3]
    day = _NUMERALS[numeral] if numeral else _NUMERALS_JA[match[4]]
    return Weekday(match[0], match.start(), day)


@cache
def _names(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    stems = _STEMS.get(language)
    if stems:
        listed = "|".join(f"(?P<d{day}>{stem})" for day, stem in enumerate(stems))
        return {}, re.compile(rf"(?<!\w)(?:{listed}){_ENDINGS[language]}(?!\w)", re.IGNORECASE)
    days = babel_locale(language).days
    names = {
        form: day
        for use in ("format", "stand-alone")
        for day, name in days[use]["wide"].items()
        for form in (name.lower(), name.lower().partition("-")[0])
        if len(form) > 2
    }
    names |= _ALSO.get(language, {})
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    lead = "[وفبلك]?" if language == "ar" else ""
    return names, re.compile(rf"(?<!\w){lead}({listed})s?(?!\w)", re.IGNORECASE)
