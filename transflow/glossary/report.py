"""How each concept fares: in the drafts of a run, and in the catalogs as they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from transflow.glossary.glossary import Glossary
from transflow.model import Entry, State, TermResult, TermWay

__all__ = ["WAYS", "Tally", "of_drafts", "of_entries", "plain"]

_MACHINE = frozenset({State.DRAFT, State.CHANGED})
"""States of which the text that counts is a machine's: for `changed`, the proposal."""
WAYS = (*(way.value for way in TermWay), "overridden", "person", "unknown")
"""How an occurrence may have come to be what it is; the names of a tally's numbers."""
_EMPTY = frozenset({State.UNTRANSLATED, State.OBSOLETE})


@dataclass(frozen=True, slots=True)
class Tally:
    """One concept in one locale."""

    concept: str
    locale: str
    occurrences: int
    free: int = 0
    constrained: int = 0
    placeholder: int = 0
    splice: int = 0
    failed: int = 0
    overridden: int = 0
    """Occurrences that a person rendered in another way."""
    person: int = 0
    """Occurrences with an approved form in a person's words."""
    unknown: int = 0
    """Occurrences with an approved form in drafts that this machine has not made."""

    @property
    def held(self) -> int:
        """Occurrences with an approved form."""
        return self.occurrences - self.failed - self.overridden


def of_drafts(results: Iterable[tuple[str, TermResult]]) -> list[Tally]:
    """Count what a run did.

    Args:
        results: (locale, what became of a term).
    """
    ways: Counter[tuple[str, str, str]] = Counter()
    for locale, result in results:
        ways[result.concept, locale, result.way.value] += 1
    return _tallies(ways)


def of_entries(
    entries: Iterable[tuple[str, Entry]],
    glossary: Glossary,
    source: str,
    made: Mapping[str, Sequence[TermResult]],
) -> list[Tally]:
    """Count what the catalogs hold.

    Args:
        entries: (locale, entry).
        glossary: The terms.
        source: BCP 47 tag of the articles.
        made: Text of a draft -> how its terms came in; drafts that are not there are unknown.
    """
    ways: Counter[tuple[str, str, str]] = Counter()
    for locale, entry in entries:
        text = entry.draft if entry.state is State.CHANGED else entry.msgstr
        if entry.state in _EMPTY or not text:
            continue
        machine = entry.state in _MACHINE
        results = list(made.get(text.strip(), ()))
        verdict = glossary.check(entry.msgid, text, source, locale)
        for term, place in zip(verdict.requirements, verdict.places, strict=True):
            known = next((one for one in results if one.concept == term.concept.id), None)
            if known is not None:
                results.remove(known)
            if place is not None:
                kept = known is not None and known.way is not TermWay.FAILED
                way = known.way.value if known and kept else "unknown" if machine else "person"
                ways[term.concept.id, locale, way] += 1
            elif not term.optional:
                ways[term.concept.id, locale, "failed" if machine else "overridden"] += 1
    return _tallies(ways)


def _tallies(ways: Counter[tuple[str, str, str]]) -> list[Tally]:
    totals: Counter[tuple[str, str]] = Counter()
    for (concept, locale, _), count in ways.items():
        totals[concept, locale] += count
    return [
        Tally(
            concept,
            locale,
            total,
            **{way: ways[concept, locale, way] for way in WAYS},
        )
        for (concept, locale), total in sorted(totals.items())
    ]


def plain(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    """For `--json`."""
    return [asdict(tally) | {"held": tally.held} for tally in tallies]
