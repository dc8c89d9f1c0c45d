"""An old translation for a new sentence, where a machine may safely say how they differ.

Only numbers, in figures or in words, dates, days, hours, telephone numbers, addresses, white space and the style of
quotation marks may have changed, and only where the translation's language bends nothing else for them. All other words
must be the same, letter by letter: "is" and "is not" never carry. What comes out is a proposal beside the person's words,
never an approval.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from transflow.bcp47 import babel_locale
from transflow.catalogs import carrydates
from transflow.catalogs.carrydates import in_script, plain
from transflow.catalogs.carrywords import exchanged, is_genitive
from transflow.catalogs.literals import VALUES, Literal, Spots, Words, parts

__all__ = ["carried", "skeleton"]

_NUMBER = r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+)*"
_SPACED = r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|" + _NUMBER
_COUNTLESS = re.compile(
    r"[ \u00a0\u202f]?(?:[%‰°€$£¥]|\d|гг?\.|год(?!\w*л))|[-–/]\d|\s(?:по|до|и)\s\d{4}"
)
"""What stands behind a number that nothing is counted with: a percentage, a price, a part of a telephone number, a year."""
_BEFORE = re.compile(r"(?:[€$£¥+(№]|\d[ \u00a0\u202f/-]|n[°º])[ \u00a0\u202f]?$")
_MANY = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_HAN_MANY = {"万": 10**4, "亿": 10**8}
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_BENT = re.compile(r"\.?(?:er|re|ère|nd|nde|ro|ra)\b")
"""An ordinal's ending that other ordinals do not have: 1er, 3.er."""
_GAPS = re.compile("[\u00a0\u202f]")
_BETWEEN = "[ \u00a0\u202f().\u2011–-]{0,3}"
"""What may stand between the figures of a telephone number."""


def carried(old: str, words: str, new: str, source_locale: str, locale: str) -> str | None:
    """The words of the old sentence made to fit the new one, or None where that is not safe.

    Args:
        old: The sentence the words translate.
        words: The translation.
        new: The sentence it is wanted for.
        source_locale: BCP 47 tag of the sentences.
        locale: BCP 47 tag of the words.
    """
    before, rest_before = parts(old, source_locale)
    after, rest_after = parts(new, source_locale)
    if rest_before != rest_after or [x.kind for x in before] != [x.kind for x in after]:
        return None
    changes: dict[Literal, Literal] = {}
    for one, other in zip(before, after, strict=True):
        if changes.setdefault(one, other) != other:
            return None
    edits: list[tuple[int, int, str]] = []
    for one, other in changes.items():
        if one.text == other.text or _says_same(one, other, source_locale):
            continue
        found = _placed(Words(words, before.count(one), source_locale, locale), one, other)
        if found is None:
            return None
        edits += [(start, end, found[1]) for start, end in found[0]]
    edits.sort()
    if any(left[1] > right[0] for left, right in itertools.pairwise(edits)):
        return None
    for start, end, text in reversed(edits):
        words = words[:start] + text + words[end:]
    return words


def skeleton(text: str, source_locale: str) -> str:
    """What must be the same in two sentences for the words of one to be carried to the other."""
    return parts(text, source_locale)[1]


def _says_same(one: Literal, other: Literal, locale: str) -> bool:
    """Whether only the way of writing changed: four and 4, 1,000 and 1000, 7 a.m. and 7:00."""
    if one.kind == "clock":
        return carrydates.clock_of(one.text) == carrydates.clock_of(other.text)
    if one.kind == "line":
        return _digits(one.text) == _digits(other.text)
    if one.kind not in {"day", "number"}:
        return False
    values = [_value(literal.text, locale) for literal in (one, other)]
    return values[0] is not None and values[0] == values[1]


def _placed(words: Words, one: Literal, other: Literal) -> Spots | None:
    if one.kind == "address":
        spots = [match.span() for match in re.finditer(re.escape(one.text), words.text)]
        return (spots, other.text) if len(spots) == words.times else None
    was, becomes = one.text, other.text
    if one.kind == "line":
        return _line(words, was, becomes)
    if one.kind == "month":
        return carrydates.month(words, was, becomes)
    if one.kind == "weekday":
        return carrydates.weekday(words, was, becomes)
    if one.kind == "clock":
        return carrydates.clock(words, was, becomes)
    on_day = carrydates.day(words, was, becomes) if one.kind == "day" else None
    return on_day or _number(words, was, becomes)


def _line(words: Words, one: str, other: str) -> Spots | None:
    """A telephone number, grouped as the words group it."""
    run = _BETWEEN.join(_digits(one))
    found = list(re.finditer(rf"(?<!\d){run}(?!\d)", plain(words.text)))
    written = {words.text[match.start() : match.end()] for match in found}
    if len(found) != words.times or len(written) != 1:
        return None
    was = written.pop()
    if (text := _laid_out(was, other)) is None:
        if _GAPS.sub(" ", was) != _GAPS.sub(" ", one.lstrip("+(")):
            return None
        text = in_script(other.lstrip("+("), was)
    return [match.span() for match in found], text


def _laid_out(written: str, number: str) -> str | None:
    """As many figures in the places of the old ones, in the words' script; None for more or fewer."""
    digits = iter(_digits(number))
    if len(_digits(written)) != len(_digits(number)):
        return None
    return in_script("".join(next(digits) if c.isdecimal() else c for c in written), written)


def _number(words: Words, one: str, other: str) -> Spots | None:
    """A number by its figures, with the marks that the words use, or by its word."""
    ordinal, was, becomes = bool(_ORDINAL.search(one)), _figures(one), _figures(other)
    if _scale(one) != _scale(other):
        return None
    found = _written(words, was)
    spelled = None if ordinal else _spelled(words, one, other)
    if not found or spelled:
        return None if found else spelled
    if ordinal:
        if any(_BENT.match(words.text, match.end()) for match in found) or "1" in (was, becomes):
            return None
    elif not _is_counted_alike(words, was, becomes, found):
        return None
    text = _rewritten(words, was, becomes, found[0][0])
    return ([match.span() for match in found], text) if text else None


def _rewritten(words: Words, one: str, other: str, written: str) -> str | None:
    theirs, ours, wanted = (re.findall(r"\D", text) for text in (written, one, other))
    if theirs and len(theirs) != len(ours):
        return None
    styles = dict(zip(ours, theirs or [""] * len(ours), strict=True))
    if all(mark in styles for mark in wanted):
        return in_script("".join(styles.get(char, char) for char in other), written)
    value = _value(other, words.source_locale)
    if theirs or value is None:
        return None
    return in_script(format_decimal(value, locale=babel_locale(words.locale)), written)


def _spelled(words: Words, one: str, other: str) -> Spots | None:
    """The same where the words write it in words, or as 3.2万."""
    values = [_value(text, words.source_locale) for text in (one, other)]
    was, becomes = values
    if was is None or becomes is None:
        return None
    if (
        was == int(was)
        and becomes == int(becomes)
        and (spots := exchanged(words, int(was), int(becomes)))
    ):
        return spots
    if words.locale.partition("-")[0] != "zh":
        return None
    for sign, factor in _HAN_MANY.items():
        old, new = (f"{(value / factor).normalize():f}" for value in (was, becomes))
        number = rf"(?<![\d.,]){re.escape(old)}(?=\s?{sign})"
        found = [match.span() for match in re.finditer(number, words.text)]
        if len(found) == words.times and 1 <= becomes / factor < _HAN_MANY["万"]:
            return found, new
    return None


def _value(text: str, locale: str) -> Decimal | None:
    """What a number says; None for a code or a version."""
    if text in VALUES:
        return Decimal(VALUES[text])
    try:
        return parse_decimal(_figures(text), locale) * _MANY.get(_scale(text), 1)
    except (NumberFormatError, ValueError):
        return None


def _figures(number: str) -> str:
    return str(VALUES.get(number) or _ORDINAL.sub("", number).partition(" ")[0])


def _scale(number: str) -> str:
    return number.partition(" ")[2]


def _written(words: Words, one: str) -> list[re.Match[str]]:
    """Where the words have a number, each time as often as the source and in one form; empty where not."""
    for pattern in (_SPACED, _NUMBER):  # 555 014 is one number, or two parts of a longer one
        found = [m for m in re.finditer(pattern, words.text) if _digits(m[0]) == _digits(one)]
        if len(found) == words.times and len({match[0] for match in found}) == 1:
            return found
    return []


def _is_counted_alike(words: Words, one: str, other: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether both numbers ask for the same forms (21 файл, 22 файла), or nothing is counted with them."""
    bare = all(
        _COUNTLESS.match(words.text, m.end()) or _BEFORE.search(words.text[: m.start()])
        for m in found
    )
    if bare or one.startswith("0"):
        return True
    plural = babel_locale(words.locale).plural_form
    try:
        values = [parse_decimal(number, words.source_locale) for number in (one, other)]
    except (NumberFormatError, ValueError):
        return True  # a version or another code
    forms = [plural(value) for value in values]
    if words.locale.partition("-")[0] == "ru" and all(
        is_genitive(words.text[: match.start()]) for match in found
    ):
        return "one" not in forms and all(value == int(value) for value in values)
    return forms[0] == forms[1]


def _digits(number: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in number if char.isdecimal())
