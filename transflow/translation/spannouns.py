"""Markup that is no mark around words: what travels as one word, and what hangs on one.

Code, addresses and protected pieces read like nouns. So do a word under its reading
(`<ruby>`) and a formula (`H<sub>2</sub>O`, `m<sup>2</sup>`), whose letters no translation may
part. A raised figure behind a word is a note on it: it stays as it is, behind that word.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from transflow.model import Span, SpanKind

__all__ = ["beside", "closed", "nouns", "restored"]

_KINDS = frozenset({SpanKind.CODE, SpanKind.PROTECTED, SpanKind.HTML, SpanKind.LINK})
_VISIBLE = re.compile(r">[^<]*\w[^<]*<")
_ELEMENT = re.compile(r"<([A-Za-z]+)")
_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r"[\[(]?(?:[\d*†‡§¶]{1,3}|®|©|™|TM|SM|[a-z])[\])]?")
_UNIT = re.compile(r"(?:[A-Za-z]|[kcmdnµ]m|ft|mi|yd|10)")
_COUNTED = re.compile(r"(?<![\w.,])\d{1,3}[ \u00a0]\Z")
"""A figure that all languages write alike, before its unit."""
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@")
_BEFORE = frozenset({"", " ", "\n", "\u00a0", "(", "*", "_", "~"})
_AFTER = re.compile(r"""[.,;:!?"'*_~)]*(?:[\s<]|\Z)""")
"""What stands beside an address that no mark encloses (GFM, "Autolinks")."""
_ATTRIBUTES = re.compile(r"\{ ?(?:[:.#]|[\w-]+=)")
_SHORT = 6
"""Letters that a raised or lowered sign has at most."""


def nouns(text: str, marked: Sequence[Span]) -> tuple[list[tuple[int, int]], list[Span]]:
    """The ranges of a text that travel as one word, and the constructs that are left.

    Args:
        text: A sentence with its markup.
        marked: Its inline constructs, outer before inner.
    """
    ranges: list[tuple[int, int]] = []
    kept: list[Span] = []
    upto = 0
    for span in marked:
        if span.start < upto or _is_joined(text, span, ranges, kept):
            continue
        found = _noun(text, span, upto)
        if found:
            while kept and kept[-1].start >= found[0]:
                kept.pop()
            ranges.append(found)
            upto = found[1]
        elif _is_note(text, span):
            kept.append(replace(span, inner_start=span.start, inner_end=span.start))
            upto = span.end
        else:
            kept.append(span)
    return ranges, kept


def restored(text: str, raw: Sequence[tuple[str, str]], form: str) -> str:
    """A text with the markup back that letters stood for.

    Args:
        text: A msgstr.
        raw: (letter, markup).
        form: Format of the markup.
    """
    for letter, markup in raw:
        at = text.find(letter)
        if at >= 0:
            before, after = closed(text[:at], markup, form), text[at + 1 :]
            text = before + beside(markup, before[-1:], after, form) + after
    return text


def closed(native: str, behind: str, form: str) -> str:
    """Native text that ends in nothing that the markup behind it would become part of."""
    loose = len(native) - len(native.rstrip("\\"))
    opens = behind.startswith("[") and native.endswith(("!", "]"))
    if form == "markdown" and (loose % 2 or opens):
        return f"{native[:-1]}\\{native[-1:]}"
    return native


def beside(markup: str, before: str, after: str, form: str) -> str:
    """Code and addresses in Markdown, such that their neighbours do not become part of them.

    Args:
        markup: Any.
        before: The letter before it, or nothing.
        after: The text behind it, as far as it is known.
        form: Format of the markup.
    """
    if form != "markdown":
        return markup
    if markup[0] == "`":
        return " " * (before == "`") + markup + " " * after.startswith("`")
    if not _ADDRESS.match(markup) or (before in _BEFORE and _AFTER.match(after)):
        return markup
    if markup.startswith("www."):
        return " " * (before not in _BEFORE) + markup + " " * (not _AFTER.match(after))
    return f"<{markup}>"


def _is_joined(text: str, span: Span, ranges: list[tuple[int, int]], kept: list[Span]) -> bool:
    """Join attributes (`{: .wide}`) to the construct that they stand right behind."""
    if not span.atomic or not _ATTRIBUTES.match(text, span.start):
        return False
    if ranges and ranges[-1][1] == span.start:
        ranges[-1] = (ranges[-1][0], span.end)
        return True
    for at, owner in enumerate(kept):
        if owner.end == span.start:
            kept[at] = replace(owner, end=span.end)
            return True
    return False


def _noun(text: str, span: Span, since: int) -> tuple[int, int] | None:
    """The range of the word that a construct is, or is part of."""
    if span.atomic:
        seen = span.kind is not SpanKind.HTML or _VISIBLE.search(text[span.start : span.end])
        return (span.start, span.end) if span.kind in _KINDS and seen else None
    name = _name(text, span)
    if name == "ruby":
        return span.start, span.end
    if name not in {"sub", "sup"} or len(_shown(text, span)) > _SHORT:
        return None
    left = _end(text, since, span.start)
    right = _behind(text, span.end)
    glued = text[left : span.start], text[span.end : right]
    if not glued[0] or (glued[0][-1].isdigit() and _shown(text, span).isalpha()):
        return None
    unit = bool(_UNIT.fullmatch(glued[0]))
    if unit and (figure := _COUNTED.search(text, since, left)):
        left = figure.start()
    formula = name == "sub" or bool(glued[1]) or unit
    return (left, right) if formula and "<a" not in text[span.start : span.end] else None


def _is_note(text: str, span: Span) -> bool:
    shown = _shown(text, span)
    if span.atomic or _name(text, span) != "sup" or not _NOTE.fullmatch(shown):
        return False
    before = text[: span.start][-1:]
    return not (before.isdigit() and shown.isalpha()) and not before.isspace()


def _name(text: str, span: Span) -> str:
    if text[span.start] == "~" and span.inner_start == span.start + 1:
        return "sub"  # `H~2~O`, as Pandoc and MkDocs read it
    found = _ELEMENT.match(text, span.start)
    return found[1].lower() if found else ""


def _shown(text: str, span: Span) -> str:
    return _TAG.sub("", text[span.inner_start : span.inner_end]).strip()


def _end(text: str, since: int, place: int) -> int:
    """Where the word begins that ends at a place."""
    found = re.search(r"[^\W_]*\Z", text[since:place])
    return since + found.start() if found else place


def _behind(text: str, place: int) -> int:
    """Where a formula ends: letters, figures and further raised or lowered signs."""
    more = re.compile(r"[^\W_]+|<(su[bp])\b[^>]*>[^<>]{1,6}</\1>|~[^~\s]{1,6}~", re.IGNORECASE)
    while found := more.match(text, place):
        place = found.end()
    return place
