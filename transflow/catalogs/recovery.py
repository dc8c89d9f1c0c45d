"""What somebody saved into a catalog while a command that was then killed replaced it."""

from transflow.catalogs.catalog import parse
from transflow.catalogs.driver import merge_driver
from transflow.errors import CatalogError
from transflow.replacing import Kept, Outcome, bytes_of, replace, settle

__all__ = ["recover", "set_aside"]

_TRIES = 5


def recover(kept: Kept) -> str:
    """Bring words back that are only in a kept file; what to tell the person, empty if it was none.

    Raises:
        OSError: With the system's reason; the kept file is then still there.
        TransflowError: Likewise.
    """
    try:
        parse(bytes_of(kept.name) or b"", kept.path.name)
    except CatalogError as cause:
        return set_aside(kept, cause.message)
    outcome = settle(kept)
    if outcome is Outcome.GIVEN_BACK:
        return "what was saved in it while a command was being stopped is back"
    if outcome is not Outcome.BOTH:
        return ""
    for _ in range(_TRIES):
        current, words = bytes_of(kept.path) or b"", bytes_of(kept.name) or b""
        try:
            merged, conflict = merge_driver(b"", current, words, str(kept.path))
        except CatalogError:  # the file itself cannot be read, which its own command says
            return set_aside(kept, "the file cannot be read")
        if merged == current or replace(kept.path, merged, current):
            kept.name.unlink(missing_ok=True)
            told = "; entries with different words hold both" if conflict else ""
            return f"what was saved in it while a command was being stopped is merged in{told}"
    return set_aside(kept, "the file keeps changing")


def set_aside(kept: Kept, why: str) -> str:
    """Give a kept file a name that people see; what to tell them."""
    seen = kept.path.with_name(f"{kept.path.name}.saved")
    number = 1
    while seen.exists():
        number += 1
        seen = kept.path.with_name(f"{kept.path.name}.saved-{number}")
    kept.name.rename(seen)
    return (
        f"what was saved in it while a command was being stopped is in {seen.name} "
        f"({why}): take it over by hand, then delete that file"
    )
