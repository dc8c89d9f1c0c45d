"""Crashes and faults of the real system: a catalog is whole afterwards, with somebody's last words."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.catalogs.build import edit, messages, read, run
from tests.conftest import ROOT, need
from tests.project import ARTICLE as RISE
from tests.project import catalog, make, replace
from transflow.catalogs import parse

ARTICLE = messages(*(f"Sentence {number} of a rather long article." for number in range(60)))

WRITER = """
import sys
from pathlib import Path
from tests.catalogs.build import NOW, messages
from transflow.catalogs import merge, update

path = Path(sys.argv[1])
texts = [f"Sentence {n} of a rather long article." for n in range(60)]
print("ready", flush=True)
for turn in range(100000):
    wanted = messages(*texts, f"Turn {turn}.")
    update(path, lambda old: merge(old, wanted, locale="fr", article_id="t", today=NOW).catalog)
"""

LIMITED = """
import resource, sys
from pathlib import Path
from tests.catalogs.build import NOW, messages
from transflow.catalogs import merge, update
from transflow.errors import TransflowError

resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))
path = Path(sys.argv[1])
wanted = messages("Low tide.", "New.")
try:
    update(path, lambda old: merge(old, wanted, locale="fr", article_id="t", today=NOW).catalog)
except TransflowError as error:
    print(error)
"""


def start(script, path):
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_kill_9_at_any_moment_leaves_a_whole_file_with_every_word(tmp_path):
    path = tmp_path / "tide.po"
    data = run(None, ARTICLE)
    for one in ARTICLE[::7]:
        data = run(edit(data, one.msgid, f"Mots pour {one.msgid}", flag=False), ARTICLE)
    path.write_bytes(data)
    wanted = {e.msgid: e.msgstr for e in read(data).entries if e.state == "approved"}
    assert len(wanted) == 9
    source = random.Random(3)
    for _ in range(5):
        with start(WRITER, path) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(source.uniform(0.01, 0.4))
            process.send_signal(signal.SIGKILL)
        found = parse(path.read_bytes(), "tide.po")
        assert {e.msgid: e.msgstr for e in found.entries if e.state == "approved"} == wanted
        assert len(found.entries) >= 60


def test_no_room_on_the_disk(tmp_path):
    path = tmp_path / "tide.po"
    data = run(None, ARTICLE)
    path.write_bytes(data)
    with start(LIMITED, path) as process:
        said, complaint = process.communicate(timeout=60)
    assert "cannot be written: File too large (nothing was changed)" in said, complaint
    assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["tide.po"]


def without_powers(folder, *words):
    """Run transflow as somebody whom permissions bind, which they do not bind root."""
    program = [sys.executable, "-c", "from transflow.cli import main; main()", *words]
    if os.geteuid() == 0:
        lost = "-dac_override,-dac_read_search,-fowner"
        program = [need("setpriv"), f"--bounding-set={lost}", f"--inh-caps={lost}", *program]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("lost", ["writing in the folder", "reading the file"])
def test_a_lost_permission_is_told_and_costs_no_word(tmp_path, lost):
    project = make(tmp_path, "locales: {fr: {engine: none}}\n", rise=RISE)
    project.run()
    path = catalog(project)
    text = path.read_text().replace('members."\nmsgstr ""', 'members."\nmsgstr "157 membres."')
    path.write_text(text)
    replace(tmp_path / "articles" / "rise.md", "will open", "will not open")
    place = path.parent if "folder" in lost else path
    mode = place.stat().st_mode
    place.chmod(0o555 if "folder" in lost else 0o000)
    try:
        done = without_powers(tmp_path, "run")
    finally:
        place.chmod(mode)
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1, told
    assert "Permission denied" in told
    assert "rise.po" in told
    assert "Traceback" not in told
    assert path.read_text() == text
    assert project.run().exit_code == 0
    assert read(path.read_bytes()).entry("It has 157 members.").msgstr == "157 membres."
