"""What a maintainer should look at: nothing here stops a run, much of it costs quality.

Contradictions stop the loading (conflicts.py); this finds what is legal and doubtful.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from transflow.glossary.concept import Case, Concept, Form, FormStatus
from transflow.glossary.glossary import Glossary
from transflow.glossary.habits import habits
from transflow.glossary.locales import column, script
from transflow.glossary.matcher import fold
from transflow.glossary.requirements import target_forms
from transflow.glossary.stopwords import STOPWORDS
from transflow.model import Finding, Severity

__all__ = ["lint"]

_LONG = 20
"""Words from which a form is rather a sentence."""
_MOST = 20
"""Findings of one kind; whoever has more sees the pattern."""
_SCRIPTS = {
    "Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Grek": "GREEK", "Hebr": "HEBREW",
    "Hans": "CJK", "Hant": "CJK", "Jpan": "CJK", "Kore": "HANGUL", "Thai": "THAI",
    "Deva": "DEVANAGARI",
}  # fmt: skip


def lint(
    glossary: Glossary,
    *,
    source: str,
    locales: Sequence[str] = (),
    texts: Iterable[str] | None = None,
    producible: Mapping[str, Callable[[str], bool]] | None = None,
) -> list[Finding]:
    """Look a glossary over.

    Args:
        glossary: As loaded.
        source: BCP 47 tag of the articles.
        locales: Target locales in use; every one of the glossary where empty.
        texts: Segments of the articles, to tell which terms never occur; None to leave that out.
        producible: For a locale, whether its engine can write a form at all.

    Returns:
        Findings in order of the file, the glossary's own warnings first; twenty of a kind at most.
    """
    own = column(source, glossary.locales)
    targets = list(locales) or [tag for tag in glossary.locales if tag != own]
    found = chain(
        *(_forms(concept) for concept in glossary.concepts),
        *(_refused_case(concept) for concept in glossary.concepts),
        *(_habits(concept) for concept in glossary.concepts),
        *(_gaps(concept, own, targets) for concept in glossary.concepts),
        *(_same_target(glossary, locale) for locale in targets),
        *(_refused_elsewhere(glossary, locale) for locale in targets),
        _containing(glossary, own),
        _unmatched(glossary, source, texts),
        _unproducible(glossary, producible or {}),
    )
    ordered = sorted(found, key=lambda finding: (finding.path, finding.line))
    return [*glossary.warnings, *_few(ordered)]


def _few(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The first findings of each kind; the last says how many more there are of it."""
    total = Counter(finding.rule for finding in findings)
    seen: Counter[str] = Counter()
    for finding in findings:
        kind = finding.rule
        seen[kind] += 1
        if seen[kind] < _MOST or total[kind] <= _MOST:
            yield finding
        elif seen[kind] == _MOST:
            yield replace(
                finding, message=f"{finding.message}; and {total[kind] - _MOST} more such"
            )


def _finding(
    rule: str,
    concept: Concept,
    message: str,
    severity: Severity = Severity.WARNING,
    locale: str = "",
) -> Finding:
    path, _, line = concept.where.rpartition(":")
    number = int(line) if line.isdecimal() else 0
    text = f"{concept.id}: {message}"
    return Finding(f"glossary-{rule}", severity, text, path=path, line=number, locale=locale)


def _forms(concept: Concept) -> Iterator[Finding]:
    for locale, forms in concept.forms.items():
        for form in forms:
            if not any(char.isalnum() for char in form.text):
                yield _finding(
                    "punctuation",
                    concept,
                    f"{form.text!r} ({locale}) has no letter or digit and never matches",
                    Severity.ERROR,
                )
            elif not _in_script(form.text, locale):
                yield _finding("script", concept, f"{form.text!r} is not in the script of {locale}")
            if _everyday(concept, form, locale):
                yield _finding(
                    "stopword",
                    concept,
                    f"{form.text!r} ({locale}) is an everyday word; it will be found everywhere",
                )
            if len(form.text.split()) > _LONG:
                yield _finding(
                    "long",
                    concept,
                    f"{form.text!r} ({locale}) is rather a sentence than a term",
                    Severity.INFO,
                )


def _everyday(concept: Concept, form: Form, locale: str) -> bool:
    """Whether a form is a word of every text; `WHO` is found in capitals only."""
    large = form.text.isupper() and len(form.text) > 1 and concept.case is not Case.INSENSITIVE
    return not large and fold(form.text) in STOPWORDS.get(locale.partition("-")[0], ())


def _habits(concept: Concept) -> Iterator[Finding]:
    for rule, message in habits(concept):
        yield _finding(rule, concept, message)


def _in_script(text: str, locale: str) -> bool:
    """Whether a form has a letter of the locale's script; Latin names and codes pass anywhere."""
    wanted = _SCRIPTS.get(script(locale))
    letters = [unicodedata.name(char, "") for char in text if char.isalpha()]
    if wanted is None or not letters:
        return True
    if wanted in {"CJK", "HANGUL"}:
        return all(
            name.startswith(
                ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "LATIN", "FULLWIDTH LATIN", "GREEK")
            )
            for name in letters
        )
    return all(
        name.startswith((wanted, "LATIN", "MODIFIER", "FEMININE", "MASCULINE", "GREEK SMALL"))
        for name in letters
    )


def _gaps(concept: Concept, source: str | None, targets: Sequence[str]) -> Iterator[Finding]:
    if source is None or not concept.allowed(source):
        yield _finding("no-source", concept, "has no term in the source language and never matches")
        return
    missing = [locale for locale in targets if not target_forms(concept, locale)]
    if not concept.approved or not missing:
        return
    if len(missing) == len(targets):
        message = "has a term in the source language only: nothing is enforced"
        yield _finding("no-target", concept, message)
        return
    for locale in missing:
        yield _finding("no-target", concept, f"has no term in {locale}", Severity.INFO, locale)


def _preferred(concept: Concept, locale: str) -> Form | None:
    name = column(locale, concept.forms)
    forms = concept.forms.get(name or "", ())
    return next((form for form in forms if form.status is FormStatus.PREFERRED), None)


def _same_target(glossary: Glossary, locale: str) -> Iterator[Finding]:
    """One finding a form: the concepts behind the first that it also renders."""
    rendered: dict[str, list[Concept]] = defaultdict(list)
    for concept in glossary.concepts:
        if form := _preferred(concept, locale):
            rendered[fold(form.text)].append(concept)
    for first, *others in rendered.values():
        for other in others[:1]:
            text = _preferred(other, locale)
            more = f", and {len(others) - 1} more do" if len(others) > 1 else ""
            shown = text.text if text else ""
            message = f"{shown!r} also renders {first.id} ({first.where}){more}"
            yield _finding("same-target", other, message, Severity.INFO, locale)


def _refused_case(concept: Concept) -> Iterator[Finding]:
    """A refused form that is an allowed one in other letters is never told."""
    for locale, forms in concept.forms.items():
        allowed = {fold(form.text): form.text for form in forms if form.status.allowed}
        for form in forms:
            if not form.status.allowed and fold(form.text) in allowed:
                message = f"{form.text!r} ({locale}) differs from {allowed[fold(form.text)]!r} only in capitals and is never reported"
                yield _finding("refused-case", concept, message)


def _refused_elsewhere(glossary: Glossary, locale: str) -> Iterator[Finding]:
    refused: dict[str, Concept] = {}
    for concept in glossary.concepts:
        name = column(locale, concept.forms)
        for form in concept.forms.get(name or "", ()):
            if not form.status.allowed:
                refused.setdefault(fold(form.text), concept)
    for concept in glossary.concepts:
        best = _preferred(concept, locale)
        other = refused.get(fold(best.text)) if best else None
        if best and other is not None and other is not concept:
            yield _finding(
                "refused-elsewhere",
                concept,
                f"{best.text!r} is preferred here and refused for {other.id} ({other.where})",
                locale=locale,
            )


def _containing(glossary: Glossary, source: str | None) -> Iterator[Finding]:
    """Terms inside longer terms: right as a rule, but a surprise where one forgot the other."""
    if source is None:
        return
    inside: dict[str, list[str]] = defaultdict(list)
    for concept in glossary.concepts:
        for text in concept.allowed(source):
            for match in glossary.overlapping(text, source):
                whole = (match.start, match.end) == (0, len(text))
                if whole and match.concept is not concept:
                    yield _finding(
                        "same-term",
                        concept,
                        f"{text!r} is a form of {match.concept.id} ({match.concept.where}) as well: "
                        "two rows for one term; make one of them, or give both inflect:no",
                    )
                elif match.concept is not concept and match.concept.id not in inside[concept.id]:
                    inside[concept.id].append(match.concept.id)
    for concept in glossary.concepts:
        if inside[concept.id]:
            yield _finding(
                "contains",
                concept,
                f"contains the terms {', '.join(inside[concept.id])}",
                Severity.INFO,
            )


def _unmatched(glossary: Glossary, source: str, texts: Iterable[str] | None) -> Iterator[Finding]:
    if texts is None:
        return
    seen = {match.concept.id for text in texts for match in glossary.find(text, source)}
    for concept in glossary.concepts:
        if concept.approved and concept.id not in seen:
            yield _finding("unmatched", concept, "occurs in no article", Severity.INFO)


def _unproducible(
    glossary: Glossary, producible: Mapping[str, Callable[[str], bool]]
) -> Iterator[Finding]:
    for locale, can in producible.items():
        for concept in glossary.concepts:
            forms = target_forms(concept, locale)
            if concept.approved and forms and not any(can(form) for form in forms):
                yield _finding(
                    "unproducible",
                    concept,
                    f"the engine for {locale} can write none of {' | '.join(forms)}; it will be put in without being decoded",
                    locale=locale,
                )
