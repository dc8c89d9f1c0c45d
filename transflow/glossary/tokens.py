r"""Text as the matcher sees it: words, single letters of spaceless scripts, punctuation.

Words are the units, so a term never matches inside a word; spaces, line breaks and hyphens only
separate; letters of scripts without spaces are words of their own. Python's `\\b` is no help
here: it takes Chinese and Latin letters for one word.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

__all__ = ["joined", "may_join", "places", "words"]

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_HYPHENS = "\\-\u2010\u2011\u00ad"
_UNSEEN = "\u200b-\u200f\u2060\ufeff"
"""Marks without width: places to break a line, directions of writing, joiners."""


@cache
def _marks() -> str:
    r"""Combining marks, which `\\w` leaves out and Devanagari, Hebrew and decomposed text need."""
    return (
        "".join(
            chr(code)
            for code in range(0x300, 0x2000)
            if unicodedata.category(chr(code)) in {"Mn", "Mc"}
            and not 0xE00 <= code <= 0xEFF
            and not 0x1000 <= code <= 0x109F
            and not 0x1780 <= code <= 0x17FF
        )
        + "\ufe20\ufe2f"
    )


@cache
def words(apostrophe: bool) -> re.Pattern[str]:
    """The pattern of one token.

    Args:
        apostrophe: True where an apostrophe is part of the word (English `PCT's`), False where
            it parts two (French `l'invention`).
    """
    letter = f"[^\\W{_SPACELESS}]"
    word = f"{letter}+(?:[{_marks()}]+{letter}*)*"
    if apostrophe:
        word += f"(?:['’]{letter}+)*"
    kana = "[\uff66-\uff9d][\uff9e\uff9f]"  # of half width, the mark of its sound behind it
    return re.compile(f"{word}|{kana}|[{_SPACELESS}]|[^\\w\\s{_HYPHENS}{_UNSEEN}]")


Range = tuple[int, int]


def places(text: str, found: Sequence[str]) -> list[Range]:
    """Where the words of a text stand that `words` found; between them is nothing that is a word."""
    result = []
    end = 0
    for word in found:
        start = text.index(word, end)
        end = start + len(word)
        result.append((start, end))
    return result


_HYPHENATED = re.compile(f"[{_UNSEEN}]+|[{_HYPHENS}](?:[ \\t]*\\r?\\n[ \\t]*)?")


_JOINING = re.compile(f"[{_HYPHENS}{_UNSEEN}]")


def may_join(text: str) -> bool:
    """Whether a text has what parts a word that is one."""
    return "-" in text or (not text.isascii() and bool(_JOINING.search(text)))


def joined(
    text: str, found: Sequence[str], at: Sequence[Range]
) -> tuple[list[str], list[Range]] | None:
    """Words and their places with hyphenated words made one (`co-operation`, also over a line break).

    Returns:
        None where nothing is hyphenated.
    """
    whole: list[str] = []
    ranges: list[Range] = []
    for word, (start, end) in zip(found, at, strict=True):
        if (
            whole
            and ranges[-1][1] < start
            and whole[-1][-1].isalnum()
            and word[0].isalnum()
            and _HYPHENATED.fullmatch(text, ranges[-1][1], start)
        ):
            whole[-1] += word
            ranges[-1] = ranges[-1][0], end
        else:
            whole.append(word)
            ranges.append((start, end))
    return (whole, ranges) if len(whole) < len(found) else None
