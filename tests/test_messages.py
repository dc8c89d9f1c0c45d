"""What goes wrong around a run is said where it is, once, with what to do."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import need
from tests.project import ARTICLE, SECOND, catalog, command, make, replace, start, write

NONE = "locales: {fr: {engine: none}}\n"
DROP = "-dac_override,-dac_read_search,-fowner"


def as_nobody(folder, *words):
    """Run the command line without root's right to write anywhere."""
    need("setpriv")
    code = "from transflow.cli import main; main()"
    return subprocess.run(
        [
            "setpriv",
            f"--inh-caps={DROP}",
            f"--bounding-set={DROP}",
            sys.executable,
            "-c",
            code,
            *words,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def read_only(tmp_path):
    project = make(tmp_path / "p", NONE, visit=SECOND)
    project.run()
    shutil.rmtree(project.root / ".transflow")
    folders = [project.root, *(path for path in project.root.rglob("*") if path.is_dir())]
    for folder in folders:
        if not folder.is_symlink():
            folder.chmod(0o555)
    yield project
    for folder in folders:
        if not folder.is_symlink():
            folder.chmod(0o755)


def test_who_only_reads_needs_to_write_nothing(read_only, tmp_path):
    done = as_nobody(read_only.root, "bundle", "fr", "--to", str(tmp_path / "fr.po"))
    assert done.returncode == 0, done.stderr
    assert 'msgid "A visit to Geneva"' in (tmp_path / "fr.po").read_text()
    done = as_nobody(read_only.root, "publish", "--dry-run")
    assert done.returncode == 0, done.stderr


def test_who_must_write_is_told_what_to_do(read_only):
    done = as_nobody(read_only.root, "run")
    assert done.returncode == 2
    assert "cannot be locked: Permission denied" in done.stderr
    assert "make it writable, or work in a copy" in done.stderr
    doctor = as_nobody(read_only.root, "doctor")
    assert f"{read_only.root} cannot be written in" in doctor.stdout


def test_a_site_that_cannot_be_written_costs_the_report_nothing(tmp_path):
    project = make(tmp_path, NONE + "site: {title: News, output: blocked/public}\n", visit=SECOND)
    write(tmp_path / "blocked", "a file where the folder should be\n")
    done = command(tmp_path, "run")
    assert done.returncode == 1
    assert "visit" in done.stdout
    assert "1 article" in done.stdout
    assert "blocked/public" in done.stderr
    assert catalog(project, "fr", "visit").exists()
    assert command(tmp_path, "publish").returncode == 2


def test_a_mistyped_engine_is_told_once_with_the_file(tmp_path):
    workflow = "locales: {fr: {}, es: {}, ar: {engine: argos}}\nengine: {name: argoss}\n"
    report = make(tmp_path, workflow, visit=SECOND).run()
    found = [one for one in report.findings if one.rule == "engine"]
    assert [(one.path, one.locale) for one in found] == [("workflow.yaml", "")]
    assert "did you mean 'argos'?" in found[0].message
    again = make(tmp_path, workflow, visit=SECOND).run()
    assert [one for one in again.findings if one.rule == "engine"] == found


def test_a_link_out_of_the_project_is_named(tmp_path):
    project = make(tmp_path / "p", NONE, visit=SECOND)
    (tmp_path / "secret.md").write_text("# Secret\n\nText.\n")
    (project.root / "articles" / "link.md").symlink_to(tmp_path / "secret.md")
    (error,) = [one for one in project.run().findings if one.severity == "error"]
    assert (error.rule, error.path) == ("article", "articles/link.md")


@pytest.fixture
def exchanged(tmp_path):
    project = make(tmp_path, NONE, visit=SECOND)
    project.export()
    assert command(tmp_path, "exchange", "export", "fr", "fr.xlf").returncode == 0
    return project


def test_a_cut_file_of_a_translation_tool_says_what_to_do(exchanged):
    path = exchanged.root / "fr.xlf"
    path.write_bytes(path.read_bytes()[:-40])
    done = command(exchanged.root, "exchange", "import", "fr.xlf")
    assert done.returncode == 2
    assert "have it sent again" in done.stderr


def test_a_file_of_another_language_is_told_as_that(exchanged):
    replace(exchanged.root / "fr.xlf", 'trgLang="fr"', 'trgLang="de"')
    done = command(exchanged.root, "exchange", "import", "fr.xlf")
    assert done.returncode == 2
    assert (
        "its target language is de, which this project has not (this project has: fr)"
        in done.stderr
    )


def test_who_interrupts_a_run_is_told_what_is_kept(tmp_path):
    text = ARTICLE + "".join(f"\nThe Office received {n} letters.\n" for n in range(11, 400))
    project = make(tmp_path, rise=text)
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore it
    process = start(tmp_path, "run")
    signal.signal(signal.SIGINT, before)
    holder = project.layout.state / "lock.holder"
    until = time.monotonic() + 60
    while not holder.exists() and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=300)
    assert process.returncode == 130
    assert "stopping as soon as" in told
    assert "interrupted; no file is left half written, and the next run goes on" in told


INTERRUPTED = """
import importlib.abc, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in jobs in the background
from transflow.cli import main

class Impatient(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "transflow.cli.commands":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Impatient())
main()
"""


def test_who_interrupts_at_once_sees_no_traceback(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.startswith("transflow: interrupted;")
    assert "Traceback" not in done.stderr


def test_a_port_that_none_is_is_refused(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "serve", "--port", "80000")
    assert done.returncode == 2
    assert "65535" in done.stderr
