"""The published folder: only what changed is written, and the whole is swapped in at once.

New and changed files go to a folder beside the site. When all are there, they are joined with
links to the files that did not change, and the whole takes the site's place. Whatever goes wrong
before that leaves the site as it was. Files that no publish wrote (a host's CNAME) stay where they are.
"""

import ctypes
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from pathlib import Path
from typing import Any

from transflow.errors import TransflowError
from transflow.files import write_atomic
from transflow.model import Finding, Severity
from transflow.publishing.spare import bring_up_to_date, make_writable, reachable

__all__ = ["MARKER", "Tree", "found_again", "key_of"]

MARKER = ".transflow-site"
"""A file by which a folder is known to be ours to replace; it lists our files."""
_MARK = "Made by transflow, which replaces these files at every publish and leaves others alone:\n"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


class Tree:
    """One publish into one output folder.

    Args:
        output: The site's folder.
        cache: Remembers what each file was made from; may be deleted at any time.
        dry_run: Make everything, write nothing.

    Raises:
        TransflowError: If the output folder holds files that transflow did not write.
    """

    def __init__(self, output: Path, cache: Path, *, dry_run: bool = False) -> None:
        self.output = output
        self.dry_run = dry_run
        self.written: list[str] = []
        self._cache = cache
        self._staging = output.parent / f".{output.name}.new"
        self._spare = cache.parent / "site-before"
        self._old, self._groups, self.recalled = _load(cache)
        self._ours = _listed(output / MARKER)
        self._new_groups: dict[str, Any] = {}
        self._remembered = self.recalled
        self._files: dict[str, dict[str, Any]] = {}
        self._check_ours()
        if not dry_run:
            self._clear_leftovers()

    def remember(self, what: dict[str, Any]) -> None:
        """Hand plain data to the next publish, which finds it in `recalled`."""
        self._remembered = what

    def known(self, path: str, key: str) -> dict[str, Any] | None:
        """What was noted about a file whose inputs are those of `key`; None if it must be made."""
        old = self._old.get(path)
        if old is None or old.get("key") != key or not self._untouched(path, old):
            return None
        note: dict[str, Any] = old.get("note", {})
        return note

    def keep(self, path: str) -> None:
        """A file stays as it is (see `known`)."""
        self._files[path] = self._old[path]

    def stay(self, path: str, unknown: Callable[[], dict[str, Any]] = dict) -> dict[str, Any]:
        """A file stays whatever it is; what was noted about it, else what `unknown` says."""
        file = self.output / path
        old = self._old.get(path) if self._untouched(path, self._old.get(path, {})) else None
        stat = file.stat()
        entry = old or {"key": "", "sha": "", "size": stat.st_size, "time": stat.st_mtime_ns}
        empty = {"assets": {}, "looked_at": {}, "targets": {}, "findings": [], "picture": ""}
        self._files[path] = entry | {"note": empty | (entry.get("note") or unknown())}
        return self.note(path)

    def note(self, path: str) -> dict[str, Any]:
        """What was noted about a file of this publish."""
        note: dict[str, Any] = self._files.get(path, {}).get("note", {})
        return note

    def holds(self, path: str) -> bool:
        """Whether this publish has made or kept a file."""
        return path in self._files

    def noted(self, name: str, values: Collection[str]) -> list[str]:
        """The files of the last publish of which one of these was noted under a name."""
        return [path for path, old in self._old.items() if old.get("note", {}).get(name) in values]

    def read(self, path: str) -> bytes:
        """The content of a file of this publish."""
        staged = self._staging / path
        return (staged if staged.exists() else self.output / path).read_bytes()

    def put(self, path: str, key: str, data: bytes, note: dict[str, Any] | None = None) -> bool:
        """A file with this content; True if it is new or changed."""
        digest = hashlib.sha256(data).hexdigest()
        entry = {"key": key, "sha": digest, "size": len(data), "note": note or {}}
        current = self.output / path
        if (
            current.is_file()
            and current.stat().st_size == len(data)
            and current.read_bytes() == data
        ):
            self._files[path] = {**entry, "time": current.stat().st_mtime_ns}
            return False
        self.written.append(path)
        if not self.dry_run:
            target = self._staging / path
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            except OSError as cause:
                raise self._failed(cause) from cause
            entry["time"] = target.stat().st_mtime_ns
        self._files[path] = entry
        return True

    def keep_group(self, name: str, key: str) -> bool:
        """Keep files that were made together from the inputs of `key`; False if any must be made."""
        old = self._groups.get(name)
        if old is None or old["key"] != key:
            return False
        if any(self.known(path, key) is None for path in old["paths"]):
            return False
        self._new_groups[name] = old
        for path in old["paths"]:
            self.keep(path)
        return True

    def put_group(
        self,
        name: str,
        key: str,
        files: Iterable[tuple[str, bytes]],
        findings: Callable[[], Iterable[Finding]] = tuple,
    ) -> None:
        """Files that are made together, and what was found while they were made."""
        paths = []
        for path, data in files:
            self.put(path, key, data)
            paths.append(path)
        self._new_groups[name] = {
            "key": key,
            "paths": paths,
            "findings": [asdict(one) for one in findings()],
        }

    def grouped(self, name: str) -> list[str]:
        """The files that were made together the last time."""
        paths: list[str] = self._groups.get(name, {}).get("paths", [])
        return paths

    def there(self, folder: str) -> Iterator[str]:
        """The files in a folder of the site that is out."""
        for path in sorted((self.output / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(self.output).as_posix()

    def told(self, name: str) -> list[Finding]:
        """What was found when a group of files was made."""
        return [found_again(one) for one in self._new_groups.get(name, {}).get("findings", ())]

    def make(self, path: str, key: str, content: Callable[[], bytes]) -> None:
        """`put`, where `content` is called only if the file's inputs changed."""
        if self.known(path, key) is None:
            self.put(path, key, content())
        else:
            self.keep(path)

    def commit(self) -> tuple[str, ...]:
        """Swap the new site in; returns the files that are gone.

        Raises:
            TransflowError: If the folder cannot be written; the site is then as it was.
        """
        others = _existing(self.output) - self._files.keys() - {MARKER}
        ours = self._ours if self._ours is not None else self._old.keys() or others
        removed = tuple(sorted(others & ours))
        if self.dry_run:
            return removed
        try:
            if self.written or removed or self._ours != self._files.keys():
                self._swap(self._complete(others - ours))
            old = (self._old, self._groups, self.recalled)
            new = (self._files, self._new_groups, self._remembered)
            if new != old:
                _save(self._cache, *new)
        except OSError as cause:
            raise self._failed(cause) from cause
        return removed

    def abandon(self) -> None:
        """Leave the site as it was."""
        if not self.dry_run:
            shutil.rmtree(self._staging, ignore_errors=True)

    def _complete(self, others: Iterable[str]) -> Path:
        """The folder that is to take the site's place, all files in it, those of others too."""
        self._staging.mkdir(parents=True, exist_ok=True)
        names = "".join(f"{name}\n" for name in sorted(self._files))
        (self._staging / MARKER).write_text(_MARK + names, encoding="utf-8")
        folder = self._spare if self._may_spare() else self._staging
        # The marker first: a folder that holds it is ours, also after a crash.
        bring_up_to_date(folder, self.output, self._staging, [MARKER, *self._files, *others])
        return folder

    def _may_spare(self) -> bool:
        spare = self._spare
        ours = not spare.is_symlink() and (not spare.exists() or (spare / MARKER).is_file())
        return ours and self.output.exists() and reachable(spare.parent, self.output.parent)

    def _swap(self, folder: Path) -> None:
        if not self.output.exists():
            folder.rename(self.output)
            return
        if not os.access(self.output, os.W_OK):  # the folder may be moved, but not be cleared later
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not _exchange(folder, self.output):
            aside = self.output.parent / f".{self.output.name}.old"
            self.output.rename(aside)
            folder.rename(self.output)
            aside.rename(folder)
        if self._staging.exists():
            shutil.rmtree(self._staging)

    def _clear_leftovers(self) -> None:
        """After a crash: what was half written goes, what was set aside comes back."""
        aside = self.output.parent / f".{self.output.name}.old"
        try:
            if aside.exists() and not self.output.exists():
                aside.rename(self.output)
            for folder in (self._staging, aside):
                if folder.exists():
                    make_writable(folder)
                    shutil.rmtree(folder)
        except OSError as cause:
            raise self._failed(cause) from cause

    def _check_ours(self) -> None:
        if self.output.is_symlink() or (self.output.exists() and not self.output.is_dir()):
            raise TransflowError(
                "is not a folder", where=self.output, hint="name another `site.output`"
            )
        if (
            self.output.exists()
            and not (self.output / MARKER).exists()
            and any(self.output.iterdir())
        ):
            raise TransflowError(
                "holds files that transflow did not write, and a publish replaces the whole folder",
                where=self.output,
                hint="empty it, or name another folder as `site.output`",
            )

    def _untouched(self, path: str, old: dict[str, Any]) -> bool:
        try:
            stat = os.stat(f"{self.output}/{path}")  # noqa: PTH116 - thousands of files
        except OSError:
            return False
        return stat.st_size == old.get("size") and stat.st_mtime_ns == old.get("time")

    def _failed(self, cause: OSError) -> TransflowError:
        self.abandon()
        denied = isinstance(cause, PermissionError)
        return TransflowError(
            f"cannot be written: {cause.strerror}",
            where=self.output,
            hint=("make it writable; " if denied else "") + "the site is as it was",
        )


def key_of(*parts: str) -> str:
    """A key for what a file is made from (see `Tree.known`)."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:24]


def found_again(data: Mapping[str, Any]) -> Finding:
    """A finding that was noted as plain data (`asdict`)."""
    return Finding(**{**data, "severity": Severity(data["severity"])})


def _existing(output: Path) -> set[str]:
    base = str(output)
    found: set[str] = set()
    for folder, folders, names in os.walk(base):
        inside = folder[len(base) + 1 :].replace(os.sep, "/")
        links = (name for name in folders if os.path.islink(f"{folder}/{name}"))  # noqa: PTH114
        found.update(f"{inside}/{name}" if inside else name for name in (*names, *links))
    return found


def _listed(marker: Path) -> AbstractSet[str] | None:
    """The files that the last publish into a folder made; None if it does not say."""
    try:
        first, _, names = marker.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return set(names.splitlines()) if f"{first}\n" == _MARK else None


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux, renameat2)."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(call(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def _load(cache: Path) -> tuple[dict[str, dict[str, Any]], dict[str, Any], dict[str, Any]]:
    try:
        data = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = {}
    parts = data if isinstance(data, dict) else {}
    return parts.get("files") or {}, parts.get("groups") or {}, parts.get("known") or {}


def _save(
    cache: Path,
    files: dict[str, dict[str, Any]],
    groups: dict[str, Any],
    known: dict[str, Any],
) -> None:
    content = {"files": files, "groups": groups, "known": known}
    write_atomic(cache, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
