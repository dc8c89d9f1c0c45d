"""What a killed command left beside people's files: words come back, unfinished files go."""

import contextlib
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

from transflow.catalogs import recover, set_aside
from transflow.config import Layout
from transflow.errors import ConfigError, TransflowError
from transflow.project.lock import hold
from transflow.replacing import Kept, Outcome, left_behind, settle, sweep

__all__ = ["held", "recover_all", "remind"]

_log = logging.getLogger(__name__)
_SAVED = re.compile(r"\.(po|csv|ya?ml|tmx)\.saved(-\d+)?$")
"""What `set_aside` calls files."""


@contextlib.contextmanager
def held(layout: Layout, what: str, *, reads: bool = False) -> Iterator[None]:
    """Hold a project for a command (see `lock.hold`), and settle first what a killed one left."""
    with hold(layout.state, what, reads=reads):
        if reads:
            remind(layout)
        else:
            for note in recover_all(layout):
                _log.warning("%s", note)
        yield


def remind(layout: Layout) -> None:
    """Say which words wait beside people's files, for a command that changes nothing."""
    for folder in _folders(layout):
        for kept in left_behind(folder):
            if kept.is_saved:
                _log.warning(
                    "%s: what was saved in it while a command was being stopped waits in %s; the "
                    "next command that writes, such as transflow run, brings it back",
                    layout.relative(kept.path),
                    kept.name.name,
                )
        for seen in sorted(folder.glob("*.saved*")):
            if _SAVED.search(seen.name):
                _log.warning(
                    "%s: holds what was saved while a command was being stopped: take it over by "
                    "hand, then delete this file",
                    layout.relative(seen),
                )


def recover_all(layout: Layout) -> list[str]:
    """Settle all that is left in a project; what to tell whoever runs the command.

    Only while the project is held: a command at work has such files, too.
    """
    told = []
    for folder in _folders(layout):
        notes = ((kept.path, _recovered(kept)) for kept in left_behind(folder))
        told += [f"{layout.relative(path)}: {note}" for path, note in notes if note]
        sweep(folder)
    return told


def _recovered(kept: Kept) -> str:
    try:
        if kept.path.suffix == ".po":
            return recover(kept)
        outcome = settle(kept)
        if outcome is Outcome.BOTH:
            return set_aside(kept, "it was saved again since")
    except (OSError, TransflowError) as cause:
        return f"what was saved in it meanwhile is in {kept.name.name} ({cause})"
    if outcome is Outcome.GIVEN_BACK:
        return "what was saved in it while a command was being stopped is back"
    return ""


def _folders(layout: Layout) -> Iterator[Path]:
    folders = {layout.root: None, layout.root / "memory": None}
    with contextlib.suppress(ConfigError):  # whoever needs the glossary says what is wrong
        folders |= dict.fromkeys(path.parent for path in layout.glossary_files())
    folders |= {Path(folder): None for folder, _, _ in os.walk(layout.locales)}
    return iter(folders)
