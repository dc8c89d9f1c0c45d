"""Numbers that look like decimals and are names by their place: `1.1 You may copy`, `Room 1.07 has moved to 2.07`.

The paragraphs of rules and contracts, and rooms by their floor, are called the same in every language.
"""

import re
from functools import lru_cache

__all__ = ["head", "lettered", "sections"]

_COUNTED = (
    r"(?i:(?:hundred|thousand|[mb]illion|trillion|per|percent|points?|degrees?|celsius|fahrenheit|kelvin|magnitude|times|stars?|goals?|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|(?:kilo|centi|milli)?(?:metres?|meters?|grams?|grammes?|watts?|bytes?)|"
    r"miles?|inch(?:es)?|feet|tonnes?|tons?|lit(?:re|er)s?|hectares?|acres?|(?:giga|mega|kilo)\w+|euros?|dollars?|pounds?|francs?|yen)\b)"
)
"""What a heading with capitals may count: 2.5 Million Children Vaccinated."""
_BEGINS = rf"\s(?=[“\"'‘(]?(?!{_COUNTED})(?:[A-Z][a-z]|(?:A|I)\s|[A-Z]{{4}}))"
"""A sentence or a heading of its own."""
_HEAD = re.compile(rf"(?P<number>\d{{1,2}}(?:\.\d{{1,3}}){{1,3}})\.?{_BEGINS}")
_ROW = re.compile(rf"\d{{1,3}}\.{_BEGINS}")
_ROOM = re.compile(
    r"\b(?:(?i:(?:class)?rooms?|halls?|offices?|booths?|suites?|lockers?|laborator(?:y|ies)|labs?)|Desk|Stand|Flat|Ward)\s"
    rf"(?P<number>\d{{1,2}}\.(?P<behind>\d{{1,3}}))(?![\w%]|[.,:]\d|\s{_COUNTED})"
)
_OTHER = re.compile(
    r"(?:\b(?:to|and|or|in|into)\s|[,/–-]\s?)(?P<number>\d{1,2}\.(?P<behind>\d{1,3}))"
    rf"(?=\s*(?:$|[.,;:!?)/–—-](?!\d))|\s(?!{_COUNTED}|[ap]\.?m)[a-z])"
)
"""Another room, behind the first."""

Range = tuple[int, int]


def head(text: str) -> int:
    """Where the number ends that a paragraph or heading is called by, `3.` or `2.1`, the blank behind it included; 0 for none.

    Args:
        text: Plain English.
    """
    found = _HEAD.match(text) or _ROW.match(text)
    return found.end() if found else 0


def lettered(text: str, *, heading: bool) -> int:
    """Where the Roman numeral or letter ends that a heading is called by, `IV.`, `A.` or `(iv)`, the blank behind it included; 0 for none.

    Args:
        text: Plain English.
        heading: Whether it is a heading, where a lone letter is no initial.
    """
    found = _LETTERED.match(text)
    if not found or (found["one"] and not (heading and _TITLED.match(text, found.end()))):
        return 0
    return found.end()


_ROMAN = r"(?=[IVXL])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})"
_SMALL = _ROMAN.replace("IVXL", "ivxl").translate(str.maketrans("IVXLC", "ivxlc"))
_LETTERED = re.compile(
    rf"(?:(?:(?P<one>[A-HIVX])|{_ROMAN})(?:[.)]| [–—-])|\((?:{_SMALL}|{_ROMAN})\)|{_SMALL}\))\s+(?=\S)"
)
_TITLED = re.compile(r"[“\"‘']?(?![A-Z]\.)[A-Z0-9]")
"""No other initial."""


@lru_cache(maxsize=4096)
def sections(text: str) -> tuple[Range, ...]:
    """The numbers of two parts in an English text by which paragraphs and rooms are called, in order.

    Args:
        text: Plain English.
    """
    found = [one.span("number") for one in (_HEAD.match(text),) if one]
    for room in _ROOM.finditer(text):
        found.append(room.span("number"))
        found += [
            one.span("number")
            for one in _OTHER.finditer(text, room.end())
            if len(one["behind"]) == len(room["behind"])
        ]
    return tuple(sorted(set(found)))
