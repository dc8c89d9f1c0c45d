"""Both ends of a text: white space and the closing mark, by the habits of the language."""

import re
from collections.abc import Iterator

from transflow.checks.rule import GAP, Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_CLOSERS = "\"'”’»›」』）)]】》〉*_`\u200e\u200f\u061c" + GAP
_CLASSES = {
    "full stop": ".。．。।۔።։",
    "question mark": "?？؟⸮",
    "exclamation mark": "!！",
    "colon": ":：",
    "semicolon": ";；؛",
    "comma": ",，،、",
    "ellipsis": "…⋯",
}
_MARKS = {
    "zh": {"full stop": "。", "question mark": "？", "exclamation mark": "！", "colon": "：", "semicolon": "；", "comma": "，", "ellipsis": "……"},
    "ja": {"full stop": "。", "question mark": "？", "exclamation mark": "！", "colon": "：", "semicolon": "；", "comma": "、", "ellipsis": "……"},
    "ar": {"question mark": "؟", "semicolon": "؛", "comma": "،"},
    "fa": {"question mark": "؟", "semicolon": "؛", "comma": "،"},
    "ur": {"full stop": "۔", "question mark": "؟", "semicolon": "؛", "comma": "،"},
    "hi": {"full stop": "।"},
    "hy": {"full stop": "։"},
    "el": {"question mark": ";"},
    "fr": {"question mark": "\u202f?", "exclamation mark": "\u202f!", "colon": "\u00a0:", "semicolon": "\u202f;"},
}  # fmt: skip
_PLAIN = {"full stop": ".", "question mark": "?", "exclamation mark": "!", "colon": ":", "semicolon": ";", "comma": ",", "ellipsis": "…"}  # fmt: skip
_INSIDE = re.compile(r"([?!…？！؟])[»”\"’]\.$")
"""Spanish closes the sentence behind the quotation as well: `«¿Por qué?».`"""
_NO_FULL_STOP = frozenset({"th", "lo", "km", "my"})
_ABBREVIATION = re.compile(r"(?:\b[A-Za-zА-Яа-я]|\b(?:etc|Inc|Ltd|Co|Corp|No|Mr|Dr|vs|al|др|пр|тыс|руб|г|гг|см|p|m|s|a|c|d|Jr|Sr|St|núm|pág|art|vol|UU|EE|tel|tél|fax|ext|ref|réf|mob|тел|доб|lun|mar|mer|jeu|ven|sam|dim)|\.[A-Za-z])\.$", re.IGNORECASE)  # fmt: skip


def _edge_space(pair: Pair) -> Iterator[str]:
    for where, cut in (("beginning", _lead), ("end", _tail)):
        source, target = cut(pair.source), cut(pair.target)
        if source == target:
            continue
        if "\n" in source + target and source.count("\n") != target.count("\n"):
            yield f"line breaks at the {where} differ; expected {source.count(chr(10))}"
        elif bool(source) != bool(target):
            yield f"white space at the {where}; expected {'some' if source else 'none'}"


def _line_breaks(pair: Pair) -> Iterator[str]:
    source, target = pair.source.strip().count("\n"), pair.target.strip().count("\n")
    if source != target:
        yield f"{target} line breaks inside; expected {source or 'none'}"


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def _closing(text: str, language: str) -> tuple[str, str]:
    """Class of the closing mark, and the text up to and with it."""
    core = text.rstrip().rstrip(_CLOSERS).rstrip()
    while core != (core := core.rstrip().rstrip(_CLOSERS)):
        pass
    if inner := _INSIDE.search(core):
        core = core[: inner.end(1)]
    if len(core) > 1 and {core[-2], core[-1]} <= set("?？؟!！") and core[-2] != core[-1]:
        return "question mark", core  # ?! and !? are one
    if core.endswith(("...", "。。。", "….", "…。")):
        return "ellipsis", core
    if not core:
        return "", core
    if language == "el" and core[-1] == ";":
        return "question mark", core
    if core[-1] == ";":
        return "semicolon", core
    return next((name for name, marks in _CLASSES.items() if core[-1] in marks), ""), core


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _end_punctuation(pair: Pair) -> Iterator[str]:
    source, source_core = _closing(pair.left.text, pair.context.source_language)
    target, target_core = _closing(pair.right.text, pair.context.language)
    if source == target:
        return
    if source in ("", "full stop") and target in ("", "full stop"):
        if _ABBREVIATION.search(source_core) or _ABBREVIATION.search(target_core):
            return
        if source == "full stop" and pair.context.language in _NO_FULL_STOP:
            return
    marks = _PLAIN | _MARKS.get(pair.context.language, {})
    ends = f"ends with {_article(target)} {target}" if target else "has no closing mark"
    yield f"{ends}; expected " + (
        f"a {source} ({marks[source].strip()})" if source else "none, as in the source"
    )


RULES = (
    Rule(
        "edge-space",
        Severity.WARNING,
        "White space or line breaks at the beginning or end differ from the source.",
        "The kind of space is free, only its presence counts.",
        _edge_space,
    ),
    Rule(
        "line-breaks",
        Severity.WARNING,
        "Line breaks inside the translation that the source does not have, or fewer.",
        "How the file wraps its strings does not matter, only `\\n` in the text does: on a page it is a blank, "
        "and what stands behind it may be a leftover of pasting.",
        _line_breaks,
    ),
    Rule(
        "end-punctuation",
        Severity.WARNING,
        "The closing mark is missing, new or another one.",
        "Marks are compared by what they mean: 。 is a full stop, ؟ and the Greek ; are question marks. "
        "Closing quotes, brackets and markup behind it do not matter; where either text ends with an "
        "abbreviation the full stop is free; Thai and its neighbours have none. A sentence that was "
        "turned round on purpose is accepted by the reviewer.",
        _end_punctuation,
    ),
)
