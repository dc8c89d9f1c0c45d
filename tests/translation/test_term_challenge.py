"""Hand-written sentences of the domain: each trap that glossaries fall into, in each locale."""

from functools import cache
from pathlib import Path

import pytest

from transflow.config import EngineConfig
from transflow.engines import open_engine
from transflow.glossary import Glossary
from transflow.model import TermWay
from transflow.translation.terminology import TermDraft, TermItem, enforce

ROOT = Path(__file__).parents[2]
LINES = [
    line.partition(": ")[::2]
    for line in (Path(__file__).parent / "term_challenge.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@cache
def glossary() -> Glossary:
    return Glossary.load([ROOT / "glossary" / "terms.csv"], source="en")


@cache
def drafts(locale: str) -> list[TermDraft]:
    engine = open_engine(EngineConfig(threads=2), "en", locale, root=ROOT)
    return enforce(engine, [TermItem(text) for _, text in LINES], glossary(), locale)


def test_the_set_is_large_and_has_terms_in_nearly_every_sentence():
    assert len(LINES) >= 120
    with_terms = [text for _, text in LINES if glossary().find(text, "en")]
    assert len(with_terms) >= 0.9 * len(LINES)


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["zh-Hans", "fr", "es"])
def test_no_term_is_lost_and_nothing_forbidden_is_used(locale: str):
    failed = []
    for (trap, text), draft in zip(LINES, drafts(locale), strict=True):
        verdict = glossary().check(text, draft.text, "en", locale)
        if not verdict.ok or any(result.way is TermWay.FAILED for result in draft.terms):
            failed.append((trap, text, draft.text, [t.source for t in verdict.missing]))
    assert failed == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["zh-Hans", "fr", "es"])
def test_drafts_hold_no_stand_in_and_no_empty_text(locale: str):
    for _, text in LINES:
        assert text
    for draft in drafts(locale):
        assert draft.text.strip()
        assert "XQ" not in draft.text
        assert "ZX" not in draft.text
