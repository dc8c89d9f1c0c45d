"""A unit's text into sentences: where its markup lets it be cut."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from transflow.documents.protect import ADDRESS, PATHS
from transflow.model import Span, SpanKind
from transflow.segmentation import CODE, retile, split

__all__ = ["Cutter", "Options", "inside", "plain_sentences", "shifted", "words"]

_WORD = re.compile(r"\w")
_REFERENCE = re.compile(r"&(?:#\w{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKS = re.compile(r"[^\w\s]")
_UNREAD = frozenset({SpanKind.CODE, SpanKind.PROTECTED, SpanKind.LINK})
"""Kinds of pieces whose marks are no part of the sentence, where they are atomic."""
_ENDING = frozenset('.!?…"”’)»')
"""What a sentence ends with."""
_QUOTED_CODE = re.compile(r"`[^`]+`")
"""Code in plain text, as a front matter's description has it."""
_TAG = re.compile(r"<[^<>]*>|\]\([^()]*\)")
_MARK_OF_NOTE = re.compile(r"[\[(]{0,2}(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]{0,2}")
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
"""Elements of HTML whose words are code or keys."""
_DRAWN = frozenset({"script", "style", "svg"})
"""Elements that hold no words."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Options:
    """What an article is read with."""

    locale: str
    sentences: bool = True
    known: frozenset[str] = frozenset()
    """Msgids that catalogs of the article hold; see `transflow.segmentation.retile`."""
    front_matter: tuple[str, ...] = ()
    svg_text: bool = False
    pre_text: bool = False
    arguments: frozenset[str] = frozenset()
    """Names of the arguments of template tags that are translated."""
    linked: Callable[[str], str | None] | None = None
    """Gives the text of a file that the article links to (ITS rules), None where there is none."""


def plain_sentences(text: str, options: Options) -> list[Range]:
    """The sentences of a text without markup and line breaks."""
    part = text.strip()
    if not _has_word(part, 0, len(part)) or _is_paths(part, 0, len(part)):
        return []
    start = 0 if text.startswith(part) else text.find(part)
    if not options.sentences:
        return [(start, start + len(part))]
    code = [match.span() for match in _QUOTED_CODE.finditer(part)] if "`" in part else ()
    ranges = _known(part, split(part, options.locale, code), options)
    return [(start + left, start + right) for left, right in ranges] if start else ranges


def _has_word(text: str, start: int, end: int) -> bool:
    """Whether a part has a letter or digit that is of no character reference: `&emsp;` is a blank."""
    if start < end and text[start].isalnum():
        return True
    found = _WORD.search(text, start, end)
    if found is None or found.start() == start or text[found.start() - 1] not in "&#":
        return found is not None
    return _WORD.search(_REFERENCE.sub(" ", text[start:end])) is not None


def _is_paths(text: str, start: int, end: int) -> bool:
    """Whether a part is nothing but paths of files."""
    return "/" in text and PATHS.fullmatch(text, start, end) is not None


def _known(part: str, ranges: list[Range], options: Options) -> list[Range]:
    """The cuts that the catalogs have, where those of today's rules are not in them."""
    known = options.known
    if known and not all(part[left:right] in known for left, right in ranges):
        return retile(part, known) or ranges
    return ranges


class Cutter:
    """Cuts one unit's text."""

    def __init__(self, text: str, spans: Sequence[Span], options: Options) -> None:
        self.text = text
        self.spans = spans
        self.options = options
        self.starts = [span.start for span in spans]
        self.reach: list[int] = []
        """How far each span or one before it reaches, once it is asked for."""
        self.bare = ""
        """The text with markup blanked out, once it is asked for."""
        self.comment_ends: dict[int, int] = {}
        self.comment_starts: dict[int, int] = {}
        self.notes: dict[int, int] = {}
        for span in spans:
            if span.kind is SpanKind.COMMENT:
                self.comment_ends[span.start] = span.end
                self.comment_starts[span.end] = span.start
            elif span.kind is SpanKind.FOOTNOTE or span.dest == "^[":
                self.notes[span.start] = span.end

    def sentences(self, breaks: Sequence[Range]) -> list[Range]:
        """The sentences of the text; breaks part it and belong to none."""
        if not breaks:
            return self._cut(0, len(self.text))
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return [cut for part in zip(starts, ends, strict=True) for cut in self._cut(*part)]

    def _worded(self, start: int, end: int) -> bool:
        """Whether there is a word in a part; most begin with one before any markup."""
        before = bisect_left(self.starts, start)
        if before and not self.reach:
            self.reach = list(accumulate([span.end for span in self.spans], max))
        if not before or self.reach[before - 1] <= start:
            first = self.starts[before] if before < len(self.starts) else end
            if _has_word(self.text, start, min(first, end)):
                return True
        self.bare = self.bare or words(self.text, self.spans)
        return _has_word(self.bare, start, end)

    def _cut(self, start: int, end: int) -> list[Range]:
        start, end = self._trim(start, end)
        if start >= end or not self._worded(start, end) or _is_paths(self.text, start, end):
            return []
        if not self.options.sentences:
            return [(start, end)]
        part = self.text[start:end]
        spans = inside(self.spans, self.starts, start, end)
        if not spans:
            ranges = _known(part, split(part, self.options.locale), self.options)
            moved = [(start + left, start + right) for left, right in ranges]
            return self._with_words(moved) if self.options.known else moved
        ranges = _Bare(part, spans, start).cut(self.options.locale)
        if ranges == [(0, len(part))] and not self.options.known:
            return [(start, end)]
        ranges = _known(part, ranges, self.options)
        moved = [(start + left, start + right) for left, right in ranges]
        whole = self._with_words(self._with_notes(_whole(moved, spans, end)))
        return [self._trim(*each) for each in whole] if self.comment_ends else whole

    def _trim(self, start: int, end: int) -> Range:
        """The part without white space and comments at its edges."""
        text = self.text
        if (
            not self.comment_ends
            and start < end
            and not (text[start].isspace() or text[end - 1].isspace())
        ):
            return start, end
        while start < end:
            if text[start].isspace():
                start += 1
            elif self.comment_ends.get(start, end + 1) <= end:
                start = self.comment_ends[start]
            elif text[end - 1].isspace():
                end -= 1
            elif self.comment_starts.get(end, -1) >= start:
                end = self.comment_starts[end]
            else:
                break
        return start, end

    def _with_notes(self, ranges: list[Range]) -> list[Range]:
        """A footnote's number at the beginning of a sentence given to the one before it."""
        if not self.notes:
            return ranges
        moved: list[Range] = []
        for start, end in ranges:
            begin = start
            while moved and begin in self.notes and begin < end:
                moved[-1] = (moved[-1][0], self.notes[begin])
                begin = self.notes[begin]
                while begin < end and self.text[begin].isspace():
                    begin += 1
            if begin < end:
                moved.append((begin, end))
        return moved

    def _with_words(self, ranges: list[Range]) -> list[Range]:
        """A piece that holds only markup joined to its neighbour."""
        if len(ranges) == 1:
            return ranges
        joined: list[Range] = []
        before = True
        for start, end in ranges:
            worded = self._worded(start, end)
            if joined and not (worded and before):
                joined[-1] = (joined[-1][0], end)
                before = before or worded
            else:
                joined.append((start, end))
                before = worded
        return joined


def _whole(ranges: list[Range], spans: Sequence[Span], limit: int) -> list[Range]:
    """The ranges as long as the constructs in them: one may begin or end with nothing but blanks."""
    whole: list[Range] = []
    index = 0
    for start, end in ranges:
        left, right = start, end
        while index < len(spans) and spans[index].start < right:
            span = spans[index]
            if span.end > left:
                left, right = min(left, span.start), max(right, min(span.end, limit))
            index += 1
        if whole and left < whole[-1][1]:
            before = whole.pop()
            left, right = before[0], max(right, before[1])
        whole.append((left, right))
    return whole


class _Bare:
    """A text without the markup around words, which hides where sentences end: `**So.** Then`."""

    def __init__(self, text: str, spans: Sequence[Span], base: int) -> None:
        """Take the markup of `spans`, which count from `base`, out of `text`."""
        self.source = text
        self.notes = _notes(text, spans, base)
        if self.notes:
            spans = [
                span
                for span in spans
                if not any(left <= span.start - base < right for left, right in self.notes)
            ]
            for left, right in self.notes:
                text = f"{text[:left]}{' ' * (right - left)}{text[right:]}"
        text = _without_marks(text, spans, base)
        self.opening: dict[int, int] = {}
        """Where the content of a construct begins -> where its markup does."""
        self.closing: dict[int, int] = {}
        self.protected: list[Range] = []
        self.raw: list[int] = []
        """Where in `text` each further piece begins, and `at`: where in the bare text."""
        self.at: list[int] = []
        marks: list[Range] = []
        for span in spans:
            left, right = span.start - base, span.end - base
            begin, stop = span.inner_start - base, span.inner_end - base
            if begin == stop or right > len(text):
                self.protected.append((left, min(right, len(text))))
                continue
            marks += ((left, begin), (stop, right))
            self.opening[begin], self.closing[stop] = left, right
            if text[begin].isspace() or text[stop - 1].isspace():
                content = text[begin:stop]
                stop = begin + len(content.rstrip())
                begin += len(content) - len(content.lstrip())
            self.protected.append((begin, stop))
        marks.sort()
        marks.append((len(text), len(text)))
        parts: list[str] = []
        at = size = 0
        for left, right in marks:
            if left < at:
                continue
            self.raw.append(at)
            self.at.append(size)
            parts.append(text[at:left])
            size += left - at
            at = right
        self.text = "".join(parts)

    def cut(self, locale: str) -> list[Range]:
        """The sentences, as ranges of the text with its markup."""
        protected = ((self._bare(a), self._bare(b)) for a, b in self.protected)
        ranges = split(self.text, locale, protected)
        found = [(self._begin(left), self._end(right)) for left, right in ranges]
        for left, right in self.notes:
            found = [(begin, right if end == left else end) for begin, end in found]
        return found

    def _bare(self, place: int) -> int:
        index = bisect_right(self.raw, place) - 1
        limit = self.at[index + 1] if index + 1 < len(self.at) else len(self.text)
        return min(self.at[index] + place - self.raw[index], limit)

    def _begin(self, place: int) -> int:
        """Where a sentence begins, with the markup before it and the blanks inside that."""
        index = bisect_right(self.at, place) - 1
        found = self.raw[index] + place - self.at[index]
        at = found
        while True:
            if at in self.opening:
                found = at = self.opening[at]
            elif at and self.source[at - 1].isspace():
                at -= 1
            else:
                return found

    def _end(self, place: int) -> int:
        """Where it ends, with the markup behind it."""
        index = bisect_left(self.at, place) - 1
        found = self.raw[index] + place - self.at[index]
        at, size = found, len(self.source)
        while True:
            if at in self.closing:
                found = at = self.closing[at]
            elif at < size and self.source[at].isspace():
                at += 1
            else:
                return found


def _notes(text: str, spans: Sequence[Span], base: int) -> list[Range]:
    """Marks of notes right behind sentences, as elements, links, citations or tags: `It rose.<sup>2</sup> Then`."""
    found: list[Range] = []
    end = -1
    for span in spans:
        left, right = span.start - base, span.end - base
        if left < end or not (left == end or text[left - 1 : left] in _ENDING):
            continue
        shown = _TAG.sub("", text[span.inner_start - base : span.inner_end - base])
        marks = span.kind is SpanKind.LINK or span.dest.lower() == "sup"
        unseen = span.kind is SpanKind.CODE and span.dest in _DRAWN
        if span.kind is SpanKind.PROTECTED or unseen or (marks and _MARK_OF_NOTE.fullmatch(shown)):
            found.append((left, right))
            end = right
    kept: list[Range] = []
    for left, right in reversed(found):
        after = text[right : right + 1]
        parts = text.startswith("{%", left) and after.isupper()  # `Shown if.{% else %}Shown else.`
        if not after.strip() or parts or (kept and kept[-1][0] == right):
            kept.append((left, right))
    return kept[::-1]


def _without_marks(text: str, spans: Sequence[Span], base: int) -> str:
    """The text with letters for the marks in its code and addresses: no sentence ends in "type `?`"."""
    parts: list[str] = []
    at = 0
    for span in spans:
        start, end = span.inner_start - base, span.inner_end - base
        if start == end and span.kind in _UNREAD:
            start, end = span.start - base, span.end - base
        elif span.kind is not SpanKind.HTML or span.dest.lower() not in _CODE:
            continue
        if at <= start < end:
            inner = _MARKS.sub("x", text[start:end])
            if span.kind is SpanKind.CODE and span.dest not in _DRAWN:
                inner = CODE + inner[1:]
            parts += (text[at:start], inner)
            at = end
    return "".join((*parts, text[at:])) if parts else text


def inside(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> list[Span]:
    """The spans that begin in a range, by their sorted starts."""
    return list(spans[bisect_left(starts, start) : bisect_left(starts, end)])


def words(text: str, spans: Sequence[Span]) -> str:
    """The text with markup and everything atomic blanked out, of the same length."""
    if not spans:
        return text
    blanks: list[Range] = []
    for span in spans:
        if span.inner_start == span.inner_end or (
            span.kind is SpanKind.LINK and ADDRESS.fullmatch(text, span.inner_start, span.inner_end)
        ):
            blanks.append((span.start, span.end))
        else:
            blanks += ((span.start, span.inner_start), (span.inner_end, span.end))
    parts: list[str] = []
    at = 0
    for start, end in sorted(blanks):
        if end <= at:
            continue
        parts += (text[at:start], " " * (end - max(at, start)))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def shifted(span: Span, by: int) -> Span:
    """The span in a text that begins `by` characters earlier."""
    return Span(
        span.kind,
        span.start + by,
        span.end + by,
        span.inner_start + by,
        span.inner_end + by,
        span.dest,
    )
