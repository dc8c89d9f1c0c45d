"""Parts whose words in a translation are known without asking an engine: a literal, a term, a figure, a word that people stress.

A small network often writes `not` and its verb in one piece, and cannot tell them apart.
"""

import re
from collections.abc import Sequence

from transflow.translation.spanpoints import Cover
from transflow.translation.spanscores import Pair

__all__ = ["known"]

Range = tuple[int, int]

_FIGURE = re.compile(
    r"(?:[€$£¥]\s?)?(?<![\d.,])\d(?:[\d.,\u00a0\u202f]*\d)?(?:\s?(?:[€$£¥%]|CHF|EUR|USD)(?!\w))?"
)
"""A number and what of its currency stands at it."""
_STRESSED = {
    english: frozenset(others.split())
    for english, others in {
        "not": "pas no 不 没有 没 未 不会 不能 不是 不得 不可 并不 并未 не",
        "never": "jamais nunca jamás 从不 从未 永不 绝不 никогда",
        "only": "seulement uniquement exclusivement seul seule seuls seules solo sólo solamente únicamente "
        "exclusivamente 只 仅 只有 仅仅 只能 только",
        "all": "tous toutes tout toute todos todas todo toda 所有 全部 一切 все",
        "both": "ambos ambas 双方 оба обе",
        "must": "doit doivent devez devons devra devront debe deben debes debemos deberá deberán 必须 должен должна "
        "должны",
        "how": "comment cómo 如何 怎么 怎样 как",
        "why": "pourquoi 为什么 为何 почему",
        "who": "qui quién quiénes 谁 кто",
        "when": "quand cuándo 何时",
        "where": "où dónde 哪里 哪儿 где",
        "and": "et y e 和 以及 и",
        "or": "ou o u 或 或者 或是 или",
        "very": "très muy 非常 很 十分 очень",
        "always": "toujours siempre 总是 始终 всегда",
        "also": "aussi également también 也 还 также",
        "each": "chaque cada 每 каждый",
        "every": "chaque cada 每 каждый",
        "without": "sans sin без",
        "now": "maintenant désormais ahora 现在 如今 目前 теперь сейчас",
        "before": "avant antes 之前 以前 до",
        "after": "après después tras 之后 以后 после",
    }.items()
}
"""Words that writers stress alone, and what they are in the languages of the starter models."""


def known(pair: Pair, part: Range, room: Cover, taken: Sequence[Range]) -> Range | None:
    """Where a part is that is nothing but such a piece, and is there once in either text.

    Args:
        pair: The sentence and its translation.
        part: The part.
        room: The range of the part around it.
        taken: Ranges of its siblings.
    """
    spot = _written(pair, part) or _figure(pair, part) or _stressed(pair, part)
    if not spot or not (room.start <= spot[0] and spot[1] <= room.end):
        return None
    return spot if all(spot[1] <= left or right <= spot[0] for left, right in taken) else None


def _written(pair: Pair, part: Range) -> Range | None:
    """A literal or a term, whose form in the language is known: no word beside it is of the part."""
    start, end = part
    text = pair.source[start:end]
    bare = (start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
    return next(((c, d) for a, b, c, d in pair.evidence.terms if (a, b) == bare), None)


def _figure(pair: Pair, part: Range) -> Range | None:
    """An old price or a new one, say: no neighbour may take its mark."""
    text = pair.source[slice(*part)]
    if not _FIGURE.fullmatch(text.strip()):
        return None
    digits = _digits(text)
    if [_digits(one[0]) for one in _FIGURE.finditer(pair.source)].count(digits) != 1:
        return None
    return _only([one.span() for one in _FIGURE.finditer(pair.target) if _digits(one[0]) == digits])


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


def _stressed(pair: Pair, part: Range) -> Range | None:
    word = pair.source[slice(*part)].strip().casefold()
    forms = _STRESSED.get(word)
    if not forms or len(re.findall(rf"\b{word}\b", pair.source, re.IGNORECASE)) != 1:
        return None
    words = [(pair.word(at).casefold(), atom) for at, atom in enumerate(pair.atoms)]
    return _only([(atom.start, atom.end) for word, atom in words if word in forms])


def _only(spots: Sequence[Range]) -> Range | None:
    return spots[0] if len(spots) == 1 else None
