"""What an engine makes of a stand-in because it is a number: years, pieces, numerals of a row.

It goes with the stand-in where a literal stands that nobody counts by.
"""

import re

from transflow.quantities import invented_unit
from transflow.quantities.wordset import word_set
from transflow.translation.englishwords import any_english
from transflow.translation.literals import Literal

__all__ = ["HOURS", "called", "counted", "fitting", "led"]

Range = tuple[int, int]


def counted(draft: str, place: Range, literal: Literal, locale: str, source: str) -> int:
    """The end of what an engine counted by a stand-in: `71 ans` came of an address.

    Args:
        draft: The draft.
        place: Where the stand-in is in it.
        literal: What it stands for.
        locale: BCP 47 tag of the draft.
        source: The sentence, of which a placeholder may be a number that things are counted by.
    """
    if literal.kind in _PLACEHOLDERS:
        return _uncounted(draft, place[1], locale, source)
    pattern = _COUNTED.get(locale.partition("-")[0])
    start, end = place
    ordinal = draft[:start].endswith("第")  # 第22(1)条 is the article of that number
    if literal.kind in _COUNTS or pattern is None or ordinal:
        return end
    match = pattern.match(draft, end)
    if match is None and literal.kind in _WITH_UNIT:
        match = _BEHIND_UNITS[locale.partition("-")[0]].match(draft, end)
    return match.end() if match else end


def _uncounted(draft: str, end: int, locale: str, source: str) -> int:
    """The end of what a placeholder is counted by in a draft, and nothing is in an English source: `71 dollars`."""
    if not any_english(word_set(source)):  # its words for years and money are not known
        return end
    behind = draft[end : end + _LONGEST_LEAD]
    bare = behind.lstrip(" \u00a0\u202f")
    sign = _PERCENT.match(bare)
    if sign and not _OF_HUNDRED.search(source):
        return end + len(behind) - len(bare) + sign.end()
    unit = invented_unit(source, _LARGE + bare, locale.partition("-")[0])
    if not unit.startswith(_LARGE):
        return end
    return end + len(behind) - len(bare) + len(unit) - len(_LARGE)


_PERCENT = re.compile(r"[%٪](?![\w%(])|pour cent\b|por ciento\b|процент\w*")
_OF_HUNDRED = re.compile(r"%(?![\w({$])|\bper ?cent|\bpct\b|\bpoints?\b", re.IGNORECASE)
_LARGE = "8001"
"""A number that is no age and no year."""


def called(draft: str, start: int, end: int, literal: Literal, locale: str) -> Range:
    """A stand-in with what says that it is a number: `第71段` came of a formula, `n° 71` of a `No. 5`.

    Args:
        draft: The draft.
        start: Where the stand-in begins in it.
        end: Where it ends.
        literal: What it stands for.
        locale: BCP 47 tag of the draft.
    """
    code = locale.partition("-")[0]
    if code == "zh":
        named = literal.kind == "numbered" or not literal.text[:1].isdigit()
        ordinal = (
            _ORDINAL_ZH.match(draft, end) if draft[:start].rstrip(" ").endswith("第") else None
        )
        if named and ordinal and literal.kind not in _COUNTS:
            start, end = draft.rindex("第", 0, start), ordinal.end()
        if literal.kind in HOURS:
            clock, half = _OCLOCK_ZH.match(draft, end), _HALF_ZH.search(draft, 0, start)
            start, end = half.start() if half else start, clock.end() if clock else end
        if literal.kind in _UNCOUNTED:  # read as the day of a month
            month = _MONTH_ZH.search(draft, 0, start)
            start = month.start() if month else start
        if literal.kind == "numbered":  # 第5号 is Chinese: no space parts it from its words
            end += len(draft[end:]) - len(draft[end:].lstrip(" "))
            end += draft.startswith("号", end) and literal.text.endswith("号")
            start = len(draft[:start].rstrip(" "))
    else:
        pattern = _NUMERO if literal.kind == "numbered" else _YEAR.get(code)
        match = pattern.search(draft, 0, start) if pattern else None
        if match and literal.kind not in _COUNTS:
            start = match.start()
    return start, end


def fitting(literal: Literal, behind: str) -> str:
    """A Chinese number that is a name as the noun behind it has it: 第12号, but 12号楼, and 12路 of a bus.

    Args:
        literal: What a stand-in stands for.
        behind: The draft behind the stand-in.
    """
    if literal.kind != "numbered" or not literal.text.startswith("第"):
        return literal.text
    if _BUS_ZH.match(behind):
        return literal.text[1:-1] + "路" * (not behind.startswith("路"))
    return literal.text[1:] if _NOUN_ZH.match(behind) else literal.text


def led(draft: str, start: int, literal: Literal, source: str, locale: str) -> tuple[int, str]:
    """Where a stand-in begins with the words for an hour before it, and what stands there in their place.

    Args:
        draft: The draft.
        start: Where the stand-in begins in it.
        literal: What it stands for: of an address `a las 71` was made, which is `a`.
        source: The source before the literal: `to the A/64/5` has a word of its own for it.
        locale: BCP 47 tag of the draft.
    """
    code = locale.partition("-")[0]
    if literal.kind in _COUNTS | HOURS or code not in _LED or _THE.search(source):
        return start, ""
    match = _LED[code].search(draft, max(0, start - _LONGEST_LEAD), start)
    if match is None:
        return start, ""
    if code == "ar":
        return match.start(), "عند " if literal.kind in _WITH_UNIT - _ADDRESSES else "على "
    return match.start(), f"{match[1]} "


_LED = {
    "fr": re.compile(r"(?<!\w)([Àà]|[Ee]n|[Vv]ers) (?:l['’](?:an|année|heure) )$"),
    "es": re.compile(r"(?<!\w)([Aa]|[Ee]n) (?:las?|(?:el )?año|las? horas?) $"),
    "ru": re.compile(r"(?<!\w)([ВвКк]|[Нн]а) (?:год[уа]?|час) $"),
    "ar": re.compile(r"(?<!\w)(?:في الساعة|في تمام الساعة|الساعة) $"),
}
"""How drafts lead in an hour or a year: a preposition, and a word that no address or amount has before it."""
_LONGEST_LEAD = 24
_THE = re.compile(r"\b(?:the|hours?|years?|o['’]clock) $", re.IGNORECASE)
_ADDRESSES = frozenset({"email", "url", "domain"})
HOURS = frozenset({"time", "forenoon", "afternoon", "clock"})
_OCLOCK_ZH = re.compile(r" ?(?:[时時](?![间間候代期])|点钟?|号(?!码))")
_HALF_ZH = re.compile(r"(?:上午|早上|中午|下午|晚上|凌晨) ?$")
_MONTH_ZH = re.compile(r"(?:\d{4}年)?\d{1,2}月 ?$")
_ORDINAL_ZH = re.compile(r" ?(?:段|号(?!码)|条(?![件款约例文])|页|款|字(?![母符段节]))")
_BUS_ZH = re.compile(r"路(?=电车|车)|路?(?=公交|公共汽车|巴士)")
_NOUN_ZH = re.compile(r"[路线楼室房车门厅馆站桥井]|公路|高速|航站|码头")
_NUMERO = re.compile(r"(?:n[°º]|n\.º|№|Nr\.|رقم)[ \u00a0]?$", re.IGNORECASE)
_YEAR = {"ar": re.compile(r"(?<!\w)(?:عام|سنة|عامي) $")}
_UNCOUNTED = frozenset({"name", "code", "url", "domain", "email", "path", "file", "handle"})
_PLACEHOLDERS = frozenset({"placeholder", "raw"})
_COUNTS = _PLACEHOLDERS | {"number", "minus"}
"""Kinds that may be numbers, which things are counted by."""
_COUNTED = {
    "fr": re.compile(r"[ \u00a0\u202f]?(?:%|(?:ans?|années?|jours?|mois|heures?|h|euros?|dollars|km|pour cent|fois)\b)"),
    "es": re.compile(r"[ \u00a0\u202f]?(?:%|(?:años?|días?|meses|horas?|euros?|dólares|km|por ciento|veces)\b)"),
    "ru": re.compile(r"-(?:дневн|летн|часов|минутн|годичн)\w+|-(?:го|й|му|м|х|е|я)(?!\w)|[ \u00a0\u202f]?(?:%|(?:лет|год(?:а|у|ов|ах)?|дн(?:ей|я)|день|час(?:ов|а)?|ч|евро|долларов|раза?|процент\w*)\b)"),
    "zh": re.compile(
        r"\s?(?:%|年(?![度份轻龄报会代])|日(?![志报常期程前后内起])|个(?![人别体性月])|票(?![据房价])|"
        r"人(?![员们类民工士才口])|件(?!数)|项(?![目下])|米|只(?![有能要是用限])|岁|条(?![件款约例文])|"
        r"位(?![于置])|次(?![要数日])|张(?!贴)|家(?![庭长人])|名(?![称单字为])|种(?![类植])|枚|台(?!湾)|份(?!额)|点(?![击选开评播名数位])钟?)"
    ),
    "ar": re.compile(r"[ \u00a0]?(?:%|٪|(?:سنة|سنوات|عاما|عام|يوما|أيام|ساعة|ساعات|دولار|مرة)(?!\w))"),
}  # fmt: skip
"""What drafts count by a number, and nobody by an address."""
_WITH_UNIT = frozenset(
    {"measure", "amount", "amounts", "size", "odds", "email", "url", "domain", *HOURS}
)
_BEHIND_UNITS = {
    "fr": re.compile(r"[ \u00a0\u202f](?:tonnes?|habitants?|semaines?|minutes?)(?![\w-])"),
    "es": re.compile(r"[ \u00a0\u202f](?:toneladas?|habitantes?|(?:de la )?semanas?|minutos?)(?![\w-])"),
    "ru": re.compile(r"[ \u00a0\u202f](?:тонн[аы]?|недел[ьия]|минут[аы]?)(?!\w)"),
    "zh": re.compile(r"\s?(?:吨|号(?![码召])|分钟?(?![之类布别析开离为成子])|小时|亿|万)"),
    "ar": re.compile(r"[ \u00a0](?:طنا?|أطنان|أسبوعا?|أسابيع|دقيقة|دقائق)(?!\w)"),
}  # fmt: skip
"""What else they count by, which no measure, time or address has behind it."""
