"""Where and when a report was written, before its first sentence: `GENEVA, September 24, 2026 – The Assemblies …`.

It is no part of the sentence, and models make one of both. The cities are those that such reports come from
most, those by which CLDR names the zones of time, and those that the glossary has.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from transflow.glossary import Glossary, cities
from transflow.translation import dates

__all__ = ["Place", "dateline", "places", "unknown"]

Place = Callable[[str], str]
"""What a city or another name of the source is called; empty for one that is not known."""

_LINE = re.compile(
    r"(?P<city>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}), (?P<date>[^–—]{3,30}?) ?(?P<dash>[–—]|(?<= )--?(?= )) (?=\S)"
)
_LEAD = {"fr": ", le ", "es": ", ", "ru": ", ", "ar": "، ", "zh": "，"}


def unknown(_: str) -> str:
    """The name of no city."""
    return ""


@lru_cache(maxsize=8)
def places(glossary: Glossary, source: str, locale: str) -> Place:
    """What a glossary calls the cities and other names that it has.

    Args:
        glossary: Of the project.
        source: BCP 47 tag of the names asked for.
        locale: BCP 47 tag of the answers.
    """

    def named(name: str) -> str:
        found = glossary.find(name, source, spans=())
        whole = [one for one in found if (one.start, one.end) == (0, len(name))]
        whole = [one for one in whole if not one.form.islower()]
        return next((form for one in whole for form in glossary.terms(one, locale)[:1]), "")

    return named


def dateline(text: str, locale: str, place: Place = unknown) -> tuple[int, str] | None:
    """Where a dateline ends that a text begins with, and how the locale writes it.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a city.
    """
    language = locale.partition("-")[0]
    match = _LINE.match(text) if language in _LEAD else None
    found = dates.find(match["date"]) if match else ()
    if match is None or len(found) != 1 or found[0].last or found[0].first.day is None:
        return None
    if (found[0].start, found[0].end) != (0, len(match["date"])):
        return None
    known = cities.names(locale).get(match["city"].upper())
    city = place(match["city"]) or (known[0] if known else "")
    if not city:
        return None
    day = dates.written(found[0], locale, running=True)
    dash = "——" if language == "zh" else f" {match['dash']} "
    return match.end(), f"{city}{_LEAD[language]}{day}{dash}"
