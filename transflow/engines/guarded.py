"""Somebody else's engine, held to the protocol: what it does wrong is told by its name, never a crash.

An engine of another package may answer with too few drafts, with things that are no drafts, or with
letters no file can hold. A run must then say which engine it was and go on with other locales.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from transflow.engines.base import Engine, SteerableEngine, one_word
from transflow.engines.patience import within
from transflow.errors import EngineError, TransflowError
from transflow.model import Draft

__all__ = ["Guarded", "told"]

P = ParamSpec("P")
R = TypeVar("R")

_LED = ("encode", "decode", "decode_free", "complete", "score", "piece_logprobs", "align")
"""What a steerable engine has besides `translate`."""
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
"""Letters that no text has."""
_LINES = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MOST = 20
"""Letters of a draft a letter of its sentence, beyond which nobody reads: the rest is cut, and the draft suspect."""
_LEAST = 1000
_AT_ONCE = 64
"""Sentences that an engine is asked for at once."""


class Guarded:
    """An engine whose answers are seen to.

    Args:
        engine: As its package made it.
        registered: The name it is registered by.
        timeout: Seconds it may take for `_AT_ONCE` sentences; 0 for no limit.

    Raises:
        EngineError: If it lacks what every engine has.
    """

    def __init__(self, engine: Any, registered: str, timeout: float = 0) -> None:
        lacking = [
            attribute
            for attribute in ("name", "source", "target")
            if not isinstance(getattr(engine, attribute, None), str)
        ]
        if lacking or not callable(getattr(engine, "translate", None)):
            what = ", ".join(lacking) or "translate"
            raise EngineError(
                f"the engine {registered!r} is none: it has no {what}",
                hint="docs/engines.md says what an engine has",
            )
        self.name = one_word(engine.name)
        self.source: str = engine.source
        self.target: str = engine.target
        self.fingerprint = str(getattr(engine, "fingerprint", ""))
        self.concurrent = getattr(engine, "concurrent", False) is True
        self.starter = getattr(engine, "starter", False) is True
        self._engine: Engine = engine
        self._timeout = timeout
        if isinstance(engine, SteerableEngine):
            for method in _LED:
                setattr(self, method, told(self.name, getattr(engine, method)))

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """See `Engine.translate`.

        Raises:
            EngineError: If the engine failed, or answered with something else than a draft a text.
        """
        parts = [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
        return [draft for part in parts for draft in self._translated(part)]

    def _translated(self, texts: Sequence[str]) -> list[Draft]:
        ask = told(self.name, self._engine.translate)
        answer: Any = within(self._timeout, self.name, lambda: ask(texts))
        try:
            drafts = list(answer)
        except TypeError:
            raise self._wrong(f"answered with {type(answer).__name__}, not with drafts") from None
        if len(drafts) != len(texts):
            raise self._wrong(f"made {len(drafts)} drafts of {len(texts)} sentences")
        return [self._seen(text, draft) for text, draft in zip(texts, drafts, strict=True)]

    def _seen(self, text: str, draft: Any) -> Draft:
        if draft is None:
            return Draft("")
        if not isinstance(draft, Draft) or not isinstance(draft.text, str):
            kind = type(getattr(draft, "text", draft)).__name__
            raise self._wrong(f"answered {text[:40]!r} with {kind}, not with a Draft of text")
        score = draft.score if isinstance(draft.score, int | float) else 0.0
        cut = _readable(draft.text, text)
        return Draft(
            cut,
            float(score) if math.isfinite(score) else 0.0,
            self.name,
            tuple(draft.alignment or ()) if cut == draft.text else (),
        )

    def _wrong(self, what: str) -> EngineError:
        return EngineError(f"the engine {self.name} {what}", hint="that is its authors' to mend")


def told(name: str, call: Callable[P, R]) -> Callable[P, R]:
    """The same call, whose faults are told as those of the engine of that name."""

    @wraps(call)
    def telling(*args: P.args, **options: P.kwargs) -> R:
        try:
            return call(*args, **options)
        except TransflowError:
            raise
        except (Exception, SystemExit) as cause:  # an engine that ends the program ends only itself
            raise EngineError(
                f"the engine {name} failed: {type(cause).__name__}: {cause}",
                hint="that is its authors' to mend",
            ) from cause

    return telling


def _readable(draft: str, text: str) -> str:
    """One line of letters that a file can hold, no longer than anybody reads."""
    draft = draft[: max(_LEAST, _MOST * len(text))]
    if not draft.isascii():
        draft = draft.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        draft = draft if _DIRECTIONS.search(text) else _DIRECTIONS.sub("", draft)
    draft = _LINES.sub(" ", draft)
    return _UNSEEN.sub(lambda found: found[0] if found[0] in text else "", draft)
