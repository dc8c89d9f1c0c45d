"""Cross-entropy over the words of a batch and a sample of the others.

A full output layer over 40,000 pieces would be two thirds of the work on a processor. Here the
candidates of a batch are the pieces it must predict plus a sample drawn by frequency. Candidates
that get in rarely must count for all the pieces they stand for, so log Q, the logarithm of a
piece's chance to be a candidate, is taken off its score (Jean et al., 2015). Without that the
network learns P/Q instead of P, and rare pieces run wild when it is decoded as it is.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

NEVER = -20.0
"""Output bias of a piece that was never a target, low and still to be learned."""
SHUT = -1000.0
"""The same in a package, where it must not be said whatever its row has grown to: the start tokens'
rows are fed and never scored, so that nothing keeps their scores down."""


@dataclass
class Sampler:
    """Draws output candidates for one target language.

    Attributes:
        frequency: share of each piece in the target text, summing to 1.
        sample: candidates drawn a batch, beside the pieces the batch needs.
    """

    frequency: NDArray[np.float64]
    sample: int

    def __post_init__(self) -> None:
        flat = self.frequency**0.75
        self._chance = flat / flat.sum()
        self._steps = np.cumsum(self._chance)

    def candidates(
        self, needed: NDArray[np.int64], generator: np.random.Generator
    ) -> NDArray[np.int64]:
        """Sorted pieces to score for a batch that must predict the pieces `needed`."""
        drawn = np.searchsorted(self._steps, generator.random(self.sample))
        return np.unique(np.concatenate([needed, np.minimum(drawn, len(self._steps) - 1)]))

    def log_chance(self, chosen: NDArray[np.int64], tokens: int) -> NDArray[np.float32]:
        """Give log Q of the `chosen` pieces for a batch of `tokens` target tokens."""
        missed = (1 - self._chance[chosen]) ** self.sample
        missed *= (1 - self.frequency[chosen]) ** tokens
        return np.asarray(np.log(np.maximum(1 - missed, 1e-7)), dtype=np.float32)


def sampled_loss(
    states: Tensor, rows: Tensor, bias: Tensor, places: Tensor, smoothing: float
) -> Tensor:
    """Summed loss of decoder states.

    Args:
        states: [tokens, width].
        rows: embeddings of the candidates, [candidates, width].
        bias: their output bias with log Q taken off.
        places: for each token, which candidate is right.
        smoothing: share of the target given to the other candidates.
    """
    scores = functional.linear(states, rows, bias).float()
    return functional.cross_entropy(scores, places, label_smoothing=smoothing, reduction="sum")


def full_loss(states: Tensor, wanted: Tensor, embedding: Tensor, bias: Tensor) -> Tensor:
    """Summed loss over the whole vocabulary, for measuring."""
    scores = functional.linear(states, embedding, bias).float()
    return functional.cross_entropy(scores, wanted, reduction="sum")


def starting_bias(frequency: NDArray[np.float64]) -> Tensor:
    """The output bias that predicts a language's piece frequencies; unseen pieces are shut out."""
    with np.errstate(divide="ignore"):
        logs = np.where(frequency > 0, np.log(frequency), NEVER)
    return torch.from_numpy(np.maximum(logs, NEVER)).float()
