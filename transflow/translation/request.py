"""What the translator is asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from transflow.model import Draft, Span, UnitKind

__all__ = ["DraftCache", "Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """One sentence to draft.

    Attributes:
        text: The msgid, with its markup.
        spans: Its inline constructs.
        kind: What its unit is: titles and cells are treated as such.
        format: `markdown`, `html` or `text`.
        before: The text before it, for context.
        after: The text after it.
        introduces: Ids of the concepts that the article speaks of here for the first time.
        column: The heading of the column of a table that it stands in.
    """

    text: str
    spans: tuple[Span, ...] = ()
    kind: UnitKind = UnitKind.PARAGRAPH
    format: str = "markdown"
    before: str = ""
    after: str = ""
    introduces: frozenset[str] = frozenset()
    column: str = ""


class DraftCache(Protocol):
    """Drafts made before, by a key of everything that decides them."""

    def cached_many(self, keys: Iterable[str]) -> dict[str, Draft]:
        """The drafts there are for these keys."""
        ...

    def remember_many(self, drafts: Mapping[str, Draft]) -> None:
        """Keep drafts under their keys."""
        ...
