"""What authors do to articles: paragraphs of sentences, edited, moved, split, joined, renamed."""

import random
from pathlib import Path

__all__ = ["SENTENCES", "Authors"]

SENTENCES = [
    "The tide is low.",
    "The tide is not low.",
    "Ten boats came in.",
    "Eleven boats came in.",
    "12 boats came in by 4 March 2024.",
    "13 boats came in by 5 March 2024.",
    "The bank is closed.",
    "The bank is closed today.",
    "Salt is sold here, and nobody saw it.",
    "The Patent Cooperation Treaty has members.",
    'He said "go" to the <b>visitors</b> of https://example.org/a.',
    "Visitors came from **everywhere**.",
]
JOINED = {
    ("The harbour is old.", "The ships are new."): "The harbour is old and the ships are new.",
    ("Rain fell at night.", "Nobody slept."): "Rain fell at night and nobody slept.",
}


class Authors:
    """The articles of a project and the dice that change them."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice = folder, dice
        self.text: dict[str, list[list[str]]] = {}
        self.deleted: list[str] = []
        self.renamed: dict[str, str] = {}
        self.count = 0
        for name in ("tide", "bank"):
            self.add(name)

    def add(self, name: str = "") -> None:
        """A new article, some of whose sentences stand in others."""
        self.count += 1
        found = self.dice.sample(SENTENCES, 4)
        pair = list(self.dice.choice(list(JOINED)))
        self.text[name or f"new-{self.count}"] = [found[:2], [found[2]], pair, [found[3]]]
        self.save(name or f"new-{self.count}")

    def edit(self) -> None:
        """One change, as a desk makes it."""
        name = self.dice.choice(sorted(self.text))
        paragraphs = self.text[name]
        self.dice.choice((
            self.replace, self.replace, self.insert, self.delete, self.move, self.split_or_join,
            self.split_or_join, self.bring_back,
        ))(paragraphs)  # fmt: skip
        self.text[name] = [one for one in paragraphs if one] or [["The tide is low."]]
        self.save(name)

    def replace(self, paragraphs: list[list[str]]) -> None:
        paragraph = self.dice.choice(paragraphs)
        paragraph[self.dice.randrange(len(paragraph))] = self.dice.choice(SENTENCES)

    def insert(self, paragraphs: list[list[str]]) -> None:
        new = self.dice.choice(SENTENCES)
        if self.dice.random() < 0.5:
            self.dice.choice(paragraphs).append(new)
        else:
            paragraphs.insert(self.dice.randrange(len(paragraphs) + 1), [new])

    def delete(self, paragraphs: list[list[str]]) -> None:
        paragraph = self.dice.choice(paragraphs)
        self.deleted.append(paragraph.pop(self.dice.randrange(len(paragraph))))

    def move(self, paragraphs: list[list[str]]) -> None:
        self.dice.shuffle(paragraphs)

    def split_or_join(self, paragraphs: list[list[str]]) -> None:
        for paragraph in paragraphs:
            for two, one in JOINED.items():
                if one in paragraph:
                    at = paragraph.index(one)
                    paragraph[at : at + 1] = two
                    return
                if all(sentence in paragraph for sentence in two):
                    at = paragraph.index(two[0])
                    paragraph[:] = [s for s in paragraph if s not in two]
                    paragraph.insert(at, one)
                    return

    def bring_back(self, paragraphs: list[list[str]]) -> None:
        if self.deleted:
            self.dice.choice(paragraphs).append(self.deleted.pop())

    def rename(self) -> None:
        """The article gets another file name, so another id."""
        name = self.dice.choice(sorted(self.text))
        self.count += 1
        new = f"renamed-{self.count}"
        self.text[new] = self.text.pop(name)
        self.renamed[name] = new
        self.path(name).rename(self.path(new))

    def remove(self) -> None:
        """An article goes, if it is not the last."""
        if len(self.text) > 1:
            name = self.dice.choice(sorted(self.text))
            del self.text[name]
            self.path(name).unlink()

    def path(self, name: str) -> Path:
        return self.folder / "articles" / f"{name}.md"

    def save(self, name: str) -> None:
        body = "\n\n".join(" ".join(paragraph) for paragraph in self.text[name])
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(f"# Report\n\n{body}\n")
