"""The tree of a saved page: its main part, and what in it is furniture of the site."""

import re
from collections.abc import Callable, Iterator
from typing import Any

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "UNSEEN",
    "Kept",
    "cell_rows",
    "furniture",
    "is_linked",
    "letters",
    "main_part",
    "page_tree",
    "runs",
    "runs_around",
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
_ASIDES = {
    "nav": "a menu",
    "aside": "an aside",
    "form": "a form",
    "footer": "a footer",
    "noscript": "for browsers without scripts",
}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|cookies?|related|sidebar|menu|navbar|nav|navigation|pagination"
    r"|pager|skip|advert|ads|comments?|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"(?:^|[\s_-])(?:header|footer|masthead|banner|logo|copyright)(?:$|[\s_-])", re.IGNORECASE
)
"""What the names of a site's own parts above and below every page have in them."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ENOUGH = 25
"""Letters of a text that is not by chance in another place too."""
_ALL_LINKS = 0.9
_GOODS = re.compile(
    r"^(?:mailto|tel):|\.(?:csv|docx?|epub|mp[34]|od[pst]|pdf|pptx?|rtf|xlsx?|zip)(?:[?#]|$)",
    re.IGNORECASE,
)
"""Where links lead that are no menu: files to fetch, and people."""
_DOING = re.compile(r"#(?:top)?$|javascript:", re.IGNORECASE)


def letters(text: str) -> str:
    """What of a text two ways to write it have in common."""
    return "".join(filter(str.isalnum, text)).casefold()


def words(node: Any) -> str:
    """The text of an element, its blocks and lines apart."""
    return " ".join(runs(node))


def page_tree(page: str) -> Any:
    """The page as lxml reads it, tables that only lay it out made blocks."""
    from lxml import html  # noqa: PLC0415 - an extra

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = html.document_fromstring(page.encode("utf-8", "replace") or b"<p>", parser=parser)
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
    return _parted(_text(node, left.__contains__))


def runs_around(part: Any, kept: "Kept") -> Iterator[str]:
    """The texts of a page outside its main part that are in no menu, header or footer."""
    above = set(part.iterancestors())

    def passed(node: Any) -> bool:
        if node in above:
            return False
        return node is part or _is_edge(node) or furniture(node, kept) != ""

    body = part.getroottree().getroot().find("body")
    return iter(()) if body is None else _parted(_text(body, passed))


def _is_edge(node: Any) -> bool:
    return node.tag in {"header", "footer"} or bool(_EDGE.search(_named(node)))


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
    if any(each.tag in _ASIDES for each in (node, *node.iterancestors())):
        return False
    blocks = set(node.iterchildren(*BLOCKS))
    return any(map(kept.has, runs_without(node, blocks)))


def furniture(node: Any, kept: Kept) -> str:
    """What an element is that is no text of the article, in words; empty where it is text."""
    if kept.any_of(node):
        return ""
    quoted = next(node.iterancestors("blockquote"), None) is not None
    if not (quoted and node.tag == "footer") and (why := _ASIDES.get(node.tag, "")):
        return why
    if node.get("hidden") is not None or _HIDDEN.search(node.get("style") or ""):
        return "hidden"
    if node.get("role") == "navigation" or _FURNITURE.search(_named(node)):
        return "furniture of the site"
    if _does_something(node):
        return "links"
    menu = not quoted and _is_menu(node) and not kept.any_of(node, short=True)
    return "links" if menu else ""


def _named(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_menu(node: Any) -> bool:
    """Whether an element is links to other pages and no more."""
    targets = _targets(node)
    many = len(targets) > 1 and not any(map(_GOODS.search, targets))
    return many and node.tag not in {"blockquote", *HEADINGS} and is_linked(node)


def _does_something(node: Any) -> bool:
    """Whether an element is no more than links that do something on this page: print it, go to its top."""
    targets = _targets(node)
    return bool(targets) and all(map(_DOING.match, targets)) and is_linked(node)


def _targets(node: Any) -> list[str]:
    return [link.get("href").strip() for link in node.iter("a") if link.get("href")]


def is_linked(node: Any) -> bool:
    """Whether an element is links and hardly more."""
    linked = sum(len(letters(words(link))) for link in node.iter("a") if link.get("href"))
    return linked >= _ALL_LINKS * len(letters(words(node)))
