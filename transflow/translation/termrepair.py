"""Constrained decoding: the model itself completes a sentence around the approved term.

For every sentence that lacks a term, beginnings are offered (the hypothesis up to where the term
belongs, a fitting article, the approved form), ranked by the model, and the likeliest completed;
the best whole sentence that holds the term wins. All sentences go together, a term a round,
leftmost first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transflow.engines.base import Hypothesis, SteerableEngine
from transflow.glossary import Glossary, Requirement, Verdict
from transflow.model import TermWay
from transflow.translation.termforms import candidates
from transflow.translation.termjob import Job, rank
from transflow.translation.termplaces import leads, places

__all__ = ["lead"]

_COMBINATIONS = 8
_COMPLETED = 2
_BEAM = 2


@dataclass
class _Front:
    """Where the repair of a sentence stands; the job keeps the best text so far."""

    job: Job
    hypothesis: Hypothesis
    verdict: Verdict
    tries: int = 0
    """How often the present term failed; more places are tried then."""
    target: Requirement | None = None

    @property
    def open(self) -> bool:
        """Whether there is something left to do that may succeed."""
        return bool(self.verdict.missing) and self.tries < 2

    def beginnings(self, locale: str) -> list[tuple[str, str]]:
        """(beginning with the leftmost missing term, what of it was there before)."""
        taken = [place for place in self.verdict.places if place is not None]
        source = self.job.item.text
        options = [
            (places(self.hypothesis, source, term, taken, locale), term)
            for term in self.verdict.missing
        ]
        spots, self.target = min(options, key=lambda option: option[0][0].start)
        found: dict[str, str] = {}
        for place in spots[2 * self.tries : 2 * self.tries + 2]:
            before = self.hypothesis.text[: place.start]
            for form in candidates(self.target, source, before, locale):
                for beginning in leads(before, form, source[: self.target.start], locale):
                    found.setdefault(beginning, before)
        return list(found.items())[:_COMBINATIONS]

    def advance(self, found: Sequence[tuple[Hypothesis, Verdict]]) -> None:
        """Go on from the best completion that holds the term that was asked for.

        It may have lost a term further right that was there before; a later round sees to that.
        """
        index = self.verdict.requirements.index(self.target) if self.target else 0
        held = [pair for pair in found if pair[1].places[index] is not None]
        if not held:
            self.tries += 1
            return
        self.tries = 0
        self.hypothesis, self.verdict = min(held, key=lambda pair: rank(pair[1], pair[0]))
        if self.job.better(self.hypothesis, self.verdict):
            self.job.take(self.hypothesis, self.verdict, TermWay.CONSTRAINED)


def lead(engine: SteerableEngine, jobs: Sequence[Job], glossary: Glossary, locale: str) -> None:
    """Repair what lacks a term, as far as the decoder can be led to it."""
    fronts = [_Front(job, job.hypothesis, job.verdict) for job in jobs if job.verdict.missing]
    for _ in range(3 + max((len(front.verdict.missing) for front in fronts), default=0)):
        fronts = [front for front in fronts if front.open]
        if not fronts:
            return
        offers = _offers(engine, fronts, locale)
        completed = engine.complete(
            [(front.job.item.text, pieces) for front, pieces in offers], beam=_BEAM, attention=True
        )
        found: dict[int, list[tuple[Hypothesis, Verdict]]] = {}
        for (front, _), hypotheses in zip(offers, completed, strict=True):
            found.setdefault(id(front), []).extend(
                (hypothesis, glossary.verify(hypothesis.text, front.job.terms, locale, spans=()))
                for hypothesis in hypotheses
            )
        for front in fronts:
            front.advance(found.get(id(front), []))


def _offers(
    engine: SteerableEngine, fronts: Sequence[_Front], locale: str
) -> list[tuple[_Front, list[str]]]:
    """The beginnings worth completing, as pieces."""
    combos = [
        (front, engine.encode(text, target=True), base)
        for front in fronts
        for text, base in front.beginnings(locale)
    ]
    cuts = [_shared(pieces, engine.encode(base, target=True)) for _, pieces, base in combos]
    logs = engine.piece_logprobs(
        [(c[0].job.item.text, c[1][:cut]) for c, cut in zip(combos, cuts, strict=True)],
        [c[1][cut:] for c, cut in zip(combos, cuts, strict=True)],
    )
    ranked: dict[int, list[tuple[float, _Front, list[str]]]] = {}
    for (front, pieces, _), log in zip(combos, logs, strict=True):
        ranked.setdefault(id(front), []).append((sum(log) / max(1, len(log)), front, pieces))
    return [
        (front, pieces)
        for options in ranked.values()
        for _, front, pieces in sorted(options, key=lambda option: -option[0])[:_COMPLETED]
    ]


def _shared(pieces: Sequence[str], base: Sequence[str]) -> int:
    """How many of the pieces are words from before the term."""
    same = 0
    for piece, other in zip(pieces, base, strict=False):
        if piece != other:
            break
        same += 1
    return min(same, len(pieces) - 1)
