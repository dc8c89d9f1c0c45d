"""Two entries with one key: gettext refuses the file, `#~` or not, so one becomes a comment."""

from collections.abc import Sequence

import polib

from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.drafts import EARLIER
from transflow.catalogs.provenance import without_provenance
from transflow.catalogs.states import is_worded

__all__ = ["without_twins"]


def without_twins(live: Sequence[Block], gone: Sequence[Block]) -> tuple[Block, ...]:
    """All entries, each key once; the words of a twin that differ stay as a translator comment.

    Args:
        live: Today's entries, their keys distinct.
        gone: Obsolete entries, the newest last.
    """
    entries = {key_of(block): block for block in live}
    obsolete: dict[tuple[str, str], Block] = {}
    for block in reversed(gone):
        key = key_of(block)
        if key in entries:
            entries[key] = _joined(entries[key], block)
        elif key in obsolete:
            first, second = obsolete[key], block
            if is_worded(second) and not is_worded(first):
                first, second = second, first
            obsolete[key] = _joined(first, second)
        else:
            obsolete[key] = block
    return (*entries.values(), *reversed(obsolete.values()))


def _joined(kept: Block, twin: Block) -> Block:
    """The kept block with what only the twin says as comments."""
    more = [text for text in without_provenance(twin.comments) if text not in kept.comments]
    if is_worded(twin) and twin.msgstr != kept.msgstr:
        more += [EARLIER + polib.escape(form) for form in twin.msgstr]
    fresh = [text for text in dict.fromkeys(more) if text not in kept.comments]
    return evolve(kept, comments=(*fresh, *kept.comments))
