"""Output in another script: a wrapper that converts what an engine writes, and says so.

Serbian Cyrillic to Latin is a matter of letters and exact. Simplified and traditional Chinese
differ by words too: OpenCC's profiles are used (the extra `chinese`), `s2tw` and `s2hk` into the
standard letters of Taiwan and of Hong Kong, which readers take for plain traditional Chinese.
"""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from transflow.engines.base import Engine
from transflow.errors import EngineError
from transflow.model import Draft

if TYPE_CHECKING:
    from transflow.engines.argos import ModelEngine

__all__ = ["converter", "lacking", "serbian_latin"]

_SERBIAN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        [*"abvgdđežzijkl", "lj", *"mn", "nj", *"oprstćufhcč", "dž", "š"],
        strict=True,
    )
)


def serbian_latin(text: str) -> str:
    """Serbian Cyrillic in Latin letters; Љ, Њ, Џ are `LJ` in capitals and `Lj` in a word."""
    out = []
    for at, letter in enumerate(text):
        latin = _SERBIAN.get(letter.lower())
        if latin is None:
            out.append(letter)
        elif letter.islower():
            out.append(latin)
        else:
            near = text[at + 1 : at + 2] or text[at - 1 : at]
            out.append(latin.upper() if len(latin) == 1 or near.isupper() else latin.title())
    return "".join(out)


def converter(how: str, engine: "ModelEngine") -> Engine:
    """The engine with its output converted.

    A converted target can no longer be led piece by piece in its own script, so only the plain
    door remains; terminology then works as with any black box.

    Raises:
        EngineError: If the converter is not installed.
    """
    return _Converted(engine, _function(how), how)


def lacking(how: str) -> EngineError | None:
    """What is missing for a conversion; None for nothing."""
    try:
        _function(how)
    except EngineError as error:
        return error
    return None


class _Converted:
    """Plain engine whose texts are converted."""

    def __init__(self, engine: "ModelEngine", convert: Callable[[str], str], how: str) -> None:
        self.name = f"{engine.name}+{how}"
        self.source = engine.source
        self.target = engine.target
        self._engine = engine
        self._convert = convert

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """See `Engine.translate`."""
        return [
            replace(draft, text=self._convert(draft.text), origin=self.name, alignment=())
            for draft in self._engine.translate(texts)
        ]


def _function(how: str) -> Callable[[str], str]:
    if how == "sr-Latn":
        return serbian_latin
    try:
        opencc = importlib.import_module("opencc")
    except ImportError as cause:
        raise EngineError(
            "the only package writes the other Chinese script, and OpenCC is not installed",
            hint="pip install transflow[chinese], or install a package of the right script",
        ) from cause
    convert: Callable[[str], str] = opencc.OpenCC(how).convert
    return convert
