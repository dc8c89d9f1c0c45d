"""English dates as they stand in print, read and written as another language has them.

`15 Jan. 2026`, `September 24, 2026`, `Mon, 3 May`, `March 2022`, `3–5 June 2026` and `3 May to 2 August 2025` have one
right form each (CLDR): a unit or a bracket that is nothing else needs no engine. In a sentence the
engine writes them, since they decide prepositions; where it tears one apart or turns it round
(`2026 年 15 一月`, `2 2025 août`), its pieces side by side are put in order, and else it is decoded again.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from transflow.bcp47 import babel_locale
from transflow.quantities.wordset import word_set

__all__ = ["FROM_TO", "Date", "Period", "find", "month", "ordinal", "written"]

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.(?=[\s,])|(?![\w.]))"
_MONTH = rf"(?:(?:{'|'.join(_NAMES)})(?!\w)|{_SHORT})"
_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=,?\s))(?!\w)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,:/-]\d)"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?![\w%]|[.,/-]\d)"
_UNTIL = r"(?:\s?[–—-]\s?|\s(?:to|until|till|through)\s)"


def _shape(end: str = "") -> str:
    """One date; the groups' names end in `end`."""
    return (
        rf"(?:(?P<w{end}>{_WEEKDAY}),?\s)?(?:(?P<d{end}>{_DAY})\s(?:of\s)?(?P<m{end}>{_MONTH})(?:,?\s(?P<y{end}>{_YEAR}))?"
        rf"|(?P<n{end}>{_MONTH})\s(?P<e{end}>{_DAY})(?:,?\s(?P<z{end}>{_YEAR}))?)"
    )


_ALL = re.compile(
    rf"(?=[\dABDFJMNOSTWbf])(?<![\w.,:-])(?<!\d/)(?:(?P<from>(?:[Ff]rom|[Bb]etween)\s)?(?:"
    rf"(?P<d1>{_DAY})(?P<to1>{_UNTIL})(?P<d2>{_DAY})\s(?P<m2>{_MONTH})(?:,?\s(?P<y2>{_YEAR}))?"  # 3–5 June 2026
    rf"|(?P<m3>{_MONTH})\s(?P<d3>{_DAY.replace('/-]', '/]')})(?P<to3>{_UNTIL})(?P<d4>{_DAY})(?:,?\s(?P<y4>{_YEAR}))?"  # June 3–5, 2026
    rf"|{_shape()}(?:(?P<to>{_UNTIL}){_shape('o')})?"
    rf"|(?P<m5>{_MONTH})(?P<to5>{_UNTIL})(?P<m6>{_MONTH}),?\s(?P<y6>{_YEAR})"  # May–August 2025
    rf"|(?P<m7>{_MONTH}),?\s(?P<y7>{_YEAR})))"
)
_KEYS = frozenset({
    *map(str.lower, _NAMES), "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
"""The months as those patterns have them, in small letters."""
_CJK = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a month; what is not said is None or empty."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: str = ""

    @property
    def values(self) -> Counter[str]:
        """Its figures, the month as `m5`."""
        return Counter(
            [f"m{self.month}", *(str(one) for one in (self.day, self.year) if one is not None)]
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Where a date stands, or the two of a range.

    Attributes:
        start: Offset of its first letter; `from` is no part of it.
        end: Offset behind its last.
        first: The date, or the one a range begins with.
        last: The one it ends with; None for a single date.
        said: Whether a word stands between the two, not a dash.
    """

    start: int
    end: int
    first: Date
    last: Date | None = None
    said: bool = False

    @property
    def values(self) -> Counter[str]:
        """The figures that its writing has: what two dates share stands once."""
        if self.last is None:
            return self.first.values
        shared = Counter(
            [f"m{self.last.month}"] * (self.first.month == self.last.month)
            + [str(self.last.year)] * (self.first.year == self.last.year is not None)
        )
        return self.first.values + self.last.values - shared


@lru_cache(maxsize=2048)
def find(text: str) -> tuple[Period, ...]:
    """The dates of an English text, in order; a month without day or year is none.

    Args:
        text: Plain English.
    """
    if _KEYS.isdisjoint(word_set(text)) or not any(map(str.isdigit, text)):
        return ()
    return tuple(_read(match) for match in _ALL.finditer(text))


def _read(match: re.Match[str]) -> Period:
    start, end = match.end("from") if match["from"] else match.start(), match.end()
    if match["d1"]:
        last = _date(match["d2"], match["m2"], match["y2"])
        first = replace(last, day=_number(match["d1"]))
        return Period(start, end, first, last, _said(match["to1"]))
    if match["m3"]:
        last = _date(match["d4"], match["m3"], match["y4"])
        first = replace(last, day=_number(match["d3"]))
        return Period(start, end, first, last, _said(match["to3"]))
    if match["m5"]:
        last = _date(None, match["m6"], match["y6"])
        return Period(
            start, end, replace(last, month=_month(match["m5"])), last, _said(match["to5"])
        )
    if match["m7"]:
        return Period(start, end, _date(None, match["m7"], match["y7"]))
    first = _one(match, "")
    if not match["to"]:
        return Period(start, end, first)
    last = _one(match, "o")
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    return Period(start, end, first, last, _said(match["to"]))


def _one(match: re.Match[str], end: str) -> Date:
    day, month, year = (match[a + end] or match[b + end] for a, b in ("de", "mn", "yz"))
    return replace(_date(day, month, year), weekday=match["w" + end] or "")


def _date(day: str | None, month: str, year: str | None) -> Date:
    return Date(_month(month), _number(day) if day else None, int(year) if year else None)


def _number(day: str) -> int:
    return int(day.rstrip("dhnrst"))


def _month(name: str) -> int:
    return next(at for at, one in enumerate(_NAMES, 1) if one[:3] == name[:3])


def _said(between: str) -> bool:
    return between.strip().isalpha()


def written(period: Period, locale: str, *, running: bool = False) -> str:
    """A date as the locale has it in a cell, or in running text.

    Args:
        period: What `find` found.
        locale: BCP 47 tag.
        running: In a sentence: Russian has the word for the year in full.
    """
    text = _written(period, locale)
    return text.replace("\u00a0г.", " года").replace(" г.", " года") if running else text


def _written(period: Period, locale: str) -> str:
    first, last = period.first, period.last
    if last is None:
        return _single(first, locale)
    language = locale.partition("-")[0]
    if language in _CJK:
        alike = first.year == last.year
        rest = replace(last, year=None) if alike else last
        end = _single(rest, locale)
        if alike and first.month == last.month and not last.weekday:
            end = end.partition("月")[2]
        return f"{_single(first, locale)}{'至' if language == 'zh' else '～'}{end}"
    short = replace(first, year=None) if first.year == last.year else first
    begin = _single(short, locale)
    alike = first.year == last.year and first.month == last.month
    if alike and first.day is not None and not first.weekday:
        begin = _ordinal(first.day, locale)
    end = _single(last, locale)
    if period.said and first.day is not None and language in FROM_TO:
        lead, joint = FROM_TO[language]
        return f"{lead}{begin}{joint}{end}"
    return f"{begin}–{end}" if alike or first.day is None else f"{begin} – {end}"


FROM_TO = {
    "fr": ("du ", " au "),
    "es": ("del ", " al "),
    "ru": ("с ", " по "),
    "ar": ("من ", " إلى "),
}
"""Language -> the words before and between the two dates of a range."""


def _single(date: Date, locale: str) -> str:
    tables = babel_locale(locale)
    long = str(tables.date_formats["long"].pattern)
    if date.day is None:
        pattern = tables.datetime_skeletons["yMMMM"].pattern if date.year is not None else "LLLL"
    elif date.year is None:
        pattern = tables.datetime_skeletons["MMMMd"].pattern
    else:
        pattern = long
    pattern = str(pattern)
    if date.weekday:
        before, _, behind = str(tables.date_formats["full"].pattern).partition(long)
        pattern = before + pattern + behind
    names = tables.months
    fields = {
        "y": str(date.year),
        "d": _ordinal(date.day, locale) if date.day is not None else "",
        "M": str(date.month),
        "MMMM": str(names["format"]["wide"][date.month]),
        "LLLL": _alone(date.month, locale),
        "EEEE": _weekday(date.weekday, locale) if date.weekday else "",
    }
    parts = re.finditer(r"'[^']*'|([A-Za-z])\1*|[^A-Za-z']+", pattern)
    text = "".join(fields.get(part[0], part[0].strip("'")) for part in parts)
    return text.replace("\u202f", "\u00a0")


def _alone(month: int, locale: str) -> str:
    """A month by itself; CLDR's Chinese one is 五月, which print has as 5月."""
    if locale.partition("-")[0] in _CJK:
        return f"{month}月"
    return str(babel_locale(locale).months["stand-alone"]["wide"][month])


def month(name: str, locale: str) -> str:
    """A month by itself.

    Args:
        name: Its English name.
        locale: BCP 47 tag.
    """
    return _alone(_month(name), locale)


def ordinal(figures: str, locale: str) -> str:
    """A number in a row, as it is written where no noun is beside it: 39e, 39.º, 第39.

    Args:
        figures: As the source has them.
        locale: BCP 47 tag.
    """
    language = locale.partition("-")[0]
    if figures == "1" and language == "fr":
        return "1er"
    return _ROWS.get(language, "{}").format(figures)


_ROWS = {
    "fr": "{}e",
    "es": "{}.º",
    "pt": "{}.º",
    "ru": "{}-й",
    "zh": "第{}",
    "ja": "第{}",
    "ar": "الـ{}",
    "de": "{}.",
}


def _ordinal(day: int, locale: str) -> str:
    return "1er" if day == 1 and locale.partition("-")[0] == "fr" else str(day)


def _weekday(name: str, locale: str) -> str:
    """As short as the source has it."""
    names = babel_locale(locale).days["format"]["wide" if name.endswith("day") else "abbreviated"]
    return str(names[_DAYS.index(name[:2].lower())])
