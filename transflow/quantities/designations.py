"""Numbers that look like values and are names: `Rules 4.10 and 4.11`, `(2006.01)` behind a class of patents, `HS code 0901.21`.

What follows one that is named in a list is named, too. No language writes them with marks of its own.
"""

import re
from functools import lru_cache

from transflow.quantities.money import MONEY
from transflow.quantities.versions import MEASURED

__all__ = ["designations"]

_N = rf"\d{{1,4}}(?:\.\d{{1,4}}){{1,3}}[a-z]?(?:\([a-z0-9]{{1,4}}\))*(?![\w%]|[.,:]\d|{MEASURED})"
_LED = re.compile(
    r"\b(?i:rules?|articles?|(?:sub-?)?sections?|chapters?|(?:sub-?)?paragraphs?|paras?\.?|items?|targets?|indicators?|tables?|figures?|"
    r"figs?\.?|clauses?|annex(?:es)?|regulations?|parts?|steps?|codes?|(?:sub-?)?headings?|HTS|HS|tariff lines?|recommendations?)"
    rf"\s(?P<number>{_N})"
)
_NEXT = re.compile(rf"(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s|\s?[–—-]\s?)(?P<number>{_N})")
_SCALED = re.compile(rf"\s?(?:and|or|to|[–—-])\s?\d[\d.,]*{MEASURED}")
"""Another number that is measured: `targets 2.5 and 3 million` are no targets by name."""
_ALONE = re.compile(
    r"(?<=\()(?:19|20)\d\d\.(?:0[1-9]|1[0-2])(?=\))"  # the version of a class: C12N 15/86 (2006.01)
    rf"|(?<![\w.-])(?!PM\d|(?:US|{'|'.join(sorted(MONEY))})\d)[A-Z]{{2,6}}\d{{1,3}}\.\d{{1,3}}(?![\w%]|[.,]\w)"  # WHA77.8
    r"|(?<![\w.-])(?:RE|PP|D)\d{1,3},\d{3}(?![\w,])"  # a patent issued anew, of a plant, of a design
    r"|(?<![\w.,:/-])0\d{3}\.\d\d(?:\.\d\d)*(?![\w%]|[.,]\d)"  # a tariff's 0901.21
    r"|(?<![\w.,])[-−]?\d{1,3}\.\d{4,},\s?[-−]?\d{1,3}\.\d{4,}(?!\w)"  # a place on the map
)
_HINT = re.compile(r"\d[.,]\d")

Range = tuple[int, int]


@lru_cache(maxsize=4096)
def designations(text: str) -> tuple[Range, ...]:
    """Where the numbers of an English text stand that things are called by, in order.

    Args:
        text: Plain English.
    """
    if not _HINT.search(text):
        return ()
    found = {one.span() for one in _ALONE.finditer(text)}
    for first in _LED.finditer(text):
        row, end = [first.span("number")], first.end()
        while more := _NEXT.match(text, end):
            row.append(more.span("number"))
            end = more.end()
        if not _SCALED.match(text, end):
            found.update(row)
    return tuple(sorted(found))
