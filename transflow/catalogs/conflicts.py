"""One visible conflict inside an entry: our words in msgstr, flagged; theirs in a comment."""

from dataclasses import replace

import polib

from transflow.catalogs.block import Block, evolve
from transflow.catalogs.provenance import (
    digest,
    provenance_of,
    with_provenance,
    without_provenance,
)
from transflow.model import Provenance

__all__ = ["conflict"]


def conflict(ours: Block, theirs: Block, side: str) -> tuple[Block, bool]:
    """Our entry with their words beside ours; neither side's approval holds.

    Args:
        ours: The entry that stays.
        theirs: The entry with other words.
        side: How the comment calls where they come from.

    Returns:
        The entry, and False if it held this conflict already.
    """
    told = tuple(f" conflict, {side} says: {polib.escape(form)}" for form in theirs.msgstr if form)
    fresh = tuple(line for line in told if line not in ours.comments)
    if not fresh:
        return ours, False
    known = provenance_of(ours.comments) or Provenance()
    seen = digest(ours.msgstr[0])
    wanted = Provenance(source=digest(ours.msgid), engine=known.engine, seen=seen)
    if known.prev:
        wanted = replace(known, approved="", seen=seen)
    return (
        evolve(
            ours,
            flags=("fuzzy", *(flag for flag in ours.flags if flag != "fuzzy")),
            comments=with_provenance((*fresh, *without_provenance(ours.comments)), wanted),
        ),
        True,
    )
