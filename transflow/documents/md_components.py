"""Code and text right below a component's tag: MDX reads it as Markdown, CommonMark as more of the tag's HTML."""

import re
from collections import defaultdict

__all__ = ["masked_components"]

_REST = r"(?:\"[^\"]*\"|'[^']*'|(?!\n[ \t\r]*\n)[^<>\"'])*+"
"""What stands in a tag behind its name; a text in quotes may have brackets and blank lines."""
_TAG = re.compile(rf"<(?P<closing>/?)(?P<name>[A-Z][\w.]*)(?:\s{_REST})?>")
_ANY = re.compile(r"</?[A-Z>]")
"""What every component's tag, and a fragment's, begins with."""
_LONG = re.compile(
    rf"^[ \t]*<[A-Za-z]\w[\w.]*(?=[^<>\n]*\n){_REST}>(?=[ \t\r]*$)",
    re.MULTILINE,
)
"""A tag over several lines of its own."""
_WORD = re.compile(r"[A-Z]\w*[a-z]")
"""What the name of a component has, and `DIV` has not."""
_FRAGMENT = frozenset({"<>", "</>"})
_FENCE = re.compile(r"(?P<marks>`{3,}|~{3,})(?P<info>.*)")
_CODE = 4
"""Blanks that make code of a line."""


def masked_components(source: str, start: int = 0) -> str:
    """The source with tags of components that code or text stands below as blocks of one line; same places.

    `<Tabs>` becomes a processing instruction, which ends where it does; a tag over several lines a
    declaration. Lines that only open or close a fragment (`<>`) become blank.

    Args:
        source: A Markdown text.
        start: Where it begins, behind its front matter.
    """
    if _ANY.search(source, start) is None:
        return source
    return source[:start] + "\n".join(_masked(_lines(source[start:])))


def _lines(source: str) -> list[str]:
    """The lines of a text; a tag over several of them is one."""
    lines: list[str] = []
    at = 0
    for tag in _LONG.finditer(source):
        end = source.find("\n", tag.end())
        lines += source[at : tag.start()].split("\n")[:-1]
        lines.append(source[tag.start() : end if end >= 0 else None])
        at = end + 1 if end >= 0 else len(source) + 1
    return lines + source[at:].split("\n") if at <= len(source) else lines


Opened = defaultdict[str, list[bool]]
"""By a component's name, whether each tag that opens one is a block of its own: else it ends at a blank line."""


def _take(opened: Opened, names: list[str], *, alone: bool) -> None:
    for name in names:
        opened[name].append(alone)


def _masked(lines: list[str]) -> list[str]:
    made = list(lines)
    closers = {text for line in lines if (text := line.strip()).startswith("</")}
    tags: list[int] = []
    opened: Opened = defaultdict(list)
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
            _take(opened, _opens(lines, tags), alone=True)
            made[index], tags = _moved(line) if inside else line, []
        elif text in _FRAGMENT:
            made[index], tags = " " * len(line), []
        elif not text:
            _take(opened, _opens(lines, tags), alone=False)
            tags = []
        elif tags and text[0] != "<":
            names = _opens(lines, tags)
            if names and all(_WORD.match(name) and f"</{name}>" in closers for name in names):
                made[tags[0] : index] = map(_one_line, lines[tags[0] : index])
                _take(opened, names, alone=True)
            tags = []
        elif tag_here := _TAG.fullmatch(text):
            made[index] = _one_line(line, line[: line.index("<")]) if "\n" in text else line
            waiting = opened[tag_here["name"]] if tag_here["closing"] else []
            if waiting and (waiting.pop() or lines[index - 1].strip()):
                made[index], tags = _one_line(line), []
            else:
                tags.append(index)
    return made


def _opens(lines: list[str], tags: list[int]) -> list[str]:
    """The names of the components that the tags on some lines open."""
    found = [_TAG.fullmatch(lines[tag].strip()) for tag in tags]
    return [tag["name"] for tag in found if tag and not (tag["closing"] or tag[0].endswith("/>"))]


def _one_line(line: str, indent: str = "") -> str:
    """A tag's line as a block by itself; of one over several lines the last may have no more than `>`."""
    if "\n" not in line:
        return f"<?{' ' * (len(line) - 4)}?>" if len(line) >= _CODE else line
    letters = re.sub(r"\S", "x", line.strip()[3:-1])
    return f"{indent}<!X{letters}>".ljust(len(line))


def _moved(line: str) -> str:
    """A fence at the line's beginning, where it is indented as code would be."""
    text = line.strip()
    deep = len(line) - len(line.lstrip()) >= _CODE
    return text.ljust(len(line)) if deep else line
