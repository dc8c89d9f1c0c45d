"""Numbers said in words, as far as examining a draft needs them: small ones, months, scales.

A word for a number excuses its digits from being on the other side; it never has to be there.
"""

import re
from decimal import Decimal
from functools import cache

from transflow.bcp47 import babel_locale

__all__ = ["says"]

_UNITS: dict[str, dict[int, str]] = {
    "en": {
        0: "zero|no|nil",
        1: "one|first|once|an?|single",
        2: "two|second|twice|both|pair|half|twin|bi",
        3: "three|third|thrice|tri",
        4: "four|fourth|quarter",
        5: "five|fifth",
        6: "six|sixth",
        7: "seven|seventh",
        8: "eight|eighth",
        9: "nine|ninth",
        10: "ten|tenth|decade",
        11: "eleven|eleventh",
        12: "twelve|twelfth|dozen|noon|annual|year",
        13: "thirteen|thirteenth",
        14: "fourteen|fourteenth|fortnight",
        15: "fifteen|fifteenth",
        16: "sixteen|sixteenth",
        17: "seventeen|seventeenth",
        18: "eighteen|eighteenth",
        19: "nineteen|nineteenth",
        20: "twenty|twentieth|score|two decades",
        30: "thirty|thirtieth",
        40: "forty|fortieth",
        50: "fifty|fiftieth|half",
        60: "sixty|sixtieth",
        70: "seventy|seventieth",
        80: "eighty|eightieth",
        90: "ninety|ninetieth",
        100: "hundred|hundredth|century",
        1000: "thousand",
        10**6: "million",
        10**9: "billion",
    },
    "fr": {
        0: "zéro|aucun|aucune",
        1: "une?|premi(?:er|ère)s?",
        2: "deux|deuxième|seconde?|double",
        3: "trois|troisième|triple",
        4: "quatre|quatrième|quart",
        5: "cinq|cinquième",
        6: "six|sixième",
        7: "sept|septième",
        8: "huit|huitième",
        9: "neuf|neuvième",
        10: "dix|dixième|décennie|dizaine",
        11: "onze|onzième",
        12: "douze|douzième|douzaine",
        13: "treize",
        14: "quatorze",
        15: "quinze|quinzaine",
        16: "seize",
        20: "vingt|vingtième|vingtaine",
        30: "trente|trentième|trentaine",
        40: "quarante",
        50: "cinquante|cinquantième|moitié",
        60: "soixante",
        100: "cent|cents|centaine|centième|siècle",
        1000: "mille|millier|milliers",
        10**6: "millions?",
        10**9: "milliards?",
    },
    "es": {
        0: "cero|ninguna?",
        1: "una?|uno|primer[oa]?s?",
        2: "dos|segund[oa]|doble",
        3: "tres|tercer[oa]?",
        4: "cuatro|cuart[oa]",
        5: "cinco|quint[oa]",
        6: "seis|sext[oa]",
        7: "siete|séptim[oa]",
        8: "ocho|octav[oa]",
        9: "nueve|noven[oa]",
        10: "diez|décim[oa]|decenio|década|decena",
        11: "once",
        12: "doce|docena",
        13: "trece",
        14: "catorce",
        15: "quince|quincena",
        16: "dieciséis",
        20: "veinte|vigésim[oa]",
        30: "treinta|trigésim[oa]",
        40: "cuarenta",
        50: "cincuenta|mitad",
        60: "sesenta",
        100: "cien|ciento|centenar|siglo",
        1000: "mil|miles|millar",
        10**6: "mill[óo]n(?:es)?",
        10**9: "mil millones",
    },
    "ru": {
        1: "один|одна|одно|одного|перв\\w+",
        2: "два|две|двух|втор\\w+|обе?",
        3: "три|трех|трёх|трет\\w+",
        4: "четыре|четырех|четырёх|четверт\\w+",
        5: "пять|пяти|пят\\w+",
        6: "шесть|шести|шест\\w+",
        7: "семь|семи|седьм\\w+",
        8: "восемь|восьми|восьм\\w+",
        9: "девять|девяти|девят\\w+",
        10: "десять|десяти|десят\\w+",
        11: "одиннадцат\\w+",
        12: "двенадцат\\w+|дюжин\\w+",
        15: "пятнадцат\\w+",
        20: "двадцат\\w+",
        30: "тридцат\\w+",
        40: "сорок\\w*",
        50: "пятьдесят|пятидесят\\w*|половин\\w+",
        100: "сто|ста|сотн?\\w+|век\\w*",
        1000: "тысяч\\w*|тыс",
        10**6: "миллион\\w*|млн",
        10**9: "миллиард\\w*|млрд",
    },
    "ar": {
        1: "واحدة?|الأولى?|أول|الأول",
        2: "اثن\\w+|\\w+ان|\\w+ين|الثاني\\w*",
        3: "ثلاثة?|الثالث\\w*",
        4: "أربعة?|الرابع\\w*",
        5: "خمسة?|الخامس\\w*",
        6: "ستة?|السادس\\w*",
        7: "سبعة?|السابع\\w*",
        8: "ثماني\\w*|الثامن\\w*",
        9: "تسعة?|التاسع\\w*",
        10: "عشرة?|العاشر\\w*|عقد",
        20: "عشر(?:ون|ين)|العشر\\w+",
        30: "ثلاث(?:ون|ين)|الثلاث\\w+",
        100: "مائة|مئة|قرن",
        1000: "ألف|آلاف|الاف",
        10**6: "مليون|ملايين",
    },
}
_HAN = "零一二三四五六七八九"


def says(text: str, value: Decimal, locale: str) -> bool:
    """Whether a text may say a value in words, or as the month of a date."""
    if value != value.to_integral_value() or value < 0:
        return False
    number = int(value)
    language = locale.partition("-")[0]
    if 1 <= number <= 12 and _month(number, locale).search(text):
        return True
    if language in {"zh", "ja"}:
        return any(form in text for form in _han(number))
    if number < 30 and re.search(rf"\b{_roman(number)}(?:e|er|ème|º|ª)?\b", text):
        return True
    pattern = _pattern(language, number)
    return bool(pattern and pattern.search(text))


def _roman(number: int) -> str:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
    return "X" * (number // 10) + ones or "N"


@cache
def _pattern(language: str, number: int) -> re.Pattern[str] | None:
    units = _UNITS.get(language, {})
    words = units.get(number)
    if words is None and 20 < number < 100 and number // 10 * 10 in units and number % 10 in units:
        words = f"(?:{units[number // 10 * 10]})[ -](?:(?:et|y|e) )?(?:{units[number % 10]})"
    if words is None and number >= 2000 and number % 1000 == 0 and number < 10**5:
        return _pattern(language, number // 1000)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


@cache
def _month(number: int, locale: str) -> re.Pattern[str]:
    names = babel_locale(locale).months["format"]
    forms = {names[width][number].strip(".") for width in ("wide", "abbreviated")}
    return re.compile(
        "|".join(
            rf"\b{re.escape(form)}\b" if form[0].isalpha() else re.escape(form) for form in forms
        ),
        re.IGNORECASE,
    )


def _han(number: int) -> tuple[str, ...]:
    if number == 2:
        return ("二", "两", "双", "对")
    if number < 10:
        return (_HAN[number],)
    if number < 100:
        tens, ones = divmod(number, 10)
        return (("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else ""),)
    return {
        100: ("百", "世纪"),
        1000: ("千",),
        10**4: ("万",),
        10**6: ("百万",),
        10**9: ("十亿",),
    }.get(number, ("\0",))
