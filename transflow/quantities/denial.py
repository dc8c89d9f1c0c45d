"""Whether a translation says `not` where its English source says nothing of the kind.

"Any person may oppose" as "Toute personne ne peut s'opposer": every word is right but one. Only a
plain negation of the verb counts in the translation, once its idioms (ne … que, не только, 不断)
are taken out; in the source anything counts that a translator may put with one: without, unless,
only, fail, avoid, hardly, un-, than. So nothing is told of texts that say it in other words.
"""

import re
from functools import cache

from transflow.quantities.wordset import begun

__all__ = ["denied", "without_idioms"]

_SOURCE = re.compile(
    r"\b(?=\w)(?:not|no|non|nor|none|never|neither|nobody|nothing|nowhere|cannot|without|unless|except\w*|but|only|just|merely|"
    r"solely|hardly|barely|scarcely|rarely|seldom|few|little|fewer|less|least|than|until|till|before|yet|instead|rather|"
    r"otherwise|else|whether|if|ever|too|beyond|against|despite|regardless|although|though|whereas|"
    r"unlike|false|wrong\w*|void|null|free|bar|barred|ban|bans|banned|banning|zero|nil|minus|absent|absence|away|apart|"
    r"remain\w*|still|even|minimum|maximum|up to|limit\w*|landlocked|declin\w*|stay\w*|under|yes|far|deaf|single|bare|idle|blind\w*|mute|silen\w*|restrict\w*|"
    r"fail\w*|lack\w*|refus\w*|den(?:y|ies|ied|ial)\w*|reject\w*|prevent\w*|avoid\w*|miss\w*|lose|loses|lost|losing|loss|"
    r"prohibit\w*|forbid\w*|exclu\w*|omit\w*|ignor\w*|forget\w*|forgot\w*|neglect\w*|stop\w*|ceas\w*|quit\w*|"
    r"halt\w*|block\w*|doubt\w*|disput\w*|wonder\w*|hard|difficult\w*|unable|short\w*|keep|keeps|kept|"
    r"spar(?:e|es|ed|ing)|want of|g[aio]v\w* up|prefer\w*|clos(?:e|ed|es|ing)|rid|clean[- ]\w+|exempt\w*|waiv\w*|cancel\w*|revok\w*|suspend\w*|withdr\w*|contrary|opposite|opposed|"
    r"hesitat\w*|resist\w*|abstain\w*|refrain\w*|escap\w*|elud\w*|deni\w*|depriv\w*|vacant|empty|gone|outside|off|"
    r"un(?!der|it|iq|iv|if|io|til)\w{3,}|dis(?!cuss|play|tribut|tric|cover|tinct|cipl|ease|tan[ct]|charg|semin|k\b)\w{4,}|mis\w{4,}|non\w+|"
    r"in(?:valid|abil|activ|adequa|accura|complet|correct|sufficien|direct|depend|defini|visib|access|compat|effect|eligib|"
    r"evitab|secur|signific|toler|discrim|differen|cap|consisten|equal|justice|stab|forma)\w*|im(?:poss|perf|mun|mob|mat|"
    r"pract|prop|mut|patien)\w*|ir(?:reg|rel|resp|rev|rec)\w*|il(?:leg|lic|lit|log)\w*|in\w+[ai]bl[ey]|out[- ]of|asympt\w*|atypical\w*|troubl\w*|scarc\w*|scant\w*|neutral\w*|underreport\w*|worr\w*|suspect\w*|dead|down|scrap\w*|wast\w*|ill|challeng\w*|eas(?:y|ily)|break\w*|\w+less|\w+-free|ab\w*normal\w*)\b"
    r"|n['’]t\b|\?",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\bnot (?:only|just|merely|simply|solely)\b(.*?)\bbut(?: also| as well)?\b", re.IGNORECASE
)
_AS_WELL = {
    "fr": r"\b(?:pas|non) (?:seulement|uniquement)",
    "es": r"\bno (?:s[oó]lo|solamente|únicamente)",
    "ru": r"\bне (?:только|просто)",
    "zh": "不[仅但只光单].*?[，,].*?(?P<denied>也不(?!同|少|例外|错|成|断|足|久|过))|不[仅但只光单]",
    "ar": r"ليس\S* (?:فقط|مجرد)|فحسب",
}
"""How a translation says `not only`: then that is no word for which it may deny anything else."""
_ONLY = re.compile(r"\b(?:only|just|solely|merely)\b", re.IGNORECASE)
_LIMITED = {
    "fr": r"\bqu(?:e|['’])|seul|uniquement|\bs(?:i |['’](?:ils?|on) )n|à moins|\bsauf",
    "es": r"si no\b|a menos|salvo|más que|sino|hasta|\bs[oó]lo|solamente|únic|nadie|pas[óa] de",
    "ru": r"кроме|иначе|только|лишь|пока|\bни",
    "zh": "只|仅|才|唯|除|光|不过|单|不得[，。]",
    "ar": "إلا|سوى|فقط|غير|مجرد|وحد|حتى|فحسب|بل|أكثر|تجاوز",
}
"""With what a translation says `only` by a denial: ne … que, не … иначе."""
_STILL = re.compile(r"(?<!hold )(?<!stand )(?<!sit )\bstill\b", re.IGNORECASE)
_LASTING = {
    "fr": r"cess|arrêt|fini|perd|quitt|chang|boug|encore|toujours|disparu|achev|termin",
    "es": r"dej|ces|acab|termin|perd|cambi|par[aó]|mov|aún|todavía|desapar|pas[óa]|rind",
    "ru": r"переста|прекра|прош|потер|измен|ушл?|заверш|законч|конч|утрат|до сих|исчез|ещ|всё|все ещё|поз",
    "zh": "停|断|变|改|止|失|完|忘|去|动|散|还|仍",
    "ar": r"[يت]?زال|زال|برح|ينفك|انقطع|توقف|انته|بعد|فقد|تغير",
}
"""With what it says `still` by one: لا يزال, n'a pas cessé."""
_TARGET = {
    "fr": begun(
        r"n(?:e|['’])\s*(?:\w+['’]?\s*){1,4}?[- ]?(?:pas|jamais|aucune?|rien|personne|nulle?)\b",
        r"ne\s+(?:peu(?:t|vent)|pou(?:vait|vaient|rra|rront|rrait)|saurai(?:t|ent)|doi(?:t|vent)|sont|est|pas)\b",
        r"n['’](?:est|a|ont|étai(?:t|ent))\b",
    ),
    "es": begun(r"no\b", r"nunca\b", r"jamás\b"),
    "ru": begun(r"не\b", r"нельзя\b", r"никогда\b", r"нет\b"),
    "zh": r"不(?:能|得|可|会|應|应|是|允许|准|需|必|要|再)|没有|無法|无法|未能|从不|从未|绝不|决不|禁止",
    "ar": r"(?<!\w)[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا)(?!\w)",
}
_IDIOMS = {
    "fr": (
        r"\b(?:ne|n['’])\s*(?:\S+\s+){1,3}?(?:seulement|uniquement)\b"
        r"|\b(?:ne|n['’])\s*(?:\S+\s+){1,8}?qu(?:e\b|['’])|qu(?:e|['’])\s*(?:\S+\s+){1,6}?(?:ne\b|n['’])"
        r"|non seulement|pas (?:seulement|uniquement|que|moins|mal|plus)|n['’]est-ce pas|n['’]importe|ne cess\w+"
        r"|n['’](?:exclu|écart)\w+ pas|ne (?:manqu|tard|laiss|dout)\w+ pas"
    ),
    "es": (
        r"\bno (?:s[oó]lo|solamente|únicamente|obstante|más|menos|bien|superior|inferior|exced\w+|cab\w+ duda|descart\w+|excluy\w+|dej\w+ de|"
        r"es sino|en vano)\b|hasta que no\b|a no ser|\bno\b.*\b(?:sino|más que|hasta)\b|si no|(?:o|¿) ?no\b|\bno\?"
    ),
    "ru": (
        r"на нет\b|не (?:только|раз\b|исключа|исключил|переста|хвата|хвати|раз\b|бол(?:ее|ьше)|мен(?:ее|ьше)|позднее|раньше|ранее|просто|столько|что иное|кто иной|так давно|"
        r"мог\w+ не|может не|исключено|перестает|прекраща\w+|спеша|далее)|(?:нельзя|невозможно) не|пока\b.*?\bне\b"
        r"|тем не менее|чуть не|едва не|если не|ли не|вряд|во что бы то ни|что ни|как ни|\bне\b.*?, а\b|\bне\b.*?\bно\b"
    ),
    "zh": (
        r"不得不|不能不|不可不|不会不|不是.*?(?:而是|就是)|(?:是|能|会|可|要|应)不(?:是|能|会|可|要|应)|不可(?:避免|或缺|思议|分割|"
        r"少|遏|收拾|开交|胜数|估量|抗|逆|磨灭|多得)|不要紧|不得已|不会少|不能少|不一会|毫无疑问|不(?:能|可)?排除|没有排除|没有.*?(?:就|不|才)|不必说|不可.{0,3}不|再也不"
    ),
    "ar": (
        r"لم شمل|(?:لا|لم) [يت]ستبعد\S*|لا سيما|لاسيما|لا (?:[يت]زال|بد|شك|يقل|تقل|يزيد|تزيد|[يت]تجاوز|محالة|غنى)\S*|ليس\S* فقط|ليس\S* مجرد|(?:لا|لم|لن|ليس\S*)\s.*?(?:إلا|سوى|بل|حتى|فحسب|فقط)"
    ),
}


@cache
def _of(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if language not in _TARGET:
        return None
    return re.compile(_TARGET[language], re.IGNORECASE), re.compile(
        _IDIOMS[language], re.IGNORECASE
    )


def _as_well(target: str, language: str) -> re.Match[str] | None:
    return re.search(_AS_WELL[language], target, re.IGNORECASE)


def without_idioms(text: str, language: str) -> str:
    """A text of a language without its denials that deny nothing: ne … que, не только, 不得不."""
    patterns = _of(language)
    return patterns[1].sub(" ", text) if patterns else text


def _is_explained(source: str, target: str, language: str) -> bool:
    """Whether the source has words for which a translation may deny: others than only and still, or those said by a denial."""
    if not _asks(source):
        return False
    bare = source
    for word, said in ((_ONLY, _LIMITED), (_STILL, _LASTING)):
        whole, bare = bare, word.sub(" ", bare)
        if bare != whole and re.search(said[language], target, re.IGNORECASE):
            return True
    return bare == source or _asks(bare)


def _asks(source: str) -> bool:
    return " not " in source or _SOURCE.search(source) is not None


def denied(source: str, target: str, language: str) -> str:
    """The negation of the target that nothing in the source asks for; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    patterns = _of(language)
    if patterns is None:
        return ""
    if "not" in source and (both := _as_well(target, language)):
        source = _NOT_ONLY.sub(r"\1 and", source)
        if both.groupdict().get("denied") and not _SOURCE.search(source):
            return both["denied"]
    found = patterns[0].search(target)
    if found is None:
        return ""
    if _is_explained(source, target, language):
        return ""
    found = patterns[0].search(without_idioms(target, language))
    return " ".join(found[0].split()) if found else ""
