"""Keep the cuts that catalogs already have.

A unit whose text has not changed keeps the sentences it was cut into when people translated
them, whatever today's rules would say: a better rule must not throw reviewed entries away.
"""

from collections.abc import Collection
from itertools import pairwise

__all__ = ["retile"]

_LEAD = 6


def retile(text: str, known: Collection[str]) -> list[tuple[int, int]] | None:
    """Cut `text` into pieces that are all in `known`, white space aside.

    Args:
        text: A unit's text.
        known: Texts (msgids) that existing catalogs of the article hold.

    Returns:
        Ranges of the pieces in `text`, white space between them excluded; None where `text`
        cannot be covered whole. Longer pieces are tried first.
    """
    places = [index for index, char in enumerate(text) if not char.isspace()]
    if not places:
        return None
    bare = "".join(text[index] for index in places)
    lengths = _tile(bare, _by_lead(known))
    if lengths is None:
        return None
    ranges, at = [], 0
    for length in lengths:
        ranges.append((places[at], places[at + length - 1] + 1))
        at += length
    return ranges


def _by_lead(known: Collection[str]) -> dict[str, list[str]]:
    """The known texts without white space, by their first letters, longest first."""
    table: dict[str, set[str]] = {}
    for text in known:
        bare = "".join(text.split())
        if bare:
            table.setdefault(bare[:_LEAD], set()).add(bare)
    return {
        lead: sorted(bares, key=lambda bare: (-len(bare), bare)) for lead, bares in table.items()
    }


def _tile(bare: str, table: dict[str, list[str]]) -> list[int] | None:
    """Lengths of known pieces that cover `bare`; depth first, dead ends remembered."""
    dead: set[int] = set()
    path: list[tuple[int, list[int]]] = [(0, _fitting(bare, 0, table))]
    while path:
        at, choices = path[-1]
        if at == len(bare):
            stops = [place for place, _ in path]
            return [after - before for before, after in pairwise(stops)]
        while choices and at + choices[0] in dead:
            choices.pop(0)
        if not choices:
            dead.add(at)
            path.pop()
            continue
        target = at + choices.pop(0)
        path.append((target, _fitting(bare, target, table)))
    return None


def _fitting(bare: str, at: int, table: dict[str, list[str]]) -> list[int]:
    return [
        len(piece)
        for size in range(_LEAD, 0, -1)
        for piece in table.get(bare[at : at + size], ())
        if (size == _LEAD or len(piece) == size) and bare.startswith(piece, at)
    ]
