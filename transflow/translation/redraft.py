"""Drafts by the engine: freely, again where suspect, then with the terms enforced.

Where a name or a date alone is lost, the decoder is led to it as to a term. Any other suspect is
decoded in other ways (secondtries.py), and the best candidate by rule and by the model's own score
goes on. Terminology starts from it, so nothing is decoded twice for the same purpose.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from transflow.engines import Engine, SteerableEngine
from transflow.glossary import Glossary, gazetteer
from transflow.model import TermWay
from transflow.quantities import figured
from transflow.translation import clauses, held, leaks, literals, numbers, torndates
from transflow.translation.distrust import Suspicion
from transflow.translation.prepared import Prepared
from transflow.translation.secondtries import LED, Candidate, Tries
from transflow.translation.terminology import TermDraft, TermItem, enforce
from transflow.translation.tracing import traced
from transflow.translation.verbatim import Verbatim
from transflow.translation.work import Part, Settings, Work

__all__ = ["draft_all"]

Found = Mapping[str, list[Candidate]]
_NAMED = frozenset({"date", "literal"})
"""Kinds that leading the decoder to what is lost mends three times in four, at the price of decoding once."""
_WHOLE = 0.8
"""Of its free draft's length, what a draft that was led to something must have: the model may stop early behind it."""
_BY_HAND = frozenset({TermWay.SPLICE, TermWay.FAILED})


def draft_all(works: Sequence[Work], engine: Engine, settings: Settings) -> None:
    """Fill the parts of all works; equal parts are decoded once."""
    same: dict[tuple[str, tuple[tuple[int, int], ...], frozenset[str]], list[Part]] = {}
    for work in works:
        for part in work.parts:
            if clauses.is_separator(part.text):
                part.draft = part.text
                continue
            same.setdefault((part.text, part.protected, part.introduces), []).append(part)
    firsts = [parts[0] for parts in same.values()]
    for parts in same.values():
        parts[0].aligned = any(part.aligned for part in parts)
    if isinstance(engine, SteerableEngine):
        _Steered(engine, settings).draft(firsts)
    else:
        _Boxed(Verbatim(engine, works), settings).draft(firsts)
    leaks.mend(firsts, engine)
    for first, *others in same.values():
        for other in others:
            other.take(first)


class _Steered:
    """Drafting with an engine whose decoder can be led."""

    def __init__(self, engine: SteerableEngine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def draft(self, parts: Sequence[Part]) -> None:
        """Draft freely, lead to what alone is lost, mend other suspects, enforce."""
        termed = {part.text for part in parts if self._settings.wants_terms(part)}
        attended = termed | {part.text for part in parts if part.aligned}
        tries = Tries(self._engine, self._settings, attended)
        tries.free(parts)
        led = [
            part
            for part in parts
            if tries.kinds(part) and tries.kinds(part) <= _NAMED
            if not literals.designated(part.text)  # a stand-in keeps the word beside the letter
        ]
        self._trace(led, tries.found)
        done = {id(part) for part in self._enforce(led, tries.found)}
        left = [part for part in parts if id(part) not in done]
        tries.mend(left)
        lacking = [part for part in left if self._lacks(part, tries.found)]
        self._trace([p for p in left if p.text in attended or p in lacking], tries.found)
        enforced = []
        for part in left:
            best, suspicions = tries.found[part.text][0]
            if part.text in termed or self._lacks(part, tries.found):
                enforced.append(part)
                continue
            part.draft, part.score, part.suspicions = best.text, best.score, suspicions
            part.alignment = self._engine.align(part.text, best) if part.aligned else ()
        self._enforce(enforced, tries.found)

    def _trace(self, parts: Sequence[Part], found: Found) -> None:
        """Attention for what was put together, where something is to be placed or led to."""
        bests = [(part.text, found[part.text][0]) for part in parts]
        seen = traced(self._engine, [(text, hypothesis) for text, (hypothesis, _) in bests])
        for (text, (_, suspicions)), hypothesis in zip(bests, seen, strict=True):
            found[text][0] = (hypothesis, suspicions)

    def _lacks(self, part: Part, found: Found) -> bool:
        """Whether a draft lacks a name, or more numbers than it has wrong ones to be mended."""
        best, suspicions = found[part.text][0]
        kinds = {suspicion.kind for suspicion in suspicions}
        if "number" not in kinds:
            return bool(kinds & LED)
        settings = self._settings
        result = numbers.compare(part.text, best.text, settings.source, settings.locale)
        return "literal" in kinds or len(result.missing) > len(result.extra)

    def _enforce(self, parts: Sequence[Part], found: Found) -> list[Part]:
        """Terms and what is lost; returns what the decoder itself brought wholly right."""
        settings = self._settings
        table = {
            text: [hypothesis for hypothesis, _ in candidates] for text, candidates in found.items()
        }
        engine = Prepared(self._engine, table)
        right = []
        for group, glossary in self._groups(parts, found):
            drafts = enforce(engine, [_item(part) for part in group], glossary, settings.locale)
            for part, draft in zip(group, drafts, strict=True):
                _take(part, draft, settings.examine(part.text, draft.text))
                whole = len(draft.text) >= _WHOLE * len(found[part.text][0][0].text)
                led = all(term.way not in _BY_HAND for term in draft.terms)
                if whole and led and not part.suspicions:
                    right.append(part)
        return right

    def _groups(self, parts: Sequence[Part], found: Found) -> Iterator[tuple[list[Part], Glossary]]:
        """Parts by what they are led to, so that no sentence's draft hangs on its neighbours'."""
        settings = self._settings
        groups: dict[str, list[Part]] = {"terms": [], "stand-ins": [], "names": [], "numbers": []}
        for part in parts:
            lost = {suspicion.kind for suspicion in found[part.text][0][1]}
            if self._lacks(part, found):
                groups["numbers" if "number" in lost else "names"].append(part)
            else:
                groups["stand-ins" if part.protected else "terms"].append(part)
        for holds, group in groups.items():
            if not group:
                continue
            if holds == "terms":
                yield group, settings.glossary
                continue
            more: dict[str, tuple[str, ...]] = {}
            if holds != "stand-ins":
                texts = [part.text for part in group]
                more = _to_hold(texts, settings, figures=holds == "numbers")
            yield (
                group,
                held.with_literals(settings.glossary, more, settings.source, settings.locale),
            )


class _Boxed:
    """Drafting with a black box: it can only be asked again in other words."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def draft(self, parts: Sequence[Part]) -> None:
        """Draft, and ask again about suspects."""
        settings = self._settings
        glossary = held.with_literals(settings.glossary, {}, settings.source, settings.locale)
        for marked in (False, True):
            group = [part for part in parts if bool(part.protected) is marked]
            items = [_item(part) for part in group]
            which = glossary if marked else settings.glossary
            drafts = enforce(self._engine, items, which, settings.locale) if items else []
            for part, draft in zip(group, drafts, strict=True):
                _take(part, draft, settings.examine(part.text, draft.text))
        self._lead([part for part in parts if any(s.kind in LED for s in part.suspicions)])
        for variant in (figured, _without_stop, _lowered):
            self._again([part for part in parts if part.suspicions], variant)

    def _lead(self, parts: Sequence[Part]) -> None:
        """Stand-ins for the numbers and names that were lost."""
        settings = self._settings
        lost = _to_hold([part.text for part in parts], settings, figures=True)
        glossary = held.with_literals(settings.glossary, lost, settings.source, settings.locale)
        items = [_item(part) for part in parts]
        drafts = enforce(self._engine, items, glossary, settings.locale) if items else []
        for part, draft in zip(parts, drafts, strict=True):
            new = Part(part.text, part.protected)
            _take(new, draft, settings.examine(part.text, draft.text))
            if new.fault < part.fault:
                part.take(new)

    def _again(self, parts: Sequence[Part], variant: Callable[[str], str]) -> None:
        settings = self._settings
        jobs = [(part, variant(part.text)) for part in parts]
        jobs = [(part, text) for part, text in jobs if text != part.text]
        glossary = held.with_literals(settings.glossary, {}, settings.source, settings.locale)
        items = [TermItem(text, introduces=part.introduces) for part, text in jobs]
        drafts = enforce(self._engine, items, glossary, settings.locale) if items else []
        for (part, _), draft in zip(jobs, drafts, strict=True):
            new = Part(part.text, part.protected)
            _take(new, draft, settings.examine(part.text, draft.text))
            if new.fault < part.fault:
                new.alignment = ()
                part.take(new)


def _to_hold(
    texts: Sequence[str], settings: Settings, *, figures: bool
) -> dict[str, tuple[str, ...]]:
    """The names, months and days of texts, and if need be the numbers, and how drafts may write them."""
    names: dict[str, tuple[str, ...]] = {
        name: (name,) for text in texts for name in literals.soft(text, settings.locale)
    }
    if settings.source.partition("-")[0] == "en":
        for text in texts:
            names |= gazetteer.forms(text, settings.locale)
            names |= torndates.forms(text, settings.locale)
    pair = settings.source, settings.locale
    return numbers.renderings(texts, *pair, figures=figures) | names


def _item(part: Part) -> TermItem:
    return TermItem(part.text, introduces=part.introduces, aligned=part.aligned)


def _take(part: Part, draft: TermDraft, suspicions: tuple[Suspicion, ...]) -> None:
    part.draft, part.alignment, part.score = draft.text, draft.alignment, draft.score
    part.suspicions = suspicions
    part.terms = tuple(term for term in draft.terms if not held.is_held(term))
    part.lost = sum(term.way is TermWay.FAILED for term in draft.terms)


def _without_stop(text: str) -> str:
    return text.rstrip(".。")


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
