"""Arabic: the article, one-letter prepositions and conjunctions are written on the word."""

import re
from collections.abc import Iterable

from transflow.glossary.wordforms import Language

__all__ = ["Arabic", "joined"]

_BEFORE = re.compile(r"(?:[وف])?(?:[بكل])?(?:ال|ل)?")
_STRIP = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_AFTER = frozenset(
    {"", "ه", "ها", "هم", "هما", "نا", "ات", "ين", "ون", "ان", "ا", "ي"}
    | {"تها", "ته", "تين", "تان", "تهم"}
)
_AFTER_FEMININE = frozenset(
    {"ات", "ته", "تها", "تهم", "تهما", "تنا", "تي", "تا", "تين", "تان", "اته", "اتها", "اتهم"}
)
"""What follows where a word's final `ة` gave way."""
_ARTICLE = "ال"
_PARTICLES = ("و", "ب", "ل", "ف", "ك")


class Arabic(Language):
    """A word with all that may be written on it."""

    joins = True

    def key(self, word: str) -> str:
        """See `Language.key`."""
        core = _plain(word)
        while (match := re.match("ال|[وفبكل]", core)) and len(core) - match.end() >= 2:
            core = core[match.end() :]
        return core[:2]

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """See `Language.keys`."""
        del pos
        core = _plain(word)
        found = {self.key(core + after) for after in _AFTER}
        if core.endswith("ه"):
            found |= {self.key(core[:-1] + after) for after in _AFTER_FEMININE}
        return found

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """See `Language.same`."""
        del pos
        word, other = _plain(word), _plain(other)
        core = word.removeprefix("ال")
        for before in _prefixes(other):
            rest = other[len(before) :]
            if rest.startswith(core) and rest[len(core) :] in _AFTER:
                return True
            if (
                core.endswith("ه")
                and rest.startswith(core[:-1])
                and rest[len(core) - 1 :] in _AFTER_FEMININE
            ):
                return True
        return False


def _prefixes(word: str) -> list[str]:
    whole = _BEFORE.match(word)
    longest = whole.end() if whole else 0
    return [word[:n] for n in range(longest + 1) if _BEFORE.fullmatch(word[:n])]


def _plain(word: str) -> str:
    return _STRIP.sub("", word).translate(_FOLD)


def joined(form: str, *, bare: bool = False) -> list[str]:
    """A noun phrase, with the article where it has none, and with each particle before these.

    Args:
        form: As a dictionary has it.
        bare: Leave the particles out.
    """
    words = form.split(" ")
    kinds = [form]
    if not any(word.startswith(_ARTICLE) for word in words):
        if not _construct(words):
            kinds.append(" ".join(_ARTICLE + word for word in words))
        kinds.append(" ".join([*words[:-1], _ARTICLE + words[-1]]))
    kinds = list(dict.fromkeys(kinds))
    if bare:
        return kinds
    return [*kinds, *(_before(particle, kind) for particle in _PARTICLES for kind in kinds)]


def _construct(words: list[str]) -> bool:
    """Whether nouns follow one another, and only the last has the article: `موجة حر`.

    An adjective behind a feminine noun would end as it does.
    """
    return len(words) > 1 and words[0].endswith("ة") and not words[1].endswith(("ة", "ى", "ات"))


def _before(particle: str, form: str) -> str:
    """`ل` and the article are written `لل`."""
    if particle == "ل" and form.startswith(_ARTICLE):
        return "لل" + form.removeprefix(_ARTICLE)
    return particle + form
