"""What a language's readers expect of running text, and authors and tools rarely give it."""

import re
from collections.abc import Callable
from functools import cache, partial

from transflow.bcp47 import babel_locale, direction, sentence_space

__all__ = ["inline", "joints", "spacing"]

Mend = Callable[[str], str]

_FRENCH_BEFORE = re.compile(r"(?<=\S)[ \u00a0]([;!?»])")
_FRENCH_COLON = re.compile(r"(?<=\S)[ ](:)")
_FRENCH_AFTER = re.compile("« ")
_THIN = "\u202f"
_FULL = "\u00a0"
_GROUPED = re.compile(r"(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\d ]*\d)")
"""`1 234 567`, and no telephone number."""
_PERCENT = re.compile(r"(?<=\d) (?=%)")

_LEFT_TO_RIGHT = re.compile(
    r"\+\d[\d ().\u00a0/-]{5,}\d"  # a telephone number: its groups would change places
    r"|(?<![\w.,+(/-])(?:\(\d{1,5}\)|\d{1,5})(?:(?:[ \u00a0-]| ?/ ?)\(?\d{2,5}\)?){2,}(?![\w(-]|[.,]\d)"  # 0800 100 200
    r"|(?<![\w.,+(/-])(?:\(0\d{1,4}\)|0\d{1,4})[ \u00a0/-]\d{3,9}(?![\w(-]|[.,]\d)"  # 031 3224567
    r"|(?<![\w.,)%-])[-−–+±]\d(?:[\d.,]*\d)?(?:[ \u00a0\u202f]?[%‰])?(?![\w-])"  # a number with its sign: −12%
    r"|\b[A-Za-z][\w.]*(?:\+\+?|#)(?!\w)"  # a name that ends in a sign: C++, C#
)
_WIDE = "[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_INLINE = "(?:span|strong|em|a|b|i|code|mark|sup)"
_JOINT = re.compile(
    rf"({_WIDE}(?:</{_INLINE}>)*)[ \t]*\n[ \t]*(?=(?:<{_INLINE}(?: [^>]*)?>)*{_WIDE})"
)


@cache
def spacing(locale: str) -> Mend | None:
    """What mends the spaces of a text; None where a language needs nothing.

    French sets a no-break space before `;`, `!`, `?`, `»` (narrow) and `:` (full), and after `«`
    (Lexique des règles typographiques en usage à l'Imprimerie nationale). Languages that group
    digits with a space, or set one before `%` (CLDR), do not break the line there. Only spaces
    that are there are changed: none is added.
    """
    known = babel_locale(locale)
    mends = [_french] if known.language == "fr" else []
    if known.number_symbols["latn"]["group"].isspace():
        mends.append(partial(_GROUPED.sub, lambda found: found[0].replace(" ", _FULL)))
    if known.percent_formats[None].pattern.endswith(f"{_FULL}%"):
        mends.append(partial(_PERCENT.sub, _FULL))
    return partial(_all, tuple(mends)) if mends else None


def _all(mends: tuple[Mend, ...], text: str) -> str:
    for mend in mends:
        text = mend(text)
    return text


def inline(locale: str) -> Mend | None:
    """What mends a text node of a body (escaped HTML in, HTML out)."""
    if direction(locale) == "rtl":
        return _isolated
    return spacing(locale)


def joints(locale: str) -> Mend | None:
    """What takes the line ends out of a body in a script without spaces between words.

    A line end in HTML is a space; between two Han or kana characters it would be seen.
    """
    return None if sentence_space(locale) else lambda html: _JOINT.sub(r"\1", html)


def _french(text: str) -> str:
    text = _FRENCH_BEFORE.sub(_THIN + r"\1", text)
    text = _FRENCH_COLON.sub(_FULL + r"\1", text)
    return _FRENCH_AFTER.sub("«" + _THIN, text)


def _isolated(text: str) -> str:
    """Left-to-right runs that the bidirectional algorithm (UAX 9) would take apart."""
    return _LEFT_TO_RIGHT.sub(r'<bdi dir="ltr">\g<0></bdi>', text)
