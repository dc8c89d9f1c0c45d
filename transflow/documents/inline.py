"""What stands inside a segment: its inline constructs, and plain text in and out of its format."""

from collections.abc import Callable
from functools import lru_cache

from transflow.documents import html_inline, md_escape
from transflow.documents.md_inline import markdown_spans
from transflow.documents.protect import protected
from transflow.model import Span

__all__ = ["escape", "plain", "spans"]

_Plain = Callable[[str], str]

_ESCAPE: dict[str, _Plain] = {"markdown": md_escape.escape_entry, "html": html_inline.escape}
_PLAIN: dict[str, _Plain] = {"markdown": md_escape.plain, "html": html_inline.plain}


@lru_cache(maxsize=4096)
def spans(text: str, format: str) -> tuple[Span, ...]:  # noqa: A002 - the field's word
    """The inline constructs of a msgid or msgstr, in order, outer before inner.

    Args:
        text: The text, with its native markup.
        format: `markdown`, `html` or `text`: that of its article.
    """
    if format == "markdown":
        return tuple(markdown_spans(text, cjk=True))
    if format == "html":
        return tuple(html_inline.html_spans(text))
    return tuple(protected(text))


def escape(text: str, format: str) -> str:  # noqa: A002
    """Plain text as native text of a format: nothing in it is read as markup."""
    return _ESCAPE[format](text) if format in _ESCAPE else text


def plain(text: str, format: str) -> str:  # noqa: A002
    """What a reader sees of native text that holds no inline construct: the inverse of `escape`."""
    return _PLAIN[format](text) if format in _PLAIN else text
