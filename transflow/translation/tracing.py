"""Attention for drafts that have none: put together from pieces, or decoded without it.

The model is led through the draft once, which costs a small part of decoding it. Marks and terms
are then placed as in any other draft.
"""

from collections.abc import Sequence
from dataclasses import replace

from transflow.engines import Decoding, Hypothesis, SteerableEngine

__all__ = ["traced"]

_LONGEST = 300
"""Pieces a draft may have; models end at some 500."""
_READ = Decoding(max_length=1, onward=True)
"""One piece more than there is: the model has to write something."""


def traced(engine: SteerableEngine, drafts: Sequence[tuple[str, Hypothesis]]) -> list[Hypothesis]:
    """Drafts with their attention, as far as the engine shows any.

    Args:
        engine: The one the drafts belong to.
        drafts: (source, draft); those that have attention stay as they are.
    """
    found = [hypothesis for _, hypothesis in drafts]
    pieces = [
        hypothesis.pieces or tuple(engine.encode(hypothesis.text, target=True))
        for hypothesis in found
    ]
    asked = [
        at
        for at, hypothesis in enumerate(found)
        if hypothesis.attention is None and 0 < len(pieces[at]) <= _LONGEST
    ]
    jobs = [(drafts[at][0], pieces[at]) for at in asked]
    seen = engine.complete(jobs, beam=1, attention=True, decoding=_READ, whole=False)
    for at, (again, *_) in zip(asked, seen, strict=True):
        size = len(pieces[at])
        if again.pieces[:size] == pieces[at] and again.attention is not None:
            found[at] = replace(
                found[at],
                pieces=pieces[at],
                attention=again.attention[:size],
                source=again.source,
            )
    return found
