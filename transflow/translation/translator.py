"""Sentences to drafts: the whole way from a msgid with markup to a msgstr with markup.

Copied if there is nothing to translate, taken from the glossary if it is a term, else: markup
lifted out, literals behind stand-ins, headings in sentence case, long ones cut; drafted with the
approved terms in place; examined, drafted again if suspect; and everything put back.
"""

import hashlib
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from transflow.bcp47 import normalize
from transflow.config import EngineConfig
from transflow.engines import Engine, SteerableEngine
from transflow.engines.patience import go_on
from transflow.glossary import Glossary
from transflow.model import Draft, UnitKind
from transflow.quantities import is_version_column
from transflow.translation import assembly, boldlabels, datelines, dismantling
from transflow.translation.otherscript import other_script
from transflow.translation.redraft import draft_all
from transflow.translation.request import DraftCache, Request
from transflow.translation.turns import rounds
from transflow.translation.work import Settings, is_heading

__all__ = ["Translator"]

RULES = "69"
"""Counted up whenever the same sentence, engine and glossary would give another draft."""
_ROUNDS = 3
_LEAST, _MOST = 256, 384
"""Sentences drafted at a time: more share a batch; of fewer the first are done sooner.

What Python does for those costs no time of its own, the decoder works on others. What is done is
in the cache, and memory stays flat.
"""
_WINDOW = 4
"""Rounds whose sentences are put in the order of their length: batches of one length are larger.

3,000 sentences took a tenth less processor time; a window of all would end no catalog before the last.
"""
_SURE, _SURE_OF_STARTER = -1.25, -1.0
"""Mean log-probability a piece below which a model guesses (a piece was 29%, or 37%, likely).

Of 804 sentences of news, medicine and offices, French drafts of the starter below -1 had 33 chrF2 and the others 46, Spanish 36
and 54, Chinese 13 and 30; nearly every one was nonsense. Others' models are given more room: they may spread more.
"""
_AT_ONCE_BY_STARTER = 45
"""Pieces that a starter reads at once: longer sentences it does better clause by clause.

Cut in two, drafts of 46 to 59 pieces gained some 1 chrF2 in French and Spanish and up to 2 in Russian and Arabic, those of 60 to 75
gained 3 to 5 and longer ones 6 to 15 in these, in Chinese 1.5 and 5; of 40 to 45 pieces about as many lost as gained.
"""
_OF_A_BOX = 128
"""The same for an engine that makes its batches itself, and may be slow, or fail."""

Progress = Callable[[int, int], None]


class Translator:
    """Drafts for one pair of locales.

    Args:
        engine: The engine; None drafts only what needs none.
        glossary: The terms to enforce; may be empty.
        locale: BCP 47 tag of the drafts.
        source_locale: BCP 47 tag of the sentences.
        config: Beam, lengths, what becomes of suspects.
        number_style: `locale`, `compact`, or `source`: numbers as written.
        cache: Drafts made before; None for none.
        format: Format of requests that name none.
    """

    def __init__(
        self,
        engine: Engine | None,
        glossary: Glossary,
        *,
        locale: str,
        source_locale: str = "en",
        config: EngineConfig | None = None,
        number_style: str = "locale",
        cache: DraftCache | None = None,
    ) -> None:
        self._engine = engine
        self._glossary = glossary
        self._locale = normalize(locale)
        self._other = other_script(engine, self._locale)
        self._worker = self._other.converted.engine if self._other else engine
        self._terms = self._other.terms(glossary) if self._other else glossary
        self._written = self._other.converted.writes if self._other else self._locale
        self._source = normalize(source_locale)
        self._config = config or EngineConfig()
        self._number_style = number_style
        self._cache = cache

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Draft]:
        """Draft sentences; equal ones once.

        Args:
            requests: In document order.
            progress: Called with how many are done, and of how many.

        Returns:
            One draft a request. An empty text means that there is none: no engine, or a suspect
            under `on_suspect: empty`.
        """
        found: dict[int, Draft] = {}
        for made in self.as_made(requests, progress):
            found |= made
        return [found[at] for at in range(len(requests))]

    def as_made(
        self,
        requests: Sequence[Request],
        progress: Progress | None = None,
        meanwhile: Callable[[], bool] = lambda: False,
    ) -> Iterator[dict[int, Draft]]:
        """The same, a round at a time, each draft by the place of its request.

        `meanwhile` does a little of what may wait, and says whether there was any: it is called while
        the engine is at work and nothing else is to be done.
        """
        keys = [self._key(request) for request in requests]
        distinct = dict(zip(keys, requests, strict=True))
        drafts = self._cache.cached_many(distinct) if self._cache else {}
        todo = {key: request for key, request in distinct.items() if key not in drafts}
        parts = [{key: todo[key] for key in names} for names in self._rounds(todo)]
        if progress and parts:
            progress(len(drafts), len(distinct))
        places: dict[str, list[int]] = {}
        for at, key in enumerate(keys):
            places.setdefault(key, []).append(at)
        if drafts:
            yield {at: draft for key, draft in drafts.items() for at in places[key]}
        done = len(drafts)
        for made in rounds(self._worker, self._draft, parts, meanwhile):
            if self._cache:
                self._cache.remember_many(
                    {key: d for key, d in made.items() if d.text or d.findings}
                )
            done += len(made)
            if progress:
                progress(done, len(distinct))
            yield {at: draft for key, draft in made.items() for at in places[key]}
        if progress and not parts:
            progress(len(distinct), len(distinct))

    def _rounds(self, todo: Mapping[str, Request]) -> Iterator[Sequence[str]]:
        """The keys of each round.

        Sentences of about one length share a round, for only such share a batch; they are looked
        for within the next few rounds alone, and in the end within one, that catalogs are soon done.
        """
        names = list(todo)
        steered = isinstance(self._worker, SteerableEngine)
        size = min(_MOST if steered else _OF_A_BOX, max(_LEAST, -(-len(names) // _ROUNDS)))
        size = -(-len(names) // max(1, -(-len(names) // size)))  # no last round of a few
        while names:
            reach = size * max(1, min(_WINDOW, len(names) // (2 * size))) if steered else size
            window, names = names[:reach], names[reach:]
            window.sort(key=lambda key: len(todo[key].text))
            for start in range(0, len(window), size):
                yield window[start : start + size]

    def _draft(self, requests: Mapping[str, Request], engine: Engine | None) -> dict[str, Draft]:
        starter = getattr(self._worker, "starter", False) is True
        settings = Settings(
            self._terms,
            self._source,
            self._written,
            self._number_style,
            min(self._config.max_tokens, _AT_ONCE_BY_STARTER)
            if starter
            else self._config.max_tokens,
            self._config.on_suspect,
            plain=starter,
            least=self._least(starter=starter),
        )
        drafts: dict[str, Draft] = {}
        heads: dict[str, tuple[str, int]] = {}
        works = []
        for key, whole in requests.items():
            go_on()
            head, request = self._without_label(whole)
            heads[key] = head, len(whole.text) - len(request.text)
            ready = dismantling.without_engine(request, settings)
            if ready is not None:
                drafts[key] = ready
            elif engine is None:
                drafts[key] = Draft("")
            else:
                works.append(dismantling.prepare(key, request, settings, engine))
        if engine is not None:
            draft_all(works, engine, settings)
            finished = assembly.finish(works, settings, engine)
            for work, draft in zip(works, finished, strict=True):
                drafts[work.key] = replace(draft, origin=engine.name)
        for key, (head, size) in heads.items():
            drafts[key] = boldlabels.together(head, drafts[key], size)
            if self._other:
                drafts[key] = self._other.draft(requests[key].text, drafts[key], self._glossary)
        return drafts

    def _least(self, *, starter: bool) -> float:
        """The least score of a draft that is let be; what another engine's scores mean is not known."""
        if not isinstance(self._worker, SteerableEngine):
            return -math.inf
        return _SURE_OF_STARTER if starter else _SURE

    def _without_label(self, request: Request) -> tuple[str, Request]:
        """What a draft begins with by the list, unless the glossary has a word for it, and the rest."""
        place = datelines.places(self._terms, self._source, self._written)
        head, rest = boldlabels.apart(request, self._source, self._written, place)
        left = request.text[: len(request.text) - len(rest.text)]
        found = self._terms.find(left, self._source, spans=()) if head else ()
        asked = self._terms.require(left, found, self._written)
        if asked and not self._terms.verify(head, asked, self._written, spans=()).ok:
            return "", request
        return head, rest

    def _key(self, request: Request) -> str:
        """A hash of everything that decides the draft."""
        matches = self._glossary.find(request.text, self._source, spans=request.spans)
        facts: list[Any] = [
            RULES,
            self._engine.name if self._engine else "",
            getattr(self._engine, "fingerprint", ""),
            self._source,
            self._locale,
            self._config.beam,
            self._config.max_tokens,
            self._config.on_suspect,
            self._number_style,
            request.text,
            request.format,
            is_heading(request.kind),
            request.kind is UnitKind.TABLE_CELL,
            is_version_column(request.column),
            self._glossary.fingerprint(matches, self._locale, request.introduces),
        ]
        return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
