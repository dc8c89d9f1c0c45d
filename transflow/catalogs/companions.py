"""Sentences that share one translation: a reviewer wrote `[[merged]]` for those a neighbour holds."""

from collections.abc import Callable, Sequence

from transflow.model import MERGED

__all__ = ["Row", "companies", "host_of"]

Row = tuple[str, str]
"""A sentence and its translation."""

Apart = Callable[[int, int], bool]
"""Whether two neighbouring rows are known to stand in different paragraphs."""


def companies(rows: Sequence[Row], apart: Apart) -> dict[int, tuple[int, ...]]:
    """The rows that hold others, each with those it holds, in order."""
    hosts: dict[int, list[int]] = {}
    for at, (_, target) in enumerate(rows):
        if target == MERGED:
            host = host_of(rows, at, apart)
            if host is not None:
                hosts.setdefault(host, []).append(at)
    return {host: tuple(guests) for host, guests in hosts.items()}


def host_of(rows: Sequence[Row], at: int, apart: Apart = lambda *_: False) -> int | None:
    """The neighbour that took a sentence in: the one before it, unless the one behind it has room.

    What is longer than the rows' translations mostly are, by at least half of the sentence. None if
    neither neighbour in its paragraph has a translation.
    """
    before, after = _next(rows, at, -1, apart), _next(rows, at, 1, apart)
    if before is None or after is None:
        return after if before is None else before
    usual = sum(len(target) for _, target in rows if target != MERGED) / sum(
        len(source) for source, target in rows if target.strip()
    )
    room = _room(rows[after], usual) - _room(rows[before], usual)
    return after if room > usual * len(rows[at][0]) / 2 else before


def _room(row: Row, usual: float) -> float:
    return len(row[1]) - usual * len(row[0])


def _next(rows: Sequence[Row], at: int, step: int, apart: Apart) -> int | None:
    """The nearest row in a direction that is not merged itself, if it has a translation."""
    while True:
        here, at = at, at + step
        if not 0 <= at < len(rows) or apart(here, at):
            return None
        if rows[at][1] != MERGED:
            return at if rows[at][1].strip() else None
