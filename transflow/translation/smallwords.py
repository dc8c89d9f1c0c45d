"""Words that carry grammar rather than meaning: attention says little about them.

Articles, prepositions, conjunctions, auxiliaries and pronouns of the languages the starter models
speak; a mark around a noun should not swallow the preposition that the target language puts there.
"""

from functools import cache
from importlib.resources import files

__all__ = ["han_lengths", "is_auxiliary", "is_small", "is_transliteration"]

_WORDS = {
    "en": "a an the of in on at to for from by with as and or but is are was were be been being has have had "
    "do does did will would can could may might must shall should that which who this these those it its "
    "their his her our your my he she they we you i there before after until over under about into onto "
    "between through during than up out so such when while if us me him them",
    "fr": "le la les l un une des du de d à au aux en et ou mais par pour sur dans avec ce cet cette ces qui que "
    "qu se s est sont était été être a ont avait leur leurs son sa ses notre nos votre vos il elle ils elles "
    "nous vous je on y ne n",
    "es": "el la los las lo un una unos unas de del al a en y e o u pero por para con sobre que se es son era fue "
    "ser está están estuvo ha han había su sus nuestro nuestra él ella ellos nosotros",
    "ru": "и в во на с со к ко о об от до из за по для у не что как это его её их он она они мы вы я был была "
    "было были быть есть",
    "ar": "في من على إلى عن مع أن إن و أو كان كانت هذا هذه التي الذي",
    "zh": "的 了 在 于 是 和 与 以 将 地 得 被 从 由 对 为 向 把 而 或 也 并 及 到 中 上 下 等 之 所 让 使 其 有 该 本 此 这 那 个 件 名 项 他 她 它 我 你 们 他们 她们 我们 你们 它们 "
    "具有 必须 可以 会 能 将于 用于 以及 或者 并且 关于 对于 通过 来自 自 来 我的 你的 您的 他的 她的 它的 应 须",
}
_SMALL = frozenset(word for words in _WORDS.values() for word in words.split())
_VERBS = {
    "fr": "doit doivent devait devaient devra devront devrait devraient peut peuvent pouvait pouvaient pourra "
    "pourront pourrait pourraient sera seront serait seraient soit soient étaient",
    "es": "debe deben debía debían deberá deberán debería deberían puede pueden podía podían podrá podrán podría "
    "podrían será serán sería serían sea sean fueron estaba estaban",
    "ru": "может могут мог могла могли должен должна должно должны будет будут следует",
}
_AUXILIARY = frozenset(word for words in _VERBS.values() for word in words.split())

_NAMES = frozenset(
    "阿埃艾奥巴贝波伯布查茨达戴丹德迪蒂杜厄尔恩法菲芬弗佛盖戈格哈汉赫亨霍基吉贾杰捷卡凯坎康科克库"
    "拉莱兰劳勒雷丽利莉列琳隆卢鲁伦罗洛玛马麦曼梅蒙米姆穆纳娜南内尼妮涅努诺欧帕佩皮珀奇乔切萨塞桑森"
    "沙莎舍斯丝塔坦汤特廷图托瓦韦维沃西希夏谢辛亚扬叶伊茵约扎泽詹朱兹佐里"
)
"""Letters that spell foreign names; a run of them that no list has is a name."""


def is_small(word: str) -> bool:
    """Whether a word is one of these; `IT`, `US` and `ME` in capitals are names."""
    named = len(word) > 1 and word.isupper() and word.isalpha()
    return not named and word.casefold().rstrip("'’") in _SMALL


def han_lengths(text: str) -> list[int]:
    """Lengths of the known Chinese words at the beginning of a text, the longest first."""
    known = _han_words()
    return [size for size in (4, 3, 2) if len(text) >= size and text[:size] in known]


def is_transliteration(text: str) -> bool:
    """Whether all letters are such as spell foreign names in Chinese."""
    return _NAMES.issuperset(text)


def is_auxiliary(word: str) -> bool:
    """Whether a word is a verb that only helps another: no noun's rendering reaches over it."""
    return word.casefold() in _AUXILIARY


@cache
def _han_words() -> frozenset[str]:
    path = files("transflow.translation") / "data" / "zh_words.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
