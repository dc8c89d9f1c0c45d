"""Words that never stand side by side in a language, and lists and names said twice: what only engines write.

`appartiennent à le réseau`, `Les ne sont pas`, `A、B和C、A、B和C`, `la région de la région`, `31 % процентов`. Closed lists, without
anything that good style has: à le faire, la une, l'une l'autre, 一页一页, 考虑考虑.
"""

import re
from functools import cache

__all__ = ["clash", "said_twice"]

_ARTICLES = {
    "fr": (
        r"(?<![\w'’-])(?:(?:à|de) les?\s(?!\w+(?:er|ir|re|oir)\b|(?:en|y|lui|leur|plus|moins|mieux|bien|tout|un)\b)[a-zéèêàâîôûç]+"
        r"|(?:les?|la|des|une|du|aux?) ne\b"
        r"|(?:un une|une un|la le|les le|les la|le les|le un|la un|une le|des les|du le|du la|du les|de du|aux les|au le|au la|des le"
        r"|des la|un le|un la|une la)\b(?= [a-zéèêà])|(?:les|des|du) l['’])"
    ),
    "es": (
        r"(?<![\w-])(?:(?:de|a) el|el la|la el|los el|los la|las el|un una|una un|el un|la un|los un|las una|el los|la las|del el|del la"
        r"|al el|al la)(?= [a-zñáéíóú])"
    ),
}
_WORD = r"[\u3400-\u9fff]"
_VERBS = "考虑|研究|讨论|商量|休息|学习|了解|介绍|打听|锻炼|收拾|整理|观察|检查|监督|审查|代表|活动|好了|可以|等等|商讨|解释|尝试|放松|热闹|高兴|库斯"
_SOUNDS = "千万|咣当|哐当|叮咚|叮当|咔嚓|咔哒|哗啦|轰隆|噼啪|滴答|嘀嗒|扑通|咕噜|呼噜"
"""What is said twice for emphasis, and noises."""
_TWICE = {
    "zh": (
        rf"({_WORD}{{2,}}(?:、{_WORD}{{2,}})+(?:(?:、|和|及|与|或){_WORD}{{2,}}?)?)[、，和及与]?\1|(?!百分)({_WORD}{{4,}})的\2"
        rf"|(?![一整每]|来越来越|{_VERBS}|{_SOUNDS})({_WORD}{{2}})\3(?!\3|长)"
    ),
    **dict.fromkeys(
        ("fr", "es"),
        r"\b(?!estados |états )(\w{4,}+)(?: (?:de|du|des|del)(?: la| le| les| los| las)?[\s\u00a0]| d['’]| de l['’])\1\b",
    ),
}
_PERCENT = {
    "ar": r"[%٪]\s*(?:في المائة|في المئة|بالمائة|بالمئة)",
    "es": r"%\s*por ciento",
    "fr": r"%\s*pour.?cent",
    "ru": r"%\s*процент\w*",
    "zh": r"百分之\s*\d[\d.]*\s?%|(?P<end>[局署厅司])(?P=end)(?!长)",
}


_ITSELF = re.compile(
    r"\s*(\w{2,}) ?(?:et |ou |y |e |o |и |или |و|和|与|及|或|、)\1\s*[.。]?", re.IGNORECASE
)
"""A whole text that joins a word with itself: Conditions et conditions."""
_JOINED = 4
"""Words that such a text has at most, a mark apart among them."""


@cache
def _of(kind: str, language: str) -> re.Pattern[str] | None:
    words = (_ARTICLES if kind == "clash" else _TWICE).get(language)
    if kind == "twice":
        words = "|".join(filter(None, (words, _PERCENT.get(language))))
    return re.compile(words, re.IGNORECASE if kind == "twice" else 0) if words else None


def clash(target: str, language: str) -> str:
    """Two small words of a text that never stand side by side; empty for none.

    Args:
        target: Text of the language.
        language: Its code; one without data is never judged.
    """
    pattern = _of("clash", language)
    found = pattern.search(target[:1].lower() + target[1:]) if pattern else None
    return found[0] if found else ""  # capitals elsewhere are names: a El Cairo, de Les Sables


def said_twice(source: str, target: str, language: str) -> str:
    """A list, a name or a percent sign that a translation says twice; empty for none.

    Args:
        source: The text translated: what it repeats may be repeated.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    pattern = _of("twice", language)
    short = len(target.split(maxsplit=_JOINED)) <= _JOINED
    found = _ITSELF.fullmatch(target) if short else None
    found = found or (pattern.search(target) if pattern else None)
    return found[0] if found and found[0].lower() not in source.lower() else ""
