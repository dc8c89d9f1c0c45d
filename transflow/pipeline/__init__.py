"""The stages of a run, as plain lists of functions that read like the way of the data.

Each stage takes the run under way and fills it; which stages there are is what a command is.
"""

import time
from collections.abc import Callable, Sequence

from transflow.pipeline.drafting import make_drafts
from transflow.pipeline.job import Job, Progress, Report, Run, SheetReport
from transflow.pipeline.judging import publish_pages, run_checks
from transflow.pipeline.merging import merge_catalogs, write_catalogs, write_templates
from transflow.pipeline.reading import (
    load_catalogs,
    read_articles,
    read_decisions,
    read_glossary,
)
from transflow.pipeline.remembering import close_memory, index_memory, open_memory, recall
from transflow.pipeline.reporting import report
from transflow.pipeline.tidying import follow_renames, retire_removed

__all__ = [
    "CHECK",
    "EXPORT",
    "EXTRACT",
    "PUBLISH",
    "READ",
    "RUN",
    "TRANSLATE",
    "Job",
    "Progress",
    "Report",
    "Run",
    "SheetReport",
    "Stage",
    "run",
]

Stage = Callable[[Run], None]

READ: tuple[Stage, ...] = (read_glossary, read_decisions, read_articles, load_catalogs)
_MERGE: tuple[Stage, ...] = (follow_renames, merge_catalogs)
_WRITE: tuple[Stage, ...] = (write_catalogs, retire_removed)

EXTRACT: tuple[Stage, ...] = (read_decisions, read_articles, write_templates)
EXPORT: tuple[Stage, ...] = (*READ, *_MERGE, *_WRITE, write_templates)
TRANSLATE: tuple[Stage, ...] = (
    *READ,
    *_MERGE,
    open_memory,
    index_memory,
    recall,
    make_drafts,
    *_WRITE,
    index_memory,
    close_memory,
    write_templates,
    run_checks,
)
CHECK: tuple[Stage, ...] = (*READ, run_checks)
PUBLISH: tuple[Stage, ...] = (*CHECK, publish_pages)
RUN: tuple[Stage, ...] = (*TRANSLATE, publish_pages)


def run(job: Job, stages: Sequence[Stage]) -> tuple[Run, Report]:
    """Run stages in order.

    Returns:
        The finished run, with everything in it, and its report.
    """
    started = time.monotonic()
    work = Run(job)
    try:
        for stage in stages:
            stage(work)
    finally:
        close_memory(work)
    return work, report(work, time.monotonic() - started)
