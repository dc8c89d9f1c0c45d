"""Errors as people and engines make them, to be planted into good translations."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["ERRORS", "Error"]

Planted = tuple[str, str, str] | None
"""Source, translation as it was, translation with the error; None where it cannot be planted."""
_MONTHS = {
    "fr": ("mars", "mai"),
    "es": ("septiembre", "noviembre"),
    "ru": ("сентября", "ноября"),
    "ar": ("سبتمبر", "نوفمبر"),
    "zh-Hans": ("9月", "11月"),
}
_TWINS = {"е": "e", "о": "o", "с": "c", "р": "p", "а": "a"}
_TRADITIONAL = {"国": "國", "会": "會", "发": "發", "学": "學", "对": "對", "们": "們", "这": "這"}


@dataclass(frozen=True)
class Error:
    """A kind of error.

    Args:
        name: What the table calls it.
        plant: (source, target, locale, dice, the sentence in all locales) -> what was planted.
    """

    name: str
    plant: Callable[[str, str, str, random.Random, dict[str, str]], Planted]


def _swap(
    pattern: str, replacement: str | Callable[[re.Match[str]], str], only: str = ""
) -> object:
    """Replace the last match in the target."""

    def plant(s: str, t: str, locale: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
        if only and locale not in only.split():
            return None
        found = list(re.finditer(pattern, t))
        if not found:
            return None
        last = found[-1]
        new = replacement(last) if callable(replacement) else last.expand(replacement)
        return s, t, t[: last.start()] + new + t[last.end() :]

    return plant


def _framed(source: str, clean: str, broken: str, only: str = "") -> object:
    """Put something behind both texts, right in one and wrong in the other."""

    def plant(s: str, t: str, locale: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
        if only and locale not in only.split():
            return None
        return f"{s} {source}", f"{t} {clean}", f"{t} {broken}"

    return plant


def _digit(match: re.Match[str]) -> str:
    at = len(match[0]) // 2
    return match[0][:at] + str((int(match[0][at]) + 3) % 10) + match[0][at + 1 :]


def _month(s: str, t: str, locale: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    right, wrong = _MONTHS[locale]
    if re.search(r"\b(September|March)\b", s) and right in t:
        return s, t, t.replace(right, wrong)
    return None


def _half(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    if len(s) < 80:
        return None
    return s, t, t[: len(t) // 2] + " " + s[s.index(" ", len(s) // 2) + 1 :]


def _whole(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    return s, t, s


def _cut(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    return (s, t, t[: len(t) // 4] + t[-1]) if len(s) > 80 else None


def _doubled(s: str, t: str, locale: str, dice: random.Random, _o: dict[str, str]) -> Planted:
    words = t.split(" ")
    fit = [n for n, w in enumerate(words[:-1]) if len(w) > 2 and w.isalpha() and w.islower()]
    if locale == "zh-Hans" or not fit:
        return None
    at = dice.choice(fit)
    return s, t, " ".join([*words[: at + 1], *words[at:]])


def _looped(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    piece = t[len(t) // 3 : len(t) // 3 + 12]
    return s, t, t[:-1] + (" " + piece.strip()) * 4 + t[-1]


def _language(s: str, t: str, locale: str, _dice: random.Random, others: dict[str, str]) -> Planted:
    other = {"fr": "es", "es": "fr", "zh-Hans": "ru", "ru": "ar", "ar": "ru"}[locale]
    return (s, t, others[other]) if len(s) > 60 else None


def _homoglyph(s: str, t: str, locale: str, dice: random.Random, _o: dict[str, str]) -> Planted:
    if locale == "ru":
        fit = [m.start() for m in re.finditer(r"(?<=[а-я])[еосра](?=[а-я])", t)]
    elif locale in {"fr", "es"}:
        fit = [m.start() for m in re.finditer(r"(?<=[a-z])[eocpa](?=[a-z])", t)]
    else:
        return None
    if not fit:
        return None
    at = dice.choice(fit)
    twin = _TWINS if locale == "ru" else {v: k for k, v in _TWINS.items()}
    return s, t, t[:at] + twin[t[at]] + t[at + 1 :]


def _inserted(char: str) -> object:
    def plant(s: str, t: str, _l: str, dice: random.Random, _o: dict[str, str]) -> Planted:
        if len(t) < 2:
            return None
        at = dice.randrange(1, len(t))
        return s, t, t[:at] + char + t[at:]

    return plant


def _mojibake(s: str, t: str, locale: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    if locale not in {"fr", "es"} or "é" not in t:
        return None
    return s, t, t.replace("é", "Ã©", 1)


def _variant(s: str, t: str, locale: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    found = next((c for c in t if c in _TRADITIONAL), "") if locale == "zh-Hans" else ""
    return (s, t, t.replace(found, _TRADITIONAL[found], 1)) if found else None


def _acronym(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    found = re.search(r"\b([A-Z]{3,5})\b", s)
    if not found or found[1] not in t:
        return None
    return s, t, t.replace(found[1], "")


def _end(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    return (s, t, t[:-1]) if s[-1] == "." and t[-1] in ".。" else None


def _question(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    if s[-1] == "?" and t[-1] in "?？؟":
        return s, t, t[:-1].rstrip() + ("。" if t[-1] == "？" else ".")
    return None


def _percent(s: str, t: str, _l: str, _dice: random.Random, _o: dict[str, str]) -> Planted:
    found = re.search(r"(\d)\s?[%٪％]", t)
    if not found or not re.search(r"\d\s?(%|per ?cent)", s):
        return None
    return s, t, re.sub(r"(\d)\s?[%٪％]", r"\1", t)


ERRORS = tuple(
    Error(name, plant)  # type: ignore[arg-type]
    for name, plant in (
        ("a digit changed", _swap(r"(?<![\d.,])\d{2,}(?![\d.,]*\d)", _digit)),
        ("a number left out", _swap(r"\s?(?<![\d.,:])\d{2,4}(?![\d.,:]*\d)", "")),
        ("million became billion", _framed("It cost 3 million.", "(3000000)", "(3000000000)")),
        ("another month", _month),
        ("percent sign lost", _percent),
        ("dollars became euros", _framed("It costs $40.", "($40)", "(€40)")),
        ("kilometres became miles", _framed("It is 30 km.", "(30 km)", "(30 mi)")),
        ("full stop lost", _end),
        ("question became statement", _question),
        ("a space at the beginning", _swap(r"^", " ")),
        ("two spaces", _swap(r"(?<=\w) (?=\w)", "  ")),
        ("a word twice", _doubled),
        ("the engine loops", _looped),
        ("not translated", _whole),
        ("half translated", _half),
        ("three quarters missing", _cut),
        ("another language", _language),
        ("a bracket lost", _swap(r"[)）]", "")),
        ("a quotation mark lost", _swap(r"[»”]", "")),
        (
            "address altered",
            _framed(
                "See https://example.org/a1.", "https://example.org/a1", "https://example.org/al"
            ),
        ),
        (
            "e-mail altered",
            _framed("Write to info@example.org.", "info@example.org", "info@exemple.org"),
        ),
        ("link leads elsewhere", _framed("[See](a.html).", "[+](a.html)", "[+](b.html)")),
        ("link lost", _framed("[See](a.html).", "[+](a.html)", "(+)")),
        ("bold lost", _framed("**See** it.", "**+**", "+")),
        ("bold marks that do not work", _framed("**See** it.", "**+** +", "** + ** +")),
        ("code altered", _framed("Run `make`.", "`make`", "`mаke`")),
        ("placeholder altered", _framed("For {name}.", "{name}", "{nom}")),
        ("an acronym lost", _acronym),
        ("a homoglyph", _homoglyph),
        ("a zero-width space", _inserted("\u200b")),
        ("a direction override", _inserted("\u202e")),
        ("a wrong encoding", _mojibake),
        ("a traditional character", _variant),
        ("Latin comma in Chinese or Arabic", _swap("[，،]", ",", "zh-Hans ar")),
        ("French space missing", _swap("[\u00a0\u202f ]([:;?!»])", r"\1", "fr")),
        ("ordinary space in French", _swap("[\u00a0\u202f]([:;?!»])", r" \1", "fr")),
        ("Spanish ¿ or ¡ missing", _swap("[¿¡]", "", "es")),
        ("foreign quotation marks", _swap(r"«([^»]*)»", r"„\1“", "fr")),
        (
            "digits grouped as in English",
            _framed("It was 28,000 then.", "28\u00a0000", "28,000", "fr es ru"),
        ),
    )
)
