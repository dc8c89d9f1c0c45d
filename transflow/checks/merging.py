"""Sentences that a reviewer rendered in a neighbour's translation: `[[merged]]`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from transflow.bcp47 import sentence_space
from transflow.catalogs.companions import companies
from transflow.checks.context import CheckContext
from transflow.checks.rule import Pair, Rule
from transflow.model import MERGED, Entry, Severity, State

__all__ = ["MEANT", "RULES", "paired"]

MEANT = re.compile(r"\[\[? ?merged ?\]\]?", re.IGNORECASE)
"""The mark of a merged sentence, and what is typed for it."""


def paired(entries: Iterable[Entry], context: CheckContext) -> list[Pair]:
    """The entries as pairs, obsolete ones passed over.

    A sentence that is merged makes no pair of its own: its words, numbers, terms and markup are
    looked for in the translation that took it in.
    """
    pairs = [Pair(entry, context) for entry in entries if entry.state is not State.OBSOLETE]
    if not any(MERGED in pair.target for pair in pairs):
        return pairs
    rows = [(pair.source, pair.target) for pair in pairs]
    where = context.paragraphs() if context.paragraphs else {}

    def apart(one: int, other: int) -> bool:
        mine, its = where.get(rows[one][0]), where.get(rows[other][0])
        if mine and its:
            return not mine & its
        return _kind(pairs[one]) != _kind(pairs[other])

    hosts = companies(rows, apart)
    merged = {at for guests in hosts.values() for at in guests}
    space = sentence_space(context.source_locale)
    return [
        pair if at not in hosts else pair.along(_source(pairs, at, hosts[at], space))
        for at, pair in enumerate(pairs)
        if at not in merged
    ]


def _kind(pair: Pair) -> str:
    """The kind of a sentence's paragraph, as its `#.` line names it."""
    return next(iter(pair.entry.extracted), "").partition(":")[0].strip()


def _source(pairs: Sequence[Pair], host: int, guests: Iterable[int], space: str) -> str:
    return space.join(pairs[at].source for at in sorted({host, *guests}))


def _merged(pair: Pair) -> Iterator[str]:
    if pair.target == MERGED:
        yield "no other sentence of its paragraph has a translation that could hold this one"
    elif MERGED in pair.target:
        yield f"{MERGED} stands alone in an entry; a page would show it"
    elif MEANT.search(pair.target) and not MEANT.search(pair.source):
        yield f"did you mean {MERGED}? It is written just like that, and stands alone"


RULES = (
    Rule(
        "merged",
        Severity.ERROR,
        "`[[merged]]` beside other words, or where no other sentence of its paragraph has a translation.",
        "None: a page would show the mark, or nothing of the sentence.",
        _merged,
    ),
)
