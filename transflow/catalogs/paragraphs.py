"""The common shape of an entry, read in one go: nearly all entries have it, and there are many.

Comments, then `msgctxt`, `msgid` and `msgstr` of one line each, then a blank line or the end. Anything
else (previous texts, plurals, wrapped strings, obsolete entries, mistakes) is the scanner's, line by
line. Both must say the same of the same bytes; a test compares them.
"""

import re

from transflow.catalogs.block import Block
from transflow.catalogs.strings import unescape

__all__ = ["paragraph"]

_STRING = r'"((?:[^"\\\n]|\\[^\n])*)"\n'
_SHAPE = re.compile(
    rf"(\n*)((?:#(?:[^~|\n][^\n]*)?\n)*)((?:msgctxt {_STRING})?msgid {_STRING}msgstr {_STRING})(?=\n|\Z)"
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
    try:
        texts = unescape(msgid), unescape(msgstr), None if context is None else unescape(context)
    except ValueError:
        return None
    comments: list[str] = []
    kinds: dict[str, list[str]] = {".": [], ":": [], ",": [], "=": []}
    for row in head.split("\n")[:-1]:
        bare = row.rstrip()
        kinds.get(bare[1:2], comments).append(bare[2:] if bare[1:2] in kinds else bare[1:])
    flags = [flag.strip() for part in kinds[","] + kinds["="] for flag in part.split(",")]
    block = Block(
        msgid=texts[0],
        msgstr=(texts[1],),
        msgctxt=texts[2],
        comments=tuple(comments),
        extracted=tuple(kinds["."]),
        references=tuple(kinds[":"]),
        flags=tuple(dict.fromkeys(flag for flag in flags if flag)),
        line=line + len(gap) + head.count("\n") + (context is not None),
        gap=gap,
        raw=head + body,
        body=body,
    )
    return block, found.end()
