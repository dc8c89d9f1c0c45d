"""Month names, as CLDR has them for each language, and 3月."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from transflow.bcp47 import babel_locale
from transflow.quantities.figures import Quantity, Reading
from transflow.quantities.words import words
from transflow.quantities.wordset import TOKEN, token_set, word_set

__all__ = ["months"]

_CJK_MONTH = re.compile(
    r"(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?![亮球饼票薪])"
)
_CJK = frozenset({"zh", "ja", "yue"})
_VARIANTS = {"ar": ("ar-SY", "ar-MA", "ar-TN", "ar-DZ")}
_MORE = {"ar": {"يونيه": 6, "يوليه": 7}, "es": {"sep": 9}}
"""As the United Nations write them, and newspapers."""
_SEA = re.compile(r"\.?\s*(?:de\s+)?\d{4}\b")
"""What makes a month of `mar` (sea) but a day before it."""
_INFLECTED = frozenset({"ru", "uk", "be", "bg", "pl", "cs", "sk", "hr", "sr", "lt", "lv", "fi"})
_ARTICLES = {"ar": "[وفبلك]?(?:ال)?"}
# Names of people, verbs: English ones count beside a day, a year, or behind such a word only.
_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august"})
_LEAD = re.compile(
    r"\b(?:in|of|since|until|till|by|from|to|last|next|early|mid|late|this|end|through|during|on|"
    r"after|before|for|between|and|or|every|each|a|an|as)[\s-]+$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er|º)?[.,]?(?:\s+(?:of|de|d’))?[\s-]*$", re.IGNORECASE)
_DAY_BEHIND = re.compile(r"\.?,?\s*(?:de\s+|of\s+)?\d")
_ENDS = re.compile(r"\.?$")


@dataclass(frozen=True)
class _Names:
    """The months of a language: names in full, short ones, those that no other of them begins, and whether each is one word."""

    full: dict[str, int]
    short: dict[str, int]
    least: tuple[str, ...]
    single: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=16)
def months(text: str, tag: str) -> tuple[Quantity, ...]:
    """Months that a text names; one without a day or year beside it is required of no text. Kept, since several rules ask.

    Args:
        text: Visible text.
        tag: BCP 47 tag of its language.
    """
    language = tag.split("-", maxsplit=1)[0]
    if language in _CJK:
        return tuple(_numbered(text)) if "月" in text else ()
    names = _names(language)
    return tuple(_named(text, names, language)) if _names_any(text, names, language) else ()


def _named(text: str, names: _Names, language: str) -> Iterator[Quantity]:
    earlier: Quantity | None = None
    for match in names.pattern.finditer(text):
        quantity = _read(text, match, names, language)
        if quantity is None or (earlier and _is_twin(earlier, quantity, text)):
            continue
        earlier = quantity
        yield quantity


def _names_any(text: str, names: _Names, language: str) -> bool:
    """Whether a text has a month, or a word like one: a look-up is cheaper than the pattern."""
    if names.single:
        said = word_set(text) if language == "en" else token_set(text)
        return not (names.full.keys().isdisjoint(said) and names.short.keys().isdisjoint(said))
    lower = text.lower()
    if language in _ARTICLES or len(lower) != len(text):
        return any(name in lower for name in names.least)
    return any(_begins(text, lower, name, names.pattern) for name in names.least if name in lower)


def _begins(text: str, lower: str, name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a month stands where its first letters do: `mai`, which is in `mais` and `semaine`, too."""
    at = lower.find(name)
    while at >= 0 and not pattern.match(text, at):
        at = lower.find(name, at + 1)
    return at >= 0


def _is_twin(first: Quantity, second: Quantity, text: str) -> bool:
    """The United Nations write the Levantine and the Egyptian name: آذار/مارس."""
    return first.value == second.value and text[first.end : second.start].strip() in {"/", "("}


def _numbered(text: str) -> Iterator[Quantity]:
    for match in _CJK_MONTH.finditer(text):
        numeral = match[1]
        value = (
            Decimal(numeral)
            if numeral.isdecimal()
            else next(values[0] for _, _, values in words(numeral, "zh"))
        )
        behind = _DAY_BEHIND.match(text, match.end()) or _ENDS.match(text, match.end())
        dated = bool(behind) or text[: match.start()].rstrip().endswith("年")
        yield _month(match, value, required=dated)


def _read(text: str, match: re.Match[str], names: _Names, language: str) -> Quantity | None:
    """Tell months from people and verbs of the same name."""
    name = match[1].lower()
    dated = bool(
        _DAY_BEHIND.match(text, match.end())
        or _DAY_BEFORE.search(text[: match.start()][-10:])
        or (
            _ENDS.match(text, match.end())
            and (language == "en" or not text[: match.start()].strip())
        )
    )
    if name == "mar" and language == "es":
        dated = bool(
            _DAY_BEFORE.search(text[: match.start()][-10:]) or _SEA.match(text, match.end())
        )
    if name not in names.full:
        return _month(match, Decimal(names.short[name]), required=True) if dated else None
    if language == "en":
        if not match[1][0].isupper():
            return None
        if not dated and name in _AMBIGUOUS:
            followed = text[match.end() : match.end() + 2].strip()[:1].isupper()
            if followed or not _LEAD.search(text[: match.start()][-12:]):
                return None
        return _month(match, Decimal(names.full[name]), required=True)
    return _month(match, Decimal(names.full[name]), required=dated)


def _month(match: re.Match[str], value: Decimal, *, required: bool) -> Quantity:
    return Quantity(
        match[0], match.start(), match.end(), (Reading(value),), required=required, month=True
    )


@cache
def _names(language: str) -> _Names:
    full, short = _wide(language), _widths(language, "abbreviated")
    for variant in _VARIANTS.get(language, ()):
        for name, number in _wide(variant).items():
            short.setdefault(name, number)
    for name, number in _MORE.get(language, {}).items():
        (full if language == "ar" else short).setdefault(name, number)
    if language == "en":
        short["sept"] = 9
    short = {n: v for n, v in short.items() if n not in full and len(n) > 2}
    forms = "|".join(re.escape(n) for n in sorted((*full, *short), key=len, reverse=True))
    least: list[str] = []
    for name in sorted({*full, *short}):
        if not (least and name.startswith(least[-1])):
            least.append(name)
    return _Names(
        full,
        short,
        tuple(least),
        language == "en"
        or (language not in _ARTICLES and all(map(TOKEN.fullmatch, (*full, *short)))),
        re.compile(rf"(?<!\w){_ARTICLES.get(language, '')}({forms})(?!\w)", re.IGNORECASE),
    )


def _wide(tag: str) -> dict[str, int]:
    names = _widths(tag, "wide")
    if tag.split("-", maxsplit=1)[0] not in _INFLECTED:
        return names
    more: dict[str, int] = {}
    for number in range(1, 13):
        forms = [name for name, value in names.items() if value == number]
        stem = _common_beginning(forms).rstrip("ьйя")
        for ending in (
            "",
            "а",
            "я",
            "е",
            "у",
            "ю",
            "ь",
            "й",
            "ом",
            "ем",
            "a",
            "u",
            "e",
            "em",
            "ie",
        ):
            more.setdefault(stem + ending, number)
        for ending in ("ск", "ьск", "йск", "овск"):
            for case in ("ий", "ого", "ом", "ому", "их", "им", "ими", "ая", "ой", "ую", "ие", "ое"):
                more.setdefault(stem + ending + case, number)
    return {name: number for name, number in more.items() if len(name) > 2} | names


def _common_beginning(words: list[str]) -> str:
    letters = (found[0] for found in zip(*words, strict=False) if len(set(found)) == 1)
    return "".join(letters) if words else ""


def _widths(tag: str, width: str) -> dict[str, int]:
    months = babel_locale(tag).months
    return {
        form: number
        for use in ("format", "stand-alone")
        for number, name in months[use].get(width, {}).items()
        if len(form := name.lower().rstrip(".")) > 1 and not any(c.isdigit() for c in form)
    }
