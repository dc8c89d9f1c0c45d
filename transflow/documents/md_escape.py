"""Text that must stay text in Markdown: escapes for inline constructs and for block starts."""

import html
import re
from collections.abc import Collection

__all__ = [
    "ended",
    "escape",
    "escape_entry",
    "escape_inline",
    "guard_cell",
    "guard_heading",
    "guard_line",
    "plain",
]

_ASCII_PUNCTUATION = r"!-/:-@\[-`{-~"
_ESCAPED = re.compile(rf"\\([{_ASCII_PUNCTUATION}])")
_REFERENCE = re.compile(r"&(?:#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SPECIAL = re.compile(
    rf"\\(?=[{_ASCII_PUNCTUATION}])"
    r"|\*(?!(?<=\s\*)\s)|`|~(?=~)|(?<=~)~|~(?=\S(?:[^~]*\S)?~)|\$(?![\d\s])"
    rf"|(?<![^\W{_HAN}])_+|_+(?![^\W{_HAN}])"  # within a word it is none, but between Han letters
    r"|<(?=/?[A-Za-z>]|[!?])"
    r"|(?<=\[)\^"
    r"|(?<=\{)[{%]|(?<=<)%|\{(?=:)"  # no template tag comes of it: `{{`, `{%`, `<%`, `{:`
    r"|&(?=(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_HARMFUL = re.compile(r"[\\*`~$_<\[\]&{]")
"""What any of the others is about: most texts have none of it."""
_LINK_LIKE = re.compile(r"\](?=[(\[:])")
_WITH_BRACKETS = re.compile(rf"{_SPECIAL.pattern}|[\[\]]")
_BLOCK_START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|$))"
    r"|(?P<mark>\#(?=\#{0,5}(?:\s|$))|>|[-+*](?=\s|$)|-(?=-*8<-)|~(?=~~)|`(?=``+[^`]*$)|:(?=\s|::|$)|!(?=!!\s)|\?(?=\?\?\+?\s)"
    r"|\[(?=\^?[^\[\]]*\]:)|\[(?=![A-Za-z]+\])"
    r"|[-*_=+](?=[\s]*(?:[-*_=+][\s]*)*$)"
    r"|\|(?=.*-)|:?-(?=[-:|\s]*$))"
)
_FORMULA = re.compile(r"\$(?=\S)[^$]*(?<=\S)\$(?!\d)")
"""Two dollars that sites with formulas read as one."""
_CELL_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=\s))#(?=#*\s*$)")


def plain(text: str) -> str:
    """Backslash escapes and character references resolved."""
    if "\\" in text:
        text = _ESCAPED.sub(
            lambda match: "&amp;" if match[1] == "&" and "&" in text else match[1], text
        )
    return html.unescape(text) if "&" in text else text


def escape(text: str) -> str:
    """Plain text as Markdown's inline text: nothing in it is read as markup."""
    return _special(text).sub(_with_backslashes, text)


def escape_entry(text: str) -> str:
    r"""Plain text as a part of an entry: a `$` that makes no formula of it stays: `7 US$` at a sentence's end.

    Where it is written beside other sentences, `escape_inline` sees to it.
    """
    if "$" not in text or "\\$" in text or _FORMULA.search(text):
        return escape(text)
    return "$".join(map(escape, text.split("$")))


def _special(text: str) -> re.Pattern[str]:
    """What is escaped in a text: where brackets could make a link, all of them.

    One alone would leave another open, and GFM sees no address between open brackets.
    """
    return _WITH_BRACKETS if _LINK_LIKE.search(text) else _SPECIAL


def _with_backslashes(match: re.Match[str]) -> str:
    return "".join(f"\\{char}" for char in match.group())


def escape_inline(text: str, labels: Collection[str] = ()) -> str:
    """Native text without constructs, made safe beside other text.

    Escapes and references that are in it stay; what might pair up with a neighbour's mark, or be
    a reference to one of the document's `labels`, is escaped.
    """
    if not _HARMFUL.search(text):
        return text
    parts: list[str] = []
    at = 0
    for match in _ESCAPED.finditer(text):
        parts += (_escape_part(text[at : match.start()], labels), match.group())
        at = match.end()
    parts.append(_escape_part(text[at:], labels))
    return "".join(parts)


def _escape_part(text: str, labels: Collection[str]) -> str:
    def named(match: re.Match[str]) -> str:
        known = " ".join(match[1].split()).casefold() in labels
        return f"\\[{match[1]}\\]" if known else match.group()

    special = _special(text)
    text = special.sub(
        lambda match: "&" if match.group() == "&" else _with_backslashes(match), text
    )
    if special is _SPECIAL and labels and "[" in text:
        return re.sub(r"(?<!\\)\[([^\[\]\\]*)\]", named, text)
    return text


def ended(text: str) -> str:
    """Text whose last backslash escapes nothing that stands behind it: a bracket, a line end."""
    loose = text.endswith("\\") and (len(text) - len(text.rstrip("\\"))) % 2
    return f"{text}\\" if loose else text


def guard_line(text: str) -> str:
    """Text at the beginning of a line, kept from starting a block."""
    match = None if text[:1].isalpha() else _BLOCK_START.match(text)
    if match is None:
        return text
    at = match.end() if match["number"] else match.start()
    return f"{text[:at]}\\{text[at:]}"


def guard_cell(text: str) -> str:
    """Text in a table cell: a pipe would end the cell, in code too."""
    return _CELL_PIPE.sub(r"\1\\|", text) if "|" in text else text


def guard_heading(text: str) -> str:
    """Text in a `#` heading: closing number signs would vanish."""
    return _CLOSING_HASHES.sub(r"\\#", text) if "#" in text else text
