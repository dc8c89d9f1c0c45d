"""Sites that are there already: where their articles are, and what is to be written for them."""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["PLAIN", "Generator", "generator_of"]

_TEXTS = ("**/*.md", "**/*.markdown", "**/*.mdx", "**/*.html", "**/*.htm", "**/*.txt")


class Generator(NamedTuple):
    """What builds a site, of those that there is an output for."""

    name: str
    """As people call it."""
    output: str
    """As `site.outputs` calls it."""
    root: str
    """Its folder of articles."""
    settings: tuple[str, ...]
    """Files of which a site has one."""
    articles: tuple[str, ...] = _TEXTS
    """Patterns of the articles in the folder."""
    title: str = ""
    """What its settings call the site."""
    base_url: str = ""
    """Where its settings say it is."""


_KNOWN = (
    Generator(
        "Hugo",
        "hugo",
        "content",
        (
            "hugo.toml",
            "hugo.yaml",
            "hugo.json",
            "config.toml",
            "config/_default/hugo.toml",
            "config",
        ),
    ),
    Generator("MkDocs", "mkdocs", "docs", ("mkdocs.yml", "mkdocs.yaml")),
    Generator(
        "Docusaurus",
        "docusaurus",
        "docs",
        ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
    ),
    Generator("HTML files", "source", ".", ("index.html", "index.htm"), ("**/*.html", "**/*.htm")),
)
PLAIN = Generator("transflow", "html", "articles", ())
"""A site that transflow builds itself."""
_TITLE = re.compile(
    r"""^[ \t]*"?(?:title|site_name)"?[ \t]*[:=][ \t]*(["']?)(.*?)\1,?[ \t]*$|<title>([^<]*)</title>""",
    re.MULTILINE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""^[ \t]*"?(?:baseurl|site_url|url)"?[ \t]*[:=][ \t]*["']?(https?://[^"'\s,]+)""",
    re.MULTILINE | re.IGNORECASE,
)


def generator_of(folder: Path) -> Generator | None:
    """What builds the site in this folder; None where there is none that we write for."""
    for one in _KNOWN:
        found = [folder / name for name in one.settings if _is_settings(folder / name)]
        if found and (folder / one.root).is_dir():
            text = found[0].read_text("utf-8", "replace") if found[0].is_file() else ""
            title, address = _TITLE.search(text), _ADDRESS.search(text)
            called = (title[2] or title[3] or "") if title else ""
            return one._replace(
                title=" ".join(called.split()), base_url=address[1] if address else ""
            )
    return None


def _is_settings(path: Path) -> bool:
    if path.name == "config":
        return (path / "_default").is_dir()
    if not path.is_file():
        return False
    # Zola has a config.toml and a content folder, too; its key is base_url.
    return path.name != "config.toml" or "baseurl" in path.read_text("utf-8", "replace").lower()
