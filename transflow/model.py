"""What flows through the pipeline: plain frozen data, behaviour lives in the rooms.

Offsets are character offsets (Python `str` indices) into the text they speak of.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

__all__ = [
    "MERGED",
    "Article",
    "Draft",
    "Entry",
    "Finding",
    "Mark",
    "Message",
    "Provenance",
    "Segment",
    "Severity",
    "Span",
    "SpanKind",
    "State",
    "TermResult",
    "TermWay",
    "Unit",
    "UnitKind",
]

MERGED = "[[merged]]"
"""A translation that says: this sentence is rendered in its neighbour's."""

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def _numerous(cls: type[_T]) -> type[_T]:
    """A data class that is frozen to the type checker only.

    An article has tens of thousands of these, and one that is frozen takes six times as long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


class UnitKind(StrEnum):
    """What a translatable block of an article is; reviewers read it in the entry's `#.` line."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    CAPTION = "caption"
    ALT = "alt text"
    ATTRIBUTE = "attribute"
    FRONT_MATTER = "front matter"
    FOOTNOTE = "footnote"


class SpanKind(StrEnum):
    """What an inline piece that is not plain text is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    LINK = "link"
    IMAGE = "image"
    CODE = "code"
    HTML = "html"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    PROTECTED = "protected"


@_numerous
class Span:
    """An inline construct inside a segment's text.

    `text[start:end]` is the whole construct. A paired construct (emphasis, link, element) has
    its translatable content at `text[inner_start:inner_end]`, the markup around it is what an
    engine never sees. An atomic one (code, comment, image, void element, translate="no"
    content) has `inner_start == inner_end == start` and is never sent as words.
    """

    kind: SpanKind
    start: int
    end: int
    inner_start: int
    inner_end: int
    dest: str = ""
    """Link or image destination, or element name: what must match between msgid and msgstr."""

    @property
    def atomic(self) -> bool:
        """True where nothing inside is translated."""
        return self.inner_start == self.inner_end


@_numerous
class Segment:
    """One sentence of a unit, with its native inline markup: the msgid.

    `id` is unique in the article (`u12.s2`); equal texts have different ids and one entry.
    """

    id: str
    text: str
    kind: UnitKind
    spans: tuple[Span, ...] = ()
    context: str = ""
    """msgctxt an author's comment asked for; empty for none."""
    heading: str = ""
    """Text of the nearest heading above."""
    notes: tuple[str, ...] = ()
    """Authors' notes for the translator."""
    before: str = ""
    """White space of the source between the sentence before and this one, as written."""
    plain: bool = False
    """Its text is data, not markup of the article's format: a front-matter value, an attribute."""


@_numerous
class Unit:
    """One translatable block: its sentences in order."""

    id: str
    kind: UnitKind
    segments: tuple[Segment, ...]
    line: int = 0
    """1-based line in the source where the unit begins."""
    aside: bool = False
    """Whether it stands on no page: it is in the menus or the footer of an HTML document."""


Mark = Callable[[Segment], tuple[str, str]]
"""What to put before and after a segment's text in a page (HTML), for showing its state."""


@dataclass(frozen=True)
class Article:
    """One source document.

    `source` holds the bytes as read; `render` and `html` write them back with the texts given.
    """

    id: str
    path: str
    """Path relative to the project, with `/`."""
    format: str
    """`markdown`, `html` or `text`."""
    locale: str
    """BCP 47 tag of the source."""
    meta: Mapping[str, Any]
    """Front matter, or what an HTML head says (`title`, `description`, `date` ...), as plain data."""
    units: tuple[Unit, ...]
    source: bytes
    warnings: tuple["Finding", ...] = ()
    """What was odd but could be read (unclosed HTML, a skipped block)."""
    writer: Any = field(default=None, repr=False, compare=False)
    """The format's own plan for writing back; see transflow.documents."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All sentences in document order."""
        return tuple(segment for unit in self.units for segment in unit.segments)

    def render(self, texts: Mapping[str, str], locale: str | None = None) -> bytes:
        """The article in its own format with the given texts in place.

        Args:
            texts: Segment id -> translated text (msgstr form). A missing id, or a text equal to
                the segment's own, leaves the source bytes untouched.
            locale: BCP 47 tag of the texts: decides the spacing between sentences.
        """
        return self.writer.render(texts, locale or self.locale)  # type: ignore[no-any-return]

    def html(
        self, texts: Mapping[str, str], locale: str | None = None, mark: Mark | None = None
    ) -> str:
        """The article's body as HTML, **not sanitized**, each segment wrapped as `mark` says."""
        return self.writer.html(texts, locale or self.locale, mark)  # type: ignore[no-any-return]


class State(StrEnum):
    """Where an entry stands; derived from the file, see docs/architecture.md."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    EDITED = "edited"
    CHANGED = "changed"
    UNCONFIRMED = "unconfirmed"
    TRANSLATED = "translated"
    APPROVED = "approved"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What transflow wrote about an entry in its one translator comment.

    Hashes are short hex digests; an empty string means the key is absent.
    """

    source: str = ""
    engine: str = ""
    glossary: str = ""
    draft: str = ""
    approved: str = ""
    prev: str = ""
    seen: str = ""
    """For `edited`: of the msgstr as the last run saw it, so that a returned file can be judged."""
    machine: str = ""
    """Of the draft that a person's words replaced, which a returned file may bring without any comment."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the catalog of an article must contain for one distinct (msgctxt, msgid)."""

    msgid: str
    msgctxt: str = ""
    segments: tuple[str, ...] = ()
    """Ids of the segments that read it."""
    spans: tuple[Span, ...] = ()
    kind: UnitKind = UnitKind.PARAGRAPH
    reference: str = ""
    comments: tuple[str, ...] = ()
    """`#.` lines: unit kind and heading, author's notes, terms."""
    concepts: str = ""
    """Hash of the glossary concepts that match it in the catalog's locale; empty for none."""
    plain: bool = False
    """A segment of it is data: nothing in a draft may be escaped for the article's format."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One PO entry as read."""

    msgid: str
    msgstr: str
    state: State
    msgctxt: str = ""
    fuzzy: bool = False
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """Translator comments (`# `), provenance left out."""
    extracted: tuple[str, ...] = ()
    """`#.` lines."""
    references: tuple[str, ...] = ()
    previous_msgid: str = ""
    provenance: Provenance | None = None
    draft: str = ""
    """For `changed`: the new proposal in `#. draft:`."""
    line: int = 0
    """1-based line of the entry's `msgid`."""

    @property
    def key(self) -> tuple[str, str]:
        """(msgctxt, msgid), unique in a catalog among entries that are not obsolete."""
        return (self.msgctxt, self.msgid)

    @property
    def remembered(self) -> bool:
        """True for words that a person wrote elsewhere, brought here and not yet confirmed."""
        drawn = self.state in {State.DRAFT, State.EDITED} and self.provenance is not None
        return drawn and self.provenance.engine.startswith("memory")  # type: ignore[union-attr]


class TermWay(StrEnum):
    """How an approved term came to be in a draft."""

    FREE = "free"
    CONSTRAINED = "constrained"
    PLACEHOLDER = "placeholder"
    SPLICE = "splice"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TermResult:
    """One term of a segment and what became of it."""

    concept: str
    source: str
    """Source form as it stands in the text."""
    target: str
    """Target form found or placed; empty when failed."""
    way: TermWay


class Severity(StrEnum):
    """How much a finding weighs."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found."""

    rule: str
    severity: Severity
    message: str
    path: str = ""
    line: int = 0
    locale: str = ""
    msgctxt: str = ""
    msgid: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the engine room proposes for a segment."""

    text: str
    score: float = 0.0
    """Mean log-probability a token of the chosen hypothesis; 0.0 where none was decoded."""
    origin: str = ""
    """`argos/en_zh@1.9`, `memory`, `glossary`, `copy`."""
    alignment: tuple[tuple[int, int, int, int], ...] = ()
    """(source start, source end, target start, target end) of aligned words."""
    terms: tuple[TermResult, ...] = ()
    findings: tuple[Finding, ...] = ()
