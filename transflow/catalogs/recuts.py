"""Sentences that were split or joined: the old words are offered in their new cut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transflow.catalogs.predecessors import gaps, similarity

__all__ = ["Recut", "recuts"]

_LIKE = 0.8
"""Least likeness of the pieces, put together, with the whole."""
_BETTER = 0.08
"""How much better the pieces together must fit than the best of them alone."""
_CELLS = 40_000
"""Most pairs, old times new sentences, among which splits and joins are looked for."""
_MOST = 3
"""Most pieces that are looked for."""


@dataclass(frozen=True, slots=True)
class Recut:
    """One old sentence that became several, or several that became one."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def recuts(
    old: Sequence[str],
    new: Sequence[str],
    same: Mapping[int, int],
    candidates: frozenset[int],
    wanted: frozenset[int],
) -> tuple[Recut, ...]:
    """Find splits and joins; arguments as `predecessors`.

    Anywhere in the article, or between sentences that did not change where very many changed.
    """
    found: list[tuple[float, Recut]] = []
    free = sorted(set(candidates) - set(same.values()))
    places = [(free, sorted(wanted))]
    if len(free) * len(wanted) > _CELLS:
        places = [
            ([i for i in free if low <= i < high], [i for i in gap if i in wanted])
            for gap, low, high in gaps(len(old), len(new), same)
        ]
    for before, after in places:
        if len(before) * len(after) > _CELLS:
            continue
        for whole in before:
            found += [
                (score, Recut((whole,), pieces))
                for pieces in _windows(after)
                if (score := _fit(old[whole], [new[index] for index in pieces]))
            ]
        for whole in after:
            found += [
                (score, Recut(pieces, (whole,)))
                for pieces in _windows(before)
                if (score := _fit(new[whole], [old[index] for index in pieces]))
            ]
    return _compatible(found)


def _windows(indices: Sequence[int]) -> list[tuple[int, ...]]:
    """Runs of two and three neighbours."""
    return [
        tuple(indices[at : at + size])
        for size in range(2, _MOST + 1)
        for at in range(len(indices) - size + 1)
        if indices[at + size - 1] - indices[at] == size - 1
    ]


def _fit(whole: str, pieces: Sequence[str]) -> float:
    """How well the pieces make up the whole; 0 where one of them alone explains it."""
    if abs(len(whole) - sum(map(len, pieces))) > max(len(whole) // 3, 8):
        return 0.0
    score = similarity(whole, " ".join(pieces))
    if score < _LIKE or score < max(similarity(whole, piece) for piece in pieces) + _BETTER:
        return 0.0
    return score


def _compatible(found: list[tuple[float, Recut]]) -> tuple[Recut, ...]:
    """The best first, no sentence in two of them."""
    taken: set[tuple[str, int]] = set()
    result: list[Recut] = []
    for _, recut in sorted(found, key=lambda item: (-item[0], item[1].old, item[1].new)):
        used = {("old", i) for i in recut.old} | {("new", i) for i in recut.new}
        if taken.isdisjoint(used):
            taken |= used
            result.append(recut)
    return tuple(result)
