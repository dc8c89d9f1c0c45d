"""Where the content of an HTML page is, and what around it is the site's own: menus, footers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from transflow.documents.html_tokens import Tag, Token, tokens
from transflow.documents.plan import Plan

__all__ = ["LANDMARKS", "Content", "content", "notices"]

Range = tuple[int, int]
_CONTAINERS = ("article", "main", "body")
_TOPMOST = frozenset({"html", "head", "body", "main", "article"})
_ROLES = frozenset("alertdialog banner complementary contentinfo dialog navigation search".split())  # noqa: SIM905
_COOKIES = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])", re.IGNORECASE)
_WORDS = ("cookie", "consent", "gdpr")
_ROLE = re.compile(rf"role\s*=\s*[\"']?(?:{'|'.join(sorted(_ROLES))})")
_MAIN = re.compile(r"role\s*=\s*[\"']?main")
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
    aside: frozenset[int] = frozenset()
    """Indexes of the units they are in, and of those in their attributes."""


def content(found: Mapping[str, Sequence[Token]], plans: Sequence[Plan], source: str) -> Content:
    """The content: of the only `article`, else of `main` (or what has its role), else of `body`.

    Where text stands outside that is no menu, footer or the like, the next wider element is
    taken, without its menus and footers: what an author wrote vanishes from no page. A `body`
    alone keeps its headers and footers, which may be the article's.

    Args:
        found: Tags of landmarks, by name, in order.
        plans: The page's units.
        source: Its text.
    """
    size, lowered = len(source), source.lower()
    shown = [plan for plan in plans if plan.markable and not plan.inner and plan.slots]
    sites = [*_furniture(found), *notices(source, lowered)]
    inner: Range | None = None
    for name, start, end in _containers(found, size, source, lowered):
        alone = name == "body" and inner is None
        inner = inner or (start, end)
        furniture = _said_to_be(found, source, lowered) if alone else sites
        around = [each for each in furniture if alone or not _inside(each, inner)]
        cuts = [each for each in around if _inside(each, (start, end)) and not _inside(inner, each)]
        outside = [p for p in shown if not start <= p.slots[0].start < end]
        if all(_among(p, furniture) for p in outside):
            cut = [p for p in shown if _among(p, cuts)]
            aside = [
                index
                for index, p in enumerate(plans)
                if p.slots
                and _among(p, furniture)
                and (_among(p, cuts) or not _among(p, [(start, end)]))
            ]
            beside = sum(len(p.slots) for p in (*outside, *cut))
            return Content(start, end, tuple(cuts), beside, frozenset(aside))
    return Content(0, size, tuple(_elements(found.get("head", ()))))


def _among(plan: Plan, ranges: Sequence[Range]) -> bool:
    return any(start <= plan.slots[0].start < end for start, end in ranges)


def _containers(
    found: Mapping[str, Sequence[Token]], size: int, source: str, lowered: str
) -> list[tuple[str, int, int]]:
    """The insides of the elements of which there is one each, narrowest first."""
    ranges: list[tuple[str, int, int]] = []
    for name in _CONTAINERS:
        if name == "body" and not any(one == "main" for one, _, _ in ranges):
            mains = _marked(source, _is_main) if "role" in lowered and _MAIN.search(lowered) else []
            ranges += [("main", *inside) for _, inside in mains if len(mains) == 1]
        opening = [token for token in found.get(name, ()) if token.tag and not token.tag.closing]
        closing = [token for token in found.get(name, ()) if token.tag and token.tag.closing]
        if len(opening) == 1:
            end = closing[-1].start if closing and closing[-1].start > opening[0].end else size
            ranges.append((name, opening[0].end, end))
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


def _said_to_be(found: Mapping[str, Sequence[Token]], source: str, lowered: str) -> list[Range]:
    """Menus, and what says by its role that it is one or the site's: all that a page without `main` loses."""
    roles = _marked(source, _has_role) if "role" in lowered and _ROLE.search(lowered) else []
    return [*_elements(found.get("nav", ())), *(whole for whole, _ in roles)]


def notices(source: str, lowered: str = "") -> list[Range]:
    """Elements that say of themselves that they are the site's: by their role, or as a notice about cookies."""
    lowered = lowered or source.lower()
    said = "role" in lowered and _ROLE.search(lowered)
    if not (said or any(word in lowered for word in _WORDS)):
        return []
    return [whole for whole, _ in _marked(source, _is_notice)]


def _marked(source: str, asked: Callable[[Tag], bool]) -> list[tuple[Range, Range]]:
    """Outermost elements whose opening tag is as asked, and their insides."""
    found: list[tuple[Range, Range]] = []
    name, depth, start, inside = "", 0, 0, 0
    for token in tokens(source):
        tag = token.tag
        if tag is None:
            continue
        if not name and not tag.closing and asked(tag):
            name, depth, start, inside = tag.name, 0, token.start, token.end
        if tag.name == name:
            depth += -1 if tag.closing else 1
            if not depth:
                found.append(((start, token.end), (inside, token.start)))
                name = ""
    return found


def _is_main(tag: Tag) -> bool:
    return tag.name not in _TOPMOST and (tag.get("role") or "").lower() == "main"


def _has_role(tag: Tag) -> bool:
    return tag.name not in _TOPMOST and (tag.get("role") or "").lower() in _ROLES


def _is_notice(tag: Tag) -> bool:
    if tag.name in _TOPMOST:
        return False
    return _has_role(tag) or any(_COOKIES.search(tag.get(name) or "") for name in ("class", "id"))


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
