"""Text for an accelerator: everything lies on the card, and batches are gathered there.

A table holds English sentences once, each with its translations into one language or several, so
that the encoder reads a sentence a single time for all of its decoders.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.batches import END, Example
from training.packing import Packed

PADDING = -100
"""What is wanted where nothing is: no piece."""
MULTIPLE = 8
"""Lengths are filled up to multiples of it, which the matrix units like."""
Integers = NDArray[np.int64]


@dataclass
class Column:
    """Sentences of one language.

    Attributes:
        pieces: [all pieces], sentence after sentence.
        starts: [rows], where a sentence begins.
        lengths: [rows], its pieces; 0 where a row has none in this language.
    """

    pieces: NDArray[np.int32]
    starts: Integers
    lengths: Integers


@dataclass
class Side:
    """A batch in one target language.

    Attributes:
        given: [sentences, length], what the decoder is given.
        wanted: [sentences, length], what it must say; `PADDING` behind the end.
        tokens: how many pieces are wanted.
    """

    given: Tensor
    wanted: Tensor
    tokens: int


@dataclass
class Gathered:
    """A batch on the card.

    Attributes:
        source: [sentences, length].
        hidden: [sentences, 1, 1, length], true behind the end.
        sides: by language.
    """

    source: Tensor
    hidden: Tensor
    sides: dict[str, Side]


class Table:
    """Sentences on a device."""

    def __init__(self, english: Column, targets: Mapping[str, Column], device: str) -> None:
        self.languages = tuple(targets)
        columns = [english, *targets.values()]
        self.lengths = np.stack([column.lengths for column in columns])
        self.pieces = [torch.from_numpy(column.pieces).to(device) for column in columns]
        self.starts = [torch.from_numpy(column.starts).to(device) for column in columns]
        self.counts = torch.from_numpy(self.lengths).to(device)
        self.device = device

    def batches(
        self,
        starts: Mapping[str, int],
        chances: Mapping[str, float],
        cells: int,
        rng: np.random.Generator,
        longest: int = 104,
    ) -> Iterator[Gathered]:
        """All rows once, in batches of like length whose rows have the same languages.

        Args:
            starts: piece that starts a translation, by language.
            chances: how often a sentence's translation into a language is used.
            cells: padded places on the target sides of a batch at most.
            rng: source of chance.
            longest: pieces of a sentence at most.
        """
        used = self.lengths[1:] > 0
        for place, language in enumerate(self.languages):
            used[place] &= rng.random(used.shape[1]) < chances.get(language, 0.0)
        targets = np.where(used, self.lengths[1:], 0)
        sizes = _filled(np.maximum(self.lengths[0], targets.max(axis=0)))
        kind = (used * (1 << np.arange(len(used)))[:, None]).sum(axis=0)
        fit = np.flatnonzero((kind > 0) & (sizes <= longest) & (self.lengths[0] > 0))
        english = self.lengths[0, fit] + 2 * rng.random(len(fit))
        order = fit[np.lexsort((english, sizes[fit], kind[fit]))]
        cuts = _cuts(sizes[order], kind[order], used[:, order].sum(axis=0), cells)
        rng.shuffle(cuts)
        on_card = torch.from_numpy(order).to(self.device)
        for first, last in cuts.tolist():
            rows = order[first:last]
            present = np.flatnonzero(used[:, rows[0]])
            yield self._gathered(on_card[first:last], rows, present.tolist(), starts)

    def _gathered(
        self, picked: Tensor, rows: Integers, present: Sequence[int], starts: Mapping[str, int]
    ) -> Gathered:
        source, inside = self._padded(0, picked, rows)
        sides = {}
        for place in present:
            language, column = self.languages[place], place + 1
            wanted, kept = self._padded(column, picked, rows)
            given = wanted.roll(1, dims=1)
            given[:, 0] = starts[language]
            tokens = int(self.lengths[column, rows].sum()) + len(rows)
            sides[language] = Side(given, wanted.masked_fill(~kept, PADDING), tokens)
        return Gathered(source, ~inside[:, None, None, :], sides)

    def _padded(self, column: int, picked: Tensor, rows: Integers) -> tuple[Tensor, Tensor]:
        """Sentences [rows, length], each with its end, and where they and their end are."""
        widest = _filled(self.lengths[column, rows].max())
        steps = torch.arange(int(widest), device=self.device)
        counts = self.counts[column, picked][:, None]
        places = self.starts[column][picked][:, None] + steps
        flat = self.pieces[column]
        found = flat[places.clamp_(max=len(flat) - 1)].long()
        return found.masked_fill_(steps >= counts, END), steps <= counts


def _filled(lengths: Integers) -> Integers:
    """Places that sentences take, with their ends, filled up."""
    return -(-(lengths + 1) // MULTIPLE) * MULTIPLE


def _cuts(sizes: Integers, kinds: Integers, sides: Integers, cells: int) -> Integers:
    """First and last row of each batch, [batches, 2], of rows sorted by kind and size."""
    cuts = []
    ends = np.append(np.flatnonzero(np.diff(kinds)) + 1, len(kinds))
    first = 0
    for end in ends:
        while first < end:
            room = max(1, cells // int(sizes[first] * sides[first]))
            within = sizes[first : min(end, first + room)]
            full = within * np.arange(1, len(within) + 1) * sides[first] <= cells
            last = first + max(1, int(full.sum()))
            cuts.append((first, last))
            first = last
    return np.array(cuts, dtype=np.int64)


def merged(packed: Mapping[str, Packed]) -> tuple[Column, dict[str, Column]]:
    """Pairs of several languages as one table in which an English sentence comes once.

    Of a sentence with several translations into one language, the first is taken.
    """
    places: dict[bytes, int] = {}
    english: list[tuple[int, int]] = []
    found: dict[str, dict[int, tuple[int, int]]] = {}
    flat, before = [], 0
    for language, pairs in packed.items():
        own = found.setdefault(language, {})
        for (first, last), target in zip(pairs.source_spans(), pairs.target_spans(), strict=True):
            row = places.setdefault(pairs.source[first:last].tobytes(), len(english))
            if row == len(english):
                english.append((before + first, last - first))
            own.setdefault(row, (target[0], target[1] - target[0]))
        flat.append(pairs.source)
        before += len(pairs.source)
    targets = {}
    for language, own in found.items():
        spans = np.zeros((len(english), 2), dtype=np.int64)
        spans[list(own)] = list(own.values())
        targets[language] = Column(packed[language].target, spans[:, 0], spans[:, 1])
    spans = np.array(english, dtype=np.int64).reshape(-1, 2)
    return Column(np.concatenate(flat), spans[:, 0], spans[:, 1]), targets


def columns(
    examples: Sequence[Example], languages: Sequence[str]
) -> tuple[Column, dict[str, Column]]:
    """Examples as a table's columns."""
    return _column([example.source for example in examples]), {
        code: _column([example.targets.get(code, []) for example in examples]) for code in languages
    }


def joined(parts: Sequence[Column]) -> Column:
    """Columns one below another."""
    offsets = np.cumsum([0, *(len(part.pieces) for part in parts[:-1])])
    return Column(
        np.concatenate([part.pieces for part in parts]),
        np.concatenate([part.starts + at for part, at in zip(parts, offsets, strict=True)]),
        np.concatenate([part.lengths for part in parts]),
    )


def _column(rows: Sequence[list[int]]) -> Column:
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    pieces = np.array([piece for row in rows for piece in row], dtype=np.int32)
    return Column(pieces, np.cumsum(lengths) - lengths, lengths)
