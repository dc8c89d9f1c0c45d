"""`--json`: every command that a pipeline may call answers in one document on standard output."""

import json
import shutil

import polib
import pytest
import typer
from typer.main import get_command
from typer.testing import CliRunner

from tests.project import ARTICLE, WORKFLOW, catalog, make, replace, reviewed, write
from tests.test_pipeline import MEMBERS
from transflow.cli.commands import register

PEOPLE = WORKFLOW.replace("fr:", "fr: {engine: none}")
APP = typer.Typer()
register(APP)
NO_ANSWER = {
    "init",  # for a person, once
    "schema",  # is JSON
    "serve",  # does not end
    "merge-driver",  # git reads the file it writes
    "models install",
    "models remove",
    "models pin",
}
"""Commands that have nothing to tell a program, or are no part of a pipeline's day."""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def answer(*words, code=0):
    done = CliRunner().invoke(APP, [*words, "--json"])
    assert done.exit_code == code, done.output
    return json.loads(done.stdout)


def leaves(group, name=""):
    for word, one in group.commands.items():
        path = f"{name} {word}".strip()
        if hasattr(one, "commands"):
            yield from leaves(one, path)
        else:
            yield path, one


def test_every_command_that_answers_answers_programs_too():
    silent = {
        path
        for path, one in leaves(get_command(APP))
        if not any("--json" in param.opts for param in one.params)
    }
    assert silent == NO_ANSWER


def test_reviewers_decisions(tmp_path):
    project = reviewed(tmp_path)
    path = catalog(project, "fr", "visit")
    name = path.relative_to(tmp_path).as_posix()
    (gone,) = answer("reject", name, "--note", "once more")
    assert gone == {"path": name, "sent_back": 3}
    (left,) = answer("approve", name)
    assert left == {"path": name, "approved": 0, "left": 3, "doubtful": 0, "warned": 0}
    line = project.work_list("fr")[0].line
    (one,) = answer("approve", f"{name}:{line}")
    assert (one["approved"], one["left"]) == (1, 0)
    replace(path, "Visite à Genève", "Visite à Genève en 2031")
    line = next(item.line for item in project.work_list("fr") if "Geneva" in item.msgid)
    assert answer("accept", f"{name}:{line}", "numbers") == {
        "target": f"{name}:{line}",
        "rule": "numbers",
    }


def test_who_approves_is_told_of_errors_and_of_warnings(tmp_path):
    make(tmp_path, PEOPLE).translate()
    path = tmp_path / "locales/fr/LC_MESSAGES/rise.po"
    po = polib.pofile(str(path), wrapwidth=0)
    po.find(MEMBERS).msgstr = "Il compte 175 membres."
    po.find("More firms file abroad.").msgstr = "Plus d'entreprises (déposent à l'étranger."
    po.save()
    done = CliRunner().invoke(APP, ["approve", str(path)])
    assert done.stdout.count("\n") == 1, done.stdout
    assert "1 of them has errors, 1 of them has warnings: transflow check" in done.stdout


def test_work_goes_out_and_comes_back(tmp_path):
    make(tmp_path, PEOPLE).translate()
    assert answer("bundle", "fr", "--to", "out.po") == {"path": "out.po", "entries": 6}
    po = polib.pofile(str(tmp_path / "out.po"), wrapwidth=0)
    po.find(MEMBERS).msgstr = "Il compte 157 membres."
    po.append(polib.POEntry(msgid="Of nobody here.", msgstr="De personne ici."))
    po.save()
    taken = answer("import", "out.po")
    assert [(one["taken"], one["conflicts"]) for one in taken] == [(1, 0)]
    assert answer("exchange", "export", "fr", "fr.xlf") == {
        "path": "fr.xlf",
        "articles": 1,
    }
    (again,) = answer("exchange", "import", "fr.xlf")
    assert (again["catalog"], again["taken"]) == ("locales/fr/LC_MESSAGES/rise.po", 0)


def test_words_without_a_home_end_with_1_and_are_named(tmp_path):
    visit = ARTICLE.replace("157 members", "12 rooms")
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=visit)
    project.translate()
    answer("bundle", "fr", "--to", "out.po")
    po = polib.pofile(str(tmp_path / "out.po"), wrapwidth=0)
    po.find("It has 12 rooms.").msgstr = "Il compte 12 pièces."
    po.save()
    (tmp_path / "articles" / "visit.md").unlink()
    project.run()
    told = answer("import", "out.po", code=1)
    assert ["It has 12 rooms."] in [one["homeless"] for one in told]


@pytest.mark.parametrize("name", ["memory.tmx", "again.tmx"])
def test_memories(tmp_path, name):
    reviewed(tmp_path)
    assert answer("memory", "export", "out.tmx") == {
        "path": "out.tmx",
        "units": 3,
        "left_out": 0,
    }
    shutil.move(tmp_path / "out.tmx", tmp_path / name)
    assert answer("memory", "import", name) == [{"language": "fr", "units": 3, "locale": "fr"}]


def test_glossaries(tmp_path):
    make(tmp_path, PEOPLE)
    added = answer("glossary", "add", "branch", "-l", "fr=antenne")
    assert added["id"] == "branch"
    told = answer("glossary", "export", "out.csv", "--format", "deepl", "-l", "fr")
    assert told["concepts"] == 2
    told = answer("glossary", "export", "out.tbx")
    assert told == {"path": "out.tbx", "concepts": 2, "not_held": []}
    told = answer("glossary", "import", "out.tbx", "--to", "back.csv")
    assert told == {"path": "back.csv", "concepts": 2}


def test_saved_pages_and_cuts(tmp_path):
    make(tmp_path, PEOPLE)
    write(tmp_path / "saved.txt", "Port opens\n\nThe port opens on Monday. It is large.\n")
    told = answer("ingest", "saved.txt", "--id", "port")
    assert told["path"] == "articles/port.md"
    assert answer("resegment") == {"units": [], "findings": []}


def test_a_run_over_some_locales_says_that_it_writes_no_page(tmp_path):
    make(tmp_path, PEOPLE)
    told = answer("run", "--locale", "fr")
    assert "no page was written: that needs a run over all locales and articles" in told["notes"]
    assert not any("no page was written" in note for note in answer("run")["notes"])
