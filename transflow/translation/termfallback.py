"""When the decoder cannot be led to a term: a stand-in through the engine, or the term put in.

Both work with any engine. A stand-in that comes back damaged is told by its letters whatever an
engine did to case, spacing or width; where it is gone or doubled, the next style is tried.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from transflow.engines.base import STEADY, Decoding, Engine, SteerableEngine
from transflow.glossary import Glossary, Requirement, Verdict
from transflow.model import TermWay
from transflow.translation.termforms import candidates
from transflow.translation.termjob import SPACELESS, Job, loose
from transflow.translation.termplaces import places

__all__ = ["mask", "put_in", "splice", "stand_in", "unmask"]

_BRIEF = Decoding(repetition_penalty=STEADY.repetition_penalty, no_repeat=3, max_ratio=1.5)
"""Sentences with stand-ins in them tempt small models to run on."""
_STYLES = ("XQ{}", "ZX{}Z", "[{}]", "T{}X", "#{}#")
"""How a stand-in may look; engines differ in what they copy."""
_STOPS = " .!?…。！？؟।"
_NUMBERS = (71, 83, 94, 67, 79, 86, 97, 73, 89, 68)


def mask(
    source: str, terms: Sequence[Requirement], style: str
) -> tuple[str, dict[str, Requirement]]:
    """The source with a stand-in for each term.

    Returns:
        The text for the engine, and stand-in -> term; no stand-in occurs in the source.
    """
    numbers = [n for n in range(60, 400) if str(n) not in source]
    numbers.sort(key=lambda n: (n not in _NUMBERS, n))
    marks: dict[str, Requirement] = {}
    result, at = [], 0
    for term, number in zip(sorted(terms, key=lambda term: term.start), numbers, strict=False):
        if term.start < at:
            continue
        mark = style.format(number)
        marks[mark] = term
        result += [source[at : term.start], mark]
        at = term.end
    return "".join([*result, source[at:]]), marks


def unmask(text: str, marks: dict[str, str]) -> str | None:
    """The text with each stand-in replaced by its form.

    Args:
        text: What the engine made of the masked source.
        marks: Stand-in -> form.

    Returns:
        None where a stand-in is gone, doubled or came out again with another number.
    """
    text = unicodedata.normalize("NFKC", text) if not text.isascii() and _wide(text) else text
    for mark, form in marks.items():
        found = list(re.finditer(_loose(mark), text, re.IGNORECASE))
        if len(found) != 1:
            return None
        start, end = found[0].span()
        text = text[:start] + form + text[end:]
    kinds = {re.sub(r"\d+", "0", mark) for mark in marks}
    left = "|".join(_loose(kind).replace("0", r"\d[\d\s]*") for kind in kinds)
    return None if left and re.search(left, text, re.IGNORECASE) else text


def _wide(text: str) -> bool:
    return any("\uff10" <= char <= "\uff3a" for char in text)


def _loose(mark: str) -> str:
    return (
        r"(?<!\w)" * mark[0].isalnum()
        + r"\s*".join(re.escape(char) for char in mark)
        + r"(?!\w)" * mark[-1].isalnum()
    )


def splice(text: str, start: int, end: int, form: str, *, spaced: bool) -> str:
    """Put a form in place of `text[start:end]`, with the spaces the script needs."""
    before, after = text[:start], text[end:]
    if spaced and before and (before[-1].isalnum() or before[-1] in ".,;:!?)"):
        before += " "
    if spaced and after and after[0].isalnum():
        after = " " + after
    return before + form + after


def stand_in(engine: Engine, jobs: Sequence[Job], glossary: Glossary, locale: str) -> None:
    """Send what is still not right through the engine with stand-ins for its terms."""
    styles = _STYLES[:1] if isinstance(engine, SteerableEngine) else _STYLES
    for style in styles:
        first = style is styles[0]
        left = [job for job in jobs if not job.verdict.ok and (first or job.hypothesis.complete)]
        if not left:
            return
        masked = [
            mask(job.item.text, [term for term in job.terms if not term.optional], style)
            for job in left
        ]
        texts = _translated(engine, [text for text, _ in masked])
        for job, (_, marks), text in zip(left, masked, texts, strict=True):
            source = job.item.text
            forms = {mark: candidates(t, source, "- ", locale)[0] for mark, t in marks.items()}
            whole = unmask(text, forms)
            verdict = whole and glossary.verify(whole, job.terms, locale, spans=())
            if whole and verdict and verdict.ok:
                job.take(loose(whole, job.hypothesis.score), verdict, TermWay.PLACEHOLDER)
                job.ways = dict.fromkeys(range(len(job.terms)), TermWay.PLACEHOLDER)


def _translated(engine: Engine, texts: Sequence[str]) -> list[str]:
    if isinstance(engine, SteerableEngine):
        return [
            best.text
            for best, *_ in engine.decode_free(texts, beam=1, attention=False, decoding=_BRIEF)
        ]
    return [draft.text for draft in engine.translate(texts)]


def put_in(job: Job, glossary: Glossary, locale: str) -> None:
    """The last resort: each missing term in place of the words that came of it."""
    while missing := job.verdict.missing:
        options = (pair for term in missing for pair in _spliced(job, term, glossary, locale))
        found = next(options, None)
        if found is None:
            return
        text, verdict = found
        job.take(loose(text, job.hypothesis.score), verdict, TermWay.SPLICE)


def _spliced(
    job: Job, term: Requirement, glossary: Glossary, locale: str
) -> Iterator[tuple[str, Verdict]]:
    """Texts with the term put in that lack less than the job's, likeliest place first."""
    text = job.hypothesis.text
    spaced = locale.partition("-")[0] not in SPACELESS
    taken = [place for place in job.verdict.places if place is not None]
    for place in places(job.hypothesis, job.item.text, term, taken, locale):
        form = candidates(term, job.item.text, text[: place.start], locale)[0]
        for at, to in ((place.start, place.end), (place.start,) * 2, (place.end,) * 2):
            start, end = (_before_the_stop(text, one) for one in (at, to))
            listed = _listed(form, start, end, taken, spaced=spaced)
            whole = splice(text, start, end, listed, spaced=spaced)
            verdict = glossary.verify(whole, job.terms, locale, spans=())
            if len(verdict.missing) < len(job.verdict.missing):
                yield whole, verdict


def _before_the_stop(text: str, at: int) -> int:
    """A place in a text, not behind the mark that ends it."""
    return min(at, len(text.rstrip(_STOPS)))


def _listed(
    form: str, start: int, end: int, taken: Sequence[tuple[int, int]], *, spaced: bool
) -> str:
    """A form with what parts it from a term right beside it."""
    comma = ", " if spaced else "、"
    before = comma if any(to == start for _, to in taken) else ""
    return before + form + (comma if any(at == end for at, _ in taken) else "")
