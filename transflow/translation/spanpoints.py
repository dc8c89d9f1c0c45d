"""Where something stands that has no words of its own: a footnote mark, a line break, an anchor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.translation.spanscores import Pair
from transflow.translation.spanwords import WORD, Atom, is_word, meant

__all__ = ["Cover", "guess", "overlaps", "point", "suffix"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cover:
    """The target range of a part.

    Attributes:
        start: Offset.
        end: Offset.
        sure: Whether the evidence speaks for it clearly.
        within: Index of the sibling that it shares its words with; -1 for none.
    """

    start: int
    end: int
    sure: bool
    within: int = -1


def point(pair: Pair, index: int, room: Cover, taken: Sequence[Range]) -> Cover:
    """The place of what stands at an offset of the source.

    Behind what translates the word before it; before what translates the word behind it where it
    goes with that one, as anchors do.

    Args:
        pair: The sentence and its translation.
        index: The part.
        room: The range of the part around it.
        taken: Ranges of its siblings, which are not split.
    """
    source, atoms = pair.source, pair.atoms
    place, _, leads, _ = pair.parts[index]
    first, last = pair.around(index)
    if not source[first:place].strip():
        return Cover(room.start, room.start, sure=True)
    if not any(is_word(letter) for letter in source[place:last]):
        return _at_end(pair, (place, last), room)
    inside = [
        number
        for number, atom in enumerate(atoms)
        if room.start <= atom.start and atom.end <= room.end
    ]
    behind = WORD.search(source, place)
    if leads and behind:
        for number in inside:
            if _linked(pair, number, behind.span()):
                return replace(_outside(atoms[number].start, taken), sure=True)
    before = [match.span() for match in WORD.finditer(source[:place])]
    word = next((span for span in reversed(before) if is_word(source[span[0] :])), None)
    punctuated = bool(before) and not is_word(source[before[-1][0] :])
    for number in reversed(inside):
        if word and _linked(pair, number, word):
            end = atoms[number].end
            if punctuated and number + 1 in inside and not atoms[number + 1].word:
                end = atoms[number + 1].end
            return replace(_outside(end, taken), sure=True)
    goal = room.start + round((room.end - room.start) * (place - first) / max(1, last - first))
    ends = [atoms[number].end for number in inside]
    return _outside(min(ends, key=lambda each: abs(each - goal), default=room.end), taken)


def suffix(pair: Pair, index: int, room: Cover, taken: Sequence[Range]) -> Cover | None:
    """The place of a part that ends a number, as in `20<sup>th</sup>`: the end of its equal.

    It is around nothing where the translation writes no such end; None if a part is no such end.
    """
    start = pair.parts[index][0]
    before = [match for match in WORD.finditer(pair.source) if match.start() < start]
    stem = pair.source[before[-1].start() : start] if before else ""
    if not stem[-1:].isdigit() or not pair.source[start : start + 1].isalpha():
        return None
    for number, atom in enumerate(pair.atoms):
        inside = room.start <= atom.start and atom.end <= room.end and not overlaps(atom, taken)
        if inside and pair.word(number).startswith(stem):
            found = atom.start + len(stem)
            return Cover(found, atom.end, sure=atom.end > found)
    return None


def _linked(pair: Pair, number: int, word: Range) -> bool:
    return any(word[0] < right and left < word[1] for left, right in pair.links[number])


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
    free = [atom for atom in free if meant(pair.target, atom)] or free
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


def _at_end(pair: Pair, rest: Range, room: Cover) -> Cover:
    """Behind the last word: before or behind the end mark, as in the source."""
    end = room.end
    if pair.source[rest[0] : rest[1]].strip():
        while end > room.start and not is_word(pair.target[end - 1 :]):
            end -= 1
    return Cover(end, end, sure=True)


def _outside(place: int, taken: Sequence[Range]) -> Cover:
    """A place that splits no sibling's range."""
    for start, end in taken:
        if start < place < end:
            return Cover(end, end, sure=False)
    return Cover(place, place, sure=False)
