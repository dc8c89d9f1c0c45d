"""The site before this one, kept so that the next publish need not link every file again.

A publish swaps a whole folder in. Building that folder from nothing takes a system call or more
for each of the site's files; the folder that was swapped out differs from it in few of them. It is
brought up to date and swapped in again. Its files are links to those of the site, so it takes
next to no room; it may be deleted at any time.
"""

import contextlib
import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

__all__ = ["bring_up_to_date", "make_writable", "reachable"]


def reachable(one: Path, other: Path) -> bool:
    """Whether a folder can be moved from one folder into the other."""
    probe, there = one / ".probe", other / f".{one.name}.probe"
    try:
        probe.mkdir(parents=True)
        probe.rename(there)
        there.rmdir()
    except OSError:
        with contextlib.suppress(OSError):
            probe.rmdir()
        return False
    return True


def bring_up_to_date(spare: Path, site: Path, fresh: Path, files: Collection[str]) -> None:
    """Make a folder hold exactly these files: those in `fresh`, which are moved, else the site's.

    Args:
        spare: The folder; need not exist.
        site: The site as it is.
        fresh: Holds the files that are new or changed.
        files: Paths of all files, with `/`.
    """
    make_writable(spare)
    _drop_others(spare, files)
    made: set[str] = set()
    moved = set(_files(fresh))
    for path in files:
        target = f"{spare}/{path}"
        folder = os.path.dirname(target)  # noqa: PTH120 - thousands of files
        if path in moved:
            _make(folder, made)
            os.replace(fresh / path, target)  # noqa: PTH105
        elif not _same(target, f"{site}/{path}"):
            _make(folder, made)
            _link(f"{site}/{path}", target)


def make_writable(folder: Path) -> None:
    """Take back that some folders of a site that was set aside may not be changed, as far as we may."""
    for path, _, _ in os.walk(folder):
        if not os.access(path, os.W_OK):
            with contextlib.suppress(OSError):
                os.chmod(path, 0o755)  # noqa: PTH101, S103 - as folders are made


def _drop_others(spare: Path, files: Collection[str]) -> None:
    """Remove what is no file of the site, and folders that held nothing else."""
    wanted = set(files)
    folders = {""}
    for path in wanted:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    base = str(spare)
    for folder, names, found in os.walk(base):
        inside = folder[len(base) + 1 :].replace(os.sep, "/")
        start = f"{inside}/" if inside else ""
        for name in found:
            if start + name not in wanted:
                os.unlink(f"{folder}/{name}")  # noqa: PTH108
        for name in list(names):
            path = f"{folder}/{name}"
            if os.path.islink(path):  # noqa: PTH114
                if start + name not in wanted:
                    os.unlink(path)  # noqa: PTH108
            elif start + name not in folders:
                shutil.rmtree(path)
            else:
                continue
            names.remove(name)


def _files(folder: Path) -> Iterator[str]:
    base = str(folder)
    for inside, _, names in os.walk(base):
        start = inside[len(base) + 1 :].replace(os.sep, "/")
        yield from (f"{start}/{name}" if start else name for name in names)


def _make(folder: str, made: set[str]) -> None:
    if folder not in made:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        made.add(folder)


def _same(one: str, other: str) -> bool:
    try:
        first = os.lstat(one)
    except OSError:
        return False
    second = os.lstat(other)
    return (first.st_ino, first.st_dev) == (second.st_ino, second.st_dev)


def _link(source: str, target: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)  # noqa: PTH108
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
