"""Month names, as CLDR has them for each language, and 3月."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from transflow.bcp47 import babel_locale
from transflow.checks.numberwords import words
from transflow.checks.quantities import Quantity, Reading

__all__ = ["months"]

_CJK_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?![亮球饼票薪])")
_VARIANTS = {"ar": ("ar", "ar_SY", "ar_MA", "ar_TN", "ar_DZ")}
_AMBIGUOUS = frozenset({"may", "march"})
_BEFORE_NAME = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?:\s+of)?|\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]o|[Ll]ast|[Nn]ext|[Ee]arly|[Mm]id|[Ll]ate|[Tt]his|[Ee]nd|[Tt]hrough))[\s-]*$"
)
_BEHIND_NAME = re.compile(r"\.?,?\s*\d")


def months(text: str, tag: str) -> Iterator[Quantity]:
    """Months that a text names.

    Args:
        text: Visible text.
        tag: BCP 47 tag of its language.
    """
    language = tag.split("-", maxsplit=1)[0]
    if language in ("zh", "ja", "yue"):
        for match in _CJK_MONTH.finditer(text):
            numeral = match[1]
            value = (
                Decimal(numeral)
                if numeral.isdecimal()
                else next(values[0] for _, _, values in words(numeral, "zh"))
            )
            yield Quantity(match[0], match.start(), match.end(), (Reading(value),), month=True)
        return
    names, pattern = _names(language)
    for match in pattern.finditer(text):
        if _is_month(text, match, language):
            value = Decimal(names[match[1].lower()])
            yield Quantity(match[0], match.start(), match.end(), (Reading(value),), month=True)


def _is_month(text: str, match: re.Match[str], language: str) -> bool:
    """Tell the month from `may`, `march` and the like."""
    name = match[1]
    if language != "en":
        return True
    if not name[0].isupper():
        return False
    if name.lower() not in _AMBIGUOUS and len(name) > 3:
        return True
    return bool(
        _BEHIND_NAME.match(text, match.end()) or _BEFORE_NAME.search(text[: match.start()][-12:])
    )


@cache
def _names(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    names: dict[str, int] = {}
    for variant in _VARIANTS.get(language, (language,)):
        widths = babel_locale(variant.replace("_", "-")).months
        for use, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            for number, name in widths[use][width].items():
                form = name.lower().rstrip(".")
                if len(form) > 2 and not any(c.isdigit() for c in form):
                    names.setdefault(form, number)
    if language == "en":
        names["sept"] = 9
    if language == "ru":
        names |= {name[:-1] + "е": n for name, n in list(names.items()) if len(name) > 4}
        names |= {"мае": 5, "марте": 3}
    forms = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    before = r"(?<!\w)(?:[وفبلك]|ال)?" if language == "ar" else r"(?<!\w)"
    return names, re.compile(rf"{before}({forms})(?!\w)", re.IGNORECASE)
