"""Lists of terms: small models lose the order of what stands between commas, and some of it.

`valve, gasket and piston` can be written down from the glossary alone, with the commas and the
`and` of the target language. A unit that is nothing but terms is; inside a sentence whose draft has
such a list in another order, or not whole, the list goes through the engine as one word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from transflow.engines.base import SteerableEngine
from transflow.glossary import Glossary, Requirement, Verdict
from transflow.glossary.concept import Concept, Form
from transflow.model import TermWay
from transflow.translation import nouns
from transflow.translation.termfallback import stand_in
from transflow.translation.termforms import candidates, several
from transflow.translation.termgender import feminine
from transflow.translation.termjob import Job, loose
from transflow.translation.termleads import leads

__all__ = ["in_order", "whole"]

_BETWEEN = re.compile(
    r"\s*(?P<mark>[,;/|•·])?\s*(?:\b(?P<word>and|or)\b\s*)?(?P<the>\bthe\s+)?", re.IGNORECASE
)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_TWO_ARTICLES = re.compile(
    r"\b(?:(?:l['’]|(?:le|la|les|el|los|las) )|(?P<of>d(?:u|es|el) )|(?P<to>a(?:ux?|l) ))"
    r"(?=(?:l['’]|(?:le|la|les|el|los|las) ))",
    re.IGNORECASE,
)
_WORDS = {
    "fr": {"and": "et", "or": "ou"},
    "es": {"and": "y", "or": "o"},
    "pt": {"and": "e", "or": "ou"},
    "it": {"and": "e", "or": "o"},
    "de": {"and": "und", "or": "oder"},
    "ru": {"and": "и", "or": "или"},
    "ar": {"and": "و", "or": "أو"},
    "zh": {"and": "和", "or": "或"},
}
_MARKS = {
    "zh": {",": "、", ";": "；"},
    "ar": {",": "، ", ";": "؛ "},
    "fr": {",": ", ", ";": "\u202f; "},
}
_SOUND = {"y": re.compile(r"h?[ií](?!e)", re.IGNORECASE), "o": re.compile(r"h?[oó]", re.IGNORECASE)}
"""Before these sounds Spanish has `e` and `u`."""
_MARKED = re.compile(r"[,;/|•·、，；،؛]")
_AROUND = 14
"""Letters that may stand between two terms of a list: a comma, an article."""


def whole(source: str, terms: Sequence[tuple[Requirement, str]], locale: str) -> str:
    """A unit that is nothing but terms in the target language; empty for another.

    Args:
        source: The unit, without white space around it.
        terms: What stands in it, in order, and the forms that render it.
        locale: BCP 47 tag of the target.
    """
    first, last = terms[0][0], terms[-1][0]
    bracketed = source[last.end :] == ")" and source[terms[-2][0].end : last.start] == " ("
    if source[: first.start] or (source[last.end :] and not bracketed):
        return ""
    listed, inner = (terms[:-1], terms[-1][1]) if bracketed else (terms, "")
    text = _composed(source, listed, locale) if _linked(source, [t for t, _ in listed]) else ""
    if not text or not bracketed:
        return text
    return text + (f"（{inner}）" if locale.startswith("zh") else f" ({inner})")


def in_order(
    engine: SteerableEngine, jobs: Sequence[Job], glossary: Glossary, locale: str, least: int
) -> None:
    """Draft sentences again whose list of terms came apart, with the list as one word.

    Args:
        engine: What drafted them.
        jobs: The sentences.
        glossary: The terms.
        locale: BCP 47 tag of the drafts.
        least: Terms from which they are a list.
    """
    broken = [(job, runs) for job in jobs if (runs := _broken(job, locale, least))]
    if not broken:
        return
    asked = [(term, job.item.text) for job, runs in broken for run in runs for term in run]
    genders = feminine(engine, asked, locale)
    joint = []
    for job, runs in broken:
        terms = _joint(job, runs, genders, locale)
        verdict = glossary.verify(job.hypothesis.text, terms, locale, spans=())
        missing = replace(verdict, places=(None,) * len(terms))
        joint.append(Job(job.item, terms, job.hypothesis, missing))
    stand_in(engine, joint, glossary, locale)
    for (job, _), other in zip(broken, joint, strict=True):
        text = other.hypothesis.text
        for term in other.terms:
            text = (
                _TWO_ARTICLES.sub(_one_article, text)
                if term.source[:4].casefold() == "the "
                else text
            )
        verdict = glossary.verify(text, job.terms, locale, spans=())
        if other.verdict.ok and verdict.ok:
            job.take(loose(text, job.hypothesis.score), verdict, TermWay.FREE)
            job.ways = dict.fromkeys(range(len(job.terms)), TermWay.PLACEHOLDER)


def _one_article(found: re.Match[str]) -> str:
    """What is left of an article before a list that has its own: `du` is `de`."""
    to = "a " if found[0].casefold() == "al " else "à "
    return "de " if found["of"] else to if found["to"] else ""


def _linked(source: str, terms: Sequence[Requirement]) -> bool:
    """Whether nothing but commas and the like stands between terms."""
    return all(
        (link := _BETWEEN.fullmatch(source, one.end, other.start)) is not None
        and bool(link["mark"] or link["word"])
        for one, other in pairwise(terms)
    )


def _broken(job: Job, locale: str, least: int) -> list[list[Requirement]]:
    """The lists of a sentence's source that its draft does not have as they are."""
    if len(job.terms) < least or locale.partition("-")[0] not in _WORDS:
        return []
    runs: list[list[int]] = []
    for at, term in enumerate(job.terms):
        if at and _linked(job.item.text, job.terms[at - 1 : at + 1]):
            runs[-1].append(at)
        elif not term.first:
            runs.append([at])
    return [
        [job.terms[at] for at in run]
        for run in runs
        if len(run) >= least and not _kept(run, job.verdict, job.hypothesis.text)
    ]


def _kept(run: Sequence[int], verdict: Verdict, text: str) -> bool:
    """Whether a draft has the terms of a list in order, and no others between them."""
    places = [verdict.places[at] for at in run]
    for one, other in pairwise(places):
        if one is None or other is None or not 0 < other[0] - one[1] <= _AROUND:
            return False
    return all(
        _MARKED.search(text, one[1], other[0])
        for one, other in pairwise(places[:-1])
        if one and other
    )


def _joint(
    job: Job, runs: Sequence[Sequence[Requirement]], genders: Mapping[str, bool], locale: str
) -> tuple[Requirement, ...]:
    """What a sentence must hold, with one requirement for each of its lists."""
    source = job.item.text
    lists = {}
    for run in runs:
        the = _THE.search(source, 0, run[0].start)
        start = the.start() if the else run[0].start
        written = [
            (term, _determined(term, source, genders, locale))
            if _THE.search(source, 0, term.start)
            else (term, _form(term, source, locale))
            for term in run
        ]
        text = _composed(source, written, locale)
        concept = Concept("", {locale: (Form(text),)}, pos="phrase", inflect=False)
        refused = tuple(form for term in run for form in term.refused)
        whole = source[start : run[-1].end]
        lists[run[0].start] = Requirement(
            (concept,), whole, start, run[-1].end, (text,), refused, likened=run[0].likened
        )
    inside = {term.start for run in runs for term in run}
    return tuple(
        lists.get(term.start, term)
        for term in job.terms
        if term.start in lists or term.start not in inside
    )


def _form(term: Requirement, source: str, locale: str) -> str:
    return candidates(term, source, "x ", locale)[0]


def _determined(term: Requirement, source: str, genders: Mapping[str, bool], locale: str) -> str:
    """A form with the definite article, where the language writes one before it."""
    form = _form(term, source, locale)
    code = locale.partition("-")[0]
    known = genders.get(form.casefold())
    if known is None and code in {"fr", "es"}:
        known = nouns.feminine(form.split()[0], code)
    options = leads("x ", form, "the ", locale, several=several(form, term, locale), feminine=known)
    return options[min(1, len(options) - 1)].removeprefix("x ")


def _composed(source: str, terms: Sequence[tuple[Requirement, str]], locale: str) -> str:
    """The forms with what stands between them in the source; empty where that is not known."""
    code = locale.partition("-")[0]
    out = terms[0][1]
    for (one, _), (other, form) in pairwise(terms):
        link = _BETWEEN.fullmatch(source, one.end, other.start)
        if link is None:
            return ""
        mark, word = link["mark"] or "", (link["word"] or "").lower()
        if not word:
            plain = f" {mark} " if mark in "/|•·" else mark + " "
            out += _MARKS.get(code, {}).get(mark, plain) + form
        elif joint := _WORDS.get(code, {}).get(word):
            if joint in _SOUND and code == "es" and _SOUND[joint].match(form):
                joint = {"y": "e", "o": "u"}[joint]
            before = "" if code == "zh" else " "
            after = "" if code == "zh" or joint == "و" else " "
            out += _MARKS.get(code, {}).get(";", "; ").rstrip() if mark == ";" else ""
            out += before + joint + after + form
        else:
            return ""
    return out
