"""A page's elements as a tree, for ITS rules that point from one element to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transflow.documents.cutting import Options
from transflow.documents.html_inline import plain
from transflow.documents.html_stack import OpenElements
from transflow.documents.html_tokens import VOID, tokens
from transflow.documents.its import Node, Step

__all__ = ["Outline"]


@dataclass(slots=True)
class _Branch:
    node: Node
    above: "_Branch | None"
    words: list[str] = field(default_factory=list)
    below: "list[_Branch]" = field(default_factory=list)


class Outline:
    """The elements of a page, by where their start tags begin."""

    def __init__(self, page: str) -> None:
        self.root = _Branch(Node.root(), None)
        self.places: dict[int, _Branch] = {}
        self._read(page)

    def text(self, place: int, up: int, steps: Sequence[Step]) -> str:
        """The words of the first element found.

        Args:
            place: Where the element's start tag begins that is asked from.
            up: How many levels above it to begin; -1 for the page.
            steps: The way from there.
        """
        base: _Branch | None = self.places.get(place)
        for _ in range(up):
            base = base.above if base else None
        found = [self.root] if up < 0 else [base] if base else []
        for step in steps:
            found = [
                each
                for branch in found
                for each in (_all(branch) if step.anywhere else branch.below)
                if step.fits(each.node)
            ]
        return " ".join("".join(found[0].words).split()) if found else ""

    def _read(self, page: str) -> None:
        elements, branches = OpenElements(), [self.root]
        options = Options("en")
        for token in tokens(page):
            tag = token.tag
            if tag is None:
                if token.kind == "text":
                    for branch in branches:
                        branch.words.append(plain(page[token.start : token.end]))
                continue
            block = elements.is_block(tag)
            if tag.closing:
                elements.end(tag.name)
            elif block:
                elements.imply(tag.name)
            del branches[len(elements.stack) + 1 :]
            if tag.closing:
                continue
            same = sum(1 for each in branches[-1].below if each.node.tag.name == tag.name)
            branch = _Branch(Node(tag, same + 1), branches[-1])
            branches[-1].below.append(branch)
            self.places[token.start] = branch
            elements.start(tag, options, block=block)
            branches.append(branch)
            if tag.name in VOID:
                elements.end(tag.name)
                branches.pop()


def _all(branch: _Branch) -> Iterator[_Branch]:
    """Everything below, in the page's order."""
    waiting = list(reversed(branch.below))
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(each.below))
