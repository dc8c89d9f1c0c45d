"""What a folder or an archive says it is: a package that translates, or one that is broken, and why.

Folders come from anybody: Argos programs of all ages, installs that were cut off, copies by hand.
Whatever is in them, reading one never fails.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transflow.engines import archive, wholeness
from transflow.engines.pieces import listed
from transflow.errors import EngineError

__all__ = ["Package", "read_archive", "read_folder", "version_key"]

_LONGEST = 18
"""Digits of a version's number that are compared: more would be no version."""


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
        return (not self.starter, version_key(self.version), str(self.path))


def version_key(text: str) -> tuple[int, ...]:
    """The numbers of a version, for comparing."""
    return tuple(int(number[:_LONGEST]) for number in re.findall(r"[0-9]+", text))


def read_folder(folder: Path, *, thorough: bool = False) -> Package | None:
    """The package in a folder; None for one that is there for something else (sentence splitters).

    Args:
        folder: The folder.
        thorough: Whether to read its vocabulary and tokenizer, too, as an engine does that opens them.
    """
    file = folder / "metadata.json"
    try:
        if file.stat().st_size > archive.METADATA_LIMIT:
            return _broken(folder, "its metadata.json is too large")
        metadata = archive.read_metadata(file.read_bytes())
    except FileNotFoundError:
        return _broken(folder, "holds no metadata.json")
    except OSError as cause:
        return _broken(folder, f"its metadata.json cannot be read ({cause.strerror})")
    except ValueError as cause:
        return _broken(folder, f"its metadata.json {cause}")
    if metadata.get("type") == "sbd":
        return None
    package = _from_metadata(metadata, folder)
    try:
        fault = _fault(folder) or (_misfit(folder) if thorough else "")
    except OSError as cause:
        fault = f"cannot be read ({cause.strerror})"
    return _broken(folder, fault, package) if fault else package


def read_archive(path: Path) -> Package | None:
    """The package in an `.argosmodel` file; None for one that is there for something else."""
    try:
        metadata = archive.inspect(path)
    except EngineError as error:
        return _broken(path, error.message)
    return None if metadata.get("type") == "sbd" else _from_metadata(metadata, path)


def _fault(folder: Path) -> str:
    if not (folder / archive.MODEL).is_file():
        return f"holds no {archive.MODEL}"
    if damage := wholeness.fault(folder / archive.MODEL):
        return damage
    if not any(map(_filled, (folder / archive.MODEL).parent.glob(archive.VOCABULARY))):
        return "holds no vocabulary"
    tokenizers = (folder / name for name in archive.TOKENIZERS)
    return "" if any(map(_filled, tokenizers)) else "holds no tokenizer"


def _misfit(folder: Path) -> str:
    """What of a vocabulary or a tokenizer does not go with its network, if that says what it reads."""
    wanted = wholeness.places(folder / archive.MODEL)
    if not wanted:
        return ""
    try:
        known = listed((folder / archive.MODEL).parent)
    except EngineError as error:
        return error.message
    if known and len(known) < wanted:
        return f"its vocabulary has {len(known):,} of {wanted:,} pieces"
    pieces = folder / archive.TOKENIZERS[0]
    if pieces.is_file() and not wholeness.is_tokenizer(pieces.read_bytes()):
        return f"its {pieces.name} is no tokenizer"
    return ""


def _filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _from_metadata(metadata: dict[str, Any], path: Path) -> Package:
    extra = metadata.get("transflow")
    return Package(
        source=metadata["from_code"],
        target=metadata["to_code"],
        version=str(metadata.get("package_version") or "0"),
        path=path,
        starter=isinstance(extra, dict) and extra.get("starter") is True,
        target_prefix=str(metadata.get("target_prefix") or ""),
    )


def _broken(path: Path, why: str, package: Package | None = None) -> Package:
    if package:
        return Package(package.source, package.target, package.version, path, broken=why)
    pair = re.search(r"(?<![a-z])([a-z]{2,3})_([a-z]{2,3})(?![a-z])", path.name)
    source, target = pair.groups() if pair else ("?", "?")
    return Package(source, target, "?", path, broken=why)
