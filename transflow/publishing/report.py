"""What a publish did, or would do: one result a page, for tables, `--json` and exit codes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from transflow.model import Finding, Severity, State

__all__ = ["PageChange", "PageResult", "PublishReport"]


class PageChange(StrEnum):
    """What became of a page's file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    """It was out, and is no longer."""
    NONE = "none"
    """It was not out and is not now."""


@dataclass(frozen=True)
class PageResult:
    """One article in one locale."""

    article: str
    locale: str
    published: bool
    change: PageChange
    address: str = ""
    """Path under the output folder, `fr/visit/`; empty when it is not published."""
    reasons: tuple[str, ...] = ()
    """Why it is not published, or why it is published as it is."""
    states: Mapping[State, int] = field(default_factory=dict)
    """Sentences by state."""
    share: float = 1.0
    """Share of sentences that count for the gate."""
    reviewed: float = 1.0
    """Share of sentences a person approved."""
    required: bool = False
    kept: bool = False
    """The last good page stands, because the article changed and `on_change` is `keep`."""

    def as_dict(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "article": self.article,
            "locale": self.locale,
            "published": self.published,
            "change": self.change.value,
            "address": self.address,
            "reasons": list(self.reasons),
            "states": {state.value: count for state, count in self.states.items()},
            "share": round(self.share, 4),
            "reviewed": round(self.reviewed, 4),
            "required": self.required,
            "kept": self.kept,
        }


@dataclass(frozen=True)
class PublishReport:
    """The whole publish."""

    output: Path
    pages: tuple[PageResult, ...]
    findings: tuple[Finding, ...] = ()
    """Dead links, missing pictures, hostile files: what a person should mend."""
    written: tuple[str, ...] = ()
    """Files that are new or changed, relative to `output`."""
    removed: tuple[str, ...] = ()
    """Files that are gone."""
    dry_run: bool = False

    @property
    def published(self) -> tuple[PageResult, ...]:
        """The pages that are out."""
        return tuple(page for page in self.pages if page.published)

    @property
    def missing(self) -> tuple[PageResult, ...]:
        """Pages the workflow requires and the gate refused."""
        return tuple(page for page in self.pages if page.required and not page.published)

    @property
    def exit_code(self) -> int:
        """1 for findings of severity error and for required pages that are missing, else 0."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return 1 if errors or self.missing else 0

    def only(self, locales: Collection[str]) -> "PublishReport":
        """What concerns the pages of some locales, and what concerns no language in particular.

        Args:
            locales: BCP 47 tags.
        """
        return replace(
            self,
            pages=tuple(page for page in self.pages if page.locale in locales),
            findings=tuple(one for one in self.findings if one.locale in {"", *locales}),
        )

    def as_dict(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "output": str(self.output),
            "dry_run": self.dry_run,
            "pages": [page.as_dict() for page in self.pages],
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity.value,
                    "message": finding.message,
                    "path": finding.path,
                    "line": finding.line,
                    "locale": finding.locale,
                }
                for finding in self.findings
            ],
            "written": list(self.written),
            "removed": list(self.removed),
        }
