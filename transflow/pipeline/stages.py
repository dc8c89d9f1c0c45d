"""The stages of each command, as plain lists of functions that read like the way of the data.

Each stage takes the run under way and fills it; which stages there are is what a command is.
Importing this module loads every room, so that commands which need none of them do not.
"""

from transflow.pipeline.drafting import as_drafted, close_desk, open_desk
from transflow.pipeline.grouping import by_groups, each_locale
from transflow.pipeline.job import Stage
from transflow.pipeline.judging import judge_early, run_checks
from transflow.pipeline.merging import (
    let_go,
    merge_and_write,
    merge_catalogs,
    take_up,
    write_catalogs,
    write_templates,
)
from transflow.pipeline.noting import note_facts
from transflow.pipeline.pages import judge_links, publish_drafted, publish_pages
from transflow.pipeline.passing import find_passed, note_passed, pass_on
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
    index_gone,
    index_memory,
    open_memory,
    recall,
    suggest,
)
from transflow.pipeline.reopening import note_rest, reopen_work
from transflow.pipeline.tidying import follow_renames, note_left_locales, retire_removed

__all__ = [
    "CHECK",
    "EXPORT",
    "EXTRACT",
    "INSPECT",
    "PUBLISH",
    "READ",
    "REMEMBER",
    "RUN",
    "TRANSLATE",
]


READ: tuple[Stage, ...] = (read_glossary, read_decisions, read_articles, load_catalogs)
INSPECT: tuple[Stage, ...] = (*READ, run_checks)
"""All catalogs read and judged, whatever earlier runs found out."""

REMEMBER: tuple[Stage, ...] = (
    *READ,
    open_memory,
    index_files,
    index_memory,
    close_memory,
    run_checks,
)
"""The memory brought up to what the catalogs say now, and what is wrong with that."""

_TAKE: tuple[Stage, ...] = (open_records, *READ)
_NOTE: tuple[Stage, ...] = (note_facts, save_records)
_DRAFT: tuple[Stage, ...] = (
    *_TAKE,
    note_left_locales,
    follow_renames,
    reopen_work,
    open_memory,
    index_files,
    index_gone,
    each_locale(
        by_groups(merge_catalogs, index_memory, let_go),
        find_passed,
        open_desk,
        by_groups(take_up, recall, pass_on, as_drafted(suggest, write_catalogs, judge_early)),
        close_desk,
        index_memory,
    ),
    close_memory,
    retire_removed,
    note_rest,
    note_passed,
    write_templates,
    run_checks,
)

EXTRACT: tuple[Stage, ...] = (read_decisions, read_articles, write_templates)
EXPORT: tuple[Stage, ...] = (
    *_TAKE,
    note_left_locales,
    follow_renames,
    merge_and_write,
    retire_removed,
    write_templates,
    *_NOTE,
)
TRANSLATE: tuple[Stage, ...] = (*_DRAFT, *_NOTE)
CHECK: tuple[Stage, ...] = (*_TAKE, run_checks, note_facts, judge_links, save_records)
PUBLISH: tuple[Stage, ...] = (*_TAKE, run_checks, note_facts, publish_pages, save_records)
RUN: tuple[Stage, ...] = (*_DRAFT, note_facts, publish_drafted, save_records)
