"""Short units and the edges of all units: what is copied, re-cased, and put back at the ends."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transflow.quantities import is_mixed
from transflow.translation import capitals, literals

__all__ = ["Casing", "Edges", "casing", "copies", "edges", "finish", "restore_case"]

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODED = re.compile(r"\w*\d[\w-]*|\w+-\d\w*")
_UNIT = re.compile(
    r"[-+±~≈<>≤≥]?\s?(?:[$€£¥₽]|US\$|CHF|EUR|USD|GBP|CNY|RMB|JPY)?\s?\d[\d\s.,'’:/×x–-]*"
    r"(?:%|‰|°C|°F|°|[kMGT]?i?B(?:ps)?|[kMGT]?bps|[kMGT]?Hz|[kMG]?W(?:h)?|[cmkµn]?m[²³]?|[kmµ]?g|[mµ]?[lL]|"
    r"ms|s|h|min|V|A|[$€£¥₽]|CHF|EUR|USD|GBP|CNY|RMB|JPY)?"
)
_UNIT_ALONE = re.compile(
    r"(?:[kMGT]?Wh|[kMG]?W|[kcmnµ]?m[²³]?|[kmµ]?g|[kMG]?t|[kMGT]?Hz|ha|[mhc]?[lL]|[kMGT]i?B|[mk]?V|[khM]?Pa|pp[mb]|dB|kcal|kJ|°[CF]|km/h|m/s)"
    r"(?:\s?CO[₂2](?:[ -]?eq?\.?)?)?"
)
"""What a column is measured in: kWh, kg CO2e."""
_INITIALS = re.compile(
    r"[nN]/[aA]|[A-Z]{1,3}[&/][A-Z]{1,3}|(?=[A-Z]{2})[BCDFGHJ-NP-TV-XZ]{2,5}|(?:[A-Z]\.){2,5}"
)
"""Letters that are no word: n/a, R&D, PCT, U.N."""
_COINED = re.compile(r"(?:[A-Z][a-z]{2,})+[A-Z][A-Za-z]+(?<![a-z]s)|[A-Z][a-z]{2,}[A-Z]{2,}")
"""The name of a product: CollectionSpace, PostgreSQL."""
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of"}
    | {
        "off",
        "on",
        "onto",
        "or",
        "over",
        "per",
        "so",
        "than",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    }
)
_LITTLE = frozenset(
    {"are", "can", "do", "does", "has", "have", "how", "is", "not", "our", "this", "that", "was"}
    | {"we", "what", "when", "where", "who", "why", "will", "you", "your"}
)
_KNOWN = (
    "WIPO PCT EPO EPC EUIPO USPTO CNIPA JPO KIPO INPI UPOV WTO TRIPS UN UNESCO UNICEF UNCTAD ITU ILO FAO OECD ASEAN "
    "ARIPO OAPI EAPO EU USA UK UAE ISO IEC ISA IPEA IP IPR IPC AI API CEO DNA RNA COVID FAQ GDP HIV NASA NATO NGO PDF "
    "PPH SME SMES SPC STEM TV UDRP URL USB"
)
_ACRONYMS = frozenset(_KNOWN.split())
"""Names that stay in capitals where a heading in capitals is decoded as a sentence."""
_NO_ACRONYM = 7
"""Letters from which a single word in capitals is rather a heading than an acronym."""
_STOPS = ".!?…。！？؟।"
_ENDS = _STOPS + ":;：；؛,，،、"
"""What a unit may end with: the clauses of a resolution end with commas."""
_REFERENCE = re.compile(r"&#?\w+;$")
"""A character reference, whose semicolon ends no sentence."""
_ZH = {".": "。", "!": "！", "?": "？", ":": "：", ";": "；", "...": "……", "…": "……"}
_AR = {"?": "؟", ";": "؛"}
_COMMAS = {"zh": "，", "ja": "、", "ar": "،"}


@dataclass(frozen=True, slots=True)
class Edges:
    """A text without the white space around it."""

    lead: str
    body: str
    trail: str


@dataclass(frozen=True, slots=True)
class Casing:
    """How a heading is written, and its words as a sentence would have them.

    Attributes:
        style: `upper`, `title` or empty.
        text: What the engine reads.
        own: What is no capitals in a heading in capitals: ePCT, an address.
    """

    style: str
    text: str
    own: tuple[str, ...] = ()


def edges(text: str) -> Edges:
    """Split white space off both ends."""
    body = text.strip()
    start = text.find(body) if body else len(text)
    return Edges(text[:start], body, text[start + len(body) :])


def copies(text: str) -> bool:
    """Whether a plain text holds nothing to translate: no letter, one Latin letter, initials, a measure.

    A single letter of another script may be a word (Chinese) and is translated.
    """
    body = text.strip()
    if not _LETTERS.search(body):
        return True
    if len(_LETTERS.findall(body)) == 1 and _LATIN.search(body) and len(body) <= 4:
        return True
    if _INITIALS.fullmatch(body.strip("()[]")) or _COINED.fullmatch(body):
        return True
    if _UNIT_ALONE.fullmatch(body):
        return True
    return bool(_UNIT.fullmatch(body)) or literals.is_literal(body)


def casing(text: str, *, heading: bool, keep: frozenset[str] = frozenset()) -> Casing:
    """A heading in capitals, or in English Title Case, as a sentence.

    Acronyms (short words in capitals among others that are not) and words with capitals or digits
    inside stay; so do words of `keep`.

    Args:
        text: Plain text.
        heading: Whether the unit is a title or the like, where Title Case is usual.
        keep: Words and phrases that have capitals of their own wherever they stand (terms, names).
    """
    words = [match for match in _WORD.finditer(text) if match[0].upper() != match[0].lower()]
    if not words or (not heading and any(match[0].islower() for match in words)):
        return Casing("", text)
    spelled = _spelled(text, keep)
    fixed = capitals.fixed(text)
    mixed = [match for match in words if is_mixed(match[0]) and not _in(match, fixed)]
    cased = [match[0] for match in words if match not in mixed and not _in(match, fixed)]
    capital = bool(cased) and all(word.isupper() for word in cased)
    said = [*cased, *("" for _ in (*mixed, *fixed))]
    if capital and (_says_something(said, heading=heading) or capitals.measures(text)):
        own = [*(match[0] for match in mixed), *(text[start:end] for start, end in fixed)]
        fixed = [*fixed, *(match.span() for match in _CODED.finditer(text))]

        def lowered(match: re.Match[str]) -> str:
            if _in(match, fixed):
                return match[0]
            return spelled.get(match.start()) or _lowered(match[0], keep)

        sentence = _WORD.sub(lowered, text)
        first = sentence[words[0].start() : words[0].end()]
        begins = words[0] in mixed or first in capitals.UNITS
        return Casing(
            "upper",
            sentence if begins else _capitalised(sentence),
            tuple(one for one in own if not one.isupper()),
        )
    everything = [match[0] for match in words]
    if heading and len(everything) >= 3 and _is_title(everything) and not capitals.is_named(text):
        fixed = [*fixed, *capitals.coded(text)]

        def lower(match: re.Match[str]) -> str:
            word = match[0]
            if match.start() in spelled:
                return spelled[match.start()]
            begins = match.start() == words[0].start() or _BEGUN.search(text, 0, match.start())
            if begins or word == "I" or word in keep or _in(match, fixed):
                return word
            return word if any(letter.isupper() for letter in word[1:]) else word.lower()

        return Casing("title", _WORD.sub(lower, text))
    return Casing("", text)


_BEGUN = re.compile(r"(?:[!?]|(?<!\b[A-HJ-UWYZ])(?<!vs)(?<!\bv)\.) [“\"‘'(]?$")


def _in(match: re.Match[str], ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in ranges)


def restore_case(how: Casing, draft: str) -> str:
    """The draft of a heading in capitals in capitals again; Title Case is English and is not."""
    if how.style != "upper":
        return draft
    draft = draft.upper()
    for one in how.own:
        whole = rf"(?i)(?a:(?<!\w)){re.escape(one)}(?a:(?!\w))"
        draft = re.sub(whole, one.replace("\\", r"\\"), draft)
    return draft


def finish(source: str, draft: str, locale: str, fixed: Sequence[str] = ()) -> str:
    """The draft with the source's end punctuation and first letter's case, in the locale's form.

    Args:
        source: What the engine was given, or the plain source.
        draft: What came back.
        locale: BCP 47 tag of the draft.
        fixed: Texts whose letters and marks stay as they are, also where they begin or end the draft.
    """
    first = next((letter for letter in source if letter.isalpha()), "")
    letters = {one: chr(_FIXED + at) for at, one in enumerate(dict.fromkeys(fixed)) if one}
    source, draft = _covered(source.strip(), letters), _covered(draft.strip(), letters)
    draft = _widened(_ended(source, draft, locale), locale)
    language = locale.partition("-")[0]
    if language == "es":
        draft = _opened(_unopened(draft))
    elif language == "fr" and not _LOOSE.search(source):
        draft = _LOOSE.sub(lambda match: _FRENCH.get(match[1], "\u202f"), draft)
    at = len(draft) - len(draft.lstrip(_OPENING))
    begins = first.isupper() and draft[at : at + 1].islower()
    if begins and not _begins_otherwise(draft[at:]):
        draft = draft[:at] + draft[at].upper() + draft[at + 1 :]
    for one, letter in letters.items():
        draft = draft.replace(letter, one)
    return draft


_FIXED = 0xF0000
"""The first of the private letters that stand for what has marks of its own: `:smile:`, `?a=1`."""


def _covered(text: str, letters: Mapping[str, str]) -> str:
    for one in sorted(letters, key=len, reverse=True):
        bounds = ["(?a:(?<!\\w))" * one.isalnum(), "(?a:(?!\\w))" * one.isalnum()]
        text = re.sub(re.escape(one).join(bounds), letters[one], text)
    return text


def _spelled(text: str, keep: frozenset[str]) -> dict[int, str]:
    """Where a word of a phrase begins that has capitals of its own, and how it is written."""
    return {
        phrase.start() + word.start(): word[0]
        for form in keep
        if " " in form and form != form.lower()
        for phrase in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)
        for word in _WORD.finditer(form)
    }


def _lowered(word: str, keep: frozenset[str]) -> str:
    if word in _ACRONYMS or word == "I":
        return word
    for kept in keep:
        if kept.upper() == word:
            return kept
    if is_mixed(word):
        return capitals.mixed(word)
    return word if _INITIALS.fullmatch(word) else word.lower()


def _capitalised(text: str) -> str:
    for at, letter in enumerate(text):
        if letter.isalpha():
            return text[:at] + letter.upper() + text[at + 1 :]
    return text


def _is_title(words: list[str]) -> bool:
    big = [word for word in words if word.lower() not in _SMALL]
    return len(big) >= 3 and not any(word.islower() for word in big)


def _says_something(words: list[str], *, heading: bool) -> bool:
    """Whether capitals are a heading's; a list of acronyms has no long and no little words."""
    if len(words) < 2:
        return heading and any(len(word) >= _NO_ACRONYM for word in words)
    return any(len(word) >= 6 or word.lower() in _SMALL | _LITTLE for word in words)


def _begins_otherwise(text: str) -> bool:
    """Whether a text begins with a word of its own case: `iPhone`."""
    word = re.match(r"\w+", text)
    return word is not None and any(letter.isupper() for letter in word[0][1:])


def _widened(draft: str, locale: str) -> str:
    """Chinese brackets of one width (what opens wide closes wide), and wide marks among letters."""
    if locale.partition("-")[0] not in {"zh", "ja"}:
        return draft
    comma = "、" if locale.startswith("ja") else "，"
    draft = _NARROW.sub(lambda match: _ZH.get(match[0], comma), draft)
    draft = _HAN_BRACKETS.sub(r"（\1）", draft)
    if not re.search("[（）]", draft):
        return draft
    draft = re.sub(r"（([^（）()]*)\)", r"（\1）", draft)
    return re.sub(r"\(([^（）()]*)）", r"（\1）", draft)


_NARROW = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff])[,;:?!](?=[\u3040-\u30ff\u3400-\u9fff“《])")
_HAN_BRACKETS = re.compile("(?<=[\u3040-\u9fffA-Za-z]) ?\\(([^()]*[\u3400-\u9fff][^()]*)\\) ?")
"""Brackets with words of the language in them, behind words."""
_LOOSE = re.compile(r"(?<=\S) (?=([:;?!])(?:[\s»”\")]|$))")
"""An ordinary space before a mark that French does not part from its word."""
_FRENCH = {":": "\u00a0"}
_OPENING = '«“„"‘( \u00a0\u202f'
"""What may stand before the first word of a sentence."""
_ASKED = re.compile(r"([?!])[\"”»)\]\u00a0]*$")
_CLAUSE = re.compile(r"(?:(?<=[.!?…])\s+|^)[\"“«(\[]*(?=[^\s.!?…\"“«(\[])")


def _unopened(draft: str) -> str:
    """A Spanish text without the mark that began what ends as no question now."""
    for opening, closing in ("¿?", "¡!"):
        if draft.count(opening) > draft.count(closing):
            before, _, after = draft.rpartition(opening)
            draft = before + after
    return draft


def _opened(draft: str) -> str:
    """A Spanish question or exclamation with the mark it begins with."""
    last = _ASKED.search(draft)
    if not last or {"?": "¿", "!": "¡"}[last[1]] in draft:
        return draft
    *_, start = [0, *(match.end() for match in _CLAUSE.finditer(draft, 0, last.start()))]
    first = draft[start].upper() if start else draft[start]
    return draft[:start] + {"?": "¿", "!": "¡"}[last[1]] + first + draft[start + 1 :]


def _ended(source: str, draft: str, locale: str) -> str:
    """The draft with the end mark of the source in the form of the language, and no other."""
    if not source or not draft:
        return draft
    language = locale.split("-", maxsplit=1)[0]
    wanted, given = _end(source), _end(draft)
    closing = _closing(draft)
    core = draft[: len(draft) - len(closing) - len(given)]
    if not wanted:
        keeps = not given or _abbreviated(core + given)
        return draft if keeps else core.rstrip() + closing
    mark = _localised(wanted, language)
    if not given:
        ends = draft if not _closing(source) else core
        return core + mark + closing if ends is core else draft + mark
    if wanted == "." and _abbreviated(core + given):
        return draft
    return core.rstrip() + mark + closing


def _end(text: str) -> str:
    """The mark a sentence ends with, looked for before closing quotes and brackets."""
    core = text[: len(text) - len(_closing(text))]
    end = len(core)
    while end and core[end - 1] in _ENDS and not _REFERENCE.search(core, 0, end):
        end -= 1
    return core[end:]


def _closing(text: str) -> str:
    """Closing quotes and brackets at the end, with the spaces French sets before them."""
    end = len(text)
    while end and (
        text[end - 1] in "\"'”’»)]）】』」" or unicodedata.category(text[end - 1]) == "Pf"
    ):
        end -= 1
        while end and text[end - 1] in " \u00a0\u202f":
            end -= 1
    return text[end:]


def _kind(mark: str) -> str:
    folded = mark.replace("……", "...").replace("…", "...")
    folded = "." if folded == ".." else folded  # the one of `[9 p.m.](a.md).`
    for table in (_ZH, _AR):
        for plain, own in table.items():
            if own != "……":
                folded = folded.replace(own, plain)
    return folded


def _localised(mark: str, language: str) -> str:
    kind = _kind(mark)
    if kind in {",", *_COMMAS.values()}:
        return _COMMAS.get(language, ",")
    if len(kind) > 2 and not kind.strip("."):  # `…`, or `….` as careful writers end a number
        return _ZH["..."] if language in {"zh", "ja"} else mark
    if language in {"zh", "ja"}:
        return _ZH.get(kind) or "".join(_ZH.get(letter, letter) for letter in kind)
    if language == "ar":
        return "".join(_AR.get(letter, letter) for letter in kind)
    if language == "fr" and kind and kind[0] in ":;!?":
        return _FRENCH.get(kind[0], "\u202f") + kind
    return kind


def _abbreviated(draft: str) -> bool:
    """Whether the last full stop belongs to a word: `etc.`, `U.S.`, `EE. UU.`, `n.º`."""
    return bool(
        re.search(
            r"(?:\b[A-Za-zА-я]\.|\b([A-Z])\1\.\s?([A-Z])\2\.|\betc\.|\bInc\.|\bS\.A\.|\b(?:др|пр|г)\.)$",
            draft,
        )
    )
