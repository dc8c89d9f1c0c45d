"""A model's own pieces of text: the tokenizer of a package, with offsets where it can tell them."""

import json
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from transflow.errors import EngineError

__all__ = ["Tokenizer", "listed", "open_tokenizer", "vocabulary", "walk"]

_SPACE = "▁"
_BYTE = re.compile("<0x([0-9A-F]{2})>")
_SKIP = 16
"""Letters a piece may stand away from the one before: white space, or what was rewritten."""


class Tokenizer:
    """SentencePiece, or the BPE with Moses rules of older Argos packages.

    Args:
        folder: Where `sentencepiece.model` or `bpe.model` lies.
        source: Code of the source language (BPE only).
        target: Code of the target language (BPE only).
        file: A SentencePiece model by another name.
        reverse: Whether target pieces come from another SentencePiece model (`target.spm`).
    """

    def __init__(
        self,
        folder: Path,
        source: str = "",
        target: str = "",
        *,
        file: str = "sentencepiece.model",
        reverse: str = "",
    ) -> None:
        self._folder = folder
        self._codes = (source, target)
        self._file = file
        self._reverse = reverse or file

    def encode(self, text: str, *, target: bool = False) -> list[str]:
        """Pieces of a text."""
        if self._bpe:
            return list(self._bpe.encode(text))
        processor = self._target if target else self._source
        return list(processor.encode(text, out_type=str))

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of target pieces, without white space around it."""
        if self._bpe:
            return str(self._bpe.decode(list(pieces))).strip()
        return str(self._target.decode_pieces(list(pieces))).replace(_SPACE, " ").strip()

    def offsets(self, text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
        """Where each piece stands in its text; one the tokenizer rewrote has an empty range."""
        return walk(text, _surfaces(pieces))

    @cached_property
    def _bpe(self) -> Any:
        if (self._folder / self._file).is_file():
            return None
        from argostranslate.tokenizer import BPETokenizer  # noqa: PLC0415 - old packages only

        file = self._folder / "bpe.model"
        made: Any = BPETokenizer(file, *self._codes)
        try:
            made.lazy_load()
        except (OSError, ValueError, SystemExit) as cause:  # a line too many ends the program there
            raise EngineError("the tokenizer cannot be read", where=file) from cause
        return made

    @cached_property
    def _source(self) -> Any:
        return _processor(self._folder / self._file)

    @cached_property
    def _target(self) -> Any:
        return (
            self._source
            if self._reverse == self._file
            else _processor(self._folder / self._reverse)
        )


def open_tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    """The tokenizer of an Argos package."""
    return Tokenizer(folder, source, target)


def listed(model: Path) -> list[str]:
    """The target pieces of a CTranslate2 model in order; none if it keeps them in no file we read.

    Raises:
        EngineError: If that file cannot be read, or is no list of them.
    """
    names = [
        f"{which}_vocabulary.{end}" for which in ("target", "shared") for end in ("json", "txt")
    ]
    file = next((model / name for name in names if (model / name).is_file()), None)
    if file is None:
        return []
    try:
        text = file.read_text("utf-8")
        if file.suffix == ".txt":
            return text.removesuffix("\n").split("\n")
        pieces = json.loads(text)
    except (OSError, ValueError, RecursionError) as cause:
        raise EngineError(f"the vocabulary cannot be read: {cause}", where=file) from cause
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        raise EngineError("the vocabulary is no list of pieces", where=file)
    return pieces


def vocabulary(model: Path) -> frozenset[str]:
    """The target pieces a CTranslate2 model knows; empty if it keeps them in no file we read."""
    return frozenset(listed(model))


def within(pieces: Sequence[str], known: frozenset[str]) -> list[str]:
    """Pieces a model knows for pieces it may not: cut up, down to bytes, where it must be."""
    if not known or known.issuperset(pieces):
        return list(pieces)
    out: list[str] = []
    for piece in pieces:
        out += [piece] if piece in known else _cut(piece, known)
    return out


def _cut(piece: str, known: frozenset[str]) -> list[str]:
    out: list[str] = []
    start = 0
    while start < len(piece):
        end = len(piece)
        while end > start and piece[start:end] not in known:
            end -= 1
        if end > start:
            out.append(piece[start:end])
            start = end
            continue
        coded = [f"<0x{byte:02X}>" for byte in piece[start].encode()]
        out += coded if known.issuperset(coded) else [piece[start]]
        start += 1
    return out


def _processor(file: Path) -> Any:
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415 - slow to import

    try:
        return SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError) as cause:
        raise EngineError("the tokenizer cannot be read", where=file) from cause


def _surfaces(pieces: Sequence[str]) -> list[str]:
    """What each piece looks like in text; a letter spelt in bytes belongs to its last byte."""
    found: list[str] = []
    waiting = b""
    for piece in pieces:
        coded = _BYTE.fullmatch(piece)
        if not coded:
            waiting = b""
            found.append(piece.replace(_SPACE, " ").strip().removesuffix("@@"))
            continue
        waiting += bytes([int(coded[1], 16)])
        try:
            found.append(waiting.decode())
            waiting = b""
        except UnicodeDecodeError:
            found.append("")
    return found


def walk(text: str, surfaces: Sequence[str]) -> list[tuple[int, int]]:
    """Offsets of surfaces that follow one another in a text; one that is not there is empty."""
    found = []
    at = 0
    for surface in surfaces:
        start = text.find(surface, at, at + len(surface) + _SKIP) if surface else -1
        if start < 0:
            found.append((at, at))
            continue
        at = start + len(surface)
        found.append((start, at))
    return found
