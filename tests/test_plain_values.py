"""Values that are data to a site generator: nothing in their drafts is escaped as Markdown or HTML."""

import re

from tests.project import WORKFLOW, catalog, make
from transflow.catalogs import read

ARTICLE = """\
---
title: Use of the <title> field in *all* forms
---

{{< figure src="a.png" caption="Filings by *resident* applicants cost 5*3 francs" >}}

The report is ready.
"""


def drafted(folder, workflow, **articles):
    project = make(folder, workflow, **articles)
    report = project.run()
    found = read(catalog(project, "fr", next(iter(articles))), locale="fr")
    return report, {entry.msgid: entry.msgstr for entry in found.entries}


def test_drafts_of_tag_arguments_and_front_matter_hold_no_backslash(tmp_path):
    workflow = WORKFLOW + "source: {tag_arguments: [caption], front_matter: [title]}\n"
    report, texts = drafted(tmp_path, workflow, rise=ARTICLE)
    title = texts["Use of the <title> field in *all* forms"]
    caption = texts["Filings by *resident* applicants cost 5*3 francs"]
    assert "<title>" in title
    assert "\\" not in title + caption
    assert re.search(r"(?<!\w)\*\w+\*", caption), "the generator may read its stars as emphasis"
    assert not [one for one in report.findings if one.rule in {"markup", "emphasis"}]


def test_drafts_of_attributes_in_html_hold_no_references(tmp_path):
    page = '<h1>Fees</h1><p><img src="a.png" alt="Costs < 5 francs & more"> The fee is low.</p>'
    workflow = WORKFLOW + 'source: {articles: ["**/*.html"]}\n'
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "page.html").write_text(page)
    project = make(tmp_path, workflow, other="# Other\n")
    project.translate()
    found = read(catalog(project, "fr", "page"), locale="fr")
    (alt,) = [entry.msgstr for entry in found.entries if entry.msgid.startswith("Costs")]
    assert "<" in alt
    assert "&lt;" not in alt
