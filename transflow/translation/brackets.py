"""Brackets that have no partner, and Chinese title marks round what has no title."""

import re
from collections.abc import Sequence

__all__ = ["closed", "unentitled", "unmatched"]

_BODY = re.compile(
    r"(?:局|处|部|组织|机构|委员会|理事会|大会|学院|大学|中心|国|方|人|员|体系|干事|秘书长)$"
)
"""How the names of bodies, persons and systems end; titles of texts do not."""

_OPENING = {"(": "()", "（": "()", "[": "[]", "［": "[]", "【": "【】", "《": "《》", "〈": "〈〉"}
_CLOSING = {")": "()", "）": "()", "]": "[]", "］": "[]", "】": "【】", "》": "《》", "〉": "〈〉"}


_ANY = re.compile(r"[()（）\[\]［］【】《》〈〉]")


def unmatched(text: str) -> list[int]:
    """Where brackets stand that nothing closes or opened; wide and narrow ones go together."""
    if not _ANY.search(text):
        return []
    opened: dict[str, list[int]] = {}
    alone: list[int] = []
    for at, letter in enumerate(text):
        if kind := _OPENING.get(letter):
            opened.setdefault(kind, []).append(at)
        elif kind := _CLOSING.get(letter):
            stack = opened.get(kind)
            if stack:
                stack.pop()
            else:
                alone.append(at)
    return sorted([*alone, *(at for stack in opened.values() for at in stack)])


def closed(source: str, draft: str) -> str:
    """The draft without brackets that stand alone, unless the source has such: `a)`."""
    if unmatched(source):
        return draft
    for at in reversed(unmatched(draft)):
        before, after = draft[:at], draft[at + 1 :]
        draft = before.rstrip(" ") + after if not after.strip() else before + after
    return draft


def unentitled(text: str, terms: Sequence[tuple[int, int]]) -> str:
    """The text without `《》` round terms that name a body or person: `《国际局》`."""
    for start, end in sorted(terms, reverse=True):
        marks = text[start - 1 : start] + text[end : end + 1]
        if marks == "《》" and _BODY.search(text, start, end):
            text = text[: start - 1] + text[start:end] + text[end + 1 :]
    return text
