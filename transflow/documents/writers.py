"""Articles back to bytes and to HTML bodies, one writer a format."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from transflow.bcp47 import direction, gettext_name
from transflow.documents.boxes import boxes
from transflow.documents.charset import Charset
from transflow.documents.emoji import with_emoji
from transflow.documents.frontmatter import read_front_matter
from transflow.documents.html import HtmlSource, head_of
from transflow.documents.md_flavours import LETTER
from transflow.documents.md_inline import extensions
from transflow.documents.md_source import MarkdownSource
from transflow.documents.page_signs import with_signs
from transflow.documents.plan import Patches, Plan, apply_patches, patch_units
from transflow.documents.text import TextSource
from transflow.documents.text_roles import Paragraph
from transflow.model import Mark, Segment, UnitKind

__all__ = ["HtmlWriter", "MarkdownWriter", "TextWriter"]


_CONTENTS = re.compile(
    r"<p>\[(?:TOC|\[_?TOC_?\])\]</p>\n?|<(?P<list>[ou]l)>\n<li>[^\n<>]*\n\{:toc\}</li>\n</(?P=list)>\n?",
    re.IGNORECASE,
)
"""Where other generators put the contents of a page: pages here have a list of their own."""


_MATH = re.compile(r'<span data-math-style="(inline|display)">(.*?)</span>', re.DOTALL)
"""A formula between dollars, or two sums of money."""
_LOOSE = re.compile(
    rf"(?<![{LETTER}])<sub>((?:(?!</?sub>).)*)</sub>(?![{LETTER}])|<sub>((?:(?!</?sub>).)*\s(?:(?!</?sub>).)*)</sub>"
)
"""What single tildes strike out (GFM): several words, or one that is glued to none (`H~2~O` is)."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """Tags that stand for marks while a page is made, and what they become.

    A name that the article does not contain keeps them apart from its own tags.
    """

    name: str
    mark: Mark
    segments: dict[str, Segment]

    def wrap(self, segment: Segment) -> tuple[str, str]:
        self.segments[str(len(self.segments))] = segment
        number = len(self.segments) - 1
        return f"<{self.name}-{number}>", f"</{self.name}-{number}>"

    def resolve(self, page: str) -> str:
        def shown(match: re.Match[str]) -> str:
            head, tail = self.mark(self.segments[match[2]])
            return tail if match[1] else head

        return re.sub(rf"<(/?){self.name}-(\d+)>", shown, page)


def _formula(match: re.Match[str]) -> str:
    """A formula as code, since pages have no typesetter for it; what may be none with its dollars."""
    sure = match[1] == "display" or re.search(r"[\\^_=]|^\w$", match[2])
    return f"<code>{match[2]}</code>" if sure else f"${match[2]}$"


def _marks(source: str, mark: Mark | None) -> _Marks | None:
    if mark is None:
        return None
    number = 0
    while f"transflow-mark{number}-" in source:
        number += 1
    return _Marks(f"transflow-mark{number}", mark, {})


@dataclass(frozen=True, slots=True)
class MarkdownWriter:
    """Writes a Markdown article."""

    source: str
    read: MarkdownSource
    path: str
    charset: Charset

    def render(self, texts: Mapping[str, str], locale: str) -> bytes:
        """The article with `texts` in place."""
        patches = patch_units(self.source, self.read.plans, texts, locale)
        return self.charset.encode(apply_patches(self.source, patches))

    def anchored(self, texts: Mapping[str, str], locale: str, level: int = 1) -> str:
        """The article with `texts` in place and ` {#id}` behind headings of a `level` or deeper.

        A generator would make an id of a translation's words, and links by the original's were dead.
        """
        patches = patch_units(self.source, self.read.plans, texts, locale)
        patches += [one.patch for one in self.read.unnamed if one.level >= level]
        return apply_patches(self.source, patches).removeprefix("\ufeff")

    def meta(self, texts: Mapping[str, str], locale: str) -> dict[str, Any]:
        """The front matter's data with `texts` in place."""
        end = self.read.front.end
        values = [plan for plan in self.read.plans if plan.whole]
        patches = patch_units(self.source[:end], values, texts, locale)
        return read_front_matter(apply_patches(self.source[:end], patches), self.path, ()).meta

    def html(self, texts: Mapping[str, str], locale: str, mark: Mark | None) -> str:
        """The body as HTML, headings with the ids of the source's."""
        import comrak  # noqa: PLC0415 - a heavy import

        marks = _marks(self.source, mark)
        body = [plan for plan in self.read.plans if not plan.whole]
        patches = patch_units(self.source, body, texts, locale, marks.wrap if marks else None)
        patches = _anchored(patches, self.read.anchors)
        patches += [(start, end, "") for start, end in self.read.attributes]
        parts = [
            (start, end, self._part_html(start, apply_patches(self.source, patches, start, end)))
            for start, end in self.read.marked
        ]
        patches = self._boxed(parts + patches)
        text = apply_patches(self.source, patches, self.read.front.end)
        if self.read.marked and self.read.definitions:
            text += f"\n\n{self.read.definitions}"
        page = comrak.markdown_to_html(
            text,
            extensions(page=True),
            None,
            comrak.RenderOptions(unsafe_=True, tasklist_classes=True),
        )
        page = _CONTENTS.sub("", with_emoji(with_signs(_ids(_MATH.sub(_formula, page)))))
        if "<sub>" in page and "<sub>" not in text:
            page = _LOOSE.sub(r"<del>\1\2</del>", page)
        return marks.resolve(page) if marks else page

    def _part_html(self, start: int, text: str) -> str:
        """Markdown inside an element of HTML, which a blank line would end."""
        import comrak  # noqa: PLC0415 - a heavy import

        begin = max(self.source.rfind(end, 0, start) for end in "\r\n") + 1
        before = self.source[begin:start]
        before = "" if before.strip("> \t") else before
        lines = [line.removeprefix(before) for line in text.splitlines()]
        page: str = comrak.markdown_to_html(
            "\n".join((*lines, "", self.read.definitions)),
            extensions(page=True),
            None,
            comrak.RenderOptions(unsafe_=True),
        )
        page = re.sub(r"\n\s*\n", "\n", page.strip())
        inner = page.removeprefix("<p>").removesuffix("</p>")
        page = page if "<p>" in inner or "</p>" in inner else inner
        return page.replace("\n", f"\n{before}")

    def _boxed(self, patches: Patches) -> Patches:
        """The patches with admonitions as boxes, their titles translated."""
        found = self.read.boxes
        titles = {
            box.title: _line_html(apply_patches(self.source, patches, *box.title))
            for box in found
            if box.title
        }
        made = boxes(self.source, found, titles)
        changed = {(start, end) for start, end, _ in made}
        heads = [
            box.header for box in found if (box.header[0] + box.indent, box.header[1]) in changed
        ]
        starts, ends = [start for start, _ in heads], [end for _, end in heads]
        return made + [
            patch
            for patch in patches
            if not (at := bisect_right(starts, patch[0])) or patch[1] > ends[at - 1]
        ]


def _line_html(text: str) -> str:
    """A line of Markdown as HTML, for a place inside a tag."""
    import comrak  # noqa: PLC0415 - a heavy import

    page: str = comrak.markdown_to_html(
        text.strip(), extensions(), None, comrak.RenderOptions(unsafe_=True)
    )
    inner = page.strip().removeprefix("<p>").removesuffix("</p>")
    return inner if "\n" not in inner and "<p>" not in inner else html.escape(text, quote=False)


def _anchored(patches: Patches, anchors: Mapping[int, str]) -> Patches:
    """Patches that begin every heading with a tag that names its id."""
    tags = {start: f"<transflow-id-{name.encode().hex()}>" for start, name in anchors.items()}
    result = [(start, end, tags.pop(start, "") + text) for start, end, text in patches]
    return result + [(start, start, tag) for start, tag in tags.items()]


def _ids(page: str) -> str:
    def named(match: re.Match[str]) -> str:
        name = bytes.fromhex(match[3]).decode()
        return f'<h{match[1]} id="{html.escape(name)}">{match[2]}'

    page = re.sub(
        r"<h([1-6])>((?:(?!</h[1-6]>).)*?)<transflow-id-([0-9a-f]*)>", named, page, flags=re.DOTALL
    )
    return re.sub(r"<transflow-id-[0-9a-f]*>", "", page)


@dataclass(frozen=True, slots=True)
class HtmlWriter:
    """Writes an HTML article."""

    source: str
    read: HtmlSource
    charset: Charset
    article_locale: str = "en"

    def render(self, texts: Mapping[str, str], locale: str) -> bytes:
        """The article with `texts` in place; `html lang` then says `locale`."""
        return self.charset.encode(self._rendered(texts, locale))

    def _rendered(self, texts: Mapping[str, str], locale: str) -> str:
        patches = patch_units(self.source, self.read.plans, texts, locale)
        if any(self.source[start:end] != text for start, end, text in patches):
            patches += [*self._language(locale), *self._spoken(texts, locale)]
        return apply_patches(self.source, patches)

    def _language(self, locale: str) -> Patches:
        """`html lang`, `dir` where it differs, and `og:locale` say the language of the texts.

        In any document: without them an Arabic page is set from left to right, and read out as English.
        """
        if locale == self.article_locale:
            return []
        preview = [(*place, gettext_name(locale)) for place in self.read.previews]
        preview += [(*place, self._declared(*place, locale)) for place in self.read.declared]
        place, added = self.read.language, ""
        if place is None:
            added = f' lang="{locale}"'
        if direction(locale) != direction(self.article_locale) and not self.read.directed:
            added += f' dir="{direction(locale)}"'
        said = [(*place, locale)] if place else []
        if added and self.read.opening >= 0:
            text = f"<html{added}>" if self.read.rootless else added
            said.append((self.read.opening, self.read.opening, text))
        return [*preview, *said]

    def _spoken(self, texts: Mapping[str, str], locale: str) -> Patches:
        """The `lang` of elements that said the article's language and are now all translated."""
        if not self.read.spoken or locale == self.article_locale:
            return []
        slots = sorted(
            (slot.start, slot.segment.text, texts.get(slot.segment.id, "").strip())
            for plan in self.read.plans
            if not plan.inner
            for slot in plan.slots
        )
        starts = [start for start, *_ in slots]
        patches: Patches = []
        for left, right, start, end in self.read.spoken:
            inside = slots[bisect_left(starts, start) : bisect_left(starts, end)]
            if all(text for *_, text in inside) and any(old != new for _, old, new in inside):
                patches.append((left, right, self._declared(left, right, locale)))
        return patches

    def _declared(self, start: int, end: int, locale: str) -> str:
        """What stands in the place of a language or a direction of the article."""
        written = self.source[start:end].lower()
        if written not in {"ltr", "rtl"}:
            return locale
        return direction(locale) if written == direction(self.article_locale) else written

    def meta(self, texts: Mapping[str, str], locale: str) -> dict[str, Any]:
        """What the head says, with `texts` in place."""
        return head_of(self._rendered(texts, locale))

    def html(self, texts: Mapping[str, str], locale: str, mark: Mark | None) -> str:
        """The page's content, headings with the ids of the source's."""
        marks = _marks(self.source, mark)
        plans = self.read.plans
        patches = patch_units(self.source, plans, texts, locale, marks.wrap if marks else None)
        patches += [
            (place, place, f' id="{html.escape(name)}"')
            for place, name in self.read.headings
            if name
        ]
        patches += self._spoken(texts, locale)
        body = self.read.body
        patches += [(start, end, "") for start, end in body.cuts]
        page = apply_patches(self.source, patches, body.start, body.end)
        return marks.resolve(page) if marks else page


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes a plain-text article."""

    source: str
    read: TextSource
    charset: Charset

    def render(self, texts: Mapping[str, str], locale: str) -> bytes:
        """The article with `texts` in place."""
        patches = patch_units(self.source, self.read.plans, texts, locale)
        return self.charset.encode(apply_patches(self.source, patches))

    def meta(self, texts: Mapping[str, str], locale: str) -> dict[str, Any]:
        """The title, with `texts` in place."""
        plans = [plan for plan in self.read.plans if plan.unit.kind == UnitKind.TITLE]
        parts = [part for plan in plans for part in patch_units(self.source, [plan], texts, locale)]
        meta: dict[str, Any] = {"title": parts[0][2] if parts else self.read.title}
        return meta | ({"date": self.read.date} if self.read.date else {})

    def html(self, texts: Mapping[str, str], locale: str, mark: Mark | None) -> str:
        """Paragraphs, headings and lists of what follows the title."""
        by_place = {plan.slots[0].start: plan for plan in self.read.plans}
        parts: list[str] = []
        around, row, column = "", 0, 0
        for paragraph in self.read.paragraphs:
            start, end = paragraph.lines[0][0], paragraph.lines[-1][1]
            if paragraph.kind == UnitKind.TITLE:
                continue
            plan = by_place.get(start)
            inside = _paragraph_html(
                self.source, plan, (start, end), texts, locale=locale, mark=mark
            )
            wanted = self._around(paragraph)
            if around != wanted:
                parts += (_CLOSES.get(around[:2], ""), _OPENS.get(wanted[:2], ""))
                around, row, column = wanted, paragraph.first, 0
            if paragraph.kind == UnitKind.TABLE_CELL:
                if paragraph.first != row:
                    parts.append("</tr>\n<tr>")
                    row, column = paragraph.first, 0
                parts += ("<td></td>" * (paragraph.column - column), f"<td>{inside}</td>")
                column = paragraph.column + 1
                continue
            tag = {UnitKind.LIST_ITEM: "li", UnitKind.HEADING: "h2"}.get(paragraph.kind, "p")
            parts.append(f"<{tag}>{inside}</{tag}>\n")
        parts.append(_CLOSES.get(around[:2], ""))
        return "".join(parts)

    def _around(self, paragraph: Paragraph) -> str:
        """What a paragraph stands in: `ul`, `ol`, or a table, by the line that it begins on."""
        if paragraph.kind == UnitKind.TABLE_CELL:
            return f"ta{paragraph.table}"
        if paragraph.kind != UnitKind.LIST_ITEM:
            return ""
        start = paragraph.lines[0][0]
        marker = self.source[max(0, start - 16) : start].rstrip()[-2:]
        return "ol" if re.search(r"[\w][.)]", marker) else "ul"


_OPENS = {"ul": "<ul>\n", "ol": "<ol>\n", "ta": "<table>\n<tr>"}
_CLOSES = {"ul": "</ul>\n", "ol": "</ol>\n", "ta": "</tr>\n</table>\n"}


def _paragraph_html(
    source: str,
    plan: Plan | None,
    place: tuple[int, int],
    texts: Mapping[str, str],
    *,
    locale: str,
    mark: Mark | None,
) -> str:
    if plan is None:
        return html.escape(source[slice(*place)], quote=False)
    names: list[tuple[str, str]] = []

    def wrap(segment: Segment) -> tuple[str, str]:
        names.append(mark(segment) if mark else ("", ""))
        return f"\ue000{len(names) - 1}\ue002", f"\ue001{len(names) - 1}\ue002"

    (_, _, text), *_ = patch_units(source, [plan], texts, locale, wrap)
    text = html.escape(text, quote=False)
    return re.sub(
        r"([\ue000\ue001])(\d+)\ue002",
        lambda match: names[int(match[2])][match[1] == "\ue001"],
        text,
    )
