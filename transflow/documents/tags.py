"""HTML tags inside a sentence: which belong together, and what they are to a translator."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transflow.documents.html_rules import says_no_words
from transflow.documents.html_tokens import VOID, Tag
from transflow.model import Span, SpanKind

__all__ = ["CODE", "Piece", "closed", "kept", "pair", "unwrap"]

CODE = frozenset({"code", "kbd", "samp", "var", "tt", "script", "style", "textarea", "svg", "math"})
"""Elements whose content is never translated."""
_TO_THE_END = CODE - {"textarea"}
_NEVER_EMPTY = frozenset(
    "a abbr b bdi bdo big cite del dfn em font i ins label mark q s small span strike strong sub sup u".split()  # noqa: SIM905
)
"""Elements that stay open however their tag ends: `<b/>Bold</b>` is bold in HTML."""


@dataclass(slots=True)
class Piece:
    """A tag or comment at its place in a text; `tag` is None for a comment."""

    start: int
    end: int
    tag: Tag | None


def pair(pieces: Sequence[Piece], size: int = 0) -> list[Span]:
    """Spans of the tags of one text, in order of their beginning.

    An end tag belongs to the nearest open start tag of its name; start tags between them stay
    single, as does everything without a partner; but code left open goes on to the text's end, its
    `size`, if that is given.
    """
    spans: list[Span] = []
    open_tags: list[Piece] = []
    for piece in pieces:
        if piece.tag is None:
            spans.append(Span(SpanKind.COMMENT, piece.start, piece.end, piece.start, piece.start))
        elif piece.tag.closing:
            _close(piece, open_tags, spans)
        elif piece.tag.name in VOID or (
            piece.tag.self_closing and piece.tag.name not in _NEVER_EMPTY
        ):
            spans.append(_single(piece))
        else:
            open_tags.append(piece)
    spans += [
        Span(SpanKind.CODE, piece.start, size, piece.start, piece.start, piece.tag.name)
        if size and piece.tag and piece.tag.name in _TO_THE_END
        else _single(piece)
        for piece in open_tags
    ]
    return _visible(sorted(spans, key=lambda span: (span.start, -span.end)))


def _close(piece: Piece, open_tags: list[Piece], spans: list[Span]) -> None:
    assert piece.tag is not None  # noqa: S101
    for index in range(len(open_tags) - 1, max(-1, len(open_tags) - 200), -1):
        opening = open_tags[index]
        if opening.tag and opening.tag.name == piece.tag.name:
            spans.extend(_single(each) for each in open_tags[index + 1 :])
            del open_tags[index:]
            spans.append(_paired(opening, piece))
            return
    spans.append(_single(piece))


def _paired(opening: Piece, closing: Piece) -> Span:
    tag = opening.tag
    assert tag is not None  # noqa: S101
    start, end = opening.start, closing.end
    if tag.attributes and ((tag.get("translate") or "").lower() == "no" or says_no_words(tag)):
        return Span(SpanKind.PROTECTED, start, end, start, start, tag.name)
    if tag.name in CODE:
        return Span(SpanKind.CODE, start, end, start, start, tag.name)
    href = tag.get("href") if tag.name == "a" else None
    kind, dest = (SpanKind.LINK, href) if href is not None else (SpanKind.HTML, tag.name)
    if opening.end == closing.start:
        return Span(kind, start, end, start, start, dest)
    return Span(kind, start, end, opening.end, closing.start, dest)


def _single(piece: Piece) -> Span:
    tag = piece.tag
    assert tag is not None  # noqa: S101
    if tag.name == "img":
        return Span(
            SpanKind.IMAGE, piece.start, piece.end, piece.start, piece.start, tag.get("src") or ""
        )
    name = f"/{tag.name}" if tag.closing else tag.name
    return Span(SpanKind.HTML, piece.start, piece.end, piece.start, piece.start, name)


def _visible(spans: list[Span]) -> list[Span]:
    """Without those inside an atomic span."""
    kept: list[Span] = []
    hidden = 0
    for span in spans:
        if span.start < hidden:
            continue
        kept.append(span)
        if span.atomic:
            hidden = span.end
    return kept


def _drawn(span: Span) -> bool:
    """Whether it is a drawing, as icons beside the words of a link or a button are, or nothing that is seen."""
    return span.kind is SpanKind.CODE and span.dest in {"svg", "script", "style"}


def _blank(span: Span, text: str) -> bool:
    """Whether a pair has nothing but blanks, as editors and Word leave them."""
    if not text[span.inner_start].isspace():
        return False
    return text[span.inner_start : span.inner_end].isspace()


def _permanent(span: Span, text: str) -> bool:
    """Whether a pair is no words: the link to itself beside a heading (`<a href="#x">¶</a>`), a bullet of Word's."""
    inside = text[span.start : span.end]
    if span.dest == "noscript":
        return not re.search(r"\w", re.sub(r"<[^>]*>", "", inside))
    if "mso-list:" in inside and _IGNORED.search(inside):
        return _BULLET.fullmatch(re.sub(r"<[^>]*>", "", inside)) is not None
    return _ITSELF.match(inside) is not None and not re.search(
        r"\w", re.sub(r"<[^>]*>", "", inside)
    )


_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_BULLET = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6}|&nbsp;)?\W*(?:&nbsp;\W*)*")
"""What Word writes before an item: a dot, a number, a letter."""
_ITSELF = re.compile(r"<a\s[^>]*\bhref\s*=\s*[\"']?#", re.IGNORECASE)
_LANG = re.compile(r"<[A-Za-z][^>]*?\slang\s*=\s*[\"']?(?P<tag>[A-Za-z0-9-]+)", re.IGNORECASE)


def kept(text: str, spans: list[Span], locale: str) -> list[Span]:
    """The spans, with elements whose `lang` is another language than `locale` as one piece each.

    Words of another language are not translated.
    """
    if not spans or "lang" not in text:
        return spans
    own = locale.split("-", maxsplit=1)[0].lower()

    def foreign(span: Span) -> bool:
        match = _LANG.match(text, span.start, span.inner_start)
        return bool(match) and match["tag"].split("-")[0].lower() != own  # type: ignore[index]

    return _closed(spans, foreign)


def closed(text: str, spans: Sequence[Span], wanted: Sequence[Span], source: str) -> list[Span]:
    """The spans of a translation, as one piece what is one in the source sentence."""
    if not wanted or "<" not in source:
        return list(spans)
    pieces = {
        source[span.start : span.end].partition(">")[0]
        for span in wanted
        if span.kind == SpanKind.PROTECTED and source[span.start] == "<"
    }
    if not pieces:
        return list(spans)
    return _closed(
        list(spans), lambda span: text[span.start : span.end].partition(">")[0] in pieces
    )


def _closed(spans: list[Span], chosen: Callable[[Span], bool]) -> list[Span]:
    return _visible(
        [
            Span(SpanKind.PROTECTED, span.start, span.end, span.start, span.start, _name(span))
            if not span.atomic and chosen(span)
            else span
            for span in spans
        ]
    )


def _name(span: Span) -> str:
    return "a" if span.kind == SpanKind.LINK else span.dest


_LOOSE = frozenset({SpanKind.HTML, SpanKind.IMAGE, SpanKind.COMMENT})
_ENCLOSING = _LOOSE | {SpanKind.LINK}


def unwrap(text: str, spans: list[Span]) -> tuple[int, int, list[Span]]:
    """The part of a text inside tags that stand at its edges or enclose all of it.

    Args:
        text: The text.
        spans: Its constructs, outer before inner.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if not spans:
        return start, end, spans
    start, end = 0, len(text)
    singles = {
        span.end: span
        for span in spans
        if (
            span.kind in _LOOSE or _drawn(span)
            if span.inner_start == span.inner_end
            else _permanent(span, text) or _blank(span, text)
        )
    }
    first = 0
    while start < end:
        span = spans[first] if first < len(spans) else None
        last = singles.get(end)
        if text[start].isspace():
            start += 1
        elif last and last.start >= start:
            # Before the blanks: an unclosed comment at the very end may have some of its own.
            end = last.start
        elif text[end - 1].isspace():
            end -= 1
        elif span and span.start < start:
            first += 1
        elif span and span.start == start and singles.get(span.end) is span:
            start, first = span.end, first + 1
        elif span and (span.start, span.end) == (start, end) and span.kind in _ENCLOSING:
            start, end, first = span.inner_start, span.inner_end, first + 1
        else:
            break
    return start, end, [span for span in spans if start <= span.start and span.end <= end]
