"""The translation memory, taken elsewhere and brought in as TMX."""

from pathlib import Path
from typing import Any

from transflow import __version__
from transflow.config import Layout
from transflow.errors import TransflowError
from transflow.files import contents, inside, write_atomic, write_named
from transflow.memory import Memory, dump_tmx, parse_tmx
from transflow.model import Severity
from transflow.pipeline import Run
from transflow.project import pins

__all__ = ["export", "take_in"]


def export(run: Run, path: Path, locale: str | None, *, overwrite: bool = False) -> tuple[int, int]:
    """Write the memory as TMX 1.4b, without what has an error, which no other project shall have.

    Args:
        run: That has just brought the memory up to date.
        path: The file.
        locale: Only this one.
        overwrite: Replace a file that is there.

    Returns:
        How many units were written, and left out.
    """
    layout = run.job.layout
    faulty = {
        (sheet.locale, sheet.article_id, finding.msgctxt, finding.msgid)
        for sheet in run.sheets.values()
        for finding in sheet.findings
        if finding.severity is Severity.ERROR
    }
    with Memory.open(layout.memory) as memory:
        units = list(memory.units(locale))
    sound = [
        (tag, unit)
        for tag, unit in units
        if (tag, unit.origin, unit.context, unit.source) not in faulty
    ]
    data = dump_tmx(sound, layout.workflow.source.locale, __version__)
    write_named(path, data, overwrite=overwrite)
    return len(sound), len(units) - len(sound)


def take_in(layout: Layout, path: Path) -> dict[str, int]:
    """Copy a TMX file into the project and name it in workflow.yaml; units by locale.

    The file itself is the state, committed with the project; the memory is only an index of it.

    Raises:
        TransflowError: If it is not TMX, or another file of its name is there.
    """
    try:
        data = contents(path)
    except OSError as cause:
        raise TransflowError(f"cannot be read: {cause.strerror}", where=path) from cause
    found = parse_tmx(data, str(path), layout.workflow.source.locale)
    target = inside(layout.root, f"memory/{path.name}")
    if target.exists() and contents(target) != data:
        raise TransflowError("is there already with other content", where=target)
    write_atomic(target, data)
    name = layout.relative(target)
    if name not in layout.workflow.memory.tmx:
        pins.rewrite(layout.root / "workflow.yaml", lambda data: _named(data, name))
    return {locale: len(units) for locale, units in found.items()}


def _named(workflow: Any, name: str) -> None:
    workflow.setdefault("memory", {}).setdefault("tmx", []).append(name)
