"""Approved terms into drafts: match, draft freely, verify, repair, report.

The translator hands over plain sentences (markup lifted, literals protected) and gets back, for
each, the text with its terms, what became of every term, and the hypothesis or word alignment by
which spans are placed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transflow.engines.base import Engine, Hypothesis
from transflow.glossary import Glossary
from transflow.model import TermResult

__all__ = ["TermDraft", "TermItem", "enforce"]


@dataclass(frozen=True, slots=True)
class TermItem:
    """One sentence to draft."""

    text: str
    """Plain text as the engine reads it."""
    protected: tuple[tuple[int, int], ...] = ()
    """Ranges of `text` in which no term is looked for (literals, stand-ins)."""


@dataclass(frozen=True, slots=True)
class TermDraft:
    """What came of a `TermItem`."""

    text: str
    terms: tuple[TermResult, ...] = ()
    """One result an occurrence in the source, in order."""
    hypothesis: Hypothesis | None = None
    """The hypothesis `text` was decoded from; None after a placeholder or splice, or a black box."""
    alignment: tuple[tuple[int, int, int, int], ...] = ()
    """(source start, source end, target start, target end) of aligned words, for `spans.place`."""
    score: float = 0.0


def enforce(
    engine: Engine, items: Sequence[TermItem], glossary: Glossary, locale: str, *, beam: int = 0
) -> list[TermDraft]:
    """Draft sentences so that each approved term of the source is in the target.

    Args:
        engine: Steerable engines are led to the term; others get placeholders, then a splice.
        items: Sentences, in any order; one draft each, in order.
        glossary: May be empty: then this is free decoding.
        locale: BCP 47 tag of the target.
        beam: Beam width of free decoding; 0 for the engine's own.
    """
    raise NotImplementedError
