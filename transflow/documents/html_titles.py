"""Where a page's title ends and its site's name begins: `Ferries | Harbour Authority`.

Cut there, the name is one entry, the same on every page, and not drawn anew with each title.
"""

import html
import re
from dataclasses import dataclass

from transflow.documents.html_tokens import tokens

__all__ = ["BETWEEN", "Titles"]

BETWEEN = r"\s+[|–—·•:»«/-]+\s+"
"""What stands between a page's title and its site's name."""
_SIGN = re.compile(BETWEEN)
_BAR = re.compile(r"\s+[|‖]+\s+")
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_SITE = re.compile(r"<meta\b[^>]*[\"'= ](?:og:site_name|application-name)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")

Range = tuple[int, int]


@dataclass(slots=True)
class Titles:
    """Cuts the titles of one page."""

    page: str
    _names: frozenset[str] | None = None

    def breaks(self, title: str) -> list[Range]:
        """The signs in a title at which it is cut.

        A bar parts titles from names whatever they are; a dash or a dot, which sentences have too,
        only where what it parts off is the site's name or the first heading of the page.
        """
        signs = [match.span() for match in _SIGN.finditer(title)]
        if not signs:
            return []
        bars = {match.span() for match in _BAR.finditer(title)}
        sure = [
            sign
            for sign in signs
            if sign in bars or self._is_name(title[: sign[0]]) or self._is_name(title[sign[1] :])
        ]
        return sure if title[: signs[0][0]].strip() else []

    def _is_name(self, text: str) -> bool:
        if self._names is None:
            heading = _HEADING.search(self.page)
            self._names = frozenset(
                _squeezed(name)
                for name in ((heading[1] if heading else ""), *self._sites())
                if _squeezed(name)
            )
        return _squeezed(text) in self._names

    def _sites(self) -> list[str]:
        found = [token.tag for meta in _SITE.findall(self.page) for token in tokens(meta)]
        return [tag.get("content") or "" for tag in found if tag]


def _squeezed(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split()).casefold()
