"""Characters that nobody sees, or that are not what they look like."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from transflow.bcp47 import direction
from transflow.checks.literals import blanked
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_MARKS = "\u200e\u200f\u061c"
_BIDI = re.compile(f"[{_EMBEDDINGS}\u202c{_ISOLATES}\u2069{_MARKS}]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_JOINERS = "\u200c\u200d"
_JOINING = frozenset({"fa", "ur", "ps", "ckb", "sd", "ug", "hi", "bn", "mr", "ne", "ta", "te", "kn", "ml", "si", "km", "my", "gu", "pa", "or"})  # fmt: skip
_BREAKING = frozenset({"th", "lo", "km", "my"})
_BROKEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff\ud800-\udfff]"
    "|Ã[\x80-\xbf©¨ª«¢¡³±¼]|â€[™œ\x9d“”˜¦\u201c]|Ð[\x80-\xbf°µ¾]{1}Ñ?"
)
_INNER_TA = re.compile("[\u0621-\u064a]*ة[\u0621-\u064a]+")
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]+")
_LATIN_LIKE_CYRILLIC = dict(
    zip("АВЕКМНОРСТУХаеорсухіјѕԁԛԝ", "ABEKMHOPCTYXaeopcyxijsdqw", strict=True)
)
_CYRILLIC_LIKE_LATIN = {latin: cyrillic for cyrillic, latin in _LATIN_LIKE_CYRILLIC.items()}
_GREEK_LIKE_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABEZHIKMNOPTYXovp", strict=True))
_PREPOSITIONS = frozenset("аокусАВКОСУ")
_CYRILLIC = frozenset({"ru", "uk", "bg", "be", "sr", "mk"})
_MIXED = re.compile("[A-Za-z\u00c0-\u024f][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u024f]")
_LONE = re.compile(r"(?<!\S)[A-Za-z](?=\s)")
_ARABIC_TWINS = {"\u06cc": "\u064a", "\u06a9": "\u0643", "\u06c0": "\u0629", "\u06d5": "\u0629"}
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]")
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character')}"


def _bidi(pair: Pair) -> Iterator[str]:
    if pair.target.isascii() or not _BIDI.search(pair.target):
        return
    found = _BIDI.findall(pair.target)
    for char in dict.fromkeys(found):
        if char in _OVERRIDES:
            yield f"{_named(char)} turns the text round; expected none"
    opened, closed = sum(c in _EMBEDDINGS for c in found), found.count("\u202c")
    if opened != closed:
        yield f"{opened} embeddings are opened and {closed} closed (U+202C); expected pairs"
    opened, closed = sum(c in _ISOLATES for c in found), found.count("\u2069")
    if opened != closed:
        yield f"{opened} isolates are opened and {closed} closed (U+2069); expected pairs"
    if direction(pair.context.locale) == "ltr" and not _BIDI.search(pair.source):
        marks = [char for char in dict.fromkeys(found) if char in _MARKS]
        for char in marks:
            yield f"{_named(char)} has no use in this language; expected none"


def _invisible(pair: Pair) -> Iterator[str]:
    if pair.target.isascii() or not _INVISIBLE.search(pair.target):
        return
    allowed = Counter(_INVISIBLE.findall(pair.source))
    found = Counter(_INVISIBLE.findall(pair.target)) - allowed
    for char in found:
        if not _useful(char, pair):
            yield f"{_named(char)} is invisible and not in the source; expected none"


def _useful(char: str, pair: Pair) -> bool:
    if char in _JOINERS:
        return pair.context.language in _JOINING or _in_emoji(char, pair.target)
    if "\ufe00" <= char <= "\ufe0f":
        return True  # the style of an emoji or a Han variant
    return char == "\u200b" and pair.context.language in _BREAKING


def _in_emoji(char: str, text: str) -> bool:
    return any(
        unicodedata.category(text[at - 1]) in {"So", "Sk", "Mn"}
        for at in (m.start() for m in re.finditer(char, text))
        if at
    )


def _broken(pair: Pair) -> Iterator[str]:
    if pair.context.language == "ar" and (found := _INNER_TA.search(pair.right.plain)):
        yield f"{found[0]} has ة inside the word; expected at its end only"
    if not _BROKEN.search(pair.target):
        return
    known = set(_BROKEN.findall(pair.source))
    for text in dict.fromkeys(_BROKEN.findall(pair.target)):
        if text in known or text == "\ufffc":
            continue
        if len(text) > 1:
            yield f"{text!r} looks like text read in a wrong encoding; expected the letter itself"
        else:
            yield f"{_named(text)} is no text; expected none"


def _homoglyphs(pair: Pair) -> Iterator[str]:
    text = pair.right.text
    if text.isascii():
        return
    yield from _mixed_words(pair, blanked(text))
    if pair.context.language == "ar":
        for char in dict.fromkeys(c for c in text if c in _ARABIC_TWINS):
            right = _ARABIC_TWINS[char]
            yield f"{char} ({_named(char)}) is not an Arabic letter; expected {right} (U+{ord(right):04X})"
        if found := _PRESENTATION.search(text):
            right = unicodedata.normalize("NFKC", found[0])
            yield f"{_named(found[0])} is a presentation form; expected {right}"
    if (found := _FULL_WIDTH.search(text)) and found[0] not in pair.source:
        yield f"{found[0]} is full-width; expected {unicodedata.normalize('NFKC', found[0])}"


def _mixed_words(pair: Pair, text: str) -> Iterator[str]:
    if _MIXED.search(text):
        for match in _WORD.finditer(text):
            if _MIXED.search(match[0]) and match[0] not in pair.left.text:
                wrong, right = _likely(match[0])
                if wrong:
                    named = ", ".join(map(_named, wrong))
                    # Where a third and more of a word is of either script, neither is a slip.
                    slip = sum(char in wrong for char in match[0]) * 3 < len(match[0])
                    remedy = f"expected {right}" if slip else "write it in one"
                    yield f"{match[0]} mixes scripts: {named}; {remedy}"
    if pair.context.language in _CYRILLIC:
        for match in _LONE.finditer(text):
            right = _CYRILLIC_LIKE_LATIN.get(match[0], "")
            if right in _PREPOSITIONS and not re.search(rf"\b{match[0]}\b", pair.left.text):
                yield (
                    f"{match[0]} is a Latin letter (U+{ord(match[0]):04X}); "
                    f"expected {right} (U+{ord(right):04X})"
                )


def _alphabet(char: str) -> str:
    if char < "\u0250":
        return "Latn"
    if "\u0400" <= char <= "\u052f":
        return "Cyrl"
    return "Grek" if "\u0370" <= char <= "\u03ff" else ""


def _likely(word: str) -> tuple[list[str], str]:
    """The letters of the script that fewer letters are of, and the word as it was meant."""
    latin = [char for char in word if _alphabet(char) == "Latn"]
    other = [char for char in word if _alphabet(char) in {"Cyrl", "Grek"}]
    to_latin = _LATIN_LIKE_CYRILLIC | _GREEK_LIKE_LATIN
    choices = [(latin, _CYRILLIC_LIKE_LATIN), (other, to_latin)]
    for few, twins in sorted(choices, key=lambda choice: len(choice[0])):
        if all(char in twins for char in few):
            return list(dict.fromkeys(few)), "".join(
                twins.get(c, c) if c in few else c for c in word
            )
    return [], word


RULES = (
    Rule(
        "bidi-controls",
        Severity.ERROR,
        "Direction overrides, direction controls without their partner, direction marks in a left-to-right language.",
        "Paired isolates and embeddings are right in Arabic and Hebrew, and so are direction marks there; "
        "marks that the source has may stay.",
        _bidi,
    ),
    Rule(
        "invisible-characters",
        Severity.WARNING,
        "Zero-width spaces and joiners, soft hyphens, byte-order marks and their like that the source does not have.",
        "Joiners may stand in Persian, the Indic scripts and emoji, zero-width spaces in Thai, Lao, "
        "Khmer and Burmese, variation selectors anywhere.",
        _invisible,
    ),
    Rule(
        "broken-characters",
        Severity.ERROR,
        "Replacement and control characters, private use, text read in a wrong encoding (Ã©, â€™), ة inside an Arabic word.",
        "What the source has too is let be.",
        _broken,
    ),
    Rule(
        "homoglyphs",
        Severity.ERROR,
        "Letters that look like others: a Latin e in a Russian word, a Persian ye in Arabic, full-width digits.",
        "Parts of a word are looked at between hyphens (PCT-заявка is fine), and only letters that have a "
        "twin count; what the source has too is let be.",
        _homoglyphs,
    ),
)
