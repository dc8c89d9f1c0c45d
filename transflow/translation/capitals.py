"""Words that keep a capital where a line of capitals is read as a sentence: `FROM 1 APRIL 2027`, `IN GENEVA`.

In small letters a month or a city is a word no model knows, and both come back cut or invented.
"""

import re
from collections.abc import Iterator
from functools import cache

from babel.core import Locale

from transflow.glossary import territories

__all__ = ["proper", "spelled", "titled"]

_MONTHS = r"JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
_DATED = re.compile(
    rf"(?<!\w)(?:{_MONTHS}|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)S?(?!\w)"
    r"|(?<=\d )(?:MARCH|MAY)(?!\w)|(?<!\w)(?:MARCH|MAY)(?= \d)"
)
_SEATS = (
    "Geneva Munich Bern Basel Hague Strasbourg Alicante Turin Milan Naples Venice Barcelona Seville Lyon Marseille Cologne Hamburg "
    "Frankfurt Bonn Leipzig Antwerp Rotterdam Osaka Kyoto Yokohama Beijing Shenzhen Guangzhou Nanjing Mumbai Delhi Bangalore Rio "
    "Washington Boston Philadelphia Houston Dallas Seattle Montreal Ottawa Quebec Cartagena Marrakesh Alexandria Jeddah "
    "Wellington Auckland Canberra Durban Pretoria Kigali Davos Glasgow Edinburgh Cambridge Oxford Manchester Liverpool Leeds Bristol"
)
_FORM = re.compile(
    r"^(?P<city>[A-Z]{4,}(?: [A-Z]{3,})?)(?=,? (?:\d|[A-Z][a-z]+\.? \d)|, [A-Z][a-z]+ [–—-] | [–—] )"
)
"""Where a report begins: GENEVA, 24 September 2026 –."""


def proper(text: str) -> Iterator[str]:
    """The names of a text in capitals, as a sentence has them: days, months beside a figure, countries, cities.

    Args:
        text: Plain English.
    """
    if not _CAPITALS.search(text):
        return
    for match in _DATED.finditer(text):
        yield match[0].capitalize()
    upper = _upper()
    for match in _WORDS.finditer(text):
        words = match[0].split()
        for size in range(min(4, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                name = upper.get(" ".join(words[at : at + size]))
                if name:
                    yield name


_CAPITALS = re.compile(r"[A-Z]{3}")
_WORDS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}(?:[ -][A-ZÀ-ÖØ-Þ]{2,})*")


def titled(text: str) -> Iterator[str]:
    """The names of a heading in Title Case that keep their capitals: `Ticket Prices From 1 January`.

    Args:
        text: Plain English.
    """
    for match in _DATED.finditer(text.upper()):
        word = text[match.start() : match.end()]
        if not word.isupper():
            yield word
    names = _upper()
    for match in _CAPITALISED.finditer(text):
        words = match[0].split()
        for size in range(min(4, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                phrase = " ".join(words[at : at + size])
                if names.get(phrase.upper()) == phrase and phrase not in _COMMON:
                    yield phrase


_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")
_COMMON = frozenset(
    {
        "Wake",
        "Midway",
        "Resolute",
        "Center",
        "Troll",
        "Easter",
        "Mobile",
        "Phoenix",
        "Mali",
        "Jersey",
        "Turkey",
    }
)
"""Places that are words, too: in a heading they are rather those."""


def spelled(text: str) -> Iterator[tuple[int, int, str]]:
    """The city that a report begins with, without its capitals: (start, end, text).

    Args:
        text: Plain English.
    """
    match = None if text.isupper() else _FORM.match(text)
    name = _upper().get(match["city"]) if match else None
    if match and name:
        yield match.start(), match.end(), name


@cache
def _upper() -> dict[str, str]:
    """Names in capitals -> as they are written; cities by the zones of time that CLDR names by them."""
    zones = [str(zone) for zone in Locale("ru").time_zones]
    cities = [zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone]
    names = [*cities, *_SEATS.split(), "New York", "The Hague", *territories.known()]
    return {name.upper(): name for name in names if len(name) > 3}
