"""Markup out of a sentence before an engine sees it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.documents import plain
from transflow.model import Span

__all__ = ["Lifted", "Mark", "lift"]

_WORDS = re.compile(r"[\w\ue000-\uf8ff]")
"""Anything to translate, or a letter that stands for code; a link around an arrow has none: it is one sign."""
_RAISED = re.compile(r"<sup\b[^<>]*>[A-Za-z]</sup\s*>", re.IGNORECASE)
"""A note's letter, which is no article: one sign as well."""
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Hints for line breaks and directions, which cut words in pieces that no engine has seen."""
_FORMS = re.compile("[\u2103\u2109\u2160-\u217f\u3371-\u33df\uff01-\uff5e\ufb00-\ufb06]+")
"""Full-width Latin, ligatures, Roman numerals and units in one sign: letters that Unicode knows by others."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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

    @property
    def leads(self) -> bool:
        """Whether it goes with the word behind it, and has none of its own: an anchor."""
        return self.start == self.end and self.space_before and not self.space_after


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

    @property
    def solid(self) -> tuple[int, ...]:
        """Indexes of the marks that are nothing around nothing: all but links and ordinals' ends."""
        return tuple(
            index
            for index, mark in enumerate(self.marks)
            if mark.start < mark.end
            and not mark.opening.lower().startswith(("[", "<a"))
            and not self.text[: mark.start][-1:].isdigit()
        )

    @property
    def fragile(self) -> tuple[int, ...]:
        """Indexes of the marks whose neighbours decide if they are any: emphasis in Markdown."""
        return tuple(
            index
            for index, mark in enumerate(self.marks)
            if self.format == "markdown" and not mark.atomic and mark.opening[0] in "*_~"
        )


def lift(text: str, spans: Sequence[Span], format: str) -> Lifted:  # noqa: A002
    """Take the markup out of a sentence.

    Args:
        text: The msgid.
        spans: Its inline constructs, outer before inner.
        format: `markdown`, `html` or `text`.

    Returns:
        Plain text and marks, the text in the letters that engines know: composed, without hints
        for line breaks, and Latin in its own width. Where an atomic construct stood between two words a blank stands;
        where it touched a word nothing does.
    """
    wide = bool(_WIDE.search(text))
    parts: list[str] = []
    marks: list[Mark | None] = []
    size = 0
    at = 0
    open_marks: list[tuple[Span, int, int]] = []

    def copy(upto: int) -> None:
        nonlocal at, size
        piece = _familiar(plain(text[at:upto], format), wide=wide)
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
        inner = text[span.inner_start : span.inner_end]
        note = _RAISED.fullmatch(text[span.start : span.end])
        if span.atomic or note or not _WORDS.search(plain(inner, format)):
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


def _familiar(text: str, *, wide: bool) -> str:
    """A text in the letters that an engine has seen; full-width ones stay among wide ones."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return text if wide else _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _spaces(text: str, span: Span) -> dict[str, bool]:
    before, after = text[: span.start][-1:], text[span.end : span.end + 1]
    return {
        "space_before": not before or before.isspace(),
        "space_after": not after or after.isspace(),
    }
