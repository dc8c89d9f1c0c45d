"""Names that hold digits: COVID-19, G20, PCT/CN2023/075612. Their digits are no values."""

import re
from collections.abc import Sequence

__all__ = ["CODE", "is_mixed", "shouted"]

_SUFFIXES = (
    "st|nd|rd|th|s|e|er|ère|ème|k|m|p|km|cm|mm|kg|g|mg|t|h|min|mn|bn|tn|MN|BN|TN|M|[kMGT]?B|[kMG]?Hz|[kMG]W|x"
    "|[mb]illions?|trillions?|thousand|[ap]m|kph|mph|ft|lb|oz|ml|L|l|ha"
    "|[Mm]io|mln|[Mm]rd|Mds?|[kM]?(?:USD|EUR|GBP|CHF|CNY|RMB|JPY)"
)
CODE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z/‑-]*\d)(?:"
    r"(?=[A-Za-z]*[A-Z][A-Za-z-]*[A-Z])[A-Za-z]+(?:[-‑][A-Za-z]+)*[-‑/]\d[\w/.-]*"  # COVID-19, ISO-9001
    r"|[A-Z]{2,}/[A-Z]+\d[\w/.-]*"  # PCT/CN2023/075612
    r"|(?!(?:USD|EUR|GBP|CHF|CNY|RMB|JPY|US)\d)[A-Za-z]+\d+(?:[./-]\d+)*[A-Za-z0-9]*"  # G20, U07.1
    rf"|\d+(?!(?:{_SUFFIXES})(?![A-Za-z]))[A-Za-z]+\d*"  # 5G, 3D
    r")(?![A-Za-z])"
)
"""Names that hold digits: whole words, never values."""


def is_mixed(word: str) -> bool:
    """Whether a word has capitals of its own, also among capitals: ePCT, mRNA, McDONALD'S, SMEs.

    Args:
        word: Of a plain text.
    """
    return _MIXED.match(word) is not None and not word.isupper()


_MIXED = re.compile(r"[A-Z]?[a-z]+[A-Z]|[A-Z]{2,}s$")


def shouted(words: Sequence[str]) -> bool:
    """Whether a text is written in capitals, but for names that have small letters everywhere.

    Args:
        words: All of a plain text.
    """
    large = [word for word in words if not is_mixed(word)]
    return len(large) > 1 and not any(map(_has_small, large))


def _has_small(word: str) -> bool:
    return word.upper() != word
