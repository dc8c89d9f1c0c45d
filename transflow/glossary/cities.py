"""Cities that reports come from: how each language calls them, and whether a draft has lost one.

A weak model makes a month of Vilnius and leaves Rome as it is. The names are CLDR's, of the cities by which it calls the zones
of time, and those of data/cities.txt.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.glossary import territories
from transflow.glossary.countrywords import unaccented
from transflow.glossary.largewords import first_words, large_words
from transflow.glossary.territories import COLUMNS

__all__ = ["declines", "firsts", "forms", "lost", "names"]

_ENDING = {"fr": 3, "es": 3, "ru": 2, "ar": 1, "zh": 0}
"""Letters at the end of a name that may be others, in another case or in what is of the city."""
_BEHIND = re.compile(r"['’-]?(?<!['’](?=s\b))\w|[-&]|\s(?:[A-Z]|\d)")


@cache
def names(locale: str) -> dict[str, tuple[str, ...]]:
    """English name in capitals -> the locale's, the usual one first.

    Args:
        locale: BCP 47 tag of one of the languages of data/cities.txt.
    """
    zones = babel_locale(locale).time_zones
    found: dict[str, tuple[str, ...]] = {
        str(zone).rpartition("/")[2].replace("_", " ").upper(): (str(own["city"]),)
        for zone, own in zones.items()
        if "city" in own
    }
    if locale.partition("-")[0] in _LATIN:  # CLDR leaves out what is written as in English
        found |= {
            name.upper(): (name,)
            for zone in babel_locale("ru").time_zones
            if (name := str(zone).rpartition("/")[2].replace("_", " ")).upper() not in found
        }
    lines = (files("transflow.glossary") / "data" / "cities.txt").read_text("utf-8").splitlines()
    column = COLUMNS[locale.partition("-")[0]]
    for line in lines:
        if line and not line.startswith("#"):
            english, *own_names = line.split("|")
            listed = own_names[column].split(";")
            for name in english.upper().split(";"):
                found[name] = tuple(dict.fromkeys((*listed, *found.get(name, ()))))
    return found


def _find(text: str, locale: str) -> Iterator[str]:
    """The cities of a sentence, without what may be a person, a club or a newspaper: Jack London, Boston Globe."""
    known, last = names(locale), 0
    if firsts(locale).isdisjoint(map(str.upper, large_words(text))):
        return
    for match in _CAPITALISED.finditer(text):
        name = match[0]
        start, end = match.span()
        if name.upper() not in known:  # one word of a longer name, or the longer name
            first = name.split()[0]
            if " " not in name or first.upper() not in known:
                continue
            name, end = first, start + len(first)
        if name in _OTHER or name.isupper() or _is_country(name):
            continue
        after = _LISTED.fullmatch(text, last, start) if last else None
        if (_PLACED.search(text, 0, start) or after) and not _BEHIND.match(text, end):
            last = end
            yield name


@cache
def firsts(locale: str) -> frozenset[str]:
    """The words that their names begin with, in capitals."""
    return first_words(names(locale))


def _is_country(name: str) -> bool:
    found = territories.match(name, 0)
    return found is not None and found[0] == len(name)


_PLACED = re.compile(r"\b(?:in|at|from|to|near|outside|around|via|for|between) $")
"""Elsewhere a city may be a person or a government: Sofia wrote, Beijing agreed."""
_LISTED = re.compile(r",? and (?:in |from |to )?|, ")
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?: (?:de |es )?[A-Z][a-zà-ÿ]+){0,2}(?![\w-])")
_OTHER = frozenset(
    {
        "Center",
        "Christmas",
        "Easter",
        "Unknown",
        "Wake",
        "Oral",
        "Phoenix",
        "Norfolk",
        "Azores",
        "Cape Verde",
        "Midway",
        "Troll",
        "Casey",
        "Davis",
    }
)
"""Words, people and islands that are called like a city."""


def declines(text: str, locale: str) -> bool:
    """Whether a text is a city's English name, and the language has cases for it.

    Args:
        text: Any text.
        locale: BCP 47 tag.
    """
    return locale.partition("-")[0] == "ru" and text.upper() in names(locale)


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the cities of a sentence: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return {}
    return {name: names(locale)[name.upper()] for name in _find(text, locale)}


@lru_cache(maxsize=2048)
def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """The cities of a sentence that its draft has by no name, nor anything that is of them.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    if language not in COLUMNS:
        return ()
    named = list(_find(text, locale))
    bare = unaccented(draft) if named else ""
    return tuple(
        dict.fromkeys(
            name for name in named if not any(stem in bare for stem in _stems(name.upper(), locale))
        )
    )


@cache
def _stems(name: str, locale: str) -> frozenset[str]:
    language = locale.partition("-")[0]
    over = _ENDING[language]
    stems = set()
    for form in names(locale)[name]:
        word = unaccented(form)
        if language != "zh":
            parts = word.replace("-", " ").split()
            word = max((one.removeprefix("ال") for one in parts), key=len)
        stems.add(word[: max(min(3, len(word)), len(word) - over)])
    return frozenset(stems if language in _LATIN else stems | {unaccented(name)})


_LATIN = frozenset({"fr", "es"})
"""Elsewhere a city may stay in Latin letters."""
