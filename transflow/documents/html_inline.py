"""The inline constructs of an HTML text, and plain text in and out of HTML."""

import html
import re
from collections.abc import Sequence

from transflow.documents.addressed import addressed, beside
from transflow.documents.html_tokens import OTHERWISE, Token, tokens
from transflow.documents.md_jsx import quoted_expressions, shortcodes_as_tags
from transflow.documents.protect import bare_tags, outside, paired, protected
from transflow.documents.sweep import Sweep
from transflow.documents.tags import Piece, pair
from transflow.model import Span

__all__ = ["breaks", "escape", "html_spans", "pieces", "plain"]

REFERENCE = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")


def pieces(run: Sequence[Token], text: str, source: str) -> list[Piece] | None:
    """The tags and comments of a run of tokens; None where its text is not as written, and must be read again.

    Args:
        run: The tokens.
        text: Their text as msgids show it.
        source: What the tokens are of.
    """
    found: list[Piece] = []
    start = run[0].start
    if len(text) != run[-1].end - start or not source.startswith(text, start):
        return None
    for token in run:
        if token.kind in {"tag", "comment"}:
            if token.tag and token.tag.name in OTHERWISE:
                return None
            found.append(Piece(token.start - start, token.end - start, token.tag))
        elif token.kind != "text":
            return None
    return found


def html_spans(text: str, known: Sequence[Piece] | None = None) -> list[Span]:
    """The elements, tags and comments of a text, and what else no engine may touch.

    Args:
        text: One unit's or segment's text.
        known: Its tags and comments, if it was read already.
    """
    found: list[Span] = []
    free = True
    markup = shortcodes_as_tags(text) if "[" in text else text
    if "<" in markup:
        markup = quoted_expressions(bare_tags(markup))
        if known is None or markup != text:
            known = [
                Piece(token.start, token.end, token.tag)
                for token in tokens(markup)
                if token.kind in {"tag", "comment", "other"}
            ]
        found = pair(known, len(text.rstrip()))
        if markup == text:
            free = addressed(beside(text, [(piece.start, piece.end) for piece in known]))
        else:  # a shortcode alone is one of what is `protected`
            found = [span for span in found if not (span.atomic and text[span.start] == "[")]
    more = protected(text, addresses=free)
    if more and not free:
        more = protected(text)
    if not more:
        return found
    found += outside(more, found)
    found.sort(key=lambda span: (span.start, -span.end))
    return paired(text, found) if "{%" in text or "{{" in text else found


def breaks(spans: list[Span]) -> list[tuple[int, int]]:
    """Where `<br>` stands outside every other construct."""
    sweep = Sweep(spans)
    return [
        (span.start, span.end)
        for span in spans
        if span.dest == "br" and span.atomic and sweep.at(span.start) == [span]
    ]


def escape(text: str) -> str:
    """Plain text as HTML: `<` and `&` only where they would be read as markup."""
    text = _live_reference(text)
    return _OPENING.sub("&lt;", text)


def _live_reference(text: str) -> str:
    return REFERENCE.sub(
        lambda match: (
            f"&amp;{match.group()[1:]}"
            if html.unescape(match.group()) != match.group()
            else match.group()
        ),
        text,
    )


def plain(text: str) -> str:
    """Character references resolved."""
    return html.unescape(text) if "&" in text else text
