"""Marks of the language itself: its quotation marks, full-width and Arabic punctuation, ¿ and ¡.

The quotation marks are those of CLDR's delimiters (https://cldr.unicode.org, which Babel leaves
out), with what is also usual in print.
"""

import re
from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_ARABIC = "\u0620-\u064a\u0660-\u0669\u0671-\u06d3"
_CURLY = "“”‘’"
# Allowed marks, the first pair first: CLDR's quotation and alternate quotation, then usual others.
_QUOTES = {
    "en": "“”‘’",
    "fr": "«»“”‘’‹›",
    "es": "«»“”‘’",
    "pt": "“”‘’«»",
    "it": "«»“”‘’",
    "de": "„“‚‘»«›‹’",
    "nl": "‘’“”",
    "ru": "«»„“’",
    "uk": "«»„“’",
    "pl": "„”«»’",
    "ar": "“”«»‘’",
    "he": "”“’‘״׳",
    "fa": "«»‹›“”",
    "ja": "「」『』“”‘’",
    "ko": "“”‘’『』「」《》〈〉",
    "zh": "“”‘’「」『』",
    "zh-Hans": "“”‘’",
    "zh-Hant": "「」『』“”‘’",
}  # fmt: skip
_ALL_QUOTES = "“”„«»‹›‘‚「」『』"
_FULL = {",": "，", ".": "。", "?": "？", "!": "！", ";": "；", ":": "：", "(": "（", ")": "）"}
_HALF_IN_HAN = re.compile(
    rf"(?<=[{_HAN}》”）])([,;!?])|(?<=[{_HAN}》”）])(:)(?!//)|(?<=[{_HAN}》”）])(\.)(?=\s|$|[”』」])"
    rf"|(\()(?=[{_HAN}])|(?<=[{_HAN}])(\))"
)
_DOTS_IN_HAN = re.compile(rf"(?<=[{_HAN}])(\.{{2,}}|。{{2,}}|…)(?!…)(?<!……)")
_STRAIGHT_IN_HAN = re.compile(rf"\"[^\"]*[{_HAN}][^\"]*\"")
_FULL_ELSEWHERE = re.compile("[，。！？；：、（）【】]")
_LATIN_IN_ARABIC = re.compile(rf"(?<=[{_ARABIC}])\s?([,;?])(?=\s|$|[»”\")])")
_ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}
_ARABIC_ELSEWHERE = re.compile("[،؛؟]")
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ps", "ug", "sd", "ckb"})


def _quotation_marks(pair: Pair) -> Iterator[str]:
    text = pair.right.text
    allowed = _QUOTES.get(pair.context.locale) or _QUOTES.get(pair.context.language)
    if allowed is None:
        return
    if not text.isascii():
        wrong = [c for c in dict.fromkeys(text) if c in _ALL_QUOTES and c not in allowed]
        if wrong:
            yield f"{' '.join(wrong)} in {pair.context.locale}; expected {allowed[0]} {allowed[1]}"
            return
    if (
        '"' in text
        and pair.context.language not in _ARABIC_SCRIPT
        and any(c in pair.left.text for c in "“”«»„")
    ):
        yield f'" where the source has quotation marks; expected {allowed[0]} {allowed[1]}'


def _full_width(pair: Pair) -> Iterator[str]:
    text = pair.right.plain
    if pair.context.language not in {"zh", "ja"}:
        found = _FULL_ELSEWHERE.search(text)
        if found and not _FULL_ELSEWHERE.search(pair.left.text) and pair.context.language != "ko":
            half = next((h for h, f in (_FULL | {",": "、"}).items() if f == found[0]), "[ ]")
            yield f"{found[0]} is full-width; expected {half}"
        return
    marks = [m for match in _HALF_IN_HAN.finditer(text) for m in match.groups() if m]
    if marks:
        pairs = " ".join(f"{mark} → {_FULL[mark]}" for mark in dict.fromkeys(marks))
        yield f"half-width punctuation beside Chinese characters; expected {pairs}"
    if found := _DOTS_IN_HAN.search(text):
        yield f"{found[1]} as an ellipsis; expected ……"
    if _STRAIGHT_IN_HAN.search(text):
        yield 'straight " round Chinese characters; expected “ ”'


def _arabic(pair: Pair) -> Iterator[str]:
    text = pair.right.plain
    if pair.context.language not in _ARABIC_SCRIPT:
        found = _ARABIC_ELSEWHERE.search(text)
        if found and not _ARABIC_ELSEWHERE.search(pair.left.text):
            half = next(h for h, a in _ARABIC_MARKS.items() if a == found[0])
            yield f"{found[0]} is Arabic punctuation; expected {half}"
        return
    marks = [match[1] for match in _LATIN_IN_ARABIC.finditer(text)]
    if marks:
        pairs = " ".join(f"{mark} → {_ARABIC_MARKS[mark]}" for mark in dict.fromkeys(marks))
        yield f"Latin punctuation behind Arabic letters; expected {pairs}"


def _opening_marks(pair: Pair) -> Iterator[str]:
    if pair.context.language not in {"es", "ast", "gl"}:
        return
    text = pair.right.plain
    for last, first in (("?", "¿"), ("!", "¡")):
        if pair.context.language == "gl" and first == "¡":
            continue
        closed, opened = len(re.findall(rf"(?<=\w)[»”\")]?\{last}", text)), text.count(first)
        if closed > opened and not (
            first not in text and text.count("¿") + text.count("¡") >= closed
        ):
            yield f"{last} without {first}; expected {first} where the question or exclamation begins"
        elif opened > text.count(last) and not text.rstrip().endswith(("!", "?")):
            yield f"{first} without {last}; expected {last} where it ends"


RULES = (
    Rule(
        "quotation-marks",
        Severity.INFO,
        "Quotation marks of another language, or typewriter ones where the source has real ones.",
        "All pairs that CLDR or usage give the language are let be, nested ones too; apostrophes do not count; "
        "straight marks are let be where the source is straight. House styles differ: switch it off, or accept.",
        _quotation_marks,
    ),
    Rule(
        "full-width-punctuation",
        Severity.WARNING,
        "Chinese and Japanese: half-width punctuation beside Han characters; full-width marks elsewhere.",
        "Beside Latin letters and digits both are let be, and so are full stops inside numbers and addresses.",
        _full_width,
    ),
    Rule(
        "arabic-punctuation",
        Severity.WARNING,
        "Arabic: Latin comma, semicolon or question mark behind Arabic letters; Arabic ones elsewhere.",
        "Behind Latin letters and digits both are let be (thousands are grouped with a Latin comma).",
        _arabic,
    ),
    Rule(
        "opening-mark",
        Severity.WARNING,
        "Spanish: ? or ! without its ¿ or ¡, and the reverse.",
        "A sentence that is both question and exclamation may mix them (¡…?); marks that stand alone, as in (!), "
        "do not count. A quotation that began in the sentence before may close here: accept it.",
        _opening_marks,
    ),
)
