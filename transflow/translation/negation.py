"""Whether a "not" of an English source is anywhere in its draft.

Only plain negation counts in the source (`not`, `never`, `cannot`), and anything that may carry it
in the draft: words, prefixes, privative verbs. So what is reported is seldom there in other words.
"""

import re

__all__ = ["lost"]

_SOURCE = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"\bnot\s+(?:only|just|least|to mention|merely|simply|until|surprising|far|yet)\b"
    r"|\b(?:whether|if|or)\s+(?:or\s+)?not\b|\bcan(?:not|['’]t)\s+(?:help|wait)\b"
    r"|\b(?:is|are|do|does|did|wo|would|was|were|ca|could|should|have|has)n['’]t\s+(?:it|they|he|she|we|you)\b",
    re.IGNORECASE,
)
"""`not only`, `whether or not`, `isn't it`: translated by other means."""
_TARGET = {
    "fr": r"\b(?:ne|non|pas|jamais|sans|ni|aucune?s?|rien|guère|personne|nul(?:le)?|plus|faux|loin|peu|moins|"
    r"éviter?|refus\w*|manqu\w*|échou\w*|empêch\w*|interdi\w*|absen\w*|défaut|impossib\w*|in\w{4,}|im\w{4,}|ir\w{4,}|"
    r"dé\w{4,}|mal\w*|seul\w*|que|contraire\w*|plutôt|sauf|hors)\b|\bn['’]",
    "es": r"\b(?:no|nunca|jamás|sin|ni|ningun[oa]?s?|ningún|nada|nadie|tampoco|falta\w*|evita\w*|neg\w*|rechaz\w*|"
    r"impid\w*|impos\w*|in\w{4,}|im\w{4,}|des\w{4,}|ausen\w*|poco|menos|salvo|excepto|carec\w*|dej\w*)\b",
    "ru": r"\bн[еи]\w*|\bбез\w*|\bнет\b|\bнельзя\b|\bотсутств\w*|\bотказ\w*|\bвряд\b|\bлиш\w*|\bкроме\b|\bмало\b|\bвместо\b",
    "zh": r"[不没無无未非否莫勿别沒別免缺失拒绝禁仅才]|而是",
    "ar": r"لا|لم|لن|ليس|غير|دون|عدم|ما |بدون|فشل|رفض|لست|إلا|كلا|نفي|انعدام|سوى",
}


def lost(source: str, draft: str, language: str) -> bool:
    """Whether the source says `not` and nothing in the draft does.

    Args:
        source: English text.
        draft: Its draft.
        language: Language of the draft; one without data is never judged.
    """
    pattern = _TARGET.get(language)
    if pattern is None or not _SOURCE.search(_FIGURES.sub(" ", source)):
        return False
    return not re.search(pattern, draft, re.IGNORECASE)
