"""What befalls a project between commands: authors, people, tools and git at work."""

import re
import shutil
from collections.abc import Callable

from tests.histories.scene import Scene

__all__ = ["Events"]

PINS = ("{}", '{"en->fr": "argos/en_fr@0.9"}', '{"en->fr": "argos/en_fr@9.9"}')


class Events(Scene):
    """All that others do to a project."""

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
