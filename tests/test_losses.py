"""A catalog that a full disk, a cut copy or a slip emptied is not drafted anew without a word."""

import re
import subprocess

import polib
import pytest

from tests.project import FRENCH, SECOND, WORKFLOW, catalog, command, make, replace, reviewed, write
from transflow import Project
from transflow.catalogs import merge_driver, read


@pytest.fixture
def project(tmp_path):
    """One article, translated by a person."""
    return reviewed(tmp_path)


def errors(report):
    return [one for one in report.findings if one.severity == "error"]


def notes_on_files(project):
    return [one for one in project.run().notes if one.startswith("locales/")]


def entry_of(data, english):
    """Where the entry of a sentence begins."""
    at = data.index(f'msgid "{english}"'.encode())
    return data.rindex(b"\n\n", 0, at) + 2


@pytest.mark.parametrize("left", [b"", b"\n", b"# French\n"])
def test_an_emptied_catalog_is_left_alone(project, left):
    path, page = catalog(project, "fr", "visit"), project.root / "public/fr/visit/index.html"
    good, shown = path.read_bytes(), page.read_bytes()
    path.write_bytes(left)
    for report in (project.check(), project.run(), project.run()):
        (error,) = errors(report)
        assert (error.rule, error.path) == ("catalog", "locales/fr/LC_MESSAGES/visit.po")
        assert "is empty; 3 entries with people's words of the last run are gone" in error.message
        assert "git restore locales/fr/LC_MESSAGES/visit.po" in error.message
    assert (path.read_bytes(), page.read_bytes()) == (left, shown)
    path.write_bytes(good)
    assert project.run().exit_code == 0
    assert path.read_bytes() == good


def test_a_header_is_all_that_is_left(project):
    path = catalog(project, "fr", "visit")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\n\n") + 1])
    (error,) = errors(project.run())
    assert "has no entry any more; 3 entries with people's words" in error.message


def test_a_cut_in_an_entrys_comments_is_an_error_wherever_it_falls(project):
    path = catalog(project, "fr", "visit")
    data = path.read_bytes()
    start = entry_of(data, "Visitors asked many questions.")
    stop = data.index(b"msgid", start)
    for at in range(start + 1, stop):
        path.write_bytes(data[:at])
        (error,) = errors(project.check())
        assert "is cut off" in error.message, data[:at]
        assert "1 entry with a person's words" in error.message
    path.write_bytes(data[: stop - 1])
    assert project.run().exit_code == 1
    assert path.read_bytes() == data[: stop - 1]


WORDS = "Les visiteurs, venus de partout, ont posé beaucoup de questions, et d'autres encore."


@pytest.mark.parametrize(
    "sentence", ["Visitors asked many questions.", "The delegation visited the library."]
)
def test_a_cut_between_the_lines_of_a_translation_is_an_error(project, sentence):
    """Poedit and gettext wrap long ones: such a file reads as a whole one, with half a sentence."""
    path = catalog(project, "fr", "visit")
    file = polib.pofile(str(path), wrapwidth=40)
    last = file[-1].msgid == sentence
    file.find(sentence).msgstr = WORDS
    file.save()
    project.run()
    good = path.read_text()
    first = 'msgstr ""\n'
    start = good.index(first, good.index(f'"{sentence[:20]}')) + len(first)
    wrapped = re.compile(r'(?:".*"\n)+').match(good, start)
    cuts = [start + line.end() for line in re.finditer(r".*\n", wrapped[0])][:-1]
    assert len(cuts) > 1
    for at in cuts if last else [start, *cuts]:
        path.write_text(good[:at])
        (error,) = errors(project.run())
        assert "is cut off inside its last translation" in error.message, good[:at]
        assert "git restore" in error.message
        assert path.read_text() == good[:at]
    path.write_text(good)
    assert project.run().exit_code == 0


def test_a_person_may_shorten_the_last_sentence_of_a_file(project):
    path = catalog(project, "fr", "visit")
    file = polib.pofile(str(path), wrapwidth=40)
    asked = file.find("Visitors asked many questions.")
    for words in (WORDS, WORDS.partition(",")[0]):
        asked.msgstr = words
        file.save(str(path))
        assert not errors(project.run())
        file = polib.pofile(str(path), wrapwidth=40)
        asked = file.find("Visitors asked many questions.")
    assert asked.msgstr == WORDS.partition(",")[0]


def test_a_cut_between_entries_is_told_with_the_way_back(project):
    path = catalog(project, "fr", "visit")
    data = path.read_bytes()
    path.write_bytes(data[: entry_of(data, "Visitors asked many questions.")])
    report = project.run()
    (note,) = [one for one in report.notes if ".po: " in one]
    assert "1 entry with a person's words" in note
    assert "'Visitors asked many questions.'" in note
    assert "git restore" in note
    assert next(one.message for one in report.findings if one.rule == "catalog") in note
    assert not [one for one in project.run().notes if ".po: " in one]


def test_a_deleted_catalog_is_drafted_anew(project):
    path = catalog(project, "fr", "visit")
    path.unlink()
    report = project.run()
    assert not errors(report)
    assert not polib.pofile(str(path)).translated_entries()


def test_an_older_revision_with_fewer_approvals_is_none_of_that(project):
    """Article and catalog come from one commit, as `git checkout` brings them."""
    root, path = project.root, catalog(project, "fr", "visit")

    def git(*words):
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    git("add", "articles", "locales", "published.json")
    git("commit", "-qm", "one")
    replace(root / "articles" / "visit.md", "many questions.", "many questions. All were glad.")
    project.run()
    replace(path, 'msgid "All were glad."\nmsgstr ""', 'msgid "All were glad."\nmsgstr "Oui."')
    assert project.run().exit_code == 0
    git("add", "articles", "locales", "published.json")
    git("commit", "-qm", "two")
    git("checkout", "-q", "HEAD~1")
    report = project.run()
    assert report.exit_code == 0
    assert not [one for one in report.notes if ".po: " in one]
    assert not [one for one in report.findings if one.rule == "catalog"]


def test_an_empty_catalog_in_a_fresh_clone_is_an_error_too(project):
    """Nothing knows there what it held, but nobody writes such a file."""
    for file in (project.root / ".transflow").iterdir():
        if file.is_file():
            file.unlink()
    catalog(project, "fr", "visit").write_bytes(b"")
    (error,) = errors(project.run())
    assert error.message.startswith("is empty (restore it")


def test_one_locale_that_changed_is_looked_at_alone(tmp_path):
    """To read its article, whose cuts are older rules', the catalogs of all locales are asked for them."""
    locales = "  fr: {engine: none}\n  es: {engine: none}"
    project = make(tmp_path, WORKFLOW.replace("  fr:", locales), visit=SECOND)
    path = catalog(project, "fr", "visit")
    both = "The delegation visited the library. Visitors asked many questions."
    head = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nX-Transflow-Rules: 1\\n"\n\n'
    )
    write(path, f'{head}msgid "{both}"\nmsgstr "La délégation a visité la bibliothèque."\n')
    project.run()
    assert both in catalog(project, "es", "visit").read_text()
    replace(path, "La délégation a visité", "La délégation visite")
    (approval,) = project.approve([str(path)], "Ann")
    assert approval.approved == 1


def test_words_of_a_branch_that_no_sentence_takes_up_are_told_once(project):
    """The article moved on and was translated anew here, while somebody revised in a branch."""
    path = catalog(project, "fr", "visit")
    base = path.read_bytes()
    branch = base.replace("La délégation a visité".encode(), "Les délégués ont visité".encode())
    replace(project.root / "articles" / "visit.md", "visited the library", "never saw the library")
    project.run()
    replace(path, "La délégation a visité", "La délégation n’a jamais vu")
    project.approve([str(path)], "Ann")
    (line,) = (
        entry.line
        for entry in read(path, locale="fr").entries
        if entry.msgstr.startswith("La délégation")
    )
    project.approve([f"{path}:{line}"], "Ann")
    project.run()
    merged, _ = merge_driver(base, path.read_bytes(), branch)
    path.write_bytes(merged)
    (note,) = notes_on_files(project)
    assert note.startswith("locales/fr/LC_MESSAGES/visit.po:")
    assert "'The delegation visited the library.'" in note
    assert "stay as #~, since the article now says 'The delegation never saw the library.'" in note
    assert "Les délégués ont visité" in path.read_text()
    assert not notes_on_files(project)


def test_a_sentence_that_an_author_takes_out_is_nothing_to_tell(project):
    article = project.root / "articles" / "visit.md"
    replace(article, "many questions.", "many questions. Visitors asked few questions.")
    project.run()
    replace(article, "Visitors asked many questions. ", "")
    assert not notes_on_files(project)
    assert (
        '#~ msgid "Visitors asked many questions."' in catalog(project, "fr", "visit").read_text()
    )


def test_a_sentence_that_somebody_altered_in_the_file_is_set_right_and_told(project):
    path = catalog(project, "fr", "visit")
    before = path.read_text()
    replace(path, 'msgid "Visitors asked', 'msgid "The visitors asked')
    (note,) = notes_on_files(project)
    assert note.startswith("locales/fr/LC_MESSAGES/visit.po:")
    assert "is set right" in note
    assert path.read_text() == before


def test_what_becomes_of_a_locale_that_leaves_the_workflow_is_told(tmp_path):
    project = reviewed(tmp_path)
    before = project.layout.catalog("fr", "visit").read_bytes()
    replace(tmp_path / "workflow.yaml", "fr: {engine: none}", "es: {engine: none}")
    write(tmp_path / "locales/en/LC_MESSAGES/site.po", 'msgid ""\nmsgstr ""\n')
    (told,) = [note for note in Project.open(tmp_path).run().notes if "does not name" in note]
    assert told.startswith("locales/fr/LC_MESSAGES: workflow.yaml does not name this locale: ")
    assert told.endswith(": 1 catalog stays as it is; 1 page goes")
    assert project.layout.catalog("fr", "visit").read_bytes() == before
    assert not (tmp_path / "public" / "fr" / "visit").exists()
    told = [note for note in Project.open(tmp_path).run().notes if "does not name" in note]
    assert told[0].endswith("1 catalog stays as it is")


@pytest.mark.parametrize("emptied", ["folder", "pattern"])
def test_articles_that_are_all_gone_at_once_take_nothing_down(tmp_path, emptied):
    """A submodule not fetched, a disk not mounted, a slip: the site of yesterday stays."""
    project = make(tmp_path)
    assert project.run().exit_code == 0
    before = {path: path.read_bytes() for path in files(tmp_path / "locales", tmp_path / "public")}
    if emptied == "folder":
        (tmp_path / "articles" / "rise.md").unlink()
    else:
        write(tmp_path / "workflow.yaml", WORKFLOW + 'source: {articles: ["*.mdx"]}\n')
    done = command(tmp_path, "run")
    assert done.returncode == 2
    assert "no file in 'articles' matches `source.articles`" in done.stderr
    assert "locales/fr/LC_MESSAGES/rise.po" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_project_that_has_no_articles_yet_is_no_error(tmp_path):
    project = make(tmp_path)
    (tmp_path / "articles" / "rise.md").unlink()
    assert project.run().exit_code == 0


def files(*folders):
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def stripped(path, *, flags=True):
    """The file as a script leaves it that writes no comments, and no flags either."""
    pofile = polib.pofile(str(path))
    for entry in pofile:
        entry.tcomment = entry.comment = ""
        entry.previous_msgid = None
        if flags:
            entry.flags.clear()
    pofile.save(str(path))


def drafted(folder):
    """One article with a machine's drafts."""
    project = make(folder, visit=SECOND)
    project.run()
    return project


def test_a_file_without_comments_and_flags_approves_no_machines_draft(tmp_path):
    project = drafted(tmp_path)
    path = catalog(project, "fr", "visit")
    replace(path, f'msgstr "{read(path).entries[0].msgstr}"', 'msgstr "Mes propres mots."')
    project.run()
    before = {one.key: (one.msgstr, one.state, one.provenance) for one in read(path).entries}
    stripped(path)
    assert "mass-unflagged" in [one.rule for one in project.check().findings]
    (note,) = notes_on_files(project)
    assert "came back without transflow's comments and flags" in note
    assert {
        one.key: (one.msgstr, one.state, one.provenance) for one in read(path).entries
    } == before
    assert notes_on_files(project) == []


def test_what_people_wrote_into_a_file_without_comments_is_theirs(tmp_path):
    project = drafted(tmp_path)
    path = catalog(project, "fr", "visit")
    stripped(path)
    first, second = read(path).entries[:2]
    replace(path, f'msgstr "{first.msgstr}"', 'msgstr "Mes propres mots."')
    project.run()
    found = {one.msgid: one.state for one in read(path).entries}
    assert (found[first.msgid], found[second.msgid]) == ("approved", "draft")


def test_flags_count_where_a_program_drops_comments_alone(tmp_path):
    project = drafted(tmp_path)
    path = catalog(project, "fr", "visit")
    stripped(path, flags=False)
    pofile = polib.pofile(str(path))
    pofile[0].flags.remove("fuzzy")
    pofile.save(str(path))
    assert notes_on_files(project) == []
    states = [one.state for one in read(path).entries]
    assert (states[0], set(states[1:])) == ("approved", {"draft"})


@pytest.mark.parametrize("late", [False, True])
def test_a_link_that_leads_nowhere_is_no_article_that_is_gone(tmp_path, late):
    """Content behind git-annex or in a submodule, not fetched here."""
    project = make(tmp_path, visit=SECOND, rise=SECOND)
    (tmp_path / "content").mkdir()
    (tmp_path / "articles/visit.md").rename(tmp_path / "content/visit.md")
    (tmp_path / "articles/visit.md").symlink_to("../content/visit.md")
    (tmp_path / "articles/.#rise.md").symlink_to("ann@desk.1234:5678")  # Emacs' lock
    if late:
        assert project.run().exit_code == 0
    kept = {path: path.read_bytes() for path in files(tmp_path / "locales", tmp_path / "public")}
    (tmp_path / "content/visit.md").rename(tmp_path / "content/x.md")
    done = command(tmp_path, "run")
    assert done.returncode == 1
    assert "articles/visit.md: error: cannot be read: the link leads nowhere" in done.stderr
    assert {path: path.read_bytes() for path in kept} == kept


@pytest.mark.parametrize("pattern", ["news/*.md", "*/*.md", "news/**/*.md"])
def test_nor_is_a_folder_behind_such_a_link(tmp_path, pattern):
    project = make(tmp_path, WORKFLOW + f'source: {{articles: ["*.md", "{pattern}"]}}\n')
    write(tmp_path / "content/visit.md", SECOND)
    (tmp_path / "articles/news").symlink_to("../content")
    assert project.run().exit_code == 0
    (tmp_path / "articles/other").symlink_to("nowhere.txt.bak")
    page = tmp_path / "public/fr/news/visit/index.html"
    there = page.exists()
    (tmp_path / "content").rename(tmp_path / "moved")
    report = project.run()
    told = {(one.path, one.message) for one in errors(report)}
    assert ("articles/news", "cannot be read: the link leads nowhere") in told
    assert page.exists() == there


ASKED = 'msgid "Visitors asked many questions."'


@pytest.mark.parametrize("altered", [f'msgctxt "menu"\n{ASKED}', 'msgid "The visitors asked."'])
@pytest.mark.parametrize("words", [FRENCH["Visitors asked many questions."], "Mille questions."])
def test_a_key_that_somebody_altered_is_set_right_with_words_and_approval(project, altered, words):
    path = catalog(project, "fr", "visit")
    old = FRENCH["Visitors asked many questions."]
    before = path.read_text()
    replace(path, ASKED, altered)
    replace(path, old, words)
    (note,) = notes_on_files(project)
    assert f"its {altered.split()[0]} was altered in the file and is set right" in note
    if words == old:
        assert "stay so" in note
        assert path.read_text() == before
    else:
        assert "look at its words" in note
        assert f'#, fuzzy\n{ASKED}\nmsgstr "{words}"' in path.read_text()
    assert "#~" not in path.read_text()
    assert notes_on_files(project) == []


def test_a_context_that_an_author_gives_is_no_slip_of_the_file(project):
    article, path = project.root / "articles" / "visit.md", catalog(project, "fr", "visit")
    with path.open("a") as file:
        file.write("\n# a note\n")
    replace(article, "\nThe delegation", "\n<!-- transflow: context: menu -->\nThe delegation")
    project.run()
    states = {one.msgid: one.state for one in read(path).entries}
    assert states["Visitors asked many questions."] == "changed"


def test_words_in_a_context_that_the_article_has_not_are_told_as_that(project):
    path = catalog(project, "fr", "visit")
    with path.open("a") as file:
        file.write(f'\nmsgctxt "x"\n{ASKED}\nmsgstr "Autre"\n')
    (note,) = notes_on_files(project)
    assert "stay as #~, since the article has no such sentence in the context 'x'" in note
    assert 'msgstr "Autre"' in path.read_text()


def test_what_git_restore_undoes_is_said(project):
    path = catalog(project, "fr", "visit")
    path.write_bytes(
        path.read_bytes()[: entry_of(path.read_bytes(), "Visitors asked many questions.")]
    )
    (note,) = notes_on_files(project)
    assert "undoes all edits of the file since the last commit" in note
