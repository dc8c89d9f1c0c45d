"""Which words of a translation go with which of the source: attention, and words that are the same."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from transflow.translation.spanwords import WORD, Atom, is_word

__all__ = ["Alignment", "Links", "links", "term_links"]

Alignment = Sequence[tuple[int, int, int, int]]
Links = Sequence[Sequence[tuple[int, int]]]
"""For each target atom the source ranges it goes with."""

_LIKE = 0.72
"""Words at least so much alike are one word in two languages."""
_LETTER = r"[^\W\u3040-\u9fff]"
"""Of a word that a form may be a piece of: Chinese sets no blank before a name in Latin letters."""
_FAR = 0.2
"""What a word at the other end of the sentence is less alike."""


def term_links(source: str, target: str, terms: Sequence[tuple[str, str]]) -> Alignment:
    """The places of terms whose forms are known, where there is only one in either text.

    Args:
        source: The source sentence.
        target: Its translation.
        terms: (source form, target form); the longer ones are placed first.
    """
    found: list[tuple[int, int, int, int]] = []
    for one, other in sorted(dict.fromkeys(terms), key=lambda pair: -len(pair[0])):
        left, right = _ranges(source, one), _ranges(target, other)
        if len(left) != 1 or len(right) != 1:
            continue
        link = (*left[0], *right[0])
        if not any(
            (link[0] < b and a < link[1]) or (link[2] < d and c < link[3]) for a, b, c, d in found
        ):
            found.append(link)
    return found


def _ranges(text: str, form: str) -> list[tuple[int, int]]:
    if not form:
        return []
    whole = form.isascii() or " " in form
    pattern = rf"(?<!{_LETTER}){re.escape(form)}(?!{_LETTER})" if whole else re.escape(form)
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def links(
    source: str,
    target: str,
    atoms: Sequence[Atom],
    alignment: Alignment,
    terms: Alignment = (),
) -> Links:
    """For each target atom the source ranges it goes with.

    What is the same word in both languages is so whatever the attention says.

    Args:
        source: The source sentence.
        target: Its translation.
        atoms: The words of `target`.
        alignment: Aligned words as offsets; empty for none.
        terms: Ranges that are sure to go together; those of the target are atoms.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in atoms]
    for source_start, source_end, target_start, target_end in alignment:
        for index, atom in enumerate(atoms):
            if atom.start < target_end and target_start < atom.end:
                found[index].append((source_start, source_end))
    known = {(c, d): (a, b) for a, b, c, d in terms}
    same = [
        known.get((atom.start, atom.end), link)
        for atom, link in zip(atoms, _same(source, target, atoms), strict=True)
    ]
    owned = {link for link in same if link}

    def free(link: tuple[int, int]) -> bool:
        inside = any(start <= link[0] and link[1] <= end for start, end in known.values())
        return link not in owned and not inside

    return [
        [link] if link else [other for other in linked if free(other)]
        for link, linked in zip(same, found, strict=True)
    ]


def _same(source: str, target: str, atoms: Sequence[Atom]) -> list[tuple[int, int] | None]:
    """Words that look alike, each source word once, the nearest in relative place."""
    free = [match.span() for match in WORD.finditer(source) if is_word(match.group())]
    found: list[tuple[int, int] | None] = []
    for atom in atoms:
        best, score = None, _LIKE
        for start, end in free if atom.word else ():
            alike = _alike(source[start:end], target[atom.start : atom.end])
            alike -= _FAR * abs(start / max(1, len(source)) - atom.start / max(1, len(target)))
            if alike > score:
                best, score = (start, end), alike
        if best:
            free.remove(best)
        found.append(best)
    return found


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.2
    first, second = (re.sub(r"[.,%‰\s]", "", word.casefold()) for word in (one, other))
    if first == second:
        return 1.1
    if min(len(first), len(second)) < 4 or first[:2] != second[:2]:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio() + 0.1
