"""Encoded pairs as compressed arrays of 16-bit integers."""

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Encoded = tuple[list[int], list[int]]


def pack(path: Path, pairs: list[Encoded]) -> None:
    """Write encoded pairs; vocabularies of more than 65,535 pieces do not fit."""
    source, source_lengths = _flat([pair[0] for pair in pairs])
    target, target_lengths = _flat([pair[1] for pair in pairs])
    np.savez_compressed(
        path, source=source, source_lengths=source_lengths, target=target,
        target_lengths=target_lengths,
    )  # fmt: skip


class Packed:
    """Encoded pairs read back; a pair is two arrays."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as stored:
            self.source, self._source_ends = _side(stored["source"], stored["source_lengths"])
            self.target, self._target_ends = _side(stored["target"], stored["target_lengths"])

    def __len__(self) -> int:
        return len(self._source_ends) - 1

    def __getitem__(self, index: int) -> Encoded:
        start, end = self._source_ends[index : index + 2]
        first, last = self._target_ends[index : index + 2]
        return self.source[start:end].tolist(), self.target[first:last].tolist()

    def source_spans(self) -> list[tuple[int, int]]:
        """First and last place of every sentence in `source`."""
        return list(pairwise(self._source_ends.tolist()))

    def target_spans(self) -> list[tuple[int, int]]:
        """The same in `target`."""
        return list(pairwise(self._target_ends.tolist()))

    def frequencies(self, pieces: int) -> NDArray[np.float64]:
        """How often each piece occurs on the target side."""
        return np.bincount(self.target, minlength=pieces).astype(np.float64)


def _side(
    flat: NDArray[np.uint16], lengths: NDArray[np.uint16]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    return flat.astype(np.int32), np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def _flat(rows: list[list[int]]) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
    pieces = np.array([piece for row in rows for piece in row], dtype=np.uint16)
    return pieces, np.array([len(row) for row in rows], dtype=np.uint16)
