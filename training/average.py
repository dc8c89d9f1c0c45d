r"""Weighted means of checkpoints of one shape: of two runs of a language, or for a warm start.

    python -m training.average NEW/checkpoint.pt OLD/checkpoint.pt --shares .65 .35 --out mean.pt
    python -m training.average OWN/checkpoint.pt OTHER/checkpoint.pt … --encoder .25 --out start.pt

The first mixes all weights: a run and the one it grew from, together, loop less than the new one
alone and do better on text unlike the domain. The second keeps a language's own decoder and gives its
encoder a share of the mean of the other languages' encoders, which have read other text.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from torch import Tensor

from training import checkpoints

Weights = dict[str, Tensor]


def mean(weights: Sequence[Weights], shares: Sequence[float]) -> Weights:
    """The weighted mean of weights of one shape.

    Args:
        weights: Name -> tensor, the same names and shapes in each.
        shares: One a checkpoint; they add up to one.
    """
    return {
        name: sum(
            (share * one[name] for one, share in zip(weights, shares, strict=True)), first * 0
        )
        for name, first in weights[0].items()
    }


def lent(own: Weights, others: Sequence[Weights], share: float) -> Weights:
    """Weights whose encoder is, to a share, the mean of the others'."""
    each = share / len(others)
    encoder = {name for name in own if name.startswith("encoder")}
    mixed = mean(
        [{name: one[name] for name in encoder} for one in (own, *others)],
        [1 - share, *(each for _ in others)],
    )
    return own | mixed


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoints", type=Path, nargs="+", help="the first one gives the shape")
    parser.add_argument("--shares", type=float, nargs="+", help="one a checkpoint, one in all")
    parser.add_argument("--encoder", type=float, help="the others' share of the encoder alone")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args()
    read = [checkpoints.load(path) for path in options.checkpoints]
    weights = [one.mean or one.weights for one in read]
    if options.encoder is not None:
        made = lent(weights[0], weights[1:], options.encoder)
    else:
        made = mean(weights, options.shares or [1 / len(weights)] * len(weights))
    checkpoints.save(options.out, checkpoints.Checkpoint(read[0].shape, made, made))


if __name__ == "__main__":
    main()
