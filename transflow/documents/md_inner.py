"""What people read inside the markup of a Markdown text: alternative texts, titles, captions."""

import html
import re
from dataclasses import dataclass
from enum import Enum

from transflow.documents.html_rules import readable
from transflow.documents.html_text import attribute_text
from transflow.documents.html_tokens import tokens
from transflow.documents.mapped import Builder, Mapped
from transflow.documents.md_jsx import quoted_expressions
from transflow.documents.protect import bare_tags
from transflow.model import Span, SpanKind

__all__ = ["ENTITY", "Form", "Inner", "inner_texts", "shown_label", "title_text"]

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TITLE = re.compile(
    r"\S.*[ \t\n](\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))(?:\s+=[\dx%]+)?\s*\)$",
    re.DOTALL,
)
_SETTING = re.compile(r":[a-z]+(?:=\S+)?(?:[ ]+:[a-z]+(?:=\S+)?)*")
"""What Docsify is told where a title stands: `[menu](menu.md ':include :type=code')`."""
_TOLD = re.compile(r"(?::[a-z]+(?:=\S+)?[ ]+)+(?=[^: ])")
"""The same before a title: `[menu](menu.md ':target=_self The menu')`."""
_TOLD_OF_IMAGE = re.compile(
    r"\|\d{1,4}(?:x\d{1,4})?(?:,[ ]?\d{1,3}%)?$"
    r"|^(?:bg(?:[ ]+(?:left|right|fit|cover|contain|auto|vertical|[\w-]+:\S+|\d+%))*|(?:(?:w|h|width|height):\S+[ ]*)+)$"
)
"""What else stands between the brackets of an image: its size (Obsidian, Discourse), where Marp puts it."""
_ARGUMENT = re.compile(
    r"\s(?P<name>[A-Za-z][\w-]*)(?:=|:[ ]?)(?P<quote>[\"'`])(?P<value>(?:\\.|(?!(?P=quote)).)*)(?P=quote)",
    re.DOTALL,
)
"""An argument of a template tag: `{{< figure caption="Low tide" >}}`, `{% image alt: "Low tide" %}`."""
_LISTED = re.compile(
    r"\s(?P<name>fig-alt|fig-cap|alt|title|aria-label)=(?P<quote>[\"'])(?P<value>(?:(?!(?P=quote)).)+)(?P=quote)"
)
"""What people read in a list of attributes: `![](a.png){#a fig-alt="A pier"}`."""
_PLAIN = re.compile(rf"\\([!-/:-@\[-`{{-~])|{ENTITY.pattern}|\n")


class Form(Enum):
    """How a text stands inside markup."""

    ALT = "between the brackets of an image"
    TITLE = "between quotes behind a destination"
    ATTRIBUTE = "in an attribute of a tag"
    ARGUMENT = "in an argument of a template tag"
    LISTED = "in a list of attributes"


@dataclass(slots=True)
class Inner:
    """A text inside a unit's markup."""

    mapped: Mapped
    form: Form
    quote: str = ""
    label: str | None = None
    """For the alternative text of `![text]` or `![text][]`: the label it must then name."""
    name: str = "alt"
    """That of its attribute or argument."""


def inner_texts(lines: Mapped, span: Span) -> list[Inner]:
    """The texts inside the markup of one construct.

    Args:
        lines: The lines the construct stands in, see `join_lines`.
        span: The construct.
    """
    text = lines.text
    if text[span.start] == "<":
        return _attributes(lines, span) if span.kind != SpanKind.PROTECTED else []
    if text[span.start] == "{":
        return _arguments(lines, span)
    if text.startswith("]{", span.inner_end):
        at = span.inner_end + 1  # words with a list of attributes
        return _arguments(lines, Span(SpanKind.PROTECTED, at, span.end, at, at))
    if span.kind == SpanKind.IMAGE and text.startswith("![", span.start):
        close = _closing_bracket(text, span.start + 1, span.end)
        found = [_alternative(lines, span, close)]
        return found + _title(lines, close, span.end)
    if span.kind == SpanKind.LINK and text.startswith("[", span.start):
        return _title(lines, span.start + 1 if span.atomic else span.inner_end, span.end)
    return []


def _attributes(lines: Mapped, span: Span) -> list[Inner]:
    """What people read in the attributes of a tag; one in another language is left alone."""
    written = lines.text[span.start : span.end]
    first = next(tokens(quoted_expressions(bare_tags(written))), None)
    tag = first.tag if first else None
    if tag is None or not tag.attributes or tag.get("lang") is not None:
        return []
    component = written[1:2].isupper()
    return [
        Inner(
            attribute_text(lines, span.start + each.start, span.start + each.end),
            Form.ATTRIBUTE,
            each.quote,
            name=each.name,
        )
        for each in tag.attributes
        if each.start >= 0 and readable(tag, each, component=component)
    ]


def _arguments(lines: Mapped, span: Span) -> list[Inner]:
    """The values of the arguments of a template tag that stands alone or opens a pair, or of a list."""
    end = span.end if span.atomic else span.inner_start
    written = lines.text[span.start : end]
    if span.atomic and written[1:2] not in {"{", "%"}:
        return [
            Inner(
                attribute_text(
                    lines, span.start + match.start("value"), span.start + match.end("value")
                ),
                Form.LISTED,
                match["quote"],
                name=match["name"].removeprefix("fig-"),
            )
            for match in _LISTED.finditer(f" {written[1:]}")
        ]
    closing = written.find("%}" if written.startswith("{%") else "}}")
    if (written[:3] not in {"{{<", "{{%"} and written[:2] != "{%") or closing != len(written) - 2:
        return []
    return [
        Inner(
            _unquoted(
                lines.cut(span.start + match.start("value"), span.start + match.end("value"))
            ),
            Form.ARGUMENT,
            match["quote"],
            name=match["name"],
        )
        for match in _ARGUMENT.finditer(written)
    ]


def _unquoted(mapped: Mapped) -> Mapped:
    """An argument's value, with the quotes that it escapes."""
    builder = Builder()
    at = 0
    for match in re.finditer(r"\\([\"'])|\s*\n\s*", mapped.text):
        builder.take(mapped, at, match.start())
        builder.put(match[1] or " ", *mapped.source(*match.span()))
        at = match.end()
    builder.take(mapped, at, len(mapped.text))
    return builder.build()


def shown_label(text: str, span: Span) -> str:
    """The label between the first brackets of a collapsed or shortcut reference, on one line."""
    start = span.start + (2 if span.kind == SpanKind.IMAGE else 1)
    end = span.end - (3 if text.endswith("][]", span.start, span.end) else 1)
    return " ".join(text[start:end].split())


def _alternative(lines: Mapped, span: Span, close: int) -> Inner:
    text = lines.text
    label = None
    part = _one_line(lines.cut(span.start + 2, close))
    if told := _TOLD_OF_IMAGE.search(part.text):
        part = part.cut(0, told.start())
    if close == span.end - 1:
        label = shown_label(text, span)
    elif text.endswith("][]", span.start, span.end) and close == span.end - 3:
        # The written label goes between the last brackets: up to there the text is replaced.
        label = shown_label(text, span)
        if part.text:
            builder = Builder()
            builder.take(part, 0, len(part.text) - 1)
            builder.put(part.text[-1], lines.place(close - 1), lines.source(close, close + 2)[1])
            part = builder.build()
    return Inner(part, Form.ALT, label=label)


def _title(lines: Mapped, start: int, end: int) -> list[Inner]:
    tail = lines.text[start:end]
    if not tail.startswith("]("):
        return []
    match = _TITLE.match(tail, 2)
    if match is None:
        return []
    left, right = match.span(1)
    quote = tail[left]
    if told := _TOLD.match(tail, left + 1, right - 1):
        left = told.end() - 1
    if _SETTING.fullmatch(tail, left + 1, right - 1):
        return []
    return [
        Inner(
            title_text(lines.cut(start + left + 1, start + right - 1)),
            Form.TITLE,
            quote,
            name="title",
        )
    ]


def _closing_bracket(text: str, opening: int, end: int) -> int:
    """The bracket that closes the one at `opening`; escapes and code are skipped."""
    depth, at = 0, opening
    while at < end:
        char = text[at]
        if char == "\\":
            at += 2
            continue
        if char == "`":
            run = re.compile("`+").match(text, at)
            size = len(run.group()) if run else 1
            close = re.compile(f"(?<!`)`{{{size}}}(?!`)").search(text, at + size, end)
            at = close.end() if close else at + size
            continue
        depth += (char == "[") - (char == "]")
        if not depth:
            return at
        at += 1
    return end - 1


def _one_line(mapped: Mapped) -> Mapped:
    return mapped.reworded(mapped.text.replace("\n", " "))


def title_text(mapped: Mapped) -> Mapped:
    """A title as plain text: escapes and references resolved."""
    builder = Builder()
    at = 0
    for match in _PLAIN.finditer(mapped.text):
        builder.take(mapped, at, match.start())
        shown = match[1] or html.unescape(match.group())
        builder.put(" " if shown == "\n" else shown, *mapped.source(*match.span()))
        at = match.end()
    builder.take(mapped, at, len(mapped.text))
    return builder.build()
