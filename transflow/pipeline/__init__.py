"""The way of the data from articles to pages, and what each command does of it.

`stages` holds the commands as plain lists of functions; their names here load it when they are
first asked for, so that a command that needs no stage starts at once.
"""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from transflow.pipeline.job import Job, Progress, Report, Run, SheetReport, Stage
from transflow.pipeline.records import survey

if TYPE_CHECKING:
    from transflow.pipeline.stages import (
        CHECK,
        EXPORT,
        EXTRACT,
        INSPECT,
        PUBLISH,
        READ,
        REMEMBER,
        RUN,
        TRANSLATE,
    )
    from transflow.pipeline.surveying import SURVEY

__all__ = [
    "CHECK",
    "EXPORT",
    "EXTRACT",
    "INSPECT",
    "PUBLISH",
    "READ",
    "REMEMBER",
    "RUN",
    "SURVEY",
    "TRANSLATE",
    "Job",
    "Progress",
    "Report",
    "Run",
    "SheetReport",
    "Stage",
    "run",
    "survey",
]


def run(job: Job, stages: Sequence[Stage]) -> tuple[Run, Report]:
    """Run stages in order.

    Returns:
        The finished run, with everything in it, and its report.
    """
    from transflow.pipeline.reporting import report  # noqa: PLC0415 - stages are loaded by now

    started = time.monotonic()
    work = Run(job)
    try:
        for stage in stages:
            stage(work)
    finally:
        if work.memory:
            work.memory.close()
            work.memory = None
        if work.records:
            work.records.ledger.close()
    return work, report(work, time.monotonic() - started)


def __getattr__(name: str) -> Any:
    """Load the stages when a command is first asked for."""
    if name == "SURVEY":
        from transflow.pipeline import surveying  # noqa: PLC0415

        return surveying.SURVEY
    if name in __all__:
        from transflow.pipeline import stages  # noqa: PLC0415

        return getattr(stages, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
