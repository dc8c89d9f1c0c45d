"""Pinning engines in workflow.yaml, the rest of the file as its author wrote it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from transflow.config import Layout
from transflow.engines import pins
from transflow.errors import ConfigError
from transflow.files import read_text
from transflow.replacing import bytes_of, replace

__all__ = ["pin", "rewrite"]


def pin(layout: Layout) -> dict[str, str]:
    """Write `engine.pins` for every locale that a package serves.

    Returns:
        Pair -> engine, as written.
    """
    workflow = layout.workflow
    names = dict(
        pins.pin(workflow.engine, workflow.source.locale, locale, root=layout.root)
        for locale, settings in workflow.locales.items()
        if (settings.engine or workflow.engine.name) == "argos"
    )

    def change(data: Any) -> None:
        data.setdefault("engine", {})
        data["engine"]["pins"] = names

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
