"""Paragraphs of Markdown that are code to a site's generator, not words."""

import re

from transflow.documents.md_flavours import COMPONENT

__all__ = ["is_code"]

_CODE = re.compile(
    r"(?:import\s(?:[^'\";]*?\sfrom\s+)?(?P<quote>['\"])[^'\"\n]+(?P=quote);?[ \t]*(?:\n|$))+"
    r"(?:export\s+(?:const|default|function|let|var|class|async)\s.*)?"
    r"|export\s+(?:const|default|function|let|var|class|async)\s.*"
    r"|\{/\*.*\*/\}\s*"
    rf"|{COMPONENT}\s*"
    r"|\{[\w.?]+\(\s*(?:\([^()\n]*\)|\w+)\s*=>.*"
    r"|\{[^{}\n]*(?:=>|&&).*\}\s*"
    r"|\+[-=:+]+\+(?:\n[|+][^\n]*[|+])+"
    r"|TOC\n\{:toc\}\s*"
    r"|(?:-+8<-+|/{3,}|<<<(?=\s?[@~./]))(?:[ \t]*[^\n]*)?"
    r"|%%.*%%|\^[\w-]+|\([\w:.-]+\)="
    r"|\[!(?:INCLUDE|VIDEO|code[\w-]*)\b.*\]",
    re.DOTALL,
)
"""Statements, expressions and comments of MDX; kramdown's table of contents; snippets and fences of PyMdown and VitePress;

comments and names of blocks in Obsidian; targets in MyST; what DocFX takes in from other files; drawn tables of Pandoc.
"""


def is_code(text: str) -> bool:
    """Whether a paragraph is such code."""
    return text[:1] in "ie{T-/<%^([+" and _CODE.fullmatch(text) is not None
