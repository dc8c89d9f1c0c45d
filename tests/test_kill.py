"""kill -9 at any moment: the next run completes, and no word is lost."""

import time

import pytest

from tests.conftest import ROOT
from tests.project import ARTICLE, SECOND, catalog, kill, make, start
from tests.test_pipeline import MEMBERS, approve_by_hand
from transflow import State
from transflow.catalogs import read

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("moment", [0.6, 1.2, 1.8, 2.6, 3.5])
def test_a_killed_run_is_completed_by_the_next(tmp_path, moment):
    project = make(tmp_path, rise=ARTICLE)
    project.translate()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    make(
        tmp_path,
        rise=ARTICLE + "\nOne more sentence is here.\n",
        visit=SECOND,
        more=(ROOT / "articles" / "visit.md").read_text(),
    )
    process = start(tmp_path, "run")
    time.sleep(moment)
    kill(process)
    for path in (tmp_path / "locales").rglob("*.po"):
        read(path, locale="fr")  # whole, or not there
    report = project.run()
    assert [f for f in report.findings if f.rule in {"catalog", "article", "engine"}] == []
    found = read(catalog(project), locale="fr")
    one = found.entry(MEMBERS)
    assert (one.msgstr, one.state) == ("Il compte 157 membres.", State.APPROVED)
    for article in ("rise", "visit", "more"):
        entries = read(catalog(project, article=article), locale="fr").entries
        assert all(e.msgstr for e in entries), article
    assert (tmp_path / "public" / "fr" / "rise" / "index.html").exists()
    leftovers = [p.name for p in tmp_path.rglob(".*.tmp")]
    assert not [name for name in leftovers if name.endswith(".po.tmp")], leftovers


def test_an_interrupted_run_goes_on_from_its_cached_drafts(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.translate()
    for path in (tmp_path / "locales").rglob("*.po"):
        path.unlink()
    report = project.translate()
    assert sum(sheet.drafted for sheet in report.sheets) > 0
    assert all(sheet.states == {State.DRAFT: sheet.segments} for sheet in report.sheets)
