"""Whether a "not" of an English source is nowhere in its translation.

Only a plain negation of the verb counts in the source (`is not`, `cannot`, `never`), once what is
translated by other means is taken out (`not only`, `whether or not`, `isn't it`); in the translation
anything counts that is a negation by itself: words, and verbs and prefixes that deny (refuser,
incapable, 缺). Where the source says it several times, so must the translation.
"""

import re
from functools import cache, lru_cache

from transflow.quantities.wordset import word_set

__all__ = ["DENYING", "negated", "only_saved", "refusal_words", "unsaid", "without_figures"]

_SOURCE = re.compile(
    r"\b(?=\w)(?:\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|shall|should|could|can|may|might|must)\s+not\b"
    r"|\bcannot\b|\b[a-z]+n['’]t\b|\bnever\b|\b(?:how|when|what|where|which|why) not to\b)",
    re.IGNORECASE,
)
DENYING = frozenset({"not", "cannot", "never", "t"})
"""Words without one of which an English text denies no verb; `t` is the end of isn't."""
_FIGURES = re.compile(
    r"\b(?=\w)(?:\bnot\s+(?:only|just|least|to mention|merely|simply|until|surprising|far|yet|necessarily|much|many|unlike|over)\b"
    r"|\bnot\b[^.;]*?\b(?:unless|until|till|without|nor|but|less|fewer|later|more|than|uncommon|un\w+ed)\b"
    r"|(?:^|(?<=[.;] ))until\b[^.;,]*\d[^.;,]*,|\b(?:unless|until|till)\b[^.;]*|^(?:please,? )?(?:never|do not|don['’]t)\b[^.;]*?\bbefore\b"
    r"|\b(?:whether|if|or|but)\s+(?:or\s+)?not\b|\bcan(?:not|['’]t)\s+(?:help|wait|be (?:denied|sustained|excluded))\b"
    r"|\b(?:\w+ not|cannot|n['’]t)\s*(?:[.,;)]|$)|\b(?:do not|don['’]t) (?:forget|hesitate|care|worry|miss|mind)\b"
    r"|\b(?:is|are|do|does|did|wo|would|was|were|ca|could|should|have|has)n['’]t\s+(?:it|they|he|she|we|you|I)\b"
    r"|\bwhy\s+\w+n['’]t\b|\bso much\b|\bcould(?: not|n['’]t) (?:wait|be \w+er|care less)\b|\bnever(?:theless|[- ]ending|[- ]before| more so)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"not|n['’]t|never", re.IGNORECASE)
"""Without one of these nothing is looked for: most sentences."""
_TARGET = {
    "fr": (
        r"\bne\b|\bn['’]|\bnon\b|\bsans\b|\bni\b|\bpas\b|\bjamais\b|\baucune?s?\b|\brien\b|\bpersonne\b|\bnul(?:le)?s?\b"
        r"|\b(?:faux|loin|sauf|hors|peu|mal|rares?|dernière?|ignor\w*|évit\w*|refus\w*|manqu\w*|échou\w*|empêch\w*"
        r"|interdi\w*|absen\w*|défaut|dépourvu\w*|toujours|contraire\w*|autres?|sinon|faute|perdu\w*|neutr\w*|opposé\w*|inapte\w*|fich\w*"
        r"|in\w{3,}[ai]bles?|in(?:fond|sat|cert|édit|capa|acc|chang|effic|trouv|sol|aper|compl|conn|dép|éli|exac|exist|just|suff|util|variab|vis)\w*|im(?:mob|pop|prat|prév|propr|parf|poss|prob|puiss)\w*"
        r"|il(?:lé|li)\w*|ir(?:ra|re|ré)\w*|in(?:dolore|usable|attendu)\w*|exclu\w*|exempt\w*|exon[ée]r\w*|dispens\w*|soustra\w*|dégag\w*|prohib\w*"
        r"|gardez-vous|se gard\w+ d[e’']|mécont\w*|ailleurs|anonym\w*|difficile\w*|une première|dépareill\w*|brouill\w*|déconseill\w*|abst\w*|épargn\w*|asymptom\w*|omet\w*|diffèr\w*|différ\w*|vacant\w*|contre-indiqu\w*|éliminatoire\w*)\b|\bs['’]arrêt\w+|\bse passer? d[e’']"
    ),
    "es": (
        r"\bno\b|\bnunca\b|\bjamás\b|\bsin\b|\bni\b|\bning[uú]n[oa]?s?\b|\bnad(?:a|ie)\b|\btampoco\b"
        r"|\b(?:falt\w*|evit\w*|neg\w*|rechaz\w*|impid\w*|impos\w*|desconoc\w*|derrot\w*|ignor\w*|ausen\w*|poc[oa]s?|rar[oa]s?"
        r"|salvo|excepto|carec\w*|dej\w*|tard\w*|fallid\w*|demás|prohib\w*|contrari\w*|lejos|últim[oa]|in\w{3,}[ai]bles?|in(?:acc|apropiad|capa|cierto|compl|depen|exac|"
        r"exist|just|neg|sost|suf|útil|vis|válid|esper|advert)\w*|ilegal\w*|irre\w*|exclu\w*|exen\w*|exim\w*|despare\w*|difier\w*|vacantes?|prescind\w*|contraindic\w*)\b"
    ),
    "ru": (
        r"\bн[еи]\w*|\bбез\w*|\bнет\b|\bнельзя\b|отсутств|отказ|\bлиш[её]?н|\bлишь\b|\bутрат|\bвряд\b|\bкроме\b|\bмало\b"
        r"|\bредк|\bзапре|\bплох|\bпропус|\bвне\b|\bостальн|\bпорица|\bвсе равно\b|\bиз-за\b|\bисключ|\bосвобо|\bуклон|\bотста[ею]|\bразличн|\bразны[ем]|\bотлича|\bрасход|\bбо[ия]т|\bвакант|противопоказ|\bотмен|только после"
    ),
    "zh": r"[不没無无未非否莫勿别沒別免缺失拒绝禁阻瞒停难陌懒]|[只仅]需|放下|防滑|反对|休想|才|而是",
    "ar": (
        r"(?<!\w)[وفبلك]?(?:لا|لم|لن|ليس\w*|لست|لسنا|لسن|غير|دون|بدون|عدم|ما|كلا|ألا|ولا|سوى|إلا)(?!\w)"
        r"|(?<!\w)[وف]?[يتن]?حذّ?ر\w*\s+(?:\S+\s+){0,4}?من(?!\w)|فشل|رفض|نفي|انعدام|عجز|تعذر|امتنع|غموض|يخلو|خال|مستحيل|كيلا|عاجز|سواهم|أبدً?اً?|أبى|أبوا|أبيا|انقطع|مكفوف|متخاصم|متوقف|[يت]منع|ممنوع|محظور|[يت]حظر|شاغر|غنى عن|[يت]ستبعد|مستبعد|تجنب|تفاد"
    ),
}
_HALVES = {
    "fr": (
        re.compile(r"ne|n['’]", re.IGNORECASE),
        re.compile("pas|jamais|rien|aucune?s?|personne", re.IGNORECASE),
    )
}
"""The two halves of one negation: `ne … pas`."""

_SAVED = re.compile(r"\b(?:except|unless|other than|but|outside)\b", re.IGNORECASE)
_ONLY = re.compile(
    r"\bseul|uniquement|exclusiv|\bs[oó]l[oa]|solamente|únic|только|лишь|исключ|[只仅才]|فقط|وحد|[تي]قتصر",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bbefore\b", re.IGNORECASE)
_EARLIEST = re.compile(r"au plus tôt|como (?:muy )?pronto|самое раннее|最早|أقرب", re.IGNORECASE)


def only_saved(source: str, target: str) -> bool:
    """Whether what an English text denies but for one case, or before a day, is said of that alone: not except as only, at the earliest.

    Args:
        source: English text.
        target: Its translation, in any language with data.
    """
    return any(
        saved.search(source) and alone.search(target)
        for saved, alone in ((_SAVED, _ONLY), (_BEFORE, _EARLIEST))
    )


@cache
def _of(language: str) -> re.Pattern[str] | None:
    return re.compile(_TARGET[language], re.IGNORECASE) if language in _TARGET else None


def refusal_words(language: str) -> str:
    """A pattern of what denies by itself in a language; empty for one without data."""
    return _TARGET.get(language, "")


@lru_cache(maxsize=8)
def without_figures(source: str) -> str:
    """An English text without what is said by a "not" and translated by other means: not only, whether or not. Kept, since two rules ask."""
    return _FIGURES.sub(" ", source)


def negated(source: str) -> list[str]:
    """The plain negations of an English text, as written: `is not`, `cannot`."""
    return _SOURCE.findall(without_figures(source)) if _DENIED.search(source) else []


def unsaid(source: str, target: str, language: str) -> str:
    """The negation of the source that the translation does not say; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if DENYING.isdisjoint(word_set(source)):
        return ""
    pattern = _of(language)
    found = negated(source) if pattern else []
    if pattern is None or not found:
        return ""
    denied = pattern.search(target) is not None
    if len(found) == 1 or not denied:
        return "" if denied or only_saved(source, target) else found[0]
    said = pattern.findall(target)
    halves = [
        sum(bool(half.fullmatch(word)) for word in said) for half in _HALVES.get(language, ())
    ]
    return found[-1] if len(said) - min(halves, default=0) < len(found) else ""
