"""Whether a large number in words became another of the same figures: two billion as dos billones, millions as milliards.

Told only where the translation has the number itself in no form, and in its place one that is larger or smaller by a
power of ten (a thousand for what is counted in no figure): a round number may be said in many other ways.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import log10

from transflow.quantities.spelled import AND_MORE, known_values
from transflow.quantities.words import has_words, value_of, words
from transflow.quantities.wordset import word_set

__all__ = ["KEYS", "lost_millions", "rescaled"]

_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_TENS = {Decimal(10) ** power: power for power in _POWERS.values()}
KEYS = frozenset(form for name in _POWERS for form in (name, f"{name}s"))
_PARTS = frozenset(f"{name}th{end}" for name in _POWERS for end in ("", "s"))
"""Parts of one, which are large numbers in other languages: hundred thousandths, 十万分之一."""
_LEAST = 100
_EXACT = re.compile(rf"(?:.*[- ])?(?:{'|'.join(_POWERS)})", re.IGNORECASE | re.DOTALL)
_VAGUE = re.compile(
    rf"(?<![\d.,][ -])\b(?:(?P<of>hundreds|thousands) of (?P<many>(?:{'|'.join(_POWERS)})s)"
    rf"|(?P<one>(?:{'|'.join(_POWERS)})s)|(?:several|a few|many) (?P<some>{'|'.join(_POWERS)}))\b(?! of (?:thousand|[mbtr]+illion)s)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\d[\d.,\s]*|\bthanks(?: a)?\s)$", re.IGNORECASE)
"""What makes it a part of a figure, or nothing that is counted: thanks a million."""
_PER = ("pour ", "por ")
_COUNTED = re.compile(
    r"(?<!\d )(?<!-)\b(?:millions|billions|trillions) of (?![mb]illions)", re.IGNORECASE
)
_COUNTLESS = re.compile(
    "无数|巨额|海量|大量|innombrable|innumerable|incontable|бесчисленн|множеств|لا (?:ت|ي)(?:حصى|عد)",
    re.IGNORECASE,
)
"""As what so many may be said, too."""
_FAR = 3
"""Powers of ten between two vague numbers that are not one: thousands may be ten thousand."""
_HAN = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_HAN_RUN = re.compile("(?<![\\d一二两三四五六七八九十百千万亿])[十百千]*[万亿萬億]+")
_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[^.,;:!?()،؛]+")
_UNCOUNTED = (None, Decimal(10))  # tens of billions
_OF = frozenset({"de", "d", "des", "من"})


def rescaled(source: str, target: str, language: str) -> tuple[str, str]:
    """A large number word of the source, and what the translation has instead; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    said = word_set(source)
    if KEYS.isdisjoint(said) or not _PARTS.isdisjoint(said) or not has_words(language):
        return "", ""
    target = AND_MORE.sub("", target)
    known, there = known_values(source, "en"), known_values(target, language)
    given = [one for one in _large(target, language) if one[1] not in known]
    for text, value in _large(source, "en"):
        if value in there or not _EXACT.fullmatch(text):
            continue
        for other, its in given:
            if (its / value).log10() % 1 == 0:
                return text, other
    return _vague(source, target, language, there)


def lost_millions(source: str, target: str, language: str) -> str:
    """The `billions of` a source that no large number of the translation stands for; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if KEYS.isdisjoint(word_set(source)) or not has_words(language):
        return ""
    found = _COUNTED.search(source)
    if not found or _COUNTLESS.search(target):
        return ""
    target = AND_MORE.sub("", target)
    large = any(value > _LEAST for value in known_values(target, language))
    return "" if large or any(_powers(target, language)) else found[0].removesuffix(" of ")


def _large(text: str, language: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers in words of a hundred and more, each in its longest form."""
    end = -1
    for start, stop, values in words(text, language):
        whole = stop > end and len(values) == 1 and values[0] >= _LEAST
        end = max(end, stop)
        lone = language == "zh" and stop - start == 1  # 百分之, 百姓
        lone = lone or text.endswith(_PER, 0, start)  # pour cent
        if whole and not lone and not _said_before(text, start):
            yield text[start:stop], values[0]


def _vague(source: str, target: str, language: str, there: set[Decimal]) -> tuple[str, str]:
    """The same of what is counted in no figure: millions of people, hundreds of thousands."""
    given = list(_powers(target, language)) if _VAGUE.search(source) else []
    near = [power for _, power in given]
    near += [int(log10(value)) for value in there if value >= _LEAST]
    for found in _VAGUE.finditer(source) if given else ():
        many = found["many"] or found["one"] or found["some"]
        power = sum(_POWERS[one.lower().rstrip("s")] for one in (many, found["of"]) if one)
        if all(abs(power - one) >= _FAR for one in near):
            return found[0], given[0][0]
    return "", ""


def _powers(text: str, language: str) -> Iterator[tuple[str, int]]:
    """Words for powers of ten that no figure or number stands before: miles de millones, 数十亿."""
    if language == "zh":
        for run in _HAN_RUN.finditer(text):
            said = run[0].replace("千百", "百").replace("亿万", "亿")
            yield run[0], sum(_HAN[one] for one in said)
        return
    for piece in _PIECE.findall(text):
        begin = end = power = 0
        counted = False
        for word in (*_WORD.finditer(piece), None):
            value = value_of(word[0], language) if word else None
            if word and value in _TENS:
                if not power:
                    begin, counted = word.start(), counted or _said_before(piece, word.start())
                end, power = word.end(), power + _TENS[value]
            elif not (word and power and word[0].lower() in _OF):
                if power and not counted:
                    yield piece[begin:end], power
                power, counted = 0, value not in _UNCOUNTED


def _said_before(text: str, at: int) -> bool:
    return _BEFORE.search(text, max(0, at - 20), at) is not None
