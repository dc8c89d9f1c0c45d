"""What cutting unchanged units by today's sentence rules would touch."""

from dataclasses import dataclass, replace

from transflow.model import Finding, Unit
from transflow.pipeline import READ, Job
from transflow.pipeline import run as run_stages
from transflow.project.asking import refuse_unknown

__all__ = ["Recut", "Recuts", "compare"]


@dataclass(frozen=True)
class Recut:
    """One unit whose cuts differ."""

    path: str
    line: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Recuts:
    """What cutting anew would touch, and which articles could not be read."""

    units: tuple[Recut, ...]
    findings: tuple[Finding, ...] = ()


def compare(job: Job) -> Recuts:
    """The units that are cut otherwise in their catalogs than today's rules would.

    Raises:
        ConfigError: If an article that was asked for does not exist, or cannot be read.
    """
    kept, _ = run_stages(replace(job, resegment=False), READ)
    fresh, _ = run_stages(replace(job, resegment=True), READ)
    refuse_unknown(job, fresh.articles)
    units = tuple(
        Recut(article.path, new.line, _texts(old), _texts(new))
        for name, article in fresh.articles.items()
        if job.wants(name)
        for old, new in zip(kept.articles[name].units, article.units, strict=True)
        if _texts(old) != _texts(new)
    )
    return Recuts(units, tuple(fresh.findings))


def _texts(unit: Unit) -> tuple[str, ...]:
    return tuple(segment.text for segment in unit.segments)
