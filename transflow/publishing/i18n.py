"""The site's own words, dates and numbers in the reader's language.

Words are a gettext domain of their own, `site`: delivered catalogs lie beside this module, a
project's `locales/<locale>/LC_MESSAGES/site.po` overrides them message by message. Dates,
numbers and lists come from CLDR through Babel. A new locale needs no code.
"""

import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import polib
from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from transflow.bcp47 import babel_locale, direction, gettext_name, sentence_space
from transflow.catalogs import parse
from transflow.errors import CatalogError, TransflowError
from transflow.files import contents

__all__ = ["Furniture", "Phrase", "candidates", "furniture"]

_DELIVERED = Path(__file__).parent / "locales"
_ZERO = {
    "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "fullwide": 0xFF10,
    "gujr": 0xAE6, "guru": 0xA66, "khmr": 0x17E0, "knda": 0xCE6, "laoo": 0xED0,
    "mlym": 0xD66, "mymr": 0x1040, "orya": 0xB66, "tamldec": 0xBE6, "telu": 0xC66,
    "thai": 0xE50, "tibt": 0xF20,
}  # fmt: skip
"""Code point of the digit zero, CLDR `numberingSystems.xml`, decimal systems."""

_ENGLISH = Markup('<span lang="en" dir="ltr">{}</span>')


class Phrase(Markup):
    """A message as it is shown."""

    foreign = False
    """Whether it is in English for want of a translation."""

    def marked(self) -> Markup:
        """For a page's text: what is in English says so."""
        return _ENGLISH.format(self) if self.foreign else self


@dataclass(frozen=True)
class Furniture:
    """Everything around the articles, in one locale."""

    locale: str
    digits: str = ""
    """CLDR numbering system, `arab`; empty for the digits 0 to 9."""
    catalogs: tuple[gettext.NullTranslations, ...] = field(default=(), compare=False)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.locale)

    @property
    def babel(self) -> Locale:
        """Babel's locale."""
        return babel_locale(self.locale)

    def gettext(self, message: str, **values: object) -> Phrase:
        """A message in this locale with `%(name)s` filled in; everything is escaped."""
        found = next(filter(None, (words.gettext(message) for words in self.catalogs)), "")
        text = escape(found or message)
        return self._phrase(text % values if values else text.replace("%%", "%"), found)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> Phrase:
        """The form of a message that fits `number`, which fills `%(num)s`."""
        said = (words.ngettext(one, many, number) for words in self.catalogs)
        found = next(filter(None, said), "")
        text = escape(found or (one if number == 1 else many))
        return self._phrase(text % {"num": self.number(number), **values}, found)

    def _phrase(self, text: Markup, found: str) -> Phrase:
        phrase = Phrase(text)
        phrase.foreign = not found and self.locale.split("-")[0] != "en"
        return phrase

    def date(
        self, value: date | None, style: Literal["short", "medium", "long", "full"] = "long"
    ) -> str:
        """A date as people write it."""
        if value is None:
            return ""
        text = format_date(value, style, locale=self.babel)
        if self.babel.language == "fr" and value.day == 1 and style != "short":
            text = text.replace("1 ", "1er ", 1)  # CLDR's patterns have no ordinals
        return self._digits(text)

    def number(self, value: float) -> str:
        """A number with the locale's grouping."""
        return self._digits(format_decimal(value, locale=self.babel, numbering_system=self._system))

    def percent(self, share: float) -> str:
        """A share in whole percent; only the whole is 100, only nothing is 0."""
        whole = min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)
        text = format_percent(whole / 100, locale=self.babel, numbering_system=self._system)
        sign = self.babel.number_symbols[self._system].get("percentSign", "%")
        return self._digits(text.replace("%", sign))

    def listing(self, items: list[str]) -> str:
        """`a, b and c`."""
        return format_list(items, locale=self.babel)

    def language(self, tag: str) -> str:
        """The name of a language in this one, as it stands in a sentence."""
        return babel_locale(tag).get_display_name(self.babel) or tag

    def join(self, sentences: Iterable[Markup]) -> Markup:
        """Sentences in a row with their language's own space between them, English ones marked."""
        runs = []
        for foreign, run in groupby(sentences, key=lambda one: getattr(one, "foreign", False)):
            space = " " if foreign else sentence_space(self.locale)
            words = escape(space).join(run)
            runs.append(_ENGLISH.format(words) if foreign else words)
        return Markup(" ").join(runs)

    @property
    def _system(self) -> str:
        known = self.digits and self.digits in self.babel.number_symbols
        return self.digits if known else "latn"

    def _digits(self, text: str) -> str:
        zero = _ZERO.get(self.digits)
        if zero is None:
            return text
        return text.translate({ord("0") + digit: zero + digit for digit in range(10)})


def candidates(tag: str) -> tuple[str, ...]:
    """Gettext names under which a locale's words may lie, best first.

    `fr-CA` finds `fr`; `zh` and `zh-CN` find `zh_Hans`; `zh-Hant` never does, because the
    script of a fallback must be the reader's (CLDR likely subtags).
    """
    own = _cut_back(gettext_name(tag))
    likely: Mapping[str, str] = get_global("likely_subtags")
    full = next((likely[name] for name in own if name in likely), gettext_name(tag))
    language, script, *rest = [*full.split("_"), ""]
    chosen = _script(tag) or script
    territory = next((part for part in tag.split("-")[1:] if len(part) == 2), (rest or [""])[0])
    names = [*own, *_cut_back("_".join(part for part in (language, chosen, territory) if part))]
    bare_fits = likely.get(language, "").split("_")[1:2] in ([], [chosen])
    unique = dict.fromkeys(names)
    return tuple(name for name in unique if bare_fits or name != language)


def _cut_back(name: str) -> list[str]:
    parts = name.split("_")
    return ["_".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _script(tag: str) -> str:
    return next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")


def furniture(locale: str, *, project: Path | None = None, digits: str = "") -> Furniture:
    """Load a locale's words: the project's own first, then those delivered.

    Args:
        locale: BCP 47 tag.
        project: The project's `locales` folder.
        digits: CLDR numbering system for numbers and dates.

    Raises:
        CatalogError: If a project's site.po cannot be read.
        TransflowError: If the numbering system is not a decimal one.
    """
    if digits and digits != "latn" and digits not in _ZERO:
        raise TransflowError(
            f"locales: {locale}: digits: {digits!r} is no decimal numbering system",
            hint=f"one of latn, {', '.join(_ZERO)}",
        )
    folders = [folder for folder in (project, _DELIVERED) if folder is not None]
    paths = [
        folder / name / "LC_MESSAGES" / "site.po"
        for folder in folders
        for name in candidates(locale)
    ]
    found = tuple(_read(path, _stamp(path)) for path in paths if path.is_file())
    return Furniture(locale, digits if digits != "latn" else "", found)


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


@cache
def _read(path: Path, _: Any) -> gettext.NullTranslations:
    try:
        data = contents(path)
    except OSError as cause:
        raise CatalogError(f"cannot be read: {cause.strerror}", where=path) from cause
    if b"msgid" not in data:
        hint = "restore it, or delete it: the words that come with transflow are used then"
        raise CatalogError("is empty", where=path, hint=hint)
    parse(data, str(path))  # polib reads over a string that does not end
    try:
        compiled = BytesIO(polib.pofile(str(path), encoding="utf-8").to_binary())
    except (OSError, ValueError) as cause:
        raise CatalogError(f"cannot be read: {cause}", where=path) from cause
    words = gettext.GNUTranslations(compiled)
    words.add_fallback(_Nothing())
    return words


class _Nothing(gettext.NullTranslations):
    """Says that a catalog has not a message; gettext would give the message itself."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - gettext's own signature
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return ""
