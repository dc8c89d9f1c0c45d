"""Whether what an English text excepts is let in by its translation: except, unless, without.

"All Member States except Fiji signed" as "signed by Fiji" has every name and every verb. Any word
that excepts or refuses will do; only where the translation has none is something told.
"""

import re
from functools import cache

from transflow.quantities.negation import refusal_words
from transflow.quantities.wordset import word_set

__all__ = ["KEYS", "lost_exception"]

_SOURCE = re.compile(
    r"\bexcept(?:ing)?\b(?! when| if| as| where)|\bwith the exception of\b|\bexcluding\b|\bunless\b"
    r"|(?<!not )(?<!never )\bwithout\b(?! (?:further )?(?:ado|delay)| (?:a )?doubt| prejudice| question| notes| a score| a break)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:cannot|not|hardly|barely|scarcely|never|no)\b[^.;]*\bwithout\b", re.IGNORECASE
)
"""Two refusals make a yes, which translators like to say as one."""
_REFUSES = re.compile(
    r"\b(?:cannot|(?:shall|may|must|can|do|does|did|will|is|are)\s+not)\b", re.IGNORECASE
)
_DENIAL = re.compile(
    r"\b(?:cannot|not|no|never|without|nor|none|nothing)\b|n['’]t\b", re.IGNORECASE
)
_HALF = {
    "ar": r"دون|بلا(?!\w)|من غير|بغير",
    "es": r"\bsin\b",
    "fr": r"\bsans\b",
    "ru": r"\bбез\b",
    "zh": "未经|没有|未获|未得|无需|不经|无(?!法)",
}
"""What says `without` alone, which beside it must be denied: "peut céder sans accord" for may not assign without consent."""
_ONLY = {
    "ar": "إلا|فقط|شرط|يحظر|يمنع|ممنوع|سوى|بعد|عدم",
    "es": r"s[oó]lo|únic|salvo|condición|imposible|prohib|necesari|imprescind|tampoco|ni\b|nad[ai]",
    "fr": r"seul|uniquement|sauf|condition|impossible|interdi|évit|défen|rare|ni\b|rien|personne",
    "ru": "только|лишь|нельзя|запрещ|невозмож|ни |нет |исключ|редк|трудно|обяза",
    "zh": "只|必须|才|禁|难|仅|唯",
}
KEYS = frozenset({
    "except", "excepting", "exception", "excluding", "unless", "without",
})  # fmt: skip
_TARGET = {
    "ar": r"عبث|سدى|ستغن|مجان|حرم|حروم|فتقر|غياب|غيب|غاب|لولا|فوت|غير|معف|انقطع|استثن|عدا(?!\w)|خلا(?!\w)|[يت]خلو|إلا|سوى|دون|(?<!\w)[وف]?بلا(?!\w)|مستبعد|من غير|(?<!\w)[وف]?(?:لم|لن|لا)(?!\w)|(?<!\w)(?:ال)?خالي?[ةا]?(?!\w)|فقط|(?<!\w)(?:ل)?وحد\w{1,3}(?!\w)",
    "es": r"\bvano\b|\biles[oa]|infructu|salvo|excep|gratuit|prescind|ininterr|inadvert|silencio|supl|menos|sin\b|fuera|exclu|a no ser|aparte|quitando|descont|solo|sólo|únic|si no|hasta",
    "fr": r"\bvain|indemne|priv[eéaè]|passe|bénévol|gratuit|sauf|except|hormis|hors|sans|exclu|à moins|sinon|mis[es]* à part|près|à part|seul|faute|ne |n[’']|fors|défaut",
    "ru": r"тщетн|напрасн|\bбес|молча|босик|внезапн|кроме|исключ|за вычетом|если|иначе|помимо|не считая|без|исключая|лишь|только|разве|обош|обходи|обойт|минуя|пока",
    "zh": "徒劳|断|连续|平安|脱|顺利|一律|次于|突然|整洁|轻松|饿|自己|必先|须先|除|外|不含|不包括|不计|以外|否则|免|就|不经|只有|唯|光|空|如果.*的话",
}

_UNLESS = {
    "ar": r"إلا|ما لم|باستثناء|سوى|لم|حتى|غير|بدون|دون|شرط",
    "es": r"salvo|a menos|a no ser|excep|si no|sino|sin\b|mientras no|hasta|de lo contrario|s[oó]lo si|siempre que|únicamente|si\b.*\b(?:no|nad\w+)\b"
    r"|en caso contrario|de no|antes|condición|que no\b",
    "fr": r"sauf|à moins|sinon|hormis|hors|tant que|faute|défaut|que s(?:i|[’']ils?)\b|qu[’']à condition|sous réserve|sans|qu[’']avec|excep|autrement|qu[’']après"
    r"|qu[’']en cas|avant|jusqu|\bs(?:i|[’']ils?)\b.*(?:\bne\b|\bn[’']|échou)",
    "ru": r"если .*не|пока|кроме|иначе|без|только|лишь|разве|в противном|при условии|за исключением|\bне\b.*\bне\b",
    "zh": "除|否则|不然|[若如要再]不|[如若]无|[如若][^，。；]*[不没未]|只有|才|未经|[不未没无].*[不没未无]|只要",
}
"""What says "unless" beside another denial: one refusal alone may be that one's."""
_EXCEPT = {
    "ar": r"باستثناء|إلا|عدا|خلا|سوى|ما لم|غير (?:أن|ال)|فقط|وحد|استثن|مستثن|فيما عدا|دون|لكن|بعد|أو",
    "es": r"salvo|excep|menos|a no ser|fuera de|sino|s[oó]l[oa]|únic|aparte|exclu|más que|más de|quitando|a menos|demás|otr[oa]|pero|al margen|hasta",
    "fr": r"sauf|excep|hormis|hors\b|à part|autres?\b|\bqu(?:e\b|['’])|seul|uniqu|à moins|exclu|mise?s? à part|sinon|près|mais|outre|dehors|limit|fors|jusqu|si ce n",
    "ru": r"кроме|исключ|если не|за вычетом|помимо|только|лишь|не считая|разве|\bиных\b|\bпрочих\b|\bиначе|\bино|другог|других|но\b|остальн|един|\bодин|\bпока\b",
    "zh": r"除|[以之]外|只|仅|唯|才|另|但|不[含包]|单|都|其[他它余]",
}
"""What says "except" beside another denial, for the same reason."""
_DENIES = frozenset(
    {"not", "no", "never", "cannot", "t", "nobody", "none", "nothing", "without", "neither"}
)


@cache
def _of(language: str) -> re.Pattern[str] | None:
    words = refusal_words(language)
    return re.compile(f"{words}|{_TARGET[language]}", re.IGNORECASE) if words else None


def lost_exception(source: str, target: str, language: str) -> str:
    """The exception of the source that no word of the translation makes; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    said = word_set(source)
    if KEYS.isdisjoint(said):
        return ""
    found = _SOURCE.search(source)
    if "without" in said and _TWICE.search(source):
        return "not … without" if _half_denied(source, target, language) else ""
    if found is None:
        return ""
    pattern = _of(language)
    if pattern is None:
        return ""
    doubly = {"unless": _UNLESS, "except": _EXCEPT}.get(found[0].lower())
    if doubly and not _DENIES.isdisjoint(word_set(source)):
        return "" if re.search(doubly[language], target, re.IGNORECASE) else found[0]
    return "" if pattern.search(target) else found[0]


def _half_denied(source: str, target: str, language: str) -> bool:
    """Whether of a refusal and a `without` of the source the translation has the second alone."""
    words = refusal_words(language)
    if not words or not _REFUSES.search(source) or len(_DENIAL.findall(source)) != 2:
        return False
    rest, halves = re.subn(_HALF[language], " ", target)
    return halves == 1 and not re.search(f"{words}|{_ONLY[language]}", rest, re.IGNORECASE)
