"""What is read of a Markdown article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transflow.documents.admonitions import Admonition
from transflow.documents.anchors import Unnamed
from transflow.documents.frontmatter import FrontMatter

__all__ = ["MarkdownSource"]


@dataclass(slots=True)
class MarkdownSource:
    """What was read: the units' plans, the front matter, and what pages leave out."""

    plans: Sequence[Any]
    front: FrontMatter
    attributes: list[tuple[int, int]]
    """Ranges that are on no page: `{#id}` behind headings, comments, code of a generator."""
    anchors: dict[int, str]
    """Where the text of each heading begins -> its id."""
    unnamed: list[Unnamed]
    """The headings whose id the article does not say."""
    boxes: list[Admonition]
    marked: list[tuple[int, int]]
    """Ranges of Markdown in elements of HTML: `<figure markdown="span">`."""
    definitions: str = ""
    """The definitions of references, one behind the other, where there is such Markdown."""
    title: str = ""
    """The first heading of level 1, where front matter has no title."""
