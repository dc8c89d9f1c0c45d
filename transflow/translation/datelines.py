"""Where and when a report was written, before its first sentence: `GENEVA, September 24, 2026 – The Assemblies …`.

It is no part of the sentence, and models make one of both. The cities are those that such reports come from
most, and those by which CLDR names the zones of time.
"""

import re
from functools import cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.translation import dates

__all__ = ["dateline"]

_LOCALES = {"fr": 0, "es": 1, "zh": 2, "ru": 3, "ar": 4}
_LINE = re.compile(
    r"(?P<city>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}), (?P<date>[^–—]{3,30}?) ?(?P<dash>[–—]|(?<= )--?(?= )) (?=\S)"
)
_LEAD = {"fr": ", le ", "es": ", ", "ru": ", ", "ar": "، ", "zh": "，"}


def dateline(text: str, locale: str) -> tuple[int, str] | None:
    """Where a dateline ends that a text begins with, and how the locale writes it.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    match = _LINE.match(text) if language in _LEAD else None
    found = dates.find(match["date"]) if match else ()
    if match is None or len(found) != 1 or found[0].last or found[0].first.day is None:
        return None
    if (found[0].start, found[0].end) != (0, len(match["date"])):
        return None
    city = _cities(locale).get(match["city"].upper())
    if not city:
        return None
    day = dates.written(found[0], locale, running=True)
    dash = "——" if language == "zh" else f" {match['dash']} "
    return match.end(), f"{city}{_LEAD[language]}{day}{dash}"


@cache
def _cities(locale: str) -> dict[str, str]:
    """English name in capitals -> the locale's."""
    zones = babel_locale(locale).time_zones
    cities = {
        str(zone).rpartition("/")[2].replace("_", " ").upper(): str(names["city"])
        for zone, names in zones.items()
        if "city" in names
    }
    lines = (files("transflow.translation") / "data" / "cities.txt").read_text("utf-8").splitlines()
    column = _LOCALES[locale.partition("-")[0]]
    for line in lines:
        if line and not line.startswith("#"):
            name, *own = line.split("|")
            cities[name.upper()] = own[column]
    return cities
