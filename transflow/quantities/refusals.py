"""Whether what an English text says by a verb of failing, or by neither, no, hardly, is turned in its translation.

"The inventor failed to reply" as "the inventor replied" has every word but one. Any word of refusal or
lack in the translation will do; only where it has none at all is something told.
"""

import re
from functools import cache

from transflow.quantities.negation import refusal_words
from transflow.quantities.wordset import word_set

__all__ = ["KEYS", "unrefused"]

_SOURCE = re.compile(
    r"\b(?=\w)(?:\b(?:fail(?:ed|s)?|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|neglect(?:ed|s)?)\s+to\s+(?!about|around|just|some|under|nearly|the\b|an?\b|be drawn|stop|budge)[a-z]+"
    r"|\bunable to \w+|\bneither\b[^;]*?\bnor\b|\bno longer\b|\bdisagree[sd]?\b"
    r"|\babstain(?:ed|s|ing)?\b|\babstentions?\b|\bhardly\s+(?!any|a\b|wait|be\b|ha[ds]\b|did\b|was\b|were\b)[a-z]+"
    r"|\b(?:barely|scarcely)\s+(?:changed|moved|grew|rose|fell|affected|noticed|visible|known)\b"
    r"|\b(?:nobody|no one)\b(?! but\b)|\bnone of (?:the|them|us|these|those)\b"
    r"|\b(?:have|has|had|needs?|needed|pays?|paid|requires?|required|charges?|charged|received|with|there (?:is|are|was|were)|belongs? to)\s+no\s+(?!longer|less|more|fewer|later|doubt|one\b|matter|better|charge|sooner|criminal|smell|odou?r|point)[a-z]+"
    r"|^no (?!one|longer|less|more|fewer|later|doubt|matter|sooner|wonder|problem|way|thanks|please|use|idea|chance|pain|such luck|of)[a-z]+(?![^.;]*\b(?:later|after|more) (?:than )?)"
    r"|(?<=,\s)(?:and |but )?no\s(?!doubt|matter|wonder|problem|way|longer|less|more|thanks|please|use)[a-z]+(?=\s*(?:[.,;!)]|$)))",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(?:never|not|n['’]t|cannot|without)\b[^.;]*"  # told by another rule, or said twice
    r"|\bagree[ds]? to disagree\b|\bno (?:longer|less|more) than\b",
    re.IGNORECASE,
)
KEYS = frozenset({
    "fail", "failed", "fails", "refuse", "refused", "refuses", "refusing", "decline", "declined", "declines", "declining", "neglect", "neglected",
    "neglects", "unable", "neither", "no", "disagree", "disagreed", "disagrees", "abstain", "abstained", "abstains", "abstaining", "abstention",
    "abstentions", "hardly", "scarcely", "barely", "nobody", "none",
})  # fmt: skip
_TARGET = {
    "ar": "القضاء على|مجان|غنية? عن|كان (?:علي|ينبغي)|منع|محروم|حرم|اعتذر|فقد|غفل|منقسم|انقسم|صامت|عار|رافض|وحد|نفد|خفق|إخفاق|اختلاف|عديم|غياب|انعدام|لعدم|بعدم|وعدم|كف|توقف|انتهى|انقطع|حياد|تحفظ|عارض|خلاف|اختلف|يختلف|تختلف|امتن|ممتنع|تقاعس|أبى|أخفق|أهمل|صعوبة|بالكاد|بلا|قلما|نادرا|تخل|دون|خلا|انعدم|تنعدم|أقلع|ترك",
    "es": r"gratis|gratuit|\bs[oó]lo\b|solamente|\bdeb(?:imos|ió|ieron|í)\b|deber\w+ haber|desnud|renunci|acab|incumpl|abstuv|car(?:ez|ec)|desacuerdo|discrep|disient|abst[eu]n|abstien|neg[óa]|nieg|privad|rehus|declin|fracas|incapa|apenas|casi|dej[óao]|\bces[aeoó]|olvid|imposib|descuid|discre|disent|opon|opus|difíci|poco|sin\b|falt|carec",
    "fr": r"gratuit|\bseule?s?\b|\baur(?:ais|ait|ions|iez|aient) dû|muet|\bnue?s?\b|infructu|difficile|\bvides?\b|\bfini|insatisf|omet|désaccord|priv[ée]|conteste|abst(?:en|ien)|refus|déclin|échou|incapa|impuiss|à peine|guère|cess|oubli|omi[ts]|omett|néglig|impossib|manqu|dénu|divergen|peine|arrêt|plus\b|renonc|zéro|vain",
    "ru": r"воспрещ|бесплат|следовало|должны были|надо было|\bлиши|\bгол(?:ый|ая|ые)|прекращ|откаж|предостаточно|уклон|разойд|разноглас|бесполез|потеря|воздерж|отказ|отклон|откл|несоглас|разош|расход|переста|прекрат|едва|почти|больше|забы|пренебр|невозмож|упусти|провал|ноль|кончил|спор|возраз|против|бросил|исчерп|ничего|никт",
    "zh": "免费|本[应该]|早该|脱离|取消|相左|各持|用完|弃权|拒|失败|忽|忘|罢|几乎|勉强|仅|异议|分歧|反对|难以|疏|谢绝|婉|不再|再也|中止|停|毫|零|空|除了|少|只有|废",
}


@cache
def _of(language: str) -> re.Pattern[str] | None:
    words = refusal_words(language)
    return re.compile(f"{words}|{_TARGET[language]}", re.IGNORECASE) if words else None


@cache
def _abstaining(language: str) -> re.Pattern[str]:
    return re.compile(rf"{refusal_words(language)}|{_ABSTAINED[language]}", re.IGNORECASE)


_ABSTAINED = {
    "ar": "متنا|ممتنع|امتن|تمتنع|يمتنع|تحفظ",
    "es": r"abst[eiu]|abstien",
    "fr": r"abst[ei]",
    "ru": r"воздерж",
    "zh": "弃权|回避|放弃|节制|戒",
}
"""An abstention is no mere end or lack of something."""


def unrefused(source: str, target: str, language: str) -> str:
    """What the source denies by a verb or by neither, no, hardly, and the translation nowhere; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if KEYS.isdisjoint(word_set(source)):
        return ""
    found = _SOURCE.search(source)
    if found is None or _FIGURES.search(source):
        return ""
    pattern = _of(language)
    if pattern and "abst" in found[0].lower():
        pattern = _abstaining(language)
    if pattern is None or pattern.search(target):
        return ""
    return found[0]
