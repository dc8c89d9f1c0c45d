"""Approve and reject, as commands do it for a person who does not edit the file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from transflow.catalogs import upkeep
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.conflicts import rejection, unsettled
from transflow.catalogs.provenance import provenance_of, with_provenance
from transflow.catalogs.states import derive
from transflow.model import MERGED, Entry, State

__all__ = ["Decision", "agreed", "approve", "reject"]

Key = tuple[str, str]
_WAITING = frozenset({State.DRAFT, State.EDITED, State.TRANSLATED})


@dataclass(frozen=True)
class Decision:
    """What approving or rejecting did."""

    catalog: Catalog
    entries: tuple[Entry, ...]
    """The entries it applied to, with their texts: for `Reviews.with_approvals`. What was approved
    before is none of them."""
    skipped: tuple[Entry, ...] = ()
    """Entries it did not apply to: empty ones; those that must be named and were not."""
    before: tuple[Entry, ...] = ()
    """Entries that were approved already."""


def approve(
    catalog: Catalog, *, who: str, today: datetime, keys: Collection[Key] | None = None
) -> Decision:
    """Approve entries: their texts were read and are right.

    Args:
        catalog: The catalog.
        who: Recorded as `Last-Translator`.
        today: Recorded as `PO-Revision-Date`; with a time zone.
        keys: (msgctxt, msgid) of the entries; None for the whole file, where those are left out
            that must be named one by one: `changed` ones, whose words translate another sentence,
            and flagged ones that were sent back or hold a conflict.
    """
    done: list[Key] = []
    skipped: list[Key] = []
    before: list[Key] = []
    blocks: list[Block] = []
    for block in catalog.blocks:
        state = derive(block, catalog.rules, guarded=catalog.guarded)
        key = key_of(block)
        if state is State.OBSOLETE or (keys is not None and key not in keys):
            blocks.append(upkeep.settled(block, state, guarded=catalog.guarded))
        elif state is State.UNTRANSLATED or (keys is None and _must_be_named(block, state)):
            skipped.append(key)
            blocks.append(upkeep.settled(block, state, guarded=catalog.guarded))
        else:
            approved = upkeep.confirmed(block)
            new = approved is not block or state is not State.APPROVED
            (done if new else before).append(key)
            blocks.append(approved)
    changed = catalog.changed(tuple(blocks), today, who) if done else catalog
    return Decision(
        changed, _entries(changed, done), _entries(catalog, skipped), _entries(catalog, before)
    )


def agreed(catalog: Catalog, words: Mapping[Key, str]) -> tuple[Catalog, frozenset[Key]]:
    """Words that were approved elsewhere, in the place of untouched drafts of the same sentences.

    Args:
        catalog: The catalog.
        words: (msgctxt, msgid) -> approved words.

    Returns:
        The catalog with them, not dated, and the entries that say just that and wait for an
        approval. What people wrote otherwise, sent back or have in conflict is none of them.
    """
    keys: list[Key] = []
    blocks: list[Block] = []
    for block in catalog.blocks:
        text = "" if block.obsolete else words.get(key_of(block), "")
        state = derive(block, catalog.rules, guarded=catalog.guarded)
        if text not in {"", MERGED} and state in _WAITING and not _must_be_named(block, state):
            if state is State.DRAFT and block.msgstr[0] != text:
                block = evolve(block, msgstr=(text, *block.msgstr[1:]))  # noqa: PLW2901
            if block.msgstr[0] == text:
                keys.append(key_of(block))
        blocks.append(block)
    return catalog.changed(tuple(blocks), None), frozenset(keys)


def reject(
    catalog: Catalog, *, who: str, today: datetime, keys: Collection[Key], why: str = ""
) -> Decision:
    """Send entries back: flagged fuzzy, the texts as they are, the reason as a comment.

    Args:
        catalog: The catalog.
        who: Named in the comment.
        today: Named in the comment; with a time zone.
        keys: (msgctxt, msgid) of the entries.
        why: The reason.
    """
    done: list[Key] = []
    blocks: list[Block] = []
    note = rejection(who, today, why)
    for block in catalog.blocks:
        if block.obsolete or key_of(block) not in keys or not any(block.msgstr):
            state = derive(block, catalog.rules, guarded=catalog.guarded)
            blocks.append(upkeep.settled(block, state, guarded=catalog.guarded))
            continue
        done.append(key_of(block))
        blocks.append(_sent_back(block, note))
    new = catalog.changed(tuple(blocks), today, who) if done else catalog
    left = [key for key in keys if key not in done and catalog.entry(key[1], key[0])]
    return Decision(new, _entries(catalog, done), _entries(catalog, left))


def _must_be_named(block: Block, state: State) -> bool:
    return state is State.CHANGED or (block.fuzzy and bool(unsettled(block.comments)))


def _sent_back(block: Block, note: str) -> Block:
    flags = block.flags if block.fuzzy else ("fuzzy", *block.flags)
    comments = block.comments if note in block.comments else (note, *block.comments)
    block = evolve(block, flags=flags, comments=comments)
    provenance = provenance_of(block.comments)
    return evolve(block, comments=with_provenance(block.comments, provenance))


def _entries(catalog: Catalog, keys: Collection[Key]) -> tuple[Entry, ...]:
    found = (catalog.entry(msgid, context) for context, msgid in keys)
    return tuple(entry for entry in found if entry is not None)
