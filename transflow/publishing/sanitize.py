"""What may come out of an article or a translation onto a page.

Articles and PO files come from outside. Every body goes through ammonia (nh3), an HTML5 parser
with lists of what is allowed: no script, no style, no form, no frame, no event handler, no
scheme but the few below, no class that the page's own furniture uses, balanced tags.
"""

import re
from functools import cache

import nh3

from transflow.publishing.elements import CARRIED, HIDING, LABELLED, settled

__all__ = ["BIDI", "clean", "isolate"]

_TAGS = {
    "a", "abbr", "article", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
    "wbr", "input", "picture", "source", *CARRIED,
}  # fmt: skip
_GLOBAL = {"id", "lang", "dir", "title", "translate", "data-state", *HIDING}
_ATTRIBUTES = {
    "a": {"href", "hreflang", "name"},
    "img": {"src", "srcset", "alt", "width", "height"},
    "source": {"srcset", "width", "height"},
    "td": {"colspan", "rowspan", "headers", "align"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr", "align"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "time": {"datetime"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "details": {"open"},
    "input": {"checked", "disabled"},
    **{name: set(attributes) for name, attributes in LABELLED.items()},
}
_ALERT = {
    "markdown-alert", "markdown-alert-note", "markdown-alert-tip", "markdown-alert-important",
    "markdown-alert-warning", "markdown-alert-caution",
}  # fmt: skip
_CLASSES = {
    "li": {"task-list-item"},
    "ul": {"contains-task-list"},
    "sup": {"footnote-ref"},
    "section": {"footnotes"},
    "a": {"footnote-backref"},
    "div": {*_ALERT, "tab"},
    "details": _ALERT,
    "p": {"markdown-alert-title", "tab-title"},
    "summary": {"markdown-alert-title"},
}  # fmt: skip
_WITH_CONTENT = {
    "script", "style", "template", "iframe", "object", "embed", "applet", "svg", "math", "noscript",
    "title", "textarea", "select", "head", "video", "audio", "canvas", "datalist", "noframes",
}  # fmt: skip
_HIDDEN = re.compile(
    r"\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_SCHEMES = {"http", "https", "mailto", "tel"}

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (Unicode bidirectional algorithm, UAX 9): invisible, and a
way to make a text read as what it is not. Elements with `dir` and `bdi` do the honest part."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def _kept(_element: str, name: str, value: str) -> str | None:
    """What hides an element comes through to `settled`, which takes the element away."""
    if name == "style":
        return "hidden" if _HIDDEN.search(value) else None
    if name == "hidden":
        return None if value.strip().lower() == "until-found" else ""
    return value


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes={"*": _GLOBAL, **_ATTRIBUTES},
        attribute_filter=_kept,
        allowed_classes=_CLASSES,
        tag_attribute_values={"input": {"type": {"checkbox"}}},
        set_tag_attribute_values={"input": {"disabled": ""}},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def clean(html: str) -> str:
    """The part of a body that may be on a page; well-formed, as an HTML5 parser writes it."""
    return settled(_cleaner().clean(isolate(html)))


def isolate(text: str) -> str:
    """Drop invisible direction and control characters."""
    return _CONTROLS.sub("", BIDI.sub("", text))
