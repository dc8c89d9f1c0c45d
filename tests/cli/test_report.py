import json
import re
import subprocess
from dataclasses import replace

import pytest

from transflow.checks import RULES
from transflow.cli.report import FORMATS, render
from transflow.model import Finding, Severity

FINDINGS = [
    Finding(
        "numbers",
        Severity.ERROR,
        "28,000 became 2 800; expected 28 000",
        path="locales/fr/LC_MESSAGES/news/visit.po",
        line=31,
        locale="fr",
        msgid="Over 28,000 filed.",
    ),
    Finding(
        "end-punctuation",
        Severity.WARNING,
        "100% sure:\nit ends, badly",
        path="locales/zh_Hans/LC_MESSAGES/a b.po",
        line=9,
        locale="zh-Hans",
        msgctxt="title",
        msgid="It ends.",
    ),
    Finding("loop", Severity.INFO, "the engine repeats itself", locale="ru", msgid="Hm"),
]


def test_text_is_one_line_a_finding_with_its_place():
    lines = render(FINDINGS).splitlines()
    assert lines[0] == (
        "locales/fr/LC_MESSAGES/news/visit.po:31: error: "
        "28,000 became 2 800; expected 28 000 [numbers]"
    )
    assert lines[2] == "info: the engine repeats itself [loop]"
    assert lines[3] == "1 error, 1 warning, 1 note"
    assert render([]) == "no findings\n"


def test_json_keeps_every_field():
    read = json.loads(render(FINDINGS, "json"))
    assert [
        Finding(**{**item, "severity": Severity(item["severity"])}) for item in read
    ] == FINDINGS
    assert json.loads(render([], "json")) == []


def test_github_commands_are_escaped():
    lines = render(FINDINGS, "github").splitlines()
    assert lines[0].startswith(
        "::error file=locales/fr/LC_MESSAGES/news/visit.po,line=31,title=numbers::"
    )
    assert lines[1].endswith("::100%25 sure:%0Ait ends, badly")
    assert lines[2] == "::notice title=loop::the engine repeats itself"
    assert len(lines) == 3
    assert render([], "github") == ""


def check_sarif(log: dict) -> None:
    """What SARIF 2.1.0 requires (sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.28, 3.29, 3.30, 3.49)."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert isinstance(log["runs"], list)
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert driver["name"]
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids))
        for rule in driver["rules"]:
            assert rule.get("shortDescription", {"text": "x"})["text"]
            level = rule.get("defaultConfiguration", {"level": "note"})["level"]
            assert level in {"none", "note", "warning", "error"}
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        for result in run["results"]:
            assert result["message"]["text"]
            assert result["level"] in {"none", "note", "warning", "error"}
            assert ids[result["ruleIndex"]] == result["ruleId"]
            for location in result.get("locations", []):
                physical = location["physicalLocation"]
                # RFC 3986: a relative reference without characters that must be encoded
                assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", physical["artifactLocation"]["uri"])
                assert physical.get("region", {"startLine": 1})["startLine"] >= 1


def test_sarif_has_the_required_structure():
    log = json.loads(render(FINDINGS, "sarif"))
    check_sarif(log)
    (run,) = log["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["numbers", "end-punctuation", "loop"]
    by_id = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert by_id["numbers"]["shortDescription"]["text"] == RULES["numbers"].summary
    assert "locations" not in run["results"][2]
    check_sarif(json.loads(render([], "sarif")))


def test_formats():
    assert set(FORMATS) == {"text", "json", "sarif", "github", "gitlab"}
    with pytest.raises(KeyError):
        render([], "xml")


def test_places_are_those_of_the_repository_that_the_project_is_a_folder_of(tmp_path):
    """Annotations stand at files as a pull request has them; people jump from where they are."""
    found = [
        Finding("numbers", Severity.ERROR, "3", path="locales/a.po", line=3),
        Finding("x", Severity.INFO, "y"),
    ]
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    root = tmp_path / "our news"
    root.mkdir()
    assert "file=our news/locales/a.po,line=3" in render(found, "github", root)
    assert '"uri": "our%20news/locales/a.po"' in render(found, "sarif", root)
    assert render(found, "text", root).startswith("locales/a.po:3: ")
    assert "file=locales/a.po" in render(found, "github", tmp_path)


def test_a_report_for_gitlab_has_what_its_merge_requests_need():
    one = Finding("numbers", Severity.ERROR, "40 is missing", "a.po", 3, "fr", "", "The fee is 40.")
    moved = replace(one, line=9)
    first, second = json.loads(render([one, moved, replace(one, path="")], "gitlab"))
    assert first["location"] == {"path": "a.po", "lines": {"begin": 3}}
    assert (first["check_name"], first["severity"]) == ("numbers", "major")
    assert first["description"] == "40 is missing"
    assert first["fingerprint"] == second["fingerprint"], "known again where its entry moved"
    other = json.loads(render([replace(one, msgid="Another.")], "gitlab"))[0]
    assert other["fingerprint"] != first["fingerprint"]
