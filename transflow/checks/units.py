"""Currencies and measures: the number alone is not enough."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from transflow.bcp47 import babel_locale, scripts
from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import (
    CODE,
    amount_scale,
    currencies,
    currency_name,
    invented_unit,
    lost_duration,
    other_density,
    scale_end,
    unit_beside,
)

__all__ = ["RULES"]

_NUMBER = re.compile("(?<![\\d.,])\\d[\\d.,]*[\\s\u00a0\u202f\u2009-]*")
_DIGIT = re.compile(r"\d")
_SPACES = "\u00a0\u202f\u2009 \n\t-"
_GAP = "[\\s\u00a0\u202f\u2009-]*"
_CJK = frozenset({"zh", "ja", "yue", "ko"})
_ANY_SIGN = re.compile("[$＄€£¥￥₣₽₹₩]")
_DECADE = re.compile(r"\d{3}0$")
_AGED = re.compile(r"\b(?:under|over)[- ]$", re.IGNORECASE)
_LONG = 6
_OF = re.compile(r"\s(?:de\s|d['’])|[\s\u00a0\u202f\u2009-]*")
_POUNDS = {"zh": "镑", "ar": "جنيه|ليرة|استرليني|إسترليني"}
"""Pounds of money, where those of weight have another name."""
_MICRO = str.maketrans("\u00b5", "\u03bc")
"""The sign of keyboards, and the Greek letter that CLDR writes: one prefix."""
_HAN = "一二两三四五六七八九十百千万亿半几多余"
_WORDS_TOO = frozenset({"in", "po", "a", "d", "an", "h"})


def _currency(pair: Pair) -> Iterator[str]:
    source = _currencies(pair.left.plain, pair.context.source_language)
    if not source and not _ANY_SIGN.search(pair.target):
        return
    target = _currencies(pair.right.plain, pair.context.language, strict=False)
    missing = {kind: text for kind, text in source.items() if kind not in target}
    shared = [
        kinds
        for kinds in ({"yen", "yuan"}, {"dollar", "yuan"})
        if kinds & source.keys() & target.keys()
    ]
    missing = {k: t for k, t in missing.items() if not any(k in kinds for kinds in shared)}
    others = [k for k in target if k not in source and not any(k in kinds for kinds in shared)]
    for kind, text in missing.items():
        if others:
            yield f"{text} became {target[others.pop()]}; expected {kind}"
        else:
            yield f"{text} is missing; expected the {kind}"
    if not source:
        for kind in others:
            sign = _ANY_SIGN.search(target[kind])
            if sign and sign[0] not in pair.source:  # $HOME is no money
                yield f"{target[kind]} is not in the source"


@cache
def _any_currency(language: str) -> re.Pattern[str]:
    """Matches where any currency may be named, to pass by most texts at once."""
    forms = []
    for kind, data in currencies().items():
        forms += [*map(re.escape, data["signs"].split()), *data["codes"].split()]
        forms.append(data.get(language) or currency_name(kind, language))
    return re.compile("|".join(forms), re.IGNORECASE)


def _currencies(text: str, language: str, *, strict: bool = True) -> dict[str, str]:
    """Kind -> the text that names it; words count only behind a number where `strict`."""
    found: dict[str, str] = {}
    if strict and not _DIGIT.search(text):
        return found
    if not _any_currency(language).search(text):
        return found
    for kind, (sign, word) in _currency_patterns(language, strict).items():
        match = sign.search(text) or word.search(text)
        if match:
            found[kind] = match[0].strip()
    return found


@cache
def _currency_patterns(
    language: str, strict: bool
) -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    patterns = {}
    for kind, forms in currencies().items():
        marks = "|".join(re.escape(sign) for sign in forms["signs"].split())
        codes = "|".join(forms["codes"].split())
        near = rf"(?:{marks})\s?\d[\d.,]*|\d\s?(?:{marks})" if strict else marks
        sign = re.compile(rf"{near}|(?<![A-Za-z])[kM]?(?:{codes})(?:mn?|bn|k)?(?![A-Za-z])")
        words = forms.get(language) or currency_name(kind, language)
        bound = (
            ""
            if language in _CJK
            else r"(?<!\w)"
            if language != "ar"
            else r"(?<!\w)(?:[وبلف]?ال|و?لل|[وبل])?"
        )
        lead = r"\d[\w.,]*\s+(?:[\w-]+\s+){0,3}?" if strict and language not in _CJK else ""
        tail = r"s?(?!\w)" if language == "en" else ""
        patterns[kind] = (sign, re.compile(rf"{lead}{bound}(?:{words}){tail}", re.IGNORECASE))
    return patterns


def _measures(pair: Pair) -> Iterator[str]:
    for kind, text, other in _changed(pair):
        name = _unit_name(kind, pair.context.locale)
        if other and not _is_another_size(kind, text, *other):
            yield f"{text} became {other[1]}; expected {name}"
        elif not other and not kind.startswith("duration") and not _named(kind, pair):
            yield f"{text} is missing its unit; expected {name}"


def _sizes(pair: Pair) -> Iterator[str]:
    plain = True
    for kind, text, other in _changed(pair):
        if other and _is_another_size(kind, text, *other):
            yield f"{text} became {other[1]}; expected {_unit_name(kind, pair.context.locale)}"
            plain = False
    text, instead = other_density(pair.left.plain, pair.right.plain) if plain else ("", "")
    if text:
        yield f"{text} became {instead}"


def _changed(pair: Pair) -> Iterator[tuple[str, str, tuple[str, str] | None]]:
    """Each measure of the source that is not in the translation, and one of its kind that is new there."""
    if not _DIGIT.search(pair.source):
        return
    source = _measured(CODE.sub(" ", pair.left.plain), pair.context.source_language)
    if not source:
        return
    target = _measured(CODE.sub(" ", pair.right.plain), pair.context.language)
    new = [(kind, text) for kind, text in target.items() if kind not in source]
    for kind, text in source.items():
        if kind not in target:
            family = kind.split("-")[0]
            yield kind, text, next((one for one in new if one[0].startswith(family)), None)


def _is_another_size(kind: str, text: str, other: str, its: str) -> bool:
    """Whether the figures stayed and the metric unit did not: who converts changes both."""
    figures = [re.sub(r"\D", "", one) for one in (text, its)]
    return figures[0] == figures[1] and {kind, other} <= _METRIC


_METRIC = frozenset(
    f"{family}-{unit}"
    for family, units in {
        "length": "kilometer meter centimeter millimeter",
        "mass": "kilogram gram milligram microgram",
        "volume": "liter milliliter",
        "power": "kilowatt megawatt gigawatt",
        "digital": "megabyte gigabyte terabyte",
    }.items()
    for unit in units.split()
)


def _named(kind: str, pair: Pair) -> bool:
    """Whether the unit stands anywhere in the translation, or its sign as in the source."""
    language, text = pair.context.language, pair.right.text
    forms = {*_forms(kind, language), *_forms(kind, "en")}
    if any(form in text for form in forms if len(form) > 2 or not form.isalpha()):
        return True
    if kind == "mass-pound" and language in _POUNDS:
        return re.search(_POUNDS[language], text) is not None
    if language in _CJK:  # 破万米世界纪录
        return re.search(rf"[{_HAN}](?:{'|'.join(map(re.escape, forms))})", text) is not None
    return False


def _unit_name(kind: str, tag: str) -> str:
    widths = babel_locale(tag)._data["unit_patterns"][kind]  # noqa: SLF001 - no public door
    pattern = next(widths[w]["other"] for w in ("long", "short") if "other" in widths.get(w, {}))
    return str(pattern).replace("{0}", "").strip()


def _measured(text: str, language: str) -> dict[str, str]:
    """Kind of unit -> number and unit, for every number with a unit behind it."""
    found: dict[str, str] = {}
    text = text.translate(_MICRO)
    forms = _forms_by_letter(language)
    for match in _NUMBER.finditer(text):
        last = match.start() + len(match[0].rstrip(_SPACES))
        if amount_scale(text, match.start(), last, language):
            continue  # CHF 3.5m is a sum
        at = match.end()
        form, kind = _unit_at(text, at, forms, language)
        if not kind and (scaled := scale_end(text, last, language)) > last:
            gap = _OF.match(text, scaled)
            at = gap.end() if gap else scaled
            form, kind = _unit_at(text, at, forms, language)
        if kind and not _is_other(text, match, kind, language):
            found.setdefault(kind, f"{text[match.start() : at]}{form}")
    return found


def _unit_at(
    text: str, at: int, forms: Mapping[str, list[tuple[str, str, bool]]], language: str
) -> tuple[str, str]:
    """The unit that begins there and its kind; empty for none."""
    for form, kind, stem in forms.get(text[at : at + 1], ()):
        if not text.startswith(form, at):
            continue
        rest = text[at + len(form) : at + len(form) + 1]
        if stem or language in _CJK or not (rest.isalnum() and form[-1:].isalpha()):
            return form, kind
    return "", ""


def _is_other(text: str, match: re.Match[str], kind: str, language: str) -> bool:
    """2024年 and 29日 are dates, and so are the 1990s; under-16s are people."""
    if kind == "duration-second" and (
        _DECADE.fullmatch(match[0]) or _AGED.search(text[: match.start()])
    ):
        return True
    if language not in _CJK or kind not in {"duration-year", "duration-day"}:
        return False
    if text.startswith("年代", match.end()):
        return True
    return len(match[0].strip()) > 3 or text[match.start() - 1 : match.start()] in {"月", "年"}


@cache
def _forms_by_letter(language: str) -> Mapping[str, list[tuple[str, str, bool]]]:
    """First letter -> (form, kind, whether any ending may follow), longest first."""
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for kind in _data()["measure"]:
        stems = _data()["measure"][kind].get(f"{language}-stems", "").split()
        for form in (*_forms(kind, language), *stems):
            stem = language not in _CJK and len(form) >= _LONG and form.isalpha()
            cut = form[:-1] if stem and form not in stems else form
            stem = stem or form in stems
            table.setdefault(cut[0], []).append((cut, kind, stem))
    for first, forms in table.items():
        known = {form for form, _, _ in forms}
        # A full stop may end the sentence: `450 м.` is metres, though CLDR has `м.` for months.
        clear = [one for one in forms if not (one[0].endswith(".") and one[0][:-1] in known)]
        table[first] = sorted(clear, key=lambda each: -len(each[0]))
    return table


@cache
def _forms(kind: str, language: str) -> tuple[str, ...]:
    """What may stand behind a number for a unit: CLDR's patterns and ours."""
    listed = _data()["measure"][kind].get(language, "").split()
    forms = {form.replace("_", " ") for form in listed}
    own = (babel_locale(tag)._data["unit_patterns"].get(kind, {}) for tag in scripts(language))  # noqa: SLF001
    signs = babel_locale("en")._data["unit_patterns"][kind]["short"]  # noqa: SLF001 - km is km
    for width in (*(width for patterns in own for width in patterns.values()), signs):
        for use, pattern in width.items():
            text = str(pattern)
            if use != "per" and text.startswith("{0}"):
                forms.add(text.removeprefix("{0}").strip())
    return tuple({form.translate(_MICRO) for form in forms if form and form not in _WORDS_TOO})


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("transflow.checks") / "data" / "units.toml").read_text("utf-8"))


def _durations(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        lost = lost_duration(pair.left.plain, pair.right.plain, pair.context.language)
        if lost:
            yield f"“{lost}” has lost its unit, or became another length of time"


def _invented(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        language = pair.context.language
        unit = invented_unit(pair.left.plain, pair.right.plain, language)
        unit = unit or unit_beside(pair.source, pair.target, language)
        if unit:
            yield f"“{unit}” is counted by what the source has not"


RULES = (
    Rule(
        "currency",
        Severity.ERROR,
        "A currency is lost, or became another.",
        "Signs, codes and names are one ($, USD, 美元, долларов); names count behind a number only. Sums that are "
        "converted for readers on purpose are accepted by the reviewer.",
        _currency,
    ),
    Rule(
        "durations",
        Severity.ERROR,
        "A length of time in words (within six months) has its unit nowhere in the translation.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any word of the unit will do (semestre, полгода, "
        "半年), and for eleven and more one of the next larger unit; what is left out on purpose is accepted by the reviewer.",
        _durations,
    ),
    Rule(
        "units",
        Severity.WARNING,
        "A unit of measure behind a number is lost, or became another of its kind.",
        "Forms are CLDR's with what it leaves out. Durations are told only where another duration stands (5 days → "
        "5 ans), since 30-day is 30天 or `un mois`; converted measures are accepted by the reviewer.",
        _measures,
    ),
    Rule(
        "unit-size",
        Severity.ERROR,
        "A number keeps its figures while its metric unit became a larger or smaller one (5 mg, 5 g; 5 pg/mL, 5 mg/mL).",
        "Who converts a measure changes its figures, too.",
        _sizes,
    ),
    Rule(
        "invented-units",
        Severity.ERROR,
        "Years, inhabitants, times or money behind a number that counts nothing of the kind (39th, 39 ans; Zurich 8001, 8001 евро; one in 600, 600年); "
        "months, days or hours behind a long one (16,300 twelve months earlier, 16 300 месяцев); years or hours beside an address, a phone number or an amount with a unit (a las 4 °C).",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any word of the kind in the source will do (aged, since, "
        "people, twice), and so does a bare number that may be an age or a year (Omar, 34). Sums put into another currency on "
        "purpose are accepted by the reviewer.",
        _invented,
    ),
)
