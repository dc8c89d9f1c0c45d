"""Tags whose attributes hold expressions: those of MDX and Vue, as HTML would have them."""

import re

__all__ = ["quoted_expressions"]

_SIZE = 2000
"""Longer expressions are no attributes that people write: what nothing closes costs no more than that."""
_INNER = r"[^{}]"
for _ in range(3):
    _INNER = rf"(?:[^{{}}]|\{{{_INNER}{{0,{_SIZE}}}+\}})"
_BRACED = rf"\{{{_INNER}{{0,{_SIZE}}}+\}}"
_NAME = r"[A-Za-z_:@#][\w:.@#-]*"
_TAG = re.compile(
    r"<[A-Za-z][\w.:-]*"
    rf"(?:\s+(?:{_NAME}(?:=(?:\"[^\"]*\"|'[^']*'|{_BRACED}|[^\s\"'=<>`{{}}]+))?|\{{\s*\.{{3}}[^{{}}]*\}}))++"
    r"\s*/?>"
)
_ATTRIBUTE = re.compile(
    rf"(?P<before>\s)(?:(?P<name>{_NAME})(?:=(?:(?P<braced>{_BRACED})|(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'=<>`{{}}]+)))?|(?P<spread>\{{[^{{}}]*\}}))"
)


def quoted_expressions(text: str) -> str:
    """The text with `{…}` as the value of an attribute made a quoted value; same places.

    `<Chart onClick={() => go()} {...props} @tap="x">` becomes a tag to a reader of HTML, which would
    else see text, or a tag that ends at `=>`. The attribute has another name: its value is no text. Line ends stay.
    """
    if "={" in text or "{..." in text or " @" in text or " #" in text:
        return _TAG.sub(lambda tag: _ATTRIBUTE.sub(_quoted, tag[0]), text)
    return text


def _quoted(match: re.Match[str]) -> str:
    if match["spread"]:
        return match["before"] + _letters(match["spread"])
    name = match["name"]
    head = (
        match["before"]
        + ("x" if name[0] in "@#" else name[0])
        + name[1:].replace("#", "x").replace("@", "x")
    )
    if match["braced"]:
        return f'{match["before"]}x{head[2:]}="{_letters(match["braced"][1:-1])}"'
    return f"{head}={match['value']}" if match["value"] else head


def _letters(text: str) -> str:
    return re.sub(r"[^\r\n]", "x", text)
