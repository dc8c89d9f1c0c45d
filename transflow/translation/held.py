"""Literals and numbers as terms: what the decoder is led to besides the glossary's own words.

The machinery of terminology does for a stand-in or a number what it does for a term that must not
be translated: look for it in the free draft, lead the decoder to it, put it in.
"""

from collections.abc import Iterable, Mapping, Sequence

from transflow.glossary import Case, Concept, Form, Glossary, gazetteer
from transflow.model import TermResult
from transflow.translation import government
from transflow.translation.literals import Literal
from transflow.translation.standins import NUMBERS, STYLES
from transflow.translation.work import Settings

__all__ = ["answered", "declined", "is_held", "unruled", "with_literals"]

_PREFIX = "literal:"
_STANDINS = 40


def with_literals(
    glossary: Glossary,
    numbers: Mapping[str, tuple[str, ...]],
    source: str,
    locale: str,
) -> Glossary:
    """The glossary with stand-ins and numbers as terms.

    Args:
        glossary: The terms.
        numbers: A number as sources write it -> how drafts may, the first preferred.
        source: BCP 47 tag of the sources.
        locale: BCP 47 tag of the drafts.
    """
    numbers = {
        text: forms
        for text, forms in numbers.items()
        if not _is_otherwise(glossary, text, forms, source, locale)
    }
    marks = [STYLES[0].format(number) for number in NUMBERS[:_STANDINS]]
    return _with(glossary, {**{mark: (mark,) for mark in marks}, **numbers}, source, locale)


def declined(text: str, draft: str, source: str, locale: str) -> str:
    """A Russian draft with its countries, regions and cities in the case of their place: в Эфиопии.

    Args:
        text: The plain source.
        draft: Its plain draft; in other languages it stays.
        source: BCP 47 tag of the source.
        locale: BCP 47 tag of the draft.
    """
    english = source.partition("-")[0] == "en"
    russian = english and locale.partition("-")[0] == "ru"
    named = gazetteer.forms(text, locale) if russian else {}
    named = {name: forms for name, forms in named.items() if gazetteer.declines(name, locale)}
    if not named:
        return draft
    known = _with(Glossary(()), named, source, locale)
    asked = known.require(text, known.find(text, source, spans=()), locale)
    for step in (
        lambda one, found: government.governed(one, found, text, locale),
        government.in_row,
    ):
        places = known.verify(draft, asked, locale, spans=()).places
        draft = step(draft, [(at, one) for at, one in zip(places, asked, strict=True) if at])
    return draft


def _is_otherwise(
    glossary: Glossary, text: str, forms: Sequence[str], source: str, locale: str
) -> bool:
    """Whether the glossary has other words for a literal, a number or a name: غوانغتشو for Guangzhou."""
    return any(
        (terms := glossary.terms(match, locale)) and not set(forms).issubset(terms)
        for match in glossary.find(text, source, spans=())
        if match.end - match.start == len(text)
    )


def answered(glossary: Glossary, text: str, source: str, locale: str) -> tuple[str, ...]:
    """The parts of a plain text that the glossary has words for: whether they are there is its own business."""
    return tuple(
        text[match.start : match.end]
        for match in glossary.find(text, source, spans=())
        if glossary.terms(match, locale)
    )


def is_held(term: TermResult) -> bool:
    """Whether a result is about a literal, not about a term of the glossary."""
    return term.concept.startswith(_PREFIX)


def _with(
    glossary: Glossary, more: Mapping[str, Iterable[str]], source: str, locale: str
) -> Glossary:
    concepts = [
        Concept(
            _PREFIX + text,
            {source: (Form(text),), locale: tuple(Form(form) for form in forms)},
            case=Case.EXACT,
            inflect=gazetteer.declines(text, locale),
            dnt=not gazetteer.declines(text, locale),
            every=True,
        )
        for text, forms in more.items()
    ]
    return Glossary([*glossary.concepts, *concepts])


def unruled(found: Sequence[Literal], text: str, settings: Settings) -> list[Literal]:
    """The literals that no term says in its own way: not `No. 190` of *Convention No. 190*.

    Args:
        found: What would come through a draft as it is.
        text: The sentence they stand in.
        settings: What holds for all sentences.
    """
    matches = settings.glossary.find(text, settings.source, spans=()) if found else ()
    asked = settings.glossary.require(text, matches, settings.locale)

    def ruled(one: Literal) -> bool:
        around = [term for term in asked if term.start <= one.start and one.end <= term.end]
        return any(one.text not in term.forms for term in around)

    return [one for one in found if not ruled(one)]
