"""Options of directives of MyST that people read: `:alt: A pier`, or `alt: A pier` between lines of `---`.

https://mystmd.org/guide/syntax-overview#options-for-directives
"""

import re
from collections.abc import Iterator

from transflow.documents.frontmatter import Value
from transflow.documents.yaml_values import read_yaml, scalar
from transflow.errors import ArticleError

__all__ = ["option_values"]

_READ = frozenset({"alt", "caption"})
_FIELD = re.compile(r"[ \t]*:(?P<option>(?P<name>[\w-]+):[ \t]+(?P<value>\S[^\r\n]*))")
_BLOCK = re.compile(r"[ \t]*---[ \t]*[\r\n]+(?P<yaml>.*?)^[ \t]*---", re.DOTALL | re.MULTILINE)


def option_values(source: str, start: int, end: int) -> Iterator[Value]:
    """The texts among the options of a directive.

    Args:
        source: The article.
        start: Where the line of its name ends.
        end: Where the last line of its options ends.
    """
    start += len(source[start:end]) - len(source[start:end].lstrip("\r\n"))
    if block := _BLOCK.match(source, start, end):
        yield from _read(source, *block.span("yaml"))
        return
    for field in _FIELD.finditer(source, start, end):
        if field["name"] in _READ:
            yield from _read(source, *field.span("option")) or [
                Value(
                    field["name"],
                    field["value"],
                    *field.span("value"),
                    source.count("\n", 0, field.start()) + 1,
                    scalar,
                )
            ]


def _read(source: str, start: int, end: int) -> list[Value]:
    """What people read in YAML; nothing where it is none."""
    try:
        found = read_yaml(source, start, end, "")
    except ArticleError:
        return []
    return [value for value in found[1] if value.key in _READ] if found else []
