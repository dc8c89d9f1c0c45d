"""Literals that stand on letters, `10:45Z`, `result[1,2]`, `{% if user %}Welcome`: a stand-in in their place would be part of a word.

No engine gives `71Z` or `result71` back as it is, and the number would stay in the draft.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transflow.translation.literals import Literal

__all__ = ["loosened"]

_BEFORE = re.compile(r"[A-Za-zÀ-ɏ]{1,24}$")
_BEHIND = re.compile(r"[A-Za-zÀ-ɏ]{1,24}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_TEMPLATE = re.compile(r"\{%|<%|\{\{[#/^]")
"""What opens or closes around words, as tags do."""
_SHORT = 3
"""Letters that are rather an ending or a unit than a word."""
_ADDRESSES = frozenset({"url", "email", "domain"})
_KEPT = frozenset({"tag", "emoji", "sign", "wording", "label"})


def loosened(text: str, literals: Sequence[Literal], markup: Mapping[str, str]) -> list[Literal]:
    """The literals of a text, those on letters with the letters, or as signs that are put in again beside their word.

    Args:
        text: Where they stand.
        literals: In order.
        markup: What the private letters among them stand for.
    """
    return list(_loosened(text, literals, markup))


def _loosened(
    text: str, literals: Sequence[Literal], markup: Mapping[str, str]
) -> Iterator[Literal]:
    last = 0
    for at, bare in enumerate(literals):
        one = _angled(text, bare, last)
        following = literals[at + 1].start if at + 1 < len(literals) else len(text)
        before = _BEFORE.search(text, max(last, one.start - 25), one.start)
        behind = None if _ORDINAL.match(text, one.end) else _BEHIND.match(text, one.end, following)
        last = one.end
        if one.kind in _KEPT or not (before or behind):
            yield one
        elif _TEMPLATE.match(markup.get(one.text, one.text)):
            yield replace(one, kind="sign" if one.text in markup else "tag")
        elif one.text[0] in "[(" or any(
            side and len(side[0]) > _SHORT for side in (before, behind)
        ):
            yield replace(one, kind="sign")
        else:
            lead, trail = before[0] if before else "", behind[0] if behind else ""
            last = one.end + len(trail)
            yield Literal(one.start - len(lead), last, lead + one.text + trail, one.kind)


def _angled(text: str, one: Literal, last: int) -> Literal:
    """An address with the angle brackets it stands in, of which models lose the second."""
    if one.kind not in _ADDRESSES or text[one.end : one.end + 1] != ">":
        return one
    opens = one.start > last and text[one.start - 1] == "<"
    return Literal(one.start - opens, one.end + 1, "<" * opens + one.text + ">", one.kind)
