"""English words of notices that small models turn round, and the plain ones that they know: an engine reads those.

`The patent was revoked` came back as granted, `nobody but the owner` as nobody, but the owner; `cancelled` and `only`
say about the same and are known to every model. Only a starter reads them: a full model knows that what is revoked is
not cancelled. A reviewer sees the author's own words.
"""

import re
from collections.abc import Iterator

from transflow.translation.literals import Literal
from transflow.translation.standins import WORDING

__all__ = ["find"]

_SOME = re.compile(
    r"\b(?:revoke|repeal|annul|rescind|quash|lapse)(?:e?[sd]|l?ed)\b|\b(?:upheld|overturned|[Hh]ardly (?:ever|any(?:one|body))|left out|appointed|before the|not (?:less|fewer|more) than)\b"
    r"|\b(?:[Nn]obody|[Nn]o one|[Aa]ll) but\b|\b(?:up|down) (?:by )?\d|\b1 in \d"
)
_RULED = r"\b(?:decisions?|rulings?|verdicts?|judge?ments?|convictions?|sentences?|refusals?|orders?|findings?)\b"
_COURTS = r"(?:courts?|tribunals?|(?:[A-Z][a-z]+ )*(?:Court|Tribunal))\b"
_OFFICES = r"(?:Vice-)?(?:President|Director|Chair|Head|Chief|Commissioner|Minister|Secretary|Judge|Ambassador|Deputy|Member|Professor|Dean|Editor|Registrar)"
_FEW = r"one|two|three|four|five|six|seven|eight|nine|ten|\d+"
_ENDINGS = r"(?=[\s,.;:)]|$)"
_ABOUT = r"(?:\b(?:[Aa]bout|[Nn]early|[Aa]lmost|[Oo]nly|[Jj]ust|[Aa]round|[Rr]oughly|[Ss]ome|than|that|and|or|with|to|is|was|says?|found) |[,:;(] ?)"
_SOME_OF = r"(?:[2-9]|\d{2,3}|\d{1,3},\d{3})(?![\w,.%-]*\d)(?! (?:days|weeks|months|years|hours|minutes|seconds)\b)"
"""1 in 3 of something, which models take for a time or a place; of a while it is another matter."""
_PATTERNS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\b(?:revoke|repeal|annul|rescind|quashe)s\b(?= (?:the|an?|its|this|that|all|any)\b)", "cancels"),
        (r"\b(?:revoked|repealed|annulled|rescinded|quashed)\b", "cancelled"),
        (rf"\bupheld\b(?=[^.;]{{0,60}}{_RULED})|(?<=was )upheld\b|(?<=were )upheld\b", "confirmed"),
        (rf"\boverturned\b(?=[^.;]{{0,60}}{_RULED})", "cancelled"),
        (rf"\b(?:patent|right|mark|registration|licen[cs]e|order|permit|protection|offer)s?(?: has| have| had)? (?P<own>lapsed){_ENDINGS}", "expired"),
        (rf"\b(?:patent|right|mark|registration|licen[cs]e|order|permit|offer)s? (?P<own>lapses){_ENDINGS}", "expires"),
        (rf"\b(?:patents|rights|marks|registrations|licen[cs]es|orders|permits|protection|offers) (?P<own>lapse){_ENDINGS}", "expire"),
        (r"(?:^|(?<=[.;:“\"(] )|(?<=[“\"(]))No(?:body|\sone) but(?= [\w’'])", "Only"),
        (r"(?<=, )no(?:body|\sone) but(?= [\w’'])", "only"),
        (rf"\b(?P<all>[Aa]ll) but (?P<few>{_FEW}) (?P<noun>[a-z]+s)\b(?! of\b)", r"\g<all> \g<noun> except \g<few>"),
        (r"\bhardly any(?:one|body)\b", "almost nobody"),
        (r"\bHardly any(?:one|body)\b", "Almost nobody"),
        (r"\bhardly ever\b", "rarely"),
        (r"\bHardly ever\b", "Rarely"),
        (rf"\bnot (?:less|fewer) than(?= (?:an? |half |{_FEW}|[A-Z]{{3}} \d|[$€£¥]))", "at least"),
        (rf"\bnot more than(?= (?:an? |half |{_FEW}|[A-Z]{{3}} \d|[$€£¥]))", "no more than"),
        (rf"\b(?:[Pp]roceedings?|pending|[Cc]ases?|[Aa]ppeals?|[Aa]ctions?|heard|brought|[Cc]laims?) (?P<own>before)(?= the {_COURTS})", "in"),
        (r"(?<=\d, )down(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent) from\b)", "a decrease of"),
        (r"(?<=\d, )up(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent) from\b)", "an increase of"),
        (r"\b(?:was|were) down(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "decreased by"),
        (r"\b(?:was|were) up(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "increased by"),
        (r"\bis down(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "has decreased by"),
        (r"\bis up(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "has increased by"),
        (r"\bare down(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "have decreased by"),
        (r"\bare up(?: by)?(?= \d[\d.,]*\s?(?:%|percent|per cent))", "have increased by"),
        (rf"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(?:[A-Z][\w’'-]+ ){{2,4}}(?P<own>appointed)(?= (?:to the |as |new )?{_OFFICES}\b[^.]*$)", "is appointed"),
        (rf"{_ABOUT}(?P<own>1)(?= in {_SOME_OF})", "one"),
        (rf"^(?P<own>1)(?= in {_SOME_OF})", "One"),
        (r"(?:(?<=is )|(?<=are )|(?<=was )|(?<=were )|(?<=be ))left out\b(?! (?:of|in)\b)", "omitted"),
    )
)  # fmt: skip


def find(text: str) -> Iterator[Literal]:
    """Where an English text has such words, with those that the engine reads.

    Args:
        text: Plain English.
    """
    if _SOME.search(text) is None:
        return
    end = 0
    found = [
        (*match.span("own" if "own" in pattern.groupindex else 0), match.expand(words))
        for pattern, words in _PATTERNS
        for match in pattern.finditer(text)
    ]
    for start, stop, words in sorted(found):
        if start >= end:
            end = stop
            yield Literal(start, stop, words, WORDING)
