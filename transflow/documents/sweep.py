"""Questions about nested spans answered in one pass over a text."""

from collections.abc import Sequence

from transflow.model import Span

__all__ = ["Sweep", "without_overlap"]


class Sweep:
    """Walks through a text from left to right and knows which spans are around each place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Begin at the text's beginning; `spans` are nested, outer before inner."""
        self.spans = spans
        self.next = 0
        self.open: list[Span] = []

    def at(self, place: int) -> list[Span]:
        """The spans around the character at `place`, outer first; places must not go back."""
        while self.next < len(self.spans) and self.spans[self.next].start <= place:
            span = self.spans[self.next]
            self.next += 1
            self._close(span.start)
            self.open.append(span)
        self._close(place)
        return self.open

    def _close(self, place: int) -> None:
        while self.open and self.open[-1].end <= place:
            self.open.pop()


def without_overlap(spans: Sequence[Span], blocked: Sequence[tuple[int, int]]) -> list[Span]:
    """Those of `spans` that overlap neither a blocked range nor one kept before."""
    ranges = sorted(blocked)
    kept: list[Span] = []
    index, taken = 0, 0
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        while index < len(ranges) and ranges[index][1] <= span.start:
            index += 1
        clear = index == len(ranges) or span.end <= ranges[index][0]
        if clear and span.start >= taken:
            kept.append(span)
            taken = span.end
    return kept
