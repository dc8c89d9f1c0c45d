"""How much each word of a translation speaks for belonging to a part of the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from transflow.translation.smallwords import is_small
from transflow.translation.spanevidence import Evidence, Gain
from transflow.translation.spanlinks import Links, links
from transflow.translation.spanwords import Atom, atoms

__all__ = ["ALONE", "CLEAR", "Pair", "Part"]

Part = tuple[int, int, bool, int]
"""(start, end, whether it goes with the word behind it, index of the part around it or -1)."""

CLEAR = 0.5
"""From here on a word speaks for itself."""
ALONE = 0.35
"""What an unaligned word inside a run costs: a function word may belong to it."""
_OWED = 1.0
"""A part that no piece owes as much to (natural logarithm) is not in the translation."""
_CLAUSE = frozenset(",;:，；：。؛،")
_ATTENTION, _GAIN, _RIVAL, _BIAS = 0.58, 1.28, 0.2, 0.55
"""Logistic regression over the words of half of the hand-made set, divided by four."""


@dataclass(frozen=True)
class Pair:
    """A sentence, its translation, and what is known of which words go together.

    Attributes:
        source: The source sentence.
        target: Its translation.
        parts: The parts that look for their place, outer before inner.
        evidence: An engine's opinion.
    """

    source: str
    target: str
    parts: tuple[Part, ...]
    evidence: Evidence

    @cached_property
    def atoms(self) -> list[Atom]:
        """The words of the target."""
        whole = [(start, end) for _, _, start, end in self.terms]
        return atoms(self.target, self.evidence.pieces, whole)

    @cached_property
    def terms(self) -> list[tuple[int, int, int, int]]:
        """The terms that no part begins or ends in: marks do not cut their translation either."""
        edges = [edge for start, end, *_ in self.parts for edge in (start, end)]
        return [
            term
            for term in self.evidence.terms
            if not any(term[0] < edge < term[1] for edge in edges)
        ]

    @cached_property
    def links(self) -> Links:
        """For each atom the source ranges it goes with."""
        return links(self.source, self.target, self.atoms, self.evidence.alignment, self.terms)

    def around(self, index: int) -> tuple[int, int]:
        """The source range of the part around a part; the whole source where there is none."""
        parent = self.parts[index][3]
        return (0, len(self.source)) if parent < 0 else self.parts[parent][:2]

    def word(self, number: int) -> str:
        """The letters of an atom."""
        return self.target[self.atoms[number].start : self.atoms[number].end]

    def lost(self, index: int) -> bool:
        """Whether nothing in the target depends on a part, as far as the engine was asked."""
        return bool(gains := self._gains(index)) and max(gain for *_, gain in gains) < _OWED

    def score(self, index: int, number: int) -> float:
        """How much an atom speaks for (up to 1) or against (down to -1) belonging to a part."""
        atom = self.atoms[number]
        if not atom.word and self._ends_clause(index, number):
            return -1.0
        linked = self.linked(index, number)
        gains = self._gains(index)
        known = any((atom.start, atom.end) == term[2:] for term in self.terms)
        if not atom.word or known or not gains or self.lost(index):
            return linked
        owed = self.owed(index, number)
        rival = max((_most(self._gains(other), atom) for other in self._rivals(index)), default=0)
        if linked < 0 and self._unaligned(number):
            linked = 0.0
        score = _ATTENTION * linked + _GAIN * owed - _RIVAL * min(4.0, max(0.0, rival)) / 2 - _BIAS
        score = max(-1.0, min(1.0, score))
        return score * ALONE if is_small(self.word(number)) else score

    def _unaligned(self, number: int) -> bool:
        """Whether attention rests on a mark, which is where it goes that goes nowhere."""
        linked = self.links[number]
        return bool(linked) and not any(self.source[left].isalnum() for left, _ in linked)

    def owed(self, index: int, number: int) -> float:
        """What an atom owes to a part, as a share of what the one does that owes it most (1 to -0.5)."""
        gains = self._gains(index)
        most = max((gain for *_, gain in gains), default=0.0)
        return max(-0.5, min(1.0, _most(gains, self.atoms[number]) / most)) if most > 0 else 0.0

    def _ends_clause(self, index: int, number: int) -> bool:
        """Whether a part would go on behind a comma though it has none."""
        start, end, *_ = self.parts[index]
        return self.word(number) in _CLAUSE and _CLAUSE.isdisjoint(self.source[start:end])

    def linked(self, index: int, number: int) -> float:
        """How much an atom speaks for a part by alignment alone."""
        start, end = self.parts[index][:2]
        linked = self.links[number]
        weights = [_weight(self.source[left:right]) for left, right in linked]
        total = sum(weights)
        if not total:
            return -ALONE
        inside = sum(
            weight
            for (left, right), weight in zip(linked, weights, strict=True)
            if start < right and left < end
        )
        score = 2 * inside / total - 1
        if not self.atoms[number].word:
            return min(score, 0.1) * 0.3
        if is_small(self.word(number)):
            return score * ALONE
        return score if max(weights) == 1 else score * 0.6

    def _gains(self, index: int) -> Sequence[Gain]:
        gains = self.evidence.gains
        return gains[index] if index < len(gains) else ()

    def _rivals(self, index: int) -> list[int]:
        """The parts that are neither in a part nor around it."""
        start, end = self.parts[index][:2]
        return [
            other
            for other, (left, right, *_) in enumerate(self.parts)
            if right <= start or end <= left
        ]


def _most(gains: Sequence[Gain], atom: Atom) -> float:
    """The most that a piece of an atom owes."""
    return max((g for start, end, g in gains if start < atom.end and atom.start < end), default=0.0)


def _weight(word: str) -> float:
    return 0.2 if is_small(word) or not word[:1].isalnum() else 1.0
