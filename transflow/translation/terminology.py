"""Approved terms into drafts: match, draft freely, verify, repair, report.

The translator hands over plain sentences (markup lifted, literals protected) and gets back, for
each, the text with its terms, what became of every term, and the hypothesis or word alignment by
which spans are placed.

A draft that lacks a term is repaired by the decoder itself (termrepair.py). What cannot be led
goes through the engine with a stand-in; what does not survive that has the term put in
(termfallback.py). An engine that is not steerable knows only the last two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.engines.base import STEADY, Decoding, Engine, Hypothesis, SteerableEngine
from transflow.glossary import Glossary, Requirement
from transflow.model import TermResult
from transflow.translation.introducing import Introduced, introduce
from transflow.translation.termfallback import put_in, stand_in
from transflow.translation.termjob import Job, TermItem, loose, results
from transflow.translation.termlists import in_order
from transflow.translation.termrepair import lead

__all__ = ["TermDraft", "TermItem", "enforce", "judge"]

_LIST, _LONG_LIST = 3, 8
"""Terms that make a list, and one that nobody tries to lead a decoder through."""
_OPENERS = frozenset("([（")
_NO_LOOPS = Decoding(repetition_penalty=STEADY.repetition_penalty, no_repeat=3)


@dataclass(frozen=True, slots=True)
class TermDraft:
    """What came of a `TermItem`."""

    text: str
    terms: tuple[TermResult, ...] = ()
    """One result an occurrence in the source, in order."""
    hypothesis: Hypothesis | None = None
    """What `text` was decoded as; None after a stand-in or splice, or from a black box."""
    alignment: tuple[tuple[int, int, int, int], ...] = ()
    """(source start, source end, target start, target end) of aligned words, for `spans.place`."""
    score: float = 0.0


def enforce(
    engine: Engine,
    items: Sequence[TermItem],
    glossary: Glossary,
    locale: str,
    *,
    beam: int = 0,
    decoding: Decoding | None = None,
) -> list[TermDraft]:
    """Draft sentences so that each approved term of the source is in the target.

    Args:
        engine: Steerable engines are led to the term; others get stand-ins, then a splice.
        items: Sentences, in any order; one draft each, in order.
        glossary: May be empty: then this is free decoding.
        locale: BCP 47 tag of the target.
        beam: Beam width of free decoding; 0 for the engine's own.
        decoding: Penalties for the free drafts of a steerable engine.
    """
    jobs = _drafts(engine, items, glossary, locale, beam=beam, decoding=decoding)
    if isinstance(engine, SteerableEngine):
        _unloop(engine, jobs, glossary, locale)
        in_order(engine, jobs, glossary, locale, _LONG_LIST)
        asked = [job.terms for job in jobs]
        for job in jobs:
            job.spared = frozenset(term.start for term in job.terms if term.optional)
            _ask(job, _each(job), glossary, locale)
        lead(engine, jobs, glossary, locale)
        for job, terms in zip(jobs, asked, strict=True):
            _ask(job, terms, glossary, locale)
        in_order(engine, jobs, glossary, locale, _LIST)
    stand_in(engine, [job for job in jobs if not job.verdict.ok], glossary, locale)
    for job in jobs:
        put_in(job, glossary, locale)
    return [_introduced(engine, job.item, _draft(engine, job), glossary, locale) for job in jobs]


def judge(
    glossary: Glossary, item: TermItem, target: str, source_locale: str, locale: str
) -> tuple[TermResult, ...]:
    """What became of a sentence's terms in a text that was made elsewhere (a memory, a retry).

    Args:
        glossary: The terms.
        item: The source.
        target: Its translation, plain text.
        source_locale: BCP 47 tag of the source.
        locale: BCP 47 tag of the target.
    """
    terms = _terms(glossary, item, source_locale, locale)
    verdict = glossary.verify(target, terms, locale, spans=())
    return results(Job(item, terms, loose(target, 0.0), verdict))


def _terms(glossary: Glossary, item: TermItem, source: str, locale: str) -> tuple[Requirement, ...]:
    matches = glossary.find(item.text, source, item.protected, spans=())
    return glossary.require(item.text, matches, locale)


def _drafts(
    engine: Engine,
    items: Sequence[TermItem],
    glossary: Glossary,
    locale: str,
    *,
    beam: int,
    decoding: Decoding | None,
) -> list[Job]:
    """Free drafts; of an n-best list the first with most of the terms."""
    wanted = [_terms(glossary, item, engine.source, locale) for item in items]
    texts = [item.text for item in items]
    if isinstance(engine, SteerableEngine):
        aligned = any(item.aligned for item in items)
        found = engine.decode_free(texts, beam=beam, attention=aligned, decoding=decoding)
    else:
        found = [[loose(draft.text, draft.score)] for draft in engine.translate(texts)]
    return [
        _best(item, terms, hypotheses, glossary, locale)
        for item, terms, hypotheses in zip(items, wanted, found, strict=True)
    ]


def _best(
    item: TermItem,
    terms: tuple[Requirement, ...],
    hypotheses: Sequence[Hypothesis],
    glossary: Glossary,
    locale: str,
) -> Job:
    """The likeliest hypothesis without a fault, else the one with the fewest."""
    ready = []
    for hypothesis in hypotheses:
        verdict = glossary.verify(hypothesis.text, terms, locale, spans=())
        ready.append(Job(item, terms, hypothesis, verdict))
        if verdict.ok and hypothesis.complete:
            return ready[-1]
    return min(ready, key=_faults)


def _each(job: Job) -> tuple[Requirement, ...]:
    """The terms with every mention wanted: models say a noun again where people write a pronoun.

    Where that cannot be had the leave for one mention less holds again. `X (X)` stays as it is.
    """
    text = job.item.text
    return tuple(
        replace(term, optional=False)
        if term.optional and text[: term.start].rstrip()[-1:] not in _OPENERS
        else term
        for term in job.terms
    )


def _ask(job: Job, terms: tuple[Requirement, ...], glossary: Glossary, locale: str) -> None:
    if terms != job.terms:
        job.terms = terms
        job.verdict = glossary.verify(job.hypothesis.text, terms, locale, spans=())


def _unloop(engine: SteerableEngine, jobs: Sequence[Job], glossary: Glossary, locale: str) -> None:
    """Draft again what ran into the length limit and lacks a term: nothing can be led there."""
    loops = [job for job in jobs if not job.hypothesis.complete and job.verdict.missing]
    if not loops:
        return
    found = engine.decode_free([job.item.text for job in loops], decoding=_NO_LOOPS)
    for job, (hypothesis, *_) in zip(loops, found, strict=True):
        verdict = glossary.verify(hypothesis.text, job.terms, locale, spans=())
        job.hypothesis, job.verdict = hypothesis, verdict


def _faults(job: Job) -> tuple[bool, int]:
    return not job.hypothesis.complete, len(job.verdict.missing) + len(job.verdict.refused)


def _introduced(
    engine: Engine, item: TermItem, draft: TermDraft, glossary: Glossary, locale: str
) -> TermDraft:
    """The draft with the first-use form of each concept that is introduced in it."""
    if not item.introduces:
        return draft
    found = introduce(engine, item, Introduced(draft.text, draft.alignment), glossary, locale)
    if not found.forms:
        return draft
    left = dict(found.forms)
    terms = tuple(
        replace(term, target=left.pop(term.concept)) if term.concept in left else term
        for term in draft.terms
    )
    return replace(draft, text=found.text, alignment=found.alignment, terms=terms, hypothesis=None)


def _draft(engine: Engine, job: Job) -> TermDraft:
    hypothesis = job.hypothesis if job.hypothesis.pieces else None
    aligned = (
        engine.align(job.item.text, hypothesis)
        if hypothesis is not None and job.item.aligned and isinstance(engine, SteerableEngine)
        else ()
    )
    return TermDraft(job.hypothesis.text, results(job), hypothesis, aligned, job.hypothesis.score)
