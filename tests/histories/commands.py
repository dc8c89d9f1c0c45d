"""Commands of transflow in a history, most of them struck while they are at work."""

import random
import re
from pathlib import Path

import polib

from tests.histories.book import look, words_in
from tests.histories.judging import Judge, LostError
from tests.histories.tracing import Command, Strike, follow

__all__ = ["RUN", "Commands"]

RUN = ["run", "--json"]
CALLS = {
    "run": 150, "translate": 100, "export": 50, "publish": 50, "approve": 12, "reject": 12, "accept": 14,
    "import": 14, "bundle": 14, "exchange": 14, "merge-driver": 8,
}  # fmt: skip
"""About how many calls a command makes that change the disk: where a strike falls is drawn from these."""


class Commands(Judge):
    """What transflow does in a project, and what comes of it."""

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
        base = look(self.folder)
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
        self.judge_merge(base.words | base.unread, ours, theirs)
        self.commit()
        self.git("branch", "-q", "-D", "side")

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
        base = words_in(sides[0], unread=True)
        ours, theirs = (words_in(side) for side in sides[1:])
        command = self.made(["merge-driver", *map(str, sides)], self.strike("merge-driver"))
        follow(command)
        self.judge_end(command)
        if command.status in {0, 1}:
            path.write_bytes(sides[1].read_bytes())
            self.judge_merge(base, ours, theirs)
        elif sides[1].read_bytes() != mine:
            raise LostError("a driver that did not end changed its file", self.log)

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
