"""Files that Poedit, OmegaT and Weblate saved: what people did counts, everything else stays.

`data/tide.po` is a catalog of ours with every state in it; `data/README.md` says which program
made which file of it, and how. With `-m tools` Poedit and OmegaT make theirs anew.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.catalogs.build import (
    LATER,
    draft_of,
    gettext_is_content,
    messages,
    read,
    run,
    states,
    texts,
)
from tests.catalogs.test_tools import NEW, STATES
from tests.conftest import need
from transflow.catalogs import incorporate

DATA = Path(__file__).with_name("data")
OURS = (DATA / "tide.po").read_bytes()
ARTICLE = messages(*NEW)
OPEN = "La banque est ouverte."
READ = {"Low tide.": "Marée basse.", "The bank is not closed.": "La banque n’est pas fermée."}
DRAFTS = {text: draft_of(text) for text, state in STATES.items() if state == "draft"}


def untouched(data):
    return {
        entry.msgid: (entry.provenance, entry.comments, entry.draft, entry.previous_msgid)
        for entry in read(data).entries
        if entry.msgid not in READ
    }


def test_the_file_has_every_state():
    assert states(OURS) == STATES
    assert run(OURS, ARTICLE, today=LATER) == OURS


def poedit_did_this(saved: bytes, folder: Path) -> None:
    """In Poedit: the first draft confirmed by its key, the changed entry's words typed anew."""
    wanted = STATES | {"Low tide.": "approved", "The bank is not closed.": "approved"}
    said = texts(OURS) | {"The bank is not closed.": OPEN}
    assert (states(saved), texts(saved)) == (wanted, said)
    after = run(saved, ARTICLE, today=LATER)
    assert (states(after), texts(after)) == (wanted, said)
    assert untouched(after) == untouched(OURS)
    changed = read(after).entry("The bank is not closed.")
    assert (changed.draft, changed.previous_msgid) == ("", "")
    assert [entry.msgstr for entry in read(after).obsolete] == ["Parti."]
    assert b"X-Generator: Poedit" in after
    assert b"# seen by K.\n" in after
    assert run(after, ARTICLE) == after
    gettext_is_content(after, folder)


def omegat_did_this(saved: bytes, folder: Path) -> None:
    """In OmegaT: two sentences translated. It clears every flag and blanks what nobody translated."""
    assert b"fuzzy" not in saved
    assert texts(saved)["Ten boats came in."] == ""
    done = incorporate(read(OURS), read(saved), today=LATER)
    assert (done.taken, done.conflicts, done.waiting) == (2, (), 0)
    after = run(done.catalog.dump(), ARTICLE, today=LATER)
    assert texts(after) == texts(OURS) | READ
    assert states(after) == STATES | dict.fromkeys(READ, "approved")
    assert untouched(after) == untouched(OURS)
    gettext_is_content(after, folder)


def omegat_took_the_drafts(saved: bytes) -> None:
    """Drafts that went through OmegaT's memory come back without a flag: nobody has read them."""
    assert {text: texts(saved)[text] for text in DRAFTS} == DRAFTS
    assert b"fuzzy" not in saved
    assert {text: states(saved)[text] for text in DRAFTS} == dict.fromkeys(DRAFTS, "draft")
    done = incorporate(read(OURS), read(saved), today=LATER)
    assert (done.taken, done.unread) == (0, len(DRAFTS))
    assert run(done.catalog.dump(), ARTICLE, today=LATER) == OURS


def test_what_poedit_saved(tmp_path):
    poedit_did_this((DATA / "tide.poedit.po").read_bytes(), tmp_path)


def test_what_omegat_made(tmp_path):
    omegat_did_this((DATA / "tide.omegat.po").read_bytes(), tmp_path)


def test_what_omegat_made_of_drafts():
    omegat_took_the_drafts((DATA / "tide.omegat-drafts.po").read_bytes())


def test_what_weblate_saved(tmp_path):
    """Two suggestions accepted, one text saved as "needs editing"."""
    saved = (DATA / "tide.weblate.po").read_bytes()
    wanted = STATES | dict.fromkeys(READ, "approved") | {"High tide.": "edited"}
    said = texts(OURS) | READ | {"High tide.": "Marée haute."}
    assert (states(saved), texts(saved)) == (wanted, said)
    after = run(saved, ARTICLE, today=LATER)
    assert (states(after), texts(after)) == (wanted, said)
    kept, before = untouched(after), untouched(OURS)
    assert kept.pop("High tide.") != before.pop("High tide."), "a person's text is noted as seen"
    assert kept == before
    assert [entry.msgstr for entry in read(after).obsolete] == ["Parti."]
    assert b"X-Generator: Weblate 5.14.3" in after
    assert run(after, ARTICLE) == after
    gettext_is_content(after, tmp_path)


@pytest.fixture
def screen(tmp_path):
    """A display of its own, and a function that presses keys in the window of that name."""
    for tool in ("poedit", "xdotool"):
        need(tool)
    back, front = os.pipe()
    server = subprocess.Popen(
        [need("xvfb", "Xvfb"), "-displayfd", str(front), "-screen", "0", "1280x800x24"],
        pass_fds=[front],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(front)
    with os.fdopen(back) as told:
        number = told.readline().strip()
    yield {**os.environ, "DISPLAY": f":{number}", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    server.terminate()
    server.wait(timeout=20)


def press(screen, *words):
    done = subprocess.run(
        ["xdotool", *words], env=screen, capture_output=True, text=True, check=False, timeout=60
    )
    time.sleep(0.7)
    return done.stdout.split()


def until(condition, seconds=600):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "the program did not do it in time"
        time.sleep(0.5)
    return found


@pytest.mark.tools
@pytest.mark.timeout(300)
def test_poedit_itself(screen, tmp_path):
    path = tmp_path / "tide.po"
    path.write_bytes(OURS)
    editor = subprocess.Popen(
        ["poedit", str(path)], env=screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        (window, *_) = until(lambda: press(screen, "search", "--onlyvisible", "--name", "Poedit"))
        time.sleep(4)
        press(screen, "windowfocus", window)
        press(screen, "key", "ctrl+u")
        press(screen, "key", "ctrl+Down")
        press(screen, "key", "ctrl+Down")
        press(screen, "mousemove", "--window", window, "200", "600", "click", "1")
        press(screen, "key", "ctrl+a")
        press(screen, "type", "--delay", "60", OPEN)
        press(screen, "key", "ctrl+s")
        until(lambda: path.read_bytes() != OURS)
        time.sleep(1)
    finally:
        editor.terminate()
        editor.wait(timeout=30)
    poedit_did_this(path.read_bytes(), tmp_path)


PROJECT = """\
<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>FR</target_lang><sentence_seg>false</sentence_seg>
</project></omegat>
"""
MEMORY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US"
 datatype="plaintext" creationtoolversion="3.6.0" segtype="paragraph" srclang="EN"/><body>{}</body></tmx>
"""
UNIT = '<tu><tuv lang="EN"><seg>{}</seg></tuv><tuv lang="FR"><seg>{}</seg></tuv></tu>'


def omegat(folder: Path, translations: dict[str, str]) -> bytes:
    """What OmegaT writes for a project whose saved memory holds these translations."""
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir()
    (folder / "source" / "tide.po").write_bytes(OURS)
    (folder / "omegat.project").write_text(PROJECT)
    units = [UNIT.format(escape(text), escape(words)) for text, words in translations.items()]
    (folder / "omegat" / "project_save.tmx").write_text(MEMORY.format("".join(units)))
    done = subprocess.run(
        [need("omegat"), str(folder), "--mode=console-translate"],
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()
    return (folder / "target" / "tide.po").read_bytes()


@pytest.mark.tools
@pytest.mark.timeout(300)
def test_omegat_itself(tmp_path):
    if shutil.which("java") is None:
        pytest.skip("OmegaT needs Java")
    for name, translations in (("work", READ), ("drafts", DRAFTS)):
        (tmp_path / name).mkdir()
        saved = omegat(tmp_path / name, translations)
        if name == "work":
            omegat_did_this(saved, tmp_path)
        else:
            omegat_took_the_drafts(saved)
