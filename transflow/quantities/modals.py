"""Whether a prohibition became a mere possibility in translation, or a duty a permission.

"You may not sell the data" as "puede no vender los datos" says that one is free not to; "must report" as "peuvent rapporter"
says that one is free to. Every word is there, only their order or one small verb is another.
"""

import re

from transflow.quantities.wordset import told, word_set

__all__ = ["MAY_NOT", "loosened"]

_ACTS = (
    r"(?:accept|access|add(?! up)|alter|amend|amended|appeal|apply|appointed|assign|bring|broadcast|change|charge|claim|combine|copy|copied|"
    r"deduct|delegate|delete|demand|disclose|displayed|distribute|divide|employ|enter|exceed|export|extended|file|given|hire|hunt|impose|import|lend|"
    r"leave|levy|make|merge|mix|mixed|modify|modified|opened|pay|paid|park|photograph|processed|publish|quote|record|rejected|reopen|reopened|"
    r"re-?sell|re-?sold|refuse|remove|rent|replaced|represented|reproduce|require|re-?use|sell|sold|send|sent|share|sign|smoke|speak|store|submit|"
    r"submitted|sublet|substitute|suspended|take|taken|trade|transfer|transferred|use|vote|wear|worn|withdraw|withhold|withheld)(?:e?d)?"
)
MAY_NOT = rf"\bmay\s+not\s+(?:be\s+)?{_ACTS}\b(?![^.;]*\b(?:before|until|till)\b)"
"""English: what one does on purpose, and may not."""
_MAY_NOT = re.compile(MAY_NOT, re.IGNORECASE)
_MUST = re.compile(
    r"\bmust\s+(?!not\b|have\b|surely\b|admit\b|say\b|confess\b)(?:also |be )?[a-z]+", re.IGNORECASE
)
_LOOSE = re.compile(
    r"\b(?:may|can|could|might|cannot|able|allow\w*|permit\w*|possib\w*|if|unless|not|never|no|only|ought|probably|would|or|until|free|right)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""With what in the source a word for may in the translation has a reason."""
_POSSIBLE = {
    "fr": (
        r"\bp(?:eu|ouv)\w+ ne pas\b|\bpourrai\w+ ne pas\b|\bil se peut\b|\brisque\w* de ne pas\b",
        r"\bn[e'’]\s*(?:\w+ ){0,2}(?:peu|pourr|doi|dev|est|sont)|interdi",
    ),
    "es": (
        r"\b(?:puede[ns]?|podría[ns]?|podrán?) no\b|\bes posible que no\b|\bquizás? no\b",
        r"\bno (?:se )?(?:\w+ )?(?:pued|podr|deb|est)\w*|prohib",
    ),
    "ru": (r"\bмо[гж]\w+ не\b|\bвозможно, не\b", r"\bне (?:\w+ )?(?:мо[гж]|вправе|име|допуск|разреш|долж|следу|подлеж)|нельзя|запре"),
    "zh": (r"(?<!不)可能(?:不|无法|没|未)", r"不得|不可(?!能)|不能|不应|不许|不准|不允许|禁止|无权"),
    "ar": (r"(?<!\w)[وف]?قد (?:لا|لن)(?!\w)", r"لا (?:يجوز|يحق|يمكن|ينبغي|يسمح|تجوز)|(?:يجب|ينبغي) (?:ألا|عدم)|يحظر|محظور|ممنوع|ليس"),
}  # fmt: skip
"""Language -> (words of a mere possibility, words of a prohibition)."""
_BOUND = re.compile(
    r"\b(?:must|shall|can|should)\s+(?:not|never)\b|\bcannot\b|\b(?:must|shall|ca|should)n['’]t\b",
    re.IGNORECASE,
)
"""What an English text forbids otherwise: each wants words of its own."""
_OWED = {
    "fr": (
        r"\b(?:peut|peuvent|pourront|pourra|pouvez)\b",
        r"\bdoi|\bdev|\bdû|oblig|tenu|\bfau|\bfall|il faut|nécess|requi|exig|impéra|indispens|besoin|import|convien|force|prière|veuill|seul|ne |n['’]|\w+ez\b",
    ),
    "es": (
        r"\b(?:puede[ns]?|podrán?)\b",
        r"\bdeb|oblig|tien|\btener|tend|hay que|habrá|necesi|exig|requi|preciso|impres|impon|\bha de|\bhan de|\bno\b|menester|ten[ií]a|ineludible|solo|sólo|únic",
    ),
    "ru": (
        r"\b(?:может|могут|можно|можете|вправе)\b",
        r"долж|обяз|необход|следу|надо|нужн|треб|приход|придет|надлеж|подлеж|\bне|обяжет|важно|только|лишь",
    ),
    "zh": ("可以|可能", "必|须|需|应|该|得|要|务|不|只|方"),
    "ar": (
        r"يمكن|يجوز|تستطيع|يستطيع|بإمكان",
        r"يجب|وجب|لا بد|لابد|يتعين|ينبغي|يلزم|لزم|ملزم|على |عليه|عليك|علينا|ضرور|يشترط|يتوجب|لا |مطالب|مضطر|يقتض",
    ),
}  # fmt: skip
"""Language -> (words of a permission, words of a duty, or with which a permission is one)."""


def loosened(source: str, target: str, language: str) -> str:
    """The prohibition or duty of the source that the target leaves free; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    said = word_set(source)
    if language not in _OWED:
        return ""
    found, words = None, ("", "")
    if {"may", "not"} <= said:
        found, words = _MAY_NOT.search(source), _POSSIBLE[language]
    elif "must" in said and not _LOOSE.search(source):
        found, words = _MUST.search(source), _OWED[language]
    if found is None:
        return ""
    free, bound = (re.compile(one, re.IGNORECASE) for one in words)
    if not free.search(target):
        return ""
    wanted = 1
    if words is _POSSIBLE[language]:
        wanted = len(_MAY_NOT.findall(source)) + len(_BOUND.findall(source))
    return told(found) if len(bound.findall(target)) < wanted else ""
