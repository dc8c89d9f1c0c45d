"""YAML from outside: nothing so deep that it hangs, and every mistake with its line.

ruamel.yaml makes no Python objects in the ways used here. What is left is what it says in the
words of Python: a number of 5,000 digits, a day that no calendar has, `!!bool maybe`, a mapping
merged into itself; and brackets within brackets, which cost it the square of their depth.
"""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor, SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scanner import RoundTripScanner, Scanner, ScannerError

__all__ = ["LinedConstructor", "parser"]

_DEEPEST = 64
"""Lists and mappings within each other; what people write has some five."""


class _Bounded(Scanner):
    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803
        self._check(len(self.flow_context))
        super().fetch_flow_collection_start(TokenClass, to_push)

    def add_indent(self, column: int) -> bool:
        self._check(len(self.indents))
        return bool(super().add_indent(column))

    def scan_flow_scalar(self, style: Any) -> Any:
        start = self.reader.get_mark()
        try:
            token = super().scan_flow_scalar(style)
            if not token.value.isascii():  # JSON writes letters beyond U+FFFF as two halves
                halves = token.value.encode("utf-16", "surrogatepass")
                token.value = halves.decode("utf-16")
        except (ValueError, OverflowError) as cause:
            raise ScannerError(
                None, None, "a string has the code of a letter that Unicode does not have", start
            ) from cause
        return token

    def _check(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise ScannerError(
                None,
                None,
                f"lists and mappings stand in each other more than {_DEEPEST} deep",
                self.reader.get_mark(),
            )


class _BoundedRoundTrip(_Bounded, RoundTripScanner):
    pass


class _Lined:
    """Says of what cannot be made where it stands."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)  # type: ignore[misc]
        except YAMLError:
            raise
        except Exception as cause:
            raise ConstructorError(
                None, None, f"{str(node.value)[:40]!r} is no {_kind(node)}", node.start_mark
            ) from cause


class LinedConstructor(_Lined, SafeConstructor):
    """Plain Python values."""


class _LinedRoundTrip(_Lined, RoundTripConstructor):
    pass


def _kind(node: Any) -> str:
    """`timestamp`, of the tag `tag:yaml.org,2002:timestamp`."""
    return str(node.tag).rpartition(":")[2]


def parser(typ: str = "safe") -> YAML:
    """A YAML parser whose errors are all `YAMLError`.

    Args:
        typ: `safe` for plain values, `rt` for those that know their lines and comments.
    """
    yaml = YAML(typ=typ, pure=True)
    round_trip = typ == "rt"
    yaml.Scanner = _BoundedRoundTrip if round_trip else _Bounded
    yaml.Constructor = _LinedRoundTrip if round_trip else LinedConstructor
    return yaml
