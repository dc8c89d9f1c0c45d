"""Stand-ins: what travels through an engine in place of a literal, and is changed back after.

A literal that reads like a word (an address, a file, a reference) travels as a two-figure number
that the sentence does not hold: of eighteen styles tried on the starter models it came back whole
most often, 33 times in 36, where letters with figures did so 20 times. Terminology leads
the decoder to the number as to any do-not-translate term. A literal that reads like no word (an
emoji, a sign, a tag) is left out and put in again where the words around it went.
No stand-in ever stays in a draft.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transflow.engines.alignment import Alignment
from transflow.translation.literals import Literal
from transflow.translation.spanwords import atoms, is_word
from transflow.translation.standincounts import HOURS, called, counted, fitting, led

__all__ = [
    "LABEL",
    "NUMBERS",
    "STYLES",
    "WORDING",
    "Mark",
    "Masked",
    "mask",
    "touching",
    "unmask",
]

STYLES = ("{}", "[{}]", "X{}")
"""How a stand-in may look, in the order they are tried."""
NUMBERS = (71, 83, 94, 67, 79, 86, 97, 73, 89, 68, 76, 84, 92, 63, 78, 87, *range(101, 400, 2))
WORDING = "wording"
"""Kind of what an engine reads in other words: nothing of it has to come back."""
LABEL = "label"
"""Kind of a label at the head of a sentence, which is written by rule: no engine sees it."""
_LEFT_OUT = frozenset({"emoji", "tag", "sign", LABEL})
_APART = _LEFT_OUT | {WORDING}
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_GLUE = re.compile(r"(?a:[\w.:/+*=|~·-]{0,12})")
"""What may stand between the literals of one token: `&lt;br&gt;`."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_ENDS = ".!?…。！？:：;；"

Range = tuple[int, int]
Links = list[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A literal in a masked text.

    Attributes:
        literal: What it is, with its place in the original.
        start: Where its stand-in begins in the masked text.
        end: Where it ends; `start` where the literal was left out.
        text: The stand-in; empty where it was left out.
        cut: Letters of the original it covers: the literal, and a space too many.
    """

    literal: Literal
    start: int
    end: int
    text: str
    cut: Range


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with stand-ins."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Where stand-ins are in the text."""
        return tuple((mark.start, mark.end) for mark in self.held if mark.text)

    @property
    def held(self) -> tuple[Mark, ...]:
        """The marks whose literals come back: not what the engine only reads in other words."""
        return tuple(mark for mark in self.marks if mark.literal.kind != WORDING)

    @property
    def breaks(self) -> tuple[int, ...]:
        """Places between sentences where something was left out: parts end there."""
        return tuple(
            mark.start
            for mark in self.held
            if not mark.text
            if self.text[: mark.start].rstrip()[-1:] in _ENDS or _BREAK.match(mark.literal.text)
            if self.text[: mark.start].strip() and self.text[mark.start :].strip()
        )

    def original(self, place: int, *, end: bool = False) -> int:
        """An offset of the text as an offset of the text before masking."""
        moved = place
        for mark in self.marks:
            if mark.start < place < mark.end:
                return mark.literal.end if end else mark.literal.start
            if place > mark.start or (place == mark.end and not end):
                moved += (mark.cut[1] - mark.cut[0]) - (mark.end - mark.start)
        return moved


def touching(text: str, literals: Sequence[Literal]) -> tuple[Literal, ...]:
    """Literals with those made one that no space parts: in `7183` nobody would know two stand-ins.

    Args:
        text: Where they stand.
        literals: In order.
    """
    whole: list[Literal] = []
    for one in literals:
        last = whole[-1] if whole else None
        gap = text[last.end : one.start] if last else " "
        if last and _GLUE.fullmatch(gap) and not _APART & {last.kind, one.kind}:
            whole[-1] = Literal(last.start, one.end, last.text + gap + one.text, last.kind)
        else:
            whole.append(one)
    return tuple(whole)


def mask(text: str, literals: Sequence[Literal], style: str = STYLES[0]) -> Masked:
    """Put a stand-in in place of each literal, or nothing where it reads like no word."""
    if not literals:
        return Masked(text)
    numbers = [number for number in NUMBERS if str(number) not in text]
    parts: list[str] = []
    marks: list[Mark] = []
    at = size = 0
    for literal in literals:
        parts.append(text[at : literal.start])
        size += literal.start - at
        start, end = literal.start, literal.end
        standin = ""
        if literal.kind == WORDING:
            standin = literal.text
        elif literal.kind not in _LEFT_OUT:
            number = _like(literal, text, numbers)
            numbers.remove(number)
            standin = style.format(number)
        if not standin and text[end : end + 1] == " " and text[start - 1 : start] in {"", " "}:
            end += 1
        parts.append(standin)
        marks.append(Mark(literal, size, size + len(standin), standin, (start, end)))
        size += len(standin)
        at = end
    return Masked("".join([*parts, text[at:]]), tuple(marks))


def _like(literal: Literal, text: str, numbers: Sequence[int]) -> int:
    """The first number; for 3rd one that is written so too."""
    if not _ORDINAL.match(text, literal.end):
        return numbers[0]
    teens = literal.text[-2:-1] == "1"
    last = literal.text[-1:]
    fit = [
        n for n in numbers if (str(n)[-1] == last and not teens) or (teens and n % 10 in {4, 7, 9})
    ]
    return (fit or numbers)[0]


def unmask(
    masked: Masked,
    original: str,
    draft: str,
    alignment: Alignment,
    *,
    locale: str,
    bounds: Sequence[tuple[int, int]] = (),
) -> tuple[str, Alignment, tuple[Literal, ...]]:
    """The draft with each literal once, and the alignment to fit.

    Args:
        masked: What the engine read.
        original: The text before masking.
        draft: What came back.
        alignment: Between `masked.text` and `draft`.
        locale: BCP 47 tag of the draft.
        bounds: (end of a part in `masked.text`, end of its draft in `draft`), if there are parts.

    Returns:
        Text, alignment between the original and it, and the literals whose place is a guess.
    """
    links = list(alignment)
    guessed: list[Literal] = []
    ends = dict(bounds)
    inserts: list[tuple[int, Mark]] = []
    swaps: list[tuple[int, int, str]] = []
    for mark in masked.held:
        found = _occurrences(draft, mark.text) if mark.text else []
        free = [span for span in found if not any(span[0] < e and s < span[1] for s, e, _ in swaps)]
        if free:
            free = _best_first(mark, free, links)
            start, end = free[0]
            end = counted(draft, (start, end), mark.literal, locale, original)
            start, end = called(draft, start, end, mark.literal, locale)
            fitted = _fitted(original, draft, mark, (start, end), locale)
            start, lead = led(draft, start, mark.literal, original[: mark.literal.start], locale)
            swaps.append((start, end, lead + fitted.lstrip(" ") if lead else fitted))
            swaps += [
                (a, counted(draft, (a, b), mark.literal, locale, original), "") for a, b in free[1:]
            ]
            continue
        if mark.text:
            guessed.append(mark.literal)
        inserts.append((_place(masked, mark, draft, links, ends=ends, locale=locale), mark))
    swaps = _parted(_in_order(swaps, masked, original))
    edits = [
        (start, _gap(draft, start, end) if not text else end, text) for start, end, text in swaps
    ]
    for at, mark in inserts:
        place = next((end for start, end, _ in edits if start < at < end), at)
        place = _snug(original, draft, mark, place)
        edits.append((place, place, _spaced(original, draft, mark, place, locale)))
    # From the end on; what is put in before a stand-in comes after the stand-in has gone.
    for _, (start, end, text) in sorted(
        enumerate(edits), key=lambda edit: (-edit[1][0], edit[1][0] == edit[1][1], -edit[0])
    ):
        draft, links = _replace(draft, links, start, end, text)
    moved = tuple((masked.original(a), masked.original(b, end=True), c, d) for a, b, c, d in links)
    return draft, moved, tuple(guessed)


def _in_order(
    swaps: Sequence[tuple[int, int, str]], masked: Masked, original: str
) -> list[tuple[int, int, str]]:
    """The two times of `from 5:30 to 9 p.m.` as they follow each other, where a draft turned them round."""
    ordered = list(swaps)
    for one, other in pairwise(masked.held):
        between = original[one.literal.end : other.literal.start]
        if not (
            one.literal.kind in HOURS and other.literal.kind in HOURS and _UNTIL.fullmatch(between)
        ):
            continue
        places = [
            at
            for mark in (one, other)
            for at, swap in enumerate(ordered)
            if swap[2].strip() == mark.literal.text
        ]
        if len(places) == len({one, other}) and ordered[places[0]][0] > ordered[places[1]][0]:
            first, second = ordered[places[0]], ordered[places[1]]
            ordered[places[0]] = (*first[:2], second[2])
            ordered[places[1]] = (*second[:2], first[2])
    return ordered


_UNTIL = re.compile(r"\s?(?:to|until|till|and|[–—-])\s?")


def _parted(swaps: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Literals that come to stand side by side, since what an engine counted by them goes, apart."""
    parted = sorted(swaps)
    for at, (one, other) in enumerate(pairwise(parted), 1):
        if one[1] == other[0] and is_word(one[2][-1:] or " ") and is_word(other[2][:1] or " "):
            parted[at] = (other[0], other[1], f" {other[2]}")
    return parted


def _best_first(mark: Mark, spans: Sequence[Range], links: Links) -> list[Range]:
    """Occurrences of a stand-in, first what the alignment says is the one of the source."""

    def linked(span: Range) -> int:
        return sum(
            a < mark.end and mark.start < b and c < span[1] and span[0] < d for a, b, c, d in links
        )

    return sorted(spans, key=lambda span: -linked(span))


def _occurrences(draft: str, mark: str) -> list[Range]:
    folded = "".join(_folded(letter) for letter in draft)
    pattern = r"\s*".join(re.escape(letter) for letter in mark)
    if mark.isdigit():
        pattern = re.escape(mark)
    whole = rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"
    found = re.finditer(rf"{whole}(?![.,]\d)", folded, re.IGNORECASE)
    spans = [match.span() for match in found]
    # A list without blanks, 71,83,94, reads like one number; the source has none of its own like these.
    spans = spans or [match.span() for match in re.finditer(whole, folded, re.IGNORECASE)]
    if mark.isdigit():  # an acronym grown onto it: 71EUTMR
        grown = rf"(?<![\d.,]){pattern}(?=[A-Z]{{2}})"
        spans += [match.span() for match in re.finditer(grown, folded)]
        # part of a word, 71Z or résultat71: in none a stand-in stays
        letter = "[A-Za-zÀ-ɏ]"
        onto = rf"(?<={letter}){pattern}(?!\d)|(?<!\d){pattern}(?={letter})"
        spans += [one.span() for one in re.finditer(onto, folded) if one.span() not in spans]
    return spans


def _folded(letter: str) -> str:
    normal = unicodedata.normalize("NFKC", letter)
    return normal if len(normal) == 1 else letter


def _place(
    masked: Masked, mark: Mark, draft: str, links: Links, *, ends: dict[int, int], locale: str
) -> int:
    """Where a literal that is not in the draft belongs in it."""
    text = masked.text
    if not text[: mark.start].strip():
        return 0
    if not text[mark.end :].strip():
        return len(draft)
    if mark.start in ends:
        return ends[mark.start]
    if not text[mark.end :].strip(_ENDS + " \"'”’»)"):
        return len(draft) - len(draft[len(draft.rstrip(_ENDS + " \"'”’»)\u00a0\u202f")) :])
    before = [(b, d) for _, b, _, d in links if b <= mark.start]
    behind = [(a, c) for a, _, c, _ in links if a >= mark.end]
    if _opens(mark) and behind:
        nearest = min(a for a, _ in behind)
        place = min(c for a, c in behind if a == nearest)
    elif before:
        nearest = max(b for b, _ in before)
        place = max(d for b, d in before if b == nearest)
    else:
        place = _boundary(draft, round(mark.start / max(1, len(text)) * len(draft)))
    if locale.partition("-")[0] in _SPACELESS:
        inside = (word.end for word in atoms(draft) if word.start < place < word.end)
        return next(inside, place)
    while 0 < place < len(draft) and draft[place].isalnum() and draft[place - 1].isalnum():
        place += 1
    return place


def _snug(original: str, draft: str, mark: Mark, place: int) -> int:
    """A tag's place moved over a space that the source does not have on its inner side."""
    if mark.literal.kind != "tag":
        return place
    if _opens(mark) and not original[mark.literal.end :][:1].isspace():
        return place + len(draft[place:]) - len(draft[place:].lstrip())
    if not original[: mark.literal.start][-1:].isspace():
        return len(draft[:place].rstrip())
    return place


def _opens(mark: Mark) -> bool:
    tag = mark.literal.text
    if mark.literal.kind != "tag" or tag.lstrip("{%<- ").startswith("end"):
        return False
    return tag[1] != "/" and tag[-2] != "/"


def _boundary(draft: str, place: int) -> int:
    """The nearest place between words that is not after the end mark."""
    stops = len(draft.rstrip(_ENDS + " "))
    spaces = [at for at in range(stops) if draft[at].isspace()]
    return min([*spaces, stops], key=lambda at: abs(at - place))


def _spaced(original: str, draft: str, mark: Mark, at: int, locale: str) -> str:
    """The literal with the spaces it had, as far as the target language has spaces there."""
    literal = mark.literal
    before, after = draft[:at][-1:], draft[at:][:1]
    spaceless = locale.partition("-")[0] in _SPACELESS
    lead = original[: literal.start][-1:].isspace() or bool(mark.text)
    trail = original[literal.end :][:1].isspace() or bool(mark.text)
    left = " " if lead and before and not before.isspace() and before not in "([“«（《" else ""
    right = " " if trail and after and (after.isalnum() or after in "([“«{%<$") else ""
    if spaceless:
        left = left if before.isascii() and before.isalnum() else ""
        right = right if after.isascii() and after.isalnum() else ""
    return f"{left}{literal.text}{right}"


def _fitted(original: str, draft: str, mark: Mark, place: Range, locale: str) -> str:
    """The literal for its stand-in, apart from words that the source has it apart from."""
    if locale.partition("-")[0] in _SPACELESS:
        return fitting(mark.literal, draft[place[1] :])
    start, end = mark.literal.start, mark.literal.end
    before, after = draft[: place[0]][-1:], draft[place[1] :][:1]
    left = " " if before.isalnum() and not original[:start][-1:].isalnum() else ""
    right = " " if after.isalnum() and not original[end:][:1].isalnum() else ""
    return f"{left}{mark.literal.text}{right}"


def _gap(draft: str, start: int, end: int) -> int:
    """The end of what goes when a stand-in is taken out: a space on both sides is one too many."""
    return end + (draft[end : end + 1] == " " and draft[start - 1 : start] in {"", " "})


def _replace(draft: str, links: Links, begin: int, stop: int, text: str) -> tuple[str, Links]:
    moved = len(text) - (stop - begin)
    out = []
    for a, b, c, d in links:
        start = c if c <= begin else c + moved if c >= stop else begin
        end = d if d <= begin else d + moved if d >= stop else begin + len(text)
        if end > start:
            out.append((a, b, start, end))
    return draft[:begin] + text + draft[stop:], out
