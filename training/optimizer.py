"""Muon for the layers, Adam for the rest.

Matrices of the layers are updated with their momentum made orthogonal by five Newton-Schulz
steps (Jordan et al., 2024), which needs about two thirds of the steps that Adam does here;
embeddings, biases and norms keep Adam. Blocks of one shape are handled in one batched product.
"""

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn


def orthogonal(matrices: Tensor) -> Tensor:
    """Nearest orthogonal matrices to a batch [count, rows, columns]."""
    x: Tensor
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = matrices.transpose(-2, -1) if tall else matrices
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.transpose(-2, -1)
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x.transpose(-2, -1) if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum with orthogonal updates, for weight matrices that are stacks of square blocks.

    Args:
        params: two-dimensional parameters.
        lr: learning rate; an update has a root mean square of about 0.2 times it.
        momentum: decay of the momentum.
        width: stacked matrices (query, key and value in one) are split into blocks of this
            many rows, which are made orthogonal one by one.
        decay: weight decay, times the learning rate a step.
    """

    def __init__(
        self,
        params: Iterable[nn.Parameter],
        lr: float,
        width: int,
        momentum: float = 0.95,
        decay: float = 0.02,
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "width": width, "decay": decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]  # noqa: ARG002
        """Apply one update."""
        for group in self.param_groups:
            blocks: dict[tuple[int, int], list[tuple[Tensor, Tensor]]] = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(parameter)
                momentum = state["momentum"]
                momentum.lerp_(parameter.grad, 1 - group["momentum"])
                ahead = parameter.grad.lerp(momentum, group["momentum"])
                for piece, update in zip(
                    self._blocks(parameter, group["width"]),
                    self._blocks(ahead, group["width"]),
                    strict=True,
                ):
                    rows, columns = piece.shape
                    blocks[(rows, columns)].append((piece, update))
            for (rows, columns), pairs in blocks.items():
                updates = orthogonal(torch.stack([update for _, update in pairs]))
                scale = group["lr"] * 0.2 * max(rows, columns) ** 0.5
                for (piece, _), update in zip(pairs, updates, strict=True):
                    piece.mul_(1 - group["lr"] * group["decay"]).add_(update, alpha=-scale)

    @staticmethod
    def _blocks(matrix: Tensor, width: int) -> tuple[Tensor, ...]:
        rows, columns = matrix.shape
        stacked = columns == width and rows in (2 * width, 3 * width)
        return torch.split(matrix, width) if stacked else (matrix,)


def split_parameters(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Matrices of the layers, and all other parameters."""
    matrices: list[nn.Parameter] = []
    others: list[nn.Parameter] = []
    for name, parameter in model.named_parameters():
        layer = name.startswith(("encoder.", "decoder."))
        (matrices if layer and parameter.ndim == 2 else others).append(parameter)
    return matrices, others
