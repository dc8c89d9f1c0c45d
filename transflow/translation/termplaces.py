"""Where in a hypothesis a missing term belongs.

The attention of the hypothesis says which of its words came of the source term, and words that it
left untranslated say so themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.engines.base import Hypothesis
from transflow.glossary import Requirement
from transflow.translation.smallwords import is_auxiliary, is_small
from transflow.translation.spanwords import atoms

__all__ = ["Place", "before_number", "is_word", "locate", "places"]

Range = tuple[int, int]
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_WORD = re.compile(r"[^\s'’(«»\[\]（）《》“”\"/-]+['’]?")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[&+./_-]+[A-Za-z0-9]+)*[+#]*", re.ASCII)
"""A foreign word in a script without spaces: `R&D`."""
_STOPS = " .!?…。！？؟।"
_EDGE = ',;:!?…)]»”"'
"""What stands right behind a word and is no part of it."""
_BETWEEN = re.compile(r"[\s'’-]*")
"""What may stand between words of one place."""
_HALF_BEFORE = re.compile(r"(?:[^\W_]+-)+$")
_HALF_BEHIND = re.compile(r"(?:-[^\W_]+)+")
_NAME = re.compile(r"[^\W_]{2,}")
_LINKS = "de d du des la le l les à au aux en pour sur par del los las el a con para por на в по для с о из к от 的 之"
_THROUGH = frozenset(_LINKS.split())
"""Small words over which the rendering of one term may reach: no pronoun, whose verb follows, no `and`."""
_LEAST = 0.3
"""Of the most attentive word's attention, what a word with a meaning of its own must have."""
_NUMBER = re.compile(r"\s(\d+)(?![\w%-]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a hypothesis that stand for a term: `text[start:end]`."""

    start: int
    end: int
    weight: float


def places(
    hypothesis: Hypothesis, source: str, term: Requirement, taken: Sequence[Range], locale: str
) -> list[Place]:
    """Where the term belongs, likeliest first; at least one place.

    Args:
        hypothesis: What was decoded, with attention where the engine has it.
        source: The sentence it came of.
        term: What is missing in it.
        taken: Ranges of the hypothesis that hold other terms.
        locale: BCP 47 tag of the target.
    """
    words = _words(hypothesis, locale)
    free = [word for word in words if not _inside(word, taken)]
    if not free:
        end = len(hypothesis.text.rstrip(_STOPS))
        return [Place(end, end, 0.0)]
    if hypothesis.attention is not None and not _speaks_of(hypothesis, source):
        hypothesis = replace(hypothesis, attention=None)
    weights = _weights(hypothesis, source, term, free)
    if hypothesis.attention is None:
        order = sorted(
            range(len(free)),
            key=lambda index: ((index == 0) != (term.start == 0), -weights[index]),
        )
        return [Place(free[index][0], free[index][0], weights[index]) for index in order]
    for at in _verbatim(hypothesis.text, source, term, free):
        weights[at] = max(weights[at], 1.0)
    first, last = _stretch(hypothesis.text, free, weights, words)
    found = [Place(free[first][0], free[last][1], max(weights[first : last + 1]))]
    order = sorted(range(len(free)), key=lambda at: (first <= at <= last, -weights[at]))
    others = [at for at in order if not _grammatical(hypothesis.text[slice(*free[at])])]
    found += [Place(*free[at], weights[at]) for at in others if free[at][0] != found[0].start]
    return [_unhyphenated(place, hypothesis.text, taken) for place in found]


def before_number(text: str, source: str, term: Requirement) -> list[Place]:
    """The place before the number that the term is the word for (`claim 4`), if there is one such number."""
    counted = _NUMBER.match(source, term.end)
    if counted is None or len(_bare(counted[1], source)) != 1:
        return []
    found = _bare(counted[1], text)
    if len(found) != 1:
        return []
    begin = len(text[: found[0]].rstrip(" 第"))
    at = begin if "第" in text[begin : found[0]] else found[0]
    return [Place(at, at, 0.0)]


def _bare(number: str, text: str) -> list[int]:
    """Where a number stands by itself."""
    return [match.start() for match in re.finditer(rf"(?<![\w.,-]){number}(?![\w%-]|[.,]\d)", text)]


def _unhyphenated(place: Place, text: str, taken: Sequence[Range]) -> Place:
    """A place with the other halves of words that hyphens join: a term takes the place of all."""
    start, end = place.start, place.end
    before, after = _HALF_BEFORE.search(text, 0, start), _HALF_BEHIND.match(text, end)
    if before and not _inside((before.start(), start), taken):
        start = before.start()
    if after and start < end and not _inside((end, after.end()), taken):
        end = after.end()
    return replace(place, start=start, end=end)


def _stretch(
    text: str, free: Sequence[Range], weights: Sequence[float], words: Sequence[Range]
) -> tuple[int, int]:
    """The first and last of the words that stand for a term.

    From the most attentive one on to either side, over the prepositions between (`feuille de
    balance`), but neither an article before them nor a verb behind them is a part.
    """
    idle = [_grammatical(text[slice(*word)]) for word in free]
    most = max(weights)
    meant = [at for at, weight in enumerate(weights) if not idle[at] and weight >= _LEAST * most]
    best = max(meant or range(len(free)), key=lambda at: weights[at])
    bar = 0.5 * weights[best]

    def reach(step: int) -> int:
        end, at = best, best + step
        while 0 <= at < len(free):
            left, right = min(at, at - step), max(at, at - step)
            together = words.index(free[right]) == words.index(free[left]) + 1
            if not together or not _BETWEEN.fullmatch(text, free[left][1], free[right][0]):
                break
            word = text[slice(*free[at])].casefold()
            if idle[at] and word.rstrip("'’") not in _THROUGH:
                break
            if not idle[at]:
                if weights[at] < bar:
                    break
                end = at
            elif abs(at - end) > 2:
                break
            at += step
        return end

    return reach(-1), reach(1)


def _verbatim(text: str, source: str, term: Requirement, words: Sequence[Range]) -> list[int]:
    """The words that stand in the draft as in the source term: a name the model let stand."""
    own = {word for word in _NAME.findall(term.source) if not word.islower()}
    own -= set(_NAME.findall(source[: term.start] + " " + source[term.end :]))
    return [at for at, word in enumerate(words) if own & set(_NAME.findall(text[slice(*word)]))]


def is_word(text: str) -> bool:
    """Whether a place holds a word that means something: no article, no number."""
    return any(letter.isalpha() for letter in text) and not _grammatical(text)


def _grammatical(word: str) -> bool:
    return is_small(word) or is_auxiliary(word)


def _speaks_of(hypothesis: Hypothesis, source: str) -> bool:
    """Whether the attention is over this source, not over a text in a middle language."""
    spots = locate(hypothesis.source, source)
    found = sum(end - start for start, end in spots)
    return 2 * found > len(source.replace(" ", ""))


def _inside(word: Range, taken: Sequence[Range]) -> bool:
    return any(word[0] < end and start < word[1] for start, end in taken)


def _words(hypothesis: Hypothesis, locale: str) -> list[Range]:
    text = hypothesis.text
    code = locale.partition("-")[0]
    if code in _SPACELESS:
        spots = [spot for spot in locate(hypothesis.pieces, text) if spot[0] < spot[1]]
        if code != "zh":
            return [spot for spot in spots if text[spot[0]].isalnum()]
        codes = [match.span() for match in _CODE.finditer(text)]
        return [(atom.start, atom.end) for atom in atoms(text, spots, codes) if atom.word]
    end = len(text.rstrip(_STOPS))
    found = []
    for match in _WORD.finditer(text):
        word = match[0][: max(0, end - match.start())].rstrip(_EDGE)
        if word:
            found.append((match.start(), match.start() + len(word)))
    return found


def locate(pieces: Sequence[str], text: str) -> list[Range]:
    """The range of each piece in the text the pieces make; empty where it cannot be told."""
    spots, at = [], 0
    for piece in pieces:
        surface = piece.replace("▁", " ").strip()
        found = text.find(surface, at, at + len(surface) + 12) if surface else -1
        if found < 0:
            spots.append((at, at))
        else:
            at = found + len(surface)
            spots.append((found, at))
    return spots


def _weights(
    hypothesis: Hypothesis, source: str, term: Requirement, words: list[Range]
) -> list[float]:
    """How much each target word attends to the term; by position where there is no attention."""
    if hypothesis.attention is None:
        middle = (term.start + term.end) / 2 / max(1, len(source)) * len(hypothesis.text)
        return [1 / (1 + abs((start + end) / 2 - middle)) for start, end in words]
    columns = [
        index
        for index, (start, end) in enumerate(locate(hypothesis.source, source))
        if start < term.end and term.start < end
    ]
    rows = [
        sum(row[index] for index in columns if index < len(row)) for row in hypothesis.attention
    ]
    found = [0.0] * len(words)
    at = 0
    for (begin, stop), weight in zip(
        locate(hypothesis.pieces, hypothesis.text), rows, strict=False
    ):
        while at < len(words) and words[at][1] <= begin:
            at += 1
        for index in range(at, len(words)):
            if stop <= words[index][0]:
                break
            found[index] = max(found[index], weight)
    return found
