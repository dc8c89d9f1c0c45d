"""Punctuation at the edges of a mark: inside it where it was inside in the source, and in pairs.

Markdown has a rule of its own: `**(new)**rules` is no emphasis, since a mark between punctuation and a letter
neither opens nor closes (CommonMark 0.31, "left-flanking delimiter run"). Such a mark stands
inside of the punctuation, or has a blank beside it.
"""

from transflow.translation.spanwords import is_word

__all__ = ["drawn_in", "fitted"]

Range = tuple[int, int]

_LIKE = {
    mark: number
    for number, marks in enumerate(
        (
            ":：",
            "?？",
            "!！",
            ".。",
            ",，、",
            ";；",
            "\"'“”‘’«»„「」『』《》",
            "(（",
            ")）",
            "[【",
            "]】",
        )
    )
    for mark in marks
}
"""Marks that do the same in two languages have the same number."""
_PAIRS = dict(zip("(（[【“‘«「『《¿¡", ")）]】”’»」』》?!", strict=True))
_QUOTES = "“‘«「『"
_BRACKETS = "(（[【"
_TAIL = 2
"""A quotation ends with its mark, or with a full stop behind that."""
_CLOSERS = frozenset(_PAIRS.values()) - {"?", "!"}
_CURRENCIES = frozenset("€$£¥₽₹₩")
"""Signs of money, which some languages write before a number and some behind it."""
_THIN = "\u00a0\u202f "


def fitted(source: str, part: Range, target: str, cover: Range, room: Range) -> Range:
    """A cover with the punctuation that belongs in it.

    Args:
        source: The source sentence.
        part: The part of it that the cover is for.
        target: Its translation.
        cover: The range of the words.
        room: The range that it may grow in.
    """
    inside = source[part[0] : part[1]]
    start, end = _enclosed(inside, target, cover, room) or _like_source(inside, target, cover, room)
    return _paired(target, (start, end), room)


def drawn_in(target: str, cover: Range) -> Range:
    """A cover without the punctuation at its edges, unless a bracket would lose its partner.

    The sign of an amount of money is no punctuation.
    """
    start, end = cover
    while start < end and not is_word(target[start:]) and target[start] not in _CURRENCIES:
        start += 1
    while end > start and not is_word(target[end - 1 :]) and target[end - 1] not in _CURRENCIES:
        end -= 1
    return cover if start == end or any(_unpaired(target[start:end])) else (start, end)


def _enclosed(inside: str, target: str, cover: Range, room: Range) -> Range | None:
    """The whole quotation or bracket, where the part is one: `**“So.”**`; None where none is around the cover."""
    openers = next((each for each in (_QUOTES, _BRACKETS) if inside[:1] and inside[0] in each), "")
    if not openers or not set(inside[-_TAIL:]) & _CLOSERS:
        return None
    start, end = cover
    while start > room[0] and target[start] not in openers and target[start] not in _CLOSERS:
        start -= 1
    stop = end - _TAIL if end - start > _TAIL else end
    partner = _PAIRS[target[start]] if target[start] in openers else ""
    closer = next((at for at in range(stop, room[1]) if target[at] == partner), -1)
    if closer < 0:
        return None
    return _like_source(inside, target, (start, max(end, closer + 1)), room)


def _like_source(inside: str, target: str, cover: Range, room: Range) -> Range:
    """The cover with what the part itself begins and ends with."""
    start, end = cover
    words = [at for at in range(len(inside)) if is_word(inside[at:])]
    if not words:
        return cover
    head = {_LIKE.get(mark, mark) for mark in inside[: words[0]]}
    tail = {_LIKE.get(mark, mark) for mark in inside[words[-1] + 1 :]}
    money = _CURRENCIES.intersection(inside).difference(target[start:end])
    while (at := _over_blanks(target, end, room[1])) < room[1] and (
        target[at] in money
        or (_LIKE.get(target[at], target[at]) in tail and target[at] not in _PAIRS)
    ):
        end = at + 1
    while start > room[0] and (
        target[start - 1] in money
        or (
            _LIKE.get(target[start - 1], target[start - 1]) in head
            and target[start - 1] not in _CLOSERS
        )
    ):
        start -= 1
    return start, end


def _over_blanks(target: str, at: int, limit: int) -> int:
    """Behind the blanks that French sets before some marks."""
    while at < limit and target[at] in _THIN:
        at += 1
    return at


def _paired(target: str, cover: Range, room: Range) -> Range:
    """The cover grown by a partner that stands right beside it, or without a mark that has none."""
    start, end = cover
    for _ in range(len(target)):
        waiting, alone = _unpaired(target[start:end])
        at = _over_blanks(target, end, room[1])
        if waiting and at < room[1] and target[at] == _PAIRS[target[start + waiting[-1]]]:
            end = at + 1
        elif (
            alone and start > room[0] and _PAIRS.get(target[start - 1]) == target[start + alone[0]]
        ):
            start -= 1
        elif waiting and waiting[0] == 0 and end - start > 1:
            start = _over_blanks(target, start + 1, end)
        elif alone and alone[-1] == end - start - 1 and end - start > 1:
            end = start + len(target[start : end - 1].rstrip(_THIN))
        else:
            break
    return start, end


def _unpaired(text: str) -> tuple[list[int], list[int]]:
    """Offsets of the openers without a closer, and of the closers without an opener."""
    waiting: list[int] = []
    alone: list[int] = []
    for at, mark in enumerate(text):
        if mark in _PAIRS:
            waiting.append(at)
        elif waiting and mark == _PAIRS[text[waiting[-1]]]:
            waiting.pop()
        elif mark in _CLOSERS and not (mark == "’" and at and text[at - 1].isalnum()):
            alone.append(at)
    return waiting, alone
