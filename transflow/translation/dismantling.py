"""A sentence taken apart for the engine, or drafted where it needs none."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from transflow.engines import Engine
from transflow.glossary import TermMatch
from transflow.model import Draft, Span, TermResult, TermWay
from transflow.quantities import is_version_column, with_colons
from transflow.translation import (
    adhering,
    asides,
    boldlabels,
    capitals,
    clauses,
    datelines,
    entities,
    hourpairs,
    literals,
    plainwords,
    quotes,
    scripts,
    shortunits,
    standins,
    termlists,
    wholelines,
    wordings,
)
from transflow.translation.companies import firms, formed
from transflow.translation.held import unruled
from transflow.translation.literals import Literal
from transflow.translation.propernames import foreign, people
from transflow.translation.request import Request
from transflow.translation.spannouns import nouns
from transflow.translation.spans import lift
from transflow.translation.termforms import alone, listed
from transflow.translation.work import Part, Settings, Work, is_heading

__all__ = ["prepare", "without_engine"]

_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|www\.[\w./-]+")
_NO_BREAK = re.compile(r"(?<!\d)[\u00a0\u2007\u2009\u202f]|[\u00a0\u2007\u2009\u202f](?!\d)")
"""Spaces that models do not know, save those that group the figures of a number."""
_PRIVATE = 0xE000
_CODE = re.compile(r"(?:`+\s?|<code>)[A-Za-z_#@/.-][\w#@/.-]")
"""Code that is no number, of which nothing is counted."""
_LOCATED = re.compile(r"<?(?:https?://|mailto:|www\.|[\w.+-]+@)")
"""An address between angle brackets, or one that Markdown knows: nothing is counted by it, either."""
_BEHIND = re.compile(r"[/?#][\w./@~?#=&%+-]*[\w/]")
"""What goes on an address that begins with a tag of a template: {{ site.url }}/install."""
_ACRONYM = 7
"""Letters a word on average from which capitals are a heading's, not those of acronyms."""
_WORDS_A_TOKEN = 2.5
"""Letters a piece at least, for engines that do not show their pieces."""


def without_engine(request: Request, settings: Settings) -> Draft | None:
    """The draft of a sentence that needs no engine: nothing to translate, or a term as it is."""
    settings = _of_column(request, settings)
    edges = shortunits.edges(request.text)
    term = None if request.spans else _glossary_unit(edges, settings, request.introduces)
    if term is not None:
        return term
    line = wholelines.line(request, settings)
    if line and not _termed(request.text, line, settings):
        return Draft(line, origin="copy")
    if shortunits.copies(_visible(request)):
        return Draft(wholelines.copied(request, settings), origin="copy")
    return None


def prepare(key: str, request: Request, settings: Settings, engine: Engine) -> Work:
    """Take a sentence apart."""
    settings = _of_column(request, settings)
    edges = shortunits.edges(request.text)
    text, spans, raw = _nouns_out(edges, request)
    lifted = lift(text, spans, request.format)
    spaced = lifted.text
    language = settings.source.partition("-")[0]
    lifted = replace(lifted, text=_plain(spaced, language))
    heading = is_heading(request.kind)
    keep = _keep(lifted.text, settings, heading=heading)
    casing = shortunits.casing(lifted.text, heading=heading, keep=keep)
    if len(casing.text) != len(lifted.text):
        casing = shortunits.Casing("", lifted.text)
    privates, found_behind = _coded(casing.text, raw)
    bare = {ord(letter): markup for letter, markup in raw if _ADDRESS.fullmatch(markup)}
    plain = literals.find(casing.text)
    if request.format == "text":
        plain = tuple(entities.read(casing.text, plain))
    found = [wholelines.measured(_unbroken(literal, spaced), settings) for literal in plain]
    found = [replace(one, text=one.text.translate(bare)) for one in found]
    if language == "en" and settings.number_style != "source":
        found = hourpairs.paired(casing.text, found, settings.locale)
    if settings.versions:
        other = [Literal(*one.span(), one[0], "reference") for one in _POINT.finditer(casing.text)]
        found += [one for one in other if _is_apart(one, found)]
    marks = [mark.start for mark in lifted.marks]
    found = [*found_behind, *(one for one in found if _is_apart(one, found_behind))]
    ruled = [*_asides(casing.text, marks, settings), *_firms(casing.text, marks, settings)]
    found = [*ruled, *(one for one in found if _is_apart(one, ruled))]
    found += [one for one in _foreign(casing.text, marks, settings) if _is_apart(one, found)]
    found += [
        one
        for one in _reworded(casing.text, settings)
        if _is_apart(one, found) and not any(one.start < mark < one.end for mark in marks)
    ]
    if language == "en":
        around = [(mark.start, mark.end) for mark in lifted.marks]
        place = datelines.places(settings.glossary, settings.source, settings.locale)
        label = list(boldlabels.plain(casing.text, around, settings.locale, place, heading=heading))
        found = [*label, *(one for one in found if _is_apart(one, label))]
    privates = [
        one
        for one in privates  # the rest of an address may stand around: ssh://git@example.org/x
        if not any(literal.start <= one.start < literal.end for literal in found)
    ]
    hard = sorted([*privates, *unruled(found, casing.text, settings)], key=lambda one: one.start)
    apart = adhering.loosened(casing.text, hard, dict(raw))
    masked = standins.mask(casing.text, standins.touching(casing.text, apart))
    fits = _fits(engine, settings.max_tokens)
    whole = [*masked.ranges]
    if not fits(masked.text):  # a term that is cut in two would be found in neither piece
        terms = settings.glossary.find(masked.text, settings.source, spans=())
        whole += [(term.start, term.end) for term in terms]
    breaks = sorted({*masked.breaks, *clauses.separators(masked.text, whole)})
    ranges = clauses.cut(masked.text, fits, whole, breaks)
    work = Work(key, request, edges, raw, lifted, casing, masked, ranges)
    work.parts = [
        Part(
            masked.text[start:end],
            tuple((a - start, b - start) for a, b in masked.ranges if start <= a and b <= end),
            aligned=bool(lifted.marks or masked.marks) or quotes.are_in(casing.text),
        )
        for start, end in ranges
    ]
    _introduce(work.parts, request.introduces, settings)
    return work


def _plain(spaced: str, language: str) -> str:
    """A text with the spaces and hyphens that models know, and times with colons."""
    return with_colons(_NO_BREAK.sub(" ", spaced).replace("\u2011", "-"), language)


def _keep(text: str, settings: Settings, *, heading: bool) -> frozenset[str]:
    """Words and phrases that have capitals of their own wherever they stand: terms, names, months."""
    names = [*firms(text), *people(text, settings.locale, titled=True)]
    names += foreign(text, settings.locale, titled=heading)
    keep = {match.form for match in settings.glossary.find(text, settings.source, spans=())}
    keep |= {text[a:b] for a, b in names} | {_token(text, one) for one in _reworded(text, settings)}
    keep |= {one.text for one in literals.find(text) if one.kind == "postal"}
    if settings.source.partition("-")[0] == "en":
        keep |= {*capitals.proper(text), *(capitals.titled(text) if heading else ())}
    return frozenset(keep)


def _coded(text: str, raw: Sequence[tuple[str, str]]) -> tuple[list[Literal], list[Literal]]:
    """The letters that stand for code, and what goes on an address behind one."""
    markup = dict(raw)
    privates = [
        Literal(at, at + 1, letter, _kind(markup[letter]))
        for at, letter in enumerate(text)
        if letter in markup
    ]
    behind = [
        Literal(*one.span(), one[0], "path")
        for tag in privates
        if markup[tag.text].startswith(("{", "<%", "$")) and (one := _BEHIND.match(text, tag.end))
    ]
    return privates, behind


def _kind(markup: str) -> str:
    """What stands in the place of a construct: code, an address, or what may be a number."""
    if _CODE.match(markup):
        return "code"
    return "url" if _LOCATED.match(markup) else "raw"


def _of_column(request: Request, settings: Settings) -> Settings:
    """How numbers are written below a heading like `Version`: as they are."""
    english = settings.source.partition("-")[0] == "en"
    if not (english and is_version_column(request.column)):
        return settings
    return replace(settings, number_style="source", versions=True)


_POINT = re.compile(r"(?<![\w.,])\d+\.\d+(?![\w.,]\d)")


def _reworded(text: str, settings: Settings) -> Iterator[Literal]:
    """What the engine reads in other words, if the source is English."""
    if settings.source.partition("-")[0] == "en":
        yield from wordings.find(text)
        plain = [*plainwords.find(text)] if settings.plain else []
        terms = settings.glossary.find(text, settings.source, spans=()) if plain else []
        yield from (
            one
            for one in plain
            if not any(term.start < one.end and one.start < term.end for term in terms)
        )
        for start, end, name in capitals.spelled(text):
            yield Literal(start, end, name, standins.WORDING)


def _asides(text: str, marks: Sequence[int], settings: Settings) -> Iterator[Literal]:
    """What English has in brackets that is written by rule."""
    if settings.source.partition("-")[0] != "en":
        return
    place = datelines.places(settings.glossary, settings.source, settings.locale)
    for one in asides.find(text, settings.source, settings.locale, place):
        if not any(one.start < mark < one.end for mark in marks) and not _termed(
            text[one.start : one.end], one.text, settings
        ):
            yield one


def _foreign(text: str, marks: Sequence[int], settings: Settings) -> Iterator[Literal]:
    """Names in letters that English has not, and words in other scripts, as they are."""
    if settings.source.partition("-")[0] != "en" or text.isascii():
        return
    words = [match.span() for match in scripts.quoted(settings.source).finditer(text)]
    yield from _named([*foreign(text, settings.locale), *words], text, marks, settings)


def _firms(text: str, marks: Sequence[int], settings: Settings) -> Iterator[Literal]:
    """Names of firms that end in a form of company, whose letters a model reads as words."""
    return _named([*formed(text)], text, marks, settings)


def _named(
    spots: Sequence[tuple[int, int]], text: str, marks: Sequence[int], settings: Settings
) -> Iterator[Literal]:
    """What is written as it is, if no markup ends in it and the glossary has no word for it."""
    for start, end in spots:
        if not any(start < mark < end for mark in marks) and not settings.glossary.find(
            text[start:end], settings.source, spans=()
        ):
            yield Literal(start, end, text[start:end], "name")


def _termed(text: str, draft: str, settings: Settings) -> bool:
    """Whether the glossary wants another word than a rule wrote."""
    matches = settings.glossary.find(text, settings.source, spans=())
    asked = settings.glossary.require(text, matches, settings.locale)
    return bool(asked) and not settings.glossary.verify(draft, asked, settings.locale, spans=()).ok


def _token(text: str, one: Literal) -> str:
    """The word of a text in which something stands: `Mon-Fri` for the `Mon` of it."""
    words = re.finditer(r"\w+(?:-\w+)*", text)
    return next((word[0] for word in words if word.start() <= one.start < word.end()), "")


def _is_apart(one: Literal, others: Sequence[Literal]) -> bool:
    return all(one.end <= other.start or other.end <= one.start for other in others)


def _introduce(parts: list[Part], introduces: frozenset[str], settings: Settings) -> None:
    """Let the first piece that has a concept introduce it."""
    for part in parts:
        if introduces:
            matches = settings.glossary.find(part.text, settings.source, spans=())
            part.introduces = introduces & {match.concept.id for match in matches}
            introduces -= part.introduces


def _visible(request: Request) -> str:
    """The text without its atomic constructs and markup, for deciding whether it has words."""
    out = request.text
    for span in sorted(request.spans, key=lambda each: -each.start):
        if span.atomic:
            out = out[: span.start] + " " * (span.end - span.start) + out[span.end :]
        else:
            out = (
                out[: span.start]
                + " " * (span.inner_start - span.start)
                + out[span.inner_start : span.inner_end]
                + " " * (span.end - span.inner_end)
                + out[span.end :]
            )
    return out


def _unbroken(literal: Literal, spaced: str) -> Literal:
    """A literal with the no-break spaces and hyphens it had (`20 km`, `T‑68/16`)."""
    had = spaced[literal.start : literal.end]
    pairs = zip(literal.text, had, strict=False)
    return replace(
        literal, text="".join(b if b.isspace() or b == "\u2011" else a for a, b in pairs)
    )


def _glossary_unit(
    edges: shortunits.Edges, settings: Settings, introduces: Collection[str]
) -> Draft | None:
    """A unit that is one term, as the glossary has it."""
    found = settings.glossary.find(edges.body, settings.source, spans=())
    for match in found:
        if (match.start, match.end) != (0, len(edges.body)):
            continue
        asked = settings.glossary.require(edges.body, [match], settings.locale, introduces)
        listed = edges.body.lower() == match.form.lower()
        forms = asked[0].forms if asked else ()
        form = "" if not forms else forms[0] if listed else alone(asked[0], settings.locale)
        if not form:
            continue
        if edges.body.isupper() and not match.form.isupper():
            form = form.upper()
        elif edges.body[0].isupper() and form[0].islower():
            form = form[0].upper() + form[1:]
        term = TermResult(match.concept.id, edges.body, form, TermWay.FREE)
        return Draft(edges.lead + form + edges.trail, origin="glossary", terms=(term,))
    return _glossary_list(edges, found, settings, introduces) if len(found) > 1 else None


def _glossary_list(
    edges: shortunits.Edges,
    found: Sequence[TermMatch],
    settings: Settings,
    introduces: Collection[str],
) -> Draft | None:
    """A unit that is nothing but terms and what parts them, as the glossary has them."""
    body = edges.body.rstrip(".:;")
    asked = settings.glossary.require(body, found, settings.locale, introduces)
    forms = [term.forms[0] if listed(term) else alone(term, settings.locale) for term in asked]
    if len(asked) < 2 or not all(forms):
        return None
    text = termlists.whole(body, list(zip(asked, forms, strict=True)), settings.locale)
    if not text:
        return None
    text = text.upper() if body.isupper() and len(body) > len(asked) * _ACRONYM else text
    text = shortunits.finish(edges.body, text, settings.locale)
    terms = tuple(
        TermResult(term.concept.id, term.source, form, TermWay.FREE)
        for term, form in zip(asked, forms, strict=True)
    )
    return Draft(edges.lead + text + edges.trail, origin="glossary", terms=terms)


def _nouns_out(
    edges: shortunits.Edges, request: Request
) -> tuple[str, list[Span], tuple[tuple[str, str], ...]]:
    """The body with a private letter for each construct that stands for a word."""
    shift = len(edges.lead)
    text, raw = edges.body, []
    moved: list[tuple[int, int]] = []
    letter = _PRIVATE
    ranges, spans = nouns(request.text, request.spans)
    for start, end in ((start - shift, end - shift) for start, end in ranges):
        while chr(letter) in request.text:
            letter += 1
        raw.append((chr(letter), edges.body[start:end]))
        moved.append((start, end))
        letter += 1
    for (start, end), (mark, _) in reversed(list(zip(moved, raw, strict=True))):
        text = text[:start] + mark + text[end:]

    def new(place: int) -> int:
        place -= shift
        return place - sum(end - start - 1 for start, end in moved if end <= place)

    kept = [
        Span(
            span.kind,
            new(span.start),
            new(span.end),
            new(span.inner_start),
            new(span.inner_end),
            span.dest,
        )
        for span in spans
    ]
    return text, kept, tuple(raw)


def _fits(engine: Engine, limit: int) -> Any:
    encode = getattr(
        engine, "encode", None
    )  # a protocol's isinstance is dear, sentence by sentence
    if encode is not None:
        return lambda text: len(text) <= limit or len(encode(text)) <= limit
    return lambda text: len(text) <= limit * _WORDS_A_TOKEN
