"""Languages: how each language calls them (CLDR), and whether a draft has lost one or made another of it.

English calls people, laws and patents by the same words (`French patents`), so in a sentence a name
counts where a language alone can be meant: `in English`, `fluent in Swahili`, `the Arabic version`, in a
list that no noun follows.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from transflow.bcp47 import babel_locale
from transflow.glossary.countrywords import unaccented
from transflow.glossary.largewords import large_words
from transflow.glossary.territories import COLUMNS

__all__ = ["firsts", "forms", "lost", "match", "names"]

_CODES = (
    "en fr es zh ru ar ko ja sw pt de it nl el tr fa ur hi bn ta vi th id ms uk pl cs sk hu ro bg sr hr da sv no fi et lv lt he am "
    "so ha yo ig zu af ps ne si km my tl fil mn kk uz ky tg az hy ka be ca eu gl cy ga is mt sq mk sl bs ku yue rw sn xh pa gu "
    "mr te ml kn qu gn ay ti om wo mg mi"
)
_ALSO = {"Bengali": "bn", "Farsi": "fa", "Mandarin": "zh", "Kiswahili": "sw", "Maori": "mi"}
_OTHERWISE: dict[str, dict[str, tuple[str, ...]]] = {
    "zh": {"zh": ("中", "汉", "华", "普通话", "国语"), "fr": ("chinois", "mandarin"), "es": ("chin", "mandarin"),
           "ru": ("кита", "мандарин", "путунхуа"), "ar": ("صين", "ماندرين")},
    "en": {"ar": ("انجليز", "انكليز"), "fr": ("angl",), "es": ("ingl", "anglo"), "ru": ("англ",)},
    "fr": {"fr": ("franc",), "es": ("franc",), "ru": ("франц", "франко")}, "es": {"es": ("espan", "castell", "hispan"), "zh": ("西文", "、西")},
    "pt": {"fr": ("lusophon",), "es": ("luso",), "ru": ("португал",), "zh": ("葡",)}, "ar": {"zh": ("阿",)}, "ti": {"zh": ("提格",)}, "ur": {"ar": ("اردو", "اردي")},
    "hy": {"ar": ("ارمن", "ارمين")}, "ig": {"ar": ("ايغبو", "ايبو", "ايجبو")}, "ms": {"ar": ("ملايو", "ماليز", "مالاي")}, "kk": {"ar": ("كازاخ",)},
    "vi": {"ar": ("فييتنام", "فيتنام")}, "th": {"ar": ("تايلند", "تايلاند")}, "af": {"ar": ("افريكان", "افريقان")},
    "fa": {"zh": ("波斯", "法尔西"), "ar": ("فارس",), "ru": ("перс", "фарси"), "es": ("persa", "farsi"), "fr": ("persan", "farsi")},
    "sw": {"ru": ("суахили",), "es": ("suajili", "swahili", "kiswahili"), "fr": ("swahili", "kiswahili", "souahel"), "ar": ("سواحيل", "سواحل")},
    "bn": {"zh": ("孟加拉",), "fr": ("bengal",), "es": ("bengal",)}, "he": {"ru": ("иврит", "еврейск"), "es": ("hebr",), "fr": ("hebr",)},
    "hi": {"ar": ("هندي", "هندو")}, "de": {"zh": ("德",), "ru": ("немец", "немц", "герман")}, "nl": {"zh": ("荷",), "fr": ("neerl", "hollandais", "flamand"),
    "es": ("neerl", "holand", "flamenc"), "ru": ("нидерл", "голланд", "фламанд"), "ar": ("هولند",)}, "gn": {"ar": ("غواران", "جواران")},
    "no": {"zh": ("挪威",)}, "tr": {"ru": ("турец", "тюрк")}, "id": {"zh": ("印尼", "印度尼西亚")}, "ps": {"ru": ("пушту", "пашто"), "ar": ("باشتو", "بشتو")},
    "da": {"ar": ("دانمرك", "دنمارك", "دانمارك")}, "mi": {"es": ("maori",)}, "yue": {"zh": ("粤", "广东话"), "ar": ("كانتون",)}, "pa": {"es": ("punyab", "panyab", "punjab"), "fr": ("pendjab", "punjab")},
    "el": {"ru": ("греч",)}, "qu": {"ar": ("كيتشوا", "كيشوا")}, "eu": {"es": ("vasc", "eusker")}, "rw": {"ar": ("كينيارواند",)}, "cs": {"ru": ("чеш",)},
}  # fmt: skip
"""What else names a language, or what is of its speakers."""
_ENDINGS = {"fr": 3, "es": 2, "ru": 4, "ar": 2, "zh": 1}
_LEAST = 3
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ii]nto|[Ff]luent|[Ss]peaks?|[Ss]poke|[Ss]poken|[Ss]peaking|[Ww]ritten|[Ee]xcellent|[Gg]ood|[Bb]asic|[Nn]ative|"
    r"[Ll]earn(?:s|ed|ing|t)?|[Ss]tud(?:y|ies|ied|ying)|[Tt]aught|[Kk]nowledge of|some|a little|[Cc]ommand of|[Bb]oth|[Uu]nderstands?) $"
)
_THING = re.compile(
    r" (?:languages?|texts?|versions?|translations?|interpretation|subtitles|speakers?|editions?)\b|[ -](?:language|speaking|speakers?)\b"
)
_AFTER = re.compile(
    r"\W*$|[,.;:!?)”\"]|\s?[–—]|\s\(|\s(?:and|or|as|by|is|are|was|were|with|for|at|on|to|but|only|if|when|than|before|after|within|has|"
    r"have|had|will|can|must|may|should|which|who|that|unless|because|so|do|does|did|"
    r"here|there|too|today|now|since|during|without|through|via|under|among|alike|alone|online|respectively|together|from|of|into|each)\b"
)
_LIST = re.compile(r"(?:, and |, or |, | and | or |/)(?:(?:in|into) )?")


@cache
def _codes() -> dict[str, str]:
    english = babel_locale("en").languages
    return {str(english[code]): code for code in _CODES.split()} | _ALSO


def firsts() -> frozenset[str]:
    """The names of the languages: each is one word."""
    return frozenset(_codes())


_WORD = re.compile(r"(?<![\w-])[A-Z]\w+")


def match(text: str, at: int) -> tuple[int, str] | None:
    """The language whose name begins at a place: where it ends, and the name.

    Args:
        text: Plain English.
        at: Where to look.
    """
    found = _WORD.match(text, at)
    return (found.end(), found[0]) if found and found[0] in _codes() else None


def names(name: str, locale: str) -> tuple[str, ...]:
    """What a language calls another one, the usual form first; empty if CLDR does not know.

    Args:
        name: As English has it.
        locale: BCP 47 tag.
    """
    own = babel_locale(locale).languages.get(_codes()[name])
    return (str(own),) if own else ()


@lru_cache(maxsize=4096)
def _find(text: str) -> tuple[tuple[int, str, bool], ...]:
    """Where languages stand in a sentence, with their names, and whether a noun follows that is theirs."""
    if _codes().keys().isdisjoint(large_words(text)):
        return ()
    chains: list[list[re.Match[str]]] = []
    for found in _WORD.finditer(text):
        if found[0] not in _codes():
            continue
        if chains and _LIST.fullmatch(text, chains[-1][-1].end(), found.start()):
            chains[-1].append(found)
        else:
            chains.append([found])
    out: list[tuple[int, str, bool]] = []
    for chain in chains:
        thing = _THING.match(text, chain[-1].end()) is not None
        listed = len(chain) >= _MANY or (len(chain) > 1 and chain[0].start() > 0)
        placed = listed or _BEFORE.search(text, 0, chain[0].start())
        if thing or (placed and _AFTER.match(text, chain[-1].end())):
            out += [(one.start(), one[0], thing) for one in chain]
    return tuple(out)


_MANY = 3


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may write the languages of a sentence: as it has them -> as the locale does.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the drafts.
    """
    language = locale.partition("-")[0]
    if language not in COLUMNS:
        return {}
    return {
        name: tuple(
            dict.fromkeys(_introduced(own[0], language, alone=text[:start].endswith("in ")))
        )
        for start, name, thing in _find(text)
        if not thing and (own := names(name, locale))
    }


def _introduced(name: str, language: str, *, alone: bool) -> Iterator[str]:
    """A name, and what may be written of it: `l'anglais`, `английском языке`, `بالإنجليزية`."""
    if language == "ru" and name.endswith(("ий", "ый")):
        where = [f"{name[:-2]}ом языке", f"{name[:-2]}ом"]
        yield from [*where, name] if alone else [name, *where]
        yield from (f"{name} язык", f"{name[:-2]}ого", f"{name[:-2]}им", f"{name[:-2]}ого языка")
        return
    yield name
    if language == "ar":
        yield from (f"و{name}", f"ب{name}", f"اللغة {name}", f"باللغة {name}")
    elif language == "fr":
        article = "l'" if name[0] in "aeéiou" else "le "
        yield from (f"{article}{name}", f"en {name}")
    elif language == "zh":
        yield f"{name.removesuffix('语')}文"


@lru_cache(maxsize=2048)
def lost(text: str, draft: str, locale: str) -> tuple[str, ...]:
    """The languages of a sentence that its draft has by no name, nor anything that is of them.

    Args:
        text: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    if locale.partition("-")[0] not in COLUMNS:
        return ()
    named = dict.fromkeys(name for _, name, _ in _find(text))
    bare = unaccented(draft) if named else ""
    return tuple(
        name
        for name in named
        if name not in draft
        and names(name, locale)
        and not any(stem in bare for stem in _stems(name, locale))
    )


@cache
def _stems(name: str, locale: str) -> frozenset[str]:
    language, code = locale.partition("-")[0], _codes()[name]
    stems = set(_OTHERWISE.get(code, {}).get(language, ()))
    for own in names(name, locale):
        word = unaccented(own).removeprefix("ال")
        least = 1 if language == "zh" else _LEAST
        stems.add(word[: max(least, len(word) - _ENDINGS[language])])
    return frozenset(stems)
