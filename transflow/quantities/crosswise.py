"""Whether two comparisons of a sentence changed places: lower than in 2023 but higher than before, as higher than in 2023 but lower.

Both words are there, so that no list of opposites sees it. Judged by their order, and only where the translation has one of each.
"""

import re
from functools import cache

from transflow.quantities.wordset import told, word_set

__all__ = ["crossed_over"]

_MORE = "more|higher|larger|bigger|greater|longer|stronger|dearer|faster|older|better|warmer|heavier|taller|wider"
_LESS = (
    "less|fewer|lower|smaller|shorter|weaker|cheaper|slower|younger|worse|colder|lighter|narrower"
)
_JOINING = frozenset({"but", "yet", "although", "though", "whereas"})
_SOURCE = re.compile(
    rf"(?<!not )(?<!no )\b(?:(?P<more>{_MORE})|(?:{_LESS}))(?: \w+)? than\b[^.;:()]{{1,60}}?\b(?:{'|'.join(sorted(_JOINING))})\s"
    rf"(?:\w+ )?(?:(?P<second>{_MORE})|(?:{_LESS}))(?: \w+)? than\b",
    re.IGNORECASE,
)
_TARGET = {
    "ar": (
        r"أعلى|أكثر|أكبر|أقوى|أغلى|أطول|أسرع|أفضل|أثقل|أوسع|[تي]فوق|تجاوز",
        r"(?<!على ال)أقل|أدنى|أصغر|أضعف|أرخص|أقصر|أبطأ|أسوأ|أخف|أضيق",
    ),
    "es": (
        r"\bmás\b(?! (?:baj|débil|pequeñ|cort|barat|lent|jóven|joven|frí|liger|estrech))|\bmayor|superior|mejor",
        r"\bmenos\b|\bmenor|inferior|\bpeor|\bmás (?:baj|débil|pequeñ|cort|barat|lent|jóven|joven|frí|liger|estrech)",
    ),
    "fr": (
        r"\bplus\b(?! (?:faible|bas|petit|court|léger|légèr|lent|jeune|froid|étroit))|supérieur|\bmieux\b|meilleur|davantage",
        r"\bmoins\b|inférieur|moindre|\bpire|\bplus (?:faible|bas|petit|court|léger|légèr|lent|jeune|froid|étroit)",
    ),
    "ru": (
        r"\b(?:выше|больше|бол[её]е|дороже|сильнее|длиннее|быстрее|старше|лучше|теплее|тяжелее|дольше|шире)\b|превы",
        r"\b(?:ниже|меньше|менее|дешевле|слабее|короче|медленнее|моложе|хуже|холоднее|легче|уже)\b|уступ",
    ),
    "zh": (
        r"高于|多于|大于|超过|强于|长于|优于|快于|比[^，。；]{1,14}?[高多大强贵长快好]",
        r"低于|少于|小于|不及|不如|弱于|短于|逊于|慢于|比[^，。；]{1,14}?[低少小弱短慢差]|比[^，。；]{1,14}?便宜",
    ),
}
"""Language -> (words of a higher one, of a lower one)."""


@cache
def _of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    more, less = _TARGET[language]
    return re.compile(more, re.IGNORECASE), re.compile(less, re.IGNORECASE)


def crossed_over(source: str, target: str, language: str) -> str:
    """The two comparisons of the source that changed places in the target; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    said = word_set(source)
    if language not in _TARGET or "than" not in said or _JOINING.isdisjoint(said):
        return ""
    found = _SOURCE.search(source)
    if found is None or bool(found["more"]) is bool(found["second"]):
        return ""
    if source.lower().count(" than ") > 2:
        return ""
    more, less = ([one.start() for one in way.finditer(target)] for way in _of(language))
    if len(more) != 1 or len(less) != 1:
        return ""
    return told(found) if bool(found["more"]) is not (more[0] < less[0]) else ""
