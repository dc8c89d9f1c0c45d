"""Which words are forms of one word: `models` of `model`, `договора` of `договор`.

A word has a coarse key (a stem), by which candidates are found fast, and a precise test, which
looks at both words. Stems alone would take `applicant` for `application`.
"""

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

__all__ = ["Language", "language"]

_ENGLISH_IRREGULAR = {
    "analyses": "analysis", "appendices": "appendix", "axes": "axis", "bases": "basis",
    "calves": "calf", "children": "child", "crises": "crisis", "criteria": "criterion", "data": "datum",
    "elves": "elf", "feet": "foot", "halves": "half", "hypotheses": "hypothesis", "indices": "index",
    "knives": "knife", "leaves": "leaf", "lives": "life", "loaves": "loaf", "matrices": "matrix", "media": "medium", "men": "man",
    "memoranda": "memorandum", "mice": "mouse", "parentheses": "parenthesis", "people": "person",
    "phenomena": "phenomenon", "scarves": "scarf", "selves": "self", "shelves": "shelf", "strata": "stratum", "syntheses": "synthesis",
    "teeth": "tooth", "thieves": "thief", "theses": "thesis", "vertices": "vertex", "wives": "wife",
    "wolves": "wolf", "women": "woman",
}  # fmt: skip
_ENGLISH_VERBS = {
    "brought": "bring", "bought": "buy", "built": "build", "chosen": "choose", "chose": "choose",
    "drawn": "draw", "drew": "draw", "found": "find", "gave": "give", "given": "give",
    "held": "hold", "kept": "keep", "left": "leave", "lent": "lend", "made": "make",
    "met": "meet", "paid": "pay", "sold": "sell", "sent": "send", "shown": "show",
    "sought": "seek", "taken": "take", "took": "take", "taught": "teach", "told": "tell",
    "withdrawn": "withdraw", "withdrew": "withdraw", "won": "win", "written": "write",
    "wrote": "write",
}  # fmt: skip
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
_SNOWBALL = {
    "ar": "", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "nb": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_LINKS = frozenset(
    {"de", "d", "du", "des", "à", "au", "aux", "en", "pour", "sur", "et", "ou", "del", "y", "o",
     "a", "para", "por", "con", "do", "da", "e"}
)  # fmt: skip
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_ARABIC_BEFORE = re.compile(r"(?:[وف])?(?:[بكل])?(?:ال|ل)?")
_ARABIC_STRIP = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_ARABIC_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_ARABIC_AFTER = frozenset(
    {
        "",
        "ه",
        "ها",
        "هم",
        "هما",
        "نا",
        "ات",
        "ين",
        "ون",
        "ان",
        "ا",
        "ي",
        "تها",
        "ته",
        "تين",
        "تان",
        "تهم",
    }
)


class Language:
    """How words of one language inflect."""

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

    def agree(self, words: Sequence[str], others: Sequence[str]) -> bool:
        """Whether words of a text that are forms of a term's words also fit one another."""
        del words, others
        return True


def _rests(word: str, other: str) -> tuple[str, str, int]:
    common = 0
    for left, right in zip(word, other, strict=False):
        if left != right:
            break
        common += 1
    return word[common:], other[common:], common


class _Stemmed(Language):
    """Snowball finds, the endings decide."""

    def __init__(self, code: str, algorithm: str) -> None:
        super().__init__(code)
        import snowballstemmer  # noqa: PLC0415

        self._stem: Any = lru_cache(maxsize=100_000)(snowballstemmer.stemmer(algorithm).stemWord)
        self._groups = _ENDINGS.get(code, ())

    def key(self, word: str) -> str:
        return str(self._stem(word))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        del pos
        forms = {word}
        for group in self._groups:
            for ending in group:
                if word.endswith(ending) and len(word) - len(ending) >= 2:
                    forms.update(word[: len(word) - len(ending)] + other for other in group)
        return {self.key(form) for form in forms}

    def same(self, word: str, other: str, pos: str = "") -> bool:
        if word == other:
            return True
        rest, other_rest, common = _rests(word, other)
        if pos == "verb":
            return str(self._stem(word)) == str(self._stem(other))
        if self._groups:
            return common >= 2 and any(_in_group(g, word, other, common) for g in self._groups)
        return common >= 3 and len(rest) <= 3 and len(other_rest) <= 3

    def agree(self, words: Sequence[str], others: Sequence[str]) -> bool:
        """A noun and its adjectives change number together, up to a preposition."""
        if self.code not in {"fr", "es", "pt"}:
            return True
        changes = set()
        for word, other in zip(words, others, strict=True):
            if word in _LINKS:
                break
            if not (_plural(word) and _plural(other)):
                changes.add(_plural(word) != _plural(other))
        return len(changes) < 2


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


class _Prefixed(Language):
    """No stemmer: long words are one word if all but the last letters agree."""

    def key(self, word: str) -> str:
        return word[:4] if len(word) >= 5 else word

    def same(self, word: str, other: str, pos: str = "") -> bool:
        del pos
        if word == other:
            return True
        rest, other_rest, common = _rests(word, other)
        return common >= 4 and common >= len(word) - 3 and len(rest) <= 3 and len(other_rest) <= 3


class _English(Language):
    """Plural and possessive of every word, -ed and -ing of verbs."""

    def key(self, word: str) -> str:
        return _bare(word)

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        forms = {word, *_singulars(word)}
        forms |= {plural for plural, one in _ENGLISH_IRREGULAR.items() if one in forms}
        forms |= {form + ending for form in tuple(forms) for ending in ("s", "es")}
        if pos == "verb":
            forms |= _verb_forms(word)
        return {self.key(form) for form in forms}

    def plural(self, word: str) -> bool:
        return len(_singulars(word)) > 1

    def same(self, word: str, other: str, pos: str = "") -> bool:
        if word == other or _singulars(word) & _singulars(other):
            return True
        return pos == "verb" and bool(_verb_bases(word) & _verb_bases(other))


def _unowned(word: str) -> str:
    """`parties'` -> `parties`."""
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _bare(word: str) -> str:
    """What a regular noun and its plural have in common: `houses`, `house` -> `hous`."""
    word = _unowned(word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith("es"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def _singulars(word: str) -> frozenset[str]:
    """What a word may be a form of, itself included: `bases` of base and of basis."""
    word = _unowned(word)
    found = {word}
    if word in _ENGLISH_IRREGULAR:
        found.add(_ENGLISH_IRREGULAR[word])
    if len(word) > 4 and word.endswith("ies"):
        found |= {word[:-3] + "y", word[:-1]}
    elif len(word) > 4 and word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found |= {word[:-2], word[:-1]}
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found.add(word[:-1])
    return frozenset(found)


def _verb_forms(word: str) -> set[str]:
    """What may come of a verb: file -> files, filed, filing."""
    forms = {word, word + "ed", word + "ing", word + word[-1:] + "ed", word + word[-1:] + "ing"}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    if word.endswith("y"):
        forms |= {word[:-1] + "ied", word[:-1] + "ies"}
    return forms | {past for past, base in _ENGLISH_VERBS.items() if base == word}


def _verb_bases(word: str) -> frozenset[str]:
    """What a verb form may come from: `filing` -> file, fil."""
    bases = {word, *_singulars(word), _ENGLISH_VERBS.get(word, word)}
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending)
            bases |= {base, base + "e"}
            if base[-1:] == base[-2:-1]:
                bases.add(base[:-1])
            if base.endswith("i"):
                bases.add(base[:-1] + "y")
    return frozenset(bases)


class _Russian(_Stemmed):
    """pymorphy3 knows the paradigms; the stem only finds candidates."""

    def __init__(self) -> None:
        super().__init__("ru", "russian")

    def key(self, word: str) -> str:
        return str(self._stem(word.replace("ё", "е")))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        del pos
        forms = {word}
        for parse in _morph().parse(word)[:3]:
            forms.update(form.word for form in parse.lexeme)
        return {self.key(form) for form in forms}

    def same(self, word: str, other: str, pos: str = "") -> bool:
        del pos
        return word == other or bool(_lemmas(word) & _lemmas(other))


@cache
def _morph() -> Any:
    pymorphy: Any = importlib.import_module("pymorphy3")  # a second of loading: only for Russian
    return pymorphy.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> frozenset[str]:
    return frozenset(parse.normal_form for parse in _morph().parse(word))


class _Arabic(Language):
    """The article, one-letter prepositions and conjunctions are written on the word."""

    def key(self, word: str) -> str:
        core = _arabic(word)
        while len(core) > 3 and (match := re.match("ال|[وفبكل]", core)):
            core = core[match.end() :] if len(core) - match.end() >= 2 else core[:2]
            if len(core) <= 3:
                break
        return core[:2]

    def same(self, word: str, other: str, pos: str = "") -> bool:
        del pos
        word, other = _arabic(word), _arabic(other)
        core = word.removeprefix("ال")
        for before in _prefixes(other):
            rest = other[len(before) :]
            if rest.startswith(core) and rest[len(core) :] in _ARABIC_AFTER:
                return True
            if (
                core.endswith("ه")
                and rest.startswith(core[:-1])
                and rest[len(core) - 1 :] in _ARABIC_AFTER
            ):
                return True
        return False


def _prefixes(word: str) -> list[str]:
    whole = _ARABIC_BEFORE.match(word)
    longest = whole.end() if whole else 0
    return [word[:n] for n in range(longest + 1) if _ARABIC_BEFORE.fullmatch(word[:n])]


def _arabic(word: str) -> str:
    return _ARABIC_STRIP.sub("", word).translate(_ARABIC_FOLD)


@cache
def language(tag: str) -> Language:
    """The inflection of a BCP 47 tag's language."""
    code = tag.partition("-")[0].lower()
    if code in _SPACELESS:
        return Language(code)
    if code == "en":
        return _English(code)
    if code == "ru":
        return _Russian()
    if code == "ar":
        return _Arabic(code)
    if algorithm := _SNOWBALL.get(code):
        return _Stemmed(code, algorithm)
    return _Prefixed(code)
