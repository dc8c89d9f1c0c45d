"""First use: the longer form in the place of a drafted sentence's first mention.

A sentence is drafted with the concept's ordinary form, then that mention alone is exchanged, with
the article before it and a gloss behind it: led through a long name and a bracket, small models
end the sentence early. Of several ways in, the model's score of the whole sentence decides.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from transflow.engines import Engine, SteerableEngine
from transflow.engines.alignment import Alignment
from transflow.glossary import Glossary, Requirement
from transflow.translation.termforms import inflected
from transflow.translation.termjob import TermItem
from transflow.translation.termleads import articles, leads

__all__ = ["Introduced", "introduce"]

_BRACKETS = {"(": ")", "（": "）", "[": "]"}
_QUOTES = {"《": "》", "«": "»", "“": "”", "「": "」"}
_INNER = re.compile(r"[(（]([^()（）]+)[)）]\s*$")
_LIKE = 0.6
"""How like the first-use form the words before a bracket must be to be its long name."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A draft, and what was exchanged in it."""

    text: str
    alignment: Alignment
    forms: tuple[tuple[str, str], ...] = ()
    """(concept, first-use form)."""


def introduce(
    engine: Engine,
    item: TermItem,
    draft: Introduced,
    glossary: Glossary,
    locale: str,
) -> Introduced:
    """Exchange the first mention of each concept that is introduced here.

    Args:
        engine: What drafted the text; a steerable one chooses between the ways in.
        item: The source.
        draft: Its text, which holds the ordinary forms, and how it is aligned.
        glossary: The terms.
        locale: BCP 47 tag of the draft.
    """
    matches = glossary.find(item.text, engine.source, item.protected, spans=())
    asked = glossary.require(item.text, matches, locale, item.introduces)
    plain = glossary.require(item.text, matches, locale)
    text, alignment = draft.text, draft.alignment
    done: list[tuple[str, str]] = []
    for index, term in enumerate(asked):
        if not term.first or glossary.verify(text, asked, locale, spans=()).places[index]:
            continue
        concept = next(one for one in term.concepts if one.id in item.introduces)
        found = glossary.verify(text, plain, locale, spans=())
        places = [
            place
            for one, place in zip(plain, found.places, strict=True)
            if place is not None and concept in one.concepts
        ]
        options = _options(text, min(places), item.text, term, locale) if places else []
        options = [o for o in options if glossary.verify(o, asked, locale, spans=()).places[index]]
        if options:
            new = _likeliest(engine, item.text, options)
            alignment, text = _shifted(alignment, text, new), new
            done.append((concept.id, term.forms[0]))
    return Introduced(text, alignment, tuple(done))


def _options(
    text: str, place: tuple[int, int], source: str, term: Requirement, locale: str
) -> list[str]:
    """The draft with the form in place of the mention, by each way in that may fit."""
    form = term.forms[0]
    start, end = _around(text, *place, form)
    if start < 0:
        return []
    before, after = text[:start], text[end:]
    after = _without_echo(after, form)
    options: dict[str, None] = {}
    for one in inflected(form, term, locale):
        first = one if before.strip() else one[:1].upper() + one[1:]
        beginnings = leads(before, first, source[: term.start], locale)
        if len(beginnings) == 1:
            beginnings += [before + lead + one for lead in articles(before, one, locale)]
        elif beginnings[0] == before + first:
            beginnings = beginnings[:1]  # the article of the short form is that of the long one
        options |= dict.fromkeys(beginning + after for beginning in beginnings)
    return list(options)


def _without_echo(after: str, form: str) -> str:
    """The text behind a form, without its gloss or the end of its long name once more."""
    inner = _INNER.search(form)
    words = _INNER.sub("", form).split()
    echoes = [" ".join(words[at:]) for at in range(1, len(words) - 1)]
    for echo in sorted(echoes, key=len, reverse=True):
        if re.match(rf"\s+{re.escape(echo)}\b", after):
            after = after.lstrip()[len(echo) :]
            break
    return re.sub(rf"^\s*[(（]\s*{re.escape(inner[1])}\s*[)）]", "", after) if inner else after


def _around(text: str, start: int, end: int, form: str) -> tuple[int, int]:
    """What of the text the form takes the place of; (-1, -1) where that cannot be told.

    Quotes the form has of its own go with the mention. A mention in brackets stands behind a long
    name, which goes too.
    """
    before, after = text[:start].rstrip(), text[end:].lstrip()
    opened, closed = before[-1:], after[:1]
    if form.startswith(opened) and _QUOTES.get(opened) == closed and closed:
        return len(before) - 1, text.index(closed, end) + 1
    if closed and _BRACKETS.get(opened) == closed:
        name = _name_before(before[:-1], form)
        return (name, text.index(closed, end) + 1) if name >= 0 else (-1, -1)
    return start, end


def _name_before(before: str, form: str) -> int:
    """Where the words begin that are the long name of the form; -1 if there are none like it."""
    name = _INNER.sub("", form).strip().casefold()
    starts = [m.start() for m in re.finditer(r"\w+|[^\W\d_]", before)] or [0]
    if not any(char.isspace() for char in before.strip()):
        starts = list(range(len(before)))
    likeness = {
        at: difflib.SequenceMatcher(None, before[at:].strip().casefold(), name).ratio()
        for at in starts
    }
    best = max(likeness, key=lambda at: likeness[at])
    return best if likeness[best] >= _LIKE else -1


def _likeliest(engine: Engine, source: str, options: Sequence[str]) -> str:
    if len(options) == 1 or not isinstance(engine, SteerableEngine):
        return options[0]
    scores = engine.score([(source, engine.encode(text, target=True)) for text in options])
    return max(zip(scores, options, strict=True), key=lambda pair: pair[0])[1]


def _shifted(alignment: Alignment, old: str, new: str) -> Alignment:
    """The alignment of a text of which one stretch was exchanged."""
    head = len(_common(old, new))
    tail = len(_common(old[head:][::-1], new[head:][::-1]))
    gone, came = len(old) - tail, len(new) - tail
    moved = came - gone
    return tuple(
        (a, b, c, d)
        if d <= head
        else (a, b, c + moved, d + moved)
        if c >= gone
        else (a, b, min(c, head), came + max(0, d - gone))
        for a, b, c, d in alignment
    )


def _common(left: str, right: str) -> str:
    size = next(
        (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    return left[:size]
