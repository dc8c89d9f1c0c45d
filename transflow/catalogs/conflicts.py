"""What a comment in an entry asks a person to settle: two translations, or one sent back.

A conflict is visible in the entry: our words in msgstr, flagged; theirs in a comment.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import polib

from transflow.catalogs.block import Block, evolve
from transflow.catalogs.provenance import (
    digest,
    provenance_of,
    with_provenance,
    without_provenance,
)
from transflow.model import Provenance

__all__ = ["conflict", "rejection", "unsettled"]

_UNSETTLED = re.compile(r"\s*(conflict, [^:]+ says: |rejected \d{4}-\d\d-\d\d by )")


def unsettled(comments: Iterable[str]) -> tuple[str, ...]:
    """The comments that name a conflict or a rejection, as long as the entry is flagged.

    Args:
        comments: Translator comments without their `#`.
    """
    return tuple(text.strip() for text in comments if _UNSETTLED.match(text))


def rejection(who: str, day: date, why: str) -> str:
    """The comment of an entry that was sent back."""
    return f" rejected {day:%Y-%m-%d} by {who}" + (f": {' '.join(why.split())}" if why else "")


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
    wanted = Provenance(
        source=digest(ours.msgid),
        engine=known.engine,
        seen=seen,
        machine=known.machine or known.draft,
    )
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
