"""A number with what it counts, in cells and lines: `8 hours`, `> 65 years`, `3 times a day`, `1 million people`.

Each language has its own form for each number: 21 день and 2 года, أسبوعان, 1 million de personnes. A model knows few
of them, and where it has no sentence to go by, hours are those of an office. Forms are chosen by CLDR's plural
rules; the list (data/counts.txt) has only words that count one thing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transflow.bcp47 import babel_locale
from transflow.glossary.territories import COLUMNS
from transflow.quantities import HOURS
from transflow.translation import measures
from transflow.translation.listed import Row, any_of, table

__all__ = ["match"]

_PARTS = {"½": ".5", "¼": ".25", "¾": ".75"}
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*[½¼¾]|\d+(?:\.\d+)?"
_WORDS = (*HOURS[2:], HOURS[0])
"""From two to twelve."""
_ENDS = r"(?=\s*(?:$|[,;:/.](?!\d)|[()|&–—]|and\s|or\s)|(?<=[a-z])\s\d+\s?(?:min|sec)(?:ute|ond)?s?(?!\w))"
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_SCALE = r"million|billion|trillion"
_TIMES = frozenset("TYZ")
_FEMININE = frozenset({"seconde", "minute", "heure", "nuit", "semaine"})
_PAGES = 100
"""From here on `pp` is of a book."""
_VOWELS = "aeéèêihou"
_YOUNGER = frozenset({"under", "below"})
_AGE_ENDS, _AGE_BEGINS, _STEP = 4, 0, 5
"""Groups of age are 5 or 10 years from a round one: 15–24, 0–4."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a text, or the two of a range, with a word that multiplies it."""

    last: Decimal
    first: str
    figures: str
    scale: str

    @property
    def value(self) -> Decimal:
        return (
            self.last.scaleb({"m": 6, "b": 9, "t": 12}[self.scale[0]]) if self.scale else self.last
        )


def match(text: str, at: int, source: str, locale: str) -> tuple[str, int] | None:
    """The count that begins at a place as the locale writes it, and its end; None for none.

    Args:
        text: Plain English.
        at: Where it may begin.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
    """
    if at and (text[at - 1].isalnum() or text[at - 1] in "-–.,'’$€£¥"):
        return None
    found = _pattern().match(text, at)
    column = COLUMNS.get(locale.partition("-")[0])
    if found is None or column is None or not _says_something(found):
        return None
    aged = bool(found["aged"] or _AGED.search(text, max(0, at - 6), at))
    written = _written(found, column, source, locale, aged=aged)
    return (written, found.end()) if written else None


def _says_something(found: re.Match[str]) -> bool:
    """Whether more than a number is there, or a year: `up to 2030`."""
    if found["word"]:
        return bool(found["per"] or found["every"]) and not found["aged"]
    if found["unit"] or found["scale"] or found["way"] or (found["percent"] or "").endswith("t"):
        return True
    told = found["limit"] or found["older"] or found["aged"]
    return bool(told) and not (_YEAR.fullmatch(found["n"]) and not found["percent"])


_AGED = re.compile(r"\bages?:?\s$", re.IGNORECASE)


def _written(found: re.Match[str], column: int, source: str, locale: str, *, aged: bool) -> str:
    """All of it: how often, a limit and a sign around the count."""
    number = _number(found)
    unit = _unit(found["unit"] or "")
    limit, older, way = found["limit"] or "", found["older"], found["way"]
    points = unit is not None and unit.kind == "Q"
    if (way and not (points or found["percent"])) or (points and number and number.value >= _PAGES):
        return ""
    if limit.lower() in _table("E") and (unit is None or unit.kind not in _TIMES):
        return ""
    if older and unit is not None and unit.kind not in "YZ":
        return ""
    young = (found["sign"] or limit.lower() in _YOUNGER) and _is_age(number)
    if older or found["aged"] or ((young or aged) and unit and unit.kind == "Y"):
        unit = _unit("years of age") if unit or found["aged"] else None
    oblique = (
        bool(limit)
        or (bool(way) and column == COLUMNS["ar"])
        or (found["sign"] or "").strip() in {"<", ">", "≤", "≥"}
    )
    text = _once(found["word"], column) or _counted(number, unit, source, locale, oblique=oblique)
    if found["percent"]:
        text += measures.percent(locale)
    if not text:
        return ""
    if found["sign"]:
        tight = column == COLUMNS["zh"] or found["sign"] in "+−"
        text = found["sign"].strip() + ("" if tight else "\u00a0") + text
    if older:
        text = _table("O")[older.lower()].forms[column].format(text)
    if found["every"]:
        text = _every(text, number, unit, column, locale)
    elif way:
        forms = _table("D")[way.lower()].forms[column].split(";")
        text = forms[points].format(text)
    elif limit:
        text = _table("FE")[limit.lower()].forms[column].format(text)
    if found["per"] and text:
        per = _table("P")[found["per"].strip(" /").lower()].forms[column]
        text = per + text if column == COLUMNS["zh"] else f"{text} {per}"
    return text


def _once(word: str | None, column: int) -> str:
    return _table("N")[word.lower()].forms[column] if word else ""


def _number(found: re.Match[str]) -> _Number | None:
    if not found["n"]:
        return None
    figures = [_figures(one) if one else "" for one in (found["n"], found["m"])]
    last = figures[1] or figures[0]
    first = figures[0] if figures[1] else ""
    value = Decimal(_PARTS.get(last, last).replace(",", ""))
    return _Number(value, first, last, (found["scale"] or "").lower())


def _figures(number: str) -> str:
    if number[:-1] and number[-1] in _PARTS:
        return number[:-1] + _PARTS[number[-1]]
    return str(_WORDS.index(number.lower()) + 2) if number.lower() in _WORDS else number


def _is_age(number: _Number | None) -> bool:
    """Whether years behind a sign are those of a life, which Chinese calls otherwise: > 65 years, not > 5 years."""
    return number is not None and _GROWN <= number.value <= _OLDEST


_GROWN, _OLDEST = 12, 120


def _counted(
    number: _Number | None, unit: Row | None, source: str, locale: str, *, oblique: bool
) -> str:
    """The number and its unit in agreement; empty where the list has no form for it."""
    if number is None:
        return ""
    if number.scale and number.first:
        return ""
    figures = _localised(number, source, locale)
    if unit is None:
        return figures
    language = locale.partition("-")[0]
    forms = unit.forms[COLUMNS[language]].split(";")
    if unit.kind == "Y" and language == "zh" and _are_ages(number):
        forms = ["岁"]
    category = babel_locale(locale).plural_form(number.value)
    alone = not number.first and not number.scale
    if language == "zh":
        return f"{figures}{forms[0]}"
    if language == "ar":
        return _arabic(figures, forms, category, oblique=oblique, alone=alone)
    if language == "ru":
        form = _russian(forms, category, oblique=oblique)
    elif number.scale or category == "many":
        form = ("d'" if language == "fr" and forms[1][0] in _VOWELS else "de ") + forms[1]
    else:
        form = forms[category != "one" and number.figures not in _PARTS]
    return f"{figures}{chr(0xA0) if language == 'fr' else ' '}{form}" if form else ""


def _localised(number: _Number, source: str, locale: str) -> str:
    if number.scale:
        return measures.scaled(number.figures, number.scale, locale)
    pair = [one for one in (number.first, number.figures) if one]
    return "–".join(measures.localise(one, source, locale) for one in pair)


def _are_ages(number: _Number) -> bool:
    """Whether a range of years is a group of ages: 15–24 years, not 2–3 years."""
    ends = Decimal(number.first or "1"), number.last
    return ends[0] % _STEP == _AGE_BEGINS and ends[1] % _STEP == _AGE_ENDS


def _russian(forms: Sequence[str], category: str, *, oblique: bool) -> str:
    if not oblique:
        return forms[{"one": 0, "few": 1, "many": 2}.get(category, 1)]
    if category in {"one", "other"}:
        return "" if " " in forms[0] else forms[1]
    return forms[2]


def _arabic(
    figures: str, forms: Sequence[str], category: str, *, oblique: bool, alone: bool
) -> str:
    one, two, few, many, other = forms
    if category in {"one", "two"}:
        form = {"one": one, "two": two}[category]
        if not alone:
            return ""
        if oblique and category == "two":
            form = (
                re.sub("ان(?= |$)", "ين", form)
                if "ان" in form
                else re.sub("^(\\w+)ا(?= )", "\\1ي", form)
            )
        return form.format(figures)
    return f"{figures} { {'few': few, 'many': many}.get(category, other) }".replace("  ", " ")


def _every(text: str, number: _Number | None, unit: Row | None, column: int, locale: str) -> str:
    """`every 3 months`; empty for what is no time, and for one of it."""
    if number is None or unit is None or unit.kind not in _TIMES or number.value == 1:
        return ""
    if babel_locale(locale).plural_form(number.value) == "one":
        return ""
    fr = "toutes les" if unit.forms[0].split(";")[0] in _FEMININE else "tous les"
    lead = (f"{fr} ", "cada ", "每", "каждые ", "كل ")[column]
    if column == COLUMNS["ar"] and number.value == len("ان"):
        text = re.sub("ان(?= |$)", "ين", text)
    return lead + text


@cache
def _pattern() -> re.Pattern[str]:
    def words(kinds: str) -> str:
        return any_of(_table(kinds))

    number = rf"{_FIGURES}|(?:{'|'.join(_WORDS)})(?=\s)"
    return re.compile(
        rf"(?:(?P<every>every)\s|(?P<limit>{words('FE')})\s|(?P<way>{words('D')})\s)?(?:(?P<aged>aged|ages?)\s)?(?:(?P<sign>[<>≤≥≈~±+−])\s?)?"
        rf"(?:(?P<word>{words('N')})(?=\s)|(?P<n>{number})(?:(?:\s?[–—-]\s?|\sto\s)(?P<m>{number}))?(?:\s(?P<scale>{_SCALE}))?"
        rf"(?:(?P<percent>\s?%|\sper\s?cent)|\s?(?P<unit>{words('TYZQC')})(?![\w'’-]))?)"
        rf"(?:\s(?P<older>{words('O')}))?(?P<per>\s(?:{words('P')}))?{_ENDS}",
        re.IGNORECASE,
    )


def _unit(word: str) -> Row | None:
    return _table("TYZQC").get(word.lower())


def _table(kinds: str) -> dict[str, Row]:
    return table("counts.txt", kinds)
