"""A draft and its marks as native text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.documents import escape
from transflow.translation.lifting import Lifted, Mark
from transflow.translation.spannouns import beside, closed
from transflow.translation.spanpoints import Cover

__all__ = ["written"]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    edge: int = 0
    """1 opens, -1 closes a mark that its neighbours make one; 0 for all else."""
    whole: bool = False
    """Code and the like."""


def written(
    lifted: Lifted, draft: str, found: Sequence[Cover], *, apart: bool = False
) -> tuple[str, list[tuple[int, int]]]:
    """The draft with each mark around its cover.

    Args:
        lifted: The marks.
        draft: Plain text.
        found: A cover a mark, nested as the marks are.
        apart: Set a blank where a mark that ends with punctuation stands beside a letter, which
            Markdown reads as no mark.

    Returns:
        The native text, and the range in it of each mark that its neighbours make one.
    """
    pieces = [piece for piece in _pieces(lifted, draft, found) if piece.text]
    if apart:
        pieces = _set_apart(pieces)
    parts: list[str] = []
    ranges: list[tuple[int, int]] = []
    opened: list[int] = []
    size = 0
    for number, piece in enumerate(pieces):
        before = parts[-1][-1:] if parts else ""
        after = pieces[number + 1].text if number + 1 < len(pieces) else ""
        whole = beside(piece.text, before, after, lifted.format) if piece.whole else piece.text
        if piece.edge > 0:
            opened.append(size)
        parts.append(whole)
        size += len(whole)
        if piece.edge < 0:
            ranges.append((opened.pop(), size))
    return "".join(parts), ranges


def _pieces(lifted: Lifted, draft: str, found: Sequence[Cover]) -> list[_Piece]:
    for mark, cover in zip(lifted.marks, found, strict=True):
        if mark.opening.startswith("[["):  # a wiki link, whose text knows no escapes
            words = draft[cover.start : cover.end].translate(_NO_WIKI)
            draft = draft[: cover.start] + words + draft[cover.end :]
    inside: dict[int, list[int]] = {}
    for index in sorted(range(len(found)), key=lambda each: (found[each].start, each)):
        around = found[index].within
        inside.setdefault(lifted.marks[index].parent if around < 0 else around, []).append(index)
    pieces: list[_Piece] = []
    at = 0
    waiting = [(index, False) for index in reversed(inside.get(-1, []))]
    while waiting:
        index, opened = waiting.pop()
        mark, cover = lifted.marks[index], found[index]
        place = max(at, cover.end if opened else cover.start)
        point = mark.start == mark.end and cover.start == cover.end
        native = _native(lifted, draft, at, place)
        behind = "" if opened else mark.opening
        pieces.append(_Piece(closed(native, behind, lifted.format)))
        at = place
        edge = int(index in lifted.fragile)
        before = _space_before(mark, draft, at) if point else ""
        after = _space_after(mark, draft, at) if point else ""
        if opened:
            pieces += (_Piece(mark.closing, -edge), _Piece(after))
        elif mark.atomic:
            pieces += (_Piece(before), _Piece(mark.opening, whole=True), _Piece(after))
        else:
            pieces += (_Piece(before), _Piece(mark.opening, edge))
            waiting.append((index, True))
            waiting += [(child, False) for child in reversed(inside.get(index, []))]
    return [*pieces, _Piece(_native(lifted, draft, at, len(draft)))]


_NO_WIKI = str.maketrans("[]|", "()/")


def _native(lifted: Lifted, draft: str, start: int, end: int) -> str:
    """A part of a draft as native text; tildes pair up across markup too, and hide marks beside them."""
    native = escape(draft[start:end], lifted.format)
    if lifted.format != "markdown" or "~" not in native:
        return native
    struck = any("~" in mark.opening for mark in lifted.marks)
    if struck or "~" in (native[0], native[-1]) or draft.count("~") > 1:
        native = re.sub(r"(?<!\\)~", r"\\~", native)
    return native


def _set_apart(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces with blanks where punctuation inside of marks meets a letter outside."""
    out: list[_Piece] = []
    for number, piece in enumerate(pieces):
        out.append(piece)
        after = pieces[number + 1] if number + 1 < len(pieces) else _Piece("")
        if piece.edge < 0 < after.edge and piece.text[-1] == after.text[0]:
            out.append(_Piece(" "))
        elif piece.edge < 0 <= after.edge and after.text[:1].isalnum():
            inner = next((one.text[-1] for one in reversed(out) if one.edge >= 0), "")
            if _is_mark(inner):
                out.append(_Piece(" "))
        elif after.edge > 0 >= piece.edge and piece.text[-1:].isalnum():
            inner = next((one.text[0] for one in pieces[number + 1 :] if one.edge <= 0), "")
            if _is_mark(inner):
                out.append(_Piece(" "))
    return out


def _is_mark(letter: str) -> bool:
    return not (letter.isalnum() or letter.isspace())


def _space_before(mark: Mark, draft: str, offset: int) -> str:
    """A blank before something without words of its own, where the source has one."""
    before = draft[offset - 1 : offset] if offset else ""
    ends = before.isalnum() and before.isascii()
    return " " if mark.space_before and (ends or before in set(".!?…,;:»”)")) else ""


def _space_after(mark: Mark, draft: str, offset: int) -> str:
    after = draft[offset : offset + 1]
    return " " if mark.space_after and after.isalnum() and after.isascii() else ""
