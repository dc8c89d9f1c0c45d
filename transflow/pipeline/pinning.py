"""Which pinned engines are at hand: only those make the drafts of another one stale.

Where the pinned package is not here, another fills what is empty. Were its drafts stale for not
being the pinned one's, it would draw them again in every run.
"""

from transflow.config import Layout
from transflow.pipeline.job import Run

__all__ = ["pinned_engine", "pinned_engines"]


def pinned_engine(run: Run, locale: str) -> str | None:
    """The engine that workflow.yaml pins for a locale, if it is what drafts here."""
    if run.pinned is None:
        run.pinned = pinned_engines(run.job.layout)
    return run.pinned.get(locale)


def pinned_engines(layout: Layout) -> dict[str, str]:
    """Locale -> the pinned engine, where it is here and the locale is drafted by packages."""
    config, source = layout.workflow.engine, layout.workflow.source.locale
    if not config.pins:
        return {}
    from transflow.engines import packages, pins  # noqa: PLC0415 - loads a room, seldom needed

    known = packages.list_packages(layout.root, config)
    found = {}
    for locale, settings in layout.workflow.locales.items():
        spec = settings.engine if settings.engine is not None else config.name
        name = config.pins.get(packages.pair_key(source, locale))
        if spec == "argos" and name and pins.pinned(known, config, source, locale):
            found[locale] = name
    return found
