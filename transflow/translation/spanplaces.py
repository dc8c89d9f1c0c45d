"""Which words of a translation belong to a part of the source sentence.

For each part the run of target words is chosen that holds most of the words that speak for it and
fewest of the others, the clearest part first.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from transflow.translation.smallwords import is_small
from transflow.translation.spanedges import drawn_in, fitted
from transflow.translation.spanevidence import Evidence
from transflow.translation.spanknown import known
from transflow.translation.spanpoints import Cover, guess, overlaps, point, suffix
from transflow.translation.spanscores import ALONE, CLEAR, Pair, Part
from transflow.translation.spanwords import is_private, is_word, meant, words

__all__ = ["Cover", "covers"]

_TRIED = 12
"""So many parts are compared at a time: sentences with more are no sentences."""
_WEAK, _ELSEWHERE = 0.2, 0.9
"""A word at the edge that speaks less for the part, and is aligned with others, is left out,"""
_OWES = 0.6
"""unless it owes the part so much of what the word does that owes it most, and the others have words of their own."""

_ONE = frozenset({"un", "une", "uno", "una"})
"""Articles that are numerals where English counts."""

_LEAST = 0.1
"""What a small word owes the part at least that it begins, of what the word does that owes it most."""

Run = tuple[int, int]
"""First and last atom of a range."""


def covers(
    source: str,
    target: str,
    parts: Sequence[Part],
    evidence: Evidence | None = None,
    *,
    solid: Collection[int] = (),
    drawn: Collection[int] = (),
) -> list[Cover]:
    """A target range for each part, nested as the parts are, those of siblings apart.

    Args:
        source: The source sentence.
        target: Its translation.
        parts: Outer before inner.
        evidence: An engine's opinion; None for none.
        solid: Indexes of the parts that are lost around nothing: they share a sibling's words.
        drawn: Indexes of the parts that keep out of punctuation.
    """
    pair = Pair(source, target, tuple(parts), evidence or Evidence())
    found: dict[int, Cover] = {-1: Cover(0, len(target), sure=True)}
    groups: dict[int, list[int]] = {}
    for index, (_, _, _, parent) in enumerate(parts):
        groups.setdefault(parent, []).append(index)
    # Parents come before what they hold: outer before inner.
    for parent in sorted(groups):
        waiting = list(groups[parent])
        taken: list[tuple[int, int]] = []
        while waiting:
            index, cover = _clearest(pair, waiting, found[parent], taken)
            if cover.end > cover.start:
                cover = _edged(pair, index, cover, found[parent], taken)
            if index in drawn:
                start, end = drawn_in(target, (cover.start, cover.end))
                cover = replace(cover, start=start, end=end)
            if index in solid and not _holds(pair, cover):
                cover = _shared(found, groups[parent], found[parent])
            found[index] = cover
            waiting.remove(index)
            if cover.end > cover.start:
                taken.append((cover.start, cover.end))
    return [found[index] for index in range(len(parts))]


def _holds(pair: Pair, cover: Cover) -> bool:
    """Whether a word is in a cover."""
    return any(is_word(letter) for letter in pair.target[cover.start : cover.end])


def _shared(found: dict[int, Cover], siblings: Sequence[int], room: Cover) -> Cover:
    """The words of a sibling, or all there is, for a part that no word is left for."""
    for sibling in siblings:
        cover = found.get(sibling)
        if cover and cover.start < cover.end and cover.within < 0:
            return replace(cover, sure=False, within=sibling)
    return replace(room, sure=False)


def _edged(
    pair: Pair, index: int, cover: Cover, room: Cover, taken: Sequence[tuple[int, int]]
) -> Cover:
    """The cover with what must be in it: code that was, and the punctuation that was."""
    start, end = pair.parts[index][:2]
    free = (
        max([room.start, *(right for _, right in taken if right <= cover.start)]),
        min([room.end, *(left for left, _ in taken if left >= cover.end)]),
    )
    held = [pair.target.find(letter) for letter in pair.source[start:end] if is_private(letter)]
    held = [at for at in held if free[0] <= at < free[1]]
    first, last = min([cover.start, *held]), max([cover.end, *(at + 1 for at in held)])
    first, last = fitted(pair.source, (start, end), pair.target, (first, last), free)
    return replace(cover, start=first, end=last)


def _clearest(
    pair: Pair, waiting: Sequence[int], room: Cover, taken: Sequence[tuple[int, int]]
) -> tuple[int, Cover]:
    """Of the parts that wait for a place, the one whose words are clearest, and its place.

    Parts without words of their own come last, so that they split no other part.
    """
    if room.start == room.end:
        return waiting[0], replace(room, sure=True)
    best: tuple[float, int, Cover] | None = None
    for index in waiting[:_TRIED]:
        start, end, *_ = pair.parts[index]
        if start == end:
            continue
        strength, cover = _range(pair, index, room, taken)
        if best is None or strength > best[0]:
            best = (strength, index, cover)
    if best:
        return best[1], best[2]
    return waiting[0], point(pair, waiting[0], room, taken)


def _range(
    pair: Pair, index: int, room: Cover, taken: Sequence[tuple[int, int]]
) -> tuple[float, Cover]:
    """The best run of atoms for a part, and how strongly it speaks for it."""
    start, end = pair.parts[index][:2]
    source, atoms = pair.source, pair.atoms
    if not taken and not source[:start].strip() and not source[end:].strip(" .!?。！？"):
        return 9.0, _whole(pair, end, room)
    if spot := known(pair, (start, end), room, taken):
        return 9.0, Cover(*spot, sure=True)
    if end_of_word := suffix(pair, index, room, taken):
        return 0.0, end_of_word
    scores = [
        pair.score(index, number)
        if room.start <= atom.start and atom.end <= room.end and not overlaps(atom, taken)
        else None
        for number, atom in enumerate(atoms)
    ]
    run, strength = _best_run(scores)
    grammar = all(is_small(word) for word in words(source[start:end]))
    if run is None or not _speaks(pair, run, grammar=grammar):
        # No word belongs to it more than to the rest: the one that does so most.
        run, strength = _nearest(pair, scores, grammar=grammar), 0.0
    if run is None:
        return -1.0, guess(pair, (start, end), room, taken)
    run = _grown(pair, index, run, scores)
    first, last = _trimmed(pair, index, run, scores)
    missed = any(
        (score or 0) > CLEAR and atoms[number].word and not first <= number <= last
        for number, score in enumerate(scores)
    )
    mixed = any((scores[number] or 0) < -CLEAR for number in range(first, last + 1))
    sure = strength > 0 and not missed and not mixed and not pair.lost(index)
    return strength, Cover(atoms[first].start, atoms[last].end, sure=sure)


def _speaks(pair: Pair, run: Run, *, grammar: bool) -> bool:
    """Whether a run holds a word that can be what is looked for."""
    inside = pair.atoms[run[0] : run[1] + 1]
    return any(atom.word if grammar else meant(pair.target, atom) for atom in inside)


def _nearest(pair: Pair, scores: Sequence[float | None], *, grammar: bool) -> Run | None:
    """The word with the best score, if any source word of the part has a link to it."""
    found = [
        (score, -number)
        for number, (score, atom) in enumerate(zip(scores, pair.atoms, strict=True))
        if score is not None
        and score > -CLEAR
        and score != -ALONE
        and (atom.word if grammar else meant(pair.target, atom))
    ]
    if not found:
        return None
    number = -max(found)[1]
    return number, number


def _grown(pair: Pair, index: int, run: Run, scores: Sequence[float | None]) -> Run:
    """The run with a neighbour that is nobody else's, if the part has more words than the run.

    Nobody else's: what the neighbour is linked with has another word of its own.
    """
    first, last = run
    atoms, target = pair.atoms, pair.target
    start, end = pair.parts[index][:2]
    if "\u4e00" <= target[atoms[first].start] <= "\u9fff":
        return run  # words are not counted the same way there
    wanted = sum(not is_small(word) for word in words(pair.source[start:end]))
    held = sum(meant(target, atom) for atom in atoms[first : last + 1])
    for _ in range(max(0, wanted - held)):
        for step, edge in ((1, last), (-1, first)):
            near = edge + step
            while 0 <= near < len(atoms) and atoms[near].word and not meant(target, atoms[near]):
                near += step
            if not 0 <= near < len(atoms) or scores[near] is None or not atoms[near].word:
                continue
            if _is_spare(pair, near):
                first, last = min(first, near), max(last, near)
                break
        else:
            break
    return first, last


def _is_spare(pair: Pair, number: int) -> bool:
    """Whether all that a word is linked with has another word of its own."""
    counts = Counter(link for linked in pair.links for link in set(linked))
    return all(counts[link] > 1 for link in pair.links[number])


def _trimmed(pair: Pair, index: int, run: Run, scores: Sequence[float | None]) -> Run:
    """The run without grammar at its edges, unless the source part has some there too."""
    first, last = run
    start, end = pair.parts[index][:2]
    inside = words(pair.source[start:end])
    strong = any((score or 0) > CLEAR for score in scores[first : last + 1])

    def loose(number: int, edge: str) -> bool:
        if not pair.atoms[number].word:
            return edge[:1].isalnum()
        if is_small(pair.word(number)):
            counts = edge.casefold() == "one" and pair.word(number).casefold() in _ONE
            return not is_small(edge) and not counts
        if pair.owed(index, number) >= _OWES and _is_spare(pair, number):
            return False
        return strong and (scores[number] or 0) < _WEAK and pair.linked(index, number) < -_ELSEWHERE

    while first < last and loose(first, inside[0] if inside else ""):
        first += 1
    while last > first and loose(last, inside[-1] if inside else ""):
        last -= 1
    while first and inside and is_small(inside[0]) and _leads(pair, index, first - 1, scores):
        first -= 1
    return first, last


def _leads(pair: Pair, index: int, number: int, scores: Sequence[float | None]) -> bool:
    """Whether a small word before a part's words is its own first one: `qui est gratuit`, for `which is free`."""
    word = pair.word(number)
    owes = pair.linked(index, number) > 0 and pair.owed(index, number) > _LEAST
    return owes and scores[number] is not None and word.isascii() and is_small(word)


def _whole(pair: Pair, end: int, room: Cover) -> Cover:
    """A part that is the whole sentence, or all but its full stop."""
    stop = room.end
    if pair.source[end:].strip():
        while stop > room.start and pair.target[stop - 1] in " .!?。！？":
            stop -= 1
    return Cover(room.start, stop, sure=True)


def _best_run(scores: Sequence[float | None]) -> tuple[Run | None, float]:
    """The run with the greatest sum, by Kadane's algorithm; None where no score is above zero."""
    best: Run | None = None
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
