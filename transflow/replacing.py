"""A person's file replaced, so that whatever anybody saves at that moment is there afterwards.

Between the last look at a file and the call that replaces it, an editor may save; and the process
may be killed before it looks again. So the old file is never written over. It changes places with
the new one (Linux's RENAME_EXCHANGE; elsewhere it is given a second name first), has meanwhile a
hidden name that says what it should be, `.NAME.OLD-NEW.kept` with hashes of both, and goes only once
it is seen to be that. Else it is put back. What a killed process left is known by that name.
"""

import contextlib
import ctypes
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from transflow.errors import TransflowError
from transflow.files import beside, contents, unchanged

__all__ = ["Kept", "Outcome", "bytes_of", "left_behind", "replace", "settle", "sweep"]

_KEPT = re.compile(r"\.(.+)\.([0-9a-f]{12})-([0-9a-f]{12}|gone)\.kept", re.DOTALL)
_TORN = re.compile(r"\.(.+)\.[a-z0-9_]{8}\.tmp", re.DOTALL)
"""What `files.beside` calls a file that is still being written."""
_GONE = "gone"
_HERE, _SWAP = -100, 2
_TRIES = 5


class Outcome(Enum):
    """How a replacement ended."""

    DONE = auto()
    """The new content is in place, nobody saved."""
    UNDONE = auto()
    """It was never put in place; the file is as it was."""
    GIVEN_BACK = auto()
    """Somebody saved meanwhile: what they saved is in place."""
    BOTH = auto()
    """Somebody saved meanwhile, and again over the new content: whoever knows the format merges."""


@dataclass(frozen=True)
class Kept:
    """A file as it was when another took its place, under the name it has until that is settled."""

    path: Path
    """The file's own name."""
    name: Path
    """Where it is kept."""
    old: str
    """Hash of what the new content was made from."""
    new: str
    """Hash of the new content; "gone" where the file was to be removed."""

    @property
    def is_saved(self) -> bool:
        """True if it holds what somebody saved: neither the old content nor the new."""
        return _hash(bytes_of(self.name)) not in {self.old, self.new, _GONE}


def replace(path: Path, data: bytes | None, expected: bytes | None) -> bool:
    """Put `data` at `path` whole or not at all, unless somebody saved it since it was read.

    Args:
        path: The file.
        data: Its new content; None to remove it.
        expected: The bytes it was read as, from which `data` was made; None for no file.

    Returns:
        True if it was replaced; False if the file holds what somebody saved meanwhile.

    Raises:
        TransflowError: With the system's reason, or for a link to nothing; what people wrote is then
            where it was, or is put back by `settle`.
    """
    try:
        if bytes_of(path) != expected:
            return False
        if expected is None and path.is_symlink():
            raise TransflowError(
                f"is a link to {path.readlink()}, which is not there",
                where=path,
                hint="put that back, or take the link away",
            )
        if expected is None:
            return data is None or _placed(path, data)
        if data is None:
            return _removed(path, expected)
        return _exchanged(path, data, expected)
    except FileNotFoundError:
        return False
    except OSError as cause:
        what = "removed" if data is None else "written"
        raise TransflowError(
            f"cannot be {what}: {cause.strerror}", where=path, hint=unchanged(cause)
        ) from cause


def settle(kept: Kept) -> Outcome:
    """Bring a replacement to its end, one that a killed process began too.

    Raises:
        OSError: With the system's reason; the kept file is then still there.
    """
    for _ in range(_TRIES):
        held = _hash(bytes_of(kept.name))
        if held in {kept.old, _GONE}:
            kept.name.unlink(missing_ok=True)
            return Outcome.DONE
        now = _hash(bytes_of(kept.path))
        if held == now:
            kept.name.unlink(missing_ok=True)
            return Outcome.GIVEN_BACK
        if held == kept.new:
            kept.name.unlink(missing_ok=True)
            return Outcome.UNDONE if now == kept.old else Outcome.GIVEN_BACK
        if now == _GONE:
            with contextlib.suppress(FileExistsError):
                kept.path.hardlink_to(kept.name)
                kept.name.unlink(missing_ok=True)
                return Outcome.GIVEN_BACK
        elif now != kept.new:
            break
        elif not _swap(kept.name, kept.path):
            kept.name.replace(kept.path)
            return Outcome.GIVEN_BACK
    return Outcome.BOTH


def left_behind(folder: Path, name: str = "") -> list[Kept]:
    """What is kept in a folder: of one file, or of all."""
    found = []
    for entry in _names(folder):
        parts = _KEPT.fullmatch(entry)
        if parts and (not name or parts[1] == name):
            found.append(Kept(folder / parts[1], folder / entry, parts[2], parts[3]))
    return found


def sweep(folder: Path) -> None:
    """Remove what killed processes had not written to its end. Only while nobody else writes there."""
    for entry in _names(folder):
        if _TORN.fullmatch(entry):
            with contextlib.suppress(OSError):
                (folder / entry).unlink()


def bytes_of(path: Path) -> bytes | None:
    """A file's content, None if there is no such file."""
    try:
        return contents(path)
    except FileNotFoundError:
        return None


def _placed(path: Path, data: bytes) -> bool:
    """Put a file where none is, over none that somebody puts there meanwhile."""
    with _temporary(path, data) as fresh:
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if path.exists():
                return False
            fresh.replace(path)
    return True


def _removed(path: Path, expected: bytes) -> bool:
    kept = _kept(path, expected, None)
    path.replace(kept.name)
    return _finish(kept)


def _exchanged(path: Path, data: bytes, expected: bytes) -> bool:
    kept = _kept(path, expected, data)
    with _temporary(path, data) as fresh:
        if bytes_of(path) != expected:
            return False
        fresh.replace(kept.name)  # from here on whole, so known by its hash
        try:
            if not _swap(kept.name, path):
                kept.name.replace(fresh)
                _name_again(path, kept.name)
                fresh.replace(path)
        except OSError:
            _finish(kept)
            raise
    return _finish(kept)


def _name_again(path: Path, name: Path) -> None:
    """A second name for a file that will be replaced, where the file system has such names."""
    try:
        name.hardlink_to(path)
    except FileNotFoundError:
        raise
    except OSError:
        return


def _finish(kept: Kept) -> bool:
    try:
        return settle(kept) is Outcome.DONE
    except (
        OSError
    ):  # it is looked at again by the next command; which of both it is, the file tells
        return _hash(bytes_of(kept.path)) == kept.new


@contextlib.contextmanager
def _temporary(path: Path, data: bytes) -> Iterator[Path]:
    fresh = beside(path, data)
    try:
        yield fresh
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _kept(path: Path, old: bytes, new: bytes | None) -> Kept:
    hashes = _hash(old), _hash(new)
    name = path.with_name(f".{path.name}.{'-'.join(hashes)}.kept")
    return Kept(path, name, *hashes)


def _hash(data: bytes | None) -> str:
    return _GONE if data is None else hashlib.sha256(data).hexdigest()[:12]


def _swap(one: Path, other: Path) -> bool:
    """Let two files change names, both at once; False where the system cannot."""
    try:
        call = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    answer: int = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP)
    return answer == 0


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.name.startswith("."))
    except OSError:
        return []
