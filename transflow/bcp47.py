"""Language tags: BCP 47 in workflow.yaml and on pages, gettext style in paths.

Facts come from CLDR through Babel.
"""

from functools import cache

from babel import Locale, UnknownLocaleError

from transflow.errors import TransflowError

__all__ = ["autonym", "babel_locale", "direction", "gettext_name", "normalize", "sentence_space"]

_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@cache
def babel_locale(tag: str) -> Locale:
    """Babel's locale of a BCP 47 tag.

    Raises:
        TransflowError: If CLDR does not know the language.
    """
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as cause:
        raise TransflowError(
            f"{tag!r} is not a language tag that CLDR knows",
            hint='use BCP 47, like "fr", "zh-Hans" or "pt-BR"',
        ) from cause


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
