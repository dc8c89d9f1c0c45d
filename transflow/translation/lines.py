"""Cells and lines of facts that need no engine: `Tel.: +41 …`, `Mon–Fri: 9 a.m. to 5 p.m.`, `Israel (15th)`, `Yes`.

A weak model makes an icon of the phone and the sun of Sunday, and no model has a sentence to go by.
Where a unit is nothing but labels, days, dates, times, countries, names and literals, each is written as the
language writes it, and so is what stands in brackets in a sentence; the list (data/lines.txt) is short and closed on purpose. One word that is not known
leaves the whole unit to the engine.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.glossary import territories
from transflow.translation import counts, dates, literals, measures
from transflow.translation.datelines import dateline
from transflow.translation.propernames import FULL_NAME, is_name, people
from transflow.translation.wordings import DAY, DAYS

__all__ = ["label", "labels", "written"]

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
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)(?!\w)")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"
)
_MARK = re.compile(r"\s*[,;:|/–—()·•.-]\s*|\s+")
_PLAIN = re.compile(r"\d+(?!\w)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w|[.,]\d)")
_DECIMAL = re.compile(r"\d+\.\d+(?!\w|[.,]\d)")
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
    if line := dateline(text, locale):
        yield 0, *line
        return
    for one in _letters(text):
        own = one["letter"]
        own = own.translate(_ARABIC) if column == _LOCALES["ar"] else own
        joined = _JOINING[one["and"]][column] if one["and"] else ""
        yield one.start(), one.end(), joined + own
    if asked := _ASKED.match(text):
        letter = asked["label"] or asked["short"] or asked["yes"]
        yield 0, asked.end(), _QUESTION[letter][column] + _colon(locale)
    elif match := _HEAD.match(text):
        listed = _table().get(match["label"].lower())
        if listed and listed.kind in "LPWB" and match["label"][0].isupper():
            yield (
                0,
                match.end(),
                _cased(listed.forms[column], match["label"]).rstrip("：:") + _colon(locale),
            )


def label(words: str, mark: str, locale: str) -> tuple[str, str] | None:
    """A label as the locale writes it, and the mark behind it; None for one that is not listed.

    Args:
        words: Plain English.
        mark: A colon or a full stop.
        locale: BCP 47 tag of the draft.
    """
    column, listed = _column(locale), _table().get(words.lower())
    if column is None or not mark or listed is None or listed.kind not in "LPWB":
        return None
    if not words[:1].isupper():
        return None
    stop = "。" if column == _LOCALES["zh"] else "."
    form = _cased(listed.forms[column], words).rstrip("：:")
    form = form.rstrip(".") if mark == "." else form
    return form, _colon(locale).rstrip() if mark == ":" else stop


def _letters(text: str) -> Iterator[re.Match[str]]:
    """The letters of a list in one paragraph, `a) … ; b) …`, if it begins with one."""
    if _LETTER.match(text):
        yield from _LETTER.finditer(text)


_ARABIC = str.maketrans("abcdefgh", "أبجدهوزح")
_JOINING = {
    "and ": ("et ", "y ", "以及", "и ", "و"),
    "or ": ("ou ", "o ", "或", "или ", "أو "),
}
_LETTER = re.compile(r"(?:^|(?<=[;.:] ))(?P<and>and |or )?(?P<letter>\(?[a-h]\)\s)(?=\S)")


def written(text: str, source: str, locale: str, *, inside: bool = False) -> str | None:
    """A unit of facts in another language; None for any that has a word of its own.

    Args:
        text: Plain text of the whole unit.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
        inside: Whether it stands in a sentence, in brackets, where days and months have small letters.
    """
    column = _column(locale)
    if column is None or source.partition("-")[0] != "en" or len(text) > _LONGEST:
        return None
    tokens = _tokens(text, source, locale, column)
    if tokens is None or not any(token.kind in _TELLING for token in tokens):
        return None
    if inside and not _TOLD & {token.kind for token in tokens}:
        return None
    out = _joined(tokens, locale)
    if text.endswith(".") and tokens[-1].kind == "mark":
        out = out.rstrip(".") + ("。" if column == _LOCALES["zh"] else ".")
    first = next((letter for letter in text if letter.isalpha()), "")
    if text.isupper() and tokens[0].kind in _WORDS and len(tokens) == 1:
        return out.upper()
    begins = tokens[0].kind in {*_WORDS, "count", "day", "title", "date", "month"} and not inside
    return out[0].upper() + out[1:] if begins and first.isupper() else out


_LONGEST = 200
_WORDS = frozenset("LPNWHO")
_FACTS = frozenset({"country", "count", "date", "month", "ordinal"})
_TELLING = _WORDS | _FACTS | {"day", "name", "title", "time"}
_TOLD = _FACTS | {"day", "time", "literal", "name"}
"""What does not hang on the words around it, as `(free)` does."""


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
    names |= {0: len(text)} if is_name(text) else {}
    dated = {one.start: one for one in dates.find(text)}
    found: list[_Token] = []
    title = ""
    at = 0
    while at < len(text):
        last = next((one.kind for one in reversed(found) if one.kind != "mark"), "")
        if counted := counts.match(text, at, source, locale):
            found.append(_Token("count", counted[0]))
            at = counted[1]
        elif at in fixed:
            one = fixed[at]
            found.append(
                _Token(
                    "time" if one.kind in _TIMES else "literal",
                    measures.written(one.text, one.kind, source, locale),
                )
            )
            at = one.end
        elif fact := _fact(text, at, locale, dated):
            found.append(fact[0])
            at = fact[1]
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
        elif match := _GROUPED.match(text, at) or (
            _DECIMAL.match(text, at) if last == "country" else None
        ):
            found.append(_Token("number", measures.localise(match[0], source, locale)))
            at = match.end()
        elif found and (match := _UNTIL.match(text, at)) and last in _RANGED:
            found.append(
                _Token(
                    "until", "至" if column == _LOCALES["zh"] and last in {"day", "month"} else "–"
                )
            )
            at = match.end()
        elif (match := _MARK.match(text, at)) or (match := _PLAIN.match(text, at)):
            found.append(_Token("number" if match[0].isdigit() else "mark", match[0]))
            at = match.end()
        else:
            return None
    return found if all(_fits(found)) else None


_TIMES = frozenset({"time", "forenoon", "afternoon"})
_RANGED = frozenset({"day", "time", "number", "month", "H"})


def _fact(
    text: str, at: int, locale: str, dated: Mapping[int, dates.Period]
) -> tuple[_Token, int] | None:
    """A date, a country or a number in a row that begins here, and its end."""
    if at in dated:
        return _Token("date", dates.written(dated[at], locale)), dated[at].end
    if match := _MONTH.match(text, at):
        return _Token("month", dates.month(match[0], locale)), match.end()
    if match := _ORDINAL.match(text, at):
        return _Token("ordinal", dates.ordinal(match[1], locale)), match.end()
    country = territories.match(text, at)
    if country and _ENDS.match(text, country[0]):
        forms = territories.names(country[1], locale)
        return (_Token("country", forms[0]), country[0]) if forms else None
    return None


_ENDS = re.compile(r"\s*(?:$|[,;:/()|&–—]|and\s)")
"""What may stand behind a country's name: `China Mobile` is none."""


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
        if (
            listed
            and listed.kind != "B"
            and not (
                listed.kind in "LP"
                and piece[0].islower()
                and piece[0] != "e"
                and len(piece) < _SMALL
                and not at
            )
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
        apart = all(
            "W" not in {before.kind, behind.kind} or mark.text.strip()
            for before, mark, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
            if mark.kind == "mark"
        )
        yield apart and (set(kinds) == {"W"} or (kinds[0] == "W" and labelled))
    yield not any(
        before.kind == "number" and behind.kind in "LPB" and not mark.text.strip()
        for before, mark, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    if {"H", "O"} & set(kinds):
        yield bool({"day", "time"} & set(kinds)) or kinds == ["H"]
    if "N" in kinds:
        yield "name" in kinds
    if "month" in kinds:
        yield set(kinds) <= {"month", "until", "A"}
    if "A" in kinds:
        yield bool({"day", "time", "H", *_FACTS} & set(kinds)) and kinds[0] != "A" != kinds[-1]


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
    wide = language == "zh" and any(token.kind in _FACTS for token in tokens)
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
            elif mark in {"(", ")"} and wide:
                text = "（" if mark == "(" else "）"
            elif mark == "," and text != mark:
                listed = before in {"day", "country", "ordinal"} and _kind(tokens, at + 1) == before
                own = "、" if language == "zh" and listed else _COMMA.get(language, ",")
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
    return _AND_I.sub("e", out.strip()) if language == "es" else out.strip()


_AND_I = re.compile(r"(?<= )y(?= (?:[IÍ](?!o)|Hi(?!e)))")
"""Spanish `y` before its like: Francia e Italia."""


def _kind(tokens: Sequence[_Token], at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _tight(tokens: Sequence[_Token], at: int) -> bool:
    """Whether two Chinese words stand on both sides of a space."""
    behind = _kind(tokens, at + 1)
    tight = {"W", "H", "A", "count", "day", "country", "date"}
    return tokens[at - 1].kind in {*_WORDS, *tight} and behind in tight


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
