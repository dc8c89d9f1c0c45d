"""Unpacking `.argosmodel` archives from anywhere: checked first, then whole or not at all.

An archive is a zip of one folder with `metadata.json`, a CTranslate2 model under `model/` and a
tokenizer. It may come from a stranger: members must stay inside that folder, be plain files, and
neither many nor large beyond what a model is, nor two of one name.
"""

import fnmatch
import glob
import json
import lzma
import os
import re
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from filelock import FileLock

from transflow.errors import EngineError
from transflow.files import folded, regular, unchanged

__all__ = [
    "METADATA_LIMIT",
    "MODEL",
    "TOKENIZERS",
    "VOCABULARY",
    "Progress",
    "discard",
    "inspect",
    "is_whole",
    "read_metadata",
    "unpack",
]

Progress = Callable[[str, int, int], None]
"""Called with what is done, how far, and how far it goes (0: not known)."""

MODEL = "model/model.bin"
VOCABULARY = "*vocabulary.*"
"""Beside the model: `shared_vocabulary.json`, or one for the source and one for the target."""
TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""One of them a package must have."""
MAX_MEMBERS = 2_000
MAX_BYTES = 8 * 1024**3
MAX_RATIO = 10
"""A model hardly shrinks in a zip: real packages are two thirds to nine tenths of their content."""
METADATA_LIMIT = 1024**2
_SMALL = 4 * 1024**2
"""What a vocabulary and other text may come to, which shrink as they like."""
_CHUNK = 1024**2
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What `zipfile` raises over an archive that is damaged, encrypted or packed in an unknown way."""


def inspect(path: Path) -> dict[str, Any]:
    """What the archive says it is, after all checks that need no unpacking.

    Returns:
        Its metadata, with `_folder` the one folder its members lie in.

    Raises:
        EngineError: If it is not a sound package.
    """
    try:
        regular(path)
        with zipfile.ZipFile(path) as archive:
            folder = _check_members(archive, path)
            try:
                info = archive.getinfo(f"{folder}/metadata.json")
            except KeyError as cause:
                raise EngineError("holds no metadata.json", where=path, hint=_HINT) from cause
            if info.file_size > METADATA_LIMIT:
                raise EngineError("its metadata.json is too large", where=path)
            data = archive.read(info)
            names = {member.filename for member in archive.infolist()}
    except OSError as cause:
        raise EngineError(f"cannot be read: {cause.strerror or cause}", where=path) from cause
    except _UNREADABLE as cause:
        raise EngineError(
            f"is not a sound .argosmodel archive ({cause})",
            where=path,
            hint="download it again: it may have been cut short",
        ) from cause
    try:
        metadata = read_metadata(data)
    except ValueError as cause:
        raise EngineError(f"its metadata.json {cause}", where=path, hint=_HINT) from cause
    if metadata["type"] == "translate":
        _check_parts(names, folder, path)
    return {**metadata, "_folder": folder}


def read_metadata(data: bytes) -> dict[str, Any]:
    """What a `metadata.json` says, with the type filled in; as strict as Argos, which reads it too.

    Args:
        data: The file; the codes and the version of a package are names: they go into those of
            folders and engines and, by provenance, into catalogs.

    Raises:
        ValueError: What is wrong with it, to go on from "its metadata.json".
    """
    try:
        metadata = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as cause:
        raise ValueError(f"cannot be read ({cause})") from cause
    if not isinstance(metadata, dict):
        raise ValueError("is not an object")  # noqa: TRY004 - of what is read, not of an argument
    kind = metadata.setdefault("type", "translate")
    if kind not in ("translate", "sbd"):
        raise ValueError(f"names a type that is not known ({kind!r:.40})")
    for key, form in _FORMS.items() if kind == "translate" else ():
        value = metadata.get(key, "0" if key == "package_version" else None)
        if not isinstance(value, (str, float, int)) or not form.fullmatch(str(value)):
            raise ValueError(f"has no usable {key}")
    if kind == "translate" and metadata["from_code"] == metadata["to_code"]:
        raise ValueError("names one language twice")
    return metadata


_CODE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_FORMS = {
    "from_code": _CODE,
    "to_code": _CODE,
    "package_version": re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}"),
}


def unpack(
    path: Path,
    into: Path,
    *,
    name: str = "",
    progress: Progress | None = None,
    check: Callable[[Path, Path], None] | None = None,
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
        check: Called with the unpacked folder and its place to be, before it goes there; raises
            where it must not.

    Returns:
        The folder, and whether anything was written.

    Raises:
        EngineError: If the archive is not sound or the disk says no; nothing is changed then.
    """
    folder = inspect(path)["_folder"]
    place = into / (name or folder)
    try:
        if _same(
            path, place, folder
        ):  # nothing to write: the disk may be full, or for reading only
            return place, False
        into.mkdir(parents=True, exist_ok=True)
        with FileLock(into / _LOCK):
            _tidy(into)
            if _same(path, place, folder):
                return place, False
            with _scratch(into) as scratch:
                _extract(path, scratch, progress)
                if check:
                    check(scratch / folder, place)
                _swap(scratch / folder, place)
    except OSError as cause:
        raise EngineError(
            f"cannot be installed: {cause.strerror or cause}",
            where=into,
            hint=unchanged(cause),
        ) from cause
    return place, True


def discard(place: Path) -> None:
    """Take a package's folder away in one step, so that nobody meets half of one.

    Raises:
        EngineError: If the disk says no.
    """
    try:
        with FileLock(place.parent / _LOCK), _scratch(place.parent) as scratch:
            place.rename(scratch / "gone")
    except OSError as cause:
        raise EngineError(f"cannot be removed: {cause.strerror or cause}", where=place) from cause


_LOCK = ".transflow.lock"
_HINT = "an Argos package is a zip of one folder with metadata.json and model/"


def _check_members(archive: zipfile.ZipFile, path: Path) -> str:
    members = archive.infolist()
    if not members or len(members) > MAX_MEMBERS:
        raise EngineError(f"holds {len(members)} members", where=path, hint=_HINT)
    for member in members:
        if _strays(member):
            raise EngineError(f"member {member.filename!r} would leave its folder", where=path)
        if member.flag_bits & 0x1:
            raise EngineError("is encrypted", where=path)
    _check_names([member for member in members if not member.is_dir()], path)
    folders = {PurePosixPath(member.filename).parts[0] for member in members}
    size = sum(member.file_size for member in members)
    packed = min(sum(member.compress_size for member in members), path.stat().st_size)
    if len(folders) != 1:
        raise EngineError("has more than one folder at its top", where=path, hint=_HINT)
    swollen = any(
        member.file_size > MAX_RATIO * member.compress_size + _SMALL for member in members
    )
    if swollen or size > MAX_BYTES or size > MAX_RATIO * packed + _SMALL:
        raise EngineError(f"would unpack to {size:,} bytes: refused as a zip bomb", where=path)
    folder = folders.pop()
    if folder.startswith(".") or not any(
        member.filename.startswith(f"{folder}/") for member in members
    ):
        raise EngineError("has no folder at its top", where=path, hint=_HINT)
    return folder


def _strays(member: zipfile.ZipInfo) -> bool:
    """Whether a member is anything but a plain file or folder with a plain name of its own."""
    pure = PurePosixPath(member.filename)
    return (
        not pure.parts
        or pure.is_absolute()
        or ".." in pure.parts
        or "\\" in member.filename
        or ":" in pure.parts[0]
        or not member.filename.isprintable()
        or stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}
    )


def _check_names(files: Sequence[zipfile.ZipInfo], path: Path) -> None:
    """See that no file stands in another's place: which one would be used is nobody's guess."""
    names = {folded(str(PurePosixPath(file.filename))) for file in files}
    parents = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    if len(names) < len(files) or names & parents:
        raise EngineError("holds two members of one name", where=path)


def _check_parts(names: Collection[str], folder: str, path: Path) -> None:
    if f"{folder}/{MODEL}" not in names:
        raise EngineError(f"holds no {MODEL}", where=path, hint=_HINT)
    if not fnmatch.filter(names, f"{glob.escape(folder)}/model/{VOCABULARY}"):
        raise EngineError("holds no vocabulary", where=path, hint=_HINT)
    if not any(f"{folder}/{name}" in names for name in TOKENIZERS):
        raise EngineError("holds no tokenizer", where=path, hint=_HINT)


@contextmanager
def _scratch(into: Path) -> Iterator[Path]:
    """A working folder on the same disk, beside `into` where possible.

    Argos itself stops at any folder among its packages that has no metadata.json.
    """
    parent = into.parent
    beside = os.access(parent, os.W_OK) and parent.stat().st_dev == into.stat().st_dev
    made = Path(tempfile.mkdtemp(dir=parent if beside else into, prefix=_prefix(into)))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _prefix(into: Path) -> str:
    return f".transflow-unpack-{into.name}-"


def _tidy(into: Path) -> None:
    """Clear away what an install that was killed has left; a package it had put aside goes back.

    Called under the lock of `into`, so that no scratch folder of it is in use. Those of another
    owner, in a folder where everybody may write, are none of ours.
    """
    ours = re.compile(re.escape(_prefix(into)) + "[a-z0-9_]{8}")
    owner = into.stat().st_uid
    for base in (into.parent, into):
        found = list(base.iterdir()) if os.access(base, os.R_OK | os.W_OK) else []
        for left in found:
            if not ours.fullmatch(left.name) or left.lstat().st_uid != owner or left.is_symlink():
                continue
            for old in (left / _ASIDE).glob("*"):
                if not os.path.lexists(into / old.name):
                    old.rename(into / old.name)
            shutil.rmtree(left, ignore_errors=True)


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
    except _UNREADABLE as cause:
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
    old = new.parent / _ASIDE / place.name
    if os.path.lexists(place):
        old.parent.mkdir()
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if os.path.lexists(old):
            old.rename(place)
        raise


_ASIDE = ".old"
"""Where in a scratch folder the package is that gives way."""


def is_whole(place: Path, members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether every file of an archive lies unpacked in its full size."""
    for member in members:
        path = place / member.filename.partition("/")[2]
        if not member.is_dir() and not (path.is_file() and path.stat().st_size == member.file_size):
            return False
    return True
