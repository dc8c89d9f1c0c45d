"""The door every machine translator comes in by: two small protocols and what they return.

`Engine` is all that is needed: plain text in, drafts out. A `SteerableEngine` also lets the
caller begin the target sentence, look at the attention and ask for the model's own opinion;
terminology and the examination of drafts use these where an engine has them and fall back to
what a black box allows where it has not. How to write one: docs/engines.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from transflow.model import Draft

__all__ = ["STEADY", "Decoding", "Engine", "Hypothesis", "SteerableEngine", "one_word"]


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to search for a translation, beyond the width of the beam; the defaults are plain.

    Attributes:
        length_penalty: Exponent of the length the score is divided by; more favours longer text.
        coverage_penalty: Weight of source words that nothing in the target attends to.
        repetition_penalty: Above 1, pieces that already came are less likely.
        no_repeat: A sequence of this many pieces never comes twice; 0 for no limit.
        suppress: Piece sequences that must not be produced.
        min_length: Least number of target pieces.
        max_length: Most target pieces; 0 for `max_ratio` a source piece, and 32.
        max_ratio: What runs on beyond this many target pieces a source piece is a loop.
        onward: A given beginning is not the whole: something follows, and only what follows counts
            as repetition. A decoder may then read the beginning at once instead of piece by piece.
    """

    length_penalty: float = 1.0
    coverage_penalty: float = 0.0
    repetition_penalty: float = 1.0
    no_repeat: int = 0
    suppress: tuple[tuple[str, ...], ...] = ()
    min_length: int = 1
    max_length: int = 0
    max_ratio: float = 3.0
    onward: bool = False


STEADY = Decoding(repetition_penalty=1.1)
"""How engines decode unless told otherwise: the least that keeps small models out of loops.

With it two beams are as good as four without, at half the time: docs/engines.md has the figures.
"""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation the model proposes.

    Attributes:
        text: The target as plain text.
        pieces: The target as the model's pieces, a given prefix included.
        score: Mean log-probability a piece, end of sentence included where the engine counts it.
        attention: One row a target piece, one weight a source piece; None if not asked for.
        source: The source as pieces, the columns of `attention`.
        complete: False where decoding stopped at the length limit.
    """

    text: str
    pieces: tuple[str, ...]
    score: float
    attention: Sequence[Sequence[float]] | None
    source: tuple[str, ...]
    complete: bool = True


@runtime_checkable
class Engine(Protocol):
    """A machine translator for one pair of locales.

    Attributes:
        name: What it is and which version, as provenance records it: `argos/en_zh@1.9`.
        source: BCP 47 tag of what it reads.
        target: BCP 47 tag of what it writes.
    """

    name: str
    source: str
    target: str

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """Translate plain sentences, all at once.

        Args:
            texts: Sentences without markup; none empty.

        Returns:
            One draft a text, in order. `alignment` is empty where the engine has none.

        Raises:
            EngineError: If the engine as a whole failed; never for one odd sentence.
        """
        ...


@runtime_checkable
class SteerableEngine(Engine, Protocol):
    """An engine whose decoder can be led, as CTranslate2's can.

    A *job* is a source text and the pieces the target must begin with (possibly none).
    """

    def encode(self, text: str, *, target: bool = False) -> list[str]:
        """The model's pieces of a text: of the source, or of the target language."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """The plain text of target pieces."""
        ...

    def decode_free(
        self,
        texts: Sequence[str],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = True,
        decoding: Decoding | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate without constraint.

        Args:
            texts: Sentences without markup.
            beam: Beam width; 0 for the engine's own.
            n_best: How many hypotheses a text, best first; at most the beam width.
            attention: Whether to return attention.
            decoding: Penalties and limits; None for `STEADY`.
        """
        ...

    def complete(
        self,
        jobs: Sequence[tuple[str, Sequence[str]]],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = False,
        decoding: Decoding | None = None,
        whole: bool = True,
    ) -> list[list[Hypothesis]]:
        """Go on from given target pieces; `pieces` of the result include them.

        `score` does too, which costs a pass of its own; with `whole` False it is the sum over
        the pieces decoded after them and the end, divided by all pieces and the end.
        """
        ...

    def score(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
        """Mean log-probability a piece of (source text, target pieces), end included."""
        ...

    def piece_logprobs(
        self, jobs: Sequence[tuple[str, Sequence[str]]], pieces: Sequence[Sequence[str]]
    ) -> list[list[float]]:
        """How likely the model finds given pieces after a given beginning (teacher forcing).

        Args:
            jobs: (source text, target pieces that come before).
            pieces: For each job the pieces that would come next.

        Returns:
            For each job one log-probability for each of its `pieces`:
            `result[i][k] = log p(pieces[i][k] | source, before + pieces[i][:k])`.
        """
        ...

    def align(self, text: str, hypothesis: Hypothesis) -> tuple[tuple[int, int, int, int], ...]:
        """Word alignment of a hypothesis, as `Draft.alignment` has it; empty without attention."""
        ...


_NAME = 120
"""Letters of an engine's name."""


def one_word(name: str) -> str:
    """An engine's name as provenance can hold it: a comment of words, one of which it is."""
    return "-".join("".join(c if c.isprintable() else " " for c in name[:_NAME]).split())
