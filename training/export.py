r"""Step 4: make an Argos package of a checkpoint.

    python -m training.export build/run/checkpoint.pt --vocabulary spm.model \
        --data build/training --language fr --version 0.2 --out build/packages

The vocabulary is cut to the pieces that English and this language use, the language's start
token becomes the decoder's own, and the weights are stored as 8-bit integers for CTranslate2.
Alignments are the mean of the heads of the last decoder layer.
"""

import argparse
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec
from numpy.typing import NDArray
from sentencepiece import sentencepiece_model_pb2 as protobuf
from torch import Tensor

from training import checkpoints, vocabulary
from training.corpus import read_rows
from training.loss import NEVER, SHUT
from training.model import MAX_POSITIONS, Shape, positions
from training.packing import Packed

NAMES = {"zh": "Chinese", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic"}


@dataclass(frozen=True)
class Use:
    """How often each piece occurs on either side, and on the target side."""

    both: NDArray[np.float64]
    target: NDArray[np.float64]


def use(folder: Path, language: str, pieces: sentencepiece.SentencePieceProcessor) -> Use:
    """Count pieces in what `prepare` wrote; domain text counts fivefold."""
    size = pieces.get_piece_size()
    packed = Packed(folder / f"pairs.{language}.npz")
    target = packed.frequencies(size)
    both = target + np.bincount(packed.source, minlength=size)
    for row in read_rows(folder / "domain.tsv"):
        np.add.at(both, pieces.encode(row.english), 5)
        if language in row.targets:
            encoded = pieces.encode(row.targets[language])
            np.add.at(both, encoded, 5)
            np.add.at(target, encoded, 5)
    return Use(both, target)


def every_piece(bias: Tensor) -> Use:
    """For a vocabulary that was cut before: all of it, but what was shut out stays so."""
    known = (bias > NEVER + 1).numpy().astype(np.float64)
    return Use(np.full(len(known), 1e9), known)


def cut(model: Any, used: Use, language: str, least: int) -> tuple[list[int], Any]:
    """The numbers of the pieces to keep, and the SentencePiece model of only those."""
    kinds = protobuf.ModelProto.SentencePiece.Type  # type: ignore[attr-defined]
    always = (kinds.UNKNOWN, kinds.BYTE)
    start = vocabulary.start_token(language)
    keep = [
        number
        for number, piece in enumerate(model.pieces)
        if number < 3 or piece.type in always or piece.piece == start
        or (piece.type == kinds.NORMAL and (used.both[number] >= least or len(piece.piece) == 1))
    ]  # fmt: skip
    smaller = protobuf.ModelProto()  # type: ignore[attr-defined]
    smaller.CopyFrom(model)
    del smaller.pieces[:]
    smaller.pieces.extend(model.pieces[number] for number in keep)
    smaller.trainer_spec.vocab_size = len(keep)
    smaller.trainer_spec.control_symbols[:] = [start]
    return keep, smaller


def specification(
    shape: Shape, weights: dict[str, Tensor], keep: list[int], bias: NDArray[np.float32]
) -> transformer_spec.TransformerSpec:
    """The network as CTranslate2 describes it, with the vocabulary cut."""
    arrays = {name: value.float().numpy() for name, value in weights.items()}
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=True,
        activation=common_spec.Activation.RELU,
    )  # fmt: skip
    embedding = np.ascontiguousarray(arrays["embedding.weight"][keep])
    places = positions(MAX_POSITIONS, shape.width).numpy()

    def linear(part: object, name: str) -> None:
        part.weight, part.bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]  # type: ignore[attr-defined]

    def norm(part: object, name: str) -> None:
        part.gamma, part.beta = arrays[f"{name}.weight"], arrays[f"{name}.bias"]  # type: ignore[attr-defined]

    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        table = side.embeddings[0] if name == "encoder" else side.embeddings
        table.weight, table.multiply_by_sqrt_depth = embedding, True
        side.scale_embeddings = True
        side.position_encodings.encodings = places
        norm(side.layer_norm, f"{name}_norm")
        for number, layer in enumerate(side.layer):
            prefix = f"{name}.{number}."
            norm(layer.self_attention.layer_norm, prefix + "attention.norm")
            linear(layer.self_attention.linear[0], prefix + "attention.inputs")
            linear(layer.self_attention.linear[1], prefix + "attention.output")
            if name == "decoder":
                norm(layer.attention.layer_norm, prefix + "cross.norm")
                linear(layer.attention.linear[0], prefix + "cross.query")
                linear(layer.attention.linear[1], prefix + "cross.inputs")
                linear(layer.attention.linear[2], prefix + "cross.output")
            norm(layer.ffn.layer_norm, prefix + "feed_forward.norm")
            linear(layer.ffn.linear_0, prefix + "feed_forward.inputs")
            linear(layer.ffn.linear_1, prefix + "feed_forward.output")
    spec.decoder.projection.weight, spec.decoder.projection.bias = embedding, bias
    spec.decoder.alignment_layer = np.int16(shape.decoder - 1)
    spec.decoder.alignment_heads = np.int16(0)  # 0 stands for the mean of all heads
    return spec


def write_model(
    spec: transformer_spec.TransformerSpec, tokens: list[str], language: str, folder: Path
) -> None:
    """Quantize and save the CTranslate2 model."""
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.add_source_eos = True
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = vocabulary.start_token(language)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def write_package(folder: Path, archive: Path) -> None:
    """Zip a package folder, the same bytes for the same content."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(folder.parent)), (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                made.writestr(entry, path.read_bytes())


def export(
    state: checkpoints.Checkpoint,
    model_file: Path,
    used: Use,
    language: str,
    *,
    version: str,
    card: str,
    out: Path,
    starter: bool,
    least: int = 4,
) -> Path:
    """Write `translate-en_LANGUAGE-VERSION.argosmodel` and the folder it holds."""
    original = protobuf.ModelProto()  # type: ignore[attr-defined]
    original.ParseFromString(model_file.read_bytes())
    keep, smaller = cut(original, used, language, least)
    own = state.mean["bias"][state.shape.languages.index(language)].float().numpy()
    said = (used.target > 0) | (own > NEVER + 1)
    bias = np.where(said[keep], own[keep], SHUT).astype(np.float32)
    name = f"translate-en_{language}-{version.replace('.', '_')}"
    folder = out / name
    shutil.rmtree(folder, ignore_errors=True)
    spec = specification(state.shape, state.mean, keep, bias)
    tokens = [original.pieces[number].piece for number in keep]
    write_model(spec, tokens, language, folder / "model")
    (folder / "sentencepiece.model").write_bytes(smaller.SerializeToString())
    (folder / "README.md").write_text(card, encoding="utf-8")
    metadata = {
        "package_version": version, "argos_version": "1.9.0", "type": "translate",
        "from_code": "en", "from_name": "English",
        "to_code": language, "to_name": NAMES.get(language, language),
        "transflow": {"starter": starter},
    }  # fmt: skip
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=1), encoding="utf-8")
    archive = out / f"{name}.argosmodel"
    write_package(folder, archive)
    return archive


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path, help="checkpoint.pt of a run")
    parser.add_argument("--vocabulary", type=Path, required=True, help="its SentencePiece model")
    parser.add_argument(
        "--data", type=Path, help="folder that `prepare` wrote; without it no piece is cut"
    )
    parser.add_argument("--language", required=True, help="target language")
    parser.add_argument("--version", default="0.1", help="version of the package")
    parser.add_argument("--card", type=Path, help="text of the package's README.md")
    parser.add_argument("--out", type=Path, required=True, help="folder for the package")
    parser.add_argument("--full", action="store_true", help="do not mark it as a starter model")
    options = parser.parse_args()
    state = checkpoints.load(options.checkpoint)
    if options.data:
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(options.vocabulary))
        used = use(options.data, options.language, pieces)
    else:
        used = every_piece(state.mean["bias"][state.shape.languages.index(options.language)])
    archive = export(
        state,
        options.vocabulary,
        used,
        options.language,
        version=options.version,
        card=options.card.read_text(encoding="utf-8") if options.card else "No card.\n",
        out=options.out,
        starter=not options.full,
    )
    print(f"{archive} {archive.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
