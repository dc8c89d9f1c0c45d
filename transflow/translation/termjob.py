"""A sentence on its way through terminology: its best text so far, and how its terms came in."""

from dataclasses import dataclass, field

from transflow.engines.base import Hypothesis
from transflow.glossary import Requirement, Verdict
from transflow.model import TermResult, TermWay

__all__ = ["Job", "TermItem", "loose", "results"]

SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class TermItem:
    """One sentence to draft."""

    text: str
    """Plain text as the engine reads it."""
    protected: tuple[tuple[int, int], ...] = ()
    """Ranges of `text` in which no term is looked for (literals, stand-ins)."""
    introduces: frozenset[str] = frozenset()
    """Ids of the concepts that are introduced here, by their first-use form."""
    aligned: bool = True
    """Whether the alignment of the draft is wanted."""


@dataclass
class Job:
    """A sentence, what it must hold, and the best text so far."""

    item: TermItem
    terms: tuple[Requirement, ...]
    hypothesis: Hypothesis
    verdict: Verdict
    ways: dict[int, TermWay] = field(default_factory=dict)
    """How each requirement (by its place in the source) came in, where not freely."""
    spared: frozenset[int] = frozenset()
    """Where mentions begin that may be left out: they are led in only where their word is plain."""

    def better(self, hypothesis: Hypothesis, verdict: Verdict) -> bool:
        """Whether a text beats the one so far: fewer faults, then the model's own opinion."""
        return rank(verdict, hypothesis) < rank(self.verdict, self.hypothesis)

    def take(self, hypothesis: Hypothesis, verdict: Verdict, way: TermWay) -> None:
        """Adopt a text, noting how the terms came that were not there before."""
        for index, (old, new) in enumerate(zip(self.verdict.places, verdict.places, strict=True)):
            if old is None and new is not None:
                self.ways[index] = way
            if new is None:
                self.ways.pop(index, None)
        self.hypothesis, self.verdict = hypothesis, verdict


def rank(verdict: Verdict, hypothesis: Hypothesis) -> tuple[int, float]:
    """Less is better."""
    return len(verdict.missing) + len(verdict.refused), -hypothesis.score


def loose(text: str, score: float) -> Hypothesis:
    """A text that no decoding stands behind: a black box's, or one that was put together."""
    return Hypothesis(text, (), score, None, ())


def results(job: Job) -> tuple[TermResult, ...]:
    """What became of each term, in order of the source; optional mentions only where met."""
    found = []
    for index, (term, place) in enumerate(zip(job.terms, job.verdict.places, strict=True)):
        if place is None and term.optional:
            continue
        way = TermWay.FAILED if place is None else job.ways.get(index, TermWay.FREE)
        target = "" if place is None else job.hypothesis.text[slice(*place)]
        found.append(TermResult(term.concept.id, term.source, target, way))
    return tuple(found)
