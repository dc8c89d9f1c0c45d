"""Drafts by the engine with terms enforced; those that come back suspect are drawn again."""

from collections.abc import Sequence

from transflow.engines import Decoding, Engine, SteerableEngine
from transflow.model import TermWay
from transflow.translation.assembly import Part, Settings, Work
from transflow.translation.distrust import examine
from transflow.translation.terminology import TermDraft, TermItem, enforce

__all__ = ["draft_all"]

_OTHER_WAYS = (
    Decoding(no_repeat=3, repetition_penalty=1.1),
    Decoding(coverage_penalty=0.3, no_repeat=4, repetition_penalty=1.3),
)


def draft_all(works: Sequence[Work], engine: Engine, settings: Settings) -> None:
    """Fill the parts of all works; equal parts are decoded once."""
    same: dict[tuple[str, tuple[tuple[int, int], ...]], list[Part]] = {}
    for work in works:
        for part in work.parts:
            same.setdefault((part.text, part.protected), []).append(part)
    firsts = [parts[0] for parts in same.values()]
    _draft(firsts, engine, settings, None)
    ways = _OTHER_WAYS if isinstance(engine, SteerableEngine) else ()
    for way in ways:
        suspects = [part for part in firsts if part.suspicions]
        if suspects:
            _draft(suspects, engine, settings, way)
    for first, *others in same.values():
        for other in others:
            other.draft, other.alignment, other.terms = first.draft, first.alignment, first.terms
            other.score, other.suspicions = first.score, first.suspicions


def _draft(
    parts: Sequence[Part], engine: Engine, settings: Settings, decoding: Decoding | None
) -> None:
    items = [TermItem(part.text, part.protected) for part in parts]
    drafts = enforce(engine, items, settings.glossary, settings.locale, decoding=decoding)
    for part, draft in zip(parts, drafts, strict=True):
        suspicions = examine(part.text, draft.text, settings.source, settings.locale)
        new = (_weight(draft, sum(s.weight for s in suspicions)), -draft.score)
        old = (_weight(part, sum(s.weight for s in part.suspicions)), -part.score)
        if not part.draft or new < old:
            part.draft, part.alignment, part.terms = draft.text, draft.alignment, draft.terms
            part.score, part.suspicions = draft.score, suspicions


def _weight(draft: TermDraft | Part, suspicion: float) -> float:
    failed = sum(term.way is TermWay.FAILED for term in draft.terms)
    return suspicion + 5.0 * failed
