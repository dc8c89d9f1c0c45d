"""Reading an Argos package back into a network that can be trained on.

CTranslate2 stores a model as a list of named arrays (its `model.bin`, version 6); 8-bit weights
come with a scale for each row. Only networks of the shape that `export` writes can be read:
pre-norm, ReLU, one vocabulary for both sides.
"""

import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from training.checkpoints import Checkpoint
from training.loss import NEVER
from training.model import Shape, Translator

KINDS = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
Array = NDArray[Any]


class UnreadablePackageError(ValueError):
    """A package that is damaged or whose network is of another kind."""


def read_arrays(data: bytes) -> dict[str, Array]:
    """The named arrays of a `model.bin`; aliases are given under both names."""
    place = 0

    def take(form: str) -> tuple[Any, ...]:
        nonlocal place
        values = struct.unpack_from("<" + form, data, place)
        place += struct.calcsize("<" + form)
        return values

    def text() -> str:
        nonlocal place
        (length,) = take("H")
        value = data[place : place + length - 1].decode()
        place += length
        return value

    try:
        (version,) = take("I")
        if version != 6:
            raise UnreadablePackageError(f"model.bin has version {version}, not 6")
        text()
        take("I")
        arrays: dict[str, Array] = {}
        for _ in range(take("I")[0]):
            name = text()
            shape = take(f"{take('B')[0]}I")
            kind, size = take("BI")
            arrays[name] = np.frombuffer(data[place : place + size], KINDS[kind]).reshape(shape)
            place += size
        for _ in range(take("I")[0]):
            alias = text()
            arrays[alias] = arrays[text()]
    except (struct.error, KeyError, ValueError) as error:
        raise UnreadablePackageError(f"model.bin cannot be read: {error}") from error
    return arrays


def dense(arrays: dict[str, Array], name: str) -> torch.Tensor:
    """An array as 32-bit numbers, its scale taken off."""
    values: Array = arrays[name].astype(np.float32)
    scale = arrays.get(f"{name}_scale")
    if scale is not None:
        values = values / (scale.reshape(-1, 1) if scale.ndim else scale)
    return torch.from_numpy(np.ascontiguousarray(values))


def weights(arrays: dict[str, Array], shape: Shape) -> dict[str, torch.Tensor]:
    """The arrays under the names of `Translator`."""
    found = {
        "embedding.weight": dense(arrays, "decoder/embeddings/weight"),
        "bias": dense(arrays, "decoder/projection/bias")[None].clamp(min=NEVER),
    }

    def linear(name: str, stored: str) -> None:
        found[f"{name}.weight"] = dense(arrays, f"{stored}/weight")
        found[f"{name}.bias"] = dense(arrays, f"{stored}/bias")

    def norm(name: str, stored: str) -> None:
        found[f"{name}.weight"] = dense(arrays, f"{stored}/gamma")
        found[f"{name}.bias"] = dense(arrays, f"{stored}/beta")

    for side, count in (("encoder", shape.encoder), ("decoder", shape.decoder)):
        norm(f"{side}_norm", f"{side}/layer_norm")
        for number in range(count):
            to, layer = f"{side}.{number}.", f"{side}/layer_{number}/"
            norm(to + "attention.norm", layer + "self_attention/layer_norm")
            linear(to + "attention.inputs", layer + "self_attention/linear_0")
            linear(to + "attention.output", layer + "self_attention/linear_1")
            if side == "decoder":
                norm(to + "cross.norm", layer + "attention/layer_norm")
                linear(to + "cross.query", layer + "attention/linear_0")
                linear(to + "cross.inputs", layer + "attention/linear_1")
                linear(to + "cross.output", layer + "attention/linear_2")
            norm(to + "feed_forward.norm", layer + "ffn/layer_norm")
            linear(to + "feed_forward.inputs", layer + "ffn/linear_0")
            linear(to + "feed_forward.output", layer + "ffn/linear_1")
    return found


def shape_of(arrays: dict[str, Array], language: str) -> Shape:
    """The size of the network that the arrays make."""

    def layers(side: str) -> int:
        return len({name.split("/")[1] for name in arrays if name.startswith(f"{side}/layer_")} - {
            "layer_norm"
        })  # fmt: skip

    pieces, width = arrays["decoder/embeddings/weight"].shape
    return Shape(
        pieces=pieces,
        languages=(language,),
        width=width,
        inner=arrays["encoder/layer_0/ffn/linear_0/weight"].shape[0],
        heads=int(arrays["encoder/num_heads"]),
        encoder=layers("encoder"),
        decoder=layers("decoder"),
    )


def read_package(package: Path) -> tuple[Checkpoint, bytes]:
    """The network of an `.argosmodel` file as a checkpoint, and its SentencePiece model.

    Raises:
        UnreadablePackageError: the file is damaged, or its network is of another kind.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            names = {Path(name).name: name for name in archive.namelist()}
            metadata = json.loads(archive.read(names["metadata.json"]))
            arrays = read_arrays(archive.read(names["model.bin"]))
            vocabulary = archive.read(names["sentencepiece.model"])
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError) as error:
        raise UnreadablePackageError(f"{package}: not an Argos package ({error})") from error
    shape = shape_of(arrays, metadata["to_code"])
    try:
        found = weights(arrays, shape)
        Translator(shape).load_state_dict(found)
    except (KeyError, RuntimeError) as error:
        raise UnreadablePackageError(f"{package}: a network of another kind ({error})") from error
    return Checkpoint(shape, found, found), vocabulary


def widened(
    state: Checkpoint, cut: bytes, whole: SentencePieceProcessor, fresh: Translator
) -> dict[str, torch.Tensor]:
    """Weights of a package in the vocabulary that its own was cut from.

    Args:
        state: The package's network, of one language.
        cut: Its SentencePiece model.
        whole: The vocabulary to widen it to.
        fresh: A network of the whole vocabulary, started for the same language: the pieces that the
            package lacks, and the output bias of those that it shut out, are taken from it.
    """
    own = SentencePieceProcessor(model_proto=cut)
    pieces = own.id_to_piece(list(range(own.get_piece_size())))
    places = torch.tensor(whole.piece_to_id(pieces))
    usable = state.mean["bias"][0] > NEVER + 1
    made = dict(state.mean)
    made["embedding.weight"] = fresh.embedding.weight.detach().clone()
    made["embedding.weight"][places] = state.mean["embedding.weight"]
    made["bias"] = fresh.bias.detach().clone()
    made["bias"][0, places[usable]] = state.mean["bias"][0, usable]
    return made
