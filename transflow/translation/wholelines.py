"""Units that no engine sees: lines of facts between their markup, and units without words."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from transflow.model import Span
from transflow.quantities import with_colons
from transflow.translation import datelines, lines, literals, measures, numbers, shortunits
from transflow.translation.literals import Literal
from transflow.translation.request import Request
from transflow.translation.work import Settings

__all__ = ["copied", "line", "measured"]


def measured(literal: Literal, settings: Settings) -> Literal:
    """A measure as the locale writes it; other literals are the same everywhere."""
    if settings.number_style == "source" and literal.kind not in measures.WORDED:
        return literal
    text = measures.written(literal.text, literal.kind, settings.source, settings.locale)
    return replace(literal, text=text)


def line(request: Request, settings: Settings) -> str:
    """A unit of facts, piece by piece between its markup; empty where a piece needs the engine."""
    if any(span.atomic for span in request.spans):
        return ""
    out: list[str] = []
    at = 0
    listed = False
    ends = [*sorted(_markup(request.spans)), (len(request.text), len(request.text))]
    for start, end in ends:
        piece = shortunits.edges(request.text[at:start])
        body = with_colons(piece.body, settings.source.partition("-")[0])
        fact = _fact(body, settings) if body else ""
        if fact is None and not shortunits.copies(piece.body):
            return ""
        listed = listed or bool(fact)
        body = fact or _number(piece.body, settings)
        if body == "." and listed:
            body = _stop("".join(out), settings)
        trail = "" if body.endswith("：") else piece.trail
        out += (piece.lead, body, trail, request.text[start:end])
        at = max(at, end)
    return "".join(out) if listed else ""


def _fact(body: str, settings: Settings) -> str | None:
    """A line of facts, or one with an exclamation mark, `Save the date!`, or the mark of a note, `Kenya*`."""
    place = datelines.places(settings.glossary, settings.source, settings.locale)
    note = _NOTE.search(body)
    if note:
        fact = lines.written(body[: note.start()], settings.source, settings.locale, place)
        return fact and fact + note[0]
    called = body.removesuffix("!")
    fact = lines.written(called, settings.source, settings.locale, place)
    if called == body or fact is None:
        return fact
    return shortunits.finish(body, fact, settings.locale)


_NOTE = re.compile(r"(?<=[^\W\d_])(?:\*{1,3}|[†‡§]{1,2}|[⁰¹²³⁴-⁹]{1,2})$")


def _stop(before: str, settings: Settings) -> str:
    """The full stop of a unit of facts, unless its last word ends with one: 2026 г."""
    if settings.locale.partition("-")[0] == "zh":
        return "。"
    return "" if _STOPPED.search(before) else "."


_STOPPED = re.compile(r"\.(?:<[^<>]*>|[*_~]+)*$")


def copied(request: Request, settings: Settings) -> str:
    """A unit without words: as it is, a bare number or amount as the locale writes it."""
    at = 0
    parts: list[str] = []
    for start, end in sorted(_markup(request.spans)):
        parts += (_number(request.text[at:start], settings), request.text[start:end])
        at = max(at, end)
    return "".join((*parts, _number(request.text[at:], settings)))


def _markup(spans: Collection[Span]) -> Iterator[tuple[int, int]]:
    """What of a text is no text: atomic constructs, and what opens and closes the others."""
    for span in spans:
        if span.atomic:
            yield span.start, span.end
        else:
            yield span.start, span.inner_start
            yield span.inner_end, span.end


def _number(text: str, settings: Settings) -> str:
    """A text without words: what it holds and its numbers as the locale writes them, codes as they are."""
    parts: list[str] = []
    at = 0
    for one in literals.find(text):
        written = measured(one, settings).text
        begins = one.kind == "numbered" and not text[: one.start].strip()
        written = written[:1].upper() + written[1:] if begins else written
        parts += (_settled(text[at : one.start], settings), written)
        at = one.end
    return "".join((*parts, _settled(text[at:], settings)))


def _settled(text: str, settings: Settings) -> str:
    if not any(map(str.isdigit, text)):
        return text
    style = settings.number_style
    return numbers.settle(text, text, settings.source, settings.locale, style=style).text
