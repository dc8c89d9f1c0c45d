"""Arabic: the article, one-letter prepositions and conjunctions are written on the word."""

import re
from collections.abc import Iterable, Sequence

from transflow.glossary.wordforms import Language

__all__ = ["Arabic", "joined", "likens"]

_BEFORE = re.compile(r"(?:[وف])?(?:[بكل])?(?:ال|ل)?")
_STRIP = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_AFTER = frozenset(
    {"", "ه", "ها", "هم", "هما", "نا", "ك", "كم", "ات", "ين", "ون", "ان", "ا", "ي"}
    | {"تها", "ته", "تين", "تان", "تهم"}
)
_AFTER_FEMININE = frozenset(
    {
        "ات",
        "ته",
        "تها",
        "تهم",
        "تهما",
        "تنا",
        "تك",
        "تكم",
        "تي",
        "تا",
        "تين",
        "تان",
        "اته",
        "اتها",
        "اتهم",
    }
    | {"اتنا", "اتك", "اتكم", "اتي"}
)
"""What follows where a word's final `ة` gave way."""
_SHORT_FEMININES = (
    "عام خاص حاد جاف ضار شاب حار سهل صعب ضخم رطب سيئ مهم جيد خطر ميت طيب صلب مسن ضيق آمن لبق كفء عضو سيد طفل "
    "بطل زوج ملك جار عدل مرن"
)
"""Adjectives and persons of three letters: their `ة` is only the feminine."""
_OTHERS = (
    "مكتب كتاب محاكم مجموع طريق سلام مركب منطق معاهد مقاطع مبالغ مطالب مقابل تجار صناع عمال أمان رصاص زجاج محافظ "
    "مناسب مساعد منافس مراقب مراجع معارض مخالف محاسب مشارك تركيب تشكيل قائم مدرس محكم"
)
"""Longer words with which `ة` makes another noun: `مكتبة` is a library, `معارضة` no opponent."""
_GENITIVES = (
    "قاضي محامي نادي وادي تحدي تعدي مباني أراضي معاني رأي وعي سعي نفي كرسي شاي مساعي نواحي ضواحي تفادي تساوي تداعي "
    "ملكية اتفاقية عملية مسؤولية جمعية أهلية كمية تقنية حماية تسوية تنمية تربية توعية تغطية هوية بلدية ترقية تصفية "
    "نهاية بداية رعاية غاية رواية ولاية كفاية وقاية سرية حرية قضية خصوصية أولوية شفافية إنتاجية ميزانية برمجية آلية "
    "مديرية مفوضية نظرية هدية تحلية تسمية"
)
"""Nouns that end as adjectives of relation do: behind another noun they are its genitive."""
_NO_ADJECTIVES = (
    "حماية اتفاقية مسؤولية جمعية تسوية تنمية تربية توعية تغطية هوية ترقية تصفية نهاية بداية رعاية غاية رواية ولاية كفاية وقاية حرية قضية "
    "شفافية ميزانية مديرية مفوضية هدية تحلية تسمية"
)
"""Those of them that are never an adjective, as `سرية` may be."""
_FOLLOWING = ("ة", "ى", "ات", "اء", "ون", "ين")
"""What adjectives behind a feminine noun end in, and behind persons (القضاة المستقلون)."""
_POSSESSORS = ("ه", "ها", "هم", "هما", "نا", "ك", "كم", "ي")
_ARTICLE = "ال"
_PARTICLES = ("و", "ب", "ل", "ف")


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
        cores = {word, word.removeprefix(_ARTICLE)}  # `إلغاء` begins so without an article
        rests = [other[len(before) :] for before in _prefixes(other)]
        return any(_is_form(core, rest) for core in cores for rest in rests)

    def agree(self, words: Sequence[str], others: Sequence[str], pos: str = "") -> bool:
        """Whether a noun is no other noun in `ة`, and a noun and its adjective both have the article."""
        word, other = words[0], others[0]
        if pos != "adj" and other.endswith("ة") and not word.endswith("ة"):
            bare = word.removeprefix(_ARTICLE)
            if bare in _OTHERS.split() or (len(bare) == 3 and bare not in _SHORT_FEMININES.split()):
                return False
        if len(words) < 2 or _owned(word, other):
            return True
        if _plain(word).startswith(_ARTICLE):
            single = False
        else:
            single = words[1].startswith(_ARTICLE) or _construct(words)
        if single:  # التاريخ الإيداع
            return not (_definite(word, other) and _definite(words[1], others[1]))
        if not _relates(word, words[1]):
            return True
        return _definite(word, other) == _definite(words[1], others[1])


def _is_form(core: str, rest: str) -> bool:
    """Whether what stands behind the particles of a word is a plain word with an ending."""
    if rest.startswith(core) and rest[len(core) :] in _AFTER:
        return True
    return (
        core.endswith("ه")
        and rest.startswith(core[:-1])
        and rest[len(core) - 1 :] in _AFTER_FEMININE
    )


def _relates(noun: str, word: str) -> bool:
    """Whether the second word of a term is an adjective of relation for certain: `طلب دولي`."""
    if noun.startswith(_ARTICLE) != word.startswith(_ARTICLE):
        return False
    feminine = noun.endswith(("ة", "ات"))
    bare = word.removeprefix(_ARTICLE)
    return (
        bare.endswith("ية" if feminine else "ي")
        and len(bare) > 3
        and bare not in _GENITIVES.split()
    )


def _definite(word: str, other: str) -> bool:
    """Whether a form of a word has the article."""
    core, other = _plain(word).removeprefix(_ARTICLE), _plain(other)
    return any(
        before.endswith((_ARTICLE, "لل"))
        for before in _prefixes(other)
        if other.startswith(core[:2], len(before))
    )


def _owned(word: str, other: str) -> bool:
    """Whether a form of a noun has a possessor written on it, which makes it definite."""
    return _STRIP.sub("", other).endswith(_POSSESSORS) and not word.endswith(_POSSESSORS)


def _prefixes(word: str) -> list[str]:
    whole = _BEFORE.match(word)
    longest = whole.end() if whole else 0
    return [word[:n] for n in range(longest + 1) if _BEFORE.fullmatch(word[:n])]


def _plain(word: str) -> str:
    return _STRIP.sub("", word).translate(_FOLD)


def likens(form: str, other: str) -> bool:
    """Whether words of a text have the particle ك (like, as) before what a term has."""
    core, other = _plain(form).removeprefix(_ARTICLE), _plain(other)
    rest = re.sub("^[وف](?=ك)", "", other)
    return rest.startswith("ك") and not {core[:2], f"{_ARTICLE}{core}"[:2]} & {other[:2], rest[:2]}


def joined(form: str, *, bare: bool = False, like: bool = False) -> list[str]:
    """A noun phrase, with the article where it has none, and with each particle before these.

    Args:
        form: As a dictionary has it.
        bare: Leave the particles out.
        like: Whether the sentence says what something is like, so that ك may be wanted.
    """
    words = form.split(" ")
    kinds = [form]
    if not any(word.startswith(_ARTICLE) for word in words):
        if not _construct(words):
            kinds.append(" ".join(_ARTICLE + word for word in words))
        if len(words) != 2 or not _relates(*words):
            kinds.append(" ".join([*words[:-1], _ARTICLE + words[-1]]))
    kinds = list(dict.fromkeys(kinds))
    if bare:
        return kinds
    particles = (*_PARTICLES, *(("ك",) if like else ()))
    return [*kinds, *(_before(particle, kind) for particle in particles for kind in kinds)]


def _construct(words: Sequence[str]) -> bool:
    """Whether nouns follow one another, and only the last has the article: `موجة حر`, `مطلب حماية`.

    An adjective behind a feminine noun would end as it does, or begin as `أفضل`.
    """
    if len(words) < 2:
        return False
    if words[1] in _NO_ADJECTIVES.split():
        return True
    adjective = (
        words[1].endswith(_FOLLOWING) or words[1].startswith("أ") or words[1] in {"خام", "حامل"}
    )
    return words[0].endswith("ة") and not adjective


def _before(particle: str, form: str) -> str:
    """`ل` and the article are written `لل`."""
    if particle == "ل" and form.startswith(_ARTICLE):
        return "لل" + form.removeprefix(_ARTICLE)
    return particle + form
