"""Sentences that became one: people's words for each, joined as the source joins its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transflow.bcp47 import sentence_space

__all__ = ["sewn"]

_END = re.compile(r"\s*[.。．।۔።]\s*$")
_SEAM = re.compile(r"\s*([;,:–—])\s*")
_WIDE = {";": "；", ",": "，", ":": "：", "–": "——", "—": "——"}
_ARABIC = {";": "؛ ", ",": "، "}
_FRENCH = {";": "\u00a0; ", ":": "\u00a0: "}
_SIGNS = {"zh": _WIDE, "ja": _WIDE, "ar": _ARABIC, "fa": _ARABIC, "ur": _ARABIC, "fr": _FRENCH, "el": {";": "· "}}  # fmt: skip
"""What parts the halves of a sentence, where a language does not write it as English does."""
_NOUNS = frozenset({"de", "lb"})
"""Languages in which a capital says nothing about where a sentence begins."""


def sewn(before: Sequence[str], now: str, words: Sequence[str], locale: str) -> str:
    """The words as one text: with the sign that now parts the source's sentences, else as sentences.

    Args:
        before: The sentences as they were.
        now: The sentence that they became.
        words: Their translations.
        locale: BCP 47 tag of the translations.
    """
    text, at = words[0], 0
    for (left, right), new in zip(pairwise(before), words[1:], strict=True):
        found = _seam(left, right, now, at)
        if found is None:
            text += sentence_space(locale) + new
            continue
        sign, at = found
        small = now[at : at + 1].islower() and right[:1].isupper()
        text = _END.sub("", text) + _sign(sign, locale) + (_lowered(new, locale) if small else new)
    return text


def _seam(left: str, right: str, now: str, start: int) -> tuple[str, int] | None:
    """The sign between two old sentences in the new one, and where the second begins there."""
    folded = now.casefold()
    if len(folded) != len(now):
        return None
    first, second = (_END.sub("", one).casefold() for one in (left, right))
    at = folded.find(first, start)
    seam = _SEAM.match(now, at + len(first)) if at >= 0 else None
    if seam is None or not folded.startswith(second, seam.end()):
        return None
    return seam[1], seam.end()


def _sign(sign: str, locale: str) -> str:
    own = _SIGNS.get(locale.split("-", maxsplit=1)[0], {}).get(sign)
    return own or (f" {sign} " if sign in "–—" else f"{sign} ")


def _lowered(text: str, locale: str) -> str:
    """Without the capital of its beginning, unless its first word has others or nouns have them."""
    if locale.split("-", maxsplit=1)[0] in _NOUNS or text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]
