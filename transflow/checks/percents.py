"""Percent signs and words, of which the number alone is not enough."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import unsigned

__all__ = ["RULES"]

_DIGIT = re.compile(r"\d")
_GAP = "[\\s\u00a0\u202f\u2009-]*"
_POINTS = re.compile("百分点|porcentual|مئوية|пункт|point", re.IGNORECASE)
"""Half a point is half a percentage point in most languages."""
_POINTS_EN = re.compile(r"point|\d\s?pp\b", re.IGNORECASE)
_IN_TEN = re.compile(
    r"\b(?:in|out of|of every) (?:ten|10|an? hundred|100)\b|tenths?\b|hundred(?:fold|ths?)\b"
    r"|percentage|\bhalf\b|quarters?\b",
    re.IGNORECASE,
)


def _percent(pair: Pair) -> Iterator[str]:
    source = _percent_of(pair.context.source_language).search(pair.left.plain)
    target = _percent_of(pair.context.language).search(pair.right.plain)
    if source and not target and _DIGIT.search(pair.right.plain):
        yield f"{source[0].strip()} is missing; expected % or the word for it"
    elif target and _POINTS.search(pair.right.plain) and _POINTS_EN.search(pair.left.plain):
        return
    elif target and not source and _DIGIT.search(pair.left.plain) and not _share(pair):
        yield f"{target[0].strip()} is not in the source"
    elif source and target:
        yield from _made_shares(pair)
        tags = pair.context.source_locale, pair.context.locale
        for share in unsigned(pair.left.plain, pair.right.plain, *tags):
            yield f"{share} is a plain number in the translation; expected % or the word for it"


def _made_shares(pair: Pair) -> Iterator[str]:
    """Large numbers that are percentages in the translation alone: from 1,120 as 从1,120%."""
    bare = {_digits(found[0]) for found in _BARE.finditer(pair.left.plain)}
    shares = {_digits(found[0]) for found in _SHARE.finditer(pair.left.plain)}
    for found in _SHARE.finditer(pair.right.plain):
        if _digits(found[0]) in bare - shares:
            yield f"{found[0]} is no percentage in the source"


_GROUPED = r"(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f ]?\d{3})+(?!\d)"
_SHARE = re.compile(rf"{_GROUPED}\s?[%％٪]")
_BARE = re.compile(rf"{_GROUPED}(?!\s?[%％٪]|\s?(?:per ?cent|percentage)|[.,]\d)")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _share(pair: Pair) -> bool:
    """Whether the source has a share in words: seven in ten, a hundredfold, nine tenths."""
    return bool(_IN_TEN.search(pair.left.plain)) and pair.context.source_language == "en"


@cache
def _percent_of(language: str) -> re.Pattern[str]:
    forms = _data()
    signs = "|".join(forms["signs"].split())
    return re.compile(
        rf"(?<=\d){_GAP}(?:{signs})|[٪%]\s?\d|(?:{forms.get(language, signs)})", re.IGNORECASE
    )


@cache
def _data() -> dict[str, str]:
    data = tomllib.loads((files("transflow.checks") / "data" / "units.toml").read_text("utf-8"))
    forms: dict[str, str] = data["percent"]
    return forms


RULES = (
    Rule(
        "percent",
        Severity.ERROR,
        "A percent sign or word is lost, also one of several, or new.",
        "百分之, 成, pour cent, процентов, في المئة and their like are percent; a text without any number says nothing.",
        _percent,
    ),
)
