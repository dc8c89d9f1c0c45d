"""What a run does to one entry: renew what is generated, record what people did, keep their words."""

import re
from collections.abc import Sequence
from dataclasses import replace

import polib

from transflow.catalogs.block import Block, evolve
from transflow.catalogs.drafts import BESIDE, DOUBT, DRAFT_LINE, EARLIER
from transflow.catalogs.provenance import (
    digest,
    pair_digest,
    provenance_of,
    with_provenance,
    without_provenance,
)
from transflow.catalogs.states import is_merged, is_remembered, is_worded
from transflow.catalogs.strings import unescape
from transflow.catalogs.suggestions import without_suggestions
from transflow.model import Message, Provenance, State

_PREVIOUS = re.compile(r' \| (?:msgid )?"((?:[^"\\]|\\.)*)"')
"""What Babel 2.18 makes of a `#|` line: it knows no previous texts."""

__all__ = [
    "beside",
    "blank",
    "confirmed",
    "held",
    "kept",
    "moved_on",
    "overtaken",
    "parted",
    "renewed",
    "restored",
    "retired",
    "revived",
    "righted",
    "settled",
]


def blank(message: Message, comments: tuple[str, ...] = ()) -> Block:
    """A new entry; `comments` of a draft it replaces are people's words and stay."""
    block = Block(
        msgid=message.msgid, msgctxt=message.msgctxt or None, comments=without_provenance(comments)
    )
    return renewed(block, message, "")


def renewed(block: Block, message: Message, draft: str) -> Block:
    """The block with the `#.` and `#:` lines of today; `draft` is the proposal to keep beside it."""
    block = _singular(block)
    lines = tuple(f" {line}" for line in message.comments)
    if draft:
        lines = (*lines, f" {DRAFT_LINE}{draft}")
    if tuple(x.strip() for x in block.extracted) != tuple(x.strip() for x in lines):
        block = evolve(block, extracted=lines)
    reference = message.reference
    if " " in reference:
        reference = f"\u2068{reference}\u2069"
    wanted = (f" {reference}",) if reference else ()
    if tuple(x.strip() for x in block.references) != tuple(x.strip() for x in wanted):
        block = evolve(block, references=wanted)
    return block


def kept(block: Block, state: State) -> Block:
    """The block with what the run has seen about it written down."""
    if state in {State.APPROVED, State.TRANSLATED}:
        return confirmed(block)
    provenance = provenance_of(block.comments)
    if state is State.CHANGED:
        return _noted_changed(block, provenance)
    if state is State.UNCONFIRMED:
        return _noted_unconfirmed(block, provenance)
    if state is State.EDITED:
        return _noted_edited(block, provenance)
    if state is State.DRAFT and provenance is not None:
        flagged = block if block.fuzzy else evolve(block, flags=("fuzzy", *block.flags))
        if provenance.prev:
            flagged = _without_previous(flagged)
            wanted = replace(provenance, prev="", approved="")
            return evolve(flagged, comments=with_provenance(block.comments, wanted))
        return flagged
    return block


def settled(block: Block, state: State, *, guarded: bool) -> Block:
    """The block with its standing written down, before something else in its file changes.

    Whether cleared flags count depends on how many of a file were cleared: a decision about one
    entry must not change what the others are.
    """
    return kept(block, state) if guarded or state in {State.APPROVED, State.TRANSLATED} else block


def confirmed(block: Block) -> Block:
    """The block as a person left it, not fuzzy: `approved=` written, `draft=` gone.

    From here on it can never be taken for an untouched draft, whatever tools do to its flags. What the machine had
    written instead stays known (`machine=`), for files that come back with nothing but texts.
    """
    old = provenance_of(block.comments) or Provenance()
    own = digest(block.msgstr[0])
    wanted = Provenance(
        source=digest(block.msgid),
        engine=old.engine,
        approved=own,
        machine=old.machine or (old.draft if old.draft != own and not old.prev else ""),
    )
    block = _without_previous(block)
    block = evolve(block, flags=tuple(flag for flag in block.flags if flag != "fuzzy"))
    return evolve(block, comments=with_provenance(without_suggestions(block.comments), wanted))


def moved_on(block: Block, state: State, message: Message) -> Block:
    """The old sentence's block turned into the new sentence's: `changed`, or blank without words."""
    if not is_worded(block):
        return blank(message, block.comments)
    old = provenance_of(block.comments) or Provenance()
    own = digest(block.msgstr[0])
    carried = state is State.CHANGED and old.prev
    previous = (
        (block.previous_msgctxt, block.previous_msgid) if carried else (block.msgctxt, block.msgid)
    )
    if carried:
        prev, approved = old.prev, old.approved
    elif state is State.UNCONFIRMED and old.source:
        prev, approved = f"{old.source}.{own}", ""
    else:
        prev = pair_digest(block.msgid, block.msgstr[0])
        approved = own if state in {State.APPROVED, State.TRANSLATED} else ""
    changed = evolve(
        block,
        msgid=message.msgid,
        msgctxt=message.msgctxt or None,
        flags=("fuzzy", *(flag for flag in block.flags if flag != "fuzzy")),
        previous_msgctxt=previous[0],
        previous_msgid=previous[1],
        previous_plural=None,
        comments=with_provenance(
            block.comments,
            Provenance(source=digest(message.msgid), approved=approved, prev=prev),
        ),
        obsolete=False,
    )
    return renewed(changed, message, "")


def overtaken(block: Block, newest: Block, state: State, message: Message) -> Block:
    """The sentence's entry with newer words of a person, who wrote them for the sentence before.

    What the entry had of people's own, words and notes, stays as comments.
    """
    notes = [*without_suggestions(without_provenance(block.comments))]
    if is_worded(block):
        notes.append(EARLIER + polib.escape(block.msgstr[0]))
    fresh = [text for text in notes if text not in newest.comments and not text.startswith(DOUBT)]
    came = evolve(newest, obsolete=False, comments=(*fresh, *newest.comments))
    return moved_on(came, state, message)


def parted(block: Block, state: State, message: Message, whole: str) -> Block:
    """The block of a sentence that also held another, which is no longer there: `changed`.

    `whole` is all that its words render; it stands as the previous text.
    """
    return moved_on(evolve(block, msgid=whole), state, message)


def restored(block: Block, message: Message) -> Block | None:
    """The block of a changed sentence whose author went back to the sentence before, or None.

    Only if the words are the ones that were kept, and the hashes of sentence and words both fit.
    """
    provenance = provenance_of(block.comments)
    if provenance is None or not provenance.prev or not any(block.msgstr):
        return None
    if provenance.prev != pair_digest(message.msgid, block.msgstr[0]):
        return None
    if (block.previous_msgctxt or "") != message.msgctxt:
        return None
    back = _without_previous(
        evolve(block, msgid=message.msgid, msgctxt=message.msgctxt or None, obsolete=False)
    )
    if provenance.approved == digest(block.msgstr[0]):
        return renewed(confirmed(back), message, "")
    wanted = Provenance(source=digest(message.msgid))
    return renewed(evolve(back, comments=with_provenance(back.comments, wanted)), message, "")


def righted(block: Block, message: Message) -> Block:
    """The block of this very sentence, by its hash, whose msgid somebody altered in the file.

    Recorded approvals stand; words that nobody confirmed before are flagged, whatever the flag says.
    """
    provenance = provenance_of(block.comments)
    back = _without_previous(evolve(block, msgid=message.msgid, msgctxt=message.msgctxt or None))
    if not block.fuzzy and not (provenance and provenance.approved == digest(block.msgstr[0])):
        back = evolve(back, flags=("fuzzy", *block.flags))
    return renewed(back, message, "")


def revived(block: Block, message: Message) -> Block:
    """An obsolete block whose sentence is back."""
    return renewed(evolve(block, obsolete=False), message, "")


def retired(block: Block) -> Block | None:
    """The block as `#~`; None where nothing of it is a person's: it would stand there for ever."""
    notes = without_suggestions(without_provenance(block.comments))
    if not is_worded(block) and not is_merged(block) and not notes:
        return None
    return evolve(block, obsolete=True, references=(), extracted=())


def held(blocks: Sequence[Block]) -> list[Block]:
    """The `#~` blocks without `[[merged]]` ones beside which no words stand any more.

    Where the sentences come back together, or are remembered, it says that one's words are two's.
    """
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        if is_merged(block):
            beside = reversed(blocks[:at]), iter(blocks[at + 1 :])
            near = [next((b for b in side if not is_merged(b)), None) for side in beside]
            if not any(b is not None and is_worded(b) for b in near):
                continue
        kept.append(block)
    return kept


def _singular(block: Block) -> Block:
    """The block of a sentence, which has no plural: other forms, of another project, are comments."""
    if block.msgid_plural is None:
        return block
    told = tuple(
        f" plural form {number}: {polib.escape(form)}"
        for number, form in enumerate(block.msgstr)
        if number and form and form != block.msgstr[0]
    )
    return evolve(
        block, msgid_plural=None, msgstr=block.msgstr[:1], comments=(*told, *block.comments)
    )


def _noted_edited(block: Block, provenance: Provenance | None) -> Block:
    """Note the words as this run sees them: what a file sent out now holds."""
    known = provenance or Provenance()
    wanted = replace(known, seen=digest(block.msgstr[0]))
    if not known.prev:
        wanted = replace(wanted, source=digest(block.msgid), approved="")
    flagged = block if block.fuzzy else evolve(block, flags=("fuzzy", *block.flags))
    return evolve(flagged, comments=with_provenance(block.comments, wanted))


def _noted_changed(block: Block, provenance: Provenance | None) -> Block:
    """A foreign msgmerge's work made ours: which sentence the words belong to, written down."""
    own = digest(block.msgstr[0])
    flagged = block if block.fuzzy else evolve(block, flags=("fuzzy", *block.flags))
    if provenance is not None and provenance.prev:
        return _with_previous(flagged, provenance)
    if provenance is not None:
        if provenance.draft == own and not is_remembered(block):
            return evolve(
                _without_previous(flagged),
                msgstr=("",) * len(block.msgstr),
                flags=tuple(flag for flag in flagged.flags if flag != "fuzzy"),
                comments=without_provenance(block.comments),
            )
        prev = f"{provenance.source}.{own}"
        approved = provenance.approved if provenance.approved == own else ""
    else:
        prev, approved = pair_digest(block.previous_msgid or "", block.msgstr[0]), ""
    wanted = Provenance(source=digest(block.msgid), approved=approved, prev=prev)
    return evolve(flagged, comments=with_provenance(block.comments, wanted))


def _with_previous(block: Block, provenance: Provenance) -> Block:
    """The block with its `#| msgid` again where Babel made a plain comment of it."""
    pieces: list[str] = []
    lost: list[str] = []
    for comment in block.comments:
        found = _PREVIOUS.fullmatch(comment)
        if found:
            lost.append(comment)
            pieces.append(unescape(found[1]))
    if not lost or block.previous_msgid not in {None, "".join(pieces)}:
        return block
    if digest("".join(pieces)) != provenance.prev.partition(".")[0]:
        return block
    return evolve(
        block,
        previous_msgid="".join(pieces),
        comments=tuple(comment for comment in block.comments if comment not in lost),
    )


def _noted_unconfirmed(block: Block, provenance: Provenance | None) -> Block:
    """Note the words as they were reported, so that a later edit of them shows."""
    if provenance is None or provenance.prev:
        return block
    wanted = replace(provenance, prev=f"{provenance.source}.{digest(block.msgstr[0])}")
    return evolve(block, comments=with_provenance(block.comments, wanted))


def _without_previous(block: Block) -> Block:
    return evolve(
        block,
        previous_msgctxt=None,
        previous_msgid=None,
        previous_plural=None,
        extracted=tuple(
            line for line in block.extracted if not line.strip().startswith(DRAFT_LINE.strip())
        ),
    )


def beside(block: Block, state: State) -> str:
    """The proposal that stands beside the words of a `changed` or `unconfirmed` entry."""
    if state not in BESIDE and state is not State.EDITED:
        return ""
    lines = [x.strip() for x in block.extracted if x.strip().startswith(DRAFT_LINE)]
    return lines[-1].removeprefix(DRAFT_LINE) if lines else ""
