"""An article changes after its page was out: what `on_change` does in a real project."""

import polib
import pytest

from tests.project import catalog, make, replace, tree

WORKFLOW = """\
locales:
  fr: {{engine: none}}
glossary: {{files: ["glossary/*.csv"]}}
gate: {{require: approved, share: 1.0, on_change: {policy}}}
site: {{title: News, base_url: "https://news.example.org/"}}
"""
WORDS = {
    "Patents on the rise": "Les brevets progressent",
    "More firms file abroad.": "Plus d’entreprises déposent à l’étranger.",
    "The Patent Cooperation Treaty (PCT) helps inventors.": (
        "Le Traité de coopération en matière de brevets (PCT) aide les inventeurs."
    ),
    "It has 157 members.": "Il compte 157 membres.",
    "What is next": "La suite",
    "The Office will open a **new** branch in 2025.": (
        "L’Office ouvrira une **nouvelle** antenne en 2025."
    ),
}
CHANGED = "The Office will open a **new** branch in 2026."
OLD_FRENCH = "en 2025."
SINCE = "L’original a été modifié depuis"


def published(folder, policy):
    """A project whose one French page is out, every sentence approved."""
    project = make(folder, WORKFLOW.format(policy=policy))
    project.run()
    assert french(project) is None
    approve(project, WORDS)
    project.run()
    assert OLD_FRENCH in french(project)
    assert SINCE not in french(project)
    return project


def approve(project, words):
    """What Poedit does: words, and no flag."""
    path = catalog(project)
    po = polib.pofile(str(path), wrapwidth=0)
    for entry in po:
        if entry.msgid in words:
            entry.msgstr = words[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    po.save(str(path))


def change(project):
    replace(project.layout.root / "articles/rise.md", "in 2025.", "in 2026.")
    return project.run()


def french(project):
    page = project.layout.output / "fr/rise/index.html"
    return page.read_text("utf-8") if page.exists() else None


def english(project):
    return (project.layout.output / "en/rise/index.html").read_text("utf-8")


def front(project):
    return (project.layout.output / "fr/index.html").read_text("utf-8")


def test_mixed_shows_the_new_sentence_in_the_originals_language(tmp_path):
    project = published(tmp_path, "mixed")
    change(project)
    page = french(project)
    assert OLD_FRENCH not in page
    assert '<span lang="en" dir="ltr" data-state="untranslated">The Office will open a' in page
    assert "Il compte 157 membres." in page


def test_keep_leaves_the_last_good_page_and_says_so(tmp_path):
    project = published(tmp_path, "keep")
    change(project)
    page = french(project)
    assert OLD_FRENCH in page
    assert "2026" not in page.partition("<h1")[2].partition('class="body"')[2]
    assert SINCE in page
    assert "branch in 2026." in english(project)


def test_a_kept_page_stays_however_often_it_is_published(tmp_path):
    project = published(tmp_path, "keep")
    change(project)
    page = french(project)
    before = tree(project.layout.output)
    project.run()
    assert tree(project.layout.output) == before
    (project.layout.state / "published-files.json").unlink()
    project.run()
    assert french(project) == page


def test_a_kept_page_survives_a_sentence_that_fell_out(tmp_path):
    """The sentence lives on in the catalog as obsolete (`#~`); the page is made from it."""
    project = published(tmp_path, "keep")
    replace(project.layout.root / "articles/rise.md", " It has 157 members.", " Come and see us.")
    project.run()
    page = french(project)
    assert "Il compte 157 membres." in page
    assert "Come and see us." not in page
    assert SINCE in page


def test_withdraw_takes_the_page_down_and_no_link_leads_to_it(tmp_path):
    project = published(tmp_path, "withdraw")
    assert 'hreflang="fr"' in english(project)
    change(project)
    assert french(project) is None
    assert 'hreflang="fr"' not in english(project)


@pytest.mark.parametrize("policy", ["mixed", "keep", "withdraw"])
def test_the_page_is_whole_again_when_the_translation_catches_up(tmp_path, policy):
    project = published(tmp_path, policy)
    change(project)
    approve(project, {CHANGED: "L’Office ouvrira une **nouvelle** antenne en 2026."})
    project.run()
    page = french(project)
    assert "antenne en 2026." in page
    assert SINCE not in page
    assert 'class="notice"' not in page
    assert 'href="rise/"' in front(project)


@pytest.mark.parametrize("policy", ["mixed", "keep"])
@pytest.mark.parametrize("word", ["publish: false", "withdrawn: yes", "publish_at: 2999-01-01"])
def test_an_authors_word_always_takes_the_page_down(tmp_path, policy, word):
    project = published(tmp_path, policy)
    replace(project.layout.root / "articles/rise.md", "date:", f"{word}\ndate:")
    project.run()
    assert french(project) is None
    project.run()
    assert not (project.layout.output / "en/rise/index.html").exists()
