"""Elements that pages do not have: what stands for them, and which ones an author is told of.

What a browser would not show (`hidden`, `display: none`) is on no page either.
A form, an address or a menu ends a line wherever it stands, so it leaves a part of its own; the
labels and buttons of a form go with it. A tab or a card keeps its label above what is in it.
"""

import re
from html import escape

from transflow.publishing.markup import Tag, walk

__all__ = ["CARRIED", "LABELLED", "removed", "settled"]

PARTS = frozenset({
    "address", "aside", "center", "dialog", "fieldset", "footer", "form", "header", "hgroup", "main",
    "nav", "search",
})  # fmt: skip
"""Blocks that are plain parts on a page."""
LABELLED = dict.fromkeys(("tabitem", "tab", "card", "accordion"), ("label", "title", "value"))
"""Components of Docusaurus, Starlight and their like -> attributes of which the first is shown above."""
_OF_FORMS = frozenset({"label", "button", "legend"})
CARRIED = frozenset({*PARTS, *LABELLED, *_OF_FORMS})
"""What comes through the sanitizer for `settled`, which leaves none of it."""
HIDING = frozenset({"hidden", "style"})
"""Attributes by which an element is shown by no browser; the sanitizer lets them through for that alone."""
_HINT = re.compile(rf"<(?:{'|'.join(sorted(CARRIED))})[\s>]|\s(?:{'|'.join(sorted(HIDING))})=")
_VOID = frozenset({"br", "col", "hr", "img", "input", "source", "wbr"})

_UNREAD = re.compile(
    r"<!--.*?-->|<(script|style|template|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_REMOVED = re.compile(
    r"<(video|audio|iframe|object|embed|canvas|form|map)(?=[\s>/])", re.IGNORECASE
)
_SCRIPTED = re.compile(
    r"<a\s(?:[^<>]*\s)?href\s*=\s*[\"']?\s*(javascript|vbscript|data):", re.IGNORECASE
)
_CONTROL = re.compile(
    r"<(?:textarea|select|button)\b|<input\b(?![^>]*\btype\s*=\s*[\"']?(?:hidden|checkbox))",
    re.IGNORECASE,
)


def removed(html: str) -> tuple[str, ...]:
    """The kinds of players, frames, forms and image maps in a body, as it was before it was sanitized.

    A form counts where it asks for something: some generators put one around every page. A link that runs
    a script, which keeps its words alone, counts by the beginning of its address.
    """
    scripted = tuple({f'a href="{match[1].lower()}:"': 0 for match in _SCRIPTED.finditer(html)})
    found = _REMOVED.search(html) and {
        match[1].lower() for match in _REMOVED.finditer(_UNREAD.sub("", html))
    }
    if not found:
        return scripted
    if not _CONTROL.search(html):
        found.discard("form")
    return (*sorted(found), *scripted)


def settled(html: str) -> str:
    """A sanitized body with what stands for such elements, balanced as it was."""
    if not _HINT.search(html):
        return html
    out: list[str] = []
    forms = paragraphs = hidden = gone = 0
    for piece in walk(html):
        if isinstance(piece, str):
            out += [] if hidden or gone else [piece]
            continue
        step = -1 if piece.end else 1
        if gone or not HIDING.isdisjoint(piece.attributes):
            gone += 0 if piece.name in _VOID else step
            continue
        forms += step if piece.name == "form" else 0
        paragraphs += step if piece.name == "p" else 0
        if piece.name in _OF_FORMS:
            hidden += step if hidden or forms else 0
        elif not hidden and not (forms and piece.name == "input"):
            out.append(_written(piece, inline=paragraphs > 0))
    return "".join(out)


def _written(tag: Tag, *, inline: bool) -> str:
    """A tag as a page has it; inside of a paragraph no part begins."""
    if tag.name in PARTS:
        return "</div>" if tag.end else str(Tag("div", False, tag.attributes, ""))
    if tag.name not in LABELLED:
        return tag.raw
    if tag.end:
        return "" if inline else "</div>"
    names = LABELLED[tag.name]
    label = escape(next((tag.attributes[name] for name in names if tag.attributes.get(name)), ""))
    if inline:
        return f"<strong>{label}</strong> " if label else ""
    title = f'<p class="tab-title">{label}</p>' if label else ""
    return f'<div class="tab">{title}'
