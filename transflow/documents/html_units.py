"""HTML to units: the text of blocks, and the attributes that people read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from transflow.documents.anchors import Anchors
from transflow.documents.cutting import words
from transflow.documents.directives import Directives
from transflow.documents.html_content import LANDMARKS
from transflow.documents.html_inline import breaks, html_spans, pieces, plain
from transflow.documents.html_place import AttributePlace, HtmlPlace
from transflow.documents.html_rules import ABOUT, META, WITHIN, readable
from transflow.documents.html_stack import Element, OpenElements
from transflow.documents.html_text import attribute_text, collapsed, term_note, without_padding
from transflow.documents.html_titles import Titles
from transflow.documents.html_tokens import FOREIGN, VOID, Tag, Token, alone, left_open, tokens
from transflow.documents.its import read_rules
from transflow.documents.its_outline import Outline
from transflow.documents.mapped import Mapped
from transflow.documents.md_jsx import quoted_expressions
from transflow.documents.protect import LIQUID, bare_tags, paired, protected
from transflow.documents.sweep import Sweep
from transflow.documents.tags import kept, unwrap
from transflow.documents.units import Units
from transflow.model import Span, UnitKind

__all__ = ["HtmlReader"]

_BLANK = re.compile(r"(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)\s*")
_APART = re.compile(
    rf"{_BLANK.pattern}|(?m:^[ \t]*(?:(?:{LIQUID}|\{{#(?=\s)(?:(?!#\}}|\{{#)[^\r\n])*#\}}|<%[^%\r\n]*%>)[ \t]*)+$)"
)
"""A blank line, or one of nothing but tags of a template language."""
_LANGUAGE = frozenset({"lang", "xml:lang"})
_EMPTY = re.compile(r"<option[^<>]*>\s*(?:<|\Z)", re.IGNORECASE)
_INSIDE = ABOUT | WITHIN
_LANDMARKS = LANDMARKS | {"html", "meta"}


@dataclass(slots=True)
class HtmlReader:
    """Reads documents, or the fragments inside a Markdown article one after the other."""

    units: Units
    line_of: Callable[[int], int]
    directives: Directives = field(default_factory=Directives)
    anchors: Anchors = field(default_factory=Anchors)
    elements: OpenElements = field(default_factory=OpenElements)
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Where an id may be put into a heading's start tag, and which."""
    meta: dict[str, str] = field(default_factory=dict)
    landmarks: dict[str, list[Token]] = field(default_factory=dict)
    """Tags of the elements that say where the content is and what language it has."""
    odd: list[str] = field(default_factory=list)
    """Selectors of ITS rules that are not understood."""
    place: HtmlPlace = field(default_factory=HtmlPlace)
    markdown: Callable[[Mapped, Tag], bool] | None = None
    """In a Markdown article: adds the text of an element with the attribute `markdown`."""
    first_heading: str = ""
    mapped: Mapped = field(default_factory=lambda: Mapped("", (), (), ()))
    _run: list[Token] = field(default_factory=list)
    _attributes: list[tuple[Mapped, UnitKind, Any, str]] = field(default_factory=list)
    """Texts of attributes, and what is said of each."""
    _alone: int = -1
    """Where a tag begins that has the first line of a fragment to itself."""
    _notes: list[str] = field(default_factory=list)
    """ITS localization notes for the next unit."""
    _written: str = ""
    """What is read, if nothing was masked in it before."""

    @property
    def hidden(self) -> bool:
        """Whether what stands here is not translated."""
        return not self.elements.translate

    def read(self, mapped: Mapped) -> None:
        """Read a document or the next fragment."""
        self.mapped = mapped
        self._alone = alone(mapped.text) if self.place.markdown else -1
        if "its-rules" in mapped.text or "its+xml" in mapped.text:
            self._rules(mapped.text)
        markup = bare_tags(mapped.text)
        markup = quoted_expressions(markup) if self.place.markdown else markup
        self._written = markup if markup == mapped.text else ""
        for token in tokens(markup):
            kind = token.kind
            if kind == "tag":
                self._tag(token)
            elif kind == "text":
                self._text(token)
            elif kind == "comment":
                self._comment(token)
            elif kind == "raw":
                self._raw(token)
            elif self._run:
                self._run.append(token)
        self._flush()

    def _own_languages(self, tag: Tag) -> tuple[tuple[int, int], ...]:
        """Where a tag says the language that the article has anyway, and its direction.

        Not a link to the page in that language.
        """
        if not tag.has(_LANGUAGE) or tag.get("hreflang") is not None:
            return ()
        own = self.units.options.locale.split("-")[0].lower()
        found = [
            each
            for each in tag.attributes
            if each.name in _LANGUAGE
            if each.start >= 0 and each.value.split("-")[0].lower() == own
        ]
        if found:
            found += [each for each in tag.attributes if each.name == "dir" and each.start >= 0]
        return tuple(self.mapped.source(each.start, each.end) for each in found)

    def _comment(self, token: Token) -> None:
        if self.directives.read(self.mapped.text[token.start : token.end]):
            self._flush()
        elif self._run:
            self._run.append(token)

    def _text(self, token: Token) -> None:
        elements = self.elements
        if elements.counts["svg"]:
            self._drawn(token)
        elif not (elements.stack or self.place.markdown):
            self._paragraphs(token)
        elif self._run or not (
            self.mapped.text[token.start : token.end].isspace() or not elements.translate
        ):
            self._run.append(token)

    def _drawn(self, token: Token) -> None:
        """Text in a drawing."""
        parent = self.elements.top
        if parent and (
            parent.name in {"title", "desc"}
            or (self.units.options.svg_text and parent.name in {"text", "tspan", "textpath"})
        ):
            text = collapsed(self.mapped, [token])
            self._attributes.append((text, UnitKind.ATTRIBUTE, self.place, ""))
        if self._run:
            self._run.append(token)

    def _paragraphs(self, token: Token) -> None:
        """Text in no element: blank lines part its paragraphs, as WordPress keeps articles; so do lines of template tags."""
        at = token.start
        for blank in (*_APART.finditer(self.mapped.text, token.start, token.end), None):
            end = blank.start() if blank else token.end
            if at < end and (self._run or not self.mapped.text[at:end].isspace()):
                self._run.append(replace(token, start=at, end=end))
            if blank:
                self._flush()
                at = blank.end()

    def _raw(self, token: Token) -> None:
        """The text of `title`; of script, style and their like nothing is translated."""
        parent = self.elements.top
        if self._run and parent and not parent.block:
            self._run.append(token)
        elif parent and parent.name == "title" and not self.hidden:
            text = collapsed(self.mapped, [token])
            self.meta.setdefault("title", text.text.strip())
            tags = paired(text.text, protected(text.text))
            self.units.add(
                text,
                UnitKind.TITLE,
                self.place,
                spans=tags,
                breaks=self._titled(text.text, tags),
                line=self.line_of(self.mapped.place(token.start)),
                markable=False,
            )

    def _tag(self, token: Token) -> None:
        tag = token.tag
        assert tag is not None  # noqa: S101
        elements, name = self.elements, tag.name
        elements.place = self.mapped.place(token.start)
        if name in _LANDMARKS:
            self.landmarks.setdefault(name, []).append(token)
        if elements.foreign.open or name in FOREIGN:
            elements.leave_foreign(tag)
        block = elements.is_block(tag) or token.start == self._alone
        if block and self._run and name in _INSIDE and not tag.closing:
            within = name in WITHIN and self._worded()
            block = not (within or left_open(self._run))
        if block and (self._run or self._attributes):
            self._flush()
        if tag.closing:
            ended = elements.end(name)
            if self._run and not block:
                self._run.append(token)
                if ended and ended.term is not None:
                    self._notes.append(term_note(self.mapped.text, self._run, ended.term))
            if ended and (ended.switched or ended.block) and (self._run or self._attributes):
                self._flush()
            return
        if block:
            elements.imply(name)
        was_hidden = not elements.translate
        element = elements.start(tag, self.units.options, block=block)
        if tag.attributes and name != "html":
            element.languages = self._own_languages(tag)
        element.switched = element.translate and was_hidden and not block and not self._run
        if block and self.directives.take_skip():
            element.translate = element.labelled = False
        if (
            elements.rules
            and not (was_hidden or block)
            and elements.ruled_out(element, self.units.options)
        ):
            # A rule says so, not the tag: the sentence ends before it, as nothing in a
            # translation could tell that it is left alone.
            self._flush()
            element.block = True
        if not element.block:
            self._notes += element.notes
        if element.term is not None and block:
            self._notes.append(f"term ({element.term})" if element.term else "term")
        if tag.attributes:
            self._read_attributes(tag, element, token.start)
        elif element.block and self._attributes:
            self._add_attributes()
        if not element.block and (self._run or element.translate or not was_hidden):
            self._run.append(token)
        if name in VOID or (tag.self_closing and (name in FOREIGN or elements.inside("svg"))):
            elements.end(name)
        elif element.kind == UnitKind.HEADING and block and tag.get("id") is None:
            self.headings.append((self.mapped.place(token.start) + 1 + len(name), ""))

    def _rules(self, page: str) -> None:
        """Take in the page's ITS rules: they hold for what stands before them, too."""
        inside = False
        for token in tokens(page):
            tag = token.tag
            if tag and tag.name == "link" and (tag.get("rel") or "").lower() == "its-rules":
                self._linked(tag.get("href") or "")
            elif inside and token.kind == "raw":
                rules, odd = read_rules(page[token.start : token.end])
                self.elements.rules += rules
                self.odd += odd
            inside = bool(tag and tag.name == "script" and "its+xml" in (tag.get("type") or ""))
        if any(rule.pointer and rule.pointer.steps for rule in self.elements.rules):
            self.elements.elsewhere = Outline(page).text

    def _linked(self, href: str) -> None:
        """Take in rules from a file beside the article."""
        linked = self.units.options.linked
        text = linked(href) if linked else None
        if text is None:
            self.odd.append(f"(the rules in {href} were not read)")
            return
        rules, odd = read_rules(text, href)
        self.elements.rules += rules
        self.odd += odd

    def _read_attributes(self, tag: Tag, element: Element, start: int) -> None:
        """Queue what people read in a tag's attributes."""
        if tag.name == "meta":
            self._meta(tag)
            return
        component = self.place.markdown and self.mapped.text[start + 1].isupper()
        suggested = tag.name == "option" and self._suggested(tag, start)
        for attribute in tag.attributes:
            said = self.elements.attribute_rule(attribute.name)
            if said is None and tag.name == "link" and tag.get("hreflang"):
                continue  # the name of another language's page, in that language
            wanted = element.labelled and readable(tag, attribute, component=component)
            wanted = wanted or (suggested and attribute.name == "value")
            wanted = wanted if said is None else said
            if attribute.start < 0 or not wanted:
                continue
            text = attribute_text(self.mapped, attribute.start, attribute.end)
            kind = UnitKind.ALT if attribute.name == "alt" else UnitKind.ATTRIBUTE
            note = self.elements.attribute_note(attribute.name)
            place = AttributePlace(attribute.quote, self.place.markdown)
            self._attributes.append((text, kind, place, note))
        if element.block or (tag.name in VOID and not self._run):
            self._add_attributes()

    def _suggested(self, tag: Tag, start: int) -> bool:
        """Whether browsers show the value of an option, as it has no other words."""
        if not self.elements.inside("datalist") or tag.get("label") is not None:
            return False
        empty = _EMPTY.match(self.mapped.text, start) is not None
        return empty and any(map(str.isalpha, tag.get("value") or ""))

    def _meta(self, tag: Tag) -> None:
        name = (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").lower()
        content = next((each for each in tag.attributes if each.name == "content"), None)
        if not name or content is None or content.start < 0:
            return
        self.meta.setdefault(name, content.value)
        said = self.elements.attribute_rule("content")
        wanted = name in META if said is None else said
        if not wanted or tag.get("translate") == "no" or self.hidden:
            return
        text = attribute_text(self.mapped, content.start, content.end)
        kind = UnitKind.TITLE if name.endswith("title") else UnitKind.ATTRIBUTE
        place = AttributePlace(content.quote, self.place.markdown)
        self._attributes.append((text, kind, place, self.elements.attribute_note("content")))
        self._add_attributes()

    def _add_attributes(self) -> None:
        if not self._attributes:
            return
        notes = self.units.notes
        for text, kind, place, note in self._attributes:
            line = self.line_of(text.place(0)) if text.text else 0
            self.units.notes = [*notes, note] if note else notes
            tags = protected(text.text)
            self.units.add(
                text,
                kind,
                place,
                spans=tags,
                breaks=self._titled(text.text, tags) if kind is UnitKind.TITLE else (),
                line=line,
                inner=True,
                first_on_line=False,
                markable=False,
                plain=True,
            )
        self._attributes, self.units.notes = [], notes

    def _titled(self, text: str, tags: list[Span]) -> list[tuple[int, int]]:
        """Where a title is cut, not within template tags; one that the catalogs have whole stays so."""
        if text.strip() in self.units.options.known:
            return []
        sweep = Sweep(tags)
        return [at for at in Titles(self.mapped.text).breaks(text) if not sweep.at(at[0])]

    def _flush(self) -> None:
        """Make a unit of the run of text and inline tags read since the last block."""
        if run := self._run:
            self._run = []
            if run[0].kind == "text" or any(token.kind == "text" for token in run):
                self._unit(run)
        if self._attributes:
            self._add_attributes()

    def _worded(self) -> bool:
        text = self.mapped.text
        return any(t.kind == "text" and not text[t.start : t.end].isspace() for t in self._run)

    def _said(self) -> list[str]:
        """Notes of authors, of the blocks around, and of what is in the sentence."""
        notes = [*self.directives.notes, *self.elements.notes(), *self._notes]
        return list(dict.fromkeys(notes)) if notes else notes

    def _unit(self, run: list[Token]) -> None:
        element = self.elements.top
        if self.markdown and element and element.tag.get("markdown") not in {None, "0"}:
            self.units.notes, self._notes = self._said(), []
            self.units.context = self.directives.context
            if self.markdown(self.mapped.cut(run[0].start, run[-1].end), element.tag):
                self.directives.notes, self.directives.context = [], ""
            return
        keep_space = self.elements.inside("pre") or bool(element and element.preserve)
        text = collapsed(self.mapped, run, keep_space=keep_space)
        known = pieces(run, text.text, self._written) if len(run) > 1 else None
        spans = kept(text.text, html_spans(text.text, known), self.units.options.locale)
        start, end, spans = unwrap(text.text, spans)
        end = without_padding(text.text, end)
        if start >= end:
            return
        ends = breaks(spans) if spans else []
        kind = element.kind if element else UnitKind.PARAGRAPH
        if kind == UnitKind.HEADING:
            shown = " ".join(plain(words(text.text, spans)[start:end]).split())
            self.units.heading = shown
            self.first_heading = self.first_heading or shown
            if self.headings and not self.headings[-1][1]:
                self.headings[-1] = (self.headings[-1][0], self.anchors.make(shown))
        self.units.notes = self._said()
        self.units.context, self._notes = self.directives.context, []
        added = self.units.add(
            text.cut(0, end),
            kind,
            self.place,
            spans=spans,
            breaks=[(0, start), *ends] if start else ends,
            line=self.line_of(text.place(start)),
            first_on_line=False,
        )
        if added:
            self.directives.notes, self.directives.context = [], ""
