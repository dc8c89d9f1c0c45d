"""Regions of the world, which statistics and elections go by: how each language calls them, and whether a draft has lost one.

A weak model makes carpenters of the Caribbean, and of the Arab States the United States. The names
are CLDR's and the United Nations' (data/regions.txt).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.glossary.countrywords import unaccented
from transflow.glossary.largewords import first_words, large_words
from transflow.glossary.territories import COLUMNS

__all__ = ["declines", "firsts", "forms", "lost", "match", "names", "turned"]

_PARTS = {
    "africa": ("afri", "afri", "非", "африк", "افريق"),
    "america": ("ameri", "ameri", "美", "америк", "امريك"),
    "asia": ("asi", "asi", "亚|亞", "ази", "اسي"),
    "europe": ("europ|pecos?\\b", "europ", "欧", "европ", "اوروب|اورب"),
    "oceania": ("ocean", "ocean", "大洋洲", "океан", "اوقيانوس|اوسيان"),
    "pacific": ("pacifi", "pacifi", "太平洋|亚太", "тихоокеан|тих\\w+ океан|атр", "هادي|هادئ"),
    "caribbean": ("car[ai]i?b|antill", "carib|antill", "加勒比|拉加|拉美", "кариб", "كاريب"),
    "latin": ("latin", "latin|iberoam", "拉", "латин", "لاتين"),
    "sahara": ("sahar", "sahar", "撒哈拉", "сахар", "صحر"),
    "arab": ("arab", "arab", "阿拉伯|阿盟", "араб", "عرب"),
    "north": ("nord|septentr|maghreb", "nort|septentr|nor[ae]|magreb", "北", "север", "شمال"),
    "south": ("sud|merid|austral", "sur|sud|merid|austral", "南", "юг|юж", "جنوب"),
    "east": ("\\best\\b|orient", "este|orient", "东", "восто", "شرق"),
    "west": ("ouest|occident", "oeste|occident", "西", "запад", "غرب"),
    "central": ("centr", "centr", "中", "центр|средн", "وسط"),
    "mideast": ("orient", "orient", "中东|近东", "ближн|средн", "اوسط|ادني"),
}
"""What tells a part of a region's name in an unaccented text: fr, es, zh, ru, ar."""
_SIDES = ("sahara", "north", "south", "east", "west", "central")
_BEHIND = re.compile(r"['’-]?\w|-|\s(?:[A-Z]|Ocean)")
_BEFORE = re.compile(
    r"(?:(?<!\w)(?!(?:The|In|Across|Throughout|For|From|And|Of|To|At|While|Both|Outside|Unlike|As|Only|Within|But|When|If|Where) $)[A-Z][\w-]*"
    r"|[A-Z]\.|[-&]) ?$"
)


@dataclass(frozen=True, slots=True)
class _Region:
    own: tuple[str, ...]
    parts: tuple[str, ...]


def match(text: str, at: int) -> tuple[int, str] | None:
    """The region whose name begins at a place: where it ends, and the name; the longest one.

    Args:
        text: Plain English.
        at: Where to look.
    """
    found = _pattern().match(text, at)
    return (found.end(), found[0]) if found else None


def names(name: str, locale: str) -> tuple[str, ...]:
    """What a language calls a region, the usual form first.

    Args:
        name: As `match` gives it.
        locale: BCP 47 tag of one of the languages of data/regions.txt.
    """
    return tuple(_table()[name].own[COLUMNS[locale.partition("-")[0]]].split(";"))


def _find(text: str) -> Iterator[str]:
    """The regions of a sentence, but for longer names of which they are a part: South Africa, Africa Day."""
    for found in () if firsts().isdisjoint(large_words(text)) else _pattern().finditer(text):
        region = _table()[found[0]]
        apart = not _BEHIND.match(text, found.end()) and not _BEFORE.search(
            text, max(0, found.start() - 20), found.start()
        )
        if region.parts and apart:
            yield found[0]


def declines(text: str, locale: str) -> bool:
    """Whether a text is a region's English name, and the language has cases for it.

    Args:
        text: Any text.
        locale: BCP 47 tag.
    """
    return locale.partition("-")[0] == "ru" and text in _table()


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the regions of a sentence: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return {}
    return {name: names(name, locale) for name in _find(text)}


@lru_cache(maxsize=2048)
def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """The regions of a sentence of which its draft lacks a part: Latin, or the Caribbean.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return ()
    named = tuple(dict.fromkeys(_find(text)))
    if not named:
        return ()
    bare = unaccented(draft)
    return tuple(
        name
        for name in named
        if not all(_told(part, bare, locale) for part in _table()[name].parts)
    )


def turned(text: str, draft: str, locale: str) -> tuple[str, str] | None:
    """A region that is another one in a draft, and what it became: Sub-Saharan Africa, North Africa.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    gone = lost(text, draft, locale)
    if not gone:
        return None
    bare = unaccented(draft)
    meant = {part for name in _find(text) for part in _table()[name].parts}
    for name, region in _table().items():
        strange = {one for one in region.parts if one not in meant and one not in text.lower()}
        if strange & {*_SIDES, *_CONTINENTS}:
            for own in names(name, locale):
                if unaccented(own) in bare:
                    return gone[0], own
    return None


_CONTINENTS = ("africa", "america", "asia", "europe", "oceania", "latin", "caribbean", "arab")


def _told(part: str, bare: str, locale: str) -> bool:
    return _stem(part, COLUMNS[locale.partition("-")[0]]).search(bare) is not None


@cache
def _stem(part: str, column: int) -> re.Pattern[str]:
    return re.compile(_PARTS[part][column])


@cache
def _table() -> dict[str, _Region]:
    lines = (files("transflow.glossary") / "data" / "regions.txt").read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    return {
        form: _Region(tuple(own), tuple(parts.strip("-").split()))
        for english, *own, parts in rows
        for form in english.split(";")
    }


@cache
def firsts() -> frozenset[str]:
    """The words that their names begin with."""
    return first_words(_table())


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(_table(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{known})(?![\w-])")
