"""Drafts by the engine: freely, again where suspect, then with the terms enforced.

A suspect is decoded in other ways (repetition control, coverage, n-best, cut at a clause), and
the best candidate by rule and by the model's own score goes on. Terminology starts from it, so
nothing is decoded twice for the same purpose.
"""

from collections.abc import Callable, Collection, Sequence

from transflow.engines import STEADY, Decoding, Engine, Hypothesis, SteerableEngine
from transflow.model import TermWay
from transflow.translation import clauses, held, literals, numbers
from transflow.translation.distrust import Suspicion
from transflow.translation.prepared import Prepared
from transflow.translation.terminology import TermDraft, TermItem, enforce
from transflow.translation.tracing import traced
from transflow.translation.unnumbered import unnumbered
from transflow.translation.verbatim import Verbatim
from transflow.translation.work import Part, Settings, Work

__all__ = ["draft_all"]

_OTHER_WAYS = (
    (2, Decoding(repetition_penalty=STEADY.repetition_penalty, no_repeat=3)),
    (4, Decoding(coverage_penalty=0.3, no_repeat=4, repetition_penalty=1.3)),
)
"""Beam width and search, the mild way first; all hypotheses of these beams are looked at."""
_PAIR = 2
"""Beam width and hypotheses of sentences with stand-ins for their numbers."""
_LED = frozenset({"number", "date", "literal"})
"""Kinds of suspicion that the decoder is led out of, rather than decoding again."""
_CUT_FROM = 12
"""Words from which a suspect is tried in two pieces."""

Candidate = tuple[Hypothesis, tuple[Suspicion, ...]]


def draft_all(works: Sequence[Work], engine: Engine, settings: Settings) -> None:
    """Fill the parts of all works; equal parts are decoded once."""
    same: dict[tuple[str, tuple[tuple[int, int], ...], frozenset[str]], list[Part]] = {}
    for work in works:
        for part in work.parts:
            same.setdefault((part.text, part.protected, part.introduces), []).append(part)
    firsts = [parts[0] for parts in same.values()]
    for parts in same.values():
        parts[0].aligned = any(part.aligned for part in parts)
    if isinstance(engine, SteerableEngine):
        _Steered(engine, settings).draft(firsts)
    else:
        _Boxed(Verbatim(engine, works), settings).draft(firsts)
    for first, *others in same.values():
        for other in others:
            other.take(first)


class _Steered:
    """Drafting with an engine whose decoder can be led."""

    def __init__(self, engine: SteerableEngine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def draft(self, parts: Sequence[Part]) -> None:
        """Draft freely, mend suspects, enforce."""
        termed = {part.text for part in parts if self._settings.wants_terms(part)}
        found: dict[str, list[Candidate]] = {}
        self._free(parts, found, termed)
        self._mend(parts, found, termed)
        enforced = []
        for part in parts:
            best, suspicions = found[part.text][0]
            if part.text in termed or self._lacks(part.text, found[part.text]):
                enforced.append(part)
                continue
            part.draft, part.score, part.suspicions = best.text, best.score, suspicions
            part.alignment = self._engine.align(part.text, best) if part.aligned else ()
        self._enforce(enforced, found)

    def _free(
        self,
        parts: Sequence[Part],
        found: dict[str, list[Candidate]],
        termed: Collection[str],
        *,
        beam: int = 0,
        decoding: Decoding | None = None,
    ) -> None:
        """Decode; with attention only where something is to be placed or led to."""
        placed = [part.text for part in parts if part.aligned or part.text in termed]
        plain = [part.text for part in parts if not (part.aligned or part.text in termed)]
        for texts in (placed, plain):
            if not texts:
                continue
            drafts = self._engine.complete(
                [(text, ()) for text in texts],
                beam=beam,
                n_best=beam or 1,
                attention=texts is placed,
                decoding=decoding,
                whole=False,
            )
            for text, hypotheses in zip(texts, drafts, strict=True):
                several = found.setdefault(text, [])
                for hypothesis in hypotheses:
                    suspicions = self._settings.examine(text, hypothesis.text)
                    several.append((hypothesis, suspicions))
                    if not suspicions:
                        break

    def _mend(
        self, parts: Sequence[Part], found: dict[str, list[Candidate]], termed: Collection[str]
    ) -> None:
        """Other candidates for suspects; the best of all becomes the first.

        Each kind begins with what mends it most often: numbers and names with stand-ins in their
        place (three of four come right, one of ten by decoding again), all others with loops barred.
        What is left is searched for more widely.
        """
        led = [p for p in parts if _is_led(found[p.text]) and not _is_suspect(found[p.text])]
        self._unnumber(led, found)
        for left, (beam, way) in zip((_is_suspect, _is_any), _OTHER_WAYS, strict=True):
            suspects = [part for part in parts if left(found[part.text])]
            self._free(suspects, found, termed, beam=beam, decoding=way)
            for part in suspects:
                found[part.text].sort(key=_rank)
        self._cut([part for part in parts if _is_suspect(found[part.text])], found)
        tried = {part.text for part in led}
        self._unnumber([p for p in parts if p.text not in tried and _is_led(found[p.text])], found)
        self._trace([part for part in parts if part.aligned or part.text in termed], found)

    def _trace(self, parts: Sequence[Part], found: dict[str, list[Candidate]]) -> None:
        """Attention for what was put together, where something is to be placed or led to."""
        bests = [(part.text, found[part.text][0]) for part in parts]
        seen = traced(self._engine, [(text, hypothesis) for text, (hypothesis, _) in bests])
        for (text, (_, suspicions)), hypothesis in zip(bests, seen, strict=True):
            found[text][0] = (hypothesis, suspicions)

    def _unnumber(self, parts: Sequence[Part], found: dict[str, list[Candidate]]) -> None:
        """Suspects with stand-ins for their numbers and names."""
        jobs = [(part, unnumbered(part, self._settings)) for part in parts]
        jobs = [(part, job) for part, job in jobs if job]
        texts = [job.text for _, job in jobs if job]
        drafts = (
            self._engine.decode_free(texts, n_best=_PAIR, beam=_PAIR, attention=False)
            if texts
            else []
        )
        for (part, job), several in zip(jobs, drafts, strict=True):
            for one in several:
                text = job.restored(one.text) if job else None
                if text is not None:
                    whole = Hypothesis(text, (), one.score, None, ())
                    found[part.text].append((whole, self._settings.examine(part.text, text)))
            found[part.text].sort(key=_rank)

    def _cut(self, parts: Sequence[Part], found: dict[str, list[Candidate]]) -> None:
        """Suspects in two pieces, cut at a clause."""
        jobs = []
        for part in parts:
            ranges = clauses.cut(part.text, _shorter_than(part.text), part.protected)
            if len(part.text.split()) >= _CUT_FROM and len(ranges) > 1:
                jobs.append((part, ranges))
        pieces = [part.text[start:end] for part, ranges in jobs for start, end in ranges]
        drafts = iter(self._engine.decode_free(pieces, attention=False) if pieces else ())
        for part, ranges in jobs:
            several = [next(drafts)[0] for _ in ranges]
            text, _ = clauses.join(
                [one.text for one in several], part.text, ranges, self._settings.locale
            )
            score = sum(one.score for one in several) / len(several)
            whole = Hypothesis(text, (), score, None, ())
            found[part.text].append((whole, self._settings.examine(part.text, text)))
            found[part.text].sort(key=_rank)

    def _lacks(self, text: str, candidates: Sequence[Candidate]) -> bool:
        """Whether a draft lacks a name, or more numbers than it has wrong ones to be mended."""
        best, suspicions = candidates[0]
        kinds = {suspicion.kind for suspicion in suspicions}
        if "number" not in kinds:
            return bool(kinds & _LED)
        settings = self._settings
        result = numbers.compare(text, best.text, settings.source, settings.locale)
        return "literal" in kinds or len(result.missing) > len(result.extra)

    def _enforce(self, parts: Sequence[Part], found: dict[str, list[Candidate]]) -> None:
        settings = self._settings
        lacking = [part for part in parts if self._lacks(part.text, found[part.text])]
        numbers = _to_hold([part.text for part in lacking], settings)
        marked = [part for part in parts if part.protected or part in lacking]
        table = {
            text: [hypothesis for hypothesis, _ in candidates] for text, candidates in found.items()
        }
        engine = Prepared(self._engine, table)
        for group, glossary in (
            ([part for part in parts if part not in marked], settings.glossary),
            (
                marked,
                held.with_literals(settings.glossary, numbers, settings.source, settings.locale),
            ),
        ):
            items = [_item(part) for part in group]
            drafts = enforce(engine, items, glossary, settings.locale) if items else []
            for part, draft in zip(group, drafts, strict=True):
                _take(part, draft, settings.examine(part.text, draft.text))


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
        self._lead([part for part in parts if any(s.kind in _LED for s in part.suspicions)])
        for variant in (_without_stop, _lowered):
            self._again([part for part in parts if part.suspicions], variant)

    def _lead(self, parts: Sequence[Part]) -> None:
        """Stand-ins for the numbers and names that were lost."""
        settings = self._settings
        numbers = _to_hold([part.text for part in parts], settings)
        glossary = held.with_literals(settings.glossary, numbers, settings.source, settings.locale)
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


def _to_hold(texts: Sequence[str], settings: Settings) -> dict[str, tuple[str, ...]]:
    """The numbers and names of texts, and how drafts may write them."""
    names = {name: (name,) for text in texts for name in literals.soft(text, settings.locale)}
    return numbers.renderings(texts, settings.source, settings.locale) | names


def _item(part: Part) -> TermItem:
    return TermItem(part.text, introduces=part.introduces, aligned=part.aligned)


def _take(part: Part, draft: TermDraft, suspicions: tuple[Suspicion, ...]) -> None:
    part.draft, part.alignment, part.score = draft.text, draft.alignment, draft.score
    part.suspicions = suspicions
    part.terms = tuple(term for term in draft.terms if not held.is_held(term))
    part.lost = sum(term.way is TermWay.FAILED for term in draft.terms)


def _is_suspect(candidates: Sequence[Candidate]) -> bool:
    """Whether decoding again may help: a number or literal alone is led to later."""
    return any(suspicion.kind not in _LED for suspicion in candidates[0][1])


def _is_any(candidates: Sequence[Candidate]) -> bool:
    return bool(candidates[0][1])


def _is_led(candidates: Sequence[Candidate]) -> bool:
    return any(suspicion.kind in _LED for suspicion in candidates[0][1])


def _rank(candidate: Candidate) -> tuple[float, float]:
    hypothesis, suspicions = candidate
    return sum(suspicion.weight for suspicion in suspicions), -hypothesis.score


def _shorter_than(whole: str) -> Callable[[str], bool]:
    return lambda text: len(text) <= 0.65 * len(whole)


def _without_stop(text: str) -> str:
    return text.rstrip(".。")


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
