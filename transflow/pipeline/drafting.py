"""Drafts for what needs one: from memory, then from the engine."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import replace

from transflow import translation
from transflow.counting import counted
from transflow.documents import spans
from transflow.engines import Engine, check_name, open_engine, packages, pins
from transflow.errors import EngineError
from transflow.glossary import Glossary
from transflow.model import Draft, Finding, Message, Severity
from transflow.pipeline.columns import columns
from transflow.pipeline.introducing import introduced
from transflow.pipeline.job import Run, Sheet, Stage
from transflow.pipeline.merging import put
from transflow.translation import Request

__all__ = ["Desk", "as_drafted", "close_desk", "open_desk", "spec_of"]

Taken = Callable[[list[Sheet]], None]
"""Takes over sheets whose drafts are all there."""


class Desk:
    """Who drafts a locale in a run: opened when there is work, and given up once it failed.

    Args:
        locale: BCP 47 tag.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.waiting = 0
        """Sentences of catalogs that were left open because there is no engine."""
        self._engine: Engine | None = None
        self._failed = False

    def draft(self, run: Run, sheets: list[Sheet], taken: Taken) -> None:
        """Draft what is open in these sheets, in one go, so that the engine sees large batches.

        Args:
            run: The run under way.
            sheets: Those with open sentences; the ones that were taken over leave the list.
            taken: Called while the engine is at others.
        """
        try:
            if not self._failed:
                self._engine = self._engine or _engine(run, self.locale)
                _draft(run, self.locale, sheets, self._engine, taken)
        except EngineError as cause:  # a damaged model: the other locales go on
            _tell(run, self.locale, cause)
            self._failed = True
        if self._failed:
            self.waiting += sum(len(sheet.work) for sheet in sheets)


def open_desk(run: Run) -> None:
    """See what the workflow says of each locale's engine, which is not opened yet."""
    for locale in run.job.locales:
        run.desks[locale] = Desk(locale)
        if spec_of(run, locale) == "none":
            _idle(run, locale)
    _see_to_settings(run)


def as_drafted(*stages: Stage) -> Stage:
    """One stage out of several: drafts are made, and each catalog goes on once it has all of its.

    What Python does with some catalogs then costs no time of its own: the decoder works on others.
    """

    def stage(run: Run) -> None:
        left = dict(run.sheets)

        def taken(sheets: list[Sheet]) -> None:
            keys = [(sheet.article_id, sheet.locale) for sheet in sheets]
            part = replace(run, sheets={key: left.pop(key) for key in keys})
            for one in stages:
                one(part)

        _make_drafts(run, taken)
        taken(list(left.values()))

    return stage


def _make_drafts(run: Run, taken: Taken) -> None:
    """Draft each locale's work, as far as memory had nothing for it."""
    for locale in run.job.locales:
        sheets = [s for s in run.sheets_of(locale) if s.work and not s.broken and _open(s)]
        if sheets and spec_of(run, locale) != "none":
            run.desks[locale].draft(run, sheets, taken)


def close_desk(run: Run) -> None:
    """Say which locales have no drafts: their sentences stay open."""
    for locale in run.job.locales:
        waiting = run.desks[locale].waiting
        if waiting:
            number = counted(waiting, "sentence waits", "sentences wait")
            run.notes.append(f"{locale}: no engine, so {number} untranslated in their catalogs")


def _see_to_settings(run: Run) -> None:
    """Say what is wrong with the engines named, also when there is nothing to draft."""
    config, source = run.job.workflow.engine, run.job.workflow.source.locale
    for locale in run.job.locales:
        try:
            check_name(spec_of(run, locale))
        except EngineError as cause:
            _tell(run, locale, cause)
    if not config.pins:
        return
    known = packages.list_packages(run.job.layout.root, config)
    every = list(run.job.workflow.locales)
    if every[0] in run.job.locales:
        run.notes += pins.strange(config, source, every)
    for locale in run.job.locales:
        note = pins.astray(known, config, source, locale) if spec_of(run, locale) == "argos" else ""
        run.notes += [note] if note else []


def _idle(run: Run, locale: str) -> None:
    """Say so where people translate although a package could."""
    source, config = run.job.workflow.source.locale, run.job.workflow.engine
    found = packages.chain(packages.list_packages(run.job.layout.root, config), source, locale)
    if found:
        run.notes.append(
            f"{locale}: workflow.yaml says `engine: none`, though "
            f"{packages.engine_name(found[0])} is there: take that line out to have drafts"
        )


def _open(sheet: Sheet) -> list[Message]:
    """The sheet's work that memory had nothing for."""
    return [m for m in sheet.work if (m.msgctxt, m.msgid) not in sheet.drafts]


def spec_of(run: Run, locale: str) -> str | dict[str, str]:
    """Which engine the workflow names for a locale; `none` where people translate."""
    own = run.job.workflow.locales[locale].engine
    return own if own is not None else run.job.workflow.engine.name


def _engine(run: Run, locale: str) -> Engine:
    workflow = run.job.workflow
    engine = open_engine(
        workflow.engine,
        workflow.source.locale,
        locale,
        root=run.job.layout.root,
        spec=spec_of(run, locale),
    )
    if warm := getattr(engine, "warm", None):
        warm()  # loads its model while the translator is imported
    return engine


def _tell(run: Run, locale: str, cause: EngineError) -> None:
    """Note an engine's fault; a name in workflow.yaml that is wrong for all locales only once."""
    hint = f" ({cause.hint})" if cause.hint else ""
    of_all = cause.where == "workflow.yaml" and run.job.workflow.locales[locale].engine is None
    told = "" if of_all else locale
    found = Finding("engine", Severity.ERROR, cause.message + hint, cause.where, locale=told)
    if found not in run.findings:
        run.findings.append(found)


def _draft(run: Run, locale: str, sheets: list[Sheet], engine: Engine, taken: Taken) -> None:
    job = run.job
    translator = translation.Translator(
        engine,
        run.glossary or Glossary(),
        locale=locale,
        source_locale=job.workflow.source.locale,
        config=job.workflow.engine,
        number_style=job.workflow.locales[locale].number_style,
        cache=run.memory,
    )
    jobs = [(sheet, message) for sheet in sheets for message in _open(sheet)]
    new = {sheet.article_id: introduced(run, sheet) for sheet in sheets}
    heads = {
        article: columns(run.articles[article]) for article in {one.article_id for one, _ in jobs}
    }
    requests = []
    for sheet, message in jobs:
        article, first = sheet.article_id, message.segments[0]
        introduces = new[article].get(first, frozenset())
        column = heads[article].get(first, "")
        requests.append(_request(run, sheet, message, introduces, column))
    waiting = Counter(sheet.article_id for sheet, _ in jobs)
    drafts: dict[str, dict[tuple[str, str], Draft]] = {sheet.article_id: {} for sheet in sheets}
    full: deque[Sheet] = deque()

    def fill_one() -> bool:
        if full:
            sheet = full.popleft()
            _fill(run, sheet, drafts.pop(sheet.article_id))
            taken([sheet])
        return bool(full)

    def told(done: int, total: int) -> None:
        job.progress(f"drafting {locale}", done, total)

    try:
        for made in translator.as_made(requests, told, fill_one):
            for at, draft in made.items():
                sheet, message = jobs[at]
                drafts[sheet.article_id][message.msgctxt, message.msgid] = draft
            done = [s for s in sheets if len(drafts[s.article_id]) == waiting[s.article_id]]
            full += done
            for sheet in done:
                sheets.remove(sheet)
    finally:  # what is drafted is written, also where the engine failed, or by Ctrl-C
        while full:
            fill_one()


def _request(
    run: Run, sheet: Sheet, message: Message, introduces: frozenset[str], column: str
) -> Request:
    article = run.articles[sheet.article_id]
    # What looks like markup in data may be some to a generator: whole and once, never escaped.
    marks = spans(message.msgid, article.format) if message.plain else message.spans
    return Request(
        text=message.msgid,
        spans=marks,
        kind=message.kind,
        format="text" if message.plain else article.format,
        introduces=introduces,
        column=column,
    )


def _fill(run: Run, sheet: Sheet, drafts: dict[tuple[str, str], Draft]) -> None:
    put(run, sheet, {**sheet.drafts, **drafts})
    sheet.drafted = sum(bool(draft.text) for draft in drafts.values())
    for draft in drafts.values():
        sheet.origins[draft.origin] += 1
        sheet.terms.update(result.way for result in draft.terms)
