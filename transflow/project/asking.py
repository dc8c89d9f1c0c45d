"""What a command was asked for, held against what there is."""

from collections.abc import Collection
from difflib import get_close_matches

from transflow.errors import ConfigError
from transflow.pipeline import Job

__all__ = ["refuse_unknown"]

_SHOWN = 10


def refuse_unknown(job: Job, known: Collection[str]) -> None:
    """See that every article that was asked for exists: a misspelt name must not look like success.

    Args:
        job: What was asked for.
        known: Ids of the articles that could be read.

    Raises:
        ConfigError: If one does not exist, or cannot be read.
    """
    unknown = min(job.only - set(known), default=None)
    if unknown is None:
        return
    near = get_close_matches(unknown, known, 3, 0.5) or sorted(known)[:_SHOWN]
    more = f" and {len(known) - len(near)} more" if len(known) > len(near) else ""
    raise ConfigError(
        f"there is no article {unknown!r} that can be read",
        where=job.layout.articles_root,
        hint=f"there are: {', '.join(near)}{more}" if near else "there is none at all",
    )
