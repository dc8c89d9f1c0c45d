"""What a translation counts out of nowhere: 39 ans for 39th, 6870倍 for 6,870, 8001 евро for a postcode.

A closed list of units that models put behind a bare number. Nothing is told where the source has any word of the
kind (years, aged, people, times), a sign of money, or a number of that size that may be a year.
"""

import re
from functools import cache

from transflow.quantities.money import currencies
from transflow.quantities.wordset import has_figure, word_set

__all__ = ["invented_unit", "unit_beside"]

_AGES = frozenset({
    "year", "years", "yearly", "annual", "annually", "annum", "age", "aged", "ages", "old", "older", "young", "decade", "decades", "century",
    "centuries", "anniversary", "birthday", "lifetime", "generation", "generations", "since", "senior", "junior", "teen", "teens", "teenager",
    "teenagers", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "yr", "yrs", "quarter", "season",
    "seasons", "term", "grade", "over", "under", "months", "month", "biennial", "biennium", "millennium", "centenary", "jubilee", "u", "quinquennial",
    "olympics", "olympic", "championship", "cup", "elderly", "children", "seniors", "class",
})  # fmt: skip
_PEOPLE = frozenset({
    "inhabitants", "inhabitant", "people", "person", "persons", "population", "resident", "residents", "citizens", "men", "women", "souls",
    "populations", "capita", "households", "lives", "live", "home", "community", "villagers", "islanders", "humans", "staff", "strong",
    "million", "millions", "city", "town", "village",
})  # fmt: skip
_TIMES = frozenset({
    "times", "time", "fold", "twice", "double", "doubled", "doubling", "triple", "tripled", "quadruple", "ratio", "factor", "multiply", "multiplied",
    "magnification", "zoom", "twofold", "threefold", "fourfold", "fivefold", "tenfold", "hundredfold", "multiple", "multiples", "odds",
    "leverage", "more", "convictions", "offences", "complaints", "appeals", "requests", "attempts", "calls", "visits", "arrests", "warnings",
})  # fmt: skip
_UNITS = {
    "fr": (("ans|année", _AGES), ("habitants", _PEOPLE), ("fois", _TIMES)),
    "es": (("años", _AGES), ("habitantes", _PEOPLE), ("veces", _TIMES)),
    "ru": (
        ("лет|год[уаов]*|-летн\\w{2,3}", _AGES),
        ("жител(?:я|ей)", _PEOPLE),
        ("раз[а]?(?!\\w)", _TIMES),
    ),
    "zh": (("岁", _AGES), ("年(?![代级月])", _AGES), ("居民", _PEOPLE), ("倍", _TIMES)),
    "ar": (("سنة|سنوات|عاما|عامًا|أعوام", _AGES), ("نسمة", _PEOPLE), ("أضعاف", _TIMES)),
}
"""Language -> (what stands behind a number, English words with which it is no invention)."""
_NUMBER = r"(\d(?<![\d.,:/]\d)\d*(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?)"
_SCALE = {
    "fr": r"(?:\s*(?:mille|millions?|milliards?|%|€|\$|US\\?\$)\s*(?:de |d['’])?)*",
    "es": r"(?:\s*(?:mil|millones|millón|%|€|\$|US\\?\$)\s*(?:de )?)*",
    "ru": r"(?:\s*(?:тыс\.|тысяч|млн|млрд|%|€|\$)\s*)*",
    "zh": "[万亿千百%]*",
    "ar": r"(?:\s*(?:ألف|مليون|مليار|%|€|\$)\s*)*",
}
_ENDINGS = {
    "fr": r"s?(?![\w-])",
    "es": r"(?:s|es)?(?![\w-])",
    "ru": r"(?!нц[иу])\w{0,4}(?!\w)",
    "ar": r"(?!\w)",
}
"""What the name of a currency may end in: `45 librarianes` are no pounds."""
_CALENDAR = range(1000, 2101)
_MONEY = re.compile(r"[$€£¥₽₹₩￥฿₺₴₦]|\b[A-Z]{2,3}\s?\d|\d\s?[A-Z]{3}\b")
_COINS = frozenset({
    "dollar", "dollars", "euro", "euros", "pound", "pounds", "yen", "yuan", "renminbi", "franc", "francs", "ruble", "rubles", "rouble", "roubles",
    "rupee", "rupees", "won", "real", "reais", "peso", "pesos", "krona", "kronor", "krone", "kroner", "rand", "lira", "riyal", "riyals", "dirham",
    "dirhams", "dinar", "dinars", "cent", "cents", "sterling", "penny", "pence", "currency", "cash", "bucks", "coin", "coins", "naira", "shilling",
    "shillings", "baht", "zloty", "forint", "hryvnia", "shekel", "shekels", "tenge", "leu", "lei", "kwacha", "pula", "bitcoin",
})  # fmt: skip


@cache
def _counted(language: str) -> re.Pattern[str]:
    """A number and what it is counted by: one of the units, in group u0, u1 …, dollars in `d`, money in `m`."""
    names = "|".join(filter(None, (data.get(language) for data in currencies().values())))
    names = names.replace("livre", "livres? sterling")
    lead = "[美欧日韩港加澳]?" if language == "zh" else "(?!рубри|европ)"
    tail = _ENDINGS.get(language, "")
    gap = "" if language == "zh" else r"(?!\w)"
    units = "|".join(f"(?P<u{at}>{forms}){gap}" for at, (forms, _) in enumerate(_UNITS[language]))
    money = f"(?P<d>{_AMERICAN[language]})(?![\\s\u00a0]cfa)|(?P<m>{lead}(?:{names}|[$€£]){tail})"
    space = "" if language == "zh" else r"\s*"
    return re.compile(rf"{_NUMBER}{_SCALE[language]}{space}(?:{units}|{money})", re.IGNORECASE)


_OTHER_MONEY = re.compile(r"\b(?:F?CFA|CHF|XOF|XAF|JPY|CNY|GBP|EUR|INR|RUB)\b|€|£")
_DOLLARS = re.compile(r"\$|dollar|buck|\b[A-Z]{2}D\b", re.IGNORECASE)


_AMERICAN = {"fr": "dollars?", "es": "dólares", "ru": "доллар", "zh": "美元", "ar": "دولار"}


def invented_unit(source: str, target: str, language: str) -> str:
    """What the translation counts by and the source does not; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _UNITS:
        return ""
    if named := unit_beside(source, target, language):
        return named
    if not has_figure(target):
        return ""
    for found in _counted(language).finditer(target):
        kind = str(found.lastgroup)
        fine = _UNITS[language][int(kind[1:])][1] if kind[0] == "u" else _COINS
        if kind == "d" and _OTHER_MONEY.search(source) and not _DOLLARS.search(source):
            return found[0].strip()
        if not fine.isdisjoint(word_set(source)) or (fine is _COINS and _MONEY.search(source)):
            continue
        if fine is _AGES and (_may_be_year(found, source) or _may_be_age(found[1], source)):
            continue
        return found[0].strip()
    return _misplaced_span(source, target, language)


_NO_NUMBER = r"(?a:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|https?://[^\s<>，。；]{1,300}(?<![.,;:!?)>])|\+\d{1,3}(?:[ .-]\d{2,4}){2,5})>?"
"""An address or a phone number."""
_SIZED = r"(?<![\d.,])(?:[$€£]\s?\d[\d.,]{0,24}|\d[\d.,]{0,24}[\s\u00a0]?(?:°C|°F|km/h|كم/س|км/ч|km|كم|km²|kg|كغ|mg|%|\$|€|£))(?!\w)"
_BEHIND = {
    "fr": r"[\s\u00a0](?:ans?|années?|heures?|h)(?![\w-])",
    "es": r"[\s\u00a0](?:años?|horas?)(?!\w)",
    "ru": r"[\s\u00a0](?:лет|год(?:а|у|ов)?|час(?:а|ов)?)(?!\w)",
    "zh": r"\s?(?:年(?![度份轻龄报会代前后来])|岁|小时)",
    "ar": r"[\s\u00a0](?:سنة|سنوات|عاما|عامًا|أعوام|ساعة|ساعات)(?!\w)",
}
_BEFORE = {
    "fr": r"l['’](?:an|année) ",
    "es": r"\b(?:[Aa] las?|el año) ",
    "ru": r"\bв (?:году|час) ",
    "zh": r"(?!)",
    "ar": r"(?:في الساعة|في عام|بين عامي) ",
}


@cache
def _beside(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What years and hours are called, the same behind something, and before it."""
    any_of = f"(?:{_NO_NUMBER}|{_SIZED})"
    return (
        re.compile(_BEHIND[language], re.IGNORECASE),
        re.compile(f"(?P<one>{any_of}){_BEHIND[language]}", re.IGNORECASE),
        re.compile(f"{_BEFORE[language]}(?P<one><?{any_of})"),
    )


_SIGNED = re.compile(r"[@%°$€£+:](?:(?<!:)|//)")
_MEASURED = re.compile(r"\d[\s\u00a0]?[kmкك]")


def unit_beside(source: str, target: str, language: str) -> str:
    """Years or hours beside what is no bare number; empty for none.

    Args:
        source: English text, its addresses in it.
        target: Its translation: `a@example.org ans`, `a las 4 °C`.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _BEHIND or not (
        _SIGNED.search(target) or (has_figure(target) and _MEASURED.search(target))
    ):
        return ""
    named, behind, before = _beside(language)
    for pattern in (behind, before) if named.search(target) else (before,):
        match = pattern.search(target)
        if match and not _TIMED.search(source):
            return match[0].strip()
    return ""


_TIMED = re.compile(
    r"\b(?:years?|hours?|h|o['’]clock|annual\w*|age\w*|old|hrs?|[ap]\.?m|decades?)\b|\b(?:to|at) the\b|\d[-\s]?h\b",
    re.IGNORECASE,
)
_SPANS = {
    "fr": r"\s(?:mois|semaines|jours|heures|minutes)(?!\w)",
    "es": r"\s(?:meses|semanas|días|horas|minutos)(?!\w)",
    "ru": r"\s(?:месяц|недел|дней|дня|час(?:а|ов)|минут)\w*",
    "zh": r"(?:个月|个?星期|周(?![年岁])|天|个?小时|分钟)",
    "ar": r"\s(?:شهر|أسبوع|يوم|ساعة|دقيقة)",
}
_LONG = r"(\d(?<![\d.,]\d)\d{0,2}(?:[.,\u00a0\u202f ]\d{3})+)"
"""Numbers of this size seldom count time."""


def _misplaced_span(source: str, target: str, language: str) -> str:
    """A long number that counts time in the target alone: 16,300 twelve months earlier, 16 300 месяцев."""
    for found in re.finditer(_LONG + _SPANS[language], target):
        groups = "[,\u00a0\u202f ]?".join(re.findall(r"\d+", found[1]))
        if re.search(rf"(?<![\d.,]){groups}(?![\d,])", source) and not re.search(
            rf"{groups}[ -](?:(?!{_SPELLED})[\w’'-]+ ){{0,4}}?(?:hour|day|week|month|minute|night|man-|person-|bed-)",
            source,
            re.IGNORECASE,
        ):
            return found[0].strip()
    return ""


_SPELLED = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b"


def _may_be_age(number: str, source: str) -> bool:
    """A bare number that people may be old, or that a year may have: `Omar, 34`, `at 29`, `in 415`."""
    digits = re.sub(r"\D", "", number)
    if digits not in source:
        return int(digits) <= _OLDEST  # sixteen as 16岁
    if int(digits) > _OLDEST and not re.search(
        rf"(?<!\bone )(?<!\d )\b(?:in|since|until|by|from|at|turn\w*) {digits}\b(?! [a-z])|\b{digits} BC|\bAD {digits}",
        source,
    ):
        return False
    for found in _BARE.finditer(source):
        if found[0] == digits and not _LABELLED.search(source[: found.start()]):
            return True
    return False


_BARE = re.compile(r"\d(?<![\d.,$€£:/-]\d)\d*(?![\d%]|[.,:/]\d|(?:st|nd|rd|th)\b| (?:per|%))")
_OLDEST = 120
_LABELLED = re.compile(
    r"\b(?:claims?|sections?|articles?|rules?|paragraphs?|items?|pages?|nos?\.?|numbers?|extensions?|ext\.?|rooms?|annex|tables?|"
    r"chapters?|parts?|limited to|votes?)\s+(?:\S*\d\S*\s+(?:to|and|or)\s+)?$|\d to $|\b(?:one|\d+) (?:in|out of) $",
    re.IGNORECASE,
)


_GROUPED = re.compile("\\d[.,\u00a0\u202f ]\\d{3}")
"""1,000年 is no date."""


def _may_be_year(found: re.Match[str], source: str) -> bool:
    """2024年, or 24年 where the source has a year: a date, and no length of time."""
    unit = found[found.lastgroup or 0].lower()
    if unit not in {"年", "année", "году", "года", "год", "годах", "годов"}:
        return False
    digits = re.sub(r"\D", "", found[1])
    return (int(digits) in _CALENDAR and not _GROUPED.search(found[1])) or (
        len(digits) == 2 and bool(re.search(r"(?<!\d)\d{4}(?!\d)|['’]\d\d", source))
    )
