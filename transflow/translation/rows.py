"""Numbers that something is called by, and parts of a year: `Art. 5`, `pp. 5–9`, `17th floor`, `Q4 2026`, `early March 2027`, `by 2030`.

A model makes years of an article, breakfast of an early day and a median of the middle of a year. The words are in
data/rows.txt; quarters, months and the forms of dates are CLDR's.
"""

import re
from functools import cache

from transflow.bcp47 import babel_locale
from transflow.glossary.territories import COLUMNS
from transflow.translation import dates
from transflow.translation.listed import Row, any_of, table
from transflow.translation.measures import localise

__all__ = ["match"]

_ENDS = r"(?=\s*(?:$|[,;:/.](?!\d)|[()|&–—]|and\s|or\s|to\s))"
_NUMBER = r"\d+[a-z]?(?:\.\d+)*(?:/(?:19|20)\d\d)?|[IVX]+"
_FIRST = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
_JOINTS = (" et ", " y ", "、", " и ", "")
"""Between two numbers; Arabic has a dual there."""


def match(text: str, at: int, locale: str) -> tuple[str, int] | None:
    """What begins at a place, as the locale writes it in a sentence, and its end; None for nothing of the kind.

    Args:
        text: Plain English.
        at: Where it may begin.
        locale: BCP 47 tag of the draft.
    """
    column = COLUMNS.get(locale.partition("-")[0])
    found = _pattern().match(text, at)
    if (
        found is None
        or column is None
        or (at and (text[at - 1].isalnum() or text[at - 1] in "-.'’"))
    ):
        return None
    if found["item"]:
        form = _words("T")[found["item"].lower()].forms[column]
        written = form.format(found["which"], found["all"])
    elif found["many"]:
        written = _words("I")["1 in"].forms[column].format(localise(found["many"], "en", locale))
    elif found["label"]:
        number = found["number"].replace("-", "–").replace(" ", "")
        if found["label"].lower() == "no." and "/" not in number:
            return None  # a name, or an answer
        if found["other"]:
            if not _JOINTS[column]:
                return None
            number += _JOINTS[column] + found["other"]
        written = _words("R")[found["label"].lower()].forms[column].format(number)
    elif found["noun"]:
        written = _noun(_rank(found["rank"]), _words("N")[found["noun"].lower()], column)
    elif found["year4"]:
        quarter = int(found["q"] or _rank(found["nth"]))
        written = _quarter(quarter, found["year4"], column, locale)
    elif found["when"]:
        form = _words("B")[found["when"].lower()].forms[column]
        written = form.format(found["since"])
    else:
        written = _part(found, column, locale)
    return written, found.end()


def _rank(word: str) -> int:
    return _FIRST.index(word.lower()) + 1 if word.isalpha() else int(re.sub(r"\D", "", word))


def _noun(number: int, row: Row, column: int) -> str:
    """A noun with its number in a row: 17e étage, 1re place, 3.er puesto, 2-е издание."""
    form = row.forms[column]
    gender, noun = (form[0], form[2:]) if form[1:2] == " " else ("", form)
    if column == COLUMNS["fr"]:
        return f"{number}{('re' if gender else 'er') if number == 1 else 'e'} {noun}"
    if column == COLUMNS["es"]:
        short = ".er" if str(number)[-1] in "13" and number % 100 not in {11, 13} else ".º"
        return f"{number}{'.ª' if gender else short} {noun}"
    if column == COLUMNS["ru"]:
        return f"{number}-{ {'f': 'я', 'n': 'е'}.get(gender, 'й') } {noun}"
    return form.format(number)


def _quarter(quarter: int, year: str, column: int, locale: str) -> str:
    tables = babel_locale(locale)
    name = str(tables.quarters["format"]["wide"][quarter])
    if column == COLUMNS["zh"]:
        return f"{year}年{name}"
    return name + _of_year(year, column, (" ", " de ", "", " ", " من "))


def _of_year(year: str, column: int, joints: tuple[str, ...]) -> str:
    """A year behind what is of it."""
    written = (year, year, f"{year}年", f"{year}\u00a0г.", f"عام {year}")[column]
    return joints[column] + written


def _part(found: re.Match[str], column: int, locale: str) -> str:
    """A season or a half of a year; the beginning, middle or end of a year or month."""
    if found["season"]:
        form = _words("S")[found["season"].lower()].forms[column]
        return form.format(_of_year(found["of"], column, ("",) * len(_JOINTS)))
    forms = _words("Y")[found["part"].lower()].forms[column].split(";")
    name, year = found["month"], found["year"]
    if name is None:
        return forms[0].format(_of_year(year, column, ("",) * len(_JOINTS)))
    if column == COLUMNS["zh"]:
        return forms[-1].format((f"{year}年" if year else "") + dates.month(name, locale))
    which = _MONTH.split("|").index(name) + 1
    month = str(babel_locale(locale).months["format"]["wide"][which])
    behind = (f" {year}", f" de {year}", "", f" {year}\u00a0г.", f" {year}")[column] if year else ""
    return forms[0].format(month + behind)


@cache
def _pattern() -> re.Pattern[str]:
    words = {kind: any_of(_words(kind)) for kind in "RNYSBT"}
    rank = rf"\d+(?:st|nd|rd|th)|{'|'.join(_FIRST)}"
    return re.compile(
        rf"(?:(?P<item>(?i:{words['T']}))\s(?P<which>\d+)\sof\s(?P<all>\d+)"
        r"|1\sin\s(?P<many>(?!1\b)\d{1,3}(?:,\d{3})*)(?!\d)"
        rf"|(?P<label>(?i:{words['R']}))\s?(?P<number>(?<=[\s.])(?:{_NUMBER})(?:\s?[–-]\s?(?:{_NUMBER}))?)(?:\s(?:and|&)\s(?P<other>{_NUMBER}))?"
        rf"|(?P<rank>(?i:{rank}))\s(?P<noun>(?i:{words['N']}))"
        rf"|(?:Q(?P<q>[1-4])|(?:(?:the|The)\s)?(?P<nth>[1-4](?:st|nd|rd|th)|(?i:first|second|third|fourth))\squarter)(?:[\s,/]|\sof\s)(?P<year4>(?:19|20|21)\d\d)"
        rf"|(?P<season>(?i:{words['S']}))\s(?P<of>{_YEAR})"
        rf"|(?P<part>(?i:{words['Y']}))[\s-](?:(?P<month>{_MONTH})(?:,?\s(?=\d))?)?(?P<year>(?<=[\s-]){_YEAR})?(?<![\s-])"
        rf"|(?P<when>(?i:{words['B']}))\s(?P<since>{_YEAR})"
        rf"){_ENDS}"
    )


def _words(kind: str) -> dict[str, Row]:
    return table("rows.txt", kind)
