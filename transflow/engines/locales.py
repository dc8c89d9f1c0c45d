"""BCP 47 tags and the codes of Argos packages: one table, so that people get what they expect.

Argos uses ISO 639-1 codes with a few of its own (`zt` traditional Chinese, `pb` Brazilian
Portuguese; index of argospm). Scripts and regions never fall over into one another silently: a
tag maps to the packages that write exactly it, and otherwise to a conversion that is lossless or
named as one. The table for people is in docs/engines.md.
"""

from dataclasses import dataclass

from babel import Locale

from transflow.bcp47 import normalize, serving

__all__ = ["Route", "code_tag", "routes"]


@dataclass(frozen=True, slots=True)
class Route:
    """One way to a locale: a package code, and what must be done to its output.

    Attributes:
        code: The code Argos packages carry.
        convert: Script conversion of the output: empty, `sr-Latn`, or a profile of OpenCC.
    """

    code: str
    convert: str = ""


_SPECIAL: dict[str, tuple[Route, ...]] = {
    "zh-Hans": (Route("zh"), Route("zt", "t2s")),
    "zh-Hant": (Route("zt"), Route("zh", "s2tw")),
    "zh-Hant-HK": (Route("zt"), Route("zh", "s2hk")),
    "pt-BR": (Route("pb"),),
    "nb": (Route("nb"), Route("no")),
    "nn": (Route("nn"),),
    "fil": (Route("tl"), Route("fil")),
    "he": (Route("he"), Route("iw")),
    "id": (Route("id"), Route("in")),
    "sr-Cyrl": (Route("sr"),),
    "sr-Latn": (Route("sr-Latn"), Route("sr_Latn"), Route("sr", "sr-Latn")),
}
_ALIASES = {"no": "nb", "tl": "fil", "iw": "he", "in": "id"}
_TAGS = {"zh": "zh-Hans", "zt": "zh-Hant", "pb": "pt-BR", "no": "nb", "iw": "he", "tl": "fil"}
_ONE_MODEL = frozenset({"pt-PT"})
"""Regions whose language code alone means them: Argos' `pt` is European Portuguese."""


def routes(tag: str) -> tuple[Route, ...]:
    """The package codes that serve a tag, best first.

    `zh-TW`, `zh-HK` are `zh-Hant`, `zh-CN`, `zh-SG` are `zh-Hans` (CLDR likely subtags); a region
    that changes nothing in writing (`fr-CA`, `en-GB`, `es-MX`) is served by its language; a script
    the language is not usually written in (`uz-Cyrl`, `pa-PK`) is not.

    Raises:
        TransflowError: If CLDR does not know the tag.
    """
    tag = normalize(tag)
    key = _key(tag)
    if key in _SPECIAL:
        return _SPECIAL[key]
    language = tag.split("-", maxsplit=1)[0]
    exact = (
        () if tag == language or tag in _ONE_MODEL else (Route(tag), Route(tag.replace("-", "_")))
    )
    return (*exact, Route(language)) if serving(tag, [language]) else exact


def code_tag(code: str) -> str:
    """The BCP 47 tag of an Argos code; the code itself where it is one already."""
    return _TAGS.get(code, code.replace("_", "-"))


def _key(tag: str) -> str:
    parts = tag.split("-")
    language = _ALIASES.get(parts[0], parts[0])
    if language == "zh":
        script = _script(tag)
        hong_kong = script == "Hant" and bool({"HK", "MO"} & set(parts))
        return "zh-Hant-HK" if hong_kong else f"zh-{script}"
    if language == "sr":
        return "sr-Latn" if serving(tag, ["sr-Latn"]) else "sr-Cyrl"
    if language == "pt" and "BR" in parts:
        return "pt-BR"
    return language


def _script(tag: str) -> str:
    locale = Locale.parse(tag, sep="-")
    if locale.script:
        return str(locale.script)
    return "Hant" if locale.territory in {"TW", "HK", "MO"} else "Hans"
