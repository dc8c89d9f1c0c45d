"""PO strings: the escapes and the one style in which we write them.

Rules from the GNU gettext manual, "The Format of PO Files", and from its lexer: C escapes,
octal and hexadecimal ones standing for bytes. We break a string after a newline and nowhere
else, so that no editor's idea of a column width ever shows up in a diff.
"""

import re

import polib

__all__ = ["quoted", "unescape"]

_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    '"': '"',
    "\\": "\\",
}
_ESCAPE = re.compile(r"((?:\\[0-7]{1,3}|\\x[0-9a-fA-F]{1,2})+)|\\(.?)", re.DOTALL)
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))")


def unescape(body: str) -> str:
    r"""The text between two quotes, escapes resolved (`\n`, `\"`, `\303\251` ...).

    Raises:
        ValueError: If an escape is none that gettext knows.
    """
    return _ESCAPE.sub(_resolve, body) if "\\" in body else body


def quoted(keyword: str, text: str, prefix: str = "") -> str:
    r"""`keyword "text"` as lines that end in a newline, broken only after `\n`.

    Args:
        keyword: `msgid`, `msgstr[1]` ...
        text: The string.
        prefix: What each line begins with: `#~ `, `#| `.
    """
    pieces = [polib.escape(piece) for piece in text.split("\n")]
    lines = [f"{piece}\\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    if len(lines) < 2:
        return f'{prefix}{keyword} "{"".join(lines)}"\n'
    return f'{prefix}{keyword} ""\n' + "".join(f'{prefix}"{line}"\n' for line in lines)


def _resolve(match: re.Match[str]) -> str:
    if match[1]:
        data = bytes(
            int(high, 16) if high else int(octal, 8) & 0xFF
            for high, octal in _BYTE.findall(match[1])
        )
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    try:
        return _SIMPLE[match[2]]
    except KeyError:
        raise ValueError(match[0]) from None
