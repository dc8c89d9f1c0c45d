"""What the matches of a source text ask of its translation."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from transflow.glossary.concept import Concept, Form, TermMatch
from transflow.glossary.locales import column

__all__ = ["Requirement", "first_form", "refused_forms", "require", "target_forms"]

_SHORT = 25
"""Words up to which a sentence counts as short: a second mention may be a pronoun there."""
_LIKENING = re.compile(
    r"\b(?:like|unlike|as|e\.g\.|for (?:example|instance)|including|comme|como|как)(?!\w)",
    re.IGNORECASE,
)
"""Behind these an Arabic term may have the particle ك."""
_OPENERS = frozenset({"(", "（", "["})


@dataclass(frozen=True, slots=True)
class Requirement:
    """One occurrence of a term in the source, and what may render it."""

    concepts: tuple[Concept, ...]
    """More than one where homographs match the same words: any of them will do."""
    source: str
    """The words as the source has them."""
    start: int
    end: int
    forms: tuple[str, ...]
    """Allowed target forms, best first; never empty."""
    refused: tuple[Form, ...] = ()
    """Forbidden and deprecated target forms."""
    optional: bool = False
    """True where the sentence may do with one mention less (a pronoun, or `X (X)`)."""
    first: bool = False
    """True where the article introduces the concept here: `forms` is its first-use form."""
    likened: bool = True
    """False where the source does not say what something is like, such as or does as."""

    @property
    def concept(self) -> Concept:
        """The first of `concepts`."""
        return self.concepts[0]

    @property
    def exact(self) -> bool:
        """True where only the very letters count."""
        return self.concept.dnt or not self.concept.inflect

    def feminine(self, locale: str) -> bool | None:
        """Whether the glossary calls the forms in a locale feminine; None where it says nothing."""
        gender = self.concept.gender(locale)
        return gender == "f" if gender else None


def target_forms(concept: Concept, locale: str) -> tuple[str, ...]:
    """The forms of a concept a text in `locale` may use, preferred first."""
    name = column(locale, concept.forms)
    if name is not None and (allowed := concept.allowed(name)):
        return allowed
    if not concept.dnt:
        return ()
    return next((own for tag in concept.forms if (own := concept.allowed(tag))), ())


def first_form(concept: Concept, locale: str) -> str:
    """The form by which an article in `locale` introduces the concept; empty for none."""
    name = column(locale, concept.forms)
    return next((form.text for form in concept.forms.get(name or "", ()) if form.first), "")


def refused_forms(concept: Concept, locale: str) -> tuple[Form, ...]:
    """The forms a text in `locale` must not use for the concept."""
    name = column(locale, concept.forms)
    return tuple(form for form in concept.forms.get(name or "", ()) if not form.status.allowed)


def require(
    text: str,
    matches: Sequence[TermMatch],
    locale: str,
    introduces: Collection[str] = (),
) -> tuple[Requirement, ...]:
    """The requirements of a segment.

    Args:
        text: The source the matches were found in.
        matches: As `Glossary.find` returns them.
        locale: BCP 47 tag of the target.
        introduces: Ids of the concepts that the article introduces here.
    """
    grouped: dict[tuple[int, int], list[Concept]] = {}
    for match in matches:
        grouped.setdefault((match.start, match.end), []).append(match.concept)
    found = [
        requirement
        for (start, end), concepts in grouped.items()
        if (requirement := _one(text, start, end, tuple(concepts), locale)).forms
    ]
    return tuple(_introducing(text, _with_leave(text, found), introduces, locale))


def _one(
    text: str, start: int, end: int, concepts: tuple[Concept, ...], locale: str
) -> Requirement:
    forms = dict.fromkeys(form for concept in concepts for form in target_forms(concept, locale))
    refused = [form for concept in concepts for form in refused_forms(concept, locale)]
    source = text[start:end]
    ordered = sorted(forms, key=lambda form: form != source) if source in forms else list(forms)
    return Requirement(
        concepts,
        source,
        start,
        end,
        tuple(ordered),
        tuple(form for form in refused if form.text not in forms),
        likened=_LIKENING.search(text, 0, start) is not None,
    )


def _with_leave(text: str, found: list[Requirement]) -> list[Requirement]:
    """Mark what may be left out: `X (X)`, and one repeated mention of a short sentence."""
    short = len(text.split()) <= _SHORT
    seen: Counter[str] = Counter()
    total = Counter(requirement.concept.id for requirement in found)
    spared: set[str] = set()
    result: list[Requirement] = []
    for requirement in found:
        concept = requirement.concept
        seen[concept.id] += 1
        previous = result[-1] if result else None
        bracketed = previous is not None and _glosses(text, previous, requirement)
        if bracketed and previous is not None and previous.concept is not concept:
            own = tuple(form for form in previous.forms if form not in requirement.forms)
            result[-1] = replace(previous, forms=own or previous.forms)
        gloss = bracketed and previous is not None and previous.concept is concept
        optional = False
        if gloss:
            optional = len(requirement.forms) == 1
            total[concept.id] -= 1
        elif not concept.every and not concept.dnt and concept.id not in spared:
            last = seen[concept.id] >= 2
            optional = last and (total[concept.id] >= 3 or short)
            if optional:
                spared.add(concept.id)
        result.append(replace(requirement, optional=optional))
    return result


def _glosses(text: str, term: Requirement, other: Requirement) -> bool:
    """Whether a term stands in brackets right behind another."""
    return text[term.end : other.start].strip() in _OPENERS


def _introducing(
    text: str, found: list[Requirement], introduces: Collection[str], locale: str
) -> list[Requirement]:
    """Ask for the first-use form at the first mention of each concept that is introduced.

    Where the source itself has another term in brackets there, its own words introduce it.
    """
    left = set(introduces)
    result = list(found)
    for index, term in enumerate(found):
        concept = next((one for one in term.concepts if one.id in left), None)
        form = first_form(concept, locale) if concept else ""
        if not concept or not form:
            continue
        left.remove(concept.id)
        before, after = found[index - 1 : index], found[index + 1 : index + 2]
        if any(_glosses(text, one, term) and one.concept is not concept for one in before) or any(
            _glosses(text, term, one) and one.concept is not concept for one in after
        ):
            continue
        result[index] = replace(term, forms=(form,), optional=False, first=True)
        if after and after[0].concept is concept and _glosses(text, term, after[0]):
            result[index + 1] = replace(after[0], optional=True)
    return result
