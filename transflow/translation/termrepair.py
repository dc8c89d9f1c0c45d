"""Constrained decoding: the model itself completes a sentence around the approved term.

For every sentence that lacks a term, beginnings are offered (the hypothesis up to where the term
belongs, a fitting article, the approved form), ranked by the model, and the likeliest completed;
the best whole sentence that holds the term wins. All sentences go together, a term a round,
leftmost first.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from transflow.engines.base import STEADY, Hypothesis, SteerableEngine
from transflow.glossary import Glossary, Requirement, Verdict
from transflow.model import TermWay
from transflow.translation.termforms import candidates, several
from transflow.translation.termgender import feminine
from transflow.translation.termjob import SPACELESS, Job, rank
from transflow.translation.termplaces import Place, leads, places
from transflow.translation.tracing import traced

__all__ = ["lead"]

_DECIDED = 0.5
"""A second place is tried where it has this share of the first one's attention."""
_COMBINATIONS = 3
"""Beginnings a sentence offers to the model."""
_MORE = 16
"""The same in languages whose terms stand in cases or carry particles."""
_LETTERS = re.compile(r"^[^\W\d_]+")
_CASED = frozenset({"ru", "ar"})
_MARGIN = 0.1
"""How much less likely (a piece) a second beginning may be to be completed as well."""
_BEAM = 1
_LONGEST = 300
"""Pieces a beginning may have; models end at some 500."""
_LONG = replace(STEADY, no_repeat=6)
"""Six pieces in a row never come twice in a completion: a loop, not a phrase."""
_ONWARD = replace(_LONG, max_ratio=1.3)
"""What runs on is stopped early, where the draft was not long itself.

The limit hangs on the source alone: all completions of sources of one length share a batch.
"""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A beginning to be completed."""

    front: "_Front"
    pieces: list[str]
    before: int
    """How many of the pieces stand before the term and its lead."""
    logs: float
    """Log-probability of the others, in all."""

    @property
    def long(self) -> bool:
        """Whether the whole may be longer than completions mostly are."""
        rest = max(0, len(self.front.hypothesis.pieces) - self.before)
        usual = _ONWARD.max_ratio * len(self.front.hypothesis.source)
        return len(self.pieces) + 1.25 * rest > usual + 16

    @property
    def likely(self) -> float:
        """The mean log-probability of the term's pieces."""
        return self.logs / max(1, len(self.pieces) - self.before)

    def completed(self, hypothesis: Hypothesis) -> Hypothesis:
        """With the score of the whole sentence; what stands before counts as the draft's mean."""
        size = len(hypothesis.pieces) + 1
        total = self.front.hypothesis.score * self.before + self.logs + hypothesis.score * size
        return replace(hypothesis, score=total / size)


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

    def beginnings(self, locale: str, genders: Mapping[str, bool]) -> list[tuple[str, str]]:
        """(beginning with the leftmost missing term, what of it was there before)."""
        taken = [place for place in self.verdict.places if place is not None]
        source = self.job.item.text
        options = [
            (places(self.hypothesis, source, term, taken, locale), term)
            for term in self.verdict.missing
        ]
        spots, self.target = min(options, key=lambda option: option[0][0].start)
        found: dict[str, str] = {}
        for place in self._likely(spots):
            before = self.hypothesis.text[: place.start]
            for form in candidates(self.target, source, before, locale):
                number = several(form, self.target, locale)
                gender = genders.get(form.casefold())
                words = source[: self.target.start]
                for beginning in leads(
                    before, form, words, locale, several=number, feminine=gender
                ):
                    found.setdefault(beginning, before)
        return list(found.items())[: _MORE if locale.partition("-")[0] in _CASED else _COMBINATIONS]

    def _likely(self, spots: Sequence[Place]) -> Sequence[Place]:
        """The best place, a second one if attention does not decide; others when those failed."""
        if self.tries:
            return spots[1:4]
        decided = len(spots) < 2 or spots[1].weight < _DECIDED * spots[0].weight
        return spots[: 1 if decided else 2]

    def holds(self, verdict: Verdict) -> bool:
        """Whether a text has the term that was asked for."""
        index = self.verdict.requirements.index(self.target) if self.target else 0
        return verdict.places[index] is not None

    def advance(self, found: Sequence[tuple[Hypothesis, Verdict]]) -> None:
        """Go on from the best completion that holds the term that was asked for.

        It may have lost a term further right that was there before; a later round sees to that.
        """
        held = [pair for pair in found if self.holds(pair[1]) and pair[0].complete]
        if not held:
            self.tries += 1
            return
        self.tries = 0
        self.hypothesis, self.verdict = min(held, key=lambda pair: rank(pair[1], pair[0]))
        if self.job.better(self.hypothesis, self.verdict):
            self.job.take(self.hypothesis, self.verdict, TermWay.CONSTRAINED)


_Combo = tuple[_Front, list[str], str]
"""A front, the pieces of a beginning, and what of it was there before."""


def lead(engine: SteerableEngine, jobs: Sequence[Job], glossary: Glossary, locale: str) -> None:
    """Repair what lacks a term, as far as the decoder can be led to it."""
    fronts = [
        _Front(job, job.hypothesis, job.verdict)
        for job in jobs
        if job.verdict.missing and job.hypothesis.complete
    ]
    spaced = locale.partition("-")[0] not in SPACELESS
    genders = feminine(
        engine, [(t, f.job.item.text) for f in fronts for t in f.verdict.missing], locale
    )
    for _ in range(3 + max((len(front.verdict.missing) for front in fronts), default=0)):
        fronts = [front for front in fronts if front.open]
        if not fronts:
            return
        _attend(engine, fronts)
        offers = _offers(engine, fronts, locale, genders)
        completed = _complete(engine, offers)
        found: dict[int, list[tuple[Hypothesis, Verdict]]] = {}
        for offer, raw in zip(offers, completed, strict=True):
            hypothesis = offer.completed(raw)
            if spaced:
                hypothesis = _unglued(hypothesis, engine.decode(offer.pieces))
            verdict = glossary.verify(hypothesis.text, offer.front.job.terms, locale, spans=())
            found.setdefault(id(offer.front), []).append((hypothesis, verdict))
        for front in fronts:
            front.advance(found.get(id(front), []))


def _complete(engine: SteerableEngine, offers: Sequence[_Offer]) -> list[Hypothesis]:
    """The best completion of each offer."""
    found: dict[int, Hypothesis] = {}
    for decoding in (_ONWARD, _LONG):
        these = [at for at, offer in enumerate(offers) if offer.long is (decoding is _LONG)]
        jobs = [(offers[at].front.job.item.text, offers[at].pieces) for at in these]
        results = engine.complete(jobs, beam=_BEAM, attention=True, decoding=decoding, whole=False)
        found |= {at: best for at, (best, *_) in zip(these, results, strict=True)}
    return [found[at] for at in range(len(offers))]


def _attend(engine: SteerableEngine, fronts: Sequence[_Front]) -> None:
    """Attention for drafts that were made without: the decoder has to be led by it."""
    seen = traced(engine, [(front.job.item.text, front.hypothesis) for front in fronts])
    for front, hypothesis in zip(fronts, seen, strict=True):
        if front.job.hypothesis is front.hypothesis:
            front.job.hypothesis = hypothesis
        front.hypothesis = hypothesis


def _unglued(hypothesis: Hypothesis, beginning: str) -> Hypothesis:
    """Without letters that the model wrote right behind a term, as if it were half a word.

    They would make another form of it (`report`, `reporta`) beside words that agree with this one.
    """
    text, end = hypothesis.text, len(beginning)
    if not text.startswith(beginning) or not text[end : end + 1].isalpha():
        return hypothesis
    rest = _LETTERS.sub("", text[end:], count=1)
    return replace(hypothesis, text=beginning + rest)


def _offers(
    engine: SteerableEngine,
    fronts: Sequence[_Front],
    locale: str,
    genders: Mapping[str, bool],
) -> list[_Offer]:
    """The beginnings worth completing: the likeliest, and a second one that is nearly so."""
    combos = [
        (front, engine.encode(text, target=True), base)
        for front in fronts
        for text, base in front.beginnings(locale, genders)
    ]
    combos = [combo for combo in combos if len(combo[1]) <= _LONGEST]
    cuts = [_shared(pieces, engine.encode(base, target=True)) for _, pieces, base in combos]
    logs = _opinions(engine, combos, cuts)
    ranked: dict[int, list[_Offer]] = {}
    for (front, pieces, _), cut, log in zip(combos, cuts, logs, strict=True):
        ranked.setdefault(id(front), []).append(_Offer(front, pieces, cut, log))
    chosen = []
    for offers in ranked.values():
        best, *others = sorted(offers, key=lambda offer: -offer.likely)
        chosen += [best, *(o for o in others[:1] if o.likely > best.likely - _MARGIN)]
    return chosen


def _opinions(
    engine: SteerableEngine, combos: Sequence[_Combo], cuts: Sequence[int]
) -> list[float]:
    """Log-probability of each term with its lead; the draft's mean where there is no choice."""
    choices = Counter(id(front) for front, _, _ in combos)
    asked = [at for at, (front, _, _) in enumerate(combos) if choices[id(front)] > 1]
    found = [
        front.hypothesis.score * (len(pieces) - cut)
        for (front, pieces, _), cut in zip(combos, cuts, strict=True)
    ]
    logs = engine.piece_logprobs(
        [(combos[at][0].job.item.text, combos[at][1][: cuts[at]]) for at in asked],
        [combos[at][1][cuts[at] :] for at in asked],
    )
    for at, row in zip(asked, logs, strict=True):
        found[at] = sum(row)
    return found


def _shared(pieces: Sequence[str], base: Sequence[str]) -> int:
    """How many of the pieces are words from before the term."""
    same = 0
    for piece, other in zip(pieces, base, strict=False):
        if piece != other:
            break
        same += 1
    return min(same, len(pieces) - 1)
