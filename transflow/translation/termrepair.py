"""Constrained decoding: the model itself completes a sentence around the approved term.

For every sentence that lacks a term, beginnings are offered (the hypothesis up to where the term
belongs, a fitting article, the approved form) and ranked by the model. Where the draft goes on
likely behind the best one, too, the rest of it stays (termrejoin.py); else the likeliest are
completed, and the best whole sentence that holds the term wins. All sentences go together, a term
a round, leftmost first.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from transflow.engines.base import STEADY, Decoding, Hypothesis, SteerableEngine
from transflow.glossary import Glossary, Requirement, Verdict
from transflow.model import TermWay
from transflow.translation.termforms import candidates, several
from transflow.translation.termgender import feminine
from transflow.translation.termglue import unglued
from transflow.translation.termjob import SPACELESS, Job, rank
from transflow.translation.termleads import leads
from transflow.translation.termplaces import Place, before_number, is_word, places
from transflow.translation.termrejoin import WINDOW, rejoined, rest
from transflow.translation.tracing import traced

__all__ = ["lead"]

_DECIDED = 0.5
"""A second place is tried where it has this share of the first one's attention."""
_COMBINATIONS = 3
"""Beginnings a sentence offers to the model."""
_MORE = 16
"""The same in languages whose terms stand in cases or carry particles."""
_CASED = frozenset({"ru", "ar"})
_MARGIN = 0.1
"""How much less likely (a piece) a second beginning may be to be completed as well."""
_KEPT = -2.0
"""What stands behind a term stays if it is likelier (natural logarithm, a piece) than this.

Unlikely words stay as well: where the model would have written others, those are seldom better
(chrF2 is highest here, on outside sets in French and Spanish), and cost three times as much.
"""
_TRIES = 2
_PLAIN = 0.5
"""Attention that tells the word for a mention that may be left out."""
_BEAM = 1
_LONGEST = 300
"""Pieces a beginning may have; models end at some 500."""
_LONG = replace(STEADY, no_repeat=6)
"""Six pieces in a row never come twice in a completion: a loop, not a phrase."""
_BRIEF = replace(_LONG, max_ratio=1.3)
"""What runs on is stopped early, where the draft was not long itself.

The limit hangs on the source alone: all completions of sources of one length share a batch.
"""
_STOPS = frozenset(".!?…。！？")
_OPENING = frozenset("([（")
_ARTICLE = re.compile(r"\b(?:l['’]|(?:le|la|les|une?|el|los|las|una) )$", re.IGNORECASE)
_INFINITIVE = re.compile(r"[^\W\d_]+(?:er|ir|re|ar)\b")
"""A verb that is led in where the draft had a noun has no article."""
_WAYS = {
    (long, ends): replace(_LONG if long else _BRIEF, onward=ends)
    for long in (False, True)
    for ends in (False, True)
}
"""By whether it is long, and whether the source has a full stop, which is then still to come."""


@dataclass(slots=True)
class _Offer:
    """A beginning to be completed, or to be followed by the rest of the draft."""

    front: "_Front"
    pieces: list[str]
    before: int
    """How many of the pieces stand before the term and its lead."""
    tail: int | None
    """The draft's first piece behind the term, where the rest of the draft may stay."""
    logs: float = field(init=False)
    """Log-probability of the pieces that do not stand before, in all; the draft's unless asked."""
    onward: float = -math.inf
    """Mean log-probability of `next`, where there is any."""

    def __post_init__(self) -> None:
        self.logs = self.front.hypothesis.score * (len(self.pieces) - self.before)

    @property
    def next(self) -> Sequence[str]:
        """What of the draft the model is asked about, as it would stand behind the term."""
        if self.tail is None or self.front.more:
            return ()
        return self.front.hypothesis.pieces[self.tail : self.tail + WINDOW]

    @property
    def rejoins(self) -> bool:
        """Whether the rest of the draft may stay: a later term changes it, or it is likely."""
        return self.tail is not None and (self.front.more or self.onward > _KEPT)

    @property
    def way(self) -> Decoding:
        """How the beginning is completed: the whole may be longer than completions mostly are."""
        rest = max(0, len(self.front.hypothesis.pieces) - self.before)
        usual = _BRIEF.max_ratio * len(self.front.hypothesis.source)
        long = len(self.pieces) + 1.25 * rest > usual + 16
        ends = self.front.job.item.text.rstrip()[-1:] in _STOPS
        return _WAYS[long, ends]

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
        return bool(self.verdict.missing) and self.tries < _TRIES

    @property
    def more(self) -> bool:
        """Whether another term is missing besides the one at hand."""
        return len(self.verdict.missing) > 1

    @property
    def is_verb(self) -> bool:
        """Whether the term at hand is a verb: without the article that was there, all changes."""
        return self.target is not None and self.target.concept.pos == "verb"

    def beginnings(self, locale: str, genders: Mapping[str, bool]) -> list[tuple[str, Place]]:
        """(beginning with the leftmost missing term, where the draft has it)."""
        taken = [place for place in self.verdict.places if place is not None]
        source = self.job.item.text
        options = [
            (spots, term)
            for term in self.verdict.missing
            if (spots := self._spots(term, places(self.hypothesis, source, term, taken, locale)))
        ]
        if not options:
            self.tries = _TRIES
            return []
        spots, self.target = min(options, key=lambda option: option[0][0].start)
        found: dict[str, Place] = {}
        for place in self._likely(spots):
            before = self.hypothesis.text[: place.start]
            for form in self._forms(before, locale):
                for beginning in self._led(before, form, locale, genders):
                    found.setdefault(beginning, place)
        if locale.partition("-")[0] in _CASED or self.target.concept.pos == "verb":
            return list(found.items())[:_MORE]
        # with a later term to come the rest stays as it is, and its article is put right in the end
        passing = self.more and not self.tries
        return list(found.items())[: 1 if passing else _COMBINATIONS]

    def _forms(self, before: str, locale: str) -> Sequence[str]:
        """The forms that may stand behind a text; of `Patent Cooperation Treaty (PCT)` in brackets the source's own, or the shortest."""
        term, source = self.target, self.job.item.text
        assert term is not None  # noqa: S101 - `beginnings` chose it
        bracketed = source[: term.start].rstrip()[-1:] in _OPENING
        if bracketed and term.source in term.forms:
            return (term.source,)
        forms = candidates(term, source, before, locale, begins=False)
        if bracketed and term.source.isupper():
            least = min((len(form.split()) for form in forms), default=0)
            return [form for form in forms if len(form.split()) == least]
        return forms

    def _spots(self, term: Requirement, spots: list[Place]) -> list[Place]:
        """The places of a term; of a mention that may be left out only where its word is plain, or its number."""
        text, best = self.hypothesis.text, spots[0]
        plain = best.weight >= _PLAIN and is_word(text[best.start : best.end])
        if plain or term.start not in self.job.spared:
            return spots
        return before_number(text, self.job.item.text, term)

    def _led(self, before: str, form: str, locale: str, genders: Mapping[str, bool]) -> list[str]:
        """The beginnings by which a form of the term may stand behind a text."""
        term = self.target
        assert term is not None  # noqa: S101 - `beginnings` chose it
        concept = term.concept
        options = [(_ARTICLE.sub("", before) if _INFINITIVE.match(form) else before) + form]
        if concept.pos != "verb":
            options = leads(
                before,
                form,
                self.job.item.text[: term.start],
                locale,
                several=several(form, term, locale),
                feminine=genders.get(form.casefold()),
                named=concept.dnt or concept.pos == "proper" or form.isupper(),
            )
        if before.strip() or concept.dnt:
            return options
        return [option[:1].upper() + option[1:] for option in options]

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
        ranked = _ranked(engine, fronts, locale, genders)
        found = _rejoin(engine, ranked, glossary, locale)
        offers = [
            offer for id_, several in ranked.items() if id_ not in found for offer in _best(several)
        ]
        completed = _complete(engine, offers)
        for offer, raw in zip(offers, completed, strict=True):
            hypothesis = unglued(offer.completed(raw), engine.decode(offer.pieces), spaced=spaced)
            verdict = glossary.verify(hypothesis.text, offer.front.job.terms, locale, spans=())
            found.setdefault(id(offer.front), []).append((hypothesis, verdict))
        for front in fronts:
            front.advance(found.get(id(front), []))


def _rejoin(
    engine: SteerableEngine, ranked: Mapping[int, Sequence[_Offer]], glossary: Glossary, locale: str
) -> dict[int, list[tuple[Hypothesis, Verdict]]]:
    """Drafts with the term in place and their rest kept, where the model would write it again."""
    found = {}
    for id_, (best, *_) in ranked.items():
        if best.tail is None or not best.rejoins:
            continue
        front = best.front
        hypothesis = rejoined(engine, front.hypothesis, best.pieces, best.tail)
        verdict = glossary.verify(hypothesis.text, front.job.terms, locale, spans=())
        if front.holds(verdict) and len(verdict.missing) < len(front.verdict.missing):
            found[id_] = [(hypothesis, verdict)]
    return found


def _best(offers: Sequence[_Offer]) -> list[_Offer]:
    """The beginnings worth completing: the likeliest, and a second one that is nearly so."""
    best, *others = offers
    return [best, *(o for o in others[:1] if o.likely > best.likely - _MARGIN)]


def _complete(engine: SteerableEngine, offers: Sequence[_Offer]) -> list[Hypothesis]:
    """The best completion of each offer."""
    found: dict[int, Hypothesis] = {}
    ways = [offer.way for offer in offers]
    for decoding in dict.fromkeys(ways):
        these = [at for at, way in enumerate(ways) if way is decoding]
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


def _ranked(
    engine: SteerableEngine,
    fronts: Sequence[_Front],
    locale: str,
    genders: Mapping[str, bool],
) -> dict[int, list[_Offer]]:
    """The beginnings each front offers, by its id, the likeliest first."""
    spaced = locale.partition("-")[0] not in SPACELESS
    offers = []
    for front in fronts:
        draft = front.hypothesis
        for text, place in front.beginnings(locale, genders):
            pieces = engine.encode(text, target=True)
            if len(pieces) <= _LONGEST:
                base = engine.encode(draft.text[: place.start], target=True)
                same = text.startswith(draft.text[: place.start]) or not front.is_verb
                tail = rest(draft, place.start, place.end, spaced=spaced) if same else None
                offers.append(_Offer(front, pieces, _shared(pieces, base), tail))
    _ask(engine, offers)
    ranked: dict[int, list[_Offer]] = {}
    for offer in sorted(offers, key=lambda offer: -offer.likely):
        ranked.setdefault(id(offer.front), []).append(offer)
    return ranked


def _ask(engine: SteerableEngine, offers: Sequence[_Offer]) -> None:
    """Let the model say how likely it finds each term, and what stands behind it."""
    choices = Counter(id(offer.front) for offer in offers)
    asked = [one for one in offers if choices[id(one.front)] > 1 or one.next]
    logs = engine.piece_logprobs(
        [(offer.front.job.item.text, offer.pieces[: offer.before]) for offer in asked],
        [[*offer.pieces[offer.before :], *offer.next] for offer in asked],
    )
    for offer, row in zip(asked, logs, strict=True):
        size = len(offer.pieces) - offer.before
        offer.logs = sum(row[:size])
        if len(row) > size:
            offer.onward = sum(row[size:]) / (len(row) - size)


def _shared(pieces: Sequence[str], base: Sequence[str]) -> int:
    """How many of the pieces are words from before the term."""
    same = 0
    for piece, other in zip(pieces, base, strict=False):
        if piece != other:
            break
        same += 1
    return min(same, len(pieces) - 1)
