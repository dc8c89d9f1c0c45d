"""Packages of models: which there are, which one serves a pair, and putting them in and out.

Two places hold them: where Argos keeps its own (shared with every other Argos program), and the
project's `models/*.argosmodel`, which are unpacked into `.transflow/packages/` when first used.
"""

import json
import re
import shutil
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from filelock import FileLock

from transflow.config import EngineConfig
from transflow.engines import archive, download, home, wholeness
from transflow.engines.archive import Progress
from transflow.engines.locales import routes
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
MARK = ".transflow"
"""File in an installed package that names the archive it came from."""


@dataclass(frozen=True, slots=True)
class Package:
    """One model package, installed or in the project.

    Attributes:
        source: Argos code it reads.
        target: Argos code it writes.
        version: As its metadata says.
        path: Installed folder, or `.argosmodel` file of the project.
        starter: Whether it is a small one that gives way to any full one.
        broken: Why it cannot be used; empty if it can.
        target_prefix: Token that begins the target, for models of many languages.
    """

    source: str
    target: str
    version: str
    path: Path
    starter: bool = False
    broken: str = ""
    target_prefix: str = ""

    @property
    def pair(self) -> str:
        """As in names: `en_zh`."""
        return f"{self.source}_{self.target}"

    @property
    def label(self) -> str:
        """Pair and version: `en_zh@1.9`."""
        return f"{self.pair}@{self.version}"

    @property
    def rank(self) -> tuple[bool, tuple[int, ...], str]:
        """Order of preference: full before starter, then the newest, then by path."""
        return (not self.starter, _version(self.version), str(self.path))


def list_packages(root: Path, config: EngineConfig | None = None) -> list[Package]:
    """All packages that can be seen from a project, the broken ones included.

    Args:
        root: The project's folder.
        config: For the folder of the project's own packages.
    """
    found = [
        _read_folder(folder)
        for base in home.package_dirs()
        if base.is_dir()
        for folder in sorted(base.iterdir())
        if folder.is_dir() and not folder.name.startswith(".")
    ]
    own = root / (config or EngineConfig()).packages
    found += [_read_archive(path) for path in sorted(own.glob("*.argosmodel"))]
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
    if place.is_dir() and not archive.is_whole(place, members):
        shutil.rmtree(place)  # a cache: unpacked again where it was damaged
    if not place.is_dir():
        archive.unpack(package.path, place.parent, name=place.name, progress=progress)
    return place


def install(
    what: str, *, root: Path, progress: Progress | None = None, source: str = "en"
) -> tuple[Package, bool]:
    """Install a package where Argos keeps them, from a file or from the index.

    Args:
        what: Path of an `.argosmodel` file, or the BCP 47 tag of the target locale.
        root: The project's folder, which relative paths start from.
        progress: Called while downloading and unpacking.
        source: BCP 47 tag of the source locale, for a download.

    Returns:
        The package, and whether it was not there before.

    Raises:
        EngineError: If the archive is not sound, no package exists, or the network is away.
    """
    file = root / what
    if what.endswith(".argosmodel") or file.is_file():
        if not file.is_file():
            raise EngineError("there is no such package file", where=what)
    elif file.is_dir() and not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", what):
        raise EngineError("is a folder; name an .argosmodel file or a locale", where=what or ".")
    else:
        file = download.fetch(_offer(source, what), progress)
    place, new = archive.unpack(file, home.package_dirs()[0], progress=progress)
    package = _read_folder(place)
    if package is None or package.broken:
        reason = package.broken if package else "is not a translation package"
        raise EngineError(f"was unpacked, but {reason}", where=place)
    return package, new


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
            with FileLock(base / ".transflow.lock"):
                shutil.rmtree(package.path)
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


def _offer(source: str, target: str) -> dict[str, Any]:
    ways, starts = routes(target), routes(source)  # before anything is fetched
    entries = available()
    for route in ways:
        for start in starts:
            fit = [
                entry
                for entry in entries
                if (entry.get("from_code"), entry.get("to_code")) == (start.code, route.code)
            ]
            if fit:
                return max(fit, key=lambda entry: _version(str(entry.get("package_version", ""))))
    raise EngineError(
        f"the index has no package {source} -> {target}", hint="see transflow models available"
    )


def _read_folder(folder: Path) -> Package | None:
    try:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    except FileNotFoundError:
        return _broken(folder, "holds no metadata.json")
    except (OSError, ValueError) as cause:
        return _broken(folder, f"its metadata.json cannot be read ({cause})")
    if not isinstance(metadata, dict):
        return _broken(folder, "its metadata.json is not an object")
    if metadata.get("type", "translate") != "translate":
        return None
    package = _from_metadata(metadata, folder)
    for part in ("model/model.bin",):
        if not (folder / part).is_file():
            return _broken(folder, f"holds no {part}", package)
    if damage := wholeness.fault(folder / "model/model.bin"):
        return _broken(folder, damage, package)
    if not any(_filled(folder / name) for name in ("sentencepiece.model", "bpe.model")):
        return _broken(folder, "holds no tokenizer", package)
    return package


def _filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _read_archive(path: Path) -> Package | None:
    try:
        metadata = archive.inspect(path)
    except EngineError as error:
        return _broken(path, error.message)
    if metadata.get("type", "translate") != "translate":
        return None
    return _from_metadata(metadata, path)


def _from_metadata(metadata: dict[str, Any], path: Path) -> Package:
    extra = metadata.get("transflow")
    source, target = (str(metadata.get(key) or "?") for key in ("from_code", "to_code"))
    return Package(
        source=source,
        target=target,
        version=str(metadata.get("package_version") or "0"),
        path=path,
        starter=isinstance(extra, dict) and extra.get("starter") is True,
        broken="" if "?" not in {source, target} else "its metadata.json names no pair",
        target_prefix=str(metadata.get("target_prefix") or ""),
    )


def _broken(path: Path, why: str, package: Package | None = None) -> Package:
    if package:
        return Package(package.source, package.target, package.version, path, broken=why)
    pair = re.search(r"([a-z]{2,3})_([a-z]{2,3})", path.name)
    source, target = pair.groups() if pair else ("?", "?")
    return Package(source, target, "?", path, broken=why)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"[0-9]+", text))
