"""A term is written with the capitals the glossary gives it, wherever a model left them out."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["written"]

Range = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?:[\w,][ \u00a0]|\w['’])$")
"""The end of a text in the middle of a sentence."""


def written(text: str, terms: Iterable[tuple[Range, Sequence[str]]]) -> str:
    """The text with each term in its own capitals: `ministère de la Santé`, not `santé`.

    A term that begins a sentence, a quotation or what follows a colon is rightly large; what is
    small in the glossary is small elsewhere.

    Args:
        text: A draft.
        terms: (where a term stands in it, the forms it may have).
    """
    for (start, end), forms in terms:
        found = text[start:end]
        if not found.isupper() and found not in forms:
            form = max(forms, key=lambda form: _likeness(found, form), default="")
            if _likeness(found, form):
                begins = not _INSIDE.search(text, 0, start)
                text = text[:start] + _like(found, form, begins=begins) + text[end:]
    return text


def _likeness(found: str, form: str) -> int:
    """How many words of a form a text has, if it has as many words as the form; 2 of each if equal."""
    words, others = _WORD.findall(found.casefold()), _WORD.findall(form.casefold())
    if len(words) != len(others):
        return 0
    return sum(
        1 + (one == two) for one, two in zip(words, others, strict=True) if one[:2] == two[:2]
    )


def _like(found: str, form: str, *, begins: bool) -> str:
    """Word by word: the form's spelling if only capitals differ, else its first capital."""
    models = iter(_WORD.findall(form))

    def word(match: re.Match[str]) -> str:
        one: str = match[0]
        model: str = next(models)
        if model[:2].casefold() != one[:2].casefold() or one.isupper():
            return one
        large = begins and match.start() == 0 and one[0].isupper() and model[1:].islower()
        first = one[0] if large else model[0]
        return first + (model[1:] if one.casefold() == model.casefold() else one[1:])

    return _WORD.sub(word, found)
