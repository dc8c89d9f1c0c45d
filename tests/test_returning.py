"""Files that come back and are not what they are taken for: refused or told, with what to do."""

import os

import polib
import pytest
from typer.testing import CliRunner

from tests.project import make, write
from transflow import Project
from transflow.cli import app, commands
from transflow.errors import CatalogError

WORKFLOW = "locales: {zh-Hans: {engine: none}, fr: {engine: none}}\n"
SENTENCES = ("The tide is low.", "Ten boats came in.", "The bank is closed.", "Salt is sold here.")
FRENCH = ("La marée est basse.", "Dix bateaux sont entrés.", "La banque est fermée.", "Du sel.")
CHINESE = ("潮水很低。", "十条船进来了。", "银行关门了。", "这里卖盐。")
FOREIGN = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: fr\\n"

msgid "Open file"
msgstr "Ouvrir le fichier"

msgid "The tide is low."
msgstr "La marée est basse."

msgid "Quit"
msgstr "Quitter"
"""

if not app.registered_commands:
    commands.register(app)


@pytest.fixture
def project(tmp_path) -> Project:
    made = make(tmp_path, WORKFLOW, tide="# News\n\n" + " ".join(SENTENCES) + "\n")
    made.export()
    return made


def returned(project, locale, words, *, header=None):
    """A catalog that somebody elsewhere filled in."""
    file = polib.pofile(str(project.layout.catalog(locale, "tide")), wrapwidth=0)
    for sentence, text in zip(SENTENCES, words, strict=True):
        file.find(sentence).msgstr = text
    if header is not None:
        file.metadata["Language"] = header
    path = project.root / "back.po"
    file.save(str(path))
    return path


def texts(project, locale):
    file = polib.pofile(str(project.layout.catalog(locale, "tide")))
    return [entry.msgstr for entry in file if entry.msgid in SENTENCES]


def test_french_under_the_header_of_chinese_is_refused_with_what_to_do(project):
    back = returned(project, "zh-Hans", FRENCH)
    with pytest.raises(CatalogError) as refused:
        project.take_back([back])
    assert "taken for zh-Hans, but 4 of its 4 texts" in str(refused.value)
    assert "--locale zh-Hans if it is right" in str(refused.value)
    assert texts(project, "zh-Hans") == [""] * 4


def test_who_names_the_locale_is_believed_and_told(project):
    back = returned(project, "zh-Hans", FRENCH)
    doubts = [one.doubt for one in project.take_back([back], locale="zh-Hans")]
    assert "another language" in doubts[0]
    assert texts(project, "zh-Hans") == list(FRENCH)


def test_a_header_of_another_locale_of_the_project_contradicts_the_option(project):
    back = returned(project, "fr", FRENCH)
    with pytest.raises(CatalogError, match="its header names fr, --locale zh-Hans"):
        project.take_back([back], locale="zh-Hans")
    assert texts(project, "zh-Hans") == [""] * 4


@pytest.mark.parametrize(("locale", "words", "header"), [
    ("zh-Hans", CHINESE, None), ("fr", FRENCH, None), ("fr", FRENCH, "fr_FR"), ("fr", FRENCH, ""),
    ("zh-Hans", ("潮水很低。", "十条船进来了。", "WIPO Magazine", "这里卖盐。"), None),
])  # fmt: skip
def test_what_is_right_is_taken(project, locale, words, header):
    back = returned(project, locale, words, header=header)
    project.take_back([back], locale="" if header is None else locale)
    assert texts(project, locale) == list(words)


def test_another_projects_file_is_refused_and_leaves_no_obsolete_entries(project):
    before = project.layout.catalog("fr", "tide").read_bytes()
    foreign = write(project.root / "foreign.po", FOREIGN)
    with pytest.raises(CatalogError) as refused:
        project.take_back([foreign], article="tide")
    assert "1 of its 3 sentences is there" in str(refused.value)
    assert "memory.tmx" in str(refused.value)
    assert project.layout.catalog("fr", "tide").read_bytes() == before


def test_an_export_whose_provenance_a_tool_dropped_is_taken(project):
    back = returned(project, "fr", FRENCH)
    lines = back.read_text().splitlines(keepends=True)
    back.write_text("".join(line for line in lines if not line.startswith("#")))
    project.take_back([back], article="tide")
    assert texts(project, "fr") == list(FRENCH)


def test_words_for_an_article_that_is_gone_are_named_and_not_passed_over(project, monkeypatch):
    """Its catalog went with it, since nobody had worked there; another has one of its sentences."""
    back = returned(project, "fr", FRENCH)
    write(project.root / "articles" / "bank.md", f"# News\n\n{SENTENCES[2]}\n")
    (project.root / "articles" / "tide.md").unlink()
    Project.open(project.root).run()
    assert not project.layout.catalog("fr", "tide").exists()
    monkeypatch.chdir(project.root)
    done = CliRunner().invoke(app, ["import", str(back)])
    assert done.exit_code == 1
    assert "3 translations belong to no article here and are not taken" in done.output
    assert repr(SENTENCES[0]) in done.output
    assert "1 taken" in done.output
    file = polib.pofile(str(project.layout.catalog("fr", "bank")))
    assert file.find(SENTENCES[2]).msgstr == FRENCH[2]


@pytest.mark.parametrize("header", ["fr_FR", "fr-CA", "FR"])
def test_a_region_that_the_project_does_not_tell_apart_is_no_other_language(project, header):
    """Programs write fr_FR where one asks for French; memories and catalogs are taken alike."""
    (done,) = project.take_back([returned(project, "fr", FRENCH, header=header)])
    assert done.taken == len(FRENCH)
    assert texts(project, "fr") == list(FRENCH)


@pytest.mark.parametrize(("version", "name"), [("2.1", "trgLang"), ("1.2", "target-language")])
def test_the_language_of_an_xliff_file(project, version, name):
    back = project.root / "fr.xlf"
    project.bundle("fr", back, xliff=version)
    sent = back.read_text()
    words = f">{SENTENCES[0]}</source><target>{FRENCH[0]}</target>"
    sent = sent.replace(f">{SENTENCES[0]}</source>", words)
    back.write_text(sent.replace(f'{name}="fr"', f'{name}="fr-FR"'))
    (done,) = project.take_back([back])
    assert (done.catalog, done.taken) == ("locales/fr/LC_MESSAGES/tide.po", 1)
    back.write_text(sent.replace(f' {name}="fr"', ""))
    with pytest.raises(CatalogError, match=f"names no target language .*{name}"):
        project.take_back([back])


def test_an_xliff_whose_article_was_renamed_or_deleted_brings_what_it_can(tmp_path):
    old = {
        "tide": "# News\n\n" + SENTENCES[0] + "\n",
        "boats": SENTENCES[1] + "\n",
        "salt": "Gone.\n",
    }
    project = make(tmp_path, "locales: {fr: {engine: none}}\n", **old)
    project.export()
    back = tmp_path / "fr.xlf"
    project.bundle("fr", back, xliff="1.2")
    text = back.read_text()
    for english, french in (*zip(SENTENCES[:2], FRENCH[:2], strict=True), ("Gone.", "Parti.")):
        source = f">{english}</source>"
        assert text.count(source) == 1
        text = text.replace(source, f'{source}<target state="translated">{french}</target>')
    back.write_text(text)
    (tmp_path / "articles/boats.md").rename(tmp_path / "articles/ferries.md")
    (tmp_path / "articles/salt.md").unlink()
    project.run()
    done = project.take_back([back])
    assert {one.catalog for one in done if one.taken} == {
        "locales/fr/LC_MESSAGES/tide.po", "locales/fr/LC_MESSAGES/ferries.po",
    }  # fmt: skip
    assert [one.homeless for one in done if one.homeless] == [("Gone.",)]


def bundled(tmp_path):
    """A project of two articles with a person's words for both in a returned bundle."""
    project = make(tmp_path, WORKFLOW, tide="The tide is low.\n", bank="The bank is closed.\n")
    project.export()
    back = tmp_path / "back.po"
    project.bundle("fr", back)
    file = polib.pofile(str(back), wrapwidth=0)
    file.find("The tide is low.").msgstr = "La marée est basse."
    file.find("The bank is closed.").msgstr = "La banque est fermée."
    file.save(str(back))
    return project, back


def said(project, back):
    done = CliRunner().invoke(app, ["import", str(back), "-C", str(project.root)])
    return done.exit_code, done.output


@pytest.mark.parametrize("damage", ["conflict", "pipe"])
def test_a_damaged_catalog_is_named_and_the_others_take_theirs(tmp_path, damage):
    project, back = bundled(tmp_path)
    bank, tide = (project.layout.catalog("fr", name) for name in ("bank", "tide"))
    whole = bank.read_bytes()
    if damage == "pipe":
        bank.unlink()
        os.mkfifo(bank)
    else:
        bank.write_bytes(whole + b"<<<<<<< HEAD\n")
    code, output = said(project, back)
    assert code == 1
    assert "bank.po" in output
    assert "1 translation waits for it" in output
    assert polib.pofile(str(tide)).find("The tide is low.").msgstr == "La marée est basse."
    bank.unlink()
    bank.write_bytes(whole)
    assert said(project, back)[0] == 0
    assert polib.pofile(str(bank)).find("The bank is closed.").msgstr == "La banque est fermée."


def test_entries_that_came_back_empty_keep_their_words_and_are_counted(project):
    back = returned(project, "fr", FRENCH)
    project.take_back([back])
    project.export()  # notes what a person wrote
    again = returned(project, "fr", ("", "", *FRENCH[2:]))
    code, output = said(project, again)
    assert code == 0
    assert "2 entries that came back empty keep their words" in output
    assert texts(project, "fr") == list(FRENCH)
