"""Finding a project from any folder in it."""

from pathlib import Path

from transflow.config import Layout, Workflow, load
from transflow.errors import ConfigError

__all__ = ["layout_of"]


def layout_of(folder: Path) -> Layout:
    """The layout of the project that a folder lies in: the nearest workflow.yaml, going upwards.

    Raises:
        ConfigError: If there is none, or it has mistakes.
    """
    start = folder.resolve()
    for root in (start, *start.parents):
        path = root / "workflow.yaml"
        if path.is_file():
            workflow = load(path)
            _known_rules(workflow, path)
            return Layout(root, workflow)
    return Layout(start, load(start / "workflow.yaml"))


def _known_rules(workflow: Workflow, path: Path) -> None:
    """Refuse rules that no check has: they would be ignored in silence."""
    if not workflow.checks:
        return
    from transflow import checks  # noqa: PLC0415 - its tables take time to load

    for rule in workflow.checks:
        if rule not in checks.rule_names():
            near = checks.nearest_rule(rule)
            raise ConfigError(
                f"checks: there is no rule {rule!r}",
                where=path,
                hint=f"did you mean {near!r}?" if near else "see docs/checks.md",
            )
