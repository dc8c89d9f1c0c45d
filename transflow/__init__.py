"""transflow: articles through offline translation with an enforced glossary, PO review, pages.

The names here are the public API; everything else may move.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transflow.documents import read_article
    from transflow.errors import TransflowError
    from transflow.glossary import Glossary
    from transflow.model import Article, Draft, Entry, Finding, Segment, State
    from transflow.project import Project

__all__ = [
    "Article",
    "Draft",
    "Entry",
    "Finding",
    "Glossary",
    "Project",
    "Segment",
    "State",
    "TransflowError",
    "__version__",
    "read_article",
]

__version__ = "0.1.0"

_HOMES = {
    "Project": "project",
    "Glossary": "glossary",
    "read_article": "documents",
    "TransflowError": "errors",
} | dict.fromkeys(("Article", "Draft", "Entry", "Finding", "Segment", "State"), "model")


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that `import transflow` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(f"transflow.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
