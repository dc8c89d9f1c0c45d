"""Brackets and quotation marks: what is opened is closed."""

import re
from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_OPEN = {
    "(": "(",
    "（": "(",
    "[": "[",
    "［": "[",
    "{": "{",
    "｛": "{",
    "【": "【",
    "《": "《",
    "〈": "〈",
}
_CLOSE = {
    ")": "(",
    "）": "(",
    "]": "[",
    "］": "[",
    "}": "{",
    "｝": "{",
    "】": "【",
    "》": "《",
    "〉": "〈",
}
_PARTNER = {"(": ")", "[": "]", "{": "}", "【": "】", "《": "》", "〈": "〉"}
_BRACKET = re.compile("[][(){}（）［］｛｝【】《》〈〉]")
_MARKED = re.compile(r"\((?:\w{1,2}|[ivx]{1,4})\)")
_LIST_MARK = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?:[^\W\d]{1,2}|[ivx]{1,4}|\d+(?:\.\d+)*)|(?<=[\d.)])[a-z])$"
)
_QUOTES = (("«", "»"), ("“", "”"), ("「", "」"), ("『", "』"), ("‹", "›"))
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(:—]))['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])['’](?=$|[\s).,;:!?])")
_REVERSED = frozenset({"ar", "he", "fa", "ur"})
_LOW = frozenset({"de", "cs", "sk", "hr", "sl", "sr", "bg", "ru", "uk", "be", "pl", "hu", "ro", "lt", "lv", "et", "is", "da", "mk", "sq"})  # fmt: skip


def _unpaired(text: str, *, marks: bool = False) -> list[str]:
    """Brackets without a partner; `a)` and `1)` at a beginning are list marks.

    With `marks` they are so anywhere: `see (a) or (b)` is `см. a) или b)`, 22(1)(b) is 22.1)b) or 22.1.b).
    """
    waiting: list[str] = []
    stray: list[str] = []
    for at, char in enumerate(text):
        if char in _OPEN:
            waiting.append(char)
        elif char in _CLOSE:
            if waiting and _OPEN[waiting[-1]] == _CLOSE[char]:
                waiting.pop()
            elif _CLOSE[char] != "(" or not _is_list_mark(text, at, anywhere=marks):
                stray.append(char)
    return [*waiting, *stray]


def _is_list_mark(text: str, at: int, *, anywhere: bool) -> bool:
    if 0 < at < 4 and text[:at].strip().isalnum():
        return True
    return anywhere and bool(_LIST_MARK.search(text, 0, at))


def _brackets(pair: Pair) -> Iterator[str]:
    if not _BRACKET.search(pair.right.text):
        return
    left = _unpaired(pair.right.text, marks=bool(_MARKED.search(pair.left.text)))
    if not left or len(left) <= len(_unpaired(pair.left.text)):
        return
    for char in left:
        if char in _OPEN:
            yield f"{char} is not closed; expected {_PARTNER[_OPEN[char]]}"
        else:
            yield f"{char} is not opened; expected {_CLOSE[char]} before it"


def _quotes(pair: Pair) -> Iterator[str]:
    text, source = pair.right.text, pair.left.text
    if '"' in text and text.count('"') % 2 and not _odd(source):
        yield 'an odd number of "; expected pairs'
    for first, last in _QUOTES:
        opened, closed = text.count(first), text.count(last)
        if opened == closed or _odd(source):
            continue
        if first == "“" and (pair.context.language in _LOW and "„" in text):
            continue
        if first == "“" and pair.context.language in _REVERSED and (opened + closed) % 2 == 0:
            continue
        yield f"{opened} {first} and {closed} {last}; expected as many of both"


def _odd(text: str) -> bool:
    """Whether the source itself opens what it does not close: a quotation cut at its sentences."""
    if text.count('"') % 2 or any(text.count(a) != text.count(b) for a, b in _QUOTES):
        return True
    return len(_SINGLE_OPEN.findall(text)) != len(_SINGLE_CLOSE.findall(text))


RULES = (
    Rule(
        "brackets",
        Severity.WARNING,
        "A bracket without its partner.",
        "Half-width and full-width brackets may close one another; list marks like `a)` need no partner, "
        "nor do they where the source has (a); "
        "where the source has as many single ones (smileys, intervals) nothing is said.",
        _brackets,
    ),
    Rule(
        "quote-pairs",
        Severity.WARNING,
        "A quotation mark without its partner.",
        "Where the source itself has a single one, because its quotation runs over several sentences, "
        "nothing is said; „…“ and the reversed ”…“ of Arabic are pairs.",
        _quotes,
    ),
)
