"""What a run is asked to do, what it works on, and what it reports."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from transflow import clock
from transflow.config import Layout, Workflow
from transflow.counting import counted
from transflow.model import Article, Draft, Finding, Message, Severity, State, TermWay
from transflow.pipeline.facts import ArticleFacts, CheckedFacts, MergedFacts, SheetFacts
from transflow.pipeline.shelf import Shelf

if TYPE_CHECKING:
    from transflow.catalogs import Catalog, Reviews
    from transflow.glossary import Glossary, TermMatch
    from transflow.glossary.report import Tally
    from transflow.memory import Memory
    from transflow.pipeline.drafting import Desk
    from transflow.pipeline.records import Records
    from transflow.publishing import PublishReport

__all__ = ["Job", "Progress", "Report", "Run", "Sheet", "SheetReport", "Stage"]

Progress = Callable[[str, int, int], None]
"""(stage, done, total): called as work goes on."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    return


@dataclass(frozen=True)
class Job:
    """What is asked for."""

    layout: Layout
    locales: tuple[str, ...]
    only: frozenset[str] = frozenset()
    """Article ids; empty for all."""
    redraw: bool = False
    """Draw untouched drafts again even where nothing changed."""
    resegment: bool = False
    """Cut every unit anew, also those whose text did not change."""
    dry_run: bool = False
    now: datetime = field(default_factory=clock.now)
    progress: Progress = _silent

    @property
    def workflow(self) -> Workflow:
        """The project's workflow."""
        return self.layout.workflow

    def wants(self, article_id: str) -> bool:
        """Whether this article is asked for."""
        return not self.only or article_id in self.only


@dataclass
class Sheet:
    """One article in one locale while a run works on it."""

    article_id: str
    locale: str
    path: Path
    parsed: bool = False
    """Whether what lies on disk is held here; else it is read when it is needed."""
    raw: bytes | None = None
    """The catalog's bytes as read; None where there is no file."""
    old: "Catalog | None" = None
    catalog: "Catalog | None" = None
    """The catalog as it is to be written."""
    work: tuple[Message, ...] = ()
    """Messages that need a draft."""
    ahead: bool = False
    """Merged, indexed and let go: it is merged once more when its turn comes."""
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    """What was drafted, until it is on disk: an editor may save the file, which is then merged again."""
    terms: Counter[TermWay] = field(default_factory=Counter)
    concepts: Counter[tuple[str, TermWay]] = field(default_factory=Counter)
    """Id of a concept, and how it came into a draft."""
    doubts: list[Finding] = field(default_factory=list)
    """What the engine room doubts in the drafts of this run, with the entries they became."""
    failed: list[Finding] = field(default_factory=list)
    """Terms that could not be had in them."""
    drafted: int = 0
    origins: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    written: bool = False
    broken: bool = False
    """The file cannot be read: it is left alone."""
    unsaved: bool = False
    """It could not be written: what is on disk is older than `catalog`."""
    facts: SheetFacts | None = None
    """Its numbers, from the catalog or as an earlier run noted them."""
    merged: MergedFacts | None = None
    """Known to be up to date: merging would change nothing."""
    checked: CheckedFacts | None = None
    """What the checks say about it, where that is known."""
    nobodys: frozenset[tuple[str, str]] = frozenset()
    """Keys of entries with findings from `checked` that are drafts nobody has vouched for."""


@dataclass
class Run:
    """A run under way: each stage reads and fills it."""

    job: Job
    glossary: "Glossary | None" = None
    matches: "dict[str, tuple[TermMatch, ...]]" = field(default_factory=dict)
    """Sentence -> its terms: found once, whatever the number of locales."""
    reviews: "Reviews | None" = None
    memory: "Memory | None" = None
    articles: Shelf = field(default_factory=Shelf)
    facts: dict[str, ArticleFacts] = field(default_factory=dict)
    """Article id -> what an earlier run noted about it, where nothing changed since."""
    records: "Records | None" = None
    """What earlier runs found out, and what this one notes for the next; None: nothing."""
    unreadable: set[str] = field(default_factory=set)
    """Paths of articles that could not be read; their catalogs stay as they are."""
    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    """About files rather than entries."""
    notes: list[str] = field(default_factory=list)
    """What the reader should know: renames, removals, locales without an engine."""
    publishing: "PublishReport | None" = None
    crowded: bool = False
    """Too many catalogs to hold them all: each is let go when a stage is done with it."""
    at_rest: set[str] = field(default_factory=set)
    """Locales in which nothing changed since a run found no words for what is open."""
    fresh: set[str] = field(default_factory=set)
    """Ids of articles that are cut as today's sentence rules would."""
    pots: dict[str, str] = field(default_factory=dict)
    """Article id -> hash of the template that this run made."""
    pinned: dict[str, str] | None = None
    """Locale -> the pinned engine that is at hand; None: not looked up yet."""
    desks: "dict[str, Desk]" = field(default_factory=dict)
    """Locale -> who drafts."""
    approved: dict[str, Collection[tuple[str, str]]] = field(default_factory=dict)
    """Locale -> (msgctxt, sentence) of what people approved words for that may be passed on."""
    passed: Counter[str] = field(default_factory=Counter)
    """Locale -> drafts that were given such words."""

    def sheets_of(self, locale: str) -> list[Sheet]:
        """The locale's sheets in the articles' order."""
        return [sheet for sheet in self.sheets.values() if sheet.locale == locale]


Stage = Callable[[Run], None]


@dataclass(frozen=True)
class SheetReport:
    """One row of the table that `transflow run` prints."""

    article: str
    locale: str
    segments: int
    states: dict[State, int]
    drafted: int
    terms: dict[TermWay, int]
    findings: dict[Severity, int]
    page: str = ""
    """Address of its page; empty if it is not published."""
    published: bool | None = None
    """None if publishing was not asked for."""
    reasons: tuple[str, ...] = ()
    """Why it is not published."""
    written: bool = False
    remembered: dict[State, int] = field(default_factory=dict)
    """Those of `states` whose words the memory brought and nobody confirmed here."""


@dataclass(frozen=True)
class Report:
    """What a run did."""

    articles: Collection[Article]
    """Parsed when they are looked at."""
    ids: tuple[str, ...]
    """Of the articles."""
    sheets: tuple[SheetReport, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    terms: dict[TermWay, int]
    failed_terms: tuple[Finding, ...]
    concepts: "tuple[Tally, ...]" = ()
    """How each concept fared in the drafts of this run."""
    missing_pages: tuple[str, ...] = ()
    """Pages that the workflow requires and that did not pass."""
    output: str = ""
    """Folder of the published site; empty if publishing was not asked for."""
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """0, or 1 for a finding of severity error or a required page that is missing."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return int(errors or bool(self.missing_pages))

    def summary(self) -> str:
        """One line for the end of the table."""
        drafted = sum(sheet.drafted for sheet in self.sheets)
        written = sum(sheet.written for sheet in self.sheets)
        parts = [
            counted(len(self.articles), "article"),
            counted(drafted, "sentence drafted", "sentences drafted"),
            counted(written, "catalog written", "catalogs written"),
        ]
        pages = [sheet for sheet in self.sheets if sheet.published is not None]
        if pages:
            out = sum(bool(sheet.published) for sheet in pages)
            parts.append(f"{out} of {len(pages)} localized pages published")
        counts = [sum(f.severity is level for f in self.findings) for level in Severity]
        doubted = (f for f in self.findings if f.rule.split("-")[0] == "suspect")
        doubts = len({(f.path, f.msgctxt, f.msgid) for f in doubted})
        if doubts:
            parts.append(counted(doubts, "draft suspect", "drafts suspect"))
        names = ", ".join(f"{n} {s}" for n, s in zip(counts, Severity, strict=True) if n)
        if names:
            parts.append(f"findings: {names}")
        return "; ".join(parts) + f" ({self.seconds:.1f} s)."

    def as_dict(self) -> dict[str, object]:
        """Plain data for `--json`."""
        from transflow.glossary.report import plain  # noqa: PLC0415 - only where it is asked for

        return {
            "articles": list(self.ids),
            "catalogs": [asdict(sheet) for sheet in self.sheets],
            "findings": [asdict(finding) for finding in self.findings],
            "notes": list(self.notes),
            "terms": dict(self.terms),
            "concepts": plain(self.concepts),
            "failed_terms": [asdict(finding) for finding in self.failed_terms],
            "missing_pages": list(self.missing_pages),
            "output": self.output,
            "seconds": round(self.seconds, 3),
            "exit_code": self.exit_code,
        }
