"""Ids of headings: made from the source's words, so that links hold in every language."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Anchors", "Unnamed", "heading_list"]

_LIST = re.compile(
    r"[ \t]*\{(?::?[ \t]*(?P<list>(?:(?:[#.][^\s{}]+|-(?=[ \t}])|[\w-]+=(?:\"[^\"]*\"|[^\s{}]+))[ \t]*)+)"
    r"|/\*[ \t]*#[^\s{}*]+[ \t]*\*/)\}[ \t]*$"
    r"|[ \t]+:id=(?P<named>[\w-]+)[ \t]*$"
)
"""Attributes behind a heading: `{#my-id .wide}`, in MDX `{/* #my-id */}`, in Docsify `:id=my-id`."""
_DROPPED = re.compile(r"[^a-z0-9_ \t-]+")
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w")


def heading_list(text: str) -> re.Match[str] | None:
    """The attributes behind a heading, where it has some."""
    return _LIST.search(text) if "}" in text or ":id=" in text else None


class Unnamed(NamedTuple):
    """A heading of Markdown whose id its author does not say."""

    level: int
    id: str
    end: int
    """Where its text ends in the source."""
    listed: int = -1
    """Where the list of its attributes begins (`.wide` in `{: .wide }`); -1 if it has none."""

    @property
    def patch(self) -> tuple[int, int, str]:
        """What says its id, and where."""
        if self.listed >= 0:
            return (self.listed, self.listed, f"#{self.id} ")
        return (self.end, self.end, f" {{#{self.id}}}")


@dataclass(slots=True)
class Anchors:
    """Gives each heading of an article an id.

    Lower case, blanks to hyphens, punctuation dropped, letters of every script kept, as GitHub
    does; a repeated one gets `-1`, `-2`; one without letters or digits is `section-<number>`.
    """

    taken: set[str] = field(default_factory=set)
    repeated: dict[str, int] = field(default_factory=dict)
    """The last number that was put behind a name."""
    count: int = 0

    def make(self, text: str, explicit: str = "") -> str:
        """The id of the next heading.

        Args:
            text: What a reader sees of it.
            explicit: The id its author gave it.
        """
        self.count += 1
        base = explicit or self._slug(text) or f"section-{self.count}"
        name, number = base, self.repeated.get(base, 0)
        while name in self.taken:
            number += 1
            name = f"{base}-{number}"
        self.repeated[base] = number
        self.taken.add(name)
        return name

    @staticmethod
    def _slug(text: str) -> str:
        lowered = unicodedata.normalize("NFC", text).lower()
        kept = (
            _DROPPED.sub("", lowered)
            if lowered.isascii()
            else "".join(
                char
                for char in lowered
                if char in "-_ \t" or unicodedata.category(char)[0] in {"L", "N", "M"}
            )
        )
        slug = _SPACE.sub("-", kept.strip())
        return slug.strip("-\ufe0f") if _WORD.search(slug) else ""
