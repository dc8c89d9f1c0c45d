"""From judged articles to a folder of pages."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from transflow.config.schema import Workflow
from transflow.model import Article, Entry, Finding
from transflow.publishing.report import PublishReport

__all__ = ["publish"]


def publish(
    workflow: Workflow,
    articles: Sequence[Article],
    catalogs: Mapping[tuple[str, str], Iterable[Entry]],
    findings: Mapping[tuple[str, str], Sequence[Finding]],
    *,
    root: Path,
    now: datetime,
    dry_run: bool = False,
) -> PublishReport:
    """Write the site, or with `dry_run` say what would be written.

    Args:
        workflow: What workflow.yaml says.
        articles: All articles of the project that could be read.
        catalogs: (article id, locale) -> the catalog's entries; absent for no catalog.
        findings: (article id, locale) -> what the checks found there, accepted ones left out.
        root: The project's folder.
        now: Aware; decides embargoes (`publish_at`), and is the date of pages that are new.
        dry_run: Change nothing.

    Raises:
        TransflowError: If the output folder cannot be written or is not ours to replace.
    """
    raise NotImplementedError
