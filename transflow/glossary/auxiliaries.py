"""Whether a verb term stands behind an auxiliary that wants another form of it: seront délivraient, son concederé, будут выдавались.

A stem tells that a form is of the verb, not that it may stand there.
"""

import re

from transflow.glossary import russian
from transflow.glossary.conjugation import conjugated

__all__ = ["clashes"]

_BETWEEN = r"\s(?:(?:pas|plus|jamais|déjà|toujours|encore|aussi|ya|también|siempre|не|также|уже|\w+ment|\w+mente)\s)?$"
_BEFORE = {
    "fr": re.compile(
        r"(?<![\w’'-])(?:c['’]|n['’])?(?:est|sont|était|étaient|sera|seront|serait|seraient|soit|soient|fut|furent|été|être|étant)"
        + _BETWEEN,
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?<!\w)(?:es|son|era|eran|fue|fueron|será|serán|sería|serían|sea|sean|sido|ser|siendo|ha|han|había|habían|habrá|habrán|haber)"
        + _BETWEEN,
        re.IGNORECASE,
    ),
    "ru": re.compile(r"(?<!\w)(?:буд(?:у|ет|ут|ем|ете|ешь)|был[аи]?)" + _BETWEEN, re.IGNORECASE),
}
_FINITE = {
    "fr": re.compile(r"\w+(?:aient|ait|er(?:a|ai|as|ons|ez|ont)|issent|ons|ez)"),
    "es": re.compile(r"\w+(?:r(?:é|ás|á|emos|éis|án|ía|ían)|aba|aban|aron|ieron|amos|emos)"),
    "ru": re.compile(r"\w+(?:л|ла|ло|ли|лся|лась|лось|лись|[её]тся|[уюая]тся|ится)"),
}
"""What only a finite verb ends in."""


def clashes(form: str, found: str, before: str, code: str) -> bool:
    """Whether an auxiliary has a finite verb behind it.

    Args:
        form: The term, an infinitive perhaps with words behind it.
        found: The words of a text that are a form of it.
        before: What stands before them.
        code: Of the text's language.
    """
    auxiliary = _BEFORE.get(code)
    if auxiliary is None or not auxiliary.search(before[-40:]):
        return False
    infinitive, word = form.split(" ", 1)[0].casefold(), found.split(" ", 1)[0].casefold()
    if word == infinitive:
        return False
    if code == "ru":
        verb = russian.conjugated(infinitive)
        shorts = verb.passive if verb and verb.perfective else ()
        known: tuple[str, ...] = verb.finite if verb else ()
    else:
        other = conjugated(infinitive, code)
        shorts = other.participles if other else ()
        known = other.present if other else ()
    return word not in shorts and (word in known or _FINITE[code].fullmatch(word) is not None)
