"""The stages of each command, as plain lists of functions that read like the way of the data.

Each stage takes the run under way and fills it; which stages there are is what a command is.
Importing this module loads every room, so that commands which need none of them do not.
"""

from transflow.pipeline.drafting import make_drafts
from transflow.pipeline.job import Stage
from transflow.pipeline.judging import run_checks
from transflow.pipeline.merging import merge_catalogs, write_catalogs, write_templates
from transflow.pipeline.noting import note_facts, note_rest, reopen_work
from transflow.pipeline.pages import publish_pages
from transflow.pipeline.reading import (
    load_catalogs,
    read_articles,
    read_decisions,
    read_glossary,
)
from transflow.pipeline.records import open_records, save_records
from transflow.pipeline.remembering import (
    close_memory,
    index_files,
    index_memory,
    open_memory,
    recall,
    suggest,
)
from transflow.pipeline.tidying import follow_renames, retire_removed

__all__ = [
    "CHECK",
    "EXPORT",
    "EXTRACT",
    "INSPECT",
    "PUBLISH",
    "READ",
    "RUN",
    "SURVEY",
    "TRANSLATE",
]

READ: tuple[Stage, ...] = (read_glossary, read_decisions, read_articles, load_catalogs)
INSPECT: tuple[Stage, ...] = (*READ, run_checks)
"""All catalogs read and judged, whatever earlier runs found out."""

_TAKE: tuple[Stage, ...] = (open_records, *READ)
_WRITE: tuple[Stage, ...] = (write_catalogs, retire_removed)
_NOTE: tuple[Stage, ...] = (note_facts, save_records)
_DRAFT: tuple[Stage, ...] = (
    *_TAKE,
    follow_renames,
    reopen_work,
    merge_catalogs,
    open_memory,
    index_files,
    index_memory,
    recall,
    make_drafts,
    suggest,
    *_WRITE,
    index_memory,
    close_memory,
    note_rest,
    write_templates,
    run_checks,
)

EXTRACT: tuple[Stage, ...] = (read_decisions, read_articles, write_templates)
EXPORT: tuple[Stage, ...] = (
    *_TAKE,
    follow_renames,
    merge_catalogs,
    *_WRITE,
    write_templates,
    *_NOTE,
)
TRANSLATE: tuple[Stage, ...] = (*_DRAFT, *_NOTE)
CHECK: tuple[Stage, ...] = (*_TAKE, run_checks, *_NOTE)
PUBLISH: tuple[Stage, ...] = (*_TAKE, run_checks, note_facts, publish_pages, save_records)
RUN: tuple[Stage, ...] = (*_DRAFT, note_facts, publish_pages, save_records)
SURVEY: tuple[Stage, ...] = (open_records, read_decisions, read_articles, load_catalogs, *_NOTE)
"""What `status` needs where something changed."""
