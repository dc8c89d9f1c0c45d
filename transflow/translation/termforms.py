"""Which forms of a term may stand at a place: number, letter case.

The glossary gives forms; a plural source asks for plural ones, made here where the glossary has
only the singular (French and Spanish: the head noun and its adjectives, up to a preposition).
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from transflow.glossary import Requirement
from transflow.glossary.cases import cases
from transflow.glossary.inflection import language
from transflow.translation.termverbs import verb_forms

__all__ = [
    "alone",
    "candidates",
    "cased",
    "consistent",
    "inflected",
    "is_plural",
    "listed",
    "pluralize",
    "several",
]

_PREPOSITIONS = frozenset(
    {"de", "du", "des", "à", "au", "aux", "en", "sur", "pour", "par", "dans", "contre", "avec",
     "del", "al", "con", "para", "por", "sobre", "a"}
)  # fmt: skip
_CONJUNCTIONS = frozenset({"et", "ou", "y", "o", "e", "u"})
_INFINITIVE = {"fr": re.compile(r"^\w+(?:er|ir|re)$"), "es": re.compile(r"^\w+[aei]r$")}
"""What may be a verb, and then has no plural: the model decides."""
_OBJECT = re.compile(
    r"\s+(?:the|an?|this|these|that|those|your|its|their|his|her|our|all|any|each|every|both)\b",
    re.IGNORECASE,
)
_UNINFLECTED = frozenset({"zh", "ja", "ko", "th", "vi", "lo", "km", "my"})
_MOST = 4
_MOST_CASES = 20
"""Beginnings worth the model's opinion where a form has cases or particles."""


def candidates(
    term: Requirement, source: str, before: str, locale: str, *, begins: bool = True
) -> list[str]:
    """Forms to try at a place, likeliest first.

    Args:
        term: What is missing.
        source: The whole source sentence.
        before: The target up to the place.
        locale: BCP 47 tag of the target.
        begins: Whether a form at the beginning gets a capital; an article before it may get it.
    """
    forms = list(term.forms)
    code = locale.partition("-")[0]
    verbal = term.concept.pos == "verb"  # no noun: it has no cases
    if verbal and not term.exact:
        forms = [one for form in forms for one in verb_forms(form, term, source, code, before)]
    elif code in {"fr", "es"} and not term.exact and term.concept.pos not in {"proper", "name"}:
        plural = _source_plural(term) and not _has_object(term, source, code)
        made = []
        if plural and not listed(term):
            made = [_loan(form, term) or pluralize(form, code) for form in forms]
        forms = list(dict.fromkeys([*forms, *made]))
        if not _named(term):  # `diabetes` only looks like a plural
            forms.sort(key=lambda form: is_plural(form, forms, code) != plural)
        if made and not any(_INFINITIVE[code].search(form) for form in term.forms):
            forms = [form for form in forms if is_plural(form, forms, code)] or forms
        if not plural:
            plurals = {more for form in forms if (more := pluralize(form, code)) != form}
            forms = [form for form in forms if form not in plurals] or forms
    bare = not before.strip() and _begins(term, source)
    most = _MOST_CASES if verbal else _MOST
    each = [[form] if verbal else inflected(form, term, locale, bare=bare) for form in forms[:most]]
    made = [form for row in zip_longest(*each) for form in row if form is not None]
    place = before if begins else "-"
    return list(dict.fromkeys(cased(form, term, source, place) for form in made))[:_MOST_CASES]


def _has_object(term: Requirement, source: str, code: str) -> bool:
    """Whether a term whose part of speech nobody gave is a verb: `Resets the filters` with an infinitive."""
    return (
        not term.concept.pos
        and code in _INFINITIVE
        and not source[: term.start].strip()
        and all(_INFINITIVE[code].search(form) for form in term.forms)
        and _OBJECT.match(source, term.end) is not None
    )


def alone(term: Requirement, locale: str) -> str:
    """The form of a term in the plural that is all a heading, cell or list item says.

    Empty where the plural cannot be told, or the source is no plural: the engine knows more.
    """
    if term.concept.pos == "verb" or not _source_plural(term):
        return ""
    code = locale.partition("-")[0]
    if code in _UNINFLECTED:
        return term.forms[0]
    if code == "ru":
        return inflected(term.forms[0], term, locale)[0]
    return candidates(term, term.source, "-", locale)[0] if code in _INFINITIVE else ""


def consistent(found: str, term: Requirement, locale: str) -> str:
    """A term as it stands in a draft, its words all in the number of the first.

    Verification goes by stems, to which `diseños industrial` is as good as `diseños industriales`.
    """
    code = locale.partition("-")[0]
    if code not in _INFINITIVE or term.exact or " " not in found:
        return found
    forms = [*term.forms, *(pluralize(form, code) for form in term.forms)]
    if any(form.casefold() == found.casefold() for form in forms):
        return found
    words = found.casefold().split()
    for form in forms:
        others = form.casefold().split()
        alike = len(words) == len(others) and all(
            one[:3] == other[:3] for one, other in zip(words, others, strict=True)
        )
        if alike and others[0] == words[0]:
            return form[0].upper() + form[1:] if found[0].isupper() else form
    return found


def _source_plural(term: Requirement) -> bool:
    """Whether the English source is a plural: one of its words looks like one."""
    english = language("en")
    return any(
        english.plural(word) and not word.endswith(("'s", "’s"))
        for word in term.source.casefold().split()
    )


def _loan(form: str, term: Requirement) -> str:
    """The plural of a word taken over from the source: `jobs`; empty for others."""
    own = {one.text.casefold() for forms in term.concept.forms.values() for one in forms[:1]}
    both = form.casefold() in own and term.source.casefold() == form.casefold() + "s"
    return form + "s" if both else ""


def listed(term: Requirement) -> bool:
    """Whether the source has the glossary's own form: `physics` is no plural of it."""
    own = {form.text.casefold() for forms in term.concept.forms.values() for form in forms}
    return term.source.casefold() in own


def _named(term: Requirement) -> bool:
    """Whether the source has the form by which the glossary calls the concept: so does the target."""
    own = term.concept.forms.get("en", ())
    return bool(own) and own[0].text.casefold() == term.source.casefold()


def several(form: str, term: Requirement, locale: str) -> bool | None:
    """Whether a form is a plural, for the article before it; None where that cannot be told."""
    code = locale.partition("-")[0]
    if code not in {"fr", "es"}:
        return None
    if not _head(form).endswith(("s", "x") if code == "fr" else "s"):
        return False
    return True if _source_plural(term) else None


def is_plural(form: str, others: Sequence[str], code: str) -> bool:
    """Whether a form is the plural of its concept, judged beside the other forms."""
    head = _head(form)
    if code == "es":
        return head.endswith("s") and not (head.endswith("sis") or _STRESSED.search(head))
    return head.endswith(("s", "x")) and (
        head in {_plural_word(_head(other), code) for other in others if _head(other) != head}
        or not any(_head(other) != head for other in others)
    )


def _head(form: str) -> str:
    return re.split(r"[\s-]", form, maxsplit=1)[0].casefold()


def pluralize(form: str, code: str) -> str:
    """The plural of a noun phrase: `demande internationale` -> `demandes internationales`.

    What a conjunction joins is in the plural together: `petites et moyennes entreprises`.
    """
    words = form.split(" ")
    result: list[str] = []
    for index, word in enumerate(words):
        if word.casefold() in _PREPOSITIONS or re.match(r"[dl]['’]", word):
            return " ".join([*result, *words[index:]])
        joins = word.casefold() in _CONJUNCTIONS
        result.append(word if joins else _plural_word(word, code))
    return " ".join(result)


_PLAIN = {"ó": "o", "á": "a", "é": "e", "í": "i", "ú": "u"}
_STRESSED = re.compile("[áéíóú]s$|^(?:mes|bus)$", re.IGNORECASE)
"""Spanish singulars that end with s."""


def _plural_word(word: str, code: str) -> str:
    if word.isupper() or (code == "fr" and word.endswith(("s", "x", "z"))):
        return word
    if code == "fr":
        if word.endswith("al"):
            return word[:-1] + "ux"
        return word + ("x" if word.endswith(("au", "eu")) else "s")
    if _STRESSED.search(word):  # país, interés, mes
        two = word[-3:-1] in {"aí", "eí", "oí"}  # syllables, as in países
        return (word if two else word[:-2] + _PLAIN.get(word[-2], word[-2]) + word[-1]) + "es"
    if word.endswith(("s", "x")):
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word.endswith(("ón", "án", "én", "ín", "ún")):
        return word[:-2] + _PLAIN[word[-2]] + "nes"
    return word + ("es" if word[-1:] in "dlnrjíúy" else "s")


def inflected(form: str, term: Requirement, locale: str, *, bare: bool = False) -> list[str]:
    """A form, and its cases where the language has them and the concept inflects.

    Args:
        form: As the glossary has it.
        term: What it renders.
        locale: BCP 47 tag of the target.
        bare: The sentence begins with it: the nominative, and no particle before it.
    """
    if term.exact:
        return [form]
    return list(cases(form, locale, plural=_source_plural(term), bare=bare, like=term.likened))


def _begins(term: Requirement, source: str) -> bool:
    """Whether a source sentence begins with the term: it is the subject there."""
    return source[: term.start].strip().casefold() in {"", "the", "a", "an"}


def cased(form: str, term: Requirement, source: str, before: str) -> str:
    """The form in the letter case its place asks for; capitals of its own stay."""
    if term.concept.dnt:
        return form
    if source.isupper() and len(source) > len(term.source):
        return form.upper()
    return form[:1].upper() + form[1:] if not before.strip() else form
