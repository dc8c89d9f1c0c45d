"""Russian terms in the case that the words before them govern: `без патент` is `без патента`.

Decoders lead a term in by its likeliest form, and small models choose wrongly. Where one case alone
can stand (behind most prepositions, behind a number, at the beginning), that is put right here.
Where two can (`в` with the accusative or the prepositional), either is left as it is.
"""

import re
from collections.abc import Iterable

from transflow.glossary import Requirement, russian
from transflow.glossary.inflection import language

__all__ = ["governed", "in_row"]

Range = tuple[int, int]
_BEHIND = {
    ("gent",): "без для до из изо от ото у около после против кроме среди вместо ради вокруг возле "
    "вдоль помимо относительно касательно внутри вне из-за из-под посредством путём путем рамках "
    "области целях отношении основе основании течение ходе результате помощи помощью сфере "
    "качестве имени",
    ("datv",): "к ко согласно благодаря вопреки",
    ("ablt",): "между над перед передо",
    ("accs",): "про через включая",
    ("loct",): "при",
    ("loct", "accs"): "о об обо в во на",
    ("ablt", "gent"): "с со",
    ("ablt", "accs"): "за под",
    ("datv", "loct", "accs"): "по",
}
_ALONE = {word: cases for cases, words in _BEHIND.items() for word in words.split()}
"""Word -> the cases that may stand behind it, the one to take first."""
_WITH = re.compile(
    r"(?:соответствии|связи|вместе|сравнению|наряду|сотрудничестве) со?$", re.IGNORECASE
)
_WORD = re.compile(r"(?<![\w-])([а-яё-]+) $", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,/-])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+) $")
_COUNTED = re.compile(
    r"(?<![\w-])(?:(?P<few>дв[ае]|три|четыре|об[ае])|пять|шесть|семь|восемь|девять|десять|сто|тысяч[аи]?"
    r"|\w+надцать|(?:два|три)дцать|сорок|\w+десят|несколько|много|сколько|большинство|количество|число) $",
    re.IGNORECASE,
)
"""Behind these, where they stand in the nominative, things counted are in the genitive."""
_FEW = ("few", "gent")
"""Behind two, three and four: the noun in the singular, its adjectives in the plural."""
_ABOUT = re.compile(r"(?<![\w-])(о)б?(?= $)", re.IGNORECASE)
_OF = re.compile(r"\bof (?:the |an? |its |their )?$", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:(?:the|an?) )?$", re.IGNORECASE)
_LONG = 4
"""Letters of a word that is no preposition."""
_ORDER = ("gent", "loct", "ablt", "datv", "accs", "nomn")

Cell = tuple[str, str]


def governed(
    text: str, terms: Iterable[tuple[Range, Requirement]], source: str, locale: str
) -> str:
    """The text with each term in a case that may stand where it does.

    Args:
        text: A draft without markup.
        terms: (where a term stands in it, what it renders).
        source: The sentence it came of.
        locale: BCP 47 tag of the draft; only Russian is changed.
    """
    if locale.partition("-")[0] != "ru":
        return text
    for (start, end), term in sorted(terms, key=lambda one: one[0], reverse=True):
        if not term.exact:
            before = _unbegun(text[:start], text[start:end])
            new = _fitting(before, text[start:end], term, source)
            before = _voiced(before, new)
            if text[:start].strip() and not before.strip():
                new = new[0].upper() + new[1:]
            text = before + new + text[end:]
    return text


def in_row(text: str, names: Iterable[tuple[Range, Requirement]]) -> str:
    """The text with the names of a row in the case of its first: из Кении, Уганды и Руанды.

    Args:
        text: A Russian draft.
        names: (where a name stands in it, what it renders).
    """
    out, at = "", 0
    ruling: set[str] = set()
    for (start, end), term in sorted(names, key=lambda one: one[0]):
        between = text[at:start]
        found = text[start:end]
        table = next(
            (t for form in term.forms if found in (t := russian.paradigm(form)).values()), {}
        )
        own = {case for (_, case), form in table.items() if form == found}
        if out and _ROW.fullmatch(between) and ruling and own and not ruling & own:
            case = next(one for one in _ORDER if one in ruling)
            found = next((form for (_, one), form in table.items() if one == case), found)
        else:
            ruling = (ruling & own or own) if out and _ROW.fullmatch(between) else own
        out += between + found
        at = end
    return out + text[at:]


_ROW = re.compile(r", (?:и )?| и ")


def _voiced(before: str, term: str) -> str:
    """`Об` before a vowel, `о` before a consonant, directly before a term."""
    return _ABOUT.sub(lambda found: found[1] + "б" * (term[:1].casefold() in "аиоуэ"), before)


def _unbegun(before: str, found: str) -> str:
    """The text before a term without a word of the term: `Договор Марракешский договор`."""
    word = _WORD.search(before)
    if word is None or len(word[1]) < _LONG:
        return before
    same = language("ru").same
    begun = any(same(word[1].casefold(), one) for one in found.casefold().split())
    return before[: word.start()] if begun else before


def _fitting(before: str, found: str, term: Requirement, source: str) -> str:
    """The term as its place wants it; as it is where that suits, or nothing is known of it."""
    folded = found.casefold().replace("ё", "е")
    for form in term.forms:
        table = _with_few(russian.paradigm(form))
        cells = [at for at, one in table.items() if one.casefold().replace("ё", "е") == folded]
        if cells:
            wanted = _wanted(before, cells, term, source)
            for cell in wanted:
                if cell in cells:
                    return found
            new = next((table[cell] for cell in wanted if cell in table), found)
            return new[0].upper() + new[1:] if found[0].isupper() else new
    return found


def _with_few(table: dict[Cell, str]) -> dict[Cell, str]:
    """A paradigm with what stands behind two, three and four."""
    many, one = table.get(("plur", "gent"), "").split(), table.get(("sing", "gent"), "").split()
    if not many or len(many) != len(one):
        return table
    adjectives = 0
    while adjectives < len(one) - 1 and russian.adjective(one[adjectives]):
        adjectives += 1
    return {**table, _FEW: " ".join([*many[:adjectives], *one[adjectives:]])}


def _wanted(before: str, cells: list[Cell], term: Requirement, source: str) -> list[Cell]:
    """The numbers and cases that may stand there, the first one to take; empty for any."""
    numbers = list(dict.fromkeys(number for number, _ in cells))
    if not before.strip():
        subject = _BEGINS.match(source[: term.start])
        return [(number, "nomn") for number in numbers] if subject else []
    if (number := _NUMBER.search(before)) and {case for _, case in cells} & {"nomn", "accs"}:
        figures = re.sub(r"\D", "", number[0])
        many = figures[-1] in "056789" or figures[-2:-1] == "1"
        if figures[-1] == "1" and not many:
            return [("sing", case) for case in ("nomn", "accs")]
        return [("plur", "gent")] if many else [_FEW] if figures[-1] in "234" else []
    if counted := _COUNTED.search(before):
        return [_FEW] if counted["few"] else [("plur", "gent")]
    word = _WORD.search(before)
    if word is None:
        return []
    one = word[1].casefold()
    if cases := ("ablt",) if _WITH.search(before.rstrip()) else _ALONE.get(one):
        return [(number, case) for case in cases for number in numbers]
    if agreeing := russian.adjective(one):
        return sorted(
            agreeing,
            key=lambda cell: (
                cell[0] not in numbers,
                _ORDER.index(cell[1]) if cell[1] in _ORDER else 9,
            ),
        )
    if (
        {case for _, case in cells} <= {"nomn", "accs"}
        and _OF.search(source[: term.start])
        and russian.noun(one)
    ):
        return [(number, "gent") for number in numbers]
    return []
