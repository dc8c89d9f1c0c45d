"""Whether a number that an English text writes as a word became another one: twelve as dix-huit.

Words for small numbers come and go between languages (two are a pair, both, a dual), so that another number is told only
where a plain one of 3 to 99 is in the translation in no word or figure, and that has one which the source has not. Before
a plural or a unit of time they hardly ever go: of 53,880 right pairs six in French, thirteen in Chinese and nine in Russian lack such a one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from transflow.quantities.figures import digits
from transflow.quantities.recounted import met_otherwise
from transflow.quantities.words import has_words, usual_forms, words
from transflow.quantities.wordset import word_set

__all__ = ["AND_MORE", "KEYS", "SCALES", "figured", "known_values", "lost_number", "misspelled"]

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ROWS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{word: at for at, word in enumerate(_UNITS, 1)},
    **{word: at for at, word in enumerate(_ROWS, 1)},
    **{word: at for at, word in enumerate(_TEENS, 10)},
    **{f"{word}th".replace("vet", "f"): at for at, word in enumerate(_TEENS, 10)},
    **{word: 10 * at for at, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * at for at, word in enumerate(_TENS, 2)},
}
_VALUES["twelfth"] = 12
_ANY = "|".join(sorted(_VALUES, key=len, reverse=True))
_SMALL = "|".join((*_UNITS, *_ROWS))
_NUMBER = re.compile(
    rf"\b(?:({'|'.join(_TENS)})[- ]({_SMALL})|({_ANY}))\b(?![- ](?:hundred|thousand|million|billion|dozen|(?:and a )?half|{_ANY}|"
    r"decades?|centur\w+|miles?|mile|feet|foot|f[oe]et|inch\w*|pounds?|ounces?|stone|gallons?|yards?|acres?|knots?|o['’]?clock|past|in the|"
    r"floor|per ?cent|percent|times|fold|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|stor(?:e?y|eys|ies)|hours? offer|nights?|cents|am|pm)|[- ](?:or|to|and) (?:[a-z]+ )?(?:\w+[- ])?"
    rf"(?:{_ANY})|eleventh hour)(?=[- ][a-z])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:hundred|thousand|million|past|to|at|quarter|last|by|from|between|until|till|before|after|or|and|{_ANY}|in|of)(?: and)?[- ]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[- ](?:(?:working|calendar|more|further|consecutive|full|whole) )?(?:days?|weeks?|months?|years?|hours?|minutes?|copies|pages|members|"
    r"countries|states|judges|applications|offices|languages|sessions|rounds|questions|claims|drawings|photographs|children|employees)\b(?! old)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:hundred|thousand|million|past|quarter|{_ANY})(?: and)?[- ]$", re.IGNORECASE
)
_ONE_IN = re.compile(r"\bone (?:in|out of) $", re.IGNORECASE)
"""What a number counts, and with what it is a share: any word may stand before it (within six months, four to six)."""
_CARDINAL = frozenset((*_UNITS, *_TEENS, *_TENS))
_NAMED = re.compile(
    r"\b(?:the|these|those|its|their|his|her|our|my|your|no|any|as) $", re.IGNORECASE
)
_OF_SO_MANY = re.compile(
    rf"\b(?:{'|'.join((*_UNITS, *_TEENS, 'half', 'some', 'many', 'most'))}|\d+)(?: [a-z]+)? (?:in|of|out of)(?: every)? $",
    re.IGNORECASE,
)
"""What makes a share of the number behind it: six in ten, one of every four."""
_UNITS_OF_TIME = "years|months|weeks|days|hours|minutes"
_TIMES = re.compile(
    rf" (?:(?:more|full|whole|consecutive|calendar|working) )?(?:{_UNITS_OF_TIME})\b"
)
_TIME = re.compile(rf"{_TIMES.pattern}(?! old)")
_MEASURES = f"{_UNITS_OF_TIME}|seconds|degrees|points|sizes|sides|ways|heads"
_SHARES = "hundredths|thousandths|millionths|hundreds|dozens|scores|halves"
_NO_KIND = (
    "more|times|and|to|in|of|per|by|point|dozen|hundred|thousand|million|billion|fold|percent"
)
_THINGS = re.compile(
    rf" (?:of (?:the|its|their|them|us|these|those|his|her|our)|(?:(?!(?:{_MEASURES}|{_NO_KIND})\b)[a-z]{{3,}} )?"
    rf"(?:people|men|women|children|(?!(?:{_MEASURES}|{_SHARES}|has|is|was|does|as)\b)[a-z]{{2,}}[a-rt-z]s))\b(?! (?:later|earlier|ago))"
)
"""What a small number counts when it may not be lost: things, with a word for their kind or none."""
_LEAST, _MOST = 3, 99
_TWO = frozenset({"fr", "es", "zh"})
"""Languages in which two things that were not named before are two: Russian leaves the word out, Arabic has a dual."""
_LARGE = 11
_YEARS = re.compile(r"[- ]years?\b(?! old)", re.IGNORECASE)
_OTHERWISE = re.compile(r"[- ](?:year|month|day|minute|hour)|eleventh hour", re.IGNORECASE)
"""What is said in other words: a year and a half, a quarter of an hour, a septuagenarian."""
_OTHER_WORDS = re.compile(
    r"полу|полгод|полтор|сут[ко]|декад|десятилет|двадцатилет|столет|век|semestr|trimestr|medi[oa] |cuarto|década|decenio|siglo|vicen|demi|quart|décenn|"
    r"siècle|vingtaine|[半刻年旬载]|世纪|نصف|(?<!\w)[وبل]?(?:ال)?ربع(?!\w)|عقد|عقود|قرن",
    re.IGNORECASE,
)
"""With what a length of time may be said in another unit: eighteen months as 一年六个月."""
_WEEKS = 4
_A_MONTH = re.compile(
    rf"{_OTHER_WORDS.pattern}|\bun mois\b|\bun mes\b|месяц|一个月|شهر", re.IGNORECASE
)
"""As what four weeks may be counted."""
KEYS = frozenset(_VALUES) - {"one", "first", "second"}
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALED = re.compile(
    rf"(?<!and )(?<!-)\b(?:({'|'.join(_TENS)})[- ]({'|'.join(_UNITS)})|({'|'.join((*_UNITS[1:], *_TEENS, *_TENS))})|(half) an?) "
    rf"({'|'.join(SCALES)})\b(?! (?:hundred|{'|'.join(SCALES)}|and|or|to|crore|miles?|feet|acres?|pounds|gallons?|barrels|{_ANY})\b)",
    re.IGNORECASE,
)
"""Two million, half a billion; not the end of a longer number, nor what is said in another unit of measure."""
_ARABIC = frozenset({2, 11, 12})
"""Which Arabic says in a dual, or in two words that are declined."""
AND_MORE = re.compile("[多余餘来來](?=[万亿萬億])")
_HAN = re.compile(
    r"(?<![一二两三四五六七八九十百千万亿几数周月点分零\d])(?:[二三四五六七八九]?十[一二三四五六七八九]?|[三四五六七八九])"
    r"(?![一二两三四五六七八九十百千万亿几多余成处分之川季项点零来])"
)
_HAN_DIGITS = "一二两三四五六七八九十百千万亿几"
_RUSSIAN = re.compile(
    r"(?i)недел|сут[ко]|пятни|пятн|столи|столо|столе|столб|сорок\w*ой|шестер|семь[яиюе]|семей|перв|одно|втор"
)


def figured(text: str, *, least: int = _LARGE) -> str:
    """An English text with its plain number words in figures: 80 companies, the 62nd session.

    Args:
        text: Plain English.
        least: The smallest number to be written so.
    """

    def written(found: re.Match[str]) -> str:
        last = (found[2] or found[3]).lower()
        value = _VALUES[last] + (_VALUES[found[1].lower()] if found[1] else 0)
        if value < least or _BEFORE.search(text[: found.start()]):
            return found[0]
        if last not in _ROWS and not last.endswith("th"):
            return str(value)
        end = _ENDINGS.get(value % 10, "th") if value not in _TEEN_VALUES else "th"
        return f"{value}{end}"

    return text if KEYS.isdisjoint(word_set(text)) else _NUMBER.sub(written, text)


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEEN_VALUES = range(11, 20)


def _numbers(source: str) -> Iterator[re.Match[str]]:
    """The same as the pattern finds, which is tried only where a word for a number begins."""
    end = 0
    for word in _LIKE_ONE.finditer(source):
        if word.start() < end or word[0].lower() not in _VALUES:
            continue
        if found := _NUMBER.match(source, word.start()):
            end = found.end()
            yield found


_LIKE_ONE = re.compile(r"[efnostEFNOST](?<!\w.)[a-zA-Z]+")
_NEAR = 30
"""Letters before a number among which the words stand that make it part of another."""


def _wanted(source: str) -> Iterator[tuple[str, int, int]]:
    """The plain numbers of an English text that stand before a word, `twelve products`: (text, value, where it begins)."""
    for found in _numbers(source):
        before = source[max(0, found.start() - _NEAR) : found.start()]
        counted = (
            _COUNTED.match(source, found.end()) or _THINGS.match(source, found.end())
        ) and not _WITHIN.search(before)
        if not counted and not _ONE_IN.search(before) and _BEFORE.search(before):
            continue
        if found[1]:
            value = _VALUES[found[1].lower()] + _VALUES[found[2].lower()]
        else:
            value = _VALUES[found[3].lower()]
        yield found[0], value, found.start()


def known_values(text: str, language: str) -> set[Decimal]:
    """All values that a text may stand for; the halves of a teen are none (خمسة عشر is no five)."""
    read = list(words(text, language))
    teens = [(start, stop) for start, stop, (value, *_) in read if value in _TEEN_VALUES]
    found = {
        value
        for start, stop, values in read
        for value in values
        if not any(a <= start and stop <= b and (a, b) != (start, stop) for a, b in teens)
    }
    for number in digits(text, language):
        for one in (number, *number.parts):
            found.update(reading.value for reading in one.readings)
    return found


def _has(value: int, known: set[Decimal]) -> bool:
    """Whether a value is there, whole or in its tens and units (أربع وعشرون)."""
    return value in known or (
        value > 10 and {Decimal(value // 10 * 10), Decimal(value % 10)} <= known
    )


def _given(text: str, language: str) -> Iterator[tuple[str, int]]:
    """The plain numbers of a translation, each in its longest form."""
    end = -1
    for start, stop, values in words(text, language):
        word = text[start:stop]
        whole = stop > end
        end = max(end, stop)
        if language == "zh" and not _HAN.fullmatch(text, start, stop):
            continue
        if language == "ru" and _RUSSIAN.search(word):
            continue
        if whole and len(values) == 1 and not word.isupper() and values[0] == int(values[0]):
            yield word, int(values[0])


@cache
def _plain(value: int, language: str) -> re.Pattern[str]:
    """The usual forms of a number, which spare most texts the full reading."""
    forms = "|".join(map(re.escape, (*usual_forms(value, language), str(value))))
    edge = f"[{_HAN_DIGITS}第]" if language == "zh" else r"[\w-]"
    teen = r"(?!\sعشرة?(?!\w))" if language == "ar" else ""
    return re.compile(rf"(?<!{edge})(?:{forms})(?!{edge}){teen}", re.IGNORECASE)


@lru_cache(maxsize=4)
def _missing(source: str, target: str, language: str) -> list[tuple[str, int, int]]:
    """The plain number words of the source, from two on, that the translation has in no word or figure."""
    if KEYS.isdisjoint(word_set(source)) or not has_words(language):
        return []
    wanted = [
        one
        for one in _wanted(source)
        if 2 <= one[1] <= _MOST and not _plain(one[1], language).search(target)
    ]
    there = known_values(target, language) if wanted else set()
    left = [one for one in wanted if not _has(one[1], there)]
    met = met_otherwise(source, "en", target, language) if left else set()
    return [one for one in left if one[2] not in met]


def misspelled(source: str, target: str, language: str) -> tuple[str, str]:
    """A number word of the source, and what the translation has instead; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    missing = [
        one
        for one in _missing(source, target, language)
        if one[1] >= _LEAST
        and not (_is_time(source, one[2], one[0]) and _OTHER_WORDS.search(target))
    ]
    if not missing:
        return "", ""
    known = known_values(source, "en")
    whole = known - {Decimal(value) for _, value, _ in missing}
    parts = whole | {
        part for value in whole if value < 100 for part in (value // 10 * 10, value % 10)
    }
    strange = [
        text
        for text, value in _given(target, language)
        if _LEAST <= value <= _MOST and value not in parts
    ]
    return (missing[0][0], strange[0]) if strange else ("", "")


def lost_number(source: str, target: str, language: str) -> str:
    """A number word of eleven or more, of things counted, or of thousands, that the translation has in no form; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    for text, value, at in _missing(source, target, language):
        if any(_ends_with(text, source, one.end()) for one in _FROM.finditer(source)):
            return text
        if value < _LARGE and not _counts(source, at, text, value, language):
            continue
        timed = _is_time(source, at, text)
        if timed and value >= _LARGE and (not _YEARS.search(source) or value % 10):
            continue
        timed = timed or bool(_TIMES.match(source, at + len(text)))
        if timed and (_A_MONTH if value == _WEEKS else _OTHER_WORDS).search(target):
            continue
        return text
    return _lost_scaled(source, target, language)


_FROM = re.compile(rf"\b(?:{_ANY}) to ")


def _ends_with(number: str, text: str, at: int) -> bool:
    """Whether a range of a text ends with a number, which would begin at a place: twelve to fifteen."""
    return text.startswith(number, at) and not re.match(r"\w", text[at + len(number) :][:1])


def _lost_scaled(source: str, target: str, language: str) -> str:
    """The `two million` of a source that is no number of the translation; empty for none."""
    if word_set(source).isdisjoint(SCALES) or not has_words(language):
        return ""
    known: set[Decimal] = set()
    for found in _SCALED.finditer(source):
        tens, unit, whole, half, scale = found.groups()
        value = Decimal(_VALUES[(unit or whole).lower()]) if not half else Decimal("0.5")
        value += _VALUES[tens.lower()] if tens else 0
        known = known or known_values(AND_MORE.sub("", target), language)
        if language == "ar" and value in _ARABIC:
            continue
        asked = {value, value.scaleb(SCALES[scale.lower()])}
        if half:
            asked |= {Decimal(5), Decimal(50), Decimal(500)}
        if known.isdisjoint(asked):
            return found[0]
    return ""


def _counts(source: str, at: int, number: str, value: int, language: str) -> bool:
    """Whether a small number counts time, or stands before a plural or `of the` and is no share nor one of two: three of the ten candidates."""
    before, end = source[:at], at + len(number)
    if re.split("[- ]", number.lower())[-1] not in _CARDINAL or before.endswith((" or ", " but ")):
        return False
    if value == 2 and (language not in _TWO or _NAMED.search(before)):
        return False
    return bool(
        _TIME.match(source, end)
        if value > 2 and _TIMES.match(source, end)
        else _THINGS.match(source, end) and not _OF_SO_MANY.search(before)
    )


def _is_time(source: str, at: int, number: str) -> bool:
    return bool(_OTHERWISE.search(source, at, at + len(number) + 9))
