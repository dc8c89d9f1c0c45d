"""Segments to drafts: engine, terms, literals, spans.

The translator is loaded when it is first asked for: a run that has nothing to draft needs none of it.
"""

from typing import TYPE_CHECKING, Any

from transflow.translation.request import DraftCache, Request

if TYPE_CHECKING:
    from transflow.translation.translator import Translator

__all__ = ["DraftCache", "Request", "Translator"]


def __getattr__(name: str) -> Any:
    """Load the translator when it is first asked for."""
    if name == "Translator":
        from transflow.translation import translator  # noqa: PLC0415

        return translator.Translator
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
