"""A history: people, authors, tools, git and faults at work on one project; promise 3 throughout."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.histories.commands import RUN, Commands
from tests.histories.judging import LostError
from tests.histories.tracing import LIMIT

__all__ = ["STEPS", "History"]

STEPS = 4
PINS = ("{}", '{"en->fr": "argos/en_fr@0.3"}', '{"en->fr": "argos/en_fr@9.9"}')


class History(Commands):
    """One project over years."""

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

    def revert_with_git(self) -> None:
        """The catalogs of some commits ago; what was written since is theirs to throw away."""
        self.commit()
        commits = self.git("rev-list", "-n", "4", "HEAD").split()
        self.git("checkout", "-q", self.dice.choice(commits), "--", "locales", check=False)
