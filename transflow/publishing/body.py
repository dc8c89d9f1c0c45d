"""From an article's HTML to the body of a page.

The HTML comes from the article's format and from translations, so it is sanitized first. Then it
is mended in one walk: anchors from the original, links to the reader's own locale, pictures with
their sizes, tables that scroll, notes with names, the state of every sentence.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import Protocol
from urllib.parse import quote

from transflow.publishing.elements import removed
from transflow.publishing.generators import without_tags
from transflow.publishing.headings import Slugs, split_explicit
from transflow.publishing.markup import Tag, text_of, walk
from transflow.publishing.nesting import HEADINGS, in_order
from transflow.publishing.sanitize import clean
from transflow.publishing.taglinks import linked

__all__ = ["Body", "Heading", "Link", "Picture", "Resolver", "polish"]

_RAW = frozenset({"code", "pre", "kbd", "samp"})
_LONE_IMAGE = re.compile(r"<p>((?:<span data-state=\"[a-z]+\">)?)(<img [^>]*>)((?:</span>)?)</p>")
_TITLE = re.compile(r' title="([^"]*)"')
_PIXELS = re.compile(r"0*([1-9]\d{0,4})(?:\.\d+)?(?:px)?")
_NO_ADDRESS = re.compile(r'[\s"<>\\^`{|}]')
"""What may not stand in an address as it is (RFC 3986)."""


@dataclass(frozen=True)
class Link:
    """Where a link of an article leads on a page."""

    href: str
    hreflang: str = ""
    """Set when the target is in another language than the page."""
    language: str = ""
    """That language's name in itself."""
    external: bool = False


@dataclass(frozen=True)
class Picture:
    """Where a picture of an article is on a page."""

    src: str
    width: int = 0
    height: int = 0


class Resolver(Protocol):
    """Knows where the targets of one article's links are, seen from one page."""

    def link(self, href: str) -> Link | None:
        """The target of a link; None leaves its words without a link."""

    def picture(self, src: str) -> Picture | None:
        """The file of a picture; None leaves its alternative text."""


@dataclass(frozen=True)
class Heading:
    """One heading of a body."""

    level: int
    id: str
    text: str
    lang: str = ""
    """Set when it is in the language of the original."""


@dataclass(frozen=True)
class Body:
    """A page's body."""

    html: str
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    """Ids of all headings of the article in order, with `` for the one that is the page's title."""
    ids: frozenset[str] = frozenset()
    """Everything a `#fragment` can lead to."""
    picture: str = ""
    """The first picture, as its article names it."""
    title_id: str = ""
    """The id of a heading that was left out of an original, because the page's title says the same."""
    unrun: tuple[str, ...] = ()
    """Tags of a site generator that were left out."""
    removed: tuple[str, ...] = ()
    """Kinds of players, frames and forms that were left out."""


@dataclass(frozen=True)
class Words:
    """The few words of page furniture inside a body."""

    table: str = "Table"
    notes: str = "Notes"
    back: str = "Back to the text"
    done: str = "Done"
    open: str = "To do"
    alerts: Mapping[str, str] = field(default_factory=dict)
    """Title that an alert without one of its own has in English -> the reader's word."""


def polish(
    html: str,
    *,
    resolver: Resolver,
    token: str = "",
    anchors: Sequence[str] | None = None,
    title: str = "",
    words: Words | None = None,
    said: Mapping[str, str] | None = None,
    typography: Callable[[str], str] | None = None,
    joints: Callable[[str], str] | None = None,
) -> Body:
    """Make a page's body.

    Args:
        html: The article's body, not sanitized, its sentences marked with `data-state`.
        resolver: Finds targets.
        token: What a `data-state` must begin with to be ours and not an author's.
        anchors: Anchors of the original's headings in order; None for the original itself.
        title: The page's title: a first heading that says the same is left out.
        words: Page furniture in the reader's language.
        said: Texts of attributes, and the attributes of an element that shows one.
        typography: Mends running text (escaped in, HTML out).
        joints: Mends what stands between the pieces of the whole.
    """
    work = _Polisher(resolver, token, anchors, title, words or Words(), said or {}, typography)
    bare, unrun = without_tags(linked(clean(html)))
    for piece in in_order(walk(bare)):
        if isinstance(piece, str):
            work.text(piece)
        elif piece.end:
            work.end(piece)
        else:
            work.start(piece)
    done = replace(work.body(), unrun=unrun, removed=removed(html))
    return replace(done, html=joints(done.html)) if joints else done


@dataclass
class _Polisher:
    resolver: Resolver
    token: str
    anchors: Sequence[str] | None
    title: str
    words: Words
    said: Mapping[str, str]
    typography: Callable[[str], str] | None
    out: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    slugs: Slugs = field(default_factory=Slugs)
    open_links: list[Link | None] = field(default_factory=list)
    raw: int = 0
    first_picture: str = ""
    title_id: str = ""
    alert: bool = False
    """In the title of an alert, outside any sentence."""
    heading: tuple[int, Tag] | None = None

    def text(self, piece: str) -> None:
        if self.alert:
            piece = self.words.alerts.get(piece, piece)
        self.out.append(self.typography(piece) if self.typography and not self.raw else piece)

    def start(self, tag: Tag) -> None:
        self._state(tag)
        if not tag.attributes.get("class", "-"):  # of an author's, none is left
            del tag.attributes["class"]
        self.alert = tag.attributes.get("class") == "markdown-alert-title"
        identity = tag.attributes.get("id", "")
        if identity.lower().startswith("tf-") or " " in identity or not identity:
            tag.attributes.pop("id", None)
        elif tag.name not in HEADINGS:
            self.ids.add(identity)
        if tag.name in _RAW:
            self.raw += 1
        handler = getattr(self, f"_start_{tag.name}", None)
        if handler is not None:
            handler(tag)
        elif tag.name in HEADINGS:
            self.heading = (len(self.out), tag)
            self.out.append("")
        else:
            self.out.append(str(tag))

    def end(self, tag: Tag) -> None:
        self.alert = False
        if tag.name in _RAW:
            self.raw = max(0, self.raw - 1)
        if tag.name in HEADINGS:
            self._end_heading()
        elif tag.name == "a":
            self._end_link()
        elif tag.name == "table":
            self.out.append("</table></div>")
        else:
            self.out.append(str(tag))

    def _state(self, tag: Tag) -> None:
        state = tag.attributes.pop("data-state", "")
        if self.token and state.startswith(f"{self.token}-"):
            name, _, line = state.removeprefix(f"{self.token}-").partition("-")
            tag.attributes["data-state"] = name
            if line:
                tag.attributes["data-line"] = line

    def _end_heading(self) -> None:
        if self.heading is None:
            return
        at, tag = self.heading
        self.heading = None
        inner, explicit = split_explicit("".join(self.out[at + 1 :]))
        words = text_of(inner)
        anchor = self._anchor(words, explicit or tag.attributes.get("id", ""))
        del self.out[at:]
        if not anchor or not (words or "<img" in inner):
            return
        level = max(2, int(tag.name[1]))
        tag.attributes["id"] = anchor
        self.ids.add(anchor)
        self.headings.append(Heading(level, anchor, words, _language(inner)))
        tag.name = f"h{level}"
        self.out += (str(tag), inner, f"</h{level}>")

    def _anchor(self, words: str, explicit: str) -> str:
        """The next heading's anchor; empty for a first heading that is the page's title."""
        number = len(self.found)
        if self.anchors is not None:
            anchor = self.anchors[number] if number < len(self.anchors) else f"section-{number + 1}"
        elif number == 0 and words and words == self.title:
            self.title_id = self.slugs.next(words, explicit)
            anchor = ""
        else:
            anchor = self.slugs.next(words, explicit)
        self.found.append(anchor)
        return anchor

    def _start_a(self, tag: Tag) -> None:
        href = tag.attributes.get("href")
        link = self.resolver.link(href) if href else None
        self.open_links.append(link)
        if link is None:
            if "id" in tag.attributes:
                self.out.append(f'<span id="{escape(tag.attributes["id"])}"></span>')
            return
        tag.attributes["href"] = _NO_ADDRESS.sub(lambda found: quote(found[0]), link.href)
        tag.attributes.pop("hreflang", None)
        if link.hreflang:
            tag.attributes |= {"hreflang": link.hreflang, "data-language": link.language}
        if link.external:
            tag.attributes["rel"] = "external noopener"
        if tag.attributes.get("class") == "footnote-backref":
            tag.attributes["aria-label"] = self.words.back
        self.out.append(str(tag))

    def _end_link(self) -> None:
        if self.open_links and self.open_links.pop() is not None:
            self.out.append("</a>")

    def _start_img(self, tag: Tag) -> None:
        alt = tag.attributes.get("alt", "")
        src = tag.attributes.get("src", "")
        picture = self.resolver.picture(src)
        if picture is not None:
            self.first_picture = self.first_picture or src
        else:
            marks = self.said.get(alt, "")
            self.out.append(f'<span class="no-picture"{marks}>{escape(alt)}</span>' if alt else "")
            return
        attributes = {"src": picture.src, "alt": alt, **_size(tag.attributes, picture)}
        candidates = self._srcset(tag.attributes.get("srcset", ""))
        if candidates:
            attributes["srcset"] = candidates
        for key in ("title", "lang", "dir", "id"):
            if key in tag.attributes:
                attributes[key] = tag.attributes[key]
        tag.attributes = {**attributes, "loading": "lazy", "decoding": "async"}
        self.out.append(str(tag))

    def _start_source(self, tag: Tag) -> None:
        candidates = self._srcset(tag.attributes.get("srcset", ""))
        if candidates:
            tag.attributes["srcset"] = candidates
            self.out.append(str(tag))

    def _srcset(self, value: str) -> str:
        found = []
        for candidate in value.split(","):
            src, *descriptor = candidate.split()[:2] or [""]
            picture = self.resolver.picture(src) if src else None
            if picture is not None:
                found.append(" ".join([picture.src, *descriptor]))
        return ", ".join(found)

    def _start_input(self, tag: Tag) -> None:
        if tag.attributes.get("type") != "checkbox":
            return
        done = "checked" in tag.attributes
        label, kind = (self.words.done, "done") if done else (self.words.open, "open")
        self.out.append(
            f'<span class="task {kind}" role="img" aria-label="{escape(label)}"></span>'
        )

    def _start_table(self, tag: Tag) -> None:
        label = escape(self.words.table)
        self.out.append(f'<div class="table" role="region" tabindex="0" aria-label="{label}">{tag}')

    def _start_pre(self, tag: Tag) -> None:
        tag.attributes |= {"tabindex": "0", "dir": "ltr"}
        self.out.append(str(tag))

    def _start_section(self, tag: Tag) -> None:
        if tag.attributes.get("class") == "footnotes":
            tag.attributes["aria-label"] = self.words.notes
        self.out.append(str(tag))

    def _start_td(self, tag: Tag) -> None:
        align = tag.attributes.pop("align", "")
        if align in {"left", "right", "center"}:
            tag.attributes["class"] = f"align-{align}"
        self.out.append(str(tag))

    _start_th = _start_td

    def _figure(self, match: re.Match[str]) -> str:
        """A picture alone in its paragraph is a figure, its title the caption."""
        image = match[2]
        title = _TITLE.search(image)
        if title is None:
            return f"<figure>{match[1]}{image}{match[3]}</figure>"
        image = image.replace(title[0], "", 1)
        marks = self.said.get(unescape(title[1]), "")
        begin, end = match[1], match[3]
        if marks and not begin:
            begin, end = f"<span{marks}>", "</span>"
        return f"<figure>{image}<figcaption>{begin}{title[1]}{end}</figcaption></figure>"

    def body(self) -> Body:
        html = _LONE_IMAGE.sub(self._figure, "".join(self.out))
        return Body(
            html,
            tuple(self.headings),
            tuple(self.found),
            frozenset(self.ids),
            self.first_picture,
            self.title_id,
        )


def _size(written: Mapping[str, str], picture: Picture) -> dict[str, str]:
    """The size of a picture as its author wants it, in the proportions of the file; else the file's."""
    wanted = {key: _PIXELS.fullmatch(written.get(key, "").strip()) for key in ("width", "height")}
    width, height = (int(found[1]) if found else 0 for found in wanted.values())
    if picture.width and picture.height:
        if width:
            height = height or round(width * picture.height / picture.width)
        elif height:
            width = round(height * picture.width / picture.height)
        else:
            width, height = picture.width, picture.height
    return {key: str(max(1, size)) for key, size in (("width", width), ("height", height)) if size}


def _language(inner: str) -> str:
    """The `lang` of a heading's first mark."""
    first = next((piece for piece in walk(inner) if not isinstance(piece, str)), None)
    marked = first is not None and "data-state" in first.attributes
    return first.attributes.get("lang", "") if first is not None and marked else ""
