"""Which of a million sentences resemble this one: candidates by shared words, then rapidfuzz.

Words and word pairs are hashed into buckets; for each bucket a sorted list of the sentences that
hold it, all lists in one array on disk that is mapped into memory, not loaded. A query reads the
lists of its rarest words only, counts who turns up most often, and compares those by letters.
The files are named after what they were made from; without them they are made again.
"""

import contextlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transflow.errors import TransflowError
from transflow.files import write_atomic

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FuzzyIndexes", "tokens"]

BUCKETS = 1 << 20
BUDGET = 6000
"""Most entries of lists that one query reads: rare words first."""
CANDIDATES = 48
"""How many sentences one query compares by letters."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_CHUNK = 50_000
_DELTA = 5000
"""Fewer sentences than this are not worth a file."""


def tokens(text: str) -> set[int]:
    """Buckets of a sentence's words and pairs of neighbouring words."""
    words = ["^", *_WORD.findall(text.lower()), "$"]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return {zlib.crc32(token.encode()) % BUCKETS for token in (*words[1:-1], *pairs)}


class FuzzyIndexes:
    """The lists of one locale: a large one on disk, and a small one of what came since."""

    def __init__(self, parts: "Sequence[_Index]") -> None:
        self._parts = parts

    @classmethod
    def of(cls, connection: sqlite3.Connection, locale: str, folder: Path | None) -> "FuzzyIndexes":
        """The lists of a locale as the table stands.

        Args:
            connection: The database.
            locale: BCP 47 tag.
            folder: Where the large list's files are kept; None to keep none.
        """
        generation = connection.execute("select value from meta").fetchone()[0]
        stem = f"fuzzy-{locale}-{generation}-"
        base, top = _newest(folder, stem)
        new = list(_distinct(connection, locale, top))
        if base is not None and len(new) <= max(_DELTA, base.size // 4):
            return cls([base, _Index.built(iter(new))] if new else [base])
        whole = _Index.built(_distinct(connection, locale, 0))
        if folder is not None and whole.size > _DELTA:
            with contextlib.suppress(OSError, TransflowError):
                for old in folder.glob(f"fuzzy-{locale}-*.npy"):
                    old.unlink()
                whole.save(folder, f"{stem}{whole.top}")
        return cls([whole])

    def candidates(self, text: str) -> list[int]:
        """Ids of the units that share most of this sentence's rare words; some may be gone."""
        return [number for part in self._parts for number in part.candidates(text)]


class _Index:
    """Lists of one set of sentences; read-only once made."""

    def __init__(self, ids: "NDArray[np.int64]", lists: "NDArray[np.int32]", starts: Any) -> None:
        self._ids = ids
        self._lists = lists
        self._starts = starts

    @property
    def size(self) -> int:
        """Number of sentences."""
        return len(self._ids)

    @property
    def top(self) -> int:
        """The highest id of a unit in it."""
        return int(self._ids.max()) if len(self._ids) else 0

    def candidates(self, text: str) -> list[int]:
        """Ids of the units that share most of this sentence's rare words."""
        import numpy as np  # noqa: PLC0415  (0.1 s)

        buckets = sorted(tokens(text), key=lambda b: int(self._starts[b + 1] - self._starts[b]))
        parts = []
        left = BUDGET
        for bucket in buckets:
            start, stop = int(self._starts[bucket]), int(self._starts[bucket + 1])
            if stop > start:
                parts.append(self._lists[start : min(stop, start + max(left, 0))])
                left -= stop - start
            if left <= 0:
                break
        if not parts:
            return []
        places, counts = np.unique(np.concatenate(parts), return_counts=True)
        inside = places < self.size
        places, counts = places[inside], counts[inside]
        if len(places) > CANDIDATES:
            best = np.argpartition(counts, -CANDIDATES)[-CANDIDATES:]
            places = places[best]
        return [int(value) for value in self._ids[places]]

    @classmethod
    def built(cls, rows: Iterator[tuple[int, str]]) -> "_Index":
        """Lists of (id, sentence)."""
        import numpy as np  # noqa: PLC0415

        ids: list[int] = []
        chunks: list[Any] = []
        buckets: list[int] = []
        places: list[int] = []
        for place, (number, text) in enumerate(rows):
            ids.append(number)
            found = tokens(text)
            buckets.extend(found)
            places.extend([place] * len(found))
            if len(ids) % _CHUNK == 0:
                chunks.append(_pairs(buckets, places))
                buckets, places = [], []
        chunks.append(_pairs(buckets, places))
        keys = np.sort(np.concatenate(chunks))
        counts = np.bincount(keys >> 32, minlength=BUCKETS)
        starts = np.zeros(BUCKETS + 1, dtype=np.int64)
        np.cumsum(counts, out=starts[1:])
        return cls(np.array(ids, dtype=np.int64), (keys & 0xFFFFFFFF).astype(np.int32), starts)

    @classmethod
    def loaded(cls, stem: Path) -> "_Index":
        """Lists from files, mapped into memory."""
        import numpy as np  # noqa: PLC0415

        parts = [
            np.load(stem.with_name(f"{stem.name}.{part}.npy"), mmap_mode="r")
            for part in ("ids", "lists", "starts")
        ]
        if len(parts[2]) != BUCKETS + 1 or int(parts[2][-1]) != len(parts[1]):
            raise ValueError("not whole")
        return cls(*parts)

    def save(self, folder: Path, name: str) -> None:
        """Write the files."""
        import io  # noqa: PLC0415

        import numpy as np  # noqa: PLC0415

        for part, array in (("lists", self._lists), ("starts", self._starts), ("ids", self._ids)):
            stream = io.BytesIO()
            np.save(stream, array)
            write_atomic(folder / f"{name}.{part}.npy", stream.getvalue())


def _newest(folder: Path | None, stem: str) -> tuple[_Index | None, int]:
    """The index on disk that was made from this database last, and the last id in it."""
    found = sorted(folder.glob(f"{stem}*.ids.npy")) if folder is not None else []
    for path in reversed(found):
        with contextlib.suppress(OSError, ValueError):
            index = _Index.loaded(path.with_name(path.name.removesuffix(".ids.npy")))
            return index, index.top
    return None, 0


def _pairs(buckets: Iterable[int], places: Iterable[int]) -> Any:
    import numpy as np  # noqa: PLC0415

    high = np.fromiter(buckets, dtype=np.int64)
    return (high << 32) | np.fromiter(places, dtype=np.int64)


def _distinct(connection: sqlite3.Connection, locale: str, above: int) -> Iterator[tuple[int, str]]:
    """One unit for each distinct sentence of a locale, of those with ids above this one."""
    query = "select min(id), source from unit where locale = ? and id > ? group by hash"
    yield from connection.execute(query, (locale, above))
