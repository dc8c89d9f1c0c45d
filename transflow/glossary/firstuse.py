"""First use: a concept may ask for a longer form once, where an article first speaks of it.

`^国家知识产权局（CNIPA）` in a cell is that form. Drafts and approved texts are looked at alike; what
is wrong is a finding, for only a person can tell how the sentences around it should change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transflow.glossary.concept import Case, Concept
from transflow.glossary.glossary import Glossary
from transflow.glossary.locales import column
from transflow.glossary.matcher import Matcher, Pattern
from transflow.glossary.visible import visible
from transflow.model import UnitKind

__all__ = ["FirstUse", "first_uses"]

_TITLES = frozenset({UnitKind.TITLE, UnitKind.HEADING})


@dataclass(frozen=True, slots=True)
class FirstUse:
    """A place where a concept's first-use form is missing, or stands again."""

    index: int
    """Which sentence of the article."""
    concept: Concept
    form: str
    """The form the first use should have."""
    repeated: bool
    """True where the form stands again later; False where it is missing at the first use."""


def first_uses(
    glossary: Glossary,
    sentences: Iterable[tuple[str, str, UnitKind]],
    source: str,
    locale: str,
) -> list[FirstUse]:
    """What is wrong with the first uses of an article.

    Args:
        glossary: The terms.
        sentences: (source, translation, kind of unit) in the article's order; a sentence without
            a translation counts as if it were right.
        source: BCP 47 tag of the article.
        locale: BCP 47 tag of the translation.
    """
    return list(_wrong(glossary, sentences, source, locale))


def _wrong(
    glossary: Glossary, sentences: Iterable[tuple[str, str, UnitKind]], source: str, locale: str
) -> Iterator[FirstUse]:
    introduced: set[str] = set()
    for index, (text, target, kind) in enumerate(sentences):
        matches = glossary.find(text, source)
        for concept in {match.concept.id: match.concept for match in matches}.values():
            form = _first_form(concept, locale)
            if not form or (kind in _TITLES and not concept.first_in_title):
                continue
            here = _stands(form, target, locale)
            if concept.id in introduced:
                if here:
                    yield FirstUse(index, concept, form, repeated=True)
            elif target and not here:
                yield FirstUse(index, concept, form, repeated=False)
            introduced.add(concept.id)


def _first_form(concept: Concept, locale: str) -> str:
    name = column(locale, concept.forms)
    return next((form.text for form in concept.forms.get(name or "", ()) if form.first), "")


def _stands(form: str, target: str, locale: str) -> bool:
    matcher = Matcher(locale, [Pattern(form, form, Case.INSENSITIVE)])
    return bool(matcher.hits(visible(target).text))
