"""What a translation owes to a part of its source: how likely it still is when the part is left out.

Attention of a small network points beside the word as often as once in ten. Leaving a part out
and asking the network for its opinion of the very same translation shows which words depend on
it: they become unlikely, all others stay what they were. Of the Chinese words of a hand-made set 98%
are told right so, where attention alone tells 93%; in French and Spanish 99% and 98%. It costs a pass over
the target for each part, a fifth to a quarter of what decoding the sentence costs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.engines import Engine, SteerableEngine
from transflow.engines.pieces import walk
from transflow.translation.spanlinks import Alignment

__all__ = ["Evidence", "Gain", "Gains", "Question", "weigh", "without"]

Gain = tuple[int, int, float]
"""(start, end, log-probability lost) of a target piece."""
Gains = tuple[tuple[Gain, ...], ...]
"""For each part what each target piece owes to it; empty for a part not asked about."""
Range = tuple[int, int]
_LONGEST = 300
"""Pieces of a sentence beyond which models have no positions left."""


@dataclass(frozen=True, slots=True)
class Question:
    """A translation whose debts are asked for.

    Attributes:
        source: The source sentence.
        target: Its translation.
        parts: Ranges of the source to leave out.
    """

    source: str
    target: str
    parts: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """An engine's opinion of where parts went.

    Attributes:
        alignment: Aligned words as offsets; empty for none.
        gains: What each target piece owes to each part.
        terms: Terms that are known to go together, as offsets.
    """

    alignment: Alignment = ()
    gains: Gains = ()
    terms: Alignment = ()

    @property
    def pieces(self) -> list[Range]:
        """Ranges of the model's pieces in the target; empty where it was not asked."""
        return next(([(start, end) for start, end, _ in row] for row in self.gains if row), [])


def weigh(engine: Engine | None, questions: Sequence[Question]) -> list[Gains]:
    """For each question, for each of its parts, what each target piece owes to it.

    Args:
        engine: Any; one that cannot be asked leaves all empty.
        questions: What to ask, in one batch.
    """
    found: list[Gains] = [() for _ in questions]
    if not isinstance(engine, SteerableEngine):
        return found
    asked: list[tuple[int, list[str], dict[Range, str]]] = []
    for number, question in enumerate(questions):
        if texts := without(question):
            pieces = engine.encode(question.target, target=True)
            if 0 < len(pieces) <= _LONGEST and len(engine.encode(question.source)) <= _LONGEST:
                asked.append((number, pieces, texts))
    jobs: list[tuple[str, Sequence[str]]] = []
    targets: list[list[str]] = []
    for number, pieces, texts in asked:
        jobs += [(text, ()) for text in (questions[number].source, *texts.values())]
        targets += [pieces] * (1 + len(texts))
    rows = iter(engine.piece_logprobs(jobs, targets) if jobs else ())
    for number, pieces, texts in asked:
        question = questions[number]
        places = _places(engine, question.target, pieces)
        whole = next(rows)
        owed = {
            part: tuple(
                (*place, full - left)
                for place, full, left in zip(places, whole, next(rows), strict=True)
            )
            for part in texts
        }
        found[number] = tuple(owed.get(part, ()) for part in question.parts)
    return found


def without(question: Question) -> dict[Range, str]:
    """The source without each part; parts that are empty, or all its words, are none."""
    text = question.source
    rests = {
        (start, end): text[:start] + text[end:] for start, end in question.parts if start < end
    }
    return {
        part: re.sub(r"\s+", " ", rest).strip()
        for part, rest in rests.items()
        if re.search(r"\w", rest)
    }


def _places(engine: SteerableEngine, target: str, pieces: Sequence[str]) -> list[Range]:
    """Where each piece stands in the target; one that the tokenizer rewrote has an empty range."""
    surfaces, before = [], ""
    for count in range(1, len(pieces) + 1):
        text = engine.decode(pieces[:count])
        surfaces.append(text[len(before) :].strip() if text.startswith(before) else "")
        before = text
    return walk(target, surfaces)
