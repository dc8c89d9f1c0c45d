"""Codes of emoji, `:smile:`, as the signs they stand for: on pages, not in entries."""

import re
from functools import lru_cache

__all__ = ["with_emoji"]

_CODE = re.compile(
    r"<(?P<raw>pre|code|kbd|samp)\b.*?</(?P=raw)>|<[^>]*>|(?<![\w:/]):(?P<name>[a-z0-9_+-]+):(?![\w:/])",
    re.DOTALL,
)
"""Not part of a word, a ratio or an address: `1:100:2`."""


def with_emoji(html: str) -> str:
    """A page's HTML, or a text, with the signs; what no list knows stays, and so does code."""
    return _CODE.sub(_sign, html) if ":" in html else html


def _sign(match: re.Match[str]) -> str:
    return _emoji(match["name"]) if match["name"] else match[0]


@lru_cache(maxsize=512)
def _emoji(name: str) -> str:
    """The sign of a code, by the list that GitHub's are from (in comrak)."""
    import comrak  # noqa: PLC0415 - a heavy import

    page: str = comrak.markdown_to_html(f"x :{name}:", comrak.ExtensionOptions(shortcodes=True))
    return page.removeprefix("<p>x ").removesuffix("</p>\n")
