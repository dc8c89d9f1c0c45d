"""Sites that a generator builds already: where their articles are, and what is to be written for them."""

from pathlib import Path
from typing import NamedTuple

__all__ = ["Generator", "generator_of"]


class Generator(NamedTuple):
    """One of those that there is an output for."""

    name: str
    """As people call it."""
    output: str
    """As `site.outputs` calls it."""
    root: str
    """Its folder of articles."""
    settings: tuple[str, ...]
    """Files of which a site has one."""


_KNOWN = (
    Generator(
        "Hugo", "hugo", "content", ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config")
    ),
    Generator("MkDocs", "mkdocs", "docs", ("mkdocs.yml", "mkdocs.yaml")),
    Generator(
        "Docusaurus",
        "docusaurus",
        "docs",
        ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
    ),
)


def generator_of(folder: Path) -> Generator | None:
    """The generator of a site in this folder; None where there is none that we write for."""
    for one in _KNOWN:
        if (folder / one.root).is_dir() and any(
            _is_settings(folder / name) for name in one.settings
        ):
            return one
    return None


def _is_settings(path: Path) -> bool:
    if path.name == "config":
        return (path / "_default").is_dir()
    if not path.is_file():
        return False
    # Zola has a config.toml and a content folder, too; its key is base_url.
    return path.name != "config.toml" or "baseurl" in path.read_text("utf-8", "replace").lower()
