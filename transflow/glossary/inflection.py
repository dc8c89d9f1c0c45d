"""Which words are forms of one word: `models` of `model`, `договора` of `договор`.

A word has a coarse key (a stem), by which candidates are found fast, and a precise test, which
looks at both words. Stems alone would take `applicant` for `application`.
"""

from collections.abc import Iterable
from functools import cache

from transflow.glossary.arabic import Arabic
from transflow.glossary.russian import Russian
from transflow.glossary.spelling import american
from transflow.glossary.suffixed import SUFFIXED, Suffixed
from transflow.glossary.wordforms import Language, Stemmed, rests

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
_ENGLISH_PLURALS: dict[str, set[str]] = {}
for _plural, _one in _ENGLISH_IRREGULAR.items():
    _ENGLISH_PLURALS.setdefault(_one, set()).add(_plural)
_ENGLISH_VERBS = {
    form: verb
    for verb, forms in (
        line.split(": ")
        for line in """\
arise: arose arisen
bear: bore borne
become: became
begin: began begun
bind: bound
break: broke broken
bring: brought
build: built
buy: bought
catch: caught
choose: chose chosen
come: came
deal: dealt
do: did done
draw: drew drawn
drink: drank drunk
drive: drove driven
eat: ate eaten
fall: fell fallen
feed: fed
fight: fought
find: found
fly: flew flown
forbid: forbade forbidden
forgo: forwent forgone
freeze: froze frozen
get: got gotten
give: gave given
go: went gone
grow: grew grown
hang: hung
hear: heard
hide: hid hidden
hold: held
keep: kept
know: knew known
lay: laid
lead: led
leave: left
lend: lent
lose: lost
make: made
mean: meant
meet: met
oversee: oversaw overseen
overtake: overtook overtaken
pay: paid
repay: repaid
rebuild: rebuilt
resell: resold
rise: rose risen
run: ran
say: said
see: saw seen
seek: sought
sell: sold
send: sent
shake: shook shaken
show: shown
shrink: shrank shrunk
sink: sank sunk
speak: spoke spoken
spend: spent
spin: spun
stand: stood
steal: stole stolen
strike: struck stricken
swear: swore sworn
take: took taken
teach: taught
tear: tore torn
tell: told
think: thought
undergo: underwent undergone
understand: understood
undertake: undertook undertaken
uphold: upheld
wear: wore worn
weave: wove woven
win: won
withdraw: withdrew withdrawn
withhold: withheld
write: wrote written
rewrite: rewrote rewritten
underwrite: underwrote underwritten
die: dying
lie: lying
tie: tying
untie: untying""".splitlines()
    )
    for form in forms.split()
}
"""Form -> verb, where more than an ending changes."""
_OWN_PLURALS = frozenset(
    [
        "arms",
        "belongings",
        "clothes",
        "contents",
        "customs",
        "damages",
        "earnings",
        "economics",
        "electronics",
        "ethics",
        "genetics",
        "genomics",
        "glasses",
        "goods",
        "headquarters",
        "linguistics",
        "logistics",
        "manners",
        "mathematics",
        "means",
        "media",
        "minutes",
        "news",
        "odds",
        "optics",
        "physics",
        "politics",
        "premises",
        "proceeds",
        "quarters",
        "remains",
        "robotics",
        "savings",
        "scissors",
        "securities",
        "statistics",
        "thanks",
        "therapeutics",
        "trousers",
        "works",
    ]
)
"""Plurals whose singular is something else: `customs` is no `custom`, `genetics` no `genetic`."""
_SNOWBALL = {
    "ar": "", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "nb": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


class _Prefixed(Language):
    """No stemmer: long words are one word if all but the last letters agree."""

    def key(self, word: str) -> str:
        return word[:4] if len(word) >= 5 else word

    def same(self, word: str, other: str, pos: str = "") -> bool:
        del pos
        if word == other:
            return True
        rest, other_rest, common = rests(word, other)
        return common >= 4 and common >= len(word) - 3 and len(rest) <= 3 and len(other_rest) <= 3


class _English(Language):
    """Plural and possessive of every word, -ed and -ing of verbs."""

    def key(self, word: str) -> str:
        return _bare(american(word))

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        forms = {word, *_singulars(word)}
        for form in tuple(forms):
            forms |= _ENGLISH_PLURALS.get(form, set())
        forms |= {form + ending for form in tuple(forms) for ending in ("s", "es")}
        if pos == "verb":
            forms |= _verb_forms(word)
        return {self.key(form) for form in forms}

    def plural(self, word: str) -> bool:
        return len(_singulars(word)) > 1

    def same(self, word: str, other: str, pos: str = "") -> bool:
        if word == other:
            return True
        if word in _OWN_PLURALS and not other.startswith(word):
            return False
        spelled, read = american(word), american(other)
        if (spelled, read) != (word, other) and self.same(spelled, read, pos):
            return True
        if _singulars(word) & _singulars(other):
            return True
        return pos == "verb" and bool(_verb_bases(word) & _verb_bases(other))


def _unowned(word: str) -> str:
    """`parties'` -> `parties`."""
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _bare(word: str) -> str:
    """What a regular noun and its plural have in common: `houses`, `house` -> `hous`."""
    if not word.endswith(("s", "'")):  # most words
        return word.removesuffix("e") if len(word) > 3 else word
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
    if word.endswith("c"):
        forms |= {word + "ked", word + "king"}
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
            if base.endswith("ck"):
                bases.add(base[:-1])
    return frozenset(bases)


@cache
def language(tag: str) -> Language:
    """The inflection of a BCP 47 tag's language."""
    code = tag.partition("-")[0].lower()
    if code in _SPACELESS:
        return Language(code)
    if code == "en":
        return _English(code)
    if code == "ru":
        return Russian()
    if code == "ar":
        return Arabic(code)
    if code in SUFFIXED:
        return Suffixed(code)
    if algorithm := _SNOWBALL.get(code):
        return Stemmed(code, algorithm)
    return _Prefixed(code)
