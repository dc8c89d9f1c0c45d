"""`glossary report` and `glossary lint`: what their readers, people and programs, are told."""

import json

from tests.project import GLOSSARY, WORKFLOW, command, make, replace, write

ROWS = "id,en,fr,status\nmember,member,adhérent | adhérents,\nbranch,branch,succursale | succursales,proposed\n"


def report(folder):
    found = command(folder, "glossary", "report", "--json")
    assert found.returncode == 0, found.stderr
    return {one["concept"]: one for one in json.loads(found.stdout)}


def test_ways_are_told_after_the_run_and_people_apart(tmp_path):
    project = make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", ROWS)
    during = [
        one for one in project.translate().as_dict()["concepts"] if one["concept"] == "member"
    ]
    after = report(tmp_path)["member"]
    assert [after] == during
    assert sum(after[way] for way in ("free", "constrained", "placeholder", "splice")) == 1
    shown = command(tmp_path, "glossary", "report").stdout
    assert "member" in shown
    assert "unknown" not in shown
    replace(project.layout.catalog("fr", "rise"), "adhérents", "membres")
    again = report(tmp_path)["member"]
    assert (again["overridden"], again["held"]) == (1, 0)


def test_drafts_of_another_machine_are_counted_as_unknown(tmp_path):
    project = make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", ROWS)
    project.translate()
    project.layout.memory.unlink()
    found = report(tmp_path)["member"]
    assert (found["unknown"], found["held"]) == (1, 1)
    assert not project.layout.memory.exists()


def test_a_proposed_concept_is_shown_to_translators_and_not_enforced(tmp_path):
    project = make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", ROWS)
    project.translate()
    text = project.layout.catalog("fr", "rise").read_text("utf-8")
    assert "#. proposed term: branch → succursale | succursales" in text
    assert not [one for one in project.check().findings if "succursale" in one.message]


def test_lint_and_check_print_json_by_either_option(tmp_path):
    make(tmp_path)
    for name in (["glossary", "lint"], ["check"]):
        short, long = (
            command(tmp_path, *name, "--json"),
            command(tmp_path, *name, "--format", "json"),
        )
        assert json.loads(short.stdout) == json.loads(long.stdout)
        assert short.returncode == long.returncode


def test_a_run_says_which_locales_the_glossary_does_not_serve(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "{fr: , pt-BR: {engine: none}}"))
    notes = project.translate().notes
    assert [note for note in notes if "pt-BR: the glossary (1 concept) has no" in note]
    assert not [note for note in notes if "fr: none" in note]
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY.replace("id,en,", "id,de,"))
    assert [note for note in project.translate().notes if "fr: the glossary (1 concept) has no" in note]


def test_suggest_says_that_there_is_nothing_to_suggest(tmp_path):
    make(tmp_path)
    found = command(tmp_path, "glossary", "suggest", "--least", "50")
    assert (found.returncode, found.stdout) == (0, "")
    assert "no phrase that the articles have 50 times is without an entry" in found.stderr
