"""HTML to units: the text of blocks, and the attributes that people read."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from transflow.documents.anchors import Anchors
from transflow.documents.cutting import words
from transflow.documents.directives import Directives
from transflow.documents.html_inline import html_spans, plain
from transflow.documents.html_place import AttributePlace, HtmlPlace
from transflow.documents.html_text import attribute_text, collapsed
from transflow.documents.html_tokens import VOID, Attribute, Tag, Token, tokens
from transflow.documents.mapped import Mapped
from transflow.documents.sweep import Sweep
from transflow.documents.units import Units
from transflow.model import Span, SpanKind, UnitKind

__all__ = ["HtmlReader"]

BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "audio",
        "base",
        "blockquote",
        "body",
        "br",
        "button",
        "canvas",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "meta",
        "nav",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "ol",
        "optgroup",
        "option",
        "p",
        "param",
        "plaintext",
        "pre",
        "script",
        "search",
        "section",
        "select",
        "source",
        "style",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
        "video",
        "xmp",
    ]
) - {"br"}
"""Elements that end the sentence before them; every other one stands inside a sentence."""

_UNSEEN = frozenset("script style template textarea noembed noframes iframe xmp".split())  # noqa: SIM905
_ATTRIBUTES = frozenset(
    [
        "title",
        "alt",
        "aria-label",
        "aria-description",
        "aria-placeholder",
        "aria-roledescription",
        "aria-valuetext",
        "placeholder",
        "summary",
    ]
)
_META = frozenset(
    [
        "description",
        "title",
        "application-name",
        "og:title",
        "og:description",
        "og:site_name",
        "og:image:alt",
        "twitter:title",
        "twitter:description",
        "twitter:image:alt",
        "dcterms.title",
        "dcterms.description",
    ]
)
_KINDS = {
    "li": UnitKind.LIST_ITEM,
    "td": UnitKind.TABLE_CELL,
    "th": UnitKind.TABLE_CELL,
    "caption": UnitKind.CAPTION,
    "figcaption": UnitKind.CAPTION,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), UnitKind.HEADING),
}
_CLOSES = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table", "tbody", "thead", "tfoot"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select", "datalist"}),
}
"""Start tags that end an element left open: which ones, and how far up they are looked for."""

_KEEPS_P = frozenset(
    [
        "audio",
        "base",
        "body",
        "button",
        "canvas",
        "caption",
        "col",
        "colgroup",
        "frame",
        "head",
        "html",
        "iframe",
        "legend",
        "link",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "optgroup",
        "option",
        "param",
        "script",
        "select",
        "source",
        "style",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "video",
    ]
)
"""Blocks that do not end an open paragraph (HTML standard, "in body" insertion mode)."""


@dataclass(slots=True)
class _Element:
    name: str
    translate: bool
    kind: UnitKind
    switched: bool = False
    """An inline element that turns translation on inside a part that is not translated."""


@dataclass(slots=True)
class HtmlReader:
    """Reads documents, or the fragments inside a Markdown article one after the other."""

    units: Units
    line_of: Callable[[int], int]
    directives: Directives = field(default_factory=Directives)
    anchors: Anchors = field(default_factory=Anchors)
    stack: list[_Element] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Where an id may be put into a heading's start tag, and which."""
    meta: dict[str, str] = field(default_factory=dict)
    first_heading: str = ""
    mapped: Mapped = field(default_factory=lambda: Mapped("", (), ()))
    _run: list[Token] = field(default_factory=list)
    _attributes: list[tuple[Mapped, UnitKind, Any]] = field(default_factory=list)
    _skipped: int = -1
    """Depth of the element that a comment leaves out; -1 for none."""

    @property
    def hidden(self) -> bool:
        """Whether what stands here is not translated."""
        return bool(self.stack) and not self.stack[-1].translate

    def read(self, mapped: Mapped) -> None:
        """Read a document or the next fragment."""
        self.mapped = mapped
        for token in tokens(mapped.text):
            if token.kind == "tag":
                self._tag(token)
            elif token.kind == "text":
                self._text(token)
            elif token.kind == "comment":
                self._comment(token)
            elif token.kind == "raw":
                self._raw(token)
            elif self._run:
                self._run.append(token)
        self._flush()

    def _comment(self, token: Token) -> None:
        if self.directives.read(self.mapped.text[token.start : token.end]):
            self._flush()
        elif self._run:
            self._run.append(token)

    def _text(self, token: Token) -> None:
        parent = self.stack[-1] if self.stack else None
        if self.counts["svg"]:
            if parent and (
                parent.name in {"title", "desc"}
                or (self.units.options.svg_text and parent.name in {"text", "tspan", "textpath"})
            ):
                text = collapsed(self.mapped, [token])
                self._attributes.append((text, UnitKind.ATTRIBUTE, HtmlPlace()))
            if self._run:
                self._run.append(token)
            return
        if self._run or not self.hidden:
            self._run.append(token)

    def _raw(self, token: Token) -> None:
        """The text of `title`; of script, style and their like nothing is translated."""
        if self.stack and self.stack[-1].name == "title" and not self.hidden:
            text = collapsed(self.mapped, [token])
            self.meta.setdefault("title", text.text.strip())
            self.units.add(
                text,
                UnitKind.TITLE,
                HtmlPlace(),
                line=self.line_of(self.mapped.begin[token.start]),
                markable=False,
            )

    def _tag(self, token: Token) -> None:
        tag = token.tag
        assert tag is not None  # noqa: S101
        block = tag.name in BLOCK and not self.counts["svg"]
        if block:
            self._flush()
        if tag.closing:
            switched = self._end(tag.name)
            if self._run and not block:
                self._run.append(token)
            if switched:
                self._flush()
            return
        if block:
            self._implied(tag.name)
        inherited = self.stack[-1].translate if self.stack else True
        translate = self._translates(tag, inherited=inherited)
        switched = translate and not inherited and not block and not self._run
        if block and self.directives.take_skip():
            translate = False
        self._read_attributes(token, tag, block=block, translate=translate)
        if not block and (self._run or translate or not self.hidden):
            self._run.append(token)
        if tag.name in VOID or (tag.self_closing and self.counts["svg"]):
            return
        kind = _KINDS.get(tag.name) or (
            self.stack[-1].kind if self.stack and not block else _kind(self.stack)
        )
        self.stack.append(_Element(tag.name, translate, kind, switched))
        self.counts[tag.name] += 1
        if kind == UnitKind.HEADING and block and tag.get("id") is None:
            self.headings.append((self.mapped.begin[token.start] + 1 + len(tag.name), ""))

    def _translates(self, tag: Tag, *, inherited: bool) -> bool:
        if tag.name in _UNSEEN or (tag.name == "pre" and not self.units.options.pre_text):
            return False
        said = (tag.get("translate") or ("" if tag.get("translate") is None else "yes")).lower()
        if said in {"yes", "no"}:
            return said == "yes"
        if "notranslate" in (tag.get("class") or "").split():
            return False
        language = tag.get("lang")
        if language and tag.name != "html":
            own = self.units.options.locale.split("-")[0].lower()
            if language.split("-")[0].lower() != own and tag.name in BLOCK:
                return False
        return inherited

    def _end(self, name: str) -> bool:
        """Close the nearest element of this name; what was left open inside it goes too."""
        if not self.counts[name]:
            return False
        while self.stack:
            element = self.stack.pop()
            self.counts[element.name] -= 1
            if element.name == name:
                return element.switched
        return False

    def _implied(self, name: str) -> None:
        """End tags that authors leave out."""
        if self.counts["p"] and name not in _KEEPS_P:
            self._end_within(
                {"p"}, {"button", "td", "th", "caption", "table", "object", "template"}
            )
        if name in _CLOSES:
            self._end_within(*_CLOSES[name])

    def _end_within(self, names: set[str], limits: set[str]) -> None:
        if not any(self.counts[name] for name in names):
            return
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - 500), -1):
            if self.stack[index].name in names:
                for element in self.stack[index:]:
                    self.counts[element.name] -= 1
                del self.stack[index:]
                return
            if self.stack[index].name in limits:
                return

    def _read_attributes(self, token: Token, tag: Tag, *, block: bool, translate: bool) -> None:
        """Queue what people read in a tag's attributes."""
        if tag.name == "meta":
            self._meta(token, tag)
            return
        if not translate:
            return
        for attribute in tag.attributes:
            if attribute.start < 0 or not _readable(tag, attribute):
                continue
            text = attribute_text(self.mapped, attribute.start, attribute.end)
            kind = UnitKind.ALT if attribute.name == "alt" else UnitKind.ATTRIBUTE
            self._attributes.append((text, kind, AttributePlace(attribute.quote)))
        if block:
            self._add_attributes()

    def _meta(self, token: Token, tag: Tag) -> None:  # noqa: ARG002
        name = (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").lower()
        content = next((each for each in tag.attributes if each.name == "content"), None)
        if not name or content is None or content.start < 0:
            return
        if name not in _META or tag.get("translate") == "no" or self.hidden:
            self.meta.setdefault(name, content.value)
            return
        self.meta.setdefault(name, content.value)
        text = attribute_text(self.mapped, content.start, content.end)
        kind = UnitKind.TITLE if name.endswith("title") else UnitKind.ATTRIBUTE
        self._attributes.append((text, kind, AttributePlace(content.quote)))
        self._add_attributes()

    def _add_attributes(self) -> None:
        for text, kind, place in self._attributes:
            line = self.line_of(text.begin[0]) if text.text else 0
            self.units.add(
                text, kind, place, line=line, inner=True, first_on_line=False, markable=False
            )
        self._attributes = []

    def _flush(self) -> None:
        """Make a unit of the run of text and inline tags read since the last block."""
        run, self._run = self._run, []
        if run and any(token.kind == "text" for token in run):
            self._unit(run)
        self._add_attributes()

    def _unit(self, run: list[Token]) -> None:
        element = self.stack[-1] if self.stack else None
        text = collapsed(self.mapped, run, keep_space=bool(self.counts["pre"]))
        spans = html_spans(text.text)
        start, end, spans = unwrap(text.text, spans)
        if start >= end:
            return
        sweep = Sweep(spans)
        breaks = [
            (span.start, span.end)
            for span in spans
            if span.dest == "br" and span.atomic and sweep.at(span.start) == [span]
        ]
        kind = element.kind if element else UnitKind.PARAGRAPH
        if kind == UnitKind.HEADING:
            shown = " ".join(plain(words(text.text, spans)).split())
            self.units.heading = shown
            self.first_heading = self.first_heading or shown
            if self.headings and not self.headings[-1][1]:
                self.headings[-1] = (self.headings[-1][0], self.anchors.make(shown))
        self.units.notes, self.units.context = self.directives.notes, self.directives.context
        added = self.units.add(
            text.cut(0, end),
            kind,
            HtmlPlace(),
            spans=spans,
            breaks=[(0, start), *breaks] if start else breaks,
            line=self.line_of(text.begin[start]),
            first_on_line=False,
        )
        if added:
            self.directives.notes, self.directives.context = [], ""


def _kind(stack: Sequence[_Element]) -> UnitKind:
    """The kind a plain block (p, div) has where it stands."""
    for element in reversed(stack[-8:]):
        if element.name in {"li", "td", "th", "figcaption", "caption"}:
            return element.kind
    return UnitKind.PARAGRAPH


def _readable(tag: Tag, attribute: Attribute) -> bool:
    name = attribute.name
    if name in _ATTRIBUTES:
        return True
    if name == "label":
        return tag.name in {"option", "optgroup", "track", "menuitem"}
    if name == "value":
        return tag.name == "input" and (tag.get("type") or "").lower() in {
            "button",
            "submit",
            "reset",
        }
    return name == "abbr" and tag.name == "th"


def unwrap(text: str, spans: list[Span]) -> tuple[int, int, list[Span]]:
    """The part of a text inside tags that stand at its edges or enclose all of it.

    Args:
        text: The text.
        spans: Its constructs, outer before inner.
    """
    start, end = 0, len(text)
    loose = {SpanKind.HTML, SpanKind.IMAGE, SpanKind.COMMENT}
    singles = {span.end: span for span in spans if span.atomic and span.kind in loose}
    first = 0
    while start < end:
        span = spans[first] if first < len(spans) else None
        last = singles.get(end)
        if text[start].isspace():
            start += 1
        elif text[end - 1].isspace():
            end -= 1
        elif span and span.start < start:
            first += 1
        elif span and span.start == start and span.atomic and span.kind in loose:
            start, first = span.end, first + 1
        elif (
            span and (span.start, span.end) == (start, end) and span.kind in loose | {SpanKind.LINK}
        ):
            start, end, first = span.inner_start, span.inner_end, first + 1
        elif last and last.start >= start:
            end = last.start
        else:
            break
    return start, end, [span for span in spans if start <= span.start and span.end <= end]
