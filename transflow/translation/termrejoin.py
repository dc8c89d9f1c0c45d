"""The rest of a draft behind a term that was led in: kept where the model would write it again.

Completing a sentence costs as much as drafting it; asking how likely the model finds the next few
pieces of the draft behind the term costs a fourth of that, and mostly they are what it would write.
"""

from collections.abc import Sequence
from dataclasses import replace

from transflow.engines.base import Hypothesis, SteerableEngine
from transflow.translation.termplaces import locate

__all__ = ["WINDOW", "rejoined", "rest"]

_SPACE = "▁"
"""A piece of its own before some words."""
WINDOW = 8
"""Pieces behind the term the model is asked about: what agrees with the term stands there."""


def rest(hypothesis: Hypothesis, start: int, end: int, *, spaced: bool) -> int | None:
    """The first piece behind the words that a term takes the place of.

    Args:
        hypothesis: A draft with attention, and a term that belongs at `text[start:end]`.
        start: Of the words that came of the source term.
        end: Of these words; none are there where this is the start.
        spaced: Whether spaces part words in this language.

    Returns:
        None where nothing can be kept: no words to replace, or a piece reaches over their end.
    """
    if start == end or hypothesis.attention is None:
        return None
    for at, (begin, stop) in enumerate(locate(hypothesis.pieces, hypothesis.text)):
        if begin < end < stop:
            return None
        if end <= begin < stop:
            glued = spaced and hypothesis.text[end : end + 1].isalnum()
            alone = begin > end and at > 0 and hypothesis.pieces[at - 1] == _SPACE
            return None if glued else at - alone
    return len(hypothesis.pieces)


def rejoined(
    engine: SteerableEngine, hypothesis: Hypothesis, beginning: Sequence[str], tail: int
) -> Hypothesis:
    """The draft with a new beginning that ends in the term.

    The term's pieces get the attention of those they replace. The score is the draft's.

    Args:
        engine: Its pieces these are.
        hypothesis: The draft, with attention.
        beginning: Pieces up to the end of the term.
        tail: The first of the draft's pieces that stays.
    """
    pieces = (*beginning, *hypothesis.pieces[tail:])
    old = list(hypothesis.attention or ())
    same = 0
    for piece, other in zip(beginning, hypothesis.pieces[:tail], strict=False):
        if piece != other:
            break
        same += 1
    same = min(same, tail - 1)
    replaced = old[same:tail]
    mean = [sum(column) / len(replaced) for column in zip(*replaced, strict=True)]
    rows = [*old[:same], *([mean] * (len(beginning) - same)), *old[tail:]]
    return replace(hypothesis, text=engine.decode(pieces), pieces=pieces, attention=rows)
