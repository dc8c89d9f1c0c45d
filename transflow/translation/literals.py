"""What must come through a translation as it is: found, and told apart from words.

Addresses, placeholders, paths, code, reference numbers, handles and emoji are *hard*: no engine
ever sees them, a stand-in travels in their place. Plain numbers and names are *soft*: an engine
reads them, since they decide grammar, and they are verified afterwards (numbers.py, distrust.py).
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transflow.quantities import (
    COMMANDS,
    designations,
    keys,
    passwords,
    quoted_commands,
    sections,
    versions,
)
from transflow.quantities.wordset import word_set
from transflow.translation import clockwords, numerals
from transflow.translation.companies import firms
from transflow.translation.literalkinds import KINDS, NUMBERED
from transflow.translation.measures import RANGED, inches, shares_scale
from transflow.translation.propernames import people
from transflow.translation.scripts import scripts
from transflow.translation.vessels import vessels

__all__ = [
    "CODE",
    "Literal",
    "claim",
    "designated",
    "find",
    "is_literal",
    "respelled",
    "soft",
    "soft_ranges",
]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Literal:
    """A piece of text that is the same in every language."""

    start: int
    end: int
    text: str
    kind: str


_BEGINS = (
    rf"(?!(?<![A-Za-z])(?<!ommand )(?!(?:{COMMANDS}|urn|hdl|ark|no)\b)[a-z]{{2,}}[,.;:!?)”’]*(?:\s(?![<>=≤≥≈])|$)"
    r"|(?<=[a-z])[a-z]|[\s,?’”»)\]}]|!(?!=))"
)
"""No literal begins inside a word, nor with a plain one: looking there is most of the cost."""
_ALL = re.compile(_BEGINS + "(?:" + "|".join(f"(?P<{name}>{one})" for name, one in KINDS) + ")")
_HINT = re.compile(
    r"[@/%{}<>&#_*†‡`()$~\\\\=:+™®©℠\d⁰¹²³⁴-⁹₀-₉½-¾⅓-⅞Α-ω^]|--?[A-Za-z]|[a-z][A-Z]|[A-Z]{2}|[a-z]file|Esc|[;|]|\.\S|[A-Z]\. [a-z]"
    rf"|[\u2190-\u2bff\ue000-\uf8ff\U0001F000-\U0001FAFF]|\b(?:{COMMANDS})\b|{clockwords.HINT}"
)
_NAME, _CODED = 5, 3
"""Letters and figures by which a name is known without its hyphens; fewer where it has both."""
_TRIMMED = frozenset({"url", "domain", "email", "path"})
_MORE = re.compile(r"[(/]|bis|ter|quater")
_WHOLE = frozenset({"reference", "ratio", "formula"})
"""Kinds that take in the figures they go on with: 10.0.0.0/8."""
_ONWARD = re.compile(r"(?:[.,/]\d+)+(?!\w)")
_OPENED = re.compile(r"(?<![^\W_])\*+[\w\[(<{“\"'‘]")
_TRAILING = ".,;:!?'*~…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


CODE = re.compile(
    r"(?a:(?<![\w.-])(?=\d|[A-Za-z][A-Za-z-]*?[A-Z\d&])"
    r"(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*-?\d+(?:[.-]\d+)*[A-Za-z]{0,3}\d{0,2}"
    r"|[A-Z][A-Za-z]*[a-z][A-Z]+(?:[a-rt-z][a-z]*)?(?=s?(?!\w))"
    r"|[A-Z]{3,}[a-z]{4,}|[A-Za-z]*[a-z]\d+[a-z]\w*"  # JPMorgan, Passw0rd
    r"|(?!R&D|Q&A|M&A|T&C)[A-Z]{1,3}&[A-Z]{1,3}|[a-z]+[A-Z]\w*|[A-Z]{2,}[a-rt-z][a-z]{0,2}(?!\w)|\d+[A-Z](?![A-Za-z])"
    r"|[A-Z]{2,}-[A-Z](?![\w-])"  # USB-C
    r"|\d-(?!DAY|YEAR|HOUR|WEEK|MAN|WAY)[A-Z]{2,4}(?![\w-])"  # 5-FU
    r"|(?!(?:WIPO|PCT|EPO|WTO|WHO|UN|EU|UK|US|USA|IP|AI)\s)[A-Z]{2,5} (?:[A-Z]{1,2}\d{1,4}|(?!(?:19|20)\d\d)\d{3,4})(?![\w%]|[.,]\d)"  # BMW X5
    r"|[a-z]\d{2,3})"
    r"(?!\w)|(?<![\w.-])[A-Z][A-Za-z]*[a-z][A-Z](?=s(?!\w)))"
)
"""Names with figures or capitals inside: COVID-19, G20, XtalPi, MBps, 5G, p53."""
_IN_CODES = re.compile(
    r"[A-Z0-9](?:(?<=[a-z][A-Z])|(?<=[A-Z])[A-Z&]|(?<=[0-9])[A-Z]|(?<=[A-Za-z][0-9])|(?<=[A-Za-z]-[0-9]))"
)
"""What each of those has in it, a figure or a capital beside a letter: looking for it first is a tenth of their price."""


_ROMAN = re.compile(
    r"(?a:\b)(?P<numeral>(?=[IVX]{2,}(?a:\b)|[IVXL]{3,}(?a:\b))(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?a:\b)(?![.'’-]\w)"
    r"|\b(?:Chapter|Part|Annex|Title|Section|Schedule|Article|Table|Volume|Book|Phase|Class|Act|Appendix)\s"
    r"(?P<one>[IVX])(?a:\b)"
)
_IN_NUMERALS = re.compile(r"[IVXL](?:[IVXL]|(?a:\b))")


_LONE = re.compile(r"[A-HJ-Z](?<=\s.)(?!\w)")
_DESIGNATED = re.compile(
    r"\b(?:[Rr]oom|[Hh]all|[Aa]nnexe?|[Aa]ppendix|[Ss]chedule|[Ee]xhibit|[Tt]erminal|[Pp]art|[Ss]ection|[Bb]lock|[Bb]uilding|"
    r"[Gg]ate|[Zz]one|[Gg]roup|[Oo]ption|[Aa]ttachment|[Ff]orm|[Cc]ategory|[Tt]able|[Ff]igure|[Ii]tem|[Ww]ing|[Dd]ivision)\s"
    r"(?P<letter>[B-HJ-Z]|A(?=$|[,.;:)]|\s(?:of|to|and|or|is|in|on|at|for|must|shall|may|will|was|has|contains?)\b))(?![\w'’&/-]|\.\w)"
)
"""Room B, annex A: a letter that an engine takes for an article, or loses."""
_ALIKE = re.compile(
    r"(?a:\b)(?:GATT|UNESCO|UNICEF|ASEAN|MERCOSUR|INTERPOL|IEEE|IETF|NASA|CERN|FIFA|UEFA)(?a:\b)"
)
_BODIES = frozenset(re.findall("[a-z]{3,}", _ALIKE.pattern.lower()))
"""What languages in Latin letters write alike although it could be translated or guessed at."""
_MADE = (
    "Boeing|Airbus|Embraer|Bombardier|Cessna|Antonov|Gulfstream|Windows|Android|Firefox|Chrome|PlayStation|Xbox|Kindle"
    "|Tesla|Toyota|Volkswagen|Peugeot|Renault|Nokia|Samsung|Huawei|Xiaomi|Pentium|Ryzen"
)
_MAKERS = frozenset(_MADE.lower().split("|"))
_MODEL = re.compile(
    rf"(?a:\b)(?:{_MADE}) "
    r"(?=[A-Z]*\d)[A-Z]{0,2}-?\d{1,3}[A-Za-z]{0,2}"
    r"(?![\w%]|[.,]\d| (?:per ?cent|[mb]illion|thousand|years|months|weeks|days|hours)(?a:\b))"
)
"""A maker and the model, which Russian writes in Latin letters, too: Boeing 737."""
_ACRONYM = re.compile(r"(?a:(?<![A-Z] )(?<![\w&/.'’-])[A-Z]{3,5}(?![\w&/'’-]|\.\w| [A-Z]{2}))")
_KEEP_ACRONYMS = frozenset({"zh", "ru"})
"""Languages whose newspapers write an acronym as it is unless it has a name of their own."""
_RENDERED = (
    "ABC AIDS AMA AMLO APEC ARDS ARI ASEAN ATM BBC BCE BIC BMW BRICS BST CAD CBC CBS CDC CEO CERN CFO CIA CNBC CNN CNY COO COP "
    "COPD COVID CPI CRP DJ DMZ DNA DPRK DVD ECB ECHR ECJ ECOWAS EEC EFTA EPC EPO ERA EST EUA EUIPO EUR FAO FAQ FAQs FBI FDA FED "
    "FIFA GBP GDP GDPR GMO GMT GNP GOP GPS HIV HMP HRC IAEA IBM ICAO ICC ICJ ICRC ICU ILI ILO IMF IMO IOC IPCC IPO IRA "
    "IRC ISIS ISO ITC ITU ITV IUCN JPO JPY KGB KIPO LED LGBT LNG LRTI MERS MIT MMA MRI MSNBC NASA NATO NBA NBC NCDC NFL NGO NHL NHS "
    "NYC NYT OAS OCHA ODA OECD OPEC OSCE PCR PCT PDF PHE PHEIC PIN PLO PPE PPP PTSD RAF RBD RNA ROK RUB SARS SDG SDGs SME SMEs SOS "
    "STEM TCM TRIPS UAE UEFA UFO UNDP UNEP UNESCO UNFPA UNHCR UNICEF UNSC UPOV USA USB USD USPTO USSR USSR VAT WHO WIPO WMO WTO WWF"
)
_WORDS = frozenset(
    f"{_RENDERED} ALL AND ANY ARE BUT CAN FOR HAS HER HIS HOW ITS MAY MUST NEVER NEW NOT NOW ONE ONLY OUR OUT SEE STOP THANK THAT THE "
    "THIS TWO VERY WAS WHAT WHY WITH YES YOU YOUR".split()
)
"""Acronyms that languages have names for, and words said aloud."""
_CURRENCY = re.compile(r"\b(?:Rs\.?|S?Fr\.)(?=\s?\d)")
"""Rupees and francs, which models read as an ending or a word."""
_TWIN = {
    latin: f"[{latin}{other}]"
    for latin, other in zip("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук", strict=True)
} | {"m": "[mм]"}
"""Latin letters and the Cyrillic ones that look like them."""
_MINUS = re.compile(r"(?<![^\s(])[-\u2212]\d[\d.,]*\d|(?<![^\s(])[-\u2212]\d")


def soft(text: str, locale: str = "") -> tuple[str, ...]:
    """Names that an engine may see, since they are words, and must give back letter by letter.

    Args:
        text: Plain text.
        locale: BCP 47 tag of the draft: some languages write people's names as they are.
    """
    return tuple(dict.fromkeys(text[start:end] for start, end in soft_ranges(text, locale)))


@lru_cache(maxsize=8192)
def soft_ranges(text: str, locale: str = "") -> tuple[Range, ...]:
    """Where those names stand, Roman numerals among them."""
    found = list(firms(text))
    found += [spot for spot in vessels(text) if _apart(spot, found)]
    found += [spot for spot in people(text, locale) if _apart(spot, found)]
    coded = _IN_CODES.search(text) is not None
    latin = bool(locale) and scripts(locale)[0] is None
    said = word_set(text)
    if not _MAKERS.isdisjoint(said) and (latin or locale.partition("-")[0] == "ru"):
        found += [match.span() for match in _MODEL.finditer(text) if _apart(match.span(), found)]
    whole = [match.span() for match in CODE.finditer(text)] if coded else []
    if _IN_NUMERALS.search(text):
        whole += [match.span(match.lastgroup or 0) for match in _ROMAN.finditer(text)]
    if "Rs" in text or "Fr." in text:
        whole += [match.span() for match in _CURRENCY.finditer(text)]
    whole += designated(text)
    if coded and locale.partition("-")[0] in _KEEP_ACRONYMS and not text.isupper():
        whole += [one.span() for one in _ACRONYM.finditer(text) if one[0] not in _WORDS]
    if coded and latin and not _BODIES.isdisjoint(said):
        whole += [match.span() for match in _ALIKE.finditer(text)]
    found += [spot for spot in whole if _apart(spot, found)]
    return tuple(sorted(set(found)))


def designated(text: str) -> list[Range]:
    """Letters that rooms and annexes are called by, each a word of its own that stands for nothing else.

    Args:
        text: Plain English.
    """
    if not _LONE.search(text):
        return []
    found = [match.span("letter") for match in _DESIGNATED.finditer(text)]
    return [
        (start, end)
        for start, end in found
        if len(re.findall(rf"(?<![\w'’]){text[start]}(?![\w'’])", text))
        == sum(text[a] == text[start] for a, _ in found)
    ]


def _apart(spot: Range, others: Sequence[Range]) -> bool:
    return all(spot[1] <= start or end <= spot[0] for start, end in others)


def respelled(source: str, draft: str) -> str:
    """The draft with names in the source's letters and hyphens: K2 in Latin, SARSCoV-2 and COVID 19; so for -5."""
    for number in _MINUS.findall(source):
        if number not in draft:
            draft = re.sub(
                rf"(?<=[\s(])([-\u2212])\s(?={re.escape(number[1:])}(?!\d))", r"\1", draft
            )
    for name in soft(source):
        letters = name.replace("-", "")
        if name not in draft and not name.isalpha():
            twins = "".join(_TWIN.get(letter, re.escape(letter)) for letter in name)
            draft = re.sub(rf"(?<!\w){twins}(?!\w)", name, draft)
        if name in draft or len(letters) < (_NAME if letters.isalpha() else _CODED):
            continue
        loose = "[-\u2010\u2011 ]?".join(map(re.escape, letters))
        found = list(re.finditer(rf"(?a:(?<!\w)){loose}(?a:(?!\w))", draft))
        if len(found) == 1:
            draft = draft[: found[0].start()] + name + draft[found[0].end() :]
    return draft


def find(text: str, taken: Sequence[Range] = ()) -> tuple[Literal, ...]:
    """The hard literals of a plain text, in order.

    Args:
        text: The text.
        taken: Ranges to leave alone (they are protected already).
    """
    may = _HINT.search(text) or any(numerals.named(text))
    return _found(text, tuple(taken)) if may else ()


@lru_cache(maxsize=8192)
def _found(text: str, taken: tuple[Range, ...]) -> tuple[Literal, ...]:
    """The same; several rules ask about one sentence, and looking is dear."""
    found: list[Literal] = []
    held = sorted(taken)
    opened = "*" in text and _OPENED.search(text)
    for kind, start, whole in (*_numbered(text), *_matches(text), *_likely(text)):
        literal = _trimmed(whole) if kind in _TRIMMED else whole
        onward = _ONWARD.match(text, start + len(literal)) if kind in _WHOLE else None
        if onward and literal[-1:].isdigit():
            literal += onward[0]
        end = start + len(literal)
        crumbs = kind == "menu" and literal == text.strip()  # where a page is, not a way to go
        closes = opened and kind == "sign" and literal.startswith("*")  # **so**, no note
        if literal and not (crumbs or closes) and claim(held, start, end):
            found.append(Literal(start, end, literal, kind))
    return tuple(sorted(found, key=lambda one: one.start))


def claim(held: list[Range], start: int, end: int) -> bool:
    """Take a range of a text, unless another one has a part of it.

    Args:
        held: The ranges that are taken, in order; the new one is put among them.
        start: Where it begins.
        end: Where it ends.
    """
    at = bisect(held, (start, end))
    free = (not at or held[at - 1][1] <= start) and (at == len(held) or end <= held[at][0])
    if free:
        held.insert(at, (start, end))
    return free


def is_literal(text: str) -> bool:
    """Whether a text is nothing but literals, white space and punctuation."""
    rest = text
    for literal in reversed(find(text)):
        rest = rest[: literal.start] + " " + rest[literal.end :]
    return not any(letter.isalpha() for letter in rest)


def _matches(text: str) -> Iterator[tuple[str, int, str]]:
    for match in _ALL.finditer(text):
        yield match.lastgroup or "", match.start(), match[0]


def _numbered(text: str) -> Iterator[tuple[str, int, str]]:
    """Numbers that are names because of the word before them, and what is found by more than a pattern."""
    for match in NUMBERED.finditer(text):
        for group in ("part", "path", "phone", "code"):
            if match[group] and (group in {"path", "code"} or not _MORE.match(text, match.end())):
                yield "reference", match.start(group), match[group]
    for one in versions(text):
        if one.sure:
            yield "reference", one.start, text[one.start : one.end]
    for match in RANGED.finditer(text):
        if shares_scale(match):
            yield "amounts", match.start(), match[0]
    for start, end in clockwords.find(text):
        yield "clock", start, text[start:end]
    for start, end in inches(text):
        yield "measure", start, text[start:end]
    for start, end in (*sections(text), *designations(text), *numerals.named(text)):
        yield "reference", start, text[start:end]
    for start, end in (*quoted_commands(text), *keys(text), *passwords(text)):
        yield "code", start, text[start:end]


def _likely(text: str) -> Iterator[tuple[str, int, str]]:
    """Versions by their place in the sentence, where nothing else is known of the number."""
    for one in versions(text):
        yield "reference", one.start, text[one.start : one.end]


def _trimmed(text: str) -> str:
    """Without the punctuation of the sentence around it."""
    while text:
        last = text[-1]
        if last in _TRAILING or (last in _PAIRS and text.count(last) > text.count(_PAIRS[last])):
            text = text[:-1]
        else:
            break
    return text
