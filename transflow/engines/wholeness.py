"""Whether a model's files are all there, told from their own tables of contents.

A copy that was cut short has a good beginning, and fails when the first sentence is drafted. A
`model.bin` of CTranslate2 names the size of each of its weights, so that hopping from one to the
next, without reading any, ends at the end of the file or beyond it. It says what kind of network it
is, too, and how many pieces it has a place for: those its vocabulary must name.
"""

import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

__all__ = ["fault", "is_tokenizer", "places"]

_SIZED = 4
"""Version of the format since which a weight's size stands before it in bytes."""
_MOST = 100_000
"""More weights than any model has: what says so is no table of contents."""


def fault(path: Path) -> str:
    """What is wrong with a `model.bin`; empty for nothing, or for a layout that is not known.

    Args:
        path: The file.
    """
    size = path.stat().st_size
    try:
        with path.open("rb") as file:
            version = _number(file, "<I")
            if not 0 < version < 2**8:
                return _DAMAGED
            if version < _SIZED:
                return ""
            kind = _text(file)
            if not _TRANSLATES.match(kind):
                return _OTHER.format(kind)
            if any(shape is None for _, shape in _weights(file)):
                return _DAMAGED
            for _ in range(_number(file, "<I")):  # second names of weights
                _skip_text(file)
                _skip_text(file)
            if file.tell() > size:
                return _CUT.format(size)
    except (EOFError, OSError):
        return _CUT.format(size)
    return ""


def places(path: Path) -> int:
    """How many pieces a sound `model.bin` has a place for; 0 where it does not say.

    Args:
        path: The file.
    """
    with path.open("rb") as file:
        if _number(file, "<I") < _SIZED:
            return 0
        _text(file)
        return next((shape[0] for name, shape in _weights(file) if name == _PIECES and shape), 0)


def is_tokenizer(data: bytes) -> bool:
    """Whether a file is a model of SentencePiece: parts one behind the other, pieces first, up to its end.

    Args:
        data: All of it (sentencepiece_model.proto: on its first floor everything is sized).
    """
    at, size = 0, len(data)
    while at < size:
        if data[at] & 7 != 2 or (not at and data[at] >> 3 != 1):
            return False
        at += 1
        length = shift = 0
        while at < size and shift < 35:
            byte = data[at]
            at, length, shift = at + 1, length | (byte & 127) << shift, shift + 7
            if byte < 128:
                break
        at += length
    return at == size > 0


def _weights(file: BinaryIO) -> Iterator[tuple[str, tuple[int, ...] | None]]:
    """Name and shape of each weight, from behind the network's name on; no shape for what is no table."""
    _number(file, "<I")  # revision
    count = _number(file, "<I")
    if count > _MOST:
        yield "", None
        return
    for _ in range(count):
        name = _text(file)
        shape = tuple(_number(file, "<I") for _ in range(_number(file, "<B")))
        _number(file, "<B")  # type
        file.seek(_number(file, "<I"), os.SEEK_CUR)
        yield name, shape


_PIECES = "decoder/embeddings/weight"
_CUT = "its model.bin is cut short, at {:,} bytes"
_DAMAGED = "its model.bin is no model"
_TRANSLATES = re.compile("Transformer(?!Decoder|Encoder)")
"""CTranslate2's names of networks that read one sentence and write another (its model_factory)."""
_OTHER = "its model.bin is of a kind that does not translate ({!r:.40})"


def _number(file: BinaryIO, form: str) -> int:
    data = file.read(struct.calcsize(form))
    if len(data) < struct.calcsize(form):
        raise EOFError
    return int(struct.unpack(form, data)[0])


def _skip_text(file: BinaryIO) -> None:
    file.seek(_number(file, "<H"), os.SEEK_CUR)


def _text(file: BinaryIO) -> str:
    return file.read(_number(file, "<H")).rstrip(b"\0").decode("ascii", "replace")
