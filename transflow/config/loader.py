"""workflow.yaml -> Workflow, every complaint with its line and, for a misspelt key, the nearest one."""

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError
from rapidfuzz import process
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from transflow import safeyaml
from transflow.config.schema import LocaleConfig, Workflow
from transflow.errors import ConfigError
from transflow.files import folded, read_text

__all__ = ["load", "schema"]

_MOST = 100_000
"""Values in a workflow; a real one has some dozens."""

Location = tuple[str | int, ...]


def load(path: Path) -> Workflow:
    """Read and validate a workflow file.

    Raises:
        ConfigError: With `file:line` for each thing wrong: unreadable file, YAML that does not
            parse, unknown key (the nearest valid one is named), wrong type or value.
    """
    if not path.exists():
        raise ConfigError(
            "there is no workflow.yaml here",
            where=path,
            hint="run `transflow init DIR` to make a project, or name one with --project",
        )
    data = _parse(read_text(path, ConfigError), path)
    try:
        workflow = Workflow.model_validate(_plain(data, path, [_MOST]))
    except ValidationError as cause:
        lines = [_complaint(error, data, path) for error in _joined(cause.errors())]
        first, *rest = lines
        message = "\n".join([first[1], *(f"{where}: {text}" for where, text in rest)])
        raise ConfigError(message, where=first[0]) from cause
    if what := _taken(workflow):
        line, _ = _locate(data, ("site", "output"))
        raise ConfigError(
            f"site.output: {workflow.site.output!r} {what}, and a publish replaces the whole folder",
            where=f"{path}:{line}",
            hint="name a folder of its own, such as public",
        )
    return workflow


def _taken(workflow: Workflow) -> str:
    """What the site's folder would stand in the way of; empty if of nothing."""
    output = _parts(workflow.site.output)
    if not output:
        return "is the project itself"
    globs = {
        "/".join(takewhile(_is_plain, _parts(one)[:-1])): "glossary"
        for one in workflow.glossary.files
    }
    folders = {
        workflow.source.root: "articles",
        "locales": "catalogs",
        workflow.engine.packages: "models",
        workflow.site.templates: "templates",
        ".transflow": "cache",
        ".git": "history",
        **globs,
    }
    for folder, what in folders.items():
        parts = _parts(folder)
        shared = min(len(parts), len(output))
        if shared and parts[:shared] == output[:shared]:
            return f"is a folder of the project's {what}"
    return ""


def _parts(folder: str) -> tuple[str, ...]:
    """The names in a path of the project, as file systems compare them that know no case."""
    return PurePosixPath(folded(posixpath.normpath(folder))).parts


def _is_plain(name: str) -> bool:
    return not set("*?[") & set(name)


def schema() -> str:
    """The JSON Schema (2020-12) of workflow.yaml, for editors."""
    document = Workflow.model_json_schema()
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "transflow workflow",
        **document,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _parse(text: str, path: Path) -> CommentedMap:
    # The round-trip loader is safe (it makes no Python objects) and keeps line numbers.
    yaml = safeyaml.parser("rt")
    yaml.allow_duplicate_keys = False
    try:
        data = yaml.load(text)
    except MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        line = mark.line + 1 if mark else 1
        raise ConfigError(f"is not valid YAML: {cause.problem}", where=f"{path}:{line}") from cause
    except YAMLError as cause:
        raise ConfigError(f"is not valid YAML: {cause}", where=path) from cause
    if not isinstance(data, CommentedMap):
        raise ConfigError(
            "must hold keys and values", where=f"{path}:1", hint="see `transflow schema`"
        )
    return data


def _plain(value: Any, path: Path, budget: list[int]) -> Any:
    """YAML's own containers and scalars as plain data; `locales: {fr:}` means all defaults.

    Aliases of aliases make a few lines stand for billions of values: `budget` is what is left.
    """
    budget[0] -= 1
    if budget[0] < 0:
        raise ConfigError(
            f"stands for more than {_MOST} values",
            where=path,
            hint="write lists out instead of aliases",
        )
    if isinstance(value, dict):
        plain = {str(key): _plain(item, path, budget) for key, item in value.items()}
        if isinstance(plain.get("locales"), dict):
            plain["locales"] = {key: item or {} for key, item in plain["locales"].items()}
        return plain
    if isinstance(value, list):
        return [_plain(item, path, budget) for item in value]
    return value


def _joined(errors: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The errors, with one for each place where a word is none of several: `off` is another type's than `error`."""
    words: dict[Location, list[str]] = {}
    for error in errors:
        if error["type"] not in {"literal_error", "enum"}:
            yield dict(error)
            continue
        place = tuple(part for part in error["loc"] if not str(part).endswith("]"))
        words.setdefault(place, []).extend(re.findall(r"'([^']*)'", error["ctx"]["expected"]))
    for place, known in words.items():
        *others, last = map(repr, dict.fromkeys(known))
        told = (
            f"input should be {', '.join(others)} or {last}"
            if others
            else f"input should be {last}"
        )
        yield {"type": "literal_error", "loc": place, "msg": told}


def _complaint(error: Any, data: CommentedMap, path: Path) -> tuple[str, str]:
    location: Location = tuple(error["loc"])
    line, known = _locate(data, location)
    where = f"{path}:{line}"
    name = ".".join(str(part) for part in known) or "workflow.yaml"
    if error["type"] == "extra_forbidden":
        nearest = _nearest(location)
        return where, f"unknown key {name!r}" + (f" (did you mean {nearest!r}?)" if nearest else "")
    if error["type"] == "missing":
        return where, f"{'.'.join(map(str, location))!r} is missing"
    message = error["msg"].removeprefix("Value error, ")
    return where, f"{name}: {message[0].lower()}{message[1:]}"


def _locate(data: Any, location: Location) -> tuple[int, Location]:
    """The 1-based line of the deepest part of `location` that the file has, and that part."""
    line, seen = 1, []
    node = data
    for part in location:
        if isinstance(node, CommentedMap) and part in node:
            if part in (node.lc.data or {}):  # not what `<<` brought
                line = node.lc.key(part)[0] + 1
        elif isinstance(node, CommentedSeq) and isinstance(part, int) and part < len(node):
            line = node.lc.item(part)[0] + 1
        else:
            break
        node = node[part]
        seen.append(part)
    return line, tuple(seen)


def _nearest(location: Location) -> str | None:
    """The valid key most like the last part of `location`, at its level of the schema."""
    model: type[BaseModel] | None = Workflow
    for part in location[:-1]:
        if model is Workflow and part == "locales":
            model = LocaleConfig
            continue
        field = model.model_fields.get(str(part)) if model else None
        kind = field.annotation if field else model if model is not None else None
        model = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else model
    if model is None:
        return None
    found = process.extractOne(str(location[-1]), list(model.model_fields), score_cutoff=50)
    return found[0] if found else None
