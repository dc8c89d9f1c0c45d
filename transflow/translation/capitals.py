"""Words that keep a capital where a line of capitals is read as a sentence: `FROM 1 APRIL 2027`, `IN GENEVA`.

In small letters a month or a city is a word no model knows, and both come back cut or invented.
"""

import re
from collections.abc import Iterator
from functools import cache

from babel.core import Locale

from transflow.glossary import territories
from transflow.translation import literals, numerals
from transflow.translation.propernames import GIVEN

__all__ = [
    "UNITS",
    "coded",
    "fixed",
    "is_named",
    "measures",
    "mixed",
    "proper",
    "spelled",
    "titled",
]

_MONTHS = r"JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
_DATED = re.compile(
    rf"(?<!\w)(?:{_MONTHS}|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)S?(?!\w)"
    r"|(?<=\d )(?:MARCH|MAY)(?!\w)|(?<!\w)(?:MARCH|MAY)(?= \d)"
)
_SEATS = (
    "Geneva Munich Bern Basel Hague Strasbourg Alicante Turin Milan Naples Venice Barcelona Seville Lyon Marseille Cologne Hamburg "
    "Frankfurt Bonn Leipzig Antwerp Rotterdam Osaka Kyoto Yokohama Beijing Shenzhen Guangzhou Nanjing Mumbai Delhi Bangalore Rio "
    "Washington Boston Philadelphia Houston Dallas Seattle Montreal Ottawa Quebec Cartagena Marrakesh Alexandria Jeddah "
    "Wellington Auckland Canberra Durban Pretoria Kigali Davos Glasgow Edinburgh Cambridge Oxford Manchester Liverpool Leeds Bristol"
)
_FORM = re.compile(
    r"^(?P<city>[A-Z]{4,}(?: [A-Z]{3,})?)(?=,? (?:\d|[A-Z][a-z]+\.? \d)|, [A-Z][a-z]+ [–—-] | [–—] )"
)
"""Where a report begins: GENEVA, 24 September 2026 –."""


def proper(text: str) -> Iterator[str]:
    """The names of a text in capitals, as a sentence has them: days, months beside a figure, countries, cities.

    Args:
        text: Plain English.
    """
    if not _CAPITALS.search(text):
        return
    for match in _DATED.finditer(text):
        yield match[0].capitalize()
    for match in _ENTITLED.finditer(text):
        yield from (one.capitalize() for one in _entitled(match))
    yield from numerals.nouns(text)
    for match in _MEASURED.finditer(text):
        yield _UNITS[match["unit"]]
    for match in _BODIES.finditer(text):
        yield match["body"] or match["the"]
    upper = _upper()
    for match in _WORDS.finditer(text):
        words = match[0].split()
        for size in range(min(4, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                name = upper.get(" ".join(words[at : at + size]))
                if name:
                    yield name


_CAPITALS = re.compile(r"[A-Z]{3}|\d M ")
_ENTITLED = re.compile(
    r"(?<!\w)(?P<title>(?i:mrs?|ms|dr|prof))\.? (?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]*)(?P<more>(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)?)"
)
"""A person by the title, whose name is no word, be it Smith."""


def _entitled(match: re.Match[str]) -> list[str]:
    """A title and the name behind it, of which a first name has another behind."""
    named = match["name"].capitalize() in GIVEN
    return [match["title"], match["name"], *(match["more"].split() if named else [])]


_UNITS = {
    "KM": "km",
    "M": "m",
    "CM": "cm",
    "MM": "mm",
    "KG": "kg",
    "G": "g",
    "ML": "ml",
    "KWH": "kWh",
}
_MEASURED = re.compile(rf"(?<=\d )(?P<unit>{'|'.join(_UNITS)})(?!\w)")
_BODY = "WHO|IT|US|UN|AIDS|WIPO|ITU|ILO|FAO|WTO"
_BODIES = re.compile(
    rf"(?<!\w)(?:THE (?P<the>{_BODY})(?!\w)|(?P<body>(?:(?<=^)|(?<=[:–—] ))(?:{_BODY}))(?= (?:(?:NEW|DRAFT|FIRST|GLOBAL|ANNUAL|REGIONAL) )?"
    r"(?:REPORTS?|GUIDELINES?|DIRECTOR|EXPERTS?|TEAMS?|DATA|STRATEGY|PROGRAMMES?|PROGRAMS?|POLICY|POLICIES|OFFICES?|MEMBERS?|CHIEF|STAFF|"
    r"AGENCY|AGENCIES|CONFERENCE|MEETINGS?|STATEMENT|BUDGET|DEPARTMENT|SYSTEMS?|SERVICES?|SUPPORT|LAWS?|SANCTIONS|EMBASSY|ASSEMBLY|"
    r"MISSION|COMMITTEE|CONVENTION|RESOLUTION|RULES|STANDARDS?|SECRETARIAT|NEWS|SECURITY|SECTOR|INDUSTRY|GOVERNMENT|ARMY|DOLLAR|"
    r"ECONOMY|MARKETS?|STUDY|SURVEY|PATIENTS?|RESEARCH|EPIDEMIC|TREATMENT|PREVENTION|VIRUS|DEATHS|DAY)(?!\w)))"
)
"""The acronym of a body that is a word, too, where a noun is behind it, or its article before it."""
_WORDS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}(?:[ -][A-ZÀ-ÖØ-Þ]{2,})*")


def titled(text: str) -> Iterator[str]:
    """The names of a heading in Title Case that keep their capitals: `Ticket Prices From 1 January`.

    Args:
        text: Plain English.
    """
    for match in _DATED.finditer(text.upper()):
        word = text[match.start() : match.end()]
        if not word.isupper():
            yield word
    for match in _ENTITLED.finditer(text):
        if not match["name"].isupper():
            yield from _entitled(match)
    yield from numerals.nouns(text)
    names = _upper()
    for match in _CAPITALISED.finditer(text):
        words = match[0].split()
        for size in range(min(4, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                phrase = " ".join(words[at : at + size])
                if names.get(phrase.upper()) == phrase and phrase not in _COMMON:
                    yield phrase


_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")
_COMMON = frozenset(
    {
        "Wake",
        "Midway",
        "Resolute",
        "Center",
        "Troll",
        "Easter",
        "Mobile",
        "Phoenix",
        "Mali",
        "Jersey",
        "Turkey",
    }
)
"""Places that are words, too: in a heading they are rather those."""


def spelled(text: str) -> Iterator[tuple[int, int, str]]:
    """The city that a report begins with, without its capitals: (start, end, text).

    Args:
        text: Plain English.
    """
    match = None if text.isupper() else _FORM.match(text)
    name = _upper().get(match["city"]) if match else None
    if match and name:
        yield match.start(), match.end(), name


@cache
def _upper() -> dict[str, str]:
    """Names in capitals -> as they are written; cities by the zones of time that CLDR names by them."""
    zones = [str(zone) for zone in Locale("ru").time_zones]
    cities = [zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone]
    names = [*cities, *_SEATS.split(), "New York", "The Hague", *territories.known()]
    return {name.upper(): name for name in names if len(name) > 3}


_STAY = frozenset(
    {"reference", "url", "email", "domain", "path", "file", "placeholder", "tag", "entity"}
)
"""Kinds of literals whose letters are no capitals of a heading."""


def fixed(text: str) -> list[tuple[int, int]]:
    """Where a heading has codes, addresses and Roman numerals, which are written one way only.

    Args:
        text: Plain text.
    """
    found = [(one.start, one.end) for one in literals.find(text) if one.kind in _STAY]
    found += [match.span() for match in _JOINED.finditer(text)]
    return [*found, *numerals.every(text)]


_JOINED = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){2,}|(?<![\w&])[A-Z]{1,2}&[A-Z]{1,2}(?![\w&])|(?<!\w)HIV/AIDS(?!\w)"
)
"""Initials: U.S., R&D."""


def coded(text: str) -> list[tuple[int, int]]:
    """Where a heading in Title Case has names with figures behind their capitals: Q1, COVID-19.

    Args:
        text: Plain text.
    """
    return [match.span() for match in _CODED.finditer(text)]


_CODED = re.compile(r"(?<![\w-])(?:[A-Z]{1,6}|Covid)-?\d\w*")


def measures(text: str) -> bool:
    """Whether a line in capitals has a length, a weight or an address in it, and is no list of acronyms: `15 KM RACE`.

    Args:
        text: Plain text in capitals.
    """
    return _MEASURED.search(text) is not None or _ADDRESS.search(text) is not None


_ADDRESS = re.compile("[@\ue000-\uf8ff]")
"""In an address, or what stands for one."""
UNITS = frozenset(_UNITS.values())
"""Units that a line in capitals has in capitals, too."""


def mixed(word: str) -> str:
    """A name among capitals as a sentence has it: McDonald's.

    Args:
        word: One with small letters of its own.
    """
    return _MC.sub(lambda match: match["mac"] + match["name"].capitalize(), word)


_MC = re.compile(r"(?P<mac>Ma?c)(?P<name>[A-Z]{2,}(?:['’]S)?)$")


_OFFICE = (
    "Academy|Agency|Assembly|Association|Authority|Board|Bureau|Center|Centre|Chamber|College|Commission|Committee|Council|"
    "Court|Department|Federation|Foundation|Institute|Institution|Ministry|Museum|Office|Organi[sz]ation|School|Secretariat|"
    "Society|Union|University"
)
_NAMED = re.compile(
    rf"(?:The )?(?:(?![A-Z]\w+(?:s|ed|ing)\b)[A-Z][\w’'-]+ ){{0,2}}(?:{_OFFICE})"
    r"(?: (?:of|for) (?:the )?[A-Z][\w’'-]+(?:,? (?:(?:of|for|and|the) ){0,2}[A-Z][\w’'-]+)*)?"
)
_FACT = re.compile(
    r"(?:Address|Author|By|Company|Contact|Country|Editor|From|Host|Hosted by|Institution|Location|Office|Organi[sz](?:er|ers|ed by)|"
    r"Owner|Partners?|Photos?|Place|Postal address|Publisher|Published by|Signed|Sources?|Speakers?|Sponsors?|To|Venue|"
    r"Where|Written by):\s",
    re.IGNORECASE,
)
"""A label that names follow."""


def is_named(text: str) -> bool:
    """Whether capitals are those of names: `Harbour Authority of Sandvik`, `Venue: Old Fish Market, Sandvik`.

    Args:
        text: Plain English in Title Case.
    """
    return bool(_FACT.match(text) or _NAMED.fullmatch(text))
