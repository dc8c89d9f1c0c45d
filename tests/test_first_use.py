"""First use, from the article to the catalog: drafts follow an edit, people's texts are told."""

from tests.project import make, replace, write
from transflow import catalogs
from transflow.model import State

HEAD = "id,en,zh-Hans,fr,pos,match,status,note\n"
ROW = (
    "cnipa,CNIPA,国家知识产权局 | CNIPA | ^国家知识产权局（CNIPA）,"
    "CNIPA | ^Administration nationale chinoise de la propriété intellectuelle (CNIPA),proper,{},,\n"
)
LONG = "Administration nationale chinoise de la propriété intellectuelle (CNIPA)"
WORKFLOW = """\
locales: {zh-Hans: , fr: }
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/"}
"""
ARTICLE = """\
---
title: A visit to CNIPA
---

The report of CNIPA was published in May.

Applicants may ask CNIPA for a search.
"""


def project(folder, match=""):
    made = make(folder, WORKFLOW, visit=ARTICLE)
    write(folder / "glossary" / "terms.csv", HEAD + ROW.format(match))
    return made


def entries(made, locale):
    return {
        entry.msgid: entry for entry in catalogs.read(made.layout.catalog(locale, "visit")).entries
    }


def texts(made, locale):
    return {source: entry.msgstr for source, entry in entries(made, locale).items()}


def told(made):
    return [
        (finding.locale, finding.msgid)
        for finding in made.check().findings
        if finding.rule == "first-use"
    ]


def test_the_first_sentence_of_the_text_has_the_long_form_and_no_other(tmp_path):
    made = project(tmp_path)
    made.translate()
    for locale, form in (("zh-Hans", "国家知识产权局（CNIPA）"), ("fr", f"l'{LONG}")):
        title, first, second = texts(made, locale).values()
        assert form not in title
        assert form in first
        assert form.removeprefix("l'") not in second
    assert told(made) == []


def test_a_title_may_introduce_where_the_concept_says_so(tmp_path):
    made = project(tmp_path, "first:title")
    made.translate()
    title, first, _ = texts(made, "zh-Hans").values()
    assert "国家知识产权局（CNIPA）" in title
    assert "（CNIPA）" not in first


def test_the_reviewer_reads_which_form_is_meant(tmp_path):
    made = project(tmp_path)
    made.translate()
    lines = [entry.extracted[-1] for entry in entries(made, "zh-Hans").values()]
    assert lines == [
        "term: CNIPA → 国家知识产权局 | CNIPA",
        "term: CNIPA → first use: 国家知识产权局（CNIPA） | 国家知识产权局 | CNIPA",
        "term: CNIPA → 国家知识产权局 | CNIPA",
    ]


def test_an_edit_of_the_article_moves_the_long_form_along(tmp_path):
    made = project(tmp_path)
    made.translate()
    path = tmp_path / "articles" / "visit.md"
    replace(path, "The report of", "Officials met CNIPA in Beijing.\n\nThe report of")
    made.translate()
    _, new, first, second = texts(made, "fr").values()
    assert LONG in new
    assert LONG not in first
    assert LONG not in second
    replace(path, "Officials met CNIPA in Beijing.\n\nThe report of", "The report of")
    made.translate()
    _, first, second = texts(made, "fr").values()
    assert LONG in first
    assert LONG not in second
    assert told(made) == []


def test_text_of_a_person_is_told_and_never_changed(tmp_path):
    made = project(tmp_path)
    made.translate()
    path = made.layout.catalog("fr", "visit")
    old = texts(made, "fr")["The report of CNIPA was published in May."]
    replace(path, old, "Le rapport de la CNIPA a paru en mai.")
    made.translate()
    entry = entries(made, "fr")["The report of CNIPA was published in May."]
    assert (entry.msgstr, entry.state) == ("Le rapport de la CNIPA a paru en mai.", State.EDITED)
    assert told(made) == [("fr", "The report of CNIPA was published in May.")]


def test_a_changed_first_use_form_redraws_one_draft(tmp_path):
    made = project(tmp_path)
    made.translate()
    before = texts(made, "zh-Hans")
    path = tmp_path / "glossary" / "terms.csv"
    replace(path, "^国家知识产权局（CNIPA）", "^国家知识产权管理局（CNIPA）")
    report = made.translate()
    after = texts(made, "zh-Hans")
    assert [source for source in after if after[source] != before[source]] == [
        "The report of CNIPA was published in May."
    ]
    assert sum(sheet.drafted for sheet in report.sheets if sheet.locale == "zh-Hans") == 1


def test_a_second_run_changes_nothing(tmp_path):
    made = project(tmp_path)
    made.translate()
    path = made.layout.catalog("zh-Hans", "visit")
    before = path.read_bytes()
    made.translate()
    assert path.read_bytes() == before
