"""Whether a share in words (two thirds, three quarters) became another share in translation.

Told only where both texts have shares and none of the translation's is the source's: half a page of rounding
(68% as deux tiers) is no matter of this rule.
"""

import re
from fractions import Fraction
from functools import cache

from transflow.quantities.wordset import word_set

__all__ = ["KEYS", "other_share"]

_PARTS_EN = {
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
    "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNT_EN = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}  # fmt: skip
_SOURCE = re.compile(
    rf"\b({'|'.join(_COUNT_EN)})[- ]({'|'.join(sorted(_PARTS_EN, key=len, reverse=True))})(?= of\b| majority\b)(?! of an hour| of a century)",
    re.IGNORECASE,
)
KEYS = frozenset(_PARTS_EN)
_COUNTS = {
    "fr": {"un": 1, "le": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9},
    "es": {"un": 1, "una": 1, "la": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9},
    "ru": {"": 1, "одн": 1, "две": 2, "двух": 2, "двум": 2, "двумя": 2, "три": 3, "трех": 3, "трёх": 3, "трем": 3, "тремя": 3, "четыре": 4,
           "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "девяти": 9},
    "ar": {"": 1, "ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9},
}  # fmt: skip
_PARTS = {
    "fr": {"tiers": 3, "quarts?": 4, "cinquièmes?": 5, "sixièmes?": 6, "septièmes?": 7, "huitièmes?": 8, "neuvièmes?": 9, "dixièmes?": 10},
    "es": {"tercios?": 3, "terceras? partes?": 3, "cuartos?": 4, "cuartas? partes?": 4, "quintos?": 5, "quintas? partes?": 5, "sextas? partes?": 6,
           "séptimas? partes?": 7, "octav[oa]s?(?: partes?)?": 8, "novenas? partes?": 9, "décimos?": 10, "décimas? partes?": 10},
    "ru": {"трет[ьиейямх]+": 3, "четверт[ьиейямх]+": 4, "пят(?:ая|ой|ую|ых)": 5, "шест(?:ая|ой|ую|ых)": 6, "седьм(?:ая|ой|ую|ых)": 7,
           "восьм(?:ая|ой|ую|ых)": 8, "девят(?:ая|ой|ую|ых)": 9, "десят(?:ая|ой|ую|ых)": 10},
    "ar": {"ثلث": 3, "ثلثه[ام]?": 3, "ربع": 4, "أرباع": 4, "خمس": 5, "أخماس": 5, "سدس": 6, "أسداس": 6, "سبع": 7, "أسباع": 7, "ثمن": 8,
           "أثمان": 8, "تسع": 9, "أتساع": 9, "عشر": 10, "أعشار": 10},
}  # fmt: skip
_DUALS = {"ثلثا": Fraction(2, 3), "ثلثي": Fraction(2, 3), "الثلثان": Fraction(2, 3), "الثلثين": Fraction(2, 3), "ثلثيه": Fraction(2, 3), "ثلثاه": Fraction(2, 3),
          "خمسا": Fraction(2, 5), "خمسي": Fraction(2, 5)}  # fmt: skip
_HAN = {char: value for value, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_HAN_SHARE = re.compile("([三四五六七八九十])分之([一二两三四五六七八九])")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    counts = "|".join(sorted(filter(None, _COUNTS[language]), key=len, reverse=True))
    parts = "|".join(_PARTS[language])
    lead = "(?:و|ب|ل|ف)?(?:ال)?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){lead}(?:({counts})\w*[ -])?(?:ال)?({parts})(?!\w)", re.IGNORECASE)


def _shares(text: str, language: str) -> set[Fraction]:
    """The shares that a text names in words."""
    if language == "zh":
        return {Fraction(_HAN[found[2]], _HAN[found[1]]) for found in _HAN_SHARE.finditer(text)}
    shares = set()
    for found in _pattern(language).finditer(text):
        count = _COUNTS[language].get((found[1] or "").lower())
        part = next(
            value
            for form, value in _PARTS[language].items()
            if re.fullmatch(form, found[2], re.IGNORECASE)
        )
        if count and count < part:
            shares.add(Fraction(count, part))
    if language == "ar":
        shares |= {
            share
            for word, share in _DUALS.items()
            if re.search(rf"(?<!\w)[وبلف]?{word}(?!\w)", text)
        }
    return shares


def other_share(source: str, target: str, language: str) -> str:
    """The share of the source in whose place the translation has another; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if KEYS.isdisjoint(word_set(source)) or language not in (*_COUNTS, "zh"):
        return ""
    wanted = {
        Fraction(_COUNT_EN[found[1].lower()], _PARTS_EN[found[2].lower()]): found[0]
        for found in _SOURCE.finditer(source)
    }
    given = _shares(target, language) if wanted else set()
    return next((text for share, text in wanted.items() if given and share not in given), "")
