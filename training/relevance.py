"""Which pairs of the bulk are most like the text that the models are for.

The bulk is software documentation, the models are for news and institutional prose. A sentence
is scored by how much more likely its words and pairs of words are in the domain text than in
the bulk (Moore and Lewis, 2010), and the best are taken.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d|[^\w\s]")


def words(text: str) -> list[str]:
    """Lower-case words, single digits and punctuation of a text, with its two ends."""
    return ["<s>", *WORD.findall(text.lower()), "</s>"]


class Counts:
    """A bigram model that falls back on single words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.single: Counter[str] = Counter()
        self.double: Counter[tuple[str, str]] = Counter()
        for text in texts:
            tokens = words(text)
            self.single.update(tokens)
            self.double.update(pairwise(tokens))
        self.total = sum(self.single.values())

    def log_chance(self, before: str, word: str) -> float:
        """Give log P(word | before), interpolated with P(word)."""
        alone = (self.single[word] + 0.5) / (self.total + 50_000)
        seen = self.single[before]
        return math.log((self.double[(before, word)] + 5 * alone) / (seen + 5))


def score(text: str, domain: Counts, bulk: Counts) -> float:
    """How much more a text resembles the domain than the bulk, in nats a word."""
    tokens = words(text)
    pairs = list(pairwise(tokens))
    gain = sum(domain.log_chance(a, b) - bulk.log_chance(a, b) for a, b in pairs)
    return gain / len(pairs)


def best(texts: Sequence[str], keep: int, domain: Counts, bulk: Counts) -> list[int]:
    """Indices of the `keep` texts most like the domain, in the order of the texts."""
    scores = [(score(text, domain, bulk), index) for index, text in enumerate(texts)]
    scores.sort(reverse=True)
    return sorted(index for _, index in scores[:keep])
