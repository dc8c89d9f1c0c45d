"""Where an article introduces its concepts: by the order of its sentences, for each locale anew."""

from collections.abc import Mapping, Sequence

from transflow import catalogs
from transflow.glossary import Glossary, TermMatch
from transflow.glossary.firstuse import introductions
from transflow.model import Span
from transflow.pipeline.job import Run, Sheet

__all__ = ["introduced", "matches_of"]

_MATCHES = 20_000
"""Sentences whose terms are held at once: all of a small project's, of a large one's the latest."""


def introduced(run: Run, sheet: Sheet) -> Mapping[str, frozenset[str]]:
    """Id of a message's first segment -> the concepts it introduces, where it does."""
    glossary = run.glossary or Glossary()
    if not glossary.introduces(sheet.locale):
        return {}
    messages = catalogs.messages(run.articles[sheet.article_id], sheet.locale)
    sentences = ((matches_of(run, one.msgid, one.spans), one.kind) for one in messages)
    found = introductions(sentences, sheet.locale)
    return {message.segments[0]: new for message, new in zip(messages, found, strict=True) if new}


def matches_of(run: Run, text: str, spans: Sequence[Span]) -> tuple[TermMatch, ...]:
    """The terms of a sentence of this run's articles, looked for once."""
    found = run.matches.get(text)
    if found is None:
        glossary = run.glossary or Glossary()
        found = glossary.find(text, run.job.workflow.source.locale, spans=spans)
        if len(run.matches) >= _MATCHES:
            run.matches.clear()
        run.matches[text] = found
    return found
