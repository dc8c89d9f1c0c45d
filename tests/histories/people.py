"""What translators and their tools do to the catalogs: each text is written once and known again."""

import random
import re
import subprocess
from pathlib import Path

import polib

from tests.histories.tracing import LIMIT

__all__ = ["People"]

WORDS = [
    "Mots de quelqu’un ({})",
    'Dit "va" \\ reste ({})',
    "Une ligne\net l’autre ({})",
    "Ça ({}).",
]
Choice = tuple[Path, polib.POFile, polib.POEntry]


class People:
    """Several people with several programs, at work on one project's catalogs."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice, self.count = folder, dice, 0

    def catalogs(self) -> list[Path]:
        return sorted((self.folder / "locales").rglob("*.po"))

    def entries(self) -> list[Choice]:
        found = []
        for path in self.catalogs():
            try:
                file = polib.pofile(str(path), wrapwidth=0)
            except (OSError, UnicodeDecodeError, ValueError):
                continue
            found += [(path, file, entry) for entry in file if not entry.obsolete and entry.msgid]
        return found

    def words(self, msgid: str = "") -> str:
        self.count += 1
        text = self.dice.choice(WORDS).format(self.count)
        return text + "\n" * msgid.endswith("\n")

    def note(self) -> str:
        self.count += 1
        return f"a note of mine ({self.count})"

    def save(self, file: polib.POFile, path: Path) -> None:
        """As one of many programs does it: wrapped or not, by way of msgcat."""
        file.wrapwidth = self.dice.choice((0, 0, 78))
        file.save(str(path))
        if self.dice.random() < 0.15:
            self.tool("msgcat", *self.dice.choice(((), ("--no-wrap",), ("-s",))), on=path)

    def tool(self, *words: str, on: Path) -> None:
        done = subprocess.run([*words, str(on)], capture_output=True, check=False, timeout=LIMIT)
        if done.returncode == 0 and done.stdout:
            on.write_bytes(done.stdout)

    def translate(self) -> None:
        """Some entries are written, most of them confirmed."""
        for _ in range(self.dice.randrange(1, 5)):
            if choices := self.entries():
                path, file, entry = self.dice.choice(choices)
                entry.msgstr = self.words(entry.msgid)
                if self.dice.random() < 0.7:
                    _unflag(entry)
                self.save(file, path)

    def in_vim(self) -> "tuple[Path, str] | None":
        """One line of a file is typed over, nothing else is touched; what was there before."""
        if not (paths := self.catalogs()):
            return None
        path = self.dice.choice(paths)
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        lines = list(re.finditer(r'(?m)^msgstr "((?:[^"\\]|\\.)*)"$(?!\n")', text))
        if not lines:
            return None
        line = self.dice.choice(lines)
        self.count += 1
        new = f"Tapé ici ({self.count})."
        text = text[: line.start(1)] + new + text[line.end(1) :]
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        return path, polib.unescape(line[1])

    def clear_a_flag(self) -> None:
        if choices := [one for one in self.entries() if one[2].msgstr and one[2].fuzzy]:
            path, file, entry = self.dice.choice(choices)
            _unflag(entry)
            self.save(file, path)

    def comment(self) -> None:
        if choices := self.entries():
            path, file, entry = self.dice.choice(choices)
            entry.tcomment = "\n".join(part for part in (self.note(), entry.tcomment) if part)
            self.save(file, path)

    def run_a_tool(self) -> None:
        """Programs that rewrite whole files: msgmerge with our template, msgattrib, msgcat."""
        if not (paths := self.catalogs()):
            return
        path = self.dice.choice(paths)
        template = self.folder / "locales" / f"{path.stem}.pot"
        which = self.dice.choice(("msgmerge", "clear", "set", "msgcat"))
        if which == "msgmerge" and template.exists():
            done = subprocess.run(
                ["msgmerge", "--previous", "-q", str(path), str(template)],
                capture_output=True, check=False, timeout=LIMIT,
            )  # fmt: skip
            if done.returncode == 0:
                path.write_bytes(done.stdout)
        elif which == "clear":
            self.tool("msgattrib", "--clear-fuzzy", "--no-wrap", on=path)
        elif which == "set":
            self.tool("msgattrib", "--set-fuzzy", "--no-wrap", on=path)
        else:
            self.tool("msgcat", on=path)

    def glue(self) -> None:
        """A merge without our driver: one entry's translation stands under another's sentence."""
        if not (paths := self.catalogs()):
            return
        path = self.dice.choice(paths)
        file = polib.pofile(str(path), wrapwidth=0)
        live = [entry for entry in file if not entry.obsolete]
        if len(live) > 1:
            one, other = self.dice.sample(live, 2)
            one.msgstr, one.tcomment, one.flags = other.msgstr, other.tcomment, []
            file.save(str(path))


def _unflag(entry: polib.POEntry) -> None:
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgid = None
