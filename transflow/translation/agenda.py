"""What an item of a programme begins with: `9.30 a.m. – Registration`, `2:00–3:30 p.m.: Panel discussion`.

The time is no part of what follows: a model makes a decimal of 10.30, and leaves a single word behind a dash as a name.
"""

import re

from transflow.translation.lines import written
from transflow.translation.linetokens import colon

__all__ = ["bold_time", "timed"]

_TIME = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?(?!\w))?"
_SPAN = rf"(?P<time>{_TIME}(?:\s?(?:[–—-]|to|until)\s?{_TIME})?)"
_MARK = r"(?P<mark>\s?:\s|\s(?:[–—|-]|--)\s)"
_BEGUN = r"(?=[\"“'‘(]?[A-Z])"
_HEAD = re.compile(_SPAN + _MARK + _BEGUN)
_WHOLE = re.compile(_SPAN)
_BEHIND = re.compile(rf"(?:{_MARK}|\s){_BEGUN}")
_TOLD = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_DOT = re.compile(r"(?<=\d)\.(?=\d)")
_DASHES = {"ru": " — ", "es": ": "}


def timed(text: str, source: str, locale: str) -> tuple[int, str] | None:
    """Where such a beginning ends, and how the locale writes it; None for a text that has none.

    Args:
        text: Plain English.
        source: BCP 47 tag of it.
        locale: BCP 47 tag of the draft.
    """
    match = _HEAD.match(text)
    time = _written(match["time"], source, locale) if match else None
    return (match.end(), time + _marked(match["mark"], locale)) if match and time else None


def bold_time(inner: str, behind: str, source: str, locale: str) -> tuple[int, str, str] | None:
    """The same where the time is in bold: where what follows begins, the time, and the mark behind it.

    Args:
        inner: What is in bold.
        behind: What stands behind it.
        source: BCP 47 tag of both.
        locale: BCP 47 tag of the draft.
    """
    match = _BEHIND.match(behind) if _WHOLE.fullmatch(inner) else None
    time = _written(inner, source, locale) if match else None
    if match is None or time is None:
        return None
    return match.end(), time, _marked(match["mark"], locale) if match["mark"] else " "


def _written(time: str, source: str, locale: str) -> str | None:
    return written(_DOT.sub(":", time), source, locale) if _TOLD.search(time) else None


def _marked(mark: str, locale: str) -> str:
    mark = mark.strip()
    if mark == ":":
        return colon(locale)
    return f" {mark} " if mark == "|" else _DASHES.get(locale.partition("-")[0], " – ")
