"""Whether a minus before a number is lost, or a sign of comparison or a cell's number is turned, in a translation: −12% as 12 %.

Any dash at a figure of the translation counts as a minus there, and any word of one (零下, bajo cero, мороза).
"""

import re

__all__ = ["lost_sign"]

_DASH = "\\-\u2212\u2013\u2014\u2010\u2011\u2012\uff0d"
_MINUS = re.compile(
    r"(?:^|(?<=[\s(\u00a0:;/]))(?:\u2212[ \u00a0]?|(?<!\d )[-\u2013])(\d[\d.,]*\d|\d)(?![\d/:-]|[-\u2013]\d)"
)
_KEPT = re.compile(
    rf"[{_DASH}]\s?[$€£¥\u200e\u200f]?\s?[\d\u0660-\u0669]|[\d\u0660-\u0669][%٪°\s]*[{_DASH}\u061c\u200e\u200f]*[{_DASH}]"
)
_SAID = re.compile(
    r"moins|minus|négati|sous|en dessous|baiss|recul|chut|perte|menos|negativ|bajo|debajo|cae|caíd|baj[aóo]|descen|минус|отриц|мороз|ниже|"
    r"сни[зж]|упа|паде|потер|убыт|[负減减降跌下亏损低]|ناقص|سالب|سلب|تحت|دون|انخف|تراجع|هبوط|خسا|ناقصا",
    re.IGNORECASE,
)
_CELL = re.compile(rf"\s*([+{_DASH}]?)\s?[\d.,\u00a0\u202f ]+\s?[%٪]?\s*")


_COMPARING = re.compile("[<>≤≥⩽⩾]")
_COMPARED = re.compile(r"(?<![-=<>])(?:(?P<less>≤|⩽|<=?)|(?:≥|⩾|>=?))(?![-=<>])\s?[$€£−-]?(?=\d)")


def _turned(source: str, target: str) -> str:
    """The one sign of comparison of the source, at a number, whose contrary alone is in the translation; empty for none."""
    own, other = ([*_COMPARED.finditer(text)] for text in (source, target))
    ways = [{bool(sign["less"]) for sign in signs} for signs in (own, other)]
    return own[0][0].strip() if len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1] else ""


def lost_sign(source: str, target: str) -> str:
    """The negative number of the source that is positive in the translation, or its ≤ that is ≥ there; empty for none.

    Args:
        source: Plain text.
        target: Its translation, in any language.
    """
    cells = _CELL.fullmatch(source), _CELL.fullmatch(target)
    if cells[0] and cells[1]:
        minus = [one[1] not in {"", "+"} for one in cells if one]
        return source.strip() if minus[0] != minus[1] else ""
    if _COMPARING.search(source) and (turned := _turned(source, target)):
        return turned
    found = _MINUS.search(source)
    if found is None or _KEPT.search(target) or _SAID.search(target):
        return ""
    return found[0].strip()
