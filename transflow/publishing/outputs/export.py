"""What the outputs are made from, and an article as Markdown with front matter."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from transflow.bcp47 import autonym, direction
from transflow.config import Workflow
from transflow.model import Article
from transflow.publishing.facts import Facts
from transflow.publishing.links import SiteMap
from transflow.publishing.markup import walk
from transflow.publishing.notice import Making, Notice
from transflow.publishing.plan import Planned
from transflow.publishing.sanitize import clean

__all__ = [
    "RELATIVE",
    "Export",
    "Exported",
    "Language",
    "Rewrite",
    "as_markdown",
    "labelled",
    "pictures",
    "target_id",
    "with_md_links",
]

_FENCE = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_HEAD = re.compile(
    r"\ufeff?(?:(?P<fence>---|\+\+\+)[ \t]*\r?\n.*?^(?P=fence)[ \t]*(?:\r?\n|\Z))?"  # front matter
    r"(?:[ \t]*\r?\n|(?:import\s[^\n]*['\"{]|export\s+(?:const|default|function|let)\b)[^\n]*\n(?:[^\n]+\n)*|<!--(?:(?!-->).)*-->[ \t]*\r?\n)*"
    r"(?:\#[ \t][^\n]*(?:\r?\n|\Z)|[^\s#>|`~<:{\-*+=][^\n]*\r?\n=+[ \t]*(?:\r?\n|\Z))?"  # a title
    r"(?:\{[:#][^\n]*\}[ \t]*\r?\n)?",
    re.DOTALL | re.MULTILINE,
)
"""What stands before the text of a page."""
_DOCUMENT_LINK = re.compile(
    r"(\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?)([^\s()<>#?:]+\.(?:html?|txt|mdx?|markdown))(?=[\s)>#?]|$)",
    re.MULTILINE,
)
RELATIVE = re.compile(
    r"(?<![\w:/])(?:\.{0,2}/)?[\w./%-]+\.(?:png|jpe?g|gif|webp|avif|svg|pdf)", re.IGNORECASE
)
"""Pictures and documents, wherever a text names them: in front matter, too."""


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    locale: str
    title: str

    @property
    def name(self) -> str:
        """Its name in itself."""
        return autonym(self.locale)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.locale)


@dataclass(frozen=True)
class Exported:
    """One page, and what is said about its making."""

    page: Planned
    making: Making | None
    notice: Notice | None
    original: str
    """Where the original is, as a path `<locale>/<id>` or a web address."""
    prefix: str = ""
    """The articles' folder, as paths begin with it."""
    visible: bool = True
    """Whether its text begins with the notice."""

    @property
    def said(self) -> str:
        """What the text of the page begins with about its making; empty where a person vouches for it all."""
        return self.told if self.visible else ""

    @property
    def told(self) -> str:
        """The notice in one line; empty where a person vouches for it all."""
        if self.notice is None:
            return ""
        parts = (*self.notice.sentences, *self.notice.details)
        return " ".join(str(one.unescape()) for one in parts).replace("。 ", "。")

    @property
    def article(self) -> Article:
        """The original."""
        return self.page.article

    @property
    def facts(self) -> Facts:
        """Front matter in the page's language."""
        return self.page.facts

    @property
    def texts(self) -> dict[str, str]:
        """What is translated."""
        return self.page.verdict.texts if self.page.verdict else {}

    def data(self) -> dict[str, Any]:
        """State and notice, for front matter."""
        if self.making is None:
            return {"status": "original", "locale": self.page.locale}
        making = self.making
        data: dict[str, Any] = {
            "status": making.status,
            "locale": self.page.locale,
            "sentences": making.total,
            "reviewed": making.reviewed,
            "machine": making.machine,
            "engines": list(making.engines),
            "original_locale": self.article.locale,
            "original": self.original,
        }
        if self.notice is not None:
            data["notice"] = [
                str(one.unescape()) for one in (*self.notice.sentences, *self.notice.details)
            ]
        return data


@dataclass(frozen=True)
class Export:
    """All pages."""

    workflow: Workflow
    languages: tuple[Language, ...]
    """The default one first."""
    pages: tuple[Exported, ...]
    site: SiteMap
    root: Path
    """The project's folder."""

    @property
    def default(self) -> str:
        """Tag of the default language."""
        return self.languages[0].locale

    def of(self, locale: str) -> Iterator[Exported]:
        """Pages of a locale."""
        return (one for one in self.pages if one.page.locale == locale)


Rewrite = Callable[[str, str], str]
"""(`link` or `picture`, target as written) -> target in another generator's site."""


def as_markdown(one: Exported, extra: dict[str, Any], rewrite: Rewrite, *, level: int = 1) -> bytes:
    """An article as a Markdown file with front matter.

    A Markdown article is itself, with its translations and some lines of front matter more; any
    other is its body as sanitized HTML, which Markdown lets through, under front matter made from
    what its head said.

    Args:
        one: The page.
        extra: Front matter to add.
        rewrite: Makes the targets in an HTML body; those in Markdown the generator resolves.
        level: Headings of this level and deeper say the ids that they have in every language.
    """
    added = extra | {"transflow": one.data()}
    if one.article.format == "markdown":
        text = one.article.writer.anchored(one.texts, one.page.locale, level)
        # Docusaurus stops at front matter in a piece.
        return (
            text if one.page.piece else _with_lines(noticed(text, one.said), added, one)
        ).encode()
    facts = one.facts
    head = {
        "title": facts.title.text,
        "description": facts.summary.text,
        "date": facts.date.isoformat() if facts.date else "",
        "author": facts.author,
        "tags": list(facts.tags),
    }
    body = _rewritten(clean(one.article.html(one.texts, one.page.locale, None)), rewrite)
    body = re.sub(r"\n\s*\n", "\n", re.sub(r"\A\s*<h1[^>]*>.*?</h1>", "", body, flags=re.DOTALL))
    lines = _yaml({key: value for key, value in head.items() if value} | added)
    said = f"<blockquote>{escape(one.said)}</blockquote>\n" if one.said else ""
    return f"---\n{lines}---\n\n<div>\n{said}{body.strip()}\n</div>\n".encode()


def _rewritten(html: str, rewrite: Rewrite) -> str:
    out: list[str] = []
    targets: list[str] = []
    for piece in walk(html):
        if not isinstance(piece, str) and not piece.end:
            for kind, key in (("link", "href"), ("picture", "src")):
                target = piece.attributes.get(key, "")
                parts = urlsplit(target)
                if parts.path and not parts.scheme and not parts.netloc:
                    piece.attributes[key] = f"\x00{len(targets)}\x00"
                    targets.append(rewrite(kind, target))
        out.append(str(piece))
    safe = "".join(out).replace("{{", "&#123;&#123;")  # no template language of a generator
    return re.sub("\x00(\\d+)\x00", lambda match: targets[int(match[1])], safe)


def with_md_links(
    data: bytes, one: Exported, export: Export, suffix: Callable[[Article], str] = lambda _: ".md"
) -> bytes:
    """A Markdown article whose links to other articles lead to what those become.

    Args:
        data: It.
        one: Its page.
        export: All pages.
        suffix: What the name of an article's file ends with.
    """
    if one.article.format != "markdown":
        return data

    def mended(match: re.Match[str]) -> str:
        folder = one.article.path.removeprefix(one.prefix).rpartition("/")[0]
        known = export.site.by_path.get(_joined(folder, match[2]))
        if known is None:
            return match[0]
        return f"{match[1]}{match[2].rpartition('.')[0]}{suffix(known)}"

    return _DOCUMENT_LINK.sub(mended, data.decode()).encode()


def target_id(one: Exported, target: str) -> str:
    """The id of the article, or the path of the file, that a relative link leads to."""
    folder = one.article.path.removeprefix(one.prefix).rpartition("/")[0]
    path = _joined(folder, urlsplit(target).path)
    return re.sub(r"\.(?:mdx?|markdown|html?|txt)$", "", path)


def noticed(text: str, said: str) -> str:
    """A Markdown article whose text begins with a notice, as a quotation.

    It stands behind a heading that comes first, from which generators take a page's title, and behind what MDX imports.
    """
    if not said:
        return text
    head = _HEAD.match(text)
    at = head.end() if head else 0
    line = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", said)
    gap = (
        "" if text[:at].endswith("\n\n") or not at else "\n" if text[:at].endswith("\n") else "\n\n"
    )
    return f"{text[:at]}{gap}> {line}\n\n{text[at:].lstrip(chr(10))}"


def labelled(text: str, one: Exported) -> str:
    """A Markdown article that says how its translation was made; itself where there is nothing to say.

    Its front matter says so too, and alone where the text does not.
    """
    if one.notice is None or one.page.piece:
        return text
    said = noticed(text, one.said)
    return (
        _with_lines(said, {"transflow": one.data()}, one)
        if _FENCE.match(text) or not one.said
        else said
    )


def _with_lines(text: str, added: dict[str, Any], one: Exported) -> str:
    """Front matter with our lines first; nothing else is touched."""
    match = _FENCE.match(text)
    if match is None:
        title = {"title": one.facts.title.text}
        return f"---\n{_yaml(title | added)}---\n\n{text}"
    fresh = {key: value for key, value in added.items() if key not in one.article.meta}
    lines = _toml(fresh) if match[1] == "+++" else _yaml(fresh)
    return text[: match.end()] + lines + text[match.end() :]


def _yaml(values: dict[str, Any]) -> str:
    """JSON is YAML (YAML 1.2, 1.3): one line a key."""
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
    )


def _toml(values: dict[str, Any]) -> str:
    return "".join(f"{key} = {_inline(value)}\n" for key, value in values.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def pictures(export: Export) -> Iterator[tuple[str, bytes]]:
    """(path under the articles' folder, content) of every file that articles refer to."""
    seen: set[str] = set()
    for one in export.pages:
        folder = one.article.path.removeprefix(export.site.prefix).rpartition("/")[0]
        for name in RELATIVE.findall(one.article.source.decode("utf-8", "replace")):
            path = _joined(folder, name)
            file = export.site.root / path
            inside = file.resolve().is_relative_to(export.site.root.resolve())
            if path not in seen and inside and file.is_file():
                seen.add(path)
                yield path, file.read_bytes()


def _joined(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(name)))
