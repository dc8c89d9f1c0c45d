"""Random histories of a whole project, killed at random moments: promise 3 after every command.

People write, confirm, comment, revert with git and merge branches; authors edit, move, rename and
remove; terms and engines change; caches go. Each
command runs in a process of its own that is killed as it touches the n-th file, or after some
milliseconds, the time an engine drafts included. After each one every text that a person had written
and that was there before is there: as a translation, as `#~`, or in a comment; and what was approved
for a sentence is approved for it still.

`TRANSFLOW_HISTORIES=1000 pytest tests/test_killed_histories.py` runs as many as one likes.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path

import polib
import pytest

from tests.conftest import ROOT
from tests.project import GLOSSARY, write
from transflow import Project, State, pipeline
from transflow.catalogs import Catalog, read
from transflow.errors import TransflowError

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

COUNT = int(os.environ.get("TRANSFLOW_HISTORIES", "12"))
STEPS = 7
PHRASES = [
    "The tide is low.",
    "The tide is not low.",
    "Ten boats came in.",
    "Eleven boats came in.",
    "The bank is closed.",
    "The bank is closed today.",
    "Salt is sold here.",
    "The Patent Cooperation Treaty has members.",
    "Nobody saw it.",
    "Visitors came from everywhere.",
]
WORKFLOW = """\
locales:
  fr: {engine: ENGINE}
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/"}
"""
DRIVER = f"{sys.executable} -c 'from transflow.cli import main; main()' merge-driver %O %A %B %P"
KILLED = -signal.SIGKILL, -signal.SIGALRM
UNEXPECTED = 70


class History:
    """One project over years; everything in it follows from the seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.dice = random.Random(seed)
        self.written: set[str] = set()
        self.count = 0
        self.log: list[str] = []
        self.drafts = seed % 4 == 0
        engine = "argos" if self.drafts else "none"
        write(folder / "workflow.yaml", WORKFLOW.replace("ENGINE", engine))
        write(folder / "glossary" / "terms.csv", GLOSSARY)
        (folder / "models").symlink_to(ROOT / "models")
        for name in ("tide", "bank"):
            self.author(name, self.dice.sample(PHRASES, 4))
        write(folder / ".gitignore", ".transflow\npublic\nmodels\nmail\n")
        write(folder / ".gitattributes", "*.po merge=transflow\n")
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.transflow.driver", DRIVER)

    def git(self, *words: str, check: bool = True) -> str:
        identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.folder, check=check, capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "as it stands")

    # What authors do.

    def author(self, name: str, phrases: list[str]) -> None:
        write(self.folder / "articles" / f"{name}.md", "# Report\n\n" + "\n\n".join(phrases) + "\n")

    def articles(self) -> list[Path]:
        return sorted((self.folder / "articles").glob("*.md"))

    def edit_an_article(self) -> None:
        path = self.dice.choice(self.articles())
        phrases = path.read_text().split("\n\n", 1)[1].strip().split("\n\n")
        what = self.dice.choice(("replace", "insert", "delete", "shuffle"))
        new = self.dice.choice([p for p in PHRASES if p not in phrases])
        at = self.dice.randrange(len(phrases))
        if what == "replace":
            phrases[at] = new
        elif what == "insert":
            phrases.insert(at, new)
        elif what == "delete" and len(phrases) > 1:
            del phrases[at]
        else:
            self.dice.shuffle(phrases)
        self.author(path.stem, phrases)

    def rename_an_article(self) -> None:
        path = self.dice.choice(self.articles())
        self.count += 1
        path.rename(path.with_name(f"renamed-{self.count}.md"))

    def remove_an_article(self) -> None:
        if len(self.articles()) > 1:
            self.dice.choice(self.articles()).unlink()

    def add_an_article(self) -> None:
        self.count += 1
        self.author(f"new-{self.count}", self.dice.sample(PHRASES, 3))

    # What people and their tools do.

    def catalogs(self) -> list[Path]:
        return sorted((self.folder / "locales" / "fr" / "LC_MESSAGES").rglob("*.po"))

    def entries(self) -> list[tuple[Path, polib.POFile, polib.POEntry]]:
        found = []
        for path in self.catalogs():
            file = polib.pofile(str(path), wrapwidth=0)
            found += [(path, file, entry) for entry in file if not entry.obsolete]
        return found

    def translate_by_hand(self) -> None:
        for _ in range(self.dice.randrange(1, 4)):
            if not (choices := self.entries()):
                return
            path, file, entry = self.dice.choice(choices)
            self.count += 1
            entry.msgstr = f"Mots de quelqu’un ({self.count})."
            self.written.add(entry.msgstr)
            if self.dice.random() < 0.6 and "fuzzy" in entry.flags:
                entry.flags.remove("fuzzy")
            file.save(str(path))

    def clear_a_flag(self) -> None:
        if choices := [one for one in self.entries() if one[2].msgstr and one[2].fuzzy]:
            path, file, entry = self.dice.choice(choices)
            entry.flags.remove("fuzzy")
            file.save(str(path))

    def comment(self) -> None:
        if choices := self.entries():
            path, file, entry = self.dice.choice(choices)
            self.count += 1
            note = f"a note of mine ({self.count})"
            self.written.add(note)
            entry.tcomment = "\n".join(part for part in (note, entry.tcomment) if part)
            file.save(str(path))

    def change_a_term(self) -> None:
        path = self.folder / "glossary" / "terms.csv"
        old, new = self.dice.sample(["Traité de coopération", "Accord de coopération"], 2)
        path.write_text(path.read_text().replace(old, new))

    def lose_the_cache(self) -> None:
        shutil.rmtree(self.folder / ".transflow", ignore_errors=True)

    def revert_with_git(self) -> None:
        """The catalogs of some commits ago; what was written since is theirs to throw away."""
        self.commit()
        commits = self.git("rev-list", "HEAD").split()
        self.git("checkout", "-q", self.dice.choice(commits[:4]), "--", "locales", check=False)

    def merge_two_branches(self) -> None:
        """Two people at work on branches of their own; git merges with our driver."""
        self.commit()
        base = self.there()
        self.git("checkout", "-q", "-b", "side")
        self.translate_by_hand()
        self.commit()
        theirs = self.there()
        self.git("checkout", "-q", "main")
        self.translate_by_hand()
        self.commit()
        ours = self.there()
        self.git("merge", "-q", "side", check=False)
        lost = (ours | theirs) - (base - (ours & theirs)) - self.there()
        assert not lost, (lost, self.log)
        self.commit()
        self.git("branch", "-q", "-D", "side")

    def change_the_engine(self) -> None:
        """To the models or to people only, in histories that have models."""
        path = self.folder / "workflow.yaml"
        if self.drafts:
            one, other = self.dice.sample(["engine: argos", "engine: none"], 2)
            path.write_text(path.read_text().replace(one, other))

    # What transflow does.

    def a_command(self) -> "tuple[str, object]":
        name = self.dice.choice(
            ("run", "run", "translate", "export", "approve", "reject", "import")
        )
        places = [f"{path}:{entry.linenum}" for path, _, entry in self.entries()]
        if name in {"approve", "reject"} and places:
            targets = [self.dice.choice([*places, str(self.dice.choice(self.catalogs()))])]
            return f"{name} {targets[0]}", lambda one: getattr(one, name)(targets, "Ann")
        if name == "import" and (path := self.sent_back()):
            return f"import {path.name}", lambda one: one.take_back([path], locale="fr")
        name = name if name in {"translate", "export"} else "run"
        return name, lambda one: getattr(one, name)()

    def sent_back(self) -> Path | None:
        """A catalog as it is now, in which a translator elsewhere worked on one entry."""
        if not (choices := self.entries()):
            return None
        path, file, entry = self.dice.choice(choices)
        self.count += 1
        entry.msgstr = f"Mots d’ailleurs ({self.count})."
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        back = self.folder / "mail" / path.name
        back.parent.mkdir(exist_ok=True)
        file.save(str(back))
        return back

    def command(self, *, unharmed: bool = False) -> None:
        said, job = self.a_command() if not unharmed else ("run", lambda one: one.run())
        before, approved = self.there(), self.approved()
        strike = None if unharmed else self.dice.choice(("touch", "touch", "time", None))
        number = self.dice.randrange(1, 120)
        code = child(self.folder, job, strike, number)
        self.log.append(f"{said}, {strike} {number}: {code}")
        assert code in {0, *KILLED}, self.log
        lost = before - self.there()
        assert not lost, (lost, self.log)
        if not said.startswith("reject"):
            self.approvals_stand(approved, imported=said.startswith("import"))

    def read(self) -> list[Catalog]:
        return [read(path, locale="fr") for path in self.catalogs()]

    def there(self) -> set[str]:
        """What people wrote that is in a catalog, beside what the memory only quotes there."""
        found = set()
        for catalog in self.read():
            texts = [
                text
                for block in catalog.blocks
                for text in (*block.msgstr, *block.comments)
                if not text.lstrip().startswith("memory ")
            ]
            found |= {text for text in self.written if any(text in held for held in texts)}
        return found

    def approved(self) -> dict[tuple[str, str], str]:
        return {
            (catalog.path, entry.msgid): entry.msgstr
            for catalog in self.read()
            for entry in catalog.entries
            if entry.state is State.APPROVED and entry.msgstr in self.written
        }

    def approvals_stand(self, before: dict[tuple[str, str], str], *, imported: bool) -> None:
        """What a person approved for a sentence that its catalog still has is approved for it."""
        for catalog in self.read():
            for entry in catalog.entries:
                words = before.get((catalog.path, entry.msgid))
                if words is None:
                    continue
                if imported and (
                    entry.state is not State.APPROVED
                    or any(words in text for text in entry.comments)
                ):
                    continue  # a translator's newer words: the old ones stay in a comment
                assert (entry.msgstr, entry.state) == (words, State.APPROVED), self.log


LOADED = pipeline.RUN, pipeline.SURVEY
"""What commands import, so that a child is at its work at once."""


def child(folder: Path, job: object, strike: str | None, number: int) -> int:
    """Run a command in a process of its own, killed at a moment; its exit status."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    try:
        if strike == "touch":
            sys.addaudithook(Killer(folder, number))
        elif strike == "time":
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, number / 200)
        job(Project.open(folder))  # type: ignore[operator]
    except TransflowError:
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a child must not go on as a second pytest
        traceback.print_exc()
        os._exit(UNEXPECTED)
    os._exit(0)


class Killer:
    """Kills its process as it opens, renames or removes a file of the project for the n-th time."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder, self.left = str(folder), number

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        if event not in {
            "open",
            "os.rename",
            "os.remove",
            "os.mkdir",
            "os.chmod",
            "sqlite3.connect",
        }:
            return
        if any(isinstance(one, (str, Path)) and str(one).startswith(self.folder) for one in given):
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("seed", range(COUNT))
def test_no_word_is_lost_in_a_history_with_kills(tmp_path, seed):
    history = History(tmp_path, seed)
    history.command(unharmed=True)
    events = [
        history.edit_an_article, history.edit_an_article, history.edit_an_article,
        history.translate_by_hand, history.translate_by_hand, history.translate_by_hand,
        history.rename_an_article, history.remove_an_article, history.add_an_article,
        history.clear_a_flag, history.comment, history.change_a_term, history.lose_the_cache,
        history.revert_with_git, history.merge_two_branches, history.change_the_engine,
    ]  # fmt: skip
    for _ in range(STEPS):
        for event in history.dice.sample(events, 2):
            history.log.append(event.__name__)
            event()
        history.command()
    history.command(unharmed=True)
    calm = {path: path.read_bytes() for path in history.catalogs()}
    history.command(unharmed=True)
    assert {path: path.read_bytes() for path in history.catalogs()} == calm, history.log
