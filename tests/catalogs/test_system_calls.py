"""`transflow run` killed, or refused by the system, at system calls of its own: promise 3 holds.

strace kills the process as it enters the call, or has the call fail as a full disk, a lost
permission or a broken device would. First a run is recorded; then the calls that touch the disk,
and some at random, are the moments to strike.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import need
from tests.project import ARTICLE, make, replace, tree
from transflow import Project, State
from transflow.catalogs import Catalog, read

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
PARTS = 6
"""Into how many tests the moments go: each takes seconds, and minutes where other work has the machine."""

WORKFLOW = """\
locales:
  fr: {engine: none}
site: {title: News, base_url: "https://news.example.org/"}
"""
SAID = {
    "Patents on the rise": "Les brevets en hausse",
    "More firms file abroad.": "Plus d’entreprises déposent à l’étranger.",
    "It has 157 members.": "Il compte 157 membres.",
    "What is next": "Et ensuite",
    "The Office will open a **new** branch in 2025.": "L’Office ouvrira une **nouvelle** agence.",
}
STAYS, CHANGES, GOES = tuple(SAID)[2], tuple(SAID)[4], tuple(SAID)[1]
WRITING = {
    "chmod", "fchmod", "fdatasync", "fsync", "ftruncate", "mkdir", "pwrite64", "rename",
    "unlink", "write",
}  # fmt: skip
CALL = re.compile(r"^(\d+) +(\w+)\((.*)")


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A project that people translated, whose article has moved on since: the run has work."""
    if subprocess.run([need("strace"), "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not trace here")
    folder = tmp_path_factory.mktemp("scene")
    project = make(folder, WORKFLOW, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    text = path.read_text()
    for source, words in SAID.items():
        assert f'msgid "{source}"\nmsgstr ""\n' in text
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{words}"')
    path.write_text(text)
    project.run()
    article = folder / "articles" / "rise.md"
    replace(article, "will open", "will not open")
    replace(article, "summary: More firms file abroad.\n", "")
    article.write_text(article.read_text() + "\nA sentence more.\n")
    return folder


def traced(folder: Path, *options: str) -> subprocess.CompletedProcess:
    program = [sys.executable, "-c", "from transflow.cli import main; main()", "run"]
    return subprocess.run(
        [need("strace"), "-f", "-qq", "-o", str(folder / "trace"), *options, *program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )


def copy(scene: Path, to: Path) -> Path:
    return shutil.copytree(scene, to, symlinks=True)


@dataclass(frozen=True)
class Recorded:
    """A run that nothing disturbed."""

    moments: list[tuple[str, int]]
    """The calls to strike at, as (name, which one)."""
    wanted: dict[str, str]
    """The files at its end."""


@pytest.fixture(scope="module")
def recorded(scene, tmp_path_factory) -> Recorded:
    """The run's calls after it has read its settings: all renames, others that write, some at random."""
    folder = copy(scene, tmp_path_factory.mktemp("recorded") / "whole")
    done = traced(folder)
    assert done.returncode == 0, done.stderr
    counts: dict[tuple[str, str], int] = {}
    begun, found = False, []
    for line in (folder / "trace").read_text(errors="replace").splitlines():
        if not (parts := CALL.match(line)):
            continue
        thread, name, rest = parts.groups()
        counts[thread, name] = number = counts.get((thread, name), 0) + 1
        begun = begun or "workflow.yaml" in rest
        if begun:
            found.append((name, number))
    writing = sorted({one for one in found if one[0] in WRITING})
    renames = [one for one in writing if one[0] == "rename"]
    assert renames, "a run that changes a catalog renames a file into place"
    dice = random.Random(6)
    chosen = {*renames, *dice.sample(writing, min(12, len(writing))), *dice.sample(found, 5)}
    return Recorded(sorted(chosen), without_dates(folder))


def catalog(folder: Path) -> Catalog:
    return read(Project.open(folder).layout.catalog("fr", "rise"), locale="fr")


def without_dates(folder: Path) -> dict[str, str]:
    files = tree(folder / "locales") | tree(folder / "public")
    return {
        name: re.sub(r"20\d\d-\d\d-\d\d[ T]\d\d:\d\d[^\n<]*", "", data.decode())
        for name, data in files.items()
        if not name.endswith(".tmp")  # of a killed run; another one sweeps it after ten minutes
    }


def no_word_is_lost(folder: Path) -> None:
    """Promise 3: each text is there as msgstr, as an obsolete one or in a comment of the entry."""
    found = catalog(folder)
    held = [e.msgstr for e in (*found.entries, *found.obsolete)]
    held += [comment for e in found.entries for comment in e.comments]
    for words in SAID.values():
        assert any(words in text for text in held), words
    stayed = found.entry(STAYS)
    assert (stayed.msgstr, stayed.state) == (SAID[STAYS], State.APPROVED)
    added = found.entry(CHANGES.replace("will open", "will not open"))
    assert added is None or added.state is State.CHANGED


def struck(scene: Path, to: Path, call: str, number: int, how: str) -> tuple[Path, int]:
    folder = copy(scene, to)
    strike = ("-e", f"trace={call}", "-e", f"inject={call}:{how}:when={number}")
    done = traced(folder, *strike)
    no_word_is_lost(folder)
    return folder, done.returncode


@pytest.mark.parametrize("part", range(PARTS))
def test_kill_at_system_calls_loses_no_word_and_the_next_run_completes(
    scene, recorded, tmp_path, part
):
    chosen = recorded.moments[part::PARTS]
    killed = 0
    for turn, (call, number) in enumerate(chosen):
        folder, code = struck(scene, tmp_path / str(turn), call, number, "signal=KILL")
        killed += code != 0
        report = Project.open(folder).run()
        assert report.exit_code == 0, (call, number, report.findings)
        no_word_is_lost(folder)
        assert without_dates(folder) == recorded.wanted, (call, number)
        shutil.rmtree(folder)
    assert killed > len(chosen) / 2, "most of the recorded calls come again"


@pytest.mark.parametrize(
    ("call", "error"),
    [("rename", "EACCES"), ("fsync", "EIO"), ("write", "ENOSPC"), ("pwrite64", "ENOSPC")],
)
def test_a_call_that_fails_loses_no_word(scene, tmp_path, call, error):
    """Every such call of the run fails: a lost permission, a broken device, a full disk."""
    folder = copy(scene, tmp_path / "at")
    done = traced(folder, "-e", f"inject={call}:error={error}")
    assert "Traceback" not in done.stderr
    no_word_is_lost(folder)
    report = Project.open(folder).run()
    assert report.exit_code == 0, report.findings
    no_word_is_lost(folder)
