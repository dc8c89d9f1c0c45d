"""docs/checks.md tells every rule as the code has it."""

import re
from pathlib import Path

from transflow.checks import RULES

PAGE = Path(__file__).parent.parent.parent / "docs" / "checks.md"


def test_every_rule_is_on_the_page_with_its_severity_and_story():
    row = re.compile(r"^\| `([a-z-]+)` \| ((?:info|warning|error) \| .*) \|$", re.MULTILINE)
    rows = {found[1]: found[2] for found in row.finditer(PAGE.read_text("utf-8"))}
    assert rows == {
        rule.name: f"{rule.severity} | {rule.summary} | {rule.false_positives}"
        for rule in RULES.values()
    }
