"""What people wrote that is in a project's catalogs, read off the files: the book that is kept."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import polib

from transflow.catalogs import Catalog, Reviews, Rules, parse, read
from transflow.catalogs.block import Block
from transflow.catalogs.provenance import digest, provenance_of, without_provenance
from transflow.catalogs.states import HUMAN, derive, is_remembered, is_worded
from transflow.errors import CatalogError
from transflow.model import State
from transflow.replacing import left_behind

__all__ = ["Book", "look", "words_in"]

MACHINES = re.compile(r"\s*(memory \d+%: |doubt: |[|] )")
"""Comments that transflow and Babel make and take away again."""
VOUCHED = frozenset({State.APPROVED, State.TRANSLATED})


@dataclass(frozen=True)
class Book:
    """One look at a project."""

    words: frozenset[str]
    """Texts and notes of people, in whatever place."""
    unread: frozenset[str]
    """Drafts whose flags a program cleared: once the others are edited, they count as words."""
    forms: frozenset[str]
    """All translations, obsolete ones too."""
    comments: str
    """All comments that are not only quoted from the memory."""
    vouched: dict[tuple[str, str, str], tuple[str, State]]
    """(article, msgctxt, msgid) -> what stands approved or translated for it."""
    live: dict[tuple[str, str, str], tuple[str, State, tuple[str, ...]]]
    names: frozenset[str]
    """Catalogs, as `fr/visit`."""
    records: frozenset[tuple[str, str]]
    """Approvals in reviews.yaml."""
    broken: dict[Path, bytes]
    """Files that are no PO, as another program left them."""

    def lacks(self, words: frozenset[str]) -> set[str]:
        """Those of the words that are nowhere in the catalogs."""
        return {word for word in words if not self.holds(word)}

    def holds(self, word: str) -> bool:
        """Whether a text is somewhere as a translation or in a comment."""
        if word in self.forms:
            return True
        return any(
            one in self.comments for one in (word, polib.escape(word), " ".join(word.split()))
        )


def look(folder: Path) -> Book:
    """Read all catalogs of a project."""
    reviews = Reviews.load(folder / "reviews.yaml")
    two_step = "review: two-step" in (folder / "workflow.yaml").read_text()
    words: set[str] = set()
    unread: set[str] = set()
    forms: set[str] = set()
    comments: list[str] = []
    names: set[str] = set()
    vouched, live, broken = {}, {}, {}
    for path in sorted((folder / "locales").rglob("*.po")):
        locale = path.relative_to(folder / "locales").parts[0]
        article = path.relative_to(folder / "locales" / locale / "LC_MESSAGES").with_suffix("")
        name = f"{locale}/{article.as_posix()}"

        def recorded(pair: str, name: str = name) -> bool:
            return (name, pair) in reviews.approvals

        data, *others = _stands(path)
        try:
            rules = Rules(two_step=two_step, recorded=recorded)
            found = parse(data, str(path), locale=locale, rules=rules)
        except CatalogError:
            broken[path] = data
            continue
        names.add(name)
        _note(found, words, forms, comments)
        unread |= _unread(found)
        for entry in found.entries:
            key = (name, entry.msgctxt, entry.msgid)
            live[key] = (entry.msgstr, entry.state, tuple(entry.comments))
            if entry.state in VOUCHED:
                vouched[key] = (entry.msgstr, entry.state)
        for (
            other
        ) in others:  # who saved twice has words in both; both vouch only for what they share
            found = parse(other, str(path), locale=locale, rules=rules)
            _note(found, words, forms, comments)
            said = {(name, one.msgctxt, one.msgid): one.msgstr for one in found.entries}
            vouched = {key: one for key, one in vouched.items() if said.get(key, one[0]) == one[0]}
    for path in sorted((folder / "locales").rglob("*.po.saved*")):
        _note(read(path, locale="fr"), words, forms, comments)
    return Book(
        frozenset(words), frozenset(unread), frozenset(forms), "\n".join(comments), vouched, live,
        frozenset(names), frozenset(reviews.approvals), broken,
    )  # fmt: skip


def _stands(path: Path) -> list[bytes]:
    """What the next command finds: a file, or what was saved in it while another one was killed.

    Both where somebody saved it again since: the command will merge them.
    """
    data = path.read_bytes()
    for kept in left_behind(path.parent, path.name):
        if kept.is_saved:
            undone = hashlib.sha256(data).hexdigest()[:12] in {kept.old, kept.new}
            saved = kept.name.read_bytes()
            return [saved] if undone else [data, saved]
    return [data]


def words_in(path: Path, *, unread: bool = False) -> frozenset[str]:
    """People's words in one file, with `unread` also drafts whose flags a program cleared."""
    words: set[str] = set()
    catalog = read(path, locale="fr")
    _note(catalog, words, set(), [])
    return frozenset(words | _unread(catalog) if unread else words)


def _unread(catalog: Catalog) -> set[str]:
    if not catalog.guarded:
        return set()
    return {b.msgstr[0] for b in catalog.blocks if not b.fuzzy and _is_draft(b)}


def _is_draft(block: Block) -> bool:
    known = provenance_of(block.comments)
    return known is not None and known.draft == digest(block.msgstr[0]) and not is_remembered(block)


def _note(catalog: Catalog, words: set[str], forms: set[str], comments: list[str]) -> None:
    for block in catalog.blocks:
        forms.update(block.msgstr)
        kept = [c for c in without_provenance(block.comments) if not MACHINES.match(c)]
        comments += kept
        words.update(" ".join(comment.split()) for comment in kept if comment.strip())
        state = derive(block, catalog.rules, guarded=catalog.guarded)
        if catalog.guarded and _is_draft(block):
            continue  # a program cleared its flag
        if is_worded(block) and state in HUMAN | {State.OBSOLETE}:
            words.update(form for form in block.msgstr if form)
