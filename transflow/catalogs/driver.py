"""Git merges of catalogs, entry by entry (`transflow merge-driver %O %A %B`).

Git merges lines; an entry is more than its lines. A flag taken from one side and words from the
other approve what nobody read, dates conflict in every merge. Here each entry is merged as one
thing; two people's different words for one sentence become one visible conflict in that entry:
ours in msgstr, flagged, theirs in a comment. Nothing is ever glued.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from transflow.catalogs import header as heads
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.catalog import Catalog, parse
from transflow.catalogs.conflicts import conflict
from transflow.catalogs.provenance import provenance_of, with_provenance, without_provenance
from transflow.catalogs.states import is_human
from transflow.errors import CatalogError
from transflow.files import contents, write_atomic

__all__ = ["merge_driver", "run_driver"]

_T = TypeVar("_T")
_Key = tuple[str, str]


def run_driver(base: Path, ours: Path, theirs: Path, name: str = "") -> int:
    """What git calls: the result goes to `ours`.

    Args:
        base: `%O`, the common ancestor; empty if there is none.
        ours: `%A`.
        theirs: `%B`.
        name: `%P`, for messages.

    Returns:
        0 if merged, 1 if entries hold conflicts.

    Raises:
        CatalogError: If a side cannot be read or is not PO; `ours` is left as it is.
    """
    sides = _bytes(base), _bytes(ours), _bytes(theirs)
    merged, conflict = merge_driver(*sides, name or str(ours))
    write_atomic(ours, merged)
    return int(conflict)


def _bytes(side: Path) -> bytes:
    try:
        return contents(side)
    except OSError as cause:
        raise CatalogError(
            f"cannot be read: {cause.strerror}",
            where=side,
            hint="git gives %O %A %B: the common ancestor, our side and theirs",
        ) from cause


def merge_driver(base: bytes, ours: bytes, theirs: bytes, path: str = "") -> tuple[bytes, bool]:
    """Merge two descendants of a catalog.

    Args:
        base: The common ancestor's bytes, empty if there is none.
        ours: One side; its order and raw lines are kept where they say the same.
        theirs: The other side.
        path: For messages.

    Returns:
        The merged file and whether an entry in it holds a conflict.

    Raises:
        CatalogError: If one of them is not PO.
    """
    old, mine, other = (parse(data, path or "catalog") for data in (base, ours, theirs))
    if mine.blocks == other.blocks and mine.head == other.head:
        return ours, False
    merger = _Merger(old, mine, other)
    blocks = merger.blocks()
    head = _header(old.head, mine.head, other.head)
    result = replace(mine, head=head, blocks=blocks, data=None)
    return result.dump(), merger.conflict


class _Merger:
    def __init__(self, old: Catalog, mine: Catalog, other: Catalog) -> None:
        self.old, self.mine, self.other = (_by_key(c) for c in (old, mine, other))
        self.conflict = False

    def blocks(self) -> tuple[Block, ...]:
        """Ours in order, theirs where their neighbours are, obsolete ones last."""
        order = list(self.mine)
        for at, key in enumerate(theirs := list(self.other)):
            if key not in self.mine:
                before = theirs[at - 1] if at else None
                order.insert(order.index(before) + 1 if before in order else len(order), key)
        order += [key for key in self.old if key not in self.mine and key not in self.other]
        found = [self._entry(key) for key in order]
        kept = [block for block in found if block is not None]
        return (*(b for b in kept if not b.obsolete), *(b for b in kept if b.obsolete))

    def _entry(self, key: _Key) -> Block | None:
        old, mine, other = self.old.get(key), self.mine.get(key), self.other.get(key)
        if mine is None or other is None:
            return self._one_sided(old, mine or other)
        if _same(mine, other) or (old is not None and _same(old, other)):
            return mine
        if old is not None and _same(old, mine):
            return other
        return self._both(old, mine, other)

    def _one_sided(self, old: Block | None, left: Block | None) -> Block | None:
        """An entry one side does not have: new there, or deleted here; words are kept as `#~`."""
        if left is None or old is None:
            return left
        if not _same(old, left):
            return left
        return None if old.obsolete else self._retired(left)

    def _retired(self, block: Block) -> Block | None:
        return (
            evolve(block, obsolete=True, extracted=(), references=()) if is_human(block) else None
        )

    def _both(self, old: Block | None, mine: Block, other: Block) -> Block:
        """Both sides changed the entry."""
        base = old or Block(mine.msgid, ("",) * len(mine.msgstr), mine.msgctxt)
        if mine.msgstr == other.msgstr:
            words = _calmer(base, mine, other)
        elif is_human(mine) != is_human(other):  # a confirmed draft, too, over one drawn again
            words = mine if is_human(mine) else other
        elif mine.msgstr == base.msgstr:
            words = other
        elif other.msgstr == base.msgstr or not is_human(other):
            words = mine
        else:
            self.conflict = True
            words, _ = conflict(mine, other, "the other branch")
        flags = _three_way_set(base.flags, mine.flags, other.flags)
        flags = tuple(flag for flag in flags if flag != "fuzzy")
        return evolve(
            mine,
            msgstr=words.msgstr,
            flags=("fuzzy", *flags) if words.fuzzy else flags,
            previous_msgctxt=words.previous_msgctxt,
            previous_msgid=words.previous_msgid,
            previous_plural=words.previous_plural,
            obsolete=_three_way(base.obsolete, mine.obsolete, other.obsolete),
            extracted=words.extracted or mine.extracted,
            comments=with_provenance(
                _comments(base, mine, other, words), provenance_of(words.comments)
            ),
        )


def _by_key(catalog: Catalog) -> dict[_Key, Block]:
    """Blocks by key; a live one is preferred to an obsolete twin."""
    found: dict[_Key, Block] = {}
    for block in catalog.blocks:
        key = key_of(block)
        if key not in found or found[key].obsolete:
            found[key] = block
    return found


def _same(one: Block, other: Block) -> bool:
    """Equal in all that matters, whoever wrapped it."""
    return _plain(one) == _plain(other)


def _plain(block: Block) -> Block:
    return block._replace(raw=None, body=None, gap="", line=0)


def _calmer(base: Block, mine: Block, other: Block) -> Block:
    """Of two entries with the same words, the one whose flag says what the merge of both says."""
    fuzzy = _three_way(base.fuzzy, mine.fuzzy, other.fuzzy)
    if mine.fuzzy != other.fuzzy:
        return mine if mine.fuzzy == fuzzy else other
    old = provenance_of(base.comments)
    return other if provenance_of(mine.comments) == old else mine


def _comments(base: Block, mine: Block, other: Block, words: Block) -> tuple[str, ...]:
    """People's comments of both sides, then the provenance that goes with the words."""
    plain = [without_provenance(block.comments) for block in (base, mine, other)]
    merged = _three_way_set(*plain)
    extra = [text for text in without_provenance(words.comments) if text not in merged]
    told = [text for text in extra if text not in without_provenance(mine.comments)]
    return (*told, *merged)


def _three_way(base: _T, mine: _T, other: _T) -> _T:
    return other if mine == base else mine


def _three_way_set(
    base: Sequence[str], mine: Sequence[str], other: Sequence[str]
) -> tuple[str, ...]:
    """What both kept and what either added, in our order."""
    gone = set(base) - (set(mine) & set(other))
    kept = [item for item in mine if item not in gone]
    kept += [item for item in other if item not in gone and item not in kept]
    return tuple(kept)


def _header(base: Block, mine: Block, other: Block) -> Block:
    """Fields merged one by one; the later revision wins with its translator, nothing conflicts."""
    old, ours, theirs = heads.fields(base), heads.fields(mine), heads.fields(other)
    wanted = {
        name: theirs[name] for name in theirs if ours.get(name) == old.get(name) or name not in ours
    }
    later = theirs.get("PO-Revision-Date", "") > ours.get("PO-Revision-Date", "")
    for name in ("PO-Revision-Date", "Last-Translator"):
        wanted.pop(name, None)
        if later and name in theirs:
            wanted[name] = theirs[name]
    comments = _three_way_set(base.comments, mine.comments, other.comments)
    return evolve(heads.with_fields(mine, wanted), comments=comments)
