"""What `transflow status` and `transflow review` say, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transflow.model import State

__all__ = ["StatusRow", "WorkItem", "is_figure"]


@dataclass(frozen=True)
class StatusRow:
    """One article in one locale."""

    article: str
    locale: str
    path: str
    segments: int
    words: int
    """Words of the source."""
    states: dict[State, int]
    waiting_words: int
    """Words of the source in sentences that are not approved."""
    reviewed: float
    """Share of sentences that are approved, 0 to 1."""
    edited: str
    """PO-Revision-Date and Last-Translator of the catalog."""
    problem: str = ""
    """Why the catalog could not be read."""
    remembered: Mapping[State, int] = field(default_factory=dict)
    """Those of `states` whose words the memory brought and nobody confirmed here."""

    def as_dict(self) -> dict[str, object]:
        """Plain data for `--json`."""
        return {
            "article": self.article,
            "locale": self.locale,
            "path": self.path,
            "segments": self.segments,
            "words": self.words,
            "waiting_words": self.waiting_words,
            "states": {state.value: self.states.get(state, 0) for state in State},
            "from_memory": sum(self.remembered.values()),
            "reviewed": round(self.reviewed, 4),
            "edited": self.edited,
            "problem": self.problem,
        }


@dataclass(frozen=True)
class WorkItem:
    """One entry that waits for a reviewer, or a file that cannot be read."""

    path: str
    line: int
    state: State | None
    """None for a file; `why` then says what is wrong with it."""
    why: str
    msgid: str
    findings: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        """True for a draft that is nothing but a figure, and of which no check says anything."""
        return self.state is State.DRAFT and not self.findings and is_figure(self.msgid)


def is_figure(text: str) -> bool:
    """Whether a text has digits and no letters: 17.4, 09:00, €120.

    Args:
        text: A sentence of an article.
    """
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
