"""Comment lines of ours that a tool broke, put together again.

polib breaks comments at column 78, Babel at 76, other libraries where they are told to. What is left
of a proposal would be its first half, and a doubt's second half a note that nobody can explain. A
broken provenance or proposal gives the tool and its width away: the keys of the one are known, of
the other `draft=` is the hash. Only then the other lines of ours are looked at, and a line behind one
of them is its continuation where it could not have stood beside it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from transflow.catalogs.block import Block
from transflow.catalogs.drafts import DRAFT_LINE
from transflow.catalogs.messages import ASIDE
from transflow.catalogs.provenance import digest, provenance_of, provenance_ranges
from transflow.model import UnitKind

__all__ = ["rejoined"]

_KINDS = "|".join(re.escape(kind.value) for kind in UnitKind)
_EXTRACTED = re.compile(
    rf" (?:(?:proposed )?term: |{DRAFT_LINE}|articles: |{ASIDE}$|(?:{_KINDS})(?:: |$))"
)
"""What a `#.` line of ours begins with."""
_COMMENT = re.compile(
    r" (?:doubt: |earlier translation: |memory \d+%: |conflict, [^:]+ says: |plural form \d+: |"
    r"rejected \d{4}-\d\d-\d\d by |before [^:]+: |transflow:|\| )"
)
"""What a `# ` line of ours begins with."""
_WHOLE = (" transflow:", f" {DRAFT_LINE}")
"""Beginnings of those that are put together by what they say themselves."""
_READINGS = 64
"""How many ways to put a proposal together are tried: each broken hyphen doubles them."""


class _Width(NamedTuple):
    """Where the tool breaks lines, as far as its breaks tell."""

    least: int
    most: int

    def breaks(self, line: str, following: str) -> bool:
        """Whether `following` could not have stood in this line (both with their marks)."""
        return len(line) <= self.most and _together(line, following) > self.least


def rejoined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks as read, with each comment line of ours whole; the same where no tool broke any.

    Those that changed are `broken`: their raw lines are still what the file has.
    """
    found = {id(block): one for block in blocks if (one := _evident(block)) is not block}
    if not found:
        return blocks
    width = _width(block for block in blocks if id(block) in found)
    return tuple(_whole(found.get(id(block), block), width) for block in blocks)


def _evident(block: Block) -> Block:
    """The block with provenance and proposal whole."""
    comments = block.comments
    if len(comments) > 1:
        for lines in reversed(provenance_ranges(comments)):
            whole = " ".join([comments[lines.start], *(comments[at].strip() for at in lines[1:])])
            comments = (*comments[: lines.start], whole, *comments[lines.stop :])
    return _marked(block, comments, _with_draft(block))


def _with_draft(block: Block) -> tuple[str, ...]:
    """The `#.` lines with the proposal in one."""
    lines = block.extracted
    at = next((n for n, text in enumerate(lines) if text.strip().startswith(DRAFT_LINE)), None)
    if at is None or at == len(lines) - 1:
        return lines
    text = lines[at].strip().removeprefix(DRAFT_LINE)
    known = provenance_of(block.comments)
    whole, taken = _proposal(text, lines[at + 1 :], known.draft if known else "")
    return (*lines[:at], f" {DRAFT_LINE}{whole}", *lines[at + 1 + taken :]) if taken else lines


def _proposal(text: str, following: Sequence[str], wanted: str) -> tuple[str, int]:
    """The proposal and how many of the lines behind it are its own: what its hash says, if one fits."""
    readings = [text]
    if digest(text) == wanted:
        return text, 0
    for taken, line in enumerate(following, 1):
        more = line.strip()
        readings = [
            reading + space + more
            for reading in readings
            for space in ((" ", "") if "-" in {reading[-1:], more[:1]} else (" ",))
        ][:_READINGS]
        for reading in readings:
            if digest(reading) == wanted:
                return reading, taken
    own = next((n for n, line in enumerate(following) if _EXTRACTED.match(line)), len(following))
    for line in following[:own]:
        text = _joined(text, line)
    return text, own


def _width(broken: Iterable[Block]) -> _Width:
    """Where the lines of these blocks were broken."""
    pairs = [pair for block in broken for pair in _breaks(block)]
    least = max(len(line) for line, _ in pairs)
    most = min(_together(line, following) for line, following in pairs) - 1
    return _Width(least, most)


def _breaks(block: Block) -> list[tuple[str, str]]:
    """Pairs of lines, with their marks, that are surely one."""
    found = [
        (f"#{block.comments[at]}", block.comments[at + 1])
        for lines in provenance_ranges(block.comments)
        for at in lines[:-1]
    ]
    kept = set(_with_draft(block))
    own = [line for line in block.extracted if line not in kept]
    return found + [(f"#.{line}", following) for line, following in pairwise(own)]


def _whole(block: Block, width: _Width) -> Block:
    """The block with the other lines of ours whole."""
    return _marked(
        block,
        _mended(block.comments, "#", _COMMENT, width),
        _mended(block.extracted, "#.", _EXTRACTED, width),
    )


def _mended(
    lines: Sequence[str], mark: str, ours: re.Pattern[str], width: _Width
) -> tuple[str, ...]:
    result: list[str] = []
    last, open_ = "", False
    for line in lines:
        if ours.match(line):
            open_ = not line.startswith(_WHOLE)
            result.append(line)
        elif open_ and width.breaks(mark + last, line):
            result[-1] = _joined(result[-1], line)
        else:
            open_ = False
            result.append(line)
        last = line
    return tuple(result)


def _marked(block: Block, comments: tuple[str, ...], extracted: tuple[str, ...]) -> Block:
    if comments == block.comments and extracted == block.extracted:
        return block
    return block._replace(comments=comments, extracted=extracted, broken=True)


def _joined(text: str, line: str) -> str:
    """Two halves of a line; Python's textwrap breaks behind a hyphen, too."""
    return text + ("" if re.search(r"\w-$", text) else " ") + line.strip()


def _together(line: str, following: str) -> int:
    """How long the line would be with the first word of the one that follows."""
    return len(line) + 1 + len((following.split() or [""])[0])
