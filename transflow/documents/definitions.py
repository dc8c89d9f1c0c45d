"""Link reference definitions: comrak resolves them and leaves them out of its tree."""

import re
from dataclasses import dataclass

from transflow.documents.mapped import Mapped
from transflow.documents.md_inline import label_key

__all__ = ["Definition", "leading"]

_DEFINITION = re.compile(
    r"[ \t]*\[(?!\^)(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*\n?[ \t]*"
    r"(?P<dest><(?:[^<>\n\\]|\\.)*>|[^\s<]\S*)"
    r"(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?P<title>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?"
    r"[ \t]*(?:\n|$)",
    re.DOTALL,
)

_NOWHERE = frozenset({"#", "<#>", "<>"})
"""Where the definitions lead that authors write as comments: `[//]: # (words)`."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition: the key of its label, and the range of its title without quotes, if any."""

    label: str
    title: tuple[int, int] | None
    quote: str


def leading(lines: Mapped) -> tuple[list[Definition], int]:
    """The definitions at the beginning of a block's lines, and where they end.

    https://spec.commonmark.org/0.31.2/#link-reference-definitions
    """
    found: list[Definition] = []
    at = 0
    while match := _DEFINITION.match(lines.text, at):
        key = label_key(match["label"])
        if not key:
            break
        shown = match["title"] is not None and match["dest"] not in _NOWHERE
        title = match.span("title") if shown else None
        inside = (title[0] + 1, title[1] - 1) if title else None
        found.append(Definition(key, inside, lines.text[title[0]] if title else ""))
        at = match.end()
    return found, at
