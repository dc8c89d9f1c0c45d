"""The files that articles in their own format need beside them, so that relative addresses hold."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from transflow.publishing.outputs.export import RELATIVE, Export

__all__ = ["files_beside", "fingerprint"]

_TEXTS = frozenset({".md", ".markdown", ".mdx", ".txt"})
"""What these are is a page, or held back, or nothing that a site shows."""
_PAGES = frozenset({".html", ".htm"})
"""These are shown as they are where no article is made of them."""
_TARGET = re.compile(
    r"""(?:\b(?:src|href|poster|data|background)\s*=\s*|\]\(\s*<?|url\(\s*|@import\s+|^\s*\[[^\]]+\]:\s*<?)"""
    r"""["']?([^"'\s()<>#?]+)""",
    re.IGNORECASE | re.MULTILINE,
)
_NAMING = (".css", *_PAGES)
"""Files that name others in turn."""
_SET = re.compile(r"""\bsrcset\s*=\s*["']([^"']*)""", re.IGNORECASE)
_OWN = frozenset({"feed.xml", "sitemap.xml"})
"""Files of a locale that are the site's."""


def files_beside(export: Export) -> Iterator[tuple[str, bytes]]:
    """`fr/css/site.css`: what the articles of a locale refer to, and their style sheets in turn."""
    root, articles = export.site.root, export.site.by_path.keys()
    shared = {
        path.relative_to(root).as_posix()
        for pattern in export.workflow.site.assets
        for path in root.glob(pattern)
    }

    @cache
    def needs(path: str) -> frozenset[str]:
        return _needs(root, path) - articles

    read = cache(lambda path: (root / path).read_bytes())
    for locale in sorted({one.page.locale for one in export.pages}):
        waiting = [one.article.path.removeprefix(export.site.prefix) for one in export.of(locale)]
        found: set[str] = {path for path in shared if _is_file(root, path)}
        waiting += found
        while waiting:
            new = needs(waiting.pop()) - found
            found |= new
            waiting += (path for path in new if path.lower().endswith(_NAMING))
        for path in sorted(found - _OWN):
            yield f"{locale}/{path}", read(path)


def fingerprint(root: Path) -> str:
    """Changes with any file under the articles' folder that a page may show."""
    found = (
        (path.relative_to(root).as_posix(), path.stat())
        for path in sorted(root.rglob("*"))
        if path.suffix.lower() not in _TEXTS and path.is_file()
    )
    return repr([(name, stat.st_mtime_ns, stat.st_size) for name, stat in found])


def _needs(root: Path, path: str) -> frozenset[str]:
    """The files under the articles' folder that a file names by relative addresses."""
    try:
        text = (root / path).read_text("utf-8", "replace")
    except OSError:  # of a page that stays
        return frozenset()
    names = [*_TARGET.findall(text), *RELATIVE.findall(text)]
    for several in _SET.findall(text):
        names += [one.split()[0] for one in several.split(",") if one.strip()]
    folder = posixpath.dirname(path)
    joined = (posixpath.normpath(posixpath.join(folder, unquote(name))) for name in names)
    return frozenset(name for name in joined if _is_file(root, name))


def _is_file(root: Path, path: str) -> bool:
    if posixpath.splitext(path)[1].lower() in _TEXTS or path.startswith(("/", "..")):
        return False
    try:
        file = (root / path).resolve()
        return file.is_file() and file.is_relative_to(root.resolve())
    except (OSError, ValueError):
        return False
