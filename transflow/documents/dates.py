"""Dates in running text, and as values of front matter."""

import datetime as dt
import re
from functools import cache
from typing import Any

from transflow.bcp47 import babel_locale

__all__ = ["date_of_opening", "day", "read_date"]

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_CJK = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
"""The year before the first one of each era."""
_ERA = re.compile(
    rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日"
)

_DAY_FIRST = re.compile(r"(?<![\w.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\w)")
"""With full stops the day always comes first; with slashes it depends on who writes."""
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SLASHES = re.compile(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/])")
"""Only where one of both numbers can be a day and no month, or both are the same."""
_DASH = re.compile(r"\s*(?:--+|[–—])\s*|\s-\s|\.-\s?")
_MONTHS = 12
_REGIONS = {"ar": ("ar-SY", "ar-DZ", "ar-MA"), "de": ("de-AT",), "es": ("es-PE",)}
"""Where a language has other names of months: `آذار` beside `مارس`."""
_LONG = 60
"""A longer value is a sentence that may name any day."""


def read_date(text: str, locale: str) -> dt.date | None:
    """The date in a text: ISO, Chinese and Japanese style (`令和8年3月3日` too), or in words of the locale or English."""
    for pattern in (_ISO, _CJK):
        if match := pattern.search(text):
            return _date(int(match[1]), int(match[2]), int(match[3]))
    if "年" in text and (match := _ERA.search(text)):
        year = 1 if match[2] == "元" else int(match[2])
        return _date(_ERAS[match[1]] + year, int(match[3]), int(match[4]))
    if match := _DAY_FIRST.search(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHES.search(text):
        less, more = sorted((int(match[1]), int(match[2])))
        if more > _MONTHS or less == more:
            return _date(int(match[3]), less, more)
    for names, forms in (_forms(locale), _forms("en")):
        for form in forms:
            if match := form.search(text):
                month = names[match["month"].casefold()]
                return _date(int(match["year"]), month, int(match["day"]))
    return None


def date_of_opening(text: str, locale: str) -> dt.date | None:
    """The date that a text begins with, before a dash: "GENEVA, 8 March 2024 -- Women ..."."""
    head, *rest = _DASH.split(text, maxsplit=1)
    return read_date(head, locale) if rest and len(head) <= _LONG else None


def day(value: Any, locale: str) -> Any:
    """A front-matter value as a date: as it is where a parser knew it for one.

    Returns:
        A `date` or `datetime`; None where the value is no date, or could be read as two.
    """
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    try:
        return dt.datetime.fromisoformat(text) if isinstance(value, str) else None
    except ValueError:
        pass
    if len(text) > _LONG:
        return None
    if match := _DAY_FIRST.fullmatch(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    return read_date(text, locale)


@cache
def _forms(locale: str) -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    """The months of a language, and how a day stands among them; of two names that a month has the first counts."""
    names = _months(locale)
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    month = rf"(?P<month>{words})\.?(?:\s?/\s?(?:{words}))?"
    forms = (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?{month},?\s+(?:del?\s+)?(?P<year>\d{{4}})\b",
        rf"\b{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
    )
    return names, tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _months(locale: str) -> dict[str, int]:
    regions = (*_REGIONS.get(locale.partition("-")[0], ()), locale)
    return {
        name.rstrip(".").casefold(): number
        for data in map(babel_locale, regions)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in data.months[context][width].items()
    }


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
