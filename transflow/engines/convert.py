"""Output in another script: a wrapper that converts what an engine writes, and says so.

Serbian Cyrillic to Latin is a matter of letters and exact. Simplified and traditional Chinese
differ by words too: OpenCC's profiles are used (the extra `chinese`), `s2tw` and `s2hk` into the
standard letters of Taiwan and of Hong Kong, which readers take for plain traditional Chinese.
"""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from transflow.errors import EngineError
from transflow.model import Draft

if TYPE_CHECKING:
    from transflow.engines.argos import ModelEngine

__all__ = ["Converted", "converter", "lacking", "serbian_latin"]

_READ = {"s2tw": ("zh-Hans", "tw2s"), "s2hk": ("zh-Hans", "hk2s"), "t2s": ("zh-Hant", "s2t")}
"""Profile of OpenCC -> what the engine itself writes, and the profile back into that."""

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


def converter(how: str, engine: "ModelEngine") -> "Converted":
    """The engine with its output converted.

    Raises:
        EngineError: If the converter is not installed.
    """
    writes, back = _READ.get(how, ("", ""))
    converted = Converted(engine, how, _function(how), writes, _function(back) if back else None)
    engine.target = writes or engine.target
    return converted


def lacking(how: str) -> EngineError | None:
    """What is missing for a conversion; None for nothing."""
    try:
        _function(how)
    except EngineError as error:
        return error
    return None


class Converted:
    """Plain engine whose texts are converted.

    It can no longer be led piece by piece in the other script; whoever wants that leads `engine` in its own.

    Attributes:
        engine: What writes the texts.
        writes: BCP 47 tag of what that writes; empty where nothing leads back into it.
        written: A text in the other script.
        read: A text of the other script in the engine's own; None where nothing leads back.
    """

    def __init__(
        self,
        engine: "ModelEngine",
        how: str,
        written: Callable[[str], str],
        writes: str,
        read: Callable[[str], str] | None,
    ) -> None:
        self.name = f"{engine.name}+{how}"
        self.source = engine.source
        self.target = engine.target
        self.engine = engine
        self.writes = writes
        self.written = written
        self.read = read

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """See `Engine.translate`."""
        return [
            replace(draft, text=self.written(draft.text), origin=self.name, alignment=())
            for draft in self.engine.translate(texts)
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
