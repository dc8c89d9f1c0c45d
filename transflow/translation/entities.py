"""Entities that a plain text holds: those of letters and blanks are read as what they stand for.

A page pasted into a text file brings them along, glued to words: a stand-in in `5&nbsp;€` would
grow onto its neighbours. Markdown and HTML have resolved theirs before.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transflow.translation.literals import Literal
from transflow.translation.standins import WORDING

__all__ = ["read"]

_WORD = re.compile(r"\w")
_HEAD = re.compile(r"\w+\Z")
_TAIL = re.compile(r"\w+(?:&#?\w+;\w+)*")


def read(text: str, literals: Iterable[Literal]) -> Iterator[Literal]:
    """The same literals; an entity beside a word is what it stands for if that is no sign, else one with the word.

    Args:
        text: Where they stand.
        literals: In order.
    """
    reached = 0
    for one in literals:
        if one.kind != "entity" or not _is_glued(text, one):
            yield one
            continue
        if one.start < reached:
            continue
        stands = html.unescape(one.text)
        kind = unicodedata.category(stands) if len(stands) == 1 else ""
        if kind.startswith(("L", "M")):
            yield replace(one, text=stands, kind=WORDING)
        elif kind in {"Zs", "Cf"}:  # a language has its own places for these
            yield replace(one, text=" " if kind == "Zs" else "", kind=WORDING)
        else:
            head, tail = _HEAD.search(text, 0, one.start), _TAIL.match(text, one.end)
            start = head.start() if head and tail else one.start
            reached = tail.end() if head and tail else one.end
            yield replace(one, start=start, end=reached, text=text[start:reached])


def _is_glued(text: str, entity: Literal) -> bool:
    """Whether it stands in a word, or between words: one by itself is spoken of."""
    return bool(_WORD.match(text[entity.start - 1 : entity.start]) or _WORD.match(text, entity.end))
