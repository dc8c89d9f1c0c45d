"""Packages of models: which there are, which one serves a pair, and putting them in and out.

Two places hold them: where Argos keeps its own (shared with every other Argos program), and the
project's `models/*.argosmodel`, which are unpacked into `.transflow/packages/` when first used.
"""

import os
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from transflow.config import EngineConfig
from transflow.engines import archive, download, home
from transflow.engines.archive import Progress
from transflow.engines.locales import routes
from transflow.engines.reading import Package, read_archive, read_folder, version_key
from transflow.errors import EngineError

__all__ = [
    "Package",
    "available",
    "best",
    "chain",
    "install",
    "list_packages",
    "remove",
]

CACHE = Path(".transflow/packages")


def list_packages(
    root: Path, config: EngineConfig | None = None, *, thorough: bool = False
) -> list[Package]:
    """All packages that can be seen from a project, the broken ones included.

    Args:
        root: The project's folder.
        config: For the folder of the project's own packages.
        thorough: Whether vocabularies and tokenizers are read, too: for people, who wait for it.
    """
    found = [
        read_folder(folder, thorough=thorough)
        for base in home.package_dirs()
        if base.is_dir()
        for folder in sorted(base.iterdir())
        if folder.is_dir() and not folder.name.startswith(".")
    ]
    own = root / (config or EngineConfig()).packages
    found += [read_archive(path) for path in sorted(own.glob("*.argosmodel"))]
    return [package for package in found if package is not None]


def best(packages: Sequence[Package], source: str, target: str) -> Package | None:
    """The package for two Argos codes: full before starter, then the newest; None if there is none."""
    fit = [
        package
        for package in packages
        if not package.broken and (package.source, package.target) == (source, target)
    ]
    return max(fit, key=lambda package: package.rank, default=None)


def chain(
    packages: Sequence[Package], source: str, target: str
) -> tuple[tuple[Package, ...], str] | None:
    """The packages to go through from one locale to another, and a script conversion at the end.

    Direct packages are preferred, with those that write the very script; then direct ones with a
    conversion; then through English.

    Args:
        packages: What there is.
        source: BCP 47 tag.
        target: BCP 47 tag.

    Returns:
        One or two packages and the conversion's name (or an empty string); None if there is no way.
    """
    starts = [route.code for route in routes(source) if not route.convert]
    for exact in (True, False):
        for route in routes(target):
            if bool(route.convert) is exact:
                continue
            for start in starts:
                direct = best(packages, start, route.code)
                if direct:
                    return (direct,), route.convert
    for route in routes(target):
        for start in starts:
            first, second = best(packages, start, "en"), best(packages, "en", route.code)
            if first and second:
                return (first, second), route.convert
    return None


def unpacked(package: Package, root: Path, progress: Progress | None = None) -> Path:
    """The folder of a package, unpacked into the project's cache first if it is an archive."""
    if package.path.is_dir():
        return package.path
    with ZipFile(package.path) as zipped:
        members = zipped.infolist()
    names = "".join(f"{i.filename}:{i.CRC}:{i.file_size};" for i in members)
    place = root / CACHE / f"{package.path.stem}-{zlib.crc32(names.encode()):08x}"
    if not archive.is_whole(place, members):
        archive.unpack(
            package.path, place.parent, name=place.name, progress=progress, check=_usable
        )
    return place


def install(
    what: str, *, root: Path, progress: Progress | None = None, source: str = "en"
) -> list[tuple[Package, bool]]:
    """Install packages where Argos keeps them, from a file or from the index.

    Args:
        what: Path of an `.argosmodel` file, or the BCP 47 tag of the target locale.
        root: The project's folder, which relative paths start from.
        progress: Called while downloading and unpacking.
        source: BCP 47 tag of the source locale, for a download.

    Returns:
        The package, and whether it was not there before; two where the way is through English.

    Raises:
        EngineError: If the archive is not sound, no package exists, or the network is away.
    """
    file = root / what
    if what.endswith(".argosmodel") or file.is_file():
        if not file.is_file():
            raise EngineError("there is no such package file", where=what)
        files = [file]
    elif file.is_dir() and not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", what):
        raise EngineError("is a folder; name an .argosmodel file or a locale", where=what or ".")
    else:
        files = [download.fetch(offer, progress) for offer in _offers(source, what)]
    return [_install(file, progress) for file in files]


def _install(file: Path, progress: Progress | None) -> tuple[Package, bool]:
    place, new = archive.unpack(file, home.package_dirs()[0], progress=progress, check=_fitting)
    package = read_folder(place)
    if package is None or package.broken:
        raise EngineError(package.broken if package else _ELSE, where=place)
    return package, new


_ELSE = "is no package that translates"


def _usable(folder: Path, place: Path) -> None:
    """See that what was unpacked can be used, before it takes its place."""
    package = read_folder(folder, thorough=True)
    if package is None or package.broken:
        raise EngineError(
            package.broken if package else _ELSE, where=place.name, hint="nothing was changed"
        )


def _fitting(folder: Path, place: Path) -> None:
    """See that it is usable, and takes nobody's place but an earlier one's of the same pair."""
    _usable(folder, place)
    if not os.path.lexists(place):
        return
    new, there = read_folder(folder), read_folder(place)
    if not new or not there or new.pair != there.pair:
        what = there.label if there and not there.broken else "something else"
        raise EngineError(
            f"{new.pair if new else ''} wants a folder that holds {what}",
            where=place,
            hint=f"nothing was changed; rename it, or transflow models remove {place.name}",
        )


def available() -> list[dict[str, Any]]:
    """What the index offers: its entries for translation models, as they are.

    Raises:
        EngineError: If neither the network nor a kept copy has it.
    """
    return [entry for entry in download.index() if entry.get("type", "translate") == "translate"]


def remove(what: str, *, root: Path, config: EngineConfig | None = None) -> list[Path]:
    """Remove installed packages; the project's own files are never removed.

    Args:
        what: `en_zh`, `en_zh@1.9`, or the name of a folder (a broken one, say).
        root: The project's folder.
        config: The project's settings.

    Returns:
        The folders removed.

    Raises:
        EngineError: If nothing fits.
    """
    base = home.package_dirs()[0]
    gone = []
    for package in list_packages(root, config):
        fits = what in {package.pair, package.label, package.path.name}
        if fits and package.path.parent == base:
            archive.discard(package.path)
            gone.append(package.path)
    if not gone:
        raise EngineError(
            f"no installed package is named {what!r}", where=base, hint="see transflow models list"
        )
    return gone


def pair_key(source: str, target: str) -> str:
    """How `engine.pins` writes a pair: `en->zh-Hans`."""
    return f"{source}->{target}"


def engine_name(used: Sequence[Package]) -> str:
    """Name of an engine made of packages, for provenance and pins: `argos/en_zh@1.9`."""
    return "argos/" + "+".join(package.label for package in used)


def missing(packages: Sequence[Package], source: str, target: str) -> EngineError:
    """The error that says which pair is missing and what there is."""
    have = sorted({package.pair for package in packages if not package.broken})
    starts, ends = ({route.code for route in routes(tag)} for tag in (source, target))
    damaged = "; ".join(
        f"{package.path.name}: {package.broken}"
        for package in packages
        if package.broken and package.source in starts and package.target in ends
    )
    return EngineError(
        f"no package translates {source} -> {target}; there are: {', '.join(have) or 'none'}"
        + (f"; one cannot be used: {damaged}" if damaged else ""),
        hint=f"transflow models install {target}, or a file: transflow models install FILE.argosmodel",
    )


def _offers(source: str, target: str) -> list[dict[str, Any]]:
    """The index's packages for a way: one, or two through English."""
    starts = [route.code for route in routes(source) if not route.convert]
    ends = [route.code for route in routes(target)]  # before anything is fetched
    entries = available()
    if direct := _offer(entries, starts, ends):
        return [direct]
    first, second = _offer(entries, starts, ["en"]), _offer(entries, ["en"], ends)
    if first and second:
        return [first, second]
    raise EngineError(
        f"the index has no package {source} -> {target}", hint="see transflow models available"
    )


def _offer(
    entries: Sequence[dict[str, Any]], starts: Sequence[str], ends: Sequence[str]
) -> dict[str, Any] | None:
    for end in ends:
        for start in starts:
            fit = [
                entry
                for entry in entries
                if (entry.get("from_code"), entry.get("to_code")) == (start, end)
            ]
            if fit:
                return max(fit, key=lambda entry: version_key(str(entry.get("package_version"))))
    return None
