"""Tags that are none of HTML, as HTML would have them: with expressions (MDX, Vue), in brackets (WordPress)."""

import re

from transflow.documents.html_tokens import VOID

__all__ = ["quoted_expressions", "shortcodes_as_tags"]

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

_DOTTED = re.compile(r"<(?:(?P<closing>/)|(?<!\w<))(?P<name>[A-Za-z]\w*+\.[\w.]*+)(?=[\s/>])")
"""The beginning of a tag with dots in its name, which is none to HTML in Markdown."""

_CLOSER = re.compile(r"\[/(?P<name>[a-z][a-z0-9_-]*)\](?![(\[:])")
_OPENER = re.compile(
    r"(?<![!\]\\])\[(?P<name>[a-z][a-z0-9_-]*)"
    r"(?P<arguments>(?:=(?:\"[^\"\[\]\n]*\"|'[^'\[\]\n]*'|[^\s\"'\[\]]+))?(?:\s+[\w-]+=(?:\"[^\"\[\]\n]*\"|'[^'\[\]\n]*'|[^\s\"'\[\]]+))*+)\s*/?\](?![(\[:{])"
)

_EMBEDDED = re.compile(
    r"\[(?<![!\]\\]\[)(?:youtube|vimeo|dailymotion|ted|video|audio|soundcloud|spotify|embed|tweet|instagram|googlemaps|gist)"
    r"(?P<arguments>[ =]https?://[^\s\[\]]+[^\[\]\n]{0,80})\](?![(\[:])"
)
"""What WordPress embeds by its address: `[youtube https://…]`."""


def quoted_expressions(text: str) -> str:
    """The text with `{…}` as the value of an attribute made a quoted value; same places.

    `<Chart onClick={() => go()} {...props} @tap="x">` becomes a tag to a reader of HTML, which would
    else see text, or a tag that ends at `=>`. The attribute has another name: its value is no text. Line ends stay.
    `<Tabs.Tab>` has a name without dots.
    """
    if "<" not in text:
        return text
    if "</" in text or "/>" in text:
        text = _named(text)
    if "={" in text or "{..." in text or " @" in text or " #" in text:
        return _TAG.sub(lambda tag: _ATTRIBUTE.sub(_quoted, tag[0]), text)
    return text


def _named(text: str) -> str:
    """The text with names that HTML knows, and that components may have, for those with dots."""
    found = [(tag["closing"], tag["name"]) for tag in _DOTTED.finditer(text)]
    closed = {name for closing, name in found if closing}

    def named(tag: re.Match[str]) -> str:
        name = tag["name"]
        if not (name in closed or name[0].isupper()):
            return tag[0]
        return f"<{tag['closing'] or ''}{name[0].upper()}{name[1:].replace('.', 'x')}"

    return _DOTTED.sub(named, text) if found else text


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
    return re.sub(r"\S", "x", text)


def shortcodes_as_tags(text: str) -> str:
    """The text with shortcodes made tags: `[caption id="3"]words[/caption]`; same places.

    One without arguments is a shortcode where something closes it.
    """
    if "://" in text:
        text = _EMBEDDED.sub(lambda match: f"<x {_letters(match[0][3:-1])}>", text)
    if "=" not in text and "[/" not in text:
        return text
    closed = {match["name"] for match in _CLOSER.finditer(text)}

    def tag(match: re.Match[str]) -> str:
        said = match["arguments"]
        if not ((said and said[0] != "=") or match["name"] in closed):
            return match[0]
        name = match["name"]
        more = match[0][len(name) + 1 : -1]
        return f"<{_paired(name)}{more[:1] and ' '}{_letters(more[1:])}>"

    return _CLOSER.sub(lambda match: f"</{_paired(match['name'])}>", _OPENER.sub(tag, text))


def _paired(name: str) -> str:
    """A name of an element that has an end tag, as `embed` has none."""
    return f"x{name[1:]}" if name in VOID else name
