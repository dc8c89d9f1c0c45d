"""Whether what an English text excepts is let in by its translation: except, unless, without.

"All Member States except Fiji signed" as "signed by Fiji" has every name and every verb. Any word
that excepts or refuses will do; only where the translation has none is something told.
"""

import re
from functools import cache

from transflow.quantities.negation import refusal_words
from transflow.quantities.wordset import word_set

__all__ = ["lost_exception"]

_SOURCE = re.compile(
    r"\bexcept(?:ing)?\b(?! when| if| as| where)|\bwith the exception of\b|\bexcluding\b|\bunless\b"
    r"|(?<!not )(?<!never )\bwithout\b(?! (?:further )?(?:ado|delay)| (?:a )?doubt| prejudice| question| notes| a score| a break)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:cannot|not|hardly|barely|scarcely|never|no)\b[^.;]*\bwithout\b", re.IGNORECASE
)
"""Two refusals make a yes, which translators like to say as one."""
_KEYS = frozenset({
    "except", "excepting", "exception", "excluding", "unless", "without",
})  # fmt: skip
_TARGET = {
    "ar": "استغن|انقطع|باستثناء|استثن|عدا|خلا|إلا|سوى|دون|بلا|ما لم|مستبعد|لا يشمل|لا تشمل|من غير|إذا لم|لم|لن|خال|فقط|وحد",
    "es": r"salvo|excep|gratuit|prescind|ininterr|inadvert|silencio|supl|menos|sin\b|fuera|exclu|a no ser|aparte|quitando|descont|solo|sólo|únic|si no|hasta",
    "fr": r"priv[eéaè]|passe|bénévol|gratuit|sauf|except|hormis|hors|sans|exclu|à moins|sinon|mis[es]* à part|près|à part|seul|faute|ne |n[’']|fors|défaut",
    "ru": r"\bбес|молча|босик|внезапн|кроме|исключ|за вычетом|если|иначе|помимо|не считая|без|исключая|лишь|только|разве|обош|обходи|обойт|минуя|пока",
    "zh": "断|连续|平安|脱|顺利|一律|次于|突然|整洁|轻松|饿|自己|必先|须先|除|外|不含|不包括|不计|以外|否则|免|就|不经|只有|唯|光|空|如果.*的话",
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
    if _KEYS.isdisjoint(word_set(source)):
        return ""
    found = _SOURCE.search(source)
    if found is None or _TWICE.search(source):
        return ""
    pattern = _of(language)
    if pattern is None:
        return ""
    if found[0].lower() == "unless" and not _DENIES.isdisjoint(word_set(source)):
        return "" if re.search(_UNLESS[language], target, re.IGNORECASE) else found[0]
    return "" if pattern.search(target) else found[0]
