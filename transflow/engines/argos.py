"""Argos packages as engines: decoded by CTranslate2 itself, through English where need be.

Argos' own `translate` is not used: its sentence splitters fetch a model over the network when
first called, and it decodes one paragraph after another.
"""

import threading
from collections.abc import Sequence
from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines import packages
from transflow.engines.alignment import Alignment, compose
from transflow.engines.base import Decoding, Engine, Hypothesis
from transflow.engines.convert import converter
from transflow.engines.decoder import Decoder
from transflow.engines.packages import Package
from transflow.engines.pieces import open_tokenizer
from transflow.engines.pins import pinned
from transflow.errors import EngineError
from transflow.model import Draft

__all__ = ["ModelEngine", "PivotEngine", "open_argos"]

_OPEN: dict[tuple[Path, int, int, int], Decoder] = {}
_LOCK = threading.Lock()


class ModelEngine:
    """A model in memory under the name of a pair: steerable.

    Args:
        decoder: The loaded model.
        name: For provenance.
        source: BCP 47 tag.
        target: BCP 47 tag.
    """

    concurrent = True
    """Whether several threads may ask at once."""
    starter = False
    """Whether it is a small model that gives way to any full one."""

    def __init__(self, decoder: Decoder, name: str, source: str, target: str) -> None:
        self.name = name
        self.source = source
        self.target = target
        self._decoder = decoder

    @property
    def fingerprint(self) -> str:
        """A checksum of the weights, for keys of caches."""
        return self._decoder.fingerprint

    def warm(self) -> None:
        """Begin to load the model."""
        self._decoder.warm()

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """Best hypotheses as drafts; see `Engine.translate`."""
        return [
            Draft(best.text, best.score, self.name, self.align(text, best))
            for text, (best, *_) in zip(texts, self.decode_free(texts), strict=True)
        ]

    def encode(self, text: str, *, target: bool = False) -> list[str]:
        """See `SteerableEngine.encode`."""
        return self._decoder.encode(text, target=target)

    def decode(self, pieces: Sequence[str]) -> str:
        """See `SteerableEngine.decode`."""
        return self._decoder.decode(pieces)

    def decode_free(
        self,
        texts: Sequence[str],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = True,
        decoding: Decoding | None = None,
    ) -> list[list[Hypothesis]]:
        """See `SteerableEngine.decode_free`."""
        jobs: list[tuple[str, Sequence[str]]] = [(text, ()) for text in texts]
        return self._decoder.complete(
            jobs, beam=beam, n_best=n_best, attention=attention, decoding=decoding
        )

    def complete(
        self,
        jobs: Sequence[tuple[str, Sequence[str]]],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = False,
        decoding: Decoding | None = None,
        whole: bool = True,
    ) -> list[list[Hypothesis]]:
        """See `SteerableEngine.complete`."""
        return self._decoder.complete(
            jobs, beam=beam, n_best=n_best, attention=attention, decoding=decoding, whole=whole
        )

    def score(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
        """See `SteerableEngine.score`."""
        logs = self._decoder.token_logprobs([text for text, _ in pairs], [to for _, to in pairs])
        return [sum(row) / max(1, len(row)) for row in logs]

    def piece_logprobs(
        self, jobs: Sequence[tuple[str, Sequence[str]]], pieces: Sequence[Sequence[str]]
    ) -> list[list[float]]:
        """See `SteerableEngine.piece_logprobs`."""
        wholes = [[*before, *after] for (_, before), after in zip(jobs, pieces, strict=True)]
        logs = self._decoder.token_logprobs([text for text, _ in jobs], wholes)
        return [
            row[len(before) : len(before) + len(after)]
            for row, (_, before), after in zip(logs, jobs, pieces, strict=True)
        ]

    def align(self, text: str, hypothesis: Hypothesis) -> Alignment:
        """See `SteerableEngine.align`."""
        return self._decoder.align(text, hypothesis)


class PivotEngine(ModelEngine):
    """Two engines in a row, the second one steerable; marked by the `+` in its name.

    Args:
        first: Into the middle language.
        second: Out of it.
        name: For provenance.
    """

    concurrent = False

    def __init__(self, first: ModelEngine, second: ModelEngine, name: str) -> None:
        super().__init__(second._decoder, name, first.source, second.target)  # noqa: SLF001 - its own kind
        self._first = first
        self._middle: dict[str, Hypothesis] = {}

    @property
    def fingerprint(self) -> str:
        """Checksums of both models' weights."""
        return self._first.fingerprint + super().fingerprint

    def decode_free(
        self,
        texts: Sequence[str],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = True,
        decoding: Decoding | None = None,
    ) -> list[list[Hypothesis]]:
        """See `SteerableEngine.decode_free`; the middle text is the first engine's best."""
        return super().decode_free(
            self._through(texts), beam=beam, n_best=n_best, attention=attention, decoding=decoding
        )

    def complete(
        self,
        jobs: Sequence[tuple[str, Sequence[str]]],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = False,
        decoding: Decoding | None = None,
        whole: bool = True,
    ) -> list[list[Hypothesis]]:
        """See `SteerableEngine.complete`."""
        middle = self._through([text for text, _ in jobs])
        onward = [(text, prefix) for text, (_, prefix) in zip(middle, jobs, strict=True)]
        return super().complete(
            onward, beam=beam, n_best=n_best, attention=attention, decoding=decoding, whole=whole
        )

    def score(self, pairs: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
        """See `SteerableEngine.score`; of the second step alone."""
        middle = self._through([text for text, _ in pairs])
        return super().score([(text, to) for text, (_, to) in zip(middle, pairs, strict=True)])

    def piece_logprobs(
        self, jobs: Sequence[tuple[str, Sequence[str]]], pieces: Sequence[Sequence[str]]
    ) -> list[list[float]]:
        """See `SteerableEngine.piece_logprobs`; of the second step alone."""
        middle = self._through([text for text, _ in jobs])
        onward = [(text, before) for text, (_, before) in zip(middle, jobs, strict=True)]
        return super().piece_logprobs(onward, pieces)

    def align(self, text: str, hypothesis: Hypothesis) -> Alignment:
        """Alignment through the middle text."""
        self._through([text])
        middle = self._middle[text]
        return compose(self._first.align(text, middle), super().align(middle.text, hypothesis))

    def _through(self, texts: Sequence[str]) -> list[str]:
        new = list(dict.fromkeys(text for text in texts if text not in self._middle))
        if len(self._middle) + len(new) > _MIDDLE_LIMIT:
            self._middle.clear()
            new = list(dict.fromkeys(texts))
        for text, (best, *_) in zip(new, self._first.decode_free(new), strict=True):
            self._middle[text] = best
        return [self._middle[text].text or text for text in texts]


_MIDDLE_LIMIT = 50_000
"""Middle texts kept for later steps on the same sentences; some 10 MB."""


def open_argos(config: EngineConfig, source: str, target: str, *, root: Path) -> Engine:
    """The engine for a pair: as pinned if that is there, else the best packages there are.

    Args:
        config: Settings, pins included.
        source: BCP 47 tag.
        target: BCP 47 tag.
        root: The project's folder.

    Raises:
        EngineError: If no package or pair of packages serves, or the model cannot be read.
    """
    known = packages.list_packages(root, config)
    found = pinned(known, config, source, target) or packages.chain(known, source, target)
    if found is None:
        raise packages.missing(known, source, target)
    used, convert = found
    engines = [_open(package, config, root) for package in used]
    name = packages.engine_name(used)
    if len(engines) == 2:
        engine: ModelEngine = PivotEngine(engines[0], engines[1], name)
    else:
        engine = ModelEngine(engines[0]._decoder, name, source, target)  # noqa: SLF001 - its own kind
    engine.source, engine.target = source, target
    engine.starter = used[0].starter
    if convert:
        return converter(convert, engine)
    return engine


def _open(package: Package, config: EngineConfig, root: Path) -> ModelEngine:
    """One loaded model a process, however many engines use it."""
    folder = packages.unpacked(package, root)
    key = (folder.resolve(), config.threads, config.batch_tokens, config.beam)
    with _LOCK:
        if key not in _OPEN:
            if not (folder / "model").is_dir():
                raise EngineError("holds no model", where=folder)
            _OPEN[key] = Decoder(
                folder / "model",
                open_tokenizer(folder, package.source, package.target),
                threads=config.threads,
                batch_tokens=config.batch_tokens,
                beam=config.beam,
                prefix=[package.target_prefix] if package.target_prefix else [],
            )
        decoder = _OPEN[key]
    return ModelEngine(decoder, packages.engine_name([package]), package.source, package.target)
