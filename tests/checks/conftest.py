from collections.abc import Callable

import pytest

from transflow.checks import CheckContext, run
from transflow.model import Entry, Finding, State

Judge = Callable[..., list[Finding]]


@pytest.fixture
def judge() -> Judge:
    """Findings about one pair of texts."""

    def judge(msgid: str, msgstr: str, locale: str, **options) -> list[Finding]:
        state = options.pop("state", State.EDITED)
        comments = options.pop("comments", ())
        draft = options.pop("draft", "")
        told = options.pop("provenance", None)
        entry = Entry(msgid, msgstr, state, comments=comments, provenance=told, draft=draft, line=7)
        return run([entry], context=CheckContext(locale, **options))

    return judge


@pytest.fixture
def rules(judge: Judge) -> Callable[..., set[str]]:
    """Names of the rules that speak about a pair of texts."""

    def rules(msgid: str, msgstr: str, locale: str, **options) -> set[str]:
        return {finding.rule for finding in judge(msgid, msgstr, locale, **options)}

    return rules
