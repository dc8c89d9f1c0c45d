"""Code and text right below a component's tag: MDX reads it as Markdown, CommonMark as more of the tag's HTML."""

import re

__all__ = ["masked_components"]

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Z][\w.]*)(?:\s[^<>]*)?>")
_LONG = re.compile(
    r"^(?P<indent>[ \t]*)<[A-Z][\w.]*(?=[^<>\n]*\n)(?:\"[^\"]*\"|'[^']*'|(?!\n[ \t\r]*\n)[^<>\"'])*+>(?=[ \t\r]*$)",
    re.MULTILINE,
)
"""A component's tag over several lines of its own."""
_WORD = re.compile(r"[A-Z]\w*[a-z]")
"""What the name of a component has, and `DIV` has not."""
_FRAGMENT = frozenset({"<>", "</>"})
_FENCE = re.compile(r"(?P<marks>`{3,}|~{3,})(?P<info>.*)")
_CODE = 4
"""Blanks that make code of a line."""


def masked_components(source: str, start: int = 0) -> str:
    """The source with tags of components that code or text stands below as blocks of one line; same places.

    `<Tabs>` becomes a processing instruction, which ends where it does. Lines that only open or
    close a fragment (`<>`) become blank.

    Args:
        source: A Markdown text.
        start: Where it begins, behind its front matter.
    """
    if "<" not in source:
        return source
    head, body = source[:start], _LONG.sub(_instruction, source[start:])
    return head + "\n".join(_masked(body.split("\n")))


def _masked(lines: list[str]) -> list[str]:
    made = list(lines)
    closers = {text for line in lines if (text := line.strip()).startswith("</")}
    tags: list[int] = []
    opened: list[str] = []
    fence = ""
    inside = False
    for index, line in enumerate(lines):
        text = line.strip()
        found = _FENCE.match(text)
        if fence:
            if found and found["marks"].startswith(fence) and not found["info"].strip():
                made[index], fence = _moved(line) if inside else line, ""
        elif found and not ("`" in found["info"] and found["marks"][0] == "`"):
            fence, inside = found["marks"], bool(tags)
            for tag in tags:
                made[tag] = _one_line(lines[tag])
            opened += (name for tag in tags if (name := _opens(lines[tag])))
            made[index], tags = _moved(line) if inside else line, []
        elif text in _FRAGMENT:
            made[index], tags = " " * len(line), []
        elif not text:
            tags = []
        elif tags and text[0] != "<":
            names = [name for tag in tags if (name := _opens(lines[tag]))]
            if names and all(_WORD.match(name) and f"</{name}>" in closers for name in names):
                made[tags[0] : index] = map(_one_line, lines[tags[0] : index])
                opened += names
            tags = []
        elif tag_here := _TAG.fullmatch(text):
            if tag_here["closing"] and tag_here["name"] in opened:
                opened.remove(tag_here["name"])
                made[index], tags = _one_line(line), []
            else:
                tags.append(index)
    return made


def _instruction(tag: re.Match[str]) -> str:
    letters = re.sub(r"\S", "x", tag[0].strip()[2:-2])
    return f"{tag['indent']}<?{letters}?>"


def _opens(line: str) -> str:
    """The name of the component that a tag opens; empty where it closes one."""
    found = _TAG.fullmatch(line.strip())
    return found["name"] if found and not (found["closing"] or found[0].endswith("/>")) else ""


def _one_line(line: str) -> str:
    return f"<?{' ' * (len(line) - 4)}?>" if len(line) >= _CODE else line


def _moved(line: str) -> str:
    """A fence at the line's beginning, where it is indented as code would be."""
    text = line.strip()
    deep = len(line) - len(line.lstrip()) >= _CODE
    return text.ljust(len(line)) if deep else line
