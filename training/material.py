"""What a training run reads, either prepared corpora or a user's own memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from training.cleaning import tidy
from training.corpus import Row, read_memory, read_rows
from training.packing import Packed


@dataclass
class Material:
    """Text of a run.

    Attributes:
        rows: domain text.
        held: domain text kept for the development score.
        templates: sentences with slots for names, numbers and addresses.
        packed: bulk text, by language.
        shares: how often each language's bulk text is taken.
        chances: how often a domain sentence's translation into a language is used.
    """

    rows: list[Row]
    held: list[Row]
    templates: list[Row]
    packed: dict[str, Packed]
    shares: dict[str, float]
    chances: dict[str, float]

    @property
    def languages(self) -> tuple[str, ...]:
        """Target languages of the run."""
        return tuple(self.chances)


def prepared(folder: Path, languages: str, templates: Path) -> Material:
    """What `prepare` wrote; `languages` is like `zh:0.4:1,fr:0.2:0.5`."""
    parts = [part.split(":") for part in languages.split(",")]
    return Material(
        list(read_rows(folder / "domain.tsv")),
        list(read_rows(folder / "dev.tsv")),
        list(read_rows(templates)),
        {code: Packed(folder / f"pairs.{code}.npz") for code, *_ in parts},
        {code: float(share) for code, share, *_ in parts},
        {code: float(chance) for code, _, chance in parts},
    )


def remembered(files: Sequence[Path], language: str, templates: Path) -> Material:
    """Approved translations of one language; each tenth is held for the development score."""
    texts: dict[str, str] = {}
    for path in files:
        for row in read_memory(path, language):
            texts[tidy(row.english)] = tidy(row.targets[language])
    rows = [Row(english, {language: target}) for english, target in texts.items()]
    held = rows[9::10]
    kept = [row for place, row in enumerate(rows) if place % 10 != 9]
    return Material(kept, held, list(read_rows(templates)), {}, {}, {language: 1.0})


def frequencies(
    stock: Material, language: str, pieces: SentencePieceProcessor
) -> NDArray[np.float64]:
    """Share of each piece in the target text as it will be read; domain text counts threefold."""
    size = pieces.get_piece_size()
    counts = np.zeros(size)
    if language in stock.packed:
        counts += stock.packed[language].frequencies(size)
        counts[2] += len(stock.packed[language])
    texts = [row.targets[language] for row in stock.rows if language in row.targets]
    for encoded in pieces.encode(texts):
        np.add.at(counts, encoded, 3)
    counts[2] += 3 * len(texts)
    shares: NDArray[np.float64] = counts / counts.sum()
    return shares
