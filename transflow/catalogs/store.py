"""Catalogs on disk: read, and written so that neither a crash nor an open editor loses anything."""

from collections.abc import Callable
from pathlib import Path

from transflow.catalogs.catalog import Catalog, parse
from transflow.catalogs.recovery import recover
from transflow.catalogs.states import Rules
from transflow.errors import CatalogError
from transflow.files import contents
from transflow.replacing import left_behind, replace

__all__ = ["StaleCatalogError", "load_or_none", "read", "remove", "save", "update"]

_TRIES = 5


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
        data = contents(path)
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
    _replace(path, data, expected)
    return True


def remove(path: Path, expected: bytes | None) -> None:
    """Take a catalog away, unless somebody saved it since it was read.

    Raises:
        StaleCatalogError: If an editor saved the file in between; it stays.
        TransflowError: If it cannot be removed.
    """
    _replace(path, None, expected)


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


def _replace(path: Path, data: bytes | None, expected: bytes | None) -> None:
    if replace(path, data, expected):
        return
    for kept in left_behind(path.parent, path.name):
        recover(kept)
    raise StaleCatalogError(
        "was saved by another program while it was being updated",
        where=path,
        hint="run the command again",
    )
