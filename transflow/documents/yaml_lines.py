"""The front matter that most articles have, read line by line.

A YAML parser in Python takes longer for fifteen such lines than all else does for the article below
them. Here is read what is beyond doubt: `key: value` with plain or simply quoted values, lists of
those, and one level of keys below a key. What a plain value is (a date, a number) ruamel.yaml says.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode

from transflow import safeyaml

__all__ = ["Scalar", "parser", "read_lines"]

_CHAR = (
    r"[^\x00-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    r"\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Neither a control nor a blank of a kind that readers of YAML differ about."""
_END = r" *(?:\r?\n|\Z)"
_LINE = re.compile(
    rf"(?P<indent> *)(?:- +(?=\S)|(?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?: +(?=\S)|(?={_END})))"
    rf"(?:'(?P<single>(?:(?!'){_CHAR})*)'|\"(?P<double>(?:(?![\"\\]){_CHAR})*)\""
    rf"|(?P<plain>\w(?:(?!:(?:[ \r\n]|\Z)| #){_CHAR})*)"
    rf"|(?P<list>\[(?: *\w(?:[\w./&+@ -]*[\w./&+@-])? *(?:,|(?=\])))* *\]))?{_END}"
)
_ITEM = re.compile(r"\w(?:[\w./&+@ -]*[\w./&+@-])?")
_NOTHING = re.compile(rf" *(?:#{_CHAR}*)?(?:\r?\n|\Z)")
_NAMED = frozenset({"true", "false", "null"})


class _Constructor(safeyaml.LinedConstructor):
    """Takes a day or number that none can be (`2024-24-12`) for text, and a key twice if it says the same."""

    def check_mapping_key(
        self, node: Any, key_node: Any, mapping: Any, key: Any, value: Any
    ) -> bool:
        if isinstance(value, str | int | float) and key in mapping and mapping[key] == value:
            return False
        return bool(super().check_mapping_key(node, key_node, mapping, key, value))

    def construct_yaml_timestamp(self, node: Any, values: Any = None) -> Any:
        try:
            return super().construct_yaml_timestamp(node, values)
        except ValueError:
            return node.value

    def construct_yaml_int(self, node: Any) -> Any:
        try:
            return super().construct_yaml_int(node)
        except ValueError:
            return node.value


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", _Constructor.construct_yaml_timestamp)
_Constructor.add_constructor("tag:yaml.org,2002:int", _Constructor.construct_yaml_int)


def parser() -> YAML:
    """A YAML parser of front matter."""
    yaml = safeyaml.parser()
    yaml.Constructor = _Constructor
    return yaml


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value that is text: its dotted key, and its place, quotes included."""

    key: str
    text: str
    start: int
    end: int
    style: str
    """Its quote, or nothing."""
    flow: bool
    """It stands between the brackets of a list."""


def read_lines(content: str) -> tuple[dict[str, Any], list[Scalar]] | None:
    """The data of a mapping and its texts, in order; None where a parser must look."""
    data: dict[str, Any] = {}
    texts: list[Scalar] = []
    above, indent, at = "", 0, 0
    block: Any = None
    while at < len(content):
        if nothing := _NOTHING.match(content, at):
            at = nothing.end()
            continue
        match = _LINE.match(content, at)
        if match is None:
            return None
        at = match.end()
        key, depth, bare = match["key"], len(match["indent"]), match.lastgroup == "key"
        if key and not depth:
            above, block = key if bare else "", None
            holder: Any = data
            name = key
        elif not above or bare or (block is not None and depth != indent):
            return None
        else:
            if block is None:
                block = data[above] = {} if key else []
                indent = depth
            holder, name = block, f"{above}.{key}" if key else above
        value = None if bare else _value(match, name, texts)
        if not _put(holder, key, value):
            return None
    return data, texts


def _put(holder: Any, key: str | None, value: Any) -> bool:
    """Put a value where it belongs; false where it does not."""
    if key is None and isinstance(holder, list):
        holder.append(value)
    elif isinstance(holder, dict) and key not in holder and key and key.lower() not in _NAMED:
        holder[key] = value
    else:
        return False
    return True


def _value(match: re.Match[str], key: str, texts: list[Scalar]) -> Any:
    """A line's value; the texts in it are noted."""
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if kind in {"single", "double"}:
        quote = match.string[end]
        texts.append(Scalar(key, match[kind], start - 1, end + 1, quote, flow=False))
        return match[kind]
    if kind == "plain":
        return _plain(match[kind].rstrip(), key, start, texts, flow=False)
    return [
        _plain(item[0], key, item.start(), texts, flow=True)
        for item in _ITEM.finditer(match.string, start, end)
    ]


def _plain(written: str, key: str, start: int, texts: list[Scalar], *, flow: bool) -> Any:
    if written[0].isdecimal() or written.lower() in _NAMED:
        resolver, construct = _schema()
        tag = resolver(ScalarNode, written, (True, False))
        value = construct(ScalarNode(tag, written))
        if not isinstance(value, str):
            return value
    texts.append(Scalar(key, written, start, start + len(written), "", flow))
    return written


@cache
def _schema() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """What says what a plain value is, and makes it."""
    yaml = parser()
    return yaml.resolver.resolve, yaml.constructor.construct_object
