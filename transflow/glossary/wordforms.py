"""How words of a language inflect: what every language has, and those with a stemmer."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from transflow.glossary.conjugation import conjugated

__all__ = ["Language", "Stemmed", "rests"]

# Endings of number and gender (with Spanish and French plurals of nouns and adjectives); a pair
# of words is one word where both rests after the common beginning are in one of these groups.
_ENDINGS: dict[str, tuple[frozenset[str], ...]] = {
    "fr": (
        frozenset({"", "s", "e", "es"}),
        frozenset({"", "x"}),
        frozenset({"l", "ux", "le", "les"}),
        frozenset({"", "le", "les", "s"}),
        frozenset({"", "ne", "nes", "s"}),
        frozenset({"f", "fs", "ve", "ves"}),
        frozenset({"x", "se", "ses"}),
        frozenset({"er", "ers", "ère", "ères"}),
        frozenset({"eur", "eurs", "rice", "rices", "euse", "euses"}),
        frozenset({"r", "rs", "se", "ses"}),
        frozenset({"", "te", "tes", "s"}),
    ),
    "es": (
        frozenset({"", "s"}),
        frozenset({"", "es"}),
        frozenset({"o", "a", "os", "as"}),
        frozenset({"", "a", "es", "as"}),
        frozenset({"z", "ces"}),
        frozenset({"ón", "ones"}),
        frozenset({"án", "anes"}),
        frozenset({"én", "enes"}),
        frozenset({"és", "eses", "esa", "esas"}),
        frozenset({"ín", "ines"}),
        frozenset({"ún", "unes"}),
        frozenset({"n", "nes"}),
    ),
    "pt": (
        frozenset({"", "s"}),
        frozenset({"", "es", "a", "as"}),
        frozenset({"o", "a", "os", "as"}),
        frozenset({"ão", "ões", "ães", "ãos"}),
        frozenset({"l", "is"}),
        frozenset({"il", "is", "eis"}),
        frozenset({"m", "ns"}),
        frozenset({"ês", "eses", "esa", "esas"}),
    ),
    "it": (
        frozenset({"o", "a", "i", "e"}),
        frozenset({"e", "i"}),
        frozenset({"a", "e", "he"}),
        frozenset({"o", "hi", "i"}),
        frozenset({"io", "i"}),
    ),
}
_LINKS = frozenset(
    {"de", "d", "du", "des", "à", "au", "aux", "en", "pour", "sur", "del", "a", "para", "por", "con",
     "do", "da"}
)  # fmt: skip
_CONJUNCTIONS = frozenset({"et", "ou", "y", "o", "e", "u"})


class Language:
    """How words of one language inflect."""

    joins = False
    """True where endings and particles are written on acronyms, too."""

    def __init__(self, code: str) -> None:
        self.code = code

    def key(self, word: str) -> str:
        """A coarse key that all forms of a word share; `word` is in folded case."""
        return word

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """Every key that forms of a glossary's word may have."""
        del pos
        return (self.key(word),)

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """Whether a word of a text is a form of a glossary's word; both in folded case."""
        del pos
        return word == other

    def plural(self, word: str) -> bool:
        """Whether a word looks like the plural of another; `word` is in folded case."""
        del word
        return False

    def agree(self, words: Sequence[str], others: Sequence[str], pos: str = "") -> bool:
        """Whether words of a text that are forms of a term's words also fit one another."""
        del words, others, pos
        return True


def rests(word: str, other: str) -> tuple[str, str, int]:
    """What follows the common beginning of two words, and how long that is."""
    common = 0
    for left, right in zip(word, other, strict=False):
        if left != right:
            break
        common += 1
    return word[common:], other[common:], common


class Stemmed(Language):
    """Snowball finds, the endings decide."""

    def __init__(self, code: str, algorithm: str) -> None:
        super().__init__(code)
        import snowballstemmer  # noqa: PLC0415

        self._stem: Any = lru_cache(maxsize=100_000)(snowballstemmer.stemmer(algorithm).stemWord)
        self._groups = _ENDINGS.get(code, ())

    def key(self, word: str) -> str:
        """See `Language.key`."""
        return str(self._stem(word))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """See `Language.keys`."""
        forms = {word}
        if pos == "verb" and (verb := conjugated(word, self.code)):
            return {self.key(form) for form in verb.forms}
        for group in self._groups:
            for ending in group:
                if word.endswith(ending) and len(word) - len(ending) >= 2:
                    forms.update(word[: len(word) - len(ending)] + other for other in group)
        return {self.key(form) for form in forms}

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """See `Language.same`."""
        if word == other:
            return True
        plain = other.translate(_NO_UMLAUT) if self.code == "de" else other
        if plain != other and word == word.translate(_NO_UMLAUT):
            if not _umlauted(word, other):
                return False
            other = plain
        rest, other_rest, common = rests(word, other)
        if pos == "verb":
            verb = conjugated(word, self.code)
            if verb and (other in verb.forms or other == word + "s"):
                return other != word + "s"
            return str(self._stem(word)) == str(self._stem(other))
        if self._groups:
            return common >= 2 and any(_in_group(g, word, other, common) for g in self._groups)
        return common >= 3 and len(rest) <= 3 and len(other_rest) <= 3

    def agree(self, words: Sequence[str], others: Sequence[str], pos: str = "") -> bool:
        """Nouns and their adjectives change number together, up to a preposition."""
        del pos
        if self.code not in {"fr", "es", "pt"}:
            return True
        changes = set()
        for word, other in zip(words, others, strict=True):
            if word in _LINKS:
                break
            joins = word in _CONJUNCTIONS
            if not joins and not (_plural(word) and _plural(other)):
                changes.add(_plural(word) != _plural(other))
        return len(changes) < 2


_NO_UMLAUT = str.maketrans("äöü", "aou")


def _umlauted(word: str, other: str) -> bool:
    """Whether a German word may be the plural of one without umlaut: `Anwälte`, `Gärten`."""
    return other.endswith(("e", "er", "en", "ern")) or word.endswith(("er", "el", "en"))


def _plural(word: str) -> bool:
    return word.endswith(("s", "x"))


def _in_group(group: frozenset[str], word: str, other: str, common: int) -> bool:
    """Whether both words end in endings of the group after the same beginning.

    No plural -s is added to a word that ends in one: `infectionss` is no word.
    """
    return any(
        word[at:] in group
        and other[at:] in group
        and not (word[at - 1] in "sxz" and {word[at:], other[at:]} == {"", "s"})
        for at in range(max(2, common - 3), common + 1)
    )
