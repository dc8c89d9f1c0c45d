"""Cells and lines of facts that need no engine: `Tel.: +41 …`, `Mon–Fri: 9 a.m. to 5 p.m.`, `Yes`.

A weak model makes an icon of the phone and the sun of Sunday, and no model has a sentence to go by.
Where a unit is nothing but labels, days, times, names and literals, each is written as the
language writes it; the list (data/lines.txt) is short and closed on purpose. One word that is not known
leaves the whole unit to the engine.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.translation import literals, measures
from transflow.translation.propernames import FULL_NAME, people
from transflow.translation.wordings import DAY, DAYS

__all__ = ["labels", "written"]

_LOCALES = {"fr": 0, "es": 1, "zh": 2, "ru": 3, "ar": 4}
_TITLES = {
    "dr": ("Dr", "Dr.", "博士", "д-р", "د."),
    "mr": ("M.", "Sr.", "先生", "г-н", "السيد"),
    "mrs": ("Mme", "Sra.", "女士", "г-жа", "السيدة"),
    "ms": ("Mme", "Sra.", "女士", "г-жа", "السيدة"),
    "miss": ("Mme", "Srta.", "女士", "г-жа", "الآنسة"),
    "prof": ("Pr", "Prof.", "教授", "проф.", "أ. د."),
}
_TITLE = re.compile(r"(?i:(dr|mr|mrs|ms|miss|prof))\.?\s(?=[A-Z])")
_DAY = re.compile(rf"{DAY}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?(?!\w)")
_MARK = re.compile(r"\s*[,;:|/–—()·•.-]\s*|\s+")
_PLAIN = re.compile(r"\d+(?!\w)")
_UNTIL = re.compile(r"\s?(?:–|—|-|to|until|till|through)\s?(?![a-z])")
_HEAD = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{0,24}?\.?)(?P<colon>\s?:)\s(?=\S)")
_ASKED = re.compile(
    r"(?P<label>[QA])(?P<colon>:)\s(?=\S)|(?P<short>Q)\.\s(?=[A-Z].*\?$)|(?P<yes>A)\.\s(?=(?:Yes|No)\b)"
)
_QUESTION = {"Q": ("Q", "P", "问", "В", "س"), "A": ("R", "R", "答", "О", "ج")}
_COLON = {"fr": "\u00a0:", "zh": "："}
_COMMA = {"zh": "，", "ar": "،"}
_SEMICOLON = {"fr": "\u202f;", "zh": "；", "ar": "؛"}


@dataclass(frozen=True, slots=True)
class _Listed:
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def labels(text: str, locale: str) -> Iterator[tuple[int, int, str]]:
    """The label that a text begins with, as the locale writes it: (start, end, text).

    Args:
        text: Plain English.
        locale: BCP 47 tag of the draft.
    """
    column = _column(locale)
    if column is None:
        return
    if asked := _ASKED.match(text):
        letter = asked["label"] or asked["short"] or asked["yes"]
        yield 0, asked.end(), _QUESTION[letter][column] + _colon(locale)
    elif match := _HEAD.match(text):
        listed = _table().get(match["label"].lower())
        if listed and listed.kind in "LPW" and match["label"][0].isupper():
            yield (
                0,
                match.end(),
                _cased(listed.forms[column], match["label"]).rstrip("：:") + _colon(locale),
            )


def written(text: str, source: str, locale: str) -> str | None:
    """A unit of facts in another language; None for any that has a word of its own.

    Args:
        text: Plain text of the whole unit.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
    """
    column = _column(locale)
    if column is None or source.partition("-")[0] != "en" or len(text) > _LONGEST:
        return None
    tokens = _tokens(text, source, locale, column)
    if tokens is None or not any(token.kind in _TELLING for token in tokens):
        return None
    out = _joined(tokens, locale)
    if text.endswith(".") and tokens[-1].kind == "mark":
        out = out.rstrip(".") + ("。" if column == _LOCALES["zh"] else ".")
    first = next((letter for letter in text if letter.isalpha()), "")
    if text.isupper() and tokens[0].kind in _WORDS and len(tokens) == 1:
        return out.upper()
    begins = tokens[0].kind in {*_WORDS, "day", "title"}
    return out[0].upper() + out[1:] if begins and first.isupper() else out


_LONGEST = 200
_WORDS = frozenset("LPNWHO")
_TELLING = _WORDS | {"day", "name", "title"}


def _column(locale: str) -> int | None:
    language, _, rest = locale.partition("-")
    return None if "Hant" in rest or rest in {"TW", "HK", "MO"} else _LOCALES.get(language)


def _colon(locale: str) -> str:
    language = locale.partition("-")[0]
    return _COLON.get(language, ":") + ("" if language == "zh" else " ")


@lru_cache(maxsize=1024)
def _tokens(text: str, source: str, locale: str, column: int) -> Sequence[_Token] | None:
    """The pieces of a unit, each written; None where one is not known."""
    fixed = {one.start: one for one in literals.find(text)}
    names = dict(people(text, locale)) | dict(people(text, "fr"))
    found: list[_Token] = []
    title = ""
    at = 0
    while at < len(text):
        last = next((one.kind for one in reversed(found) if one.kind != "mark"), "")
        if at in fixed:
            one = fixed[at]
            found.append(
                _Token(
                    "time" if one.kind in _TIMES else "literal",
                    measures.written(one.text, one.kind, source, locale),
                )
            )
            at = one.end
        elif end := names.get(at) or _after_label(text, at, last):
            found.append(_Token("name", text[at:end] + title))
            title, at = "", end
        elif match := _TITLE.match(text, at):
            form = _TITLES[match[1].lower()][column]
            if column == _LOCALES["zh"]:
                title = form
            else:
                found.append(_Token("title", f"{form} "))
            at = match.end()
        elif match := _DAY.match(text, at):
            found.append(_Token("day", _day(match[0], locale)))
            at = match.end()
        elif size := _word(text, at, column, found):
            at += size
        elif found and (match := _UNTIL.match(text, at)) and last in {"day", "time", "number", "H"}:
            found.append(
                _Token("until", "至" if column == _LOCALES["zh"] and last == "day" else "–")
            )
            at = match.end()
        elif (match := _MARK.match(text, at)) or (match := _PLAIN.match(text, at)):
            found.append(_Token("number" if match[0].isdigit() else "mark", match[0]))
            at = match.end()
        else:
            return None
    return found if all(_fits(found)) else None


_TIMES = frozenset({"time", "forenoon", "afternoon"})


def _after_label(text: str, at: int, last: str) -> int:
    """The end of a full name behind a label that a name follows."""
    match = re.compile(FULL_NAME).match(text, at) if last in {"P", "N"} else None
    return match.end() if match else 0


def _word(text: str, at: int, column: int, found: list[_Token]) -> int:
    """Take a listed word, the longest first; returns its length."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "-'’"):
        return 0
    for size in range(min(_MOST, len(text) - at), 0, -1):
        piece = text[at : at + size]
        behind = text[at + size : at + size + 1]
        if behind.isalnum() or (behind and behind in "-'’") or piece[-1] == " ":
            continue
        listed = _table().get(piece.lower())
        if listed and not (
            listed.kind in "LP"
            and piece[0].islower()
            and piece[0] != "e"
            and len(piece) < _SMALL
            and not at
        ):
            found.append(_Token(listed.kind, _cased(listed.forms[column], piece)))
            return size
    return 0


_MOST, _SMALL = 24, 3


def _fits(tokens: Sequence[_Token]) -> Iterator[bool]:
    """Words of their own stand alone or beside others like them; opening hours beside days and times."""
    kinds = [token.kind for token in tokens if token.kind != "mark"]
    if "W" in kinds:
        labelled = len(tokens) > 1 and ":" in tokens[1].text and kinds.count("W") == 1
        yield set(kinds) == {"W"} or (kinds[0] == "W" and labelled)
    if {"H", "O"} & set(kinds):
        yield bool({"day", "time"} & set(kinds)) or kinds == ["H"]
    if "N" in kinds:
        yield "name" in kinds


def _cased(form: str, like: str) -> str:
    if like.isupper() and len(like.rstrip(".")) > 1:
        return form.upper()
    return form[0].lower() + form[1:] if like[0].islower() else form


def _day(name: str, locale: str) -> str:
    """A day as short as the source has it (CLDR)."""
    short = not name.rstrip("s").endswith("day")
    which = list(DAYS).index(name[:2].lower())
    names = babel_locale(locale).days["format"]["abbreviated" if short else "wide"]
    return str(names[which])


def _joined(tokens: Sequence[_Token], locale: str) -> str:
    language = locale.partition("-")[0]
    out = ""
    for at, token in enumerate(tokens):
        text = token.text
        if token.kind == "mark":
            mark = text.strip()
            before = tokens[at - 1].kind if at else ""
            if mark == "." and before == "day" and text != mark:
                text = " "
            elif mark == ":" and out.endswith("："):
                text = ""
            elif mark == ":" and (text != mark or at + 1 == len(tokens)):
                text = _colon(locale)
            elif mark == "," and text != mark:
                own = "、" if language == "zh" and before == "day" else _COMMA.get(language, ",")
                text = own + " " * (language != "zh")
            elif mark == ";":
                text = _SEMICOLON.get(language, ";") + " " * (language != "zh")
            elif mark == "-" and before in {"day", "time"} and text == mark:
                text = "–"
            elif not mark and (
                out.endswith((" ", "：", "、", "，", "و"))
                or (language == "zh" and _tight(tokens, at))
            ):
                text = ""
        linked = token.text.startswith(("www.", "http"))
        out += " " * (linked and out.endswith("：")) + text  # a link begins behind a space
    return out.strip()


def _tight(tokens: Sequence[_Token], at: int) -> bool:
    """Whether two Chinese words stand on both sides of a space."""
    behind = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    return tokens[at - 1].kind in {*_WORDS, "day"} and behind in {"W", "H", "day"}


@cache
def _table() -> dict[str, _Listed]:
    """English form, in small letters -> how each language has it."""
    lines = (files("transflow.translation") / "data" / "lines.txt").read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    return {
        form.lower(): _Listed(kind, tuple(own))
        for kind, forms, *own in rows
        for form in forms.split(";")
    }
