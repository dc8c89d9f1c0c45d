"""Whether the letter of a legal reference became another in translation, or is lost: Article 12(3)(b), Rule 26bis.1(a), Article 112a.

A letter stands before a bracket, at a figure or behind a word (alinéa b); Arabic and Russian ones, and numbered Chinese
subparagraphs, stand for Latin ones, and `a` behind an article's number may be *bis*. A reference that the translation leaves
out whole is let be.
"""

import re

__all__ = ["other_letter"]

_REFERENCE = re.compile(
    r"\b(?:Articles?|Rules?|(?:Sub)?[Ss]ections?|(?:Sub)?[Pp]aragraphs?|Regulations?|Clauses?|Art\.)\s+"
    r"(?P<number>\d+)(?:bis|ter|quater)?(?:\.\d+)*(?:\(\d{1,2}\))*\((?P<letter>[a-hj-uw-z])\)"
    r"(?!\s*(?:to|and|or|[-–,])\s*\(?[a-z]\)?)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:Articles?|Rules?|Sections?) (?P<number>\d+)(?P<letter>[a-d])\b(?![-.(])"
)
_FOREIGN = {"a": "аأا", "b": "бب", "c": "всجت", "d": "гдدث", "e": "деهج", "f": "еوح"}
"""Letters that translations write for a Latin one: by the order of their own alphabet, or by sound."""
_NAMES = {"a": "ألف", "b": "باء", "c": "جيم", "d": "دال", "e": "هاء", "f": "واو"}
_LATER = {
    "a": r"bis|之二|مكرر",
    "b": r"ter\b|之三|مكرر",
    "c": r"quater|之四|مكرر",
    "d": r"quinquies|之五|مكرر",
}
_NAMED = r"(?:alinéas?|lettres?|points?|apartados?|letras?|incisos?|párrafos?|(?:под)?пункт\w*|букв\w*|литер\w*|الفقرة|البند|الفرعية)\s+[«\"“(]?\s?"
_ANY_NUMBERED = re.compile("[项目款]")
_LETTERED = re.compile(r"(?<![^\W\d_])[a-z]\s?[)）]", re.IGNORECASE)


def other_letter(source: str, target: str, language: str) -> str:
    """The reference of the source whose letter the translation has not; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation.
    """
    for pattern in (_REFERENCE, _ARTICLE):
        for found in pattern.finditer(source):
            letter = found["letter"].lower()
            whole = re.search(rf"(?<!\d){found['number']}(?!\d)", target)
            if not whole or _has(letter, target):
                continue
            if pattern is _ARTICLE and re.search(_LATER[letter], target):
                continue
            if (
                language in {"zh", "ja"}
                and _ANY_NUMBERED.search(target)
                and not _LETTERED.search(target)
            ):
                continue
            return found[0]
    return ""


def _has(letter: str, text: str) -> bool:
    one = f"[{letter}{_FOREIGN.get(letter, '')}](?![^\\W\\d_])"
    ways = [rf"(?<![^\W\d_]){one}\s?[)）\]]", rf"\d\s?{one}", rf"{_NAMED}{one}"]
    if letter in _NAMES:
        ways.append(_NAMES[letter])
    return re.search("|".join(ways), text, re.IGNORECASE) is not None
