"""Code and formulas of a saved page as Markdown."""

import re
from typing import Any

__all__ = ["code", "fenced", "formula"]


def code(text: str) -> str:
    """Code in a line, between more marks than are in it."""
    marks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    edge = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{marks}{edge}{text}{edge}{marks}"


def formula(node: Any) -> str:
    """A formula in TeX, or its markup."""
    from lxml import html  # noqa: PLC0415 - an extra

    if not len(node):
        return f"${node.text}$" if node.text else ""
    return " ".join(html.tostring(node, encoding="unicode", with_tail=False).split())


def fenced(node: Any) -> str:
    """Code between fences longer than any in it."""
    for line in node.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    text = "".join(node.itertext()).strip("\n")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`{3,}", text)), 0)
    return f"{fence}\n{text}\n{fence}" if text.strip() else ""
