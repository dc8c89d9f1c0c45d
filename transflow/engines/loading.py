"""Loading a CTranslate2 model: eight bits, one thread a batch, attention that aligns, no idle pieces."""

import importlib
import os
import re
from pathlib import Path
from typing import Any

from transflow.engines.pieces import listed
from transflow.errors import EngineError

__all__ = ["cores", "load"]

_SHUT = -500.0
"""An output bias below which no piece is ever chosen; what a trained network has is within 50 of 0."""
_WORTH = 0.9
"""The share of open pieces from which computing the others costs nothing to speak of."""


def cores() -> int:
    """Processor cores this process may use: its affinity, and what a container's quota grants."""
    count = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text("utf-8").split()
        count = min(count, max(1, round(int(quota) / int(period))))
    except (OSError, ValueError):
        pass
    return count


def _files(model: Path) -> tuple[dict[str, bytes] | None, frozenset[str]]:
    """The model's files as they are loaded, None where nothing is to be changed, and its open pieces.

    A vocabulary mapping of its own is left out: it chooses pieces by a batch's sentences, and a
    draft depends on its own alone.
    """
    data = bytearray((model / "model.bin").read_bytes())
    names = {path.name for path in model.iterdir()}
    changed = _with_alignment(data) | ("vmap.txt" in names)
    left = _open(data, listed(model))
    if not (changed or left):
        return None, frozenset()
    files = {name: (model / name).read_bytes() for name in names - {"model.bin", "vmap.txt"}}
    if left:
        files["vmap.txt"] = f"\t{' '.join(left)}\n".encode()
    return files | {"model.bin": bytes(data)}, frozenset(left)


def _open(data: bytearray, pieces: list[str]) -> list[str]:
    """The pieces that can be chosen; none if those are nearly all, or cannot be told.

    Starter models share one vocabulary between the languages and shut out by the output bias what
    is never a target, a third of it, of which the decoder need not compute anything.
    """
    import numpy as np  # noqa: PLC0415 - slow to import

    place = _attribute(data, b"decoder/projection/bias", rank=1)
    if not place or place[1] - place[0] != 4 * len(pieces):  # none, or none of 32-bit numbers
        return []
    bias = np.frombuffer(data, np.float32, len(pieces), place[0])
    left = [piece for piece, value in zip(pieces, bias.tolist(), strict=True) if value > _SHUT]
    if len(left) > _WORTH * len(pieces) or not all(re.fullmatch(r"[^ \t\n]+", p) for p in left):
        return []
    return left


def _with_alignment(data: bytearray) -> bool:
    """Attention averaged over all heads of the last layer but one; whether it had to be changed.

    OpenNMT's converter leaves "first head of the last layer", which aligns hardly anything; the
    mean of the layer before aligns best in models not trained for it (Garg et al. 2019,
    arXiv:1909.02074); of two layers it is the last, as in the starter models. A model that names another layer was trained to align there and is left as
    it is.
    """
    heads = _attribute(data, b"decoder/alignment_heads")
    layer = _attribute(data, b"decoder/alignment_layer")
    if (
        not heads
        or not layer
        or data[slice(*heads)] != b"\1\0"
        or data[slice(*layer)] != b"\xff\xff"
    ):
        return False
    layers = {int(number) for number in re.findall(rb"decoder/layer_(\d+)/", data)}
    data[slice(*heads)] = b"\0\0"
    data[slice(*layer)] = max(len(layers) - 2, len(layers) // 2).to_bytes(2, "little")
    return True


def _attribute(data: bytearray, name: bytes, rank: int = 0) -> tuple[int, int] | None:
    """Where an attribute's value is: after its rank, dimensions, type and size in bytes."""
    at = data.find(name + b"\0")
    if at < 0:
        return None
    head = at + len(name) + 1
    start = head + 1 + 4 * rank + 1 + 4
    size = int.from_bytes(data[start - 4 : start], "little")
    return (start, start + size) if data[head] == rank else None


def load(model: Path, threads: int) -> tuple[Any, frozenset[str]]:
    """A `ctranslate2.Translator`; as many batches at once as threads, each on one core.

    Returns:
        It, and the pieces to which its vocabulary mapping cuts what it computes; empty if it has
        no mapping. The mapping is not for targets that must hold another piece.

    Raises:
        EngineError: If the model cannot be read.
    """
    ctranslate2: Any = importlib.import_module("ctranslate2")  # slow to import

    ctranslate2.set_log_level(40)
    try:
        files, left = _files(model)
        loaded = ctranslate2.Translator(
            str(model),
            files=files,
            device="cpu",
            compute_type="int8",
            inter_threads=threads,
            intra_threads=1,
            max_queued_batches=-1,
        )
    except (RuntimeError, ValueError, OSError) as cause:
        raise EngineError(
            f"the model cannot be loaded: {cause}",
            where=model,
            hint="it may be damaged: install it, or convert it, again",
        ) from cause
    return loaded, left
