"""What is said about an article: its front matter in the reader's language, with states.

Titles, summaries and captions are units like any other; here their sentences are put together
again, so that lists, feeds and metadata show what the page shows.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Day  # noqa: N812 - `date` is a field
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from transflow.bcp47 import direction, sentence_space
from transflow.documents import plain, spans
from transflow.documents.emoji import with_emoji
from transflow.documents.timing import moment
from transflow.model import MERGED, Article, Segment, SpanKind, Unit, UnitKind
from transflow.publishing.gate import Verdict
from transflow.publishing.generators import untagged
from transflow.publishing.sanitize import isolate
from transflow.publishing.typography import spacing

__all__ = ["Facts", "Piece", "day_of", "facts"]

_SENTENCE = 40
"""Shorter paragraphs are labels and datelines. Ideographs and other wide letters count twice."""
_RUNNING = frozenset({UnitKind.PARAGRAPH, UnitKind.LIST_ITEM, UnitKind.TABLE_CELL, UnitKind.ALT})
_UNSEEN = frozenset({SpanKind.IMAGE, SpanKind.COMMENT, SpanKind.FOOTNOTE, SpanKind.HTML})
_SIGN = re.compile(r"\s+[^\w\s<>]+\s+")
"""What parts a page's title from its site's name: `Ferries | Harbour Authority`."""


@dataclass(frozen=True)
class Piece:
    """One value of an article's front matter."""

    text: str = ""
    """Without markup."""
    lang: str = ""
    """BCP 47 tag, set when any of it is in the language of the original."""
    html: Markup = field(default_factory=Markup)
    """Its sentences with their states."""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Facts:
    """What a page, a list, a feed and metadata say about an article."""

    title: Piece
    summary: Piece
    authors: tuple[str, ...] = ()
    date: Day | None = None
    updated: Day | None = None
    tags: tuple[str, ...] = ()
    image: str = ""
    """As written, relative to the article."""
    image_alt: Piece = Piece()
    image_caption: Piece = Piece()
    opening: Piece = Piece()
    """How the text begins, for search engines, where there is no summary."""

    @property
    def author(self) -> str:
        """All authors in one line."""
        return ", ".join(self.authors)

    @property
    def description(self) -> Piece:
        """What search engines are told."""
        return self.summary or self.opening or self.title


def facts(article: Article, verdict: Verdict | None, locale: str, *, lines: bool = False) -> Facts:
    """Read an article's front matter in a locale.

    Args:
        article: The original.
        verdict: What is shown in `locale`; None for the original's own language.
        locale: BCP 47 tag of the page.
        lines: Also say where the entries are in the PO file; for previews.
    """
    reader = _Reader(article, verdict, locale, lines=lines)
    meta = article.meta
    image = meta.get("image")
    image = image if isinstance(image, Mapping) else {"src": image or ""}
    title = reader.piece(meta.get("title")) or reader.first(UnitKind.TITLE, UnitKind.HEADING)
    summary = reader.piece(meta.get("summary")) or reader.piece(meta.get("description"))
    tags = meta.get("tags") or meta.get("keywords") or ()
    if isinstance(tags, str):
        tags = [tag.strip() for tag in tags.split(",")]
    return Facts(
        title=title or Piece(article.id, article.locale, escape(article.id)),
        summary=summary,
        authors=tuple(map(isolate, _names(meta.get("author") or meta.get("authors")))),
        date=day_of(article),
        updated=_day(meta.get("updated") or meta.get("lastmod")),
        tags=tuple(isolate(str(tag)) for tag in tags if str(tag).strip()),
        image=str(image.get("src") or ""),
        image_alt=reader.piece(image.get("alt")),
        image_caption=reader.piece(image.get("caption")),
        opening=Piece() if summary else reader.opening(),
    )


def _names(value: object) -> list[str]:
    """The authors of a front matter: a name, `{name: …}` as MkDocs and Docusaurus have it, or several of either."""
    if isinstance(value, (list, tuple)):
        return [name for one in value for name in _names(one)]
    if isinstance(value, Mapping):
        value = value.get("name")
    return [str(value)] if value else []


def day_of(article: Article) -> Day | None:
    """The day an article says it is of."""
    return _day(article.meta.get("date"))


def _day(value: Any) -> Day | None:
    if value is None:
        return None
    if type(value) is Day:
        return value
    found: datetime | None = moment(value)
    return found.date() if found else None


class _Reader:
    """Finds the unit a front-matter value became, and what is shown for it."""

    def __init__(
        self, article: Article, verdict: Verdict | None, locale: str, *, lines: bool
    ) -> None:
        self.article = article
        self.verdict = verdict
        self.locale = locale
        self.lines = lines
        self.spacing = spacing(locale)
        self.units: dict[str, tuple[Unit, bool]] = {}
        for unit in article.units:
            words = "".join(segment.before + segment.text for segment in unit.segments)
            self.units.setdefault(_squeeze(words), (unit, True))
            if unit.kind in {UnitKind.TITLE, UnitKind.HEADING}:
                self.units.setdefault(_squeeze(_words(words, article.format)), (unit, False))

    def piece(self, value: Any) -> Piece:
        """A value's piece; the value itself where no unit was made from it."""
        if value is None or isinstance(value, (Mapping, list, tuple, bool)):
            return Piece()
        text = str(value).strip()
        found = self.units.get(_squeeze(text))
        if found is not None:
            return self._unit(found[0], data=found[1])
        lang = "" if self.verdict is None else self.article.locale
        return Piece(isolate(text), lang, escape(isolate(text))) if text else Piece()

    def first(self, *kinds: UnitKind) -> Piece:
        """The first unit of a kind."""
        for kind in kinds:
            for unit in self.article.units:
                if unit.kind is kind:
                    return self._unit(unit, data=False)
        return Piece()

    def opening(self) -> Piece:
        """How the running text begins: its first sentence, where a line like `NEWS` is none.

        In a text of short sentences as many of them as make a sentence.
        """
        units = [unit for unit in self.article.units if unit.kind in _RUNNING and unit.segments]
        leads = [unit for unit in units if unit.kind is UnitKind.PARAGRAPH]
        for unit in leads:
            if _width(unit.segments[:1]) >= _SENTENCE:
                return self._unit(replace(unit, segments=unit.segments[:1]), data=False)
        for unit in leads:
            if _width(unit.segments) >= _SENTENCE:
                return self._unit(_beginning(unit), data=False)
        every = tuple(segment for unit in leads or units for segment in unit.segments)
        return (
            self._unit(_beginning(replace(units[0], segments=every)), data=False)
            if units
            else Piece()
        )

    def _unit(self, unit: Unit, *, data: bool) -> Piece:
        source = self.article.locale
        texts: list[str] = []
        pieces: list[str] = []
        signs: list[str] = []
        foreign = False
        for segment in unit.segments:
            shown = self.verdict.shown.get(segment.id) if self.verdict else None
            if shown and shown.text == MERGED:
                continue
            raw = shown.text if shown else segment.text
            text = isolate(raw if data else _words(raw, self.article.format))
            if self.spacing and (shown is None or shown.translated):
                text = self.spacing(text)
            signs.append(segment.before if texts and _SIGN.fullmatch(segment.before) else "")
            texts.append(text)
            if shown is None:
                pieces.append(escape(text))
                continue
            language = Markup("")
            if not shown.translated:
                foreign = True
                language = Markup(' lang="{}" dir="{}"').format(source, direction(source))
            if self.lines and shown.line:
                language += Markup(' data-line="{}"').format(shown.line)
            pieces.append(
                Markup('<span data-state="{}"{}>{}</span>').format(shown.mark, language, text)
            )
        space = sentence_space(source if foreign or self.verdict is None else self.locale)
        gaps = [sign or space * bool(at) for at, sign in enumerate(signs)]
        return Piece(
            "".join(gap + text for gap, text in zip(gaps, texts, strict=True)),
            source if foreign else "",
            Markup("").join(escape(gap) + one for gap, one in zip(gaps, pieces, strict=True)),
        )


def _width(segments: Iterable[Segment]) -> int:
    text = "".join(segment.text for segment in segments)
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)


def _beginning(unit: Unit) -> Unit:
    """The first sentences of a unit, as many as make a sentence."""
    for count in range(1, len(unit.segments)):
        if _width(unit.segments[:count]) >= _SENTENCE:
            return replace(unit, segments=unit.segments[:count])
    return unit


def _words(text: str, format: str) -> str:  # noqa: A002 - the field's word
    """What a reader sees of a heading: its words without markup, code as it is, no pictures."""
    cuts: list[tuple[int, int]] = []
    for span in spans(text, format):
        if span.kind is SpanKind.CODE:
            ticks = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip("`"))
            cuts += [(span.start, span.start + ticks), (span.end - ticks, span.end)]
        elif span.atomic and span.kind in _UNSEEN:
            cuts.append((span.start, span.end))
        elif not span.atomic:
            cuts += [(span.start, span.inner_start), (span.inner_end, span.end)]
    parts, at = [], 0
    for start, end in sorted(cuts):
        if start >= at:
            parts.append(text[at:start])
            at = end
    shown = untagged(plain("".join([*parts, text[at:]]), format))
    return with_emoji(shown) if format == "markdown" else shown


def _squeeze(text: str) -> str:
    return " ".join(text.split())
