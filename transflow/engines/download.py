"""Fetching the index and packages: resumable, checked, and plain about an absent network.

The one module that opens a connection, and only for `transflow models available | install`.
"""

import contextlib
import http.client
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from filelock import FileLock

from transflow.engines import archive, home
from transflow.engines.archive import Progress
from transflow.errors import EngineError
from transflow.files import write_atomic

__all__ = ["fetch", "index"]

_AGENT = {"User-Agent": "transflow (Argos packages)"}
_TIMEOUT = 30.0
_INDEX_LIMIT = 16 * 1024**2
_CHUNK = 256 * 1024
_TRIES = 3
_OFFLINE = (
    "connect this machine, or copy an .argosmodel file to it and run "
    "transflow models install FILE.argosmodel"
)


def index() -> list[dict[str, Any]]:
    """Argos' index of packages, fresh if the network is there, else the copy kept from last time.

    Raises:
        EngineError: If neither is to be had.
    """
    kept = home.index_file()
    try:
        with _open(home.index_url()) as response:
            data = response.read(_INDEX_LIMIT)
        entries = _entries(data, home.index_url())
    except (OSError, http.client.HTTPException) as cause:
        if kept.is_file():
            return _entries(kept.read_bytes(), str(kept))
        raise EngineError(
            f"the index of packages cannot be reached ({_reason(cause)})",
            where=home.index_url(),
            hint=_OFFLINE,
        ) from cause
    with contextlib.suppress(Exception):
        write_atomic(kept, data)
    return entries


def fetch(entry: dict[str, Any], progress: Progress | None = None) -> Path:
    """Download a package the index names; what came of an earlier try is gone on from.

    Args:
        entry: The index's entry.
        progress: Called in bytes.

    Returns:
        The archive, sound as far as can be seen without unpacking it.

    Raises:
        EngineError: If no link works, or what came is not a package.
    """
    name = f"translate-{entry['from_code']}_{entry['to_code']}-{entry.get('package_version', '0')}"
    place = home.downloads_dir() / f"{name.replace('/', '-').replace('.', '_')}.argosmodel"
    place.parent.mkdir(parents=True, exist_ok=True)
    links = [link for link in entry.get("links") or () if str(link).startswith(("https:", "http:"))]
    problem: Exception | None = None
    with FileLock(f"{place}.lock"):
        if place.is_file() and _sound(place):
            return place
        for link in links * _TRIES:
            try:
                _download(link, place, progress)
            except (OSError, http.client.HTTPException) as cause:
                problem = cause
                continue
            if _sound(place):
                return place
            place.unlink(missing_ok=True)
            problem = EngineError("what came is not a package")
    raise EngineError(
        f"package {name} cannot be downloaded ({_reason(problem)})",
        where=links[0] if links else None,
        hint=_OFFLINE,
    )


def _download(link: str, place: Path, progress: Progress | None) -> None:
    """Bring one address to `place`; bytes that came earlier stay in `<place>.part`."""
    part = place.with_name(place.name + ".part")
    have = part.stat().st_size if part.is_file() else 0
    try:
        response = _open(link, have)
    except urllib.error.HTTPError as error:
        if error.code != http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        have = 0
        response = _open(link)
    with response:
        if have and response.status != http.HTTPStatus.PARTIAL_CONTENT:
            have = 0
        length = int(response.headers.get("Content-Length") or 0)
        total = have + length if length else 0
        if total > archive.MAX_BYTES:
            raise EngineError(f"{total:,} bytes is no package", where=link)
        with part.open("ab" if have else "wb") as out:
            while chunk := response.read(_CHUNK):
                out.write(chunk)
                have += len(chunk)
                if have > archive.MAX_BYTES:
                    raise EngineError("does not end", where=link)
                if progress:
                    progress(f"downloading {place.name}", have, total)
            out.flush()
            os.fsync(out.fileno())
    if total and have != total:
        raise OSError(f"{have:,} of {total:,} bytes came")
    part.replace(place)


def _open(link: str, start: int = 0) -> http.client.HTTPResponse:
    headers = {**_AGENT, "Range": f"bytes={start}-"} if start else _AGENT
    request = urllib.request.Request(link, headers=headers)  # noqa: S310 - http(s) only, checked above
    response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=_TIMEOUT)  # noqa: S310
    return response


def _entries(data: bytes, where: str) -> list[dict[str, Any]]:
    try:
        entries = json.loads(data)
    except ValueError as cause:
        raise EngineError("the index of packages is not JSON", where=where) from cause
    if not isinstance(entries, list):
        raise EngineError("the index of packages is not a list", where=where)
    return [entry for entry in entries if isinstance(entry, dict)]


def _sound(place: Path) -> bool:
    try:
        archive.inspect(place)
    except EngineError:
        return False
    return True


def _reason(cause: Exception | None) -> str:
    if isinstance(cause, urllib.error.URLError) and not isinstance(cause, urllib.error.HTTPError):
        return str(cause.reason)
    return str(cause) if cause else "the index gives no link"
