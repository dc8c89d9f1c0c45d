"""Whether a word that an English text denies is affirmed in its translation, or the reverse, by the very same word.

"Filings are not accepted" as "заявки принимаются" is no free rendering: those have another word. The words are in
data/polarity.toml. Each is judged beside its own "not", so that another one in the sentence answers for nothing.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.quantities.denial import without_idioms
from transflow.quantities.negation import DENYING, only_saved, refusal_words, without_figures
from transflow.quantities.wordset import WordIndex, begun, word_set

__all__ = ["affirmed", "overturned"]


@dataclass(frozen=True, slots=True)
class _Word:
    """A thing said or denied.

    Attributes:
        forms: Its English forms, as a pattern.
        unless: Where the source has another sense of it.
        said: Language -> how it is said there, as a pattern of beginnings.
    """

    forms: str
    unless: re.Pattern[str] | None
    said: dict[str, str]


_NOT = r"(?:\b(?:not|never|cannot)|n['’]t)"
_SLACK = r"(?:\s+(?:be|been|being|have|yet|itself|always|\w+ly))*\s+"
_NOUNS = frozenset(
    ("answers", "replies", "changes", "covers", "files", "grants", "issues", "signs", "supports", "transfers", "uses", "works",
     "refunds", "registers")
)  # fmt: skip
"""Forms that are nouns as often as verbs."""
_HELPERS = r"(?:is|are|was|were|be|been|will|shall|must|may|can|has|have|had|does|do|did|would|should|could|might)"
_OTHERWISE = re.compile(
    r"\b(?:no|non|nor|none|neither|nobody|nothing|nowhere|without|unless|except\w*|only|hardly|barely|scarcely|rarely|seldom|few|"
    r"little|until|till|before|instead|rather|whether|fail\w*|lack\w*|refus\w*|deny|den(?:ies|ied)|reject\w*|prevent\w*|avoid\w*|"
    r"prohibit\w*|forbid\w*|exclu\w*|unable|impossible|stop\w*|ceas\w*|but|if|less|than|un\w+ed|in\w+[ai]ble|invalid|absen\w*|exempt\w*|free|"
    r"yet|withh\w+|sparing\w*|all that|not (?:one|every|all|each|an?|any|even|at all|by|in|for|from|with|on|at|before)|and not)\b|(?:\bnot|n['’]t)(?:\s+\w+){1,4}?\s+to be\b|(?:\b(?:not|never)|n['’]t)\s*(?:[.,;:)]|$)|\?",
    re.IGNORECASE,
)
"""With what in the source a denial in the translation may be another's."""
_BEFOREHAND = re.compile(r"\bbefore\b", re.IGNORECASE)
"""Never pay before you have seen it: see it first, then pay."""
_COSTLESS = re.compile(r"\bcosts? nothing\b|\bfree of charge\b", re.IGNORECASE)
_DENIED = {
    "fr": (
        r"\b(?:ne\s+|n['’])(?:\w+['’]?\s*){{1,3}}?\b(?:pas|jamais|plus|aucunement|point)\s+(?:(?:été|être|encore|pu|tenue?s? de|toujours|\w+ment)\s+){{0,2}}(?:{0})"
        r"|\b(?:ne\s+|n['’])(?:\w{{1,3}}['’]?\s*){{0,2}}?(?:{0})\w*\s+(?:pas|jamais|plus|point)\b"
    ),
    "es": (
        r"\b(?:no(?!\s\w+[ai]d[oa]s?\b)|nunca|jamás|tampoco)\s+(?:(?:se|l[aeo]s?|es|son|está\w*|será\w*|fue\w*|ha|han|pued\w+|podrá\w*|deb\w+|hay\w*|sido|ser|"
        r"estar|sea\w*|qued\w+)\s+){{0,3}}(?:{0})"
    ),
    "ru": (
        r"\b(?:не|нельзя)\s+(?:(?:был[аио]?|буд[уе]т|явля[ею]тся|мо[гж]\w+|долж\w+|подлеж\w+|счита\w+|быть)\s+){{0,2}}(?:{0})"
    ),
    "zh": r"(?:不|未|没有?|无法|不予|禁止)(?:予以?|得|能|可以?|会|应|再|被|获|允许|是|要|对其|将)*(?:{0})(?!.{{0,2}}的)",
    "ar": (
        r"(?<!\w)[وف]?(?:لا|لم|لن|ليست?|غير)\s+(?:(?:يجوز|يمكن|يتم|تتم|يكون|تكون|يكن|تكن|أن|من|قابل\w*)\s+){{0,2}}\w{{0,3}}(?:{0})"
    ),
}
_MAY_DENY = {
    "fr": re.compile(begun(r"ne\b", r"n['’]"), re.IGNORECASE),
    "es": re.compile(begun(r"no\b", r"nunca\b", r"jamás\b", r"tampoco\b"), re.IGNORECASE),
    "ru": re.compile(begun(r"не\b", r"нельзя\b"), re.IGNORECASE),
    "zh": re.compile("[不未没无禁]"),
    "ar": re.compile("لا|ل[من]|ليس|غير"),
}
"""What is in each of those: most translations have none of it."""
_FREED = {
    "fr": r"excep|\bfin\b|cess",
    "es": r"excep|dispens",
    "ru": r"отмен|прекращ",
    "zh": "[除仅只才]",
    "ar": r"(?<!\w)[وف]?(?:الا|لا)\w*|عف|استثن|مستثن",
}
"""With what a translation denies beside the words of refusal."""


@cache
def _words() -> tuple[_Word, ...]:
    text = (files("transflow.quantities") / "data" / "polarity.toml").read_text("utf-8")
    return tuple(_word(table) for table in tomllib.loads(text).values())


def _word(table: dict[str, str]) -> _Word:
    forms = "|".join(table.pop("words").split())
    unless = table.pop("unless", "")
    return _Word(forms, re.compile(unless, re.IGNORECASE) if unless else None, table)


@cache
def _index() -> WordIndex:
    return WordIndex(word.forms.split("|") for word in _words())


@cache
def _anywhere(at: int) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words()[at].forms})\b", re.IGNORECASE)


@cache
def _denied(at: int) -> re.Pattern[str]:
    return re.compile(rf"{_NOT}{_SLACK}(?:{_words()[at].forms})\b", re.IGNORECASE)


@cache
def _affirming(at: int) -> re.Pattern[str]:
    forms = _words()[at].forms
    finite = "|".join(
        form for form in forms.split("|") if form.endswith("s") and form not in _NOUNS
    )
    alone = rf"|^(?!.*{_NOT}).*?\b(?P<alone>{finite})\b" if finite else ""
    return re.compile(rf"\b{_HELPERS}{_SLACK}(?:{forms})\b{alone}", re.IGNORECASE)


@cache
def _said(at: int, language: str) -> re.Pattern[str]:
    lead = "" if language in {"zh", "ar"} else r"\b"
    return re.compile(rf"{lead}(?:{_words()[at].said[language]})", re.IGNORECASE)


@cache
def _said_not(at: int, language: str) -> re.Pattern[str]:
    return re.compile(_DENIED[language].format(_words()[at].said[language]), re.IGNORECASE)


@cache
def _refusal(language: str) -> re.Pattern[str]:
    return re.compile(f"{refusal_words(language)}|{_FREED[language]}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _asked(source: str, language: str) -> tuple[int, ...]:
    """The words that a source says in one place, where the language has data; few have any."""
    if language not in _DENIED:
        return ()
    return tuple(at for at in _index().called(source) if _is_asked(source, at))


def _is_asked(source: str, at: int) -> bool:
    unless = _words()[at].unless
    once = len(_anywhere(at).findall(source)) == 1
    return once and not (unless and unless.search(source))


def affirmed(source: str, target: str, language: str) -> str:
    """What the source denies and the translation, by the same word, affirms; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    asked = () if DENYING.isdisjoint(word_set(source)) else _asked(source, language)
    plain = without_figures(source) if asked else ""
    for at in asked:
        found = _denied(at).search(plain)
        if found is None or _BEFOREHAND.search(plain, found.end()):
            continue
        refused = not _said(at, language).search(target) or _refusal(language).search(target)
        if not (refused or only_saved(source, target)):
            return " ".join(found[0].split())
    return ""


def overturned(source: str, target: str, language: str) -> str:
    """What the source affirms and the translation, by the same word, denies; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    asked = _asked(source, language)
    if not asked or not _MAY_DENY[language].search(target):
        return ""
    for at in asked:
        if not (found := _affirming(at).search(source)) or _denied(at).search(source):
            continue
        if _said_not(at, language).search(without_idioms(target, language)):
            otherwise = _OTHERWISE.search(_COSTLESS.sub(" ", source))
            return "" if otherwise else " ".join(found[found.lastindex or 0].split())
    return ""
