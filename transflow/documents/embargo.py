"""An embargo named on top of a press release: from when it may be used."""

import datetime as dt
import re
from collections.abc import Iterable

from transflow.documents.dates import day, read_date

__all__ = ["embargo"]

_LINES = 8
"""An embargo stands in one of so many first lines."""
_LONG = 90
_WORD = (
    r"(?:strictly[ ]+)?(?:under[ ]+)?embargo(?:ed)?|(?:sous|bajo)[ ]+embargo|embargad[oa]|sperrfrist"
    r"|эмбарго|not[ ]+for[ ]+(?:publication|release|broadcast)|hold[ ]+(?:for[ ]+release)?|خاضع[ ]+لحظر[ ]+النشر"
)
_UNTIL = r"until|till|before|to|for[ ]+(?:release|publication)|jusqu|avant|hasta|antes|bis|до|حتى"
_NAMED = re.compile(
    rf"[\W_]*(?:{_WORD})[ ]*(?:(?P<until>{_UNTIL})\b.*|[:：,–—-].*|\d.*|[\W_]*$)", re.IGNORECASE
)
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b")
_PROSE = re.compile(r"\w[\W_]+\w{2,}[\W_]+\w{2,}[\W_]+\w")
"""An embargo that some news is about."""
_TIME = re.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?[ ]?(?P<half>[ap])\.?m\b"
    r"|(?<![\d.:/])(?P<hour24>\d{1,2})[:.h](?P<minute24>\d{2})(?![\d.]*\d{4})"
    r"|(?<![\d.:/])(?P<military>\d{4})[ ]?(?:hours|hrs|h)\b"
    r"|\b(?P<noon>noon|midday|midi|mediodía)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(UTC|GMT|Z|BST|WET|CET|CEST|EET|EEST|MSK|EST|EDT|PST|PDT)\b")
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "PST": -8, "PDT": -7,
}  # fmt: skip
_LAST = -12
"""Where no zone is named, the last place on earth where that hour comes decides: never too early."""


def embargo(lines: Iterable[str], locale: str) -> dt.datetime | str | None:
    """From when a text may be used, by a line such as `EMBARGOED UNTIL 24 April 2030, 10:00 GMT`.

    Returns:
        The moment; the line itself where it names none that can be read; None for no embargo.
    """
    for _, line in zip(range(_LINES), lines, strict=False):
        found = _NAMED.match(line) if len(line) < _LONG else None
        if not found:
            continue
        numbers = _DAY.search(line)
        date = day(numbers[0], locale) if numbers else read_date(line, locale)
        if date:
            return dt.datetime.combine(date, _time(_DAY.sub("", line)), _zone(line))
        if found["until"] or not _PROSE.search(line):
            return line.strip()
    return None


def _time(line: str) -> dt.time:
    found = _TIME.search(line)
    if not found:
        return dt.time()
    if found["noon"]:
        return dt.time(12)
    if found["military"]:
        hour, minute = int(found["military"][:2]), int(found["military"][2:])
    else:
        hour = int(found["hour"] or found["hour24"])
        minute = int(found["minute"] or found["minute24"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return dt.time(23, 59)


def _zone(line: str) -> dt.timezone:
    found = _ZONE.search(line)
    return dt.timezone(dt.timedelta(hours=_OFFSETS[found[1]] if found else _LAST))
