"""Drafts by the engine with terms enforced; those that come back suspect are drawn again."""

from collections.abc import Sequence

from transflow.engines import Decoding, Engine, SteerableEngine
from transflow.glossary import Glossary
from transflow.model import TermWay
from transflow.translation import held, quantities
from transflow.translation.assembly import Part, Settings, Work
from transflow.translation.distrust import examine
from transflow.translation.terminology import TermItem, enforce

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
    plain = [part for part in firsts if not part.protected]
    marked = [part for part in firsts if part.protected]
    _Round(engine, settings, settings.glossary).draft(plain)
    if marked:
        standins = held.with_standins(settings.glossary, settings.source, settings.locale)
        _Round(engine, settings, standins).draft(marked)
    _again(firsts, engine, settings)
    for first, *others in same.values():
        for other in others:
            other.take(first)


def _again(parts: Sequence[Part], engine: Engine, settings: Settings) -> None:
    """Draw suspects again: led to the numbers they lack, then with other searches."""
    lacking = [part for part in parts if any(s.kind == "number" for s in part.suspicions)]
    if lacking:
        glossary = held.with_numbers(
            settings.glossary,
            quantities.renderings(
                (part.text for part in lacking), settings.source, settings.locale
            ),
            settings.source,
            settings.locale,
        )
        _Round(engine, settings, glossary).draft(lacking)
    if not isinstance(engine, SteerableEngine):
        return
    for way in _OTHER_WAYS:
        for marked in (False, True):
            suspects = [p for p in parts if p.suspicions and bool(p.protected) is marked]
            glossary = settings.glossary
            if marked:
                glossary = held.with_standins(glossary, settings.source, settings.locale)
            if suspects:
                _Round(engine, settings, glossary, way).draft(suspects)


class _Round:
    """One way of drafting, whose drafts are kept where they are better than what there is."""

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        glossary: Glossary,
        decoding: Decoding | None = None,
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._glossary = glossary
        self._decoding = decoding

    def draft(self, parts: Sequence[Part]) -> None:
        """Draft parts, examine, and keep what is better."""
        if not parts:
            return
        locale = self._settings.locale
        items = [TermItem(part.text) for part in parts]
        drafts = enforce(self._engine, items, self._glossary, locale, decoding=self._decoding)
        for part, draft in zip(parts, drafts, strict=True):
            suspicions = examine(part.text, draft.text, self._settings.source, locale)
            terms = tuple(term for term in draft.terms if not held.is_held(term))
            new = Part(
                part.text,
                part.protected,
                draft.text,
                draft.alignment,
                terms,
                draft.score,
                suspicions,
                lost=sum(term.way is TermWay.FAILED for term in draft.terms),
            )
            if not part.draft or new.fault < part.fault:
                part.take(new)
