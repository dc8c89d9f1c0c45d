"""Languages that write particles and endings behind a word: Korean, Turkish."""

import re
from collections.abc import Iterable

from transflow.glossary.wordforms import Language

__all__ = ["SUFFIXED", "Suffixed"]

_KOREAN = (
    r"들?(?:은|는|이|가|을|를|의|에|에서|에서는|에는|에게|에게서|께|께서|한테|으로|로|으로서|로서|으로써|로써"
    r"|와|과|이나|나|이며|며|이란|란|이라는|라는|도|만|까지|부터|보다|마다|조차|처럼|이다|입니다|인)?"
)
_TURKISH = (
    r"(?:l[ae]r)?(?:[ıiuü]?m(?:[ıiuü]z)?|[ıiuü]?n(?:[ıiuü]z)?|s?[ıiuü])?"
    r"(?:n?[dt][ae]n?|n?[ıiuü]n|y?[ıiuü]|n[ıiuü]|[yn]?[ae]|y?l[ae])?(?:ki)?"
)
SUFFIXED = {"ko": _KOREAN, "tr": _TURKISH, "az": _TURKISH}
"""Language -> what may follow a word."""


class Suffixed(Language):
    """A word with all that may follow it."""

    joins = True

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._after = re.compile(SUFFIXED[code])
        self._size = 1 if code == "ko" else 3

    def key(self, word: str) -> str:
        """See `Language.key`."""
        return word[: self._size]

    def keys(self, word: str, pos: str = "") -> Iterable[str]:
        """See `Language.keys`."""
        del pos
        return (self.key(word),)

    def same(self, word: str, other: str, pos: str = "") -> bool:
        """See `Language.same`."""
        del pos
        return other.startswith(word) and bool(self._after.fullmatch(other, len(word)))
