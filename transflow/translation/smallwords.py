"""Words that carry grammar rather than meaning: attention says little about them.

Articles, prepositions, conjunctions, auxiliaries and pronouns of the languages the starter models
speak; a mark around a noun should not swallow the preposition that the target language puts there.
"""

from functools import cache
from importlib.resources import files

__all__ = ["han_word", "is_small"]

_WORDS = {
    "en": "a an the of in on at to for from by with as and or but is are was were be been being has have had "
    "do does did will would can could may might must shall should that which who this these those it its "
    "their his her our your my he she they we you i there before after until over under about into onto "
    "between through during than up out so such when while if",
    "fr": "le la les l un une des du de d à au aux en et ou mais par pour sur dans avec ce cet cette ces qui que "
    "qu se s est sont était été être a ont avait leur leurs son sa ses notre nos votre vos il elle ils elles "
    "nous vous je on y ne n",
    "es": "el la los las lo un una unos unas de del al a en y e o u pero por para con sobre que se es son era fue "
    "ser está están estuvo ha han había su sus nuestro nuestra él ella ellos nosotros",
    "ru": "и в во на с со к ко о об от до из за по для у не что как это его её их он она они мы вы я был была "
    "было были быть есть",
    "ar": "في من على إلى عن مع أن إن و أو كان كانت هذا هذه التي الذي",
    "zh": "的 了 在 于 是 和 与 以 将 地 得 被 从 由 对 为 向 把 而 或 也 并 及 到 中 上 下 等 之 所 让 使 其 有 该 本 此 这 那 个 件 名 项 他 她 它 我 你 们 他们 她们 我们 你们 它们 "
    "具有 必须 可以 会 能 将于 用于 以及 或者 并且 关于 对于 通过",
}
_SMALL = frozenset(word for words in _WORDS.values() for word in words.split())


def is_small(word: str) -> bool:
    """Whether a word is one of these."""
    return word.casefold().rstrip("'’") in _SMALL


def han_word(text: str) -> int:
    """Length of the longest known Chinese word at the beginning of a text; 1 for none."""
    known = _han_words()
    return next((size for size in (4, 3, 2) if text[:size] in known), 1)


@cache
def _han_words() -> frozenset[str]:
    path = files("transflow.translation") / "data" / "zh_words.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
