"""Which column of a glossary serves a locale (RFC 4647 lookup, with CLDR's likely scripts)."""

from collections.abc import Iterable
from functools import cache

from babel.core import get_global

__all__ = ["column", "script"]


@cache
def _parts(tag: str) -> tuple[str, str, str]:
    """(language, script, region) of a tag; the script is the likely one where none is given."""
    subtags = tag.replace("_", "-").split("-")
    script = next((part.title() for part in subtags[1:] if len(part) == 4), "")
    region = next((part.upper() for part in subtags[1:] if len(part) in {2, 3}), "")
    lang = subtags[0].lower()
    if not script:
        likely: dict[str, str] = get_global("likely_subtags")  # type: ignore[assignment]
        full = likely.get(f"{lang}_{region}") or likely.get(lang) or ""
        script = next((part for part in full.split("_")[1:] if len(part) == 4), "")
    return lang, script, region


def script(tag: str) -> str:
    """The script a tag's language is written in: `zh-TW` -> `Hant`."""
    return _parts(tag)[1]


@cache
def _column(locale: str, columns: tuple[str, ...]) -> str | None:
    if locale in columns:
        return locale
    lang, script, region = _parts(locale)
    same = [name for name in columns if _parts(name)[:2] == (lang, script)]
    for wanted in (region,) if lang == "pt" else (region, ""):
        for name in same:
            if _parts(name)[2] == wanted:
                return name
    return same[0] if same and lang != "pt" else None


def column(locale: str, columns: Iterable[str]) -> str | None:
    """The column to read for a locale: `en-GB` reads `en`, else `en-US`; `zh-Hans` reads `zh-CN`.

    Chinese scripts, and the Portuguese of Brazil and Portugal, never stand in for one another.

    Returns:
        None where no column serves.
    """
    return _column(locale, tuple(columns))
