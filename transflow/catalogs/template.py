"""The template of an article's catalogs (`.pot`): for tools that want to start from one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from transflow.catalogs import header as heads
from transflow.catalogs import upkeep
from transflow.catalogs.catalog import Catalog
from transflow.model import Message

__all__ = ["template"]


def template(
    messages: Sequence[Message],
    *,
    article_id: str,
    today: datetime,
    source_locale: str = "en",
    project: str = "articles",
    old: Catalog | None = None,
) -> Catalog:
    """The template for these messages; `old` itself where it says the same.

    Args:
        messages: The article's messages in document order.
        article_id: The article.
        today: For the header's dates, which move only with content.
        source_locale: BCP 47 tag of the article: a template without language makes gettext warn.
        project: For the header.
        old: The template as read, if there is one.
    """
    blocks = tuple(upkeep.blank(message) for message in messages)
    head = heads.new_header(source_locale, f"{project} {article_id}".strip(), today)
    new = Catalog(f"{article_id}.pot", source_locale, head, blocks)
    if old is not None and replace(new, head=old.head).dump() == old.dump():
        return old
    return new
