"""The common shapes of an entry, read in one go: nearly all entries have one, and there are many.

Comments, then `msgctxt`, `msgid` and `msgstr`, wrapped or not, then a blank line or the end. Anything
else (previous texts, plurals, obsolete entries, mistakes) is the scanner's, line by line. Both must
say the same of the same bytes; a test compares them.
"""

import re

from transflow.catalogs.block import Block
from transflow.catalogs.flags import flags_of, is_flag
from transflow.catalogs.strings import unescape

__all__ = ["paragraph"]

_LINE = r'"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"\n'
_STRING = rf"((?:{_LINE})+)"
_SHAPE = re.compile(
    rf"(\n*)((?:#(?:[^~|\n][^\n]*)?\n)*)"
    rf"((?:msgctxt {_STRING})?msgid {_STRING}msgstr {_STRING})(?=\n|\Z)"
)


def paragraph(text: str, at: int, line: int) -> tuple[Block, int] | None:
    """The entry that begins at a line's start, and where the text goes on; None for other shapes.

    Args:
        text: The file, LF line ends.
        at: Offset of a line's start, outside any entry.
        line: Number of that line, from 1.
    """
    found = _SHAPE.match(text, at)
    if found is None:
        return None
    gap, head, body, context, msgid, msgstr = found.groups()
    before = len(gap) + head.count("\n")
    try:
        texts = _text(msgid), _text(msgstr), None if context is None else _text(context)
    except ValueError:
        return None
    if context is not None:
        before += context.count("\n")
    comments, extracted, references, flags = _comments(head)
    block = Block(
        msgid=texts[0],
        msgstr=(texts[1],),
        msgctxt=texts[2],
        comments=comments,
        extracted=extracted,
        references=references,
        flags=flags,
        line=line + before,
        gap=gap,
        raw=head + body,
        body=body,
    )
    return block, found.end()


def _text(lines: str) -> str:
    """What one or more quoted lines say.

    Raises:
        ValueError: If an escape is none that gettext knows.
    """
    inner = lines[1:-2]
    if "\n" not in inner and "\\" not in inner:
        return inner
    return "".join(unescape(piece) for piece in inner.split('"\n"'))


_Lines = tuple[str, ...]


def _comments(head: str) -> tuple[_Lines, _Lines, _Lines, _Lines]:
    """(translator's comments, `#.`, `#:`, flags)."""
    comments: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    for row in head.split("\n")[:-1]:
        bare = row.rstrip()
        kind = bare[1:2]
        if kind == ".":
            extracted.append(bare[2:])
        elif kind == ":":
            references.append(bare[2:])
        elif kind in {",", "="}:
            flags += flags_of(bare[2:])
        elif is_flag(bare[1:]):
            flags.append("fuzzy")
        else:
            comments.append(bare[1:])
    return tuple(comments), tuple(extracted), tuple(references), tuple(dict.fromkeys(flags))
