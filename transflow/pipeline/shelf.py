"""The articles of a run: all known by their ids, each parsed only when somebody needs its text."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from transflow.model import Article, Finding, Unit

__all__ = ["Shelf", "Unread"]


class Unread(Article):
    """An article whose bytes are at hand; it is parsed when somebody looks closer.

    Args:
        read: Parses it.
        about: The fields that are known without that.
    """

    def __init__(self, read: Callable[[], Article], **about: Any) -> None:
        object.__setattr__(self, "read", read)
        for name, value in about.items():
            object.__setattr__(self, name, value)

    @property
    def meta(self) -> Mapping[str, Any]:
        """See Article."""
        return self.whole.meta

    @property
    def units(self) -> tuple[Unit, ...]:
        """See Article."""
        return self.whole.units

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """See Article."""
        return self.whole.warnings

    @property
    def writer(self) -> Any:
        """See Article."""
        return self.whole.writer

    @property
    def whole(self) -> Article:
        """The article, parsed now if it was not."""
        found: Article | Callable[[], Article] = self.__dict__["read"]
        if not isinstance(found, Article):
            found = found()
            object.__setattr__(self, "read", found)
        return found


class Shelf(Mapping[str, Article]):
    """Article id -> article, in the order of their files."""

    def __init__(self) -> None:
        self._items: dict[str, Article] = {}

    def put(self, article: Article) -> None:
        """Take in an article that was read, or one that can be."""
        self._items[article.id] = article

    def unread(self) -> list[Article]:
        """All of them, those that nobody needed yet as they are."""
        return list(self._items.values())

    def __getitem__(self, article_id: str) -> Article:
        item = self._items[article_id]
        if isinstance(item, Unread):
            item = self._items[article_id] = item.whole
        return item

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
