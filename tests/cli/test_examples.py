"""The example that the help of each command shows, pasted into a project that `init` made."""

import re
import shlex
import subprocess

import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from tests.conftest import ROOT
from tests.project import write
from transflow.cli.commands import register
from transflow.glossary import csv, tbx
from transflow.newproject import create
from transflow.project import Project

APP = typer.Typer()
register(APP)
NOT_PASTED = {
    "serve": "does not end",
    "accept": "needs a finding that is there",
    "models available": "needs the network",
    "models install": "needs the network",
    "models remove": "needs a package that is installed",
}
EXAMPLE = re.compile(r"Example: transflow ([^\n]+)")


def examples(group=None, name=""):
    """(command, its example, without what a shell does with the output)."""
    for word, one in (group or get_command(APP)).commands.items():
        path = f"{name} {word}".strip()
        if hasattr(one, "commands"):
            yield from examples(one, path)
        else:
            found = EXAMPLE.search(one.help or "")
            yield path, found[1].partition(" > ")[0] if found else ""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A new project after its first run, in git, and what others would have sent."""
    root = tmp_path_factory.mktemp("news")
    create(root, {"fr": True, "es": True, "zh-Hans": True})
    (root / "models").symlink_to(ROOT / "models")
    (root / ".gitignore").open("a").write("models\n")
    Project.open(root).run()
    made = root / "locales/fr/LC_MESSAGES/welcome.po"
    for name in ("returned/welcome.po", "base.po", "ours.po", "theirs.po"):
        write(root / name, made.read_text())
    text = (
        "<p>The port opens on Monday, and boats of every size may moor there until the autumn.</p>"
    )
    page = f"<title>Port</title><body><main><article><h1>The port opens</h1>{text * 9}</article></main>"
    write(root / "saved-page.html", f"<!DOCTYPE html><html lang='en'><head>{page}</body></html>")
    unit = '<tu><tuv xml:lang="en"><seg>Low tide.</seg></tuv><tuv xml:lang="fr"><seg>Basse mer.</seg></tuv></tu>'
    write(
        root / "legacy.tmx",
        f'<tmx version="1.4"><header srclang="en"/><body>{unit}</body></tmx>',
    )
    terms = csv.read(write(root / "agency.csv", "id,en,fr\nebb,ebb tide,jusant\n"))
    write(root / "agency.tbx", tbx.dump(terms, "en"))
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
        subprocess.run(["git", *who, *words], cwd=root, check=True)
    return root


def test_every_command_has_an_example_of_itself():
    wrong = {path: example for path, example in examples() if not example.startswith(path)}
    assert not wrong


def test_every_example_works(project, monkeypatch):
    """In the order of the help: a file that one example writes another may read."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("EDITOR", "true")
    failed = {}
    for path, example in examples():
        if path not in NOT_PASTED:
            done = CliRunner().invoke(APP, shlex.split(example))
            if done.exit_code not in {0, 1} or (done.exit_code == 1 and path != "doctor"):
                failed[example] = done.output or repr(done.exception)
    assert not failed
