"""From what workflow.yaml says to an engine."""

import difflib
from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from transflow.config import EngineConfig
from transflow.engines.argos import open_argos
from transflow.engines.base import Engine
from transflow.engines.directory import open_directory
from transflow.engines.guarded import Guarded, told
from transflow.engines.libretranslate import open_libretranslate
from transflow.engines.patience import within
from transflow.errors import EngineError

__all__ = ["GROUP", "check_name", "open_engine"]

GROUP = "transflow.engines"
"""Entry points: name -> callable(config, source, target, *, root, argument) -> Engine."""

_BUILT_IN: dict[str, Callable[..., Engine]] = {
    "ctranslate2": open_directory,
    "libretranslate": open_libretranslate,
}

_REMOTE = frozenset({"libretranslate"})
"""What answers is another program."""


def open_engine(
    config: EngineConfig,
    source: str,
    target: str,
    *,
    root: Path,
    spec: str | Mapping[str, str] | None = None,
) -> Engine:
    """The engine for a pair of locales.

    Args:
        config: The project's settings.
        source: BCP 47 tag.
        target: BCP 47 tag.
        root: The project's folder.
        spec: What the locale asks for, if other than `config.name`: `argos`, a registered name,
            or one of them with an argument, `{libretranslate: URL}`.

    Raises:
        EngineError: If there is none: no package, an unknown name, `none`.
    """
    wanted = spec if spec is not None else config.name
    if isinstance(wanted, str):
        name, argument = wanted, ""
    else:
        if len(wanted) != 1:
            raise EngineError(f"engine: name one engine, not {len(wanted)}")
        ((name, argument),) = wanted.items()
    if name == "none":
        raise EngineError(f"the workflow wants no engine for {target}")
    if name == "argos":
        return open_argos(config, source, target, root=root)
    built_in = _BUILT_IN.get(name)
    if built_in is not None:
        open_it = partial(built_in, config, source, target, root=root, argument=argument)
        if name not in _REMOTE:
            return open_it()
        return Guarded(within(config.timeout, name, open_it), name, config.timeout)
    for point in entry_points(group=GROUP):
        if point.name == name:
            load = told(name, point.load)
            made: Any = told(name, load())(config, source, target, root=root, argument=argument)
            return Guarded(made, name, config.timeout)
    raise _unknown(name)


def check_name(spec: str | Mapping[str, str]) -> None:
    """See that an engine of that name exists, without opening it.

    Args:
        spec: As workflow.yaml names it.

    Raises:
        EngineError: If there is none of that name.
    """
    for name in [spec] if isinstance(spec, str) else spec:
        if name in {"argos", "none", *_BUILT_IN}:
            continue
        if not any(point.name == name for point in entry_points(group=GROUP)):
            raise _unknown(name)


def _unknown(name: str) -> EngineError:
    known = ["argos", "none", *_BUILT_IN, *(point.name for point in entry_points(group=GROUP))]
    near = "".join(f"did you mean {one!r}? " for one in difflib.get_close_matches(name, known, n=1))
    return EngineError(
        f"there is no engine {name!r}",
        where="workflow.yaml",
        hint=f"{near}there are: {', '.join(known)}",
    )
