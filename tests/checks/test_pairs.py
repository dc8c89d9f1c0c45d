"""Good and bad translations in five languages, written for this file by somebody who reads them.

A good one (`-`) must pass without a warning; a bad one must be told by the rule it breaks.
"""

from pathlib import Path

import pytest

from transflow import documents
from transflow.checks import CheckContext, run
from transflow.model import Entry, Severity, State

_LINES = (Path(__file__).parent / "data" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [line.encode("raw_unicode_escape").decode("unicode_escape").split("\t") for line in _LINES]


@pytest.mark.parametrize(("rule", "locale", "source", "target"), PAIRS)
def test_good_passes_and_bad_is_told(rule, locale, source, target):
    entry = Entry(source, target, State.APPROVED)
    found = run([entry], context=CheckContext(locale, spans=documents.spans))
    told = {
        one.rule: one.message for one in found if one.severity is not Severity.INFO or rule != "-"
    }
    assert told == {} if rule == "-" else rule in told, told
