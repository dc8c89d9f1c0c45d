"""Lines of a saved press release that are none of its text: mail headers, letterheads, what printers and sites add."""

import re
from collections.abc import Callable, Sequence

from transflow.documents.dates import read_date
from transflow.documents.text_lines import is_address, is_dateline, is_label, is_reached

__all__ = [
    "CONTACT",
    "RELATED",
    "is_letterhead",
    "is_sender",
    "parted_date",
    "without_furniture",
]

_PARTED = re.compile(r"\s{3,}|\t+|\s+[|·•]\s+")
_PAGE = re.compile(
    r"[-–—]\s?\d{1,3}\s?[-–—]|(?:page|p\.)\s?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?|\d{1,3}\s?/\s?\d{1,3}"
    r"|(?:seite|página|стр\.?)\s?\d{1,3}(?:\s?(?:von|sur|de|из|/)\s?\d{1,3})?",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}:\d{2}(?:\s?[AP]M)?\s{2,}\S.*|https?://\S+\s+\d{1,3}\s?/\s?\d{1,3}"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\s(?:©|\(c\)|\d{4}))\s?.*|all rights reserved\.?", re.IGNORECASE
)
_SHARED = re.compile(
    r"(?:share|follow)(?:\s(?:this|us|on|page|article|story|via|with))*\s?:?\s?"
    r"(?:(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|instagram|youtube|reddit|copy link|print)[\s,|/·]*)+|share this(?: page| article| story)?",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:last\s(?:updated|modified|reviewed|changed)|updated)(?:\son)?\s?:?\s.{4,40}", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:reference|ref\.?|document|doc\.?|release)\s?(?:no\.?|number|nr\.?|id)?\s?[:#]\s?\S*\d\S*",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?:related|more|latest|other|recent|most (?:read|popular|viewed)|popular|trending|recommended)"
    r"(?:\s(?:news|articles?|stories|links|content|topics|posts|releases|coverage))?"
    r"|see also|read (?:more|also|next)|you (?:may|might) also like|more (?:from|on|about|in)\s.{2,40}"
    r"|(?:à )?lire aussi|sur le même sujet|articles? (?:liés|connexes)|más noticias|(?:lea|le puede) (?:también|interesar)"
    r"|(?:noticias|artículos) relacionad[ao]s|mehr zum thema|das könnte sie auch interessieren|weitere (?:meldungen|artikel|nachrichten)"
    r"|читайте также|(?:相关|更多)(?:新闻|文章|阅读|报道)|(?:مقالات|أخبار|مواضيع) ذات صلة",
    re.IGNORECASE,
)
"""What stands above links and cards for other pages."""
_LETTERHEAD = re.compile(
    r"(?:[\w&.,’'()-]+\s){0,6}?(?:press(?:estelle)?|media|communications?|public\saffairs|newsroom|information)\s?(?:office|service|relations|section|"
    r"centre|center|department|team|unit)?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:[^\W\d_][\w&’'-]*\s){0,3}(?:academy|agency|association|authority|board|bureau|chamber|commission|committee|council|department|"
    r"federation|foundation|institute|ministry|museum|office|organi[sz]ation|universit(?:y|ät|é)|university)"
    r"(?:\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]*(?:,?\s(?:(?:of|for|and|the|de)\s){0,2}[A-Z][\w’'-]*)*)?(?:\s?[-–—,:]\s?\w+(?:\s\w+)?)?",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:the\s)?(?:government|kingdom|(?:[a-z]+\s){0,2}republic|principality|state|federation|commonwealth|sultanate|emirate|province|canton|county|city)"
    r"\sof\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:and\s|of\s|the\s)?[A-Z][\w’'-]*){0,3}",
    re.IGNORECASE,
)
"""The state or town whose office writes; a title may begin so, too."""
CONTACT = re.compile(
    r"(?:(?:media|press)\s)?(?:contacts?|enquiries|phone|tel(?:ephone)?|mobile|cell|fax|e-?mail|mail|web(?:site)?)\b\.?[^:]{0,20}:\s*\S.*",
    re.IGNORECASE,
)
"""A line that says whom to ask: `Contact: Jane Doe`, `Phone: …`."""

_FURNITURE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_PRINTED, "what a browser prints"),
    (_PAGE, "a page number"),
    (_RIGHTS, "a notice of rights"),
    (_SHARED, "buttons"),
    (_STAMP, "the day of a later change"),
    (_NUMBERED, "a document number"),
)
_LINKS = 2
_LINES_OF_HEAD, _LINES_OF_ADDRESS = 4, 7


def is_letterhead(line: str) -> bool:
    """Whether a line says who writes: `University of Sandvik`, `Press Office`."""
    return len(line) <= 70 and bool(_LETTERHEAD.fullmatch(line) or _BODY.fullmatch(line))


def is_sender(lines: list[str]) -> bool:
    """Whether the lines of a paragraph say who writes, and where: a letterhead, or an address with a telephone."""
    office = lines[1] if len(lines) > 1 and _STATE.fullmatch(lines[0]) else lines[0]
    if len(lines) <= _LINES_OF_HEAD and is_letterhead(office):
        return all(line[-1] not in ".!?。" for line in lines)
    numbered = all(any(map(str.isdigit, line)) and is_reached(lines[-1]) for line in lines)
    return len(lines) <= _LINES_OF_ADDRESS and (is_address(lines) or (len(lines) > 1 and numbered))


def parted_date(line: str, locale: str) -> tuple[str, str]:
    """What stands beside a date on one line, and the date: `Office of Statistics      9 June 2026`."""
    parts = [part for part in _PARTED.split(line) if part]
    if len(parts) != 2 or any(map(is_label, parts)):
        return "", ""
    dated = [is_dateline(part) and read_date(part, locale) is not None for part in parts]
    if sum(dated) != 1:
        return "", ""
    return parts[dated.index(False)], parts[dated.index(True)]


def without_furniture(
    blocks: Sequence[list[str]], decide: Callable[[str], None]
) -> list[list[str]]:
    """The blocks without lines that printers, browsers and sites add, and without lists of further articles at the end.

    Args:
        blocks: Paragraphs as lists of lines.
        decide: Is told each line that is left out, and why.
    """
    kept: list[list[str]] = []
    for block in blocks:
        lines: list[str] = []
        for line in block:
            why = next((why for pattern, why in _FURNITURE if pattern.fullmatch(line)), "")
            if why:
                decide(f"left out as {why}: {line!r}")
            else:
                lines.append(line)
        if lines:
            kept.append(lines)
    for index in range(len(kept) - 1, max(0, len(kept) - 4), -1):
        first, *rest = kept[index]
        if RELATED.fullmatch(first.rstrip(":")) and _are_links(rest):
            decide(f"left out as links to other pages: {first!r} and {len(rest)} lines below")
            del kept[index]
    return kept


def _are_links(lines: Sequence[str]) -> bool:
    return len(lines) >= _LINKS and all(line[-1].isalnum() for line in lines)
