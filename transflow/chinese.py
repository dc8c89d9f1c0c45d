"""The two scripts of Chinese: which letter of the one is which of the other.

The lists of words and names are in simplified letters; a traditional text is read in them, and what is written into one is turned.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["is_traditional", "simplified", "telling", "traditional"]


def is_traditional(locale: str) -> bool:
    """Whether a locale's Chinese is written in traditional letters.

    Args:
        locale: BCP 47 tag.
    """
    language, *rest = locale.split("-")
    return language in {"zh", "yue"} and not {"Hant", "TW", "HK", "MO"}.isdisjoint(rest)


def simplified(text: str) -> str:
    """A traditional text letter by letter in simplified ones, as long as it was."""
    return text.translate(_tables()[1])


def traditional(text: str) -> str:
    """A simplified text letter by letter in traditional ones; those that may be several stay."""
    return text.translate(_tables()[0])


@cache
def telling() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Simplified -> traditional and back, for characters that only one of the two uses."""
    pairs = [pair for pair in _pairs() if pair[2:] in {"", ">"}]
    return {p[0]: p[1] for p in pairs if len(p) < _MARKED}, {p[1]: p[0] for p in pairs}


_MARKED = 3


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    written = {ord(pair[0]): pair[1] for pair in _pairs() if pair[2:] != "<"}
    return written, {ord(pair[1]): pair[0] for pair in _pairs()}


def _pairs() -> list[str]:
    text = (files("transflow") / "chinese.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [pair for line in lines for pair in line.split()]
