"""How the state of each sentence travels through an article's HTML onto the page."""

import hashlib
from html import escape

from transflow.bcp47 import direction
from transflow.model import Article, Mark, Segment
from transflow.publishing.gate import Verdict

__all__ = ["mark_for", "token_for"]


def token_for(article: Article, verdict: Verdict) -> str:
    """A word no text of this page can contain, because it is made from all of them.

    It tells our own marks from a `data-state` that an author or translator wrote.
    """
    digest = hashlib.sha256(article.source)
    for key, shown in verdict.shown.items():
        digest.update(f"{key}\0{shown.text}\0".encode())
    return "s" + digest.hexdigest()[:24]


def mark_for(verdict: Verdict, source_locale: str, token: str, *, lines: bool = False) -> Mark:
    """Wrap each sentence in an element with its state and, where it is the original's, its language.

    Args:
        verdict: What is shown.
        source_locale: BCP 47 tag of the original.
        token: See `token_for`.
        lines: Also say where the entry is in its PO file; for previews.
    """
    foreign = f' lang="{escape(source_locale)}" dir="{direction(source_locale)}"'

    def mark(segment: Segment) -> tuple[str, str]:
        shown = verdict.shown.get(segment.id)
        if shown is None:
            return "", ""
        line = f"-{shown.line}" if lines and shown.line else ""
        language = "" if shown.translated else foreign
        return f'<span data-state="{token}-{shown.mark}{line}"{language}>', "</span>"

    return mark
