"""Pinning engines in workflow.yaml, the rest of the file as its author wrote it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from transflow.config import Layout
from transflow.engines import pins
from transflow.errors import ConfigError, EngineError
from transflow.files import read_text
from transflow.replacing import bytes_of, replace

__all__ = ["pin", "rewrite"]


def pin(layout: Layout) -> dict[str, str]:
    """Write `engine.pins` for every locale that a package serves; of the others they stay.

    Returns:
        Pair -> engine, for those that a package serves.

    Raises:
        EngineError: If that is none of them.
    """
    workflow = layout.workflow
    names, unserved = {}, []
    for locale, settings in workflow.locales.items():
        if (settings.engine or workflow.engine.name) != "argos":
            continue
        try:
            pair, name = pins.pin(workflow.engine, workflow.source.locale, locale, root=layout.root)
        except EngineError as cause:
            unserved.append((pins.pair_key(workflow.source.locale, locale), cause))
        else:
            names[pair] = name
    if unserved and not names:
        raise unserved[0][1]
    old = workflow.engine.pins
    kept = {pair: old[pair] for pair, _ in unserved if pair in old}

    def change(data: Any) -> None:
        data["engine"] = data.get("engine") or {}
        data["engine"]["pins"] = {**names, **kept}

    rewrite(layout.root / "workflow.yaml", change)
    return names


def rewrite(path: Path, change: Callable[[Any], None]) -> None:
    """Change some keys of workflow.yaml; its comments, order and quotes stay.

    Raises:
        ConfigError: If somebody saves it at the same time; theirs stays.
    """
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    before = bytes_of(path)
    text = read_text(path, ConfigError)
    data = yaml.load(text)
    change(data)
    stream = io.StringIO()
    yaml.dump(data, stream)
    if stream.getvalue() != text and not replace(path, stream.getvalue().encode(), before):
        raise ConfigError("was saved while it was being changed", where=path, hint="try again")
