"""Sums of money: `m` behind a number is a million only beside a currency.

CHF 24.9m, €2 mn, $5k, 3 M€, 5 MUSD, 2 Mio. francs: the sign, code or name of a currency before the
number or behind the short word makes an amount of it. Without one, 24.9m are metres.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from transflow.bcp47 import babel_locale, scripts

__all__ = ["MONEY", "MONEY_OR_WORDS", "amount_scale", "currencies", "currency_name"]

_CODES = (
    "AED AFN AOA AUD AWG AZN BBD BDT BGN BHD BMD BRL BTN BWP BYN BZD CAD CDF CHF CNH CNY CRC CZK DJF DKK DZD EGP ETB EUR FJD FKP "
    "GBP GHS GMD GNF GTQ GYD HKD HNL HUF IDR ILS INR IQD ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LBP LKR LRD LYD MGA "
    "MKD MMK MNT MRU MVR MWK MXN MYR MZN NGN NOK NPR NZD OMR PGK PKR PLN PYG QAR RMB RSD RUB RWF SAR SBD SDR SEK SGD SLE SRD SYP "
    "SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL"
)
MONEY = frozenset(_CODES.split())
"""Codes of ISO 4217, and what newspapers write like them, which are nothing else."""
_WORDLIKE = (
    "ALL AMD ANG ARS BAM BIF BND BOB CLP COP CUP CVE DOP ERN GEL GIP HTG IRR LAK LSL MAD MDL MOP MUR NAD NIO PAB PEN PHP RON SCR SDG "
    "SHP SOS SSP STN TOP TRY"
)
MONEY_OR_WORDS = frozenset(_WORDLIKE.split())
"""Those that are words, names and goals, too (SDG 3, COP 28, PHP 8): money beside thousands and millions alone."""

_SCALES = {
    "k": 10**3, "K": 10**3,
    "m": 10**6, "M": 10**6, "mn": 10**6, "Mn": 10**6, "MN": 10**6, "mln": 10**6, "mio": 10**6, "Mio": 10**6, "mill": 10**6,
    "b": 10**9, "B": 10**9, "bn": 10**9, "Bn": 10**9, "BN": 10**9, "md": 10**9, "Md": 10**9, "mds": 10**9, "Mds": 10**9,
    "mrd": 10**9, "Mrd": 10**9, "mld": 10**9, "Mld": 10**9,
    "tn": 10**12, "TN": 10**12, "T": 10**12, "Bio": 10**12,
}  # fmt: skip
_SHORT = "|".join(sorted(_SCALES, key=len, reverse=True))
_SIGNS = "[$＄€£¥￥₣₽₹₩]"
_GAP = "[ \u00a0\u202f\u2009]?"
_SPACE = "[ \u00a0\u202f\u2009-]"
_MARKS = frozenset("$＄€£¥￥₣₽₹₩")
_BETWEEN = " \u00a0\u202f\u2009-"
_FIRST = frozenset(scale[0] for scale in _SCALES)
_RANGE = re.compile(
    rf"(?<![\d.,])(\d[\d.,]*)(?:(?P<bare>[-–—~])|{_GAP}(?:{_SHORT})\.?\s*(?:[-–—~至到]|to|and|or|à|et|ou|y|a|o|до|и|или|إلى|و|أو|或|和)\s*)$"
)
_CJK = frozenset({"zh", "ja", "yue", "ko"})


@cache
def currencies() -> Mapping[str, Mapping[str, str]]:
    """Kind of currency -> its `signs` and `codes`, and by language the beginnings of its names."""
    data = files("transflow.quantities") / "data" / "currencies.toml"
    found: dict[str, Any] = tomllib.loads(data.read_text("utf-8"))
    return found


def currency_name(kind: str, language: str) -> str:
    """The words of CLDR's names, for languages the data does not have."""
    code = currencies()[kind]["codes"].split()[0]
    names = [code]
    for locale in map(babel_locale, scripts(language)):
        several = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001 - no public door
        names += [locale.currencies.get(code, ""), *several.values()]
    words = [word for name in names for word in re.split(r"[\s()]+", name)]
    kept = (re.escape(word) for word in words if len(word) >= (3 if word.isascii() else 2))
    return "|".join(dict.fromkeys(kept))


def amount_scale(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """What a short word makes of the number of a sum, and where it ends; None where there is none.

    Args:
        text: Visible text.
        start: Where the number begins.
        end: Where its last digit ends.
        language: Of the text.
    """
    before = _money_before(text, start)
    near = text[end : end + 3].lstrip(_BETWEEN)[:1]
    behind = _behind(language).match(text, end) if near in _FIRST else None
    sure = behind and behind["scale"].lower() == "bn"
    if behind and (sure or before or behind["money"] or _of_a_range(text, start, language)):
        return _SCALES[behind["scale"]], behind.end("scale")
    if before and (scale := before["first"] or before["last"]):
        return _SCALES[scale], end
    return None


def _money_before(text: str, start: int) -> re.Match[str] | None:
    near = text[max(0, start - 12) : start]
    last = near.rstrip().rstrip("kmbn")[-1:]
    return _before().search(near) if last.isupper() or last in _MARKS else None


def _of_a_range(text: str, start: int, language: str) -> bool:
    """Whether the number ends a range that began as an amount: CHF 12m to 13m."""
    low = max(0, start - 40)
    first = _RANGE.search(text[low:start])
    at = low + first.start(1) if first else 0
    if first and first["bare"]:
        return _money_before(text, at) is not None  # €2–3m
    return bool(first and amount_scale(text, at, at + len(first[1]), language))


@cache
def _codes() -> str:
    return "|".join(sorted(map(str, babel_locale("en").currencies)))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![A-Za-z])(?P<first>[kM])?(?:{_codes()})|(?:(?<![A-Za-z])[A-Z]{{1,2}})?{_SIGNS})"
        rf"(?P<last>k|mn?|M|bn)?{_GAP}$"
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    names = "|".join(forms[language] for forms in currencies().values() if language in forms)
    own = "" if language in _CJK else rf"|{_SPACE}+(?:de |d['’])?(?:[^\W\d_]+ )?(?i:{names})"
    name = rf"|{_SPACE}*(?i:{names}){own}" if names else ""
    money = rf"{_SPACE}*(?:(?:US|[A-Z])?{_SIGNS}|(?:{_codes()})(?![A-Za-z])){name}"
    return re.compile(rf"{_GAP}-?(?P<scale>{_SHORT})(?:\.?(?P<money>{money})|\b(?![²³'’]))")
