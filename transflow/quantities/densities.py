"""Whether so much in so much became another measure while its figures stayed: 150 pg/mL as 150 mg/mL, 5 mmol/L as 5毫克.

Units are compared by their size, whose letters are whose: мкг/мл, 微克/毫升 and mg/L are one. What is converted
has other figures, and what is said in other words (milligrammes par litre) is let be.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["other_density"]

_PREFIXES = {
    "f": -15, "p": -12, "n": -9, "mc": -6, "µ": -6, "μ": -6, "m": -3, "d": -1, "k": 3,
    "п": -12, "н": -9, "мк": -6, "м": -3, "д": -1, "к": 3,
    "皮": -12, "纳": -9, "微": -6, "毫": -3, "分": -1, "千": 3,
}  # fmt: skip
_BASES = {
    **dict.fromkeys(("g", "г", "克"), "gram"),
    **dict.fromkeys(("mol", "моль", "摩尔"), "mole"),
    **dict.fromkeys(("l", "L", "л", "升"), "litre"),
    **dict.fromkeys(("IU", "UI", "МЕ", "国际单位"), "unit"),
}
_CUBIC = ("m³", "m3", "м³", "м3", "立方米")
_PREFIX = "|".join(sorted(_PREFIXES, key=len, reverse=True))
_BASE = "|".join(sorted(_BASES, key=len, reverse=True))
_UNIT = re.compile(rf"({_PREFIX})?({_BASE})")
_MEASURED = re.compile(
    r"(?<![\d.,])(?P<figures>\d[\d.,]{0,15})[\s\u00a0\u202f]?"
    rf"(?P<much>(?:{_PREFIX})?(?:{_BASE}))(?:\s?[/／]\s?(?P<within>{'|'.join(_CUBIC)}|(?:{_PREFIX})?(?:{_BASE})))?(?![A-Za-zа-яё])"
)


@dataclass(frozen=True, slots=True)
class _Measure:
    figures: str
    text: str
    much: tuple[str, int]
    """What it is a measure of and the power of ten: a milligram is -3 of a gram."""
    within: tuple[str, int] | None
    """The same of what it is counted in, the litre of `mg/L`."""

    def is_like(self, other: "_Measure") -> bool:
        """Whether two are one, or may be where one of them has no second unit: mg par litre."""
        if not (self.within and other.within):
            return self.much == other.much
        powers = [one.much[1] - (one.within[1] if one.within else 0) for one in (self, other)]
        bases = [(one.much[0], one.within and one.within[0]) for one in (self, other)]
        return powers[0] == powers[1] and bases[0] == bases[1]


def other_density(source: str, target: str) -> tuple[str, str]:
    """A measure of the source, and what the translation has of as many; empty for none.

    Args:
        source: A text.
        target: Its translation.
    """
    if "/" not in source:
        return "", ""
    wanted = _by_figures(source)
    for figures, own in wanted.items():
        dense = [one for one in own if one.within]
        there = _by_figures(target).get(figures, ()) if dense else ()
        new = [other for other in there if not any(map(other.is_like, own))]
        for one in dense if new else ():
            if not any(map(one.is_like, there)):
                return one.text, new[0].text
    return "", ""


@lru_cache(maxsize=4)
def _by_figures(text: str) -> Mapping[str, Collection[_Measure]]:
    """The figures of a text -> the measures that have them, each once."""
    found: dict[str, dict[object, _Measure]] = {}
    for one in _measures(text):
        found.setdefault(one.figures, {}).setdefault((one.much, one.within), one)
    return {figures: tuple(own.values()) for figures, own in found.items()}


def _measures(text: str) -> Iterator[_Measure]:
    for found in _MEASURED.finditer(text):
        figures = re.sub(r"\D", "", found["figures"])
        within = _read(found["within"]) if found["within"] else None
        yield _Measure(figures, found[0], _read(found["much"]), within)


def _read(unit: str) -> tuple[str, int]:
    found = _UNIT.fullmatch(unit)
    if found is None:
        return "litre", 3  # a cubic metre
    return _BASES[found[2]], _PREFIXES.get(found[1], 0)
