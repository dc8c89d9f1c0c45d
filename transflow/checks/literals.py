"""Pieces that are the same in every language: addresses, placeholders, codes."""

import re

from transflow.quantities import keys, quoted_commands

__all__ = ["EMAIL", "NAMED", "PLACEHOLDER", "URL", "blanked"]

URL = re.compile(
    r"(?<![A-Za-z0-9])(?:https?|ftp)://[^\s<>\"“”«»，。；：！？）】》、\ufffc]+|(?<![A-Za-z0-9])www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s<>\"“”«»，。；：！？）】》、\ufffc]*",
    re.IGNORECASE,
)
EMAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9][A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
PLACEHOLDER = re.compile(
    r"%\([A-Za-z_]\w*\)[sdifr]"  # %(name)s
    r"|(?<![0-9%])%(?:\d+\$)?[-+#0]?(?:\d+|\*)?(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufxXcr@](?!(?-i:[a-z]))"
    r"|[$%#]?\{\{?\s*[A-Za-z_0-9][\w.\[\]-]*(?:[:!|][^{}]*)?\s*\}?\}|\{\}"
    r"|\{\{?[<%][^{}]*[>%]\}?\}"  # shortcodes of site generators
)
NAMED = re.compile(
    r"(?<![\w$])\$\([A-Za-z_][\w.]*\)|(?<!\w)(?:__(?=[A-Z])[A-Z0-9_]+(?<=[A-Z0-9])__|@@\w+@@|##\w+##|%[A-Z_]+%)(?!\w)",
    re.ASCII,
)
"""Placeholders of plain text alone, $(name), __NAME__ and %NAME%: with markup they may be strong or a formula."""
_OUT = re.compile("|".join(f"(?:{p.pattern})" for p in (URL, EMAIL, PLACEHOLDER)), re.IGNORECASE)
_HINT = re.compile(r"[%{@]|://|www\.", re.IGNORECASE)


def blanked(text: str) -> str:
    """The text with addresses, placeholders, keys and quoted commands replaced by as many spaces."""
    if _HINT.search(text):
        text = _OUT.sub(lambda match: " " * len(match[0]), text)
    for start, end in (*quoted_commands(text), *keys(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
