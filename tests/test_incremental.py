"""A run that takes over what an earlier one found out gives what a run without it would.

Every test does to a project what people do between two runs, twice: once with the ledger of the
first run, once with `.transflow/` deleted. Files and reports must be the same.
"""

import contextlib
import json
import os
import shutil
import sqlite3
from dataclasses import replace as with_
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polib
import pytest

from tests.project import ARTICLE, GLOSSARY, SECOND, catalog, make, replace, tree, write
from transflow import Project, State, pipeline
from transflow.memory import Memory
from transflow.pipeline import reading
from transflow.pipeline import records as taking
from transflow.pipeline.job import Job
from transflow.pipeline.shelf import Unread
from transflow.publishing import PageChange, PageResult

WORKFLOW = """\
locales:
  fr: {engine: none}
  de: {engine: none}
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/"}
gate: {require: draft, share: 0.0}
"""
THIRD = """\
---
title: A third report
---

The delegation visited the library. It has 157 members.
"""
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def project(tmp_path) -> Project:
    """Three articles translated by people, run until nothing moves."""
    project = make(tmp_path / "p", WORKFLOW, rise=ARTICLE, visit=SECOND, third=THIRD)
    run(project)
    for article in ("rise", "visit", "third"):
        translate(catalog(project, "fr", article))
    run(project)
    run(project)
    return project


def translate(path: Path, **other: str) -> None:
    """What Poedit does: words, and no flag."""
    po = polib.pofile(str(path), wrapwidth=0)
    for entry in po:
        entry.msgstr = other.get(entry.msgid, f"« {entry.msgid} »")
    po.save(str(path))


def run(project: Project, stages=None, now=NOW, **job):
    """A run at a fixed moment, so that dates are no difference."""
    project = Project.open(project.root)
    asked = with_(Job(project.layout, tuple(project.workflow.locales)), now=now, **job)
    return pipeline.run(asked, pipeline.RUN if stages is None else stages)


def told(report) -> dict:
    """A report as data, without the time it took."""
    data = json.loads(json.dumps(report.as_dict(), default=str))
    del data["seconds"]
    return data


def files(project: Project) -> dict[str, bytes]:
    return {
        name: data
        for name, data in tree(project.root).items()
        if not name.startswith((".transflow/", "models/"))
    }


def same(project: Project, tmp_path: Path, change=lambda project: None, **job) -> tuple:
    """Do something to two copies of the project, run one with its ledger, the other without.

    Returns:
        The run with the ledger, and its report.
    """
    without = tmp_path / "without"
    shutil.copytree(project.root, without, symlinks=True)
    other = Project.open(without)
    shutil.rmtree(without / ".transflow")
    change(project)
    change(other)
    work, report = run(project, **job)
    _, plain = run(other, **job)
    ours = json.dumps(told(report)).replace(str(project.root), "ROOT")
    theirs = json.dumps(told(plain)).replace(str(without), "ROOT")
    assert json.loads(ours) == json.loads(theirs)
    assert files(project) == files(other)
    ours = [row.as_dict() for row in Project.open(project.root).status()]
    shutil.rmtree(without / ".transflow")
    assert ours == [row.as_dict() for row in Project.open(without).status()]
    return work, report


def parsed(work) -> set[str]:
    """The articles that a run had to parse."""
    return {
        one.id
        for one in work.articles.unread()
        if not (isinstance(one, Unread) and callable(vars(one)["read"]))
    }


def taken(work) -> set[tuple[str, str]]:
    """The sheets that a run took over whole."""
    return {
        key
        for key, sheet in work.sheets.items()
        if sheet.facts and sheet.merged and sheet.checked and sheet.catalog is None
    }


def test_nothing_changed_nothing_is_parsed(project, tmp_path):
    work, report = same(project, tmp_path)
    assert parsed(work) == set()
    assert taken(work) == set(work.sheets)
    assert not any(sheet.written for sheet in report.sheets)
    assert any(sheet.published for sheet in report.sheets)
    assert report.findings, "findings are told again"


def test_the_second_run_already_takes_over(tmp_path):
    project = make(tmp_path, WORKFLOW, rise=ARTICLE)
    run(project)
    work, _ = run(project)
    assert parsed(work) == set()


def test_drafts_by_an_engine_are_taken_over_too(tmp_path):
    project = make(tmp_path / "p", WORKFLOW.replace("fr: {engine: none}", "fr:"), visit=SECOND)
    run(project)
    work, report = same(project, tmp_path)
    assert parsed(work) == set()
    assert report.sheets[0].states == {State.DRAFT: report.sheets[0].segments}


def test_a_translation_edited_by_hand(project, tmp_path):
    def edit(project):
        replace(catalog(project, "fr", "visit"), "« Visitors asked", "« Des visiteurs asked")

    work, _ = same(project, tmp_path, edit)
    assert ("rise", "fr") not in {key for key, sheet in work.sheets.items() if sheet.written}
    page = (project.root / "public/fr/visit/index.html").read_text("utf-8")
    assert "Des visiteurs asked" in page


def test_an_edit_shows_in_findings_about_other_catalogs(project, tmp_path):
    """The delegation's sentence stands in two articles: the one not touched gets the finding."""

    def edit(project):
        for article in ("visit", "third"):
            path = catalog(project, "fr", article)
            replace(path, "« The delegation visited", f"« {article} delegation visited")

    _, report = same(project, tmp_path, edit)
    assert "inconsistent" in {finding.rule for finding in report.findings}

    def back(project):
        replace(catalog(project, "fr", "third"), "« third delegation", "« visit delegation")

    shutil.rmtree(tmp_path / "without")
    _, report = same(project, tmp_path, back)
    assert "inconsistent" not in {finding.rule for finding in report.findings}


def test_an_article_edited(project, tmp_path):
    def edit(project):
        replace(project.root / "articles/visit.md", "many questions", "few questions")

    work, report = same(project, tmp_path, edit)
    assert {s.article for s in report.sheets if s.written} == {"visit"}
    assert ("third", "fr") not in {key for key, sheet in work.sheets.items() if sheet.work}


def test_an_edit_that_keeps_time_and_size(project, tmp_path):
    """Hashes, not dates: neither git nor an editor owes us a new modification time."""

    def edit(project):
        path = project.root / "articles/visit.md"
        before = path.stat()
        replace(path, "many questions", "nine questions")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        path = catalog(project, "fr", "third")
        before = path.stat()
        replace(path, "« It has", "« It had")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    _, report = same(project, tmp_path, edit)
    assert {s.article for s in report.sheets if s.written} >= {"visit"}


def test_the_glossary_edited(project, tmp_path):
    def edit(project):
        text = GLOSSARY + "lib,library,,bibliothèque,,,,noun,,approved,\n"
        write(project.root / "glossary/terms.csv", text)

    _, report = same(project, tmp_path, edit)
    assert {s.article for s in report.sheets if s.written and s.locale == "fr"} == {
        "visit",
        "third",
    }
    assert any("library" in finding.message for finding in report.findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: News", "title: Reports"),
        ("require: draft, share: 0.0", "require: approved, share: 1.0"),
        ("gate:", "checks: {length: off, numbers: info}\ngate:"),
        ("gate:", "review: two-step\ngate:"),
        ("  de: {engine: none}\n", "  de: {engine: none}\n  es: {engine: none}\n"),
        ("  de: {engine: none}\n", ""),
        ("gate:", "source: {segmentation: paragraph}\ngate:"),
    ],
)
def test_the_workflow_edited(project, tmp_path, old, new):
    same(project, tmp_path, lambda one: replace(one.root / "workflow.yaml", old, new))


def test_a_finding_accepted_and_an_approval_recorded(project, tmp_path):
    report = Project.open(project.root).check()
    finding = next(f for f in report.findings if f.line)

    Project.open(project.root).accept(f"{finding.path}:{finding.line}", finding.rule, "A. Reader")
    _, after = same(project, tmp_path)
    assert len(after.findings) < len(report.findings)


def test_two_step_review(project, tmp_path):
    replace(project.root / "workflow.yaml", "gate:", "review: two-step\ngate:")
    run(project)
    Project.open(project.root).approve(["locales/fr/LC_MESSAGES/visit.po"], "A. Reader")
    _, report = same(project, tmp_path)
    states = {(s.article, s.locale): s.states for s in report.sheets}
    assert set(states["visit", "fr"]) == {State.APPROVED}
    assert State.APPROVED not in states["third", "fr"]


def test_a_catalog_deleted(project, tmp_path):
    def delete(project):
        catalog(project, "fr", "visit").unlink()

    _, report = same(project, tmp_path, delete)
    assert {(s.article, s.locale) for s in report.sheets if s.written} == {("visit", "fr")}
    assert catalog(project, "fr", "visit").exists()


def test_a_catalog_that_is_no_catalog_any_more(project, tmp_path):
    def spoil(project):
        path = catalog(project, "fr", "visit")
        path.write_bytes(path.read_bytes() + b'\nmsgid "cut off\n')

    _, report = same(project, tmp_path, spoil)
    assert [f.rule for f in report.findings if f.path.endswith("fr/LC_MESSAGES/visit.po")] == [
        "catalog"
    ]
    _, again = run(project)
    assert told(again) == told(report)


def test_a_template_deleted(project, tmp_path):
    same(project, tmp_path, lambda one: (one.root / "locales/visit.pot").unlink())
    assert (project.root / "locales/visit.pot").exists()


def test_an_article_removed_renamed_added(project, tmp_path):
    def change(project):
        (project.root / "articles/visit.md").unlink()
        (project.root / "articles/rise.md").rename(project.root / "articles/growth.md")
        write(project.root / "articles/new.md", "# New\n\nThe delegation visited the library.\n")

    _, report = same(project, tmp_path, change)
    assert list(report.ids) == ["growth", "new", "third"]
    # Half of the new article is the old one's: it counts as renamed, and the old address leads on.
    assert "../new/" in (project.root / "public/fr/visit/index.html").read_text()
    work, _ = run(project)
    work, _ = run(project)
    assert parsed(work) == set()


def test_two_articles_of_one_id(project, tmp_path):
    def change(project):
        replace(project.root / "articles/visit.md", "---\n", "---\nid: rise\n")

    same(
        project, tmp_path, lambda one: write(one.root / "articles/x.md", "---\nid: rise\n---\nA.\n")
    )


@pytest.mark.parametrize("path", ["public", "public/fr/visit/index.html", "published.json"])
def test_pages_deleted(project, tmp_path, path):
    def delete(project):
        gone = project.root / path
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()

    before = files(project)
    same(project, tmp_path, delete)
    assert files(project) == before


def test_a_page_edited_and_a_file_added_by_hand(project, tmp_path):
    def change(project):
        replace(project.root / "public/fr/visit/index.html", "</html>", "<!-- by hand --></html>")
        write(project.root / "public/stray.txt", "stray")

    before = files(project)
    same(project, tmp_path, change)
    assert files(project) == before | {"public/stray.txt": b"stray"}  # a host's file, it may be


def test_templates_pictures_and_words_of_the_site(project, tmp_path):
    def change(project):
        own = '{% extends "delivered/missing.html" %}'
        write(project.root / "site/templates/missing.html", own + "{# ours #}")
        write(project.root / "site/static/own.css", "a{}")
        words = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        words += 'msgid "Skip to the content"\nmsgstr "Au texte"\n'
        write(project.root / "locales/fr/LC_MESSAGES/site.po", words)
        write(project.root / "articles/picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    same(project, tmp_path, change)
    assert (project.root / "public/static/own.css").exists()


@pytest.mark.parametrize("on_change", ["keep", "mixed", "withdraw"])
def test_a_page_whose_article_moved_on_is_told_of_alike_by_the_next_run(tmp_path, on_change):
    """The run after an edit notes what the next one finds, whatever became of the page."""
    gate = f"gate: {{require: approved, share: 1.0, on_change: {on_change}}}\n"
    workflow = WORKFLOW.replace("gate: {require: draft, share: 0.0}\n", gate)
    project = make(tmp_path / "p", workflow, rise=ARTICLE, third=THIRD)
    run(project)
    translate(catalog(project, "fr", "rise"))
    translate(catalog(project, "fr", "third"))
    run(project)
    run(project)
    replace(project.root / "articles" / "third.md", "157 members", "158 members")
    changed, _ = run(project)
    row = noted(project)
    work, _ = same(project, tmp_path)
    first, page = page_of(changed, "third"), page_of(work, "third")
    assert page.published is (on_change != "withdraw")
    assert page.reasons
    if page.published:
        assert noted(project) == row, "taken over: nothing was published anew"
        assert page == with_(first, change=PageChange.UNCHANGED)
    translate(catalog(project, "fr", "third"), **{"It has 158 members.": "Il en compte 158."})
    replace(catalog(project, "fr", "third"), "#, fuzzy\n", "")
    after, _ = same(project, tmp_path / "again")
    assert page_of(after, "third").published
    assert not page_of(after, "third").reasons


def page_of(work, article: str) -> PageResult:
    """What was published of an article in French."""
    pages = work.publishing.pages
    (page,) = [one for one in pages if (one.article, one.locale) == (article, "fr")]
    return page


def test_the_run_after_an_edit_asks_the_memory_and_the_next_one_need_not(project, monkeypatch):
    """A large memory takes seconds to open; what it had no words for yesterday it has none for now."""
    asked = []
    fuzzy = Memory.fuzzy

    def told(self, text, *args, **options):
        asked.append(text)
        return fuzzy(self, text, *args, **options)

    monkeypatch.setattr(Memory, "fuzzy", told)
    replace(project.root / "articles" / "third.md", "157 members", "158 members, not more")
    run(project)
    assert "It has 158 members, not more." in asked
    asked.clear()
    run(project)
    assert not asked
    text = "It has 158 members, no more."
    translate(catalog(project, "fr", "visit"))
    replace(
        project.root / "articles" / "third.md",
        "158 members, not more.",
        text.removeprefix("It has "),
    )
    run(project)
    assert text in asked


def noted(project: Project) -> tuple[str, str]:
    """What the last publish noted, and by which key."""
    with contextlib.closing(sqlite3.connect(project.layout.state / "ledger.sqlite")) as ledger:
        return ledger.execute("select key, value from whole where name = 'site'").fetchone()


def test_an_embargo_passes(tmp_path):
    soon = NOW + timedelta(hours=1)
    text = SECOND.replace("---\n", f"---\npublish_at: {soon.isoformat()}\n", 1)
    project = make(tmp_path / "p", WORKFLOW, rise=ARTICLE, visit=text)
    run(project)
    work, report = run(project, now=NOW + timedelta(minutes=59))
    assert parsed(work) == set()
    assert not any(s.published for s in report.sheets if s.article == "visit")
    _, report = same(project, tmp_path, now=NOW + timedelta(minutes=61))
    assert all(s.published for s in report.sheets if s.article == "visit")
    assert (project.root / "public/de/visit/index.html").exists()


def test_the_clock_goes_back(tmp_path):
    begin = NOW - timedelta(hours=1)
    text = SECOND.replace("---\n", f"---\npublish_at: {begin.isoformat()}\n", 1)
    project = make(tmp_path / "p", WORKFLOW, visit=text)
    run(project)
    _, report = same(project, tmp_path, now=NOW - timedelta(days=1))
    assert not any(s.published for s in report.sheets)


def test_memory_offers_what_was_confirmed_meanwhile(project, tmp_path):
    """An open sentence of people is asked for again when another catalog of its locale changed."""

    def confirm(project):
        path = catalog(project, "de", "third")
        translate(path, **{"It has 157 members.": "Er hat 157 Mitglieder."})

    _, report = same(project, tmp_path, confirm)
    one = next(s for s in report.sheets if (s.article, s.locale) == ("rise", "de"))
    assert sum(one.states.values()) - one.states[State.UNTRANSLATED] >= 1


def test_redraw_and_other_commands_keep_the_ledger_right(project, tmp_path):
    run(project, pipeline.EXPORT)
    run(project, pipeline.CHECK)
    run(project, pipeline.TRANSLATE, locales=("fr",))
    run(project, pipeline.TRANSLATE, redraw=True)
    run(project, pipeline.PUBLISH)
    Project.open(project.root).resegment(apply=True)
    work, _ = same(project, tmp_path)
    assert parsed(work) == set()


def test_another_version_of_transflow_takes_nothing_over(project, monkeypatch):
    monkeypatch.setattr(taking, "environment", lambda: "another")
    work, _ = run(project)
    assert parsed(work) == set(work.articles)


@pytest.mark.parametrize("spoil", [b"", b"no database", None])
def test_a_damaged_ledger_costs_time_only(project, tmp_path, spoil):
    path = project.root / ".transflow/ledger.sqlite"
    if spoil is None:
        data = bytearray(path.read_bytes())
        data[200:8000] = bytes(7800)
        path.write_bytes(bytes(data))
    else:
        path.write_bytes(spoil)
    same(project, tmp_path)
    work, _ = run(project)
    assert parsed(work) == set()


def test_a_ledger_that_cannot_be_written_costs_time_only(project, tmp_path):
    path = project.root / ".transflow/ledger.sqlite"
    path.unlink()
    path.mkdir()
    same(project, tmp_path)


def test_a_project_too_large_to_hold_its_catalogs(project, tmp_path, monkeypatch):
    """Catalogs are let go after each stage and read again: the outcome is the same."""
    small = tmp_path / "small"
    shutil.copytree(project.root, small, symlinks=True)

    def change(one):
        replace(catalog(one, "fr", "visit"), "« Visitors asked", "« Des visiteurs asked")
        replace(one.root / "articles/rise.md", "a **new** branch", "a **big** branch")
        (one.root / "articles/third.md").unlink()

    change(Project.open(small))
    _, plain = run(Project.open(small))
    monkeypatch.setattr(reading, "HELD", 0)
    work, report = same(project, tmp_path, change)
    assert not any(sheet.parsed for sheet in work.sheets.values())
    assert files(project) == files(Project.open(small))
    ours = json.dumps(told(report)).replace(str(project.root), "ROOT")
    assert ours == json.dumps(told(plain)).replace(str(small), "ROOT")


def test_drafting_in_a_project_too_large_to_hold(tmp_path, monkeypatch):
    workflow = WORKFLOW.replace("fr: {engine: none}", "fr:")
    plain = make(tmp_path / "a", workflow, rise=ARTICLE, visit=SECOND)
    run(plain)
    monkeypatch.setattr(reading, "HELD", 0)
    project = make(tmp_path / "p", workflow, rise=ARTICLE, visit=SECOND)
    run(project)
    assert files(project) == files(plain)
    work, _ = same(project, tmp_path)
    assert parsed(work) == set()


def test_status_reads_what_changed_and_changes_nothing(project):
    before = files(project)
    rows = Project.open(project.root).status()
    replace(catalog(project, "fr", "visit"), "« Visitors asked", "« Visiteurs asked")
    replace(catalog(project, "fr", "visit"), 'msgid "Visitors', '#, fuzzy\nmsgid "Visitors')
    after = Project.open(project.root).status()
    assert [r for r, s in zip(rows, after, strict=True) if r != s] == [
        r for r in rows if (r.article, r.locale) == ("visit", "fr")
    ]
    shutil.rmtree(project.root / ".transflow")
    assert Project.open(project.root).status() == after
    now = files(project)
    assert {name for name in now if now[name] != before.get(name)} == {
        "locales/fr/LC_MESSAGES/visit.po"
    }
