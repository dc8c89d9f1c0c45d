"""`transflow serve`: the project as it is, read again when a file changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from transflow.pipeline import INSPECT, Job
from transflow.pipeline import run as run_stages
from transflow.project.opening import layout_of
from transflow.publishing.preview import Snapshot
from transflow.publishing.serve import serve as serve_snapshots

if TYPE_CHECKING:
    from transflow.config import Layout

__all__ = ["serve"]


def serve(layout: "Layout", host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the preview until interrupted."""

    def load() -> Snapshot:
        now = layout_of(layout.root)
        work, _ = run_stages(Job(now, tuple(now.workflow.locales)), INSPECT)
        broken = [sheet for sheet in work.sheets.values() if sheet.broken]
        return Snapshot(
            workflow=now.workflow,
            articles=list(work.articles.values()),
            catalogs={
                key: sheet.catalog.entries
                for key, sheet in work.sheets.items()
                if sheet.catalog is not None
            },
            findings={key: tuple(sheet.findings) for key, sheet in work.sheets.items()},
            trouble=[
                *(one for one in work.findings if one.rule == "article"),
                *(one for sheet in broken for one in sheet.findings if one.rule == "catalog"),
            ],
        )

    serve_snapshots(load, layout, host=host, port=port, ready=ready)
