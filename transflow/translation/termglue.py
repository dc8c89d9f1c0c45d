"""Letters that a model writes right behind a term, as if the term were half a word, are taken out."""

import re
from dataclasses import replace

from transflow.engines.base import Hypothesis
from transflow.translation.smallwords import han_lengths, is_small

__all__ = ["unglued"]

_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 4
"""Letters of a Chinese word in the list."""


def unglued(hypothesis: Hypothesis, beginning: str, *, spaced: bool) -> Hypothesis:
    """A completion without what would make another word of the term.

    `report`, `reporta` beside words that agree with this one; 提单 (bill of lading), 提单据.

    Args:
        hypothesis: What the model made of the beginning.
        beginning: Text that ends in the term.
        spaced: Whether spaces part words in this language.
    """
    text, end = hypothesis.text, len(beginning)
    if not text.startswith(beginning) or not text[end : end + 1].isalpha():
        return hypothesis
    rest = _LETTERS.sub("", text[end:], count=1) if spaced else text[end + _half(text, end) :]
    return hypothesis if rest == text[end:] else replace(hypothesis, text=beginning + rest)


def _half(text: str, end: int) -> int:
    """How many Chinese letters behind a place are the rest of a word that begins before it."""
    if han_lengths(text[end : end + _LONGEST]) or is_small(text[end]):
        return 0  # 专利 before 用于, whatever 利用 is
    return max(
        (
            size - back
            for back in (1, 2)
            for size in han_lengths(text[max(0, end - back) : end - back + _LONGEST])
            if size > back
        ),
        default=0,
    )
