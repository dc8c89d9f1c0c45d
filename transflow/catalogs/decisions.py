"""How reviews.yaml is read: line by line as transflow writes it, else as YAML that a person edited.

Two-step review of a large project has hundreds of thousands of lines, for which a YAML parser takes
minutes. Whatever the line reader does not know is looked at with one, and what is no decision is
refused with its line: an approval that is skipped in silence would close a page for no visible reason.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from transflow.errors import ConfigError

__all__ = ["ACCEPTED", "APPROVED", "read_decisions"]

APPROVED, ACCEPTED = "approved", "accepted"
Tables = dict[str, dict[tuple[str, str], str]]
"""Section -> (catalog, pair digest[ + rule]) -> "2026-11-25 A. Reviewer"."""

_PAIR = r"[0-9a-f]{4,64}\.[0-9a-f]{4,64}"
_KEYS = {APPROVED: re.compile(_PAIR), ACCEPTED: re.compile(rf"{_PAIR} [\w-]+")}
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    rf"(?P<section>{APPROVED}|{ACCEPTED}):(?: \{{\}})?"
    rf"|  (?P<catalog>{_STRING}):"
    rf'|    "(?P<key>[^"\\]*)": (?P<value>{_STRING})'
    r"|\s*(?:#.*)?"
)


def read_decisions(text: str, path: Path) -> Tables:
    """The decisions in a file.

    Raises:
        ConfigError: If something in it is none, with file and line.
    """
    found = _by_line(text)
    return found if found is not None else _by_yaml(text, path)


def _by_line(text: str) -> Tables | None:
    """None where a line is not as transflow writes it."""
    try:
        return _lines(text)
    except ValueError:  # an escape that JSON does not have
        return None


def _lines(text: str) -> Tables | None:
    tables: Tables = {APPROVED: {}, ACCEPTED: {}}
    section, catalog = "", ""
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        if found["section"]:
            section, catalog = found["section"], ""
        elif found["catalog"]:
            if not section:
                return None
            catalog = json.loads(found["catalog"])
        elif found["key"] is not None:
            if not catalog or not _KEYS[section].fullmatch(found["key"]):
                return None
            tables[section][catalog, found["key"]] = json.loads(found["value"])
    return tables


def _by_yaml(text: str, path: Path) -> Tables:
    tables: Tables = {APPROVED: {}, ACCEPTED: {}}
    for section, line, catalogs in _items(_yaml(text, path), path, 0, "the file"):
        if section not in tables:
            raise _error(path, line, f"{section!r} is no section: there are approved and accepted")
        for catalog, at, decisions in _items(catalogs, path, line, f"{section!r}"):
            for key, number, value in _items(decisions, path, at, f"{catalog!r}"):
                if not _KEYS[section].fullmatch(key):
                    wanted = "two hashes" if section == APPROVED else "two hashes and a rule"
                    raise _error(path, number, f"{key!r} is no decision: it must be {wanted}")
                if not isinstance(value, (str, date)):
                    raise _error(path, number, f"the decision {key!r} says nobody's name")
                tables[section][catalog, key] = str(value)
    return tables


def _items(value: Any, path: Path, line: int, what: str) -> Iterator[tuple[str, int, Any]]:
    """(key, line, value) of a mapping; none of an empty one.

    Raises:
        ConfigError: If it is none.
    """
    if value is None:
        return
    if not isinstance(value, dict):
        raise _error(path, line, f"{what} must be a mapping (name: ...)")
    for key, each in value.items():
        own = (value.lc.data or {}).get(key)  # type: ignore[attr-defined]
        yield str(key), own[0] + 1 if own else line, each  # `<<` brings keys without lines


def _error(path: Path, line: int, message: str) -> ConfigError:
    where = f"{path}:{line}" if line else path
    return ConfigError(message, where=where, hint="restore it from git, or take the line out")


def _yaml(text: str, path: Path) -> Any:
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415  (slow to import)

    from transflow import safeyaml  # noqa: PLC0415

    reader = safeyaml.parser("rt")
    reader.allow_duplicate_keys = True
    try:
        return reader.load(text)
    except YAMLError as cause:
        mark = getattr(cause, "problem_mark", None)
        raise ConfigError(
            "is not valid YAML",
            where=f"{path}:{mark.line + 1}" if mark else path,
            hint="a git conflict may be left in it: keep both sides' lines",
        ) from cause
