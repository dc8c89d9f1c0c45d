"""How each concept fares: in the drafts of a run, and in the catalogs as they stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from transflow.glossary.glossary import Glossary
from transflow.model import Entry, State, TermResult

__all__ = ["Tally", "of_drafts", "of_entries", "plain"]

_MACHINE = frozenset({State.DRAFT})
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
    entries: Iterable[tuple[str, Entry]], glossary: Glossary, source: str
) -> list[Tally]:
    """Count what the catalogs hold: how a draft's term came in is not kept there.

    Args:
        entries: (locale, entry).
        glossary: The terms.
        source: BCP 47 tag of the articles.
    """
    ways: Counter[tuple[str, str, str]] = Counter()
    for locale, entry in entries:
        if entry.state in _EMPTY or not entry.msgstr:
            continue
        verdict = glossary.check(entry.msgid, entry.msgstr, source, locale)
        lost = "failed" if entry.state in _MACHINE else "overridden"
        for term, place in zip(verdict.requirements, verdict.places, strict=True):
            if place is not None:
                ways[term.concept.id, locale, "free"] += 1
            elif not term.optional:
                ways[term.concept.id, locale, lost] += 1
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
            **{way: ways[concept, locale, way] for way in _WAYS},
        )
        for (concept, locale), total in sorted(totals.items())
    ]


_WAYS = ("free", "constrained", "placeholder", "splice", "failed", "overridden")


def plain(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    """For `--json`."""
    return [asdict(tally) | {"held": tally.held} for tally in tallies]
