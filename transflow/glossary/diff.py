"""What changed between two glossaries, and which entries of the catalogs that touches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transflow.glossary.concept import Concept
from transflow.glossary.glossary import Glossary
from transflow.glossary.options import written_options
from transflow.model import Entry, State

__all__ = ["Change", "Touched", "diff", "impact"]

_MACHINE = frozenset({State.DRAFT, State.UNTRANSLATED})
_VOUCHED = frozenset({State.TRANSLATED, State.APPROVED})


@dataclass(frozen=True, slots=True)
class Change:
    """One concept that was added, removed or changed."""

    id: str
    kind: str
    """`added`, `removed` or `changed`."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """(column, before, after) of what differs; empty cells are empty strings."""


@dataclass(frozen=True, slots=True)
class Touched:
    """An entry whose terms a change of the glossary concerns."""

    path: str
    locale: str
    entry: Entry
    concepts: tuple[str, ...]
    """Ids of the concepts whose forms or presence differ for this entry."""
    refused: bool = False
    """Whether a person vouched for words that lack an approved form now, or have a refused one."""
    drawn: bool = False
    """Whether it is a draft that was made with the glossary as it is now."""

    @property
    def redrawn(self) -> bool:
        """True for untouched drafts; a person's text is reported to its reviewers, never changed."""
        return self.entry.state in _MACHINE and not self.drawn


def diff(old: Glossary, new: Glossary) -> tuple[Change, ...]:
    """The concepts that differ, in the order of the new glossary, removed ones last."""
    before = {concept.id: _cells(concept) for concept in old.concepts}
    after = {concept.id: _cells(concept) for concept in new.concepts}
    changes = []
    for id_, cells in after.items():
        if id_ not in before:
            changes.append(Change(id_, "added", tuple((k, "", v) for k, v in cells.items() if v)))
        elif cells != before[id_]:
            changes.append(Change(id_, "changed", tuple(_fields(before[id_], cells))))
    gone = [id_ for id_ in before if id_ not in after]
    changes += [
        Change(id_, "removed", tuple((k, v, "") for k, v in before[id_].items() if v))
        for id_ in gone
    ]
    return tuple(changes)


def _cells(concept: Concept) -> dict[str, str]:
    marks = {"forbidden": "!", "deprecated": "~"}
    forms = {
        tag: " | ".join(("^" if f.first else marks.get(f.status, "")) + f.text for f in given)
        for tag, given in concept.forms.items()
    }
    status = "approved" if concept.approved else "proposed"
    rest = {"pos": concept.pos, "match": written_options(concept), "status": status}
    return {**forms, **rest, "note": concept.note}


def _fields(before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys([*before, *after]):
        pair = before.get(name, ""), after.get(name, "")
        if pair[0] != pair[1]:
            yield (name, *pair)


def impact(
    old: Glossary, new: Glossary, entries: Iterable[tuple[str, str, Entry]], source: str
) -> tuple[Touched, ...]:
    """The entries a change touches: those whose fingerprint differs, and no others.

    Args:
        old: The glossary as it was.
        new: As it is.
        entries: (path of the catalog, its locale, entry).
        source: BCP 47 tag of the articles.
    """
    cache: dict[tuple[str, str], tuple[str, ...]] = {}
    touched = []
    for path, locale, entry in entries:
        key = (locale, entry.msgid)
        if key not in cache:
            cache[key] = _differing(old, new, entry.msgid, source, locale)
        if cache[key] and entry.state is not State.OBSOLETE:
            refused = entry.state in _VOUCHED and _refuses(new, entry, source, locale)
            touched.append(Touched(path, locale, entry, cache[key], refused))
    return tuple(touched)


def _refuses(glossary: Glossary, entry: Entry, source: str, locale: str) -> bool:
    verdict = glossary.check(entry.msgid, entry.msgstr, source, locale)
    return bool(verdict.missing or verdict.refused)


def _differing(
    old: Glossary, new: Glossary, text: str, source: str, locale: str
) -> tuple[str, ...]:
    prints = []
    for glossary in (old, new):
        matches = glossary.find(text, source)
        by_id = {match.concept.id: match for match in matches}
        prints.append({id_: glossary.fingerprint([m], locale) for id_, m in by_id.items()})
    before, after = prints
    return tuple(
        id_ for id_ in dict.fromkeys([*after, *before]) if before.get(id_, "") != after.get(id_, "")
    )
