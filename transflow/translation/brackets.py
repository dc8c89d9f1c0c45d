"""Brackets that have no partner."""

__all__ = ["closed", "unmatched"]

_OPENING = {"(": "()", "（": "()", "[": "[]", "［": "[]", "【": "【】", "《": "《》", "〈": "〈〉"}
_CLOSING = {")": "()", "）": "()", "]": "[]", "］": "[]", "】": "【】", "》": "《》", "〉": "〈〉"}


def unmatched(text: str) -> list[int]:
    """Where brackets stand that nothing closes or opened; wide and narrow ones go together."""
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
