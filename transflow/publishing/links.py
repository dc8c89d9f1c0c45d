"""Where the links and pictures of one article lead, seen from one of its pages."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from transflow.bcp47 import autonym
from transflow.errors import UnsafePathError
from transflow.files import inside
from transflow.model import Article, Finding, Severity
from transflow.publishing import images, taglinks
from transflow.publishing.address import relative
from transflow.publishing.body import Link, Picture

__all__ = ["ASSETS", "PageLinks", "SiteMap"]

ASSETS = "assets/"
"""Where files that articles refer to are."""
_SUFFIX = re.compile(r"\.(?:mdx?|markdown|html|htm|txt)$", re.IGNORECASE)
_SOURCE = re.compile(r"\.(?:mdx?|markdown|mdown|mkd)$", re.IGNORECASE)
"""What is written for a generator, and no download."""
_WRITTEN = rb"""(?:(?<=[("'=<])|(?<=: ))%s(?=[\s)"'>#]|$)"""
"""A target as it stands in Markdown, HTML or front matter."""


@dataclass(frozen=True)
class SiteMap:
    """What links can lead to: every article and where it is out."""

    root: Path
    """The articles' folder."""
    prefix: str
    """That folder as article paths begin with it, `articles/`."""
    source_locale: str
    by_path: Mapping[str, Article]
    """Article path, without `prefix` -> article."""
    addresses: Mapping[tuple[str, str], str]
    """(article id, locale) -> address of the page, for all that are out."""
    originals: Mapping[str, str] = field(default_factory=dict)
    """Article id -> web address of an original that is published elsewhere."""
    former: Mapping[str, str] = field(default_factory=dict)
    """Address of a page that is or was out, without its locale (`faq/`) -> id its article has now."""

    def at(self, path: str) -> Article | None:
        """The article that a link to `path`, without `prefix`, means."""
        path = normalize("NFC", path)
        for name in (
            path,
            f"{path}.md",
            f"{path}.mdx",
            f"{path}.html",
            f"{path.rstrip('/')}/index.md",
        ):
            article = self._composed.get(name)
            if article is not None:
                return article
        return None

    def meant(self, path: str) -> Article | None:
        """The same, or the article that was at `path` before it was renamed."""
        return self.at(path) or self._by_id.get(
            self.former.get(f"{_SUFFIX.sub('', normalize('NFC', path))}/", "")
        )

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.by_path.values()}

    @cached_property
    def _composed(self) -> dict[str, Article]:
        """By path with composed letters: some file systems take them apart, keyboards do not."""
        return {normalize("NFC", path): article for path, article in self.by_path.items()}

    def places(self, article_id: str) -> str:
        """Where an article is out, as text: as long as it is the same, links to it are."""
        return f"{self._places.get(article_id, '')} {self.originals.get(article_id, '')}"

    @cached_property
    def _places(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for (article_id, locale), address in self.addresses.items():
            found[article_id] = f"{found.get(article_id, article_id)} {locale}:{address}"
        return found


@dataclass
class PageLinks:
    """Resolves for one page, and notes what it needed and what was dead."""

    site: SiteMap
    article: Article
    locale: str
    address: str
    assets: dict[str, str] = field(default_factory=dict)
    """File under the site -> file under the articles' folder."""
    looked_at: dict[str, tuple[int, int]] = field(default_factory=dict)
    """File under the articles' folder -> (time, size); zeros where there was none."""
    targets: dict[str, str] = field(default_factory=dict)
    """Path under the articles' folder that a link leads to -> where the article there is out;
    empty where there is none."""
    fragments: list[tuple[str, str]] = field(default_factory=list)
    """(article id, fragment) of links to headings, to be checked when all anchors are known."""
    findings: list[Finding] = field(default_factory=list)

    def link(self, href: str) -> Link | None:
        """The target of a link in the article; None if there is none."""
        if taglinks.is_tag(href):
            return self._tagged(href)
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return Link(href, external=parts.scheme in {"http", "https", ""})
        tail = (f"?{parts.query}" if parts.query else "") + (
            f"#{parts.fragment}" if parts.fragment else ""
        )
        if not parts.path:
            self._anchor(self.article, parts.fragment)
            return Link(href)
        if parts.path.startswith("/"):
            return Link(href)
        path = self._under_root(parts.path)
        target = self.site.meant(path)
        self.targets[path] = self.site.places(target.id) if target else ""
        if target is not None:
            if self.site.at(path) is None:
                self._renamed(target, tail, href)
            self._anchor(target, parts.fragment)
            return self._page(target, tail, href)
        return self._file(path, tail, href)

    def picture(self, src: str) -> Picture | None:
        """The file of a picture; None, with a finding, if it is missing or elsewhere."""
        parts = urlsplit(src)
        if not parts.path or parts.scheme or parts.netloc:
            remote = parts.netloc or parts.scheme in {"http", "https"}
            what = "is on another host" if remote else "has an address that pages do not take"
            self._finding("asset-remote", src, f"the picture {src!r} {what} and is left out")
            return None
        path = self._under_root(parts.path)
        file = self._variant(path)
        if file is None:
            self._finding("asset-missing", src, f"there is no picture {src!r}")
            return None
        if file.endswith(".svg"):
            trouble = images.svg_trouble(self.site.root / file)
            if trouble:
                self._finding("asset-active", src, f"the picture {src!r} is left out: {trouble}")
                return None
        width, height = images.size(self.site.root / file) or (0, 0)
        return Picture(self._asset(file), width, height)

    def left_out(self, tags: Sequence[str]) -> None:
        """Say that a page lacks what a site generator would have made of some tags."""
        for tag in tags:
            written = tag  # as far as no mark in it was read as Markdown
            while len(written) > len("{{<") and written.encode() not in self.article.source:
                written = written[:-1]
            self._finding(
                "template-tag", written, f"{tag} is for a site generator: pages leave it out"
            )

    def without(self, kinds: Sequence[str]) -> None:
        """Say once that a page lacks the players, frames and forms of its article."""
        if kinds:
            named = ", ".join(f"<{kind}>" for kind in kinds)
            message = f"pages leave out what this article has as {named}: write a link to it"
            self._finding("element-removed", f"<{kinds[0]}", message)

    def original(self, article: Article) -> Link | None:
        """The original of an article, for notices and lists."""
        address = self.site.addresses.get((article.id, self.site.source_locale))
        language = self.site.source_locale
        if address is not None:
            return Link(relative(self.address, address), language, autonym(language))
        elsewhere = self.site.originals.get(article.id)
        return Link(elsewhere, language, autonym(language), external=True) if elsewhere else None

    def _anchor(self, target: Article, fragment: str) -> None:
        """Note what must be there; `#top` is the top of any page (HTML, 7.4.2.4)."""
        if fragment and fragment.lower() != "top":
            self.fragments.append((target.id, unquote(fragment)))

    def _tagged(self, href: str) -> Link | None:
        """Where a link leads whose address is a generator's tag."""
        folder = posixpath.dirname(self.article.path.removeprefix(self.site.prefix))
        written = unquote(href)
        for path, fragment in taglinks.candidates(href, folder):
            target = self.site.at(path)
            self.targets[path] = self.site.places(target.id) if target else ""
            if target is not None:
                self._anchor(target, fragment)
                return self._page(target, f"#{fragment}" if fragment else "", written)
        self._finding("link-dead", written, f"the link {written!r} leads nowhere on pages")
        return None

    def _page(self, target: Article, tail: str, href: str) -> Link | None:
        address = self.site.addresses.get((target.id, self.locale))
        if address is not None:
            return Link(relative(self.address, address) + tail)
        link = self.original(target)
        if link is None:
            self._finding(
                "link-dead", href, f"the link {href!r} leads to an article that is not published"
            )
            return None
        return Link(link.href + tail, link.hreflang, link.language, link.external)

    def _renamed(self, target: Article, tail: str, href: str) -> None:
        """The link leads on, as old addresses do; in the article it is out of date."""
        now = posixpath.relpath(target.path, posixpath.dirname(self.article.path) or ".")
        message = f"the link {href!r} names an article by its old name: write {now + tail!r}"
        self._finding("link-dead", href, message)

    def _file(self, path: str, tail: str, href: str) -> Link | None:
        if _SOURCE.search(path) and self._stat(path):
            said = f"the link {href!r} leads to a file that `source.articles` does not name"
            self._finding("link-dead", href, said)
            return None
        if path and self._stat(path):
            return Link(self._asset(path) + tail)
        self._finding("link-dead", href, f"the link {href!r} leads nowhere")
        return None

    def _under_root(self, path: str) -> str:
        """A relative path as one under the articles' folder; empty if it leads out."""
        folder = posixpath.dirname(self.article.path)
        joined = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if joined.startswith("../") or not joined.startswith(self.site.prefix):
            return ""
        found = joined.removeprefix(self.site.prefix)
        return "" if found in {"", "..", "."} else found

    def _variant(self, path: str) -> str | None:
        """`photo.zh-Hans.jpg` where there is one, else `photo.jpg`."""
        if not path:
            return None
        stem, dot, suffix = path.rpartition(".")
        parts = self.locale.split("-")
        tags = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
        for name in [f"{stem}.{tag}{dot}{suffix}" for tag in tags if dot] + [path]:
            if self._stat(name):
                return name
        return None

    def _stat(self, path: str) -> bool:
        try:
            file = inside(self.site.root, path)
            stat = file.stat()
            found = file.is_file()
        except (OSError, UnsafePathError, ValueError):
            found = False
        self.looked_at[path] = (stat.st_mtime_ns, stat.st_size) if found else (0, 0)
        return found

    def _asset(self, path: str) -> str:
        target = ASSETS + path
        self.assets[target] = path
        return relative(self.address, target)

    def _finding(self, rule: str, target: str, message: str) -> None:
        written, source = re.escape(target.encode()), self.article.source
        place = (
            re.search(_WRITTEN % written, source)
            or re.search(written, source)
            or re.search(written, source, re.IGNORECASE)  # <FORM>
        )
        self.findings.append(
            Finding(
                rule,
                Severity.WARNING,
                message,
                path=self.article.path,
                line=self.article.source.count(b"\n", 0, place.start()) + 1 if place else 0,
                locale=self.locale,
            )
        )
