"""What people write into a glossary that is right in a dictionary and wrong in a column of terms.

Two words in one cell, an article, a grammatical note, a word that stands for none yet.
"""

import re
from collections.abc import Iterator

from transflow.glossary.concept import Concept
from transflow.glossary.matcher import fold

__all__ = ["habits"]

_SEVERAL = re.compile(r"\s/\s|(?<=\w{4})/(?=\w{4})|[;；｜／]")
_COMMA = re.compile(r",\s|、")
_FEW = 3
"""Words up to which each side of a comma is rather a term of its own than part of a title."""
_NOTE = re.compile(
    r"[(（\[]\s*(?:[mfn]|masc|fem|neut|sg|sing|pl|plur|adj|adv|v|vb|noun|verb|n\.?\s?[mf]?)\.?\s*[)）\]]",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>|`|\*\*|\]\(|://|\{\w*\}|%[sd]\b|%\(\w+\)")
_MARK = re.compile(r"[.,;:!?。，；：！？]$")
_QUOTED = re.compile(r"[“\"«「‹„].*[”\"»」›“]")
_SPREADSHEET = re.compile(
    r"#(?:NAME\?|REF!|N/A|VALUE!|DIV/0!|NUM!|NULL!|####*)|\d+[.,]\d+E[+-]?\d+"
)
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}")
_NOT_YET = frozenset(
    {"tbd", "tbc", "tba", "todo", "n/a", "na", "n.a.", "none", "xxx", "xx", "fixme", "untranslated"}
    | {"à définir", "à traduire", "por definir", "por traducir", "pendiente", "待定", "待译", "无"}
)
_ARTICLES = {
    "en": ("the ", "a ", "an "),
    "fr": ("le ", "la ", "les ", "l'", "un ", "une ", "des "),
    "es": ("el ", "la ", "los ", "las ", "un ", "una "),
    "pt": ("o ", "a ", "os ", "as ", "um ", "uma "),
    "it": ("il ", "lo ", "la ", "gli ", "le ", "l'", "un ", "una "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
}


def habits(concept: Concept) -> Iterator[tuple[str, str]]:
    """(rule, message) for each form that looks like a dictionary's.

    Args:
        concept: A row of the glossary.
    """
    for locale, forms in concept.forms.items():
        for form in forms:
            for rule, what in _of(form.text, locale, name=concept.pos in {"proper", "name"}):
                yield rule, f"{form.text!r} ({locale}) {what}"


def _of(text: str, locale: str, *, name: bool) -> Iterator[tuple[str, str]]:
    folded = fold(text).replace("’", "'")
    if folded in _NOT_YET and (len(text) > 2 or not text.isupper()):
        yield "placeholder", "stands for a term that is still to come; leave the cell empty"
        return
    if _SPREADSHEET.fullmatch(text) or _DATE.fullmatch(text):
        yield "spreadsheet", "is what a spreadsheet made of something else"
        return
    if _QUOTED.fullmatch(text):
        yield "quotes", "stands in quotation marks, which the text must have too"
    if _SEVERAL.search(text) or (not name and _are_terms(text)):
        yield "several", "looks like several terms; part them by ' | '"
    if _NOTE.search(text):
        yield "remark", "holds a remark, which every translation would have to repeat"
    if not name and folded.startswith(_ARTICLES.get(locale.partition("-")[0], ())):
        yield "article", "begins with an article; without it, the term is found after any word"
    if _MARKUP.search(text):
        yield "markup", "holds markup, a placeholder or an address: there, no term is looked for"
    if _MARK.search(text) and "." not in text[:-1] and len(text.rsplit(maxsplit=1)[-1]) > 5:
        yield "mark", "ends in a punctuation mark, which the text must have too"


def _are_terms(text: str) -> bool:
    parts = _COMMA.split(text)
    sizes = [
        len(part.split()) if part.isascii() or " " in text else len(part) // 2 for part in parts
    ]
    return len(parts) > 1 and max(sizes) <= _FEW and max(sizes) - min(sizes) < 2
