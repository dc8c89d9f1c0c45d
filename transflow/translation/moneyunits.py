"""What the sums of a table are in, `US$ million`, `€bn`, `CHF thousand`: without a number models make one up.

Names of currencies are CLDR's.
"""

import re
from functools import cache

from babel.numbers import get_currency_name

from transflow.bcp47 import babel_locale
from transflow.glossary.territories import COLUMNS
from transflow.quantities import MONEY, MONEY_OR_WORDS

__all__ = ["match"]

_SIGNS = {"US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "C$": "CAD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD"}  # fmt: skip
_DOLLARS = ("dollars", "dólares", "美元", "долларов", "دولار")
"""Of a country that is not told."""
_SCALES = {
    3: ("milliers de {}", "miles de {}", "千{}", "тыс. {}", "ألف {}"),
    6: ("millions de {}", "millones de {}", "百万{}", "млн {}", "مليون {}"),
    9: ("milliards de {}", "miles de millones de {}", "十亿{}", "млрд {}", "مليار {}"),
    12: ("billions de {}", "billones de {}", "万亿{}", "трлн {}", "تريليون {}"),
}
_POWERS = {"k": 3, "th": 3, "m": 6, "mn": 6, "mi": 6, "bn": 9, "bi": 9, "tn": 12, "tr": 12}
_COUNTED = 5
"""The number whose plural stands behind thousands and millions, Arabic aside."""
_HUNDRED = 100
_WORD = r"thousands?|millions?|billions?|trillions?"
_MARK = r"(?:US|CA?|AU?|NZ|HK|S)?\$|[€£¥]|[A-Z]{3}(?![A-Z])"
_PATTERN = re.compile(
    rf"(?:(?P<mark>{_MARK})\s?(?P<scale>{_WORD}|(?:mn?|bn|tn|k)(?!\w))|(?P<first>{_WORD})\s(?:of\s)?(?P<last>{_MARK}))(?=\s*(?:$|[,;:/)(|]))",
    re.IGNORECASE,
)


def match(text: str, at: int, locale: str) -> tuple[str, int] | None:
    """What sums are in, as the locale says it, and its end; None for nothing of the kind.

    Args:
        text: Plain English.
        at: Where it may begin.
        locale: BCP 47 tag of the draft.
    """
    column = COLUMNS.get(locale.partition("-")[0])
    found = _PATTERN.match(text, at)
    if found is None or column is None or (at and text[at - 1].isalnum()):
        return None
    mark, scale = found["mark"] or found["last"], (found["scale"] or found["first"]).lower()
    name = _name(mark, column, locale)
    if not name:
        return None
    power = _POWERS.get(scale[:2]) or _POWERS[scale[:1]]
    written = _SCALES[power][column].format(name)
    if column == COLUMNS["fr"]:
        written = re.sub(r"\bde (?=[aeiouéh])", "d'", written)
    return written, found.end()


@cache
def _name(mark: str, column: int, locale: str) -> str:
    """What a sign or code is called in the plural; empty for letters that are no currency."""
    if mark == "$":
        return _DOLLARS[column]
    code = _SIGNS.get(mark.replace("CA$", "C$").replace("AU$", "A$"), mark)
    if code not in MONEY | MONEY_OR_WORDS:
        return ""
    count = _HUNDRED if column == COLUMNS["ar"] else _COUNTED
    return str(get_currency_name(code, count=count, locale=babel_locale(locale)))
