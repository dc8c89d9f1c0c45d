"""What a run says about the engines that workflow.yaml names, also when there is nothing to draft."""

import re

from tests.conftest import ROOT
from tests.project import WORKFLOW, catalog, make, replace
from transflow import Project


def problems(report):
    return [finding.message for finding in report.findings if finding.rule == "engine"]


def test_an_unknown_engine_is_told_when_nothing_is_to_be_drafted(tmp_path):
    make(tmp_path).run()
    (tmp_path / "workflow.yaml").write_text(WORKFLOW + "engine: {name: deepl}\n")
    report = Project.open(tmp_path).run()
    assert any("no engine 'deepl'" in message for message in problems(report))
    assert report.exit_code == 1


def test_pins_that_do_not_hold_are_told_once(tmp_path):
    pins = 'engine: {pins: {"en->fr": argos/en_fr@9.9, "en->xx": argos/en_xx@1}}\n'
    report = make(tmp_path, WORKFLOW + pins).run()
    told = [note for note in report.notes if "engine.pins" in note]
    assert len(told) == 2
    assert any("en->xx" in note and "no pair of this project" in note for note in told)
    assert any("argos/en_fr@9.9" in note and "is not here" in note for note in told)


def test_why_a_package_cannot_be_used_is_told(tmp_path):
    whole = next((ROOT / "models").glob("translate-en_fr-*")).read_bytes()
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "translate-en_fr-0_1.argosmodel").write_bytes(whole[: len(whole) // 2])
    report = make(tmp_path).run()
    (message,) = problems(report)
    assert "translate-en_fr-0_1.argosmodel" in message
    assert "not a sound .argosmodel archive" in message


def test_drafts_of_another_engine_than_the_pinned_are_not_drawn_in_every_run(tmp_path):
    """As its note says, it fills what is empty; once the pinned one is here, it draws them anew."""
    pins = 'engine: {pins: {"en->fr": argos/en_fr@9.9}}\n'
    project = make(tmp_path, WORKFLOW + pins)
    (sheet,) = project.run().sheets
    assert sheet.drafted == sheet.segments
    drafted = catalog(project).read_bytes()
    assert [sheet.drafted for sheet in project.run().sheets] == [0]
    assert catalog(project).read_bytes() == drafted
    (engine,) = set(re.findall(rb"engine=argos/(en_fr@\S+)", drafted))
    replace(catalog(project), engine.decode(), "en_fr@0.0.1")
    assert [sheet.drafted for sheet in project.run().sheets] == [0]
    replace(tmp_path / "workflow.yaml", "en_fr@9.9", engine.decode())
    assert [s.drafted for s in Project.open(tmp_path).run().sheets] == [sheet.segments]
