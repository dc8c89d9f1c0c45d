"""Which words of a translation belong to a part of the source sentence.

For each part the run of target words is chosen that holds most of the words aligned with it and
fewest of the others. Without an alignment links are guessed: words that stay what they are
(names, numbers, cognates), and the place in the sentence.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from transflow.translation.smallwords import han_word, is_small

__all__ = ["Cover", "covers"]

Alignment = Sequence[tuple[int, int, int, int]]

_WORD = re.compile(
    r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff65\u0e00-\u0e7f]"
    r"|\d+(?:[.,\u00a0\u202f ]\d+)*%?"
    r"|[^\W\d_\u2e80-\u9fff\uff01-\uff65]{1,2}['’](?=\w)"
    r"|(?:[^\W\d_\u2e80-\u9fff\uff01-\uff65]|['’](?=\w))+(?:[-·](?=\w))?"
    r"|\S"
)
_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?|[\d,.]+[万亿]")
_CLEAR = 0.5
_TRIED = 12
"""So many parts are compared at a time: sentences with more are no sentences."""
_ALONE = 0.35
"""What an unaligned word inside a run costs: a function word may belong to it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The target range of a part, and whether the alignment speaks for it clearly."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    word: bool
    """A letter or digit, not punctuation."""


def covers(
    source: str,
    target: str,
    parts: Sequence[tuple[int, int, bool, int]],
    alignment: Alignment = (),
) -> list[Cover]:
    """A target range for each part, nested as the parts are, those of siblings apart.

    Args:
        source: The source sentence.
        target: Its translation.
        parts: (start, end, atomic, index of the part around it or -1), outer before inner.
        alignment: Aligned words as offsets; empty for none.
    """
    atoms = _atoms(target)
    links = _links(source, target, atoms, alignment)
    found: dict[int, Cover] = {-1: Cover(0, len(target), sure=True)}
    groups: dict[int, list[int]] = {}
    for index, (_, _, _, parent) in enumerate(parts):
        groups.setdefault(parent, []).append(index)
    # Parents come before what they hold: outer before inner.
    for parent in sorted(groups):
        waiting = groups[parent]
        taken: list[tuple[int, int]] = []
        while waiting:
            index, cover = _clearest(
                source, target, [(each, parts[each][:2]) for each in waiting], found[parent],
                taken=taken, atoms=atoms, links=links,
            )  # fmt: skip
            found[index] = cover
            waiting.remove(index)
            if cover.end > cover.start:
                taken.append((cover.start, cover.end))
    return [found[index] for index in range(len(parts))]


def _clearest(
    source: str,
    target: str,
    parts: Sequence[tuple[int, tuple[int, int]]],
    room: Cover,
    *,
    taken: Sequence[tuple[int, int]],
    atoms: Sequence[_Atom],
    links: Sequence[Sequence[tuple[int, int]]],
) -> tuple[int, Cover]:
    """Of the parts that wait for a place, the one whose words are clearest, and its place.

    Parts without words of their own come last, so that they split no other part.
    """
    if room.start == room.end:
        return parts[0][0], replace(room, sure=True)
    best: tuple[float, int, Cover] | None = None
    for index, part in parts[:_TRIED]:
        if part[0] == part[1]:
            continue
        strength, cover = _range(source, target, part, room, taken, atoms=atoms, links=links)
        if best is None or strength > best[0]:
            best = (strength, index, cover)
    if best:
        return best[1], best[2]
    index, part = parts[0]
    return index, _point(source, target, part[0], room, taken, atoms=atoms, links=links)


def _atoms(text: str) -> list[_Atom]:
    """The words of a text; Chinese ones by a list of words, else letter by letter."""
    atoms: list[_Atom] = []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        if "\u4e00" <= text[start] <= "\u9fff":
            end = start + han_word(text[start : start + 4])
        elif text[start].isdigit() and (date := _DATE.match(text, start)):
            end = date.end()
        atoms.append(_Atom(start, end, word=text[start].isalnum()))
        at = end
    return atoms


def _links(
    source: str, target: str, atoms: Sequence[_Atom], alignment: Alignment
) -> list[list[tuple[int, int]]]:
    """For each target atom the source ranges it is aligned with."""
    links: list[list[tuple[int, int]]] = [[] for _ in atoms]
    guesses = _guessed(source, target, atoms)
    if not alignment:
        return guesses
    for source_start, source_end, target_start, target_end in alignment:
        for index, atom in enumerate(atoms):
            if atom.start < target_end and target_start < atom.end:
                links[index].append((source_start, source_end))
    # What is the same word in both languages is so whatever the attention says.
    owned = {link for guess in guesses for link in guess}
    return [
        guess or [link for link in linked if link not in owned]
        for guess, linked in zip(guesses, links, strict=True)
    ]


def _guessed(source: str, target: str, atoms: Sequence[_Atom]) -> list[list[tuple[int, int]]]:
    """Links of words that look alike, each source word once, the nearest in relative place."""
    words = [match.span() for match in _WORD.finditer(source) if match.group()[0].isalnum()]
    free = set(range(len(words)))
    links: list[list[tuple[int, int]]] = [[] for _ in atoms]
    for index, atom in enumerate(atoms):
        if not atom.word:
            continue
        place = atom.start / max(1, len(target))
        best, score = -1, 0.72
        for number in free:
            start, end = words[number]
            alike = _alike(source[start:end], target[atom.start : atom.end])
            alike -= 0.2 * abs(start / max(1, len(source)) - place)
            if alike > score:
                best, score = number, alike
        if best >= 0:
            free.discard(best)
            links[index].append(words[best])
    return links


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.2
    first, second = re.sub(r"[.,\s]", "", one.casefold()), re.sub(r"[.,\s]", "", other.casefold())
    if first == second:
        return 1.1
    if min(len(first), len(second)) < 4 or first[:2] != second[:2]:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio() + 0.1


def _range(
    source: str,
    target: str,
    part: tuple[int, int],
    room: Cover,
    taken: Sequence[tuple[int, int]],
    *,
    atoms: Sequence[_Atom],
    links: Sequence[Sequence[tuple[int, int]]],
) -> tuple[float, Cover]:
    """The best run of atoms for a part, and how strongly it speaks for it."""
    start, end = part
    if source[:start].strip() == "" and source[end:].strip(" .!?。！？") == "" and not taken:
        return 9.0, _whole(source, target, end, room)
    scores: list[float | None] = []
    for atom, linked in zip(atoms, links, strict=True):
        clear = room.start <= atom.start and atom.end <= room.end and not _overlaps(atom, taken)
        scores.append(_score(source, target, atom, linked, part) if clear else None)
    run, strength = _best_run(scores)
    grammar = all(is_small(word) for word in _words(source[start:end]))
    if run is None or not _speaks(target, atoms, run, grammar=grammar):
        # No word belongs to it more than to the rest: the one that does so most.
        run, strength = _nearest(target, scores, atoms, grammar=grammar), 0.0
    if run is None:
        return -1.0, _proportional(source, part, room, taken, atoms=atoms)
    run = _grown(source[start:end], target, atoms, run, scores=scores, links=links)
    first, last = _trimmed(source[start:end], target, atoms, run)
    missed = any(
        (score or 0) > _CLEAR and atoms[number].word and not first <= number <= last
        for number, score in enumerate(scores)
    )
    mixed = any((scores[number] or 0) < -_CLEAR for number in range(first, last + 1))
    sure = strength > 0 and not missed and not mixed
    return strength, Cover(atoms[first].start, atoms[last].end, sure=sure)


def _words(text: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(text) if match.group()[0].isalnum()]


def _meant(target: str, atom: _Atom) -> bool:
    """Whether a target word carries meaning."""
    return atom.word and not is_small(target[atom.start : atom.end])


def _speaks(target: str, atoms: Sequence[_Atom], run: tuple[int, int], *, grammar: bool) -> bool:
    """Whether a run holds a word that can be what is looked for."""
    inside = atoms[run[0] : run[1] + 1]
    return any(atom.word if grammar else _meant(target, atom) for atom in inside)


def _nearest(
    target: str, scores: Sequence[float | None], atoms: Sequence[_Atom], *, grammar: bool
) -> tuple[int, int] | None:
    """The word with the best score, if any source word of the part has a link to it."""
    words = [
        (score, -number)
        for number, score in enumerate(scores)
        if score is not None
        and score > -_CLEAR
        and score != -_ALONE
        and (atoms[number].word if grammar else _meant(target, atoms[number]))
    ]
    if not words:
        return None
    number = -max(words)[1]
    return number, number


def _grown(
    text: str,
    target: str,
    atoms: Sequence[_Atom],
    run: tuple[int, int],
    *,
    scores: Sequence[float | None],
    links: Sequence[Sequence[tuple[int, int]]],
) -> tuple[int, int]:
    """The run with a neighbour that is nobody else's, if the part has more words than the run.

    Nobody else's: what the neighbour is linked with has another word of its own.
    """
    first, last = run
    if "\u4e00" <= target[atoms[first].start] <= "\u9fff":
        return run  # words are not counted the same way there
    wanted = sum(not is_small(word) for word in _words(text))
    held = sum(_meant(target, atom) for atom in atoms[first : last + 1])
    counts = Counter(link for linked in links for link in set(linked))
    for _ in range(max(0, wanted - held)):
        for step, edge in ((1, last), (-1, first)):
            near = edge + step
            while 0 <= near < len(atoms) and atoms[near].word and not _meant(target, atoms[near]):
                near += step
            if not 0 <= near < len(atoms) or scores[near] is None or not atoms[near].word:
                continue
            if all(counts[link] > 1 for link in links[near]):
                first, last = min(first, near), max(last, near)
                break
        else:
            break
    return first, last


def _score(
    source: str, target: str, atom: _Atom, linked: Sequence[tuple[int, int]], part: tuple[int, int]
) -> float:
    """How much a target word speaks for (up to 1) or against (down to -1) belonging to a part."""
    start, end = part
    weights = [_weight(source[left:right]) for left, right in linked]
    total = sum(weights)
    if not total:
        return -_ALONE
    inside = sum(
        weight
        for (left, right), weight in zip(linked, weights, strict=True)
        if start < right and left < end
    )
    score = 2 * inside / total - 1
    if not atom.word:
        return min(score, 0.1) * 0.3
    if is_small(target[atom.start : atom.end]):
        return score * _ALONE
    return score if max(weights) == 1 else score * 0.6


def _weight(word: str) -> float:
    return 0.2 if is_small(word) or not word[:1].isalnum() else 1.0


def _trimmed(
    text: str, target: str, atoms: Sequence[_Atom], run: tuple[int, int]
) -> tuple[int, int]:
    """The run without grammar at its edges, unless the source part has some there too."""
    first, last = run
    words = [match.group() for match in _WORD.finditer(text)]

    def loose(index: int, edge: str) -> bool:
        atom = atoms[index]
        small = is_small(target[atom.start : atom.end])
        return (not atom.word and edge.isalnum()) or (small and not is_small(edge))

    while first < last and loose(first, words[0] if words else ""):
        first += 1
    while last > first and loose(last, words[-1] if words else ""):
        last -= 1
    return first, last


def _whole(source: str, target: str, end: int, room: Cover) -> Cover:
    """A part that is the whole sentence, or all but its full stop."""
    stop = room.end
    if source[end:].strip():
        while stop > room.start and target[stop - 1] in " .!?。！？":
            stop -= 1
    return Cover(room.start, stop, sure=True)


def _best_run(scores: Sequence[float | None]) -> tuple[tuple[int, int] | None, float]:
    """The run with the greatest sum, by Kadane's algorithm; None where no score is above zero."""
    best: tuple[int, int] | None = None
    best_sum, total, first = 0.0, 0.0, 0
    for index, score in enumerate(scores):
        if score is None:
            total, first = 0.0, index + 1
            continue
        if total <= 0:
            total, first = 0.0, index
        total += score
        if total > best_sum + 1e-9:
            best_sum, best = total, (first, index)
    return best, best_sum


def _overlaps(atom: _Atom, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < atom.end and atom.start < end for start, end in taken)


def _proportional(
    source: str,
    part: tuple[int, int],
    room: Cover,
    taken: Sequence[tuple[int, int]],
    *,
    atoms: Sequence[_Atom],
) -> Cover:
    """Words at about the same place in the sentence: a guess."""
    size = max(1, len(source))
    width = room.end - room.start
    left = room.start + round(width * part[0] / size)
    right = room.start + max(round(width * part[1] / size), 1)
    free = [
        atom
        for atom in atoms
        if atom.word
        and room.start <= atom.start
        and atom.end <= room.end
        and not _overlaps(atom, taken)
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


def _point(
    source: str,
    target: str,
    place: int,
    room: Cover,
    taken: Sequence[tuple[int, int]],
    *,
    atoms: Sequence[_Atom],
    links: Sequence[Sequence[tuple[int, int]]],
) -> Cover:
    """Where something without words stands: behind the word that translates the one before it."""
    if not source[:place].strip():
        return Cover(room.start, room.start, sure=True)
    if not re.search(r"\w", source[place:]):
        return _at_end(source, target, place, room)
    before = [match.span() for match in _WORD.finditer(source[:place])]
    word = next((span for span in reversed(before) if source[span[0]].isalnum()), None)
    punctuated = bool(before) and not source[before[-1][0]].isalnum()
    for index in range(len(atoms) - 1, -1, -1):
        atom = atoms[index]
        if word is None or not room.start <= atom.start or atom.end > room.end:
            continue
        if any(word[0] < right and left < word[1] for left, right in links[index]):
            end = atom.end
            if (
                punctuated
                and end < room.end
                and index + 1 < len(atoms)
                and not atoms[index + 1].word
            ):
                end = atoms[index + 1].end
            return replace(_outside(end, taken), sure=True)
    size = max(1, len(source))
    goal = room.start + round((room.end - room.start) * place / size)
    ends = [atom.end for atom in atoms if room.start <= atom.start and atom.end <= room.end]
    end = min(ends, key=lambda each: abs(each - goal), default=room.end)
    return _outside(end, taken)


def _at_end(source: str, target: str, place: int, room: Cover) -> Cover:
    """Behind the last word: before or behind the end mark, as in the source."""
    tail = source[place:].strip()
    end = room.end
    if tail:
        while end > room.start and not target[end - 1].isalnum():
            end -= 1
    return Cover(end, end, sure=True)


def _outside(place: int, taken: Sequence[tuple[int, int]]) -> Cover:
    """A place that splits no sibling's range."""
    for start, end in taken:
        if start < place < end:
            return Cover(end, end, sure=False)
    return Cover(place, place, sure=False)
