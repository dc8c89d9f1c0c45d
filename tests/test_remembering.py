"""What a project remembers is what its files say: no more, no less, however it came about."""

import shutil
import sqlite3
from contextlib import closing

import polib

from tests.project import ARTICLE, SECOND, make, write
from transflow import State
from transflow.catalogs import read
from transflow.memory import Memory

PEOPLE = """\
locales:
  fr: {engine: none}
memory: {tmx: ["memory/*"]}
"""
TMX = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Low tide.</seg></tuv><tuv xml:lang="fr"><seg>Marée basse.</seg></tuv></tu>
</body></tmx>
"""
MEMBERS, WORDS = "It has 157 members.", "Il compte 157 membres."


def say(path, msgid, msgstr):
    """A person translates one sentence with polib."""
    file = polib.pofile(str(path), wrapwidth=0)
    entry = file.find(msgid)
    entry.msgstr, entry.flags = msgstr, []
    file.save()


def remembered(project):
    with Memory.open(project.layout.memory) as memory:
        return sorted((tag, unit.source, unit.target, unit.origin) for tag, unit in memory.units())


def test_a_renamed_article_is_remembered_once(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    say(project.layout.catalog("fr", "rise"), MEMBERS, WORDS)
    project.run()
    (tmp_path / "articles" / "rise.md").rename(tmp_path / "articles" / "growth.md")
    project.run()
    assert remembered(project) == [("fr", MEMBERS, WORDS, "growth")]


def test_a_removed_article_is_remembered_by_an_old_index_and_by_a_new_one(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=SECOND)
    project.run()
    say(project.layout.catalog("fr", "rise"), MEMBERS, WORDS)
    project.run()
    (tmp_path / "articles" / "rise.md").unlink()
    project.run()
    project.run()
    assert remembered(project) == [("fr", MEMBERS, WORDS, "rise")]
    shutil.rmtree(tmp_path / ".transflow")
    project.run()
    assert remembered(project) == [("fr", MEMBERS, WORDS, "rise")]
    project.layout.catalog("fr", "rise").unlink()
    project.run()
    assert remembered(project) == []


def test_what_was_approved_right_before_its_article_went_is_remembered(tmp_path):
    """No run had seen the approval: the run that retires the catalog writes it down."""
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=SECOND)
    project.run()
    say(project.layout.catalog("fr", "rise"), MEMBERS, WORDS)
    (tmp_path / "articles" / "rise.md").unlink()
    project.run()
    project.run()
    assert remembered(project) == [("fr", MEMBERS, WORDS, "rise")]


def test_words_from_memory_stay_when_who_wrote_them_writes_others(tmp_path):
    """What the memory brought may be the last copy of a person's words."""
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=f"# Visit\n\n{MEMBERS}\n\nMany came.\n")
    project.run()
    say(project.layout.catalog("fr", "rise"), MEMBERS, WORDS)
    project.run()
    project.run()
    visit = project.layout.catalog("fr", "visit")
    assert f'msgstr "{WORDS}"' in visit.read_text()
    say(project.layout.catalog("fr", "rise"), MEMBERS, "Ils sont 157.")
    project.run()
    write(tmp_path / "articles" / "visit.md", "# Visit\n\nIt has 158 members.\n\nMany came.\n")
    project.run()
    entry = polib.pofile(str(visit)).find("It has 158 members.")
    assert (entry.msgstr, entry.previous_msgid, entry.fuzzy) == (WORDS, MEMBERS, True)
    write(tmp_path / "articles" / "visit.md", "# Visit\n\nMany came.\n")
    project.run()
    (entry,) = polib.pofile(str(visit)).obsolete_entries()
    assert (entry.msgstr, entry.fuzzy) == (WORDS, True)


def test_a_copy_beside_a_catalog_is_no_memory(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    say(path, MEMBERS, WORDS)
    shutil.copy(path, path.with_name("rise (copy).po"))
    say(path.with_name("rise (copy).po"), MEMBERS, "Autre chose.")
    project.run()
    assert remembered(project) == [("fr", MEMBERS, WORDS, "rise")]


def test_a_memory_file_is_read_once_for_each_content(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    path = write(tmp_path / "memory" / "old.tmx", TMX)
    project.run()
    assert remembered(project) == [("fr", "Low tide.", "Marée basse.", "memory/old.tmx")]
    with closing(sqlite3.connect(project.layout.memory)) as database, database:
        database.execute("delete from unit")
    project.run()
    assert remembered(project) == [], "what was taken in is not read again"
    write(path, TMX.replace('"fr"', '"es"'))
    project.run()
    assert remembered(project) == [("es", "Low tide.", "Marée basse.", "memory/old.tmx")]
    path.unlink()
    project.run()
    assert remembered(project) == []


def test_drafts_nobody_touched_do_not_outlive_their_article(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    drafts, worked_on = (project.layout.catalog("fr", name) for name in ("visit", "rise"))
    say(worked_on, MEMBERS, WORDS)
    text = worked_on.read_text()
    worked_on.write_text(text.replace('msgid "What is next"', '# ask K.\nmsgid "What is next"'))
    (tmp_path / "articles" / "rise.md").unlink()
    (tmp_path / "articles" / "visit.md").unlink()
    write(tmp_path / "articles" / "other.md", "Something else.\n")
    report = project.run()
    assert not drafts.exists()
    assert not project.layout.template("visit").exists()
    left = polib.pofile(str(worked_on))
    assert {entry.msgid for entry in left} == {MEMBERS, "What is next"}
    assert all(entry.obsolete for entry in left)
    notes = "\n".join(report.notes)
    assert "visit.po: its article is gone; nobody had worked on its drafts" in notes
    assert "rise.po: its article is gone; people's words (2 entries)" in notes
    assert not [note for note in project.run().notes if "gone" in note]


def test_two_step_review_does_not_remember_gone_what_it_did_not_remember_before(tmp_path):
    """A first reader's words become memory when a second one approves them, not when they go."""
    project = make(tmp_path, PEOPLE + "review: two-step\n", rise=ARTICLE, visit=SECOND)
    project.run()
    path = project.layout.catalog("fr", "rise")
    say(path, MEMBERS, WORDS)
    say(path, "What is next", "Et ensuite")
    project.run()
    line = polib.pofile(str(path)).find("What is next").linenum
    project.approve([f"{path}:{line}"], "Ann")
    project.run()
    approved = [("fr", "What is next", "Et ensuite", "rise")]
    assert remembered(project) == approved
    (tmp_path / "articles" / "rise.md").unlink()
    project.run()
    project.run()
    assert remembered(project) == approved


def test_a_memory_of_a_region_serves_the_language(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    text = TMX.replace("Low tide.", MEMBERS).replace("Marée basse.", WORDS)
    text = text.replace('"fr"', '"FR-FR"').replace('<tuv xml:lang="en"', '<tuv xml:lang="EN-US"')
    write(tmp_path / "memory" / "agency.tmx", text)
    project.run()
    entry = polib.pofile(str(project.layout.catalog("fr", "rise"))).find(MEMBERS)
    assert entry.msgstr == WORDS
    assert entry.fuzzy
    assert ("fr", MEMBERS, WORDS, "memory/agency.tmx") in remembered(project)
    # A locale of that region added later has it then.
    (tmp_path / "workflow.yaml").write_text(
        (tmp_path / "workflow.yaml").read_text().replace("fr: {", "fr-FR: {engine: none}\n  fr: {")
    )
    project = type(project).open(tmp_path)
    project.run()
    assert ("fr-FR", MEMBERS, WORDS, "memory/agency.tmx") in remembered(project)


def test_a_page_of_remembered_words_is_no_machines(tmp_path):
    """People's words that came to a new article wait for an approval there, and the page says just that."""
    project = make(
        tmp_path, f"{PEOPLE}gate: {{require: draft}}\n", rise="# Members\n\nIt has 157 members.\n"
    )
    project.run()
    path = project.layout.catalog("fr", "rise")
    say(path, "Members", "Membres")
    say(path, MEMBERS, WORDS)
    project.run()
    write(tmp_path / "articles" / "copy.md", "# Members\n\nIt has 157 members.\n")
    project.run()
    page = (tmp_path / "public" / "fr" / "copy" / "index.html").read_text()
    assert WORDS in page
    assert "machine" not in page.partition("<main")[2].lower()
    assert "pas encore été approuvée" in page
    assert {item.why.partition(":")[0] for item in project.work_list("fr")} == {"from the memory"}


HOME = "# {}\n\nThe office is closed on Monday.\n\nIt has {} rooms.\n"


def three(folder):
    """Three articles that share a sentence, drafted by a machine."""
    texts = {
        name: HOME.format(name.title(), 7 + at) for at, name in enumerate(("one", "two", "six"))
    }
    project = make(folder, "locales: {fr: }\n", **texts)
    project.run()
    return project


def shared(project, article):
    return read(project.layout.catalog("fr", article), locale="fr").entry(CLOSED)


CLOSED, FERME = "The office is closed on Monday.", "Le bureau est fermé le lundi."


def test_approved_words_take_the_place_of_drafts_of_the_same_sentence(tmp_path):
    project = three(tmp_path)
    draft = shared(project, "two").msgstr
    path = project.layout.catalog("fr", "six")
    path.write_text(path.read_text().replace(draft, "C’est fermé le lundi."))
    say(project.layout.catalog("fr", "one"), CLOSED, FERME)
    report = project.run()
    assert "1 draft has words now that a person approved" in " ".join(report.notes)
    two, six = shared(project, "two"), shared(project, "six")
    assert (two.msgstr, two.state, two.provenance.engine) == (FERME, State.DRAFT, "memory")
    assert (six.msgstr, six.state) == ("C’est fermé le lundi.", State.EDITED)
    row = {one.article: one.as_dict()["from_memory"] for one in project.status()}
    assert row == {"one": 0, "two": 1, "six": 0}
    shutil.rmtree(tmp_path / ".transflow")
    again = project.run()
    assert not any(sheet.written for sheet in again.sheets)
    assert not any("approved for the same" in note for note in again.notes)


def test_one_approval_stands_for_the_same_sentence_elsewhere(tmp_path):
    project = three(tmp_path)
    path = project.layout.catalog("fr", "one")
    file = polib.pofile(str(path), wrapwidth=0)
    file.find(CLOSED).msgstr = FERME
    file.save()
    line = shared(project, "one").line
    done = project.approve([f"{path}:{line}"], "Ann", same=True)
    assert {(one.path.rpartition("/")[2], one.approved) for one in done} == {
        ("one.po", 1), ("two.po", 1), ("six.po", 1),
    }  # fmt: skip
    for name in ("one", "two", "six"):
        assert (shared(project, name).msgstr, shared(project, name).state) == (
            FERME,
            State.APPROVED,
        )
    number = read(project.layout.catalog("fr", "two"), locale="fr").entry("It has 8 rooms.")
    assert number.state is State.DRAFT


def test_what_an_editor_approved_stands_for_the_same_sentence_when_its_file_is_named(tmp_path):
    project = three(tmp_path)
    path = project.layout.catalog("fr", "one")
    say(path, CLOSED, FERME)
    project.run()
    done = project.approve([str(path)], "Ann", same=True)
    assert shared(project, "two").state is shared(project, "six").state is State.APPROVED
    assert {one.path.rpartition("/")[2]: one.approved for one in done}["two.po"] == 1


def test_other_words_of_people_are_not_approved_along(tmp_path):
    project = make(tmp_path, PEOPLE, one=HOME.format("One", 7), two=HOME.format("Two", 8))
    project.run()
    for name, words in (("one", FERME), ("two", "C’est fermé le lundi.")):
        file = polib.pofile(str(project.layout.catalog("fr", name)), wrapwidth=0)
        file.find(CLOSED).msgstr, file.find(CLOSED).flags = words, ["fuzzy"]
        file.save()
    line = shared(project, "one").line
    place = f"{project.layout.catalog('fr', 'one')}:{line}"
    assert [one.approved for one in project.approve([place], "Ann", same=True)] == [1]
    assert shared(project, "two").state is State.EDITED
