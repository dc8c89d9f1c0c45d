"""Markup out of a sentence before an engine sees it, and back in afterwards.

`lift` gives the plain text that is translated and remembers where each tag stood; `place` puts
every tag back whole, properly nested and exactly once, around the words that translate what it
surrounded. Where words are aligned depends on the engine: attention where it has it, else a
guess from equal words, numbers and the position in the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transflow.documents import escape, plain
from transflow.model import Span
from transflow.translation.spanplaces import Cover, covers

__all__ = ["Lifted", "Mark", "Placed", "lift", "place"]

Alignment = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A construct taken out of a sentence.

    `start` to `end` is what it surrounded in the plain text; of an atomic one both are the place
    it stood at. `opening` and `closing` are its markup (of an atomic one the whole, and nothing).
    """

    start: int
    end: int
    opening: str
    closing: str
    atomic: bool
    parent: int
    """Index of the mark around it; -1 for none."""
    space_before: bool = False
    """An atomic mark had white space, or nothing, before it (after it)."""
    space_after: bool = False


@dataclass(frozen=True, slots=True)
class Lifted:
    """A sentence without its markup.

    Attributes:
        text: Plain text for an engine: escapes and character references resolved.
        marks: What was taken out, outer before inner, in order.
        format: The format the markup is in.
    """

    text: str
    marks: tuple[Mark, ...]
    format: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with its markup back.

    Attributes:
        text: The msgstr.
        sure: False where a mark's place is a guess.
        doubtful: Markup of the marks whose place is a guess.
    """

    text: str
    sure: bool
    doubtful: tuple[str, ...] = ()


def lift(text: str, spans: Sequence[Span], format: str) -> Lifted:  # noqa: A002
    """Take the markup out of a sentence.

    Args:
        text: The msgid.
        spans: Its inline constructs, outer before inner.
        format: `markdown`, `html` or `text`.

    Returns:
        Plain text and marks. Where an atomic construct stood between two words a blank stands;
        where it touched a word nothing does.
    """
    parts: list[str] = []
    marks: list[Mark | None] = []
    size = 0
    at = 0
    open_marks: list[tuple[Span, int, int]] = []

    def copy(upto: int) -> None:
        nonlocal at, size
        piece = plain(text[at:upto], format)
        if piece[:1] == " " and (not size or parts[-1].endswith(" ")):
            piece = piece[1:]
        if piece:
            parts.append(piece)
            size += len(piece)
        at = upto

    def close_until(place: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1][0].inner_end <= place:
            span, index, start = open_marks.pop()
            copy(span.inner_end)
            parent = open_marks[-1][1] if open_marks else -1
            marks[index] = Mark(
                start,
                size,
                text[span.start : span.inner_start],
                text[span.inner_end : span.end],
                atomic=False,
                parent=parent,
            )
            at = span.end

    for span in spans:
        if span.start < at:
            continue
        close_until(span.start)
        copy(span.start)
        parent = open_marks[-1][1] if open_marks else -1
        if span.atomic:
            before = text[span.start - 1 : span.start]
            after = text[span.end : span.end + 1]
            marks.append(
                Mark(
                    size,
                    size,
                    text[span.start : span.end],
                    "",
                    atomic=True,
                    parent=parent,
                    space_before=not before or before.isspace(),
                    space_after=not after or after.isspace(),
                )
            )
            at = span.end
        else:
            marks.append(None)
            open_marks.append((span, len(marks) - 1, size))
            at = span.inner_start
    close_until(len(text))
    copy(len(text))
    return Lifted("".join(parts), tuple(mark for mark in marks if mark), format)


def place(lifted: Lifted, draft: str, alignment: Alignment = ()) -> Placed:
    """Put the markup back into a translation.

    Args:
        lifted: See `lift`.
        draft: Plain text an engine made of `lifted.text`.
        alignment: (source start, source end, target start, target end) of aligned words, as
            offsets in `lifted.text` and `draft`; empty where the engine has none.

    Returns:
        The msgstr: every mark of `lifted` in it exactly once.
    """
    if not lifted.marks:
        return Placed(escape(draft, lifted.format), sure=True)
    found = covers(
        lifted.text, draft, [(m.start, m.end, m.atomic, m.parent) for m in lifted.marks], alignment
    )
    doubtful = tuple(
        lifted.marks[index].opening for index, cover in enumerate(found) if not cover.sure
    )
    return Placed(_write(lifted, draft, found), sure=not doubtful, doubtful=doubtful)


def _write(lifted: Lifted, draft: str, found: Sequence[Cover]) -> str:
    """The draft with each mark around its cover; covers are nested as the marks are."""
    events: dict[int, list[tuple[tuple[int, int, int], str]]] = {}
    for index, (mark, cover) in enumerate(zip(lifted.marks, found, strict=True)):
        depth = _depth(lifted.marks, index)
        if mark.atomic:
            events.setdefault(cover.start, []).append(
                ((1, index, depth), _spaced(mark, draft, cover.start))
            )
            continue
        # At one place: what ends there closes first, inner before outer, then things begin.
        events.setdefault(cover.start, []).append(((1, index, depth), mark.opening))
        order = (0, -depth, -index) if cover.end > cover.start else (2, -depth, -index)
        events.setdefault(cover.end, []).append((order, mark.closing))
    parts: list[str] = []
    at = 0
    for offset in sorted(events):
        parts.append(escape(draft[at:offset], lifted.format))
        parts += [text for _, text in sorted(events[offset], key=lambda event: event[0])]
        at = offset
    parts.append(escape(draft[at:], lifted.format))
    return "".join(parts)


def _depth(marks: Sequence[Mark], index: int) -> int:
    depth = 0
    while marks[index].parent >= 0:
        index = marks[index].parent
        depth += 1
    return depth


def _spaced(mark: Mark, draft: str, offset: int) -> str:
    """An atomic construct with the blanks that its neighbours need."""
    before, after = draft[offset - 1 : offset] if offset else "", draft[offset : offset + 1]
    text = mark.opening
    if mark.space_before and before and before.isalnum() and before.isascii():
        text = f" {text}"
    if mark.space_after and after and after.isalnum() and after.isascii():
        text = f"{text} "
    return text
