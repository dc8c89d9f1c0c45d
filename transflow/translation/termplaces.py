"""Where in a hypothesis a missing term belongs, and how the words before it may lead in.

The attention of the hypothesis says which of its words came of the source term; a determiner
before them has to agree with the approved form, and `de` before a vowel is `d'`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transflow.engines.base import Hypothesis
from transflow.glossary import Requirement
from transflow.translation.smallwords import is_small

__all__ = ["Place", "articles", "leads", "places", "undoubled"]

Range = tuple[int, int]
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_WORD = re.compile(r"[^\s'’(«»\[\]（）《》“”\"/-]+['’]?")
_TERM_WORD = re.compile(r"[^\W\d_]+")
_STOPS = " .!?…。！？؟।"
_EDGE = ',;:!?…)]»”"'
"""What stands right behind a word and is no part of it."""
_BETWEEN = re.compile(r"[\s'’-]*")
"""What may stand between words of one place."""
_VERBS = frozenset(
    [
        "doit",
        "doivent",
        "devait",
        "devaient",
        "devra",
        "devront",
        "devrait",
        "devraient",
        "peut",
        "peuvent",
        "pouvait",
        "pouvaient",
        "pourra",
        "pourront",
        "pourrait",
        "pourraient",
        "sera",
        "seront",
        "serait",
        "seraient",
        "soit",
        "soient",
        "étaient",
        "debe",
        "deben",
        "debía",
        "debían",
        "deberá",
        "deberán",
        "debería",
        "deberían",
        "puede",
        "pueden",
        "podía",
        "podían",
        "podrá",
        "podrán",
        "podría",
        "podrían",
        "será",
        "serán",
        "sería",
        "serían",
        "sea",
        "sean",
        "fueron",
        "estaba",
        "estaban",
        "может",
        "могут",
        "мог",
        "могла",
        "могли",
        "должен",
        "должна",
        "должно",
        "должны",
        "будет",
        "будут",
        "следует",
    ]
)
_JOINING = frozenset(["et", "ou", "ni", "y", "e", "o", "u", "и", "или", "和", "或", "与", "及"])
"""Words that stand between two things of which only one is the term's."""
_LEAST = 0.3
"""Of the most attentive word's attention, what a word with a meaning of its own must have."""
_OF = frozenset({"de", "du", "des", "d", "l", "la", "le", "les", "del", "los", "las", "el"})
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæh]", re.IGNORECASE)
_FRENCH = (("le ", "la ", "l'", "les "), ("du ", "de la ", "de l'", "des "),
           ("au ", "à la ", "à l'", "aux "), ("un ", "une ", "des "), ("de ", "d'"),
           ("ce ", "cet ", "cette ", "ces "), ("son ", "sa ", "ses "), ("leur ", "leurs "),
           ("notre ", "nos "), ("chaque ",))  # fmt: skip
_SPANISH = (("el ", "la ", "los ", "las "), ("del ", "de la ", "de los ", "de las "),
            ("al ", "a la ", "a los ", "a las "), ("un ", "una ", "unos ", "unas "),
            ("este ", "esta ", "estos ", "estas "), ("ese ", "esa ", "esos ", "esas "),
            ("su ", "sus "), ("nuestro ", "nuestra ", "nuestros ", "nuestras "))  # fmt: skip
_NO_VOWEL = frozenset({"le ", "la ", "du ", "de la ", "au ", "à la ", "de ", "ce ", "sa "})
"""French words that are another before a vowel."""
_ONLY_VOWEL = frozenset({"l'", "de l'", "à l'", "d'", "cet "})
_ELIDED_QUE = re.compile(r"(?<!\w)(qu)['’]$", re.IGNORECASE)
_PLURAL = frozenset(
    {"les ", "des ", "aux ", "ces ", "ses ", "leurs ", "nos ", "los ", "las ", "de los ", "de las "}
    | {"a los ", "a las ", "unos ", "unas ", "estos ", "estas ", "esos ", "esas ", "sus "}
    | {"nuestros ", "nuestras "}
)
_FEMININE = frozenset(
    {"la ", "de la ", "à la ", "une ", "cette ", "sa ", "las ", "de las ", "a la ", "a las "}
    | {"una ", "unas ", "esta ", "estas ", "esa ", "esas ", "nuestra ", "nuestras "}
)
_MASCULINE = frozenset(
    {"le ", "du ", "au ", "un ", "ce ", "cet ", "el ", "los ", "del ", "de los ", "al ", "a los "}
    | {"unos ", "este ", "estos ", "ese ", "esos ", "nuestro ", "nuestros "}
)
_FAMILIES = {"fr": _FRENCH, "es": _SPANISH}
_DEFINITE = re.compile(r"\bthe\s+(?:\w+\s+)?$", re.IGNORECASE)
_INDEFINITE = re.compile(r"\ban?\s+(?:\w+\s+)?$", re.IGNORECASE)


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
    first, last = _stretch(hypothesis.text, free, weights, words)
    found = [Place(free[first][0], free[last][1], max(weights[first : last + 1]))]
    order = sorted(range(len(free)), key=lambda at: (first <= at <= last, -weights[at]))
    others = [at for at in order if not _grammatical(hypothesis.text[slice(*free[at])])]
    return [
        *found,
        *(Place(*free[at], weights[at]) for at in others if free[at][0] != found[0].start),
    ]


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
            if idle[at] and (word in _VERBS or (word in _JOINING and weights[at] < bar)):
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


def _grammatical(word: str) -> bool:
    return is_small(word) or word.casefold() in _VERBS


def _speaks_of(hypothesis: Hypothesis, source: str) -> bool:
    """Whether the attention is over this source, not over a text in a middle language."""
    spots = locate(hypothesis.source, source)
    found = sum(end - start for start, end in spots)
    return 2 * found > len(source.replace(" ", ""))


def _inside(word: Range, taken: Sequence[Range]) -> bool:
    return any(word[0] < end and start < word[1] for start, end in taken)


def _words(hypothesis: Hypothesis, locale: str) -> list[Range]:
    if locale.partition("-")[0] in _SPACELESS:
        spots = [spot for spot in locate(hypothesis.pieces, hypothesis.text) if spot[0] < spot[1]]
        return [spot for spot in spots if hypothesis.text[spot[0]].isalnum()]
    text = hypothesis.text
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


def leads(
    before: str,
    form: str,
    source_before: str,
    locale: str,
    *,
    several: bool | None = None,
    feminine: bool | None = None,
    named: bool = False,
) -> list[str]:
    """The beginnings of the target that may stand before and hold the form, as texts.

    Args:
        before: The hypothesis up to where the term belongs.
        form: The approved form.
        source_before: The source up to the term: its article counts.
        locale: BCP 47 tag of the target.
        several: Whether the form is a plural; None if that is not known.
        feminine: Whether it takes `la`; None if that is not known.
        named: Whether it may stand without an article, as names and codes do.
    """
    families = _FAMILIES.get(locale.partition("-")[0])
    if families is None:
        return [before + form]
    before = _ELIDED_QUE.sub(r"\1e ", undoubled(before, form))
    lead = max(
        (one for group in families for one in group if _ends_with(before, one)), key=len, default=""
    )
    if lead:
        stem = before[: len(before) - len(lead)]
        options = [
            stem + _like(option, before[len(stem) :]) + form
            for family in families
            if lead in family
            for option in _fitting(family, form, lead, several, feminine)
        ]
        if named and lead in {*families[0], *families[3]}:
            options.append(stem + form)
        return list(dict.fromkeys(options))
    begins = not before.strip()
    wanted = (
        3 if _INDEFINITE.search(source_before) else 0 if _DEFINITE.search(source_before) else None
    )
    options = [before + form]
    if begins or (
        wanted is not None and before[-1].isspace() and not _determined(before, families)
    ):
        options += [
            before + option + form
            for option in _fitting(families[wanted or 0], form, "", several, feminine)
        ]
    return options


def _determined(before: str, families: Sequence[Sequence[str]]) -> bool:
    """Whether a text ends in a determiner and an adjective: no other article comes then."""
    head = before.rstrip().rpartition(" ")[0] + " "
    return any(_ends_with(head, one) for group in families for one in group)


def undoubled(before: str, form: str) -> str:
    """The text before a form, without a beginning of the form that it ends in.

    Models begin a long name of their own and come to the approved one in its middle:
    `l'Organisation mondiale de l'` before `Organisation mondiale de la Santé`.
    """
    own = {word.casefold() for word in _TERM_WORD.findall(form)}
    first = next(iter(_TERM_WORD.findall(form)), "").casefold()
    found = len(before)
    for word in reversed(list(_TERM_WORD.finditer(before))):
        folded = word[0].casefold()
        if before[word.end() : found].strip("'’ ") or folded not in own | _OF:
            break
        found = word.start()
        if folded == first and len(first) > 3:
            return before[:found]
    return before


def articles(before: str, form: str, locale: str) -> list[str]:
    """The definite articles that may stand before a form which has none."""
    families = _FAMILIES.get(locale.partition("-")[0])
    if families is None or (before.strip() and not before[-1].isspace()):
        return []
    options = _fitting(families[0], form, "", None)
    return [option if before.strip() else option[0].upper() + option[1:] for option in options]


def _ends_with(before: str, lead: str) -> bool:
    if not before.casefold().replace("’", "'").endswith(lead):
        return False
    at = len(before) - len(lead)
    return at == 0 or not before[at - 1].isalnum()


def _like(lead: str, model: str) -> str:
    return lead[0].upper() + lead[1:] if model[:1].isupper() else lead


def _fitting(
    family: Sequence[str],
    form: str,
    lead: str,
    several: bool | None,
    feminine: bool | None = None,
) -> list[str]:
    """The members of a family that may stand before the form, the one that is there first."""
    options = list(family)
    if family in _FRENCH and form[:1] not in "hH":
        wrong = _NO_VOWEL if _VOWEL.match(form) else _ONLY_VOWEL
        options = [option for option in family if option not in wrong]
    if several is not None:
        options = [one for one in options if (one in _PLURAL) is several] or options
    if feminine is not None:
        wrong = _MASCULINE if feminine else _FEMININE
        options = [one for one in options if one not in wrong] or options
    return sorted(options, key=lambda option: option != lead)
