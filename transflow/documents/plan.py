"""Where each segment lives in the source, and how texts are put there.

The same for every format: a `Plan` for each unit says which source ranges its sentences have,
and its `Place` knows how a text must be written there (escaped, quoted). Only the ranges of
units that have a translated sentence are replaced.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from transflow.bcp47 import sentence_space
from transflow.collecting import uncollected
from transflow.documents.cutting import shifted
from transflow.model import MERGED, Segment, Unit

__all__ = [
    "Around",
    "Patches",
    "Place",
    "Plan",
    "Slot",
    "Whole",
    "apply_patches",
    "patch_units",
    "wide",
]

_BEHIND = re.compile(r"(?:[*_~]+|</?[A-Za-z][^<>]*>|\](?:\([^()\s]*\)|\[[^\[\]]*\])?)+$")
"""Markup at the end of a text, behind its last visible character."""
_CLOSING = "*_~>)]"
"""What such markup ends with."""
_AHEAD = re.compile(r"(?:[*_~\[]+|<[A-Za-z][^<>]*>)+")
_OPENING = "*_~[<"
_RULE = re.compile(r"[\r\n][ \t>]*\|?[ \t]*:?-[-:| \t]*$", re.MULTILINE)
"""A line that makes a table of it and the line before, where both have as many cells."""

Range = tuple[int, int]
Source = Callable[[int, int], str]
"""Gives a range of the source with the patches of the units inside it applied."""
Wrap = Callable[[Segment], tuple[str, str]]
Patches = list[tuple[int, int, str]]


@dataclass(slots=True)
class Slot:
    """One sentence's place.

    `markup` holds, for each of the segment's spans, the source ranges of its opening and its
    closing markup (of an atomic span: the whole, and nothing).
    """

    segment: Segment
    start: int
    end: int
    markup: tuple[tuple[Range, Range], ...] = ()


@dataclass(slots=True)
class Around:
    """What a sentence will stand between."""

    line_start: bool = True
    """It begins a line, where its text could start a block."""
    before: str = ""
    """The character before it; empty at the beginning of its unit."""
    after: str = ""
    """The character after it; empty at the end of its unit."""


_ALONE = (Around(line_start=False), Around())
"""What a sentence stands between that is all of its unit: within a line, and where one begins."""


class Place(Protocol):
    """How a text is written where a unit stands."""

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """The text in the form the source wants.

        Args:
            slot: The sentence.
            text: Its translation, as in a msgstr.
            source: Gives parts of the source, for markup that is written back as it was.
            around: Where it will stand.
        """
        ...


@dataclass(slots=True)
class Whole:
    """A region of the source that one unit fills, and how the unit's text is written there."""

    start: int
    end: int
    write: Callable[[str], str]


@dataclass(slots=True)
class Plan:
    """One unit's place."""

    unit: Unit
    slots: tuple[Slot, ...]
    place: Place
    inner: bool = False
    """Whether it lies inside the markup of another unit (an alternative text, a link title)."""
    first_on_line: bool = True
    markable: bool = True
    """Whether a mark may be put around its sentences (it is body text, not an attribute)."""
    whole: "Whole | None" = None
    """For a value that is written anew as a whole (a YAML scalar)."""


def apply_patches(source: str, patches: Patches, start: int = 0, end: int | None = None) -> str:
    """`source[start:end]` with every patch that lies in it; the outermost of nested ones wins."""
    stop = len(source) if end is None else end
    parts: list[str] = []
    at = start
    for left, right, text in sorted(patches, key=lambda patch: (patch[0], -patch[1])):
        if left < at or right > stop:
            continue
        parts += (source[at:left], text)
        at = right
    parts.append(source[at:stop])
    return "".join(parts)


@uncollected()
def patch_units(
    source: str,
    plans: Sequence[Plan],
    texts: Mapping[str, str],
    locale: str,
    wrap: Wrap | None = None,
) -> Patches:
    """The patches that put `texts` into `source`.

    Args:
        source: The article.
        plans: Its units, in any order.
        texts: Segment id -> text; missing, empty and unchanged ones leave the source as it is.
        locale: BCP 47 tag of the texts.
        wrap: What to put around each sentence of body text.
    """
    inner: Patches = []
    for plan in plans:
        if plan.inner:
            inner += _patch(
                source, plan, texts, locale, wrap=None, patched=lambda a, b: source[a:b]
            )
    order = sorted(inner)
    starts = [patch[0] for patch in order]

    def patched(start: int, end: int) -> str:
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] > end:
            return source[start:end]
        return apply_patches(source, order[low : bisect_right(starts, end)], start, end)

    outer: Patches = []
    for plan in plans:
        if not plan.inner:
            outer += _patch(source, plan, texts, locale, wrap=wrap, patched=patched)
    return outer + order


def _patch(
    source: str,
    plan: Plan,
    texts: Mapping[str, str],
    locale: str,
    *,
    wrap: Wrap | None,
    patched: Source,
) -> Patches:
    """The patch of one unit, or none."""
    slots = plan.slots
    if len(slots) == 1 and not wrap and not plan.whole:
        slot = slots[0]
        text = _given(slot, texts)
        if text is None:
            return []
        if text != MERGED:
            alone = _ALONE[plan.first_on_line]
            return [(slot.start, slot.end, plan.place.encode(slot, text, patched, alone))]
    given = [_given(slot, texts) for slot in slots]
    wraps = wrap if plan.markable else None
    translated = given.count(None) < len(given)
    if not wraps and not translated:
        return []
    shown: list[str] = [
        "" if text == MERGED else text or slot.segment.text
        for slot, text in zip(slots, given, strict=True)
    ]
    gaps = ["", *_gaps(source, plan, given, shown, locale)]
    if plan.whole:
        pieces = (part for pair in zip(gaps, shown, strict=True) for part in pair)
        return [(plan.whole.start, plan.whole.end, plan.whole.write("".join(pieces)))]
    parts: list[str] = []
    hosts = _hosts(slots, given) if MERGED in given else {}
    for index, slot in enumerate(slots):
        gap, text = gaps[index], given[index]
        parts.append(gap)
        if text == MERGED:
            continue
        if text is None and translated:
            text = _rewritten(source, slot, gaps[max(1, index) : index + 2])
        if text is None:
            encoded = patched(slot.start, slot.end)
        else:
            around = Around(
                "\n" in gap or "\r" in gap or (not index and plan.first_on_line),
                gap[-1:] or _near(shown, index, -1)[-1:],
                gaps[index + 1][:1] or _near(shown, index, 1)[:1] if index + 1 < len(gaps) else "",
            )
            encoded = plan.place.encode(hosts.get(index, slot), text, patched, around)
        if wraps:
            head, tail = wraps(slot.segment)
            parts += (head, encoded, tail)
        else:
            parts.append(encoded)
    return [(slots[0].start, slots[-1].end, "".join(parts))]


def _hosts(slots: Sequence[Slot], given: Sequence[str | None]) -> dict[int, Slot]:
    """Sentences that hold merged neighbours, with the markup of those beside their own.

    Which of its two neighbours holds a merged one is not said: both may have its markup.
    """
    hosts: dict[int, Slot] = {}
    for index, text in enumerate(given):
        if text != MERGED:
            continue
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(slots) and given[at] == MERGED:
                at += step
            if 0 <= at < len(slots) and given[at]:
                hosts[at] = _with_markup(hosts.get(at, slots[at]), slots[index])
    return hosts


def _with_markup(slot: Slot, other: Slot) -> Slot:
    """A sentence as if another's text and markup stood behind it."""
    own, theirs = slot.segment, other.segment
    by = len(own.text) + 1
    spans = [shifted(span, by) for span in theirs.spans]
    joint = replace(own, text=f"{own.text} {theirs.text}", spans=(*own.spans, *spans))
    return Slot(joint, slot.start, slot.end, (*slot.markup, *other.markup))


def _given(slot: Slot, texts: Mapping[str, str]) -> str | None:
    """The text to put in a slot; None where the source stays."""
    text = texts.get(slot.segment.id)
    if not text or text == slot.segment.text:
        return None
    return text.strip() or None


def _rewritten(source: str, slot: Slot, gaps: Sequence[str]) -> str | None:
    """The own text of an untranslated sentence, where it must be written like a translation.

    Its markup stands at an edge that lost its blank, and emphasis is only seen beside certain neighbours;
    or a line of it could rule a table under a line that now has other cells.
    """
    text, spans = slot.segment.text, slot.segment.spans
    glued = "" in gaps and any(span.start == 0 or span.end == len(text) for span in spans)
    return text if glued or _RULE.search(source, slot.start, slot.end) else None


def _near(shown: list[str], index: int, step: int) -> str:
    """The nearest text before (-1) or after (1) that is not merged into another."""
    index += step
    while 0 <= index < len(shown):
        if shown[index]:
            return shown[index]
        index += step
    return ""


def _gaps(
    source: str, plan: Plan, given: list[str | None], shown: list[str], locale: str
) -> list[str]:
    """What stands between the sentences; beside a merged one only breaks and comments stay."""
    gaps = []
    slots, spaced = plan.slots, bool(sentence_space(locale))
    for index in range(1, len(slots)):
        slot = slots[index]
        gap = slot.segment.before if plan.whole else source[slots[index - 1].end : slot.start]
        if given[index - 1] is not None or given[index] is not None:
            before = shown[index - 1] or _near(shown, index, -1)
            gap = _gap(gap, before, shown[index], spaced=spaced)
        gaps.append(gap)
    return gaps


def _gap(gap: str, before: str, after: str, *, spaced: bool) -> str:
    """The gap where one of two sentences is translated.

    Breaks and comments stay as written; white space becomes what the target language has:
    nothing beside a Han or kana character or full-width mark, else what the source has, or a
    blank where it has none.
    """
    if gap.strip() or "  \n" in gap or "  \r" in gap or gap == "\n":
        return gap
    if not before or not after:
        return ""
    if gap and spaced:
        return gap
    last = before[-1] if before[-1] not in _CLOSING else _BEHIND.sub("", before)[-1:]
    first = after[0] if after[0] not in _OPENING else _AHEAD.sub("", after)[:1]
    glued = (wide(last), wide(first))
    if spaced:
        return "" if all(glued) else " "
    return "" if any(glued) else gap


def wide(char: str) -> bool:
    """Whether a character is Han, kana or a full-width mark, written without blanks."""
    return (
        not char.isascii()
        and unicodedata.east_asian_width(char) in {"W", "F"}
        and not "\uac00" <= char <= "\ud7af"
    )
