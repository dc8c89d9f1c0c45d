"""The articles of a run: all known by their ids, each parsed only when somebody needs its text.

In a large project those that were parsed are laid aside on disk, so that a run over ten thousand
articles takes hardly more memory than one over a hundred. Taking one up again costs a twentieth
of parsing it, and it is the article that was read, whatever happened to its file meanwhile.
"""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from transflow.model import Article, Finding, Unit
from transflow.pipeline.spool import Place, Spool

__all__ = ["Shelf", "Unread"]

_AT_HAND = 4 << 20
"""Bytes of parsed articles, as laid aside, that a large project's run holds at once."""


class Unread(Article):
    """An article whose bytes are at hand; it is parsed when somebody looks closer.

    Args:
        read: Parses it.
        about: The fields that are known without that; `source` may be what reads it.
    """

    def __init__(self, read: "Callable[[], Article]", **about: Any) -> None:
        object.__setattr__(self, "read", read)
        for name, value in about.items():
            object.__setattr__(self, f"_{name}" if name == "source" else name, value)

    @property
    def source(self) -> bytes:
        """See Article."""
        found: bytes | Callable[[], bytes] = self.__dict__["_source"]
        return found if isinstance(found, bytes) else found()

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
        if isinstance(found, Article):
            return found
        whole = found()
        if not isinstance(found, _Aside):
            object.__setattr__(self, "read", whole)
        return whole


class Shelf(Mapping[str, Article]):
    """Article id -> article, in the order of their files."""

    def __init__(self) -> None:
        self._items: dict[str, Article] = {}
        self._sizes: dict[str, int] = {}
        self._store: _Store | None = None

    def lay_aside(self, folder: Path) -> None:
        """From now on hold no article for longer than it is needed.

        Args:
            folder: Where they lie meanwhile, in a file that nobody sees.
        """
        self._store = _Store(folder)

    def kept(self, article: Article) -> Article:
        """An article that was parsed, as it is to be held."""
        store = self._store
        if store is None:
            return article
        source = store.lay(article.source)
        return Unread(
            _Aside(store, place=store.put(article)),
            id=article.id,
            path=article.path,
            format=article.format,
            locale=article.locale,
            source=lambda: store.fetch(source),
        )

    def unparsed(self, data: bytes, parse: Callable[[bytes], Article], **about: Any) -> "Unread":
        """An article of which enough is known.

        Args:
            data: Its bytes.
            parse: Makes it of them.
            about: What is known: id, path, format, locale.
        """
        store = self._store
        if store is None:
            return Unread(lambda: parse(data), source=data, **about)
        place = store.lay(data)
        return Unread(
            _Aside(store, parse=lambda: parse(store.fetch(place))),
            source=lambda: store.fetch(place),
            **about,
        )

    def put(self, article: Article) -> None:
        """Take in an article that was read, or one that can be."""
        self._items[article.id] = article
        self._sizes[article.id] = len(article.source)

    def size(self, article_id: str) -> int:
        """Bytes of an article's file."""
        return self._sizes[article_id]

    def unread(self) -> list[Article]:
        """All of them, those that nobody needed yet as they are."""
        return list(self._items.values())

    def __getitem__(self, article_id: str) -> Article:
        item = self._items[article_id]
        if isinstance(item, Unread):
            item = item.whole
            if self._store is None:
                self._items[article_id] = item
        return item

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)


class _Aside:
    """Takes up an article that is laid aside, parsed first if it never was."""

    def __init__(
        self,
        store: "_Store",
        place: "_Place | None" = None,
        parse: Callable[[], Article] | None = None,
    ) -> None:
        self._store = store
        self._place = place
        self._parse = parse

    def __call__(self) -> Article:
        if self._place is None:
            assert self._parse is not None  # noqa: S101 - one of the two is given
            self._place = self._store.put(self._parse())
        return self._store.get(self._place)


_Place = Place | Article
"""Where an article lies; or it itself, where it cannot lie there."""


class _Store:
    """Articles laid aside, and the few that were used last."""

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder)
        self.lay = self._spool.lay
        self.fetch = self._spool.fetch
        self._used: OrderedDict[_Place, tuple[Article, int]] = OrderedDict()
        self._size = 0

    def put(self, article: Article) -> _Place:
        """Lay an article aside."""
        try:
            data = pickle.dumps(article, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
            return article
        place = self.lay(zlib.compress(data, 1))
        self._use(place, article, len(data))
        return place

    def get(self, place: _Place) -> Article:
        """Take it up again."""
        if isinstance(place, Article):
            return place
        if place in self._used:
            self._used.move_to_end(place)
            return self._used[place][0]
        data = zlib.decompress(self.fetch(place))
        article: Article = pickle.loads(data)  # noqa: S301 - what `put` wrote, in a file of ours alone
        self._use(place, article, len(data))
        return article

    def _use(self, place: _Place, article: Article, size: int) -> None:
        self._used[place] = article, size
        self._size += size
        while self._size > _AT_HAND and len(self._used) > 1:
            _, (_, gone) = self._used.popitem(last=False)
            self._size -= gone
