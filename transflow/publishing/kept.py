"""The last good page of an article that changed: rendered again from what is committed.

published.json holds the article as it was when the page passed the gate, the catalog the
sentences: those that stayed, those whose original moved on (their words are kept beside the new
draft), and those that fell out of the article (`#~`).
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import replace

from transflow.config.schema import GateConfig, SourceConfig
from transflow.documents import read
from transflow.errors import ArticleError
from transflow.model import Article, Entry, State
from transflow.publishing.gate import Verdict, judge

__all__ = ["last_good", "pack", "source_hash", "unpack"]


def source_hash(article: Article) -> str:
    """Short hash of an article's bytes."""
    return hashlib.sha256(article.source).hexdigest()[:16]


def pack(source: bytes) -> str:
    """Bytes as published.json holds them."""
    try:
        return "text:" + source.decode("utf-8")
    except UnicodeDecodeError:
        return "base64:" + base64.b64encode(source).decode()


def unpack(packed: str) -> bytes:
    """The bytes again."""
    kind, _, text = packed.partition(":")
    return base64.b64decode(text) if kind == "base64" else text.encode()


def last_good(
    article: Article,
    packed: str,
    entries: Iterable[Entry],
    gate: GateConfig,
    source: SourceConfig,
    *,
    locale: str,
) -> tuple[Article, Verdict] | None:
    """The article as it was and what its page shows; None if that can no longer be had.

    Args:
        article: The article as it is now.
        packed: The article as it was when the page passed.
        entries: The catalog, obsolete entries included.
        gate: What the workflow asks; the old page must pass it again.
        source: How articles are read.
        locale: BCP 47 tag of the page.
    """
    old_entries = list(_earlier(entries))
    try:
        old = read(
            unpack(packed),
            path=article.path,
            locale=article.locale,
            source=source,
            known=frozenset(entry.msgid for entry in old_entries),
            format=article.format,
            id=article.id,
        )
    except ArticleError:
        return None
    old = replace(old, id=article.id)
    verdict = judge(old, old_entries, (), gate, locale=locale)
    return (old, verdict) if verdict.passes else None


def _earlier(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Entries as they were before the article moved on; later ones win over obsolete ones."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.state is not State.OBSOLETE):
        one = entry
        if entry.state is State.OBSOLETE:
            state = State.EDITED if entry.fuzzy else State.APPROVED
            one = replace(entry, state=state if entry.msgstr else State.UNTRANSLATED)
        elif entry.state is State.CHANGED and entry.previous_msgid:
            one = replace(entry, msgid=entry.previous_msgid, state=State.APPROVED)
        found[one.key] = one
    return found.values()
