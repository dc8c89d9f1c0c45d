"""A sentence under way, and what holds for all sentences of a run."""

import math
from dataclasses import dataclass, field
from functools import partial

from transflow.engines.alignment import Alignment
from transflow.engines.patience import go_on
from transflow.glossary import Glossary
from transflow.model import TermResult, UnitKind
from transflow.translation import held, shortunits
from transflow.translation.distrust import Suspicion, examine
from transflow.translation.request import Request
from transflow.translation.spans import Lifted
from transflow.translation.standins import Masked

__all__ = ["Part", "Settings", "Work", "is_heading"]

_HEADINGS = frozenset({UnitKind.TITLE, UnitKind.HEADING, UnitKind.TABLE_CELL})
_FEW = 4
"""Words of a sentence that its score is judged by."""
_NEAR, _LONG = 0.2, 14
"""How much better than a guess a draft is tried in two pieces, and words of one that is worth it.

Such drafts of starters gained 1 to 2 chrF2 where their pieces were likelier.
"""


@dataclass(frozen=True)
class Settings:
    """What holds for all sentences of a run."""

    glossary: Glossary
    source: str
    locale: str
    number_style: str
    max_tokens: int
    on_suspect: str
    versions: bool = False
    """Whether its decimals are versions: it stands in a column that is headed so."""
    plain: bool = False
    """Whether the engine is a starter, which reads words that it would turn round in plain ones."""
    least: float = -math.inf
    """Mean log-probability a piece of the drafts that the model is sure of."""

    def examine(self, text: str, draft: str) -> tuple[Suspicion, ...]:
        """What is suspicious about a draft of this pair."""
        go_on()
        answered = partial(held.answered, self.glossary, text, self.source, self.locale)
        return examine(text, draft, self.source, self.locale, answered)

    def is_unsure(self, text: str, score: float) -> bool:
        """Whether the model found its own draft unlikely; short texts have too few pieces for a mean."""
        return score < self.least and len(text.split()) >= _FEW

    def is_doubtful(self, text: str, score: float) -> bool:
        """Whether it was near to that, in a text that may be cut in two."""
        return score < self.least + _NEAR and len(text.split()) >= _LONG

    def wants_terms(self, part: "Part") -> bool:
        """Whether terminology has a say in a part: a term of the glossary, a literal."""
        go_on()
        if part.protected:
            return True
        matches = self.glossary.find(part.text, self.source, part.protected, spans=())
        return any(self.glossary.terms(match, self.locale) for match in matches)


@dataclass
class Part:
    """One piece for the engine: the sentence, or a clause of a long one."""

    text: str
    protected: tuple[tuple[int, int], ...]
    draft: str = ""
    alignment: Alignment = ()
    terms: tuple[TermResult, ...] = ()
    score: float = 0.0
    suspicions: tuple[Suspicion, ...] = ()
    lost: int = 0
    """Terms and literals that could not be had."""
    aligned: bool = False
    """Whether the alignment is needed, for markup or what was left out."""
    introduces: frozenset[str] = frozenset()
    """Ids of the concepts that are introduced here, by their first-use form."""

    @property
    def fault(self) -> tuple[float, float]:
        """Less is better: what is wrong by rule, then the model's own opinion."""
        return sum(s.weight for s in self.suspicions) + 5.0 * self.lost, -self.score

    def take(self, other: "Part") -> None:
        """Adopt another draft of the same text."""
        self.draft, self.alignment, self.terms = other.draft, other.alignment, other.terms
        self.score, self.suspicions, self.lost = other.score, other.suspicions, other.lost


@dataclass
class Work:
    """A sentence taken apart."""

    key: str
    request: Request
    edges: shortunits.Edges
    raw: tuple[tuple[str, str], ...]
    """Private letter -> markup that came out whole (code, placeholders)."""
    lifted: Lifted
    casing: shortunits.Casing
    masked: Masked
    ranges: list[tuple[int, int]]
    parts: list[Part] = field(default_factory=list)


def is_heading(kind: UnitKind) -> bool:
    """Whether a unit is of the kind that is written in Title Case."""
    return kind in _HEADINGS
