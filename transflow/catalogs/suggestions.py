"""What the memory knows of like sentences, as translator comments: every editor shows those."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.drafts import DOUBT
from transflow.catalogs.provenance import without_provenance
from transflow.catalogs.states import derive
from transflow.model import State

__all__ = ["Suggestion", "suggested", "without_suggestions"]

_LINE = re.compile(r" memory \d+%: ")
_OPEN = frozenset({State.UNTRANSLATED, State.DRAFT, State.CHANGED, State.UNCONFIRMED})
"""States in which somebody still has to find words."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An earlier translation of a like sentence."""

    score: int
    """Likeness in percent."""
    source: str
    target: str


def suggested(catalog: Catalog, found: Mapping[tuple[str, str], Sequence[Suggestion]]) -> Catalog:
    """The catalog with these suggestions, in place of those it had; itself where they are the same.

    Args:
        catalog: The catalog.
        found: (msgctxt, msgid) -> suggestions, the best first.
    """
    blocks = tuple(
        _with(block, found.get(key_of(block), ()))
        if derive(block, catalog.rules, guarded=catalog.guarded) in _OPEN
        else block
        for block in catalog.blocks
    )
    return catalog.changed(blocks, None)


def without_suggestions(comments: Sequence[str]) -> tuple[str, ...]:
    """The comments without suggestions and doubts, for an entry that has found its words."""
    return tuple(text for text in _unsuggested(comments) if not text.startswith(DOUBT))


def _with(block: Block, suggestions: Sequence[Suggestion]) -> Block:
    lines = tuple(
        f" memory {one.score}%: {' '.join(one.target.split())} [{' '.join(one.source.split())}]"
        for one in suggestions
    )
    if lines == tuple(text for text in block.comments if _LINE.match(text)):
        return block
    people = without_provenance(block.comments)
    ours = tuple(text for text in block.comments if text not in people)
    return evolve(block, comments=(*_unsuggested(people), *lines, *ours))


def _unsuggested(comments: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in comments if not _LINE.match(text))
