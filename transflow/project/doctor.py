"""`transflow doctor`: what is installed, what translates what, and what is missing."""

import hashlib
import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from transflow.errors import TransflowError
from transflow.files import read_text

__all__ = ["Diagnosis", "can_translate", "examine"]

_PARTS = ("ctranslate2", "sentencepiece", "babel", "polib", "comrak-ext", "sentencex", "nh3")
_NO_DRIVER = (
    "not set in this clone; optional: git config merge.transflow.driver "
    "'transflow merge-driver %O %A %B %P'"
)
_ARGOS = ("argos-translate-lt", "argostranslate")


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at."""

    subject: str
    detail: str
    ok: bool = True
    needed: bool = True

    @property
    def mark(self) -> str:
        """A sign for the line: fine, missing, or missing and not needed."""
        return "ok     " if self.ok else "MISSING"


def can_translate(root: Path, source: str, target: str) -> bool:
    """Whether an installed package, or one in the folder's models/, serves a pair."""
    from transflow.config import EngineConfig  # noqa: PLC0415
    from transflow.engines import packages  # noqa: PLC0415 - reads every package's metadata

    return packages.chain(packages.list_packages(root, EngineConfig()), source, target) is not None


def examine(folder: Path) -> list[Diagnosis]:
    """Look at the programs, the project in or above `folder`, its packages and its pairs."""
    found = [Diagnosis("Python", platform.python_version()), _argos()]
    found += [_part(name) for name in _PARTS]
    found.append(_decoder())
    found += [_tool("msgfmt", "gettext's tools, to check PO files by hand")]
    found += [_tool("git", "who reviewed, and the merge driver")]
    return [*found, *_project(folder)]


def _argos() -> Diagnosis:
    for name in _ARGOS:
        try:
            return Diagnosis("Argos", f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return Diagnosis("Argos", "not installed (pip install argos-translate-lt)", ok=False)


def _part(name: str) -> Diagnosis:
    try:
        return Diagnosis(name, version(name))
    except PackageNotFoundError:
        return Diagnosis(name, f"not installed (pip install {name})", ok=False)


def _decoder() -> Diagnosis:
    from transflow.engines.probe import probe  # noqa: PLC0415 - starts a process

    trouble = probe()
    return Diagnosis("decoder", trouble or "runs on this processor", ok=not trouble)


def _tool(name: str, purpose: str) -> Diagnosis:
    path = shutil.which(name)
    return Diagnosis(name, path or f"not found; optional: {purpose}")


def _project(folder: Path) -> list[Diagnosis]:
    from transflow.project.project import Project  # noqa: PLC0415 - knows this module

    try:
        project = Project.open(folder)
    except TransflowError as cause:
        return [Diagnosis("project", str(cause), ok=False)]
    found = [Diagnosis("project", str(project.root))]
    if not os.access(project.root, os.W_OK):
        found = [Diagnosis("project", f"{project.root} cannot be written in", ok=False)]
    found += _driver(project.root)
    found += _sums(project.root / project.workflow.engine.packages)
    found += [
        Diagnosis(f"package {package.path.name}", package.broken, ok=False)
        for package in project.packages()
        if package.broken
    ]
    source = project.workflow.source.locale
    for tag, settings in project.workflow.locales.items():
        if settings.engine == "none":
            found.append(Diagnosis(f"{source} -> {tag}", "people translate (engine: none)"))
            continue
        try:
            found.append(Diagnosis(f"{source} -> {tag}", project.engine_for(tag).name))
        except TransflowError as cause:
            found.append(Diagnosis(f"{source} -> {tag}", str(cause), ok=False))
    return found


def _driver(root: Path) -> list[Diagnosis]:
    """Whether git knows how to merge catalogs, where the project asks it to."""
    attributes = root / ".gitattributes"
    if not attributes.is_file() or b"merge=transflow" not in attributes.read_bytes():
        return []
    if shutil.which("git") is None:
        return []
    asked = ["git", "config", "merge.transflow.driver"]
    said = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False).stdout
    return [Diagnosis("git merge driver", said.strip() or _NO_DRIVER)]


def _sums(folder: Path) -> list[Diagnosis]:
    """Compare the packages with the checksums beside them, `sha256sum` format."""
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        return []
    try:
        lines = read_text(sums).splitlines()
    except TransflowError as cause:
        return [Diagnosis("checksums", str(cause), ok=False)]
    found = []
    for line in lines:
        wanted, _, name = line.partition(" ")
        name = name.strip().lstrip("*")
        if not name or wanted.startswith("#"):
            continue
        path = folder / Path(name).name
        if not path.is_file():
            found.append(Diagnosis(f"checksum {name}", "the file is missing", ok=False))
            continue
        with path.open("rb") as stream:
            real = hashlib.file_digest(stream, "sha256").hexdigest()
        same = real == wanted.lower()
        detail = "as recorded" if same else "differs: the file is damaged or was replaced"
        found.append(Diagnosis(f"checksum {name}", detail, ok=same))
    return found
