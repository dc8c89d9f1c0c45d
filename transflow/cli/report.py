"""Findings for people, programs, code scanning and pull requests."""

import hashlib
import json
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from transflow import __version__
from transflow.model import Finding, Severity

__all__ = ["FORMATS", "render"]

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITLAB_LEVEL = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(
    findings: Sequence[Finding],
    format: str = "text",  # noqa: A002 - the option's name
    root: Path | None = None,
) -> str:
    """Findings as text, JSON, SARIF 2.1.0, workflow commands of GitHub Actions, or a report for GitLab.

    Args:
        findings: What the checks found.
        format: One of FORMATS.
        root: The project's folder. Annotations and code scanning have paths from the top of the
            git repository, in which the project may be one folder of several.

    Returns:
        What to print, with its last line break; empty where a format has nothing to say.
    """
    if format in _OF_REPOSITORIES and root is not None and (folder := _in_repository(root)):
        findings = [
            replace(one, path=f"{folder}{one.path}") if one.path else one for one in findings
        ]
    text = _WAYS[format](findings)
    return f"{text}\n" if text else ""


def _in_repository(root: Path) -> str:
    """`news/` for a project in that folder of a repository; empty at its top, and without git."""
    words = ["git", "rev-parse", "--show-prefix"]
    try:
        done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip("\n")


def _text(findings: Sequence[Finding]) -> str:
    """Lines as compilers write them, so that editors can jump there, and a count."""
    lines = [f"{_place(f)}{f.severity}: {_one_line(f.message)} [{f.rule}]" for f in findings]
    count = Counter(finding.severity for finding in findings)
    parts = [
        f"{count[severity]} {name}{'' if count[severity] == 1 else 's'}"
        for severity, name in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if count[severity]
    ]
    return "\n".join([*lines, ", ".join(parts) if parts else "no findings"])


def _place(finding: Finding) -> str:
    if not finding.path:
        return ""
    return f"{finding.path}:{finding.line}: " if finding.line else f"{finding.path}: "


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _json(findings: Sequence[Finding]) -> str:
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def _github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding; GitHub shows ten of each level a step.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for finding in findings:
        where = {"file": finding.path, "line": str(finding.line or ""), "title": finding.rule}
        properties = ",".join(f"{k}={_escaped(v, ':,')}" for k, v in where.items() if v)
        lines.append(
            f"::{_GITHUB_LEVEL[finding.severity]} {properties}::{_escaped(finding.message)}"
        )
    return "\n".join(lines)


def _gitlab(findings: Sequence[Finding]) -> str:
    """A report of GitLab's code quality, which merge requests show; findings of no file are left out.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    issues = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": _fingerprint(finding),
            "severity": _GITLAB_LEVEL[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": max(1, finding.line)}},
        }
        for finding in findings
        if finding.path
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _fingerprint(finding: Finding) -> str:
    """The same finding wherever its entry has moved to."""
    said = (finding.rule, finding.path, finding.msgctxt, finding.msgid, finding.message)
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def _escaped(text: str, more: str = "") -> str:
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _sarif(findings: Sequence[Finding]) -> str:
    names = sorted({finding.rule for finding in findings})
    log = {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "transflow",
                        "semanticVersion": __version__,
                        "rules": [_sarif_rule(name) for name in names],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(finding, names) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(name: str) -> dict[str, Any]:
    from transflow.checks import RULES

    rule = RULES.get(name)
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.false_positives},
        "defaultConfiguration": {"level": _SARIF_LEVEL[rule.severity]},
    }


def _sarif_result(finding: Finding, names: Sequence[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": _SARIF_LEVEL[finding.severity],
        "message": {"text": finding.message},
        "properties": {
            "locale": finding.locale,
            "msgctxt": finding.msgctxt,
            "msgid": finding.msgid,
        },
    }
    if finding.path:
        place: dict[str, Any] = {
            "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "%SRCROOT%"}
        }
        if finding.line:
            place["region"] = {"startLine": finding.line}
        result["locations"] = [{"physicalLocation": place}]
    return result


_WAYS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
}
_OF_REPOSITORIES = frozenset({"sarif", "github", "gitlab"})
FORMATS = tuple(_WAYS)
"""What `--format` may be."""
