"""Loading a CTranslate2 model: eight bits, one thread a batch, attention that aligns."""

import importlib
import os
import re
from pathlib import Path
from typing import Any

from transflow.errors import EngineError

__all__ = ["cores", "load"]


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


def _with_alignment(model: Path) -> dict[str, bytes] | None:
    """The model's files with attention averaged over all heads of the last layer but one.

    OpenNMT's converter leaves "first head of the last layer", which aligns hardly anything; the
    mean of the layer before aligns best in models not trained for it (Garg et al. 2019,
    arXiv:1909.02074); of two layers it is the last, as in the starter models. A model that names another layer was trained to align there and is left as
    it is. None where nothing is to be changed.
    """
    data = bytearray((model / "model.bin").read_bytes())
    heads = _attribute(data, b"decoder/alignment_heads")
    layer = _attribute(data, b"decoder/alignment_layer")
    if (
        not heads
        or not layer
        or data[slice(*heads)] != b"\1\0"
        or data[slice(*layer)] != b"\xff\xff"
    ):
        return None
    layers = {int(number) for number in re.findall(rb"decoder/layer_(\d+)/", data)}
    data[slice(*heads)] = b"\0\0"
    data[slice(*layer)] = max(len(layers) - 2, len(layers) // 2).to_bytes(2, "little")
    files = {path.name: path.read_bytes() for path in model.iterdir() if path.name != "model.bin"}
    return {**files, "model.bin": bytes(data)}


def _attribute(data: bytearray, name: bytes) -> tuple[int, int] | None:
    """Where the two bytes of a scalar attribute are: rank 0, any type, size 2, value."""
    at = data.find(name + b"\0")
    if at < 0:
        return None
    head = at + len(name) + 1
    rank, size = data[head], int.from_bytes(data[head + 2 : head + 6], "little")
    return (head + 6, head + 8) if (rank, size) == (0, 2) else None


def load(model: Path, threads: int) -> Any:
    """A `ctranslate2.Translator`; as many batches at once as threads, each on one core.

    Raises:
        EngineError: If the model cannot be read.
    """
    ctranslate2: Any = importlib.import_module("ctranslate2")  # slow to import

    ctranslate2.set_log_level(40)
    try:
        return ctranslate2.Translator(
            str(model),
            files=_with_alignment(model),
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
