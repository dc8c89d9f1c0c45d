"""One training step on a processor or a GPU.

Only the rows of the embedding matrix that a step needs are copied out, trained and written
back; with 40,000 pieces that saves as much time as the decoder takes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.batches import Batch
from training.loss import Sampler, sampled_loss
from training.model import Translator
from training.optimizer import Muon, split_parameters


@dataclass
class Side:
    """The target side of a batch for one language, in row numbers of the step's table."""

    language: int
    places: Tensor
    given: Tensor
    mask: Tensor
    chosen: Tensor
    rows: Tensor
    correction: Tensor
    wanted: Tensor


@dataclass
class Work:
    """A batch made ready: tokens are row numbers of the step's table."""

    source: Tensor
    hidden: Tensor
    sides: list[Side]
    tokens: int


@dataclass
class Rates:
    """Learning rates of the two optimizers and the share of smoothing."""

    matrices: float
    others: float
    smoothing: float = 0.05


class Trainer:
    """The network and its optimizers.

    Args:
        model: the network, on its device.
        starts: piece that starts a translation, by language.
        samplers: output candidates, by language.
        seed: of the sampling.
        half: compute in bfloat16, which processors without units for it do slowly.
    """

    def __init__(
        self,
        model: Translator,
        starts: Mapping[str, int],
        samplers: Mapping[str, Sampler],
        seed: int,
        *,
        half: bool = False,
    ) -> None:
        self.model = model
        self.starts = starts
        self.samplers = samplers
        self.generator = np.random.default_rng(seed)
        self.device = model.embedding.weight.device
        self.half = half or self.device.type == "cuda"
        matrices, others = split_parameters(model)
        others = [p for p in others if p is not model.embedding.weight]
        self.muon = Muon(matrices, lr=0.0, width=model.shape.width)
        self.adam = torch.optim.Adam(others, lr=0.0, betas=(0.9, 0.98), eps=1e-9)
        self.table = torch.optim.SparseAdam(
            [model.embedding.weight], lr=1e-9, betas=(0.9, 0.98), eps=1e-9
        )

    def step(self, batches: Sequence[Batch], rates: Rates) -> dict[str, tuple[float, int]]:
        """Train on some batches at once; returns summed loss and tokens by language."""
        numbers, work = self._prepare(batches)
        total = sum(item.tokens for item in work)
        rows = torch.from_numpy(numbers).to(self.device)
        table = self.model.embedding.weight.detach()[rows].requires_grad_()
        losses: dict[str, tuple[float, int]] = {}
        for item in work:
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.half):
                parts = self._losses(item, table, rates.smoothing)
            (torch.stack(parts).sum() / total).backward()  # type: ignore[no-untyped-call]
            for side, part in zip(item.sides, parts, strict=True):
                name = self.model.shape.languages[side.language]
                loss, tokens = losses.get(name, (0.0, 0))
                losses[name] = (loss + part.item(), tokens + len(side.wanted))
        self._update(rows, table, rates)
        return losses

    def state(self) -> dict[str, object]:
        """What the optimizers remember, for a checkpoint."""
        return {name: getattr(self, name).state_dict() for name in ("muon", "adam", "table")}

    def restore(self, state: Mapping[str, dict[str, object]]) -> None:
        """The inverse of `state`."""
        for name, values in state.items():
            getattr(self, name).load_state_dict(values)

    def _losses(self, work: Work, table: Tensor, smoothing: float) -> list[Tensor]:
        memory = self.model.encode(work.source, work.hidden, table)
        parts = []
        for side in work.sides:
            whole = len(side.places) == len(memory)
            states = self.model.decode(
                side.given,
                memory if whole else memory[side.places],
                work.hidden if whole else work.hidden[side.places],
                table,
            )[side.mask]
            bias = self.model.bias[side.language][side.chosen] - side.correction
            parts.append(sampled_loss(states, table[side.rows], bias, side.wanted, smoothing))
        return parts

    def _prepare(self, batches: Sequence[Batch]) -> tuple[NDArray[np.int64], list[Work]]:
        needed: list[NDArray[np.int64]] = []
        raw = []
        for batch in batches:
            source, mask = batch.source()
            needed.append(source.ravel())
            sides = []
            for language in batch.languages():
                places, given, wanted, kept = batch.target(language, self.starts[language])
                flat = wanted[kept]
                chosen = self.samplers[language].candidates(flat, self.generator)
                chance = self.samplers[language].log_chance(chosen, len(flat))
                needed += [given.ravel(), chosen]
                sides.append((language, places, given, kept, flat, chosen, chance))
            raw.append((source, mask, sides))
        numbers = np.unique(np.concatenate(needed))

        def local(tokens: NDArray[np.int64]) -> Tensor:
            return torch.from_numpy(np.searchsorted(numbers, tokens)).to(self.device)

        def tensor(values: NDArray[np.generic]) -> Tensor:
            return torch.from_numpy(values).to(self.device)

        work = [
            Work(
                local(source),
                tensor(~mask)[:, None, None, :],
                [
                    Side(
                        self.model.shape.languages.index(language),
                        tensor(places),
                        local(given),
                        tensor(kept),
                        tensor(chosen),
                        local(chosen),
                        tensor(chance),
                        tensor(np.searchsorted(chosen, flat)),
                    )
                    for language, places, given, kept, flat, chosen, chance in sides
                ],
                sum(len(side[4]) for side in sides),
            )
            for source, mask, sides in raw
        ]
        return numbers, work

    def _update(self, rows: Tensor, table: Tensor, rates: Rates) -> None:
        weight = self.model.embedding.weight
        assert table.grad is not None
        weight.grad = torch.sparse_coo_tensor(
            rows[None], table.grad, weight.shape, is_coalesced=True, check_invariants=False
        )
        for optimizer, rate in (
            (self.muon, rates.matrices), (self.adam, rates.others), (self.table, rates.others)
        ):  # fmt: skip
            optimizer.param_groups[0]["lr"] = rate
            optimizer.step()
        self.model.zero_grad(set_to_none=True)


def average(mean: dict[str, Tensor], model: nn.Module, keep: float) -> None:
    """Move the averaged weights towards the present ones."""
    with torch.no_grad():
        for name, value in model.state_dict().items():
            mean[name].lerp_(value, 1 - keep)
