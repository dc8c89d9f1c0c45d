"""Facts about HTML elements: which end a sentence, which close others, what people read of them.

https://html.spec.whatwg.org/multipage/syntax.html#optional-tags and
https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
"""

from transflow.documents.html_tokens import Attribute, Tag
from transflow.model import UnitKind

__all__ = [
    "ABOUT",
    "BLOCK",
    "CLOSES",
    "KEEPS_P",
    "KINDS",
    "META",
    "OPTIONAL_END",
    "UNSEEN",
    "WITHIN",
    "readable",
    "says_no_words",
]

_BLOCK_NAMES = """
address article aside audio base blockquote body button canvas caption center col colgroup
dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2
h3 h4 h5 h6 head header hgroup hr html iframe input label legend li link main menu meta meter
nav noembed noframes noscript object ol optgroup option output p param plaintext pre progress
script search section select source style summary table tbody td template textarea tfoot th thead title tr track
ul video xmp
"""
BLOCK = frozenset(_BLOCK_NAMES.split())
"""Elements that end the sentence before them; every other one stands inside a sentence.

A label and the control beside it end one each: two fields in a line are two sentences.
"""

ABOUT = frozenset({"link", "meta"})
"""What says something of the element that it is in, even in a sentence: `<b itemprop="author"><link itemprop="url" href="a">Ann</b>`."""
WITHIN = frozenset({"script", "style", "noscript"})
"""What ends no sentence that it stands in: a page shows nothing in its place, or what is inside."""
UNSEEN = frozenset("script style template textarea noembed noframes iframe xmp".split())  # noqa: SIM905
_ATTRIBUTES_NAMES = """
title alt aria-label aria-description aria-placeholder aria-roledescription aria-valuetext
placeholder summary
"""
_ATTRIBUTES = frozenset(_ATTRIBUTES_NAMES.split())
_PROPERTIES = frozenset("caption description heading label subtitle summary text".split())  # noqa: SIM905
_META_NAMES = """
description title application-name og:title og:description og:site_name og:image:alt
twitter:title twitter:description twitter:image:alt dc.title dc.description dcterms.title dcterms.description
"""
META = frozenset(_META_NAMES.split())
KINDS = {
    "li": UnitKind.LIST_ITEM,
    "td": UnitKind.TABLE_CELL,
    "th": UnitKind.TABLE_CELL,
    "caption": UnitKind.CAPTION,
    "figcaption": UnitKind.CAPTION,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), UnitKind.HEADING),
}
CLOSES = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table", "tbody", "thead", "tfoot"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select", "datalist"}),
}
"""Start tags that end an element left open: which ones, and how far up they are looked for."""

_KEEPS_P_NAMES = """
audio base body button canvas caption col colgroup frame head html iframe input label legend
link meta meter noembed noframes noscript object optgroup option output param progress script
select source style tbody td template textarea tfoot th thead title tr track video
"""
KEEPS_P = frozenset(_KEEPS_P_NAMES.split())
"""Blocks that do not end an open paragraph (HTML standard, "in body" insertion mode)."""


OPTIONAL_END = frozenset(
    [
        "html",
        "head",
        "body",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "caption",
        "option",
        "optgroup",
        "rt",
        "rp",
        "svg",
        "math",
    ]
)
"""Elements whose end tag may be left out."""


_ICONS = ("material-icons", "material-symbols")
"""Fonts that draw an icon where its name is written: `<span class="material-icons">home</span>`."""


def says_no_words(tag: Tag) -> bool:
    """Whether the class of an element says that its text is not translated: it is none, or an icon's name."""
    said = tag.get("class")
    return said is not None and any(
        each == "notranslate" or each.startswith(_ICONS) for each in said.split()
    )


def readable(tag: Tag, attribute: Attribute, *, component: bool = False) -> bool:
    """Whether people read an attribute's value.

    Args:
        tag: The tag.
        attribute: One of its attributes.
        component: It is no element of HTML but a component of MDX: `<TabItem label="Linux">`.
    """
    name = attribute.name
    if component and (name in _PROPERTIES or not attribute.quote):
        return bool(attribute.quote)  # else an expression: `label={name}`
    if name in _ATTRIBUTES:
        return True
    if name == "data-caption":  # Drupal shows it below a picture
        return "<" not in attribute.value
    if name == "label":
        return tag.name in {"option", "optgroup", "track", "menuitem"}
    if name == "value":
        return tag.name == "input" and (tag.get("type") or "").lower() in {
            "button",
            "submit",
            "reset",
        }
    return name == "abbr" and tag.name == "th"
