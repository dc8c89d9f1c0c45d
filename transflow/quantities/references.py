"""Whether a letter of a legal reference became another in translation, or is lost: Article 12(3)(b), Section 101(a)(2)(B)(iii), Article 112a.

A letter stands before a bracket, at a figure or behind a word (alinéa b); Arabic and Russian ones, and numbered Chinese
subparagraphs, stand for Latin ones, and `a` behind an article's number may be *bis*. A reference that the translation leaves
out whole is let be.
"""

import re

__all__ = ["other_letter"]

_REFERENCE = re.compile(
    r"\b(?:Articles?|Rules?|(?:Sub)?[Ss]ections?|(?:Sub)?[Pp]aragraphs?|Regulations?|Clauses?|Art\.)\s+"
    r"(?P<number>\d+)(?:bis|ter|quater)?(?:\.\d+)*(?:\(\d{1,2}\))*\((?P<letter>[a-hj-uw-z])\)"
    r"(?P<deeper>(?:\((?:\d{1,2}|[a-z]|[ivx]{2,5})\)){0,5})"
    r"(?!\s*(?:to|and|or|[-–,])\s*\(?[a-z]\)?)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:Articles?|Rules?|Sections?) (?P<number>\d+)(?P<letter>[a-d])\b(?![-.(])(?P<deeper>)"
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
_PART = re.compile("[a-z]+")
_NUMERAL = re.compile("[ivx]+")
_NUMERALS = re.compile(r"(?<![^\W\d_])[ivx]+\s?[)）]", re.IGNORECASE)
_COUNTED_ON = frozenset({"ar", "he", "ja", "zh"})
"""Languages that may count in their own way what has a small Roman numeral: 第四目."""
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
            parts = (letter, *_PART.findall(found["deeper"].lower()))
            if not whole or all(_there(part, target, language) for part in parts):
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


def _there(part: str, text: str, language: str) -> bool:
    if not _NUMERAL.fullmatch(part):
        return _has(part, text)
    if language in _COUNTED_ON and not _NUMERALS.search(text):
        return True
    return re.search(rf"(?<![^\W\d_]){part}(?![^\W\d_])", text, re.IGNORECASE) is not None


def _has(letter: str, text: str) -> bool:
    one = f"[{letter}{_FOREIGN.get(letter, '')}](?![^\\W\\d_])"
    ways = [rf"(?<![^\W\d_]){one}\s?[)）\]]", rf"\d\s?{one}", rf"{_NAMED}{one}"]
    if letter in _NAMES:
        ways.append(_NAMES[letter])
    return re.search("|".join(ways), text, re.IGNORECASE) is not None
