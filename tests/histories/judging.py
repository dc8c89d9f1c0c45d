"""Promise 3, judged at every moment at which a command could be killed, and at its end."""

import os
from pathlib import Path

import polib

from tests.histories.book import Book, look
from tests.histories.events import Events
from tests.histories.tracing import Command
from transflow.model import State

__all__ = ["Judge", "LostError"]

UNHELD = frozenset({"merge-driver", "bundle", "exchange"})
"""Commands that do not hold the project, or only if they can."""


class LostError(AssertionError):
    """Promise 3 is broken."""


class Judge(Events):
    """Compares what people had in a project with what they have."""

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

    def judge_merge(
        self, base: frozenset[str], ours: frozenset[str], theirs: frozenset[str]
    ) -> None:
        kept = (ours | theirs) - (base - (ours & theirs))
        if lost := look(self.folder).lacks(kept):
            raise LostError("a merge lost words", lost, self.log)
