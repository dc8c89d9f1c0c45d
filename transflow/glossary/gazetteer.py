"""What every language has a name of its own for, and no engine need guess: countries, regions of the world, cities, languages.

Each kind has a module; here they are asked together.
"""

import re
from collections.abc import Iterator
from functools import cache

from transflow.chinese import is_traditional, traditional
from transflow.glossary import cities, languages, regions, strangers, territories
from transflow.glossary.largewords import large_words
from transflow.glossary.territories import COLUMNS

__all__ = ["declines", "forms", "lost", "match", "rows", "turned"]


def match(text: str, at: int, locale: str) -> tuple[int, str] | None:
    """The country, region or language whose name begins at a place: where it ends, and what it is called.

    Args:
        text: Plain English.
        at: Where to look.
        locale: BCP 47 tag of one of the languages that the lists have.
    """
    region, country = regions.match(text, at), territories.match(text, at)
    if region and (not country or region[0] > country[0]):
        return region[0], regions.names(region[1], locale)[0]
    if country:
        named = territories.names(country[1], locale)
        return (country[0], named[0]) if named else None
    language = languages.match(text, at)
    own = languages.names(language[1], locale) if language else ()
    return (language[0], own[0]) if language and own else None


def rows(text: str) -> Iterator[tuple[int, int]]:
    """Where countries and regions stand in a row, three or more: `Chad, the Niger and South Sudan`.

    Args:
        text: Plain English.
    """
    end = 0
    for begin in (one.start() for one in _NAME.finditer(text)):
        if begin < end:
            continue
        names, at = 0, begin
        while found := _place(text, at):
            names, end = names + 1, found
            parted = _PARTED.match(text, found)
            if not parted:
                break
            at = parted.end()
        if names >= _FEW and _ENDED.match(text, end):
            yield begin, end


def _place(text: str, at: int) -> int:
    """Where the country or region ends that begins at a place; 0 for none."""
    at += len("the ") * text.startswith("the ", at)
    region, country = regions.match(text, at), territories.match(text, at)
    return max(region[0] if region else 0, country[0] if country else 0)


_NAME = re.compile(r"(?<![\w-])(?:the )?(?=[A-ZÀ-Þ])")
_PARTED = re.compile(r", and |, | and ")
_ENDED = re.compile(r"\W*$|[.;:)]|,? (?![A-Z])")
_FEW = 3


def declines(text: str, locale: str) -> bool:
    """Whether a text is a country's, a region's or a city's English name, and the language has cases for it.

    Args:
        text: Any text.
        locale: BCP 47 tag.
    """
    return (
        territories.declines(text, locale)
        or cities.declines(text, locale)
        or regions.declines(text, locale)
    )


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write what of this a sentence names: as it has it -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    written = traditional if is_traditional(locale) else str
    return {
        name: tuple(map(written, own))
        for kind in (cities, languages, regions, territories)
        for name, own in kind.forms(text, locale).items()
    }


def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """What of this a sentence names, and its draft by no name, nor by one that is of it.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft; nothing is lost in one that the lists have not.
    """
    if locale.partition("-")[0] not in COLUMNS or _firsts(locale).isdisjoint(
        map(str.upper, large_words(text))
    ):
        return ()
    return tuple(
        name
        for kind in (territories, cities, regions, languages)
        for name in kind.lost(text, draft, locale)
    )


@cache
def _firsts(locale: str) -> frozenset[str]:
    """What names of any kind begin with, in capitals: where a text has none of it, nothing is looked for."""
    plain = (territories.firsts(), regions.firsts(), languages.firsts())
    return cities.firsts(locale).union(*(map(str.upper, names) for names in plain))


def turned(text: str, draft: str, locale: str) -> Iterator[tuple[str, str]]:
    """A country or region that is another in a draft, with the name that stands there; no name for one out of nowhere.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    for kind in (strangers, regions):
        if one := kind.turned(text, draft, locale):
            yield one
