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
    assert [
        note for note in project.translate().notes if "fr: the glossary (1 concept) has no" in note
    ]


def test_suggest_says_that_there_is_nothing_to_suggest(tmp_path):
    make(tmp_path)
    found = command(tmp_path, "glossary", "suggest", "--least", "50")
    assert (found.returncode, found.stdout) == (0, "")
    assert "no phrase that the articles have 50 times is without an entry" in found.stderr


def test_findings_of_the_glossary_stand_at_files_of_the_project(tmp_path):
    make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", "id,en,fr\na,fee,\nb,on,dessus\nc,cost,dessus\n")
    plain = command(tmp_path, "glossary", "lint").stdout
    assert "glossary/terms.csv:2" in plain
    assert str(tmp_path) not in plain
    assert (
        "file=glossary/terms.csv,"
        in command(tmp_path, "glossary", "lint", "--format", "github").stdout
    )
    sarif = command(tmp_path, "glossary", "lint", "--format", "sarif").stdout
    assert '"uri": "glossary/terms.csv"' in sarif
    assert str(tmp_path) not in sarif


def test_what_no_text_could_be_found_by_is_not_added(tmp_path):
    make(tmp_path)
    path = tmp_path / "glossary" / "terms.csv"
    write(path, ROWS)
    for term in ("", "...", "fee | "):
        found = command(tmp_path, "glossary", "add", term, "--locale", "fr=taxe")
        assert found.returncode == 2
        assert "without a letter or digit" in found.stderr
    missing = command(tmp_path, "glossary", "add", "fee", "-l", "de=Gebühr")
    assert "add de to this line" in missing.stderr.replace("\n", " ")
    assert path.read_text("utf-8") == ROWS


def test_a_glossary_pattern_whose_folder_is_not_there_stops_the_command(tmp_path):
    project = make(tmp_path)
    replace(project.root / "workflow.yaml", "glossary/", "glosary/")
    for name in (["run"], ["glossary", "lint"], ["check"]):
        found = command(tmp_path, *name)
        assert found.returncode == 2
        assert "there is no folder 'glosary'" in found.stderr
        assert "did you mean 'glossary'?" in found.stderr


def test_imports_and_exports_say_what_they_cannot_read_or_write(tmp_path):
    make(tmp_path)
    asked = {
        ("import", "README", "--to", "new.csv"): "there is no such file",
        ("import", "back.xlf", "--to", "new.csv"): "holds sentences, no terms",
        ("export", "x.foo"): "its name tells no format",
        ("export", "x.csv", "--format", "excel"): "'excel' is not a format",
    }
    write(tmp_path / "back.xlf", "<xliff/>")
    for words, said in asked.items():
        found = command(tmp_path, "glossary", *words)
        assert found.returncode == 2
        assert said in found.stderr
    assert not (tmp_path / "x.foo").exists()
    copy = command(tmp_path, "glossary", "export", "copy.tbx")
    assert copy.returncode == 0, copy.stderr
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY.replace("coopération en", "coop en"))
    again = command(tmp_path, "glossary", "import", "copy.tbx", "--to", "glossary/again.csv")
    assert again.returncode == 2
    assert "nothing was written" in again.stderr.replace("\n", " ")
    assert not (tmp_path / "glossary" / "again.csv").exists()
    assert command(tmp_path, "glossary", "export", "x.csv").returncode == 0
    assert (tmp_path / "x.csv").read_text("utf-8").startswith("id,")


def test_a_list_of_terms_that_no_pattern_names_is_told(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "fr: {engine: none}"))
    (tmp_path / "glossary" / "agency.tbx").write_text("<tbx/>")
    notes = project.run().notes
    assert (
        "glossary/agency.tbx is in no pattern of glossary.files: its terms are not enforced"
        in notes
    )
    assert not [note for note in notes if "terms.csv" in note]
