"""Noon and midnight, which have no figures that a rule about numbers could miss."""

import re
from collections.abc import Iterator

__all__ = ["forms", "lost"]

_HOURS = re.compile(r"(?<![\w-])(?:noon|midnight)(?![\w-])")
_FIGURE = re.compile(r"\d")
_SAID: dict[str, dict[str, str]] = {
    "fr": {"noon": r"\bmidi|12 ?h|12:00", "midnight": r"minuit|\b(?:0|24) ?h|(?:24|0?0):00"},
    "es": {"noon": r"mediod[íi]a|\b12\b|las doce", "midnight": r"medianoche|(?:24|0?0):00|las doce"},
    "ru": {"noon": r"полдн|полдень|полудн|12", "midnight": r"пол(?:у)?н[ои]ч|(?:24|0?0):00|24|в ноль"},
    "zh": {"noon": r"[中正]午|12|十二|晌午", "midnight": r"午夜|零[时点時點]|[0０]?[0０][时点時:：]|24|半夜|子夜|凌晨|十二|深夜"},
    "ar": {"noon": r"ظهر|12|١٢", "midnight": r"منتصف ال?ليل|12|24|00:00"},
}  # fmt: skip
"""What says it; figures of the hour will do."""
_FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {"noon": ("midi",), "midnight": ("minuit",)},
    "es": {"noon": ("mediodía",), "midnight": ("medianoche",)},
    "ru": {"noon": ("полдень", "полудня"), "midnight": ("полночь", "полуночи")},
    "zh": {"noon": ("中午",), "midnight": ("午夜",)},
    "ar": {"noon": ("الظهر",), "midnight": ("منتصف الليل",)},
}


def lost(source: str, draft: str, locale: str) -> Iterator[str]:
    """The hours of an English source that no word or figure of its draft says.

    Args:
        source: Plain English.
        draft: Its plain draft.
        locale: BCP 47 tag of the draft.
    """
    said = _SAID.get(locale.partition("-")[0])
    for match in _HOURS.finditer(source) if "noon" in source or "midnight" in source else ():
        if said is None:
            return
        if not re.search(said[match[0]], draft, re.IGNORECASE):
            yield match[0]


def forms(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """How drafts may say the hours of a text: what a decoder is led to, where no figure can be lost for it."""
    own = {} if _FIGURE.search(text) else _FORMS.get(locale.partition("-")[0], {})
    return {match[0]: own[match[0]] for match in _HOURS.finditer(text) if own}
