"""Adjectives that French and Spanish write before the noun, in the form that goes with it."""

import re
from collections.abc import Sequence

__all__ = ["fitting", "standing"]

_FORMS: dict[str, Sequence[Sequence[str]]] = {
    "fr": (
        ("nouveau", "nouvelle", "nouveaux", "nouvelles"),
        ("premier", "première", "premiers", "premières"),
        ("dernier", "dernière", "derniers", "dernières"),
        ("prochain", "prochaine", "prochains", "prochaines"),
        ("ancien", "ancienne", "anciens", "anciennes"),
        ("grand", "grande", "grands", "grandes"),
        ("petit", "petite", "petits", "petites"),
        ("bon", "bonne", "bons", "bonnes"),
        ("seul", "seule", "seuls", "seules"),
    ),
    "es": (
        ("nuevo", "nueva", "nuevos", "nuevas"),
        ("primer", "primera", "primeros", "primeras"),
        ("último", "última", "últimos", "últimas"),
        ("próximo", "próxima", "próximos", "próximas"),
        ("antiguo", "antigua", "antiguos", "antiguas"),
        ("pequeño", "pequeña", "pequeños", "pequeñas"),
        ("buen", "buena", "buenos", "buenas"),
    ),
}
_FAMILY = {
    code: {form: family for family in families for form in family}
    for code, families in _FORMS.items()
}
_FAMILY["fr"]["nouvel"] = _FORMS["fr"][0]
_STANDING = {
    code: re.compile(rf"(?<![\w'’-])({'|'.join(known)}) $", re.IGNORECASE)
    for code, known in _FAMILY.items()
}


def standing(before: str, code: str) -> re.Match[str] | None:
    """Such an adjective and a space at the end of a text; its group 1 is the word."""
    pattern = _STANDING.get(code)
    return pattern.search(before) if pattern else None


def fitting(word: str, code: str, feminine: bool, plural: bool, *, vowel: bool) -> str:
    """The form of the adjective that goes with a noun.

    Args:
        word: A form of it, in small letters or capitalized.
        code: `fr` or `es`.
        feminine: The noun's gender.
        plural: The noun's number.
        vowel: Whether French words before the noun are elided.
    """
    form = _FAMILY[code][word.casefold()][2 * plural + feminine]
    form = "nouvel" if form == "nouveau" and vowel else form
    return form.capitalize() if word[0].isupper() else form
