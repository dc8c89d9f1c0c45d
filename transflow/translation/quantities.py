"""Numbers in drafts: every value of the source there, none invented, in the locale's writing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

from babel.numbers import format_decimal

from transflow.bcp47 import babel_locale
from transflow.translation import literals, numberwords

__all__ = ["Number", "compare", "find", "localise", "renderings", "settle"]

_GAPS = "\u00a0\u202f\u2009 '’"
_NUMBER = re.compile(
    rf"(?<![\d.,])\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
"""Groups set apart by spaces, or any run of digits with points and commas inside."""
_SCALES = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9},
    "fr": {"mille": 3, "million": 6, "milliard": 9, "billion": 12},
    "es": {"mil millones": 9, "mil": 3, "millon": 6, "billon": 12},
    "ru": {"тыс": 3, "миллион": 6, "миллиард": 9, "млн": 6, "млрд": 9, "триллион": 12},
    "ar": {"الف": 3, "ألف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9},
    "zh": {"万亿": 12, "百万": 6, "千万": 7, "十亿": 9, "亿": 8, "万": 4, "千": 3, "百": 2},
}
_DIGIT = re.compile(r"\d")
_DECADE = re.compile(r"['’]?s\b")
_HALF_DAY = re.compile(r"(?:[.:]\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
_ALIKE = 0.5
_NONE = (Decimal("NaN"),)
"""What a run of digits is worth that no language writes: never equal to anything."""
_DIGITS = {ord(c): str(i) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩")} | {
    ord(c): str(i) for i, c in enumerate("０１２３４５６７８９")
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits.

    Attributes:
        start: Where it begins.
        end: Where its digits end.
        text: As written.
        values: What it may be worth, the likeliest first: scale words and both decimal marks.
        scale: Power of ten that a word behind it makes; 0 for none.
        stop: Where that word ends; `end` for none.
    """

    start: int
    end: int
    text: str
    values: tuple[Decimal, ...]
    scale: int = 0
    stop: int = 0


def find(text: str, locale: str, taken: Sequence[tuple[int, int]] = ()) -> list[Number]:
    """The numbers of a plain text outside the ranges that are taken."""
    folded = text.translate(_DIGITS)
    language = locale.partition("-")[0]
    found: list[Number] = []
    if not _DIGIT.search(folded):
        return found
    codes = [match.span() for match in literals.CODE.finditer(folded)]
    for match in _NUMBER.finditer(folded):
        start, end = match.span()
        if any(begin < end and start < stop for begin, stop in (*taken, *codes)):
            continue
        scale, length = _scale(folded[end : end + 24], language)
        values = tuple(value.scaleb(scale) for value in _values(match[0], language))
        found.append(Number(start, end, text[start:end], values, scale, end + length))
    return found


def localise(number: str, source_locale: str, locale: str) -> str:
    """A number as the locale groups it: 28,000 is 28 000 in French and 28.000 in Spanish.

    Numbers below 10,000 without a group mark, years among them, stay as written.
    """
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+", number):
        return number
    if source_locale.partition("-")[0] not in {"en", "zh", "ja", "ko", "he"}:
        return number
    decimals = len(number.partition(".")[2])
    value = Decimal(number.replace(",", ""))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(
        value, format=pattern, locale=babel_locale(locale), numbering_system="latn"
    )


def renderings(texts: Iterable[str], source_locale: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the numbers of some texts: as the locale does first, or as they are."""
    found = {number.text for text in texts for number in find(text, source_locale)}
    return {
        text: tuple(dict.fromkeys((localise(text, source_locale, locale), text)))
        for text in sorted(found)
    }


def compare(
    source: str, draft: str, source_locale: str, locale: str
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Match the numbers of a sentence and its draft by value.

    Returns:
        Pairs; numbers of the source that the draft lacks; numbers of the draft that are foreign.
        A number that is written as a word on the other side is neither.
    """
    wanted = [part for one in find(source, source_locale) for part in _clock(source, one)]
    left = find(draft, locale)
    pairs: list[tuple[Number, Number]] = []
    missing = []
    for number in wanted:
        same = next((other for other in left if _same(number, other)), None)
        if same is None:
            missing.append(number)
        else:
            left.remove(same)
            pairs.append((number, same))
    missing = [
        number
        for number in missing
        if not _DECADE.match(source, number.end)
        if not numberwords.says(draft, number.values[0], locale)
    ]
    spare = _spare(source, wanted)
    left = [
        other
        for other in left
        if other.values[0] not in spare
        if not any(numberwords.says(source, value, source_locale) for value in other.values)
    ]
    return pairs, missing, left


def settle(
    source: str, draft: str, source_locale: str, locale: str, *, style: str = "locale"
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Write the draft's numbers as the locale does, and mend a wrong one.

    A number of the source that is not in the draft takes the place of the one most like it that
    is in the draft and not in the source; without such a one it stays missing.

    Args:
        source: Plain source.
        draft: Plain draft.
        source_locale: BCP 47 tag.
        locale: BCP 47 tag of the draft.
        style: `locale`, or `source` to leave the writing as it is.

    Returns:
        The draft, numbers that are missing, numbers that are foreign.
    """
    pairs, missing, left = compare(source, draft, source_locale, locale)
    edits = [
        (other.start, other.end, _written(number, other, source_locale, locale, style))
        for number, other in pairs
    ]
    for number in list(missing):
        if not left:
            break
        other = max(left, key=lambda one: _alike(number, one))
        if len(left) >= len(missing) or _alike(number, other) >= _ALIKE:
            edits.append(_mended(number, other, source_locale, locale, style))
            left.remove(other)
            missing.remove(number)
    for start, end, text in sorted(edits, key=lambda edit: -edit[0]):
        draft = draft[:start] + text + draft[end:]
    return draft, tuple(number.text for number in missing), tuple(other.text for other in left)


def _clock(text: str, number: Number) -> tuple[Number, ...]:
    """A time of day as its parts: 7.55am is 7 and 55."""
    hour, mark, minute = number.text.partition(".")
    if not mark or not _HALF_DAY.match(text, number.end) or len(minute) != 2:
        return (number,)
    middle = number.start + len(hour)
    return (
        Number(number.start, middle, hour, (Decimal(hour),)),
        Number(middle + 1, number.end, minute, (Decimal(minute),)),
    )


def _spare(text: str, numbers: Sequence[Number]) -> set[Decimal]:
    """Values a draft may have for what the source writes otherwise: 2 pm is 14, 1980s the 80s."""
    spare = {
        Decimal(figures) for code in literals.soft(text) for figures in re.findall(r"[0-9]+", code)
    }
    for number in numbers:
        value = number.values[0]
        if _HALF_DAY.match(text, number.end) and value < 13:
            spare.add((value + 12) % 24)
        if _DECADE.match(text, number.end):
            spare |= {value % 100, value // 100 + 1}
    return spare


def _same(number: Number, other: Number) -> bool:
    """Whether a draft's number is the source's: its value, or its very digits, oddly marked."""
    value = number.values[0]
    if value == other.values[0] or (number.text, number.scale) == (other.text, other.scale):
        return True
    return value in other.values and _bare(number.text) == _bare(other.text)


def _bare(text: str) -> str:
    return re.sub(r"[^0-9]", "", text.translate(_DIGITS))


def _alike(number: Number, other: Number) -> float:
    """How much of a number's digits another has, from 0 to 1."""
    return SequenceMatcher(None, _bare(number.text), _bare(other.text), autojunk=False).ratio()


def _mended(
    number: Number, other: Number, source_locale: str, locale: str, style: str
) -> tuple[int, int, str]:
    """A wrong number's place, its scale word included where the right one has another."""
    if number.scale == other.scale:
        text = localise(number.text, source_locale, locale) if style == "locale" else number.text
        return other.start, other.end, text
    plain = f"{number.values[0].normalize():,f}" if number.scale else number.text
    text = localise(plain, "en" if number.scale else source_locale, locale)
    return other.start, other.stop, text if style == "locale" else plain


def _written(number: Number, other: Number, source_locale: str, locale: str, style: str) -> str:
    plain = re.sub(r"[^\d]", "", number.text)
    if style == "locale" and plain == re.sub(r"[^\d]", "", other.text.translate(_DIGITS)):
        return localise(number.text, source_locale, locale)
    return other.text


def _values(text: str, language: str) -> tuple[Decimal, ...]:
    """Readings of digits with marks: as the language writes them, then the other way."""
    bare = re.sub(f"[{_GAPS}]", "", text)
    commas = language in {"en", "zh", "ja", "ko", "he", "ar"}
    readings = [_english(bare), _english(bare.translate({44: ".", 46: ","}))]
    if not commas:
        readings.reverse()
    return tuple(dict.fromkeys(value for value in readings if value is not None)) or _NONE


def _english(text: str) -> Decimal | None:
    if "," in text and not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return None
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _scale(after: str, language: str) -> tuple[int, int]:
    """The power of ten that the words behind a number make, and where the last one ends."""
    total = end = 0
    while word := _scale_word(after[end:], language):
        total += word[0]
        end += word[1]
    return total, end


def _scale_word(after: str, language: str) -> tuple[int, int] | None:
    """The power of ten of the word a text begins with, and where it ends."""
    words = after.lstrip("\u00a0\u202f -" + ("多余" if language == "zh" else ""))
    folded = words.lower().replace("ó", "o")
    scales = sorted(_SCALES.get(language, {}).items(), key=lambda item: -len(item[0]))
    for word, scale in scales:
        if folded.startswith(word):
            rest = re.match(r"\w*" if word[0].isascii() else "", words[len(word) :])
            return scale, len(after) - len(words) + len(word) + (rest.end() if rest else 0)
    return None
