"""Engines that do as a test says, by the public protocol."""

from collections.abc import Callable, Sequence

from transflow.model import Draft


class Scripted:
    """A black box that answers from a table, or by a function; it notes what it was asked."""

    def __init__(
        self, answers: dict[str, str] | Callable[[str], str], target: str = "es", source: str = "en"
    ) -> None:
        self.name = "scripted/1"
        self.source = source
        self.target = target
        self._answers = answers
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        self.asked += texts
        if callable(self._answers):
            return [Draft(self._answers(text)) for text in texts]
        return [Draft(self._answers.get(text, text)) for text in texts]
