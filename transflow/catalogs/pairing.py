"""Which old entry each of today's sentences takes up: the same, one that is back, or a forerunner."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from transflow.catalogs import upkeep
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.companions import companies
from transflow.catalogs.predecessors import predecessors
from transflow.catalogs.provenance import digest, provenance_of
from transflow.catalogs.recuts import recuts
from transflow.catalogs.states import is_worded
from transflow.model import MERGED, Message, State, UnitKind

__all__ = ["Pairing", "paired"]

_AUTOMATIC = frozenset({"", *UnitKind})
"""Contexts that the kinds of equal short sentences brought about, not an author."""


@dataclass
class Pairing:
    """For the number of each message, where its entry comes from; absent: it is new."""

    same: dict[int, Block] = field(default_factory=dict)
    """The identical sentence's entry."""
    back: dict[int, Block] = field(default_factory=dict)
    """The entry as it was before the sentence went, ready to stand again."""
    moved: dict[int, Block] = field(default_factory=dict)
    """The entry of the sentence it was before."""
    splits: dict[int, tuple[Block, int, int]] = field(default_factory=dict)
    """The entry of a sentence that was split; which of how many pieces this is, from 0."""
    joins: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    """The entries of the sentences that were joined into it."""
    righted: list[Block] = field(default_factory=list)
    """Those of them, as they were, that are this sentence's by its hash but not by their msgid or msgctxt."""
    used: set[int] = field(default_factory=set)
    """Ids of the blocks taken up."""


def paired(
    blocks: Sequence[Block],
    messages: Sequence[Message],
    noted: Collection[tuple[str, str]] = (),
) -> Pairing:
    """Pair today's messages with a catalog's blocks, each block taken up once.

    Args:
        blocks: The catalog's entries, live and obsolete.
        messages: What the article says, in document order.
        noted: (msgctxt, msgid) of the entries that the last run left, where the file changed since.
    """
    pairing = Pairing()
    old = [block for block in blocks if not block.obsolete]
    same = _identical(old, messages)
    pairing.same = {number: old[index] for number, index in same.items()}
    pairing.used |= {id(block) for block in pairing.same.values()}
    _rejoin(pairing, blocks, messages, _find_back(pairing, blocks, messages))
    _find_altered(pairing, old, messages, noted)
    texts = [block.msgid for block in old], [message.msgid for message in messages]
    wanted = frozenset(range(len(messages))) - set(same) - set(pairing.back)
    free = frozenset(
        i for i, block in enumerate(old) if id(block) not in pairing.used and any(block.msgstr)
    )
    human = frozenset(i for i in free if is_worded(old[i]))
    for recut in recuts(*texts, same, human, wanted):
        _take(pairing, [old[i] for i in recut.old], recut.new)
        free -= set(recut.old)
        wanted -= set(recut.new)
    for number, index in predecessors(*texts, same, free, wanted).items():
        pairing.moved[number] = old[index]
        pairing.used.add(id(old[index]))
    return pairing


def _take(pairing: Pairing, old: list[Block], new: Sequence[int]) -> None:
    """Note a split or a join; of joined entries only the first is taken up, the others stay `#~`."""
    pairing.used.add(id(old[0]))
    if len(old) > 1:
        pairing.joins[new[0]] = tuple(old)
        return
    for part, number in enumerate(new):
        pairing.splits[number] = (old[0], part, len(new))


def _identical(old: Sequence[Block], messages: Sequence[Message]) -> dict[int, int]:
    at = {key_of(block): index for index, block in enumerate(old)}
    same = {
        number: at[key]
        for number, message in enumerate(messages)
        if (key := (message.msgctxt, message.msgid)) in at
    }
    return same | _recontexted(old, messages, same)


def _recontexted(
    old: Sequence[Block], messages: Sequence[Message], same: dict[int, int]
) -> dict[int, int]:
    """Sentences whose context alone changed because an equal text of another kind came or went."""
    taken = set(same.values())
    free: dict[tuple[str, str], int] = {}
    for index, block in enumerate(old):
        if index not in taken and (block.msgctxt or "") in _AUTOMATIC and block.extracted:
            kind = block.extracted[0].partition(":")[0].strip()
            free.setdefault((block.msgid, kind), index)
    return {
        number: free.pop((message.msgid, message.kind.value))
        for number, message in enumerate(messages)
        if number not in same
        and message.msgctxt in _AUTOMATIC
        and (message.msgid, message.kind.value) in free
    }


def _find_back(
    pairing: Pairing, blocks: Sequence[Block], messages: Sequence[Message]
) -> dict[int, Block]:
    """Sentences the article says again: from a changed entry, else from `#~`, which are returned as they were there."""
    came: dict[int, Block] = {}
    gone: dict[tuple[str, str], Block] = {}
    moved: dict[str, list[Block]] = {}
    for block in blocks:
        key = key_of(block)
        if MERGED in block.msgstr:
            continue  # what is left of a sentence whose words stood in another
        if block.obsolete and (key not in gone or is_worded(block) > is_worded(gone[key])):
            gone[key] = block
        if block.previous_msgid is not None and id(block) not in pairing.used:
            moved.setdefault(block.previous_msgid, []).append(block)
    for number, message in enumerate(messages):
        if number in pairing.same:
            continue
        for block in moved.get(message.msgid, ()):
            again = upkeep.restored(block, message)
            if again is not None and id(block) not in pairing.used:
                pairing.back[number] = again
                pairing.used.add(id(block))
                break
        else:
            source = gone.get((message.msgctxt, message.msgid))
            if source is not None and id(source) not in pairing.used:
                pairing.back[number] = upkeep.revived(source, message)
                pairing.used.add(id(source))
                came[number] = source
    return came


def _rejoin(
    pairing: Pairing,
    blocks: Sequence[Block],
    messages: Sequence[Message],
    came: Mapping[int, Block],
) -> None:
    """Sentences that came back from `#~` and were rendered with others: with all of them, or to be looked at."""
    if not came or not any(MERGED in block.msgstr for block in blocks):
        return
    rows = [(block.msgid, block.msgstr[0]) for block in blocks]
    place = {id(block): at for at, block in enumerate(blocks)}
    hosts = companies(
        rows, lambda one, other: not (blocks[one].obsolete and blocks[other].obsolete)
    )
    for number, source in came.items():
        host = place[id(source)]
        guests = {at: number + at - host for at in hosts.get(host, ())}
        free = {
            at
            for at, own in guests.items()
            if 0 <= own < len(messages) and own not in pairing.same and own not in pairing.back
            if key_of(blocks[at]) == (messages[own].msgctxt, messages[own].msgid)
        }
        if len(free) == len(guests):
            for at, own in guests.items():
                pairing.back[own] = upkeep.revived(blocks[at], messages[own])
                pairing.used.add(id(blocks[at]))
            continue
        whole = " ".join(rows[at][0] for at in sorted({host, *guests}))
        block = evolve(source, obsolete=False)
        pairing.back[number] = upkeep.parted(block, State.APPROVED, messages[number], whole)


def _find_altered(
    pairing: Pairing,
    old: Sequence[Block],
    messages: Sequence[Message],
    noted: Collection[tuple[str, str]],
) -> None:
    """Sentences whose msgid or msgctxt somebody altered in the file: `source=` still names them.

    A context may be an author's change as well. It is the file's where the last run left the
    sentence in today's context, and none in that of the file.
    """
    free: dict[str, Block] = {}
    for block in old:
        known = None if id(block) in pairing.used else provenance_of(block.comments)
        if known and not known.prev and any(block.msgstr):
            free.setdefault(known.source, block)
    for number, message in enumerate(messages):
        if number in pairing.same or number in pairing.back:
            continue
        own = free.pop(digest(message.msgid), None)
        if own is not None and (
            own.msgid != message.msgid
            or ((message.msgctxt, message.msgid) in noted and key_of(own) not in noted)
        ):
            pairing.back[number] = upkeep.righted(own, message)
            pairing.righted.append(own)
            pairing.used.add(id(own))
