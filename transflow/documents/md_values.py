"""How a translation is written inside a tag of a Markdown article."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from transflow.documents.html_place import AttributePlace
from transflow.documents.md_escape import guard_cell, guard_line
from transflow.documents.md_inner import Form
from transflow.documents.md_place import MarkdownPlace
from transflow.documents.plan import Around, Slot
from transflow.documents.protect import defused

__all__ = ["PLACES", "FencePlace", "TagPlace"]

Source = Callable[[int, int], str]
_REFERENCES = {"{": "&#123;", "%": "&#37;"}


@dataclass(frozen=True, slots=True)
class TagPlace:
    """An attribute of a tag in running text, where a backtick could begin code."""

    quote: str
    cell: bool = False

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        value = AttributePlace(self.quote, markdown=True).encode(slot, text, source, around)
        value = value.replace("`", "&#96;")
        if source(max(0, slot.start - 1), slot.start) in {"\n", "\r", " ", "\t"}:
            # The value may begin on a line of its own.
            value = value if guard_line(value) == value else f"&#{ord(value[0])};{value[1:]}"
        return guard_cell(value) if self.cell else value


@dataclass(frozen=True, slots=True)
class ListPlace(TagPlace):
    """A value in a list of attributes, which a brace would end."""

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        value = TagPlace.encode(self, slot, text, source, around)
        return value.replace("{", "&#123;").replace("}", "&#125;")


@dataclass(frozen=True, slots=True)
class ArgumentPlace:
    """An argument of a template tag: nothing in it ends the argument or the tag, or begins another."""

    quote: str
    cell: bool = False

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:  # noqa: ARG002
        """See `transflow.documents.plan.Place`."""
        value = re.sub(r"\s*[\r\n]+\s*", " ", text)
        value = defused(value, "", _REFERENCES)
        value = re.sub(r"(?<=[}%>])\}", "&#125;", value)
        value = re.sub(r"\\+$", lambda match: "&#92;" * len(match[0]), value)
        written = "&#96;" if self.quote == "`" else f"\\{self.quote}"
        value = value.replace(self.quote, written)
        return guard_cell(value) if self.cell else value


@dataclass(frozen=True, slots=True)
class FencePlace:
    """The title of a directive, on the line of its fence, which a backtick would end."""

    def encode(self, slot: Slot, text: str, source: Source, around: Around) -> str:
        """See `transflow.documents.plan.Place`."""
        value = MarkdownPlace("heading").encode(slot, text, source, around)
        return re.sub(r"\\?`", "&#96;", value)


PLACES: dict[Form, type[TagPlace | ArgumentPlace]] = {
    Form.ATTRIBUTE: TagPlace,
    Form.LISTED: ListPlace,
    Form.ARGUMENT: ArgumentPlace,
}
"""How what stands inside markup is written."""
