"""Where something stands that has no words of its own: a footnote mark, a line break, an anchor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.translation.spanscores import Pair
from transflow.translation.spanwords import WORD, Atom, is_word

__all__ = ["Cover", "guess", "overlaps", "point"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cover:
    """The target range of a part, and whether the evidence speaks for it clearly."""

    start: int
    end: int
    sure: bool


def point(pair: Pair, place: int, room: Cover, taken: Sequence[Range]) -> Cover:
    """The place of what stands at an offset of the source: behind what translates the word before.

    Args:
        pair: The sentence and its translation.
        place: Offset in the source.
        room: The range of the part around it.
        taken: Ranges of its siblings, which are not split.
    """
    source, target, atoms = pair.source, pair.target, pair.atoms
    if not source[:place].strip():
        return Cover(room.start, room.start, sure=True)
    if not re.search(r"\w", source[place:]):
        return _at_end(source, target, place, room)
    before = [match.span() for match in WORD.finditer(source[:place])]
    word = next((span for span in reversed(before) if is_word(source[span[0] :])), None)
    punctuated = bool(before) and not is_word(source[before[-1][0] :])
    for index in range(len(atoms) - 1, -1, -1):
        atom = atoms[index]
        if word is None or not room.start <= atom.start or atom.end > room.end:
            continue
        if any(word[0] < right and left < word[1] for left, right in pair.links[index]):
            end = atom.end
            if (
                punctuated
                and end < room.end
                and index + 1 < len(atoms)
                and not atoms[index + 1].word
            ):
                end = atoms[index + 1].end
            return replace(_outside(end, taken), sure=True)
    goal = room.start + round((room.end - room.start) * place / max(1, len(source)))
    ends = [atom.end for atom in atoms if room.start <= atom.start and atom.end <= room.end]
    return _outside(min(ends, key=lambda each: abs(each - goal), default=room.end), taken)


def guess(pair: Pair, part: Range, room: Cover, taken: Sequence[Range]) -> Cover:
    """Words at about the same place in the sentence."""
    size = max(1, len(pair.source))
    width = room.end - room.start
    left = room.start + round(width * part[0] / size)
    right = room.start + max(round(width * part[1] / size), 1)
    free = [
        atom
        for atom in pair.atoms
        if atom.word
        and room.start <= atom.start
        and atom.end <= room.end
        and not overlaps(atom, taken)
    ]
    chosen = [atom for atom in free if atom.start < right and left < atom.end]
    if not chosen and free:
        chosen = [min(free, key=lambda atom: abs(atom.start - left))]
    if not chosen:
        inside = [each for each in taken if room.start <= each[0] and each[1] <= room.end]
        start = max((end for _, end in inside), default=room.start)
        return Cover(start, room.end, sure=False)
    first = chosen[0].start
    last = first
    for atom in chosen:
        if any(first <= start < atom.end for start, _ in taken):
            break
        last = atom.end
    return Cover(first, last, sure=False)


def overlaps(atom: Atom, taken: Sequence[Range]) -> bool:
    """Whether an atom is in one of the ranges, or partly."""
    return any(start < atom.end and atom.start < end for start, end in taken)


def _at_end(source: str, target: str, place: int, room: Cover) -> Cover:
    """Behind the last word: before or behind the end mark, as in the source."""
    tail = source[place:].strip()
    end = room.end
    if tail:
        while end > room.start and not target[end - 1].isalnum():
            end -= 1
    return Cover(end, end, sure=True)


def _outside(place: int, taken: Sequence[Range]) -> Cover:
    """A place that splits no sibling's range."""
    for start, end in taken:
        if start < place < end:
            return Cover(end, end, sure=False)
    return Cover(place, place, sure=False)
