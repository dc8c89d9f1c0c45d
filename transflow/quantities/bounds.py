"""Whether the limit at one number of several became the opposite one, or none: fewer than 250 and not more than 50 million.

`limits` judges a text with one limit by all its words; here each number has those that stand beside it.
"""

import re
from functools import cache

from transflow.quantities.beside import beside
from transflow.quantities.wordset import told, word_set

__all__ = ["KEYS", "crossed"]

_NUMBER = r"(?:(?P<number>[$€£]?\d[\d.,]*)(?<![.,])|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|[a-z]+ty)\b)"
"""In digits it is judged; in words it is a limit all the same, which the translation's words may be about."""
_UPPER = re.compile(
    r"\b(?:(?:not|no|never)\s+(?:more|greater|longer|larger|higher|later)\s+than|at (?:the )?most|(?<!no )(?<!not )(?:fewer|less|lower|"
    rf"smaller|shorter)\s+than|not\s+exceed\w*|(?:a|the) maximum of)\s+(?:[A-Z]{{3}}\s)?{_NUMBER}",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:(?:not|no)\s+(?:less|fewer|lower|shorter|smaller)\s+than|at (?:the )?least|(?<!no )(?<!not )more than"
    rf"|(?:a|the) minimum of)\s+(?:[A-Z]{{3}}\s)?{_NUMBER}",
    re.IGNORECASE,
)
KEYS = frozenset(
    ("than", "most", "least", "exceed", "exceeds", "exceeding", "exceeded", "maximum", "minimum")
)
_TARGET = {
    "fr": (
        r"moins d|au plus|maxim|pas plus|n[’'e].*(?:dépass|excéd)|sans (?:dépass|excéd)|inférieur|jusqu|plafon|limit|sous|égal|en dessous",
        r"plus d[e’']|au moins|minim|dépass|supérieur|au-delà|excéd|pas moins",
    ),
    "es": (
        r"menos d|máxim|como mucho|a lo sumo|no (?:\w+ )?(?:más|super|exced|mayor|rebas|sobrepas)|ni más|sin (?:super|exced|sobrepas)|inferior|hasta|límite|igual|tope",
        r"más d|al menos|mínim|por lo menos|super|exced|mayor|no menos|sobrepas|rebas",
    ),
    "ru": (
        r"не более|не больше|менее|меньше|максим|не прев|не выше|не свыше|до\b|предел|в пределах|ниже|не дольше|не позднее|не старше|самое большее|младше|моложе|короче",
        r"более|больше|свыше|превы|миним|не менее|не меньше|выше|как минимум|с лишним|по меньшей",
    ),
    "zh": (
        r"不超过|不多于|不得超过|不能超过|未超过|不足|少于|低于|小于|不到|至多|最多|以下|以内|内|未满|不高于|不大于|上限|不逾|最高|最长|不可超过|不会超过|没有超过|不应超过|短于|最迟",
        r"超过|多于|高于|大于|逾|至少|不少于|不低于|以上|最少|最低|多|超|起码|余|大于|达到",
    ),
    "ar": (
        r"لا [يت](?:زيد|تجاوز|تعد)|[لأ]لا يتجاوز|(?<!على ال)أقل|دون|حد أقصى|الأقصى|الأكثر|حتى|أقصا|(?<!\w)[وف]?(?<!لا )[يت]قل|لم [يت]تجاوز|لن [يت]تجاوز|تحت|عدم تجاوز|أدنى|ما لا يزيد|أصغر|أقصر|أقصى",
        r"أكثر|يزيد|تزيد|تجاوز|الأقل|لا يقل|لا تقل|يفوق|تفوق|حد أدنى|الأدنى|فوق|زاد|أعلى",
    ),
}
"""Language -> (words of an upper limit, of a lower one); the second in the first's refused form (`no más`) are the first's."""
_SAID_NO = {
    "fr": r"\bn[’'e]|pas |sans ",
    "es": r"\bno |\bni |\bsin ",
    "ru": r"\bне ",
    "zh": r"[不未没無无]",
    "ar": r"لا |لم |لن |ألا |عدم ",
}
_JOINT = {
    "fr": r"\bentre\b|\d ?[-–]|\d(?: \S+){0,3} à \S*\d|d[’']ici|\b(?:avant|tard|dès|partir)\b",
    "es": r"\bentre\b|\d ?[-–]|\d(?: \S+){0,3} a \S*\d|\b(?:antes|tardar|desde|partir)\b",
    "ru": r"\bот\b|\d ?[-–]|поздн|раньше|\bс \d",
    "zh": "至(?![少多])|[到—~～–-]|[前后迟晚早起]|(?<![不未])满",
    "ar": r"بين|\d ?[-–]|إلى|موعد|قبل|بعد|ابتداء|غضون",
}
"""With what two limits are one range, or one is a date: it is said without a word of its own."""
_STRICT = re.compile(r"(?:not?|never|at|a|the)\b", re.IGNORECASE)
"""A limit that is set; how much more or fewer there were may be told by any comparison (дороже, à peine)."""


def crossed(source: str, target: str, language: str) -> str:
    """The limit of the source beside whose number its opposite stands in the target, or no limit; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _TARGET or KEYS.isdisjoint(word_set(source)):
        return ""
    limits = [(at, one) for at in (0, 1) for one in (_UPPER, _LOWER)[at].finditer(source)]
    first = min((limit.start() for _, limit in limits), default=0)
    for at, limit in limits if len(limits) > 1 else ():
        clause = beside(source, limit.span("number"), target, language) if limit["number"] else ""
        if not clause:
            continue
        own, other, refused = (_of(language)[way] for way in (at, 1 - at, 2))
        if own.search(clause) or refused.search(clause):  # which turns the words of either kind
            continue
        alone = limit.start() == first or any(way != at for way, _ in limits)
        lost = alone and _STRICT.match(limit[0]) and not _joint(language).search(target)
        if lost or other.search(clause):
            return told(limit)
    return ""


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(_JOINT[language], re.IGNORECASE)


@cache
def _of(language: str) -> tuple[re.Pattern[str], ...]:
    upper, lower = _TARGET[language]
    return tuple(re.compile(one, re.IGNORECASE) for one in (upper, lower, _SAID_NO[language]))
