r"""A network of the size that people install which answers as a small one does, to measure speed with.

    PYTHONPATH=. python benchmarks/enlarge.py models/translate-en_fr-0_9.argosmodel --out build/large/models
    python -m benchmarks.throughput --models build/large/models

How much a pipeline costs beside its decoder depends on how large the network is, and how many
drafts are suspect on how good it is. The networks of Argos' index have six layers on either side, 512
wide, with 2,048 in between; the starter models 4 and 2, 192 and 768. Copies of all units side by side,
the weights between them divided by their number, compute the same (Chen et al., Net2Net, 2016), and so do
further layers that add nothing to what passes through them. Needs training/requirements.txt.
"""

import argparse
import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch
from torch import Tensor

from training.export import every_piece, specification, write_model, write_package
from training.growth import deepened
from training.loss import SHUT
from training.model import MAX_POSITIONS, Shape, positions
from training.package import read_package

Weights = dict[str, Tensor]


def enlarged(weights: Weights, shape: Shape, times: int) -> Weights:
    """The weights of a network `times` as wide which computes the same."""
    made: Weights = {}
    for name, value in weights.items():
        if name == "bias":
            made[name] = value
        elif name == "embedding.weight":
            made[name] = value.repeat(1, times) / times**0.5  # the decoder's root of the width
        else:  # fused projections keep their order: queries, keys, values
            fused = "attention.inputs" in name or "cross.inputs" in name
            parts = value.chunk(value.shape[0] // shape.width if fused else 1)
            tiles = (times, times) if value.dim() == 2 else (times,)
            wide = torch.cat([part.repeat(*tiles) for part in parts])
            made[name] = wide / times if value.dim() == 2 else wide
    return made


def enlarge(package: Path, out: Path, times: int, encoder: int, decoder: int) -> Path:
    """Write the package that answers as `package` does."""
    state, pieces_model = read_package(package)
    last = -(-(state.shape.decoder - 1) * decoder // state.shape.decoder)
    """The layer behind which only copies stand that add nothing."""
    state = deepened(state, encoder, decoder)
    shape = state.shape
    large = replace(
        shape, width=shape.width * times, inner=shape.inner * times, heads=shape.heads * times
    )
    own = state.mean["bias"][0]
    keep = list(range(shape.pieces))
    bias = np.where(every_piece(own).target > 0, own.numpy(), SHUT).astype(np.float32)
    weights = enlarged(state.mean, shape, times)
    spec: Any = specification(large, weights, keep, bias)
    places = np.tile(positions(MAX_POSITIONS, shape.width).numpy(), (1, times))
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = places
    spec.decoder.projection.weight = weights["embedding.weight"].numpy() / np.float32(times**0.5)
    spec.decoder.alignment_layer = np.int16(last)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=pieces_model)
    tokens = [pieces.id_to_piece(number) for number in keep]
    with zipfile.ZipFile(package) as archive:
        metadata = json.loads(
            archive.read(next(n for n in archive.namelist() if n.endswith("metadata.json")))
        )
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / package.stem
        write_model(spec, tokens, shape.languages[0], folder / "model")
        (folder / "sentencepiece.model").write_bytes(pieces_model)
        (folder / "README.md").write_text("A stand-in to measure speed with.\n", "utf-8")
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=1), "utf-8")
        write_package(folder, out / package.name)
    return out / package.name


def main() -> None:
    """Read the arguments and go."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--times", type=int, default=3, help="as wide; 3 makes 576 of 192")
    parser.add_argument("--encoder", type=int, default=6, help="layers")
    parser.add_argument("--decoder", type=int, default=6, help="layers")
    parser.add_argument("--out", type=Path, required=True, help="folder for the package")
    options = parser.parse_args()
    made = enlarge(options.package, options.out, options.times, options.encoder, options.decoder)
    print(f"{made} {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
