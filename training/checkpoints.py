"""Checkpoints: everything that a run needs to go on, or to be exported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.model import Shape


@dataclass
class Checkpoint:
    """A run as it stands.

    Attributes:
        shape: size of the network.
        weights: the weights as last trained.
        mean: the averaged weights, which are the ones to use.
        optimizers: what the optimizers remember.
        steps: steps done.
        tokens: target tokens seen.
        seconds: time spent training.
    """

    shape: Shape
    weights: dict[str, Tensor]
    mean: dict[str, Tensor]
    optimizers: Mapping[str, Any] = field(default_factory=dict)
    steps: int = 0
    tokens: int = 0
    seconds: float = 0.0


def save(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; a run that is stopped meanwhile leaves the one before."""
    fresh = path.with_suffix(".new")
    torch.save({**vars(checkpoint), "shape": checkpoint.shape.as_dict()}, fresh)
    fresh.replace(path)


def load(path: Path, device: str = "cpu") -> Checkpoint:
    """Read a checkpoint."""
    stored = torch.load(path, map_location=device, weights_only=True)
    return Checkpoint(**{**stored, "shape": Shape.from_dict(stored["shape"])})
