"""Where the content of an HTML page is, and what around it is the site's own: menus, footers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transflow.documents.html_tokens import Tag, Token, tokens
from transflow.documents.plan import Plan

__all__ = ["LANDMARKS", "Content", "content", "notices"]

Range = tuple[int, int]
_CONTAINERS = ("article", "main", "body")
_TOPMOST = frozenset({"html", "head", "body", "main", "article"})
_ROLES = frozenset("alertdialog banner complementary contentinfo dialog navigation search".split())  # noqa: SIM905
_COOKIES = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])", re.IGNORECASE)
_MAYBE = re.compile(rf"cookie|consent|gdpr|role\s*=\s*[\"']?(?:{'|'.join(_ROLES)})", re.IGNORECASE)
_SECTIONS = ("article", "main", "section")
LANDMARKS = frozenset({*_CONTAINERS, "head", "section", "nav", "aside", "header", "footer"})
"""Elements whose places are asked for."""


@dataclass(frozen=True, slots=True)
class Content:
    """What of a page is shown."""

    start: int
    end: int
    cuts: tuple[Range, ...] = ()
    """What in it is left out."""
    beside: int = 0
    """How many sentences that are translated are not shown."""


def content(found: Mapping[str, Sequence[Token]], plans: Sequence[Plan], source: str) -> Content:
    """The content: of the only `article`, else of `main`, else of `body`.

    Where text stands outside that is no menu, footer or the like, the next wider element is
    taken, without its menus and footers: what an author wrote vanishes from no page.

    Args:
        found: Tags of landmarks, by name, in order.
        plans: The page's units.
        source: Its text.
    """
    size = len(source)
    shown = [plan for plan in plans if plan.markable and not plan.inner and plan.slots]
    furniture = [*_furniture(found), *notices(source)]
    inner: Range | None = None
    for start, end in _containers(found, size):
        inner = inner or (start, end)
        around = [each for each in furniture if not _inside(each, inner)]
        cuts = [each for each in around if _inside(each, (start, end)) and not _inside(inner, each)]
        outside = [p for p in shown if not start <= p.slots[0].start < end]
        if all(any(a <= p.slots[0].start < b for a, b in furniture) for p in outside):
            cut = [p for p in shown if any(a <= p.slots[0].start < b for a, b in cuts)]
            return Content(start, end, tuple(cuts), sum(len(p.slots) for p in (*outside, *cut)))
    return Content(0, size, tuple(_elements(found.get("head", ()))))


def _containers(found: Mapping[str, Sequence[Token]], size: int) -> list[Range]:
    """The insides of the elements of which there is one each, narrowest first."""
    ranges = []
    for name in _CONTAINERS:
        opening = [token for token in found.get(name, ()) if token.tag and not token.tag.closing]
        closing = [token for token in found.get(name, ()) if token.tag and token.tag.closing]
        if len(opening) == 1:
            end = closing[-1].start if closing and closing[-1].start > opening[0].end else size
            ranges.append((opening[0].end, end))
    return ranges


def _furniture(found: Mapping[str, Sequence[Token]]) -> list[Range]:
    """Menus and asides, and the headers and footers that are the site's, not a section's."""
    sections = [each for name in _SECTIONS for each in _elements(found.get(name, ()))]
    sites = [
        each
        for name in ("header", "footer")
        for each in _elements(found.get(name, ()))
        if not any(_inside(each, section) for section in sections)
    ]
    return [*sites, *_elements(found.get("nav", ())), *_elements(found.get("aside", ()))]


def notices(source: str) -> list[Range]:
    """Elements that say of themselves that they are the site's: by their role, or as a notice about cookies."""
    if not _MAYBE.search(source):
        return []
    found: list[Range] = []
    name, depth, start = "", 0, 0
    for token in tokens(source):
        tag = token.tag
        if tag is None:
            continue
        if not name and not tag.closing and _is_notice(tag):
            name, depth, start = tag.name, 0, token.start
        if tag.name == name:
            depth += -1 if tag.closing else 1
            if not depth:
                found.append((start, token.end))
                name = ""
    return found


def _is_notice(tag: Tag) -> bool:
    if tag.name in _TOPMOST:
        return False
    if (tag.get("role") or "").lower() in _ROLES:
        return True
    return any(_COOKIES.search(tag.get(name) or "") for name in ("class", "id"))


def _elements(tokens: Sequence[Token]) -> list[Range]:
    """Whole elements of one name; one left open is none."""
    ranges, opened = [], []
    for token in tokens:
        if token.tag and not token.tag.closing:
            opened.append(token.start)
        elif opened:
            ranges.append((opened.pop(), token.end))
    return ranges


def _inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
