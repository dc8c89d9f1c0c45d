"""Where an entry stands, from what the file says and nothing else.

Editors drop flags, re-wrap, strip previous texts; git glues an old translation to a new sentence.
So the state rests on hashes in the provenance: what the machine wrote (`draft`), which sentence
the words were written for (`source`, `prev`), what was there when a person was seen to approve
(`approved`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transflow.catalogs.block import Block
from transflow.catalogs.provenance import digest, pair_digest, provenance_of
from transflow.catalogs.seams import is_glued, is_marked
from transflow.model import MERGED, Provenance, State

__all__ = [
    "HUMAN",
    "REMEMBERED",
    "SINGLE",
    "Rules",
    "derive",
    "is_brought",
    "is_human",
    "is_merged",
    "is_remembered",
    "is_worded",
    "mass_unflagged",
]

HUMAN = frozenset(
    {State.EDITED, State.CHANGED, State.UNCONFIRMED, State.TRANSLATED, State.APPROVED}
)
"""States whose msgstr a person wrote or vouched for."""

REMEMBERED = "memory"
"""`Draft.origin` of a person's words for the same sentence elsewhere."""

_GUARD_FROM = 3
"""Fewer entries than this that lost their flag at once are a person at work."""


@dataclass(frozen=True)
class Rules:
    """What the workflow says about review."""

    two_step: bool = False
    """An entry without the fuzzy flag is `translated` until `transflow approve` records it."""
    recorded: Callable[[str], bool] = lambda _: False
    """Whether reviews.yaml holds an approval of this `pair_digest`."""


SINGLE = Rules()
"""Single review: an entry without the fuzzy flag is approved at once."""


def derive(block: Block, rules: Rules, *, guarded: bool = False) -> State:
    """The state of one entry.

    Args:
        block: The entry.
        rules: Single or two-step review.
        guarded: True if its file came back with most drafts unflagged (`mass_unflagged`).
    """
    if block.obsolete:
        return State.OBSOLETE
    if not any(block.msgstr):
        return State.UNTRANSLATED
    provenance = provenance_of(block.comments)
    if block.fuzzy:
        return _flagged(block, provenance)
    if provenance is not None:
        own = digest(block.msgstr[0])
        if guarded and (_untouched(block, provenance) or provenance.seen == own):
            return _flagged(block, provenance)
        if _belongs_elsewhere(block, provenance):
            return State.UNCONFIRMED
    return _unflagged(block, provenance, rules)


def mass_unflagged(blocks: Iterable[Block]) -> bool:
    """True if most of a file's untouched machine texts have no fuzzy flag.

    OmegaT clears every flag of a file it saves; nobody has read those entries. One key in Poedit
    clears one, and the next run writes `approved=` for it, so it does not count here any more.
    """
    flagged = unflagged = 0
    for block in blocks:
        if block.obsolete or not any(block.msgstr):
            continue
        provenance = provenance_of(block.comments)
        if provenance is None or not _untouched(block, provenance):
            continue
        if block.fuzzy:
            flagged += 1
        else:
            unflagged += 1
    return unflagged >= _GUARD_FROM and unflagged > flagged


def is_human(block: Block) -> bool:
    """True if losing the block's msgstr would lose a person's words.

    Anything but the very text the machine wrote is a person's, flags or no flags.
    """
    if not any(block.msgstr):
        return False
    provenance = provenance_of(block.comments)
    return provenance is None or provenance.draft != digest(block.msgstr[0]) or not block.fuzzy


def is_remembered(block: Block) -> bool:
    """True if the memory brought the msgstr: words that a person wrote elsewhere.

    They may be the last copy: who wrote them may since have put others in that other place.
    """
    provenance = provenance_of(block.comments)
    return (
        provenance is not None
        and provenance.engine == REMEMBERED
        and provenance.draft == digest(block.msgstr[0])
    )


def is_brought(block: Block) -> bool:
    """True for a flagged entry as the memory left it, in its own context or another."""
    provenance = provenance_of(block.comments) if block.fuzzy else None
    return (
        provenance is not None
        and provenance.engine.startswith(REMEMBERED)
        and digest(block.msgstr[0]) in {provenance.draft, provenance.seen}
    )


def is_worded(block: Block) -> bool:
    """True if the msgstr is a person's words, written here or brought by the memory.

    `[[merged]]` is none: it says where the words are.
    """
    return block.msgstr[0] != MERGED and (is_human(block) or is_remembered(block))


def is_merged(block: Block) -> bool:
    """True if a person wrote `[[merged]]`: the sentence's words stand in a neighbour."""
    return block.msgstr[0] == MERGED and is_human(block)


def _untouched(block: Block, provenance: Provenance) -> bool:
    """The msgstr is what transflow left there: a draft, or the words of the sentence before."""
    own = digest(block.msgstr[0])
    return provenance.draft == own or provenance.prev.rpartition(".")[2] == own


def _flagged(block: Block, provenance: Provenance | None) -> State:
    if provenance is None:
        moved_on = block.previous_msgid not in {None, block.msgid}
        return State.CHANGED if moved_on else State.EDITED
    own = digest(block.msgstr[0])
    if provenance.prev:
        if provenance.prev.rpartition(".")[2] == own:
            return State.CHANGED
        return State.DRAFT if provenance.draft == own else State.EDITED
    if provenance.source != digest(block.msgid):
        return State.CHANGED
    return State.DRAFT if provenance.draft == own else State.EDITED


def _belongs_elsewhere(block: Block, provenance: Provenance) -> bool:
    """The words were written for another sentence, and nobody has touched them since we said so."""
    if provenance.source == digest(block.msgid):
        return False
    noted = provenance.prev.rpartition(".")[2]
    return not noted or noted == digest(block.msgstr[0])


def _unflagged(block: Block, provenance: Provenance | None, rules: Rules) -> State:
    if is_marked(block):
        return State.UNCONFIRMED
    known = provenance or Provenance()
    if digest(block.msgstr[0]) not in {known.approved, known.seen} and is_glued(block):
        return State.EDITED
    if rules.two_step and not rules.recorded(pair_digest(block.msgid, block.msgstr[0])):
        return State.TRANSLATED
    return State.APPROVED
