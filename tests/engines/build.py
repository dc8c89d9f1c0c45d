"""Packages made for tests: small archives with whatever is to be shown."""

import json
import zipfile
from pathlib import Path

MODEL = "\6\0\0\0" + "\20\0TransformerSpec\0" + "\1\0\0\0" + "\0\0\0\0" * 2
"""A `model.bin` of no weights: version, name, revision, and two empty tables."""


def metadata(source="en", target="fr", version="1.9", **more):
    return {"package_version": version, "from_code": source, "to_code": target, **more}


def package(path: Path, folder="pack", members=None, **facts) -> Path:
    """An archive that looks like a package, with a model of a few bytes."""
    content = {
        "metadata.json": json.dumps(metadata(**facts)),
        "sentencepiece.model": "pieces",
        "model/model.bin": MODEL,
        "model/shared_vocabulary.txt": "x",
    }
    content.update(members or {})
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in content.items():
            if text is not None:
                archive.writestr(f"{folder}/{name}", text)
    return path


def installed(base: Path, name: str, members=(), **facts) -> Path:
    """A folder as Argos leaves one."""
    folder = base / name
    (folder / "model").mkdir(parents=True)
    (folder / "metadata.json").write_text(json.dumps(metadata(**facts)))
    for member in members or (
        "sentencepiece.model",
        "model/model.bin",
        "model/shared_vocabulary.txt",
    ):
        (folder / member).write_text(MODEL if member.endswith("model.bin") else "x")
    return folder
