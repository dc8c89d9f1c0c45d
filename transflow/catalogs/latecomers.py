"""A person's words for a sentence as it was, that come when the catalog has moved on.

A reviewer works in a branch or in a file sent out; meanwhile 9 a.m. became 8 a.m. here. The words
then have an entry of their own that no sentence of the article asks for. They are newer than what
the changed entry keeps, and better than a machine's draft: they become the words it starts from.
"""

from collections.abc import Container, Sequence

from transflow.catalogs.block import Block, evolve
from transflow.catalogs.carry import carried, skeleton
from transflow.catalogs.provenance import provenance_of
from transflow.catalogs.states import Rules, derive, is_remembered, is_worded
from transflow.model import MERGED, Message, State

__all__ = ["Latecomers"]

_WORDED = frozenset({State.EDITED, State.TRANSLATED, State.APPROVED})
_UNTOUCHED = frozenset({State.DRAFT, State.UNTRANSLATED})


class Latecomers:
    """The entries with a person's words that no sentence of today took up.

    Args:
        blocks: The catalog's entries.
        used: Ids of those that were taken up.
        rules: Rules of review.
        source_locale: BCP 47 tag of the sentences.
        locale: BCP 47 tag of the words.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        used: Container[int],
        rules: Rules,
        source_locale: str,
        locale: str,
    ) -> None:
        self.locales = source_locale, locale
        self.states: dict[int, State] = {}
        self.came: dict[tuple[str, str], Block] = {}
        self.alike: dict[tuple[str, str], Block] = {}
        for block in blocks:
            if id(block) in used or not is_worded(block) or MERGED in block.msgstr:
                continue
            state = derive(evolve(block, obsolete=False), rules)
            if state not in _WORDED:
                continue
            self.states[id(block)] = state
            context = block.msgctxt or ""
            self.alike[context, skeleton(block.msgid, source_locale)] = block
            if not block.obsolete:
                self.came[context, block.msgid] = block

    def newest(self, block: Block, state: State, message: Message) -> Block | None:
        """The entry whose words are to be the sentence's own, or None.

        Args:
            block: The sentence's entry now.
            state: Its state.
            message: The sentence.
        """
        if not self.states:
            return None
        if state is State.CHANGED:
            before = (block.previous_msgctxt or "", block.previous_msgid or "")
            found = self.came.get(before)
            return found if found and found.msgstr != block.msgstr else None
        if state not in _UNTOUCHED or is_remembered(block) or not _is_own_draft(block):
            return None
        found = self.alike.get((message.msgctxt, skeleton(message.msgid, self.locales[0])))
        fits = found and carried(found.msgid, found.msgstr[0], message.msgid, *self.locales)
        return found if fits else None


def _is_own_draft(block: Block) -> bool:
    """Whether the text is a machine's, and not one that was carried or split from a person's."""
    known = provenance_of(block.comments)
    return known is None or known.engine not in {"carried", "split", "joined"}
