"""TOML front matter: values with their places, and texts written as TOML strings."""

import re
import tomllib
from typing import Any

from transflow.documents.frontmatter import Value
from transflow.errors import ArticleError

__all__ = ["read_toml"]

_LINE = re.compile(
    r"^[ \t]*(?:\[\[?(?P<table>[^\[\]\n]+)\]\]?[ \t]*(?:#.*)?"
    r"|(?P<key>[\w\-.\"' \t]+?)[ \t]*=[ \t]*(?P<value>\"(?:[^\"\\\n]|\\.)*\"(?!\")|'[^'\n]*'(?!')))",
    re.MULTILINE,
)


def read_toml(
    source: str, start: int, end: int, path: str
) -> tuple[dict[str, Any], list[Value]] | None:
    """Read `source[start:end]` as TOML.

    Returns:
        Its data, and its text values on one line.

    Raises:
        ArticleError: With the line in the article.
    """
    content = source[start:end]
    first = source.count("\n", 0, start) + 1
    try:
        meta = tomllib.loads(content.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as cause:
        found = re.search(r"at line (\d+)", str(cause))
        line = first + (int(found[1]) - 1 if found else 0)
        raise ArticleError(
            f"front matter is not valid TOML: {cause}", where=f"{path}:{line}"
        ) from cause
    values: list[Value] = []
    table = ""
    for match in _LINE.finditer(content):
        if match["table"] is not None:
            table = _key(match["table"]) + "."
            continue
        raw = match["value"]
        values.append(
            Value(
                table + _key(match["key"]),
                tomllib.loads(f"v = {raw}")["v"],
                start + match.start("value"),
                start + match.end("value"),
                source.count("\n", 0, start + match.start("value")) + 1,
                _literal if raw[0] == "'" else _basic,
            )
        )
    return meta, values


def _key(written: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in written.split("."))


def _literal(text: str) -> str:
    return _basic(text) if "'" in text or "\n" in text else f"'{text}'"


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        '"'
        + re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", lambda match: f"\\u{ord(match.group()):04x}", escaped)
        + '"'
    )
