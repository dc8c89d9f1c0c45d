"""Countries, whose names CLDR has in every language, so that no engine need guess them.

What organisations call otherwise than CLDR does (`Republic of Korea`, `Viet Nam`) is in data/territories.txt.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from transflow.bcp47 import babel_locale
from transflow.glossary.cases import cases

__all__ = [
    "COLUMNS",
    "Territory",
    "declines",
    "find",
    "forms",
    "known",
    "lost",
    "match",
    "names",
    "turned",
    "unaccented",
]

COLUMNS = {"fr": 0, "es": 1, "zh": 2, "ru": 3, "ar": 4}
"""Language -> its place in a line of the room's data."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_COUNTRY = frozenset(
    {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
)
_WRITTEN = re.compile(r" SAR China$|\s?\(.*\)$")
_AMBIGUOUS = frozenset(
    {
        "Georgia",
        "Jordan",
        "Chad",
        "Turkey",
        "Guinea",
        "Jersey",
        "Dominica",
        "Congo",
        "Samoa",
        "Niger",
        "Mali",
        "St. Martin",
    }
)
"""Names of people, birds and other places, too: in a sentence they prove nothing."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country by one of its English names.

    Attributes:
        code: ISO 3166.
        name: As English has it.
        own: What data/territories.txt says of it, a column a language; empty for CLDR's.
    """

    code: str
    name: str
    own: tuple[str, ...] = ()


def declines(text: str, locale: str) -> bool:
    """Whether a text is a country's English name, and the language has cases for it.

    Args:
        text: Any text.
        locale: BCP 47 tag.
    """
    return locale.partition("-")[0] == "ru" and _plain(text) in _table()


def match(text: str, at: int) -> tuple[int, Territory] | None:
    """The country whose name begins at a place, and where it ends; the longest name.

    Args:
        text: Plain English.
        at: Where to look.
    """
    found = _pattern().match(text, at)
    return (found.end(), _table()[_plain(found[0])]) if found else None


def find(text: str) -> Iterator[tuple[int, int, Territory]]:
    """The countries of a sentence, without those whose names mean other things, too.

    Args:
        text: Plain English.
    """
    every = list(_pattern().finditer(text))
    for at, found in enumerate(every):
        if _BEFORE.search(text, max(0, found.start() - 12), found.start()):
            continue
        if found[0] in _AMBIGUOUS and not _beside(text, every, at):
            continue
        if not _BEHIND.match(text, found.end()):
            yield found.start(), found.end(), _table()[_plain(found[0])]


def _beside(text: str, every: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a name stands in a list with one that can only be a country: Chad, Niger and Kenya."""
    for step in (-1, 1):
        one = at
        while 0 <= one + step < len(every):
            first, second = sorted((one, one + step))
            if not _LIST.fullmatch(text, every[first].end(), every[second].start()):
                break
            one += step
            if every[one][0] not in _AMBIGUOUS:
                return True
    return False


_LIST = re.compile(r"(?:,? and |,? or |, )(?:the )?")
_BEFORE = re.compile(
    r"\b(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Air|Equatorial|Inner|Gulf of|Bank of|Port of|[A-Z][a-z]+-)\s?$|[A-Z&-]\s?$"
)
_BEHIND = re.compile(r"(?!['’]s(?![\w-]))['’-]?[\w-]|\s(?:[A-Z]|Daily|City|Sea|Canal|Airlines)")


def names(territory: Territory, locale: str) -> tuple[str, ...]:
    """What a language calls a country, the usual form first; empty if CLDR does not know.

    Args:
        territory: The country.
        locale: BCP 47 tag.
    """
    language = locale.partition("-")[0]
    column = COLUMNS.get(language)
    own: tuple[str, ...] = ()
    if territory.own and column is not None and territory.own[column]:
        own = tuple(territory.own[column].split(";"))
    name = babel_locale(locale).territories.get(territory.code)
    return tuple(dict.fromkeys((*own, *([str(name)] if name else ()))))


@lru_cache(maxsize=2048)
def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """The countries of a sentence of which its draft has no name, nor a word like it (Kenyan, 中美).

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    language = locale.partition("-")[0]
    if language not in COLUMNS:
        return ()
    asked = {country.code: (text[start:end], country) for start, end, country in find(text)}
    if not asked:
        return ()
    bare, named = unaccented(draft), frozenset[str]()
    if len(asked) > 1:
        bare, named = _without(bare, [country for _, country in asked.values()], locale)
    return tuple(
        name
        for code, (name, country) in asked.items()
        if (code not in named and not any(stem in bare for stem in _stems(country, locale)))
        or (language == "ru" and _made_up(country, draft))
    )


def turned(text: str, draft: str, locale: str) -> tuple[str, str] | None:
    """A country of a draft that its source has not, and what it is instead of; empty if nothing is lost for it.

    Translators add a country that goes without saying (NASA, 美国航天局): where none is lost, one out of
    nowhere counts only if the source has no acronym and does not speak of a country of its own.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return None
    strange = next(_foreign(text, draft, locale), "")
    gone = lost(text, draft, locale) if strange else ()
    implied = _IMPLYING.search(text) or (locale[:2] == "zh" and _NAMED.search(text))
    return ("".join(gone[:1]), strange) if gone or (strange and not implied) else None


_IMPLYING = re.compile(
    r"[A-Z]{2}|\b(?:[Cc]ountr(?:y|ies)|[Nn]ational(?!it)\w*|[Hh]ome|[Dd]omestic|[Gg]overnment|[Ff]ederal|[Ee]mbassy|[Ss]tates?|[Aa]lliance|dollars?|francs?|marks?)\b"
    r"|\$\s?\d|[Pp]eninsula|Great Wall|Brexit"
)
_NAMED = re.compile(r"[\w,;:] [A-Z][a-z]+")


def _foreign(text: str, draft: str, locale: str) -> Iterator[str]:
    """The countries that a draft names, as CLDR calls them, and its source by no name nor anything like it."""
    small = text.lower()
    for country in _called(unaccented(draft), locale):
        if not any(stem in small for stem in _english(country.code)):
            yield names(country, locale)[0]


def _called(bare: str, locale: str) -> Iterator[Territory]:
    """The countries that an unaccented text names: by their first words, or where words are not parted by a pattern."""
    language = locale.partition("-")[0]
    known = _names_of(locale)
    if language == "zh":
        yield from (known[found[0]] for found in _ideographs(locale).finditer(bare))
        return
    for word in _TOKEN.finditer(bare):
        at = word.start()
        for first in (word[0], word[0][1:])[
            : 2 if language == "ar" and word[0][0] in "وبلفك" else 1
        ]:
            start = at + len(word[0]) - len(first)
            for form in _by_first_word(locale).get(first, ()):
                behind = bare[start + len(form) : start + len(form) + 1]
                if bare.startswith(form, start) and not (behind.isalnum() or behind == "-"):
                    yield known[form]
                    break


_TOKEN = re.compile(r"[^\W\d_]+")


@cache
def _names_of(locale: str) -> dict[str, Territory]:
    """The unaccented names of all countries in a language, but for those that are words or people there, too."""
    return {
        form: one
        for one in _table().values()
        for form in _spelled(one, locale)
        if form not in _WORDS
    }


@cache
def _by_first_word(locale: str) -> dict[str, list[str]]:
    """First word -> the names that begin with it, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(_names_of(locale), key=len, reverse=True):
        found.setdefault(_TOKEN.findall(form)[0], []).append(form)
    return found


@cache
def _ideographs(locale: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_names_of(locale), key=len, reverse=True)))
    return re.compile(f"(?<!纽)(?:{either})(?!家|法郎|马克|元|镑|[^，。、；]{{0,2}}语)")


@cache
def _english(code: str) -> frozenset[str]:
    """What tells in an English text, in small letters, that a country or what is of it is meant."""
    words = [
        word.lower()
        for one in _table().values()
        if one.code == code
        for word in _WORD.findall(one.name)
        if word[0].isupper() and unaccented(word) not in _GENERIC
    ]
    return frozenset(word[:_STEM] for word in words) | frozenset(
        filter(None, _ADJECTIVES.get(code, "").split("|"))
    )


_STEM = 4
_WORDS = frozenset({"مصر", "بيرو", "عمان", "مالي"})
"""Names that are words, or people, of their language too."""
_ADJECTIVES = {
    "US": "u.s.|americ|washington| us |states|yankee",
    "GB": "brit|engl|london|u.k.|scot|wales|welsh|commons",
    "FR": "fren|paris",
    "DE": "berlin|gdr",
    "NL": "dutch|hague|holland",
    "CH": "swiss|genev|bern",
    "ES": "span",
    "DK": "dane|danish",
    "FI": "finn",
    "SE": "swed",
    "TR": "turk",
    "GR": "greek|athen|greec",
    "IE": "irish|ireland|dublin",
    "PL": "pole|polish",
    "CN": "chin|beijing|sino|mainland",
    "RU": "russ|moscow|kremlin|soviet",
    "KR": "korea|seoul",
    "KP": "korea|pyongyang",
    "TH": "thai",
    "PH": "filip|phil",
    "IS": "icel",
    "NO": "norw",
    "VA": "vatic|holy see|pope",
    "EG": "egyp",
    "PE": "peru",
    "CY": "cypr",
    "WS": "samo",
}
"""Country -> what is of it in English, where its adjective has another stem."""


def _without(bare: str, countries: Sequence[Territory], locale: str) -> tuple[str, frozenset[str]]:
    """An unaccented draft without one full name of each country, and the codes of those that it had.

    What is left proves the others: the name of Nigeria is none for Niger.
    """
    found = set()
    spelled = {form: one.code for one in countries for form in _spelled(one, locale)}
    for form in sorted(spelled, key=len, reverse=True):
        if spelled[form] not in found and form in bare:
            left, _, right = bare.partition(form)
            if not _joined(left, right, locale):
                found.add(spelled[form])
                bare = f"{left} {right}"
    return bare, frozenset(found)


def _made_up(country: Territory, draft: str) -> bool:
    """Whether all Russian words with a capital that begin like a country are none of its forms: Эфиопании."""
    own = _declined(country)
    stems = [
        stem
        for stem in _stems(country, "ru")
        if len(stem) > _ENDING and any(form.startswith(stem) for form in own)
    ]
    if any(" " in name for name in names(country, "ru")):  # of several words, which others share
        return False
    found = []
    for word in _CAPITAL.findall(draft):
        folded = unaccented(word)
        if any(folded.startswith(stem) for stem in stems):
            found.append(_DERIVED.search(folded) is not None or folded in own)
    small = unaccented(" ".join(re.findall("[а-яё]+", draft)))
    return bool(found) and not any(found) and not any(stem in small for stem in stems)


def _joined(left: str, right: str, locale: str) -> bool:
    """Whether what stands between two texts is no word of its own, where words are parted."""
    language = locale.partition("-")[0]
    ahead = language != "ar" and left[-1:].isalpha()
    return language != "zh" and (ahead or right[:1].isalpha())


@cache
def _spelled(country: Territory, locale: str) -> frozenset[str]:
    """The unaccented forms of a country's whole names."""
    every = {*names(country, locale), *names(Territory(country.code, ""), locale)}
    return frozenset(unaccented(form) for name in every for form in _cased(name, locale))


def _cased(name: str, locale: str) -> tuple[str, ...]:
    return cases(name, locale) if locale.partition("-")[0] == "ru" else (name,)


_DERIVED = re.compile("ск|[кц][аеиоуыю]\\w?$|ец$")
"""Russian adjectives, and what its people are called: эфиопский, эфиопка, эфиопцы."""


@cache
def _declined(country: Territory) -> frozenset[str]:
    every = {*names(country, "ru"), *names(Territory(country.code, ""), "ru")}
    return frozenset(
        unaccented(word)
        for name in every
        for form in cases(name, "ru")
        for word in _PART.findall(form)
    )


_CAPITAL = re.compile("[А-ЯЁ][а-яё]+")
_PART = re.compile("[А-Яа-яЁё]+")


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the countries of a sentence: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    language = locale.partition("-")[0]
    return {
        text[start:end]: tuple(
            form
            for name in names(one, locale)[:2]
            for form in _introduced(
                name, language, listed=_LISTED.search(text, 0, start) is not None
            )
        )
        for start, end, one in find(text)
        if names(one, locale)
    }


def _introduced(name: str, language: str, *, listed: bool) -> Iterator[str]:
    """A name, and with what may be written on it or before it: `le Liban`, `ولبنان` in a row."""
    yield name
    if language == "ar" and listed:
        yield f"و{name}"
    elif language == "fr" and name not in _BARE:
        if name[0] in "AEIOUÉÎ":
            yield from (f"l'{name}", f"de l'{name}")
        elif name.endswith("e") and name not in _MASCULINE:
            yield from (f"la {name}", f"de la {name}")
        else:
            yield from (f"le {name}", f"du {name}")


_LISTED = re.compile(r"(?:\band(?: the)?|,) $")
_MASCULINE = frozenset({"Mexique", "Cambodge", "Mozambique", "Zimbabwe", "Suriname", "Belize"})
_BARE = frozenset(
    {"Cuba", "Israël", "Haïti", "Chypre", "Malte", "Maurice", "Madagascar", "Singapour", "Bahreïn", "Djibouti", "Monaco", "Oman",
     "Andorre", "Saint-Marin", "Sri Lanka", "Taïwan", "Hong Kong", "Macao", "Vanuatu", "Tuvalu", "Kiribati", "Nauru", "Samoa",
     "Tonga", "Sainte-Lucie", "États-Unis", "Pays-Bas", "Émirats arabes unis", "Philippines", "Fidji", "Maldives", "Bahamas",
     "Seychelles", "Comores", "Trinité-et-Tobago", "Antigua-et-Barbuda", "Cabo Verde", "Eswatini"}
)  # fmt: skip
"""French names without an article, or with one in the plural."""


@cache
def _stems(country: Territory, locale: str) -> frozenset[str]:
    """What a text has that names a country or what is of it: beginnings of the words it is called by."""
    language = locale.partition("-")[0]
    stems = set(_OTHERWISE.get(country.code, {}).get(language, ()))
    every = {*names(country, locale), *names(Territory(country.code, ""), locale)}
    if language == "zh":
        return frozenset(stems | every)
    for name in every:
        words = [word for word in _WORD.findall(unaccented(name)) if word not in _GENERIC]
        for word in words or [unaccented(name)]:
            if (
                language == "ar"
            ):  # what is of a country has other letters behind its own: سويسرا, سويسري
                whole = word.removeprefix("ال")
                stem = whole.rstrip("اةه")
                stems.add(stem if len(stem) >= _LEAST else whole)
            else:
                stems.add(word[: max(_LEAST, len(word) - _ENDING)])
    return frozenset(stems)


def unaccented(text: str) -> str:
    """A text in small letters without accents and points; й is и."""
    folded = unicodedata.normalize("NFD", text.lower().replace("й", "и\u0306"))
    return "".join(one for one in folded if not unicodedata.combining(one))


_ENDING = 3
_LEAST = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_GENERIC_WORDS = (
    "republique republica федеративные республика народная народно демократическая democratique democratica "
    "populaire popular federation federacion федерация сирииская российская arabe etats estados unis unidos unida "
    "соединенные штаты северная объединенная объединенные эмираты арабские корол королевство royaume reino unie "
    "islamique islamica исламская etat estado plurinational plurinacional bolivarienne bolivariana "
    "многонациональное государство боливарианская nouvelle nueva новая nord sud norte sur del des южная северныи "
    "восточныи iles islas острова جمهورية الديمقراطية الشعبية المتحدة دولة الاتحاد الإسلامية الاسلامية العربية جزر "
    "الجنوبية الشمالية كوريا saint sainte san santa сент santo"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words of long names that many countries share."""
_OTHERWISE: dict[str, dict[str, tuple[str, ...]]] = {
    "US": {"fr": ("americ", "etats-unis", "usa"), "es": ("americ", "estadounid", "estados unidos", "ee.", "eeuu", "ee uu", "usa"),
           "zh": ("美",), "ru": ("америк", "сша", "соединенны", "штат"), "ar": ("امريك", "الولايات", "أمريك")},
    "GB": {"fr": ("royaume", "britann", "anglet", "anglais"), "es": ("reino", "brit", "ingl", "el ru "), "zh": ("英",),
           "ru": ("брит", "англ", "соединенн"), "ar": ("المملكة", "بريطان", "انكل", "إنجل", "انجل")},
    "NL": {"fr": ("pays-bas", "neerland", "holland"), "es": ("paises", "neerland", "holand"), "zh": ("荷",),
           "ru": ("нидер", "голланд"), "ar": ("هولند",)},
    "RU": {"fr": ("russ",), "es": ("rus",), "zh": ("俄",), "ru": ("росс", "русс"), "ar": ("روس",)},
    "CN": {"zh": ("中", "华"), "fr": ("chin", "sino")}, "JP": {"zh": ("日",)}, "FR": {"zh": ("法",)}, "DE": {"zh": ("德",), "ru": ("герм", "немец", "немк", "немц", "фрг"), "fr": ("german",)},
    "IN": {"zh": ("印",)}, "KR": {"zh": ("韩",), "ru": ("коре",), "fr": ("core",), "es": ("core",), "ar": ("كور",)},
    "KP": {"zh": ("朝",), "ru": ("коре", "кндр"), "fr": ("core",), "es": ("core",), "ar": ("كور",)},
    "GR": {"es": ("grieg",), "ru": ("гре",), "zh": ("希",)}, "TR": {"fr": ("turc", "turk"), "ru": ("турец",), "zh": ("土",)},
    "AU": {"zh": ("澳",)}, "CA": {"zh": ("加",)}, "VN": {"zh": ("越",)}, "IT": {"zh": ("意",)}, "ES": {"zh": ("西",), "ar": ("اندلس", "اسبان")}, "BR": {"zh": ("巴",)},
    "TH": {"ar": ("تايلند",)}, "KI": {"ar": ("كيريباس",)}, "SC": {"ar": ("سيشيل",)}, "DO": {"ar": ("دومينيك",)},
    "ZA": {"fr": ("sud-afric", "afrique"), "es": ("sudaf", "sudafr"), "ru": ("юар", "южно"), "zh": ("南",), "ar": ("افريق", "أفريق", "إفريق")},
    "AE": {"fr": ("emirat", "eau"), "es": ("emirat",), "ru": ("эмират", "оаэ"), "zh": ("阿联酋",), "ar": ("امارات", "إمارات")},
    "SA": {"fr": ("saoud",), "es": ("saud",), "ru": ("сауд",), "zh": ("沙",), "ar": ("سعود",)},
    "NZ": {"fr": ("zelande", "zeland"), "es": ("zeland",), "ru": ("зеланд",), "zh": ("新",), "ar": ("نيوزي",)},
    "CI": {"fr": ("ivoir",), "es": ("ivoir", "marfil"), "ru": ("ивуар",), "ar": ("ديفوار", "عاج")},
    "CH": {"ru": ("швеи",)}, "LB": {"fr": ("liba",)}, "MA": {"ar": ("مغرب",)}, "DK": {"fr": ("dano",), "ru": ("дат", "дани")}, "PL": {"es": ("pola",), "ru": ("поль",)},
    "GL": {"fr": ("groenl",)}, "MM": {"fr": ("birman",), "es": ("birman",), "ru": ("бирм",), "ar": ("بورم",)}, "NO": {"fr": ("norv",)},
    "HK": {"fr": ("hong",), "es": ("hong",), "zh": ("港",)}, "PS": {"ar": ("فلسط",)}, "TW": {"zh": ("台", "臺")}, "MO": {"zh": ("澳门",)},
    "SY": {"fr": ("syri",), "es": ("siri",), "ru": ("сири",), "ar": ("سور",)}, "LA": {"fr": ("lao",), "es": ("lao",), "ru": ("лао", "лндр"), "zh": ("老",), "ar": ("لاو",)},
    "MD": {"fr": ("mold",), "es": ("mold",), "ru": ("молд",), "ar": ("مولد",)}, "TZ": {"fr": ("tanz",), "es": ("tanz",), "ru": ("танз",), "ar": ("تنز",)},
    "KZ": {"fr": ("kazak",)}, "MG": {"fr": ("malgach",)}, "ID": {"zh": ("印尼",)}, "PK": {"es": ("paquist",)}, "TJ": {"ru": ("таджик",)},
    "TM": {"fr": ("turkmen",)}, "BE": {"fr": ("belg",), "es": ("belg",)}, "KG": {"fr": ("kirgh",)}, "UZ": {"fr": ("ouzb",)}, "FI": {"ru": ("финн", "финс"), "fr": ("finn", "finl")},
    "KN": {"fr": ("kitts",), "es": ("kitts",)}, "BB": {"ar": ("بربادوس", "باربادوس")}, "AI": {"ar": ("انغيلا",)},
    "EG": {"ru": ("егип",), "zh": ("埃",)}, "CZ": {"fr": ("tche",), "es": ("chec",), "ru": ("чех", "чеш"), "zh": ("捷",), "ar": ("تشيك",)},
}  # fmt: skip
"""What else names a country or what is of it: adjectives of another stem, short forms."""


def known() -> Iterator[str]:
    """All English names."""
    yield from _table()


def _plain(name: str) -> str:
    return name.replace("’", "'")


@cache
def _table() -> dict[str, Territory]:
    english = babel_locale("en").territories
    table = {
        _plain(_WRITTEN.sub("", str(name)).replace("&", "and")): Territory(code, str(name))
        for code, name in english.items()
        if _COUNTRY.fullmatch(code) and code not in _NO_COUNTRY
        if " - " not in str(name)
    }
    table |= {
        name.replace("St. ", "Saint ", 1): one for name, one in table.items() if name[:4] == "St. "
    }
    lines = (files("transflow.glossary") / "data" / "territories.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line and not line.startswith("#"):
            code, english_forms, *own = line.split("|")
            for form in english_forms.split(";"):
                table[_plain(form)] = Territory(code, form, tuple(own))
    return table


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted(_table(), key=len, reverse=True)
    either = "|".join(re.escape(name).replace("'", "['’]") for name in known)
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)")
