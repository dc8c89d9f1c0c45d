"""Second tries for suspects: each kind in the ways that mend it, the cheapest first.

Of 130 French suspects, each way alone, and the processor time for each that it mended: a cut at a
clause 59 of 124 (0.09 s); stand-ins, decoded with one beam, 42 of the 88 that have numbers or names
(0.09 s; with two beams 45, 0.17 s); searching widely 38 of 130 (0.32 s). A beam's second hypothesis
has the fault of the first: 2 of 130. Stand-ins go before the cut, which tears what belongs together.
"""

from collections.abc import Callable, Collection, Sequence

from transflow.engines import STEADY, Decoding, Hypothesis, SteerableEngine
from transflow.quantities import figured, lost_number
from transflow.translation import clauses, numbers
from transflow.translation.distrust import Suspicion
from transflow.translation.unnumbered import unnumbered
from transflow.translation.work import Part, Settings

__all__ = ["LED", "Candidate", "Tries"]

Candidate = tuple[Hypothesis, tuple[Suspicion, ...]]

LED = frozenset({"number", "date", "literal"})
"""Kinds of suspicion that the decoder is led out of, rather than decoding again."""
_STOOD_IN = frozenset({"number", "literal"})
"""Those that stand-ins mend."""
_SPELLED = frozenset({"meaning", "lost-text"})
"""Those of number words that became others, or are lost."""
_MILD = 2, Decoding(repetition_penalty=STEADY.repetition_penalty, no_repeat=3)
_WIDE = 4, Decoding(coverage_penalty=0.3, no_repeat=4, repetition_penalty=1.3)
"""Beam width and search; all hypotheses of these beams are looked at."""
_PAIR = 2
"""Beam width and hypotheses of sentences with figures for their number words."""
_CUT_FROM = 12
"""Words from which a suspect is tried in two pieces."""


class Tries:
    """What is known of the sentences under way: their candidates, the best one first once mended.

    Args:
        engine: Whose decoder can be led.
        settings: What holds for all sentences.
        attended: Texts whose attention is wanted.
    """

    def __init__(
        self, engine: SteerableEngine, settings: Settings, attended: Collection[str]
    ) -> None:
        self.found: dict[str, list[Candidate]] = {}
        self._engine = engine
        self._settings = settings
        self._attended = attended

    def kinds(self, part: Part) -> frozenset[str]:
        """What speaks against the best candidate; a wrong number that a rule puts right does not."""
        best, suspicions = self.found[part.text][0]
        kinds = frozenset(suspicion.kind for suspicion in suspicions)
        return kinds - {"number"} if kinds == {"number"} and self._settles(part, best) else kinds

    def _is_doubtful(self, part: Part) -> bool:
        return self._settings.is_doubtful(part.text, self.found[part.text][0][0].score)

    def _settles(self, part: Part, best: Hypothesis) -> bool:
        """Whether each wrong number has a right one to take its place.

        What is only taken out leaves a hole, and stand-ins are led to.
        """
        settings = self._settings
        found = numbers.compare(part.text, best.text, settings.source, settings.locale)
        if part.protected or len(found.missing) != len(found.extra):
            return False
        settled = numbers.settle(
            part.text, best.text, settings.source, settings.locale, style=settings.number_style
        )
        return not (settled.missing or settled.foreign or settled.removed)

    def free(self, parts: Sequence[Part], beam: int = 0, decoding: Decoding | None = None) -> None:
        """Decode; with attention only where something is to be placed or led to."""
        placed = [part.text for part in parts if part.text in self._attended]
        plain = [part.text for part in parts if part.text not in self._attended]
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
                for hypothesis in hypotheses:
                    if not self._add(text, hypothesis):
                        break

    def mend(self, parts: Sequence[Part]) -> None:
        """Try, kind by kind, all sentences together, until one candidate has nothing against it."""
        self._unnumber([part for part in parts if self.kinds(part) & _STOOD_IN])
        self._again([part for part in parts if "loop" in self.kinds(part)], *_MILD)
        self._figure([part for part in parts if self.kinds(part) & _SPELLED])
        self._cut([part for part in parts if self.kinds(part) or self._is_doubtful(part)])
        self._again([part for part in parts if self.kinds(part)], *_WIDE)

    def _add(self, text: str, hypothesis: Hypothesis) -> tuple[Suspicion, ...]:
        suspicions = self._settings.examine(text, hypothesis.text)
        self.found.setdefault(text, []).append((hypothesis, suspicions))
        return suspicions

    def _again(self, parts: Sequence[Part], beam: int, decoding: Decoding) -> None:
        self.free(parts, beam, decoding)
        self._sort(parts)

    def _sort(self, parts: Sequence[Part]) -> None:
        for part in parts:
            self.found[part.text].sort(key=_rank)

    def _unnumber(self, parts: Sequence[Part]) -> None:
        """Suspects with stand-ins for their numbers and names."""
        jobs = [(part, job) for part in parts if (job := unnumbered(part, self._settings))]
        texts = [job.text for _, job in jobs]
        drafts = self._engine.decode_free(texts, beam=1, attention=False) if texts else []
        for (part, job), (one, *_) in zip(jobs, drafts, strict=True):
            text = job.restored(one.text)
            if text is not None:
                self._add(part.text, Hypothesis(text, (), one.score, None, ()))
        self._sort(parts)

    def _figure(self, parts: Sequence[Part]) -> None:
        """Suspects with their number words in figures, which models keep better; small ones where one is lost."""
        jobs = [(part, text) for part in parts if (text := self._figured(part)) != part.text]
        texts = [text for _, text in jobs]
        drafts = (
            self._engine.decode_free(texts, n_best=_PAIR, beam=_PAIR, attention=False)
            if texts
            else []
        )
        for (part, _), several in zip(jobs, drafts, strict=True):
            for one in several:
                self._add(part.text, Hypothesis(one.text, (), one.score, None, ()))
        self._sort([part for part, _ in jobs])

    def _figured(self, part: Part) -> str:
        draft, language = self.found[part.text][0][0].text, self._settings.locale.partition("-")[0]
        lost = self._settings.source.partition("-")[0] == "en" and lost_number(
            part.text, draft, language
        )
        return figured(part.text, least=2) if lost else figured(part.text)

    def _cut(self, parts: Sequence[Part]) -> None:
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
            locale = self._settings.locale
            texts = [
                clauses.begun(part.text[start:end], one.text, locale, part.text[:start])
                if start
                else one.text
                for one, (start, end) in zip(several, ranges, strict=True)
            ]
            text, _ = clauses.join(texts, part.text, ranges, locale)
            score = sum(one.score for one in several) / len(several)
            self._add(part.text, Hypothesis(text, (), score, None, ()))
        self._sort(parts)


def _rank(candidate: Candidate) -> tuple[float, float]:
    hypothesis, suspicions = candidate
    return sum(suspicion.weight for suspicion in suspicions), -hypothesis.score


def _shorter_than(whole: str) -> Callable[[str], bool]:
    return lambda text: len(text) <= 0.65 * len(whole)
