"""Number words of a translation exchanged: four days, five days, where grammar bends nothing else."""

import re
from functools import cache

from transflow.catalogs.literals import Spots, Words
from transflow.quantities.words import usual_forms

__all__ = ["exchanged", "is_genitive"]

_COUNTED = "天日周年个名人位次倍岁项种条座家所份件张辆艘只头剂例台支层步处篇页章段期届轮场队组类块片米克升吨元枚株匹间栋本"
_MEASURES = rf"[{_COUNTED}]|小时|分钟|秒|公里|公斤|毫|厘米|星期|礼拜|欧元|美元|号楼"
_HAN = "一二两三四五六七八九十百千万亿几第\\d"
_WHOLE = {
    "zh": (rf"(?<![{_HAN}])(?<!星期)(?<!礼拜)(?<!周)", rf"(?={_MEASURES})(?!周[围边遭到密])"),
    "ar": (r"(?<!\w)[وفبلك]?(?:ال)?", r"(?!\w)(?!\s+(?:عشرة?|و\w+(?:ون|ين)|أخماس)(?!\w))"),
    "es": (
        r"(?<![\w-])(?<!ta y )",
        r"(?![\w-])(?! y (?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))",
    ),
    "fr": (r"(?<![\w-])(?<!soixante et )", r"(?![\w-])(?! et (?:une?|onze)\b)"),
    "ru": (
        r"(?<![\w-])(?<!дцать )(?<!дцати )(?<!десят )(?<!десяти )(?<!сорок )(?<!сорока )(?<!сто )",
        r"(?![\w-])(?! (?:од[ин]|дв[аеу]|тр[иёе]|четыр|пят[ьи]|шест[ьи]|сем[ьи]|вос[еь]м|девят))",
    ),
}
"""What may stand before and behind a word that is a number of its own: no part of a longer one."""
_GENITIVE = re.compile(
    r"(?:течение|около|до|от|после|более|менее|больше|меньше|свыше|из|без|старше|младше)\s$",
    re.IGNORECASE,
)
"""Russian words that only a genitive follows."""


def exchanged(words: Words, one: int, other: int) -> Spots | None:
    """A number word for another, where neither the word nor what it counts takes another form.

    Args:
        words: The translation.
        one: The number that stands in it in words, each time in one form.
        other: The number that has to stand there.
    """
    language = words.locale.partition("-")[0]
    if language not in _WHOLE:
        return None
    before, behind = _WHOLE[language]
    for row in _rows(language):
        if one not in row or other not in row:
            continue
        found = list(re.finditer(rf"{before}({row[one]}){behind}", words.text, re.IGNORECASE))
        if len(found) != words.times or len({match[1] for match in found}) != 1:
            continue
        if language == "es" and any(_joined(words.text[: m.start()], row[other]) for m in found):
            return None
        if language == "ru" and not _governed(words.text, found, one, other):
            return None
        new = row[other].capitalize() if found[0][1][0].isupper() else row[other]
        return [match.span(1) for match in found], new
    return None


def _joined(before: str, new: str) -> bool:
    """Whether Spanish *o* and *u* before the word would have to change: siete u ocho, siete o nueve."""
    word = re.search(r"\b([ou])\s$", before)
    return word is not None and (word[1] == "u") != new.startswith("o")


def _governed(text: str, found: list[re.Match[str]], one: int, other: int) -> bool:
    """Whether both Russian numerals leave alone what they count.

    Nominative: two to four govern another form than the numbers behind them, and *rows* keeps them
    apart. In the other cases all govern one form, but `пяти` has three cases, and `четырёх` is an
    accusative of persons, too: only a genitive's preposition makes both the same.
    """
    if (one < 5) == (other < 5):
        return True
    return all(is_genitive(text[: match.start()]) for match in found)


def is_genitive(before: str) -> bool:
    """Whether Russian text asks for a genitive behind it, in which all numbers but one govern one form."""
    return bool(_GENITIVE.search(before))


@cache
def _rows(language: str) -> tuple[dict[int, str], ...]:
    """Number words that stand for one another in one form."""
    upto = (*range(2, 21), 30, 40, 50, 60)
    if language == "zh":
        counted = {n: usual_forms(n, "zh")[0] for n in upto}
        return {**counted, 2: "两"}, counted
    if language in {"es", "fr"}:
        row = {n: known[0] for n in upto if (known := usual_forms(n, language))}
        if language == "fr":
            row |= {n: f"dix-{row[n - 10]}" for n in (17, 18, 19)}
        return (row,)
    if language == "ar":
        forms = {n: usual_forms(n, "ar") for n in range(3, 11)}
        unbent = {n: own[2] for n, own in forms.items() if n != 8}
        return {n: own[0] for n, own in forms.items()}, unbent
    if language == "ru":
        ru = {n: usual_forms(n, "ru") for n in upto if n < 40}
        few = {2: "двух", 3: "трёх", 4: "четырёх"}
        many = {n: own for n, own in ru.items() if n > 4}
        oblique = {n: own[1] for n, own in many.items()}
        return (
            {3: "три", 4: "четыре"},
            {n: own[0] for n, own in many.items()},
            {**oblique, **few},
            {**oblique, 2: "двух", 3: "трех", 4: "четырех"},
        )
    return ()
