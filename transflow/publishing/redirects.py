"""Old addresses that lead on: where a page of ours was, and what authors name (`aliases`)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from transflow.model import Finding, Severity
from transflow.publishing.plan import Plan, Planned
from transflow.publishing.record import Record

__all__ = ["Redirect", "redirects", "taken"]


class Redirect(NamedTuple):
    """One of them."""

    old: str
    """Address, or a file under the site's root: `old/fees/`, `old/fees.html`."""
    page: Planned
    """Where it leads."""
    address: str

    @property
    def file(self) -> str:
        """The file that answers there."""
        return f"{self.old}index.html" if self.old.endswith("/") else self.old


def redirects(plan: Plan, record: Record, made: Callable[[str], bool]) -> Iterator[Redirect]:
    """All that lead on.

    Args:
        plan: The pages there are.
        record: What it says of where they were.
        made: Whether there is something at a path of the site: no alias takes its place.
    """
    for old, key in sorted(record.moved.items()):
        now = record.pages.get(key)
        if now is not None:
            locale, _, article = key.partition("/")
            yield Redirect(old, plan.by_key[article, locale], now.address)
    seen = set(record.moved)
    for one in _aliases(plan):
        if not made(one.file) and one.old not in seen:
            seen.add(one.old)
            yield one


def taken(plan: Plan, made: Callable[[str], bool]) -> Iterator[Finding]:
    """Aliases at which there is a page, or whose place two articles ask for."""
    seen: dict[str, str] = {}
    for one in _aliases(plan):
        other = seen.setdefault(one.file, one.page.article.path)
        if made(one.file) or other != one.page.article.path:
            why = "is that of a page" if made(one.file) else f"is that of {other}, too"
            yield Finding(
                "address-taken",
                Severity.WARNING,
                f"its alias /{one.old} {why}: it leads nowhere else",
                path=one.page.article.path,
            )


def _aliases(plan: Plan) -> Iterator[Redirect]:
    """What originals that are out were called elsewhere; a translation has no old address."""
    for page in plan.published:
        yield from (Redirect(old, page, page.address) for old in page.aliases)
