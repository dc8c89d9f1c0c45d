"""The extensions of Python-Markdown that the articles of a MkDocs site are written with.

Those of the project's own mkdocs.yml, as they stand there; else those whose signs the articles
have. What is not switched on would be shown to readers as it is written.
"""

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path

from ruamel.yaml.error import YAMLError

from transflow import safeyaml

__all__ = ["extensions", "own_settings"]

_ALWAYS = ("attr_list", "footnotes", "md_in_html", "tables")
"""What is written into every site is written with these: ids, notes, HTML articles."""
_ICON = r":(?:material|fontawesome|octicons|simple)-[\w-]+:"
_USED = {
    "abbr": r"^[ ]{0,3}\*\[[^\]\n]+\]:",
    "admonition": r"^[ ]*!!![ ]+[\w\"]",
    "def_list": r"^[ ]{0,3}:[ ]+\S",
    "pymdownx.blocks.admonition": r"^[ ]*/{3,}[ ]+(?!caption|details|tab|html|define|definition)\w",
    "pymdownx.blocks.caption": r"^[ ]*/{3,}[ ]+(?:figure-|table-)?caption\b",
    "pymdownx.blocks.definition": r"^[ ]*/{3,}[ ]+defin",
    "pymdownx.blocks.details": r"^[ ]*/{3,}[ ]+details\b",
    "pymdownx.blocks.html": r"^[ ]*/{3,}[ ]+html\b",
    "pymdownx.blocks.tab": r"^[ ]*/{3,}[ ]+tab\b",
    "pymdownx.caret": r"\^\^?(?=[^\s^])[^\n^]+\^",
    "pymdownx.critic": r"\{(?:\+\+|--|~~|==|>>).*?(?:\+\+|--|~~|==|<<)\}",
    "pymdownx.details": r"^[ ]*\?\?\?\+?[ ]+[\w\"]",
    "pymdownx.emoji": rf":[a-z][a-z_]+:|{_ICON}",
    "pymdownx.keys": r"\+\+[\w\"][^\n]*?\+\+",
    "pymdownx.mark": r"==(?=\S)[^\n]+?(?<=\S)==",
    "pymdownx.snippets": r"^[ ]*-+8<-+",
    "pymdownx.superfences": r"^[ ]+(?:`{3,}|~{3,})",
    "pymdownx.tabbed": r"^[ ]*===[!+]?[ ]+\"",
    "pymdownx.tasklist": r"^[ ]*(?:[-*+]|\d+[.)])[ ]+\[[ xX]\][ ]",
    "pymdownx.tilde": r"~~?(?=[^\s~])[^\n~]+~",
}
"""What an extension is for, in the texts of articles."""
_OPTIONS = {
    "pymdownx.tabbed": ["alternate_style: true"],
    "pymdownx.tasklist": ["custom_checkbox: false"],
}
_SIGNS = ["emoji_generator: !!python/name:pymdownx.emoji.to_alt"]
"""Emoji as characters, not as pictures of another host."""
_ICONS = [
    "emoji_index: !!python/name:material.extensions.emoji.twemoji",
    "emoji_generator: !!python/name:material.extensions.emoji.to_svg",
]
_CODE = re.compile(
    r"^(?P<pad>[ ]*)(?P<fence>`{3,}|~{3,})(?P<more>[^\n]*)\n.*?^[ ]*(?P=fence)[ ]*$|(?P<mark>`+)[^`].*?(?P=mark)",
    re.DOTALL | re.MULTILINE,
)
_OWN = re.compile(
    r"^markdown_extensions:[ \t]*(?P<same>[^\n]*)\n(?P<below>(?:[ \t#-][^\n]*\n|\n)*)", re.MULTILINE
)


def own_settings(root: Path) -> str:
    """The mkdocs.yml that a project has itself; empty without one."""
    try:
        return (root / "mkdocs.yml").read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def extensions(texts: Iterable[str], own: str = "") -> list[str]:
    """Lines of mkdocs.yml.

    Args:
        texts: The articles.
        own: The project's own mkdocs.yml.
    """
    found = _OWN.search(own if own.endswith("\n") else f"{own}\n")
    if found:
        return _taken(found)
    bare = "\n".join(_CODE.sub(_fence, text) for text in texts)
    used = [name for name, sign in _USED.items() if re.search(sign, bare, re.MULTILINE)]
    icons = re.search(_ICON, bare) is not None
    lines = ["theme: {name: material}"] if icons else []
    lines.append("markdown_extensions:")
    for name in sorted({*_ALWAYS, *used}):
        options = _OPTIONS.get(name, [])
        if name == "pymdownx.emoji":
            options = _ICONS if icons else _SIGNS
        lines.append(f"  - {name}" + (":" if options else ""))
        lines += (f"      {option}" for option in options)
    return lines


def _fence(match: re.Match[str]) -> str:
    """Nothing of code but that there is some, and how far in."""
    return f"{match['pad']}```" if match["fence"] else ""


def _taken(found: re.Match[str]) -> list[str]:
    """The project's own extensions and options, and what is wanted besides."""
    same = found["same"].split(" #")[0].strip()
    if same.startswith(("[", "{")):
        try:
            listed = safeyaml.parser().load(io.StringIO(found[0]))["markdown_extensions"]
        except YAMLError:
            listed = []
        items = (
            [{name: value} for name, value in listed.items()]
            if isinstance(listed, dict)
            else listed
            if isinstance(listed, list)
            else []
        )
        have = [name for item in items for name in (item if isinstance(item, dict) else [item])]
        items += [name for name in _ALWAYS if name not in have]
        return ["markdown_extensions:", *(f"  - {json.dumps(item)}" for item in items)]
    below = found["below"].rstrip("\n").split("\n")
    first = next(
        (line for line in below if line.strip(" -") and not line.strip().startswith("#")), "  - "
    )
    pad = first[: len(first) - len(first.lstrip())]
    item, end = ("- ", "") if first.lstrip().startswith("-") else ("", ": {}")
    missing = [
        f"{pad}{item}{name}{end}"
        for name in _ALWAYS
        if not re.search(rf"^[ ]*(?:-[ ]+)?[\"']?{name}\b", found["below"], re.MULTILINE)
    ]
    return ["markdown_extensions:", *below, *missing]
