"""How a translation is written into Markdown.

Only constructs that the source sentence has too (same kind, same destination) stay markup, and
they are written as the source writes them; everything else in a translation is text.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from transflow.documents.md_certain import are_plain, with_addresses
from transflow.documents.md_escape import (
    ended,
    escape,
    escape_inline,
    guard_cell,
    guard_heading,
    guard_line,
)
from transflow.documents.md_inline import markdown_spans
from transflow.documents.md_inner import ENTITY
from transflow.documents.partners import emptied, match_spans
from transflow.documents.plan import Around, Slot
from transflow.documents.protect import TEMPLATE, defused
from transflow.documents.tags import closed
from transflow.model import Segment, Span, SpanKind, UnitKind

__all__ = ["AltPlace", "MarkdownPlace", "TitlePlace", "on_one_line"]

Source = Callable[[int, int], str]
_TAGS = {SpanKind.EMPHASIS: "em", SpanKind.STRONG: "strong", SpanKind.STRIKE: "del"}
_MASK = "\x01"
"""No part of a link's destination: https://spec.commonmark.org/0.31.2/#link-destination."""
_TASK = re.compile(r"^\[(?=[ xX]\](?![(\[]))")
"""What makes a task of a list's item: before a blank, and to comrak before an escape."""
_ADDRESSED = re.compile(r"@|://|www(?=\.)")
_SIGNS = re.compile(r"[*_~]")
_LIVE = re.compile(r"[\[\]<>{@*_`~$%\\^=+:#&|\r\n]")
"""What a text has in which anything is escaped, but at its beginning, or read as more than text."""
_BREAKS = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class MarkdownPlace:
    """A block of running text: `block`, `heading` (on one line) or `cell`."""

    form: str = "block"
    labels: frozenset[str] = frozenset()

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        if not slot.segment.spans and _LIVE.search(text) is None and "www." not in text:
            return text if self.form == "heading" or not around.line_start else guard_line(text)
        encoded = ended(encode_inline(slot, text, source, around, self.labels))
        if (
            encoded.startswith("[")
            and slot.segment.kind == UnitKind.LIST_ITEM
            and "x" not in self.labels
        ):
            encoded = _TASK.sub(r"\\[", encoded)
        if self.form == "cell":
            # Without a pipe before it, a row's first cell begins the line.
            cell = guard_cell(guard_line(encoded) if around.line_start else encoded)
            return f"{cell} " if cell.endswith("\\") else cell  # before a pipe it would escape that
        if self.form == "heading":
            return guard_heading(encoded)
        return guard_line(encoded) if around.line_start else encoded


@dataclass(frozen=True, slots=True)
class AltPlace:
    """The alternative text of an image; `label` is what `![text]` must name to find its target."""

    label: str | None = None
    cell: bool = False
    labels: frozenset[str] = frozenset()

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        encoded = ended(_balanced(encode_inline(slot, text, source, around, self.labels)))
        if self.label is not None:
            encoded = f"{encoded}][{self.label}"
        return guard_cell(encoded) if self.cell else encoded


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """The title of a link, an image or a reference definition, between its quotes."""

    quote: str = '"'
    cell: bool = False

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`."""
        line = on_one_line(text)
        line = re.sub(r"\\(?=[!-/:-@\[-`{-~]|$)", r"\\\\", line)
        line = re.sub(r"&(?=#?\w{1,31};)", r"\\&", line)
        line = defused(line, slot.segment.text, {"{": "\\{", "%": "\\%"})
        for char in "()" if self.quote == "(" else self.quote:
            line = line.replace(char, f"\\{char}")
        if source(max(0, slot.start - 1), slot.start) in {"\n", "\r", " ", "\t"}:
            line = guard_line(line)  # a title may begin on a line of its own
        return guard_cell(line) if self.cell else line


def on_one_line(text: str) -> str:
    """A text with blanks for its line breaks."""
    return _BREAKS.sub(" ", text) if "\n" in text or "\r" in text else text


def encode_inline(
    slot: Slot, text: str, source: Source, around: Around, labels: Collection[str] = ()
) -> str:
    """A translation as inline Markdown.

    Args:
        slot: The sentence and where its markup stands in the source.
        text: The translation.
        source: Gives parts of the source.
        around: What it will stand between.
        labels: Keys of the document's reference definitions.
    """
    line = on_one_line(text)
    found, partners = _constructs(slot.segment, line, labels)
    addressed = with_addresses(line, found, partners)
    if not found and not addressed:
        return escape_inline(line, labels)
    empty = emptied(slot.segment.spans, found, partners, line)
    fragile = {index for index in partners if _is_fragile(found[index], line)}
    sturdy: set[int] = set()
    while True:
        encoded, places = _write(
            slot, line, found, partners, source,
            labels=labels, fragile=fragile, sturdy=sturdy, empty=empty,
        )  # fmt: skip
        if not addressed and (
            not fragile or are_plain(encoded, [places[i] for i in fragile], around)
        ):
            return encoded
        seen = _seen(encoded, around, labels)
        unseen = {i for i in fragile - sturdy if (found[i].kind, *places[i]) not in seen}
        if not unseen:
            # Of an address that was no link between its brackets, none comes where those are escaped.
            ours = {
                places[index] for index in partners if found[index].kind is not SpanKind.PROTECTED
            }
            return _without_addresses(encoded, seen, ours)
        # The second time all of them: what is still unseen has another beside it.
        sturdy = fragile if sturdy else unseen


def _is_fragile(span: Span, line: str) -> bool:
    """Whether a construct's neighbours decide if it is one: emphasis, and addresses without marks."""
    if span.kind in _TAGS:
        return line[span.start] != "<"
    return span.kind == SpanKind.LINK and span.atomic and line[span.start] not in "<["


def _constructs(
    segment: Segment, line: str, labels: Collection[str]
) -> tuple[Sequence[Span], dict[int, int]]:
    """The constructs of a translation, and which of the source sentence each is."""
    wanted = segment.spans
    seen = markdown_spans(line, labels, cjk=True)
    if not wanted:
        return seen, {}
    found = closed(line, seen, wanted, segment.text)
    partners = match_spans(wanted, found, segment.text, line)
    if len(partners) == len(wanted):
        return found, partners
    if _SIGNS.search(line):
        # Read by the letter, which counts delimiters otherwise than the meaning: `**so****`.
        literal = closed(line, markdown_spans(line, labels), wanted, segment.text)
        matches = match_spans(wanted, literal, segment.text, line)
        if len(matches) > len(partners):
            found, partners = literal, matches
    matched = set(partners.values())
    missing = [span for index, span in enumerate(wanted) if span.atomic and index not in matched]
    if not missing:
        return found, partners
    # What the source sentence had verbatim is that, even where its new neighbours would make
    # something else of it.
    masked, verbatim = line, []
    free = line
    for index in partners:
        if found[index].atomic:
            free = _masked(free, found[index].start, found[index].end)
    for span in missing:
        written = segment.text[span.start : span.end]
        at = free.find(written)
        if at >= 0:
            masked = _masked(masked, at, at + len(written))
            free = _masked(free, at, at + len(written))
            verbatim.append(
                replace(span, start=at, end=at + len(written), inner_start=at, inner_end=at)
            )
    if not verbatim:
        return found, partners
    others = markdown_spans(masked, labels, cjk=True)
    both = tuple(sorted([*others, *verbatim], key=lambda span: (span.start, -span.end)))
    return both, match_spans(wanted, both, segment.text, line)


def _masked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{_MASK * (end - start)}{text[end:]}"


def _write(
    slot: Slot,
    line: str,
    found: Sequence[Span],
    partners: dict[int, int],
    source: Source,
    *,
    labels: Collection[str],
    fragile: set[int],
    sturdy: set[int],
    empty: Collection[int],
) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text with every construct replaced by its written form, and where those stand in it.

    Those of the `fragile` ones that are `sturdy` are written in a form that any neighbour leaves alone,
    the `empty` ones not at all.
    """
    parts: list[tuple[int, int, str]] = []
    for index, span in enumerate(found):
        if index in empty:
            parts.append((span.start, span.end, ""))
        elif index not in partners:
            parts += _as_text(span, line)
        elif index in sturdy:
            parts += _sturdy(span, line)
        else:
            parts += _as_source(slot, partners[index], span, line, source)
    addresses = {
        found[index].end for index in fragile - sturdy if found[index].kind is SpanKind.LINK
    }
    pieces: list[str] = []
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = size = 0
    for start, end, text in sorted(parts):
        if start < at:
            continue
        between = _between(line[at:start], labels, bare=at in addresses)
        pieces += (between, text)
        begins.setdefault(start, size + len(between))
        size += len(between) + len(text)
        ends[end] = size
        at = end
    pieces.append(_between(line[at:], labels, bare=at in addresses))
    places = {
        index: (begins.get(found[index].start, -1), ends.get(found[index].end, -1))
        for index in partners
    }
    return "".join(pieces), places


def _sturdy(span: Span, line: str) -> list[tuple[int, int, str]]:
    """Emphasis as tags; an address between angle brackets, or as a link where those want a scheme."""
    if span.kind in _TAGS:
        name = _TAGS[span.kind]
        return [
            (span.start, span.inner_start, f"<{name}>"),
            (span.inner_end, span.end, f"</{name}>"),
        ]
    written = line[span.start : span.end]
    whole = span.dest in {written, f"mailto:{written}"}  # not `http://` before `www.`
    if whole and not ENTITY.search(written) and "<" not in written:
        return [(span.start, span.end, f"<{written}>")]
    # References are read between angle brackets, and are none in a bare address.
    dest = ENTITY.sub(lambda match: f"&amp;{match[0][1:]}", span.dest)
    dest = re.sub(r"[<>]", r"\\\g<0>", dest)
    return [(span.start, span.end, f"[{escape(written)}](<{dest}>)")]


def _between(text: str, labels: Collection[str], *, bare: bool) -> str:
    """Plain text between constructs; marks right behind a bare address stay as they are.

    GFM leaves them out of the address, but would take a backslash into it.
    """
    if not bare:
        return escape_inline(text, labels)
    marks = len(text) - len(text.lstrip("*_~.,:;!?'\")"))
    return text[:marks] + escape_inline(text[marks:], labels)


def _as_source(
    slot: Slot, index: int, span: Span, line: str, source: Source
) -> list[tuple[int, int, str]]:
    """A construct that the source has: its markup as the source writes it.

    Where its title or alternative text was translated in place, as the translation has it.
    """
    wanted, text = slot.segment.spans[index], slot.segment.text
    first, last = slot.markup[index]
    html = line[span.start] == "<" and span.kind != SpanKind.LINK

    def written(start: int, end: int, theirs: str, place: tuple[int, int]) -> tuple[int, int, str]:
        own, source_text = line[start:end], source(*place)
        same = own == theirs or html or own[:1] == "<"
        return start, end, source_text if same and source_text.rstrip("[]") else own

    if span.inner_start == span.inner_end:
        return [written(span.start, span.end, text[wanted.start : wanted.end], first)]
    return [
        written(span.start, span.inner_start, text[wanted.start : wanted.inner_start], first),
        written(span.inner_end, span.end, text[wanted.inner_end : wanted.end], last),
    ]


def _as_text(span: Span, line: str) -> list[tuple[int, int, str]]:
    """A construct that the source does not have: its markup as text."""
    if span.atomic:
        return [(span.start, span.end, _literal(line[span.start : span.end]))]
    return [
        (span.start, span.inner_start, _literal(line[span.start : span.inner_start])),
        (span.inner_end, span.end, _literal(line[span.inner_end : span.end])),
    ]


def _literal(text: str) -> str:
    """Markup as text, addresses included (GFM would make links of them)."""
    # `{#name}` behind a heading, which outputs write, names no attribute
    listed = text[:1] == "{" and "=" in text and text[1] not in "{%:" and TEMPLATE.match(text)
    escaped = ("\\" if listed else "") + re.sub(
        r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)|(?=@)", r"\\", escape(text)
    )
    return re.sub(r"(?<!\\)[*_~\[\]]", r"\\\g<0>", escaped)


def _seen(encoded: str, around: Around, labels: Collection[str]) -> set[tuple[SpanKind, int, int]]:
    """The constructs that CommonMark's rules see beside what the text will stand between."""
    before, after = (char if char.strip() else "" for char in (around.before, around.after))
    return {
        (span.kind, span.start - len(before), span.end - len(before))
        for span in markdown_spans(f"{before}{encoded}{after}", labels)
    }


def _without_addresses(
    encoded: str, seen: set[tuple[SpanKind, int, int]], ours: Collection[tuple[int, int]]
) -> str:
    """The text with addresses made text that are some only since what is around them was escaped."""
    places = sorted(ours)
    parts: list[str] = []
    at = reach = index = 0
    for kind, start, end in sorted(seen, key=lambda each: each[1]):
        while index < len(places) and places[index][0] <= start:
            reach = max(reach, places[index][1])
            index += 1
        bare = kind == SpanKind.LINK and encoded[start : start + 1] not in {"<", "["}
        if bare and start >= max(at, reach):
            # All in one: without the first the next would begin another.
            address = _ADDRESSED.sub(_as_no_address, encoded[start:end])
            parts += (encoded[at:start], address)
            at = end
    return "".join((*parts, encoded[at:]))


def _as_no_address(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0] == "www" else f"\\{mark[0]}"


def _balanced(text: str) -> str:
    """Brackets that do not pair up escaped, so that the text fits between brackets."""
    stack: list[int] = []
    loose: list[int] = []
    for match in re.finditer(r"\\.|[\[\]]", text):
        if match.group() == "[":
            stack.append(match.start())
        elif match.group() == "]":
            if stack:
                stack.pop()
            else:
                loose.append(match.start())
    for place in sorted([*stack, *loose], reverse=True):
        text = f"{text[:place]}\\{text[place:]}"
    return text
