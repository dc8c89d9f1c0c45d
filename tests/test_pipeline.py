"""The main job on small real projects: what people do between runs, and what a run does then."""

import re
import subprocess

import polib
import pytest

from tests.conftest import need
from tests.project import ARTICLE, GLOSSARY, SECOND, WORKFLOW, catalog, make, replace, tree, write
from transflow import State
from transflow.catalogs import read
from transflow.errors import ConfigError, GlossaryError, LockedError, UnsafePathError
from transflow.model import Severity, TermWay
from transflow.project.lock import hold


def entry(project, msgid, locale="fr", article="rise"):
    found = read(catalog(project, locale, article), locale=locale).entry(msgid)
    assert found is not None, msgid
    return found


MEMBERS = "It has 157 members."


def approve_by_hand(project, msgid, text):
    """What Poedit does: set the text, clear the flag."""
    path = catalog(project)
    po = polib.pofile(str(path), wrapwidth=0)
    one = po.find(msgid)
    one.msgstr = text
    one.flags = [flag for flag in one.flags if flag != "fuzzy"]
    po.save(str(path))


def test_a_run_drafts_every_sentence_and_publishes_with_a_notice(tmp_path):
    project = make(tmp_path)
    report = project.run()
    assert report.exit_code == 0, report.findings
    (sheet,) = report.sheets
    assert sheet.states == {State.DRAFT: sheet.segments}
    page = (tmp_path / "public" / "fr" / "rise" / "index.html").read_text()
    assert 'lang="fr"' in page
    assert "machine" in page or "automatique" in page, "a page of drafts says so"


def test_the_approved_term_is_in_the_draft_of_each_sentence_that_has_it(tmp_path):
    project = make(tmp_path)
    report = project.translate()
    text = entry(project, "The Patent Cooperation Treaty (PCT) helps inventors.").msgstr
    assert "Traité de coopération en matière de brevets" in text
    assert "PCT" in text
    assert report.terms[TermWay.FAILED] == 0
    assert sum(report.terms.values()) > 0


def test_a_second_run_changes_no_file(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    before = tree(tmp_path / "locales") | tree(tmp_path / "public")
    report = project.run()
    assert tree(tmp_path / "locales") | tree(tmp_path / "public") == before
    assert not any(sheet.written or sheet.drafted for sheet in report.sheets)


def test_a_run_without_caches_gives_the_same_files(tmp_path):
    first, second = make(tmp_path / "a"), make(tmp_path / "b")
    first.run()
    second.run()

    def texts(project):
        return [(e.msgid, e.msgstr) for e in read(catalog(project), locale="fr").entries]

    assert texts(first) == texts(second)


def test_every_catalog_passes_msgfmt_without_a_warning(tmp_path):
    msgfmt = need("gettext", "msgfmt")
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    for path in [*tmp_path.rglob("*.po"), *tmp_path.rglob("*.pot")]:
        done = subprocess.run(
            [msgfmt, "--check", "-o", "/dev/null", str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), path


def test_an_approved_text_is_published_and_never_changes(tmp_path):
    project = make(tmp_path)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    project.run(redraw=False)
    project.translate(redraw=True)
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY + "m,members,,membre,,,,noun,,approved,\n")
    project.run()
    one = entry(project, MEMBERS)
    assert (one.msgstr, one.state) == ("Il compte 157 membres.", State.APPROVED)
    page = (tmp_path / "public" / "fr" / "rise" / "index.html").read_text()
    assert "Il compte 157 membres." in page.replace("\N{NO-BREAK SPACE}", " ")


def test_when_the_article_changes_the_persons_words_stay_beside_the_new_draft(tmp_path):
    project = make(tmp_path)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    project.run()
    replace(tmp_path / "articles" / "rise.md", MEMBERS, "It does not have 157 members yet.")
    project.run()
    one = entry(project, "It does not have 157 members yet.")
    assert one.state is State.CHANGED
    assert one.msgstr == "Il compte 157 membres."
    assert one.previous_msgid == MEMBERS
    assert one.draft, "a new proposal stands beside the old words"
    page = (tmp_path / "public" / "fr" / "rise" / "index.html").read_text()
    assert "Il compte 157 membres." not in page.replace("\N{NO-BREAK SPACE}", " ")


def test_an_edited_draft_is_kept_when_everything_is_drawn_again(tmp_path):
    project = make(tmp_path)
    project.run()
    path = catalog(project)
    po = polib.pofile(str(path), wrapwidth=0)
    po.find(MEMBERS).msgstr = "Il a 157 membres, je crois."
    po.save(str(path))
    project.translate(redraw=True)
    one = entry(project, MEMBERS)
    assert (one.msgstr, one.state) == ("Il a 157 membres, je crois.", State.EDITED)


def test_a_changed_term_draws_again_only_the_drafts_it_concerns(tmp_path):
    project = make(tmp_path)
    project.run()
    before = {e.msgid: e.msgstr for e in read(catalog(project), locale="fr").entries}
    row = "inv,inventors,,créateur | créateurs,,,,noun,,approved,\n"
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY + row)
    report = project.translate()
    after = {e.msgid: e.msgstr for e in read(catalog(project), locale="fr").entries}
    changed = {msgid for msgid in after if after[msgid] != before[msgid]}
    assert changed == {"The Patent Cooperation Treaty (PCT) helps inventors."}
    assert "créateur" in after[changed.pop()].lower()
    assert sum(sheet.drafted for sheet in report.sheets) == 1


def test_a_broken_catalog_is_left_alone_and_the_others_go_on(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    path = catalog(project)
    broken = path.read_bytes() + b'\nmsgid "cut off\n'
    path.write_bytes(broken)
    replace(tmp_path / "articles" / "visit.md", "many questions", "several questions")
    report = project.run()
    assert path.read_bytes() == broken
    assert report.exit_code == 1
    (finding,) = [f for f in report.findings if f.rule == "catalog"]
    assert finding.path == "locales/fr/LC_MESSAGES/rise.po"
    assert finding.line > 0
    assert entry(project, "Visitors asked several questions.", article="visit").msgstr


def test_an_article_that_cannot_be_read_costs_nothing(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    before = catalog(project).read_bytes()
    page = (tmp_path / "public" / "fr" / "rise" / "index.html").read_bytes()
    (tmp_path / "articles" / "rise.md").write_bytes("Caf\u00e9 society\n".encode("latin-1"))
    report = project.run()
    assert report.exit_code == 1
    assert any("rise.md" in f.path and "UTF-8" in f.message for f in report.findings)
    assert catalog(project).read_bytes() == before
    assert (tmp_path / "public" / "fr" / "rise" / "index.html").read_bytes() == page
    assert any("stay as they were" in note for note in report.notes)
    write(tmp_path / "articles" / "rise.md", ARTICLE)
    assert project.run().exit_code == 0
    assert (tmp_path / "public" / "fr" / "rise" / "index.html").read_bytes() == page
    assert "fr/rise" in (tmp_path / "published.json").read_text()


@pytest.mark.parametrize(
    "text", ["", "---\ntitle: [a\n---\n\nText.\n", "---\n- a list\n---\n\nText.\n"]
)
def test_an_odd_article_is_a_finding_with_its_place(tmp_path, text):
    project = make(tmp_path, odd=text, visit=SECOND)
    report = project.run()
    assert report.exit_code == 1
    assert [f.path for f in report.findings if f.severity is Severity.ERROR] == ["articles/odd.md"]
    assert catalog(project, article="visit").exists()


def test_without_a_model_the_catalog_is_exported_untranslated(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "de:"))
    report = project.run()
    assert report.exit_code == 1
    (finding,) = [f for f in report.findings if f.rule == "engine"]
    assert "de" in finding.message
    assert entry(project, MEMBERS, "de").state is State.UNTRANSLATED


def test_a_locale_of_people_needs_no_engine(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "de: {engine: none}"))
    assert project.run().exit_code == 0
    assert entry(project, MEMBERS, "de").state is State.UNTRANSLATED


def test_a_removed_article_keeps_every_word(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    (tmp_path / "articles" / "rise.md").unlink()
    report = project.run()
    found = read(catalog(project), locale="fr")
    assert found.entries == ()
    assert "Il compte 157 membres." in [e.msgstr for e in found.obsolete]
    assert any("rise.po" in note for note in report.notes)
    assert not (tmp_path / "public" / "fr" / "rise" / "index.html").exists()


def test_a_renamed_article_takes_its_catalogs_along(tmp_path):
    project = make(tmp_path)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    (tmp_path / "articles" / "rise.md").rename(tmp_path / "articles" / "growth.md")
    project.run()
    one = entry(project, MEMBERS, article="growth")
    assert (one.msgstr, one.state) == ("Il compte 157 membres.", State.APPROVED)
    assert not catalog(project).exists()
    for tag in ("en", "fr"):
        old = (tmp_path / "public" / tag / "rise" / "index.html").read_text()
        assert "growth" in old, "the old address leads to the new one"
        assert "http-equiv" in old or "refresh" in old


def test_a_second_run_at_once_is_told_who_holds_the_project(tmp_path):
    project = make(tmp_path)
    with hold(project.layout.state, "run"), pytest.raises(LockedError, match="`transflow run`"):
        project.run()
    project.export()


def test_a_contradictory_glossary_stops_the_run_before_anything_is_written(tmp_path):
    project = make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY + GLOSSARY.splitlines()[1] + "\n")
    with pytest.raises(GlossaryError, match=r"terms\.csv:"):
        project.run()
    assert not (tmp_path / "locales").exists()


def test_two_articles_of_one_id_are_an_error(tmp_path):
    project = make(tmp_path, rise=ARTICLE, other=ARTICLE.replace("---\n", "---\nid: rise\n", 1))
    report = project.run()
    assert report.exit_code == 1
    assert any("id 'rise'" in f.message for f in report.findings)


def test_an_unknown_locale_or_article_is_refused(tmp_path):
    project = make(tmp_path)
    with pytest.raises(ConfigError, match="there are: fr"):
        project.translate(locale="de")
    with pytest.raises(ConfigError, match="there are: rise"):
        project.translate(article="rize")


def test_an_output_folder_outside_the_project_is_refused(tmp_path):
    project = make(tmp_path / "p", WORKFLOW.replace("title: News", "title: News, output: ../out"))
    report = project.run()
    assert ["leads out" in one.message for one in report.findings if one.rule == "write"] == [True]
    assert report.exit_code == 1
    with pytest.raises(UnsafePathError, match="leads out"):
        project.publish()
    assert not (tmp_path / "out").exists()


def test_a_folder_of_templates_outside_the_project_is_refused(tmp_path):
    """Every file in it would be read."""
    project = make(tmp_path / "p", WORKFLOW.replace("title: News", "title: News, templates: ../.."))
    with pytest.raises(UnsafePathError, match=r"'\.\./\.\.' leads out"):
        project.run()


def test_two_step_review_waits_for_the_record(tmp_path):
    project = make(tmp_path, WORKFLOW + "review: two-step\n")
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    project.run()
    row = project.status()[0]
    assert row.states[State.TRANSLATED] == 1
    assert State.APPROVED not in row.states
    project.approve(["locales/fr/LC_MESSAGES/rise.po"], "A. Reviewer <a@example.org>")
    row = project.status()[0]
    assert row.states == {State.APPROVED: row.segments}
    assert "A. Reviewer" in (tmp_path / "reviews.yaml").read_text()


def test_like_sentences_of_the_memory_are_shown_until_words_are_found(tmp_path):
    project = make(tmp_path)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    project.run()
    write(tmp_path / "articles" / "later.md", "# Later\n\nIt has 158 members now.\n")
    project.run()
    path = catalog(project, article="later")
    assert "memory" in path.read_text()
    assert "Il compte 157 membres. [It has 157 members.]" in path.read_text()
    before = path.read_bytes()
    project.run()
    assert path.read_bytes() == before
    po = polib.pofile(str(path), wrapwidth=0)
    po.find("It has 158 members now.").msgstr = "Il compte maintenant 158 membres."
    po.find("It has 158 members now.").flags = []
    po.save(str(path))
    project.run()
    assert "Il compte 157 membres." not in path.read_text()


def test_a_note_that_begins_like_ours_is_a_persons(tmp_path):
    project = make(tmp_path)
    project.run()
    replace(catalog(project), "# transflow: source=", "# transflow: revoir\n# transflow: source=")
    project.run()
    assert "# transflow: revoir" in catalog(project).read_text()


def test_a_header_that_an_editor_deleted_comes_back(tmp_path):
    msgfmt = need("gettext", "msgfmt")
    project = make(tmp_path)
    project.run()
    path = catalog(project)
    path.write_text(path.read_text().split("\n\n", 1)[1])
    project.run()
    done = subprocess.run([msgfmt, "--check", "-o", "/dev/null", str(path)], check=False)
    assert done.returncode == 0


def test_somebodys_copy_beside_the_catalog_is_left_alone_and_can_be_taken_in(tmp_path):
    project = make(tmp_path)
    project.run()
    copy = catalog(project).with_name("rise (1).po")
    text = catalog(project).read_text()
    copy.write_text(re.sub(r'msgstr "(?=[^"]*157)', 'msgstr "Ici : ', text, count=1))
    before = copy.read_bytes()
    report = project.run()
    assert copy.read_bytes() == before
    assert any("rise (1).po" in note and "import" in note for note in report.notes)
    project.take_back([copy])
    assert 'msgstr "Ici : ' in catalog(project).read_text()


def test_words_for_another_sentence_are_not_published(tmp_path):
    project = make(tmp_path)
    project.run()
    approve_by_hand(project, MEMBERS, "Il compte 157 membres.")
    project.run()
    negated = "It does not have 157 members."
    replace(tmp_path / "articles" / "rise.md", MEMBERS, negated)
    # What a merge of lines does: the new sentence above the old words, no flag.
    replace(catalog(project), f'msgid "{MEMBERS}"', f'msgid "{negated}"')
    project.run()
    one = entry(project, negated)
    assert (one.msgstr, one.state) == ("Il compte 157 membres.", State.UNCONFIRMED)
    page = (tmp_path / "public" / "fr" / "rise" / "index.html").read_text()
    assert "Il compte 157" not in page.replace("\N{NO-BREAK SPACE}", " ")


def test_flags_cleared_in_bulk_are_told_aloud(tmp_path):
    project = make(tmp_path)
    project.run()
    po = polib.pofile(str(catalog(project)), wrapwidth=0)
    for one in po:
        one.flags = []
    po.save(str(catalog(project)))
    report = project.run()
    assert any("rise.po" in note and "transflow approve" in note for note in report.notes)
    assert entry(project, MEMBERS).state is State.DRAFT
    project.approve(["locales/fr/LC_MESSAGES/rise.po"])
    project.run()
    assert entry(project, MEMBERS).state is State.APPROVED


def test_an_engine_that_waits_beside_engine_none_is_told(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "fr: {engine: none}"))
    report = project.run()
    assert any("engine: none" in note and "argos/en_fr" in note for note in report.notes)


def test_a_glossary_that_is_gone_is_told(tmp_path):
    project = make(tmp_path)
    (tmp_path / "glossary" / "terms.csv").unlink()
    assert any("no term is enforced" in note for note in project.run().notes)
