"""What must come through a translation as it is: found, and told apart from words.

Addresses, placeholders, paths, code, reference numbers, handles and emoji are *hard*: no engine
ever sees them, a stand-in travels in their place. Numbers are *soft*: an engine reads them, since
they decide grammar, and their values are verified afterwards (numbers.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["CODE", "Literal", "find", "is_literal", "soft"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Literal:
    """A piece of text that is the same in every language."""

    start: int
    end: int
    text: str
    kind: str


# `(?a:\b)` is a word boundary for ASCII alone: Chinese may follow a name without a space.
_CJK = "\u3000-\u303f\uff00-\uffef\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af"
_URL = rf"(?a:\b)(?:https?|ftp)://[^\s<>\"“”«»{_CJK}]+|(?a:\b)www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"“”«»{_CJK}]*)?"
_URL_LETTERS = r"(?a:\b)(?:https?|ftp)://[^\s<>\"“”«»，。；：！？）】》、]+"
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PLACEHOLDER = (
    r"%\([A-Za-z_]\w*\)[-+ #0]*\d*(?:\.\d+)?[sdifrxgeo]"
    r"|(?<![\d\w%])%(?:\d+\$)?[-+#0]?(?:\d+)?(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufgeoxXcp@](?![A-Za-z])"
    r"|(?<!\d)%%"
    r"|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$?\{[^{}\s][^{}]*\}|\{\}"
    r"|\$\([\w.]+\)|\$[A-Za-z_]\w*(?a:\b)"
)
_TAG = r"</?[A-Za-z0-9][\w.:-]*(?:\s[^<>]*)?/?>"
_ENTITY = r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
_PATH = (
    r"(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.@+-]+/)+[\w.@+-]*[\w]"
    r"|(?<![\w/.])(?:~|\.{1,2})/[\w.@+-]+"
    r"|(?a:\b)[A-Za-z]:\\(?:[\w.-]+\\)*[\w.-]+"
)
_FILE = (
    r"(?<![\w/.-])[\w][\w.-]*\.(?:pdf|docx?|xlsx?|pptx?|odt|csv|tsv|txt|md|html?|xml|json|ya?ml|toml|ini|"
    r"po|pot|mo|tmx|tbx|zip|gz|tar|png|jpe?g|gif|svg|webp|mp[34]|py|js|ts|c|h|cpp|java|rs|go|sh|sql)(?a:\b)"
)
_HANDLE = r"(?<![\w@/.&])@[A-Za-z_]\w{1,38}(?a:\b)|(?<![\w#/&])#[^\W\d]\w*"
_REFERENCE = (
    r"(?a:\b)[A-Z]{1,6}(?:/[A-Z]{1,6})*/(?=[\w./-]*\d)[A-Z0-9]+(?:[/.-][A-Z0-9]+)*(?:/Rev\.\d+|/Add\.\d+)?(?a:\b)"
    r"|(?a:\b)\d+(?:bis|ter|quater)(?:\.\d+)*(?:\([a-z0-9]+\))*"
    r"|(?a:\b)\d+\.\d+(?:bis|ter|quater)?(?:\.\d+)*(?:\([a-z0-9]{1,3}\))+"
    r"|(?a:\b)[A-Z]{2}\s?\d[\d ]{4,12}\d\s?[A-Z]\d?(?a:\b)"
    r"|(?a:\b)\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?a:\b)"
    r"|(?a:\b)v?\d+\.\d+\.\d+(?:[-+.][\w.]+)?(?a:\b)"
    r"|(?a:\b)97[89][- ]?\d{1,5}[- ]?\d{1,7}[- ]?\d{1,7}[- ]?[\dX](?a:\b)"
    r"|(?a:\b)10\.\d{4,9}/[^\s<>\"]*[\w]"
)
_CODE = (
    r"(?a:\b)[A-Za-z_]\w*(?:(?:\.|::)[A-Za-z_]\w*)*\(\)"  # call()
    r"|(?a:\b)[a-z]\w*_\w+(?a:\b)"  # snake_case
    r"|(?a:\b)[A-Z][A-Z0-9]*_[A-Z0-9_]+(?a:\b)"
    r"|(?<!\w)--?[a-z][\w-]+(?:=\S+)?"  # --option
    r"|`[^`]+`"
)
_EMOJI = (
    r"(?:[\U0001F1E6-\U0001F1FF]{2}"
    r"|[0-9#*]\ufe0f?\u20e3"
    r"|[\U0001F300-\U0001FAFF\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff]"
    r"[\ufe0f\U0001F3FB-\U0001F3FF]*(?:\u200d[\U0001F300-\U0001FAFF\u2600-\u27bf][\ufe0f\U0001F3FB-\U0001F3FF]*)*)"
)
_SIGN = r"[™®©℠]\ufe0f?"
_KINDS = (
    ("placeholder", _PLACEHOLDER),
    ("tag", _TAG),
    ("entity", _ENTITY),
    ("url", f"{_URL_LETTERS}|{_URL}"),
    ("email", _EMAIL),
    ("path", _PATH),
    ("file", _FILE),
    ("reference", _REFERENCE),
    ("code", _CODE),
    ("handle", _HANDLE),
    ("sign", _SIGN),
    ("emoji", _EMOJI),
)
_ALL = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS))
_HINT = re.compile(
    r"[@/%{}<&#_`()$~\\™®©℠\d.]|--?[a-z]|[a-z][A-Z]|[\u2190-\u2bff\U0001F000-\U0001FAFF]"
)
_TRAILING = ".,;:!?'*~…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


CODE = re.compile(
    r"(?a:(?<![\w.-])"
    r"(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*-?\d+(?:[.-]\d+)*[A-Za-z]{0,3}"
    r"|[A-Z][A-Za-z]*[a-z][A-Z]+(?:[a-rt-z][a-z]*)?(?=s?(?!\w))"
    r"|[a-z]+[A-Z]\w*|[A-Z]{2,}[a-rt-z][a-z]{0,2}(?!\w)|\d+[A-Z](?![A-Za-z]))"
    r"(?!\w)|(?<![\w.-])[A-Z][A-Za-z]*[a-z][A-Z](?=s(?!\w)))"
)
"""Names with figures or capitals inside: COVID-19, G20, XtalPi, MBps, 5G."""


def soft(text: str) -> tuple[str, ...]:
    """Names that an engine may see, since they are words, and must give back letter by letter."""
    return tuple(dict.fromkeys(match[0] for match in CODE.finditer(text)))


def find(text: str, taken: Sequence[Range] = ()) -> tuple[Literal, ...]:
    """The hard literals of a plain text, in order.

    Args:
        text: The text.
        taken: Ranges to leave alone (they are protected already).
    """
    if not _HINT.search(text):
        return ()
    found = []
    for match in _ALL.finditer(text):
        kind = match.lastgroup or ""
        literal = _trimmed(match[0]) if kind in {"url", "email", "path"} else match[0]
        start, end = match.start(), match.start() + len(literal)
        if literal and all(end <= begin or stop <= start for begin, stop in taken):
            found.append(Literal(start, end, literal, kind))
    return tuple(found)


def is_literal(text: str) -> bool:
    """Whether a text is nothing but literals, white space and punctuation."""
    rest = text
    for literal in reversed(find(text)):
        rest = rest[: literal.start] + " " + rest[literal.end :]
    return not any(letter.isalpha() for letter in rest)


def _trimmed(text: str) -> str:
    """Without the punctuation of the sentence around it."""
    while text:
        last = text[-1]
        if last in _TRAILING or (last in _PAIRS and text.count(last) > text.count(_PAIRS[last])):
            text = text[:-1]
        else:
            break
    return text
