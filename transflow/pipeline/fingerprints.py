"""Hashes of everything that decides a result: content, never dates.

Two exceptions, where only whether a page must be made again depends on it and the site's own
writer looks no closer either: pictures and other files that are copied, and the published folder.
Those are known by size and times, the time of the last change of any kind (ctime) included, which
no program sets.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from transflow.config import Layout
from transflow.files import contents

__all__ = [
    "digest",
    "environment",
    "file_digest",
    "listing",
    "read_or_none",
    "sheets_base",
    "texts_base",
]


def digest(*parts: str) -> str:
    """A hash of strings, each of which counts by itself."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def file_digest(path: str | Path) -> str:
    """The hash of a file's content; empty where there is none, or none that can be read."""
    data = read_or_none(path)
    return "" if data is None else hashlib.sha256(data).hexdigest()


def read_or_none(path: str | Path) -> bytes | None:
    """A file's bytes; None where there is none, or none that can be read."""
    try:
        return contents(Path(path))
    except OSError:
        return None


@cache
def environment() -> str:
    """A hash of the program itself: transflow's files, what it stands on, the interpreter.

    Rules, sentence cuts and templates are code and data of the package, so that an update of any
    of them is a new environment, numbered or not.
    """
    package = Path(__file__).parents[1]
    own = [
        f"{path.relative_to(package).as_posix()} {file_digest(path)}"
        for path in _files(package)
        if "__pycache__" not in path.parts
    ]
    stands_on = {
        name
        for folder in sys.path
        if os.path.isdir(folder)  # noqa: PTH112 - entries may be empty
        for name in os.listdir(folder)  # noqa: PTH208
        if name.endswith((".dist-info", ".egg-info"))
    }
    return digest(sys.version, *sorted(own), *sorted(stands_on))


def texts_base(layout: Layout) -> str:
    """All that decides how articles are cut and which state an entry is in, beside the files."""
    workflow = layout.workflow
    return digest(
        environment(),
        workflow.source.model_dump_json(),
        workflow.review,
        *workflow.locales,
    )


def sheets_base(layout: Layout) -> str:
    """All that decides what merging and checking a catalog give, beside article and catalog.

    Raises:
        ConfigError: If a glossary or memory file that the workflow names does not exist.
    """
    files = [*layout.glossary_files(), *layout.memory_files()]
    return digest(
        environment(),
        layout.workflow.model_dump_json(exclude={"site", "gate"}),
        *(f"{layout.relative(path)} {file_digest(path)}" for path in files),
    )


def listing(*folders: Path, without: Iterable[Path] = ()) -> str:
    """A hash of names, sizes and times of all files in some folders, but for those `without`.

    Empty, which equals nothing, where a link to a folder leads elsewhere.
    """
    left_out = {str(path) for path in without}
    lines = []
    for folder in folders:
        lines.append(str(folder))
        for path, stat in _stats(str(folder)):
            if stat is None:
                return ""
            if path not in left_out:
                times = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
                lines.append(f"{path} {times}")
    return digest(*sorted(lines))


def _stats(folder: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Every file below a folder; None for a link to a folder."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _stats(entry.path)
        elif entry.is_dir():
            yield entry.path, None
        else:
            try:
                yield entry.path, entry.stat()
            except OSError:
                yield entry.path, entry.stat(follow_symlinks=False)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
