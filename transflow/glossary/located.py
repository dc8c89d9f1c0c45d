"""Where the places of a sentence stand in its translation, for rules that ask what belongs to which."""

import re
from functools import lru_cache

from transflow.glossary import cities, regions, territories
from transflow.glossary.cases import cases
from transflow.glossary.countrywords import unaccented
from transflow.glossary.territories import COLUMNS

__all__ = ["located"]

_CAPITAL = re.compile(r"(?<=\W)[A-ZÀ-Þ]")


@lru_cache(maxsize=1024)
def located(text: str, draft: str, locale: str) -> tuple[tuple[int, int, int, int], ...]:
    """Where each country, region and city of a text begins and ends, and where in its translation.

    Args:
        text: Plain English.
        draft: Its translation.
        locale: BCP 47 tag of the translation.

    Returns:
        In the order of the text; nothing where there are fewer than two, or one is not found just once on both sides.
    """
    if locale.partition("-")[0] not in COLUMNS or not _CAPITAL.search(text):
        return ()
    named = _named(text, locale)
    bare = unaccented(draft)
    if len(named) < 2 or len(bare) != len(draft):
        return ()
    spots: list[tuple[int, int, int, int]] = []
    for name in sorted(named, key=len, reverse=True):
        at = text.find(name)
        own = {spot for form in named[name] for spot in _spots(form, bare, locale)}
        own = {one for one in own if not any(_within(one, other) for other in own)}
        if len(own) != 1 or text.count(name) != 1:
            return ()
        ((begin, end),) = own
        bare = bare[:begin] + "\0" * (end - begin) + bare[end:]
        text = text[:at] + "\0" * len(name) + text[at + len(name) :]
        spots.append((at, at + len(name), begin, end))
    return tuple(sorted(spots))


def _named(text: str, locale: str) -> dict[str, frozenset[str]]:
    """English name -> the unaccented forms of a country, region or city of a text."""
    named = {text[a:b]: territories.spelled(one, locale) for a, b, one in territories.find(text)}
    for kind in (regions, cities):
        for name, own in kind.forms(text, locale).items():
            named.setdefault(name, frozenset(unaccented(f) for o in own for f in _cased(o, locale)))
    return named


def _cased(name: str, locale: str) -> tuple[str, ...]:
    return cases(name, locale) if locale.partition("-")[0] == "ru" else (name,)


def _spots(form: str, bare: str, locale: str) -> list[tuple[int, int]]:
    if form not in bare:
        return []
    lead = r"(?<!\w)(?:[لوبفك]{0,2})" if locale.partition("-")[0] == "ar" else r"(?<!\w)"
    edges = ("", "") if locale.partition("-")[0] == "zh" else (lead, r"(?!\w)")
    return [one.span() for one in re.finditer(f"{edges[0]}{re.escape(form)}{edges[1]}", bare)]


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]
