"""British and American spellings of one word: `organisation`, `organization`.

A glossary is written in one of them, and articles in either.
"""

import re

__all__ = ["american"]

_COLOUR = (
    "ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig"
    "|rum|sav|splend|succ|tum|val|vap|vig"
)
_TRAVEL = (
    "travel|label|model|cancel|channel|counsel|fuel|level|signal|total|tunnel|equal|initial|marshal|panel|parcel|rival"
    "|dial"
)
_RULES = tuple(
    (part, re.compile(pattern), instead)
    for part, pattern, instead in (
        ("practis", r"^practis(?=e[ds]?$|ing$)", "practic"),
        ("is", r"(?<=\w{3})is(?=(?:e[ds]?|ers?|ing|ations?|ational|abl[ey])$)", "iz"),
        ("ys", r"(?<=\w{3})ys(?=(?:e[ds]?|ers?|ing)$)", "yz"),
        ("our", rf"^((?:un|dis|mis|re)?(?:{_COLOUR}))our", r"\1or"),
        (
            "re",
            r"^(\w*(?:cent|theat|fib|calib|spect)|(?:\w+i|\w+o)?(?:met|lit))re(?=[ds]?$)",
            r"\1er",
        ),
        ("programme", r"programme(?=s?$)", "program"),
        ("nc", r"^(defen|offen|licen|preten)c(?=e[ds]?$)", r"\1s"),
        ("logue", r"^(cata|dia|ana)logue", r"\1log"),
        ("grey", r"^grey", "gray"),
        ("ageing", r"^ageing$", "aging"),
        ("dgement", r"dgement", "dgment"),
        ("aluminium", r"^aluminium", "aluminum"),
        ("sulph", r"^sulph", "sulf"),
        ("artefact", r"^artefact", "artifact"),
        ("enquir", r"^enquir", "inquir"),
        ("sceptic", r"^sceptic", "skeptic"),
        ("mould", r"^mould", "mold"),
        ("ll", rf"^({_TRAVEL})l(?=ed$|ing$|ers?$)", r"\1"),
        ("l", r"^(enrol|fulfil|instal)(?=s?$|ment)", r"\1l"),
        ("lful", r"^(skil|wil)ful", r"\1lful"),
        ("aem", r"aem(?=[aio])", "em"),
        ("oed", r"^oed", "ed"),
        ("oestr", r"oestr", "estr"),
        ("foet", r"^foet", "fet"),
        ("rrhoea", r"rrhoea", "rrhea"),
        ("oesoph", r"oesoph", "esoph"),
        ("aecolog", r"aecolog", "ecolog"),
        ("paed", r"paed", "ped"),
        ("aesth", r"aesth", "esth"),
        ("caes", r"^caes", "ces"),
        ("faec", r"^faec", "fec"),
        ("coelia", r"^coelia", "celia"),
    )
)
"""(letters without which a rule need not be tried, what it is about, what comes instead)."""
_QUICK = (
    "ise ised ises iser isers ising isation isations isational isable isably yse ysed yses yser ysers ysing tre tres "
    "tred bre bres bred mme mmes fence fences icence icences icenced tence tences ogue ogues ogued lled lling ller "
    "llers"
)
_ENDS = tuple(_QUICK.split())
_LAST = frozenset(end[-3:] for end in _ENDS)
_BEGINS = "pra gre age alu sul art enq sce mou enr ful ins ski wil"
_STARTS = frozenset(_BEGINS.split())


def american(word: str) -> str:
    """A word in American spelling, as far as rules tell; both spellings come out the same.

    What comes out is for comparing only: `advise` becomes `advize`.

    Args:
        word: In folded case.
    """
    some = (  # most words have none: this has to be quick
        (word[-3:] in _LAST and word.endswith(_ENDS))
        or word[:3] in _STARTS
        or "our" in word
        or "ae" in word
        or "oe" in word
        or "dgem" in word
    )
    if not some or len(word) < 4 or not word.isascii():
        return word
    for part, pattern, instead in _RULES:
        if part in word:
            word = pattern.sub(instead, word)
    return word
