"""A verb beside the term that is its subject agrees with it: `Ведомство опубликовала` is `опубликовало`.

Models wrote the verb for the noun they had in mind, before the approved term took its place. Put
right is only what stands side by side where the term begins an English clause: in Russian a past
tense, a short participle or a determiner, in Arabic a verb before its subject.
"""

import re
from collections.abc import Callable, Iterable

from transflow.glossary import Requirement, russian

__all__ = ["agreeing"]

Range = tuple[int, int]
_BEGINS = re.compile(
    r"(?:^|[.;:] |, |\b(?:when|if|that|because|while|unless|although) )(?:(?:the|this|an?|our|each|every) )?$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r" (?:(?:also|never|already|only|then|now|not) )?(?:has|is|will|does|did|may|must|shall|can|would|should|cannot"
    r"|(?P<passive>was)|[a-z]{2,}(?:ed|[a-rt-z]s)|said|held|gave|made|took|set|began|won|sold|grew|rose|fell)\b"
)
_BEHIND = re.compile(
    r" (?:(?:никогда|уже|также|больше|пока|ещё|еще) )?(?:не )?([а-яё]{3,})(?![\w-])"
)
_BEFORE = re.compile(r"(?<![\w-])([а-яё]{3,}) $", re.IGNORECASE)
_DENIED = re.compile(r"(?:(?<=\bلا )|(?<=\bلم )|(?<=\bلن )|(?<=\bسوف ))ت(?=[\u0621-\u064a]{3,} $)")
_FUTURE = re.compile(r"(?<![\u0621-\u064a])([وف]?س)ت(?!ون |ين )(?=[\u0621-\u064a]{2,}[^\Wة] $)")
_PAST = re.compile(
    r"(?:^|(?<=[\s(«“\"]))([وف]?(?:نشر|أعلن|قال|كان|قدم|أصدر|عقد|وافق|قرر|أطلق|استقبل|شارك|نظم|اعتمد|رفض|قبل|منح|سجل|فتح|أغلق|بدأ"
    r"|أكد|ذكر|وضع|استلم|تسلم|أرسل|طلب|حدد|خفض|رفع|زاد|أنشأ|عين|وقع|ألغى|أضاف|أوضح|أفاد))ت(?= $)"
)
"""Of verbs whose feminine is only a letter longer."""
_FEMININE = re.compile(r"(?:ة|ات|اء|ى)$")


def agreeing(
    text: str, terms: Iterable[tuple[Range, Requirement]], source: str, locale: str
) -> str:
    """The text with verbs in the gender of the terms that are their subjects.

    Args:
        text: A draft without markup.
        terms: (where a term stands in it, what it renders).
        source: The English sentence it came of.
        locale: BCP 47 tag of the draft; Russian and Arabic are changed.
    """
    agree = _AGREE.get(locale.partition("-")[0])
    if agree is None:
        return text
    for (start, end), term in sorted(terms, key=lambda one: one[0], reverse=True):
        follows = _VERB.match(source, term.end)
        several = re.search(r"[^s]s$", term.source) is not None
        if term.concept.pos == "verb" or not _BEGINS.search(source[: term.start]):
            continue
        if several and agree is _russian:
            text = _numbered(text, start, end, term)
        elif follows and not several:
            text = agree(text, start, end, term, bool(follows["passive"]))
    return text


def _numbered(text: str, start: int, end: int, term: Requirement) -> str:
    """`Пункт формулы должны` is `Пункты формулы должны`, where the source has several."""
    behind = _BEHIND.match(text, end)
    plural = russian.several(text[start:end], term.forms)
    if behind and plural and russian.of_several(behind[1]):
        return text[:start] + plural + text[end:]
    return text


def _russian(text: str, start: int, end: int, term: Requirement, passive: bool) -> str:
    gender = russian.subject(text[start:end], term.forms)
    if not gender:
        return text
    if behind := _BEHIND.match(text, end):
        verb = russian.agreeing(behind[1], gender, short=passive)
        text = text[: behind.start(1)] + verb + text[behind.end(1) :]
    if before := _BEFORE.search(text, 0, start):
        word = russian.agreeing(before[1], gender)
        text = text[: before.start(1)] + word + text[before.end(1) :]
    return text


def _arabic(text: str, start: int, end: int, term: Requirement, passive: bool) -> str:
    head, found = text[:start], text[start:end]
    if passive or not found.startswith("ال") or _FEMININE.search(found.split()[0]):
        return text
    if term.source.isupper():  # `الويبو`: an organization, whatever its letters
        return text
    head = _PAST.sub(r"\1", _FUTURE.sub(r"\1ي", _DENIED.sub("ي", head)))
    return head + text[start:]


_AGREE: dict[str, Callable[[str, int, int, Requirement, bool], str]] = {
    "ru": _russian,
    "ar": _arabic,
}
