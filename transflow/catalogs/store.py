"""Catalogs on disk: read, and written so that neither a crash nor an open editor loses anything."""

import contextlib
import glob
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from transflow.catalogs.catalog import Catalog, parse
from transflow.catalogs.states import Rules
from transflow.errors import CatalogError
from transflow.files import write_atomic

__all__ = ["StaleCatalogError", "load_or_none", "read", "remove", "save", "update"]

_TRIES = 5
_LEFT = 600
"""Seconds after which a temporary file is nobody's."""


class StaleCatalogError(CatalogError):
    """The file changed on disk since it was read: read and merge again."""


def read(path: Path, *, shown: str = "", locale: str = "", rules: Rules | None = None) -> Catalog:
    """Read a catalog.

    Args:
        path: The file.
        shown: How messages call it; its path if empty.
        locale: BCP 47 tag where the caller knows it.
        rules: Rules of review.

    Raises:
        CatalogError: If it cannot be read or is not PO; the file is left alone.
    """
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=shown or path) from cause
    return parse(data, shown or str(path), locale=locale, rules=rules)


def load_or_none(
    path: Path, *, shown: str = "", locale: str = "", rules: Rules | None = None
) -> Catalog | None:
    """Read a catalog, None if there is none yet; see `read`."""
    if not path.exists():
        return None
    return read(path, shown=shown, locale=locale, rules=rules)


def save(catalog: Catalog, path: Path, expected: bytes | None) -> bool:
    """Put a catalog on disk, whole or not at all, if it says something new.

    Args:
        catalog: What to write.
        path: Where.
        expected: The bytes it was made from (`Catalog.data` of the catalog as read), None for a
            file that was not there.

    Returns:
        True if the file was written, False if it says this already.

    Raises:
        StaleCatalogError: If an editor saved the file in between; nothing is written.
        TransflowError: If it cannot be written; the file is as it was.
    """
    data = catalog.dump()
    if data == expected:
        return False

    _refuse_stale(path, expected)
    _sweep(path)
    with _kept(path) as old:
        write_atomic(path, data, before=lambda: _refuse_stale(path, expected))
        if old is not None and _bytes_of(old) != expected:
            old.replace(path)
            raise _stale(path)
    return True


def remove(path: Path, expected: bytes | None) -> None:
    """Take a catalog away, unless somebody saved it since it was read.

    Raises:
        StaleCatalogError: If an editor saved the file in between; it stays.
        OSError: If it cannot be removed.
    """
    _refuse_stale(path, expected)
    path.unlink(missing_ok=True)


def update(
    path: Path,
    change: Callable[[Catalog | None], Catalog | None],
    *,
    shown: str = "",
    locale: str = "",
    rules: Rules | None = None,
) -> bool:
    """Read, change, save; again from the start if an editor saved the file in between.

    Args:
        path: The file.
        change: From the catalog as read (None if there is none) to what shall be there; None to
            leave things alone. May be called more than once.
        shown: How messages call the file.
        locale: BCP 47 tag where the caller knows it.
        rules: Rules of review.

    Returns:
        True if the file was written.
    """
    for left in reversed(range(_TRIES)):
        old = load_or_none(path, shown=shown, locale=locale, rules=rules)
        new = change(old)
        if new is None:
            return False
        try:
            return save(new, path, old.data if old else None)
        except StaleCatalogError:
            if not left:
                raise
    return False


@contextlib.contextmanager
def _kept(path: Path) -> Iterator[Path | None]:
    """A second name of the file as it is, while it is replaced; None where there is none to be had.

    An editor that writes into the file between the last look at it and the rename writes into what
    this name keeps, so its words are found there.
    """
    name = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        name.unlink(missing_ok=True)
        name.hardlink_to(path)
    except OSError:
        yield None
        return
    try:
        yield name
    finally:
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


def _refuse_stale(path: Path, expected: bytes | None) -> None:
    if _bytes_of(path) != expected:
        raise _stale(path)


def _stale(path: Path) -> StaleCatalogError:
    return StaleCatalogError(
        "was saved by another program while it was being updated",
        where=path,
        hint="run the command again",
    )


def _sweep(path: Path) -> None:
    """Remove what a killed run left beside the file; a running one's is younger than that."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=path) from cause
