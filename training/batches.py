"""Batches for training: many sources of encoded text, one kind of batch.

A batch holds English sentences once and, for each language that has them, their translations,
so that the encoder reads a sentence of the domain text a single time for five decoders.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from training import synthesis
from training.corpus import Row
from training.packing import Packed

END = 2
Tokens = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """One encoded English sentence and its encoded translations by language."""

    source: list[int]
    targets: dict[str, list[int]]

    @property
    def size(self) -> int:
        """Length of the longest side."""
        return 1 + max(map(len, [self.source, *self.targets.values()]))


@dataclass(frozen=True)
class Batch:
    """Examples to be read together."""

    examples: tuple[Example, ...]

    def source(self) -> tuple[Tokens, NDArray[np.bool_]]:
        """Source pieces and their mask, [sentences, length]."""
        return padded([[*example.source, END] for example in self.examples])

    def languages(self) -> list[str]:
        """Languages that at least one example has."""
        return sorted({language for example in self.examples for language in example.targets})

    def target(self, language: str, start: int) -> tuple[Tokens, Tokens, Tokens, NDArray[np.bool_]]:
        """Places of the examples with this language, decoder input, output, and their mask."""
        places = [i for i, example in enumerate(self.examples) if language in example.targets]
        pieces = [self.examples[i].targets[language] for i in places]
        given, _ = padded([[start, *target] for target in pieces])
        wanted, mask = padded([[*target, END] for target in pieces])
        return np.array(places), given, wanted, mask


def padded(rows: Sequence[list[int]]) -> tuple[Tokens, NDArray[np.bool_]]:
    """Rows of pieces as one array, and where it holds pieces."""
    width = max(map(len, rows))
    table = np.full((len(rows), width), END, dtype=np.int64)
    mask = np.zeros((len(rows), width), dtype=bool)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
        mask[i, : len(row)] = True
    return table, mask


def grouped(examples: list[Example], cells: int, rng: random.Random) -> list[Batch]:
    """Examples of like length put together, at most `cells` padded places a side."""
    batches: list[Batch] = []
    current: list[Example] = []
    widest = 0
    for example in sorted(examples, key=lambda e: (e.size, len(e.source))):
        if current and max(widest, example.size) * (len(current) + 1) > cells:
            batches.append(Batch(tuple(current)))
            current, widest = [], 0
        current.append(example)
        widest = max(widest, example.size)
    if current:
        batches.append(Batch(tuple(current)))
    rng.shuffle(batches)
    return batches


def endless(packed: Packed, language: str, cells: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of the packed pairs of one language, for ever, in another order each time."""
    while True:
        order = list(range(len(packed)))
        rng.shuffle(order)
        for start in range(0, len(order), 8000):
            chunk = [packed[i] for i in order[start : start + 8000]]
            examples = [Example(source, {language: target}) for source, target in chunk]
            yield from grouped(examples, cells, rng)


def _narrowed(row: Row, languages: Collection[str]) -> Row:
    """The row with what is trained only, so that no other language holds its variety back."""
    targets = {code: text for code, text in row.targets.items() if code in languages}
    return Row(row.english, targets)


class DomainText:
    """Rows of the domain text and of the templates, varied anew each time they are read.

    Args:
        rows: the domain text.
        templates: rows with slots.
        pieces: the vocabulary.
        rng: source of chance.
        chances: for each language, how often a row's translation into it is used.
        longest: pieces of an example at most.
        copies: sentences made from templates for each row.
    """

    def __init__(
        self,
        rows: list[Row],
        templates: list[Row],
        pieces: SentencePieceProcessor,
        rng: random.Random,
        *,
        chances: Mapping[str, float],
        longest: int = 100,
        copies: float = 0.2,
    ) -> None:
        self.rows = [_narrowed(row, chances) for row in rows]
        self.templates = [_narrowed(row, chances) for row in templates]
        self.weights = [synthesis.weight(row) for row in templates]
        self.pieces = pieces
        self.rng = rng
        self.chances = chances
        self.longest = longest
        self.copies = copies

    def endless(self, cells: int) -> Iterator[Batch]:
        """Batches for ever; each row comes once before any comes twice."""
        while True:
            order = list(self.rows)
            self.rng.shuffle(order)
            for start in range(0, len(order), 3000):
                yield from grouped(self.varied(order[start : start + 3000]), cells, self.rng)

    def varied(self, rows: list[Row]) -> list[Example]:
        """Rows as examples, each perhaps changed, with sentences made from templates among them."""
        made = [synthesis.varied(row, self.rng) for row in rows]
        if self.templates:
            count = int(len(rows) * self.copies)
            chosen = self.rng.choices(self.templates, self.weights, k=count)
            made += [synthesis.filled(template, self.rng) for template in chosen]
        return self.encoded(made)

    def encoded(self, rows: list[Row]) -> list[Example]:
        """Rows as examples, without those that are too long."""
        sources = self.pieces.encode([row.english for row in rows])
        targets: list[dict[str, list[int]]] = [{} for _ in rows]
        for language, chance in self.chances.items():
            places = [
                i
                for i, row in enumerate(rows)
                if language in row.targets and self.rng.random() < chance
            ]
            encoded = self.pieces.encode([rows[i].targets[language] for i in places])
            for i, pieces in zip(places, encoded, strict=True):
                targets[i][language] = pieces
        made = (Example(s, t) for s, t in zip(sources, targets, strict=True) if s and t)
        return [example for example in made if example.size <= self.longest]
