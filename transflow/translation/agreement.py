"""Small words agree with what they stand before: `le infirmière` is `l'infirmière`.

Decoders choose the article before they know the term that an organisation wants there, and small
models forget elisions. What grammar settles without knowing the sentence is put right here:
French elision, Spanish contraction, and, before a term, the article's gender and number where the
term's first word shows them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from transflow.translation import nouns, prenominal
from transflow.translation.smallwords import is_small

__all__ = ["agreed", "definite", "elides", "fused", "joined", "once", "unechoed"]

Range = tuple[int, int]

_LOWER = "a-zàâäçéèêëîïôöùûüÿœæ"
_VOWELS = "aàâeéèêëiîïoôuûœ"
_MUTE = (
    r"h(?=abi|ebdo|éberg|élic|émo|épa[rt]|erb|érit|eur|indou|ist|iver|omm|omo|onn|onor|ôp|ôte|orai|oriz|orl"
    r"|orti|ospi|osti|uil|uîtr|umai|uman|umid|umeu|umou|ydr|ygi|yper|ypo)"
)
"""How French words begin whose h is no sound; before the others nothing is elided."""
_VOWEL = rf"(?!onz|oui|ouistiti|un(?:e|s|es)?\b|uhlan|ululement|iode\b)(?:[{_VOWELS}]|{_MUTE})"
_NO_SOUND = re.compile(_VOWEL, re.IGNORECASE)
_ELIDED = re.compile(
    r"(?<![\w'’-])(jusque|lorsque|puisque|quoique|que|le|la|de|ne|se|je|me|te) "
    rf"(?={_VOWEL}[{_LOWER}]{{2}})",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?<![\w'’-])(jusque|lorsque|puisque|que|de) (?=une? (?!à\b)[^\W\d_])", re.IGNORECASE
)
_FUSED = re.compile(rf"(?<![\w'’-])([dDaA])u (?={_VOWEL}[{_LOWER}]{{2}})")
_PARTED = re.compile(
    r"(?<![\w'’-])((?:[dlnsjmt]|(?:jus|lors|puis)?qu))['’] +(?=[^\W\d_])", re.IGNORECASE
)
"""An elision with a space behind it, as models leave it where they meant another word."""
_NOT_ELIDED = re.compile(
    r"(?<![\w'’-])(d|l|n|s|j|m|t|(?:jus|lors|puis)?qu)['’](?=([bcdfgjklmnpqrstvxz][a-zà-ÿœ]{2,}))",
    re.IGNORECASE,
)
"""An elision before a consonant: the model meant another word, or forgot what it had begun."""
_CONTRACTED = re.compile(r"(?<![\w-])([Dd]e|[Aa]) el(?= [^\W\dA-ZÁÉÍÓÚÑ]|$)")
_AND_OR = re.compile(
    r"(?<![\w/-])(?:y(?= h?[ií](?![aeoáéó])[a-zñáéíóú]{2})|o(?= h?[oó][a-zñáéíóú]{2}))", re.ASCII
)
"""`y` before the sound of i, `o` before that of o."""

_DATED = {
    "fr": (
        re.compile(r"\b(est|était|sera|fut) de (?=(?:\d\d?|1er) (?:janvier|février|mars|avril|mai|juin|juillet|"
                   r"août|septembre|octobre|novembre|décembre)\b)"), r"\1 le ",
    ),
    "es": (
        re.compile(r"\b(es|era|será|fue) de (?=\d\d? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
                   r"septiembre|setiembre|octubre|noviembre|diciembre)\b)"), r"\1 el ",
    ),
}  # fmt: skip
"""A day is `le 30 juin`, an amount `de 30 francs`."""
_ALONE = re.compile(r"(?<!\w)([وفبك]?ال|[وف]?لل) (?:ال)?(?=[\u0621-\u064a]{3})")
"""An Arabic article that stands by itself, or before one that is written already."""
_PARTICLE = re.compile(
    r"(?:(?<=\s)|(?<=[(«“\"])|^)(?<!الفقرة )(?<!المادة )(?<!البند )(?<!المرفق )(?<!القسم )(?<!الجزء )(?<!الفئة )"
    r"([وفبكل]) (ال)?(?=([\u0621-\u064a])[\u0621-\u064a])"
)
"""A particle that is written on the next word, unless it counts: `الفقرة ب`."""

_BETWEEN_HAN = re.compile(r"(?<=[\u3041-\u30ff\u4e00-\u9fff])[ ]+(?=[\u3041-\u30ff\u4e00-\u9fff])")
"""Left where a foreign word stood, of which the term took the place."""
_FRENCH = (
    ("le", "la", "l'", "l'", "les", "les"),
    ("du", "de la", "de l'", "de l'", "des", "des"),
    ("au", "à la", "à l'", "à l'", "aux", "aux"),
    ("un", "une", "un", "une", "des", "des"),
    ("ce", "cette", "cet", "cette", "ces", "ces"),
    ("son", "sa", "son", "son", "ses", "ses"),
    ("aucun", "aucune", "aucun", "aucune", "", ""),
    ("le même", "la même", "le même", "la même", "les mêmes", "les mêmes"),
    ("du même", "de la même", "du même", "de la même", "des mêmes", "des mêmes"),
    ("un autre", "une autre", "un autre", "une autre", "d'autres", "d'autres"),
    ("", "", "", "", "certains", "certaines"),
)
_SPANISH = (
    ("el", "la", "", "", "los", "las"),
    ("del", "de la", "", "", "de los", "de las"),
    ("al", "a la", "", "", "a los", "a las"),
    ("un", "una", "", "", "unos", "unas"),
    ("este", "esta", "", "", "estos", "estas"),
    ("ese", "esa", "", "", "esos", "esas"),
    ("nuestro", "nuestra", "", "", "nuestros", "nuestras"),
    ("ningún", "ninguna", "", "", "", ""),
    ("el mismo", "la misma", "", "", "los mismos", "las mismas"),
    ("del mismo", "de la misma", "", "", "de los mismos", "de las mismas"),
    ("algún", "alguna", "", "", "algunos", "algunas"),
    ("otro", "otra", "", "", "otros", "otras"),
    ("mucho", "mucha", "", "", "muchos", "muchas"),
    ("", "", "", "", "varios", "varias"),
    ("", "", "", "", "ambos", "ambas"),
)
"""Masculine and feminine: as a rule, before a vowel, in the plural."""
_BEHIND_EL = frozenset(
    (
        "acta",
        "agua",
        "ala",
        "alma",
        "ancla",
        "ánima",
        "área",
        "arma",
        "asma",
        "aula",
        "ave",
        "águila",
        "hambre",
    )
)
"""Nouns, feminine for certain, before which `la` and `una` give way."""
_STRESSED = re.compile(
    r"h?á|a(?:gua|la|lma|ncla|rma|sma|ula|ve|lta|cta|lza)$|h(?:ambre|acha)", re.IGNORECASE
)
"""Spanish feminines that stand behind `el`."""


_FUSING = re.compile(r"(?<![\w'’-])(?:à le|à les|de le|de les|a el|de el) $", re.IGNORECASE)
_FUSED_TO = {
    "à le": "au",
    "à les": "aux",
    "de le": "du",
    "de les": "des",
    "a el": "al",
    "de el": "del",
}
"""Before a term `le` is an article, elsewhere it may belong to a verb: `de le faire`."""
_OPENING = re.compile(r"[«“„\"][ \u00a0\u202f]?$")
"""A term that is quoted has its article before the mark."""
_BARE = re.compile(
    r"(?<![\w'’-])(?:sur|dans|contre|sous|parmi|vers|y compris|Sur|Dans|Contre|Parmi) $"
)
"""French prepositions behind which a noun has an article."""
_LINKS = {
    "fr": r"(?:de l['’]|de la |de |du |des |d['’])",
    "es": r"(?:de la |de los |de las |del |de )",
}


def joined(text: str, locale: str) -> str:
    """The text with French elisions, Spanish contractions and the Arabic article made.

    Chinese and Japanese words have no space between them.
    """
    code = locale.partition("-")[0]
    if dated := _DATED.get(code):
        text = dated[0].sub(dated[1], text)
    if code == "es":
        text = _CONTRACTED.sub(lambda match: match[1] + "l", text)
        return _AND_OR.sub(lambda match: {"y": "e", "o": "u"}[match[0]], text)
    if code in {"zh", "ja"}:
        return _BETWEEN_HAN.sub("", text)
    if code == "ar":
        return _PARTICLE.sub(_attached, _ALONE.sub(r"\1", text))
    if code != "fr":
        return text
    text = _NOT_ELIDED.sub(_whole, _PARTED.sub(r"\1'", text))
    text = _FUSED.sub(
        lambda match: {"d": "de l'", "D": "De l'", "a": "à l'", "A": "À l'"}[match[1]], text
    )
    for elided in (_ELIDED, _OF_ONE):
        text = elided.sub(lambda match: match[1][:-1] + "'", text)
    return text


def _attached(match: re.Match[str]) -> str:
    """`و المرض` -> `والمرض`, `ل الدواء` -> `للدواء`, `ل اللجنة` -> `للجنة`."""
    particle, article, letter = match.groups()
    if particle != "ل" or not article:
        return particle + (article or "")
    return "ل" if letter == "ل" else "لل"


def _whole(match: re.Match[str]) -> str:
    """`d'confirmation` -> `de confirmation`, `l'nouvelle` -> `la nouvelle`."""
    short, word = match[1], match[2]
    if word[0].isupper():
        return match[0]
    if short not in {"l", "L"}:
        return short + "e "
    several = nouns.plural(word, "fr") and word.endswith("s")
    return short + ("es " if several else "a " if nouns.feminine(word, "fr") else "e ")


def agreed(
    text: str, terms: Iterable[Range], locale: str, genders: Mapping[str, bool] = nouns.NOTHING
) -> str:
    """The text with the article before each term as the term wants it.

    Args:
        text: A draft without markup.
        terms: Where its terms stand.
        locale: BCP 47 tag of the draft.
        genders: Casefolded words of which a glossary says whether they are feminine.
    """
    code = locale.partition("-")[0]
    families: Sequence[Sequence[str]] = {"fr": _FRENCH, "es": _SPANISH}.get(code, ())
    for start, end in sorted(terms, reverse=True):
        before, phrase, known = _with_adjective(text[:start], text[start:end], code, genders)
        mark = _OPENING.search(before)
        before = before[: mark.start()] if mark else before
        if found := _article(before, families):
            lead, family = found
            fitting = _fitting(family, lead, phrase, code, known)
            before = before[: len(before) - len(lead)] + fitting
        elif code == "fr" and _BARE.search(before) and phrase[0].islower():
            before += definite(phrase, known)
        before = _whole_of(fused(before), phrase, code, known)
        text = before + (mark[0] if mark else "") + phrase + text[end:]
    return text


def _with_adjective(
    before: str, term: str, code: str, genders: Mapping[str, bool]
) -> tuple[str, str, Mapping[str, bool]]:
    """A term with the adjective before it, which then says its gender; alone where that is not told."""
    adjective = prenominal.standing(before, code)
    told = _told(adjective[1], term, code, genders) if adjective else None
    if adjective is None or told is None:
        return before, term, genders
    word = prenominal.fitting(adjective[1], code, *told, vowel=elides(term))
    return before[: adjective.start()], f"{word} {term}", {**genders, word.casefold(): told[0]}


def _told(
    adjective: str, term: str, code: str, genders: Mapping[str, bool]
) -> tuple[bool, bool] | None:
    """(whether feminine, whether plural) of a term behind an adjective; None where that is not told."""
    head = re.match(r"[^\W\d_]+(?![\w-])", term)
    feminine = nouns.feminine(head[0], code, genders) if head else None
    if head is None or feminine is None:
        return None
    plural = None if head[0].isupper() else nouns.plural(head[0], code)
    return feminine, adjective[-1] in "sx" if plural is None else plural


_ALL = {
    "fr": (re.compile(r"(?<![\w'’-])(tout|toute|tous|toutes)(?= (le |la |l['’]|les |ce |cette |ces )$)", re.IGNORECASE), ("tout", "toute", "tous", "toutes")),
    "es": (re.compile(r"(?<!\w)(todo|toda|todos|todas)(?= (el |la |los |las |este |esta |estos |estas )$)", re.IGNORECASE), ("todo", "toda", "todos", "todas")),
}  # fmt: skip


def _whole_of(before: str, term: str, code: str, genders: Mapping[str, bool]) -> str:
    """`todas los derechos` -> `todos los derechos`: what stands before the article, too."""
    pattern, words = _ALL.get(code, (None, ()))
    head = re.match(r"[^\W\d_]+", term)
    found = pattern.search(before) if pattern and head else None
    feminine = nouns.feminine(head[0], code, genders) if found and head else None
    if found is None or feminine is None:
        return before
    fitting = words[2 * found[2].rstrip().endswith("s") + feminine]
    if found[1][0].isupper():
        fitting = fitting[0].upper() + fitting[1:]
    return before[: found.start(1)] + fitting + before[found.end(1) :]


def definite(term: str, genders: Mapping[str, bool] = nouns.NOTHING) -> str:
    """The French article with a space; empty where gender or number cannot be told."""
    lead = _fitting(_FRENCH[0], "les ", term, "fr", genders)
    head = re.match(r"[^\W\d_]+", term)
    told = (
        head
        and nouns.plural(head[0], "fr") is not None
        and nouns.feminine(head[0], "fr", genders) is not None
    )
    return lead if told or lead == "l'" else ""


def elides(text: str, at: int = 0) -> bool:
    """Whether French words before this place are elided: a vowel, or an h that is no sound."""
    return bool(_NO_SOUND.match(text, at))


def fused(before: str) -> str:
    """What stands before a noun, its last two words made one: `à le ` is `au `."""
    return _FUSING.sub(_fused, before)


def _fused(match: re.Match[str]) -> str:
    one = _FUSED_TO[match[0].strip().casefold()] + " "
    return one[0].upper() + one[1:] if match[0][0].isupper() else one


_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{1,5}) \1 $", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"nous", "vous", "que"})


def once(text: str, terms: Iterable[Range], locale: str) -> str:
    """The text without what a join doubled: `с с термином`, the same term twice in a row.

    Args:
        text: A draft without markup.
        terms: Where its terms stand.
        locale: BCP 47 tag of the draft.
    """
    ranges = sorted(terms)
    code = locale.partition("-")[0]
    link = _LINKS.get(code, "(?!)")
    for start, end in reversed(ranges):
        term = text[start:end]
        if code == "zh":
            text = _unechoed_han(text, start, end, ranges)
        again = re.compile(rf"[ \u00a0]+(?:{link})?{re.escape(term)}(?!\w)", re.IGNORECASE)
        found = again.match(text, end)
        if found and not any(found.start() < one < found.end() for one, _ in ranges):
            text = text[:end] + text[found.end() :]
        doubled = _TWICE.search(text, 0, start)
        if doubled and is_small(doubled[1]) and doubled[1].casefold() not in _MAY_DOUBLE:
            text = text[: doubled.start()] + doubled[1] + " " + text[start:]
    return text


def _unechoed_han(text: str, start: int, end: int, ranges: Sequence[Range]) -> str:
    """`“设置菜单”菜单` -> `“设置菜单”`: the end of a term is not said again behind it."""
    for size in range(end - start - 1, 1, -1):
        again = re.compile(rf"([”』」》]?){re.escape(text[end - size : end])}").match(text, end)
        if again and not any(one < again.end() and end < to for one, to in ranges):
            return text[:end] + again[1] + text[again.end() :]
    return text


def unechoed(text: str, terms: Iterable[Range], locale: str) -> str:
    """The text without the last word of a term once more behind it: `qualité de l'air d'air`.

    Args:
        text: A draft without markup.
        terms: Where its terms stand.
        locale: BCP 47 tag of the draft.
    """
    linked = _LINKS.get(locale.partition("-")[0])
    for start, end in sorted(terms, reverse=True):
        last = re.search(r"[^\W\d_]{3,}$", text[start:end])
        if linked and last and " " in text[start:end]:
            again = re.compile(rf"\s+{linked}{re.escape(last[0])}s?(?!\w)", re.IGNORECASE)
            if found := again.match(text, end):
                text = text[:end] + text[found.end() :]
    return text


def _article(before: str, families: Sequence[Sequence[str]]) -> tuple[str, Sequence[str]] | None:
    """The article that a text ends in, as it is written there, and its family."""
    found: tuple[str, Sequence[str]] | None = None
    folded = before.casefold().replace("’", "'")
    for family in families:
        for one in family:
            lead = one if one.endswith("'") else one + " "
            stands = one and folded.endswith(lead) and not folded[: -len(lead)][-1:].isalnum()
            if stands and (found is None or len(lead) > len(found[0])):
                found = before[len(before) - len(lead) :], family
    return found


def _fitting(
    family: Sequence[str], lead: str, term: str, code: str, genders: Mapping[str, bool]
) -> str:
    """The member of a family that agrees with a term; `lead` itself where that cannot be told."""
    was = {at for at, one in enumerate(family) if one == _plain(lead)}
    head = re.match(r"[^\W\d_]+(?![\w-])", term)  # of `nouveau-nés` the end would tell
    word = head[0] if head and (not head[0].isupper() or head[0].casefold() in genders) else ""
    plural = nouns.plural(word, code) if word and not word.isupper() else None
    feminine = nouns.feminine(word, code, genders) if word else None
    several = plural if plural is not None else min(was) >= 4
    if _plain(lead) == "des" and not several:  # of `un` or of `du`
        return lead
    begins = 4 if several else 2 * bool(_NO_SOUND.match(term)) if code == "fr" else 0
    fitting = list(dict.fromkeys(family[begins : begins + 2]))
    if len(fitting) == 2:
        either = {at % 2 for at in was} if feminine is None else {int(feminine)}
        fitting = [family[begins + gender] for gender in either]
    if code == "es" and not several and word.casefold() in _BEHIND_EL and family in _SPANISH[:4]:
        fitting = [family[0]]
    elif len(fitting) != 1 or not fitting[0] or (not several and _STRESSED.match(word)):
        return lead
    if fitting[0] == _plain(lead):  # it agrees, whichever apostrophe it has
        return lead
    article = fitting[0][0].upper() + fitting[0][1:] if lead[0].isupper() else fitting[0]
    return article if article.endswith("'") else article + " "


def _plain(lead: str) -> str:
    return lead.casefold().replace("’", "'").strip()
