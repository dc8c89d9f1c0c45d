"""A term is written with the capitals the glossary gives it, wherever a model left them out."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["written"]

Range = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+")


def written(text: str, terms: Iterable[tuple[Range, Sequence[str]]]) -> str:
    """The text with each term in its own capitals: `ministère de la Santé`, not `santé`.

    Small letters of the glossary ask for nothing: a term that begins a sentence or stands in a
    heading is rightly large.

    Args:
        text: A draft.
        terms: (where a term stands in it, the forms it may have).
    """
    for (start, end), forms in terms:
        found = text[start:end]
        if not found.isupper() and found not in forms:
            form = max(forms, key=lambda form: _likeness(found, form), default="")
            if _likeness(found, form):
                text = text[:start] + _like(found, form) + text[end:]
    return text


def _likeness(found: str, form: str) -> int:
    """How many words of a form a text has, if it has as many words as the form; 2 of each if equal."""
    words, others = _WORD.findall(found.casefold()), _WORD.findall(form.casefold())
    if len(words) != len(others):
        return 0
    return sum(
        1 + (one == two) for one, two in zip(words, others, strict=True) if one[:2] == two[:2]
    )


def _like(found: str, form: str) -> str:
    """Word by word: the form's spelling if only capitals differ, else its first capital."""
    models = iter(_WORD.findall(form))

    def word(match: re.Match[str]) -> str:
        one: str = match[0]
        model = next(models)
        if one == one.capitalize() and model.islower():
            return one
        if one.casefold() == model.casefold():
            begins = match.start() == 0 and one[0].isupper() and model[1:].islower()
            return one[0] + model[1:] if begins else model
        large = (
            model[0].isupper() and one[0].islower() and one[:2].casefold() == model[:2].casefold()
        )
        return one[0].upper() + one[1:] if large else one

    return _WORD.sub(word, found)
