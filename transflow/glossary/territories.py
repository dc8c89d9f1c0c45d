"""Countries, whose names CLDR has in every language, so that no engine need guess them.

What organisations call otherwise than CLDR does (`Republic of Korea`, `Viet Nam`) is in data/territories.txt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.glossary.cases import cases
from transflow.glossary.countrywords import GENERIC, OTHERWISE, unaccented
from transflow.glossary.largewords import LARGE, first_words, large_words

__all__ = [
    "COLUMNS",
    "Territory",
    "declines",
    "find",
    "firsts",
    "forms",
    "known",
    "lost",
    "match",
    "names",
    "spelled",
    "table",
]

COLUMNS = {"fr": 0, "es": 1, "zh": 2, "ru": 3, "ar": 4}
"""Language -> its place in a line of the room's data."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_COUNTRY = frozenset(
    {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
)
_WRITTEN = re.compile(r" SAR China$|\s?\(.*\)$")
_AMBIGUOUS = frozenset(
    {
        "Georgia",
        "Jordan",
        "Chad",
        "Turkey",
        "Guinea",
        "Jersey",
        "Dominica",
        "Congo",
        "Samoa",
        "Niger",
        "Mali",
        "St. Martin",
    }
)
"""Names of people, birds and other places, too: in a sentence they prove nothing."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country by one of its English names.

    Attributes:
        code: ISO 3166.
        name: As English has it.
        own: What data/territories.txt says of it, a column a language; empty for CLDR's.
    """

    code: str
    name: str
    own: tuple[str, ...] = ()


def declines(text: str, locale: str) -> bool:
    """Whether a text is a country's English name, and the language has cases for it.

    Args:
        text: Any text.
        locale: BCP 47 tag.
    """
    return locale.partition("-")[0] == "ru" and _plain(text) in table()


def match(text: str, at: int) -> tuple[int, Territory] | None:
    """The country whose name begins at a place, and where it ends; the longest name.

    Args:
        text: Plain English.
        at: Where to look.
    """
    found = _pattern().match(text, at)
    return (found.end(), table()[_plain(found[0])]) if found else None


def find(text: str) -> Iterator[tuple[int, int, Territory]]:
    """The countries of a sentence, without those whose names mean other things, too.

    Args:
        text: Plain English.
    """
    every = list(_every(text))
    for at, found in enumerate(every):
        if _BEFORE.search(text, max(0, found.start() - 12), found.start()):
            continue
        if found[0] in _AMBIGUOUS and not _beside(text, every, at):
            continue
        if not _BEHIND.match(text, found.end()):
            yield found.start(), found.end(), table()[_plain(found[0])]


def _every(text: str) -> Iterator[re.Match[str]]:
    """All names of countries, looked for where a word begins as one of them does: a look-up is cheaper than a pattern."""
    end = 0
    if firsts().isdisjoint(large_words(text)):
        return
    for word in LARGE.finditer(text):
        if word.start() >= end and word[0] in firsts():
            found = _pattern().match(text, word.start())
            if found:
                end = found.end()
                yield found


@cache
def firsts() -> frozenset[str]:
    """The words that their names begin with."""
    return first_words(table())


def _beside(text: str, every: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a name stands in a list with one that can only be a country: Chad, Niger and Kenya."""
    for step in (-1, 1):
        one = at
        while 0 <= one + step < len(every):
            first, second = sorted((one, one + step))
            if not _LIST.fullmatch(text, every[first].end(), every[second].start()):
                break
            one += step
            if every[one][0] not in _AMBIGUOUS:
                return True
    return False


_LIST = re.compile(r"(?:,? and |,? or |, )(?:the )?")
_BEFORE = re.compile(
    r"\b(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Air|Equatorial|Inner|Gulf of|Bank of|Port of|[A-Z][a-z]+-)\s?$|[A-Z&-]\s?$"
)
_BEHIND = re.compile(r"(?!['’]s(?![\w-]))['’-]?[\w-]|\s(?:[A-Z]|Daily|City|Sea|Canal|Airlines)")


def names(territory: Territory, locale: str) -> tuple[str, ...]:
    """What a language calls a country, the usual form first; empty if CLDR does not know.

    Args:
        territory: The country.
        locale: BCP 47 tag.
    """
    language = locale.partition("-")[0]
    column = COLUMNS.get(language)
    own: tuple[str, ...] = ()
    if territory.own and column is not None and territory.own[column]:
        own = tuple(territory.own[column].split(";"))
    name = babel_locale(locale).territories.get(territory.code)
    return tuple(dict.fromkeys((*own, *([str(name)] if name else ()))))


@lru_cache(maxsize=2048)
def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """The countries of a sentence of which its draft has no name, or the English one, nor a word like it (Kenyan, 中美).

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    if language not in COLUMNS:
        return ()
    asked = {country.code: (text[start:end], country) for start, end, country in find(text)}
    if not asked:
        return ()
    bare, named = unaccented(draft), frozenset[str]()
    if len(asked) > 1:
        bare, named = _without(bare, [country for _, country in asked.values()], locale)
    return tuple(
        name
        for code, (name, country) in asked.items()
        if (code not in named and not any(stem in bare for stem in _stems(country, locale)))
        or (language == "ru" and _made_up(country, draft))
        or _is_left(name, country, draft, locale)
    )


def _is_left(name: str, country: Territory, draft: str, locale: str) -> bool:
    """Whether the English name stands in a draft whose language has another: à l'Ethiopia, not Port Sudan nor « Iceland »."""
    if country.code in _ALSO_ENGLISH or name not in draft:
        return False
    bare = unaccented(name)
    if any(bare in own or own in bare for own in map(unaccented, names(country, locale))):
        return False
    bare = _CAPITAL_BEFORE.sub(" ", draft)
    return bool(re.search(rf"(?<![\w\"“«-]){re.escape(name)}(?![\w-])", bare))


_ALSO_ENGLISH = frozenset({"GW", "MD", "PW", "SR", "TL"})
_CAPITAL_BEFORE = re.compile(
    r"(?<!^)(?<![.!?] )\b[A-ZÀ-Þ]\w+ (?:of )?[A-ZÀ-Þ]\w+|[«“\"]\s?[A-ZÀ-Þ]\w+"
)


def _without(bare: str, countries: Sequence[Territory], locale: str) -> tuple[str, frozenset[str]]:
    """An unaccented draft without one full name of each country, and the codes of those that it had.

    What is left proves the others: the name of Nigeria is none for Niger.
    """
    found = set()
    codes = {form: one.code for one in countries for form in spelled(one, locale)}
    for form in sorted(codes, key=len, reverse=True):
        if codes[form] not in found and form in bare:
            left, _, right = bare.partition(form)
            if not _joined(left, right, locale):
                found.add(codes[form])
                bare = f"{left} {right}"
    return bare, frozenset(found)


def _made_up(country: Territory, draft: str) -> bool:
    """Whether all Russian words with a capital that begin like a country are none of its forms: Эфиопании."""
    own = _declined(country)
    stems = [
        stem
        for stem in _stems(country, "ru")
        if len(stem) > _ENDING and any(form.startswith(stem) for form in own)
    ]
    if any(" " in name for name in names(country, "ru")):  # of several words, which others share
        return False
    found = []
    for word in _CAPITAL.findall(draft):
        folded = unaccented(word)
        if any(folded.startswith(stem) for stem in stems):
            found.append(_DERIVED.search(folded) is not None or folded in own)
    small = unaccented(" ".join(re.findall("[а-яё]+", draft)))
    return bool(found) and not any(found) and not any(stem in small for stem in stems)


def _joined(left: str, right: str, locale: str) -> bool:
    """Whether what stands between two texts is no word of its own, where words are parted."""
    language = locale.partition("-")[0]
    ahead = language != "ar" and left[-1:].isalpha()
    return language != "zh" and (ahead or right[:1].isalpha())


@cache
def spelled(country: Territory, locale: str) -> frozenset[str]:
    """The unaccented forms of a country's whole names.

    Args:
        country: The country.
        locale: BCP 47 tag.
    """
    every = {*names(country, locale), *names(Territory(country.code, ""), locale)}
    return frozenset(unaccented(form) for name in every for form in _cased(name, locale))


def _cased(name: str, locale: str) -> tuple[str, ...]:
    return cases(name, locale) if locale.partition("-")[0] == "ru" else (name,)


_DERIVED = re.compile("ск|[кц][аеиоуыю]\\w?$|ец$")
"""Russian adjectives, and what its people are called: эфиопский, эфиопка, эфиопцы."""


@cache
def _declined(country: Territory) -> frozenset[str]:
    every = {*names(country, "ru"), *names(Territory(country.code, ""), "ru")}
    return frozenset(
        unaccented(word)
        for name in every
        for form in cases(name, "ru")
        for word in _PART.findall(form)
    )


_CAPITAL = re.compile("[А-ЯЁ][а-яё]+")
_PART = re.compile("[А-Яа-яЁё]+")


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the countries of a sentence: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    language = locale.partition("-")[0]
    return {
        text[start:end]: tuple(
            form
            for name in names(one, locale)[:2]
            for form in _introduced(
                name, language, listed=_LISTED.search(text, 0, start) is not None
            )
        )
        for start, end, one in find(text)
        if names(one, locale)
    }


def _introduced(name: str, language: str, *, listed: bool) -> Iterator[str]:
    """A name, and with what may be written on it or before it: `le Liban`, `ولبنان` in a row."""
    yield name
    if language == "ar" and listed:
        yield f"و{name}"
    elif language == "fr" and name not in _BARE:
        if name[0] in "AEIOUÉÎ":
            yield from (f"l'{name}", f"de l'{name}")
        elif name.endswith("e") and name not in _MASCULINE:
            yield from (f"la {name}", f"de la {name}")
        else:
            yield from (f"le {name}", f"du {name}")


_LISTED = re.compile(r"(?:\band(?: the)?|,) $")
_MASCULINE = frozenset({"Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Suriname", "Belize"})
_BARE = frozenset(
    {"Cuba", "Israël", "Haïti", "Chypre", "Malte", "Maurice", "Madagascar", "Singapour", "Bahreïn", "Djibouti", "Monaco", "Oman",
     "Andorre", "Saint-Marin", "Sri Lanka", "Taïwan", "Hong Kong", "Macao", "Vanuatu", "Tuvalu", "Kiribati", "Nauru", "Samoa",
     "Tonga", "Sainte-Lucie", "États-Unis", "Pays-Bas", "Émirats arabes unis", "Philippines", "Fidji", "Maldives", "Bahamas",
     "Seychelles", "Comores", "Trinité-et-Tobago", "Antigua-et-Barbuda", "Cabo Verde", "Eswatini"}
)  # fmt: skip
"""French names without an article, or with one in the plural."""


@cache
def _stems(country: Territory, locale: str) -> frozenset[str]:
    """What a text has that names a country or what is of it: beginnings of the words it is called by."""
    language = locale.partition("-")[0]
    stems = set(OTHERWISE.get(country.code, {}).get(language, ()))
    every = {*names(country, locale), *names(Territory(country.code, ""), locale)}
    if language == "zh":
        return frozenset(stems | every)
    for name in every:
        words = [word for word in _WORD.findall(unaccented(name)) if word not in GENERIC]
        for word in words or [unaccented(name)]:
            if (
                language == "ar"
            ):  # what is of a country has other letters behind its own: سويسرا, سويسري
                whole = word.removeprefix("ال")
                stem = whole.rstrip("اةه")
                stems.add(stem if len(stem) >= _LEAST else whole)
            else:
                stems.add(word[: max(_LEAST, len(word) - _ENDING)])
    return frozenset(stems)


_ENDING = 3
_LEAST = 3
_WORD = re.compile(r"[^\W\d_]{3,}")


def known() -> Iterator[str]:
    """All English names."""
    yield from table()


def _plain(name: str) -> str:
    return name.replace("’", "'")


@cache
def table() -> dict[str, Territory]:
    """All countries by their English names."""
    english = babel_locale("en").territories
    table = {
        _plain(_WRITTEN.sub("", str(name)).replace("&", "and")): Territory(code, str(name))
        for code, name in english.items()
        if _COUNTRY.fullmatch(code) and code not in _NO_COUNTRY
        if " - " not in str(name)
    }
    table |= {
        name.replace("St. ", "Saint ", 1): one for name, one in table.items() if name[:4] == "St. "
    }
    lines = (files("transflow.glossary") / "data" / "territories.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            code, english_forms, *own = line.split("|")
            for form in english_forms.split(";"):
                table[_plain(form)] = Territory(code, form, tuple(own))
    return table


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted(table(), key=len, reverse=True)
    either = "|".join(re.escape(name).replace("'", "['’]") for name in known)
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)")
