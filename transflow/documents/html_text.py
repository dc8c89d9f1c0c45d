"""HTML text as a reader sees it: white space collapsed, references decoded where that is safe."""

import html
import re
import unicodedata
from collections.abc import Sequence

from transflow.documents.html_tokens import Token
from transflow.documents.mapped import Builder, Mapped
from transflow.documents.plan import wide

__all__ = ["attribute_text", "collapsed", "term_note", "without_padding"]

_EVENT = re.compile(
    r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+|&(?:#\d{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_REFERENCE_TAIL = re.compile(r"(?:#\d|#[xX][0-9A-Fa-f]|[A-Za-z][A-Za-z0-9]*)")
_TAG_TAIL = re.compile(r"[A-Za-z/!?]")
_SHOWN_SPACES = frozenset("\u00a0\u202f")
_PADDING = "\u00ad\u034f\u200b\u200c\u200d\u2060\ufeff"
"""What is not seen: letters to subscribers have rows of it behind the line that mailboxes show."""
_LAST_REFERENCE = re.compile(r"&#?\w{1,8};$")


def collapsed(mapped: Mapped, tokens: Sequence[Token], *, keep_space: bool = False) -> Mapped:
    """The text of a run of tokens as msgids show it.

    Args:
        mapped: The text the tokens are of.
        tokens: A run of neighbouring tokens.
        keep_space: White space stays as written (`pre`).
    """
    start, end = tokens[0].start, tokens[-1].end
    if len(tokens) == 1 or sum([token.end - token.start for token in tokens]) == end - start:
        whole = mapped.cut(start, end)
        if not (_may_change(whole.text) and _EVENT.search(whole.text)):
            return whole
    builder = Builder()
    for token in tokens:
        if token.kind == "text" or (token.kind == "raw" and len(tokens) == 1):
            _text(builder, mapped, token.start, token.end, keep_space=keep_space)
        else:
            part = mapped.cut(token.start, token.end)
            shown = re.sub(r"[\t\n\f\r]", " ", part.text)
            builder.take(part.reworded(shown), 0, len(shown))
    return builder.build()


def attribute_text(mapped: Mapped, start: int, end: int) -> Mapped:
    """An attribute's value, references decoded, line ends as blanks."""
    if not _may_change(mapped.text[start:end]):
        return mapped.cut(start, end)
    builder = Builder()
    at = start
    for match in _EVENT.finditer(mapped.text, start, end):
        written = match.group()
        builder.take(mapped, at, match.start())
        at = match.end()
        if written[0] == "&":
            tail = mapped.text[match.end() : match.end() + 1]
            live = not written.endswith(";") and (tail == "=" or tail.isalnum())
            shown = written if live else html.unescape(written)
        else:
            shown = " " if re.search(r"[\n\r\t\f]", written) else written
        builder.put(shown, *mapped.source(*match.span()))
    builder.take(mapped, at, end)
    return builder.build()


def _may_change(text: str) -> bool:
    """Whether a text may be shown otherwise than it is written; most are on one line, without references."""
    return (
        "&" in text or "\n" in text or "\r" in text or "\t" in text or "\f" in text or "  " in text
    )


def without_padding(text: str, end: int) -> int:
    """Where a text of which a part ends at `end` does so without what is not seen: `Read on.&zwnj;&nbsp;&zwnj;`."""
    while end and (text[end - 1] == ";" or text[end - 1] in _PADDING):
        last = _LAST_REFERENCE.search(text, max(0, end - 11), end)
        if last is None and text[end - 1] == ";":
            break
        shown = html.unescape(last[0]) if last else text[end - 1]
        if not (shown in _PADDING or shown.isspace()):
            break
        end = last.start() if last else end - 1
        while end and text[end - 1].isspace():
            end -= 1
    return end


def _text(builder: Builder, mapped: Mapped, start: int, end: int, *, keep_space: bool) -> None:
    text = mapped.text
    at = start
    for match in _EVENT.finditer(text, start, end):
        written = match.group()
        if written[0] == "&":
            shown = _decoded(written, text, match.end())
        elif keep_space:
            continue
        else:
            glued = (
                re.search(r"[\n\r]", written)
                and wide(text[match.start() - 1 : match.start()])
                and wide(text[match.end() : match.end() + 1])
            )
            shown = "" if glued else " "
        if shown == written:
            continue
        builder.take(mapped, at, match.start())
        builder.put(shown, *mapped.source(*match.span()))
        at = match.end()
    builder.take(mapped, at, end)


def _decoded(written: str, text: str, end: int) -> str:
    """What a reference stands for, or itself where that would be read as markup or not be seen."""
    shown = html.unescape(written)
    if shown == "<":
        return written if _TAG_TAIL.match(text, end) or text.startswith("&", end) else shown
    if shown == "&":
        return (
            written if _REFERENCE_TAIL.match(text, end) and ";" in text[end : end + 34] else shown
        )
    if any(unicodedata.category(char)[0] in "CZ" and char not in _SHOWN_SPACES for char in shown):
        return written
    return shown


def term_note(text: str, run: Sequence[Token], about: str) -> str:
    """The note of the term that the last tag of a run ends."""
    name, at = run[-1].tag.name if run[-1].tag else "", len(run) - 2
    while at > 0 and not ((tag := run[at].tag) and tag.name == name and not tag.closing):
        at -= 1
    words = "".join(text[each.start : each.end] for each in run[at:] if each.kind == "text")
    shown = " ".join(html.unescape(words).split())
    return f"term: {shown} ({about})" if about else f"term: {shown}"
