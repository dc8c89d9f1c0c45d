"""Countries that a draft names and its source does not: Jordan became l'Iraq, the United States stand there out of nowhere."""

import re
from collections.abc import Iterator
from functools import cache

from transflow.glossary.countrywords import GENERIC, in_full, unaccented
from transflow.glossary.territories import COLUMNS, Territory, find, lost, names, spelled, table

__all__ = ["turned"]

_WORD = re.compile(r"[^\W\d_]{3,}")


def turned(text: str, draft: str, locale: str) -> tuple[str, str] | None:
    """A country of a draft that its source has not, and what it is instead of; empty if nothing is lost for it.

    Translators add a country that goes without saying (NASA, 美国航天局): where none is lost, one out of
    nowhere counts only if the source does not speak of a country of its own, and has no acronym or names another.
    Where names have no capitals, other words are written like them: there, too, it counts only beside another.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return None
    gone = lost(text, draft, locale)
    if not gone:
        named = next(find(text), None)
        silent = _ACRONYM.search(text) or locale.partition("-")[0] not in _CASED
        if _IMPLYING.search(text) or (silent and not named):
            return None
    strange = next(_foreign(text, draft, locale), "")
    return ("".join(gone[:1]), strange) if strange else None


_IMPLYING = re.compile(
    r"\b(?:[Cc]ountr(?:y|ies)|[Nn]ational(?!it)\w*|[Hh]ome|[Dd]omestic|[Gg]overnment|[Ff]ederal|[Ee]mbassy|[Ss]tates?|[Aa]lliance|dollars?|francs?|marks?)\b"
    r"|\$\s?\d|\b[A-Z]{3}\s?\d|\d\s?[A-Z]{3}\b|[Pp]eninsula|Great Wall|Brexit"
)
_ACRONYM = re.compile("[A-Z]{2}")
"""What is of one country and does not say so; beside another country's name it hardly is."""
_CASED = frozenset({"fr", "es", "ru"})
"""Languages whose countries have capitals."""


def _foreign(text: str, draft: str, locale: str) -> Iterator[str]:
    """The countries that a draft names, as CLDR calls them, and its source by no name nor anything like it."""
    small = in_full(text).lower()
    for country in _called(draft, locale):
        if not any(stem in small for stem in _english(country.code)):
            yield names(country, locale)[0]


def _called(draft: str, locale: str) -> Iterator[Territory]:
    """The countries that a text names: by their first words, or where words are not parted by a pattern."""
    language, bare = locale.partition("-")[0], unaccented(draft)
    known = _names_of(locale)
    if language == "zh":
        yield from (known[found[0]] for found in _ideographs(locale).finditer(bare))
        return
    cased = language in _CASED and len(bare) == len(draft)
    for word in _TOKEN.finditer(bare):
        start, first = word.start(), word[0]
        if cased and not draft[start].isupper():
            continue
        if form := _beginning(bare, start, first, locale):
            yield known[form]
        elif language == "ar" and first[0] in "وبلفك":
            form = _beginning(bare, start + 1, first[1:], locale)
            yield from [known[form]] if form else []


def _beginning(bare: str, at: int, first: str, locale: str) -> str:
    """The longest name whose first word stands at a place, and that stands there whole; empty for none."""
    for form in _by_first_word(locale).get(first, ()):
        behind = bare[at + len(form) : at + len(form) + 1]
        if bare.startswith(form, at) and not (behind.isalnum() or behind == "-"):
            return form
    return ""


_TOKEN = re.compile(r"[^\W\d_]+")


@cache
def _names_of(locale: str) -> dict[str, Territory]:
    """The unaccented names of all countries in a language, but for those that are words or people there, too."""
    return {
        form: one for one in table().values() for form in spelled(one, locale) if form not in _WORDS
    }


@cache
def _by_first_word(locale: str) -> dict[str, list[str]]:
    """First word -> the names that begin with it, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(_names_of(locale), key=len, reverse=True):
        found.setdefault(_TOKEN.findall(form)[0], []).append(form)
    return found


@cache
def _ideographs(locale: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_names_of(locale), key=len, reverse=True)))
    return re.compile(
        f"(?<!纽)(?:{either})(?!家|亚|姆|奥|鲁|湾|极|法郎|马克|元|镑|[^，。、；]{{0,2}}语)"
    )


@cache
def _english(code: str) -> frozenset[str]:
    """What tells in an English text, in small letters, that a country or what is of it is meant."""
    words = [
        word.lower()
        for one in table().values()
        if one.code == code
        for word in _WORD.findall(one.name)
        if word[0].isupper() and unaccented(word) not in GENERIC
    ]
    return frozenset(word[:_STEM] for word in words) | frozenset(
        filter(None, _ADJECTIVES.get(code, "").split("|"))
    )


_STEM = 4
_WORDS = frozenset({"مصر", "بيرو", "عمان", "مالي", "لاو", "كوبا", "того", "reunion", "la reunion"})
"""Names that are words, or people, of their language too."""
_ADJECTIVES = {
    "US": "u.s.|americ|washington| us |states|yankee",
    "GB": "brit|engl|london|u.k.|scot|wales|welsh|commons",
    "FR": "fren|paris",
    "DE": "berlin|gdr",
    "NL": "dutch|hague|holland",
    "CH": "swiss|genev|bern",
    "ES": "span",
    "DK": "dane|danish",
    "FI": "finn",
    "SE": "swed",
    "TR": "turk",
    "GR": "greek|athen|greec",
    "IE": "irish|ireland|dublin",
    "PL": "pole|polish",
    "CN": "chin|beijing|sino|mainland",
    "RU": "russ|moscow|kremlin|soviet",
    "KR": "korea|seoul",
    "KP": "korea|pyongyang",
    "TH": "thai",
    "PH": "filip|phil",
    "IS": "icel",
    "NO": "norw",
    "VA": "vatic|holy see|pope",
    "EG": "egyp",
    "PE": "peru",
    "CY": "cypr",
    "DZ": "algi",
    "GD": "granad",
    "KE": "kenia",
    "MG": "malag",
    "MX": "ciudad",
    "CO": "columb",
    "WS": "samo",
}
"""Country -> what is of it in English, where its adjective has another stem."""
