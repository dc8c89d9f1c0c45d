"""A Markdown block's lines to a unit's text as msgids show it.

Soft breaks are joined, character references decoded where that changes no meaning, references
written out (`[map]` as `[map][map]`, so that a translated text still finds its definition).
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transflow.documents.cutting import words
from transflow.documents.html_rules import BLOCK, KEEPS_P
from transflow.documents.mapped import Builder, Mapped, identity
from transflow.documents.md_around import around_all, wrapped_tags
from transflow.documents.md_escape import plain
from transflow.documents.md_inline import markdown_spans
from transflow.documents.md_inner import ENTITY, Inner, inner_texts, shown_label
from transflow.documents.md_references import label_key
from transflow.documents.plan import wide
from transflow.documents.protect import ABBREVIATION, BOXED, ITEM, TAG_LINE
from transflow.documents.sweep import Sweep
from transflow.model import Span, SpanKind

__all__ = ["UnitText", "join_lines", "shown", "unit_text"]

_ENTITY_TAIL = re.compile(r"(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LIVE = frozenset("\\`*_[]<>~$|{}\r\n\t")
_DELIMITERS = frozenset("*_~")
_HARD = re.compile(r"(?: {2,}|(?<!\\)(?:\\\\)*\\)$")
_REFERRING = frozenset({SpanKind.LINK, SpanKind.IMAGE})
_BR = re.compile(r"<br\b", re.IGNORECASE)
_STRUCTURE = (BLOCK - KEEPS_P) | {"caption", "tbody", "td", "th", "thead", "tr"}
"""Elements that end a paragraph: a list or a table in a cell, say."""
_HEAD = re.compile(
    r"\[![A-Za-z][\w-]*\][+-]?(?:[ \t]+|$)|:[ \t]+(?=\S)|Table:[ \t]+(?=[^\n]*\{#)|[!?]>[ \t]+(?=\S)"
    r"|\[[-/<>!?*~]\][ \t]+(?=\S)|s\d{1,2}\.[ \t]+(?=\S)"
)
"""What says what a text is: a callout that is none of GitHub's alerts (`[!faq]- Title`) or of Docsify (`!> Words`),

a table's caption in Pandoc, a task of Obsidian that is neither done nor to be done (`[-] Words`), a step of Govspeak (`s1. Go`).
"""
_GLUED = re.compile(r"#{2,6}(?=[^\W\d_])")
"""What makes a heading of a line to kramdown and to older readers (`##The Hub`), with no blank behind it."""
_MARKED = ("##", "|", "[", ": ", "Table:", "(@", "#. ", "!>", "?>", "%", "^", "@", "$", *(f"s{n}" for n in range(1, 10)))  # fmt: skip

_SIGNS = frozenset(mark[0] for mark in _MARKED)


@dataclass(slots=True)
class UnitText:
    """A unit's text with what is in it."""

    mapped: Mapped
    spans: list[Span]
    breaks: Sequence[tuple[int, int]] = ()
    inner: Sequence[Inner] = ()


@dataclass(slots=True)
class _Edit:
    """A change on the way from the lines to the text: `old[start:end]` becomes `text`."""

    start: int
    end: int
    text: str
    breaks: bool = False


def join_lines(source: str, lines: list[tuple[int, int]], *, cell: bool = False) -> Mapped:
    r"""The lines of a block, container prefixes left out, joined by line feeds.

    Args:
        source: The article.
        lines: Range of each line's content in the source.
        cell: It is a table cell: `\|` is a pipe.
    """
    if len(lines) == 1 and not (cell and "\\|" in source[lines[0][0] : lines[0][1]]):
        return identity(source, *lines[0])
    builder = Builder()
    for index, (start, end) in enumerate(lines):
        if index:
            builder.put("\n", lines[index - 1][1], start)
        if cell and "\\|" in source[start:end]:
            at = start
            while (pipe := source.find("\\|", at, end)) >= 0:
                builder.copy(source[at:pipe], at)
                builder.put("|", pipe, pipe + 2)
                at = pipe + 2
            builder.copy(source[at:end], at)
        else:
            builder.copy(source[start:end], start)
    return builder.build()


def unit_text(
    lines: Mapped, labels: Collection[str], known: Collection[str] = frozenset()
) -> UnitText:
    """The text of a unit.

    Args:
        lines: Its lines, see `join_lines`.
        labels: Keys of the document's reference definitions.
        known: Msgids of the catalogs: a text that is one of them stays whole, with what is around all of it.
    """
    text = lines.text
    spans = markdown_spans(text, labels)
    if not (spans or "\n" in text or "&" in text or "[" in text or _is_marked(text)):
        return UnitText(lines, spans)
    inner = [each for span in spans for each in inner_texts(lines, span)]
    spans, parts = _structure(text, spans)
    edges = around_all(text, spans, known)
    spans = [span for span in spans if not edges or (span.start, span.end) not in edges]
    edits = parts + _line_breaks(text, spans)
    edits += [
        _Edit(*edge, text[slice(*edge)], breaks=True)
        for edge in edges[:2]
        if not any(edit.breaks and edit.start <= edge[0] < edit.end for edit in edits)
    ]
    if "&" in text:
        edits += _entities(text, spans)
    for span in spans:
        if span.dest.startswith("[") and span.kind in _REFERRING:
            edits += _reference(text, span)
    if not edits:
        return UnitText(lines, spans, (), inner)
    if len(edits) > 1:
        edits.sort(key=lambda edit: (edit.start, edit.end))
    return _edited(lines, spans, edits, inner)


def _is_marked(text: str) -> bool:
    """Whether a text may begin with what says what it is; most do not even begin with a sign."""
    return text[:1] in _SIGNS and text.startswith(_MARKED)


def _structure(text: str, spans: list[Span]) -> tuple[list[Span], list[_Edit]]:
    """The spans without tags that end a paragraph, and those tags, which are of none of its sentences.

    Nor is what stands between `<pre>` and `</pre>`.
    """
    if "<" not in text:
        return spans, []
    inline: list[Span] = []
    ranges: list[tuple[int, int]] = []
    reach = hidden = 0
    for span in spans:
        name = span.dest.removeprefix("/").lower()
        if span.start < hidden:
            continue
        if span.start < reach or span.kind is not SpanKind.HTML or name not in _STRUCTURE:
            inline.append(span)
            reach = max(reach, span.end)
        elif span.atomic or name == "pre":
            ranges.append((span.start, span.end))
            hidden = span.end
        else:
            ranges += ((span.start, span.inner_start), (span.inner_end, span.end))
    return inline, [_Edit(*part, text[slice(*part)], breaks=True) for part in ranges]


def _edited(lines: Mapped, spans: list[Span], edits: list[_Edit], inner: list[Inner]) -> UnitText:
    """The text after the edits; edits never overlap markup of which a span begins or ends inside."""
    builder = Builder()
    moves = _Moves()
    breaks: list[tuple[int, int]] = []
    added: list[Span] = []
    at = 0
    for edit in edits:
        if edit.start < at:
            continue
        moves.add(at, builder.size)
        builder.take(lines, at, edit.start)
        place = builder.size
        moves.add(edit.start, place, stays=True)
        builder.put(edit.text, *lines.source(edit.start, edit.end))
        if edit.breaks:
            breaks.append((place, builder.size))
        elif edit.text == "<br>":
            added.append(Span(SpanKind.HTML, place, builder.size, place, place, "br"))
        at = edit.end
    moves.add(at, builder.size)
    builder.take(lines, at, len(lines.text))
    both = [moves.span(span) for span in spans]
    if added:
        both = sorted((*both, *added), key=lambda span: (span.start, -span.end))
    return UnitText(builder.build(), both, breaks, inner)


class _Moves:
    """Where the places of a text are after its edits."""

    def __init__(self) -> None:
        self.old: list[int] = []
        self.new: list[int] = []
        self.stay: list[bool] = []

    def add(self, old: int, new: int, *, stays: bool = False) -> None:
        """From `old` on places move with `new`, or all are `new` where an edit is."""
        self.old.append(old)
        self.new.append(new)
        self.stay.append(stays)

    def span(self, span: Span) -> Span:
        """A span where it is now."""
        start, end = self._place(span.start), self._place(span.end)
        if span.inner_start == span.inner_end == span.start:
            return Span(span.kind, start, end, start, start, span.dest)
        inner = self._place(span.inner_start), self._place(span.inner_end)
        return Span(span.kind, start, end, *inner, span.dest)

    def _place(self, old: int) -> int:
        index = bisect_right(self.old, old) - 1
        new = self.new[index]
        return new if self.stay[index] else new + old - self.old[index]


def _line_breaks(text: str, spans: list[Span]) -> list[_Edit]:
    """Soft breaks become blanks; hard breaks, `<br>` and lines of template tags end a sentence.

    But for those inside a span, which is not cut.
    """
    edits = _tag_lines(text)
    if edits:
        edits = [
            edit
            for edit in edits
            if not any(span.start < edit.start and edit.end < span.end for span in spans)
        ]
    at = text.find("\n")
    if at >= 0:
        alone = {place for edit in edits for place in (edit.start, edit.start + 1, edit.end - 1)}
        sweep = Sweep(spans)
    while at >= 0:
        if at not in alone:
            edits.append(_line_break(text, at, sweep.at(at)))
        at = text.find("\n", at + 1)
    if "<" in text:
        sweep = Sweep(spans)
        for span in spans:
            is_break = span.kind is SpanKind.HTML and span.atomic and _BR.match(text, span.start)
            if is_break and sweep.at(span.start) == [span]:
                edits.append(_Edit(span.start, span.end, text[span.start : span.end], breaks=True))
    return edits


def _tag_lines(text: str) -> list[_Edit]:
    """Lines of nothing but template tags, their line ends included.

    And a lone pipe, which ends a table where words on its line would be a row of it; and the name
    before an abbreviation's words, or what says what a text or a line is, which only does so where its line begins.
    """
    named = _is_marked(text) or ("[" in text and ("*[" in text or "toc" in text.lower()))
    if not (
        named
        or "{" in text
        or "<%" in text
        or "::" in text
        or "8<" in text
        or "///" in text
        or "$" in text
        or "##" in text
    ):
        return []
    edits: list[_Edit] = []
    boxed = BOXED.fullmatch(text) if text.startswith(("%", "^", "@")) else None
    if boxed:
        edits.append(_Edit(0, 1, boxed["sign"], breaks=True))
    at = 0
    lines = text.split("\n")
    wrapped = wrapped_tags(lines) if "{" in text or "<%" in text else ()
    for number, line in enumerate(lines):
        start, end = max(0, at - 1), min(len(text), at + len(line) + 1)
        name = ABBREVIATION.match(line) or (_HEAD.match(line) if not at else None)
        glued = _GLUED.match(line)
        mark = name or glued or ITEM.match(line)
        if mark:
            end = at + mark.end()
        alone = line and number not in wrapped
        if mark or (alone and (line.strip() == "|" or TAG_LINE.fullmatch(line))):
            if edits and edits[-1].end > start:
                start = edits.pop().start
            elif start and text[start - 1] == "\\" and _HARD.search(text[:start]):
                start -= 1
            edits.append(_Edit(start, end, text[start:end], breaks=True))
        if glued:
            behind = at + _heading_end(line), min(len(text), at + len(line) + 1)
            edits.append(_Edit(*behind, text[slice(*behind)], breaks=True))
        at += len(line) + 1
        if name and name[0][0] in "*[" and end < at - 1 < len(text):
            edits.append(_Edit(at - 1, at, "\n", breaks=True))  # its words are those of one line
    if boxed:
        edits.append(_Edit(boxed.end("words"), len(text), boxed["sign"], breaks=True))
    return edits


def _heading_end(line: str) -> int:
    """Where the text of such a heading ends, before closing number signs and what breaks the line."""
    text = line.rstrip().removesuffix("\\")
    bare = text.rstrip("#")
    closed = len(text) > len(bare) + 1 or (text != bare and bare[-1:].isspace())
    return len(bare.rstrip() if closed else text)


def _line_break(text: str, at: int, around: list[Span]) -> _Edit:
    if any(span.atomic or not span.inner_start <= at < span.inner_end for span in around):
        return _Edit(at, at + 1, " ")
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if line.endswith((" ", "\\")) and (hard := _HARD.search(line)):
        start = at - len(hard.group()) if hard.group()[0] == " " else at - 1
        return _Edit(start, at + 1, "<br>" if around else "\n", breaks=not around)
    start = at - (len(line) - len(line.rstrip(" \t")))
    glued = wide(text[start - 1 : start]) and wide(text[at + 1 : at + 2])
    return _Edit(start, at + 1, "" if glued else " ")


def _entities(text: str, spans: list[Span]) -> list[_Edit]:
    """Character references in running text, decoded unless that would make markup of them."""
    edits = []
    sweep = Sweep(spans)
    for match in ENTITY.finditer(text):
        start, end = match.span()
        decoded = html.unescape(match.group())
        if decoded == match.group() or any(
            span.atomic or start < span.inner_start or end > span.inner_end
            for span in sweep.at(start)
        ):
            continue
        if decoded == "&" and _ENTITY_TAIL.match(text, end):
            continue
        if decoded.isspace() and not _DELIMITERS.isdisjoint(
            (text[start - 1 : start], text[end : end + 1])
        ):
            continue  # beside a blank they would be none
        if text[start - 1 : start] == "\\" or any(_stays(char) for char in decoded):
            continue
        edits.append(_Edit(start, end, decoded))
    return edits


def _stays(char: str) -> bool:
    """Whether a character is clearer as a reference: markup, or nothing an editor shows."""
    category = unicodedata.category(char)
    return char in _LIVE or category[0] == "C" or (category[0] == "Z" and char != "\u00a0")


def _reference(text: str, span: Span) -> list[_Edit]:
    """`[text]` and `[text][]` get their label written out."""
    if span.kind == SpanKind.LINK and span.atomic:
        return []
    label = shown_label(text, span)
    if text.endswith("][]", span.start, span.end):
        close = text.rfind("]", span.start, span.end)
        return [_Edit(close, close, label)]
    return [] if _is_full(text, span) else [_Edit(span.end, span.end, f"[{label}]")]


def _is_full(text: str, span: Span) -> bool:
    opening = span.end
    while (opening := text.rfind("[", span.start, opening)) > span.start:
        ahead = text[span.start : opening]
        if (len(ahead) - len(ahead.rstrip("\\"))) % 2 == 0:
            break
    if opening <= span.start:
        return False
    inside = text[opening + 1 : span.end - 1]
    return text[opening - 1 : opening] == "]" and f"[{label_key(inside)}]" == span.dest


def shown(text: str) -> str:
    """What a reader sees of a heading, for anchors and for translators."""
    spans = markdown_spans(text)
    if not spans:
        return plain(" ".join(text.split()))
    code = [span for span in spans if span.kind == "code" and text.startswith("`", span.start)]
    letters = list(words(text, spans))
    for span in code:
        inside = text[span.start : span.end].strip("`")
        letters[span.start : span.start + len(inside)] = inside
    return plain(" ".join("".join(letters).split()))
