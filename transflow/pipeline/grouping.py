"""Many catalogs a few at a time: what a run holds does not grow with the number of articles."""

from collections.abc import Iterator
from dataclasses import replace

from transflow.pipeline.job import Progress, Run, Sheet, Stage

__all__ = ["by_groups", "each_locale"]

GROUP = 1 << 19
"""Bytes of articles whose catalogs are worked on together: sentences enough to fill the decoder."""


def each_locale(*stages: Stage) -> Stage:
    """One stage out of several: all of them for one locale, then for the next.

    The engine sees a locale's sentences together.
    """

    def stage(run: Run) -> None:
        for locale in run.job.locales:
            sheets = {(sheet.article_id, locale): sheet for sheet in run.sheets_of(locale)}
            part = replace(run, job=replace(run.job, locales=(locale,)), sheets=sheets)
            for one in stages:
                one(part)

    return stage


def by_groups(*stages: Stage) -> Stage:
    """One stage out of several: all of them for some catalogs, in a large project, then for others."""

    def stage(run: Run) -> None:
        groups = list(_groups(run)) if run.crowded else [run.sheets]
        whole = sum(len(group) for group in groups)
        told: dict[str, int] = {}
        ready = 0
        for group in groups:
            ready += len(group)
            progress = _onward(run.job.progress, told, ready / whole if whole else 1.0)
            part = replace(run, job=replace(run.job, progress=progress), sheets=group)
            for one in stages:
                one(part)

    return stage


def _groups(run: Run) -> Iterator[dict[tuple[str, str], Sheet]]:
    """The run's sheets in order, as many at a time as may be held; those at rest weigh nothing."""
    group: dict[tuple[str, str], Sheet] = {}
    weight = 0
    for key, sheet in run.sheets.items():
        own = 0 if sheet.merged and not run.job.redraw else run.articles.size(sheet.article_id)
        if group and weight + own > GROUP and own:
            yield group
            group, weight = {}, 0
        group[key] = sheet
        weight += own
    if group:
        yield group


def _onward(progress: Progress, told: dict[str, int], share: float) -> Progress:
    """Progress of a group as that of all of them, the rest estimated.

    Args:
        progress: Of all.
        told: Stage -> how much earlier groups came to; this one's is added at its end.
        share: Of the catalogs, those of this group and of earlier ones.
    """
    before = dict(told)

    def report(stage: str, done: int, total: int) -> None:
        base = before.get(stage, 0)
        told[stage] = base + total
        progress(stage, base + done, round((base + total) / share))

    return report
