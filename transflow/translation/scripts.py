"""Scripts that are told apart, and which of them a language is written in."""

import re
from functools import cache

__all__ = ["other_chinese", "quoted", "scripts"]

_RANGES = {
    "Cyrl": "\u0400-\u052f",
    "Hebr": "\u0590-\u05ff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Indic": "\u0900-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Kana": "\u3040-\u30fa\u30fc-\u30ff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff",
}
"""Scripts that are told apart; Latin and Greek letters are at home in all (names, units)."""
_WRITTEN = {
    "zh": ("Hani",), "ja": ("Hani", "Kana"), "ko": ("Hang", "Hani"), "ru": ("Cyrl",), "uk": ("Cyrl",),
    "bg": ("Cyrl",), "be": ("Cyrl",), "mk": ("Cyrl",), "sr-Cyrl": ("Cyrl",), "ar": ("Arab",), "fa": ("Arab",),
    "ur": ("Arab",), "he": ("Hebr",), "hi": ("Indic",), "bn": ("Indic",), "th": ("Thai",),
}  # fmt: skip


@cache
def scripts(locale: str) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
    """The letters of a language's own scripts, if told apart, and those of all others."""
    names = _WRITTEN.get(locale) or _WRITTEN.get(locale.partition("-")[0], ())
    own = "".join(_RANGES[name] for name in names)
    others = "".join(ranges for name, ranges in _RANGES.items() if name not in names)
    letter = r"(?<=[^\W\d_])"
    return re.compile(f"[{own}]{letter}") if own else None, re.compile(f"[{others}]{letter}")


@cache
def quoted(locale: str) -> re.Pattern[str]:
    """Words and names in other scripts than the language's, with the marks of their letters: שלום, Владимир Путин.

    Args:
        locale: BCP 47 tag of the text they stand in.
    """
    own = _WRITTEN.get(locale) or _WRITTEN.get(locale.partition("-")[0], ())
    letter = "[" + "".join(ranges for name, ranges in _RANGES.items() if name not in own) + "]"
    return re.compile(rf"{letter}(?:{letter}|[ \u00a0'’・，、。：-](?={letter})|[\u200c\u200d])*")


_CHINESE = {"zh-Hans": ("gb2312", "big5"), "zh-Hant": ("big5", "gb2312")}


def other_chinese(source: str, text: str, locale: str) -> str:
    """The letters of a Chinese text that only the other Chinese script has; its source's own may be.

    A letter that GB 2312 has and Big 5 lacks is simplified, and the other way round.
    """
    if locale not in _CHINESE:
        return ""
    own, other = _CHINESE[locale]
    return "".join(
        letter
        for letter in text
        if "\u4e00" <= letter <= "\u9fff"
        and letter not in source
        and _has(other, letter)
        and not _has(own, letter)
    )


def _has(codec: str, letter: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
