"""The tree of a saved page: its texts and its main part."""

from collections.abc import Callable, Iterator
from typing import Any

__all__ = [
    "ASIDES",
    "BLOCKS",
    "HEADINGS",
    "UNSEEN",
    "Kept",
    "cell_rows",
    "is_short",
    "letters",
    "main_part",
    "page_tree",
    "runs",
    "runs_but",
    "runs_without",
    "words",
]

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav noscript ol p pre search section summary
table tbody td tfoot th thead tr ul video audio
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that begin a line of their own."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNSEEN = frozenset(
    "script style template head link meta svg select option textarea button input object".split()  # noqa: SIM905
)
ASIDES = {
    "nav": "a menu",
    "aside": "an aside",
    "form": "a form",
    "footer": "a footer",
    "noscript": "for browsers without scripts",
}
"""Elements beside the text, in words."""
_OF_HEAD = frozenset(
    "title meta link base style script noscript template bgsound basefont noframes".split()  # noqa: SIM905
)
"""Elements that a head may have; any other is where the body begins, though its tag is left out."""
_ENOUGH = 25
"""Letters of a text that is not by chance in another place too."""


def letters(text: str) -> str:
    """What of a text two ways to write it have in common."""
    return "".join(filter(str.isalnum, text)).casefold()


def words(node: Any) -> str:
    """The text of an element, its blocks and lines apart."""
    return " ".join(runs(node))


def is_short(node: Any, limit: int) -> bool:
    """Whether the text of an element has no more letters; a long one is not read to its end."""
    length = 0
    for text in node.itertext():
        length += len(text)
        if length > limit:
            return False
    return True


def page_tree(page: str) -> Any:
    """The page as lxml reads it, tables that only lay it out made blocks."""
    from lxml import html  # noqa: PLC0415 - an extra

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = html.document_fromstring(page.encode("utf-8", "replace") or b"<p>", parser=parser)
    _begin_body(root)
    for table in [each for each in root.iter("table") if _lays_out(each)]:
        for part in [table, *(each for each in table.iterdescendants() if _own_part(each, table))]:
            part.tag = "div"
    for entry in list(root.iter("dt", "dd")):
        above = next(entry.iterancestors("dl", "dt", "dd"), None)
        if above is not None and above.tag != "dl":  # left open where this one begins
            above.addnext(entry)
    for link in list(root.iter("a")):
        _link_inside(link)
    for formula in root.iter("math"):
        _as_tex(formula)
    return root


def _begin_body(root: Any) -> None:
    """Give the body what begins it: lxml leaves elements that it does not know in a head that is not closed."""
    head, body = root.find("head"), root.find("body")
    foreign = [] if head is None else [each for each in head if each.tag not in _OF_HEAD]
    if not foreign:
        return
    if body is None:
        head.addnext(body := head.makeelement("body"))
    body[:0] = head[head.index(foreign[0]) :]


def cell_rows(table: Any) -> list[list[Any]]:
    """The cells of a table, row by row; those of tables in it are not among them."""
    rows = (each for each in table.iter("tr") if _table_of(each) is table)
    return [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]


def _table_of(node: Any) -> Any:
    return next(node.iterancestors("table"), None)


def _own_part(node: Any, table: Any) -> bool:
    names = {"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
    return node.tag in names and _table_of(node) is table


def _lays_out(table: Any) -> bool:
    """Whether a cell has what no cell of a table has: headings, paragraphs, another table."""
    if table.get("role") in {"presentation", "none"}:
        return True
    return any(
        cell.find(f".//{name}") is not None
        for row in cell_rows(table)
        for cell in row
        for name in ("h1", "h2", "h3", "blockquote", "table", "p[2]")
    )


def _link_inside(link: Any) -> None:
    """A link around one block becomes a link in it, which Markdown can say."""
    if len(link) != 1 or link[0].tag not in BLOCKS or (link.text or link[0].tail or "").strip():
        return
    inner = link[0]
    link.tag, inner.tag = inner.tag, link.tag
    outside, inside = dict(link.attrib), dict(inner.attrib)
    for node, attributes in ((link, inside), (inner, outside)):
        node.attrib.clear()
        node.attrib.update(attributes)


def _as_tex(formula: Any) -> None:
    """A formula that says itself in TeX too holds only that."""
    notes = [
        each for each in formula.iter("annotation") if "tex" in (each.get("encoding") or "").lower()
    ]
    if tex := (notes[0].text if notes else formula.get("alttext")) or "":
        for child in list(formula):
            formula.remove(child)
        formula.text = " ".join(tex.split())


def runs(node: Any) -> Iterator[str]:
    """The texts of an element that people see, one for each block or line."""
    return _parted(_text(node, lambda _: False))


def runs_without(node: Any, left: set[Any]) -> Iterator[str]:
    """The texts of an element but for those of some elements in it."""
    return runs_but(node, left.__contains__)


def runs_but(node: Any, passed: Callable[[Any], bool]) -> Iterator[str]:
    """The texts of an element but for those of what a test passes over."""
    return _parted(_text(node, passed))


def _parted(texts: Iterator[str]) -> Iterator[str]:
    for text in "".join(texts).split("\0"):
        if seen := " ".join(text.split()):
            yield seen


def _text(node: Any, passed: Callable[[Any], bool]) -> Iterator[str]:
    edge = "\0" if node.tag in BLOCKS or node.tag == "br" else ""
    if passed(node) or node.tag in UNSEEN:
        yield edge
        return
    yield edge + (node.text or "")
    for child in node:
        yield from _text(child, passed)
        yield child.tail or ""
    yield edge


class Kept:
    """What trafilatura takes for the page's main text."""

    def __init__(self, text: str) -> None:
        self._letters = letters(text)
        self.size = len(self._letters)

    def has(self, text: str) -> bool:
        """Whether a text is in it, and not by chance."""
        return len(own := letters(text)) >= _ENOUGH and own in self._letters

    def any_of(self, node: Any, *, short: bool = False) -> bool:
        """Whether a text of an element is in it; a `short` one tells too."""
        return any(
            self.has(text) or (short and (own := letters(text)) != "" and own in self._letters)
            for text in runs(node)
        )


def main_part(root: Any, kept: Kept) -> Any:
    """The page's `main` or `article` around what is kept, else the smallest element around all of it."""
    body = root.find("body")
    body = root if body is None else body
    holders = [each for each in body.iter(*BLOCKS) if _holds(each, kept)]
    if not holders:
        return body
    chains = [[*reversed(list(each.iterancestors())), each] for each in holders]
    shared = [level[0] for level in zip(*chains, strict=False) if len(set(level)) == 1]
    around = [
        each for each in shared if each.tag in {"main", "article"} or each.get("role") == "main"
    ]
    part = around[0] if around else shared[-1]
    while part.tag not in {"article", "body", "div", "main", "section"} and part is not body:
        part = part.getparent()
    return part


def _holds(node: Any, kept: Kept) -> bool:
    """Whether an element has kept text that is in none of its blocks."""
    if any(each.tag in ASIDES for each in (node, *node.iterancestors())):
        return False
    blocks = set(node.iterchildren(*BLOCKS))
    return any(map(kept.has, runs_without(node, blocks)))
