"""workflow.yaml: what a project wants, with errors that name file, line and the nearest key."""

from transflow.config.layout import Layout
from transflow.config.loader import load, schema
from transflow.config.schema import (
    EngineConfig,
    GateConfig,
    GlossaryConfig,
    LocaleConfig,
    MemoryConfig,
    SiteConfig,
    SourceConfig,
    Workflow,
)

__all__ = [
    "EngineConfig",
    "GateConfig",
    "GlossaryConfig",
    "Layout",
    "LocaleConfig",
    "MemoryConfig",
    "SiteConfig",
    "SourceConfig",
    "Workflow",
    "load",
    "schema",
]
