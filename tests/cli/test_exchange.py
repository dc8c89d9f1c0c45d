"""Work that goes elsewhere and comes back: returned PO files, memories, git merges, saved pages."""

import shutil

import polib
import pytest

from tests.conftest import need
from tests.project import ARTICLE, SECOND, WORKFLOW, catalog, command, make, replace
from tests.test_pipeline import MEMBERS, approve_by_hand
from transflow import State
from transflow.catalogs import read

TMX = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>It has 157 members.</seg></tuv>
<tuv xml:lang="fr"><seg>Il regroupe 157 membres.</seg></tuv></tu></body></tmx>
"""


def test_a_file_made_from_an_older_export_comes_back(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    away = tmp_path / "away.po"
    shutil.copy(catalog(project), away)
    po = polib.pofile(str(away), wrapwidth=0)
    one = po.find(MEMBERS)
    one.msgstr, one.flags = "Il compte 157 membres.", []
    po.save()
    replace(tmp_path / "articles" / "rise.md", "a **new** branch", "another **new** branch")
    command(tmp_path, "translate")
    done = command(tmp_path, "import", "away.po")
    assert done.returncode == 0, done.stderr
    assert "1 taken, 0 conflicts" in done.stdout
    entry = read(catalog(project), locale="fr").entry(MEMBERS)
    assert (entry.msgstr, entry.state) == ("Il compte 157 membres.", State.APPROVED)


def test_one_file_for_many_articles_goes_out_and_comes_back(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    command(tmp_path, "translate")
    done = command(tmp_path, "bundle", "fr", "--to", "out.po")
    untouched = command(tmp_path, "import", "out.po")
    assert untouched.stdout == "2 catalogs: 0 taken, 0 conflicts; 2 unchanged\n"
    assert done.returncode == 0, done.stderr
    po = polib.pofile(str(tmp_path / "out.po"), wrapwidth=0)
    for msgid, text in ((MEMBERS, "Il compte 157 membres."), ("A visit to Geneva", "Visite")):
        po.find(msgid).msgstr, po.find(msgid).flags = text, []
    po.save()
    done = command(tmp_path, "import", "out.po")
    assert done.returncode == 0, done.stderr
    assert read(catalog(project), locale="fr").entry(MEMBERS).state is State.APPROVED
    entry = read(catalog(project, article="visit"), locale="fr").entry("A visit to Geneva")
    assert (entry.msgstr, entry.state) == ("Visite", State.APPROVED)


@pytest.mark.parametrize("version", ["2.1", "2.0", "1.2"])
def test_xliff_goes_out_and_comes_back(tmp_path, version):
    project = make(tmp_path)
    command(tmp_path, "translate")
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    command(tmp_path, "translate")
    before = catalog(project).read_bytes()
    done = command(tmp_path, "exchange", "export", "fr", "fr.xlf", "--version", version)
    assert done.returncode == 0, done.stderr
    done = command(tmp_path, "exchange", "import", "fr.xlf")
    assert done.returncode == 0, done.stderr
    assert catalog(project).read_bytes() == before, "what nobody touched changes nothing"
    replace(tmp_path / "fr.xlf", "Il compte 157 membres.", "Il réunit 157 membres.")
    command(tmp_path, "exchange", "import", "fr.xlf")
    text = catalog(project).read_text()
    assert "Il réunit 157 membres." in text
    assert "Il compte 157 membres." in text, "an approved text is not replaced in silence"


def test_two_persons_words_for_one_sentence_are_both_kept(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    away = tmp_path / "away.po"
    shutil.copy(catalog(project), away)
    po = polib.pofile(str(away), wrapwidth=0)
    po.find(MEMBERS).msgstr, po.find(MEMBERS).flags = "Il en compte 157.", []
    po.save()
    approve_by_hand(project, MEMBERS, "Ses membres sont 157.")
    command(tmp_path, "translate")
    done = command(tmp_path, "import", "away.po")
    assert "1 conflict," in done.stdout
    text = catalog(project).read_text()
    assert "Ses membres sont 157." in text
    assert "Il en compte 157." in text


def test_approved_words_with_an_error_go_to_no_other_project(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    approve_by_hand(project, MEMBERS, "Il compte 175 membres.")
    done = command(tmp_path, "memory", "export", "out.tmx")
    assert "out.tmx: 0 units; 1 with errors left out (transflow check names them)" in done.stdout
    assert "175" not in (tmp_path / "out.tmx").read_text()


def test_a_memory_goes_out_and_comes_in_as_tmx(tmp_path):
    project = make(tmp_path / "a")
    command(tmp_path / "a", "translate")
    approve_by_hand(project, MEMBERS, "Ses membres sont 157.")
    done = command(tmp_path / "a", "memory", "export", "out.tmx")
    assert done.returncode == 0, done.stderr
    assert "Ses membres sont 157." in (tmp_path / "a" / "out.tmx").read_text()
    wrong = command(tmp_path / "a", "memory", "export", "de.tmx", "--locale", "de")
    assert (wrong.returncode, "there is no locale 'de'" in wrong.stderr) == (2, True)

    other = make(tmp_path / "b")
    (tmp_path / "b" / "legacy.tmx").write_text(TMX)
    done = command(tmp_path / "b", "memory", "import", "legacy.tmx")
    assert done.returncode == 0, done.stderr
    assert "memory/legacy.tmx" in (tmp_path / "b" / "workflow.yaml").read_text()
    done = command(tmp_path / "b", "translate")
    assert done.returncode == 0, done.stderr
    entry = read(catalog(other), locale="fr").entry(MEMBERS)
    assert entry.msgstr == "Il regroupe 157 membres."
    assert entry.fuzzy, "what a memory offers is still to be confirmed"


def test_git_merges_catalogs_entry_by_entry(tmp_path):
    need("git")
    project = make(tmp_path)
    command(tmp_path, "translate")
    base, ours, theirs = (tmp_path / f"{name}.po" for name in ("base", "ours", "theirs"))
    for path in (base, ours, theirs):
        shutil.copy(catalog(project), path)
    for path, msgid, text in (
        (ours, MEMBERS, "Ses membres sont 157."),
        (theirs, "Patents on the rise", "Les brevets en hausse"),
    ):
        po = polib.pofile(str(path), wrapwidth=0)
        po.find(msgid).msgstr, po.find(msgid).flags = text, []
        po.save()
    done = command(tmp_path, "merge-driver", str(base), str(ours), str(theirs), "rise.po")
    assert done.returncode == 0, done.stderr
    merged = read(ours, locale="fr")
    assert merged.entry(MEMBERS).msgstr == "Ses membres sont 157."
    assert merged.entry("Patents on the rise").msgstr == "Les brevets en hausse"


def test_a_press_release_becomes_an_article(tmp_path):
    project = make(tmp_path, WORKFLOW, rise=ARTICLE)
    (tmp_path / "release.txt").write_text(
        "Home | About | News | Contact\n\n"
        "Office opens new reading room\n\n"
        "Geneva, 3 May 2024\n\n"
        "The Office opened a reading room on Friday. It holds two thousand books.\n\n"
        "Visitors may use it every day from nine to five.\n"
    )
    done = command(tmp_path, "ingest", "release.txt", "--id", "reading-room")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "articles" / "reading-room.md").read_text()
    assert "title: Office opens new reading room" in text
    assert "date: 2024-05-03" in text
    assert "Home | About" not in text
    assert "navigation" in done.stderr
    assert command(tmp_path, "ingest", "release.txt", "--id", "reading-room").returncode == 2
    assert command(tmp_path, "ingest", "release.txt", "--id", "../../x").returncode == 2
    assert len(project.extract().articles) == 2
