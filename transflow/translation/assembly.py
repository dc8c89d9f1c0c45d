"""A drafted sentence put together again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from transflow.engines import Engine, SteerableEngine
from transflow.engines.alignment import Alignment
from transflow.glossary import Requirement
from transflow.model import Draft, Finding, Severity, TermWay
from transflow.quantities import clash
from transflow.translation import (
    agreement,
    brackets,
    clauses,
    government,
    leftovers,
    literals,
    modifiers,
    numbers,
    participles,
    quotes,
    ranges,
    shortunits,
    standins,
    subjects,
    termcase,
    termforms,
    titles,
    torndates,
)
from transflow.translation.distrust import Suspicion, examine
from transflow.translation.held import declined
from transflow.translation.spananchors import anchors
from transflow.translation.spanevidence import Evidence, Gains, Question, weigh
from transflow.translation.spanlinks import term_links
from transflow.translation.spannouns import restored
from transflow.translation.spans import place
from transflow.translation.tidying import coupled, moved, spaced, tidied, unaltered, unglued
from transflow.translation.work import Part, Settings, Work

__all__ = ["finish"]

Held = tuple[tuple[int, int], Requirement]
"""Where a term stands in a draft, and what asks for it."""
_TIDIED = frozenset({"loop", "unknown"})


@dataclass(frozen=True)
class _Composed:
    """A draft without its markup."""

    work: Work
    text: str
    alignment: Alignment
    findings: tuple[Finding, ...]

    @property
    def question(self) -> Question:
        """What the engine is asked about the places of the markup."""
        blind = {ord(letter): "X" for letter, _ in self.work.raw}
        return Question(
            self.work.casing.text.translate(blind),
            self.text.translate(blind),
            tuple((mark.start, mark.end) for mark in self.work.lifted.marks),
        )


def finish(works: Sequence[Work], settings: Settings, engine: Engine) -> list[Draft]:
    """Put sentences together from their drafted parts."""
    composed = [_composed(work, settings) for work in works]
    questions = [one.question for one in composed]
    gains = weigh(engine, questions)
    if not isinstance(engine, SteerableEngine):
        found = anchors(engine, questions)
        composed = [
            one if one.alignment else replace(one, alignment=tuple(links))
            for one, links in zip(composed, found, strict=True)
        ]
    return [_marked(one, settings, row) for one, row in zip(composed, gains, strict=True)]


def _composed(work: Work, settings: Settings) -> _Composed:
    """A sentence as plain text."""
    drafts, links = zip(*(_tidied(part) for part in work.parts), strict=True)
    drafts = tuple(
        clauses.begun(part.text, one, settings.locale)
        for part, one in zip(work.parts, drafts, strict=True)
    )
    draft, places = clauses.join(drafts, work.masked.text, work.ranges, settings.locale)
    alignment = tuple(
        (a + start, b + start, c + at, d + at)
        for linked, (start, _), (at, _) in zip(links, work.ranges, places, strict=True)
        for a, b, c, d in linked
    )
    settling = numbers.settle(
        work.masked.text,
        draft,
        settings.source,
        settings.locale,
        style=settings.number_style,
        standins=[mark.text for mark in work.masked.held if mark.text],
    )
    if settings.source.partition("-")[0] == "en":
        standing = [mark.text for mark in work.masked.held]
        ranged = ranges.written(work.masked.text, settling.text, standing)
        settling = replace(settling, text=ranged)
    alignment = _shifted(alignment, draft, settling.text)
    held = _held(settling.text, _asked(work, settings), settings)
    settled = quotes.quoted(
        work.masked.text,
        settling.text,
        alignment,
        settings.locale,
        [(place, term.source) for place, term in held],
    )
    alignment = _shifted(alignment, settling.text, settled)
    if draft != settled and len(places) > 1:
        ends = moved(draft, settled)
        places = tuple((ends[a], ends[b]) for a, b in places)
    following = [start for start, _ in work.ranges[1:]]
    bounds = [(start, end) for start, (_, end) in zip(following, places, strict=False)]
    text, alignment, guessed = standins.unmask(
        work.masked,
        work.casing.text,
        settled,
        alignment,
        locale=settings.locale,
        bounds=[
            (mark.start, end)
            for mark in work.masked.held
            for start, end in bounds
            if 0 <= start - mark.start <= 1
        ],
    )
    exact = [one.literal.text for one in work.masked.held if one.literal.text in work.casing.text]
    fitted = unaltered(text, _fitted(work, text, settings), exact)
    alignment = _shifted(alignment, text, fitted)
    text = shortunits.restore_case(work.casing, fitted)
    fixed = [
        shortunits.restore_case(work.casing, one.literal.text)
        for one in work.masked.held
        if one.literal.kind != "numbered"  # n° 7 has a capital where a sentence begins
    ]
    ended = shortunits.finish(work.casing.text, text, settings.locale, fixed)
    if len(ended) != len(text) and not ended.startswith(text[:-2]):  # not at its end alone
        alignment = _shifted(alignment, text, ended)
    marked = {mark.text: mark.literal.text for mark in work.masked.held if mark.text}
    odd = clash(ended, settings.locale.partition("-")[0])  # `de el` is `del` by now
    told = [one for part in work.parts for one in part.suspicions if one.kind != "number"]
    mended = _mended(told, work.casing.text, ended, settings)
    suspicions = [
        replace(one, detail=_unmasked(one.detail, marked))
        for one in told
        if one not in mended and (odd or one.kind != "grammar")
    ]
    missing = tuple(number for number in settling.missing if number not in marked)
    suspicions += [
        Suspicion("literal", f"the place of {literal.text} is a guess")
        for literal in guessed
        if len(missing) < len(settling.missing)
    ]
    if settings.is_unsure(work.casing.text, min(part.score for part in work.parts)):
        suspicions.append(Suspicion("unsure", "the model was unsure of its words"))
    return _Composed(
        work, ended, alignment, _findings(suspicions, replace(settling, missing=missing))
    )


def _unmasked(detail: str, marked: Mapping[str, str]) -> str:
    """What is told of a draft, with the literals themselves where it names their stand-ins."""
    return (
        re.sub(r"\w+", lambda match: marked.get(match[0], match[0]), detail) if marked else detail
    )


def _fitted(work: Work, text: str, settings: Settings) -> str:
    """The text with its terms in their own capitals, and what stands before them in agreement.

    As it came where that would cost a term: a glossary may have a form against grammar.
    """
    locale = settings.locale
    source = work.casing.text
    fitted = spaced(source, brackets.closed(source, text))
    known = [mark.literal for mark in work.masked.held]
    fitted = literals.respelled(source, coupled(source, fitted, locale, known))
    if settings.source.partition("-")[0] == "en":
        fitted = torndates.mended(source, titles.mended(source, fitted, locale), locale)
        fitted = leftovers.without_half_names(source, unglued(source, fitted, locale), locale)
        fitted = declined(source, fitted, settings.source, locale)
    asked = _asked(work, settings)
    if not asked:
        return agreement.joined(fitted, locale)
    fitted = leftovers.unrefused(fitted, asked, settings.glossary, locale)
    held = _held(fitted, asked, settings)
    for step in _FITTING:
        before, fitted = fitted, step(fitted, held, source, locale)
        held = held if fitted == before else _held(fitted, asked, settings)
    fitted = agreement.joined(fitted, locale)
    if fitted == text:
        return text
    kept = len(_held(fitted, asked, settings)) >= len(_held(text, asked, settings))
    return fitted if kept else text


def _consistent(text: str, held: Sequence[Held], _: str, locale: str) -> str:
    for (start, end), term in sorted(held, key=lambda one: one[0], reverse=True):
        text = text[:start] + termforms.consistent(text[start:end], term, locale) + text[end:]
    return text


def _written(text: str, held: Sequence[Held], _: str, __: str) -> str:
    return termcase.written(text, [(place, term.forms) for place, term in held])


def _unechoed(text: str, held: Sequence[Held], _: str, locale: str) -> str:
    return agreement.unechoed(text, [place for place, _ in held], locale)


def _once(text: str, held: Sequence[Held], _: str, locale: str) -> str:
    return agreement.once(text, [place for place, _ in held], locale)


def _agreed(text: str, held: Sequence[Held], _: str, locale: str) -> str:
    nouns = [place for place, term in held if term.concept.pos != "verb"]
    return agreement.agreed(text, nouns, locale, _genders(text, held, locale))


def _modified(text: str, held: Sequence[Held], source: str, locale: str) -> str:
    known = [(place, term) for place, term in held if not term.exact]
    return modifiers.with_modifiers(text, known, source, locale)


def _numbered(text: str, held: Sequence[Held], source: str, locale: str) -> str:
    return modifiers.with_numbers(text, held, source, locale)


def _agreeing(text: str, held: Sequence[Held], _: str, locale: str) -> str:
    places = [place for place, _ in held]
    return participles.agreeing(text, places, locale, _genders(text, held, locale))


def _genders(text: str, held: Sequence[Held], locale: str) -> dict[str, bool]:
    """The first words of terms of which the glossary says whether they are feminine."""
    told = ((text[start:end], term.feminine(locale)) for (start, end), term in held)
    return {one.split()[0].casefold(): sure for one, sure in told if sure is not None}


def _unentitled(text: str, held: Sequence[Held], _: str, __: str) -> str:
    return brackets.unentitled(text, [place for place, _ in held])


_FITTING = (
    _consistent,
    _unentitled,
    _written,
    _once,
    government.governed,
    subjects.agreeing,
    leftovers.without_leftovers,
    _unechoed,
    _agreed,
    _modified,
    _numbered,
    _agreeing,
)


def _asked(work: Work, settings: Settings) -> tuple[Requirement, ...]:
    """What the sentence's terms ask for; nothing where no draft has a word about any."""
    if not any(part.terms for part in work.parts):
        return ()
    source, glossary = work.casing.text, settings.glossary
    found = glossary.find(source, settings.source, spans=())
    return glossary.require(source, found, settings.locale, work.request.introduces)


def _held(text: str, asked: Sequence[Requirement], settings: Settings) -> list[Held]:
    places = settings.glossary.verify(text, asked, settings.locale, spans=()).places
    return [(place, one) for place, one in zip(places, asked, strict=True) if place]


def _marked(composed: _Composed, settings: Settings, gains: Gains) -> Draft:
    """The draft with its markup in place."""
    work = composed.work
    known = [
        (term.source, term.target) for part in work.parts for term in part.terms if term.target
    ]
    known += [
        (work.casing.text[mark.literal.start : mark.literal.end], mark.literal.text)
        for mark in work.masked.held
        if mark.text
    ]
    links = term_links(work.lifted.text, composed.text, known) if work.lifted.marks else ()
    placed = place(work.lifted, composed.text, Evidence(composed.alignment, gains, links))
    msgstr = restored(placed.text, work.raw, work.lifted.format)
    findings = composed.findings
    terms = tuple(term for part in work.parts for term in part.terms)
    score = min((part.score for part in work.parts), default=0.0)
    if not composed.text.strip() or (findings and settings.on_suspect == "empty"):
        return Draft("", score, findings=findings)
    findings += tuple(
        Finding("markup-place", Severity.INFO, f"the place of {mark} is a guess")
        for mark in dict.fromkeys(placed.doubtful)
    )
    findings += tuple(
        Finding("term-place", Severity.INFO, f"the place of {term.target} is a guess")
        for term in dict.fromkeys(terms)
        if term.way is TermWay.SPLICE
    )
    return Draft(
        work.edges.lead + msgstr + work.edges.trail,
        score,
        terms=terms,
        findings=findings,
        alignment=composed.alignment if not work.request.spans and not work.edges.lead else (),
    )


_SEEN = frozenset({"invented", "loop"})
"""Kinds of doubt about words of a draft that a repair may have taken out: `17 h ans`, an office said twice."""
_LIGHT = 2.0
"""A draft in which more was wrong is no better for a repair."""


def _mended(
    told: Sequence[Suspicion], source: str, text: str, settings: Settings
) -> list[Suspicion]:
    """The light doubts about a part's words that its finished text gives no reason for."""
    light = [one for one in told if one.kind in _SEEN and one.weight <= _LIGHT]
    left = examine(source, text, settings.source, settings.locale) if light else ()
    kinds = {one.kind for one in left}
    return [one for one in light if one.kind not in kinds]


def _tidied(part: Part) -> tuple[str, Alignment]:
    """A part's draft, what no decoding could mend taken out."""
    if not any(suspicion.kind in _TIDIED for suspicion in part.suspicions):
        return part.draft, part.alignment
    text = tidied(part.text, part.draft)
    if any(_is_wanted(term.target, part, text) for term in part.terms):
        return part.draft, part.alignment
    return text, _shifted(part.alignment, part.draft, text)


def _is_wanted(target: str, part: Part, text: str) -> bool:
    """Whether a term went that the source asks for: `marque` before `marque de base` is no loop."""
    asked = sum(target in term.target for term in part.terms if term.target)
    had = part.draft.count(target)
    return bool(target) and text.count(target) < had <= asked


def _shifted(alignment: Alignment, before: str, after: str) -> Alignment:
    """An alignment of a text that was edited."""
    if before == after or not alignment:
        return alignment
    places = moved(before, after)
    return tuple((a, b, places[c], places[d]) for a, b, c, d in alignment if places[c] < places[d])


def _findings(suspicions: Sequence[Suspicion], settling: numbers.Settled) -> tuple[Finding, ...]:
    told = [(suspicion.kind, f"draft is suspect: {suspicion.detail}") for suspicion in suspicions]
    for numbered, says in (
        (settling.missing, "draft lacks {}"),
        (settling.foreign, "draft invents {}"),
        (settling.removed, "draft invented {}, which was taken out"),
    ):
        if numbered:
            told.append(("number", says.format(", ".join(numbered))))
    found = [Finding(f"suspect-{kind}", Severity.WARNING, text) for kind, text in told]
    return tuple(dict.fromkeys(found))
