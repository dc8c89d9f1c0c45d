"""A project on disk, and everything that can be asked of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from transflow import pipeline
from transflow.bcp47 import normalize
from transflow.config import Layout, Workflow
from transflow.errors import ConfigError, EngineError, TransflowError
from transflow.pipeline import Job, Progress, Report, Run, Stage
from transflow.pipeline import run as run_stages
from transflow.project.asking import refuse_unknown
from transflow.project.opening import layout_of
from transflow.project.recovery import held, remind

if TYPE_CHECKING:
    from transflow.engines import Engine
    from transflow.engines.packages import Package
    from transflow.glossary import Glossary
    from transflow.model import Finding
    from transflow.project.recut import Recuts
    from transflow.project.returning import Returned
    from transflow.project.reviewing import Approval
    from transflow.project.standing import StatusRow, WorkItem
    from transflow.publishing import PublishReport

__all__ = ["Project"]

_Names = str | Iterable[str] | None
"""One or several of what has an id; None for all."""


class Project:
    """A folder with a workflow.yaml.

    Example:
        >>> project = Project.open(".")
        >>> project.translate(locale="zh-Hans").exit_code
        0
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @classmethod
    def open(cls, folder: Path | str = ".") -> "Project":
        """The project that a folder lies in: the nearest workflow.yaml, going upwards.

        Raises:
            ConfigError: If there is none, or it has mistakes.
        """
        return cls(layout_of(Path(folder)))

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.layout.root

    @property
    def workflow(self) -> Workflow:
        """What workflow.yaml says."""
        return self.layout.workflow

    @cached_property
    def glossary(self) -> "Glossary":
        """The terminology."""
        from transflow.glossary import Glossary  # noqa: PLC0415 - its tables take time to load

        return Glossary.load(self.layout.glossary_files(), source=self.workflow.source.locale)

    def run(
        self,
        locale: _Names = None,
        article: _Names = None,
        *,
        redraw: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """All that is due: read, merge, draft, check, publish."""
        stages = pipeline.RUN if article is None and locale is None else pipeline.TRANSLATE
        return self._stages("run", stages, locale, article, redraw=redraw, progress=progress)[1]

    def translate(
        self,
        locale: _Names = None,
        article: _Names = None,
        *,
        redraw: bool = False,
        progress: Progress | None = None,
    ) -> Report:
        """Bring the catalogs up to date and draft what is missing."""
        return self._stages(
            "translate", pipeline.TRANSLATE, locale, article, redraw=redraw, progress=progress
        )[1]

    def extract(self, article: _Names = None) -> Report:
        """Read the articles and write their templates."""
        return self._stages("extract", pipeline.EXTRACT, None, article)[1]

    def export(self, locale: _Names = None, article: _Names = None) -> Report:
        """Bring the catalogs up to date without asking an engine."""
        return self._stages("export", pipeline.EXPORT, locale, article)[1]

    def resegment(self, article: _Names = None, *, apply: bool = False) -> "Recuts":
        """Cut unchanged units anew by today's rules: what that touches, and with `apply` do it."""
        from transflow.project import recut  # noqa: PLC0415 - loads rooms that other commands need not

        job = self._job(None, article, resegment=True, dry_run=not apply)
        with held(self.layout, "resegment"):
            touched = recut.compare(job)
            if apply and touched.units:
                run_stages(job, pipeline.EXPORT)
        return touched

    def ingest(
        self, source: str, name: str | None = None, *, overwrite: bool = False
    ) -> tuple[Path, tuple[str, ...]]:
        """Turn a saved page or press release into an article; (its file, what was decided)."""
        from transflow.project import ingesting  # noqa: PLC0415 - its library takes time to load

        with held(self.layout, "ingest"):
            return ingesting.ingest(self.layout, source, name, overwrite=overwrite)

    def take_back(
        self, files: Sequence[Path], *, locale: str = "", article: str = ""
    ) -> "list[Returned]":
        """Merge PO files that come back from translators, entry by entry."""
        from transflow.project import returning  # noqa: PLC0415

        with held(self.layout, "import"):
            work, _ = run_stages(self._job(None, None), pipeline.EXTRACT[:-1])
            ids = {one.path: one.id for one in work.articles.values()}
            return returning.take_back(self.layout, files, ids, locale=locale, article=article)

    def bundle(self, locale: str, path: Path, *, xliff: str = "", overwrite: bool = False) -> int:
        """Write one file for all articles in a locale: PO, or XLIFF of a version; how many."""
        from transflow.project import returning  # noqa: PLC0415

        job = self._job(locale, None)
        with held(self.layout, "bundle", reads=True):
            work, _ = run_stages(job, pipeline.EXTRACT[:-1])
            what = (self.layout, job.locales[0], work.articles, path)
            if xliff:
                return returning.write_xliff(
                    *what, version=xliff, terms=self.glossary, overwrite=overwrite
                )
            return returning.bundle(*what, overwrite=overwrite)

    def export_memory(
        self, path: Path, locale: str | None, *, overwrite: bool = False
    ) -> tuple[int, int]:
        """Write the translation memory as TMX, with all that is approved by now; (units, left out for errors)."""
        from transflow.project import remembering  # noqa: PLC0415

        if str(path).replace("_", "-").lower() in {tag.lower() for tag in self.workflow.locales}:
            raise TransflowError(
                "is a locale of this project, and the first argument is the file to write",
                where=path,
                hint=f"transflow memory export memory.tmx --locale {path}",
            )
        run, _ = self._stages("memory export", pipeline.REMEMBER, locale, None)
        return remembering.export(run, path, locale, overwrite=overwrite)

    def import_memory(self, path: Path) -> dict[str, int]:
        """Bring a TMX file into the project and name it in workflow.yaml; units by locale."""
        from transflow.project import remembering  # noqa: PLC0415

        with held(self.layout, "memory import"):
            return remembering.take_in(self.layout, path)

    def pin_models(self) -> dict[str, str]:
        """Fix the package and version of each pair in workflow.yaml; pair -> package@version."""
        from transflow.project import pins  # noqa: PLC0415

        with held(self.layout, "models pin"):
            return pins.pin(self.layout)

    def check(self, locale: _Names = None, article: _Names = None) -> Report:
        """Run the checks over the catalogs as they are; changes nothing."""
        remind(self.layout)
        job = self._job(locale, article)
        work, report = run_stages(job, pipeline.CHECK)
        refuse_unknown(job, work.articles)
        return report

    def publish(
        self,
        locale: _Names = None,
        *,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> "PublishReport":
        """Write the pages of what passes the gate, all of them; the report may be of some locales."""
        shown = self._job(locale, None).locales if locale else ()
        work, _ = self._stages(
            "publish", pipeline.PUBLISH, None, None, dry_run=dry_run, progress=progress
        )
        assert work.publishing is not None  # noqa: S101 - the last stage sets it
        return work.publishing.only(shown) if shown else work.publishing

    def status(self, locale: _Names = None, article: _Names = None) -> "list[StatusRow]":
        """Where each article stands in each locale; changes nothing."""
        from transflow.project import status  # noqa: PLC0415 - loads rooms that other commands need not

        remind(self.layout)
        return status.rows(self._job(locale, article))

    def work_list(self, locale: str) -> "list[WorkItem]":
        """What a reviewer of a locale should look at, most urgent first."""
        from transflow.project import status  # noqa: PLC0415 - loads rooms that other commands need not

        remind(self.layout)
        return status.work_list(self._job(locale, None))

    def approve(
        self, targets: Sequence[str], by: str = "", *, same: bool = False
    ) -> "list[Approval]":
        """Confirm whole files, or entries named as FILE:LINE; `same`: in other articles, too."""
        from transflow.project import reviewing  # noqa: PLC0415 - loads rooms that other commands need not

        with held(self.layout, "approve"):
            return reviewing.approve(self.layout, targets, by, self._found, same=same)

    def reject(self, targets: Sequence[str], by: str = "", note: str = "") -> list[tuple[str, int]]:
        """Send entries back for review; (path, how many) for each."""
        from transflow.project import reviewing  # noqa: PLC0415 - loads rooms that other commands need not

        with held(self.layout, "reject"):
            return reviewing.reject(self.layout, targets, by, note)

    def accept(self, target: str, rule: str, by: str = "") -> None:
        """Accept a rule's finding at FILE:LINE for as long as both texts stay the same."""
        from transflow.project import reviewing  # noqa: PLC0415 - loads rooms that other commands need not

        with held(self.layout, "accept"):
            reviewing.accept(self.layout, target, rule, by, self._found)

    def add_term(
        self,
        term: str,
        targets: Mapping[str, str],
        *,
        id: str = "",  # noqa: A002 - the column's name
        match: str = "",
        note: str = "",
        proposed: bool = False,
        file: Path | None = None,
    ) -> tuple[str, str]:
        """Add a concept to a CSV glossary (the first one by default); (path, id)."""
        from transflow.project import terms  # noqa: PLC0415

        files = [path for path in self.layout.glossary_files() if path.suffix == ".csv"]
        path = file or next(iter(files), None)
        if path is None:
            raise ConfigError("names no CSV glossary", where=self.root / "workflow.yaml")
        with held(self.layout, "glossary add"):
            name = terms.add(
                path,
                self.workflow.source.locale,
                term,
                targets,
                id=id,
                match=match,
                note=note,
                status="proposed" if proposed else "approved",
            )
        self.__dict__.pop("glossary", None)
        return str(path), name

    def lint_glossary(self) -> "list[Finding]":
        """What a glossary maintainer should look at, the terms that no article uses included."""
        from transflow.glossary.lint import lint  # noqa: PLC0415
        from transflow.project.terminology import from_root, producible  # noqa: PLC0415

        work, _ = run_stages(self._job(None, None), pipeline.EXTRACT[:-1])
        texts = [s.text for article in work.articles.values() for s in article.segments]
        found = lint(
            self.glossary,
            source=self.workflow.source.locale,
            locales=tuple(self.workflow.locales),
            texts=texts,
            producible=producible(self.layout),
        )
        return from_root(self.layout, found)

    def inspect(self) -> Run:
        """Glossary, articles and catalogs as they are, all read; changes nothing."""
        return run_stages(self._job(None, None), pipeline.READ)[0]

    def engine(self, source: str, target: str) -> "Engine":
        """The engine for a pair of locales.

        Raises:
            EngineError: If there is none.
        """
        from transflow.engines import open_engine  # noqa: PLC0415 - loads the decoder

        return open_engine(
            self.workflow.engine, normalize(source), normalize(target), root=self.root
        )

    def engine_for(self, locale: str) -> "Engine":
        """The engine that the workflow names for a target locale.

        Raises:
            EngineError: If there is none.
        """
        from transflow.engines import open_engine  # noqa: PLC0415 - loads the decoder

        own = self.workflow.locales[locale].engine
        return open_engine(
            self.workflow.engine,
            self.workflow.source.locale,
            locale,
            root=self.root,
            spec=own if own is not None else self.workflow.engine.name,
        )

    def packages(self) -> "list[Package]":
        """The packages that can be used here, the broken ones included."""
        from transflow.engines import packages  # noqa: PLC0415

        return packages.list_packages(self.root, self.workflow.engine, thorough=True)

    def locales_without_engine(self) -> list[str]:
        """Target locales for which the workflow wants an engine and none is at hand."""
        lacking = []
        for tag, settings in self.workflow.locales.items():
            if settings.engine == "none":
                continue
            try:
                self.engine_for(tag)
            except EngineError:
                lacking.append(tag)
        return lacking

    def open_editor(self, path: str, line: int) -> None:
        """Open a file in the reviewer's editor.

        Raises:
            TransflowError: If no editor is named by VISUAL or EDITOR.
        """
        from transflow.project import reviewing  # noqa: PLC0415 - loads rooms that other commands need not

        reviewing.open_editor(self.root / path, line)

    def serve(self, host: str, port: int, ready: Callable[[str], None]) -> None:
        """Preview the site until interrupted."""
        from transflow.project.preview import serve  # noqa: PLC0415

        serve(self.layout, host, port, ready)

    def _job(
        self,
        locale: _Names,
        article: _Names,
        *,
        redraw: bool = False,
        resegment: bool = False,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Job:
        asked = [locale] if isinstance(locale, str) else list(locale or self.workflow.locales)
        locales = [normalize(tag) for tag in asked]
        for tag in locales:
            if tag not in self.workflow.locales:
                raise ConfigError(
                    f"there is no locale {tag!r}",
                    where=self.root / "workflow.yaml",
                    hint=f"there are: {', '.join(self.workflow.locales)}",
                )
        only = frozenset([article] if isinstance(article, str) else article or ())
        job = Job(
            self.layout, tuple(locales), only, redraw=redraw, resegment=resegment, dry_run=dry_run
        )
        return replace(job, progress=progress) if progress else job

    def _found(self, locale: str, article: str) -> "tuple[Finding, ...]":
        """What the checks find in one catalog."""
        return run_stages(self._job(locale, article), pipeline.CHECK)[1].findings

    def _stages(
        self,
        what: str,
        stages: Sequence[Stage],
        locale: _Names,
        article: _Names,
        *,
        redraw: bool = False,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> tuple[Run, Report]:
        job = self._job(locale, article, redraw=redraw, dry_run=dry_run, progress=progress)
        with held(self.layout, what, reads=dry_run):
            work, report = run_stages(job, stages)
        refuse_unknown(job, work.articles)
        return work, report
