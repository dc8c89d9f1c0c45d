"""Numbers written as words: `twenty-eight thousand`, 二十八, двадцать восьмой, XXI.

A word never has to have a counterpart (what `one` means differs from sentence to sentence); it
may stand for digits on the other side. The forms are in data/numbers.toml.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from transflow.bcp47 import babel_locale, scripts
from transflow.quantities.phrases import and_a_half, clock, one_large, scores

__all__ = ["HARAKAT", "has_words", "scale_after", "usual_forms", "value_of", "words"]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NEXT = re.compile(rf"[\s\u00a0\u202f-]*({_WORD.pattern})")
_ROMAN = re.compile(
    r"\b(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|ᵉ|er|ᵉʳ|ère|ème|ª|º|я|й)?\b)"
)
_LIKE_ROMAN = re.compile(r"[IVXLC](?<!\w.)[IVXLC]*(?:\b|[eᵉèªºяй])")
"""What each of those is, and few texts have: looking for it first is a tenth of their price."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CJK_DIGITS = {c: n for n, row in enumerate(("零〇", "一壹", "二两兩貳贰", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for c in row}  # fmt: skip
_CJK_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CJK_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CJK_RUN = re.compile(f"[{''.join(_CJK_DIGITS)}{''.join(_CJK_UNITS)}{''.join(_CJK_LARGE)}]+")
_CJK_HALF = re.compile(f"({_CJK_RUN.pattern})[^\\W\\d_]{{1,2}}?半(?!数)")
_CJK_FIGURES = {ord(char): str(value) for char, value in _CJK_DIGITS.items()}
_NEXT_TO = frozenset({"12", "23", "34", "35", "45", "56", "67", "78", "89"})
_CJK_OFF = re.compile("[一二三四五六七八九]{1,2}(?=折(?![叠磨射断]))")
"""八折 is a fifth off."""
_ARABIC_PREFIX = re.compile("^(?:[وف]?[بكل]?ال|[وف]?لل|[وف][بكل]|[وفبلك])")
_ALEFS = str.maketrans("أإآىة", "اااي\u0647")
_HALF = Decimal("0.5")
_OF_A = re.compile(r"\s+(?:of\s+)?an?\b")
_VAGUE = frozenset(map(Decimal, (1000, 10**6, 10**9, 10**12)))
_DUAL = ("ين", "ان")
_NAMING = "بيان كيان زمان مكان لجان ضمان امان لسان سكان قران ميدان اعلان"
_NO_DUAL = frozenset(_NAMING.split())
"""Nouns that end as two of something do."""
HARAKAT = re.compile("[\u064b-\u0652\u0640\u0670]+")
"""Arabic signs of short vowels, and the stroke that stretches a word: written or not, it is the same word."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, Decimal]
    loose: Mapping[str, tuple[Decimal, ...]]
    stems: tuple[tuple[str, Decimal], ...]
    parts: tuple[tuple[str, Decimal], ...]
    scale: Mapping[str, int]
    scalestems: tuple[tuple[str, int], ...]
    join: frozenset[str]


def has_words(language: str) -> bool:
    """Whether number words of a language are known."""
    return language in _data()


def usual_forms(value: int, language: str) -> tuple[str, ...]:
    """The words that a language has for a number, without those made of several.

    Args:
        value: The number.
        language: Code of the language.
    """
    if language in ("zh", "ja", "yue"):
        tens, unit = divmod(value, 10)
        row = " 一二三四五六七八九"
        han = f"{row[tens] if tens > 1 else ''}{'十' if tens else ''}{row[unit] if unit else ''}"
        return (han,) if value < 100 else ()
    return tuple(form for form, own in _lexicon(language).words.items() if own == value)


def scale_after(text: str, at: int, language: str) -> tuple[int, int]:
    """The factor that words behind a number make: `mil millones` is 1,000,000,000.

    Returns:
        The factor (1 for none) and where the last such word ends.
    """
    lexicon = _lexicon(language)
    factor, end = 1, at
    while True:
        word = _NEXT.match(text, end)
        if word is None:
            return factor, end
        found = _scale_of(word[1].lower(), lexicon)
        if found == 1:
            return factor, end
        factor, end = factor * found, word.end()


@lru_cache(maxsize=16)
def words(text: str, language: str) -> tuple[tuple[int, int, tuple[Decimal, ...]], ...]:
    """Number words and Roman numerals of a text; kept, since several rules ask.

    Returns:
        Where each begins and ends, and the values it may stand for.
    """
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    if language in ("zh", "ja", "yue"):
        yield from _cjk(text)
    for match in _ROMAN.finditer(text) if _LIKE_ROMAN.search(text) else ():
        if match[0]:
            yield match.start(), match.end(), (Decimal(_roman(match[0])),)
    if has_words(language):
        yield from _spelled(text, language)
    if language == "en":
        yield from scores(text)
        yield from clock(text)


def _spelled(text: str, language: str) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    ends: dict[int, tuple[int, int, tuple[Decimal, ...]]] = {}
    for found in _single(text, language):
        ends.setdefault(found[1], found)
        yield found
        if _HALF in found[2] and (whole := and_a_half(text, found[:2], language, ends)):
            factor, end = scale_after(text, whole[1], language)
            yield whole[0], end, tuple(value * factor for value in whole[2])


def _single(text: str, language: str) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    lexicon = _lexicon(language)
    if language in ("zh", "ja"):
        for form, values in lexicon.loose.items():
            for match in re.finditer(form, text):
                yield match.start(), match.end(), values
        return
    run: list[tuple[int, int, Decimal]] = []
    for match in _WORD.finditer(text):
        if run and match[0].lower() in lexicon.join:
            continue
        word, value = _read(match[0], language)
        if not run and value is None and word not in lexicon.loose and language != "ar":
            continue
        apart = (
            language == "ar" and run and value is not None and _is_next(match[0], value, run[-1][2])
        )
        if run and (value is None or apart or not _adjoins(text, run[-1], match.start(), lexicon)):
            yield from _composed(run, text, language)
            run = []
        if value is not None:
            run.append((match.start(), match.end(), value))
        elif word in lexicon.loose:
            yield match.start(), match.end(), lexicon.loose[word]
            share = min(lexicon.loose[word])
            if share < 1 and (whole := _share_of(share, text, match, language)):
                yield whole
        elif language == "ar" and word.endswith(_DUAL) and _is_dual(match[0], word):
            yield match.start(), match.end(), (Decimal(2),)
    yield from _composed(run, text, language)


def _is_dual(word: str, bare: str) -> bool:
    """Whether an Arabic noun in ين or ان may be two of something: `كلبان`, whose first letter is no particle, `جزآن`."""
    if len(bare) != len("كلبان") - 1:
        return len(bare) >= len("كلبان")
    return (word[0] in "وفبلك" or word.endswith("آن")) and bare not in _NO_DUAL


def _is_next(word: str, value: Decimal, last: Decimal) -> bool:
    """Whether an Arabic number begins another one: a unit behind a unit, or one with a preposition (الرابعة بتسعة)."""
    return word[0] in "بلكف" or max(value, last) < _TEN


_TEN = 10


def _share_of(
    share: Decimal, text: str, word: re.Match[str], language: str
) -> tuple[int, int, tuple[Decimal, ...]] | None:
    """`half a million`, `medio millón`, `un demi-million` are 500,000, and `ربع مليون` is 250,000."""
    between = _OF_A.match(text, word.end())
    factor, end = scale_after(text, between.end() if between else word.end(), language)
    return (word.start(), end, (share * factor,)) if factor > 1 else None


def _adjoins(text: str, last: tuple[int, int, Decimal], start: int, lexicon: _Lexicon) -> bool:
    """Whether a number goes on: treinta y seis; but six and eight are two (entre seis y ocho)."""
    between = re.sub(r"[\s\u00a0\u202f-]+", " ", text[last[1] : start]).strip()
    return between == "" or (between.lower() in lexicon.join and last[2] % 10 == 0)


def _composed(
    run: list[tuple[int, int, Decimal]], text: str, language: str
) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    """The value of words in a row, and each for itself (`one hundred` may be 100 or 1 and 100)."""
    if not run:
        return
    total = current = Decimal(0)
    for _, _, value in run:
        if value in (100, 1000) or value >= 10**6:
            if value >= 1000:  # dos mil millones: what it counts may be thousands
                current, total = current + total % value, total - total % value
            current = max(current, Decimal(1)) * value
            if value >= 1000:
                total, current = total + current, Decimal(0)
        elif value == 20 and current == 4 and language == "fr":  # quatre-vingts
            current = Decimal(80)
        else:
            current += value
    if len(run) == 1 and run[0][2] in _VAGUE and not one_large(text, run[0][0], language):
        return  # thousands of members, des millions
    yield run[0][0], run[-1][1], (total + current,)
    if len(run) > 1:
        for at, (start, end, value) in enumerate(run):
            if at == 0 or value not in _VAGUE:  # three million are no million
                yield start, end, (value,)


def value_of(word: str, language: str) -> Decimal | None:
    """The number that one word stands for, or multiplies by; None for none."""
    return _read(word, language)[1]


@lru_cache(maxsize=8192)
def _read(word: str, language: str) -> tuple[str, Decimal | None]:
    """A word as the lexicon has it, and its value; kept, since most words are common ones."""
    bare = _bare(word, language)
    return bare, _value(bare, word.lower(), _lexicon(language))


def _value(word: str, whole: str, lexicon: _Lexicon) -> Decimal | None:
    for form in (word, whole):
        if form in lexicon.words:
            return lexicon.words[form]
        if form in lexicon.scale:
            return Decimal(lexicon.scale[form])
    if lexicon.scalestems and (compound := _compound(word, lexicon)):
        return compound
    for stem, value in (*lexicon.stems, *((s, Decimal(v)) for s, v in lexicon.scalestems)):
        if word.startswith(stem):
            return value
    return None


def _compound(word: str, lexicon: _Lexicon) -> Decimal | None:
    """A number and what multiplies it in one word: пятимиллионный, двадцатипятитысячный."""
    total, at = Decimal(0), 0
    while (scale := _scale_of(word[at:], lexicon)) == 1:
        part = next((p for p in lexicon.parts if word.startswith(p[0], at)), None)
        if part is None:
            return None
        total, at = total + part[1], at + len(part[0])
    return total * scale or None


def _scale_of(word: str, lexicon: _Lexicon) -> int:
    if word in lexicon.scale:
        return lexicon.scale[word]
    for stem, value in lexicon.scalestems:
        if word.startswith(stem):
            return value
    return 1


def _bare(word: str, language: str) -> str:
    word = word.lower()
    if language == "ar":
        word = _folded(word)
        cut = _ARABIC_PREFIX.sub("", word)
        return cut if len(cut) > 1 else word
    if language == "fr" and "'" in word:
        word = word.rpartition("'")[2]
    return word if language == "ru" else _unaccented(word)


def _folded(word: str) -> str:
    """Arabic without vowel signs and with one alef, ya and ta marbuta, which are written freely."""
    return HARAKAT.sub("", word).translate(_ALEFS)


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _cjk(text: str) -> Iterator[tuple[int, int, tuple[Decimal, ...]]]:
    for match in _CJK_RUN.finditer(text):
        yield match.start(), match.end(), (Decimal(_cjk_value(match[0])),)
        if len(match[0]) == 2 and match[0].translate(_CJK_FIGURES) in _NEXT_TO:  # 一两天
            for at, char in enumerate(match[0], match.start()):
                yield at, at + 1, (Decimal(_CJK_DIGITS[char]),)
    for match in _CJK_OFF.finditer(text) if "折" in text else ():
        yield match.start(), match.end(), (100 - Decimal(_cjk_value((match[0] + "零")[:2])),)
    for match in _CJK_HALF.finditer(text):
        yield match.start(), match.end(), (_cjk_value(match[1]) + _HALF,)


def _cjk_value(run: str) -> int:
    if not any(c in _CJK_UNITS or c in _CJK_LARGE for c in run):
        return int("".join(str(_CJK_DIGITS[c]) for c in run))
    total = section = digit = largest = 0
    for char in run:
        if char in _CJK_DIGITS:
            digit = digit * 10 + _CJK_DIGITS[char]
        elif char in _CJK_UNITS:
            section, digit = section + (digit or 1) * _CJK_UNITS[char], 0
        elif _CJK_LARGE[char] > largest:
            largest = _CJK_LARGE[char]
            total, section, digit = (total + section + digit or 1) * largest, 0, 0
        else:
            total, section, digit = total + (section + digit) * _CJK_LARGE[char], 0, 0
    return total + section + digit


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(
        (files("transflow.quantities") / "data" / "numbers.toml").read_text("utf-8")
    )


@cache
def _lexicon(language: str) -> _Lexicon:
    data = _data().get(language, {})
    words = {form: Decimal(value) for value, form in _forms(data.get("words", {}))}
    loose: dict[str, tuple[Decimal, ...]] = {}
    for value, form in _forms(data.get("loose", {})):
        loose[form] = (*loose.get(form, ()), Decimal(value))
    scale = _compact_words(language) | {f: int(v) for v, f in _forms(data.get("scale", {}))}
    stems = sorted(_forms(data.get("stems", {})), key=lambda pair: -len(pair[1]))
    return _Lexicon(
        words=words,
        loose=loose,
        stems=tuple((form, Decimal(value)) for value, form in stems),
        parts=tuple(
            sorted(
                ((form, Decimal(value)) for value, form in _forms(data.get("parts", {}))),
                key=lambda part: -len(part[0]),
            )
        ),
        scale=scale,
        scalestems=tuple((f, int(v)) for v, f in _forms(data.get("scalestems", {}))),
        join=frozenset(data.get("join", "").split()),
    )


def _forms(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(value, form) pairs; a form also without its accents, as it is often typed."""
    for value, forms in table.items():
        for form in forms.split():
            yield value, form
            if form[0] < "\u0370":
                yield value, _unaccented(form)
            elif "\u0600" < form[0] < "\u06ff":
                yield value, _folded(form)


def _compact_words(language: str) -> dict[str, int]:
    """Single multiplying words of CLDR's long compact formats: `0 Millionen`."""
    found: dict[str, int] = {}
    formats = [
        babel_locale(tag).compact_decimal_formats.get("long", {}) for tag in scripts(language)
    ]
    for by_size in (sizes for one in formats for sizes in one.values()):
        for size, pattern in by_size.items():
            written = str(getattr(pattern, "pattern", pattern)).strip("\u200f")
            zeros, _, word = written.partition(" ")
            if zeros.strip("0") == "" and word and " " not in word:
                found[word.lower().rstrip(".")] = int(size) // 10 ** (len(zeros) - 1)
    return found
