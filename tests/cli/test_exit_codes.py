"""Exit codes as docs/pipelines.md tells them, and that it tells of every command."""

import json
import re
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from tests.cli.test_json import PEOPLE, leaves
from tests.conftest import ROOT
from tests.project import SECOND, catalog, command, make, replace, reviewed, write
from transflow.cli.commands import register
from transflow.errors import TransflowError

APP = typer.Typer()
register(APP)
PAGE = (ROOT / "docs" / "pipelines.md").read_text("utf-8")
ENDS_WITH_1 = {
    "run", "translate", "export", "extract", "resegment", "check", "publish", "status", "review",
    "import", "exchange import", "merge-driver", "glossary lint", "doctor",
    "models pin",
}  # fmt: skip


@pytest.fixture
def project(tmp_path, monkeypatch):
    """One article, translated by a person, and out."""
    monkeypatch.chdir(tmp_path)
    return reviewed(tmp_path)


def code(*words):
    done = CliRunner().invoke(APP, words)
    return 2 if isinstance(done.exception, TransflowError) else done.exit_code


def test_the_page_names_the_commands_that_end_with_1():
    section = PAGE.partition("ends with 1 for")[2].partition("All other commands")[0]
    rows = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert named == ENDS_WITH_1
    assert named <= {path for path, _ in leaves(typer.main.get_command(APP))}


def test_all_in_order_is_0(project):
    for words in ("run", "translate", "export", "extract", "check", "publish", "status"):
        assert code(words) == 0, words
    assert code("review", "fr") == code("glossary", "lint") == code("resegment") == 0


def test_a_locale_without_a_package_to_be_pinned_is_1(tmp_path, monkeypatch):
    packages = f"engine: {{packages: {ROOT / 'models'}}}\n"
    write(tmp_path / "workflow.yaml", "source: {locale: en}\nlocales: {fr: , gd: }\n" + packages)
    monkeypatch.chdir(tmp_path)
    assert code("models", "pin") == 1


def test_an_error_in_words_of_people_is_1_where_words_are_looked_at(project):
    replace(catalog(project, "fr", "visit"), "Visite à Genève", "Visite à Genève en 2031")
    assert [code(word) for word in ("check", "run", "translate")] == [1, 1, 1]
    assert [code(word) for word in ("publish", "status")] == [0, 0]
    assert code("review", "fr") == 0


def test_a_page_that_is_required_and_missing_is_1(project):
    replace(
        project.root / "workflow.yaml",
        "site: {",
        "gate: {require: approved}\nsite: {required: [visit], ",
    )
    assert [code(word) for word in ("run", "publish", "check")] == [0, 0, 0]
    catalog(project, "fr", "visit").unlink()
    assert [code(word) for word in ("run", "publish", "check")] == [1, 1, 0]
    for word in ("run", "publish"):
        told = CliRunner().invoke(APP, [word]).stderr
        assert "error: a required page is missing: visit (fr)" in told


@pytest.mark.parametrize("broken", ["locales/fr/LC_MESSAGES/visit.po", "articles/more.md"])
def test_a_file_that_cannot_be_read_is_1(project, broken):
    write(project.root / broken, "---\ntitle: [\n---\n")
    for words in ("run", "translate", "export", "check", "publish", "status"):
        assert code(words) == 1, words
    assert code("review", "fr") == 1


def test_what_could_not_run_is_2_and_says_nothing_to_programs(project):
    for words in (["run", "-l", "de"], ["status", "-a", "none"], ["check", "--format", "x"]):
        assert code(*words) == 2, words
    done = command(project.root, "run", "--article", "none", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("transflow: ")


FAULTY = """
from transflow import cli

@cli.app.command()
def divide(): 1 / 0

cli.main()
"""


def test_a_fault_of_the_program_does_not_look_like_findings():
    words = [sys.executable, "-c", FAULTY, "divide"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (70, "")
    assert "ZeroDivisionError" in done.stderr
    assert "a fault of the program" in done.stderr


def test_documents_have_the_keys_that_the_page_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make(tmp_path, PEOPLE, visit=SECOND)
    for words in (["run"], ["publish"], ["status"], ["review", "fr"]):
        told = json.loads(CliRunner().invoke(APP, [*words, "--json"]).stdout)
        row = re.search(
            rf"^\| [^|]*`{words[0]}`[^|]* \| (.*)$", PAGE.partition("## JSON")[2], re.MULTILINE
        )
        named = set(re.findall(r"`(\w+)`", row[1]))
        found = set(told if isinstance(told, dict) else told[0])
        if words == ["run"]:
            found |= set(told["catalogs"][0])
        if words == ["publish"]:
            found |= set(told["pages"][0])
        assert named <= found, words
