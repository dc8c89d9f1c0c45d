"""Whether a number that is a percentage in one text is none in its translation: one sign of two may be lost.

A sign may be shared (5 à 10 %, от 5 до 10%, 5至10个百分点), a word, or before the number (百分之五, ٪5).
"""

import re
from collections import Counter
from decimal import Decimal

from transflow.quantities.comparison import compare

__all__ = ["PERCENT", "unsigned"]

PERCENT = re.compile(
    r"[%٪﹪％‰]|pour.?cent|p(?:or|er)[ -]?cento?|por.?ciento|pct|procent|prozent|процент|відсот|المئة|المائة|بالمئة|百分|割|"
    r"成(?![立为員员功本果长長年])",
    re.IGNORECASE,
)
"""Signs and words of percent; languages not listed here write the sign."""
_SIGNED = re.compile(r"[\s\u00a0\u202f-]?(?:%(?!\w)|per ?cent\b)")
_SPACE = r"[\s\u00a0\u202f]{0,2}"
_JOINT = (
    rf"{_SPACE}(?:[-–—~～,，、;/+±]|(?:à|a|al|et|y|e|o|u|ou|und|to|and|or|и|или|до|по|إلى|الى|و|أو|至|到|和|或|与|及|以及)"
    rf"(?![a-zа-яё])(?: (?:un|el|les|los))?){_SPACE}"
)
_NUMBER = r"(?:[<>≤≥~约]\s?)?\d{1,12}(?:[.,٫٬\u00a0\u202f ]\d{1,3}){0,3}"
_OWN = re.compile(
    rf"(?:-?[^\W\d]{{1,3}}(?![^\W\d]))?(?:{_JOINT}{_NUMBER}){{0,4}}{_SPACE}(?:points? de |(?:في|فى|من)\s|ب|个|\(|-)?(?:{PERCENT.pattern})",
    re.IGNORECASE,
)
"""The sign behind a number, and what may stand between, numbers that share it too."""
_BEFORE = re.compile(rf"(?:[%٪％]|百分之)\s?(?:{_NUMBER}\s?[-–~至到]\s?)?$")
_BACK = 16


def unsigned(source: str, target: str, source_tag: str, tag: str) -> list[str]:
    """The percentages of a text that are plain numbers in its translation, as the text has them.

    Args:
        source: Visible text.
        target: Its translation.
        source_tag: BCP 47 tag of the text.
        tag: BCP 47 tag of the translation.
    """
    if source.count("%") + source.count("cent") < 2 or len(_SIGNED.findall(source)) < 2:
        return []  # few texts have one, and counting letters is a look-up
    wanted: Counter[Decimal] = Counter()
    bare: dict[Decimal, str] = {}
    for number, other, _ in compare(source, target, source_tag, tag).matched:
        if number.month or other.month:
            continue
        signed = _SIGNED.match(source, number.end)
        begun = _BEFORE.search(target, max(0, other.start - _BACK), other.start)
        given = bool(begun or _OWN.match(target, other.end))
        wanted[number.value] += bool(signed) - given
        if signed and not given:
            bare[number.value] = number.text + signed[0]
    return [text for value, text in bare.items() if wanted[value] > 0]
