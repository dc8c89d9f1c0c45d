"""Whether a rise beside a number became a fall in translation, or the reverse.

The number is right, and the sentence says the contrary. Only plain words of rising and falling count, in the
source within a few words of a figure. A text that has both kinds, on either side, is judged only number by number: each by
the words of its own clause in the translation.
"""

import re
from functools import cache

from transflow.quantities.wordset import has_figure, word_set

__all__ = ["turned_trend"]

_KEYS = frozenset({
    "rose", "rise", "rises", "risen", "rising", "increase", "increases", "increased", "increasing", "grow", "grows", "grew", "grown", "growing",
    "growth", "climb", "climbs", "climbed", "climbing", "jump", "jumps", "jumped", "jumping", "surge", "surges", "surged", "surging", "soar", "soars",
    "soared", "soaring", "fall", "falls", "fell", "fallen", "falling", "decrease", "decreases", "decreased", "decreasing", "decline", "declines",
    "declined", "declining", "drop", "drops", "dropped", "dropping", "shrank", "shrink", "shrinks", "shrunk", "shrinking", "shrunken", "plunge",
    "plunges", "plunged", "plunging", "slump", "slumps", "slumped", "slumping", "tumble", "tumbles", "tumbled", "tumbling", "more", "less", "fewer",
    "higher", "lower", "cheaper", "dearer",
})  # fmt: skip
_UP = r"rose|ris(?:e|es|en|ing)|increas(?:e[sd]?|ing)|gr[eo]w(?:s|n|ing)?|growth|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?"
_DOWN = r"f[ae]ll(?:s|en|ing)?|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|drop(?:s|ped|ping)?|shr[aiu]nk\w*|plung(?:e[sd]?|ing)|slump(?:s|ed|ing)?|tumbl(?:e[sd]?|ing)"
_UP_TOO = r"up|higher|more|gain\w*|rais\w+|over|above|exceed\w*|doubl\w*|tripl\w*|expan\w*|increment\w*|boost\w*|greater|hike\w*|improv\w*|add\w*|extra|longer|further|top\w*|lift\w*|at least|ascen\w*|swell\w*|reach\w*"
_DOWN_TOO = r"down|lower\w*|less|fewer|reduc\w*|cut\w*|below|under|halv\w*|loss\w*|los[et]\w*|off|deduct\w*|discount\w*|sank|sink\w*|weak\w*|wors\w*|short\w*|dip\w*|slid\w*|eas(?:e|ed|ing)|smaller|least|slow\w*|minus|save\w*|saving\w*|back|slip\w*|crash\w*|collaps\w*|cool\w*|thin\w*|lighten\w*|limit\w*|within|most"
_GAP = r"(?:\s+(?!(?:from|short|due|on|in|below|out|between|within)\b)[a-z'’-]+){0,4}?\s+[$€£]?\d[\d.,]*(?<!\W)"
_PERCENT = r"\d[\d.,]*\s?(?:%|per ?cent)\s+(?:annual\s+|year-on-year\s+)?"


@cache
def _source(own: str, others: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\b(?:{own}){_GAP}|{_PERCENT}(?:{own})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{others})\b", re.IGNORECASE),
    )


_TARGET = {
    "fr": (
        r"augment|hauss|progress|accr[ou]|cr[ou]îss|croiss|grimp|bondi|envol|mont[éeaè]|élev|relev|majorat|major[ée]|hausse|plus\b|gagn|rallong|renchér|doubl|tripl|multipli|explos|flamb|dépass|fort[es]* de|supérieu|passé|franchi|port(?:e|ent|é|ée) à|atteint|atteign",
        r"baiss|dimin|recul|chut|retomb|tomb|descend|régress|réd[iu]|effondr|abaiss|moins|perd|plong|repl[ioe]|décr[ou]|déclin|contract|dégring|ralenti|fléch|rétréc|allég|abattement",
    ),
    "es": (
        r"aument|sub[eiíió]|creci|crec[eí]|increment|alza|dispar|elev|escal|trep|gan[óa]|más\b|mayor|dobl|duplic|tripl|multiplic|super|alcanz|avanz|ascend|asciend|repunt|expan|encarec|salt",
        r"baj[aóo]|ca[eyíi]|descend|descens|descien|disminu|redu[cj]|retroce|mengu|menos|menor|perd|pierd|desplom|contra[ijy]|merm|hund|rebaj|recort|declin|retrac|caíd|abarat|decrec|encog|aminor",
    ),
    "ru": (
        r"рост|рас[тл]|вырос|вырас|возро?ст|возраст|увелич|подня|подн[яи]|повы|прирост|прибав|больше|более|выше|подскоч|взлет|подорож|удво|утро|превы|достиг|наращ|набра|расшир|усил|скач|чаще",
        r"сни[зж]|упа[лдсв]|паден|пада|сократ|сокращ|уменьш|опуст|спад|меньше|менее|ниже|потеря|обвал|рухн|просел|убыл|подешев|сжал|понизи|пониж|отступ|теря|провал|реже",
    ),
    "zh": (
        r"上调|[增升涨长高加多扩超翻]|上扬|飙|攀|达到|跃|突破|倍|涌",
        r"下调|[降跌减下少低落缩滑退萎]|回调|失|亏",
    ),
    "ar": (
        r"ارتف|ارتقا|زاد|زيد|يزيد|تزيد|زياد|نم[اتو]|نمو|تنام|صعد|صعود|قفز|أعلى|أكثر|ازدا|تزايد|تضاعف|تجاوز|بلغ|رفع|يرتفع|ترتفع|علو|طفر|توسع|وصل|مكاسب|إضاف|أغلى",
        r"انخف|نخفض|خفض|تراجع|هبط|هبوط|انحد|تقلص|قل[تّ]|قلّ|نقص|تدن|أقل|أدنى|خسر|انكم|تناقص|تخفيض|سقط|هوت|هوى|انحس|فقد|تقل|أرخص",
    ),
}
_IDIOMS = {
    "ar": "على الأقل|على الأكثر|بينما",
    "es": r"por lo menos|al menos|más o menos|más bajo|menos de \d|más de \d|sobre todo",
    "fr": r"au moins|plus ou moins|au plus|de plus en plus|moins de \d|plus de \d|passée?s? de\b",
    "ru": r"по меньшей мере|не менее|более или менее|не более|тем не менее|более чем|более \d",
    "zh": "附加|追加|至少|最少|多少|不少|以下|以上|之下|之上|如下|下个|下一|下半年|上下|地下|多家|多名|许多|很多|多数|大多|长期|校长|市长|部长|局长|行长|会长|院长|高级|最高法|加拿大|参加|加入|更加|较高|高达|降水|低碳|减排|陆续|不下|年下|下属|下令|高温|下达|落实|角落|下游|下午|旗下|名下",
}
"""Words of rising or falling that say neither."""
_COMPARED = (
    re.compile(rf"{_PERCENT}(?:more|higher|dearer)\b(?! than)", re.IGNORECASE),
    re.compile(rf"{_PERCENT}(?:less|fewer|lower|cheaper)\b", re.IGNORECASE),
)
"""30% less: it may not go without its word at all."""


@cache
def _of(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    up, down = _TARGET[language]
    lead = "" if language in {"zh", "ar"} else r"\b"
    return (
        re.compile(_IDIOMS[language], re.IGNORECASE),
        re.compile(rf"{lead}(?:{up})", re.IGNORECASE),
        re.compile(rf"{lead}(?:{down})", re.IGNORECASE),
    )


def turned_trend(source: str, target: str, language: str) -> str:
    """The rise or fall of the source that is its opposite in the translation; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    if language not in _TARGET or _KEYS.isdisjoint(word_set(source)) or not has_figure(source):
        return ""
    for own, contrary, at in (
        (_UP, rf"{_DOWN}|{_DOWN_TOO}", 0),
        (_DOWN, rf"{_UP}|{_UP_TOO}", 1),
    ):
        said, against = _source(own, contrary)
        compared = _COMPARED[at].search(source)
        found = compared or said.search(source)
        if found and not against.search(_COMPARED[at].sub(" ", source)):
            idioms, *ways = _of(language)
            plain = idioms.sub(" ", target)
            turned = compared or ways[1 - at].search(plain)
            if turned and not ways[at].search(plain):
                return found[0]
    return _turned_beside(source, target, language)


_BESIDE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?:{_DOWN}))(?:\s+by)?\s+(?:from\s+)?(?P<one>[$€£]?\d[\d.,]*)(?<![.,])(?:\s?(?:%|percent|per cent|million|billion))?"
    r"(?:\s+(?:to|from)\s+(?P<other>[$€£]?\d[\d.,]*)(?<![.,]))?",
    re.IGNORECASE,
)
_NUMBER = re.compile("\\d[\\d.,\u00a0\u202f ]*\\d|\\d")
_FALLS_TO = re.compile("[升增涨降减跌]至$")
_SHARE = re.compile(r"(?:%|percent|per cent)$", re.IGNORECASE)
_MINUS = re.compile("[-−–]$")
_TIGHT = 3
_CLAUSE = re.compile(r"[;:,](?!\d)|\.(?!\d)|[，；。：،؛—–]")


def _turned_beside(source: str, target: str, language: str) -> str:
    """The same for one number of several, by the clause in which the translation has it, or by a word that nothing there says."""
    beside = list(_BESIDE.finditer(source))
    if not beside:
        return ""
    given: dict[str, list[re.Match[str]]] = {}
    for number in _NUMBER.finditer(target):
        given.setdefault(_digits(number[0]), []).append(number)
    wanted = [_digits(number) for number in _NUMBER.findall(source)]
    idioms, *ways = _of(language)
    plain = idioms.sub(" ", target)
    alone = [way.search(plain) is None for way in ways]
    for found in beside:
        own = 0 if found["up"] else 1
        for figures in filter(None, map(_digits, found.group("one", "other"))):
            places = given.get(figures, ())
            if len(places) != 1 or wanted.count(figures) != 1:
                continue
            (place,) = places
            begin = max((m.end() for m in _CLAUSE.finditer(target, 0, place.start())), default=0)
            end = _CLAUSE.search(target, place.end())
            before = idioms.sub(" ", target[begin : place.start()])
            clause = before + idioms.sub(" ", target[place.end() : end.start() if end else None])
            if language == "zh" and _FALLS_TO.search(before):  # 增长12.6%降至1,207
                before = clause = before[-_TIGHT:]
            carried = _SHARE.search(found[0]) and alone[own] and not alone[1 - own]
            carried = carried and not _MINUS.search(before)
            if carried or (ways[1 - own].search(before) and not ways[own].search(clause)):
                return found[0]
    return ""


def _digits(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isdecimal())
