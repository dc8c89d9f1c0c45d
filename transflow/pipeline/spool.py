"""Bytes laid aside while a run goes on, in a file without a name that is gone when the run is."""

import contextlib
import tempfile
import weakref
from pathlib import Path
from typing import IO

__all__ = ["Place", "Spool"]

Place = tuple[int, int] | bytes
"""Where bytes lie in the file, beginning and length; or the bytes, where there is no room for it."""


class Spool:
    """The file, made when something is first laid into it.

    Args:
        folder: Where it is made, if that can be; else where the system has such files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._end = 0

    def lay(self, data: bytes) -> Place:
        """Lay bytes aside; where the disk is full they are held."""
        try:
            if self._file is None:
                self._file = _nameless(self._folder)
                weakref.finalize(self, self._file.close)
            self._file.seek(self._end)
            if self._file.write(data) < len(data):
                return data
        except OSError:
            return data
        self._end += len(data)
        return self._end - len(data), len(data)

    def fetch(self, place: Place) -> bytes:
        """Read them again."""
        if isinstance(place, bytes):
            return place
        assert self._file is not None  # noqa: S101 - it was written to
        self._file.seek(place[0])
        return self._file.read(place[1])


def _nameless(folder: Path) -> IO[bytes]:
    with contextlib.suppress(OSError):
        return tempfile.TemporaryFile(buffering=0, dir=folder)
    return tempfile.TemporaryFile(buffering=0)
