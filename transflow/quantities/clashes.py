"""Words that never stand side by side in a language, and lists and names said twice: what only engines write.

`appartiennent à le réseau`, `Les ne sont pas`, `A、B和C、A、B和C`, `la région de la région`, `31 % процентов`. Closed lists, without
anything that good style has: à le faire, la une, l'une l'autre, 一页一页, 考虑考虑.
"""

import re
from functools import cache

from transflow.quantities.wordset import begun

__all__ = ["clash", "said_twice"]

_ARTICLES = {
    "fr": begun(
        *(
            rf"{of} les?\s(?!\w+(?:er|ir|re|oir)\b|(?:en|y|lui|leur|plus|moins|mieux|bien|tout|un)\b)[a-zéèêàâîôûç]+"
            for of in ("à", "de")
        ),
        *(rf"{article} ne\b" for article in ("les?", "la", "des", "une", "du", "aux?")),
        *(
            rf"{first} {second}\b(?= [a-zéèêà])"
            for first, others in (
                ("un", "une le la"), ("une", "un le la"), ("la", "le un"), ("les", "le la"), ("le", "les un"), ("des", "les le la"),
                ("du", "le la les"), ("de", "du"), ("aux", "les"), ("au", "le la"),
            )
            for second in others.split()
        ),
        *(rf"{article} l['’]" for article in ("les", "des", "du")),
        apart="'’-",
    ),
    "es": begun(
        *(
            rf"{first} {second}(?= [a-zñáéíóú])"
            for first, others in (
                ("de", "el"), ("a", "el"), ("el", "la un los"), ("la", "el un las"), ("los", "el la un"), ("las", "el una"), ("un", "una"),
                ("una", "un"), ("del", "el la"), ("al", "el la"),
            )
            for second in others.split()
        ),
        apart="-",
    ),
}  # fmt: skip
_WORD = r"[\u3400-\u9fff]"
_VERBS = "考虑|研究|讨论|商量|休息|学习|了解|介绍|打听|锻炼|收拾|整理|观察|检查|监督|审查|代表|活动|好了|可以|等等|商讨|解释|尝试|放松|热闹|高兴|库斯"
_SOUNDS = "千万|咣当|哐当|叮咚|叮当|咔嚓|咔哒|哗啦|轰隆|噼啪|滴答|嘀嗒|扑通|咕噜|呼噜"
"""What is said twice for emphasis, and noises."""
_TWICE = {
    "zh": (
        rf"({_WORD}{{2,}}(?:、{_WORD}{{2,}})+(?:(?:、|和|及|与|或){_WORD}{{2,}}?)?)[、，和及与]?\1|(?!百分)({_WORD}{{4,}})的\2"
        rf"|(?![一整每]|来越来越|{_VERBS}|{_SOUNDS})({_WORD}{{2}})\3(?!\3|长)"
    ),
}
_OF = re.compile(
    r" (?:(?:de|du|des|del)(?: la| le| les| los| las)?[\s\u00a0]|d['’]|de l['’])(\w{4,}+)",
    re.IGNORECASE,
)
"""What joins a name with itself in French and Spanish, and the second of the two."""
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
    twice = found[0] if found else _of_itself(target, language)
    return twice if twice.lower() not in source.lower() else ""


def _of_itself(target: str, language: str) -> str:
    """A name that is of itself, `la région de la région`: looked for by what stands between, which is rarer than words."""
    for joint in _OF.finditer(target) if language in _JOINING else ():
        name, end = joint[1].lower(), joint.start()
        start = end - len(name)
        if target[max(0, start) : end].lower() != name or name in _MANY:
            continue
        if not re.match(r"\w", target[start - 1 : start]):
            return target[start : joint.end()]
    return ""


_JOINING = frozenset({"fr", "es"})
_MANY = frozenset({"estados", "états"})
"""Les États d'États, los Estados de Estados."""
