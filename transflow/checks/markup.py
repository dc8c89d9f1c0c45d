"""Markup and placeholders: whole, and as many as in the source."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transflow.checks.literals import EMAIL, NAMED, PLACEHOLDER, URL
from transflow.checks.merging import MEANT
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, Span, SpanKind

__all__ = ["RULES"]

_STYLE = frozenset({SpanKind.EMPHASIS, SpanKind.STRONG, SpanKind.STRIKE})
_CONTENT = frozenset({SpanKind.CODE, SpanKind.PROTECTED, SpanKind.COMMENT, SpanKind.FOOTNOTE})
_NAMES = {
    SpanKind.LINK: "link to {}",
    SpanKind.IMAGE: "image {}",
    SpanKind.CODE: "code {}",
    SpanKind.HTML: "element <{}>",
    SpanKind.COMMENT: "comment {}",
    SpanKind.FOOTNOTE: "footnote mark {}",
    SpanKind.PROTECTED: "protected text {}",
    SpanKind.EMPHASIS: "emphasis",
    SpanKind.STRONG: "strong emphasis",
    SpanKind.STRIKE: "strike-through",
}
_TITLED = frozenset({"zh", "ja", "yue"})
_HOLLOW = re.compile(r"<a\b[^>]*>\s*</a|\[\s*\][(\[]", re.IGNORECASE)
_TAGGED = frozenset({SpanKind.HTML, SpanKind.LINK})
_LONE = re.compile(r"<([A-Za-z][\w-]*)(?:\s[^<>]*[^<>/]|\s*)>")
_END = re.compile(r"</[A-Za-z][\w:.-]*\s*>")
_OPEN = re.compile(r"(?<!\\)<(?:!--|/?[A-Za-z][\w-]*(?=[\s*]))")
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
_IN_PLACEHOLDERS = ("%", "{", "$(", "__", "@@", "##")
_NUMBERED = re.compile(r"%\d+\$")
_Key = tuple[SpanKind, str]


def _keys(text: str, spans: Sequence[Span], kinds: frozenset[SpanKind]) -> Counter[_Key]:
    """What must match: kind and destination, or kind and content of what is never translated."""
    return Counter(
        (span.kind, text[span.start : span.end] if span.kind in _CONTENT else span.dest)
        for span in spans
        if span.kind in kinds and not (span.atomic and _has_own_rule(text[span.start : span.end]))
    )


def _has_own_rule(text: str) -> bool:
    """Whether an address or a placeholder; `<…>` is how one is written where letters follow it."""
    return any(kind.match(text.removeprefix("<")) for kind in (URL, EMAIL, PLACEHOLDER))


def _differences(pair: Pair, kinds: frozenset[SpanKind]) -> Iterator[str]:
    if not pair.left.spans and not pair.right.spans:
        return
    source = _keys(pair.source, pair.left.spans, kinds)
    target = _keys(pair.target, pair.right.spans, kinds)
    missing, extra = list((source - target).elements()), list((target - source).elements())
    for kind, what in missing:
        twin = next((key for key in extra if key[0] is kind), None)
        if twin is None:
            yield f"{_NAMES[kind].format(what)} is missing{_why(pair, kind)}"
        else:
            extra.remove(twin)
            yield f"{_NAMES[kind].format(twin[1])} is not in the source; expected {what}"
    for kind, what in extra:
        if kind is SpanKind.PROTECTED and MEANT.fullmatch(what):
            continue  # told by `merged`
        yield f"{_NAMES[kind].format(what)} is not in the source"


def _why(pair: Pair, kind: SpanKind) -> str:
    """Marks that stand there and do not work."""
    mark = {SpanKind.STRONG: ("**", "__"), SpanKind.EMPHASIS: ("*", "_")}.get(kind, ())
    if pair.context.format == "markdown" and any(pair.target.count(m) >= 2 for m in mark):
        return (
            ": its marks do not open and close here; put them directly at the words, "
            "with punctuation outside, or write <strong> or <em>"
        )
    return ""


def _markup(pair: Pair) -> Iterator[str]:
    yield from _differences(pair, frozenset(SpanKind) - _STYLE)
    for what in (
        _hollow(pair.target, pair.right.spans) - _hollow(pair.source, pair.left.spans)
    ).elements():
        yield f"link to {what} has no words"
    for what in (
        _broken(pair.target, pair.right.spans) - _broken(pair.source, pair.left.spans)
    ).elements():
        yield what


def _broken(text: str, spans: Sequence[Span]) -> Counter[str]:
    """Tags that are none, or swallow words, as a reviewer is told of them."""
    if "<" not in text:
        return Counter()
    found: Counter[str] = Counter()
    tags: list[tuple[int, int]] = []
    for span in spans:
        if span.atomic:
            lone = _LONE.fullmatch(text, span.start, span.end)
            if span.kind in _TAGGED and lone and lone[1].lower() not in _VOID:
                found[f"element <{lone[1]}> has no end tag"] += 1
            tags.append((span.start, span.end))
            continue
        tags += [(span.start, span.inner_start), (span.inner_end, span.end)]
        end = text[span.inner_end : span.end]
        if span.kind in _TAGGED and end.startswith("</") and not _END.fullmatch(end):
            found[f"the end tag {end!r} holds more than its name, which no page shows"] += 1
    for match in _OPEN.finditer(text):
        if not any(start <= match.start() < end for start, end in tags):
            found[f"{match[0]} is no tag here, and is shown as it stands"] += 1
    return found


def _hollow(text: str, spans: Sequence[Span]) -> Counter[str]:
    """Where links around nothing lead, by destination."""
    links = (span for span in spans if span.kind is SpanKind.LINK and span.atomic)
    return Counter(one.dest for one in links if _HOLLOW.match(text, one.start))


def _emphasis(pair: Pair) -> Iterator[str]:
    titles = pair.target.count("《") if pair.context.language in _TITLED else 0
    for message in _differences(pair, _STYLE):
        if titles and message.startswith("emphasis is missing"):
            titles -= 1
        else:
            yield message


def _empty_markup(pair: Pair) -> Iterator[str]:
    for text, spans in ((pair.target, pair.right.spans),):
        for span in spans:
            if not span.atomic and not text[span.inner_start : span.inner_end].strip():
                yield f"{_NAMES[span.kind].format(span.dest)} encloses nothing"


def _placeholders(pair: Pair) -> Iterator[str]:
    both = pair.source + pair.target
    if not any(sign in both for sign in _IN_PLACEHOLDERS):
        return
    source, target = (
        Counter(PLACEHOLDER.findall(side.raw) + NAMED.findall(side.text))
        for side in (pair.left, pair.right)
    )
    if not any(_NUMBERED.match(one) for one in source):  # `%s` may be `%1$s` in another order
        target = Counter(_NUMBERED.sub("%", one) for one in target.elements())
    for what in (source - target).elements():
        yield f"placeholder {what} is missing; it must stand as it is in the source"
    if source:
        for what in (target - source).elements():
            yield f"placeholder {what} is not in the source"


RULES = (
    Rule(
        "markup",
        Severity.ERROR,
        "A link, code, image, element, footnote mark or protected piece is missing, altered or new.",
        "Order is free, languages differ. A link that shall lead to a translated page is set in the "
        "article for all languages; what does not match is shown as plain text on the page.",
        _markup,
    ),
    Rule(
        "emphasis",
        Severity.WARNING,
        "Emphasis, strong or strike-through missing or new.",
        "《》 does in Chinese and Japanese what italics do. They and Arabic also use quotation marks or nothing: accept it, "
        "or set the rule to `info` for such locales' projects.",
        _emphasis,
    ),
    Rule(
        "empty-markup",
        Severity.WARNING,
        "Marks or a link around nothing.",
        "Anchors that are empty in the source too are atomic and not looked at.",
        _empty_markup,
    ),
    Rule(
        "placeholders",
        Severity.ERROR,
        "A placeholder (%s, {name}, ${x}, #{x}, $(x), __NAME__, {{< shortcode >}}) is missing, altered or new.",
        "A percent sign behind a number (`5 %`) is none; braces are looked at only where the source has "
        "placeholders.",
        _placeholders,
    ),
)
