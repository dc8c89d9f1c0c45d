"""Cells and lines of facts that need no engine: `Tel.: +41 …`, `Mon–Fri: 9 a.m. to 5 p.m.`, `Israel (15th)`, `Yes`.

A weak model makes an icon of the phone and the sun of Sunday, and no model has a sentence to go by.
Where a unit is nothing but labels, days, dates, times, countries, names and literals, each is written as the
language writes it, and so is what stands in brackets in a sentence; the list (data/lines.txt) is short and closed on purpose. One word that is not known
leaves the whole unit to the engine.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from transflow.bcp47 import babel_locale
from transflow.glossary import gazetteer
from transflow.translation import counts, dates, literals, measures, moneyunits, rows
from transflow.translation.companies import is_firm
from transflow.translation.datelines import Place, dateline, unknown
from transflow.translation.linetokens import FACTS, WORDS, Token, colon, fits, joined
from transflow.translation.listed import table
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


def labels(text: str, locale: str, place: Place = unknown) -> Iterator[tuple[int, int, str]]:
    """The label that a text begins with, as the locale writes it: (start, end, text).

    Args:
        text: Plain English.
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a city.
    """
    column = _column(locale)
    if column is None:
        return
    if line := dateline(text, locale, place):
        yield 0, *line
        return
    for one in _letters(text):
        own = one["letter"]
        own = own.translate(_ARABIC) if column == _LOCALES["ar"] else own
        joined = _JOINING[one["and"]][column] if one["and"] else ""
        yield one.start(), one.end(), joined + own
    if asked := _ASKED.match(text):
        yield 0, asked.end(), _question(asked, locale)
    elif match := _HEAD.match(text):
        listed = table("lines.txt").get(match["label"].lower())
        if listed and listed.kind in "LPWB" and match["label"][0].isupper():
            yield (
                0,
                match.end(),
                _cased(listed.forms[column], match["label"]).rstrip("：:") + colon(locale),
            )


def _question(asked: re.Match[str], locale: str) -> str:
    letter = asked["label"] or asked["short"] or asked["yes"]
    return _QUESTION[letter][_LOCALES[locale.partition("-")[0]]] + colon(locale)


def label(words: str, mark: str, locale: str) -> tuple[str, str] | None:
    """A label as the locale writes it, and the mark behind it; None for one that is not listed.

    Args:
        words: Plain English.
        mark: A colon or a full stop.
        locale: BCP 47 tag of the draft.
    """
    column, listed = _column(locale), table("lines.txt").get(words.lower())
    if column is None or not mark or listed is None or listed.kind not in "LPWB":
        return None
    if not words[:1].isupper():
        return None
    stop = "。" if column == _LOCALES["zh"] else "."
    form = _cased(listed.forms[column], words).rstrip("：:")
    form = form.rstrip(".") if mark == "." else form
    return form, colon(locale).rstrip() if mark == ":" else stop


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


def written(
    text: str, source: str, locale: str, place: Place = unknown, *, inside: bool = False
) -> str | None:
    """A unit of facts in another language; None for any that has a word of its own.

    Args:
        text: Plain text of the whole unit.
        source: BCP 47 tag of the text.
        locale: BCP 47 tag of the draft.
        place: What the glossary calls a name.
        inside: Whether it stands in a sentence, in brackets, where days and months have small letters.
    """
    column = _column(locale)
    if column is None or source.partition("-")[0] != "en" or _is_long(text):
        return None
    if _SENTENCE.search(text) and text.lower() not in table("lines.txt"):
        return None  # most sentences, and no line of facts
    if (asked := _ASKED.match(text)) and not inside:
        rest = written(text[asked.end() :], source, locale, place)
        return rest and _question(asked, locale) + rest
    tokens = _tokens(text, source, locale, column, place)
    if tokens is None or not any(token.kind in _TELLING for token in tokens):
        return None
    kinds = {token.kind for token in tokens}
    if not (_TOLD & kinds if inside else "I" not in kinds):
        return None
    out = joined(tokens, locale)
    if text.endswith(".") and tokens[-1].kind == "mark":
        out = out.rstrip(".") + ("。" if column == _LOCALES["zh"] else ".")
    first = next((letter for letter in text if letter.isalpha()), "")
    if text.isupper() and tokens[0].kind in WORDS and len(tokens) == 1:
        return out.upper()
    begins = tokens[0].kind in {*WORDS, *_BEGUN} and not inside
    return out[0].upper() + out[1:] if begins and first.isupper() else out


_SENTENCE = re.compile(
    " (?:was|were|is|are|has|have|had|will|would|that|which|who|their|its|been|it|they|we|said|this) "
)


def _is_long(text: str) -> bool:
    """Whether a text is no line of facts for its length; the members of a row may be many."""
    return len(text) > _LONGEST and len(text) > _MEMBER * (text.count(", ") + 1)


_LONGEST, _MEMBER = 200, 30
_BEGUN = frozenset({"count", "country", "date", "day", "month", "reference", "title"})
"""Kinds that have a capital where the source has one."""
_TELLING = WORDS | FACTS | {"day", "name", "title", "time"}
_TOLD = FACTS | {"day", "time", "literal", "name", "I"}
"""What does not hang on the words around it, as `(free)` does."""


def _column(locale: str) -> int | None:
    language, _, rest = locale.partition("-")
    return None if "Hant" in rest or rest in {"TW", "HK", "MO"} else _LOCALES.get(language)


@lru_cache(maxsize=1024)
def _tokens(
    text: str, source: str, locale: str, column: int, place: Place
) -> Sequence[Token] | None:
    """The pieces of a unit, each written; None where one is not known."""
    fixed = {one.start: one for one in literals.find(text)}
    names = dict(people(text, locale)) | dict(people(text, "fr"))
    names |= {0: len(text)} if is_name(text) or is_firm(text) else {}
    dated = {one.start: one for one in dates.find(text)}
    found: list[Token] = []
    title = ""
    at = 0
    while at < len(text):
        last = next((one.kind for one in reversed(found) if one.kind != "mark"), "")
        counted = counts.match(text, at, source, locale) or moneyunits.match(text, at, locale)
        if counted:
            found.append(Token("count", counted[0]))
            at = counted[1]
        elif called := rows.match(text, at, locale):
            found.append(Token("reference", called[0]))
            at = called[1]
        elif at in fixed:
            one = fixed[at]
            found.append(
                Token(
                    "time" if one.kind in _TIMES else "literal",
                    measures.written(one.text, one.kind, source, locale),
                )
            )
            at = one.end
        elif fact := _fact(text, at, locale, dated, place):
            found.append(fact[0])
            at = fact[1]
        elif end := names.get(at) or _after_label(text, at, last):
            found.append(Token("name", text[at:end] + title))
            title, at = "", end
        elif match := _TITLE.match(text, at):
            form = _TITLES[match[1].lower()][column]
            if column == _LOCALES["zh"]:
                title = form
            else:
                found.append(Token("title", f"{form} "))
            at = match.end()
        elif match := _DAY.match(text, at):
            found.append(Token("day", _day(match[0], locale)))
            at = match.end()
        elif size := _word(text, at, column, found):
            at += size
        elif match := _GROUPED.match(text, at) or (
            _DECIMAL.match(text, at) if last == "country" else None
        ):
            found.append(Token("number", measures.localise(match[0], source, locale)))
            at = match.end()
        elif found and (match := _UNTIL.match(text, at)) and last in _RANGED:
            found.append(
                Token(
                    "until", "至" if column == _LOCALES["zh"] and last in {"day", "month"} else "–"
                )
            )
            at = match.end()
        elif (match := _MARK.match(text, at)) or (match := _PLAIN.match(text, at)):
            found.append(Token("number" if match[0].isdigit() else "mark", match[0]))
            at = match.end()
        else:
            return None
    return found if all(fits(found)) else None


_TIMES = frozenset({"time", "forenoon", "afternoon"})
_RANGED = frozenset({"day", "time", "number", "month", "H"})


def _fact(
    text: str, at: int, locale: str, dated: Mapping[int, dates.Period], place: Place
) -> tuple[Token, int] | None:
    """A date, a country, a name of the glossary or a number in a row that begins here, and its end."""
    if at in dated:
        return Token("date", dates.written(dated[at], locale)), dated[at].end
    if match := _MONTH.match(text, at):
        return Token("month", dates.month(match[0], locale)), match.end()
    if match := _ORDINAL.match(text, at):
        return Token("ordinal", dates.ordinal(match[1], locale)), match.end()
    begins = at + len("the ") * text.startswith("the ", at)
    named = _named(text, at, place) or _named(text, begins, place)
    named = named or gazetteer.match(text, begins, locale)
    return (Token("country", named[1]), named[0]) if named and _ENDS.match(text, named[0]) else None


def _named(text: str, at: int, place: Place) -> tuple[int, str] | None:
    """Where a name of the glossary ends that begins here, the longest, and what it is called; an acronym may be said in many ways."""
    words = None if place is unknown else _NAME.match(text, at)
    end = words.end() if words else at
    while end > at:
        if not text[at:end].isupper() and (form := place(text[at:end])):
            return end, form
        end = max(at, text.rfind(" ", at, end))
    return None


_NAME = re.compile(r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
_ENDS = re.compile(r"\s*(?:\.?$|[,;:/()|&–—]|and\s)")
"""What may stand behind the name of a country, region or language: `China Mobile` is none."""


def _after_label(text: str, at: int, last: str) -> int:
    """The end of a full name behind a label that a name follows."""
    match = re.compile(FULL_NAME).match(text, at) if last in {"P", "N"} else None
    return match.end() if match else 0


def _word(text: str, at: int, column: int, found: list[Token]) -> int:
    """Take a listed word, the longest first; returns its length."""
    if at and (text[at - 1].isalnum() or text[at - 1] in "-'’"):
        return 0
    for size in range(min(_MOST, len(text) - at), 0, -1):
        piece = text[at : at + size]
        behind = text[at + size : at + size + 1]
        if behind.isalnum() or (behind and behind in "-'’") or piece[-1] == " ":
            continue
        listed = table("lines.txt").get(piece.lower())
        small = piece[0].islower() and piece[0] != "e" and len(piece) < _SMALL and not at
        if (
            listed is None
            or (listed.kind == "B" and (at or behind != ":"))
            or (listed.kind in "LP" and small)
            or (listed.kind in "VI" and not piece.islower())
        ):
            continue
        kind = {"V": "W", "B": "L"}.get(listed.kind, listed.kind)
        found.append(Token(kind, _cased(listed.forms[column], piece)))
        return size
    return 0


_MOST, _SMALL = 28, 3


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
