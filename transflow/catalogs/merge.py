"""Bring a catalog up to date with its article: nothing a person wrote is lost or passed off.

An identical sentence keeps everything. A sentence that moved on comes as `changed`, its old words
kept beside `#| msgid`. What the article no longer says becomes `#~`, and comes back if it does.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from transflow.bcp47 import sentence_space
from transflow.catalogs import header as heads
from transflow.catalogs import upkeep
from transflow.catalogs.block import Block, evolve
from transflow.catalogs.carry import carried
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.companions import companies
from transflow.catalogs.drafts import BESIDE, filled, is_stale
from transflow.catalogs.latecomers import Latecomers
from transflow.catalogs.pairing import paired
from transflow.catalogs.provenance import (
    pair_digest,
    provenance_of,
    provenance_only,
    without_provenance,
)
from transflow.catalogs.sewing import sewn
from transflow.catalogs.states import Rules, derive, is_worded
from transflow.catalogs.telling import told
from transflow.catalogs.twins import without_twins
from transflow.model import MERGED, Draft, Entry, Finding, Message, Provenance, State
from transflow.segmentation import split

__all__ = ["Merge", "merge"]

_RENDERED = frozenset({State.EDITED, State.TRANSLATED, State.APPROVED})
"""States in which `[[merged]]` says that a neighbour renders the sentence as it stands."""


@dataclass(frozen=True)
class Merge:
    """A catalog brought up to date, and what that took."""

    catalog: Catalog
    work: tuple[Message, ...]
    """What needs a draft: empty entries, stale drafts, changed sentences without a proposal."""
    new: int = 0
    changed: int = 0
    """Sentences that moved on since the last run and keep a person's words."""
    obsolete: int = 0
    """Entries that became `#~`."""
    revived: int = 0
    """Entries that came back, from `#~` or from `changed`."""
    redraw: int = 0
    """Untouched drafts that are to be drawn again."""
    findings: tuple[Finding, ...] = ()
    """What a person should look at: unconfirmed entries, a file whose flags were all cleared."""


def merge(
    old: Catalog | None,
    messages: Sequence[Message],
    *,
    locale: str,
    article_id: str,
    today: datetime,
    project: str = "articles",
    engine: str | None = None,
    sentence_rules: str = "",
    rules: Rules | None = None,
    redraw: bool = False,
    path: str = "",
    source_locale: str = "en",
    sound: Callable[[Entry], bool] = lambda _: True,
    noted: Collection[tuple[str, str]] = (),
) -> Merge:
    """Bring a catalog up to date.

    Args:
        old: The catalog as read, or None if there is none yet.
        messages: What the article says, in document order.
        locale: BCP 47 tag of the translations.
        article_id: For a new header and for messages.
        today: For a revision date, used only if something changes; with a time zone.
        project: For a new header's Project-Id-Version.
        engine: Name of the engine pinned for the pair; None leaves other engines' drafts alone.
        sentence_rules: Version of the rules the sentences were cut with.
        rules: Rules of review.
        redraw: Ask for new drafts wherever nobody has touched one.
        path: The file, for findings; the old catalog's if there is one.
        source_locale: BCP 47 tag of the article.
        sound: Whether an old sentence and a person's words for it may serve the new one; not where a check found an error.
        noted: (msgctxt, msgid) of the entries that the last run left, where the file changed since.
    """
    rules = rules or (old.rules if old else Rules())
    if old is None:
        head = heads.new_header(locale, f"{project} {article_id}".strip(), today, sentence_rules)
        base = Catalog(path or f"{article_id}.po", locale, head, (), rules=rules)
    else:
        base = replace(old, rules=rules, locale=old.locale or locale)
    run = _Run(
        base,
        messages,
        engine,
        redraw=redraw,
        source_locale=source_locale,
        sound=sound,
        noted=noted,
    )
    catalog = base.changed(_quiet(base.blocks, run.blocks()), today)
    head = heads.completed(catalog.head, locale, f"{project} {article_id}".strip(), today)
    if sentence_rules and catalog is not base:
        head = heads.ruled(head, sentence_rules)
    unfit = old is not None and (not old.head.line or old.misread)  # no header, a BOM
    if head is not catalog.head or unfit:
        catalog = replace(catalog, head=head, data=None, misread=False)
    if old is not None and catalog is base:
        catalog = old if old.rules is rules else base
    return replace(run.result, catalog=catalog, work=tuple(run.work), findings=run.told())


def _quiet(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    """The new blocks in the old order where only obsolete ones would have changed places."""
    if len(old) == len(new) and {id(b) for b in old} == {id(b) for b in new}:
        before = [id(b) for b in old if not b.obsolete]
        if before == [id(b) for b in new if not b.obsolete]:
            return old
    return new


class _Run:
    """One merge: every old block is used once."""

    def __init__(
        self,
        base: Catalog,
        messages: Sequence[Message],
        engine: str | None,
        *,
        redraw: bool,
        source_locale: str,
        sound: Callable[[Entry], bool],
        noted: Collection[tuple[str, str]],
    ) -> None:
        self.base = base
        self.messages = messages
        self.engine = engine
        self.redraw = redraw
        self.source_locale = source_locale
        self.sound = sound
        self.old = [block for block in base.blocks if not block.obsolete]
        self.gone = [block for block in base.blocks if block.obsolete]
        self.states = {
            id(block): derive(block, base.rules, guarded=base.guarded) for block in base.blocks
        }
        self.pairing = paired(base.blocks, messages, noted)
        self.parted = self._parted()
        self.late = Latecomers(
            base.blocks, self.pairing.used, base.rules, source_locale, base.locale
        )
        self.left: list[Block] = []
        """What people worded and no sentence of today takes up."""
        self.work: list[Message] = []
        self.result = Merge(base, ())

    def blocks(self) -> tuple[Block, ...]:
        """Today's entries in document order, then what the article no longer says."""
        live = self._live()
        words = {block.msgstr for block in live}
        left = [
            block
            for block in self.old
            if id(block) not in self.pairing.used
            and not (self.states[id(block)] is State.CHANGED and block.msgstr in words)
        ]
        self.left = [block for block in left if is_worded(block) and block.msgstr not in words]
        new = [retired for block in left if (retired := self._retired(block)) is not None]
        self._count(obsolete=len(new))
        old = [
            block
            for block in self.gone
            if id(block) not in self.pairing.used and upkeep.retired(block) is not None
        ]
        return without_twins(live, upkeep.held([*old, *new]))

    def _retired(self, block: Block) -> Block | None:
        """The block as `#~`, with what people did to it since the last run written down first.

        Else an approval that no run had seen would be forgotten by the memory, and a flag that a
        program cleared would be an approval when the sentence comes back.
        """
        return upkeep.retired(upkeep.kept(block, self.states[id(block)]))

    def told(self) -> tuple[Finding, ...]:
        """What a person should look at in the file as read."""
        righted = {id(block) for block in self.pairing.righted}
        today = [message.msgid for message in self.messages]
        return told(self.base, self.states, righted, self.left, today)

    def _parted(self) -> dict[int, str]:
        """Sentences that were rendered in one translation and no longer stand side by side.

        Ids of their blocks, each with all that the translation renders.
        """
        if not any(MERGED in block.msgstr for block in self.old):
            return {}
        rows = [(block.msgid, self._rendering(block)) for block in self.old]
        number = {id(block): at for at, block in self.pairing.same.items()}
        today = [number.get(id(block)) for block in self.old]
        units = {
            at: {name.rpartition(".")[0] for name in message.segments}
            for at, message in enumerate(self.messages)
        }

        def apart(one: int, other: int) -> bool:
            mine, its = today[one], today[other]
            return mine is not None and its is not None and not units[mine] & units[its]

        space = sentence_space(self.source_locale)
        parted: dict[int, str] = {}
        for host, guests in companies(rows, apart).items():
            members = sorted({host, *guests})
            places = [today[at] for at in members]
            if None in places or places != list(range(places[0] or 0, (places[-1] or 0) + 1)):
                whole = space.join(rows[at][0] for at in members)
                parted |= {id(self.old[at]): whole for at in members}
        return parted

    def _rendering(self, block: Block) -> str:
        """The words of a block; the mark of a merged sentence only where it holds for the sentence."""
        text = block.msgstr[0]
        return "" if text == MERGED and self.states[id(block)] not in _RENDERED else text

    def _live(self) -> list[Block]:
        pairing = self.pairing
        result = []
        for number, message in enumerate(self.messages):
            if number in pairing.same:
                block = self._same(pairing.same[number], message)
            elif number in pairing.back:
                self._count(revived=1)
                block = self._asked(pairing.back[number], message)
            elif number in pairing.moved:
                block = self._moved_on(pairing.moved[number], message)
            elif number in pairing.splits:
                block = self._split(*pairing.splits[number], message)
            elif number in pairing.joins:
                block = self._joined(pairing.joins[number], message)
            else:
                self._count(new=1)
                block = self._asked(upkeep.blank(message), message)
            result.append(block)
        return result

    def _same(self, block: Block, message: Message) -> Block:
        state = self.states[id(block)]
        if id(block) in self.parted:
            self._count(changed=1)
            return self._asked(
                upkeep.parted(block, state, message, self.parted[id(block)]), message
            )
        block = upkeep.kept(evolve(block, broken=False), state)
        if (block.msgctxt or "") != message.msgctxt:
            block = evolve(block, msgctxt=message.msgctxt or None)
        block = upkeep.renewed(block, message, upkeep.beside(block, state))
        return self._asked(block, message)

    def _moved_on(self, block: Block, message: Message) -> Block:
        if is_worded(block):
            self._count(changed=1)
        changed = upkeep.moved_on(block, self.states[id(block)], message)
        return self._asked(self._with_carried(changed, message) or changed, message)

    def _split(self, block: Block, part: int, parts: int, message: Message) -> Block:
        """One piece of a sentence that was split: all its words, and the piece of them that fits."""
        state = self.states[id(block)]
        if part:
            block = evolve(block, comments=provenance_only(block.comments))
        changed = upkeep.moved_on(block, state, message)
        self._count(changed=1)
        text = block.msgstr[0]
        pieces = [text[start:end] for start, end in split(text, self.base.locale)]
        if len(pieces) == parts:
            changed = filled(changed, State.CHANGED, Draft(pieces[part], origin="split"), message)
        return self._asked(changed, message)

    def _joined(self, blocks: Sequence[Block], message: Message) -> Block:
        """A sentence joined from several: the first one's words, and those of all as a proposal."""
        changed = upkeep.moved_on(blocks[0], self.states[id(blocks[0])], message)
        self._count(changed=1)
        words = [block.msgstr[0] for block in blocks]
        text = sewn([block.msgid for block in blocks], message.msgid, words, self.base.locale)
        changed = filled(changed, State.CHANGED, Draft(text, origin="joined"), message)
        return self._asked(changed, message)

    def _with_carried(self, block: Block, message: Message) -> Block | None:
        """The entry with its words beside it as the proposal, only numbers, dates or addresses changed."""
        provenance = provenance_of(block.comments)
        previous = block.previous_msgid
        if (
            previous is None
            or provenance is None
            or (block.previous_msgctxt or "") != message.msgctxt
        ):
            return None
        if provenance.prev != pair_digest(previous, block.msgstr[0]):
            return None
        text = carried(
            previous, block.msgstr[0], message.msgid, self.source_locale, self.base.locale
        )
        notes = without_provenance(block.comments)
        old = Entry(previous, block.msgstr[0], State.EDITED, message.msgctxt, comments=notes)
        if text is None or not self.sound(old):
            return None
        return filled(block, State.CHANGED, Draft(text, origin="carried"), message)

    def _asked(self, block: Block, message: Message) -> Block:
        """Put the message on the work list if its entry needs a proposal."""
        block = self._overtaken(block, message)
        state = derive(block, self.base.rules)
        block = upkeep.kept(block, state)
        provenance = provenance_of(block.comments) or Provenance()
        stale = is_stale(provenance, message, self.engine, redraw=self.redraw)
        if state is State.DRAFT and stale:
            self._count(redraw=1)
        if state in BESIDE and (stale or not upkeep.beside(block, state)):
            again = self._carried_again(block, message) if state is State.CHANGED else None
            if again is not None:
                return again
            self.work.append(message)
        elif state is State.UNTRANSLATED or (state is State.DRAFT and stale):
            self.work.append(message)
        return block

    def _carried_again(self, block: Block, message: Message) -> Block | None:
        """The person's own sentence as the proposal again, which msgmerge dropped or a redraw asks for.

        Not where its terms changed since: then the words are what is out of date.
        """
        known = provenance_of(block.comments) or Provenance()
        if known.draft and known.glossary != message.concepts:
            return None
        return self._with_carried(block, message)

    def _overtaken(self, block: Block, message: Message) -> Block:
        """The entry, or `changed` with a person's newer words for the sentence as it was."""
        newest = self.late.newest(block, derive(block, self.base.rules), message)
        if newest is None or id(newest) in self.pairing.used:
            return block
        self.pairing.used.add(id(newest))
        self._count(changed=1)
        late = upkeep.overtaken(block, newest, self.late.states[id(newest)], message)
        return self._with_carried(late, message) or late

    def _count(self, **counts: int) -> None:
        self.result = replace(
            self.result, **{name: getattr(self.result, name) + n for name, n in counts.items()}
        )
