"""Quotation marks: as many as the source has, in pairs, in the form of the target language.

A draft whose marks are sound keeps them where they are. One that lost or invented some loses all,
and gets them back round the words that the alignment says were quoted.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from transflow.engines.alignment import Alignment

__all__ = ["are_in", "quoted"]

_PAIR = re.compile(
    r"“[^“”„]+”|„[^“”„]+[“”]|\"[^\"]+\"|«[^«»]+»|「[^「」]+」|『[^『』]+』|‹[^‹›]+›"
    r"|(?<![\w’'])‘[^‘’]+’(?!\w)|(?<![\w’'])'[^']+'(?!\w)"
)
_DOUBLE = '“”„"«»「」『』‹›'
_LOOSE = re.compile(rf"[{_DOUBLE}]|(?<!\w)['‘]+(?=\w)|(?<=[^\W\d_])’(?=\s*$)|(?<!\w)['’]+(?!\w)")
_HINT = re.compile(r"[“”„\"«»「『‘]|(?<!\w)'\w")
_FORMS = {
    "fr": ("«\u00a0", "\u00a0»"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "de": ("„", "“"),
    "pl": ("„", "”"),
    "ja": ("「", "」"),
    "zh-Hant": ("「", "」"),
}
"""CLDR's quotation marks; `“ ”` where a language is not listed (zh, ar, pt, en)."""
_INNER = ".,!?…。，！？"


def are_in(text: str) -> bool:
    """Whether a source quotes something."""
    return bool(_HINT.search(text)) and bool(_PAIR.search(text))


def quoted(
    source: str,
    draft: str,
    alignment: Alignment,
    locale: str,
    terms: Sequence[tuple[tuple[int, int], str]] = (),
) -> str:
    """The draft with the source's quotations marked, one that a clause interrupts as Russian has it.

    Args:
        source: Plain source.
        draft: Plain draft.
        alignment: Between them; without one, unsound marks stay as they are.
        locale: BCP 47 tag of the draft.
        terms: Ranges of the draft that no mark parts, and their words in the source: where these
            are what was quoted, the marks stand round them.
    """
    marked = _quoted(source, draft, alignment, locale, terms)
    language = locale.partition("-")[0]
    if language not in {"ru", "es"} or not _INTERRUPTED.search(source):
        return marked
    if language == "es":
        return _DASHED_ES.sub("\\1", marked)
    return _PARTED_RU.sub(_interrupted, marked)


_INTERRUPTED = re.compile(r"[“\"][^“”\"]+,[”\"] [^“”\"]{2,60}, [“\"][^“”\"]+[”\"]")
"""“No man shall build here,” he wrote, “and few will.”"""
_PARTED_RU = re.compile(
    r"«(?P<first>[^«»]+?)[\s,—-]*»[\s,—-]*(?P<clause>[^«»—]{3,60}?)[\s,—-]*«[\s,—-]*(?P<last>[^«»]+?)[\s,]*»(?P<end>[.!?]?)"
)
_DASHED_ES = re.compile(r"(», [^«»—]{3,60}?)\s?—(?=, «)")
"""A dash that closes nothing: the marks part the clause."""
_SAID_RU = re.compile(r"(он|она|они|я|мы) (\w+(?:л|ла|ли))")


def _interrupted(match: re.Match[str]) -> str:
    """One pair of marks for the whole, dashes and commas round the clause: «…, — написал он, — …»."""
    said = _SAID_RU.fullmatch(match["clause"])
    clause = f"{said[2]} {said[1]}" if said else match["clause"]
    last, end = match["last"], match["end"]
    if last.endswith("."):
        last, end = last.rstrip("., "), end or "."
    return f"«{match['first']}, — {clause}, — {last}»{end}"


def _quoted(
    source: str,
    draft: str,
    alignment: Alignment,
    locale: str,
    terms: Sequence[tuple[tuple[int, int], str]] = (),
) -> str:
    pairs = [match.span() for match in _PAIR.finditer(source)] if _HINT.search(source) else []
    language = locale.partition("-")[0]
    opening, closing = _FORMS.get(locale) or _FORMS.get(language, ("“", "”"))
    own = {words.casefold(): place for place, words in terms}
    meant = [own.get(source[a + 1 : b - 1].strip(_INNER + " ").casefold()) for a, b in pairs]
    sound = all(place is None or _is_quoted(draft, place) for place in meant)
    if not pairs or (sound and _is_sound(draft, len(pairs))):
        return _formed(draft, language, opening, closing)
    covers = [
        place or _cover(start, end, alignment, draft)
        for place, (start, end) in zip(meant, pairs, strict=True)
    ]
    known = [_whole(cover, [place for place, _ in terms]) for cover in covers if cover]
    if len(known) < len(pairs) or any(a[1] > b[0] for a, b in pairwise(known)):
        odd = _LOOSE.search(_PAIR.sub("", source))
        return draft if odd else _formed(_without_lone(draft), language, opening, closing)
    inserts: list[tuple[int, str]] = []
    for (_, end), (start, stop) in zip(pairs, known, strict=True):
        inside = source[end - 2] in _INNER and draft[stop : stop + 1] in set(_INNER)
        inserts += [(start, opening), (stop + inside, closing)]
    loose = [match.span() for match in _LOOSE.finditer(draft)]
    edits = [(start, end, "") for start, end in loose] + [(at, at, text) for at, text in inserts]
    for start, end, text in sorted(edits, reverse=True):
        draft = draft[:start] + text + draft[end:]
    return _formed(re.sub(r" {2,}", " ", draft), language, opening, closing)


def _is_quoted(draft: str, place: tuple[int, int]) -> bool:
    """Whether a range stands between quotation marks, perhaps behind an article."""
    return any(pair.start() < place[0] and place[1] < pair.end() for pair in _PAIR.finditer(draft))


def _without_lone(draft: str) -> str:
    """The draft without double marks that have no partner; the words they began are not known."""
    paired = [match.span() for match in _PAIR.finditer(draft)]
    lone = [
        at
        for at, mark in enumerate(draft)
        if mark in _DOUBLE and not any(start <= at < end for start, end in paired)
    ]
    for at in reversed(lone):
        draft = draft[:at].rstrip("\u00a0") + draft[at + 1 :].lstrip("\u00a0")
    return draft


def _is_sound(draft: str, count: int) -> bool:
    """Whether the marks of a draft are as many pairs, and nothing else."""
    return len(_PAIR.findall(draft)) == count and not any(
        mark in _PAIR.sub("", draft) for mark in _DOUBLE
    )


def _cover(start: int, end: int, alignment: Alignment, draft: str) -> tuple[int, int] | None:
    """Where the words between two marks went, whole words where they are spaced."""
    places = [(c, d) for a, b, c, d in alignment if a >= start and b <= end and b > a and d > c]
    if not places:
        return None
    first, last = min(c for c, _ in places), max(d for _, d in places)
    while first and _SPELLED.match(draft, first - 1) and _SPELLED.match(draft, first):
        first -= 1
    while last < len(draft) and _SPELLED.match(draft, last - 1) and _SPELLED.match(draft, last):
        last += 1
    return first, last


def _whole(cover: tuple[int, int], terms: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A range with the terms that it begins or ends in."""
    start, stop = cover
    for first, last in terms:
        start = first if first < start < last else start
        stop = last if first < stop < last else stop
    return start, stop


_SPELLED = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]|['’-]")


def _formed(draft: str, language: str, opening: str, closing: str) -> str:
    """Straight and English double marks in the language's form; French ones with their spaces."""
    if draft.count('"') % 2 == 0:
        draft = re.sub(r'"\s?([^"]+?)\s?"', rf"{opening}\1{closing}", draft)
    if opening != "“" and not any(mark in draft for mark in "„«「"):
        draft = re.sub(r"“\s?([^“”]+?)\s?”", rf"{opening}\1{closing}", draft)
    if language in _FORMS:  # where English has the comma inside
        draft = re.sub(rf",([ \u00a0\u202f]?{closing.strip()})(?= \w)", r"\1,", draft)
    if language == "fr":
        draft = re.sub(r"«[ \u00a0\u202f]*", "«\u00a0", draft)
        draft = re.sub(r"[ \u00a0\u202f]*»", "\u00a0»", draft)
    return draft
