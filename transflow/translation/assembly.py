"""One sentence on its way: taken apart for the engine, and put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from transflow.engines import Engine, SteerableEngine
from transflow.engines.alignment import Alignment
from transflow.glossary import Glossary
from transflow.model import Draft, Finding, Severity, Span, SpanKind, TermResult, TermWay, UnitKind
from transflow.translation import clauses, literals, quantities, shortunits, standins
from transflow.translation.distrust import Suspicion, examine
from transflow.translation.literals import Literal
from transflow.translation.request import Request
from transflow.translation.spans import Lifted, lift, place
from transflow.translation.standins import Masked

__all__ = ["Part", "Settings", "Work", "finish", "is_heading", "prepare", "without_engine"]

_HEADINGS = frozenset({UnitKind.TITLE, UnitKind.HEADING, UnitKind.TABLE_CELL})
_NOUNS = frozenset({SpanKind.CODE, SpanKind.PROTECTED, SpanKind.HTML, SpanKind.LINK})
_PRIVATE = 0xE000
_VISIBLE = re.compile(r">[^<]*\w[^<]*<")
_WORDS_A_TOKEN = 2.5
"""Letters a piece at least, for engines that do not show their pieces."""


@dataclass(frozen=True)
class Settings:
    """What holds for all sentences of a run."""

    glossary: Glossary
    source: str
    locale: str
    number_style: str
    max_tokens: int
    on_suspect: str

    def examine(self, text: str, draft: str) -> tuple[Suspicion, ...]:
        """What is suspicious about a draft of this pair."""
        return examine(text, draft, self.source, self.locale)

    def wants_terms(self, part: "Part") -> bool:
        """Whether terminology has a say in a part: a term of the glossary, a literal."""
        if part.protected:
            return True
        matches = self.glossary.find(part.text, self.source, part.protected, spans=())
        return any(self.glossary.terms(match, self.locale) for match in matches)


@dataclass
class Part:
    """One piece for the engine: the sentence, or a clause of a long one."""

    text: str
    protected: tuple[tuple[int, int], ...]
    draft: str = ""
    alignment: Alignment = ()
    terms: tuple[TermResult, ...] = ()
    score: float = 0.0
    suspicions: tuple[Suspicion, ...] = ()
    lost: int = 0
    """Terms and literals that could not be had."""
    aligned: bool = False
    """Whether the alignment is needed, for markup or what was left out."""

    @property
    def fault(self) -> tuple[float, float]:
        """Less is better: what is wrong by rule, then the model's own opinion."""
        return sum(s.weight for s in self.suspicions) + 5.0 * self.lost, -self.score

    def take(self, other: "Part") -> None:
        """Adopt another draft of the same text."""
        self.draft, self.alignment, self.terms = other.draft, other.alignment, other.terms
        self.score, self.suspicions, self.lost = other.score, other.suspicions, other.lost


@dataclass
class Work:
    """A sentence taken apart."""

    key: str
    request: Request
    edges: shortunits.Edges
    raw: tuple[tuple[str, str], ...]
    """Private letter -> markup that came out whole (code, placeholders)."""
    lifted: Lifted
    casing: shortunits.Casing
    masked: Masked
    ranges: list[tuple[int, int]]
    parts: list[Part] = field(default_factory=list)


def is_heading(kind: UnitKind) -> bool:
    """Whether a unit is of the kind that is written in Title Case."""
    return kind in _HEADINGS


def without_engine(request: Request, settings: Settings) -> Draft | None:
    """The draft of a sentence that needs no engine: nothing to translate, or a term as it is."""
    edges = shortunits.edges(request.text)
    visible = _visible(request)
    if shortunits.copies(visible):
        text = _copied(request, settings)
        return Draft(text, origin="copy")
    if request.spans:
        return None
    return _glossary_unit(edges, settings)


def prepare(key: str, request: Request, settings: Settings, engine: Engine) -> Work:
    """Take a sentence apart."""
    edges = shortunits.edges(request.text)
    text, spans, raw = _nouns_out(edges, request)
    lifted = lift(text, spans, request.format)
    keep = frozenset(
        match.form for match in settings.glossary.find(lifted.text, settings.source, spans=())
    )
    casing = shortunits.casing(lifted.text, heading=is_heading(request.kind), keep=keep)
    if len(casing.text) != len(lifted.text):
        casing = shortunits.Casing("", lifted.text)
    privates = [
        Literal(at, at + 1, letter, "raw")
        for at, letter in enumerate(casing.text)
        if any(letter == mark for mark, _ in raw)
    ]
    taken = [(literal.start, literal.end) for literal in privates]
    hard = sorted([*privates, *literals.find(casing.text, taken)], key=lambda each: each.start)
    masked = standins.mask(casing.text, hard)
    ranges = clauses.cut(
        masked.text, _fits(engine, settings.max_tokens), masked.ranges, masked.breaks
    )
    work = Work(key, request, edges, raw, lifted, casing, masked, ranges)
    work.parts = [
        Part(
            masked.text[start:end],
            tuple((a - start, b - start) for a, b in masked.ranges if start <= a and b <= end),
            aligned=bool(lifted.marks or masked.marks),
        )
        for start, end in ranges
    ]
    return work


def finish(work: Work, settings: Settings) -> Draft:
    """Put a sentence together from its drafted parts."""
    draft, places = clauses.join(
        [part.draft for part in work.parts], work.masked.text, work.ranges, settings.locale
    )
    alignment = tuple(
        (a + start, b + start, c + at, d + at)
        for part, (start, _), (at, _) in zip(work.parts, work.ranges, places, strict=True)
        for a, b, c, d in part.alignment
    )
    settled, missing, foreign = quantities.settle(
        work.masked.text, draft, settings.source, settings.locale, style=settings.number_style
    )
    alignment = _shifted(alignment, draft, settled)
    places = tuple((a, b + len(settled) - len(draft) if b == len(draft) else b) for a, b in places)
    following = [start for start, _ in work.ranges[1:]]
    bounds = [(start, end) for start, (_, end) in zip(following, places, strict=False)]
    text, alignment, _ = standins.unmask(
        work.masked,
        work.casing.text,
        settled,
        alignment,
        locale=settings.locale,
        bounds=[
            (mark.start, end)
            for mark in work.masked.marks
            for start, end in bounds
            if 0 <= start - mark.start <= 1
        ],
    )
    text = shortunits.restore_case(work.casing, text)
    fixed = [mark.literal.text for mark in work.masked.marks]
    ended = shortunits.finish(work.casing.text, text, settings.locale, fixed)
    placed = place(work.lifted, ended, alignment)
    msgstr = placed.text
    for letter, markup in work.raw:
        msgstr = msgstr.replace(letter, markup)
    suspicions = [
        suspicion
        for part in work.parts
        for suspicion in part.suspicions
        if suspicion.kind != "number"
    ]
    findings = _findings(suspicions, missing, foreign)
    terms = tuple(term for part in work.parts for term in part.terms)
    score = min((part.score for part in work.parts), default=0.0)
    if findings and settings.on_suspect == "empty":
        return Draft("", score, findings=findings)
    return Draft(
        work.edges.lead + msgstr + work.edges.trail,
        score,
        terms=terms,
        findings=findings,
        alignment=alignment if not work.request.spans and not work.edges.lead else (),
    )


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


def _copied(request: Request, settings: Settings) -> str:
    """A unit without words: as it is, a bare number as the locale writes it."""
    body = request.text.strip()
    if request.spans or settings.number_style != "locale":
        return request.text
    numbers = re.fullmatch(r"(\D*)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(\s?[%‰]?)", body)
    if not numbers:
        return request.text
    written = quantities.localise(numbers[2], settings.source, settings.locale)
    return request.text.replace(numbers[2], written, 1)


def _glossary_unit(edges: shortunits.Edges, settings: Settings) -> Draft | None:
    """A unit that is one term, as the glossary has it."""
    for match in settings.glossary.find(edges.body, settings.source, spans=()):
        if (match.start, match.end) != (0, len(edges.body)):
            continue
        forms = settings.glossary.terms(match, settings.locale)
        if not forms or edges.body.lower() != match.form.lower():
            continue
        form = forms[0]
        if edges.body.isupper() and not match.form.isupper():
            form = form.upper()
        elif edges.body[0].isupper() and form[0].islower():
            form = form[0].upper() + form[1:]
        term = TermResult(match.concept.id, edges.body, form, TermWay.FREE)
        return Draft(edges.lead + form + edges.trail, origin="glossary", terms=(term,))
    return None


def _nouns_out(
    edges: shortunits.Edges, request: Request
) -> tuple[str, list[Span], tuple[tuple[str, str], ...]]:
    """The body with a private letter for each construct that stands for a word."""
    shift = len(edges.lead)
    text, raw, spans = edges.body, [], []
    moved: list[tuple[int, int]] = []
    letter = _PRIVATE
    for span in request.spans:
        start, end = span.start - shift, span.end - shift
        if not span.atomic or span.kind not in _NOUNS or not _is_noun(span, request.text):
            spans.append(span)
            continue
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
        if not any(start < span.start - shift < end for start, end in moved)
    ]
    return text, kept, tuple(raw)


def _is_noun(span: Span, text: str) -> bool:
    """Whether a reader sees words in an atomic construct: code and the like, not `<br>`."""
    if span.kind is not SpanKind.HTML:
        return True
    return bool(_VISIBLE.search(text[span.start : span.end]))


def _fits(engine: Engine, limit: int) -> Any:
    if isinstance(engine, SteerableEngine):
        encode = engine.encode
        return lambda text: len(text) <= limit or len(encode(text)) <= limit
    return lambda text: len(text) <= limit * _WORDS_A_TOKEN


def _shifted(alignment: Alignment, before: str, after: str) -> Alignment:
    """An alignment of a text whose numbers were rewritten: by what is the same at both ends."""
    head = next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    moved = len(after) - len(before)
    return tuple(
        (a, b, c if c <= head else max(head, c + moved), d if d <= head else max(head, d + moved))
        for a, b, c, d in alignment
        if (d if d <= head else d + moved) > 0
    )


def _findings(
    suspicions: Sequence[Suspicion], missing: Sequence[str], foreign: Sequence[str]
) -> tuple[Finding, ...]:
    found = [
        Finding(
            f"suspect-{suspicion.kind}", Severity.WARNING, f"draft is suspect: {suspicion.detail}"
        )
        for suspicion in suspicions
    ]
    if missing:
        found.append(
            Finding("suspect-number", Severity.WARNING, f"draft lacks {', '.join(missing)}")
        )
    if foreign:
        found.append(
            Finding("suspect-number", Severity.WARNING, f"draft invents {', '.join(foreign)}")
        )
    return tuple(dict.fromkeys(found))
