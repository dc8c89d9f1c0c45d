"""A catalog: one article in one locale, as the PO file says it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import PurePosixPath

from transflow.bcp47 import normalize
from transflow.catalogs import header as heads
from transflow.catalogs.block import Block, evolve, key_of, text_of
from transflow.catalogs.drafts import DRAFT_LINE, filled
from transflow.catalogs.provenance import provenance_of, without_provenance
from transflow.catalogs.rejoining import rejoined
from transflow.catalogs.scanner import scan
from transflow.catalogs.states import SINGLE, Rules, derive, is_brought, mass_unflagged
from transflow.errors import TransflowError
from transflow.model import Draft, Entry, Message, State

__all__ = ["Catalog", "parse"]

_MSGID = re.compile(r"\s*(?:msgctxt.*)?msgid\b")


@dataclass(frozen=True)
class Catalog:
    """The blocks of a PO file and what they mean.

    `dump` gives back the very bytes that were read for as long as nothing was changed, and the
    raw lines of every entry that was not.
    """

    path: str
    """For messages: relative to the project."""
    locale: str
    """BCP 47 tag; empty if neither header nor path says it."""
    head: Block
    blocks: tuple[Block, ...]
    """Live and obsolete entries in file order, without the header."""
    tail: str = ""
    data: bytes | None = field(default=None, repr=False)
    """The bytes as read; None once something was changed."""
    rules: Rules = SINGLE
    misread: bool = False
    """True if gettext's tools cannot read the file as it lies there."""

    @cached_property
    def guarded(self) -> bool:
        """True if the file came back with most drafts unflagged and untouched."""
        return mass_unflagged(self.blocks)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The live entries with their states, in file order."""
        return tuple(self._entry(block) for block in self.blocks if not block.obsolete)

    @property
    def standing(self) -> list[tuple[str, State]]:
        """(msgid, state) of the live entries: a tenth of what `entries` costs, for whoever counts."""
        return [
            (block.msgid, derive(block, self.rules, guarded=self.guarded))
            for block in self.blocks
            if not block.obsolete
        ]

    @property
    def brought(self) -> list[tuple[str, State]]:
        """The same of the entries whose words the memory brought and nobody confirmed or changed."""
        return [
            (block.msgid, derive(block, self.rules, guarded=self.guarded))
            for block in self.blocks
            if not block.obsolete and is_brought(block)
        ]

    @cached_property
    def obsolete(self) -> tuple[Entry, ...]:
        """What the article no longer says."""
        return tuple(self._entry(block) for block in self.blocks if block.obsolete)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Entry]:
        return {entry.key: entry for entry in self.entries}

    @property
    def header(self) -> Mapping[str, str]:
        """The header's fields."""
        return heads.fields(self.head)

    @property
    def sentence_rules(self) -> str:
        """Version of the sentence rules its units were cut with."""
        return self.header.get(heads.RULES_FIELD, "")

    @property
    def msgids(self) -> frozenset[str]:
        """Texts of the live entries: what `documents.read` takes as `known`."""
        return frozenset(block.msgid for block in self.blocks if not block.obsolete)

    def entry(self, msgid: str, msgctxt: str = "") -> Entry | None:
        """The live entry of a sentence, or None."""
        return self._by_key.get((msgctxt, msgid))

    def entry_at(self, line: int) -> Entry | None:
        """The live entry that a line of the file as read belongs to, comments included."""
        for block in self.blocks:
            if not block.obsolete and block.raw is not None:
                lines = block.raw.split("\n")
                before = next(i for i, text in enumerate(lines) if _MSGID.match(text))
                start = block.line - before
                if start <= line < start + block.raw.count("\n") + (lines[-1] != ""):
                    return self.entry(block.msgid, block.msgctxt or "")
        return None

    def with_rules(self, rules: Rules) -> "Catalog":
        """The same catalog under other rules of review."""
        return replace(self, rules=rules)

    def with_drafts(
        self, drafts: Mapping[tuple[str, str], Draft], messages: Sequence[Message], today: datetime
    ) -> "Catalog":
        """The catalog with drafts where they belong; a person's words stay what they are.

        An empty entry or an untouched draft takes the draft as its msgstr, flagged fuzzy; a
        `changed` or `unconfirmed` one gets it as `#. draft:` beside the words it has.

        Args:
            drafts: (msgctxt, msgid) -> draft; `Draft.origin` names the engine.
            messages: The messages the drafts were made for (`Merge.work`).
            today: For the header's revision date; with a time zone.
        """
        wanted = {(message.msgctxt, message.msgid): message for message in messages}
        blocks = tuple(
            filled(block, derive(block, self.rules, guarded=self.guarded), drafts[key], wanted[key])
            if not block.obsolete and (key := key_of(block)) in drafts and key in wanted
            else block
            for block in self.blocks
        )
        return self.changed(blocks, today)

    def changed(
        self, blocks: tuple[Block, ...], today: datetime | None, translator: str = ""
    ) -> "Catalog":
        """The catalog with these blocks; itself if they are the same, else dated when they differ.

        Args:
            blocks: All entries in their new order.
            today: For the revision date; None leaves it alone.
            translator: For `Last-Translator`, where a person did it.
        """
        same = len(blocks) == len(self.blocks) and all(
            new is old for new, old in zip(blocks, self.blocks, strict=True)
        )
        if same and not translator:
            return self
        head = self.head
        if today is not None and (translator or _content(blocks) != _content(self.blocks)):
            head = heads.dated(head, today, translator)
        return replace(self, head=head, blocks=blocks, data=None)

    def dump(self) -> bytes:
        """The file's bytes: as read, or UTF-8 with LF."""
        if self.data is not None:
            return self.data
        parts = [text_of(self.head)]
        for block in self.blocks:
            if not parts[-1].endswith("\n"):
                parts.append("\n")
            parts += [block.gap or "\n", text_of(block)]
        if self.tail and not parts[-1].endswith("\n"):
            parts.append("\n")
        text = "".join([*parts, self.tail])
        return (text if text.endswith("\n") else text + "\n").encode()

    def _entry(self, block: Block) -> Entry:
        extracted = tuple(line.strip() for line in block.extracted)
        drafts = [
            line.removeprefix(DRAFT_LINE) for line in extracted if line.startswith(DRAFT_LINE)
        ]
        return Entry(
            msgid=block.msgid,
            msgstr=block.msgstr[0],
            state=derive(block, self.rules, guarded=self.guarded),
            msgctxt=block.msgctxt or "",
            fuzzy=block.fuzzy,
            flags=block.flags,
            comments=tuple(text.strip() for text in without_provenance(block.comments)),
            extracted=tuple(line for line in extracted if not line.startswith(DRAFT_LINE)),
            references=tuple(ref for line in block.references for ref in _references(line)),
            previous_msgid=block.previous_msgid or "",
            provenance=provenance_of(block.comments),
            draft=drafts[-1] if drafts else "",
            line=block.line,
        )


def parse(data: bytes, path: str, *, locale: str = "", rules: Rules | None = None) -> Catalog:
    """Read a PO file's bytes.

    Args:
        data: The bytes.
        path: For messages and, as `locales/<locale>/LC_MESSAGES/...`, for the locale.
        locale: BCP 47 tag where the caller knows it.
        rules: Rules of review the states are derived by; single review if absent.

    Raises:
        CatalogError: With file and line, for anything `msgfmt` would refuse.
    """
    found = scan(data, path)
    head = next((b for b in found.blocks if key_of(b) == ("", "") and not b.obsolete), None)
    blocks = rejoined(tuple(block for block in found.blocks if block is not head))
    tag = locale or heads.language(head) or _locale_of(path)
    if head is None:
        fresh = heads.new_header(tag or None, "articles", datetime.now(UTC))
        return Catalog(path, tag, fresh, blocks, found.tail, data, rules or SINGLE)
    head = evolve(head, gap="")
    if not found.clean:
        head = heads.in_utf8(head)
    return Catalog(path, tag, head, blocks, found.tail, data, rules or SINGLE, found.misread)


def _locale_of(path: str) -> str:
    parts = PurePosixPath(path).parts
    if "LC_MESSAGES" not in parts[1:]:
        return ""
    try:
        return normalize(parts[parts.index("LC_MESSAGES") - 1])
    except TransflowError:
        return ""


def _content(blocks: tuple[Block, ...]) -> set[tuple[object, ...]]:
    """What a revision date is about: texts and flags, not comments or order."""
    return {(*key_of(b), b.msgstr, b.fuzzy, b.obsolete, b.previous_msgid) for b in blocks}


def _references(line: str) -> list[str]:
    """File names of a `#:` line; gettext 0.22 puts names with spaces between U+2068 and U+2069."""
    result: list[str] = []
    for number, part in enumerate(line.replace("\u2069", "\u2068").split("\u2068")):
        result += [part] if number % 2 else part.split()
    return result
