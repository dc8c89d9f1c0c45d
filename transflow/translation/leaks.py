"""Stand-ins that grew onto a word or a number in a draft: what no rule could take out is drafted in pieces around them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transflow.engines import Engine
from transflow.translation.suspicion import Suspicion
from transflow.translation.work import Part

__all__ = ["mend"]

_WORD = re.compile(r"[^\W\d]")


def mend(parts: Sequence[Part], engine: Engine) -> None:
    """Draft parts again whose stand-ins are no words of their own in them, the words between by themselves.

    Args:
        parts: Drafted.
        engine: Theirs.
    """
    leaking = [part for part in parts if _leaks(part)]
    pieces = {piece for part in leaking for piece in _pieces(part) if _WORD.search(piece)}
    asked = sorted({piece.strip() for piece in pieces})
    drafts = engine.translate(asked) if asked else []
    known = {piece: draft.text for piece, draft in zip(asked, drafts, strict=True)}
    for part in leaking:
        part.draft = "".join(
            piece.replace(piece.strip(), known[piece.strip()]) if piece in pieces else piece
            for piece in _pieces(part)
        )
        part.alignment = ()
        part.suspicions = (
            *part.suspicions,
            Suspicion("literal", "drafted in pieces around what it mangled", 1.0),
        )


def _leaks(part: Part) -> bool:
    return any(_is_grown(part.draft, part.text[start:end]) for start, end in part.protected)


def _is_grown(draft: str, mark: str) -> bool:
    """Whether a stand-in is part of a word in a draft, neither with an ordinal's ending nor before an acronym."""
    if mark not in draft or not mark.isdigit():
        return False
    onto = rf"{_LETTER}{mark}(?!\d)|(?<!\d){mark}(?![A-Z]{{2}}|{_ENDING}){_LETTER}"
    return re.search(onto, draft) is not None


_LETTER = "[A-Za-zÀ-ɏ]"
_ENDING = r"(?:er?|ère|i?ème|th|st|nd|rd|[aoºª])(?!\w)"


def _pieces(part: Part) -> list[str]:
    """The text cut at its stand-ins, these included."""
    ends = sorted({0, len(part.text), *(place for spot in part.protected for place in spot)})
    return [part.text[a:b] for a, b in pairwise(ends)]
