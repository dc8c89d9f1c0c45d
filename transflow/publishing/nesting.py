"""What may stand in what: HTML's content models, where a parser does not see to them.

An HTML5 parser takes `<b><p>` and `<td><span><ul>` as they are, but no checker does, and neither
may a page that an author's unclosed tag reaches.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from transflow.publishing.markup import Tag

__all__ = ["HEADINGS", "in_order"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = HEADINGS | {
    "article", "blockquote", "details", "div", "dl", "figure", "hr", "ol", "p", "pre", "section",
    "table", "ul",
}  # fmt: skip
_INLINE = frozenset({
    "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var",
})  # fmt: skip
_LIKE_PARENT = frozenset({"a", "del", "ins"})
_VOID = frozenset({"br", "col", "hr", "img", "input", "source", "wbr"})
_PARENTS = {
    "li": {"ul", "ol"}, "dt": {"dl"}, "dd": {"dl"}, "figcaption": {"figure"},
    "summary": {"details"},
}  # fmt: skip
_NEEDED = {"bdo": "dir", "time": "datetime"}
_CELLS = re.compile("[1-9][0-9]{0,2}")
_VALUES = {
    "colspan": _CELLS, "rowspan": _CELLS, "dir": re.compile("ltr|rtl|auto"),
    "lang": re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "datetime": re.compile(r"-?\d[\dT:.Z+ W-]*|P[\dDTHMS.]+"),
}  # fmt: skip
"""Values of another shape are left out."""


@dataclass
class _Walk:
    out: list[str | Tag] = field(default_factory=list)
    open: list[Tag] = field(default_factory=list)
    dropped: set[int] = field(default_factory=set)
    """Identities of start tags that are not written, nor their ends."""
    ids: set[str] = field(default_factory=set)

    def start(self, tag: Tag) -> None:
        self._mend(tag)
        if tag.name in _BLOCKS:
            if any(one.name in HEADINGS for one in self.open):
                self.dropped.add(id(tag))
            else:
                self._free()
        if tag.name not in _VOID:
            self.open.append(tag)
        self.out.append(tag)

    def end(self, tag: Tag) -> None:
        begin = self.open.pop() if self.open else tag
        tag.name = begin.name
        if id(begin) in self.dropped:
            self.dropped.add(id(tag))
        self.out.append(tag)

    def _free(self) -> None:
        """No inline element is around a block; one that says a state becomes a block itself."""
        for one in reversed(self.open):
            if one.name in _INLINE:
                if "data-state" in one.attributes:
                    one.name = "div"
                else:
                    self.dropped.add(id(one))
            elif one.name not in _LIKE_PARENT:
                return

    def _parent(self) -> str:
        """The element that is open; groups in a `dl` do not count."""
        parent = self.open[-1].name if self.open else ""
        grouped = parent == "div" and len(self.open) > 1 and self.open[-2].name == "dl"
        return "dl" if grouped else parent

    def _mend(self, tag: Tag) -> None:
        if tag.name in _PARENTS and self._parent() not in _PARENTS[tag.name]:
            tag.name = "div"
        for key in tag.attributes.keys() & _VALUES.keys():
            if not _VALUES[key].fullmatch(tag.attributes[key]):
                del tag.attributes[key]
        if "value" in tag.attributes and (tag.name != "li" or self._parent() != "ol"):
            del tag.attributes["value"]
        if tag.name in _NEEDED and _NEEDED[tag.name] not in tag.attributes:
            tag.name = "span"
        if not tag.attributes:
            return
        name = tag.attributes.pop("name", "")
        identity = tag.attributes.setdefault("id", name) if name else tag.attributes.get("id", "")
        if identity in self.ids:
            del tag.attributes["id"]
        elif identity:
            self.ids.add(identity)


def in_order(pieces: Iterable[str | Tag]) -> list[str | Tag]:
    """The pieces of a sanitized body, each tag where it may be; an id is given once.

    Args:
        pieces: Text and tags, balanced, as `markup.walk` gives them; tags are changed.
    """
    work = _Walk()
    for piece in pieces:
        if isinstance(piece, str):
            work.out.append(piece)
        elif piece.end:
            work.end(piece)
        else:
            work.start(piece)
    return [piece for piece in work.out if id(piece) not in work.dropped]
