"""A history: people, authors, tools, git and faults at work on one project; promise 3 throughout."""

import os
import subprocess
from pathlib import Path

from tests.histories.commands import RUN, Commands
from tests.histories.judging import LostError
from tests.histories.tracing import LIMIT

__all__ = ["STEPS", "History"]

STEPS = 4


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
