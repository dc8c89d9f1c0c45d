"""Catalogs that come back without transflow's comments, from a program or a script that drops them all.

Without its provenance a machine's draft is a person's text. Where the last run noted the very same
words for the sentence, nobody wrote them since: the entry gets back what was noted with them.
"""

from collections.abc import Iterable
from dataclasses import replace

from transflow.catalogs.block import Block, key_of
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.drafts import DRAFT_LINE
from transflow.catalogs.provenance import provenance_of, with_provenance
from transflow.model import Entry, State

__all__ = ["is_bare", "recalled"]


def is_bare(block: Block) -> bool:
    """Whether it is an entry with words of which nothing says where they came from."""
    return not block.obsolete and any(block.msgstr) and provenance_of(block.comments) is None


def recalled(catalog: Catalog, known: Iterable[Entry]) -> tuple[Catalog, int]:
    """The catalog with the provenance of entries that lost it and say what they said.

    A fuzzy flag that is gone with it is somebody's decision only where other such entries kept
    theirs: a program that drops both drops them everywhere.

    Args:
        catalog: As read.
        known: What the last run noted of it.

    Returns:
        The catalog, and how many entries have a flag again.
    """
    noted = {one.key: one for one in known if one.provenance and one.state is not State.OBSOLETE}
    pairs = {
        id(block): one
        for block in catalog.blocks
        if is_bare(block) and (one := noted.get(key_of(block))) and one.msgstr == block.msgstr[0]
    }
    if not pairs:
        return catalog, 0
    flags_count = any(block.fuzzy for block in catalog.blocks if id(block) in pairs)
    blocks: list[Block] = []
    flagged = 0
    for block in catalog.blocks:
        one = pairs.get(id(block))
        if one is None:
            blocks.append(block)
            continue
        lost = one.fuzzy and not block.fuzzy and not flags_count
        flagged += lost
        blocks.append(_again(block, one, flag=lost))
    return replace(catalog, blocks=tuple(blocks)), flagged


def _again(block: Block, one: Entry, *, flag: bool) -> Block:
    """The entry with what was noted of it; its raw lines are still what the file has."""
    beside = f" {DRAFT_LINE}{one.draft}"
    lacks = one.draft and not any(x.strip().startswith(DRAFT_LINE) for x in block.extracted)
    return block._replace(
        comments=with_provenance(block.comments, one.provenance),
        extracted=(*block.extracted, beside) if lacks else block.extracted,
        flags=("fuzzy", *block.flags) if flag else block.flags,
        previous_msgid=block.previous_msgid or one.previous_msgid or None,
        broken=True,
    )
