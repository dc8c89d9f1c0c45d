"""YAML front matter: values with their places, and texts written as YAML scalars."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from transflow.documents.frontmatter import Value
from transflow.documents.yaml_lines import Scalar, parser, read_lines
from transflow.errors import ArticleError

__all__ = ["read_yaml", "scalar", "texts_below"]

_NOT_TEXT = re.compile(
    r"(?:true|false|yes|no|on|off|null|y|n|~|[-+]?\.(?:inf|nan)|[-+]?[\d.][\d_.,:eExXa-fA-F+-]*"
    r"|\d{4}-\d\d?-\d\d?.*|<<|=)",
    re.IGNORECASE,
)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
"""An anchor, which others refer to, and a tag: they stay before the value."""
_INDICATOR = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.")

_TABS = re.compile(r"(?<=[:\-])[ ]*\t[ \t]*(?=\S)|[ \t]*\t[ \t]*(?=#|\r?$)", re.MULTILINE)
"""Tabs that part a value from its key or from a comment: YAML allows them, ruamel.yaml does not."""


_UNCLOSED = frozenset({"found unexpected end of stream", "found unexpected document separator"})
"""What the parser says at the end of a text whose quotation mark it still waits for."""


def read_yaml(
    source: str, start: int, end: int, path: str
) -> tuple[dict[str, Any], list[Value]] | None:
    """Read `source[start:end]` as a YAML mapping.

    Returns:
        Its data, and every text value in it; None where it is a text and no front matter.

    Raises:
        ArticleError: With the line in the article.
    """
    content = source[start:end]
    if lines := read_lines(content):
        data, texts = lines
        return data, [_value(text, source, start) for text in texts]
    first = source.count("\n", 0, start) + 1
    yaml = parser()
    if "\t" in content:
        content = _TABS.sub(lambda tabs: " " * len(tabs[0]), content)
    try:
        node = yaml.compose(content)
        texts = list(texts_below(node))
        meta = yaml.constructor.construct_document(node) if node else None
    except MarkedYAMLError as cause:
        unclosed = cause.problem in _UNCLOSED and cause.context_mark
        mark = unclosed or cause.problem_mark or cause.context_mark
        line = first + (mark.line if mark else 0)
        if unclosed:
            raise ArticleError(
                "front matter is not valid YAML: a quotation mark is opened here and closed nowhere",
                where=f"{path}:{line}",
                hint="close it at the end of the value",
            ) from cause
        raise ArticleError(
            f"front matter is not valid YAML: {cause.problem or cause.context}",
            where=f"{path}:{line}",
            hint="put a value that holds ': ', ' #' or begins with a mark between quotes",
        ) from cause
    except YAMLError as cause:
        raise ArticleError(
            f"front matter is not valid YAML: {str(cause).splitlines()[0]}", where=f"{path}:{first}"
        ) from cause
    if isinstance(meta, str):
        # `---`, text, `---` is Markdown: a rule, and a heading underlined with hyphens.
        return None
    if meta is None:
        return {}, []
    if not isinstance(meta, dict):
        raise ArticleError(
            "front matter is not a mapping",
            where=f"{path}:{first}",
            hint="write `key: value` lines",
        )
    return {str(key): value for key, value in meta.items()}, [
        _value(text, source, start) for text in texts
    ]


def texts_below(root: Any) -> Iterator[Scalar]:
    """Text scalars below a node, each anchor once; depth first without recursion."""
    stack: list[tuple[str, Any, bool]] = [("", root, False)]
    seen: set[int] = set()
    while stack:
        key, node, flow = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        flow = flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, MappingNode):
            pairs = [
                (f"{key}.{name.value}" if key else str(name.value), value, flow)
                for name, value in node.value
            ]
            stack.extend(reversed(pairs))
        elif isinstance(node, SequenceNode):
            stack.extend((key, item, flow) for item in reversed(node.value))
        elif isinstance(node, ScalarNode) and str(node.tag).endswith(":str"):
            place = (node.start_mark.index, node.end_mark.index)
            yield Scalar(key, node.value.rstrip("\n"), *place, node.style or "", flow)


def _value(found: Scalar, source: str, offset: int) -> Value:
    start, end = offset + found.start, offset + found.end
    written = source[start:end].rstrip()
    end = start + len(written)
    style = found.style
    if style not in {"|", ">"} and (properties := _PROPERTIES.match(written)):
        start += properties.end()
    write: Callable[[str], str] = partial(_plain, flow=found.flow)
    if style == "'":
        write = _single
    elif style == '"':
        write = _double
    elif style in {"|", ">"}:
        lines = written.splitlines(keepends=True)
        indent = next((re.match(r"\s*", line)[0] for line in lines[1:] if line.strip()), "  ")  # type: ignore[index]
        newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
        write = partial(_block, header=lines[0].rstrip(), indent=indent, newline=newline)
    line = source.count("\n", 0, start) + 1
    return Value(found.key, found.text, start, end, line, write)


def scalar(text: str) -> str:
    """A text as a YAML value on one line."""
    return _plain(" ".join(text.split()), flow=False)


def _plain(text: str, *, flow: bool) -> str:
    """Without quotes where YAML reads it back as this text, else between single quotes."""
    unsafe = (
        not text
        or text != text.strip()
        or "\n" in text
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or _INDICATOR.match(text)
        or _NOT_TEXT.fullmatch(text)
        or (flow and re.search(r"[,\[\]{}]|:\S", text))
        or not _printable(text)
    )
    return _single(text) if unsafe else text


def _single(text: str) -> str:
    if "\n" in text or not _printable(text):
        return _double(text)
    return "'" + text.replace("'", "''") + "'"


def _printable(text: str) -> bool:
    return all(
        char.isprintable() or char in "\u00a0\u202f\u200e\u200f\u2009\u3000" for char in text
    )


def _double(text: str) -> str:
    def code(match: re.Match[str]) -> str:
        char = match.group()
        return {"\n": "\\n", "\t": "\\t", "\\": "\\\\", '"': '\\"'}.get(
            char
        ) or f"\\u{ord(char):04x}"

    return '"' + re.sub(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]', code, text) + '"'


def _block(text: str, *, header: str, indent: str, newline: str) -> str:
    """A literal or folded block; a folded one needs an empty line for each line end."""
    between = newline * (2 if header.startswith(">") else 1)
    lines = [f"{indent}{line.strip()}" if line.strip() else "" for line in text.split("\n")]
    return f"{header}{newline}{between.join(lines)}"
