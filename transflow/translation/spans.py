"""Markup back into a translation.

`place` puts every tag that `lift` took out back whole, properly nested and exactly once, around
the words that translate what it surrounded. Which words these are an engine says that can be
asked; else equal words, numbers and the position in the sentence lead.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.documents import escape
from transflow.documents.md_inline import markdown_spans
from transflow.translation.lifting import Lifted, Mark, lift
from transflow.translation.spanevidence import Evidence
from transflow.translation.spanplaces import covers
from transflow.translation.spanwriting import written

__all__ = ["Lifted", "Mark", "Placed", "lift", "place"]


_EMPHASIS = "*_~"


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with its markup back.

    Attributes:
        text: The msgstr.
        sure: False where a mark's place is a guess.
        doubtful: The marks whose place is a guess, as people are told of them: `[…](a.md)`.
    """

    text: str
    sure: bool
    doubtful: tuple[str, ...] = ()


def place(lifted: Lifted, draft: str, evidence: Evidence | None = None) -> Placed:
    """Put the markup back into a translation.

    Args:
        lifted: See `lift`.
        draft: Plain text an engine made of `lifted.text`.
        evidence: What the engine says of the words of `lifted.text`, and of each of
            `lifted.marks`; None for nothing.

    Returns:
        The msgstr: every mark of `lifted` in it exactly once.
    """
    if not lifted.marks:
        return Placed(escape(draft, lifted.format), sure=True)
    parts = [(mark.start, mark.end, mark.leads, mark.parent) for mark in lifted.marks]
    found = covers(lifted.text, draft, parts, evidence, solid=lifted.solid)
    text, marks = written(lifted, draft, found)
    if not _are_read(text, marks):
        found = covers(
            lifted.text, draft, parts, evidence, solid=lifted.solid, drawn=lifted.fragile
        )
        text, marks = written(lifted, draft, found, apart=True)
    if not _are_read(text, marks):
        lifted = replace(lifted, marks=_starred(lifted))
        text, marks = written(lifted, draft, found, apart=True)
    doubtful = tuple(
        _shown(mark) for mark, cover in zip(lifted.marks, found, strict=True) if not cover.sure
    )
    return Placed(text, sure=not doubtful, doubtful=doubtful)


def _are_read(text: str, marks: Sequence[tuple[int, int]]) -> bool:
    """Whether emphasis is such for any reader of Markdown; private letters are code and the like."""
    if not marks:
        return True
    read = markdown_spans(re.sub(r"[\ue000-\uf8ff]", ".", text))
    found = Counter(
        text[span.start : span.end].strip(_EMPHASIS)
        for span in read
        if text[span.start] in _EMPHASIS
    )
    return not Counter(text[start:end].strip(_EMPHASIS) for start, end in marks) - found


def _starred(lifted: Lifted) -> tuple[Mark, ...]:
    """The marks with stars for underscores, which are no markup beside a letter."""
    stars = str.maketrans("_", "*")
    return tuple(
        replace(mark, opening=mark.opening.translate(stars), closing=mark.closing.translate(stars))
        if index in lifted.fragile
        else mark
        for index, mark in enumerate(lifted.marks)
    )


def _shown(mark: Mark) -> str:
    return mark.opening if mark.atomic else f"{mark.opening}…{mark.closing}"
