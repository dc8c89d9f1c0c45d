"""Amounts, times and measures whose signs a model mangles, and how a locale writes them.

`$50,000` is `50 000 $` in French and Spanish and `$50,000` in Chinese; `7:05 p.m.` is 19 h 05 or 19:05. An
engine reads a plain number in their place. Units keep their symbols, in Russian and Arabic in their
own letters. Words (3.2 million dollars, 5 litres) stay with the engine.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from babel.numbers import format_compact_decimal, format_decimal

from transflow.bcp47 import babel_locale
from transflow.quantities import MONEY, MONEY_OR_WORDS, digits
from transflow.translation import clockwords

__all__ = [
    "MEASURES",
    "RANGED",
    "WORDED",
    "inches",
    "localise",
    "percent",
    "scaled",
    "shares_scale",
    "written",
]

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS = r"(?:(?:US|CA?|AU?|NZ|HK|SG?|NT|MX|JA?|TT|BZ|EC|B?BD|FJ?|GY?|NA?|RD?)?\$|[€£¥₽₹₩₺₪฿₫₴₦¢])"
_SCALE = (
    r"(?:(?:[\s-]?(?i:thousand|million|billion|trillion|mn|bn|tn)|\s?[kKmM]|[bBT])(?![A-Za-z]))"
)
_CODES = rf"(?=[A-Z]{{3}})(?:{'|'.join(sorted(MONEY))})"
_WORDLIKE = rf"(?=[A-Z]{{3}})(?:{'|'.join(sorted(MONEY_OR_WORDS))})"
_CODED = rf"(?:{_CODES}\s|{_WORDLIKE}\s(?=\d{{1,3}},\d{{3}}|\d[\d.]*{_SCALE}))"
_WHOLE = r"(?![\d]|[.,]\d)"
_AMOUNT = (
    rf"(?<![\w$])(?:{_SIGNS}\s?|{_CODED})(?:\d{{1,3}}(?:['’]\d{{3}})+(?:\.\d+)?|(?:{_DIGITS})(?!['’]\d)){_WHOLE}{_SCALE}?"
    rf"|(?<![\w.,])(?:{_DIGITS}){_WHOLE}\s?(?:(?:{_CODES}|kr|Kč|zł|Ft)(?![A-Za-z])|[€£¥₽₹₩₺₪฿₫₴])"
    rf"|(?<![\w.,])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\s{_WORDLIKE}(?![A-Za-z])"
)
RANGED = re.compile(
    rf"(?:(?P<lead>[Bb]etween|[Ff]rom)\s)?(?<![\w$])(?P<mark>{_SIGNS}\s?|{_CODED})(?P<first>{_DIGITS})"
    rf"(?:\s?(?P<dash>[–—-])\s?|\s(?P<word>to|and|or)\s)(?:(?P=mark))?(?P<second>{_DIGITS}){_WHOLE}(?P<scale>{_SCALE})"
)
"""Two sums that share a million: `between CHF 2 and 3 million`, `€2–3 million`."""
_HALF = r"\s?(?:[aA]\.?\s?[mM]|[pP]\.?\s?[mM])(?:\.|(?![A-Za-z]))"
_ZONE = r"(?:\s(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|BST|IST|JST|MSK)(?![\w+−-]))"
_TIME = (
    rf"(?<![\w:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]|[.,]\d)(?:{_HALF})?{_ZONE}?"
    rf"|(?:(?<![\w:.,$€£-])|(?<=[apAP][mM]-)|(?<=\d-))(?:0?[1-9]|1[0-2]){_HALF}{_ZONE}?"
)


def _first_hours(*, afternoon: bool) -> str:
    """The hour before another whose half it shares, or the forenoon of `11 to 2 p.m.`."""
    found = []
    for hour in range(1, 13):
        later = [other for other in range(1, 13) if other % 12 > hour % 12]
        earlier = [12, *(other for other in range(1, 12) if other < hour)] if hour < 12 else []
        ends = {"p": later} if afternoon else {"a": later, "p": earlier}
        halves = "|".join(
            rf"(?:{'|'.join(map(str, hours))})(?::\d\d)?\s?[{half}{half.upper()}]\.?\s?[mM]\b"
            for half, hours in ends.items()
            if hours
        )
        if halves:
            found.append(rf"{hour}(?=(?::\d\d)?\s?(?:to|until|till|and|[-–—])\s?(?:{halves}))")
    return rf"(?<![\w:.,$€£-])(?:{'|'.join(found)})(?::\d\d)?"


_UNIT = (
    r"(?:[°º]\s?[CFK](?![A-Za-z])|[°′″Ω‰]|"
    r"(?:km|m|k?[lL]|[pnfk]?g|[mµμ](?:g|mol|[lL]|Sv)|[pnf]?mol|m?Eq|mOsm|m?I?U|kcal|[kM]?J|kWh|Mbit|Gbit|[KMGT]i?B|kB|k?W|t)/(?:\d+\s?)?"
    r"(?:h|s|min|km|m[²³]?|cm[²³]|k?g|mol|[mdµμ]?[lL]|ha|day)(?![A-Za-z])|"
    r"[µμ][A-Za-z]+|[kMG]Ω|[A-Za-z]{1,3}[²³])"
)
_SYMBOLS = (
    r"(?:[kmcnM]m|\sm|km/h|[km]g|\sg|[kMG]?Wh?|[kM]?V|mAh?|[kMGT]?Hz|[kKMGT]i?B(?:ps|/s)?|[kMG]bps|[mk]Pa|dBm?|rpm|ppm|"
    r"p[xt]|r?em|v[hw]|[dp]pi|fps|MP|m[lL]|\s[lL]|kcal|kJ|\sha|\st|\s[mn]?s)(?![\w/²³°’'-])"
)
_AMPERES = rf"(?:(?<=\bat )|(?=\d+\.))(?:{_DIGITS})\sA(?![\w'’-]| [A-Z])"
"""A letter that engines take for an hour: `at 1.2 A`."""
_HYPHENED = rf"(?:{_DIGITS})-(?:{_SYMBOLS}|(?:[mglLt]|ha)(?=\s[a-z])|degree(?:[ -](?:Celsius|Fahrenheit)|(?!\w))(?![\w-]))"
"""A measure before a noun: a 10-mg dose, a 2-degree rise."""
_PARTS = "½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘"
_MINUS = r"(?:(?<=\s)|(?<=\()|^)(?<!\d\s)"
"""An en dash behind a blank is a minus: `floor –1`, not `1990 –2000`."""
_SIDE = rf"(?:(?:{_DIGITS})[{_PARTS}]?|[{_PARTS}])"
_SIZE = rf"(?<![\w.,]){_SIDE}(?:\s?[×x]\s?{_SIDE})+(?:(?:\s?(?!\s)|(?=\s)){_SYMBOLS}|\sin(?:\.(?=,|\s[a-z(])|(?=[.,;:)]|$))|(?![\w^⁻⁺]))"
_WITHIN = rf"[-−]?(?:{_DIGITS})\s?±\s?(?:{_DIGITS})(?:\s?(?:{_UNIT}|%(?!\w))|(?:\s?(?!\s)|(?=\s)){_SYMBOLS}|{_WHOLE}(?!\w))"
"""A value and how far it may be off: 1.1 ± 0.1 °C."""
_MEASURE = (
    rf"(?<![\w.,])(?:(?:{_DIGITS})\s?[×x·]\s?)?\d+(?:\^[-−]?\d+|[⁻⁺]?[⁰¹²³⁴-⁹]+)(?!\w)"  # 6.022 × 10²³
    r"|(?<!\w)(?!(?:a[nst]|b[ey]|do|go|he|i[fnst]|me|my|no|o[fnr]|so|to|u[ps]|we)\b)"
    rf"[A-Za-z]{{1,2}}\s?[<>≤≥≈]=?\s?[-−]?(?:{_DIGITS}){_WHOLE}(?!\s?/?>)%?"  # p < 0.05, no <0> of a tag
    rf"|(?<![\w.,/])\d*[{_PARTS}](?:\s?%(?!\w)|\s?{_UNIT}|(?:\s?(?!\s)|(?=\s)){_SYMBOLS}|(?!\w))"
    rf"|(?<![\w.,$€£¥]){_WITHIN}|(?<![\w.,$€£¥]){_AMPERES}"
    rf"|(?<![\w.,$€£¥]){_HYPHENED}|"
    rf"{_MINUS}[–−](?:{_DIGITS})(?:\s?(?:{_UNIT}|%(?!\w))|(?:\s?(?!\s)|(?=\s)){_SYMBOLS})"
    rf"|(?<![\w.,])[-−±+]?(?:{_DIGITS})\s?{_UNIT}"
    rf"|(?:(?<=\s)|(?<=\()|^)[-−±+](?:{_DIGITS})\s?%(?!\w)"  # a sign is lost more easily than a number
    rf"|(?<![\w.,$€£¥])(?:{_DIGITS})(?:\s?(?!\s)|(?=\s)){_SYMBOLS}"
    rf"|(?<![\w])[≥≤≈±~<>]\s?(?:{_DIGITS})(?:(?:\s?(?!\s)|(?=\s)){_SYMBOLS}|{_WHOLE}(?:\s?%)?)"
)
_RATIO = r"(?<![\w:.,])\d+:\d+(?![\d:])(?![A-Za-z])"
_ODDS = r"(?<![\w.,:/-])1 in \d{1,3}(?:,\d{3})+(?![\w,%]|\.\d| (?!(?:to|and|or|by|in|at|on|for|is|was|when|if)\b)[a-z])"
"""Odds that no noun stands behind, which an engine takes for a year: from 1 in 1,000 to 1 in 10,000."""
MEASURES = (
    ("odds", _ODDS),
    ("size", _SIZE),
    ("amount", _AMOUNT),
    ("forenoon", _first_hours(afternoon=False)),
    ("afternoon", _first_hours(afternoon=True)),
    ("time", _TIME),
    ("ratio", _RATIO),
    ("measure", _MEASURE),
    ("minus", rf"{_MINUS}[–−](?:{_DIGITS}){_WHOLE}(?![\w/–−-])"),
)
"""(kind, pattern) of what is written by rule."""

_INCHES = re.compile(
    rf"(?<![\w.,'’°])(?:\d{{1,2}}['’]\s?)?(?:\d{{1,3}}(?:\.\d+)?[{_PARTS}]?|[{_PARTS}])\"(?![\w\"])"
)
_NUMBER = re.compile(_DIGITS)
_MARKED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_VALUE = re.compile(rf"(?:{_DIGITS})[{_PARTS}]?|[{_PARTS}]")
_DEGREES = {"-degree": "°", "-degreecelsius": "\u00a0°C", "-degreefahrenheit": "\u00a0°F"}
_LETTERS = {
    "ru": {
        "km": "км", "m": "м", "cm": "см", "mm": "мм", "nm": "нм", "kg": "кг", "g": "г", "mg": "мг", "t": "т", "l": "л",
        "L": "л", "ml": "мл", "mL": "мл", "W": "Вт", "kW": "кВт", "MW": "МВт", "kWh": "кВт·ч", "V": "В", "kV": "кВ",
        "Hz": "Гц", "kHz": "кГц", "MHz": "МГц", "GHz": "ГГц", "kB": "кБ", "MB": "МБ", "GB": "ГБ", "TB": "ТБ",
        "km/h": "км/ч", "m/s": "м/с", "m²": "м²", "km²": "км²", "m³": "м³", "ha": "га", "rpm": "об/мин", "dB": "дБ", "s": "с", "ms": "мс",
        "A": "А", "mA": "мА", "kcal": "ккал", "kJ": "кДж", "in": "дюймов",
    },
    "ar": {
        "km": "كم", "m": "م", "cm": "سم", "mm": "مم", "kg": "كغ", "g": "غ", "mg": "مغ", "km/h": "كم/س", "m²": "م²",
        "km²": "كم²", "m³": "م³", "ml": "مل", "mL": "مل", "l": "ل", "L": "ل",
        "s": "ث", "in": "بوصة",
    },
    "fr": {"in": "po"}, "es": {"in": "pulgadas"}, "zh": {"in": "英寸"},
}  # fmt: skip
"""Units in the letters of the language, as CLDR's short forms have them."""
_NO = re.compile(r"^[Nn](?:o\.?|°|º)\s?")
_NUMERO = {
    "fr": "n°\u00a0{}", "es": "n.º\u00a0{}", "pt": "n.º\u00a0{}", "it": "n.\u00a0{}", "de": "Nr.\u00a0{}",
    "ru": "№\u00a0{}", "uk": "№\u00a0{}", "zh": "第{}号", "ja": "第{}号", "ar": "رقم {}",
}  # fmt: skip
"""How a number that is a name is called."""
_IN_SO_MANY = {
    "fr": "1 sur {}", "es": "1 de cada {}", "pt": "1 em {}", "it": "1 su {}", "de": "1 zu {}",
    "ru": "1 на {}", "zh": "{}分之1", "ja": "{}分の1", "ar": "1 من كل {}",
}  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=\d)['’](?=\d{3})")
"""2'450'000, as the Swiss group figures."""
WORDED = frozenset({"amounts", "clock", "odds"})
"""Kinds with words in them, which no draft leaves as they are."""
_OF_UNION = re.compile(r"(?<=\d/)E(?:E?C|U)$")
_ROMANCE = {"EC": "CE", "EEC": "CEE", "EU": "UE"}
_UNIONS = dict.fromkeys(("fr", "es", "it", "pt", "ro", "ca"), _ROMANCE) | {
    "de": {"EC": "EG", "EEC": "EWG"}
}
"""Whose directive one is, in the journals of the languages: 2003/88/CE."""
_HALVES = {"time": "", "forenoon": "a.m.", "afternoon": "p.m."}
_ZONED = re.compile(f"{_ZONE}$")
_HALF_DAY = re.compile(r"\s?([aApP])\.?\s?[mM]\.?$")


def inches(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has inches, `a 12" screen`: a mark behind a number that closes no quotation.

    Args:
        text: Plain English.
    """
    if '"' not in text:
        return
    at, opened = 0, False
    for match in _INCHES.finditer(text):
        opened ^= text.count('"', at, match.start()) % 2 == 1
        if not opened:
            yield match.span()
        at, opened = match.end(), False


def localise(number: str, source_locale: str, locale: str) -> str:
    """A number as the locale groups it: 28,000 is 28 000 in French and 28.000 in Spanish.

    Numbers below 10,000 without a group mark, years among them, stay as written.
    """
    if not _MARKED.fullmatch(number):
        return number
    if source_locale.partition("-")[0] not in {"en", "zh", "ja", "ko", "he"}:
        return number
    decimals = len(number.partition(".")[2])
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(
        Decimal(number.replace(",", "")),
        format=pattern,
        locale=babel_locale(locale),
        numbering_system="latn",
    )


def written(text: str, kind: str, source: str, locale: str) -> str:
    """A measure of the source as the locale writes it; other kinds as they are.

    Args:
        text: As the source has it.
        kind: The kind of the literal.
        source: BCP 47 tag of the source.
        locale: BCP 47 tag of the draft.
    """
    if kind in _HALVES:
        zone = _ZONED.search(text)
        clock = text[: zone.start()] if zone else text
        return _time(clock + _HALVES[kind], locale) + (zone[0] if zone else "")
    if kind == "numbered":
        form = _NUMERO.get(locale.partition("-")[0])
        return form.format(_NO.sub("", text, count=1)) if form else text
    if kind == "reference":
        unions = _UNIONS.get(locale.partition("-")[0], {})
        return _OF_UNION.sub(lambda match: unions.get(match[0], match[0]), text)
    if kind == "clock":
        return clockwords.written(text, locale)
    if kind == "amounts":
        return _amounts(text, source, locale)
    if kind == "odds":
        odds = _IN_SO_MANY.get(locale.partition("-")[0], "1:{}")
        return odds.format(localise(text.rpartition(" ")[2], source, locale))
    if kind not in {"amount", "size", "measure", "minus"}:
        return text
    if kind == "amount":
        return _amount(text, source, locale)
    numbers = list(_VALUE.finditer(text))
    match = numbers[-1 if kind == "size" or "±" in text else 0] if numbers else None
    symbol = text[match.end() :].strip(" .") if match else ""
    bare = symbol.removeprefix("-")
    own = _LETTERS.get(locale.partition("-")[0], {}).get(bare)
    if match and symbol.startswith("-degree"):
        text = text[: match.end()] + _DEGREES[re.sub("(?<=e)[ -]", "", symbol.lower())]
    elif match and (own or bare != symbol):
        text = f"{text[: match.end()]}\u00a0{own or bare}"
    if text.endswith("%"):
        text = text[:-1].rstrip() + percent(locale)
    return _NUMBER.sub(lambda match: localise(match[0], source, locale), text)


@cache
def percent(locale: str) -> str:
    """The sign with the space the locale sets before it (CLDR)."""
    pattern = str(babel_locale(locale).percent_formats[None].pattern)
    return re.sub(r"[^%\s]", "", pattern.partition(";")[0])


def _time(text: str, locale: str) -> str:
    """In 24 hours, as most of the world writes them; without a half of the day, as it is."""
    half = _HALF_DAY.search(text)
    if half is None:
        return text
    clock = text[: half.start()].rstrip()
    hour, _, minutes = clock.partition(":")
    value = int(hour) % 12 + 12 * (half[1] in "pP") if int(hour) <= 12 else int(hour)
    if locale.partition("-")[0] == "fr" and ":" not in minutes:
        return f"{value}\u00a0h" + (f"\u00a0{minutes}" if minutes.strip("0") else "")
    return f"{value}:{minutes or '00'}"


def _amount(text: str, source: str, locale: str) -> str:
    """The currency's mark on the side where the locale has it (CLDR), the number in its writing."""
    text = _APOSTROPHE.sub(",", text)
    match = _NUMBER.search(text)
    if match is None:
        return text
    scale = _SCALED.search(text)
    mark = text[: match.start()] + text[match.end() :]
    number = localise(match[0], source, locale)
    if scale:
        number = scaled(match[0], scale[1].lower(), locale)
        mark = mark[: len(mark) - len(scale[0])]
    return _placed(mark.strip(), number, locale)


def _placed(mark: str, number: str, locale: str) -> str:
    pattern = str(babel_locale(locale).currency_formats["standard"].pattern)
    if pattern.replace("\u200f", "").replace("\u200e", "").startswith("¤"):
        return f"{mark} {number}" if mark[-1].isalpha() else f"{mark}{number}"
    return f"{number}\u00a0{mark}"


def shares_scale(match: re.Match[str]) -> bool:
    """Whether the first of two sums is of millions, too: not in `US$900 to 1 million`.

    Args:
        match: Of `RANGED`.
    """
    first, second = (Decimal(match[name].replace(",", "")) for name in ("first", "second"))
    return first < second


def _amounts(text: str, source: str, locale: str) -> str:
    """Two sums of millions as the locale joins them, the word once where it is one word."""
    match = RANGED.fullmatch(text)
    if match is None:
        return text
    scale = match["scale"].strip(_JOINS).lower()
    first, second = (scaled(match[name], scale, locale) for name in ("first", "second"))
    language = locale.partition("-")[0]
    one, other = (digits(amount, locale) for amount in (first, second))
    if language not in _IN_TENS and one and other and one[0].factor == other[0].factor:
        first = localise(match["first"], source, locale)
    lead, word = (match["lead"] or "").lower(), match["word"] or "–"
    how = f"{lead} {word}" if (lead, word) in {("between", "and"), ("from", "to")} else word
    joined = _JOINED.get(language, {}).get(how, "{}–{}").format(first, second)
    before, _, rest = joined.partition(first)
    amount = before + _placed(match["mark"].strip(), first + rest, locale)
    return amount[0].upper() + amount[1:] if text[0] in "BF" else amount


_IN_TENS = frozenset({"zh", "ja", "ko"})
"""Languages that write the ten thousands with both: 200万至300万."""
_JOINED = {
    "fr": {
        "between and": "entre {} et {}",
        "from to": "de {} à {}",
        "to": "{} à {}",
        "and": "{} et {}",
        "or": "{} ou {}",
    },
    "es": {
        "between and": "entre {} y {}",
        "from to": "de {} a {}",
        "to": "{} a {}",
        "and": "{} y {}",
        "or": "{} o {}",
    },
    "ru": {
        "between and": "от {} до {}",
        "from to": "с {} до {}",
        "to": "{}–{}",
        "and": "{} и {}",
        "or": "{} или {}",
    },
    "ar": {
        "between and": "بين {} و{}",
        "from to": "من {} إلى {}",
        "to": "{} إلى {}",
        "and": "{} و{}",
        "or": "{} أو {}",
    },
    "zh": {
        "between and": "{}至{}",
        "from to": "从{}到{}",
        "to": "{}至{}",
        "–": "{}至{}",
        "and": "{}和{}",
        "or": "{}或{}",
    },
}


def scaled(figures: str, word: str, locale: str) -> str:
    """3.2 million as the locale shortens it (CLDR): 3,2 millions, 3,2 млн, 320万."""
    power = next(power for begin, power in _POWERS.items() if word.startswith(begin))
    form: Literal["short", "long"] = "long" if locale.partition("-")[0] in _IN_FULL else "short"
    value = Decimal(figures.replace(",", "")).scaleb(power)
    text = format_compact_decimal(
        value, format_type=form, locale=babel_locale(locale), fraction_digits=3
    )
    return re.sub(r"^(1 [a-z]+on|1 milliard)s$", r"\1", str(text))


_SCALED = re.compile(
    r"(?<=\d)[\s-]?(thousand|million|billion|trillion|mn|bn|tn|[kmbt])$", re.IGNORECASE
)
_JOINS = " \u00a0-"
_POWERS = {"th": 3, "k": 3, "mn": 6, "m": 6, "bn": 9, "b": 9, "t": 12}
_IN_FULL = frozenset({"fr", "es", "pt", "it", "de"})
"""Languages that write the word out in running text, and whose words CLDR has."""
