"""Where a part's own translation stands in a translation, for engines that show nothing.

A black box has neither attention nor an opinion. But it can translate the words of a part alone, and
what it makes of them is often in its translation of the sentence, word for word or nearly so.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from transflow.engines import Engine
from transflow.translation.spanevidence import Question, without
from transflow.translation.spanlinks import Alignment
from transflow.translation.spanwords import WORD, is_word

__all__ = ["anchors"]

_LIKE = 60.0
"""Percent of likeness from which a run of words is taken for the part's translation."""


def anchors(engine: Engine, questions: Sequence[Question]) -> list[Alignment]:
    """For each question the parts linked with what translates them alone.

    Args:
        engine: Any; it is asked once, for all parts together.
        questions: What to look for.
    """
    texts = list(
        dict.fromkeys(
            text
            for question in questions
            for start, end in without(question)
            if _is_asked(text := question.source[start:end], question.target)
        )
    )
    made = engine.translate(texts) if texts else []
    alone = {text: draft.text for text, draft in zip(texts, made, strict=True)}
    return [
        [
            (*part, *found)
            for part in without(question)
            if (text := question.source[slice(*part)])
            if (found := _found(question.target, alone.get(text, text)))
        ]
        for question in questions
    ]


def _is_asked(text: str, target: str) -> bool:
    """Whether a part has words to translate: no address, nothing that stands there as it is."""
    return any(map(str.isalpha, text)) and text not in target and not set(text) & set("/@\\_")


def _found(target: str, text: str) -> tuple[int, int] | None:
    """The run of words in a translation that is most like a text."""
    words = _places(text)
    places = _places(target)
    if not words:
        return None
    wanted = text[words[0][0] : words[-1][1]].casefold()
    best, score = None, _LIKE
    for count in range(max(1, len(words) - 1), len(words) + 2):
        for first in range(len(places) - count + 1):
            start, end = places[first][0], places[first + count - 1][1]
            alike = fuzz.ratio(wanted, target[start:end].casefold())
            if alike > score:
                best, score = (start, end), alike
    return best


def _places(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WORD.finditer(text) if is_word(match.group())]
