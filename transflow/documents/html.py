"""HTML articles: decoded as they declare, read as browsers do."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from transflow.documents.cutting import Options
from transflow.documents.frontmatter import NO_FRONT, FrontMatter, add_values, read_front_matter
from transflow.documents.html_content import Content, content
from transflow.documents.html_stack import Spoken
from transflow.documents.html_titles import BETWEEN
from transflow.documents.html_tokens import Token
from transflow.documents.html_units import HtmlReader
from transflow.documents.mapped import identity
from transflow.documents.md_blocks import line_starts
from transflow.documents.plan import Plan
from transflow.documents.units import Units

__all__ = ["HtmlSource", "head_of", "read_html"]

_HEAD_NAMES = {
    "og:title": "title",
    "og:description": "description",
    "article:published_time": "date",
}


@dataclass(frozen=True, slots=True)
class HtmlSource:
    """What was read."""

    plans: list[Plan]
    headings: list[tuple[int, str]]
    meta: dict[str, Any]
    body: Content
    language: tuple[int, int] | None
    """Where `html lang` says it; None where it does not."""
    previews: tuple[tuple[int, int], ...]
    oddities: tuple[str, ...]
    """What was odd but could be read."""
    declared: tuple[tuple[int, int], ...] = ()
    """Where else it says its language: `xml:lang`, `content-language`, `dir` of `html`."""
    directed: bool = False
    """Whether `html` says a direction."""
    opening: int = -1
    """Where attributes of `html` can be added, or its tag where there is none; -1 in a fragment."""
    rootless: bool = False
    """Whether there is no tag `html`, which HTML lets authors leave out."""
    spoken: tuple[Spoken, ...] = ()
    front: FrontMatter = NO_FRONT
    """What site generators put before a document."""


def read_html(source: str, options: Options, path: str = "") -> HtmlSource:
    """Read an HTML document or fragment, front matter before it too."""
    starts = [start for start, _ in line_starts(source)]
    reader = HtmlReader(Units(options), lambda place: bisect_right(starts, place))
    front, source = _apart(source, path, options.front_matter)
    add_values(reader.units, front.values)
    reader.read(identity(source))
    meta = {**_titled(_meta(reader.meta), reader.first_heading), **front.meta}
    found = reader.landmarks
    pages = [token for token in found.get("html", ()) if token.tag and not token.tag.closing]
    language = _value(pages[0], "lang") if pages else None
    previews = tuple(
        place
        for token in found.get("meta", ())
        if token.tag and token.tag.get("property") == "og:locale"
        if (place := _value(token, "content"))
    )
    declared = tuple(
        place
        for token in (*pages, *found.get("meta", ()))
        if token.tag
        if token.tag.name == "html"
        or (token.tag.get("http-equiv") or "").lower() == "content-language"
        if (place := _value(token, "xml:lang" if token.tag.name == "html" else "content"))
    )
    directed = (_value(pages[0], "dir") if pages else None) or ()
    declared += (directed,) if directed else ()
    body = content(found, reader.units.plans, source)
    body = replace(body, start=max(body.start, front.end))
    headings = [each for each in reader.headings if each[1]]
    oddities = [
        f"an element is not closed: {name}" for name in dict.fromkeys(reader.elements.unclosed())
    ]
    if body.beside:
        some = "1 sentence stands" if body.beside == 1 else f"{body.beside} sentences stand"
        oddities.append(f"{some} in menus, headers or footers beside the content, on no page")
    oddities += [f"a selector of an ITS rule is not understood: {odd}" for odd in reader.odd]
    reader.elements.place = len(source)
    reader.elements.finish()
    return HtmlSource(
        [
            replace(plan, unit=replace(plan.unit, aside=True)) if index in body.aside else plan
            for index, plan in enumerate(reader.units.plans)
        ]
        if body.aside
        else reader.units.plans,
        headings,
        meta,
        body,
        language,
        previews,
        tuple(oddities),
        declared,
        bool(directed),
        _opening(source, pages[0] if pages else None, language),
        not pages,
        tuple(reader.elements.spoken),
        front,
    )


def _apart(source: str, path: str, names: Sequence[str]) -> tuple[FrontMatter, str]:
    """The front matter before a document, and the document with as many blanks in its place."""
    if not source.startswith(("---", "+++")):
        return NO_FRONT, source
    front = read_front_matter(source, path, names)
    return front, re.sub(r"[^\r\n]", " ", source[: front.end]) + source[front.end :]


def head_of(source: str) -> dict[str, Any]:
    """What a document's head says, and its front matter: `title`, `description`, `date` and other named meta data."""
    reader = HtmlReader(Units(Options("en", sentences=False)), lambda _: 0)
    front, source = _apart(source, "", ())
    reader.read(identity(source))
    return {**_titled(_meta(reader.meta), reader.first_heading), **front.meta}


def _titled(meta: dict[str, Any], heading: str) -> dict[str, Any]:
    """The head's data with the article's title: the first heading, where `<title>` adds the site's name to it."""
    heading = " ".join(heading.split())
    title = " ".join(str(meta.get("title") or "").split())
    site = rf"(?:{BETWEEN}.+)?"
    if heading and (
        not title
        or re.fullmatch(rf"{re.escape(heading)}{site}|.+{BETWEEN}{re.escape(heading)}", title)
    ):
        meta["title"] = heading
    return meta


def _meta(found: dict[str, str]) -> dict[str, Any]:
    meta: dict[str, Any] = {name: value for name, value in found.items() if ":" not in name}
    for name, plain in _HEAD_NAMES.items():
        if name in found:
            meta.setdefault(plain, found[name])
    if "description" in meta:
        meta.setdefault("summary", meta["description"])
    return meta


_HEADLESS = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(<!doctype[^>]*>\s*)?(?:<!--.*?-->\s*)*(?=(<(?:head|title|meta|link|base|body)[\s>])?)",
    re.DOTALL | re.IGNORECASE,
)


def _opening(source: str, page: Token | None, language: tuple[int, int] | None) -> int:
    if page is None:
        found = _HEADLESS.match(source)
        return found.end() if found and (found[1] or found[2]) else -1
    if language is None:
        return page.start + len("<html")
    return language[1] + (source[language[1] : language[1] + 1] in {'"', "'"})


def _value(token: Token, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute stands."""
    attributes = token.tag.attributes if token.tag else ()
    return next(
        ((each.start, each.end) for each in attributes if each.name == name and each.start >= 0),
        None,
    )
