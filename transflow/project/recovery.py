"""What a killed command left beside people's files: words come back, unfinished files go."""

import contextlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

from transflow.catalogs import recover, set_aside
from transflow.config import Layout
from transflow.errors import ConfigError, TransflowError
from transflow.project.lock import hold
from transflow.replacing import Kept, Outcome, left_behind, settle, sweep

__all__ = ["held", "recover_all"]

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def held(layout: Layout, what: str, *, reads: bool = False) -> Iterator[None]:
    """Hold a project for a command (see `lock.hold`), and settle first what a killed one left."""
    with hold(layout.state, what, reads=reads):
        if not reads:
            for note in recover_all(layout):
                _log.warning("%s", note)
        yield


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
