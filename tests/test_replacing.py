"""Somebody saves a file at any moment while a command replaces it, and the command may be killed.

At each system call of the replacement an editor saves, in place or by a new file; the command ends,
or is killed at this or a later call. After the next command everybody's words are there, and nothing
is left beside the file. The same where the system cannot let two files change places.
"""

import gc
import hashlib
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.histories import tracing
from tests.histories.server import warm
from tests.project import GLOSSARY, make
from transflow import State
from transflow.catalogs import Reviews, pair_digest, read
from transflow.errors import TransflowError
from transflow.project.recovery import recover_all
from transflow.replacing import replace

TEXT = "# News\n\nThe tide is low. Ten boats came in. Salt is sold here.\n"
TIDE = ("The tide is low.", "La marée est basse.")
BOATS = ("Ten boats came in.", "Dix bateaux sont entrés.")
traced = [
    pytest.mark.skipif(not tracing.supported(), reason="no system calls can be traced here"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
    pytest.mark.timeout(600),
]


def said(text: str, *pairs: tuple[str, str]) -> str:
    """A catalog's text with translations typed in."""
    for source, words in pairs:
        assert f'msgid "{source}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{words}"')
    return text


def save_in_place(path: Path, text: str) -> None:
    path.write_text(text)


def save_by_a_new_file(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}~new")
    fresh.write_text(text)
    fresh.rename(path)


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory):
    before = list(sys.path)
    warm(tmp_path_factory.mktemp("warm"))
    yield
    sys.path[:] = before
    gc.unfreeze()


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> Path:
    """A project in which somebody has just translated a sentence: the next command notes that."""
    project = make(
        tmp_path_factory.mktemp("scene") / "one", "locales: {fr: {engine: none}}\n", tide=TEXT
    )
    project.export()
    path = catalog(project.root)
    path.write_text(said(path.read_text(), TIDE))
    return project.root


def catalog(folder: Path) -> Path:
    return folder / "locales" / "fr" / "LC_MESSAGES" / "tide.po"


def command(folder: Path, *words: str, **more) -> tracing.Command:
    one = tracing.Command(words or ("export",), folder, **more)
    tracing.follow(one)
    return one


LACKS = [frozenset(), frozenset({"renameat2"})]


def moments(scene: Path, lacks: frozenset[str], to: Path) -> range:
    """The calls in which the catalog is replaced, from its temporary file on."""
    calm = command(shutil.copytree(scene, to, symlinks=True), lacks=lacks)
    assert calm.status == 0, calm.said
    at = calm.calls.index("renameat2")
    return range(at - 4, at + (3 if not lacks else 6))


def whole(folder: Path, *pairs: tuple[str, str]) -> None:
    """Everybody's words are approved, nothing is left beside the catalog."""
    found = read(catalog(folder), locale="fr")
    for source, words in pairs:
        entry = found.entry(source)
        assert (entry.msgstr, entry.state) == (words, State.APPROVED)
    assert [path.name for path in catalog(folder).parent.iterdir()] == ["tide.po"]


@pytest.mark.parametrize("save", [save_in_place, save_by_a_new_file])
@pytest.mark.parametrize("lacks", LACKS)
class TestAnEditorSavesAtAnyCall:
    pytestmark = traced

    def test_and_the_command_ends(self, scene, tmp_path, save, lacks):
        for at in moments(scene, lacks, tmp_path / "calm"):
            folder = shutil.copytree(scene, tmp_path / str(at), symlinks=True)
            opened = said(catalog(folder).read_text(), BOATS)
            strike = tracing.Strike(
                "saved", at + 1, lambda _, o=opened, f=folder: save(catalog(f), o)
            )
            struck = command(folder, strike=strike, lacks=lacks)
            assert struck.struck, at
            assert struck.status == 0, struck.said
            if lacks and save is save_by_a_new_file and struck.struck == "rename":
                continue  # without an exchange, a new file put there at that very call is not seen
            assert [path.name for path in catalog(folder).parent.iterdir()] == ["tide.po"]
            assert command(folder).status == 0
            whole(folder, TIDE, BOATS)

    @pytest.mark.slow
    def test_and_the_command_is_killed_at_this_or_a_later_one(self, scene, tmp_path, save, lacks):
        calls, recovered = moments(scene, lacks, tmp_path / "calm"), 0
        for at in calls:
            for killed_at in range(at, min(at + 3, calls.stop)):
                folder = shutil.copytree(scene, tmp_path / f"{at}-{killed_at}", symlinks=True)
                opened = said(catalog(folder).read_text(), BOATS)
                strike = tracing.Strike(
                    "saved",
                    at + 1,
                    lambda _, o=opened, f=folder: save(catalog(f), o),
                    killed_at + 1,
                )
                struck = command(folder, strike=strike, lacks=lacks)
                if lacks and save is save_by_a_new_file and struck.struck == "rename":
                    continue
                after = command(folder, lacks=lacks)
                assert after.status == 0, after.said
                recovered += "while a command was being stopped" in after.said
                whole(folder, TIDE, BOATS)
        assert recovered > 1


@pytest.mark.skipif(not tracing.supported(), reason="no system calls can be traced here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_file_system_without_second_names_is_enough_to_replace_a_file(scene, tmp_path):
    folder = shutil.copytree(scene, tmp_path / "one", symlinks=True)
    assert command(folder, lacks=frozenset({"renameat2", "link"})).status == 0
    whole(folder, TIDE)


def killed(path: Path, new: str, meanwhile: str) -> None:
    """What is there when somebody saved at the moment of the exchange, and the command was killed."""
    old = path.read_bytes()
    hashes = (hashlib.sha256(data).hexdigest()[:12] for data in (old, new.encode()))
    path.with_name(f".{path.name}.{'-'.join(hashes)}.kept").write_text(meanwhile)
    path.write_text(new)


@pytest.fixture
def project(scene, tmp_path):
    folder = shutil.copytree(scene, tmp_path / "one", symlinks=True)
    return make(folder, "locales: {fr: {engine: none}}\nreview: two-step\n", tide=TEXT)


class TestTheNextCommand:
    def test_merges_what_was_saved_at_both_times(self, project, caplog):
        """The person typed on into the file that the killed command had put there."""
        path = catalog(project.root)
        old = path.read_text()
        salt = ("Salt is sold here.", "On vend du sel.")
        killed(path, old, said(old, BOATS, salt))
        path.write_text(said(old, (BOATS[0], "Dix navires.")) + "\n# and a comment\n")
        project.export()
        found = read(path, locale="fr")
        assert found.entry(salt[0]).msgstr == salt[1]
        boats = found.entry(BOATS[0])
        assert (boats.msgstr, boats.fuzzy) == ("Dix navires.", True)
        assert any(BOATS[1] in comment for comment in boats.comments)
        assert "tide.po: what was saved in it while a command was being stopped" in caplog.text
        assert "hold both" in caplog.text

    def test_shows_what_it_cannot_merge_under_a_name_that_people_see(self, project, caplog):
        path = catalog(project.root)
        old = path.read_text()
        half = said(old, BOATS)[: -len('"\n')]
        killed(path, f"{old}\n# and a comment\n", half)
        project.export()
        assert path.with_name("tide.po.saved").read_text() == half
        assert "is in tide.po.saved" in caplog.text
        assert "delete that file" in caplog.text
        assert read(path, locale="fr").entry(TIDE[0]).msgstr == TIDE[1]

    def test_puts_back_what_was_saved_in_a_catalog_that_was_to_go(self, project, caplog):
        path = catalog(project.root)
        text = said(path.read_text(), BOATS)
        hashes = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        path.with_name(f".tide.po.{hashes}-gone.kept").write_text(text)
        path.unlink()
        project.export()
        assert read(path, locale="fr").entry(BOATS[0]).msgstr == BOATS[1]
        assert "is back" in caplog.text

    def test_says_nothing_of_a_replacement_that_came_to_its_end_or_never_began(
        self, project, caplog
    ):
        path = catalog(project.root)
        old = path.read_text()
        killed(path, old, old)
        killed(path, said(old, BOATS), old)
        killed(path, said(old, BOATS), said(old, BOATS))
        assert len([p for p in path.parent.iterdir() if p.suffix == ".kept"]) > 1
        project.export()
        assert [p.name for p in path.parent.iterdir()] == ["tide.po"]
        assert caplog.text == ""

    @pytest.mark.parametrize("ask", ["status", "check", "work_list"])
    def test_says_that_words_wait_where_it_changes_nothing(self, project, caplog, ask):
        path = catalog(project.root)
        old = path.read_text()
        killed(path, f"{old}\n# and a comment\n", said(old, BOATS))
        path.with_name("tide.po.saved").write_text(old)
        before = {file: file.read_bytes() for file in path.parent.iterdir()}
        getattr(project, ask)("fr")
        (kept,) = (file.name for file in before if file.suffix == ".kept")
        assert f"waits in {kept}" in caplog.text
        assert "transflow run" in caplog.text
        assert "tide.po.saved: holds what was saved" in caplog.text
        assert before == {file: file.read_bytes() for file in path.parent.iterdir()}

    def test_says_nothing_of_files_that_hold_no_words(self, project, caplog):
        path = catalog(project.root)
        killed(path, said(path.read_text(), BOATS), path.read_text())
        project.status()
        assert caplog.text == ""

    def test_removes_files_that_were_not_written_to_their_end(self, project):
        path = catalog(project.root)
        for name in (".tide.po.abcd_123.tmp", "../.tide.pot.12345678.tmp"):
            (path.parent / name).write_text('msgid "')
        project.export()
        assert not list((project.root / "locales").rglob(".*"))

    def test_puts_back_a_glossary_that_was_saved_at_that_moment(self, project, caplog):
        path = project.root / "glossary" / "terms.csv"
        killed(
            path, f"{GLOSSARY}bank,bank,,banque,,,,,,,\n", f"{GLOSSARY}tide,tide,,marée,,,,,,,\n"
        )
        project.add_term("boat", {"fr": "bateau"})
        text = path.read_text()
        assert "marée" in text
        assert "bateau" in text
        assert "terms.csv" in caplog.text

    def test_shows_a_glossary_that_was_saved_twice(self, project, caplog):
        path = project.root / "glossary" / "terms.csv"
        killed(
            path, f"{GLOSSARY}bank,bank,,banque,,,,,,,\n", f"{GLOSSARY}tide,tide,,marée,,,,,,,\n"
        )
        path.write_text(GLOSSARY)
        assert len(recover_all(project.layout)) == 1
        assert "marée" in path.with_name("terms.csv.saved").read_text()
        assert path.read_text() == GLOSSARY


def test_a_file_that_somebody_puts_where_none_was_stays(tmp_path):
    path = tmp_path / "new.po"
    assert replace(path, b"ours", None)
    assert not replace(path, b"ours again", None)
    assert path.read_bytes() == b"ours"
    assert replace(path, None, b"ours")
    assert not list(tmp_path.iterdir())


def test_what_others_decide_meanwhile_stands_beside_ours(scene, tmp_path):
    """A pull brings reviews.yaml of a colleague while a command approves."""
    folder = shutil.copytree(scene, tmp_path / "one", symlinks=True)
    path = folder / "reviews.yaml"
    tide, boats = (read(catalog(folder), locale="fr").entry(source) for source, _ in (TIDE, BOATS))
    today = date(2026, 11, 26)
    Reviews().with_approvals("fr", "tide", [tide], who="Ann", today=today).save(path)
    ours = Reviews.load(path)
    Reviews.load(path).with_approvals("fr", "tide", [boats], who="Bob", today=today).save(path)
    ours.without_approvals("fr", "tide", [tide]).save(path)
    assert [pair for _, pair in Reviews.load(path).approvals] == [
        pair_digest(boats.msgid, boats.msgstr)
    ]


def test_a_link_to_nothing_is_told_as_that(tmp_path):
    """A catalog kept in a shared folder that is not mounted: no editor is at work there."""
    path = tmp_path / "visit.po"
    path.symlink_to("gone.po")
    with pytest.raises(TransflowError, match=r"is a link to gone\.po, which is not there"):
        replace(path, b"new", None)
    assert path.is_symlink()
