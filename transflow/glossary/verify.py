"""Is each required term in the target, often enough, and nothing that is forbidden?

Acceptance is by the same matcher as in the source, in the target's language: inflected forms
count where the language inflects and the concept allows it. Occurrences are exclusive, so a
short term inside a longer one satisfies nobody twice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transflow.glossary import arabic
from transflow.glossary.auxiliaries import clashes
from transflow.glossary.concept import Case, Form
from transflow.glossary.matcher import Hit, Matcher, Pattern, exclusive
from transflow.glossary.requirements import Requirement
from transflow.glossary.visible import visible
from transflow.model import Span

__all__ = ["Refused", "Verdict", "verify"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Refused:
    """A forbidden or deprecated form in the target."""

    requirement: Requirement
    form: Form
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found, one place a requirement."""

    requirements: tuple[Requirement, ...]
    places: tuple[Range | None, ...]
    """Where in the target each requirement is met; None where it is not."""
    refused: tuple[Refused, ...] = ()

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """What must be there and is not; optional mentions are not counted."""
        return tuple(
            requirement
            for requirement, place in zip(self.requirements, self.places, strict=True)
            if place is None and not requirement.optional
        )

    @property
    def ok(self) -> bool:
        """True where nothing is missing and nothing forbidden is used."""
        return not self.missing and not self.refused


@dataclass(frozen=True, slots=True)
class _Owner:
    form: str
    refused: Form | None
    twin: bool = False
    """Whether an approved form is the same but for its capitals."""


@lru_cache(maxsize=4096)
def _matcher(
    locale: str, patterns: tuple[tuple[str, bool, bool, str, Form | None], ...]
) -> Matcher:
    return Matcher(
        locale,
        [
            Pattern(
                form,
                _Owner(form, refused, twin=bool(refused and exact)),
                Case.EXACT if exact else Case.AUTO,
                inflect,
                pos,
            )
            for form, exact, inflect, pos, refused in patterns
        ],
        whole=False,  # a term may be a part of a compound: システムエラー
    )


def verify(
    target: str,
    requirements: Sequence[Requirement],
    locale: str,
    *,
    protected: Sequence[Range] = (),
    spans: Sequence[Span] | None = None,
) -> Verdict:
    """Check a target text.

    Args:
        target: The translation, with its markup.
        requirements: Of its source.
        locale: BCP 47 tag of the target.
        protected: Ranges of `target` in which nothing is looked for.
        spans: The target's inline constructs; None to find the common ones.
    """
    if not requirements:
        return Verdict((), ())
    seen = visible(target, protected, spans)
    code = locale.partition("-")[0]
    hits = exclusive(
        hit
        for hit in _matcher(locale, _patterns(requirements)).hits(seen.text)
        if hit.pattern.pos != "verb" or not _clashes(hit, seen.text, code)
    )
    allowed: dict[Range, set[str]] = {}
    refused: dict[Range, Form] = {}
    twins: set[Range] = set()
    likened: set[Range] = set()
    for hit in hits:
        owner = _owner(hit)
        if owner.refused is None:
            allowed.setdefault((hit.start, hit.end), set()).add(owner.form)
            if code == "ar" and arabic.likens(owner.form, seen.text[hit.start : hit.end]):
                likened.add((hit.start, hit.end))
        elif not owner.twin or not _begins(seen.text, hit.start):
            refused[hit.start, hit.end] = owner.refused
            if owner.twin:
                twins.add((hit.start, hit.end))
    allowed = {place: forms for place, forms in allowed.items() if place not in twins}
    places = _assign(requirements, allowed, likened)
    return Verdict(
        tuple(requirements),
        tuple(None if place is None else seen.place(*place) for place in places),
        tuple(
            Refused(requirement, form, *seen.place(*place))
            for place, form in refused.items()
            if place not in allowed
            for requirement in [r for r in requirements if form in r.refused][:1]
        ),
    )


def _owner(hit: Hit) -> _Owner:
    assert isinstance(hit.pattern.owner, _Owner)  # noqa: S101 - what _matcher put in
    return hit.pattern.owner


def _clashes(hit: Hit, text: str, code: str) -> bool:
    return clashes(hit.pattern.text, text[hit.start : hit.end], text[: hit.start], code)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence may begin there, so that a capital says nothing: `Internet is …` where `Internet` is forbidden."""
    return text[start].isupper() and not re.search(r"[^\W_][,;)\]]?\s*$", text[:start])


def _patterns(
    requirements: Sequence[Requirement],
) -> tuple[tuple[str, bool, bool, str, Form | None], ...]:
    patterns: dict[tuple[str, bool, bool, str, Form | None], None] = {}
    for requirement in requirements:
        concept = requirement.concept
        for form in requirement.forms:
            patterns[form, concept.dnt, not requirement.exact, concept.pos, None] = None
        own = {form.casefold() for form in requirement.forms}
        for bad in requirement.refused:
            twin = bad.text.casefold() in own
            patterns[bad.text, twin, concept.inflect, concept.pos, bad] = None
    return tuple(patterns)


def _assign(
    requirements: Sequence[Requirement], allowed: dict[Range, set[str]], likened: set[Range]
) -> list[Range | None]:
    """Give each requirement an occurrence of its own: those that must be met choose first."""
    taken: dict[Range, int] = {}

    def give(index: int, tried: set[Range]) -> bool:
        for place, forms in allowed.items():
            term = requirements[index]
            if place in tried or not forms & set(term.forms):
                continue
            if place in likened and not term.likened:
                continue
            tried.add(place)
            if place not in taken or give(taken[place], tried):
                taken[place] = index
                return True
        return False

    order = sorted(range(len(requirements)), key=lambda index: requirements[index].optional)
    for index in order:
        give(index, set())
    places: list[Range | None] = [None] * len(requirements)
    for place, index in taken.items():
        places[index] = place
    return places
