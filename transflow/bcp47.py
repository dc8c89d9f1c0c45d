"""Language tags: BCP 47 in workflow.yaml and on pages, gettext style in paths.

Facts come from CLDR through Babel.
"""

from collections.abc import Iterable
from copy import deepcopy
from functools import cache, cached_property

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import LocaleDataDict

from transflow.errors import TransflowError

__all__ = [
    "autonym",
    "babel_locale",
    "direction",
    "gettext_name",
    "normalize",
    "scripts",
    "sentence_space",
    "serving",
]

_SCRIPTS = {
    one: (one, f"{one}-{other}") for one, other in (("sr", "Latn"), ("bs", "Cyrl"), ("uz", "Cyrl"))
}
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


class _Apart(Locale):
    """A locale with tables of its own.

    Babel writes what an alias of CLDR stands for into tables that locales share: the months of the
    one asked first were everybody's (python-babel/babel#1234).
    """

    @cached_property
    def _data(self) -> LocaleDataDict:
        return deepcopy(super()._data)


@cache
def babel_locale(tag: str) -> Locale:
    """Babel's locale of a BCP 47 tag.

    Raises:
        TransflowError: If CLDR does not know the language.
    """
    try:
        return _Apart.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as cause:
        raise TransflowError(
            f"{tag!r} is not a language tag that CLDR knows",
            hint='use BCP 47, like "fr", "zh-Hans" or "pt-BR"',
        ) from cause


def scripts(language: str) -> tuple[str, ...]:
    """The tags under which CLDR has the words of a language that is written in two scripts; else its own."""
    return _SCRIPTS.get(language, (language,))


def normalize(tag: str) -> str:
    """Canonical case of a tag: `zh-hans` -> `zh-Hans`; `_` is read as `-`.

    Raises:
        TransflowError: If CLDR does not know the language.
    """
    parts = tag.replace("_", "-").split("-")
    shaped = [parts[0].lower()] + [
        part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower()
        for part in parts[1:]
    ]
    result = "-".join(shaped)
    babel_locale(result)
    return result


def gettext_name(tag: str) -> str:
    """The name used in paths: `zh-Hans` -> `zh_Hans`."""
    return tag.replace("-", "_")


def direction(tag: str) -> str:
    """`rtl` or `ltr`, for the `dir` attribute."""
    return babel_locale(tag).text_direction


def autonym(tag: str) -> str:
    """The language's name in itself, for switchers: `fr` -> `Français`."""
    locale = babel_locale(tag)
    name = locale.languages.get(gettext_name(tag)) or locale.get_display_name(locale) or tag
    return name[0].upper() + name[1:]


def sentence_space(tag: str) -> str:
    """What stands between two sentences of a paragraph: nothing in Chinese and Japanese."""
    return "" if tag.split("-", maxsplit=1)[0] in _SPACELESS else " "


def serving(tag: str, locales: Iterable[str]) -> str:
    """The locale whose readers a text in a tag's language is for; empty for none.

    That is the locale itself, else one of the same language and script where not both name a
    region: `fr-FR` serves `fr`, `zh-CN` serves `zh-Hans`, `pt-PT` does not serve `pt-BR`.
    Scripts that go without saying are CLDR's likely subtags.
    """
    given = list(locales)
    if tag in given:
        return tag
    language, script, region = _parts(tag)
    for locale in given:
        other = _parts(locale)
        if other[:2] == (language, script) and not (region and other[2]):
            return locale
    return ""


def _parts(tag: str) -> tuple[str, str, str]:
    """Language, script (CLDR's likely one where none is named) and region of a tag."""
    language, *rest = tag.split("-")
    region = next((one for one in rest if len(one) == 2 or one.isdigit()), "")
    script = next((one for one in rest if len(one) == 4 and one.isalpha()), "")
    if not script:
        likely = get_global("likely_subtags")
        full = likely.get(f"{language}_{region}") or likely.get(language, "")
        script = next((one for one in full.split("_")[1:] if len(one) == 4), "")
    return language, script, region
