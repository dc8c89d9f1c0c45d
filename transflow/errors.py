"""What can go wrong, said so that the reader can mend it."""

from pathlib import Path

__all__ = [
    "ArticleError",
    "CatalogError",
    "ConfigError",
    "EngineError",
    "GlossaryError",
    "LockedError",
    "TransflowError",
    "UnsafePathError",
]


class TransflowError(Exception):
    """A mistake or a fault that ends the command, or this file's part of it, with a clean message.

    Args:
        message: What is wrong, in one sentence without a full stop.
        where: The file, or `file:line`, at fault.
        hint: What to do about it.
    """

    def __init__(self, message: str, *, where: str | Path | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = str(where) if where is not None else ""
        self.hint = hint

    def __str__(self) -> str:
        """The line a person reads: `where: message (hint)`."""
        head = f"{self.where}: " if self.where else ""
        tail = f" ({self.hint})" if self.hint else ""
        return f"{head}{self.message}{tail}"


class ConfigError(TransflowError):
    """workflow.yaml is missing or says something that cannot be."""


class ArticleError(TransflowError):
    """An article that cannot be read."""


class GlossaryError(TransflowError):
    """A glossary file that cannot be read, or contradicts itself."""


class CatalogError(TransflowError):
    """A PO file that cannot be read; it is left as it is."""


class EngineError(TransflowError):
    """No engine for a pair, or one that failed."""


class LockedError(TransflowError):
    """Another run holds the project."""


class UnsafePathError(TransflowError):
    """A path from outside input would leave the folder it belongs in."""
