"""Slips of translators and maintainers on the command line: each says what was meant and what to do."""

import os
import shutil

import polib
import pytest

from tests.project import SECOND, catalog, command, make, replace, write
from transflow.catalogs import run_driver
from transflow.errors import TransflowError

WORKFLOW = """\
locales:
  fr: {engine: none}
  zh-Hans: {engine: none}
"""
FOREIGN = """\
msgid ""
msgstr ""
"Language: LOCALE\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Save file"
msgstr "Enregistrer"
"""


@pytest.fixture
def project(tmp_path):
    """One article, exported for two locales."""
    project = make(tmp_path, WORKFLOW, visit=SECOND)
    project.export()
    return project


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (
            "visit",
            "there is no such file (name a catalog, such as locales/fr/LC_MESSAGES/visit.po)",
        ),
        ("fr", "there is no such file (name a catalog, such as locales/fr/LC_MESSAGES/*.po)"),
        ("articles/visit.md", "is not a catalog of this project"),
        ("locales/visit.pot", "is not a catalog of this project"),
        (
            "locales/fr/LC_MESSAGES/visit.po:999",
            "visit.po:999: no entry stands at this line (FILE:LINE, any line of it; the first is at line LINE)",
        ),
    ],
)
def test_a_target_that_is_none(project, target, told):
    first = (
        catalog(project, "fr", "visit").read_text().splitlines().index('msgid "A visit to Geneva"')
    )
    for act in (project.approve, project.reject):
        with pytest.raises(TransflowError) as caught:
            act([target], "Ann")
        assert told.replace("LINE)", f"{first + 1})") in str(caught.value)


def test_accepting_without_a_line(project):
    with pytest.raises(TransflowError, match="names no entry"):
        project.accept("locales/fr/LC_MESSAGES/visit.po", "numbers", "Ann")


@pytest.mark.parametrize(
    ("locale", "article", "told"),
    [
        ("de", "", "its header names de, which this project has not"),
        ("", "", "names no locale"),
        ("fr", "", "nothing in it tells which article it belongs to"),
        ("fr", "visite", "there is no catalog of 'visite' in fr (articles: visit)"),
    ],
)
def test_a_file_of_another_project_comes_back(project, locale, article, told):
    before = catalog(project, "fr", "visit").read_bytes()
    text = FOREIGN.replace(
        '"Language: LOCALE\\n"\n', f'"Language: {locale}\\n"\n' if locale else ""
    )
    file = write(project.root / "mail" / "foreign.po", text)
    with pytest.raises(TransflowError) as caught:
        project.take_back([file], article=article)
    assert told in str(caught.value)
    assert catalog(project, "fr", "visit").read_bytes() == before


def test_a_side_that_git_does_not_have(project, tmp_path):
    ours = catalog(project, "fr", "visit")
    theirs = tmp_path / "theirs.po"
    shutil.copy(ours, theirs)
    before = ours.read_bytes()
    with pytest.raises(TransflowError, match=r"base.po: cannot be read: No such file"):
        run_driver(tmp_path / "base.po", ours, theirs)
    assert ours.read_bytes() == before


def test_lines_are_those_of_the_file_as_it_was_when_the_command_began(project):
    """Approving an entry takes lines away; the next line named must not lead to its neighbour."""
    path = catalog(project, "fr", "visit")
    said = ["Visite à Genève", "La délégation a vu la bibliothèque.", "Beaucoup de questions."]
    file = polib.pofile(str(path), wrapwidth=0)
    for entry, words in zip(file, said, strict=True):
        entry.msgstr = words
    file.save(str(path))
    project.export()
    replace(
        project.root / "articles" / "visit.md", "visited the library", "visited the new library"
    )
    replace(project.root / "articles" / "visit.md", "many questions", "some questions")
    project.export()
    lines = path.read_text().splitlines()
    at = [
        number
        for number, line in enumerate(lines, 1)
        if line in {f'msgstr "{w}"' for w in said[1:]}
    ]
    assert len(at) == 2
    project.approve([f"{path}:{number}" for number in at], "Ann")
    assert "fuzzy" not in path.read_text()


@pytest.mark.parametrize("behind", ["", ":", ":5", ":5:"])
def test_a_place_as_editors_and_grep_name_it(project, behind):
    path = catalog(project, "fr", "visit")
    replace(
        path, 'msgid "A visit to Geneva"\nmsgstr ""', 'msgid "A visit to Geneva"\nmsgstr "Visite"'
    )
    line = path.read_text().splitlines().index('msgstr "Visite"') + 1
    ((_, sent_back),) = project.reject([f"{path}:{line}{behind}"], "Ann")
    assert sent_back == 1


def test_a_name_of_more_than_one_line_stands_on_one(project):
    path = catalog(project, "fr", "visit")
    replace(
        path, 'msgid "A visit to Geneva"\nmsgstr ""', 'msgid "A visit to Geneva"\nmsgstr "Visite"'
    )
    project.approve([str(path)], "Ann\n  <ann@example.org>")
    assert '"Last-Translator: Ann <ann@example.org>\\n"' in path.read_text()
    line = path.read_text().splitlines().index('msgstr "Visite"') + 1
    project.reject([f"{path}:{line}"], "Ann\nOther", "first\nsecond")
    assert " by Ann Other: first second" in path.read_text()
    assert {entry.msgstr for entry in polib.pofile(str(path))} == {"Visite", ""}


def test_the_work_list_says_once_that_an_entry_is_empty(project):
    assert {item.why for item in project.work_list("fr")} == {"not translated"}


def test_words_with_an_error_are_not_proposed_again_when_only_a_number_changed(tmp_path):
    """A fall that became a rise: the error would come back in the proposal, with the new number."""
    body = "The fee fell by 8%.\n\nThe rate fell by 8%.\n\nTen boats came in on 3 May.\n"
    project = make(tmp_path, WORKFLOW, visit=body)
    project.run()
    path = catalog(project, "fr", "visit")
    file = polib.pofile(str(path), wrapwidth=0)
    file.find("The fee fell by 8%.").msgstr = "La taxe a augmenté de 8 %."
    file.find("The rate fell by 8%.").msgstr = "Le taux n'en finit pas d'augmenter : 8 %."
    file.find("The rate fell by 8%.").tcomment = "transflow: accept trends"
    file.find("Ten boats came in on 3 May.").msgstr = "Dix bateaux sont entrés le 3 mai."
    file.save(str(path))
    project.run()
    replace(tmp_path / "articles" / "visit.md", "8%", "9%")
    replace(tmp_path / "articles" / "visit.md", "3 May", "4 May")
    project.run()
    comments = {entry.msgid: entry.comment for entry in polib.pofile(str(path))}
    assert "draft:" not in comments["The fee fell by 9%."]
    assert "draft: Le taux n'en finit pas d'augmenter : 9 %." in comments["The rate fell by 9%."]
    assert "draft: Dix bateaux sont entrés le 4 mai." in comments["Ten boats came in on 4 May."]


@pytest.mark.parametrize(
    "name", ["articles/visit.md", "locales/fr/LC_MESSAGES/visit.po", "glossary/terms.csv"]
)
def test_a_pipe_in_the_place_of_a_file_is_an_error_and_nothing_goes(project, name):
    kept = catalog(project, "zh-Hans", "visit").read_bytes()
    (project.root / name).unlink()
    os.mkfifo(project.root / name)
    done = command(project.root, "run", timeout=60)
    assert done.returncode in {1, 2}
    assert name in done.stdout + done.stderr
    assert "no regular file but a pipe" in done.stdout + done.stderr
    assert catalog(project, "zh-Hans", "visit").read_bytes() == kept


def test_a_zone_that_no_place_has_is_utc(project, monkeypatch):
    monkeypatch.setenv("TZ", "XYZ+99:99")
    done = command(project.root, "export")
    assert done.returncode == 0, done.stderr
    visit = catalog(project, "fr", "visit")
    replace(
        visit,
        'msgid "Visitors asked many questions."\nmsgstr ""',
        'msgid "Visitors asked many questions."\nmsgstr "Ils ont posé des questions."',
    )
    assert command(project.root, "approve", str(visit)).returncode == 0
    assert "+0000" in visit.read_text()


@pytest.mark.parametrize("spoilt", ["<html>\n", "<<<<<<< HEAD\n", 'msgid "cut'])
def test_a_damaged_template_is_written_anew(project, spoilt):
    path = project.root / "locales/visit.pot"
    whole = path.read_text()
    path.write_text(whole + spoilt)
    write(project.root / "articles/visit.md", f"{SECOND}\nOne more.\n")
    project.export()
    assert 'msgid "One more."' in path.read_text()
    assert spoilt not in path.read_text()


@pytest.mark.parametrize("name", ["fr", "zh-Hans", "zh_hans"])
def test_a_locale_in_the_place_of_a_memory_to_write(project, name):
    done = command(project.root, "memory", "export", name)
    assert done.returncode == 2
    assert f"transflow memory export memory.tmx --locale {name}" in done.stderr
    assert not (project.root / name).exists()


@pytest.mark.parametrize("name", ["locales", "locales/fr", "locales/fr/LC_MESSAGES"])
def test_catalogs_behind_a_link_out_of_the_project_are_refused(project, tmp_path_factory, name):
    away = tmp_path_factory.mktemp("away") / "x"
    shutil.move(project.root / name, away)
    (project.root / name).symlink_to(away)
    before = {path: path.read_bytes() for path in away.rglob("*.po")}
    done = command(project.root, "run")
    assert done.returncode == 2
    assert f"'{name}' leads out of" in done.stderr
    assert {path: path.read_bytes() for path in away.rglob("*.po")} == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[[merged]]", "no other sentence of its paragraph"),
        ("[[ Merged ]]", "did you mean [[merged]]?"),
    ],
)
def test_a_mark_of_a_merged_sentence_that_cannot_stand_is_told_once(project, words, told):
    path = catalog(project, "fr", "visit")
    title = 'msgid "A visit to Geneva"\nmsgstr "'
    replace(path, title, title + words)
    (error,) = [one for one in project.check().findings if one.severity == "error"]
    assert told in error.message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_catalog_in_utf16_without_a_mark_looks_like_that(project, encoding):
    path = catalog(project, "fr", "visit")
    path.write_bytes(path.read_text().encode(encoding))
    assert any("looks like UTF-16 (save it as UTF-8" in x.message for x in project.check().findings)
