"""What authors tell transflow in comments: `<!-- transflow: skip -->`, `note:`, `context:`."""

import re
from dataclasses import dataclass, field

__all__ = ["Directives"]

_COMMENT = re.compile(
    r"\s*<!--\s*transflow:\s*(?P<word>skip|off|on|note|context)\b\s*[:=]?\s*(?P<rest>.*?)\s*-->\s*",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(slots=True)
class Directives:
    """What the comments read so far say about the next block.

    `skip` leaves out the next block; `off` everything up to `on`; `note: text` is shown to the
    translator of the next unit; `context: word` becomes its msgctxt.
    """

    off: bool = False
    skip: bool = False
    notes: list[str] = field(default_factory=list)
    context: str = ""

    def read(self, comment: str) -> bool:
        """Take in a comment; false where it is not for transflow."""
        match = _COMMENT.fullmatch(comment)
        if match is None:
            return False
        word, rest = match["word"].lower(), " ".join(match["rest"].split())
        if word == "skip":
            self.skip = True
        elif word in {"off", "on"}:
            self.off = word == "off"
        elif word == "note" and rest:
            self.notes.append(rest)
        elif word == "context":
            self.context = rest
        return True

    def take_skip(self) -> bool:
        """Whether the block at hand is left out; `skip` is then spent."""
        skipped, self.skip = self.skip or self.off, False
        return skipped
