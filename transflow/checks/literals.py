"""Pieces that are the same in every language: addresses, placeholders, codes."""

import re

__all__ = ["CODE", "EMAIL", "PLACEHOLDER", "URL", "blanked"]

URL = re.compile(
    r"(?<![A-Za-z0-9])(?:https?|ftp)://[^\s<>\"“”«»，。；：！？）】》、\ufffc]+|(?<![A-Za-z0-9])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s<>\"“”«»，。；：！？）】》、\ufffc]*",
    re.IGNORECASE,
)
EMAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
PLACEHOLDER = re.compile(
    r"%\([A-Za-z_]\w*\)[sdifr]"  # %(name)s
    r"|(?<![\d\w%])%(?:\d+\$)?[-+#0]?(?:\d+|\*)?(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufxXcr@](?![A-Za-z])"
    r"|\$?\{\{?\s*[A-Za-z_0-9][\w.\[\]-]*(?:[:!|][^{}]*)?\s*\}?\}|\{\}"
    r"|\{\{?[<%][^{}]*[>%]\}?\}"  # shortcodes of site generators
)
_SUFFIXES = (
    "st|nd|rd|th|s|e|er|ère|ème|k|m|km|cm|mm|kg|g|mg|t|h|min|mn|bn|tn|M|[kMGT]?B|[kMG]?Hz|[kMG]W|x"
    "|[mb]illions?|trillions?|thousand|[ap]m|kph|mph|ft|lb|oz|ml|L|l|ha"
)
CODE = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?=[A-Za-z]*[A-Z][A-Za-z-]*[A-Z])[A-Za-z]+(?:[-‑][A-Za-z]+)*[-‑/]\d[\w/.-]*"  # COVID-19, ISO-9001
    r"|[A-Z]{2,}/[A-Z]+\d[\w/.-]*"  # PCT/CN2023/075612
    r"|(?!(?:USD|EUR|GBP|CHF|CNY|RMB|JPY|US)\d)[A-Za-z]+\d+(?:[./-]\d+)*[A-Za-z0-9]*"  # G20, U07.1
    rf"|\d+(?!(?:{_SUFFIXES})(?![A-Za-z]))[A-Za-z]+\d*"  # 5G, 3D
    r")(?![A-Za-z])"
)
"""Names that hold digits: whole words, never values."""
_OUT = re.compile("|".join(f"(?:{p.pattern})" for p in (URL, EMAIL, PLACEHOLDER)), re.IGNORECASE)
_HINT = re.compile(r"[%{@]|://|www\.", re.IGNORECASE)


def blanked(text: str) -> str:
    """The text with addresses and placeholders replaced by as many spaces."""
    if not _HINT.search(text):
        return text
    return _OUT.sub(lambda match: " " * len(match[0]), text)
