"""The other half of an English compound, said again beside a term that says it all: `marque commerciale`.

A model renders *trade mark* word by word; with *marque* approved, the first word of the compound is
left behind or before it. Taken out is what the table knows, where no approved form has it, and what
makes a form that the glossary refuses of an approved one.
"""

import re
from collections.abc import Iterable, Sequence

from transflow.glossary import Glossary, Requirement

__all__ = ["unrefused", "without_half_names", "without_leftovers"]

Range = tuple[int, int]
_BEHIND = {
    "fr": {"trade": r" (?:commerciales?|de commerce|de fabrique(?: ou de commerce)?)(?![\w-])"},
    "es": {"trade": r" (?:comercial(?:es)?|de comercio|de fábrica)(?![\w-])"},
}
_BEFORE = {"zh": {"trade": r"(?:贸易|商业|商贸)$"}}


def without_leftovers(
    text: str, terms: Iterable[tuple[Range, Requirement]], source: str, locale: str
) -> str:
    """The text without what a term has said already.

    Args:
        text: A draft without markup.
        terms: (where a term stands in it, what it renders).
        source: The English sentence it came of.
        locale: BCP 47 tag of the draft; French, Spanish and Chinese are changed.
    """
    code = locale.partition("-")[0]
    for (start, end), term in sorted(terms, key=lambda one: one[0], reverse=True):
        behind, before = (_left(table.get(code, {}), term) for table in (_BEHIND, _BEFORE))
        around = source[: term.start] + source[term.end :]
        if re.search(r"\b(?:trade|commerc|business|brand)", around, re.IGNORECASE):
            continue
        if behind and (found := behind.match(text, end)):
            text = text[:end] + text[found.end() :]
        if before and (found := before.search(text[:start])):
            text = text[: found.start()] + text[start:]
    return text


_HALF = re.compile(r"(?:^|(?<=[，。：；、“（]))[\u4e00-\u9fff]{1,5}·(?=(?P<name>[A-Z][\w’-]+))")
"""The first half of a name in Chinese letters, before the name as it is: 托马什·Tomasz Wieczorek."""


def without_half_names(source: str, text: str, locale: str) -> str:
    """A Chinese text without the half of a name that a model had written when the name itself was put in.

    Args:
        source: The English sentence.
        text: Its draft without markup.
        locale: BCP 47 tag of the draft.
    """
    if not locale.startswith("zh") or "·" not in text:
        return text
    return _HALF.sub(lambda found: "" if found["name"] in source else found[0], text)


def unrefused(text: str, asked: Sequence[Requirement], glossary: Glossary, locale: str) -> str:
    """The text with each refused form that begins as an approved one cut down to that: `marques de commerce` to `marques`.

    Args:
        text: A draft without markup.
        asked: What the terms of its source ask for.
        glossary: Where they stand.
        locale: BCP 47 tag of the draft.
    """
    refused = glossary.verify(text, asked, locale, spans=()).refused
    for one in sorted(refused, key=lambda each: each.start, reverse=True):
        found = text[one.start : one.end]
        ends = [word.end() for word in re.finditer(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+", found)]
        for end in reversed(ends[:-1]):
            places = glossary.verify(found[:end], [one.requirement], locale, spans=()).places
            if places == ((0, end),):
                text = text[: one.start + end] + text[one.end :]
                break
    return text


def _left(table: dict[str, str], term: Requirement) -> re.Pattern[str] | None:
    """What may be left of a term's first words; None where an approved form says as much."""
    for word, pattern in table.items():
        found = re.compile(pattern)
        whole = any(found.search(" " + form) or found.search(form) for form in term.forms)
        if term.source.casefold().startswith(word) and not whole:
            return found
    return None
