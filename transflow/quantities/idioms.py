"""What other languages count that English only names, and the other way round: 24/7 as 24 heures sur 24, New Year's Day as 1 de enero.

Asked only where a number has no counterpart; both texts have to have their half of the idiom.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transflow.quantities.figures import Quantity

__all__ = ["without_idioms"]

_DAYS = (
    (r"new year['’]s day", 1, 1),
    (r"epiphany|twelfth night", 1, 6),
    (r"(?:may|labou?r|workers['’]) day", 5, 1),
    (r"bastille day|french national (?:day|holiday)", 7, 14),
    (r"independence day|fourth of july", 7, 4),
    (r"all saints['’] day", 11, 1),
    (r"christmas eve", 12, 24),
    (r"christmas(?: day)?", 12, 25),
    (r"boxing day|st\.? stephen['’]s day", 12, 26),
    (r"new year['’]s eve", 12, 31),
)
_FEAST = re.compile(
    rf"\b(?:{'|'.join(f'(?P<d{at}>{name})' for at, (name, _, _) in enumerate(_DAYS))})(?!\w)",
    re.IGNORECASE,
)
_APART = 14
"""Letters that may stand between a day and its month."""
_ALWAYS = re.compile(r"(?<![\d/])24\s?[/x-]\s?7(?![\d/])")
_EVER = {
    "fr": r"24\s?(?:h(?:eures)?)?\s?(?:/|sur)\s?24(?:\s?h)?(?:,?(?: et)? 7\s?j?(?:ours)?\s?(?:/|sur) ?7)?|en continu|(?:jour et nuit)|en permanence",
    "es": r"(?:las )?(?:24|veinticuatro) horas(?:,? (?:del|al) día)?(?:,?(?: y)? (?:los )?(?:7|siete) días)?|día y noche|permanente|ininterrumpid",
    "ru": r"круглосуточн|24 часа в сутки(?:,? 7 дней)?|круглые сутки",
    "zh": r"全天候|(?:全天|每天)?24\s?小时|昼夜|日夜|全年无休",
    "ar": r"على مدار (?:الساعة|24 ساعة)|طوال (?:الوقت|اليوم)|ليلا? ونهارا|24 ساعة(?: (?:في اليوم|يوميا))?",
}  # fmt: skip
_HALF_OF = re.compile(r"(?<![\d/])1/2(?![\d/])")
_HALVES = {
    "fr": r"\bdemi|\bmoitié",
    "es": r"\bmedi[oa]s?\b|\bmitad",
    "ru": r"\bпол(?:овин|у|-|кило|литр|метр|мил|стакан|час|чай|чаш|столов|ложк|тонн|года)",
    "zh": "半|一半|二分之一",
    "ar": "نصف",
}
_PAIRS = ((_ALWAYS, _EVER), (_HALF_OF, _HALVES))


def without_idioms(
    wanted: Sequence[Quantity],
    offered: Sequence[Quantity],
    source: str,
    target: str,
    languages: tuple[str, str],
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left of the numbers without a counterpart when those that belong to an idiom are met.

    Args:
        wanted: Of the source.
        offered: Of the translation.
        source: Text the first stand in.
        target: Text the others stand in.
        languages: Primary subtags of both; only English has idioms here.
    """
    left, rest = list(wanted), list(offered)
    if not (left or rest) or languages[0] != "en":
        return left, rest
    for pattern, others in _PAIRS:
        own = list(pattern.finditer(source)) if languages[1] in others else []
        its = list(re.finditer(others[languages[1]], target, re.IGNORECASE)) if own else []
        if its:
            left = _outside(left, own)
            rest = _outside(rest, its[: len(own)])
    return left, list(_no_feasts(rest, source))


def _outside(quantities: Sequence[Quantity], found: Sequence[re.Match[str]]) -> list[Quantity]:
    """Those that stand in none of the places."""
    starts = [match.start() for match in found]
    return [
        one
        for one in quantities
        if not (at := bisect_right(starts, one.start)) or one.end > found[at - 1].end()
    ]


def _no_feasts(rest: Sequence[Quantity], source: str) -> Iterator[Quantity]:
    """Without the day and month of a feast that the source calls by its name."""
    months = {int(one.value) for one in rest if one.month}
    dates = {
        _DAYS[int(found.lastgroup[1:])][1:]
        for found in (_FEAST.finditer(source) if months else ())
        if found.lastgroup
    }
    met: set[int] = set()
    for first, second in pairwise(rest if dates else ()):
        month, day = (first, second) if first.month else (second, first)
        date = (int(month.value), int(day.value))
        if month.month and not day.month and second.start - first.end < _APART and date in dates:
            met |= {month.start, day.start}
    return (one for one in rest if one.start not in met)
