"""Where a machine's proposal goes, and when it has to be made again."""

import polib

from transflow.catalogs.block import Block, evolve
from transflow.catalogs.provenance import digest, provenance_of, with_provenance
from transflow.catalogs.states import is_remembered
from transflow.model import Draft, Message, Provenance, State

__all__ = ["BESIDE", "DOUBT", "DRAFT_LINE", "EARLIER", "IN_CONTEXT", "filled", "is_stale"]

DRAFT_LINE = "draft: "
"""What the `#.` line begins with that holds a proposal beside a person's words."""

DOUBT = " doubt: "
"""What a translator comment begins with that says what the machine itself doubts in its proposal."""

EARLIER = " earlier translation: "
"""What a translator comment begins with that holds words which have lost their place in msgstr."""

IN_CONTEXT = "memory-in-context"
"""`Draft.origin` of a person's words for the same sentence between the same neighbours: they count
as `edited`, so they carry no `draft=` and are never drawn again."""

_PIECES = frozenset({"split", "joined"})
"""`Draft.origin` of proposals made of a person's words for a sentence that was cut or joined."""

BESIDE = frozenset({State.CHANGED, State.UNCONFIRMED})
"""States in which a proposal stands beside the msgstr, not in it."""


def filled(block: Block, state: State, draft: Draft, message: Message) -> Block:
    """The block with the draft in its place, or as it is if a person's words fill that place."""
    old = provenance_of(block.comments) or Provenance()
    if state in BESIDE:
        text = " ".join(draft.text.split())
        if not text:
            return block
        lines = tuple(x for x in block.extracted if not x.strip().startswith(DRAFT_LINE.strip()))
        provenance = Provenance(
            old.source, draft.origin, message.concepts, digest(text), old.approved, old.prev
        )
        return evolve(
            block,
            extracted=(*lines, f" {DRAFT_LINE}{text}"),
            comments=with_provenance(_doubted(block, draft), provenance),
        )
    if state not in {State.UNTRANSLATED, State.DRAFT}:
        return block
    text = _same_ends(draft.text, block.msgid)
    if not text.strip():
        return block
    written = {"seen" if draft.origin == IN_CONTEXT else "draft": digest(text)}
    provenance = Provenance(digest(block.msgid), draft.origin, message.concepts, **written)
    return evolve(
        block,
        msgstr=(text, *block.msgstr[1:]),
        flags=("fuzzy", *(flag for flag in block.flags if flag != "fuzzy")),
        comments=with_provenance((*_replaced(block, text), *_doubted(block, draft)), provenance),
        previous_msgctxt=None,
        previous_msgid=None,
        previous_plural=None,
    )


def _replaced(block: Block, text: str) -> tuple[str, ...]:
    """The words that the memory brought and another proposal replaces, as a comment."""
    if not is_remembered(block) or block.msgstr[0] == text:
        return ()
    comment = EARLIER + polib.escape(block.msgstr[0])
    return () if comment in block.comments else (comment,)


def _doubted(block: Block, draft: Draft) -> tuple[str, ...]:
    """The comments with the doubts in this proposal, in place of those in an earlier one."""
    doubts = (DOUBT + " ".join(finding.message.split()) for finding in draft.findings)
    others = (text for text in block.comments if not text.startswith(DOUBT))
    return (*dict.fromkeys(doubts), *others)


def is_stale(provenance: Provenance, message: Message, engine: str | None, *, redraw: bool) -> bool:
    """Whether a proposal must be made again.

    Args:
        provenance: What the entry says of the proposal.
        message: What the article and the glossary say now.
        engine: Name of the engine pinned for the pair, `argos/en_zh@1.9`; None if none is pinned:
            then another engine's drafts stay.
        redraw: Make all of them again, but those that are pieces of a person's words.
    """
    if (redraw and provenance.engine not in _PIECES) or provenance.glossary != message.concepts:
        return True
    by_engine = "/" in provenance.engine
    return by_engine and engine is not None and provenance.engine != engine


def _same_ends(text: str, msgid: str) -> str:
    """Newlines at both ends as in the msgid: `msgfmt --check` insists."""
    body = text.strip("\r\n").replace("\r\n", "\n").replace("\r", "\n")
    return "\n" * msgid.startswith("\n") + body + "\n" * msgid.endswith("\n")
