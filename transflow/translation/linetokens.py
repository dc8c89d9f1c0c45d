"""The pieces of a line of facts: whether they go together, and how they are put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["FACTS", "WORDS", "Token", "colon", "fits", "joined"]

WORDS = frozenset("LPNWHOI")
FACTS = frozenset({"country", "count", "date", "month", "ordinal", "reference"})
_COLON = {"fr": "\u00a0:", "zh": "："}
_COMMA = {"zh": "，", "ar": "،"}
_SEMICOLON = {"fr": "\u202f;", "zh": "；", "ar": "؛"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line, as the locale writes it.

    Attributes:
        kind: One of `WORDS` (a listed word's), one of `FACTS`, or what it is called: mark, number, name, literal, …
        text: What is written.
    """

    kind: str
    text: str


def colon(locale: str) -> str:
    """The colon behind a label, with the spaces that the locale sets."""
    language = locale.partition("-")[0]
    return _COLON.get(language, ":") + ("" if language == "zh" else " ")


def fits(tokens: Sequence[Token]) -> Iterator[bool]:
    """Words of their own stand alone or beside others like them; opening hours beside days and times."""
    kinds = [token.kind for token in tokens if token.kind != "mark"]
    if "W" in kinds:
        labelled = len(tokens) > 1 and ":" in tokens[1].text and kinds.count("W") == 1
        apart = all(
            "W" not in {before.kind, behind.kind} or mark.text.strip()
            for before, mark, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
            if mark.kind == "mark"
        )
        yield apart and (set(kinds) == {"W"} or (kinds[0] == "W" and labelled))
    yield not any(
        before.kind == "number" and behind.kind in "LPB" and not mark.text.strip()
        for before, mark, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    if {"H", "O"} & set(kinds):
        yield bool({"day", "time", "date"} & set(kinds)) or kinds == ["H"]
    if "I" in kinds:
        yield kinds == ["I"]
    if "N" in kinds:
        yield "name" in kinds
    if "month" in kinds:
        yield set(kinds) <= {"month", "until", "A"}
    if "A" in kinds:
        yield bool({"day", "time", "H", *FACTS} & set(kinds)) and kinds[0] != "A" != kinds[-1]


def joined(tokens: Sequence[Token], locale: str) -> str:
    """The line of its pieces, with the marks and spaces of the locale."""
    language = locale.partition("-")[0]
    out = ""
    wide = language == "zh" and any(token.kind in FACTS for token in tokens)
    for at, token in enumerate(tokens):
        text = token.text
        if token.kind == "mark":
            mark = text.strip()
            before = tokens[at - 1].kind if at else ""
            if mark == "." and before == "day" and text != mark:
                text = " "
            elif mark == ":" and out.endswith("："):
                text = ""
            elif mark == ":" and (text != mark or at + 1 == len(tokens)):
                text = colon(locale)
            elif mark in {"(", ")"} and wide:
                text = "（" if mark == "(" else "）"
            elif mark == "," and text != mark:
                listed = (
                    before in {"W", "country", "day", "name", "ordinal"}
                    and _kind(tokens, at + 1) == before
                )
                own = "、" if language == "zh" and listed else _COMMA.get(language, ",")
                text = own + " " * (language != "zh")
            elif mark == ";":
                text = _SEMICOLON.get(language, ";") + " " * (language != "zh")
            elif mark == "-" and before in {"day", "time"} and text == mark:
                text = "–"
            elif not mark and language == "ar" and before == _kind(tokens, at + 1) == "count":
                text = " و"  # two hours and 15 minutes
            elif not mark and (
                out.endswith((" ", "：", "、", "，", "و"))
                or (language == "zh" and _tight(tokens, at))
            ):
                text = ""
        linked = token.text.startswith(("www.", "http"))
        out += " " * (linked and out.endswith("：")) + text  # a link begins behind a space
    return _AND_I.sub("e", out.strip()) if language == "es" else out.strip()


_AND_I = re.compile(r"(?<= )y(?= (?:[IÍ](?!o)|Hi(?!e)))")
"""Spanish `y` before its like: Francia e Italia."""


def _kind(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _tight(tokens: Sequence[Token], at: int) -> bool:
    """Whether two Chinese words stand on both sides of a space."""
    behind = _kind(tokens, at + 1)
    tight = {"W", "H", "A", "count", "reference", "day", "country", "date"}
    return tokens[at - 1].kind in {*WORDS, *tight} and behind in tight
