"""Bring a catalog up to date with its article: nothing a person wrote is lost or passed off.

An identical sentence keeps everything. A sentence that moved on comes as `changed`, its old words
kept beside `#| msgid`. What the article no longer says becomes `#~`, and comes back if it does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from transflow.catalogs import header as heads
from transflow.catalogs import upkeep
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.carry import carried
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.drafts import BESIDE, filled, is_stale
from transflow.catalogs.predecessors import predecessors
from transflow.catalogs.provenance import digest, pair_digest, provenance_of
from transflow.catalogs.states import Rules, derive, is_human
from transflow.catalogs.twins import without_twins
from transflow.model import Draft, Finding, Message, Provenance, Severity, State, UnitKind

__all__ = ["Merge", "merge"]

_AUTOMATIC = frozenset({"", *UnitKind})
"""Contexts that the kinds of equal short sentences brought about, not an author."""


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
    """
    rules = rules or (old.rules if old else Rules())
    if old is None:
        head = heads.new_header(locale, f"{project} {article_id}".strip(), today, sentence_rules)
        base = Catalog(path or f"{article_id}.po", locale, head, (), rules=rules)
    else:
        base = replace(old, rules=rules, locale=old.locale or locale)
    run = _Run(base, messages, engine, redraw=redraw, source_locale=source_locale)
    catalog = base.changed(_quiet(base.blocks, run.blocks()), today)
    head = heads.completed(catalog.head, locale, f"{project} {article_id}".strip(), today)
    if sentence_rules and catalog is not base:
        head = heads.ruled(head, sentence_rules)
    if head is not catalog.head:
        catalog = replace(catalog, head=head, data=None)
    if old is not None and catalog is base:
        catalog = old if old.rules is rules else base
    return replace(run.result, catalog=catalog, work=tuple(run.work), findings=run.findings())


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
    ) -> None:
        self.base = base
        self.messages = messages
        self.engine = engine
        self.redraw = redraw
        self.source_locale = source_locale
        self.old = [block for block in base.blocks if not block.obsolete]
        self.gone = [block for block in base.blocks if block.obsolete]
        self.states = {
            id(block): derive(block, base.rules, guarded=base.guarded) for block in base.blocks
        }
        self.used: set[int] = set()
        self.work: list[Message] = []
        self.result = Merge(base, ())

    def blocks(self) -> tuple[Block, ...]:
        """Today's entries in document order, then what the article no longer says."""
        live = self._live()
        retired = [upkeep.retired(block) for block in self.old if id(block) not in self.used]
        new = [block for block in retired if block is not None]
        self._count(obsolete=len(new))
        old = [block for block in self.gone if id(block) not in self.used]
        return without_twins(live, [*old, *new])

    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at in the file as read."""
        found = [
            self._finding("unconfirmed", self._doubt(block), block)
            for block in self.old
            if self.states[id(block)] is State.UNCONFIRMED
        ]
        if self.base.guarded:
            found.append(
                self._finding(
                    "mass-unflagged",
                    "most drafts came back without the fuzzy flag and untouched; they stay drafts "
                    "until transflow approve says that they were read",
                )
            )
        return tuple(found)

    def _live(self) -> list[Block]:
        at = {key_of(block): index for index, block in enumerate(self.old)}
        same = {
            number: at[key]
            for number, message in enumerate(self.messages)
            if (key := (message.msgctxt, message.msgid)) in at
        }
        same |= self._recontexted(same)
        self.used = {id(self.old[index]) for index in same.values()}
        back = self._back(same)
        pairs = predecessors(
            [block.msgid for block in self.old],
            [message.msgid for message in self.messages],
            same,
            frozenset(
                i for i, b in enumerate(self.old) if id(b) not in self.used and any(b.msgstr)
            ),
            frozenset(range(len(self.messages))) - set(same) - set(back),
        )
        self.used |= {id(self.old[index]) for index in pairs.values()}
        result = []
        for number, message in enumerate(self.messages):
            if number in same:
                result.append(self._same(self.old[same[number]], message))
            elif number in back:
                self._count(revived=1)
                result.append(self._asked(back[number], message))
            elif number in pairs:
                result.append(self._moved_on(self.old[pairs[number]], message))
            else:
                self._count(new=1)
                result.append(self._asked(upkeep.blank(message), message))
        return result

    def _recontexted(self, same: Mapping[int, int]) -> dict[int, int]:
        """Sentences whose msgctxt alone changed because an equal text of another kind came or went."""
        taken = set(same.values())
        free: dict[str, list[int]] = {}
        for index, block in enumerate(self.old):
            if index not in taken and (block.msgctxt or "") in _AUTOMATIC:
                free.setdefault(block.msgid, []).append(index)
        found: dict[int, int] = {}
        for number, message in enumerate(self.messages):
            if number in same or message.msgctxt not in _AUTOMATIC:
                continue
            for index in free.get(message.msgid, ()):
                kind = self.old[index].extracted[:1]
                if index not in found.values() and kind == (f" {message.comments[0]}",)[:1]:
                    found[number] = index
                    break
        return found

    def _back(self, same: Mapping[int, int]) -> dict[int, Block]:
        """Sentences the article says again: from a changed entry, else from `#~`."""
        gone: dict[tuple[str, str], Block] = {}
        for block in self.gone:
            key = key_of(block)
            if key not in gone or (is_human(block) and not is_human(gone[key])):
                gone[key] = block
        moved: dict[str, list[Block]] = {}
        for block in self.base.blocks:
            if block.previous_msgid is not None and id(block) not in self.used:
                moved.setdefault(block.previous_msgid, []).append(block)
        found: dict[int, Block] = {}
        for number, message in enumerate(self.messages):
            if number in same:
                continue
            for block in moved.get(message.msgid, ()):
                again = upkeep.restored(block, message)
                if again is not None and id(block) not in self.used:
                    found[number] = again
                    self.used.add(id(block))
                    break
            else:
                source = gone.get((message.msgctxt, message.msgid))
                if source is not None and id(source) not in self.used:
                    found[number] = upkeep.revived(source, message)
                    self.used.add(id(source))
        return found

    def _same(self, block: Block, message: Message) -> Block:
        state = self.states[id(block)]
        block = upkeep.kept(block, state)
        if (block.msgctxt or "") != message.msgctxt:
            block = evolve(block, msgctxt=message.msgctxt or None)
        block = upkeep.renewed(block, message, upkeep.beside(block, state))
        return self._asked(block, message)

    def _moved_on(self, block: Block, message: Message) -> Block:
        if is_human(block):
            self._count(changed=1)
        changed = upkeep.moved_on(block, self.states[id(block)], message)
        return self._asked(self._with_carried(changed, message), message)

    def _with_carried(self, block: Block, message: Message) -> Block:
        """The words with only numbers, dates or addresses changed, as the proposal beside them."""
        provenance = provenance_of(block.comments)
        previous = block.previous_msgid
        if (
            previous is None
            or provenance is None
            or (block.previous_msgctxt or "") != message.msgctxt
        ):
            return block
        if provenance.prev != pair_digest(previous, block.msgstr[0]):
            return block
        text = carried(
            previous, block.msgstr[0], message.msgid, self.source_locale, self.base.locale
        )
        if text is None:
            return block
        return filled(block, State.CHANGED, Draft(text, origin="carried"), message)

    def _asked(self, block: Block, message: Message) -> Block:
        """Put the message on the work list if its entry needs a proposal."""
        state = derive(block, self.base.rules)
        block = upkeep.kept(block, state)
        provenance = provenance_of(block.comments) or Provenance()
        stale = is_stale(provenance, message, self.engine, redraw=self.redraw)
        beside = upkeep.beside(block, state)
        if state is State.DRAFT and stale:
            self._count(redraw=1)
        if (
            state is State.UNTRANSLATED
            or (state is State.DRAFT and stale)
            or (state in BESIDE and (not beside or stale))
        ):
            self.work.append(message)
        return block

    def _count(self, **counts: int) -> None:
        self.result = replace(
            self.result, **{name: getattr(self.result, name) + n for name, n in counts.items()}
        )

    def _doubt(self, block: Block) -> str:
        """What is known about words that belong to another sentence."""
        provenance = provenance_of(block.comments)
        source = provenance.source if provenance else ""
        owner = next((b.msgid for b in self.base.blocks if digest(b.msgid) == source), "")
        owner = owner or block.previous_msgid or ""
        told = f": {owner!r}" if owner else ""
        return (
            f"the translation was written for another sentence{told}; edit it, or confirm it with "
            "transflow approve"
        )

    def _finding(self, rule: str, message: str, block: Block | None = None) -> Finding:
        return Finding(
            rule,
            Severity.WARNING,
            message,
            path=self.base.path,
            line=block.line if block else 0,
            locale=self.base.locale,
            msgctxt=(block.msgctxt or "") if block else "",
            msgid=block.msgid if block else "",
        )
