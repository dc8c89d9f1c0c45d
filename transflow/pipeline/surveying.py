"""What `status` needs where something changed: no glossary, no engine, no checks, no pages."""

from transflow.pipeline.job import Stage
from transflow.pipeline.noting import note_facts
from transflow.pipeline.reading import load_catalogs, read_articles, read_decisions
from transflow.pipeline.records import open_records, save_records

__all__ = ["SURVEY"]

SURVEY: tuple[Stage, ...] = (
    open_records,
    read_decisions,
    read_articles,
    load_catalogs,
    note_facts,
    save_records,
)
