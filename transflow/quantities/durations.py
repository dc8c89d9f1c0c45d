"""Whether a length of time in words ("within six months") has left a translation.

Digits are compared as numbers; `six` may be a digit, a word or part of one on the other side, so
only the unit is asked for, in any of its words: a deadline without its months has no deadline. Counted in another unit it is
there: two days as forty-eight hours, every six hours as four times a day.
"""

import re
from functools import cache

from transflow.quantities.recounted import met_otherwise
from transflow.quantities.wordset import word_set

__all__ = ["lost_duration"]

_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
_KEYS = frozenset(_COUNTS.split("|"))
_NUMBER = (
    rf"(?:{_COUNTS})"
    r"(?:-(?!day|week|month|year|hour|minute)[a-z]+)?"
)
_SOURCE = re.compile(
    rf"\b({_NUMBER})[ -](?:(?:more|other|consecutive|whole|full|long|working|calendar)\s+)*"
    r"(day|week|month|year|hour|minute)s?\b(?![-\s]old)(?! past\b)",
    re.IGNORECASE,
)
_TARGET = {
    "fr": {
        "day": r"jour|quotid|quinzaine|semaine|séance",
        "week": r"semaine|jours|hebdo|quinzaine",
        "month": r"mois|mensuel|trimestr|semestr",
        "year": r"\ban(?:s|née|nées|nuel\w*)?\b|bienn|trienn|quinquenn|décenn|siècle",
        "hour": r"heure|\bh\b",
        "minute": r"minute|heure|\bmin\b",
    },
    "es": {
        "day": r"días?\b|jornada|diari|quincena|semana",
        "week": r"semana|días|quincena",
        "month": r"\bmes(?:es)?\b|mensual|trimestr|semestr|bimestr",
        "year": r"año|anual|bien[ai]|trien|quinquen|decenio|década|siglo|lustro",
        "hour": r"hora|\bh\b",
        "minute": r"minuto|hora|\bmin\b",
    },
    "ru": {
        "day": r"\bдн[еёяиь]|день|днев[нк]|сут[ок]|недел",
        "week": r"недел|дней",
        "month": r"месяц|месячн|квартал|полу?год|\bмес\b",
        "year": r"\bлет|\bгод|летн|годичн|десятилет|столет|век",
        "hour": r"\bчас|часов|сут[ок]",
        "minute": r"минут|\bмин\b|час",
    },
    "zh": {
        "day": r"天|周|旬|晚|(?<!月)(?<!月\d)(?<!月\d\d)日",
        "week": "周|星期|礼拜|天",
        "month": "月|季|半年",
        "year": "年|岁|载|世纪",
        "hour": "小时|时|点|钟|天",
        "minute": "分|刻|小时",
    },
    "ar": {
        "day": "يوم|أيام|أسبوع|أياما",
        "week": "أسبوع|أسابيع|يوم",
        "month": "شهر|أشهر|شهور",
        "year": "عام|سن[ةت]|سنوات|سنين|أعوام|عقد|خمسي|ثلاثي|عشري",
        "hour": "ساع",
        "minute": "دقيق|دقائق|ساع",
    },
}
_DOZEN = {"eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety"}
_MORE = {"month": "year", "day": "month", "hour": "day", "week": "month"}
"""What long ones may be counted in: twelve months are a year."""


@cache
def _of(language: str, unit: str) -> re.Pattern[str]:
    return re.compile(_TARGET[language][unit], re.IGNORECASE)


def lost_duration(source: str, target: str, language: str) -> str:
    """The length of time of the source whose unit the translation has nowhere; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _TARGET or _KEYS.isdisjoint(word_set(source)):
        return ""
    for found in _SOURCE.finditer(source):
        number, unit = found[1].lower(), found[2].lower()
        units = [unit]
        if number.partition("-")[0] in _DOZEN and unit in _MORE:
            units.append(_MORE[unit])
        if any(_of(language, one).search(target) for one in units):
            continue
        if found.start() not in met_otherwise(source, "en", target, language):
            return found[0]
    return ""
