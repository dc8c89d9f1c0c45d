"""TOML front matter: values with their places, and texts written as TOML strings."""

import re
import tomllib
from collections.abc import Callable, Generator, Iterator
from typing import Any

from transflow.documents.frontmatter import Value
from transflow.errors import ArticleError

__all__ = ["read_toml"]

_BLANK = re.compile(r"(?:[\s,]|#[^\n]*)*")
_PART = r"(?:[\w-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_NAME = re.compile(_PART)
_TABLE = re.compile(rf"\[\[?[ \t]*({_KEY.pattern})[ \t]*\]\]?")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_STRING = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"{3,5}|'''.*?'{3,5}|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'", re.DOTALL
)
_OTHER = re.compile(r"[^,\]}#\n]*")

_Place = tuple[str, int, int]
"""A string's dotted key, and where it stands."""


def read_toml(
    source: str, start: int, end: int, path: str
) -> tuple[dict[str, Any], list[Value]] | None:
    """Read `source[start:end]` as TOML.

    Returns:
        Its data, and its text values, those in arrays and inline tables included.

    Raises:
        ArticleError: With the line in the article.
    """
    content = source[start:end]
    first = source.count("\n", 0, start) + 1
    try:
        meta = tomllib.loads(content.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as cause:
        found = re.search(r"at line (\d+)", str(cause))
        line = first + (int(found[1]) - 1 if found else 0)
        raise ArticleError(
            f"front matter is not valid TOML: {cause}", where=f"{path}:{line}"
        ) from cause
    values = [
        Value(
            key,
            tomllib.loads(f"v = {content[left:right]}".replace("\r\n", "\n"))["v"],
            start + left,
            start + right,
            first + content.count("\n", 0, left),
            _writer(content[left:right]),
        )
        for key, left, right in _strings(content)
    ]
    return meta, values


def _strings(content: str) -> Iterator[_Place]:
    """Key and place of every string of a valid document; positions in arrays do not count."""
    at, table = _blank(content, 0), ""
    while at < len(content):
        if header := _TABLE.match(content, at):
            table, at = _key(header[1]) + ".", header.end()
        else:
            at = yield from _pair(content, at, table)
        at = _blank(content, at)


def _pair(content: str, at: int, prefix: str) -> Generator[_Place, None, int]:
    """A key and its value; returns where they end."""
    written = _KEY.match(content, at)
    equals = _EQUALS.match(content, written.end()) if written else None
    if written is None or equals is None:
        return len(content)
    return (yield from _value(content, equals.end(), prefix + _key(written.group())))


def _value(content: str, at: int, key: str) -> Generator[_Place, None, int]:
    if text := _STRING.match(content, at):
        yield key, at, text.end()
        return text.end()
    closing = {"[": "]", "{": "}"}.get(content[at : at + 1], "")
    if not closing:
        other = _OTHER.match(content, at)
        return other.end() if other else len(content)
    at = _blank(content, at + 1)
    while at < len(content) and content[at] != closing:
        if closing == "]":
            at = yield from _value(content, at, key)
        else:
            at = yield from _pair(content, at, f"{key}.")
        at = _blank(content, at)
    return at + 1


def _blank(content: str, at: int) -> int:
    match = _BLANK.match(content, at)
    return match.end() if match else at


def _key(written: str) -> str:
    return ".".join(part.strip("\"'") for part in _NAME.findall(written))


def _writer(raw: str) -> Callable[[str], str]:
    """How a text is written in the place of a string: on several lines if it was."""
    if raw.startswith(('"""', "'''")):
        return _long
    return _literal if raw[0] == "'" else _basic


def _literal(text: str) -> str:
    return _basic(text) if "'" in text or "\n" in text else f"'{text}'"


def _long(text: str) -> str:
    escaped = _basic(text)[1:-1].replace("\\n", "\n")
    return f'"""\n{escaped}"""'


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        '"'
        + re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", lambda match: f"\\u{ord(match.group()):04x}", escaped)
        + '"'
    )
