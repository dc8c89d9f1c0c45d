"""Two hours that share their half of the day, `at 1.15 and 2 p.m.`: one literal, or models lose the word between."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transflow.translation.literals import Literal
from transflow.translation.standincounts import HOURS

__all__ = ["paired"]

_WORDS = {
    "fr": {"and": " et ", "or": " ou "},
    "es": {"and": " y ", "or": " o "},
    "zh": {"and": "和", "or": "或"},
    "ru": {"and": " и ", "or": " или "},
    "ar": {"and": " و", "or": " أو "},
}
_BETWEEN = re.compile(r"\s(and|or)\s")
_RANGE = re.compile(r"\bbetween\s$", re.IGNORECASE)
"""Its `and` belongs to the words around it, entre … et …; in Arabic it is written on the hour."""


def paired(text: str, found: Sequence[Literal], locale: str) -> list[Literal]:
    """Literals with two hours beside each other made one, as the locale joins them.

    Args:
        text: Plain English.
        found: Its literals as the locale writes them, in order.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    words = _WORDS.get(language)
    out: list[Literal] = []
    for one in found:
        last = out[-1] if out else None
        hours = last and {last.kind, one.kind} <= HOURS
        between = _BETWEEN.fullmatch(text, last.end, one.start) if last and hours else None
        range_of = language != "ar" and last and _RANGE.search(text, 0, last.start)
        if words and last and between and not range_of:
            joined = f"{last.text}{words[between[1]]}{one.text}"
            out[-1] = replace(last, end=one.end, text=joined)
        else:
            out.append(one)
    return out
