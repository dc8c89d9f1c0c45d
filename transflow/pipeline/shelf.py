"""The articles of a run: all known by their ids, each parsed only when somebody needs its text."""

from collections.abc import Callable, Iterator, Mapping

from transflow.model import Article

__all__ = ["Shelf"]


class Shelf(Mapping[str, Article]):
    """Article id -> article, in the order of their files."""

    def __init__(self) -> None:
        self._items: dict[str, Article | Callable[[], Article]] = {}

    def put(self, article: Article) -> None:
        """Take in an article that was read."""
        self._items[article.id] = article

    def promise(self, article_id: str, read: Callable[[], Article]) -> None:
        """Take in an article that `read` gives when it is needed."""
        self._items[article_id] = read

    def is_read(self, article_id: str) -> bool:
        """Whether the article was parsed in this run."""
        return isinstance(self._items.get(article_id), Article)

    def __getitem__(self, article_id: str) -> Article:
        item = self._items[article_id]
        if not isinstance(item, Article):
            item = self._items[article_id] = item()
        return item

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
