"""Two numbers with a dash between them: a range keeps its dash, only a result is written as one (3:2, 3比2).

Weak models write every pair as a score in Russian and Chinese, the pages of a book and the hours of a shop too, and the
half-time score in brackets behind a score as none.
"""

import re
from collections.abc import Collection
from itertools import islice

__all__ = ["written"]

_PAIR = re.compile(
    r"(?<![\w.,:–—-])(?P<first>\d+(?:[.,]\d+)*)\s?[–—-]\s?(?P<second>\d+(?:[.,]\d+)*)(?![\w–—-])"
)
_TOLD = re.compile(
    r"(?<!\w)(?:w[io]ns?|winning|victor(?:y|ies|ious)|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|scor(?:e|es|ed|ing|eline)|"
    r"lost|loss(?:es)?|los(?:es?|ing)|draws?|drew|drawn|tie[ds]?|trail(?:s|ed|ing)?|led|leads?|leading|ahead|goals?|penalt(?:y|ies)|"
    r"aggregate|triumph(?:s|ed)?|thrash(?:ed|ing)|overcame|vot(?:es?|ed|ing))(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
"""What says that a pair is the result of a match or a vote."""
_PASSED = re.compile(r"(?<!\w)(?:passed|carried|approved|rejected|upheld|ruled) $")
_SIDES = re.compile(
    r"(?<!\w)(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][a-z]+ $"
)
_SIDE = re.compile(r" [A-Z][a-z]")
"""Two sides with their goals between them."""
_COUNTED = re.compile(
    r"\s?%|\s(?:per ?cent|percent|thousand|[mb]illion|people|children|men|women"
    r"|(?!votes|goals|penalties|wins|across|against|always)[a-z]{2,}(?<!s)s)(?!\w)"
)
"""What is counted by a range, and by no result."""
_PLACED = re.compile(
    r"(?<!\w)(?:ages?|aged|between|from|open|pp?\.|(?:page|chapter|article|section|part|rule|table|figure|step|item|para(?:graph)?|line|"
    r"day|week|month|year|grade|level|room|verse|phase|volume|number|question|clause|season|age|row|seat|lesson)s?|annexe?s?|no\.?|nos\.?) $",
    re.IGNORECASE,
)  # fmt: skip
"""What stands right before a range."""
_ON = re.compile(r"\s?[(\[]|[,;] ")
"""What stands between a result and the next: sets, or the half-time score in brackets."""
_CLAUSE = re.compile(r"[.;!?]\s|\d")
_BEFORE, _BEHIND = 6, 2
"""Words before a result, and behind it, of which one may say what it is."""
_REACH = 60
_FIGURES = 3
"""Of the larger number of a result, at most."""
_MANY = 50
"""Pairs that are looked at: more make a table, and no sentence."""
_JOINT = r"\s?(?:[:\uff1a]|比)\s?"
_DASH = r"\s?[–—-]\s?"
_HINT = re.compile(r"\d\s?[:\uff1a比]")


def written(source: str, draft: str, standins: Collection[str] = ()) -> str:
    """The draft with its ranges as ranges, and with one way to write results.

    Args:
        source: Plain English.
        draft: Its plain draft.
        standins: Numbers of the source that stand for literals, times and sums among them: no results.
    """
    if not _HINT.search(draft):
        return draft
    joint, end = "", -1
    for pair in islice(_PAIR.finditer(source), _MANY):
        chained = end >= 0 and _ON.fullmatch(source, end, pair.start()) is not None
        if not _may_be_result(source, pair, standins) or not (chained or _is_told(source, pair)):
            draft = _rejoined(draft, pair, _JOINT, "–")
            continue
        end = pair.end()
        found = _between(pair, _JOINT).search(draft)
        if found:
            joint = found["joint"]
        elif chained and joint:
            draft = _rejoined(draft, pair, _DASH, joint)
    return draft


def _between(pair: re.Match[str], joint: str) -> re.Pattern[str]:
    """The two numbers in a draft, with such a joint; a decimal point may be a comma there."""
    first, second = (re.sub("[.,]", "[.,]", pair[name]) for name in ("first", "second"))
    return re.compile(
        rf"(?<![\d.,:])(?P<first>{first})(?P<joint>{joint})(?P<second>{second})(?![\d:])"
    )


def _rejoined(draft: str, pair: re.Match[str], joint: str, new: str) -> str:
    return _between(pair, joint).sub(rf"\g<first>{new}\g<second>", draft)


def _may_be_result(source: str, pair: re.Match[str], standins: Collection[str]) -> bool:
    """Whether nothing beside two numbers says that they are a range."""
    numbers = pair["first"], pair["second"]
    if not all(one.isdecimal() and len(one) <= _FIGURES and one not in standins for one in numbers):
        return False
    before = source[max(0, pair.start() - _REACH) : pair.start()]
    return not (_PLACED.search(before) or _COUNTED.match(source, pair.end()))


def _is_told(source: str, pair: re.Match[str]) -> bool:
    """Whether a word near two numbers says that they are a result."""
    *_, before = _CLAUSE.split(source[max(0, pair.start() - _REACH) : pair.start()])
    behind, *_ = _CLAUSE.split(source[pair.end() : pair.end() + _REACH])
    if _PASSED.search(before) or (_SIDES.search(before) and _SIDE.match(behind)):
        return True
    near = " ".join(before.split()[-_BEFORE:]), " ".join(behind.split()[:_BEHIND])
    return any(_TOLD.search(words) for words in near)
