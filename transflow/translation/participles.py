"""Participles behind a term agree with it: `les droits de douane ont été réduites` is `réduits`.

The decoder wrote the participle for the noun it had in mind, before the approved term took that
noun's place. Put right are sentences whose subject is plain to see: an article and a noun where a
clause begins, perhaps with what belongs to it, then a form of *to be*. Elsewhere nothing is changed.
"""

import re
from collections.abc import Iterable, Mapping

from transflow.translation import nouns

__all__ = ["agreeing"]

Range = tuple[int, int]
_BEGIN = (
    r"(?:^|(?<=[.:;,«(¿¡]) ?|(?<=\bque |\bcar )|(?<=\bet |\bsi )|(?<=\bpero |\bmais )|(?<=\by ))"
)
_PATTERNS = {
    "fr": re.compile(
        _BEGIN + r"(?P<article>(?:tous |toutes )?(?:le |la |les |l['’])|une? |cet? |cette |ces |son |sa |ses |leurs? )"
        r"(?P<noun>[^\W\d_]{3,})(?P<more>(?: (?!qui |que |et |ou |est |sont |a |ont )[\w'’-]+){0,9}?)"
        r"(?P<who> qui)? (?:ne |n['’])?(?P<verb>(?:(?:a|ont|avait|avaient|aura|auront) été)|(?:doit|doivent|peut|peuvent|devra|devront|"
        r"pourra|pourront|devrait|devraient|pourrait|pourraient|va|vont) (?:pas )?être|est|sont|était|étaient|sera|seront|"
        r"fut|furent|soit|soient)(?: (?:pas|plus|jamais|souvent|toujours|aussi|très|encore|également|déjà))?"
        r" (?P<stem>[^\W\d_]{2,}?(?:é|crit|duit|truit|vert)|"
        r"(?:re|ob|sou|dé|main|con|inter|pré|sur)?(?:tenu|venu)|[^\W\d_]*(?:endu|ompu|attu|onnu|perdu|évu|çu|onclu|solu|ourni|muni|"
        r"tabli|fini|garanti|parti|vesti|saisi|empli|verti|puni|hoisi))(?P<end>e?s?)(?![\w'’-])",
        re.IGNORECASE,
    ),
    "es": re.compile(
        _BEGIN + r"(?P<article>(?:todos |todas )?(?:el |la |los |las )|una? |est[ea] |est[oa]s |es[ea] |es[oa]s |sus? )"
        r"(?P<noun>[^\W\d_]{3,})(?P<more>(?: (?!que |y |e |o |es |son |ha |han )[\w-]+){0,9}?)"
        r"(?P<who> que)? (?:no )?(?P<verb>(?:ha|han|había|habían|habrá|habrán) sido|(?:debe|deben|puede|pueden|deberá|deberán|podrá|podrán|"
        r"debería|deberían|podría|podrían|va a|van a) ser|es|son|era|eran|será|serán|fue|fueron|sea|sean|está|están|estaba|"
        r"estaban|estará|estarán)(?: (?:muy|más|menos|tan|ya|también|siempre|todavía))?"
        r" (?P<stem>(?!demasiad|tod|cad|nad|lad)[^\W\d_]+?(?:ad|[ií]d)|(?:\w*(?:hech|puest|biert|crit|vist|suelt|vuelt))|(?<=[áa]s )[^\W\d_]{3,}|(?<=muy )[^\W\d_]{3,}|(?<=tan )[^\W\d_]{3,}|(?<=menos )[^\W\d_]{3,})(?P<end>[oa]s?)(?![\w-])",
        re.IGNORECASE,
    ),
}  # fmt: skip
_MASCULINE = frozenset(
    ["le", "un", "ce", "cet", "el", "este", "ese", "los", "estos", "esos", "unos"]
)
_FEMININE = frozenset(["la", "une", "cette", "una", "esta", "esa", "las", "estas", "esas", "unas"])
_NOUN = re.compile(
    r"(?<![\w'’])(l['’]|(?:le|la|les|un|une|cet|ce|cette|el|los|las|una|este|esta) )([^\W\d_]{3,})",
    re.IGNORECASE,
)
_ENDS = {"fr": ("", "e", "s", "es"), "es": ("o", "a", "os", "as")}


def agreeing(
    text: str, terms: Iterable[Range], locale: str, genders: Mapping[str, bool] = nouns.NOTHING
) -> str:
    """The text with the participles that a term's gender and number decide, or that are a term.

    Args:
        text: A draft without markup.
        terms: Where its terms stand.
        locale: BCP 47 tag of the draft.
        genders: Casefolded words of which a glossary says whether they are feminine.
    """
    code = locale.partition("-")[0]
    pattern = _PATTERNS.get(code)
    if pattern is None:
        return text
    ranges = list(terms)
    for match in reversed(list(pattern.finditer(text))):
        plural, feminine = nouns.plural(match["noun"], code), _feminine(match, code, genders)
        touched = any(
            start < match.end(group) and match.start(group) < end
            for start, end in ranges
            for group in ("noun", "stem")
        )
        if match["who"] and match["more"]:  # either noun may be meant
            continue
        if plural is False and not _single(match["verb"]) and not match["who"]:
            plural, feminine = True, _joint(text[: match.start("article")], feminine, code)
        if not touched or plural is None or feminine is None or plural is _single(match["verb"]):
            continue
        end = _ENDS[code][2 * plural + feminine]
        text = text[: match.start("end")] + end + text[match.end("end") :]
    return text


def _joint(before: str, feminine: bool | None, code: str) -> bool | None:
    """The gender of several subjects together, of which the last one's is known: `la vis et l'écrou`."""
    clause = re.split(r"[.;:!?«(]", before)[-1]
    if feminine is None or not re.search(r"\b(?:et|ou|y|e|o|u) $", clause):
        return None
    if not feminine:
        return False
    found = []
    for article, noun in _NOUN.findall(clause):
        of_noun = nouns.feminine(noun, code)
        by_article = (
            article.strip().casefold() in _FEMININE if article.strip()[-1] not in "'’s" else None
        )
        found.append(by_article if of_noun is None else of_noun)
    return None if not found or None in found else all(found)


def _feminine(match: re.Match[str], code: str, genders: Mapping[str, bool]) -> bool | None:
    """The gender of the subject: as its noun says, else as its article does."""
    found = nouns.feminine(match["noun"], code, genders)
    article = match["article"].split()[-1].casefold()
    if found is not None or article not in _MASCULINE | _FEMININE:
        return found
    return article in _FEMININE


def _single(verb: str) -> bool:
    """Whether a form of `to be`, or what helps it, is in the singular."""
    return not verb.split(maxsplit=1)[0].casefold().endswith(("nt", "n"))
