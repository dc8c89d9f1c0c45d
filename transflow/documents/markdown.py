"""Markdown articles: CommonMark with GFM, footnotes, alerts, definition lists, front matter."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial

from transflow.documents import admonitions
from transflow.documents.admonitions import Admonition
from transflow.documents.anchors import Anchors, Unnamed, heading_list
from transflow.documents.cutting import Options
from transflow.documents.definitions import Definition, leading, loose
from transflow.documents.directives import Directives
from transflow.documents.frontmatter import add_values, read_front_matter
from transflow.documents.html_place import HtmlPlace
from transflow.documents.html_tokens import Tag
from transflow.documents.html_units import HtmlReader
from transflow.documents.mapped import Mapped, identity
from transflow.documents.md_blocks import Block, blocks, line_starts, parted, text_ranges
from transflow.documents.md_code import commented, is_caption, is_code, outside_code
from transflow.documents.md_components import masked_components
from transflow.documents.md_in_html import holds_blocks, indented, leaves, one_paragraph
from transflow.documents.md_indented import indented_text
from transflow.documents.md_inline import markdown_spans
from transflow.documents.md_inner import Form, Inner, title_text
from transflow.documents.md_jsx import quoted_expressions
from transflow.documents.md_place import AltPlace, MarkdownPlace, TitlePlace
from transflow.documents.md_references import label_key
from transflow.documents.md_source import MarkdownSource
from transflow.documents.md_tables import masked_tables
from transflow.documents.md_unit import join_lines, shown, unit_text
from transflow.documents.md_values import PLACES, FencePlace, TagPlace
from transflow.documents.myst_options import option_values
from transflow.documents.plan import Place
from transflow.documents.protect import code_regions, masked_tags, protected
from transflow.documents.tags import kept
from transflow.documents.text_lines import is_end_mark
from transflow.documents.units import Units
from transflow.model import UnitKind

__all__ = ["read_markdown"]

_ALERT = re.compile(r"\[![A-Za-z]+\][+-]?[ \t]*")
_FORMS = ("block", "heading", "cell")
_WITH_TEXT = frozenset({"Paragraph", "Heading", "TableCell"})


def read_markdown(source: str, path: str, options: Options) -> MarkdownSource:
    """Read a Markdown article.

    Args:
        source: Its text, without a byte order mark.
        path: Its path, for errors.
        options: How to read it.

    Raises:
        ArticleError: If its front matter is broken.
    """
    front = read_front_matter(source, path, options.front_matter)
    reader = _Reader(source, Units(options), titled=bool(front.meta.get("title")))
    add_values(reader.units, front.values)
    reader.read(front.end)
    return MarkdownSource(
        reader.units.plans,
        front,
        reader.attributes,
        reader.ids,
        reader.unnamed,
        reader.boxes,
        reader.marked,
        reader.definitions if reader.marked else "",
        reader.title,
    )


@dataclass(slots=True)
class _Reader:
    source: str
    units: Units
    titled: bool = False
    title: str = ""
    labels: frozenset[str] = frozenset()
    code: list[tuple[int, int]] = field(default_factory=list)
    """Regions between tags that hold code."""
    places: dict[str, MarkdownPlace] = field(default_factory=dict)
    """How texts are written in a block, a heading, a cell."""
    anchors: Anchors = field(default_factory=Anchors)
    directives: Directives = field(default_factory=Directives)
    attributes: list[tuple[int, int]] = field(default_factory=list)
    lines: list[tuple[int, int]] = field(default_factory=list)
    html: HtmlReader | None = None
    ids: dict[int, str] = field(default_factory=dict)
    unnamed: list[Unnamed] = field(default_factory=list)
    boxes: list[Admonition] = field(default_factory=list)
    marked: list[tuple[int, int]] = field(default_factory=list)
    definitions: str = ""

    def read(self, hidden: int) -> None:
        self.lines = line_starts(self.source)
        starts = [start for start, _ in self.lines]
        self.html = HtmlReader(
            self.units,
            lambda place: bisect_right(starts, place),
            self.directives,
            self.anchors,
            place=HtmlPlace(markdown=True),
        )
        if "{" in self.source or ":::" in self.source:
            self.code = code_regions(self.source, hidden)
        self.boxes = admonitions.find(self.source, self.lines, hidden)
        comments = commented(self.source, self.lines, hidden)
        masked = masked_tags(admonitions.masked(self.source, self.boxes, comments), hidden)
        tagged = quoted_expressions(masked_tables(masked, hidden))
        masked = masked_components(tagged, hidden)
        gaps = admonitions.bridges(self.lines, self.boxes)
        stops = admonitions.stops(self.boxes)
        found = list(parted(masked, blocks(masked, self.lines, hidden, gaps), stops))
        found = indented_text(tagged, found, masked, self.boxes)
        self.attributes += outside_code(comments, found)
        titles = self.boxes[::-1]
        texts: dict[int, Mapped] = {}
        heads: dict[int, tuple[list[Definition], int]] = {}
        for index, block in enumerate(found):
            if block.kind not in _WITH_TEXT:
                continue
            text = self._lines(block)
            if text.text[:6].lower() == "table:":
                text = text.cut(is_caption(self.source, found, index), len(text.text))
            texts[index] = text
            if text.text.startswith("[") and block.kind != "TableCell":
                heads[index] = leading(text)
        alone = loose(masked, self.lines, found, hidden)
        notes = [each.value.name for each in found if each.kind == "FootnoteDefinition"]
        both = [*(head for head, _ in heads.values()), *(each for each, _ in alone)]
        defined = [definition for definitions in both for definition in definitions]
        self.definitions = "\n\n".join(each.written for each in defined)
        self.labels = frozenset(each.label for each in defined) | {
            label_key(f"^{name}") for name in notes
        }
        self.places = {form: MarkdownPlace(form, self.labels) for form in _FORMS}
        left = -1
        for index, block in enumerate(found):
            while titles and titles[-1].line <= block.first:
                self._box_title(titles.pop())
            if 0 <= left < block.depth:
                continue
            left = -1
            if block.lines:
                self._block(block, texts.get(index), heads.get(index))
            elif self.directives.take_skip():
                left = block.depth
            elif block.kind == "Alert" and block.value.title:
                self._alert_title(block)
        while titles:
            self._box_title(titles.pop())
        for definitions, mapped in alone:
            self._definition_titles(definitions, mapped, 0)

    def _block(
        self, block: Block, text: Mapped | None, head: tuple[list[Definition], int] | None
    ) -> None:
        if block.kind == "HtmlBlock":
            self._html_block(block)
            return
        if self.directives.take_skip() or (self.html and self.html.hidden):
            self._spend()
            return
        if text is None or self._is_code(block, text):
            return
        if block.kind == "Paragraph" and not block.within and is_end_mark(text.text):
            return
        if head:
            self._definition_titles(head[0], text, block.first)
            text = text.cut(head[1], len(text.text))
        self.units.notes, self.units.context = self.directives.notes, self.directives.context
        if block.first == 1 and text.text.startswith("% ") and not self.titled:
            self._pandoc_title(block, text)
            return
        if block.kind == "Heading":
            added = self._heading(block, text)
        elif block.kind == "TableCell":
            added = self._text(block, text, UnitKind.TABLE_CELL, self.places["cell"])
        else:
            added = self._text(block, text, _kind(block), self.places["block"])
        if added:
            self._spend()

    def _is_code(self, block: Block, text: Mapped) -> bool:
        """Whether text is code to the site's generator, not words."""
        if self.code and self._in_code(block.lines[0][0], block.lines[-1][1]):
            return True
        if block.kind != "Paragraph" or not is_code(text.text):
            return False
        if not text.text.startswith("+-"):  # a drawn table is seen
            self.attributes.append((block.lines[0][0], block.lines[-1][1]))
        return True

    def _in_code(self, start: int, end: int) -> bool:
        index = bisect_right(self.code, (start, len(self.source))) - 1
        return index >= 0 and end <= self.code[index][1]

    def _spend(self) -> None:
        if self.directives.notes or self.directives.context:
            self.directives.notes, self.directives.context = [], ""

    def _lines(self, block: Block) -> Mapped:
        """The lines of a block's text."""
        if len(block.lines) == 1 and block.kind == "Paragraph" and not self.code:
            return identity(self.source, *block.lines[0])
        ranges = text_ranges(self.source, block)
        if (
            self.code
            and block.kind == "Paragraph"
            and not self._in_code(ranges[0][0], ranges[-1][1])
        ):
            # Code may begin right below words, or end right above them.
            while ranges and self._in_code(*ranges[-1]):
                ranges.pop()
            while ranges and self._in_code(*ranges[0]):
                del ranges[0]
        return join_lines(self.source, ranges, cell=block.kind == "TableCell")

    def _heading(self, block: Block, text: Mapped) -> bool:
        match = heading_list(text.text)
        explicit, level, listed = "", block.value.level, -1
        if match and match.start():
            listed = text.source(*match.span("list"))[0] if match["list"] else -1
            self.attributes.append(text.source(match.start(), match.end()))
            found = re.search(r"#([^\s{}]+)", match.group())
            explicit = match["named"] or (found[1] if found else "")
            text = text.cut(0, match.start())
        heading = shown(text.text)
        kind = UnitKind.HEADING
        if level == 1 and not self.titled:
            self.titled, self.title, kind = True, heading, UnitKind.TITLE
        name = self.anchors.make(heading, explicit)
        if text.text:
            self.ids[text.source(0, 0)[0]] = name
        if text.text and not explicit:
            end = text.source(0, len(text.text))[1]
            self.unnamed.append(Unnamed(level, name, end, listed))
        place = self.places["block" if block.value.setext else "heading"]
        self.units.heading = heading
        return self._text(block, text, kind, place)

    def _pandoc_title(self, block: Block, text: Mapped) -> None:
        """Add the title of a title block of Pandoc (`% Title`, `% Author`, `% Date`), which is on no page."""
        self.attributes.append((block.lines[0][0], block.lines[-1][1]))
        text = text.cut(2, len(text.text.partition("\n%")[0]))
        self.titled, self.title = True, shown(" ".join(text.text.split()))
        self._text(block, text, UnitKind.TITLE, self.places["heading"])

    def _text(
        self,
        block: Block,
        lines: Mapped,
        kind: UnitKind,
        place: MarkdownPlace,
        *,
        tags: bool = True,
    ) -> bool:
        """Add a block's text, then what stands inside its markup, and inside its `tags`."""
        unit = unit_text(lines, self.labels, self.units.options.known)
        spans = unit.spans and kept(unit.mapped.text, unit.spans, self.units.options.locale)
        added = self.units.add(
            unit.mapped,
            kind,
            place,
            spans=spans,
            breaks=unit.breaks,
            line=block.first,
            first_on_line=place.form == "block" or self._begins_row(block),
        )
        for inner in unit.inner:
            if inner.form is Form.ATTRIBUTE and not tags:
                continue
            if inner.form is Form.ARGUMENT and inner.name not in self.units.options.arguments:
                continue
            self._inner(inner, block.first, cell=place.form == "cell")
        return added

    def _begins_row(self, block: Block) -> bool:
        """Whether a block is a table's cell with no pipe before it."""
        if block.kind != "TableCell":
            return False
        start = self.lines[block.first - 1][0]
        return "|" not in self.source[start : block.lines[0][0]]

    def _inner(self, inner: Inner, line: int, *, cell: bool) -> None:
        place: Place
        if inner.form is Form.ALT:
            place = AltPlace(inner.label, cell, self.labels)
        elif inner.form is Form.TITLE:
            place = TitlePlace(inner.quote, cell)
        else:
            place = PLACES[inner.form](inner.quote, cell)
        kind = UnitKind.ALT if inner.name == "alt" else UnitKind.ATTRIBUTE
        self._attribute(inner.mapped, kind, place, line)

    def _attribute(self, mapped: Mapped, kind: UnitKind, place: Place, line: int) -> None:
        markup = isinstance(place, AltPlace)
        self.units.add(
            mapped,
            kind,
            place,
            spans=markdown_spans(mapped.text, self.labels) if markup else protected(mapped.text),
            line=line,
            inner=True,
            first_on_line=False,
            markable=False,
            plain=not markup,
        )

    def _box_title(self, box: Admonition) -> None:
        if self.directives.off:
            return
        if box.title:
            mark = self.source[box.header[0] + box.indent]
            place: Place = FencePlace() if mark == "`" else MarkdownPlace("heading")
            if self.source[box.title[1] :][:1] == '"':
                place = TagPlace('"', cell=False) if mark == ":" else TitlePlace('"')
            text = identity(self.source, *box.title)
            self.units.add(
                text,
                UnitKind.HEADING,
                place,
                spans=markdown_spans(text.text, self.labels),
                line=box.line,
                first_on_line=False,
            )

        first = self.lines[box.line - 1][1]
        add_values(self.units, list(option_values(self.source, first, box.header[1])))

    def _alert_title(self, block: Block) -> None:
        """Add what stands behind an alert's kind: `> [!tip]- Title`."""
        start, end = self.lines[block.first - 1]
        kind = _ALERT.search(self.source, start, end)
        if kind and not (self.directives.off or (self.html and self.html.hidden)):
            self.units.add(
                identity(self.source, kind.end(), end),
                UnitKind.HEADING,
                MarkdownPlace("heading"),
                line=block.first,
                first_on_line=False,
            )

    def _definition_titles(self, definitions: list[Definition], mapped: Mapped, line: int) -> None:
        for definition in definitions:
            if definition.title:
                part = title_text(mapped.cut(*definition.title))
                self._attribute(part, UnitKind.ATTRIBUTE, TitlePlace(definition.quote), line)

    def _html_block(self, block: Block) -> None:
        assert self.html is not None  # noqa: S101
        lines = list(block.lines)
        if self.code and not (lines := [line for line in lines if not self._in_code(*line)]):
            return
        mapped = join_lines(self.source, lines)
        if self.directives.read(mapped.text):
            return
        if self.directives.take_skip():
            self._spend()
            return
        self.html.markdown = partial(self._inside_html, block)
        self.html.read(mapped)

    def _inside_html(self, block: Block, text: Mapped, tag: Tag) -> bool:
        """Add text of an element whose content is Markdown: `<figure markdown="span">`."""
        first = len(self.units.plans)
        line = one_paragraph(text)
        self.marked.append(line.source(0, len(line.text)))
        found = []
        if holds_blocks(tag):
            found = list(leaves(indented(self.source, text), block))
        if not found or any(each.kind == "HtmlBlock" for each, _ in found):
            return self._text(block, line, UnitKind.PARAGRAPH, self.places["block"], tags=False)
        for each, part in found:
            if each.kind in _WITH_TEXT:
                head = leading(part)[1] if part.text.startswith("[") else 0
                self._block(each, part.cut(head, len(part.text)), None)
        return len(self.units.plans) > first


def _kind(block: Block) -> UnitKind:
    if block.within == "FootnoteDefinition":
        return UnitKind.FOOTNOTE
    return UnitKind.LIST_ITEM if block.within else UnitKind.PARAGRAPH
