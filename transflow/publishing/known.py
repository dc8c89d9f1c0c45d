"""What the last publish found out and need not be found out again, as long as its reasons stand.

A caller that can name, by a hash, all that decides about an article or about its catalog in a
locale spares a publish from parsing the one and judging the other. Without a name the work is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from transflow.documents.timing import begin_of, end_of
from transflow.model import Article, State
from transflow.publishing.address import aliases_of, slug_of
from transflow.publishing.facts import day_of
from transflow.publishing.gate import Reason, Shown, Verdict
from transflow.publishing.visibility import closed

__all__ = ["Brief", "Known", "Stamp", "unnamed"]

Stamp = Callable[[str, str], str]
"""(article id, locale) -> a name for all that decides about the article's page in the locale, the
gate left out; with an empty locale, for all that decides about the article. Empty where there is
none."""


def unnamed(_article: str, _locale: str) -> str:
    """No name for anything: everything is done anew."""
    return ""


@dataclass(frozen=True)
class Brief:
    """What deciding about an article's pages needs to know of its front matter."""

    slug: str
    day: str
    """ISO 8601, empty for an undated article."""
    closed: str
    """Why it has no page at any time; empty if it may have one."""
    begins: str
    """When it may be out, ISO 8601; empty for at once."""
    ends: str = ""
    """When it goes, ISO 8601; empty for never."""
    aliases: Sequence[str] = ()
    """Where it was before, under the site's root."""

    def hidden(self, now: datetime) -> str:
        """Why it has no page in any locale at this moment; empty if it may have one."""
        if self.closed:
            return self.closed
        if self.begins and datetime.fromisoformat(self.begins) > now:
            return f"it is to be published at {self.begins}"
        if self.ends and datetime.fromisoformat(self.ends) <= now:
            return f"it was to be withdrawn at {self.ends}"
        return ""


class Known:
    """What is taken over from the last publish, and what is noted for the next.

    Args:
        data: What `dump` gave.
        stamp: Names what decides.
        gate: What the gate asks, as text.
    """

    def __init__(self, data: Mapping[str, Any], stamp: Stamp = unnamed, gate: str = "") -> None:
        self._stamp = stamp
        self._gate = gate
        self._old = data if data.get("gate") == gate else {}
        self._new: dict[str, Any] = {"gate": gate, "articles": {}, "pages": {}}

    def brief(self, article: Article) -> Brief:
        """An article's brief."""
        stamp = self._stamp(article.id, "")
        row = self._old.get("articles", {}).get(article.id)
        if row is None or not stamp or row[0] != stamp:
            day, begins, ends = day_of(article), begin_of(article), end_of(article)
            row = [
                stamp,
                slug_of(article),
                day.isoformat() if day else "",
                closed(article),
                begins.isoformat() if begins else "",
                ends.isoformat() if ends else "",
                aliases_of(article),
            ]
        if stamp:
            self._new["articles"][article.id] = row
        return Brief(*row[1:])

    def verdict(self, article_id: str, locale: str, judge: Callable[[], Verdict]) -> Verdict:
        """A verdict: `judge` is asked now where none is known, else when the text is needed."""
        stamp, key = self._stamp(article_id, locale), f"{locale}/{article_id}"
        row = self._old.get("pages", {}).get(key)
        if row is not None and stamp and row["stamp"] == stamp:
            found = _verdict(article_id, locale, row, judge)
        else:
            found = judge()
            row = {"stamp": stamp} | _row(found)
        if stamp:
            self._new["pages"][key] = row
        return found

    def dump(self) -> dict[str, Any]:
        """Plain data for the next publish."""
        return self._new


class _Later(Mapping[str, Shown]):
    """What a page shows, found out when somebody looks."""

    def __init__(self, judge: Callable[[], Verdict]) -> None:
        self._judge = judge

    @cached_property
    def _shown(self) -> Mapping[str, Shown]:
        return self._judge().shown

    def __getitem__(self, key: str) -> Shown:
        return self._shown[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._shown)


def _row(verdict: Verdict) -> dict[str, Any]:
    return {
        "passes": verdict.passes,
        "states": verdict.states,
        "visible": verdict.visible,
        "share": verdict.share,
        "reviewed": verdict.reviewed,
        "digest": verdict.digest,
        "reasons": verdict.reasons,
        "engines": verdict.engines,
    }


def _verdict(
    article_id: str, locale: str, row: Mapping[str, Any], judge: Callable[[], Verdict]
) -> Verdict:
    return Verdict(
        article=article_id,
        locale=locale,
        passes=row["passes"],
        shown=_Later(judge),
        states={State(name): count for name, count in row["states"].items()},
        visible={State(name): count for name, count in row["visible"].items()},
        share=row["share"],
        reviewed=row["reviewed"],
        digest=row["digest"],
        reasons=tuple((Reason(reason), text) for reason, text in row["reasons"]),
        engines=tuple(row["engines"]),
    )
