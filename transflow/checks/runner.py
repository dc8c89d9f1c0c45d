"""Runs the rules over catalogs, with the workflow's severities and what people accepted."""

from collections.abc import Iterable, Iterator, Sequence

from transflow.checks.acceptance import accepted_in_file, waived
from transflow.checks.context import CheckContext
from transflow.checks.merging import paired
from transflow.checks.registry import RULES, nearest_rule
from transflow.checks.rule import Pair, Rule
from transflow.model import Entry, Finding, Severity

__all__ = ["across", "run"]


def run(entries: Iterable[Entry], *, context: CheckContext) -> list[Finding]:
    """Judge one catalog.

    Args:
        entries: Its entries; obsolete ones are passed over.
        context: What the rules must know beside them.

    Returns:
        Findings in the order of the entries, without those accepted.
    """
    pairs = paired(entries, context)
    rules = _active(context)
    found: list[Finding] = []
    for pair in pairs:
        found += _judge(pair, rules)
    found += [finding for finding, _, _ in _judge_together(pairs)]
    return sorted(found, key=lambda finding: finding.line)


def across(
    catalogs: Iterable[tuple[CheckContext, Sequence[Entry]]],
) -> list[Finding]:
    """Find what only several catalogs of one locale show together.

    Same source translated in two ways, two sources translated alike, an edit that reached one of
    several identical segments. What one catalog shows by itself is left to `run`.

    Args:
        catalogs: (surroundings, entries) of every catalog of one locale.

    Returns:
        Findings in the order of the catalogs.
    """
    pairs: list[Pair] = []
    for context, entries in catalogs:
        pairs += paired(entries, context)
    return [
        finding
        for finding, pair, other in _judge_together(pairs)
        if pair.context.path != other.context.path
    ]


def _active(context: CheckContext) -> list[Rule]:
    return [
        rule
        for rule in RULES.values()
        if rule.check is not None and context.severities.get(rule.name) != "off"
    ]


def _judge(pair: Pair, rules: Sequence[Rule]) -> Iterator[Finding]:
    blank = not pair.target.strip()
    skipped = waived(pair)
    for rule in rules:
        if rule.check is None or (blank and rule.needs == "translation") or rule.name in skipped:
            continue
        for message in rule.check(pair):
            yield _finding(rule, pair, message)
    if pair.context.severities.get("acceptance") != "off":
        for name in accepted_in_file(pair):
            if name not in RULES:
                near = nearest_rule(name)
                hint = f"; did you mean {near}?" if near else ""
                yield _finding(
                    RULES["acceptance"], pair, f"there is no rule {name!r} to accept{hint}"
                )


def _judge_together(pairs: Sequence[Pair]) -> Iterator[tuple[Finding, Pair, Pair]]:
    filled = [pair for pair in pairs if pair.target.strip()]
    for rule in RULES.values():
        if rule.check_all is None:
            continue
        for pair, other, message in rule.check_all(pairs if rule.needs == "entry" else filled):
            if pair.context.severities.get(rule.name) != "off" and rule.name not in waived(pair):
                yield _finding(rule, pair, message), pair, other


def _finding(rule: Rule, pair: Pair, message: str) -> Finding:
    severity = pair.context.severities.get(rule.name, rule.severity)
    return Finding(
        rule=rule.name,
        severity=rule.severity if severity == "off" else Severity(severity),
        message=message,
        path=pair.context.path,
        line=pair.entry.line,
        locale=pair.context.locale,
        msgctxt=pair.entry.msgctxt,
        msgid=pair.entry.msgid,
    )
