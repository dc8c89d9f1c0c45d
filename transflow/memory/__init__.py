"""Translation memory and draft cache on SQLite, an index that can be deleted at any time."""

from transflow.memory.memory import Match, Memory

__all__ = ["Match", "Memory"]
