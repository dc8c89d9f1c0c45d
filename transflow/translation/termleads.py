"""How the words before a term lead in: its article agrees, `de` before a vowel is `d'`.

The beginnings are candidates; the model says which of them it would write.
"""

import re
from collections.abc import Sequence

from transflow.translation.smallwords import han_lengths

__all__ = ["articles", "leads", "undoubled"]

_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_TERM_WORD = re.compile(r"[^\W\d_]+")
_OF = frozenset({"de", "du", "des", "d", "l", "la", "le", "les", "del", "los", "las", "el"})
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæh]", re.IGNORECASE)
_FRENCH = (("le ", "la ", "l'", "les "), ("du ", "de la ", "de l'", "des "),
           ("au ", "à la ", "à l'", "aux "), ("un ", "une ", "des "), ("de ", "d'"),
           ("ce ", "cet ", "cette ", "ces "), ("son ", "sa ", "ses "), ("leur ", "leurs "),
           ("notre ", "nos "), ("chaque ",))  # fmt: skip
_SPANISH = (("el ", "la ", "los ", "las "), ("del ", "de la ", "de los ", "de las "),
            ("al ", "a la ", "a los ", "a las "), ("un ", "una ", "unos ", "unas "),
            ("este ", "esta ", "estos ", "estas "), ("ese ", "esa ", "esos ", "esas "),
            ("su ", "sus "), ("nuestro ", "nuestra ", "nuestros ", "nuestras "))  # fmt: skip
_NO_VOWEL = frozenset({"le ", "la ", "du ", "de la ", "au ", "à la ", "de ", "ce ", "sa "})
"""French words that are another before a vowel."""
_ONLY_VOWEL = frozenset({"l'", "de l'", "à l'", "d'", "cet "})
_ELIDED_QUE = re.compile(r"(?<!\w)(qu)['’]$", re.IGNORECASE)
_PLURAL = frozenset(
    {"les ", "des ", "aux ", "ces ", "ses ", "leurs ", "nos ", "los ", "las ", "de los ", "de las "}
    | {"a los ", "a las ", "unos ", "unas ", "estos ", "estas ", "esos ", "esas ", "sus "}
    | {"nuestros ", "nuestras "}
)
_FEMININE = frozenset(
    {"la ", "de la ", "à la ", "une ", "cette ", "sa ", "las ", "de las ", "a la ", "a las "}
    | {"una ", "unas ", "esta ", "estas ", "esa ", "esas ", "nuestra ", "nuestras "}
)
_MASCULINE = frozenset(
    {"le ", "du ", "au ", "un ", "ce ", "cet ", "el ", "los ", "del ", "de los ", "al ", "a los "}
    | {"unos ", "este ", "estos ", "ese ", "esos ", "nuestro ", "nuestros "}
)
_FAMILIES = {"fr": _FRENCH, "es": _SPANISH}
_GLOSS = re.compile(r"\s*\([^\W_]+\)\s*$")
"""The short form in brackets behind a long name: `Traité de coopération des brevets (PCT)`."""
_DEFINITE = re.compile(r"\bthe\s+(?:\w+\s+)?$", re.IGNORECASE)
_INDEFINITE = re.compile(r"\ban?\s+(?:\w+\s+)?$", re.IGNORECASE)


def leads(
    before: str,
    form: str,
    source_before: str,
    locale: str,
    *,
    several: bool | None = None,
    feminine: bool | None = None,
    named: bool = False,
) -> list[str]:
    """The beginnings of the target that may stand before and hold the form, as texts.

    Args:
        before: The hypothesis up to where the term belongs.
        form: The approved form.
        source_before: The source up to the term: its article counts.
        locale: BCP 47 tag of the target.
        several: Whether the form is a plural; None if that is not known.
        feminine: Whether it takes `la`; None if that is not known.
        named: Whether it may stand without an article, as names and codes do.
    """
    code = locale.partition("-")[0]
    families = _FAMILIES.get(code)
    if families is None:
        return [(_begun(before, form) if code in _SPACELESS else before) + form]
    before = _ELIDED_QUE.sub(r"\1e ", undoubled(before, form))
    lead = max(
        (one for group in families for one in group if _ends_with(before, one)), key=len, default=""
    )
    if lead:
        stem = before[: len(before) - len(lead)]
        options = [
            stem + _like(option, before[len(stem) :]) + form
            for family in families
            if lead in family
            for option in _fitting(family, form, lead, several, feminine)
        ]
        if named and lead in {*families[0], *families[3]}:
            options.append(stem + form)
        return list(dict.fromkeys(options))
    begins = not before.strip()
    wanted = (
        3 if _INDEFINITE.search(source_before) else 0 if _DEFINITE.search(source_before) else None
    )
    options = [before + form]
    if begins or (
        wanted is not None and before[-1].isspace() and not _determined(before, families)
    ):
        options += [
            before + option + form
            for option in _fitting(families[wanted or 0], form, "", several, feminine)
        ]
    return options


def _determined(before: str, families: Sequence[Sequence[str]]) -> bool:
    """Whether a text ends in a determiner and an adjective: no other article comes then."""
    head = before.rstrip().rpartition(" ")[0] + " "
    return any(_ends_with(head, one) for group in families for one in group)


def undoubled(before: str, form: str) -> str:
    """The text before a form, without a beginning of the form that it ends in.

    Models begin a long name of their own and come to the approved one in its middle:
    `l'Organisation mondiale de l'` before `Organisation mondiale de la Santé`.
    """
    if gloss := _GLOSS.search(before):
        shorter = undoubled(before[: gloss.start()], form)
        if shorter != before[: gloss.start()]:
            return shorter
    own = {word.casefold() for word in _TERM_WORD.findall(form)}
    first = next(iter(_TERM_WORD.findall(form)), "").casefold()
    found = len(before)
    for word in reversed(list(_TERM_WORD.finditer(before))):
        folded = word[0].casefold()
        if before[word.end() : found].strip("'’ ") or folded not in own | _OF:
            break
        found = word.start()
        if folded == first and len(first) > 3:
            return before[:found]
    return before


def _begun(before: str, form: str) -> str:
    """The Chinese text before a form without the form's first letters: `商的自` before `自评`.

    One letter that ends a word of its own stays: `海关` before `关税`.
    """
    for size in range(len(form) - 1, 0, -1):
        if before.endswith(form[:size]):
            ends = size == 1 and any(n == 2 for n in han_lengths(before[-2:]))
            return before if ends else before[:-size]
    return before


def articles(before: str, form: str, locale: str) -> list[str]:
    """The definite articles that may stand before a form which has none."""
    families = _FAMILIES.get(locale.partition("-")[0])
    if families is None or (before.strip() and not before[-1].isspace()):
        return []
    options = _fitting(families[0], form, "", None)
    return [option if before.strip() else option[0].upper() + option[1:] for option in options]


def _ends_with(before: str, lead: str) -> bool:
    if not before.casefold().replace("’", "'").endswith(lead):
        return False
    at = len(before) - len(lead)
    return at == 0 or not before[at - 1].isalnum()


def _like(lead: str, model: str) -> str:
    return lead[0].upper() + lead[1:] if model[:1].isupper() else lead


def _fitting(
    family: Sequence[str],
    form: str,
    lead: str,
    several: bool | None,
    feminine: bool | None = None,
) -> list[str]:
    """The members of a family that may stand before the form, the one that is there first."""
    options = list(family)
    if family in _FRENCH and form[:1] not in "hH":
        wrong = _NO_VOWEL if _VOWEL.match(form) else _ONLY_VOWEL
        options = [option for option in family if option not in wrong]
    if several is not None:
        options = [one for one in options if (one in _PLURAL) is several] or options
    if feminine is not None:
        wrong = _MASCULINE if feminine else _FEMININE
        options = [one for one in options if one not in wrong] or options
    return sorted(options, key=lambda option: option != lead)
