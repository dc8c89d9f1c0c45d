"""Which words of a translation go with which of the source: attention, and words that are the same."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from transflow.translation.spanwords import WORD, Atom, is_word

__all__ = ["Alignment", "Links", "links"]

Alignment = Sequence[tuple[int, int, int, int]]
Links = Sequence[Sequence[tuple[int, int]]]
"""For each target atom the source ranges it goes with."""

_LIKE = 0.72
"""Words at least so much alike are one word in two languages."""
_FAR = 0.2
"""What a word at the other end of the sentence is less alike."""


def links(source: str, target: str, atoms: Sequence[Atom], alignment: Alignment) -> Links:
    """For each target atom the source ranges it goes with.

    What is the same word in both languages is so whatever the attention says.

    Args:
        source: The source sentence.
        target: Its translation.
        atoms: The words of `target`.
        alignment: Aligned words as offsets; empty for none.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in atoms]
    for source_start, source_end, target_start, target_end in alignment:
        for index, atom in enumerate(atoms):
            if atom.start < target_end and target_start < atom.end:
                found[index].append((source_start, source_end))
    same = _same(source, target, atoms)
    owned = {link for link in same if link}
    return [
        [link] if link else [other for other in linked if other not in owned]
        for link, linked in zip(same, found, strict=True)
    ]


def _same(source: str, target: str, atoms: Sequence[Atom]) -> list[tuple[int, int] | None]:
    """Words that look alike, each source word once, the nearest in relative place."""
    free = [match.span() for match in WORD.finditer(source) if is_word(match.group())]
    found: list[tuple[int, int] | None] = []
    for atom in atoms:
        best, score = None, _LIKE
        for start, end in free if atom.word else ():
            alike = _alike(source[start:end], target[atom.start : atom.end])
            alike -= _FAR * abs(start / max(1, len(source)) - atom.start / max(1, len(target)))
            if alike > score:
                best, score = (start, end), alike
        if best:
            free.remove(best)
        found.append(best)
    return found


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.2
    first, second = (re.sub(r"[.,%‰\s]", "", word.casefold()) for word in (one, other))
    if first == second:
        return 1.1
    if min(len(first), len(second)) < 4 or first[:2] != second[:2]:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio() + 0.1
