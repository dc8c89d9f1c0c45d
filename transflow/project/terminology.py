"""What glossary maintainers ask of a project: what changed, what it touches, what is missing."""

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from transflow.bcp47 import normalize
from transflow.config import Layout
from transflow.engines import SteerableEngine, open_engine
from transflow.errors import EngineError, GlossaryError
from transflow.files import contents, write_named
from transflow.glossary import Concept, Glossary, csv, tables, tbx
from transflow.glossary.diff import Change, Touched, diff, impact
from transflow.glossary.names import names
from transflow.glossary.report import Tally, of_entries
from transflow.glossary.suggest import Candidate, suggest
from transflow.memory import Memory
from transflow.model import Draft, Entry, Finding, State
from transflow.pipeline import Run
from transflow.pipeline.introducing import introduced, matches_of
from transflow.pipeline.job import Sheet

__all__ = [
    "candidates",
    "changes",
    "export",
    "from_root",
    "producible",
    "read_foreign",
    "tallies",
    "touched",
]

TBX_STYLES = {"tbx": "dca", "tbx-dct": "dct", "tbx-v2": "v2"}
"""Format name -> style of `tbx.dump`."""
_SUFFIXES = {".tbx": "tbx", ".xml": "tbx", ".csv": "csv"}
"""Ending of a file -> the format it is written in where none is named."""


def changes(layout: Layout, old: str, new: str) -> tuple[Change, ...]:
    """What differs between two glossaries, each a git revision or a file; empty: as it is now."""
    return diff(_glossary(layout, old), _glossary(layout, new))


def touched(run: Run, since: str) -> tuple[Touched, ...]:
    """The entries that the glossary's changes since a revision (or file) concern."""
    layout = run.job.layout
    source = layout.workflow.source.locale
    found = impact(_glossary(layout, since), _glossary(layout, ""), _entries(run), source)
    sheets = {layout.relative(sheet.path): sheet for sheet in run.sheets.values()}
    return tuple(replace(one, drawn=_is_drawn(run, sheets[one.path], one.entry)) for one in found)


def _is_drawn(run: Run, sheet: Sheet, entry: Entry) -> bool:
    """Whether an untouched draft was made under the terms of today, so that no run draws it again."""
    if entry.state is not State.DRAFT or entry.provenance is None:
        return False
    glossary, new = run.glossary or Glossary(), introduced(run, sheet)
    return any(
        entry.provenance.glossary
        == glossary.fingerprint(
            matches_of(run, segment.text, segment.spans), sheet.locale, new.get(segment.id, ())
        )
        for segment in run.articles[sheet.article_id].segments
        if segment.text == entry.msgid
    )


def tallies(run: Run) -> list[Tally]:
    """How each concept fares in the catalogs."""
    glossary = run.glossary or Glossary()
    entries = ((locale, entry) for _, locale, entry in _entries(run))
    path = run.job.layout.memory
    made: list[Draft] = []
    if path.exists():
        with Memory.open(path) as memory:
            made = memory.drafts_with_terms()
    ways = {draft.text.strip(): draft.terms for draft in made}
    return of_entries(entries, glossary, run.job.workflow.source.locale, ways)


def candidates(run: Run, least: int, *, named: bool = False) -> list[Candidate]:
    """Frequent phrases of the articles that the glossary lacks; or names, however rare."""
    texts = dict.fromkeys((one.id, s.text) for one in run.articles.values() for s in one.segments)
    glossary, source = run.glossary or Glossary(), run.job.workflow.source.locale
    return (
        names(texts, glossary, source) if named else suggest(texts, glossary, source, least=least)
    )


def producible(layout: Layout) -> dict[str, Callable[[str], bool]]:
    """Locale -> whether its engine can write a form, where the engine shows its pieces."""
    workflow = layout.workflow
    found: dict[str, Callable[[str], bool]] = {}
    for locale, settings in workflow.locales.items():
        spec = settings.engine or workflow.engine.name
        with suppress(EngineError):
            engine = (
                None
                if spec == "none"
                else open_engine(
                    workflow.engine, workflow.source.locale, locale, root=layout.root, spec=spec
                )
            )
            if isinstance(engine, SteerableEngine):
                found[locale] = partial(_can_write, engine)
    return found


def from_root(layout: Layout, findings: Iterable[Finding]) -> list[Finding]:
    """Findings with paths from the project's root, which annotations of a pull request start at."""
    root = f"{layout.root.as_posix()}/"
    return [
        replace(one, path=one.path.removeprefix(root), message=one.message.replace(root, ""))
        for one in findings
    ]


def _can_write(engine: SteerableEngine, form: str) -> bool:
    """Whether the pieces the model knows make the form again: what it lacks is lost on the way."""
    back = engine.decode(engine.encode(form, target=True))
    return "".join(back.split()) == "".join(form.split())


def read_foreign(
    path: Path, source: str, target: str, kind: str, encoding: str = ""
) -> list[Concept]:
    """The concepts of a file in somebody else's format."""
    if not path.is_file():
        raise GlossaryError("there is no such file", where=path)
    if path.suffix.lower() in {".tbx", ".xml"}:
        return tbx.read(path)
    if path.suffix.lower() in {".xlf", ".xliff", ".sdlxliff", ".tmx", ".po"}:
        raise GlossaryError(
            "holds sentences, no terms",
            where=path,
            hint="translations come back by transflow import; memories are named under memory.tmx",
        )
    if not target and _is_our_csv(path, source, encoding):
        return csv.read(path, encoding or None)
    if not target:
        raise GlossaryError("is a table of a pair", where=path, hint="name it: --locale fr")
    return tables.read(path, source, normalize(target), format=kind, encoding=encoding)


def _is_our_csv(path: Path, source: str, encoding: str) -> bool:
    """Whether the first line names the columns of our own format: an id, a source and locales."""
    first = contents(path).partition(b"\n")[0].decode(encoding or "utf-8", "replace")
    cells = {cell.strip(' "\ufeff\r').casefold() for cell in re.split(r"[,;\t]", first)}
    return "id" in cells and source.casefold() in cells


def export(
    layout: Layout, path: Path, kind: str, target: str, *, overwrite: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Write the glossary in another format; how many concepts, and what it could not hold."""
    kind = kind or _SUFFIXES.get(path.suffix.lower(), "")
    known = (*TBX_STYLES, "csv", *tables.FORMATS)
    if kind not in known:
        said = f"{kind!r} is not a format" if kind else "its name tells no format"
        raise GlossaryError(said, where=path, hint=f"--format takes: {', '.join(known)}")
    glossary = _glossary(layout, "")
    source = layout.workflow.source.locale
    lost: tuple[str, ...] = ()
    count = len(glossary.concepts)
    if kind in TBX_STYLES:
        text = tbx.dump(glossary.concepts, source, style=TBX_STYLES[kind])
    elif kind == "csv":
        text = csv.dump(glossary.concepts, glossary.locales)
    else:
        if not target:
            raise GlossaryError(f"{kind} holds one pair", hint="name its locale: --locale fr")
        written = tables.dump(glossary.concepts, source, normalize(target), format=kind)
        text, lost, count = written.text, written.lost, written.concepts
    write_named(path, text.encode(), overwrite=overwrite)
    return count, lost


def _entries(run: Run) -> Iterator[tuple[str, str, Entry]]:
    for sheet in run.sheets.values():
        for entry in sheet.catalog.entries if sheet.catalog else ():
            yield run.job.layout.relative(sheet.path), sheet.locale, entry


def _glossary(layout: Layout, what: str) -> Glossary:
    """The glossary as it is, as a file has it, or as it was at a git revision."""
    source = layout.workflow.source.locale
    if not what:
        return Glossary.load(layout.glossary_files(), source=source)
    if Path(what).is_file():
        return Glossary.load([Path(what)], source=source)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, path in enumerate(layout.glossary_files()):
            found = _git(layout, "show", f"{what}:./{layout.relative(path)}")
            if found.returncode == 0:
                copy = Path(folder) / f"{number}-{path.name}"
                copy.write_bytes(found.stdout)
                paths.append(copy)
        if not paths:
            raise _nothing_at(layout, what)
        return Glossary.load(paths, source=source)


def _nothing_at(layout: Layout, what: str) -> GlossaryError:
    """Why no glossary is found where a file or a git revision was named, and what to do."""
    if _git(layout, "rev-parse", "--git-dir").returncode:
        return GlossaryError(
            f"{what!r} is no file, and {layout.root} is in no git repository to have revisions",
            hint="name a glossary file to compare with, or commit the project to git first",
        )
    if _git(layout, "rev-parse", "--quiet", "--verify", f"{what}^{{commit}}").returncode:
        return GlossaryError(
            f"{what!r} is no file, and git knows no such revision",
            hint="git log --oneline lists them; HEAD~1 needs two commits",
        )
    return GlossaryError(
        f"at {what} git has none of the workflow's glossary files",
        hint="name a later revision: git log --oneline -- "
        + " ".join(layout.relative(path) for path in layout.glossary_files()),
    )


def _git(layout: Layout, *words: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", *words], cwd=layout.root, capture_output=True, check=False)
    except OSError as cause:
        raise GlossaryError(
            "git, which knows the revisions, is not installed", hint="install git, or name a file"
        ) from cause
