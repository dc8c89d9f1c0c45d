"""Spaces at punctuation: French ones before it, none in Chinese, none before a comma elsewhere."""

import re
from collections.abc import Iterator

from transflow.checks.rule import GAP, Pair, Rule
from transflow.model import Severity

__all__ = ["RULES"]

_NO_BREAK = "\u00a0\u202f"
_TIGHT_FRENCH = frozenset({"fr-CA"})
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u30ff"
_FRENCH_BARE = re.compile(
    rf"(?<=[^\W\d_])([;!?])(?=\s|$|[»”\"){GAP}])|(?<=[^\W\d_])(:)(?=\s|$)|(«)(?=\w)|(?<=[\w.!?…])(»)"
)
_FRENCH_BREAKING = re.compile(r"(?<=\w) ([;:!?»])|(«) (?=\w)")
_CANADIAN_BREAKING = re.compile(r"(?<=\w) ([:»])|(«) (?=\w)")
_BEFORE = re.compile(
    r"[ \u00a0\u202f](?<=\w.)(?:([,;:!?])(?![\w/()'-])|(,)(?=[^\W\d_])|(\.)(?=\s|$))"
)
_BEFORE_COMMA = re.compile(
    r"[ \u00a0\u202f](?<=\w.)(?:(,)(?![\w/()'-])|(,)(?=[^\W\d_])|(\.)(?=\s|$))"
)
_DOUBLE = re.compile(r"\S( {2,})\S")
_TWICE = re.compile(
    r"([,،，、;；؛：])\1|(?<!\.)\.\.(?![./\\])|(?<=[^\W\d_]{3}),\.(?!\d)|(?<=\S)\. ?\.(?=\s*$)(?<!\.\.\.)"
)
_HAN_SPACE = re.compile(rf"[{_HAN}{_KANA}]([ \u00a0\u3000]+)[{_HAN}{_KANA}]")
_FULL_SPACE = re.compile(r"[ \u00a0]+([，。！？；：、）】》”])|([（【《“])[ \u00a0]+")
_MISSING_AFTER = re.compile(r"([,;!?])(?<=[^\W\d_]{2}[,;!?])[^\W\d_]{2,12}")
_CLAUSED = re.compile(r"[，。！？；、,.!?;]")
_SPACELESS = frozenset({"zh", "ja", "yue"})


def _french(pair: Pair) -> Iterator[str]:
    if pair.context.language != "fr" or pair.context.locale in _TIGHT_FRENCH:
        return
    for match in _FRENCH_BARE.finditer(pair.right.plain):
        mark = match[0]
        yield f"no space {'after' if mark == '«' else 'before'} “{mark}”; expected a no-break space"
        return


def _breaking(pair: Pair) -> Iterator[str]:
    if pair.context.language != "fr":
        return
    pattern = _CANADIAN_BREAKING if pair.context.locale in _TIGHT_FRENCH else _FRENCH_BREAKING
    marks = [match[0].strip() for match in pattern.finditer(pair.right.plain)]
    if marks:
        yield (
            f"an ordinary space at {' '.join(dict.fromkeys(marks))} lets the line break there; "
            "expected a no-break space (U+202F, or U+00A0 at : « »)"
        )


def _punctuation_space(pair: Pair) -> Iterator[str]:
    text = pair.right.plain
    if pair.context.language in _SPACELESS:
        if (found := _HAN_SPACE.search(text)) and not _is_headline(text):
            yield f"a space inside “{found[0]}”; expected none"
        # Blanks that stand for an address are none.
        spaces = (
            m for m in _FULL_SPACE.finditer(text) if pair.right.text[m.start() : m.end()] == m[0]
        )
        if found := next(spaces, None):
            yield f"a space at “{(found[1] or found[2])}”; expected none"
        return
    found = (_BEFORE_COMMA if pair.context.language == "fr" else _BEFORE).search(text)
    if found and not _BEFORE.search(pair.left.text):
        yield f"a space before “{next(filter(None, found.groups()))}”; expected none"
    found = _MISSING_AFTER.search(text)
    if found and not _MISSING_AFTER.search(pair.left.text):
        yield f"no space after “{found[1]}” in “{found[0]}…”; expected one"


def _is_headline(text: str) -> bool:
    """Whether a space parts two halves of a headline, which has no other marks: 航班恢复 游客重返佩特拉."""
    return len(_HAN_SPACE.findall(text)) == 1 and not _CLAUSED.search(text)


def _double_space(pair: Pair) -> Iterator[str]:
    if "  " in pair.target and "  " not in pair.source and _DOUBLE.search(pair.right.text):
        yield "two spaces in a row; expected one"


def _doubled_marks(pair: Pair) -> Iterator[str]:
    if (found := _TWICE.search(pair.right.plain)) and not _TWICE.search(pair.left.plain):
        yield f"“{found[0]}” stands there; expected “{found[0][0]}”"


RULES = (
    Rule(
        "punctuation-space",
        Severity.WARNING,
        "A space before a comma or question mark, none after it, spaces inside Chinese or at its punctuation.",
        "French has its own rule; addresses, times, digits, the two halves of a Chinese headline and what the source does too are let be. "
        "A space between Chinese and Latin letters or digits is a matter of house style and not looked at.",
        _punctuation_space,
    ),
    Rule(
        "french-space",
        Severity.WARNING,
        "French: no space before ; : ! ? » or after «.",
        "Not in Canadian French (fr-CA), not in addresses, times (10:30) or between digits.",
        _french,
    ),
    Rule(
        "no-break-space",
        Severity.INFO,
        "French: an ordinary space at ; : ! ? « » where the line must not break.",
        "Any no-break space will do, wide or narrow. Projects whose publishing adds them switch the rule off.",
        _breaking,
    ),
    Rule(
        "double-space",
        Severity.INFO,
        "Two spaces in a row that the source does not have.",
        "Not inside code; where the source has doubled spaces, so may the translation.",
        _double_space,
    ),
    Rule(
        "doubled-marks",
        Severity.WARNING,
        "A comma, full stop or semicolon twice in a row.",
        "Three stops are an ellipsis, `../` is a path; what the source does may stand.",
        _doubled_marks,
    ),
)
