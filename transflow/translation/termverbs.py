"""Verbs as terms: the French, Spanish and Russian forms that the English form may stand for.

`cleared` is `dédouané` behind an auxiliary and may be `a dédouané` without one; which of them the
sentence wants, number and gender too, is left to the model.
"""

import re

from transflow.glossary import Requirement, russian
from transflow.glossary.conjugation import Verb, conjugated

__all__ = ["verb_forms"]

_ADVERBS = r"(?:(?:\w+ly|not|also|already|always|never|only|yet|often|then) )*$"
_PASSIVE = re.compile(rf"\b(?:is|are|was|were|be|been|being|gets?|got) {_ADVERBS}", re.IGNORECASE)
_PERFECT = re.compile(rf"\b(?:has|have|had|having) {_ADVERBS}", re.IGNORECASE)
_FUTURE = re.compile(rf"\b(?:will|shall|would) {_ADVERBS}", re.IGNORECASE)
_BARE = re.compile(
    rf"\b(?:to|can|could|may|might|must|should|cannot|help) {_ADVERBS}", re.IGNORECASE
)
_JOINED = re.compile(
    rf"(?:\b(?:and|or|then|let \w+|help \w+|helps \w+)|,) {_ADVERBS}", re.IGNORECASE
)
"""What stands behind these may be an infinitive, after a word further left."""
_MODAL = re.compile(rf"\b(?:will|shall) be {_ADVERBS}", re.IGNORECASE)
_SE = re.compile(r"\bse $", re.IGNORECASE)
_WILL = re.compile(r"\bбуд(?:ет|ут) (?:не |также )?$", re.IGNORECASE)
"""Behind these no finite verb stands: `будут выдаваться`."""
_WE = re.compile(rf"\bwe {_ADVERBS}", re.IGNORECASE)


def verb_forms(form: str, term: Requirement, source: str, code: str, led: str = "") -> list[str]:
    """Forms of a verb that may render the source's, likeliest first; the form itself if none are known.

    Args:
        form: An infinitive, perhaps with words behind it: `mettre en œuvre`.
        term: What it renders.
        source: The sentence.
        code: Of the target's language.
        led: The target up to the place: behind `se` no participle stands.
    """
    first, space, rest = form.partition(" ")
    before = source[: term.start]
    found: tuple[str, ...] = ()
    if code == "ru":
        paradigm = russian.conjugated(first)
        found = _russian(paradigm, term, before, led) if paradigm else ()
    elif verb := conjugated(first, code):
        found = _chosen(verb, term, before, reflexive=_SE.search(led) is not None)
    return [one + space + rest for one in dict.fromkeys(found or (first,))]


def _russian(verb: russian.Paradigm, term: Requirement, before: str, led: str) -> tuple[str, ...]:
    word = term.source.partition(" ")[0].casefold()
    whole = (verb.infinitive,)
    if _PASSIVE.search(before) and not word.endswith("ing"):
        if not verb.perfective and _WILL.search(led):
            return (verb.infinitive + "ся",)
        return verb.passive or whole
    if word.endswith("ing"):
        going = verb.finite[:2] if _PASSIVE.search(before) else whole
        return (*going, *(verb.gerund if before.strip() else ()))
    own = _own(term)
    if _PERFECT.search(before) or (word not in own and not word.endswith("s")):
        return (*verb.past, *(() if _PERFECT.search(before) else verb.passive))
    if word not in own:
        return verb.finite[:1] or whole
    if _FUTURE.search(before):
        return verb.finite[:2] if verb.perfective else whole
    if _BARE.search(before):
        return whole
    if not before.strip():
        return (*verb.imperative[:1], *whole)
    if _WE.search(before):
        return verb.finite[2:] or whole
    return verb.finite[1:2] if not _JOINED.search(before) else (*whole, *verb.finite[1:])


def _own(term: Requirement) -> set[str]:
    """The first words of the English forms that the glossary has."""
    return {form.text.partition(" ")[0].casefold() for form in term.concept.forms.get("en", ())}


def _chosen(verb: Verb, term: Requirement, before: str, *, reflexive: bool) -> tuple[str, ...]:
    word = term.source.partition(" ")[0].casefold()
    if word.endswith("ing"):
        going = (*verb.present[:2], verb.gerund) if _PASSIVE.search(before) else ()
        return (*going, verb.infinitive, *((verb.gerund,) if before.strip() else ()))
    passive = _PASSIVE.search(before)
    if passive and reflexive:
        modal = _MODAL.search(before)
        past = re.match("was|were", passive[0], re.IGNORECASE)
        return verb.future if modal else verb.past[:2] if past else verb.present[:2]
    if passive or _PERFECT.search(before):
        return verb.participles
    listed = _own(term)
    if word not in listed and not word.endswith("s"):
        return (*verb.past[:2], *verb.participles, *verb.past[2:])
    if word not in listed:
        return verb.present[:1]
    if _FUTURE.search(before):
        return (*verb.future, *verb.wished[-2:])
    if _BARE.search(before):
        return (verb.infinitive,)
    if _WE.search(before):
        return (verb.present[2],)
    if not before.strip():
        return (verb.infinitive, *verb.wished[:3])
    if _JOINED.search(before):
        return (verb.infinitive, verb.present[1], verb.present[2])
    return verb.present[1:2]
