"""Strings that nobody reads as words: addresses of wallets, keys of services, passwords, base64.

A word with a year or a model behind it (Windows10Enterprise2019) is none: its letters come in words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["keys", "passwords"]

_HINT = re.compile(r"[0-9=]")
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_./@:%=&?#+-])[A-Za-z0-9][A-Za-z0-9_+/-]{9,}={0,2}(?![A-Za-z0-9_+/=@-]|[.:][A-Za-z0-9])"
)
_RUN = re.compile(r"[A-Za-z0-9]+")
_GROUP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_WORD = re.compile(r"[A-Z]?[a-z]{2,}")
_PATH = re.compile(r"(?<![A-Za-z0-9])[a-z]{3,}(?![A-Za-z0-9])")
_SHORTEST, _LONE, _SMALL = 10, 14, 20
"""Letters of a run in a row of them, of one by itself, and of one without capitals."""
_PASSWORD = re.compile(
    r"\b[Pp]ass(?:word|phrase|code)(?: is| was|:)? [\"“'‘]?(?!\d+-?[a-z]+\b)(?P<key>[!-~]{5,64})"
)
_TRAILING = ".,;:!?)]}\"'"

Range = tuple[int, int]


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[Range, ...]:
    """Where strings stand in a text that show by themselves that they are no words, in order.

    Args:
        text: Plain text of any language.
    """
    return tuple(m.span() for m in _TOKEN.finditer(text) if _is_key(m[0])) if _may(text) else ()


def passwords(text: str) -> Iterator[Range]:
    """Where passwords with figures stand, known by the word before them.

    Args:
        text: Plain English.
    """
    for match in _PASSWORD.finditer(text) if "ass" in text else ():
        word, start = match["key"].rstrip(_TRAILING), match.start("key")
        if any(map(str.isdigit, word)) and any(map(str.isalpha, word)):
            yield start, start + len(word)


def _may(text: str) -> bool:
    return bool(_HINT.search(text)) and any(len(word) > _SHORTEST for word in text.split())


def _is_key(token: str) -> bool:
    body = token.rstrip("=")
    if body != token:
        plain = "-" in body or "_" in body or len(token) % 4
        return not plain and 3 * len(_GROUP.findall(body)) >= len(body)
    if "/" in body and _PATH.search(body):
        return False
    least = _LONE if body.isalnum() else _SHORTEST
    return any(_is_mixed(run, least) for run in _RUN.findall(body))


def _is_mixed(run: str, least: int) -> bool:
    """Whether letters and figures take turns as they do in no word and no name."""
    if len(run) < least or run.isalpha() or run.isdigit():
        return False
    if run.lower() != run != run.upper():
        worded = sum(map(len, _WORD.findall(run)))
        return 3 * len(_GROUP.findall(run)) >= len(run) and 3 * worded <= 2 * len(run)
    return len(run) >= _SMALL and 4 * len(_GROUP.findall(run)) >= len(run)
