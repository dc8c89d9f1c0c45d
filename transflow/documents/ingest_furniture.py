"""What in a saved page is furniture of its site: menus, notices, buttons to share, cards for other pages."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from transflow.documents.ingest_lines import RELATED
from transflow.documents.ingest_tree import (
    ASIDES,
    HEADINGS,
    Kept,
    is_short,
    letters,
    runs,
    runs_but,
    runs_without,
    words,
)

__all__ = ["furniture", "is_linked", "is_trail", "others", "runs_around"]

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|cookies?|related|sidebar|menu|navbar|nav|navigation|pagination"
    r"|pager|skip|advert|ads|comments?|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:relatedposts|related-(?:posts|articles|stories|news|links|content)|more-(?:stories|news|articles|posts)"
    r"|(?:most-)?(?:read|popular|viewed)-(?:posts|stories|news|articles)|most-(?:read|popular|viewed)|recommended"
    r"|(?:post-)?tags|tag-(?:list|cloud|links)|feedback)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What the names of parts have in them that are no text, however much like one they read."""
_ASKS = re.compile(
    r"(?:^|[\s_-])(?:newsletter|sign-?up|subscri(?:be|ption)|share|sharing|sharedaddy|addtoany|social)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:^|[\s_-])(?:onetrust|cc-window|cc-banner|cookie-?(?:banner|bar|consent|law|message|modal|notice|popup)|gdpr)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"sharer\b|share\.php|/intent/(?:tweet|post|compose)|[/?&](?:share|sharing|shareArticle|share-offsite)(?:/url)?/?\?"
    r"|share\?(?:url|text|u)=|pin/create|reddit\.com/submit|//wa\.me/\?|//api\.whatsapp\.com/send|^whatsapp:|^mailto:\?",
    re.IGNORECASE,
)
"""Where a link leads that offers a page to others."""
_EDGE = re.compile(
    r"(?:^|[\s_-])(?:header|footer|masthead|banner|logo|copyright)(?:$|[\s_-])", re.IGNORECASE
)
"""What the names of a site's own parts above and below every page have in them."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ALL_LINKS = 0.9
_GOODS = re.compile(
    r"^(?:mailto|tel):|\.(?:csv|docx?|epub|mp[34]|od[pst]|pdf|pptx?|rtf|xlsx?|zip)(?:[?#]|$)",
    re.IGNORECASE,
)
"""Where links lead that are no menu: files to fetch, and people."""
_DOING = re.compile(r"#(?:top)?$|javascript:", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SMALL, _PROSE, _LONG, _BESIDE = 500, 60, 150, 30
"""Letters of a small part of a page, of prose below a heading, of prose, and beside links to share."""
_READ_ON = frozenset({"See also", "SEE ALSO", "See Also"})
"""What stands above links with words of the author about them, too."""
_LINE, _CARD = 80, 400
"""Letters of a line above links, and of what a card says of another page."""


def furniture(node: Any, kept: Kept) -> str:
    """What an element is that is no text of the article, in words; empty where it is text."""
    named = _named(node)
    if _shares(node):
        return "buttons to share"
    if _is_named_so(node, named, kept):
        return "furniture of the site"
    if node.get("hidden") is not None and _is_small(node, kept):
        return "hidden"
    if kept.any_of(node):
        return ""
    quoted = next(node.iterancestors("blockquote"), None) is not None
    if not (quoted and node.tag == "footer") and (why := ASIDES.get(node.tag, "")):
        return why
    if node.get("hidden") is not None or _HIDDEN.search(node.get("style") or ""):
        return "hidden"
    if node.get("role") == "navigation" or (_FURNITURE.search(named) and not _says_more(node)):
        return "furniture of the site"
    if _does_something(node):
        return "links"
    menu = not quoted and _is_menu(node) and not kept.any_of(node, short=True)
    return "links" if menu else ""


def runs_around(part: Any, kept: Kept) -> Iterator[str]:
    """The texts of a page outside its main part that are in no menu, header or footer."""
    above = set(part.iterancestors())

    def passed(node: Any) -> bool:
        if node in above:
            return False
        return node is part or _is_edge(node) or furniture(node, kept) != ""

    body = part.getroottree().getroot().find("body")
    return iter(()) if body is None else runs_but(body, passed)


def _is_edge(node: Any) -> bool:
    return node.tag in {"header", "footer"} or bool(_EDGE.search(_named(node)))


def _named(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_named_so(node: Any, named: str, kept: Kept) -> bool:
    """Whether the names of an element say that it is furniture, whatever of it is recognised as text."""
    named = _CAMEL.sub("-", named)
    if _NOTICE.search(named):
        return node.find(".//h1") is None
    if _ASKS.search(named) or (_OTHERS.search(named) and not _says_more(node)):
        return _is_small(node, kept)
    return False


def _is_small(node: Any, kept: Kept) -> bool:
    """Whether an element is so small beside the text that it cannot be around it."""
    return node.find(".//h1") is None and len(letters(words(node))) < max(_SMALL, kept.size // 3)


def _says_more(node: Any) -> bool:
    """Whether an element has prose of its own below a heading, or much of it, and leads nowhere: a box with key facts."""
    if next(node.iter("a", "button", "input", "form"), None) is not None:
        return False
    longest = max(map(len, runs(node)), default=0)
    return longest > (_PROSE if next(node.iter(*HEADINGS), None) is not None else _LONG)


def _shares(node: Any) -> bool:
    """Whether an element is links that offer this page to others."""
    targets = _targets(node)
    shares = sum(map(bool, map(_SHARE.search, targets)))
    if not shares or 2 * shares < len(targets):
        return False
    return len(letters(" ".join(runs_without(node, set(node.iter("a")))))) <= _BESIDE


def is_trail(node: Any, title: str) -> bool:
    """Whether an element is the way to this page: links, and its title without one."""
    if not _targets(node) or next(node.iter(*HEADINGS), None) is not None:
        return False
    return letters(" ".join(runs_without(node, set(node.iter("a"))))) == letters(title)


def others(part: Any, title: str, kept: Kept) -> set[Any]:
    """Headings with nothing but furniture below them; such as `More stories` with the cards for other pages.

    Args:
        part: The page's main part.
        title: Its title, which is above all of it.
        kept: What was recognised as the main text.
    """
    found: set[Any] = set()
    begun = False  # above the text, a heading says more about the title
    for head in part.iter(*HEADINGS, "p", "div"):
        if head.tag not in HEADINGS and not is_short(head, _LINE):
            begun = begun or (head.tag == "p" and kept.has(words(head)))
            continue
        text = words(head)
        related = RELATED.fullmatch(text.strip(" :…")) is not None and text[:8] not in _READ_ON
        if letters(text) == letters(title) or not (related or (begun and head.tag in HEADINGS)):
            continue
        below = _below(head, part, text)
        gone = [*takewhile(lambda each: _is_gone(each, kept, card=related), below)]  # noqa: B023
        if gone and (related or len(gone) == len(below)):
            found |= {head, *gone}
    return found


def _below(head: Any, part: Any, text: str) -> list[Any]:
    """The elements between a heading and the next one of its level; none where text stands right below it."""
    top = head
    while top is not part and is_short(top.getparent(), _CARD) and words(top.getparent()) == text:
        top = top.getparent()
    if top is part or (top.tail or "").strip():
        return []
    level = head.tag if head.tag in HEADINGS else "h6"
    section = takewhile(
        lambda each: each.tag not in HEADINGS or each.tag > level, top.itersiblings()
    )
    return [each for each in section if words(each) or (each.tail or "").strip()]


def _is_gone(node: Any, kept: Kept, *, card: bool) -> bool:
    if (node.tail or "").strip():
        return False
    return furniture(node, kept) != "" or (card and _is_card(node))


def _is_card(node: Any) -> bool:
    """Whether an element says no more than what another page is about."""
    targets = _targets(node)
    if not targets or any(map(_GOODS.search, targets)):
        return False
    whole = len(letters(words(node)))
    heads = sum(each.find(".//a") is not None for each in node.iter(*HEADINGS))
    return 2 * _linked(node) >= whole or whole <= _CARD * heads


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
    return _linked(node) >= _ALL_LINKS * len(letters(words(node)))


def _linked(node: Any) -> int:
    return sum(len(letters(words(link))) for link in node.iter("a") if link.get("href"))
