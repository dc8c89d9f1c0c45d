"""Where everything of a project is: each path is decided here and nowhere else."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from transflow.bcp47 import gettext_name
from transflow.config.schema import GlossaryConfig, Workflow
from transflow.errors import ConfigError, UnsafePathError
from transflow.files import NOWHERE, dangles, inside

__all__ = ["Layout"]

_GLOSSARY = "glossary.files"
_OPTIONAL = frozenset(GlossaryConfig().files)
"""Patterns that nobody wrote: a project may be without a glossary."""

_SUFFIXES = frozenset(
    {".md", ".markdown", ".mdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml", ".txt", ".text"}
)
"""What articles are written in."""
_SUFFIX = re.compile(r"\.[A-Za-z]\w*$")


@dataclass(frozen=True)
class Layout:
    """The paths of a project, from its root folder and its workflow."""

    root: Path
    workflow: Workflow

    @property
    def state(self) -> Path:
        """Caches and the lock; may be deleted at any time."""
        return self.root / ".transflow"

    @property
    def memory(self) -> Path:
        """The SQLite index of approved translations and cached drafts."""
        return self.state / "memory.sqlite"

    @property
    def locales(self) -> Path:
        """The folder of all catalogs.

        Raises:
            UnsafePathError: If a link leads out of the project.
        """
        return self._kept(self.root / "locales")

    @property
    def reviews(self) -> Path:
        """Accepted findings and recorded approvals."""
        return self.root / "reviews.yaml"

    @property
    def published(self) -> Path:
        """Which revision of which page is out."""
        return self.root / "published.json"

    @property
    def output(self) -> Path:
        """The published site.

        Raises:
            UnsafePathError: If the workflow puts it outside the project.
        """
        return self._named("site.output", self.workflow.site.output)

    @property
    def site_templates(self) -> Path:
        """The folder of overriding templates; need not exist.

        Raises:
            UnsafePathError: If the workflow puts it outside the project.
        """
        return self._named("site.templates", self.workflow.site.templates)

    @property
    def articles_root(self) -> Path:
        """The folder that article ids are relative to."""
        return self._named("source.root", self.workflow.source.root)

    def _named(self, setting: str, folder: str) -> Path:
        try:
            return inside(self.root, folder)
        except UnsafePathError as cause:
            raise UnsafePathError(
                f"{setting}: {cause.message}", where=self.root / "workflow.yaml", hint=cause.hint
            ) from cause

    def catalog(self, locale: str, article_id: str) -> Path:
        """`locales/zh_Hans/LC_MESSAGES/visit.po`."""
        folder = self.catalog_folder(locale)
        return inside(folder, f"{article_id}.po")

    def catalog_folder(self, locale: str) -> Path:
        """The folder of a locale's catalogs."""
        return self._kept(self._kept(self.locales / gettext_name(locale)) / "LC_MESSAGES")

    def _kept(self, folder: Path) -> Path:
        """A folder of ours, refused where it is a link out of the project: people's words would go there."""
        return inside(self.root, self.relative(folder)) if folder.is_symlink() else folder

    def template(self, article_id: str) -> Path:
        """`locales/visit.pot`, generated."""
        return inside(self.locales, f"{article_id}.pot")

    def relative(self, path: Path) -> str:
        """A path as messages and references show it: from the root, with `/`."""
        return path.relative_to(self.root).as_posix()

    def article_files(self) -> list[Path]:
        """All articles that the workflow names, sorted by path.

        Hidden files, such as editors and file systems leave, are articles only where they are named
        in full; pages that were published, catalogs and templates of pages are none.

        Raises:
            ConfigError: If a pattern leads out of the project or names no format of articles, or
                the folder does not exist.
        """
        base = self.articles_root
        if not base.is_dir():
            raise ConfigError(
                f"source.root: there is no folder {self.workflow.source.root!r}",
                where=self.root / "workflow.yaml",
                hint="make it, or name the articles' folder",
            )
        patterns = self.workflow.source.articles
        for pattern in patterns:
            suffix = _SUFFIX.search(pattern)
            if suffix and suffix[0].lower() not in _SUFFIXES:
                raise ConfigError(
                    f"source.articles: {pattern!r} names files that are no articles: "
                    f"transflow does not read {suffix[0]}",
                    where=self.root / "workflow.yaml",
                    hint="name .md, .mdx, .html and .txt",
                )
        site = self.workflow.site
        ours = (self.root / site.output, self.locales, self.site_templates)
        found = self._glob(base, [*patterns, *_shouted(patterns)], "source.articles", links=True)
        named = {base / pattern for pattern in patterns}
        return sorted(
            {
                path
                for path in found
                if path.suffix.lower() in _SUFFIXES
                and (path in named or not _hidden(path, base))
                and not any(path.is_relative_to(folder) for folder in ours)
            }
        )

    def closed_folders(self) -> list[tuple[Path, str]]:
        """Folders of articles that cannot be read, and why: what is in them is not gone."""
        closed: list[tuple[Path, str]] = []

        def note(error: OSError) -> None:
            closed.append((Path(error.filename), error.strerror or "cannot be read"))

        for _ in os.walk(self.articles_root, onerror=note):
            pass
        return closed + [(folder, NOWHERE) for folder in self._dangling_folders()]

    def _dangling_folders(self) -> list[Path]:
        """Links in a folder's place that patterns of articles go through and that lead nowhere."""
        base = self.articles_root
        folders = {
            folder
            for pattern in self.workflow.source.articles
            for folder in PurePosixPath(pattern).parents
            if folder.name not in {"", "**"}
        }
        return sorted(
            {
                path
                for folder in folders
                for path in (base / folder, *base.glob(str(folder)))
                if dangles(path)
            }
        )

    def glossary_files(self) -> list[Path]:
        """The glossary's files in the order the workflow names them.

        Raises:
            ConfigError: If a file named without a wildcard does not exist.
        """
        return list(self._glob(self.root, self.workflow.glossary.files, _GLOSSARY))

    def memory_files(self) -> list[Path]:
        """TMX files and PO compendia that serve as memory.

        Raises:
            ConfigError: If a file named without a wildcard does not exist.
        """
        return list(self._glob(self.root, self.workflow.memory.tmx, "memory.tmx"))

    def _glob(
        self, base: Path, patterns: Iterable[str], key: str, *, links: bool = False
    ) -> Iterator[Path]:
        """Files by pattern; a link out of the project is an error, or with `links` the caller's."""
        seen: set[Path] = set()
        for pattern in patterns:
            if os.path.isabs(pattern) or ".." in Path(pattern).parts:  # noqa: PTH117
                raise ConfigError(
                    f"{key}: {pattern!r} leads out of the project",
                    where=self.root / "workflow.yaml",
                    hint="name files inside it",
                )
            paths = sorted(path for path in base.glob(pattern) if _is_meant(path))
            if not paths and not any(mark in pattern for mark in "*?["):
                raise ConfigError(
                    f"{key}: there is no file {pattern!r}", where=self.root / "workflow.yaml"
                )
            folder = re.split(r"[*?\[]", pattern, maxsplit=1)[0].rpartition("/")[0]
            if key == _GLOSSARY and not (paths or pattern in _OPTIONAL or (base / folder).is_dir()):
                near = get_close_matches(
                    folder, [one.name for one in base.iterdir() if one.is_dir()], n=1
                )
                raise ConfigError(
                    f"{key}: there is no folder {folder!r} for {pattern!r}",
                    where=self.root / "workflow.yaml",
                    hint=f"did you mean {near[0]!r}?" if near else "make it, or name another",
                )
            for path in paths:
                if not links:
                    inside(base, path.relative_to(base).as_posix())
                if path not in seen:
                    seen.add(path)
                    yield path


def _is_meant(path: Path) -> bool:
    """Whether a name stands for a file: also a pipe, a device or a link that leads nowhere, told when it is read.

    Editors lock files with hidden links that lead nowhere.
    """
    if dangles(path):
        return not path.name.startswith(".")
    return path.is_file() or (path.exists() and not path.is_dir())


def _hidden(path: Path, base: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(base).parts)


def _shouted(patterns: Iterable[str]) -> Iterator[str]:
    """`*.MD` for `*.md`: some programs write suffixes in capitals."""
    for pattern in patterns:
        stem, dot, suffix = pattern.rpartition(".")
        if "*" in stem and f".{suffix}" in _SUFFIXES:
            yield f"{stem}{dot}{suffix.upper()}"
