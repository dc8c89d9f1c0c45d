"""Sentences that a reviewer rendered in a neighbour's translation: `[[merged]]`."""

from collections.abc import Iterable, Iterator

from transflow.bcp47 import sentence_space
from transflow.checks.context import CheckContext
from transflow.checks.rule import Pair, Rule
from transflow.model import MERGED, Entry, Severity, State

__all__ = ["RULES", "paired"]


def paired(entries: Iterable[Entry], context: CheckContext) -> list[Pair]:
    """The entries as pairs, obsolete ones passed over.

    A sentence that is merged makes no pair of its own: its words, numbers, terms and markup are
    looked for in the translation that took it in.
    """
    rows = [Pair(entry, context) for entry in entries if entry.state is not State.OBSOLETE]
    if not any(MERGED in pair.target for pair in rows):
        return rows
    hosts: dict[int, list[int]] = {}
    for at, pair in enumerate(rows):
        if pair.target == MERGED:
            host = _host(rows, at)
            hosts.setdefault(at if host is None else host, []).append(at)
    merged = {at for guests in hosts.values() for at in guests} - set(hosts)
    space = sentence_space(context.source_locale)
    return [
        pair if at not in hosts else pair.along(_source(rows, at, hosts[at], space))
        for at, pair in enumerate(rows)
        if at not in merged
    ]


def _source(rows: list[Pair], host: int, guests: list[int], space: str) -> str:
    return space.join(rows[at].source for at in sorted({host, *guests}))


def _host(rows: list[Pair], at: int) -> int | None:
    """The neighbour that took a sentence in: the one before it, unless the one behind it has room.

    What is longer than the catalog's translations mostly are, by at least half of the sentence.
    """
    before, after = _next(rows, at, -1), _next(rows, at, 1)
    if before is None or after is None:
        return after if before is None else before
    usual = sum(len(row.target) for row in rows if row.target != MERGED) / sum(
        len(row.source) for row in rows if row.target.strip()
    )
    room = _room(rows[after], usual) - _room(rows[before], usual)
    return after if room > usual * len(rows[at].source) / 2 else before


def _room(pair: Pair, usual: float) -> float:
    return len(pair.target) - usual * len(pair.source)


def _next(rows: list[Pair], at: int, step: int) -> int | None:
    """The nearest entry in a direction that is not merged itself, if it has a translation."""
    at += step
    while 0 <= at < len(rows) and rows[at].target == MERGED:
        at += step
    return at if 0 <= at < len(rows) and rows[at].target.strip() else None


def _merged(pair: Pair) -> Iterator[str]:
    if pair.target == MERGED:
        yield "no neighbouring sentence has a translation that could hold this one"
    elif MERGED in pair.target:
        yield f"{MERGED} stands alone in an entry; a page would show it"


RULES = (
    Rule(
        "merged",
        Severity.ERROR,
        "`[[merged]]` beside other words, or where no neighbour has a translation.",
        "None: a page would show the mark, or nothing of the sentence.",
        _merged,
    ),
)
