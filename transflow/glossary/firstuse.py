"""First use: a concept may ask for a longer form once, where an article first speaks of it.

`^国家知识产权局（CNIPA）` in a cell is that form. Drafts follow it, and follow again when an edit of
the article moves the first use; a person's text that has it wrong is a finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transflow.glossary.concept import Case, Concept, TermMatch
from transflow.glossary.glossary import Glossary
from transflow.glossary.matcher import Matcher, Pattern
from transflow.glossary.requirements import Requirement, first_form, target_forms
from transflow.glossary.verify import verify
from transflow.glossary.visible import visible
from transflow.model import UnitKind

__all__ = ["FirstUse", "first_uses", "introductions", "repeats"]

_TITLES = frozenset({UnitKind.TITLE, UnitKind.HEADING})
_ASIDE = frozenset({UnitKind.FRONT_MATTER, UnitKind.ALT, UnitKind.ATTRIBUTE})
"""Not read in the order of the article, or not read at all: nothing is introduced there."""


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


def introductions(
    sentences: Iterable[tuple[Sequence[TermMatch], UnitKind]], locale: str
) -> list[frozenset[str]]:
    """Which concepts each sentence of an article introduces in a locale, by their ids.

    Args:
        sentences: (its terms, kind of unit), in the article's order.
        locale: BCP 47 tag of the translation.
    """
    known: set[str] = set()
    result = []
    for matches, kind in sentences:
        new = {
            concept.id
            for concept in {match.concept for match in matches}
            if concept.id not in known and _may_introduce(concept, kind, locale)
        }
        known |= new
        result.append(frozenset(new))
    return result


def _may_introduce(concept: Concept, kind: UnitKind, locale: str) -> bool:
    if kind in _ASIDE or (kind in _TITLES and not concept.first_in_title):
        return False
    return bool(first_form(concept, locale))


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
    texts = list(sentences)
    found = [glossary.find(text, source) for text, _, _ in texts]
    kinds = (kind for _, _, kind in texts)
    new = introductions(zip(found, kinds, strict=True), locale)
    known: set[str] = set()
    result: list[FirstUse] = []
    for index, ((text, target, kind), matches) in enumerate(zip(texts, found, strict=True)):
        if target:
            required = glossary.require(text, matches, locale, new[index])
            lacking = _lacking(required, target, new[index], locale)
            result += [
                FirstUse(index, one, first_form(one, locale), repeated=False) for one in lacking
            ]
            again = [match for match in matches if match.concept.id in known]
            if kind not in _ASIDE:
                result += [
                    FirstUse(index, one, first_form(one, locale), repeated=True)
                    for one in repeats(text, target, again, locale)
                ]
        known |= new[index]
    return result


def _lacking(
    required: Iterable[Requirement], target: str, introduces: frozenset[str], locale: str
) -> Iterator[Concept]:
    for term in verify(target, list(required), locale).missing if introduces else ():
        if term.first:
            yield next(one for one in term.concepts if one.id in introduces)


def repeats(text: str, target: str, matches: Iterable[TermMatch], locale: str) -> Iterator[Concept]:
    """The concepts whose first-use form stands in a target, though the source explains nothing.

    Args:
        text: The source.
        target: Its translation.
        matches: Terms of the source that it does not introduce.
        locale: BCP 47 tag of the target.
    """
    matches = [match for match in matches if first_form(match.concept, locale)]
    if any(text[match.end :].lstrip()[:1] in {"(", "（", "["} for match in matches):
        return
    for concept in dict.fromkeys(match.concept for match in matches):
        form = first_form(concept, locale)
        if form not in target_forms(concept, locale) and _stands(form, target, locale):
            yield concept


def _stands(form: str, target: str, locale: str) -> bool:
    matcher = Matcher(locale, [Pattern(form, form, Case.INSENSITIVE)])
    return bool(matcher.hits(visible(target).text))
