"""An engine that has drafted already: terminology begins with what was examined."""

from collections.abc import Mapping, Sequence

from transflow.engines import Decoding, Hypothesis, SteerableEngine

__all__ = ["Prepared"]


class Prepared:
    """A steerable engine whose free drafts are known.

    Args:
        engine: What else is asked of it, it is asked.
        drafts: Text -> its hypotheses, best first.
    """

    def __init__(self, engine: SteerableEngine, drafts: Mapping[str, Sequence[Hypothesis]]) -> None:
        self.name = engine.name
        self.source = engine.source
        self.target = engine.target
        self.translate = engine.translate
        self.encode = engine.encode
        self.decode = engine.decode
        self.complete = engine.complete
        self.score = engine.score
        self.piece_logprobs = engine.piece_logprobs
        self.align = engine.align
        self._engine = engine
        self._drafts = drafts

    def decode_free(
        self,
        texts: Sequence[str],
        *,
        beam: int = 0,
        n_best: int = 1,
        attention: bool = True,
        decoding: Decoding | None = None,
    ) -> list[list[Hypothesis]]:
        """See `SteerableEngine.decode_free`; texts that are not known are decoded."""
        new = list(dict.fromkeys(text for text in texts if text not in self._drafts))
        made = self._engine.decode_free(
            new, beam=beam, n_best=n_best, attention=attention, decoding=decoding
        )
        more = dict(zip(new, made, strict=True))
        return [list(self._drafts.get(text) or more[text])[:n_best] for text in texts]
