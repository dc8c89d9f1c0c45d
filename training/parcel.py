r"""Text and weights as small files, for a machine that is reached for a short while and over a thin line.

    python -m training.parcel pack --data build/prepared --vocabulary spm.model --out build/parcel
    python -m training.parcel unpack build/parcel --out /tmp/prepared          # over there
    python -m training.parcel weights /tmp/run/fr/checkpoint.pt --out OUT      # over there
    python -m training.parcel restore OUT/fr.* --out build/run/fr/checkpoint.pt

What `prepare` wrote shrinks to a third of its size: pairs are put in the order of their English, so
that like stands beside like. Weights travel as the 8-bit rows that `export` would make of them.
"""

import argparse
import io
import lzma
import shutil
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training import checkpoints
from training.model import Shape
from training.packing import Packed, pack

PART = 15 << 20
"""Bytes of a file of weights at most."""
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 26, "lp": 1, "pb": 1}]


def shrink(path: Path, out: Path) -> Path:
    """A file made small: pairs in the order of their English, or text as it is."""
    made = out / f"{path.name}.xz"
    if path.suffix == ".npz":
        packed = Packed(path)
        pairs = sorted(packed[place] for place in range(len(packed)))
        sides = [[pair[side] for pair in pairs] for side in (0, 1)]
        lengths = [np.array([len(row) for row in side], dtype="<u2") for side in sides]
        flat = [np.array([p for row in side for p in row], dtype="<u2") for side in sides]
        raw = b"".join(part.tobytes() for part in (*lengths, *flat))
        made.write_bytes(lzma.compress(len(pairs).to_bytes(8, "little") + raw, filters=FILTERS))
    else:
        made.write_bytes(lzma.compress(path.read_bytes()))
    return made


def grow(path: Path, out: Path) -> Path:
    """The inverse of `shrink`, but for the order of the pairs."""
    raw, made = lzma.decompress(path.read_bytes()), out / path.stem
    if made.suffix != ".npz":
        made.write_bytes(raw)
        return made
    count = int.from_bytes(raw[:8], "little")
    pieces = np.frombuffer(raw, dtype="<u2", offset=8)
    lengths = pieces[:count], pieces[count : 2 * count]
    first = pieces[2 * count : 2 * count + int(lengths[0].sum())]
    second = pieces[2 * count + len(first) :]
    sides = [
        [row.tolist() for row in np.split(flat, np.cumsum(own, dtype=np.int64)[:-1])]
        for flat, own in zip((first, second), lengths, strict=True)
    ]
    pack(made, list(zip(*sides, strict=True)))
    return made


def quantized(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Matrices as 8-bit rows, each with its scale under its name and `!`."""
    found = {}
    for name, value in weights.items():
        if value.ndim == 2 and name != "bias":
            scale = 127 / value.abs().amax(1).clamp(min=1e-12)
            found[name] = torch.round(value * scale[:, None]).to(torch.int8)
            found[f"{name}!"] = scale
        else:
            found[name] = value
    return found


def dense(stored: dict[str, Tensor]) -> dict[str, Tensor]:
    """The inverse of `quantized`."""
    return {
        name: value.float() / stored[f"{name}!"][:, None] if f"{name}!" in stored else value
        for name, value in stored.items()
        if not name.endswith("!")
    }


def split(checkpoint: Path, out: Path) -> list[Path]:
    """A checkpoint's averaged weights as files of at most `PART` bytes, named after its folder."""
    state = checkpoints.load(checkpoint)
    stored = io.BytesIO()
    torch.save({"shape": state.shape.as_dict(), "weights": quantized(state.mean)}, stored)
    data = stored.getvalue()
    made = []
    for number, start in enumerate(range(0, len(data), PART)):
        made.append(out / f"{checkpoint.parent.name}.{number:02}")
        made[-1].write_bytes(data[start : start + PART])
    return made


def restore(parts: list[Path]) -> checkpoints.Checkpoint:
    """The checkpoint of such files."""
    data = io.BytesIO(b"".join(part.read_bytes() for part in sorted(parts)))
    stored = torch.load(data, weights_only=True)
    weights = dense(stored["weights"])
    return checkpoints.Checkpoint(Shape.from_dict(stored["shape"]), weights, weights)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("pack", help="make the files that travel")
    step.add_argument("--data", type=Path, required=True, help="folder that `prepare` wrote")
    step.add_argument("--vocabulary", type=Path, required=True, help="SentencePiece model")
    step.add_argument("--out", type=Path, required=True, help="folder to write to")
    step = steps.add_parser("unpack", help="the folder that `prepare` wrote, and spm.model in it")
    step.add_argument("parcel", type=Path, nargs="+", help="folders that `pack` wrote")
    step.add_argument("--out", type=Path, required=True, help="folder to write to")
    step = steps.add_parser("weights", help="make files of a checkpoint's weights")
    step.add_argument("checkpoints", type=Path, nargs="+", help="LANGUAGE/checkpoint.pt")
    step.add_argument("--out", type=Path, required=True, help="folder to write to")
    step = steps.add_parser("restore", help="make the checkpoint again")
    step.add_argument("parts", type=Path, nargs="+", help="files that `weights` wrote")
    step.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args()
    made: list[Path] = []
    if options.step == "restore":
        options.out.parent.mkdir(parents=True, exist_ok=True)
        checkpoints.save(options.out, restore(options.parts))
        made = [options.out]
    else:
        options.out.mkdir(parents=True, exist_ok=True)
    if options.step == "weights":
        made = [part for path in options.checkpoints for part in split(path, options.out)]
    elif options.step in {"pack", "unpack"}:
        folders = [options.data] if options.step == "pack" else options.parcel
        ends = (".npz", ".tsv") if options.step == "pack" else (".xz",)
        files = [path for folder in folders for path in folder.iterdir() if path.suffix in ends]
        with ProcessPoolExecutor() as pool:
            work = shrink if options.step == "pack" else grow
            made = list(pool.map(work, sorted(files), repeat(options.out)))
        others = [folder / "spm.model" for folder in folders]
        model = [options.vocabulary] if options.step == "pack" else others
        made += [Path(shutil.copy(m, options.out / "spm.model")) for m in model if m.exists()]
    for path in made:
        print(f"{path} {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
