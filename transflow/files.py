"""Reading and writing files so that a crash, a full disk or a hostile path costs nothing."""

import codecs
import contextlib
import errno
import os
import stat
import tempfile
import unicodedata
from functools import lru_cache
from pathlib import Path, PurePosixPath

from transflow.errors import TransflowError, UnsafePathError

__all__ = [
    "NOWHERE",
    "beside",
    "charset",
    "contents",
    "dangles",
    "folded",
    "inside",
    "read_text",
    "regular",
    "unchanged",
    "write_atomic",
    "write_named",
]

_ASCII = "".join(map(chr, range(0x20, 0x7F))).replace("\\", "") + r"\u0041.xn--bcher-kva"

NOWHERE = "the link leads nowhere"
"""Said of a link whose target is not there: not fetched by git-annex, in a submodule, moved away."""

_ODD = {
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": stat.S_ISCHR,
    "a disk": stat.S_ISBLK,
}


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The same for names that are one file on macOS and Windows, which know neither case nor form."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def charset(label: str) -> str:
    """Python's name of a charset in which files are written: one with ASCII in it, or UTF-16, UTF-32.

    Python's other codecs alter letters (`idna`), read escapes (`unicode_escape`, `utf-7`, `hz`),
    fail (`undefined`) or are none of text (`base64`); browsers and gettext know none of them.

    Raises:
        LookupError: If it is none of these.
    """
    name = codecs.lookup(label).name
    with contextlib.suppress(UnicodeError):
        if name.startswith(("utf-16", "utf-32")) or _ASCII.encode().decode(name) == _ASCII:
            return name
    raise LookupError(label)


def contents(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        OSError: If it cannot be read, or is no regular file.
    """
    if dangles(path):
        raise OSError(errno.ENOENT, NOWHERE, str(path))
    regular(path)
    return path.read_bytes()


def dangles(path: Path) -> bool:
    """Whether a link stands there and nothing at its end."""
    return path.is_symlink() and not path.exists()


def regular(path: Path) -> None:
    """Refuse a pipe, a socket or a device in a file's place: reading it might never end.

    A pipe that a shell or a caller opened for the command (`<(…)`, `/dev/stdin`) is let be.

    Raises:
        OSError: If it is one, or nothing is there.
    """
    mode = path.stat().st_mode
    given = path.is_relative_to("/dev/fd") or path == Path("/dev/stdin")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or given):
        kind = next((name for name, fits in _ODD.items() if fits(mode)), "something else")
        raise OSError(errno.EINVAL, f"it is no regular file but {kind}", str(path))


def read_text(path: Path, error: type[TransflowError] = TransflowError) -> str:
    """Decode a UTF-8 file (a BOM is dropped, line endings stay).

    Raises:
        TransflowError: `error`, with file and line, if it cannot be read or is not UTF-8.
    """
    try:
        data = contents(path)
    except OSError as cause:
        raise error(f"cannot be read: {cause.strerror}", where=path) from cause
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        raise error(
            f"is not UTF-8 (byte 0x{data[cause.start]:02x})",
            where=f"{path}:{line}",
            hint="save it as UTF-8, or convert it with iconv",
        ) from cause


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path`: whole, or not at all.

    Written beside it, flushed to disk, renamed into place; parents are made. For what transflow
    makes; a file in which people write is replaced by `transflow.replacing`.

    Raises:
        TransflowError: With the system's reason (no space, no permission); `path` is then as it was.
    """
    try:
        fresh = beside(path, data)
        try:
            fresh.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise
    except OSError as cause:
        raise TransflowError(
            f"cannot be written: {cause.strerror}", where=path, hint=unchanged(cause)
        ) from cause


def unchanged(cause: OSError) -> str:
    """What to do about a file that the system would not have written, which is as it was."""
    for numbers, remedy in _REMEDIES.items():
        if cause.errno in numbers:
            return f"nothing was changed; {remedy}, then run it again"
    return "nothing was changed"


_REMEDIES = {
    frozenset({errno.ENOSPC, errno.EDQUOT}): "make room on the disk",
    frozenset({errno.EACCES, errno.EPERM, errno.EROFS}): "see who may write there",
}


def beside(path: Path, data: bytes) -> Path:
    """A new file beside `path` that holds `data`, flushed to disk, with the rights of `path`.

    Raises:
        OSError: With the system's reason; nothing is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def write_named(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Put `data` where a person said: over no other file, and in no new folder, unasked.

    Args:
        path: The file.
        data: Its content; a file that is this already stays.
        overwrite: Replace a file that is something else.

    Raises:
        TransflowError: If something else is there, or its folder is not.
    """
    if not path.parent.is_dir():
        raise TransflowError(
            f"there is no folder {path.parent} to write it in", where=path, hint="make it first"
        )
    if path.exists():
        if not path.is_file():
            raise TransflowError("is there already and is no file", where=path)
        if path.read_bytes() == data:
            return
        if not overwrite:
            raise TransflowError(
                "is there already with other content",
                where=path,
                hint="name another file, or replace it with --overwrite",
            )
    write_atomic(path, data)


def inside(root: Path, relative: str) -> Path:
    """`root / relative`, refused where it would lead out of `root`, by `..`, absolute or by a link.

    Raises:
        UnsafePathError: If it leads out.
    """
    pure = PurePosixPath(relative.replace("\\", "/"))
    base = root.resolve()
    try:
        path = (base / pure).resolve()
    except (OSError, RuntimeError, ValueError) as cause:  # a loop is a RuntimeError before 3.13
        raise UnsafePathError(
            f"{relative!r} leads nowhere: a loop of links, or no path at all",
            where=root,
            hint="put a file there, or take it away",
        ) from cause
    if pure.is_absolute() or not path.is_relative_to(base):
        raise UnsafePathError(f"{relative!r} leads out of {root}", hint="use a path inside it")
    return root / pure


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value
