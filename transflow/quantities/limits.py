"""Whether what an English text limits or forbids is let go in its translation.

`more than 150 words` for `not more than 150 words`, `send cash` for `do not send cash`: every word and
every number is right, and the sentence says the contrary. A limit wants a refusal or a word of
a limit, and none of the opposite one; what is forbidden wants a refusal, or a verb that is one.
"""

import re

from transflow.quantities.bounds import crossed
from transflow.quantities.modals import MAY_NOT
from transflow.quantities.wordset import told, word_set

__all__ = ["LIMITING", "TURNED_ROUND", "let_go", "overdone", "turned"]

_NUMBER = r"(?=[\d$€£]|an?\s|half\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|[a-z]+ty)\b)"
TURNED_ROUND = "the meaning is turned round: "
"""What a doubt begins with that is about a denial, a prohibition or a limit that the draft lets go."""
_DENYING = frozenset({"not", "no", "never", "cannot", "t"})
"""Words without which a text denies nothing; `t` is the end of isn't."""
LIMITING = _DENYING | {
    "most",
    "least",
    "maximum",
    "minimum",
    "exceed",
    "exceeds",
    "exceeded",
    "exceeding",
}
_FREEING = _DENYING | {"under"}
_FORBIDDING = frozenset({"not", "never", "t"})
_BETWEEN = r"(?:\s+(?!than|to\s+(?:more|less|fewer|greater))[a-z]+){0,2}?"
_NOT = rf"\b(?:not|no|never|cannot)\b{_BETWEEN}|n['’]t\b{_BETWEEN}"
_UPPER_DENIED = re.compile(
    rf"(?:{_NOT})\s+(?:(?:more|greater|longer|larger|higher|further)\s+than\s+{_NUMBER}|later\s+than\b)",
    re.IGNORECASE,
)
_LOWER_DENIED = re.compile(
    rf"(?:{_NOT})\s+(?:(?:less|fewer|lower|shorter|smaller)\s+than\s+{_NUMBER}|(?:earlier|sooner)\s+than\b)",
    re.IGNORECASE,
)
_UPPER = re.compile(
    rf"\b(?:at (?:the )?most|(?:a|the) maximum of|not exceed\w*)\s+{_NUMBER}", re.IGNORECASE
)
_LOWER = re.compile(rf"\b(?:at least|(?:a|the) minimum of)\s+{_NUMBER}", re.IGNORECASE)
_REFUSED = {
    "ar": r"(?<!\w)[وفبل]?(?:[أبك]?لا|لم|لن)(?!\w)|ليس|غير|دون(?!\s+(?:سن\s+)?(?:ال)?\d)|عدم|تمنع|يحظر",
    "es": r"\bno\b|nunca|jamás|\bsin\b|ning[uú]n|prohib|\bni\b",
    "fr": r"\bn[e’']|\bpas\b|jamais|\bsans\b|aucun|interdi|\bni\b|\bnon\b",
    "ru": r"\bне|\bни|нельзя|\bбез|запрещ",
    "zh": r"[不未](?![满足到止])|[没無无勿别莫非禁]",
}
_AVOIDED = {
    "ar": r"مستبعد|[يت]ستبعد|تجنب|امتن|منع|ممنوع|محظور|محرم|حظر|موانع|إياك|يكف|حذار|(?<!\w)[وف]?[يتن]?حذّ?ر\w*\s+(?:\S+\s+){0,4}?من(?!\w)|تحذير\w*\s+(?:\S+\s+){0,3}?من(?!\w)",
    "es": r"exclu|contraindic|descalific|inhabilit|evit|absten|impid|deje|nada|nadie|rechac|tampoco",
    "fr": r"exclu|diff[eé]r|contre-indi|éliminatoire|disqualifi|évit|défend|proscri|abst|garde|cess|refus|empêch|inutile|impossible|seul|guère|rien",
    "ru": r"противопоказ|дисквалиф|отстран|избега|воздерж|остерег|откаж|прекрат|исключ|ненуж",
    "zh": r"排除|避|忌|防止|拒绝|严禁|停止|杜绝|谨|免|才",
}
"""Verbs that refuse without a word for `not`."""
_FORBIDDEN = re.compile(
    r"(?:^|[.;:!?,]\s+|\b(?:and|but|so)\s+)(?:please,?\s+)?(?:do\s+not|don['’]t)\s+"
    r"(?!be\s+afraid|(?:forget|hesitate|miss|worry|panic|fail|wait|lose|be|mind|underestimate|just|only|let|ever|know)\b)[a-z]+"
    r"|^(?:please,?\s+)?never\s+(?!mind|again|before|more|in\b|was\b|has\b|have\b)[a-z]+"
    r"|\b(?:must|shall)\s+not\s+(?!be\s+(?:able|enough|possible)|only\b)[a-z]+"
    r"|\b(?:is|are)\s+not\s+(?:allowed|permitted)\b|" + MAY_NOT,
    re.IGNORECASE,
)
_SAID_AS_YES = re.compile(r"[^.;:!?]*\bwithout\b", re.IGNORECASE)
"""Do not come without calling: always call before you come."""
_BEFORE = re.compile(r"[^.;:!?]*\bbefore\b", re.IGNORECASE)
_FIRST = {
    "ar": "دائم|أولا|احرص|تأكد|تحقق",
    "es": r"siempre|primero|asegúr|compruebe|verifi",
    "fr": r"toujours|d[’']abord|impérat|systémat|veille|assure|vérifie|préalabl",
    "ru": r"всегда|сначала|обязательн|сперва|убедитесь|проверьте|прежде чем",
    "zh": "务必|先|总要|一定",
}
"""With which a prohibition until something is done is said as a duty: never pay before you check, always check first."""
_UNTIL = re.compile(r"[^.;:!?]*\buntil\b", re.IGNORECASE)
_AWAITED = {
    "ar": r"انتظ|(?<!\w)[وف]?قبل|بعد|ريثما",
    "es": r"esper|antes de|después|una vez|tras",
    "fr": r"attend|avant (?:de|d['’])|après|une fois",
    "ru": r"дожд|подожд|прежде чем|перед тем|только после|до того как",
    "zh": "等[到待候]|[后後]再|再[使饮喝吃开进出]",
}
"""With which what is forbidden until something happens is said as a wait: attendez … avant de boire."""
_CAPS = {
    "ar": r"الأقصى|أقص[ىا]|أقل|حتى|الأكثر|حد|يقتصر|تقادم|سقط|[يت]سقط",
    "es": r"máxim|antes|tardar|apenas|como mucho|a lo sumo|hasta|límite|inferior|menos|menor|supera|exced|tope|prescri|caduc",
    "fr": r"maxim|\bau plus\b|plafon|limit|jusqu|d[’']ici|avant|inférieur|\bmoins\b|au plus tard|rédui|suffi|dans les|dépass|excéd|prescri|forclu",
    "ru": r"максим|до\b|предел|только|лишь|достаточно|размером с|меньше|менее|лимит|наибольш|ограничен|превыша|самое большее|позднее|раньше|давност",
    "zh": r"最多|至多|最迟|顶多|内|以下|上限|最长|最高|之内|限|不[满足到]|未[满到]|少于|小于|低于|最晚|前|仅|只|就[好行够]|时效",
}
_LATER = {
    "ar": r"بعد|تأخ|لاحق|تجاوز|يتعد|موعد|قبل|غضون",
    "es": r"tard|después|posterior|más allá|venc|pasad",
    "fr": r"tard|après|au-delà|ultérieur|postérieur|pass|d[’']ici",
    "ru": r"поздн|позж|после|истеч|срок|не дольше",
    "zh": r"迟|晚|后|逾|超|过|截",
}
"""What a deadline refuses: a refusal alone (`ne doivent pas … à minuit`) forbids it all."""
_DEADLINE = {
    "ar": r"موعد|قبل|غضون|أقصا|تجاوز",
    "es": r"a más tardar|antes|plazo|para el|última? (?:fecha|hora|día)|venc",
    "fr": r"au plus tard|avant|délai|d[’']ici|dernier|échéance|pour le",
    "ru": r"поздн|срок|\bк \d|истеч|последн",
    "zh": r"[最截]|前|限|为止|内",
}
"""Words that say a deadline by themselves."""
_FLOORS = {
    "ar": r"الأقل|الأدنى|أقرب|أكثر|لا يقل|ما لا",
    "es": r"mínim|nada menos|al menos|por lo menos|como poco|más|superior|mayor|desde|a partir",
    "fr": r"minim|au plus tôt|au moins|au minimum|\bplus\b|supérieur|à partir|dès",
    "ru": r"миним|целы[хе]|хотя бы|больше|более|свыше|наименьш|от\b|не раньше",
    "zh": r"至少|最少|最早|多达|整整|最低|以上|起码|不少于|不低于|超过|多于|高于|下限",
}
_AHEAD = re.compile(r"[^.;]{0,40}?\b(?:before(?:hand)?|ahead|prior|in advance)\b", re.IGNORECASE)
_REVERSED = {
    "fr": (
        r"\bau moins\b|\bpas moins\b|pas (?:inférieur|moindre)|\b(?:jamais|pas) (?:\w+ )?moins d",
        r"\bau plus\b(?! tôt)|\bpas plus\b|pas supérieur|\bjamais (?:\w+ )?plus d",
    ),
    "es": (
        r"al menos|por lo menos|no menos|\b(?:nunca|jamás|no) (?:\w+ ){1,3}menos de",
        r"como mucho|a lo sumo|no más|\b(?:nunca|jamás|no) (?:\w+ ){1,3}más de",
    ),
    "ru": (
        r"не менее|не меньше|по меньшей|не ранее|\bне \w+ (?:менее|меньше) ",
        r"не более|не больше|не позднее|\bне \w+ (?:более|больше) ",
    ),
    "zh": (
        r"至少|最少(?!的)|不少于|不低于|不早于|不止|[勿别不][得要能可应]?[^，。；不]{0,8}(?:少于|低于|不足)",
        r"至多|最多(?!的)|不超过|不多于|[勿别不][得要能可应]?[^，。；不]{0,8}(?:超过|多于|以上)",
    ),
    "ar": (
        r"لا يقل|لا تقل|على الأقل|(?<!\w)[وف]?(?:لا|ألا|لن|لم) \S+ (?:عن )?أقل من",
        r"لا يزيد|لا تزيد|لا يتجاوز|على الأكثر|(?<!\w)[وف]?(?:لا|ألا|لن|لم) \S+ (?:عن )?أكثر من",
    ),
}
"""Language -> (words of a lower limit alone, of an upper one alone)."""
_LATEST = re.compile(rf"(?:{_NOT})\s+later\s+than", re.IGNORECASE)
_ANY_NOT = re.compile(r"\b(?:not|no|never|cannot|without|nor|none)\b|n['’]t\b", re.IGNORECASE)
_TWICE = {
    "fr": (
        r"\bn(?:e\s+|['’])\w+ pas\b[^.;]*\b(?:au plus tard|avant le)\b",
        r"dépass|excéd|ultérieur|après",
    ),
    "es": (
        r"\bno (?:se )?(?:deb|pued|podr)\w+[^.;]*\b(?:a más tardar|antes del)\b",
        r"más tarde|después|exced|super",
    ),
    "ru": (r"\bне (?:долж|мо[гж]|следу)\w*[^.;]*\b(?:до|не позднее|не позже) \d", r"превыша|после"),
    "zh": (
        r"(?:不得|不能|不应|不可)[^，。；]*(?:之前|以前|日前)|(?:之前|以前|日前)[^，。；]*(?:不得|不能|不应|不可)",
        "晚于|迟于|超过|之后|以后",
    ),
    "ar": (r"(?:لا يجوز|يجب ألا|لا يمكن|لا ينبغي)[^.]*(?:في موعد أقصاه|\bقبل)", r"تجاوز|بعد|تأخر"),
}
"""(a refusal beside the limit, words with which it is right): `must not be received by 30 June`."""
_FREE = re.compile(
    r"\b(?:do(?:es)? not|do(?:es)?n['’]t) (?:have|need) to\b|\bneed(?: not|n['’]t)\b"
    r"|\b(?:is|are) (?:not|under no) (?:required|obliged|obligation|necessary)\b|\bno (?:need|obligation) to\b",
    re.IGNORECASE,
)
_BANNED = {
    "fr": (
        r"\bne (?:doit|doivent|peut|peuvent|devra|devront) pas\b|\binterdi",
        r"nécess|oblig|besoin|tenue?s?\b|requis|exig|forcé|indispens",
    ),
    "es": (
        r"\bno (?:se )?(?:debe|deben|puede|pueden|deberán?|podrán?)\b|prohib",
        r"neces|oblig|tien|requier|exig|preciso|falta",
    ),
    "ru": (
        r"\bне (?:долж|мо[гж]ет|могут|вправе)\w*|нельзя|запрещ",
        r"обязан|нужно|требу|необход|надо|обязательн",
    ),
    "zh": (
        r"不得|不能|不可以|禁止",
        r"不必|无需|無需|不需|不用|无须|毋|不要求|没有必要|没有义务|无义务",
    ),
    "ar": (
        r"لا يجوز|يجب ألا|لا ينبغي|يحظر|لا يمكن",
        r"يلزم|ضرور|حاجة|يحتاج|يتعين|إلزام|ملزم|يشترط|يتطلب|مطلوب",
    ),
}
"""Language -> (words that forbid, words that say there is no need)."""


def turned(source: str, target: str, language: str) -> str:
    """The limit of the source whose opposite stands in the target; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    return _turned_alone(source, target, language) or crossed(source, target, language)


def _turned_alone(source: str, target: str, language: str) -> str:
    """The same where the source has one limit, by all the words of the target."""
    said = word_set(source)
    if language not in _REFUSED or LIMITING.isdisjoint(said):
        return ""
    compared = "than" in said
    upper_denied = _UPPER_DENIED.search(source) if compared else None
    lower_denied = _LOWER_DENIED.search(source) if compared else None
    upper = upper_denied or _UPPER.search(source)
    lower = lower_denied or _LOWER.search(source)
    limit = upper or lower
    if limit is None or (upper and lower):  # of two, what is whose cannot be told
        return ""
    if _AHEAD.match(source, limit.end()):  # at least a month before is no later than a month before
        return ""
    floor, cap = _REVERSED[language]
    own, other = (cap, floor) if upper else (floor, cap)
    denied = upper_denied or lower_denied
    words = rf"{_REFUSED[language]}|{(_CAPS if upper else _FLOORS)[language]}"
    lost = denied and not re.search(words, target, re.IGNORECASE)
    if denied and not lost and "later" in denied[0].lower():
        lost = not _says_deadline(target, language)
    reverse = re.search(other, target, re.IGNORECASE) and not re.search(own, target, re.IGNORECASE)
    if denied and _LATEST.fullmatch(denied[0].strip()) and len(_ANY_NOT.findall(source)) == 1:
        wrong, right = _TWICE[language]
        reverse = reverse or (
            re.search(wrong, target, re.IGNORECASE) and not re.search(right, target, re.IGNORECASE)
        )
    return told(limit) if lost or reverse else ""


def _says_deadline(target: str, language: str) -> bool:
    """Whether a text has a word for the latest, or refuses what is later: neither alone says it."""

    def has(words: str) -> bool:
        return re.search(words, target, re.IGNORECASE) is not None

    return (
        has(_CAPS[language])
        or has(_DEADLINE[language])
        or (has(_LATER[language]) and has(_REFUSED[language]))
    )


def let_go(source: str, target: str, language: str) -> str:
    """What the source forbids and no word of the target refuses; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _REFUSED or _FORBIDDING.isdisjoint(word_set(source)):
        return ""
    found = _FORBIDDEN.search(source)
    if found is None or _SAID_AS_YES.match(source, found.end()):
        return ""
    words = rf"{_REFUSED[language]}|{_AVOIDED[language]}"
    for until, waits in ((_BEFORE, _FIRST), (_UNTIL, _AWAITED)):
        if until.match(source, found.end()):
            words += f"|{waits[language]}"
    return "" if re.search(words, target, re.IGNORECASE) else found[0].strip(" .;:!?,")


def overdone(source: str, target: str, language: str) -> str:
    """What the source says need not be, and the target that it must not; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _BANNED or _FREEING.isdisjoint(word_set(source)):
        return ""
    found = _FREE.search(source)
    if found is None or len(_ANY_NOT.findall(source)) > 1:
        return ""
    forbids, frees = _BANNED[language]
    banned = re.search(forbids, target, re.IGNORECASE) and not re.search(
        frees, target, re.IGNORECASE
    )
    return found[0] if banned else ""
