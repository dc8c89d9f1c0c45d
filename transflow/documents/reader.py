"""The doors: bytes to an Article."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from transflow import files
from transflow.collecting import uncollected
from transflow.config.schema import SourceConfig
from transflow.documents.charset import Charset, decoded
from transflow.documents.cutting import Options
from transflow.documents.dates import day
from transflow.documents.embargo import embargo
from transflow.documents.html import read_html
from transflow.documents.markdown import read_markdown
from transflow.documents.misread import line_of, misread
from transflow.documents.text import read_text
from transflow.documents.timing import MOMENTS, moment
from transflow.documents.writers import HtmlWriter, MarkdownWriter, TextWriter
from transflow.errors import ArticleError, TransflowError
from transflow.model import Article, Finding, Severity

__all__ = ["beside", "read", "read_article"]

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]+)*")
_SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".mdx": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text",
}  # fmt: skip

_LONGEST = 200
"""Bytes of a part of an id: file systems allow 255, and what is written aside has a longer name."""
_DATES = ("date", "updated", "lastmod")
_SIDES = [re.compile(sign, re.MULTILINE) for sign in ("^<{7} ", r"^={7}[ \t\r]*$", "^>{7} ")]
"""What git leaves around the two sides of a merge, in order."""


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
        data = files.contents(path)
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
        return files.contents(files.inside(path.parent, address)).decode("utf-8")
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
            "is in a format that is not known", where=path, hint="use .md, .mdx, .html or .txt"
        )
    options = Options(
        locale=locale,
        sentences=source.segmentation == "sentence",
        known=known,
        front_matter=tuple(source.front_matter),
        svg_text=source.svg_text,
        pre_text=source.pre_text,
        arguments=frozenset(source.tag_arguments),
        linked=linked,
    )
    text, charset = decoded(data, kind, path)
    if not text.strip():
        raise ArticleError(
            "is empty", where=path, hint="write something, or leave it out of `articles`"
        )
    with uncollected():
        meta, plans, writer, oddities = _parsed(kind, text, path, options, charset)
    _refuse_odd(text, plans, path)
    meta, undated = _dated(meta, text, path, locale)
    if "publish_at" not in meta and (begin := embargo(_opening(plans), locale)):
        meta = {**meta, "publish_at": begin}
    own = meta.get("id")
    return Article(
        id=_clean_id(own, path) if own not in (None, "") else id or _id(path, source.root),
        path=path,
        format=kind,
        locale=locale,
        meta=meta,
        units=tuple(plan.unit for plan in plans),
        source=data,
        warnings=(
            *(Finding("document", Severity.INFO, oddity, path=path) for oddity in oddities),
            *undated,
            *_foreign(meta, writer, text, path, locale),
        ),
        writer=writer,
    )


def _parsed(
    kind: str, text: str, path: str, options: Options, charset: Charset
) -> tuple[Mapping[str, Any], Any, Any, tuple[str, ...]]:
    if kind == "html":
        page = read_html(text, options, path)
        writer = HtmlWriter(text, page, charset, options.locale)
        return page.meta, page.plans, writer, page.oddities
    if kind == "text":
        plain = read_text(text, options)
        meta = {"title": plain.title} | ({"date": plain.date} if plain.date else {})
        return meta, plain.plans, TextWriter(text, plain, charset), ()
    article = read_markdown(text, path, options)
    meta = dict(article.front.meta)
    if article.title and not meta.get("title"):
        meta["title"] = article.title
    return meta, article.plans, MarkdownWriter(text, article, path, charset), ()


def _refuse_odd(text: str, plans: Any, path: str) -> None:
    """Refuse what no catalog can hold, and both sides of a merge that nobody has ended.

    Raises:
        ArticleError: With its line.
    """
    if "\0" in text:
        for plan in plans:
            if any("\0" in segment.text for segment in plan.unit.segments):
                raise ArticleError(
                    "holds a NUL character, which catalogs cannot have",
                    where=f"{path}:{plan.unit.line or 1}",
                    hint="take it out, or save the article as UTF-8 if it is in another encoding",
                )
    shown = [s.text for plan in plans for s in plan.unit.segments] if "<<<<<<< " in text else ()
    if any("<<<<<<< " in each for each in shown):  # in code it may be an example
        place, places = 0, []
        for side in _SIDES:
            if found := side.search(text, place):
                place = found.end()
                places.append(found.start())
        if len(places) == len(_SIDES):
            line = text.count("\n", 0, places[0]) + 1
            raise ArticleError(
                "holds a git conflict", where=f"{path}:{line}", hint="resolve the conflict"
            )


def _opening(plans: Any) -> Iterator[str]:
    """The first short texts of an article, where an embargo may stand."""
    for plan in plans[:8]:
        yield " ".join(segment.text for segment in plan.unit.segments)


def _foreign(
    meta: Mapping[str, Any], writer: Any, text: str, path: str, locale: str
) -> list[Finding]:
    """What is said of an article that names another language than the project's as its own."""
    start, end = (writer.read.language if isinstance(writer, HtmlWriter) else None) or (0, 0)
    said = text[start:end] or str(meta.get("lang") or meta.get("language") or "")
    code = re.split(r"[-_]", said.strip().lower())[0]
    if not _LANGUAGE.fullmatch(said.strip()) or code == locale.partition("-")[0].lower():
        return []
    message = (
        f"says that it is in {said.strip()}, and articles here are in {locale}: leave it out of "
        "`articles`, or mend what it says"
    )
    line = text.count("\n", 0, start) + 1 if end else 0
    return [Finding("document", Severity.WARNING, message, path=path, line=line)]


def _dated(
    meta: Mapping[str, Any], text: str, path: str, locale: str
) -> tuple[Mapping[str, Any], list[Finding]]:
    """The front matter with its dates read, and what is said of those that cannot be."""
    read_in, troubles = dict(meta), []
    for key in _DATES:
        value = meta.get(key)
        if value is None or value == "":
            continue
        found = day(value, locale)
        if found is not None:
            read_in[key] = found
            continue
        troubles.append(_unread(key, value, "the article has none", text, path))
    moments = {str(key).lower(): (str(key), value) for key, value in reversed([*meta.items()])}
    for key, value in (moments[name] for name in sorted(MOMENTS & moments.keys())):
        if value not in (None, "") and not moment(value, locale):
            troubles.append(_unread(key, value, "no page of the article is out", text, path))
    return read_in, [*troubles, *misread(meta, text, path)]


def _unread(key: str, value: Any, outcome: str, text: str, path: str) -> Finding:
    """What is said of a date that cannot be read."""
    return Finding(
        "document",
        Severity.WARNING,
        f"{key} {str(value)!r} cannot be read, so {outcome}; "
        "write 2026-11-24, 24.11.2026 or 24 November 2026",
        path=path,
        line=line_of(key, text),
    )


def _id(path: str, root: str) -> str:
    pure = PurePosixPath(path)
    base = PurePosixPath(root)
    inside = pure.relative_to(base) if pure.is_relative_to(base) else pure
    name = inside.with_suffix("").as_posix()
    if not name.isprintable() or "\\" in name:
        what = "a backslash" if name.isprintable() else "a control character"
        if any("\udc80" <= letter <= "\udcff" for letter in name):
            what = "bytes that are not UTF-8"
        raise ArticleError(
            f"has a name with {what}, which catalogs and addresses cannot have",
            where=path if name.isprintable() else repr(path)[1:-1],
            hint="rename it, or give it an `id` in its front matter",
        )
    return _short(name, path)


def _short(name: str, path: str) -> str:
    """A name, refused where files made of it could not be."""
    longest = max(len(part.encode()) for part in name.split("/"))
    if longest > _LONGEST:
        raise ArticleError(
            f"has a name of {longest} bytes; its catalogs and pages can have {_LONGEST}",
            where=path,
            hint="rename it, or give it a short `id` in its front matter",
        )
    return name


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
    return _short("/".join(parts), path)
