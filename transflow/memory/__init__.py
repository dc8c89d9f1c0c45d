"""Translation memory and draft cache on SQLite, an index that can be deleted at any time."""

from transflow.memory.memory import Match, Memory
from transflow.memory.tmx import dump_tmx, parse_tmx
from transflow.memory.units import MemoryUnit, units_of

__all__ = ["Match", "Memory", "MemoryUnit", "dump_tmx", "parse_tmx", "units_of"]
