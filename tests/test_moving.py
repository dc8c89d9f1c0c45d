"""An article gets another name: a run that is killed while its catalogs move is gone on with."""

import shutil

import polib
import pytest

from tests.histories import tracing
from tests.project import make, tree, write
from transflow import Project, State
from transflow.catalogs import Reviews, Rules, read

WORKFLOW = """\
locales: {fr: {engine: none}, es: {engine: none}}
review: two-step
site: {title: News, base_url: "https://news.example.org/"}
"""
WORDS = {"fr": "La marée est basse.", "es": "La marea está baja."}
SENTENCE = "The tide is low."
pytestmark = [
    pytest.mark.skipif(not tracing.supported(), reason="no system calls can be traced here"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Approved in two locales, published; then the file gets another name, and another article comes."""
    folder = tmp_path_factory.mktemp("scene") / "project"
    project = make(folder, WORKFLOW, tide=f"# News\n\n{SENTENCE}\n\nTen boats came in.\n")
    project.run()
    for locale, words in WORDS.items():
        path = project.layout.catalog(locale, "tide")
        file = polib.pofile(str(path), wrapwidth=0)
        file.find(SENTENCE).msgstr = words
        file.save()
        project.approve([str(path)], "Ann")
    project.run()
    (folder / "articles" / "tide.md").rename(folder / "articles" / "ebb.md")
    write(folder / "articles" / "other.md", "# Other\n\nSalt is sold here.\n")
    return folder


def stands(folder, article):
    """Locales in which the approved sentence is approved under an article's name."""
    project = Project.open(folder)
    reviews = Reviews.load(project.layout.reviews)
    found = set()
    for locale, words in WORDS.items():
        path = project.layout.catalog(locale, article)
        if path.exists():
            rules = Rules(
                two_step=True,
                recorded=lambda p, tag=locale: reviews.is_approved(tag, article, p),
            )
            entry = read(path, locale=locale, rules=rules).entry(SENTENCE)
            if (entry.msgstr, entry.state) == (words, State.APPROVED):
                found.add(locale)
    return found


def test_a_run_killed_while_catalogs_move_is_completed_by_the_next(scene, tmp_path):
    whole = tracing.Command(["run"], shutil.copytree(scene, tmp_path / "whole", symlinks=True))
    tracing.follow(whole)
    assert stands(whole.folder, "ebb") == {"fr", "es"}
    moments = [at for at, call in enumerate(whole.calls, 1) if call in {"rename", "unlink"}]
    assert len(moments) > 5
    for at in moments:
        folder = shutil.copytree(scene, tmp_path / str(at), symlinks=True)
        tracing.follow(tracing.Command(["run"], folder, tracing.Strike("kill", at)))
        assert stands(folder, "tide") | stands(folder, "ebb") == {"fr", "es"}, at
        Project.open(folder).run()
        assert stands(folder, "ebb") == {"fr", "es"}, at
        left = {name for name in tree(folder / "locales") if name.endswith("tide.po")}
        assert not left, at
        assert "ebb" in (folder / "published.json").read_text(), at
        shutil.rmtree(folder)


def test_a_new_locale_takes_nothing_from_articles_that_are_gone(tmp_path):
    """What a removed article left behind is not moved under an article that only lacks a locale."""
    both = f"# News\n\n{SENTENCE}\n\nTen boats came in.\n"
    workflow = "locales: {fr: {engine: none}}\n"
    project = make(tmp_path, workflow, tide=both, ebb=both)
    project.run()
    path = project.layout.catalog("fr", "tide")
    file = polib.pofile(str(path), wrapwidth=0)
    file.find(SENTENCE).msgstr = WORDS["fr"]
    file.save()
    project.run()
    (tmp_path / "articles" / "tide.md").unlink()
    project.run()
    write(tmp_path / "workflow.yaml", workflow.replace("}}", "}, es: {engine: none}}"))
    report = Project.open(tmp_path).run()
    assert not any("is 'ebb' now" in note for note in report.notes)
    assert path.exists()


def test_what_may_not_be_moved_or_removed_is_said_without_a_traceback(scene, tmp_path):
    whole = tracing.Command(["run"], shutil.copytree(scene, tmp_path / "whole", symlinks=True))
    tracing.follow(whole)
    moments = [at for at, call in enumerate(whole.calls, 1) if call in {"rename", "unlink"}]
    for at in moments:
        folder = shutil.copytree(scene, tmp_path / str(at), symlinks=True)
        refused = tracing.Command(["run"], folder, tracing.Strike("denied", at))
        tracing.follow(refused)
        assert refused.status in {0, 1, 2}, refused.said
        assert "Traceback" not in refused.said
        shutil.rmtree(folder)
