"""Is every name of a sentence in its draft, in its own letters or in those the language gives it?"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from transflow.quantities import digits
from transflow.quantities import words as number_words
from transflow.translation import literals
from transflow.translation.propernames import RUSSIAN, people
from transflow.translation.rewritten import JUDGED, rewritten
from transflow.translation.scripts import scripts

__all__ = ["lost", "mangled"]

_LETTERED = re.compile(r"[A-Za-zÀ-ɏ]['’!]| |[À-ɏ]|^\d+-[A-Z]|^[A-Z]+-[A-Z]$")
"""What firms and people are called, or what has no figures to know it by."""
_GENE = re.compile(r"(?!COVID)[A-Z]{3,}\d+")
"""Letters that are spelled in no other script, unlike those of КОВИД-19 and Т-34."""
_COINED = re.compile(
    r"(?a:(?!Covid)(?=[A-Z]*[a-z])(?:[A-Za-z]{3,}(?:\d\w*|-\d+[a-z])|[A-Za-z]+\d+[a-z]{2,}))"
)
"""Cas9, pUC19, Kepler-22b, Se7en: nobody spells them in other letters, unlike Su25."""
_GROUP = re.compile(r"G-?\d+")
"""G20, which some languages say in words."""
_LATIN_CODE = re.compile(r"(?a:[A-Za-z][\w-]*\d[\w-]*)")
_ACRONYM = re.compile("[A-Z]{3,5}")
_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van)[A-Z][a-z]+")
_SYLLABIC = frozenset({"zh", "ja", "ko"})
_UNLIKE = frozenset({"ar", "fa", "he", "ur"})
"""Languages whose letters stand for no Latin one, as А stands for A in А4."""
_ALIKE = 0.6
"""Letters that a name in a language's own order shares with it: HIV-1 is VIH-1 in French."""


def lost(source: str, draft: str, locale: str) -> list[str]:
    """The names of a source that its draft has in no form.

    Args:
        source: Plain sentence.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    names = literals.soft(source, locale)
    if not names:
        return []
    folded = unicodedata.normalize("NFKC", draft).replace("\u2010", "-").replace("’", "'")
    lost = [name for name in names if not _kept(name, folded, locale)]
    if not lost:
        return lost
    language = locale.partition("-")[0]
    persons = {source[start:end] for start, end in people(source, locale)}
    return [one for one in lost if one not in persons or not _known(one, folded, language)]


def _known(person: str, draft: str, language: str) -> bool:
    """Whether a person is there with other accents (García), by the surname alone, or in other letters."""
    if language not in JUDGED:
        return _bare(person) in _bare(draft)
    return person.rsplit(maxsplit=1)[-1] in draft or rewritten(person, draft, language)


@lru_cache(maxsize=8)
def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFD", text)
    return "".join(one for one in folded if not unicodedata.combining(one))


def _kept(name: str, draft: str, locale: str) -> bool:
    if len(name) == 1:  # a room's letter, in letters of the language that look or sound like it
        own = _OWN_LETTERS.get(name)
        return bool(re.search(rf"(?a:(?<!\w){name}(?!\w))" + (f"|{own}" if own else ""), draft))
    name_there = unicodedata.normalize("NFKC", name).replace("’", "'")
    if name_there in draft or (" " in name and name_there.replace(" ", "-") in draft):
        return True  # French streets and telescopes: Charles-de-Gaulle, James-Webb
    return not _LETTERED.search(name) and _said(name, draft, locale)


_OWN_LETTERS = {
    "A": r"(?<=[а-яё»] )А\b|\b[أا]\b|ألف|甲", "B": r"(?<=[а-яё»] )[ВБ]\b|\bب\b|باء|乙", "C": r"(?<=[а-яё»] )[СЦВ]\b|\bج\b|جيم|丙", "D": r"\b[ДГ]\b|\bد\b|دال|丁",
    "E": r"\b[ЕД]\b|\bه(?:ـ|اء)?\b",
}  # fmt: skip


_CHAPTER = frozenset({"فصل", "الفصل"})
"""A chapter, and a quarter: it says no IV."""


def _said(name: str, draft: str, locale: str) -> bool:
    """Whether a draft has a name in other letters: its figures, a numeral's value, a surname."""
    language = locale.partition("-")[0]
    spelled = scripts(locale)[0] is not None
    if set(name) <= set("IVXL"):
        ((_, _, values),) = number_words(name, "")
        spoken = number_words(draft, language)
        said = [more for a, b, more in spoken if draft[a:b] not in _CHAPTER]
        said += [tuple(r.value for r in one.readings) for one in digits(draft, locale)]
        return any(value in more for more in said for value in values)
    if _ACRONYM.fullmatch(name):  # another in the letters of the language may be its own for it
        return bool(re.search("[А-ЯЁ]{2,}", draft))
    if spelled and _SURNAME.fullmatch(name):
        return not re.search(rf"{name[:4]}\w*", draft)
    letters = re.match(r"[^\W\d_]*", name)
    size = len(letters[0]) if letters else 0
    figures = re.findall(r"\d+", name)[:1]
    if not figures or figures[0] not in draft:
        return False
    if spelled:
        if _GENE.fullmatch(name) or _COINED.fullmatch(name):
            return False
        if any(re.findall(r"\d+", one)[:1] == figures for one in _LATIN_CODE.findall(draft)):
            return False
    if (
        spelled and 0 < size < 3 and not _GROUP.fullmatch(name)
    ):  # A4: any 4 would do for it, and Адам7 for Am7
        letter = "[A-Za-z]" if language in _SYLLABIC | _UNLIKE else r"[^\W\d_]"
        return bool(re.search(rf"(?<!{letter}){letter}{{1,{size + 1}}}-?{figures[0]}(?!\d)", draft))
    if spelled:
        return bool(re.search(rf"(?<!\d)(?<!\d-){figures[0]}(?!\d)", draft))
    beside = re.finditer(rf"([^\W\d_]{{{max(1, size - 1)},}})[-\u2011]?{figures[0]}(?!\d)", draft)
    return any(_alike(name[:size], match[1]) for match in beside)


def _alike(name: str, other: str) -> bool:
    shared = sum((Counter(name.lower()) & Counter(other.lower())).values())
    return shared >= _ALIKE * max(len(name), len(other))


_LATIN = re.compile(r"(?a:[A-Za-z]+)")
_LATIN_RUN = re.compile(r"(?a:(?<![\w@./:-])[A-Za-z]*[a-z][A-Za-z]*(?![\w@/:]|\.\w))")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_CODED = re.compile(r"(?a:(?<![A-Za-z0-9])[A-Za-z]+\d+[A-Za-z0-9]*)")
_PARTED = re.compile(r"[\s\u2011-]")
_TOKEN = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset(
    [
        "km",
        "cm",
        "mm",
        "nm",
        "kg",
        "mg",
        "ml",
        "kb",
        "mb",
        "gb",
        "kw",
        "kwh",
        "mw",
        "hz",
        "khz",
        "mhz",
        "ghz",
        "kpa",
        "ms",
        "min",
        "px",
        "dpi",
        "ph",
        "vs",
        "et",
        "al",
        "sp",
        "spp",
    ]
)
_LEAST = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_UPPER = re.compile(
    "[A-Z\u00c0-\u00de\u0100-\U0010ffff](?<=[^\\W\\d_])(?<![^\\W\\d_].)[^\\W\\d_]{3,}"
)
"""Those that may begin with a capital: small letters of English are most of a text, and let be at once."""


def mangled(source: str, draft: str, locale: str) -> list[str]:
    """Words of a draft that are a name gone wrong: of two scripts, of made-up Latin letters, stuttered.

    Acronyms, units and names in brackets may be a language's own way (`AI` in Chinese); a particle may
    be written on a Latin name in Arabic, and in Latin scripts a name may end otherwise (`Genève`).

    Args:
        source: Plain sentence.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    own = scripts(locale)[0]
    if own is None:
        return [] if source.isupper() else [*_stuttered(source, draft), *_respelt(source, draft)]
    lower = source.lower()
    found = [
        word
        for word in _LATIN_RUN.findall(_BRACKETED.sub(" ", draft))
        if len(word) >= _LEAST and word.lower() not in lower and word.lower() not in _SIGNS
    ]
    bare = _PARTED.sub("", lower)
    found += [
        code for code in _CODED.findall(_BRACKETED.sub(" ", draft)) if code.lower() not in bare
    ]
    if locale.partition("-")[0] not in _SYLLABIC:
        whole = set(_LATIN.findall(source))
        for token in _TOKEN.findall(draft):
            foreign = _LATIN.findall(token)
            if foreign and own.search(token) and not whole.issuperset(foreign):
                found.append(token)
    return found


def _stuttered(source: str, draft: str) -> Iterator[str]:
    """Capitalised words of a draft that are one of the source with a syllable said twice, or run on."""
    large = list(filter(_begins_large, _UPPER.findall(draft)))
    if not large:
        return
    known = set(filter(_begins_large, _UPPER.findall(source)))
    new = [word for word in large if word not in known]
    least = max(map(len, new), default=0) - _SYLLABLE
    names = [word for word in known if len(word) <= least]
    for word in new:
        if any(_grown(name, word) for name in names):
            yield word


def _begins_large(word: str) -> bool:
    return word[0].isupper()


def _respelt(source: str, draft: str) -> Iterator[str]:
    """Surnames that lost or got a letter beside a first name that did not: Cate Blanchet."""
    persons = [match for match in _PERSON.finditer(source) if match["last"] not in draft]
    if not persons:
        return
    known = set(_WORD.findall(source))
    beside: dict[str, str] = {}
    for match in _BESIDE.finditer(draft):
        beside.setdefault(match["first"], match["last"])
    for match in persons:
        last = match["last"]
        other = last if RUSSIAN.fullmatch(last) else beside.get(match["first"], last)
        if other not in known and (_without(last, other) or _without(other, last)):
            yield other


def _without(name: str, other: str) -> bool:
    """Whether the other is the name with one of two equal letters left out."""
    return len(other) + 1 == len(name) and any(
        name[at] == name[at + 1] and name[:at] + name[at + 1 :] == other
        for at in range(len(name) - 1)
    )


_BESIDE = re.compile(r"(?<!\w)(?=(?P<first>[A-Z][a-z]+) (?P<last>[A-Z]\w+))")
_PERSON = re.compile(r"(?P<first>[A-Z](?<![\w-].)[a-z]+) (?P<last>[A-Z][a-z]{4,})(?![\w-])")


def _grown(name: str, word: str) -> bool:
    over = len(word) - len(name)
    if over < _SYLLABLE:
        return False
    if name.isupper() and word.isupper() and word.startswith(name):
        return True
    return any(
        word[:at] + word[at + over :] == name and word[at : at + over] == word[at - over : at]
        for at in range(over, len(word) - over + 1)
    )


_SYLLABLE = 2
