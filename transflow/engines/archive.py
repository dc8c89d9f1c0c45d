"""Unpacking `.argosmodel` archives from anywhere: checked first, then whole or not at all.

An archive is a zip of one folder with `metadata.json`, a CTranslate2 model under `model/` and a
tokenizer. It may come from a stranger: members must stay inside that folder, be plain files, and
neither many nor large beyond what a model is.
"""

import json
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from filelock import FileLock

from transflow.errors import EngineError

__all__ = ["Progress", "inspect", "is_whole", "unpack"]

Progress = Callable[[str, int, int], None]
"""Called with what is done, how far, and how far it goes (0: not known)."""

MAX_MEMBERS = 2_000
MAX_BYTES = 8 * 1024**3
MAX_RATIO = 60
"""A model hardly shrinks in a zip; quantized weights never sixtyfold."""
_METADATA_LIMIT = 1024**2
_CHUNK = 1024**2


def inspect(path: Path) -> dict[str, Any]:
    """What the archive says it is, after all checks that need no unpacking.

    Returns:
        Its metadata, with `_folder` the one folder its members lie in.

    Raises:
        EngineError: If it is not a sound package.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            folder = _check_members(archive, path)
            try:
                info = archive.getinfo(f"{folder}/metadata.json")
            except KeyError as cause:
                raise EngineError("holds no metadata.json", where=path, hint=_HINT) from cause
            if info.file_size > _METADATA_LIMIT:
                raise EngineError("its metadata.json is too large", where=path)
            metadata = json.loads(archive.read(info))
    except OSError as cause:
        raise EngineError(f"cannot be read: {cause.strerror}", where=path) from cause
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError) as cause:
        raise EngineError(
            f"is not a sound .argosmodel archive ({cause})",
            where=path,
            hint="download it again: it may have been cut short",
        ) from cause
    if not isinstance(metadata, dict):
        raise EngineError("its metadata.json is not an object", where=path, hint=_HINT)
    _check_metadata(metadata, path)
    return {**metadata, "_folder": folder}


def unpack(
    path: Path, into: Path, *, name: str = "", progress: Progress | None = None
) -> tuple[Path, bool]:
    """Unpack an archive to `into/<folder>` in one step.

    It is unpacked beside its place and renamed; a lock keeps a second process from the same
    place, which then finds the work done. A folder of that name that is there already is
    replaced only if its content differs.

    Args:
        path: The archive.
        into: Folder of packages; made if absent.
        name: Folder to make; the archive's own by default.
        progress: Called while unpacking, in bytes.

    Returns:
        The folder, and whether anything was written.

    Raises:
        EngineError: If the archive is not sound or the disk says no; nothing is changed then.
    """
    metadata = inspect(path)
    try:
        into.mkdir(parents=True, exist_ok=True)
        place = into / (name or metadata["_folder"])
        with FileLock(into / ".transflow.lock"):
            if _same(path, place, metadata["_folder"]):
                return place, False
            scratch = _scratch(into)
            try:
                _extract(path, scratch, progress)
                _swap(scratch / metadata["_folder"], place)
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
    except OSError as cause:
        raise EngineError(
            f"cannot be installed: {cause.strerror or cause}",
            where=into,
            hint="nothing was changed",
        ) from cause
    return place, True


_HINT = "an Argos package is a zip of one folder with metadata.json and model/"


def _check_members(archive: zipfile.ZipFile, path: Path) -> str:
    members = archive.infolist()
    if not members or len(members) > MAX_MEMBERS:
        raise EngineError(f"holds {len(members)} members", where=path, hint=_HINT)
    folders = set()
    size = packed = 0
    for member in members:
        pure = PurePosixPath(member.filename)
        kind = stat.S_IFMT(member.external_attr >> 16)
        if (
            pure.is_absolute()
            or ".." in pure.parts
            or "\\" in member.filename
            or ":" in pure.parts[0]
            or kind not in {0, stat.S_IFREG, stat.S_IFDIR}
        ):
            raise EngineError(f"member {member.filename!r} would leave its folder", where=path)
        if member.flag_bits & 0x1:
            raise EngineError("is encrypted", where=path)
        folders.add(pure.parts[0])
        size += member.file_size
        packed += member.compress_size
    if len(folders) != 1:
        raise EngineError("has more than one folder at its top", where=path, hint=_HINT)
    if size > MAX_BYTES or size > MAX_RATIO * max(packed, 1) + _METADATA_LIMIT:
        raise EngineError(f"would unpack to {size:,} bytes: refused as a zip bomb", where=path)
    folder = folders.pop()
    names = {member.filename for member in members}
    if folder.startswith(".") or not any(name.startswith(f"{folder}/") for name in names):
        raise EngineError("has no folder at its top", where=path, hint=_HINT)
    return folder


def _check_metadata(metadata: dict[str, Any], path: Path) -> None:
    for key in ("from_code", "to_code"):
        value = metadata.get(key)
        if metadata.get("type", "translate") == "translate" and not (
            isinstance(value, str) and value.replace("-", "").replace("_", "").isalnum()
        ):
            raise EngineError(f"its metadata.json has no usable {key}", where=path, hint=_HINT)


def _scratch(into: Path) -> Path:
    """A working folder on the same disk, beside `into` where possible.

    Argos itself stops at any folder among its packages that has no metadata.json.
    """
    parent = into.parent
    beside = os.access(parent, os.W_OK) and parent.stat().st_dev == into.stat().st_dev
    return Path(tempfile.mkdtemp(dir=parent if beside else into, prefix=".transflow-unpack-"))


def _extract(path: Path, scratch: Path, progress: Progress | None) -> None:
    done = 0
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            total = sum(member.file_size for member in members)
            for member in members:
                place = scratch.joinpath(*PurePosixPath(member.filename).parts)
                if member.is_dir():
                    place.mkdir(parents=True, exist_ok=True)
                    continue
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as stream, place.open("wb") as out:
                    while chunk := stream.read(_CHUNK):
                        out.write(chunk)
                        done += len(chunk)
                        if progress:
                            progress(f"unpacking {path.name}", done, total)
                    out.flush()
                    os.fsync(out.fileno())
    except (zipfile.BadZipFile, zlib.error, EOFError) as cause:
        raise EngineError(
            f"is damaged ({cause})", where=path, hint="download it again; nothing was changed"
        ) from cause


def _same(path: Path, place: Path, folder: str) -> bool:
    """Whether `place` holds exactly the archive's files, by size and checksum."""
    if not place.is_dir():
        return False
    with zipfile.ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
    for member in members:
        file = place.joinpath(*PurePosixPath(member.filename).relative_to(folder).parts)
        if not file.is_file() or file.stat().st_size != member.file_size:
            return False
        if _crc(file) != member.CRC:
            return False
    return True


def _crc(file: Path) -> int:
    value = 0
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value


def _swap(new: Path, place: Path) -> None:
    """Put a folder in another's place; the old one is kept until the new one is there."""
    old = new.parent / ".old"
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


def is_whole(place: Path, members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether every file of an archive lies unpacked in its full size."""
    for member in members:
        path = place / member.filename.partition("/")[2]
        if not member.is_dir() and not (path.is_file() and path.stat().st_size == member.file_size):
            return False
    return True
