"""Paragraphs of Markdown that are code to a site's generator, not words."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transflow.documents.md_blocks import Block, line_starts

__all__ = ["commented", "is_caption", "is_code", "outside_code"]

Range = tuple[int, int]
_CODE = re.compile(
    r"(?:import\s(?:[^'\";]*?\sfrom\s+)?(?P<quote>['\"])[^'\"\n]+(?P=quote);?[ \t]*(?:\n|$))+"
    r"(?:export\s+(?:const|default|function|let|var|class|async)\s.*)?"
    r"|export\s+(?:const|default|function|let|var|class|async)\s.*"
    r"|\{/\*.*\*/\}\s*"
    r"|\{[\w.?]+\(\s*(?:\([^()\n]*\)|\w+)\s*=>.*"
    r"|\{[^{}\n]*(?:=>|&&).*\}\s*"
    r"|\+[-=:+]+\+(?:\n[|+][^\n]*[|+])+"
    r"|::[a-z][\w-]*(?:::|\{[^{}\n]*\})"
    r"|TOC\n\{:toc\}\s*"
    r"|(?:-+8<-+|/{3,}|<<<(?=\s?[@~./]))(?:[ \t]*[^\n]*)?"
    r"|%%.*%%|\^[\w-]+|\([\w:.-]+\)=|\+\+\+[ \t]*\{[^\n]*\}"
    r"|\[!(?:INCLUDE|VIDEO|code[\w-]*)\b.*\]",
    re.DOTALL,
)
"""Statements, expressions and comments of MDX; kramdown's table of contents; snippets and fences of PyMdown and VitePress;

comments and names of blocks in Obsidian; places of Slidev (`::right::`) and what GitLab includes; targets and breaks in MyST; what DocFX takes in from other files; drawn tables of Pandoc.
"""


_MYST = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,}|:{3,})[ ]?\{(?!(?:r|python|julia|ojs|sql|bash|mermaid|dot)\})[a-z][\w:-]*\}"
    r"|^\([\w:. -]+\)=[ \t]*\r?$|(?<![%$#`\w])\{[a-z][a-z:-]*\}`[^`\n]|^(?:jupytext|myst|kernelspec):",
    re.MULTILINE,
)
"""What an article of MyST has: a directive, a target, a role, its front matter."""
_COMMENT = re.compile(r"[ ]{0,3}%(?!\{)")
_TABLE = frozenset({"Table", "TableRow", "TableCell"})
_KEPT = frozenset({"CodeBlock", "HtmlBlock"})
_CAPTION = re.compile(r"[Tt]able:[ \t]+(?=\S)")


def commented(source: str, lines: Sequence[Range], hidden: int) -> list[Range]:
    """The lines that are comments and end a paragraph: in MyST (`% ask Ann`), in MDX (`{/* ask Ann */}`).

    The first are text in another Markdown, or a title block (Pandoc); `%{count}` is a placeholder.
    """
    notes = list(_notes(source, hidden)) if "{/*" in source else []
    if "\n%" not in source and " %" not in source and not source.startswith("%"):
        return notes
    found = [
        (start, end)
        for start, end in lines
        if start >= hidden and _COMMENT.match(source, start, end)
    ]
    return [*notes, *found] if found and _MYST.search(source) else notes


def _notes(source: str, hidden: int) -> Iterator[Range]:
    """The lines of comments of MDX that have lines of their own and stand below no words."""
    end = hidden
    while (at := source.find("{/*", end)) >= 0 and (closing := source.find("*/}", at + 3)) >= 0:
        line = max(source.rfind("\n", 0, at) + 1, hidden)
        before = source[max(source.rfind("\n", 0, max(line - 1, 0)) + 1, end) : line].strip()
        end = closing + 3
        behind = source[end : source.find("\n", end) % (len(source) + 1)]
        if source[line:at].strip() or behind.strip():
            end = at + 3
        elif not before or (before[0] == "<" and before[-1] == ">"):
            yield from ((at + left, at + right) for left, right in line_starts(source[at:end]))


def outside_code(lines: Sequence[Range], found: Sequence[Block]) -> list[Range]:
    """The lines that are in no block of code or HTML."""
    kept = [each.lines for each in found if each.kind in _KEPT and each.lines] if lines else []
    starts = [at[0][0] for at in kept]
    return [
        line
        for line in lines
        if not (index := bisect_right(starts, line[0])) or kept[index - 1][-1][1] < line[0]
    ]


def is_caption(source: str, found: Sequence[Block], index: int) -> int:
    """How long the mark is that makes a paragraph beside a table its caption: `Table: Boats by year`."""
    block = found[index]
    mark = _CAPTION.match(source, *block.lines[0]) if block.kind == "Paragraph" else None
    beside = found[max(0, index - 1) : index + 2]
    near = any(each.kind in _TABLE for each in beside)
    return mark.end() - block.lines[0][0] if mark and near else 0


def is_code(text: str) -> bool:
    """Whether a paragraph is such code."""
    return text[:1] in "ie{T-/<%^([+:" and (_CODE.fullmatch(text) is not None or _is_data(text))


def _is_data(text: str) -> bool:
    """Whether it is an object of JSON: Hugo reads one as front matter."""
    if not (text.startswith("{") and text.endswith("}") and '":' in text):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False
