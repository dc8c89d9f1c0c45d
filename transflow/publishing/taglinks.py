"""Links whose address is a site generator's tag: `[fees]({{< relref "fees.md" >}})`, `{% link fees.md %}`.

Such an address is none to Markdown, which shows the brackets. On pages the words are a link to the
article that the tag names, and words alone where it names none.
"""

import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import quote, unquote

__all__ = ["candidates", "is_tag", "linked"]

_TAG = r"(?:\{\{(?:(?!\}\}|[<\n]).){0,300}\}\}|\{%(?:(?!%\}|[<\n]).){0,300}%\})"
_TO = rf"(?:[^\s()<>{{}}&]|&amp;){{0,300}}{_TAG}(?:[^\s()<>{{}}]|{_TAG}){{0,300}}"
_CODE = r"(?P<raw><(?P<name>pre|code|kbd|samp)\b.*?</(?P=name)>)"
_TITLE = r"(?:\s+(?:&quot;|\")(?:(?!&quot;)[^\"<]){0,300}(?:&quot;|\"))?"
_INLINE = re.compile(
    rf"{_CODE}|(?<!!)\[(?P<words>(?:[^\[\]<]|<[^<>]*>){{1,2000}})\](?:\((?P<to>{_TO}){_TITLE}\)|\[(?P<label>[^\[\]<]*)\])?",
    re.DOTALL,
)
_LINE = rf"\[(?P<label>[^\[\]<\n]{{1,300}})\]:[ \t]*(?P<to>{_TO}|[^\s<]{{1,2000}}){_TITLE}[ \t]*"
_DEFINED = re.compile(
    rf"<p>\s*{re.sub('[?]P<[a-z]+>', '?:', _LINE)}(?:\n\s*{re.sub('[?]P<[a-z]+>', '?:', _LINE)})*\s*</p>\n?"
)
_ONE = re.compile(_LINE)
_NAMED = re.compile(
    r"\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?[\"'`]?(?P<ref>[^\s\"'`<>]+)|\{%-?\s*link\s+(?P<link>[^\s%]+)"
    r"|\{%-?\s*post_url\s+(?P<post>[^\s%]+)"
)


def linked(html: str) -> str:
    """A sanitized body in which the words of such links are links, tags as percent-encoded addresses."""
    if not ("{{" in html or "{%" in html) or not ("](" in html or "]: " in html):
        return html
    known: dict[str, str] = {}

    def taken(match: re.Match[str]) -> str:
        found = {one["label"].strip().casefold(): one["to"] for one in _ONE.finditer(match[0])}
        if not any("{{" in to or "{%" in to for to in found.values()):
            return match[0]
        known.update(found)
        return ""

    def led(match: re.Match[str]) -> str:
        if match["raw"]:
            return match[0]
        label = match["label"] or re.sub(r"<[^>]*>", "", match["words"])
        to = match["to"] or known.get(label.strip().casefold())
        return (
            f'<a href="{escape(quote(unescape(to), safe="/#:"))}">{match["words"]}</a>'
            if to
            else match[0]
        )

    return _INLINE.sub(led, _DEFINED.sub(taken, html))


def is_tag(href: str) -> bool:
    """Whether an address is such a tag, percent-encoded."""
    return "%7B%7B" in href or "%7B%25" in href


def candidates(href: str, folder: str) -> Iterator[tuple[str, str]]:
    """(path under the articles' folder, fragment) of what a tag may name, the likeliest first.

    Args:
        href: A percent-encoded address with a tag in it.
        folder: That of the article it stands in.
    """
    written = unquote(href)
    named = _NAMED.search(written)
    if named is None:
        path, _, fragment = re.sub(_TAG, "", written).partition("#")
        places = [path]
    else:
        path, _, fragment = (named["ref"] or named["link"] or named["post"]).partition("#")
        fragment = fragment or written.rpartition("}")[2].removeprefix("#")
        above, name = posixpath.split(path)
        places = [posixpath.join(folder, path)] if named["ref"] and path[:1] != "/" else []
        places += [f"{above}/_posts/{name}"] if named["post"] else [path]
    for place in places:
        clean = posixpath.normpath(place).strip("/")
        if path and not clean.startswith(".."):
            yield from ((one, fragment) for one in (clean, f"{clean}/_index.md"))
