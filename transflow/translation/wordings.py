"""English short forms that models take for words, names or nothing: an engine reads them in full.

`Mon–Fri` comes back as it is or as a name, `e.g.` ends a sentence, `1.1m` is metres or afternoon, `8 h` a year.
What they are short for is plain English that every model knows, and what the rules about days and
numbers see to.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from transflow.translation.literals import Literal, claim
from transflow.translation.standins import WORDING

__all__ = ["DAY", "DAYS", "find"]

DAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.(?=[\s,;:–/-])|(?!\w))"
"""A day of the week in short; `Sun`, `Sat` and `Wed` are words too, so look beside it."""
DAYS = {
    "mo": "Monday",
    "tu": "Tuesday",
    "we": "Wednesday",
    "th": "Thursday",
    "fr": "Friday",
    "sa": "Saturday",
    "su": "Sunday",
}
_MONTHS = {
    name[:3].lower(): name
    for name in [
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
}
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
_FULL = {
    "e.g.": "for example",
    "i.e.": "that is",
    "approx.": "approximately",
    "incl.": "including",
    "excl.": "excluding",
    "hrs": "hours",
    "mins": "minutes",
    "secs": "seconds",
    "yrs": "years",
    "12 noon": "noon",
    "12 midnight": "midnight",
}

_BESIDE = rf"(?:\s?[–—/-]\s?|,?\s(?:and|or|to|until|through|&)\s|,\s){DAY}"
_SPAN = re.compile(rf"(?<![\w-])(?P<one>{DAY})\s?[–—-]\s?(?P<other>{DAY})")
_DAY = re.compile(
    rf"(?<![\w-]){DAY}(?={_BESIDE}|,?\s\d)"
    rf"|(?:(?<=[–—/])|(?<=[–—/-]\s)|(?<=\d,\s)|(?<=(?:nd|to|or)\s)|(?<=[a-z.],\s)|(?<=il\s)){DAY}(?=[\s,.;:)]|$)(?!\s[A-Z])"
    rf"|(?:(?<=\bon\s)|(?<=\bthis\s)|(?<=\bevery\s)|(?<=\bexcept\s)|(?<=\bclosed\s)|(?<=\bnext\s)){DAY}(?=[,.;:)]|$)"
)
_MONTH = re.compile(
    r"(?<=\d )(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.(?=\s\w|,)|(?![\w.]))"
    r"|(?<![\w-])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?=\s\d)"
)
_SHORT = re.compile(
    r"(?<!\w)(?:e\.\s?g\.|i\.\s?e\.),?(?=\s)|(?<!\w)(?:approx|incl|excl)\.(?=\s[a-z\d])"
    r"|(?<![\w:.])12\s(?:noon|midnight)(?!\w)"
    r"|(?<=\d\s)(?:hrs|mins|secs|yrs)(?!\w)\.?(?=\s[a-z]|[.,;:)]|$)"
)
_COUNT = re.compile(
    r"(?<![\w.,$€£¥₽₹-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:(?P<scale>m|tn|k)|\s?(?P<large>mn|bn|BN))(?![\w²³/-])"
)
_IN_YEARS = re.compile(
    r"(?<![\w-])(?:1|one)[- ]in[- ](?:an?[- ])?(?P<years>\d{1,3}(?:,\d{3})*)[- ]year(?!\w)"
)
_FIGURES = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?"
_LASTS = re.compile(
    rf"(?<![\w.,:/$€£–-])(?<!\b[Aa]t )(?<!\buntil )(?P<hours>{_FIGURES})(?P<joint>[ -]?)hr?(?![\w/²³-])(?!\s?\d\d(?!\d|\s?m))"
    r"(?:\s?(?P<more>\d\d?)\s?m(?:ins?)?(?![\w/]))?"
    rf"|(?<![\w.,:/$€£–-])(?P<n>{_FIGURES})(?P<gap>[ -]?)(?P<unit>min|sec)(?![\w/])(?:\.(?=\s[a-z]))?"
)
"""How long something lasts: `8 h`, `2 h 15 min`, a `30-sec` film; 18 h 30 is a time of the day."""
_POINTS = re.compile(rf"(?<![\w.,:/$€£–-])(?P<n>{_FIGURES})(?P<joint>[ -]?)pp(?![\w-]|\.\s?\d)")
_CHANGE = re.compile(
    r"\d\.\d+ ?pp|[+−]\d|%|\b(?:r[io]se|risen|f[ae]ll|fallen|up|down|gain|drop|increase|decrease|add|shed|slip|climb|cut|rate|share|margin)",
    re.IGNORECASE,
)
"""What a text has in it whose `pp` are percentage points: a book has pages."""
_NOS = re.compile(r"(?<!\w)[Nn]os\.(?=\s?(?:[A-Z]{1,3}[ /-]?)?\d)")
_LENGTHS = re.compile(
    r"\b(?:long|wide|deep|high|tall|thick|away|above|below|length|width|depth|height|thickness|diameter|draughts?|drafts?|"
    r"tides?|water|levels?|waves?|elevation|altitude|distance|radius|metres?|meters?|feet|sprint|hurdles|relay|swim\w*|race|"
    r"quay|walls?|channel|fence|snow|freestyle|backstroke|butterfly|medley|walk)\b",
    re.IGNORECASE,
)
"""What is measured in metres."""
_COUNTED = re.compile(
    r"\s(?:people|passengers|visitors|tonnes|tons|TEUs?|users|jobs|homes|households|children|women|men|workers|litres|barrels|"
    r"units|copies|tickets|items|customers|members|students|pupils|patients|voters|votes|residents|tourists|travellers|"
    r"shares|hectares|acres|cases|doses|vehicles|cars|trips|journeys|containers|downloads|views|followers|subscribers)\b"
)


def find(text: str) -> Iterator[Literal]:
    """Where an English text has such a form, with the words that it stands for.

    Args:
        text: Plain English.
    """
    if re.search(_SOME, text) is None:
        return
    held: list[tuple[int, int]] = []
    for pattern, full in _PATTERNS:
        for match in pattern.finditer(text):
            words = full(match, text)
            if words and claim(held, *match.span()):
                yield Literal(match.start(), match.end(), words, WORDING)


_SOME = re.compile(r"\b(?:1|one)[- ]in[- ]|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\.\s?[ge]\.|\d(?:m|tn|k|\s?(?:mn|bn|BN))\b|\b(?:approx|incl|excl)\.|\b12 (?:noon|mid)|\b(?:hr|min|sec|yr)s\b|\d[ -]?(?:hr?|min|sec|pp)\b|\b[Nn]os\.|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")  # fmt: skip


def _day(match: re.Match[str], _: str) -> str:
    return DAYS[match[0][:2].lower()]


def _month(match: re.Match[str], _: str) -> str:
    return _MONTHS[match[0][:3].lower()]


def _short(match: re.Match[str], _: str) -> str:
    written = match[0] if match[0] in _FULL else match[0].replace(" ", "").rstrip(",")
    words = _FULL.get(written, _FULL.get(written.rstrip("."), ""))
    ends = "." if written[-1] == "." and written not in _FULL else ""
    return f"{words}," if written in {"e.g.", "i.e."} else words + ends


def _count(match: re.Match[str], text: str) -> str:
    """1.1m of people is 1.1 million; of a wall it is metres; a round 500m of nothing may be either."""
    scale = match["scale"] or match["large"]
    figures = match[0].removesuffix(scale).rstrip()
    counted = _COUNTED.match(text, match.end())
    if scale == "m" and not counted:
        if "." not in figures:
            return ""
        if _LENGTHS.search(text):
            return f"{figures} metres"
    return f"{figures} {_SCALES[scale.lower()]}"


def _span(match: re.Match[str], _: str) -> str:
    """Monday to Friday: models make a list of days between dashes."""
    return f"{DAYS[match['one'][:2].lower()]} to {DAYS[match['other'][:2].lower()]}"


def _in_years(match: re.Match[str], _: str) -> str:
    """A 1-in-100-year flood: models lose the one, or change it for the other."""
    return f"{match['years']}-year"


def _lasts(match: re.Match[str], _: str) -> str:
    hours, more = match["hours"], match["more"]
    if not hours:
        return _measured(
            match["n"], match["gap"], {"min": "minute", "sec": "second"}[match["unit"]]
        )
    words = _measured(hours, match["joint"], "hour")
    return f"{words} and {_measured(more, ' ', 'minute')}" if more else words


def _points(match: re.Match[str], text: str) -> str:
    if not _tells_change(text):
        return ""
    if match["joint"] == "-":
        return f"{match['n']}-percentage-point"
    return _measured(match["n"], " ", "percentage point")


@lru_cache(maxsize=8)
def _tells_change(text: str) -> bool:
    return _CHANGE.search(text) is not None


def _numbers(match: re.Match[str], _: str) -> str:
    """`Nos. 3 and 4`: models read a refusal."""
    return "numbers" if match.start() else "Numbers"


def _measured(number: str, joint: str, unit: str) -> str:
    """8 hours, or the 8-hour that stands before a noun."""
    return f"{number}-{unit}" if joint == "-" else f"{number} {unit}" + "s" * (number != "1")


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (_SPAN, _span),
    (_DAY, _day),
    (_MONTH, _month),
    (_SHORT, _short),
    (_COUNT, _count),
    (_LASTS, _lasts),
    (_POINTS, _points),
    (_NOS, _numbers),
    (_IN_YEARS, _in_years),
)
