"""The doors: bytes to an Article."""

import codecs
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from transflow import files
from transflow.config.schema import SourceConfig
from transflow.documents.cutting import Options
from transflow.documents.html import declared_charset, read_html
from transflow.documents.markdown import read_markdown
from transflow.documents.text import read_text
from transflow.documents.writers import HtmlWriter, MarkdownWriter, TextWriter
from transflow.errors import ArticleError, TransflowError
from transflow.model import Article, Finding, Severity

__all__ = ["beside", "read", "read_article"]

_SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text",
}  # fmt: skip


def read_article(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002
    locale: str = "en",
) -> Article:
    """Read one article outside a project.

    Args:
        source: A path, or the article's bytes.
        format: `markdown`, `html` or `text`; by the path's suffix if absent.
        locale: BCP 47 tag of its language.

    Raises:
        ArticleError: If it cannot be read.
    """
    config = SourceConfig.model_validate({"locale": locale})
    if isinstance(source, bytes):
        return read(
            source, path="article", locale=locale, source=config, format=format or "markdown"
        )
    path = Path(source)
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise ArticleError(f"cannot be read: {cause.strerror}", where=path) from cause
    name = path.with_suffix("").name
    return read(
        data,
        path=path.as_posix(),
        locale=locale,
        source=config,
        format=format,
        id=name,
        linked=partial(beside, path),
    )


def beside(path: Path, address: str) -> str | None:
    """The text of a file in the folder of an article; None where there is none, or it is elsewhere."""
    try:
        return files.inside(path.parent, address).read_text("utf-8")
    except (TransflowError, OSError, UnicodeDecodeError, ValueError):
        return None


def read(
    data: bytes,
    *,
    path: str,
    locale: str,
    source: SourceConfig,
    known: frozenset[str] = frozenset(),
    format: str | None = None,  # noqa: A002
    id: str | None = None,  # noqa: A002
    linked: Callable[[str], str | None] | None = None,
) -> Article:
    """Read an article.

    Args:
        data: Its bytes.
        path: Its path relative to the project, for references and errors.
        locale: BCP 47 tag of its language.
        source: What to translate in it and how.
        known: Msgids its catalogs hold: units made of them keep those cuts.
        format: `markdown`, `html` or `text`; by the path's suffix if absent.
        id: Its id, where front matter names none; else the path under `source.root` without
            its suffix.
        linked: Gives the text of a file an HTML article links to as its ITS rules, by its
            address; without it such rules are reported as not read.

    Raises:
        ArticleError: With file and line: not text of its encoding, empty, broken front matter.
    """
    kind = format or _SUFFIXES.get(PurePosixPath(path).suffix.lower())
    if kind not in {"markdown", "html", "text"}:
        raise ArticleError(
            "is in a format that is not known", where=path, hint="use .md, .html or .txt"
        )
    options = Options(
        locale=locale,
        sentences=source.segmentation == "sentence",
        known=known,
        front_matter=tuple(source.front_matter),
        svg_text=source.svg_text,
        pre_text=source.pre_text,
        linked=linked,
    )
    text, encoding, bom = _decoded(data, kind, path)
    if not text.strip():
        raise ArticleError(
            "is empty", where=path, hint="write something, or leave it out of `articles`"
        )
    with _uncollected():
        meta, plans, writer, oddities = _parsed(
            kind, text, path, options, encoding=encoding, bom=bom
        )
    own = meta.get("id")
    return Article(
        id=_clean_id(own, path) if own not in (None, "") else id or _id(path, source.root),
        path=path,
        format=kind,
        locale=locale,
        meta=meta,
        units=tuple(plan.unit for plan in plans),
        source=data,
        warnings=tuple(
            Finding("document", Severity.INFO, oddity, path=path) for oddity in oddities
        ),
        writer=writer,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look at the growing article again and again.

    Reading makes no cycles to speak of, and it took a quarter of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _parsed(
    kind: str, text: str, path: str, options: Options, *, encoding: str, bom: bytes
) -> tuple[Mapping[str, Any], Any, Any, tuple[str, ...]]:
    if kind == "html":
        page = read_html(text, options)
        writer = HtmlWriter(text, page, encoding, bom, options.locale)
        return page.meta, page.plans, writer, page.oddities
    if kind == "text":
        plain = read_text(text, options)
        meta = {"title": plain.title} | ({"date": plain.date} if plain.date else {})
        return meta, plain.plans, TextWriter(text, plain, bool(bom)), ()
    article = read_markdown(text, path, options)
    meta = dict(article.front.meta)
    if article.title and not meta.get("title"):
        meta["title"] = article.title
    return meta, article.plans, MarkdownWriter(text, article, path, bool(bom)), ()


def _decoded(data: bytes, kind: str, path: str) -> tuple[str, str, bytes]:
    """The text, the codec to write it back in, and the byte order mark it had.

    HTML is decoded by its byte order mark, its declaration, else as UTF-8; a text that would
    not come back to the same bytes is refused.
    """
    encoding, bom = "utf-8", b""
    if data.startswith(codecs.BOM_UTF8):
        bom = codecs.BOM_UTF8
    elif kind == "html" and data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        bom = data[:2]
        encoding = "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"
    elif kind == "html" and (declared := declared_charset(data)):
        encoding = _codec(declared, path)
    body = data[len(bom) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as cause:
        line = body.count(b"\n", 0, cause.start) + 1
        name = "UTF-8" if encoding == "utf-8" else encoding
        raise ArticleError(
            f"is not {name} (byte 0x{body[cause.start]:02x})",
            where=f"{path}:{line}",
            hint="save it as UTF-8"
            + (
                ", or declare its charset in a meta element"
                if kind == "html"
                else ", or convert it with iconv"
            ),
        ) from cause
    if text.encode(encoding) != body:
        raise ArticleError(
            f"does not come back to the same bytes in {encoding}",
            where=path,
            hint="save it as UTF-8",
        )
    return text, encoding, bom


def _codec(declared: str, path: str) -> str:
    """Python's codec for a label of HTML (https://encoding.spec.whatwg.org/#names-and-labels)."""
    label = declared.lower()
    if label in {"iso-8859-1", "latin1", "ascii", "us-ascii", "windows-1252"}:
        return "cp1252"
    if label in {"utf-16", "utf-16le", "utf-16be", "unicode"}:
        return "utf-8"
    aliases = {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "x-sjis": "cp932",
        "shift_jis": "cp932",
        "ks_c_5601-1987": "cp949",
    }
    try:
        return codecs.lookup(aliases.get(label, label)).name
    except LookupError as cause:
        raise ArticleError(
            f"declares a charset that is not known: {declared}", where=path, hint="save it as UTF-8"
        ) from cause


def _id(path: str, root: str) -> str:
    pure = PurePosixPath(path)
    base = PurePosixPath(root)
    inside = pure.relative_to(base) if pure.is_relative_to(base) else pure
    return inside.with_suffix("").as_posix()


def _clean_id(own: Any, path: str) -> str:
    """An id from front matter, which becomes a path: refused where it could lead elsewhere."""
    name = str(own)
    parts = PurePosixPath(name).parts
    if (
        isinstance(own, (list, dict))
        or not parts
        or not name.isprintable()
        or name.startswith("/")
        or "\\" in name
        or any(part in {".", ".."} for part in parts)
    ):
        raise ArticleError(
            f"has an id that is no path: {name!r}", where=path, hint="use words and /"
        )
    return "/".join(parts)
