"""Markup out of a sentence before an engine sees it, and back in afterwards.

`lift` gives the plain text that is translated and remembers where each tag stood; `place` puts
every tag back whole, properly nested and exactly once, around the words that translate what it
surrounded. Which words these are an engine says that can be asked; else equal words, numbers and
the position in the sentence lead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transflow.documents import escape, plain
from transflow.model import Span
from transflow.translation.spanevidence import Evidence
from transflow.translation.spanplaces import Cover, covers

__all__ = ["Lifted", "Mark", "Placed", "lift", "place"]


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
    """It had white space, or nothing, before it (after it)."""
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
        doubtful: The marks whose place is a guess, as people are told of them: `[…](a.md)`.
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
                **_spaces(text, span),
            )
            at = span.end

    for span in spans:
        if span.start < at:
            continue
        close_until(span.start)
        copy(span.start)
        parent = open_marks[-1][1] if open_marks else -1
        if span.atomic:
            marks.append(
                Mark(
                    size,
                    size,
                    text[span.start : span.end],
                    "",
                    atomic=True,
                    parent=parent,
                    **_spaces(text, span),
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


def _spaces(text: str, span: Span) -> dict[str, bool]:
    before, after = text[: span.start][-1:], text[span.end : span.end + 1]
    return {
        "space_before": not before or before.isspace(),
        "space_after": not after or after.isspace(),
    }


def place(lifted: Lifted, draft: str, evidence: Evidence | None = None) -> Placed:
    """Put the markup back into a translation.

    Args:
        lifted: See `lift`.
        draft: Plain text an engine made of `lifted.text`.
        evidence: What the engine says of the words of `lifted.text`, and of each of
            `lifted.marks`; None for nothing.

    Returns:
        The msgstr: every mark of `lifted` in it exactly once.
    """
    if not lifted.marks:
        return Placed(escape(draft, lifted.format), sure=True)
    parts = [(mark.start, mark.end, mark.atomic, mark.parent) for mark in lifted.marks]
    found = covers(lifted.text, draft, parts, evidence)
    doubtful = tuple(
        _shown(mark) for mark, cover in zip(lifted.marks, found, strict=True) if not cover.sure
    )
    return Placed(_write(lifted, draft, found), sure=not doubtful, doubtful=doubtful)


def _shown(mark: Mark) -> str:
    return mark.opening if mark.atomic else f"{mark.opening}…{mark.closing}"


def _write(lifted: Lifted, draft: str, found: Sequence[Cover]) -> str:
    """The draft with each mark around its cover; covers are nested as the marks are."""
    inside: dict[int, list[int]] = {}
    for index in sorted(range(len(found)), key=lambda each: (found[each].start, each)):
        inside.setdefault(lifted.marks[index].parent, []).append(index)
    parts: list[str] = []
    at = 0
    waiting = [(index, False) for index in reversed(inside.get(-1, []))]
    while waiting:
        index, opened = waiting.pop()
        mark, cover = lifted.marks[index], found[index]
        place = max(at, cover.end if opened else cover.start)
        empty = mark.start == mark.end and cover.start == cover.end
        parts.append(_text(draft[at:place], lifted.format, "" if opened else mark.opening))
        at = place
        if opened:
            parts.append(mark.closing + (_space_after(mark, draft, at) if empty else ""))
        elif mark.atomic:
            parts.append(
                _space_before(mark, draft, at) + mark.opening + _space_after(mark, draft, at)
            )
        else:
            parts.append((_space_before(mark, draft, at) if empty else "") + mark.opening)
            waiting.append((index, True))
            waiting += [(child, False) for child in reversed(inside.get(index, []))]
    parts.append(escape(draft[at:], lifted.format))
    return "".join(parts)


def _text(text: str, form: str, behind: str) -> str:
    """Plain text as native text before a piece of markup."""
    native = escape(text, form)
    if form == "markdown":
        loose = len(native) - len(native.rstrip("\\"))
        if loose % 2 or (behind.startswith("[") and native.endswith("!")):
            native = f"{native[:-1]}\\{native[-1:]}"
    return native


def _space_before(mark: Mark, draft: str, offset: int) -> str:
    """A blank before something without words of its own, where the source has one."""
    before = draft[offset - 1 : offset] if offset else ""
    return " " if mark.space_before and before.isalnum() and before.isascii() else ""


def _space_after(mark: Mark, draft: str, offset: int) -> str:
    after = draft[offset : offset + 1]
    return " " if mark.space_after and after.isalnum() and after.isascii() else ""
