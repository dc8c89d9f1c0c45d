"""A suspect drafted without its numbers and names: stand-ins travel in their place.

A weak model that loses 35 \u00b5m or H1N1, or writes a number twice, does better with two plain
figures; where each of them comes back once, the number or name takes its place.
"""

import re
from dataclasses import dataclass

from transflow.quantities import digits
from transflow.translation import literals, measures, standins
from transflow.translation.literals import Literal
from transflow.translation.measures import percent
from transflow.translation.numbers import compare
from transflow.translation.standins import Masked
from transflow.translation.work import Part, Settings

__all__ = ["Unnumbered", "unnumbered"]


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A part with stand-ins for its numbers and names."""

    original: str
    masked: Masked
    source: str
    locale: str

    @property
    def text(self) -> str:
        """What the engine reads."""
        return self.masked.text

    def restored(self, draft: str) -> str | None:
        """The draft with numbers and names again; None where a stand-in is gone or doubled."""
        result = compare(self.masked.text, draft, self.source, self.locale)
        if result.missing or result.extra:
            return None
        text, _, guessed = standins.unmask(
            self.masked, self.original, draft, (), locale=self.locale
        )
        return None if guessed else text


def unnumbered(part: Part, settings: Settings) -> Unnumbered | None:
    """The part with new stand-ins for its numbers, names and old stand-ins; None if it has none."""
    taken = list(part.protected)
    found = [Literal(start, end, part.text[start:end], "number") for start, end in taken]
    names = literals.soft_ranges(part.text, settings.locale)
    figures = digits(part.text, settings.source)
    for kind, start, end in (
        *(("name", start, end) for start, end in names),
        *(("number", one.start, one.start + len(one.figures)) for one in figures),
    ):
        if all(end <= begin or stop <= start for begin, stop in taken):
            text, stop = part.text[start:end], end
            if settings.number_style != "source":
                text = measures.localise(text, settings.source, settings.locale)
            sign = _SIGN.match(part.text, end)
            if sign:  # which a weak model loses with the number it knew
                stop = sign.end()
                text += percent(settings.locale) if settings.number_style != "source" else sign[0]
            found.append(Literal(start, stop, text, kind))
            taken.append((start, stop))
    if not found or len(found) > _MANY:
        return None
    found.sort(key=lambda one: one.start)
    masked = standins.mask(part.text, found)
    return Unnumbered(part.text, masked, settings.source, settings.locale)


_SIGN = re.compile(r"[ \u00a0\u202f]?%(?![\w(])")
_MANY = 12
"""More figures in one sentence than a model keeps apart."""
