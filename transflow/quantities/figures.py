"""Reads the numbers of a text as values, by the conventions of its language.

28,000 in English is 28 000 in French, 28.000 in German and Spanish, 2.8万 in Chinese, ٢٨٬٠٠٠ in
Arabic. Separators and most multiplying words are CLDR's (through Babel), the rest is data.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from transflow.bcp47 import babel_locale
from transflow.quantities.money import amount_scale
from transflow.quantities.words import scale_after

__all__ = ["NUMBER", "Quantity", "Reading", "digits", "scale_end"]

_SPACES = "\u0020\u00a0\u2009\u202f"
NUMBER = re.compile(rf"\d\d*(?:[.,'’٬٫،{_SPACES}]\d+)*")
_RUNS = re.compile(rf"[\d.,'’٬٫،]+|[{_SPACES}]")
_CLOSE = re.compile("[\u00a0\u2009\u202f]")
_CJK_SCALE = {
    "万亿": 10**12, "萬億": 10**12, "兆": 10**12, "조": 10**12,
    "亿": 10**8, "億": 10**8, "억": 10**8,
    "千万": 10**7, "千萬": 10**7, "百万": 10**6, "百萬": 10**6, "十万": 10**5, "十萬": 10**5,
    "十亿": 10**9, "十億": 10**9, "百亿": 10**10, "百億": 10**10, "千亿": 10**11, "千億": 10**11,
    "万": 10**4, "萬": 10**4, "만": 10**4, "千": 1000, "천": 1000, "百": 100, "백": 100,
}  # fmt: skip
_CJK = re.compile(
    r"[多余餘几數数+]?[ \u00a0]?("
    + "|".join(sorted(_CJK_SCALE, key=len, reverse=True))
    + ")(?<!千(?=克(?![朗拉鲁魯瓦])|[米瓦兆赫伏卡焦帕分]|字节|位元))(?<!兆(?=[瓦赫伏焦帕]|字节))(?<!百(?=[帕分]))"
)
"""Behind 千, 百 and 兆 a unit makes kilo-, hecto- and mega- of them; 克朗 and 克拉 are no grams."""
_CJK_LANGUAGES = frozenset({"zh", "ja", "ko", "yue"})
_TIME = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)")
_COINS = re.compile(r"[\s\u00a0\u202f]*cents?\b(?! m)", re.IGNORECASE)
"""In French 16 cents are coins: hundreds are written in figures."""
_RANGE = re.compile(
    r"\s*(?:[-–—~～至到]|to|and|or|à|et|ou|y|a|o|до|и|или|إلى|و|أو|或|和|hasta(?: los)?|jusqu[’']à|(?:out )?of(?: the)?|de los|des|sur les|из|من أصل)\s*(?:(?:US|CA|A)?\$|[€£¥])?",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """One value that a number may have.

    Args:
        value: The value.
        native: False where only another language's separators give it.
    """

    value: Decimal
    native: bool = True


class Quantity(NamedTuple):
    """A number as it stands in a text.

    Args:
        text: The characters.
        start: Where it begins.
        end: Where it ends, a multiplying word included.
        readings: Possible values, the likeliest first.
        required: False for what may have no counterpart: a number word, digits of a code.
        parts: The pieces, where what was read as one grouped number may be several.
        month: A month's name.
        factor: What a multiplying word made of it; 1 for none.
        half: The half of the day, `a` or `p`, of an hour whose half the text tells.
    """

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    required: bool = True
    parts: tuple["Quantity", ...] = ()
    month: bool = False
    factor: int = 1
    half: str = ""

    @property
    def figures(self) -> str:
        """The digits with their marks, without the words that multiply them."""
        match = NUMBER.match(self.text)
        return match[0] if match else self.text

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.readings[0].value

    @property
    def native(self) -> tuple[Decimal, ...]:
        """Values by the text's own conventions; all where it keeps to none of them."""
        own = tuple(reading.value for reading in self.readings if reading.native)
        return own or tuple(reading.value for reading in self.readings)


@lru_cache(maxsize=16)
def digits(text: str, tag: str) -> tuple[Quantity, ...]:
    """Numbers written in digits, with the words that multiply them; kept, since several rules ask.

    Args:
        text: Visible text.
        tag: BCP 47 tag of its language.
    """
    language = tag.split("-", maxsplit=1)[0]
    found: list[Quantity] = []
    for match in NUMBER.finditer(text):
        figures = match[0]
        if figures.isascii() and figures.isdecimal():
            one = Quantity(figures, match.start(), match.end(), (Reading(Decimal(figures)),))
            found.append(_with_part(one, text))
            continue
        *before, last = _pieces(figures, match.start(), tag)
        found += (*before, _with_part(last, text))
    scaled = [_scaled(quantity, text, language) for quantity in found]
    if language in _CJK_LANGUAGES:
        scaled = list(_summed(scaled, text, language))
    return tuple(_shared_scale(scaled, text))


def _with_part(quantity: Quantity, text: str) -> Quantity:
    """A number with the fraction that stands at it: 2½ is 2.5, or the 2 of `2 ans et demi`."""
    sign = text[quantity.end : quantity.end + 1]
    if (
        sign.isascii()
        or unicodedata.category(sign) != "No"
        or not unicodedata.decomposition(sign).startswith("<fraction>")
    ):
        return quantity
    part = Decimal(str(unicodedata.numeric(sign)))
    end = quantity.end + 1
    readings = (
        *(one._replace(value=one.value + part) for one in quantity.readings),
        *quantity.readings,
    )
    return quantity._replace(text=text[quantity.start : end], end=end, readings=readings)


def _pieces(text: str, start: int, tag: str) -> Iterator[Quantity]:
    """One number, or several where separators cannot be those of one number."""
    if text.isdecimal():
        yield Quantity(text, start, start + len(text), (Reading(Decimal(_ascii(text))),))
        return
    if " " in text and _CLOSE.search(text):
        for word in re.finditer(r"[^ ]+", text):  # one kind of space groups, the other parts
            yield from _pieces(word[0], start + word.start(), tag)
        return
    plain = _ascii(text)
    runs = [(m.start(), m[0]) for m in _RUNS.finditer(plain)]
    groups = [run for _, run in runs if run not in _SPACES]
    if len(groups) > 1 and _grouped(groups):
        joined = plain.translate({ord(space): None for space in _SPACES})
        parts = tuple(
            piece
            for at, run in runs
            if run not in _SPACES
            for piece in _unspaced(text[at : at + len(run)], run, start + at, tag)
        )
        for whole in _unspaced(text, joined, start, tag):
            yield whole._replace(parts=parts)
        return
    for at, run in runs:
        if run not in _SPACES:
            yield from _unspaced(text[at : at + len(run)], run.strip(".,'’"), start + at, tag)


def _grouped(groups: list[str]) -> bool:
    head, *rest = groups
    last = re.split(r"[.,٫]", rest[-1])[0]
    whole = [*rest[:-1], last]
    return (
        1 <= len(head) <= 3 and head.isdigit() and all(len(g) == 3 and g.isdigit() for g in whole)
    )


def _unspaced(text: str, plain: str, start: int, tag: str) -> Iterator[Quantity]:
    readings = _readings(plain, *_separators(tag))
    if readings:
        yield Quantity(text, start, start + len(text), readings, parts=_clock(text, start))
        return
    for match in re.finditer(r"\d+", text):
        value = Decimal(_ascii(match[0]))
        at = start + match.start()
        yield Quantity(match[0], at, at + len(match[0]), (Reading(value),))


def _clock(text: str, start: int) -> tuple[Quantity, ...]:
    """4.40 may be the time 4:40."""
    match = _TIME.fullmatch(text)
    if match is None:
        return ()
    return tuple(
        Quantity(
            match[i],
            start + match.start(i),
            start + match.end(i),
            (Reading(Decimal(_ascii(match[i]))),),
        )
        for i in (1, 2)
    )


def _readings(plain: str, group: str, decimal: str) -> tuple[Reading, ...]:
    """Values of an ASCII number with separators; empty where it is not one number (29.03.2024)."""
    plain = plain.translate(
        {ord("'"): None, ord("’"): None, ord("٬"): None, ord("،"): None, ord("٫"): "·"}
    )
    marks = re.findall(r"[.,·]", plain)
    kinds = set(marks)
    if not marks:
        return (Reading(Decimal(plain)),)
    if len(kinds) == 1 and len(marks) > 1:
        if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}", plain) is None:
            return ()
        return (Reading(Decimal(re.sub(r"\D", "", plain)), native=marks[0] == group),)
    if len(kinds) == 2:
        whole, _, part = plain.rpartition(marks[-1])
        if marks.count(marks[-1]) > 1 or not re.fullmatch(r"\d{1,3}(?:[.,]\d{2,3})+", whole):
            return ()
        value = Decimal(re.sub(r"\D", "", whole) + "." + part)
        return (Reading(value, native=marks[-1] in (decimal, "·")),)
    mark = marks[0]
    whole, part = plain.split(mark)
    fraction = Reading(Decimal(f"{whole}.{part}"), native=mark in (decimal, "·"))
    if mark == "·" or len(part) != 3 or len(whole) > 3 or whole.startswith("0"):
        return (fraction,)
    thousands = Reading(Decimal(whole + part), native=mark == group)
    return (thousands, fraction) if thousands.native else (fraction, thousands)


@cache
def _separators(tag: str) -> tuple[str, str]:
    symbols = babel_locale(tag).number_symbols["latn"]
    return symbols["group"], symbols["decimal"]


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def scale_end(text: str, at: int, language: str) -> int:
    """Where the words end that multiply a number; where it ends itself, for none.

    Args:
        text: Visible text.
        at: Where the digits end.
        language: Of the text.
    """
    return _scale(text, at, language)[1]


def _scale(text: str, at: int, language: str) -> tuple[int, int]:
    if language in _CJK_LANGUAGES:
        match = _CJK.match(text, at)
        return (_CJK_SCALE[match[1]], match.end()) if match else (1, at)
    if language == "fr" and _COINS.match(text, at):
        return 1, at
    return scale_after(text, at, language)


def _scaled(quantity: Quantity, text: str, language: str) -> Quantity:
    """Take the multiplying words behind a number into its value."""
    factor, end = _scale(text, quantity.end, language)
    if factor == 1 and (amount := amount_scale(text, quantity.start, quantity.end, language)):
        factor, end = amount
    if factor == 1:
        return quantity
    readings = tuple(Reading(r.value * factor, r.native) for r in quantity.readings)
    return quantity._replace(
        text=text[quantity.start : end],
        end=end,
        readings=readings,
        parts=(),
        factor=factor,
    )


def _summed(found: list[Quantity], whole: str, language: str) -> Iterator[Quantity]:
    """Add up 1亿2000万; Korean puts a space between them."""
    gaps = ("", " ") if language == "ko" else ("",)
    held: Quantity | None = None
    for quantity in found:
        if (
            held
            and held.factor > quantity.factor
            and whole[held.end : quantity.start] in gaps
            and quantity.value < held.factor
        ):
            total = held.readings[0].value + quantity.readings[0].value
            text = whole[held.start : quantity.end]
            held = Quantity(
                text, held.start, quantity.end, (Reading(total),), factor=quantity.factor
            )
            continue
        if held:
            yield held
        held = quantity
    if held:
        yield held


def _shared_scale(found: list[Quantity], text: str) -> list[Quantity]:
    """In `10 to 12 million` the first number may be millions too."""
    result = list(found)
    for index, (first, second) in enumerate(pairwise(found)):
        if first.factor == 1 < second.factor and _RANGE.fullmatch(text, first.end, second.start):
            more = tuple(Reading(r.value * second.factor, r.native) for r in first.readings)
            result[index] = first._replace(readings=first.readings + more)
    return result
