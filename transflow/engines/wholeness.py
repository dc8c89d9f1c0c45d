"""Whether a model's file is all there, told from its own table of contents.

A copy that was cut short has a good beginning, and fails when the first sentence is drafted. A
`model.bin` of CTranslate2 names the size of each of its weights, so that hopping from one to the
next, without reading any, ends at the end of the file or beyond it. It says what kind of network it
is, too.
"""

import os
import re
import struct
from pathlib import Path
from typing import BinaryIO

__all__ = ["fault"]

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
            _number(file, "<I")  # revision
            weights = _number(file, "<I")
            if weights > _MOST:
                return _DAMAGED
            for _ in range(weights):
                _skip_text(file)
                file.seek(4 * _number(file, "<B") + 1, os.SEEK_CUR)  # shape and type
                file.seek(_number(file, "<I"), os.SEEK_CUR)
            for _ in range(_number(file, "<I")):  # second names of weights
                _skip_text(file)
                _skip_text(file)
            if file.tell() > size:
                return _CUT.format(size)
    except (EOFError, OSError):
        return _CUT.format(size)
    return ""


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
