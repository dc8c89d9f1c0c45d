"""What the machine doubts in a draft is told until a person decides."""

import pytest

from tests.project import catalog, make, replace

ODD = """\
# Odd

Qxt [zrrp](https://a.example/) **wklm** _prsst_ 12,5.6 ({x}) grbl!?
"""
MARK = " doubt: draft is suspect: 'paso a' twice running"


@pytest.fixture
def project(tmp_path):
    made = make(tmp_path, odd=ODD)
    made.run()
    return made


def told(project, rule="suspect"):
    return [one.message for one in project.check().findings if one.rule == rule]


def test_the_next_run_says_what_the_first_said(tmp_path):
    project = make(tmp_path, odd=ODD)
    first, second = project.run(), project.run()
    kinds = {"markup-place": "place", "term-place": "place", "suspect-unsure": "unsure"}
    said = [
        (one.msgid, kinds.get(one.rule, one.rule).split("-")[0], one.message)
        for one in first.findings
    ]
    assert "place" in {kind for _, kind, _ in said}, "no model knows where these words go"
    again = [(one.msgid, one.rule.split("-")[0], one.message) for one in second.findings]
    assert sorted(said) == sorted(again)


def test_a_doubt_is_told_until_the_draft_is_changed_or_confirmed(project):
    path = catalog(project, article="odd")
    replace(path, "# transflow: ", f"#{MARK}\n# transflow: ")
    words = "draft is suspect: 'paso a' twice running"
    assert words in told(project)
    assert any(words in item.why and item.state == "draft" for item in project.work_list("fr"))
    replace(path, 'msgstr "', 'msgstr "Bien : ')
    assert words not in told(project)


def test_a_draft_whose_meaning_is_turned_round_is_on_no_page(tmp_path):
    source = "The office opens today."
    project = make(tmp_path, odd=f"# News\n\n{source}\n")
    project.run()
    page = next((tmp_path / "public").rglob("fr/odd/index.html"))
    assert source not in page.read_text("utf-8")
    path = catalog(project, article="odd")
    doubt = "# doubt: draft is suspect: the meaning is turned round: 'opens' is said nowhere"
    text = path.read_text("utf-8")
    at = text.rindex("# transflow: ", 0, text.index(f'msgid "{source}"'))
    path.write_text(f"{text[:at]}{doubt}\n{text[at:]}", "utf-8")
    assert told(project, "turned-round")
    assert not told(project)
    project.run()
    assert not page.exists(), "half of the page would be left: less than the gate asks for"
