"""Which old sentence a new one comes from: by its neighbours and by its wording, in document order.

Between two sentences that did not change, old and new are aligned without crossing; what is left
is compared with all that is left, with more likeness asked for, because then only the wording
speaks.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

__all__ = ["gaps", "nearest", "predecessors", "similarity"]

NEAR = 0.5
"""Least likeness between neighbours that did not change."""
FAR = 0.7
"""Least likeness anywhere in the article."""
_CELLS = 250_000
"""Largest table of an alignment; larger ones are compared without order."""
_COMPARED = 12
"""How many old sentences a new one is compared with where only the wording speaks."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+|[^\w\s]")


def similarity(one: str, other: str) -> float:
    """Likeness of two sentences, 0 to 1: half by letters, half by words.

    Letters alone find any two English sentences half alike; words alone find none in a corrected
    spelling.
    """
    letters = fuzz.ratio(one, other)
    if letters < 40:
        return 0.0
    words = fuzz.ratio(_WORD.findall(one), _WORD.findall(other))
    return (letters + words) / 200


def nearest(text: str, others: Sequence[str]) -> str:
    """The sentence most like another, empty if none is so like it that it could come of it."""
    found = process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=100 * FAR)
    return found[0] if found and similarity(text, found[0]) >= FAR else ""


def predecessors(
    old: Sequence[str],
    new: Sequence[str],
    same: Mapping[int, int],
    candidates: frozenset[int],
    wanted: frozenset[int],
) -> dict[int, int]:
    """Find the old sentence of each new one that has no exact match.

    Args:
        old: Old sentences in document order.
        new: New sentences in document order.
        same: New index -> old index of what did not change.
        candidates: Old indices that may be predecessors.
        wanted: New indices that look for one.

    Returns:
        New index -> old index; no old sentence twice.
    """
    found: dict[int, int] = {}
    free = set(candidates) - set(same.values())
    for gap, low, high in gaps(len(old), len(new), same):
        run = [index for index in gap if index in wanted]
        between = [index for index in range(low, high) if index in free]
        pairs = _aligned([old[i] for i in between], [new[i] for i in run])
        for position, choice in pairs:
            found[run[position]] = between[choice]
            free.discard(between[choice])
    left = [index for index in sorted(wanted) if index not in found]
    found.update(_anywhere(old, new, left, sorted(free)))
    return found


def gaps(old_size: int, new_size: int, same: Mapping[int, int]) -> list[tuple[list[int], int, int]]:
    """Runs of new indices without a match, each with the range of old indices they lie between.

    What moved is no landmark: of the matches only the longest row that kept its order counts.
    """
    landmarks = _in_order(same)
    result: list[tuple[list[int], int, int]] = []
    run: list[int] = []
    low = 0
    for index in range(new_size):
        if index in landmarks:
            if run:
                result.append((run, low, same[index]))
            run, low = [], same[index] + 1
        elif index not in same:
            run.append(index)
    return [*result, (run, low, old_size)] if run else result


def _in_order(same: Mapping[int, int]) -> frozenset[int]:
    """New indices of the longest row of matches whose old indices rise (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: dict[int, int] = {}
    for new in sorted(same):
        at = bisect_left(tops, same[new])
        if at:
            before[new] = piles[at - 1]
        tops[at : at + 1], piles[at : at + 1] = [same[new]], [new]
    found: set[int] = set()
    last = piles[-1] if piles else None
    while last is not None:
        found.add(last)
        last = before.get(last)
    return frozenset(found)


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """(new, old) positions of the best alignment without crossings."""
    if not old or not new or len(old) * len(new) > _CELLS:
        return []
    gains = [[max(0.0, similarity(o, n) - NEAR) for o in old] for n in new]
    best = [[0.0] * (len(old) + 1) for _ in range(len(new) + 1)]
    for row, line in enumerate(gains, 1):
        for column, gain in enumerate(line, 1):
            best[row][column] = max(
                best[row - 1][column], best[row][column - 1], best[row - 1][column - 1] + gain
            )
    pairs: list[tuple[int, int]] = []
    row, column = len(new), len(old)
    while row and column:
        gain = gains[row - 1][column - 1]
        if gain > 0 and best[row][column] == best[row - 1][column - 1] + gain:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif best[row][column] == best[row - 1][column]:
            row -= 1
        else:
            column -= 1
    return pairs


def _anywhere(
    old: Sequence[str], new: Sequence[str], left: Sequence[int], free: Sequence[int]
) -> dict[int, int]:
    likely = _sharing(old, new, left, free)
    scores = sorted(((similarity(old[o], new[n]), -n, -o) for n, o in likely), reverse=True)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, n, o in scores:
        if score < FAR:
            break
        if -n not in found and -o not in taken:
            found[-n] = -o
            taken.add(-o)
    return found


def _sharing(
    old: Sequence[str], new: Sequence[str], left: Sequence[int], free: Sequence[int]
) -> list[tuple[int, int]]:
    """(new, old) pairs worth comparing: for each new sentence the old ones with most words of it."""
    holders: dict[str, list[int]] = {}
    for index in free:
        for word in set(_WORD.findall(old[index])):
            holders.setdefault(word, []).append(index)
    pairs: list[tuple[int, int]] = []
    for index in left:
        shared: Counter[int] = Counter()
        for word in sorted(set(_WORD.findall(new[index]))):
            shared.update(holders.get(word, ()))
        pairs += [(index, other) for other, _ in shared.most_common(_COMPARED)]
    return pairs
