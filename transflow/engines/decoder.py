"""CTranslate2 with a tokenizer: one loaded model, decoded in batches that cannot disturb a draft.

Sentences of equal length in pieces share a batch, so that no row is padded. With 8-bit weights a
padded row comes out a little different from the same row alone (13 of 600 sentences at 2,048
tokens a batch, measured with CTranslate2 4.8); without padding there was no difference at all.
So a draft depends on its sentence alone, not on its neighbours. What it costs: long sentences, few
of which are of one length, make small batches, which decode more slowly.
"""

import json
import threading
import zlib
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from transflow.engines.alignment import Alignment, word_alignment
from transflow.engines.attention import Rows
from transflow.engines.base import STEADY, Decoding, Hypothesis
from transflow.engines.loading import cores, load
from transflow.engines.patience import go_on
from transflow.engines.pieces import Tokenizer, vocabulary, within
from transflow.errors import EngineError

__all__ = ["Decoder"]

_WINDOW = 8192
"""Sentences that are sorted into batches at once."""
_MANY = 128
"""Sentences of a question that waits until no other such is asked.

Batches of two would be decoded by turns, so that both were answered late and nothing could be
done with the one while the other is decoded.
"""
_WORDS = 8000
"""Pieces a model knows at least."""
_OPINIONS = 4 << 20
"""Logits in one batch of `token_logprobs`: 16 MB, beyond which the allocator costs more than they."""
_POSITIONS = 500
"""Most target pieces ever: models have as few as 512 positions, and fail one beyond them."""


class Decoder:
    """One model in memory.

    Args:
        model: Folder of the CTranslate2 model.
        tokenizer: Its pieces.
        threads: Cores to use; 0 for all.
        batch_tokens: Source pieces in one batch.
        beam: Beam width where the caller names none.
        prefix: Pieces that begin every target (language token of a many-language model).
        source_prefix: Pieces that begin every source.
        source_suffix: Pieces that end every source.
    """

    def __init__(
        self,
        model: Path,
        tokenizer: Tokenizer,
        *,
        threads: int = 0,
        batch_tokens: int = 2048,
        beam: int = 2,
        prefix: Sequence[str] = (),
        source_prefix: Sequence[str] = (),
        source_suffix: Sequence[str] = (),
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._threads = threads or cores()
        self._batch_tokens = batch_tokens
        self._beam = beam
        self._prefix = list(prefix)
        self._source_ends = (list(source_prefix), list(source_suffix))
        self._lock = threading.Lock()
        self._line = threading.Lock()
        self._loaded: Any = None
        self._open: frozenset[str] = frozenset()

    def warm(self) -> None:
        """Begin to load the model, which takes as long as what is to be prepared for it; a fault is told when it is asked."""

        def loading() -> None:
            with suppress(EngineError):
                _ = self._translator

        threading.Thread(target=loading, name="loading").start()

    def encode(self, text: str, *, target: bool = False) -> list[str]:
        """Pieces of a source text, or of a target text as far as the model knows them."""
        pieces = self._tokenizer.encode(text, target=target)
        return within(pieces, self._known) if target else pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of target pieces."""
        return self._tokenizer.decode(pieces)

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
        """Decode sources whose targets begin with given pieces; see `SteerableEngine.complete`."""
        how = decoding or STEADY
        if how.onward:  # a sum over what follows, which is then divided by the length of all
            how = replace(how, length_penalty=0.0)
        sources = self._sources([text for text, _ in jobs])
        prefixes = [[*self._prefix, *prefix] for _, prefix in jobs]
        options = _options(how, beam or self._beam, n_best, attention)
        fixed = frozenset(piece for sequence in how.suppress for piece in sequence)
        if how.onward and n_best == 1 and all(prefix for _, prefix in jobs):
            options["return_alternatives"] = True

        def limited(length: int) -> int:
            """Most target pieces for a source of this length: what runs on beyond is a loop."""
            return how.max_length or int(how.max_ratio * length) + 32

        def long(prefix: list[str], limit: int) -> int:
            """The length of a prefix that the limit would stifle; rows may differ in others."""
            return len(prefix) if 2 * len(prefix) > limit else 0

        translator = self._translator

        def submit(group: list[int]) -> list[Any]:
            limit = limited(len(sources[group[0]]))
            length = limit + long(prefixes[group[0]], limit)
            return list(
                translator.translate_batch(
                    [sources[index] for index in group],
                    target_prefix=[prefixes[index] or None for index in group],
                    max_decoding_length=min(length, _POSITIONS),
                    use_vmap=self._open.issuperset(fixed.union(*(prefixes[at] for at in group))),
                    asynchronous=True,
                    **options,
                )
            )

        keys = [
            (len(source), long(prefix, limited(len(source))))
            for source, prefix in zip(sources, prefixes, strict=True)
        ]
        results = self._run(keys, submit)
        found = [
            self._hypotheses(text, sources[index], result, how, attention=attention)
            for index, ((text, _), result) in enumerate(zip(jobs, results, strict=True))
        ]
        if whole and (any(prefix for _, prefix in jobs) or not _scores_are_plain(how)):
            return self._rescored(jobs, found)
        return found

    def token_logprobs(
        self, texts: Sequence[str], targets: Sequence[Sequence[str]]
    ) -> list[list[float]]:
        """Log-probability of each piece of given targets, and of the end after them."""
        sources = self._sources(texts)
        wholes = [[*self._prefix, *target] for target in targets]

        def submit(group: list[int]) -> list[Any]:
            return list(
                self._translator.score_batch(
                    [sources[index] for index in group],
                    [wholes[index] for index in group],
                    asynchronous=True,
                )
            )

        keys = [(len(source), len(whole)) for source, whole in zip(sources, wholes, strict=True)]
        skip = len(self._prefix)
        tokens = min(self._batch_tokens, _OPINIONS // max(_WORDS, len(self._known)))
        return [list(result.log_probs)[skip:] for result in self._run(keys, submit, tokens)]

    def align(self, text: str, hypothesis: Hypothesis) -> Alignment:
        """Word alignment by attention."""
        if hypothesis.attention is None:
            return ()
        return word_alignment(
            text,
            self._tokenizer.offsets(text, hypothesis.source),
            hypothesis.text,
            self._tokenizer.offsets(hypothesis.text, hypothesis.pieces),
            hypothesis.attention,
        )

    @cached_property
    def fingerprint(self) -> str:
        """A checksum of the weights: two packages of one version need not be the same."""
        value = 0
        with (self._model / "model.bin").open("rb") as stream:
            while chunk := stream.read(1 << 20):
                value = zlib.crc32(chunk, value)
        return f"{value:08x}"

    @cached_property
    def _known(self) -> frozenset[str]:
        return vocabulary(self._model)

    @cached_property
    def _end(self) -> str:
        try:
            config = json.loads((self._model / "config.json").read_text("utf-8"))
        except (OSError, ValueError):
            config = {}
        return str(config.get("eos_token") or "</s>")

    @property
    def _translator(self) -> Any:
        with self._lock:
            if self._loaded is None:
                self._loaded, self._open = load(self._model, self._threads)
            return self._loaded

    def _sources(self, texts: Sequence[str]) -> list[list[str]]:
        before, after = self._source_ends
        return [[*before, *self._tokenizer.encode(text), *after] for text in texts]

    def _run(
        self,
        keys: Sequence[tuple[int, int]],
        submit: Callable[[list[int]], list[Any]],
        batch_tokens: int = 0,
    ) -> list[Any]:
        results: list[Any] = [None] * len(keys)
        batches = self._answers(keys, submit, batch_tokens or self._batch_tokens)
        try:
            with self._line if len(keys) >= _MANY else nullcontext():
                for group, answers in batches:
                    for index, answer in zip(group, answers, strict=True):
                        results[index] = answer.result()
        except (RuntimeError, ValueError) as cause:
            raise EngineError(f"the model failed: {cause}", where=self._model) from cause
        return results

    def _answers(
        self,
        keys: Sequence[tuple[int, int]],
        submit: Callable[[list[int]], list[Any]],
        batch_tokens: int,
    ) -> Iterator[tuple[list[int], list[Any]]]:
        """Batches as they were submitted, the next ones already in the decoder's queue.

        What is in the queue cannot be taken back, so there is no more in it than keeps all cores
        at work: who interrupts a run waits for that.
        """
        waiting: deque[tuple[list[int], list[Any]]] = deque()
        for window in _windows(len(keys)):
            for group in _groups(keys, window, batch_tokens):
                go_on()
                waiting.append((group, submit(group)))
                if len(waiting) > self._threads:
                    yield waiting.popleft()
        while waiting:
            go_on()
            yield waiting.popleft()

    def _hypotheses(
        self, text: str, source: list[str], result: Any, how: Decoding, *, attention: bool
    ) -> list[Hypothesis]:
        before, after = self._source_ends
        columns = slice(len(before), len(source) - len(after))
        found = []
        scores = result.scores  # each look at it makes the list anew
        for rank, raw in enumerate(result.hypotheses):
            whole = bool(raw) and raw[-1] == self._end
            pieces = raw[len(self._prefix) : -1] if whole else raw[len(self._prefix) :]
            decoded = self.decode(pieces)
            if "_" in decoded and "_" not in text:
                decoded = decoded.replace("_", " ").strip()
            rows = None
            if attention:
                start = len(self._prefix)
                rows = Rows(result, rank, slice(start, start + len(pieces)), columns)
            score = scores[rank] if scores else 0.0
            length = max(1, len(raw) - len(self._prefix))
            score *= length ** (how.length_penalty - 1.0)
            found.append(
                Hypothesis(decoded, tuple(pieces), score, rows, tuple(source[columns]), whole)
            )
        return found

    def _rescored(
        self, jobs: Sequence[tuple[str, Sequence[str]]], found: list[list[Hypothesis]]
    ) -> list[list[Hypothesis]]:
        flat = [
            (index, hypothesis) for index, several in enumerate(found) for hypothesis in several
        ]
        texts = [jobs[index][0] for index, _ in flat]
        probabilities = self.token_logprobs(texts, [hypothesis.pieces for _, hypothesis in flat])
        out: list[list[Hypothesis]] = [[] for _ in jobs]
        for (index, hypothesis), logs in zip(flat, probabilities, strict=True):
            out[index].append(replace(hypothesis, score=sum(logs) / max(1, len(logs))))
        return out


def _options(how: Decoding, beam: int, n_best: int, attention: bool) -> dict[str, Any]:
    return {
        "beam_size": max(beam, n_best),
        "num_hypotheses": n_best,
        "length_penalty": how.length_penalty,
        "coverage_penalty": how.coverage_penalty,
        "repetition_penalty": how.repetition_penalty,
        "no_repeat_ngram_size": how.no_repeat,
        "suppress_sequences": [list(pieces) for pieces in how.suppress] or None,
        "min_decoding_length": how.min_length,
        "max_input_length": 0,
        "return_scores": True,
        "return_attention": attention,
        "return_end_token": True,
    }


def _scores_are_plain(how: Decoding) -> bool:
    """Whether scores can be compared: the little that `STEADY` takes off is let be."""
    return how.coverage_penalty == 0.0 and how.repetition_penalty <= STEADY.repetition_penalty


def _windows(count: int) -> Iterator[range]:
    for start in range(0, count, _WINDOW):
        yield range(start, min(start + _WINDOW, count))


def _groups(
    keys: Sequence[tuple[int, int]], window: range, batch_tokens: int
) -> Iterator[list[int]]:
    """Batches of rows of equal lengths, the longest first."""
    equal: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index in window:
        equal[keys[index]].append(index)
    for key in sorted(equal, reverse=True):
        size = max(1, batch_tokens // max(1, key[0]))
        members = equal[key]
        for start in range(0, len(members), size):
            yield members[start : start + size]
