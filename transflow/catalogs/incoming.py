"""Files that come back: made from an older export, by mail, in any editor.

Each returned entry is judged against the text it was exported with, which its provenance knows by
hash. Work on an entry nobody touched here is taken; where both sides wrote, both texts stay as one
visible conflict; words for a sentence that is gone wait as `#~`. Nothing wins silently.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from transflow.catalogs import upkeep
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.conflicts import conflict, unsettled
from transflow.catalogs.provenance import (
    digest,
    pair_digest,
    provenance_of,
    with_provenance,
    without_provenance,
)
from transflow.catalogs.states import derive, is_human
from transflow.catalogs.suggestions import without_suggestions
from transflow.model import Provenance

__all__ = ["Incoming", "incorporate", "is_touched"]

_SIDE = "the returned file"


@dataclass(frozen=True)
class Incoming:
    """What a returned file brought."""

    catalog: Catalog
    taken: int = 0
    """Entries whose text or approval was taken."""
    conflicts: tuple[tuple[str, str], ...] = ()
    """(msgctxt, msgid) of entries where both sides wrote."""
    waiting: int = 0
    """Translations of sentences the article does not say now; kept as `#~`."""
    unread: int = 0
    """Drafts that came back unflagged and untouched with most others: not taken as approved."""
    emptied: int = 0
    """Entries that went out with a text and came back blank: the text here stays."""


def incorporate(current: Catalog, returned: Catalog, *, today: datetime) -> Incoming:
    """Take a returned file's work into the catalog.

    Args:
        current: The catalog as it stands here.
        returned: The file that came back.
        today: For the revision date; with a time zone.
    """
    work = _Work(current, returned)
    for block in returned.blocks:
        work.take(block)
    old = current.blocks
    if not work.added and all(a is b for a, b in zip(work.blocks.values(), old, strict=True)):
        return replace(work.result, catalog=current)
    stands = {
        id(block): upkeep.settled(
            block,
            derive(block, current.rules, guarded=current.guarded),
            guarded=current.guarded,
        )
        for block in old
    }
    blocks = (stands.get(id(block), block) for block in work.blocks.values())
    catalog = current.changed((*blocks, *work.added), today)
    return replace(work.result, catalog=catalog)


class _Work:
    def __init__(self, current: Catalog, returned: Catalog) -> None:
        self.blocks = {(block.obsolete, *key_of(block)): block for block in current.blocks}
        self.previous = {
            (block.previous_msgctxt or "", block.previous_msgid): place
            for place, block in self.blocks.items()
            if block.previous_msgid is not None
        }
        self.added: list[Block] = []
        self.guarded = returned.guarded
        self.result = Incoming(current)

    def take(self, theirs: Block) -> None:
        """One returned entry."""
        key = key_of(theirs)
        for place in ((theirs.obsolete, *key), (not theirs.obsolete, *key)):
            if place in self.blocks:
                self.blocks[place] = self._joined(self.blocks[place], theirs)
                return
        if not any(theirs.msgstr):
            return
        if not is_touched(theirs) and not (
            is_human(theirs) and provenance_of(theirs.comments) is None
        ):
            return
        if key in self.previous:
            place = self.previous[key]
            self.blocks[place] = self._for_changed(self.blocks[place], theirs)
            return
        self._count(waiting=1)
        self.added.append(evolve(theirs, obsolete=True, extracted=(), references=(), gap="\n"))

    def _joined(self, ours: Block, theirs: Block) -> Block:
        ours = self._with_notes(ours, theirs)
        if not any(theirs.msgstr):
            if any(ours.msgstr) and (_exported(theirs) or provenance_of(theirs.comments) is None):
                self._count(emptied=1)
            return ours
        if ours.msgstr == theirs.msgstr:
            return self._unflagged(ours, theirs)
        if not is_touched(theirs) and (is_human(ours) or not self._is_confirmed(theirs)):
            return ours
        if provenance_of(theirs.comments) is None and _is_machine(ours, theirs.msgstr[0]):
            return ours
        exported = _exported(theirs)
        if not is_human(ours) or digest(ours.msgstr[0]) in exported:
            self._count(taken=1)
            ours = _with_old_words(ours)
            return evolve(
                ours,
                msgstr=theirs.msgstr,
                flags=_flags(ours, fuzzy=theirs.fuzzy),
                comments=with_provenance(ours.comments, provenance_of(theirs.comments)),
            )
        return self._conflict(ours, theirs)

    def _is_confirmed(self, theirs: Block) -> bool:
        """Whether somebody confirmed the draft that went out, as it was."""
        known = provenance_of(theirs.comments)
        return (
            known is not None
            and known.draft == digest(theirs.msgstr[0])
            and known.source == digest(theirs.msgid)
            and not (theirs.fuzzy or self.guarded)
        )

    def _unflagged(self, ours: Block, theirs: Block) -> Block:
        """Equal words: an approval that came back is taken, unless the whole file lost its flags.

        Nor is it where something must be settled here that the file, as it went out, did not know.
        """
        if theirs.fuzzy or not ours.fuzzy:
            return ours
        known = provenance_of(ours.comments)
        if unsettled(ours.comments) and provenance_of(theirs.comments) != known:
            return ours
        if self.guarded and not is_touched(theirs):
            self._count(unread=1)
            return ours
        self._count(taken=1)
        return evolve(ours, flags=_flags(ours, fuzzy=False))

    def _for_changed(self, ours: Block, theirs: Block) -> Block:
        """New words for the old sentence of a `changed` entry: they take the old words' place."""
        if ours.msgstr == theirs.msgstr:
            return ours
        known = provenance_of(ours.comments)
        if known is None or known.prev.rpartition(".")[2] != digest(ours.msgstr[0]):
            return self._conflict(ours, theirs)
        if digest(ours.msgstr[0]) not in _exported(theirs):
            return self._conflict(ours, theirs)
        self._count(taken=1)
        prev = pair_digest(theirs.msgid, theirs.msgstr[0])
        approved = "" if theirs.fuzzy else digest(theirs.msgstr[0])
        ours = _with_old_words(self._with_notes(ours, theirs))
        return evolve(
            ours,
            msgstr=theirs.msgstr[:1],
            comments=with_provenance(ours.comments, replace(known, prev=prev, approved=approved)),
        )

    def _conflict(self, ours: Block, theirs: Block) -> Block:
        block, new = conflict(ours, theirs, _SIDE)
        if new:
            key = key_of(ours)
            self.result = replace(self.result, conflicts=(*self.result.conflicts, key))
        return block

    def _with_notes(self, ours: Block, theirs: Block) -> Block:
        """Our entry with the notes that only the returned one has; what a program wrote is none."""
        new = [
            text
            for text in without_suggestions(without_provenance(theirs.comments))
            if text not in ours.comments and not unsettled((text,))
        ]
        return evolve(ours, comments=(*new, *ours.comments)) if new else ours

    def _count(self, **counts: int) -> None:
        self.result = replace(
            self.result, **{name: getattr(self.result, name) + n for name, n in counts.items()}
        )


def _is_machine(ours: Block, text: str) -> bool:
    """Whether a text is what the machine wrote here before a person did: nobody's words."""
    known = provenance_of(ours.comments) if is_human(ours) else None
    return (
        known is not None
        and known.source == digest(ours.msgid)
        and digest(text) in {known.machine, known.draft}
    )


def _with_old_words(ours: Block) -> Block:
    """The entry with a person's words that are about to be revised kept as a comment."""
    if not is_human(ours):
        return ours
    words = " ".join(ours.msgstr[0].split())
    return evolve(ours, comments=(f" before {_SIDE}: {words}", *ours.comments))


def _exported(theirs: Block) -> frozenset[str]:
    """Hashes of the texts the entry may have been exported with."""
    known = provenance_of(theirs.comments) or Provenance()
    kept = known.prev.rpartition(".")[2]
    return frozenset(filter(None, (known.draft, known.approved, known.seen, kept)))


def is_touched(theirs: Block) -> bool:
    """Whether the words are others than those it was exported with."""
    return digest(theirs.msgstr[0]) not in _exported(theirs)


def _flags(block: Block, *, fuzzy: bool) -> tuple[str, ...]:
    rest = tuple(flag for flag in block.flags if flag != "fuzzy")
    return ("fuzzy", *rest) if fuzzy else rest
