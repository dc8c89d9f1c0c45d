"""The hand-written sentences on their whole way, markup, capitals and numbers included."""

from functools import cache

import pytest

from tests.translation.test_term_challenge import LINES, ROOT, glossary
from transflow.checks import CheckContext, run
from transflow.config import EngineConfig
from transflow.documents import spans
from transflow.engines import open_engine
from transflow.model import Draft, Entry, Finding, State, UnitKind
from transflow.translation import Request, Translator

LOCALES = ["zh-Hans", "fr", "es"]
KINDS = {"title": UnitKind.TITLE, "capitals": UnitKind.HEADING, "list": UnitKind.LIST_ITEM}
BROKEN = {"terminology", "forbidden-term", "names", "numbers", "markup", "links", "balance"}
"""Rules no draft of these sentences may break."""


@cache
def drafts(locale: str) -> list[Draft]:
    engine = open_engine(EngineConfig(threads=2), "en", locale, root=ROOT)
    requests = [
        Request(text, spans(text, "markdown"), KINDS.get(trap, UnitKind.PARAGRAPH))
        for trap, text in LINES
    ]
    return Translator(engine, glossary(), locale=locale).translate(requests)


@cache
def findings(locale: str) -> list[Finding]:
    entries = [
        Entry(text, draft.text, State.DRAFT, line=number)
        for number, ((_, text), draft) in enumerate(zip(LINES, drafts(locale), strict=True), 1)
    ]
    return run(entries, context=CheckContext(locale=locale, glossary=glossary(), spans=spans))


@pytest.mark.parametrize("locale", LOCALES)
def test_each_locale_has_terms_in_120_sentences(locale: str):
    asked = [
        text for _, text in LINES if glossary().require(text, glossary().find(text, "en"), locale)
    ]
    assert len(asked) >= 120


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_every_term_is_there_and_nothing_else_is_broken(locale: str):
    broken = [
        (one.rule, one.message, one.msgid, drafts(locale)[one.line - 1].text)
        for one in findings(locale)
        if one.rule in BROKEN
    ]
    assert broken == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["fr", "es"])
def test_headings_in_capitals_stay_so(locale: str):
    for (trap, text), draft in zip(LINES, drafts(locale), strict=True):
        if trap == "capitals" and text.isupper():
            assert draft.text.isupper(), draft.text
