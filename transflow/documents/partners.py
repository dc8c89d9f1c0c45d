"""Which constructs of a translation are which of the source sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from transflow.model import Span, SpanKind

__all__ = ["emptied", "match_spans"]


def match_spans(
    wanted: Sequence[Span], found: Sequence[Span], wanted_text: str, found_text: str
) -> dict[int, int]:
    """Which constructs of a translation are which of the source sentence.

    Returns:
        Index in `found` -> index in `wanted`; of several with one kind and destination those
        with the same markup first, then in order.
    """
    if not wanted or not found:
        return {}
    free: dict[tuple[SpanKind, str], list[int]] = defaultdict(list)
    for index, span in enumerate(wanted):
        free[span.kind, span.dest].append(index)
    partners: dict[int, int] = {}
    for exact in (True, False):
        if not exact and len(partners) == min(len(found), len(wanted)):
            break
        for index, span in enumerate(found):
            choices = free.get((span.kind, span.dest))
            if index in partners or not choices:
                continue
            markup = _opening(span, found_text)
            for choice in choices:
                same = _opening(wanted[choice], wanted_text) == markup
                if (same or not exact) and wanted[choice].atomic == span.atomic:
                    choices.remove(choice)
                    partners[index] = choice
                    break
    return partners


def emptied(
    wanted: Sequence[Span], found: Sequence[Span], partners: Mapping[int, int], text: str
) -> set[int]:
    """Elements in which the translation has no words, and the source some: `21<sup></sup>` for `21<sup>st</sup>`.

    They are written nowhere: a page would show nothing of them, or a gap.
    """
    if "></" not in text or len(partners) == len(wanted):
        return set()
    matched = set(partners.values())
    free = {
        span.dest
        for index, span in enumerate(wanted)
        if index not in matched and not span.atomic and span.kind is SpanKind.HTML
    }
    return {
        index
        for index, span in enumerate(found)
        if index not in partners and span.atomic and span.dest in free
        if text.endswith(f"></{span.dest}>", span.start, span.end)
    }


def _opening(span: Span, text: str) -> str:
    return text[span.start : span.end if span.atomic else span.inner_start]
