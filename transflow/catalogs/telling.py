"""What a person should look at in a catalog as it was read: words in a wrong place, lost flags."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from transflow.catalogs.block import Block
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.predecessors import nearest
from transflow.catalogs.provenance import digest, provenance_of
from transflow.catalogs.seams import is_glued, is_marked
from transflow.catalogs.states import is_human
from transflow.model import Finding, Severity, State

__all__ = ["told"]

_UNREAD = (
    "most drafts came back without the fuzzy flag and untouched; they stay drafts until transflow "
    "approve says that they were read"
)
_GLUED = (
    "two lines of the translation join without a space, as merges by lines such as git's "
    "merge=union leave them: flagged fuzzy, correct it or clear the flag"
)


def told(
    catalog: Catalog,
    states: Mapping[int, State],
    righted: Collection[int],
    left: Iterable[Block],
    today: Sequence[str],
) -> tuple[Finding, ...]:
    """All findings of a merge.

    Args:
        catalog: As read.
        states: Id of a block -> its state as read.
        righted: Ids of blocks whose msgid or msgctxt was altered in the file and is set right.
        left: Blocks with people's words that no sentence took up.
        today: The article's sentences.
    """
    found = []
    for block in catalog.blocks:
        if block.obsolete:
            continue
        state = states[id(block)]
        if id(block) in righted and is_human(block):
            found.append(_finding(catalog, "righted", _righted(block), block))
        elif state is State.UNCONFIRMED:
            found.append(_finding(catalog, "unconfirmed", _doubt(catalog, block), block))
        elif state is State.EDITED and not block.fuzzy and is_glued(block):
            found.append(_finding(catalog, "glued", _GLUED, block))
    found += [
        _finding(catalog, "left-over", _left_over(block, now), block)
        for block in left
        if (now := nearest(block.msgid, today))
    ]
    if catalog.guarded:
        found.append(_finding(catalog, "mass-unflagged", _UNREAD))
    return tuple(found)


def _righted(block: Block) -> str:
    known = provenance_of(block.comments)
    stays = known and known.approved == digest(block.msgstr[0]) and not block.fuzzy
    what = "msgctxt" if known and known.source == digest(block.msgid) else "msgid"
    return f"its {what} was altered in the file and is set right; " + (
        "its words were approved for this sentence and stay so"
        if stays
        else "look at its words, then clear the flag or use transflow approve"
    )


def _left_over(block: Block, now: str) -> str:
    if now == block.msgid:
        context = f"the context {block.msgctxt!r}" if block.msgctxt else "no context"
        return (
            f"the words for {now[:60]!r} stay as #~, since the article has no such sentence in "
            f"{context}: take them over by hand if they fit"
        )
    return (
        f"the words for {block.msgid[:60]!r} stay as #~, since the article now says "
        f"{now[:60]!r}: take them over by hand if they fit"
    )


def _doubt(catalog: Catalog, block: Block) -> str:
    """What is known about words that belong to another sentence, and about the right ones."""
    if is_marked(block):
        return "the translation holds marks of a merge: take them out, and what was not meant"
    provenance = provenance_of(block.comments)
    source = provenance.source if provenance else ""
    owner = next((b.msgid for b in catalog.blocks if digest(b.msgid) == source), "")
    owner = owner or block.previous_msgid or ""
    right = next(
        (
            other.msgstr[0]
            for other in catalog.blocks
            if other is not block
            and (known := provenance_of(other.comments)) is not None
            and known.source == digest(block.msgid)
        ),
        "",
    )
    named = f", {owner!r}" if owner else ""
    hint = f"; the right words may be {right!r}" if right else ""
    return (
        f"the translation was written for another sentence{named}{hint}: edit it, or confirm it "
        "with transflow approve"
    )


def _finding(catalog: Catalog, rule: str, message: str, block: Block | None = None) -> Finding:
    return Finding(
        rule,
        Severity.WARNING,
        message,
        path=catalog.path,
        line=block.line if block else 0,
        locale=catalog.locale,
        msgctxt=(block.msgctxt or "") if block else "",
        msgid=block.msgid if block else "",
    )
