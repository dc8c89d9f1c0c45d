"""A history: people, authors, tools, git and faults at work on one project; promise 3 throughout."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import polib

from tests.conftest import ROOT
from tests.histories.authors import Authors
from tests.histories.book import Book, look, words_in
from tests.histories.people import People
from tests.histories.tracing import LIMIT, Command, Strike, follow
from tests.project import GLOSSARY, write
from transflow.model import State

__all__ = ["STEPS", "History", "LostError", "Tally"]

STEPS = 4
RUN = ["run", "--json"]
WORKFLOW = """\
locales:
  fr: {engine: none}
review: REVIEW
engine: {pins: {}}
glossary: {files: ["glossary/*.csv"]}
site: {title: News, base_url: "https://news.example.org/", outputs: [OUTPUT]}
"""
ENGINES = ("none", "{toy: alpha}", "{toy: beta}")
PINS = ("{}", '{"en->fr": "argos/en_fr@0.3"}', '{"en->fr": "argos/en_fr@9.9"}')
DRIVER = f"{sys.executable} -c 'from transflow.cli import main; main()' merge-driver %O %A %B %P"
CALLS = {
    "run": 150, "translate": 100, "export": 50, "publish": 50, "approve": 12, "reject": 12, "accept": 14,
    "import": 14, "bundle": 14, "exchange": 14, "merge-driver": 8,
}  # fmt: skip
"""About how many calls a command makes that change the disk: where a strike falls is drawn from these."""
UNHELD = frozenset({"merge-driver", "bundle", "exchange"})
"""Commands that do not hold the project, or only if they can."""


class LostError(AssertionError):
    """Promise 3 is broken."""


@dataclass
class Tally:
    """What histories went through."""

    histories: int = 0
    commands: Counter[str] = field(default_factory=Counter)
    struck: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(how, command): strikes that fell while the command was at work."""
    missed: int = 0
    """Strikes that came too late: the command was done."""
    moments: int = 0
    """Moments at which a command could have been killed, each judged as if it had been."""
    at: Counter[str] = field(default_factory=Counter)
    """Calls at which a process was killed."""
    events: Counter[str] = field(default_factory=Counter)

    def told(self, seconds: float) -> str:
        """The figures, one a line."""
        hows = sorted({how for how, _ in self.struck})
        by_how = {how: {n: c for (h, n), c in self.struck.items() if h == how} for how in hows}
        return "\n".join([
            f"{self.histories} histories, {self.commands.total()} commands, {seconds:.0f} s of processor",
            f"moments judged within commands: {self.moments}",
            f"strikes that fell at work: {self.struck.total()}; too late: {self.missed}",
            *(f"  {how}: {sum(each.values())} {each}" for how, each in by_how.items()),
            f"killed at: {dict(self.at.most_common())}",
            f"commands: {dict(self.commands.most_common())}",
            f"events: {dict(self.events.most_common())}",
        ])  # fmt: skip


class History:
    """One project over years; everything in it follows from the seed."""

    def __init__(self, folder: Path, seed: int, tally: Tally | None = None, *, fresh: bool = False):
        self.folder = folder / "project"
        self.folder.mkdir(parents=True)
        self.dice = random.Random(seed)
        self.fresh, self.tally = fresh, tally or Tally()
        self.tally.histories += 1
        self.log: list[str] = []
        self.engines = (*ENGINES, "argos") if seed % 25 == 0 else ENGINES
        self.two_step = seed % 3 == 0
        workflow = WORKFLOW.replace("REVIEW", "two-step" if self.two_step else "single")
        workflow = workflow.replace("OUTPUT", "html" if seed % 8 == 0 else "source")
        workflow = workflow.replace("none", self.dice.choice(self.engines))
        if seed % 5 == 0:
            workflow = workflow.replace("locales:\n", "locales:\n  zh-Hans: {engine: none}\n")
        write(self.folder / "workflow.yaml", workflow)
        write(self.folder / "glossary" / "terms.csv", GLOSSARY)
        (self.folder / "models").symlink_to(ROOT / "models")
        self.authors = Authors(self.folder, self.dice)
        self.people = People(self.folder, self.dice)
        self.saved: Book | None = None
        write(self.folder / ".gitignore", ".transflow\npublic\nmodels\nmail\n")
        write(self.folder / ".gitattributes", "*.po merge=transflow\n")
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.transflow.driver", DRIVER)

    def live(self) -> None:
        """From the first run to a last one after which nothing moves any more."""
        self.command(RUN, None)
        for _ in range(STEPS):
            for event in self.dice.choices(self.events(), k=3):
                self.event(event)
            self.step()
        self.command(RUN, None)
        calm = self.catalogs()
        self.command(RUN, None)
        if self.catalogs() != calm:
            raise LostError("a second run changes something", self.log)
        for path in self.people.catalogs():
            self.sound(path)

    def event(self, event: Callable[[], object]) -> None:
        self.log.append(event.__name__)
        self.tally.events[event.__name__] += 1
        event()

    def events(self) -> list[Callable[[], object]]:
        authors, people = self.authors, self.people
        return [
            authors.edit, authors.edit, authors.edit, authors.edit, authors.edit, authors.rename,
            authors.remove, authors.add, people.translate, people.translate, people.translate,
            people.translate, people.in_vim, people.clear_a_flag, people.comment,
            people.run_a_tool, people.glue, self.change_a_term, self.lose_the_cache,
            self.change_the_engine, self.revert_with_git, self.resolve,
        ]  # fmt: skip

    def catalogs(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.people.catalogs()}

    def sound(self, path: Path) -> None:
        """gettext reads the file without a warning."""
        done = subprocess.run(
            ["msgfmt", "--check", "-o", os.devnull, str(path)],
            capture_output=True, text=True, check=False, timeout=LIMIT,
        )  # fmt: skip
        if done.returncode or done.stderr:
            raise LostError(done.stderr, self.log)

    # What befalls the project.

    def change_a_term(self) -> None:
        path = self.folder / "glossary" / "terms.csv"
        old, new = self.dice.sample(["Traité de coopération", "Accord de coopération"], 2)
        path.write_text(path.read_text().replace(old, new))

    def lose_the_cache(self) -> None:
        shutil.rmtree(self.folder / ".transflow", ignore_errors=True)

    def change_the_engine(self) -> None:
        """Another one, none, or another version pinned."""
        path = self.folder / "workflow.yaml"
        text = path.read_text()
        text = re.sub(
            r"fr: \{engine: .*\}", f"fr: {{engine: {self.dice.choice(self.engines)}}}", text
        )
        path.write_text(re.sub(r"pins: \{.*?\}(?=\})", f"pins: {self.dice.choice(PINS)}", text))

    def resolve(self) -> None:
        """Somebody settles the conflicts that stand in entries."""
        for path, file, entry in self.people.entries():
            if "conflict, " in entry.tcomment:
                lines = entry.tcomment.splitlines()
                entry.tcomment = "\n".join(x for x in lines if not x.startswith("conflict, "))
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                file.save(str(path))
                return

    def git(self, *words: str, check: bool = True) -> str:
        identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "gc.auto=0")
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.folder, check=check, capture_output=True, text=True, timeout=LIMIT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "as it stands")

    def revert_with_git(self) -> None:
        """The catalogs of some commits ago; what was written since is theirs to throw away."""
        self.commit()
        commits = self.git("rev-list", "-n", "4", "HEAD").split()
        self.git("checkout", "-q", self.dice.choice(commits), "--", "locales", check=False)

    # What transflow does.

    def step(self) -> None:
        """One command, or several, most of them struck."""
        self.dice.choice((
            *[self.bring_up_to_date] * 6, *[self.decide] * 4, *[self.take_back] * 4,
            *[self.bundle] * 2, *[self.exchange] * 2, *[self.two_at_once] * 2,
            *[self.half_a_file] * 2, *[self.call_the_driver] * 3, self.merge_branches,
        ))()  # fmt: skip

    def bring_up_to_date(self) -> None:
        names = ("run", "run", "run", "translate", "export", "publish", "resegment")
        name = self.dice.choice(names)
        words = [name, "--yes" if name == "resegment" else "--json"]
        if name in {"run", "translate"} and self.dice.random() < 0.15:
            words.append("--redraw")
        self.command(words, self.strike(name))

    def places(self) -> list[str]:
        return [
            f"{path.relative_to(self.folder)}:{entry.linenum}"
            for path, _, entry in self.people.entries()
        ]

    def decide(self) -> None:
        """Approve, reject, accept: an entry or a file."""
        name = self.dice.choice(("approve", "approve", "reject", "accept"))
        if not (places := self.places()):
            return
        targets = self.dice.sample(places, min(len(places), self.dice.randrange(1, 4)))
        files = {place.rpartition(":")[0] for place in places}
        if name == "accept":
            words = [
                name,
                targets[0],
                self.dice.choice(("numbers", "markup", "names")),
                "--by",
                "Ann",
            ]
        elif self.dice.random() < 0.4:
            words = [name, *sorted(files)[:2], "--by", "Ann"]
        else:
            words = [name, *targets, "--by", "Ann"]
        self.command(words, self.strike(name))

    def take_back(self) -> None:
        """A file made from an older export, with somebody's work on it."""
        self.work_elsewhere(self.people.catalogs(), "import")

    def bundle(self) -> None:
        """All of a locale goes out as one file and comes back when time has passed."""
        to = self.mail(f"bundle-{len(self.log)}.po")
        if self.command(["bundle", "fr", "--to", str(to)], self.strike("bundle")) == 0:
            self.work_elsewhere([to], "import")

    def exchange(self) -> None:
        to = self.mail(f"all-{len(self.log)}.xlf")
        version = self.dice.choice(("2.1", "2.0", "1.2"))
        words = ["exchange", "export", "fr", str(to), "--version", version]
        if self.command(words, self.strike("exchange")) != 0:
            return
        text = to.read_text("utf-8")
        targets = list(re.finditer(r"<target[^>]*>([^<]+)</target>", text))
        done = set()
        if targets:
            spot, word = self.dice.choice(targets), f"Mots d’ailleurs ({self.people.note()[18:-1]})"
            text = text[: spot.start(1)] + word + text[spot.end(1) :]
            done.add(word)
            to.write_text(text, "utf-8")
        self.meanwhile()
        self.bring_in(["exchange", "import", str(to)], done)

    def work_elsewhere(self, files: list[Path], name: str) -> None:
        """Copies of files as they are now are worked on elsewhere, come back, and are taken in."""
        if not files:
            return
        path = self.dice.choice(files)
        locale = path.relative_to(self.folder).parts[1] if "locales" in path.parts else "fr"
        file = polib.pofile(str(path), wrapwidth=self.dice.choice((0, 78)))
        live = [entry for entry in file if not entry.obsolete]
        done = set()
        for entry in self.dice.sample(live, min(len(live), self.dice.randrange(1, 4))):
            entry.msgstr = self.people.words(entry.msgid)
            done.add(entry.msgstr)
            if self.dice.random() < 0.8:
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        back = self.mail(path.name)
        file.save(str(back))
        self.meanwhile()
        self.bring_in([name, str(back), "--locale", locale], done)

    def mail(self, name: str) -> Path:
        (self.folder / "mail").mkdir(exist_ok=True)
        return self.folder / "mail" / name

    def meanwhile(self) -> None:
        """Here, too, time passes."""
        for event in self.dice.choices(self.events(), k=self.dice.randrange(3)):
            self.event(event)
        if self.dice.random() < 0.3:
            self.command(RUN, None)

    def bring_in(self, words: list[str], done: set[str]) -> None:
        name = words[0]
        code = self.command(words, self.strike(name), imported=True)
        if code == 0 and (lost := look(self.folder).lacks(frozenset(done))):
            raise LostError("returned words are not here", lost, self.log)

    def two_at_once(self) -> None:
        """Two commands started together; one may be killed while the other waits or works."""
        names = self.dice.choice((("run", "run"), ("run", "export"), ("translate", "publish")))
        before = look(self.folder)
        strike = self.strike(names[0])
        if strike and strike.how == "saved":
            strike = None
        both = [self.made([names[0], "--json"], strike), self.made([names[1], "--json"], None)]
        follow(*both)
        for one in both:
            self.judge_end(one)
        self.judge(before)

    def half_a_file(self) -> None:
        """Another program died while it wrote a catalog; its owner restores it from git later."""
        if not (paths := self.people.catalogs()):
            return
        self.commit()
        path = self.dice.choice(paths)
        whole = path.read_bytes()
        path.write_bytes(half := whole[: self.dice.randrange(1, len(whole))])
        self.command(RUN, self.strike("run"))
        for one in self.people.catalogs():  # it moved if its article was renamed
            if one == path or one.read_bytes() == half:
                one.write_bytes(whole)
        self.command(RUN, None)

    def merge_branches(self) -> None:
        """Two people at work on branches of their own; git merges with our driver."""
        self.commit()
        base = look(self.folder).words
        self.git("checkout", "-q", "-b", "side")
        self.people.translate()
        self.people.comment()
        self.commit()
        theirs = look(self.folder).words
        self.git("checkout", "-q", "main")
        self.people.translate()
        self.commit()
        ours = look(self.folder).words
        self.git("merge", "-q", "side", check=False)
        self.log.append("merged")
        self.judge_merge(base, ours, theirs)
        self.commit()
        self.git("branch", "-q", "-D", "side")

    def judge_merge(
        self, base: frozenset[str], ours: frozenset[str], theirs: frozenset[str]
    ) -> None:
        kept = (ours | theirs) - (base - (ours & theirs))
        if lost := look(self.folder).lacks(kept):
            raise LostError("a merge lost words", lost, self.log)

    def call_the_driver(self) -> None:
        """The same of one catalog, the driver struck while it is at work."""
        if not (paths := self.people.catalogs()):
            return
        path = self.dice.choice(paths)
        sides = [self.mail(name) for name in ("base.po", "ours.po", "theirs.po")]
        sides[0].write_bytes(old := path.read_bytes())
        self.people.translate()
        sides[2].write_bytes(path.read_bytes())
        path.write_bytes(old)
        self.people.translate()
        sides[1].write_bytes(mine := path.read_bytes())
        base, ours, theirs = (words_in(side) for side in sides)
        command = self.made(["merge-driver", *map(str, sides)], self.strike("merge-driver"))
        follow(command)
        self.judge_end(command)
        if command.status in {0, 1}:
            path.write_bytes(sides[1].read_bytes())
            self.judge_merge(base, ours, theirs)
        elif sides[1].read_bytes() != mine:
            raise LostError("a driver that did not end changed its file", self.log)

    # Judging.

    def strike(self, name: str) -> Strike | None:
        hows = (
            "kill",
            "kill",
            "kill",
            "kill",
            "torn",
            "torn",
            "full",
            "denied",
            "broken",
            "saved",
            "",
        )
        how = self.dice.choice(hows)
        if not how:
            return None
        at = self.dice.randrange(1, CALLS.get(name, 25) + 1)
        if how != "saved":
            return Strike(how, at)
        killed_at = at + self.dice.randrange(1, 6) if self.dice.random() < 0.5 else 0
        return Strike(how, at, self.save_meanwhile, killed_at)

    def save_meanwhile(self, call: str) -> None:
        """Somebody's editor saves while a command stands at a call."""
        self.log.append(f"saved at {call}")
        self.people.in_vim()
        self.saved = look(self.folder)

    def made(self, words: list[str], strike: Strike | None) -> Command:
        dice = random.Random(self.dice.random())
        return Command(words, self.folder, strike, fresh=self.fresh, dice=dice)

    def command(self, words: list[str], strike: Strike | None, *, imported: bool = False) -> int:
        before, self.saved = look(self.folder), None
        command = self.made(words, strike)
        last = self.signature()

        def judge() -> None:
            self.judge(self.saved or before, imported=imported, rejected=words[0] == "reject")

        def watch() -> None:
            nonlocal last
            self.tally.moments += 1
            if (now := self.signature()) != last:
                last = now
                judge()

        command.watch = watch
        follow(command)
        self.judge_end(command)
        judge()
        return command.status or 0

    def signature(self) -> list[tuple[str, int, int]]:
        """Which files that hold people's words are there, each as which version."""
        found = []
        for folder, _, names in os.walk(self.folder / "locales"):
            for name in names:
                if ".po" in name and not name.endswith(".tmp"):
                    stat = Path(folder, name).stat()
                    found.append((f"{folder}/{name}", stat.st_ino, stat.st_mtime_ns))
        reviews = self.folder / "reviews.yaml"
        return [*found, ("", reviews.stat().st_ino if reviews.exists() else 0, 0)]

    def judge_end(self, command: Command) -> None:
        """It ended as it may, and said what a person can read."""
        strike, name = command.strike, command.words[0]
        self.tally.commands[name] += 1
        told = f"{strike.how} at {strike.at} {command.struck}" if strike else ""
        self.log.append(f"{' '.join(command.words)}: {told} -> {command.status}")
        if strike and command.struck:
            self.tally.struck[strike.how, name] += 1
            if strike.how in {"kill", "torn"}:
                self.tally.at[command.struck] += 1
        elif strike:
            self.tally.missed += 1
        killed = strike is not None and strike.how in {"kill", "torn"} and command.struck
        maybe = {0, 1, 2, -9} if strike is not None and strike.killed_at else {0, 1, 2}
        if "Traceback" in command.said or command.status not in ({-9} if killed else maybe):
            raise LostError("how a command ended", command.status, command.said, self.log)
        if command.struck or command.status not in {0, 1} or name in UNHELD:
            return
        if left := [path for path in self.folder.rglob("*.kept") if path.is_file()]:
            raise LostError("what was kept is not settled", left, self.log)

    def judge(self, before: Book, *, imported: bool = False, rejected: bool = False) -> None:
        """Promise 3."""
        after = look(self.folder)
        if lost := after.lacks(before.words):
            raise LostError("words are gone", lost, self.log)
        for path, data in before.broken.items():
            if data not in after.broken.values():  # it moves whole if its article is renamed
                raise LostError("a broken file was touched", path, self.log)
        if not set(after.broken.values()) <= set(before.broken.values()):
            raise LostError("a catalog was broken", after.broken, self.log)
        if not rejected:
            self.approvals_stand(before, after, imported=imported)

    def approvals_stand(self, before: Book, after: Book, *, imported: bool) -> None:
        """What is vouched for a sentence that its catalog still has stands, and is vouched for."""
        for (name, context, msgid), (words, state) in before.vouched.items():
            place = name if name in after.names else self.moved(name, before)
            entry = after.live.get((place, context, msgid))
            if entry is None:
                continue
            if imported and (entry[0] != words or entry[1] is not state):
                kept = " ".join([*entry[2], entry[0]])
                if any(w in kept for w in (words, polib.escape(words), " ".join(words.split()))):
                    continue  # a translator's newer words: the old ones stay in a comment
            if place != name and words in self.elsewhere(before, after):
                continue  # another article, new as well, is more like what this one was
            better = state is State.TRANSLATED and entry[1] is State.APPROVED
            if entry[0] != words or not (entry[1] is state or better):
                raise LostError("an approval fell", name, msgid, words, state, entry, self.log)

    def elsewhere(self, before: Book, after: Book) -> set[str]:
        """Translations in catalogs that are new."""
        return {
            words
            for (name, _, _), (words, _, _) in after.live.items()
            if name not in before.names
        }  # fmt: skip

    def moved(self, name: str, before: Book) -> str:
        """The catalog that one became, if its article has another name now and no other was of it."""
        locale, _, article = name.partition("/")
        new = f"{locale}/{self.now(article)}"
        same = [
            one for one in before.names
            if one.startswith(f"{locale}/") and self.now(one.partition("/")[2]) == self.now(article)
        ]  # fmt: skip
        return new if same == [name] and not self.authors.path(article).exists() else name

    def now(self, article: str) -> str:
        while article in self.authors.renamed:
            article = self.authors.renamed[article]
        return article
