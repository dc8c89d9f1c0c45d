"""The inline constructs of a Markdown text, by CommonMark's own rules.

comrak parses the text on its own, as one line; its positions are those of characters.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from transflow.documents.addressed import addressed, beside
from transflow.documents.columns import Columns
from transflow.documents.html_tokens import tokens
from transflow.documents.md_flavours import flavoured, with_role
from transflow.documents.md_jsx import quoted_expressions, shortcodes_as_tags
from transflow.documents.md_references import definitions
from transflow.documents.md_simple import simple_spans
from transflow.documents.protect import (
    ENVIRONMENT,
    TEMPLATE,
    code_regions,
    outside,
    paired,
    protected,
    without_loose_dollars,
)
from transflow.documents.tags import Piece, pair
from transflow.model import Span, SpanKind

if TYPE_CHECKING:
    import comrak

__all__ = ["SIZED", "extensions", "markdown_spans", "parse", "parse_options"]

_ANY = re.compile(r"[\[<>{@*_`~$%\\^=+:#]")
"""What every construct has, whoever reads it, but an address that begins with `www.`: prose has none, and this is asked of every text."""
_LEAD = "x "
_AHEAD = len(_LEAD)
_MARK = re.compile(r"[\[<@*_`~$]")
_BLANKLESS = re.compile(r"[^\0-\u10ff]")
"""What letters of Chinese, Japanese and Korean are among."""
_MARKS = re.compile(r"[\[<@]|(?P<two>[*_`~$]).*(?P=two)", re.DOTALL)
"""What every construct but an address has; emphasis, code and formulas have two of a kind."""
_PLAIN = frozenset({"Text", "SoftBreak", "LineBreak", "Escaped"})
_WITH_DESTINATION = frozenset({SpanKind.LINK, SpanKind.IMAGE})
_SIMPLE = {"Emph": SpanKind.EMPHASIS, "Strong": SpanKind.STRONG, "Strikethrough": SpanKind.STRIKE}


@cache
def extensions(*, cjk: bool = False, page: bool = False) -> "comrak.ExtensionOptions":
    """What is read beyond CommonMark: GFM, footnotes, alerts, definition lists, math.

    Args:
        cjk: See `markdown_spans`.
        page: For a page: single tildes become `sub`, `x^2^` is raised, `==so==` and `++so++` are marked and inserted.
    """
    import comrak  # noqa: PLC0415 - a heavy import

    return comrak.ExtensionOptions(
        strikethrough=True,
        table=True,
        autolink=True,
        tasklist=True,
        footnotes=True,
        description_lists=True,
        alerts=True,
        math_dollars=True,
        subscript=page,
        superscript=page,
        highlight=page,
        insert=page,
        cjk_friendly_emphasis=cjk,
    )


@cache
def parse_options() -> "comrak.ParseOptions":
    """Footnotes where they are written; positions in bytes.

    Those in characters, which comrak offers too, take quadratic time on long lines.
    """
    import comrak  # noqa: PLC0415

    return comrak.ParseOptions(leave_footnote_definitions=True)


def parse(text: str, *, cjk: bool = False) -> Any:
    """Comrak's tree of a text."""
    return _parser(cjk)(text.replace("\0", "\ufffd"))


@cache
def _parser(cjk: bool) -> Callable[[str], Any]:
    """Comrak with what is read."""
    import comrak  # noqa: PLC0415

    beyond, options = extensions(cjk=cjk), parse_options()
    return lambda text: comrak.parse_document(text, beyond, options)


def markdown_spans(
    text: str, labels: Collection[str] | None = None, *, cjk: bool = False
) -> list[Span]:
    """The inline constructs of a text, outer before inner.

    Args:
        text: One unit's or segment's text.
        labels: Keys of the reference definitions there are, those of footnotes with their `^`; None takes
            every `[text][label]` and `[^note]` for a reference, as in a msgid, where they are written so.
        cjk: Read emphasis beside Chinese, Japanese and Korean letters as its author meant it,
            where CommonMark's rule for delimiters looks for blanks.
    """
    found: list[Span] = []
    if _ANY.search(text) is None and "www." not in text:
        return found
    if (simple := simple_spans(text, labels)) is not None:
        return simple
    if _marked(text):
        # Labels and letters without blanks between words matter where there are some.
        known = frozenset(labels) if labels is not None and "[" in text else None
        found = list(_parsed(text, known, cjk=cjk and _BLANKLESS.search(text) is not None))
        if "}`" in text:
            found = [with_role(text, span) for span in found]
    # GFM makes no links of addresses between brackets.
    bracketed = "[" in text and addressed(text)
    free = bracketed and addressed(
        beside(text, [(each.start, each.end) for each in found if each.kind is SpanKind.LINK])
    )
    more = protected(text, addresses=free, dollars=False)
    if more and bracketed and not free:
        more = protected(text, dollars=False)
    if more:
        found += outside(more, [*found, *_linked(found)] if bracketed else found)
        found.sort(key=lambda span: (span.start, -span.end))
        if "{%" in text or "{{" in text:
            found = paired(text, found)
    if others := flavoured(text, found):
        ends = {span.end for span in others if not span.atomic}
        found = [span for span in found if not (span.atomic and span.end in ends)]
        found = sorted([*found, *others], key=lambda span: (span.start, -span.end))
    return found


def _linked(found: list[Span]) -> list[Span]:
    """The links as pieces: an address that is a link's words is none of its own."""
    return [
        Span(span.kind, span.start, span.end, span.start, span.start)
        for span in found
        if span.kind is SpanKind.LINK and not span.atomic
    ]


def _marked(text: str) -> bool:
    """Whether there may be a construct in a text."""
    if "://" in text or "www." in text:
        return True
    first = _MARK.search(text)
    return first is not None and _MARKS.search(text, first.start()) is not None


@lru_cache(maxsize=16)
def _parsed(text: str, labels: frozenset[str] | None, *, cjk: bool) -> Sequence[Span]:
    """What comrak sees; some texts are asked for twice: a heading, a translation that is written as it is."""
    masked = quoted_expressions(_without_templates(text) if "{" in text or "<%" in text else text)
    if "[" in text:
        masked = shortcodes_as_tags(masked)
    if cjk and "_" in text and "*" not in text and "\\" not in text:
        masked = _UNDERLINED.sub(_starred, masked)
    if "$" in text:
        masked = without_loose_dollars(masked)
    line = _Line(SIZED.sub(_without_size, masked) if " =" in text else masked)
    defined = definitions(masked, labels)
    tree = parse(f"{line.probe}\n\n{defined}" if defined else line.probe, cjk=cjk)
    if not tree.children:
        return []
    spans, tags = _inlines(tree.children[0], line)
    if defined or masked is not text:
        spans = [
            _with_destination(span, text, masked) if span.kind in _WITH_DESTINATION else span
            for span in spans
        ]
    return _nested(spans, tags, len(text.rstrip())) if tags else spans


SIZED = re.compile(
    r"(?<=\]\()(?P<place>(?:<[^<>\n]*>|[^\s()<>]+)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?)"
    r"(?P<size>\s+=(?=\d|x\d)(?P<width>\d*%?)x(?P<height>\d*%?))(?=(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\))"
)
"""The size of an image as markdown-it-imsize, HackMD and Azure DevOps write it: `![A pier](a.png =300x200)`."""


def _without_size(match: re.Match[str]) -> str:
    return match["place"] + " " * len(match["size"])


_GLUED = "\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Letters and marks of Chinese, Japanese and Korean."""
_UNDERLINED = re.compile(
    r"(`+)[^`]+\1(?!`)|"
    rf"(?:(?<=[{_GLUED}])(?P<one>__?)(?=[^\s_*])(?P<words>[^_]*[^\s_*\\])(?P=one)(?![_A-Za-z0-9*])"
    rf"|(?<![_A-Za-z0-9\\*])(?P<two>__?)(?=[^\s_*])(?P<others>[^_]*[^\s_*\\])(?P=two)(?=[{_GLUED}]))"
)
"""Emphasis between underlines that such letters stand beside: words have blanks there in other languages.

And code, which comes first. In a text with stars or escapes underlines stay: theirs would pair with others.
"""


def _starred(match: re.Match[str]) -> str:
    """The same emphasis between stars, which letters may stand beside."""
    if match[1]:
        return match[0]
    mark = "*" * len(match["one"] or match["two"])
    return f"{mark}{match['words'] or match['others']}{mark}"


def _without_templates(text: str) -> str:
    """A text with what stands in template tags, and code between them, made letters."""
    for start, end in code_regions(text):
        letters = re.sub(r"[^\n]", "x", text[start + 1 : end - 1])
        text = f"{text[: start + 1]}{letters}{text[end - 1 :]}"
    if "\\begin{" in text:
        text = ENVIRONMENT.sub(lambda match: "x" * len(match[0]), text)
    return TEMPLATE.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    """A template tag without what could be markup; its edges decide about its neighbours."""
    return "{" + re.sub(r"[^\n]", "x", match.group()[1:-1]) + "}"


class _Line:
    """A text as comrak reads it: one paragraph on one line, whatever its lines begin with.

    A word stands before it. A line end is a blank to every inline construct, and comrak miscounts
    behind a reference or a title that goes over one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.probe = _LEAD + text.replace("\n", " ").replace("\r", " ")
        columns = Columns(self.probe)
        self.start, self.end = columns.place, columns.end


def _inlines(node: Any, line: _Line) -> tuple[list[Span], list[Piece]]:
    """Spans and tags below a block, depth first without recursion."""
    spans: list[Span] = []
    tags: list[Piece] = []
    stack = node.children
    stack.reverse()
    while stack:
        child = stack.pop()
        value = child.node_value
        name = type(value).__name__
        if name in _PLAIN:
            continue
        position = child.sourcepos
        last = position.end
        if last.line > 1:
            continue  # in the definitions behind the text
        start = line.start(position.start.column) - _AHEAD
        end = line.end(last.column) - _AHEAD
        if name == "HtmlInline":
            token = next(tokens(line.text[start:end]), None)
            tags.append(Piece(start, end, token.tag if token else None))
            continue
        span, inside = (
            _link(child, start, end, line)
            if name == "Link"
            else _span(value, name, start, end, line.text)
        )
        spans.append(span)
        if inside:
            stack += reversed(child.children)
    return spans, tags


def _span(value: Any, name: str, start: int, end: int, text: str) -> tuple[Span, bool]:
    """A node's span, and whether to look inside it."""
    if name in _SIMPLE:
        char = text[start]
        width = 2 if name != "Emph" and text[start : start + 2] == char * 2 else 1
        return Span(_SIMPLE[name], start, end, start + width, end - width), True
    if name == "Code":
        return Span(SpanKind.CODE, start, end, start, start, value.value.literal), False
    if name == "FootnoteReference":
        return Span(SpanKind.FOOTNOTE, start, end, start, start, value.value.name), False
    if name == "Image":
        return Span(SpanKind.IMAGE, start, end, start, start, value.value.url), False
    return Span(SpanKind.PROTECTED, start, end, start, start, text[start:end]), False


def _link(node: Any, start: int, end: int, line: _Line) -> tuple[Span, bool]:
    url, children = node.node_value.value.url, node.children
    if line.text[start : start + 1] != "[" or not children:
        return Span(SpanKind.LINK, start, end, start, start, url), False
    inner_end = line.end(children[-1].sourcepos.end.column) - _AHEAD
    close = line.text.find("]", inner_end, end)
    inner_end = close if close >= 0 else inner_end
    return Span(SpanKind.LINK, start, end, start + 1, inner_end, url), True


def _with_destination(span: Span, text: str, masked: str) -> Span:
    """The span with a reference's label as destination, and template tags in it as written."""
    dest = span.dest
    if dest.startswith("transflow-label:"):
        codes = dest.removeprefix("transflow-label:").split(".")
        dest = f"[{''.join(chr(int(code, 16)) for code in codes if code)}]"
    elif (seen := masked[span.start : span.end]) != text[span.start : span.end]:
        # What an address without marks is led by: `http://`, `mailto:`.
        scheme = dest.removesuffix(seen) if span.atomic and dest.endswith(seen) else ""
        dest = scheme + text[max(span.inner_end, span.start) : span.end]
    else:
        return span
    return Span(span.kind, span.start, span.end, span.inner_start, span.inner_end, dest)


def _nested(spans: list[Span], tags: list[Piece], size: int) -> list[Span]:
    """Spans of Markdown and of tags together; a pair of tags that would cross is two singles."""
    paired = [_within(span, spans) for span in pair(tags, size)]
    crossing = _crossing(paired, spans)
    fitting: list[Span] = []
    for span in paired:
        if id(span) in crossing:
            one, two, name = span.start, span.inner_end, span.dest
            fitting += (
                Span(SpanKind.HTML, one, span.inner_start, one, one, name),
                Span(SpanKind.HTML, two, span.end, two, two, f"/{name}"),
            )
        else:
            fitting.append(span)
    hidden, kept = 0, []
    for span in sorted([*spans, *fitting], key=lambda each: (each.start, -each.end)):
        if span.start >= hidden:
            kept.append(span)
            hidden = span.end if span.atomic else hidden
    return kept


def _within(tag: Span, others: list[Span]) -> Span:
    """Code that is left open goes on to the end of what it stands in."""
    if tag.kind is not SpanKind.CODE:
        return tag
    ends = [each.inner_end for each in others if each.start < tag.start < each.inner_end < tag.end]
    if not ends:
        return tag
    return Span(tag.kind, tag.start, min(ends), tag.start, tag.start, tag.dest)


def _crossing(pairs: list[Span], others: list[Span]) -> set[int]:
    """Pairs of tags of which one stands inside a construct of Markdown and one outside."""
    tags = {id(span) for span in pairs if not span.atomic}
    crossing: set[int] = set()
    stack: list[Span] = []
    both = [span for span in [*pairs, *others] if not span.atomic]
    for span in sorted(both, key=lambda each: (each.start, -each.end)):
        while stack and stack[-1].end <= span.start:
            stack.pop()
        for index in range(len(stack) - 1, -1, -1):
            around = stack[index]
            if around.end >= span.end:
                break
            crossing.add(id(around) if id(around) in tags else id(span))
        stack.append(span)
    return crossing & tags
