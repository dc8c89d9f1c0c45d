"""The facts that a run takes over from the ledger instead of finding them out again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from transflow.model import Finding, Severity, State

__all__ = ["ArticleFacts", "CheckedFacts", "MergedFacts", "SheetFacts", "SheetRow"]


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A catalog in numbers, as it lies on disk."""

    entries: int
    states: Mapping[State, int]
    """Of its entries."""
    standing: Mapping[State, int]
    """Of the article's sentences: those the catalog lacks count as untranslated."""
    waiting_words: int
    """Words of the source in sentences that are not approved."""
    edited: str
    """PO-Revision-Date and Last-Translator."""
    complete: bool
    """Whether it has every sentence of the article."""
    remembered: Mapping[State, int]
    """Those of `standing` whose words the memory brought, a person's for the same sentence elsewhere."""


@dataclass(frozen=True)
class ArticleFacts:
    """What follows from an article's bytes and those of its catalogs."""

    id: str
    format: str
    segments: int
    words: int
    fresh: bool
    """Whether today's sentence rules cut it as its catalogs have it."""
    turns: tuple[str, ...] = ()
    """The moments at which its pages come out or go, where its front matter names some."""
    pot: str = ""
    """Hash of its template, where that is known to be up to date."""
    warnings: tuple[Finding, ...] = ()
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    """By locale, as far as they are known."""

    def with_sheets(self, sheets: Mapping[str, SheetFacts]) -> "ArticleFacts":
        """The same with other sheets."""
        return replace(self, sheets=sheets)

    def dump(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> "ArticleFacts":
        """From `dump`.

        Raises:
            ValueError, TypeError, KeyError: If it is something else.
        """
        data: dict[str, Any] = json.loads(text)
        sheets = {
            locale: SheetFacts(
                **{
                    **sheet,
                    "states": _states(sheet["states"]),
                    "standing": _states(sheet["standing"]),
                    "remembered": _states(sheet["remembered"]),
                }
            )
            for locale, sheet in data.pop("sheets").items()
        }
        warnings = tuple(
            Finding(**{**one, "severity": Severity(one["severity"])})
            for one in data.pop("warnings")
        )
        return cls(**{**data, "turns": tuple(data["turns"])}, sheets=sheets, warnings=warnings)


@dataclass(frozen=True, slots=True)
class MergedFacts:
    """A catalog that merging its article into it leaves as it is."""

    work: int
    """Messages that still need a draft."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFacts:
    """What the checks said about catalogs; what reviewers accepted is left out."""

    findings: tuple[Finding, ...] = ()
    nobodys: frozenset[tuple[str, str]] = frozenset()
    """(msgctxt, msgid) of entries with a finding that are drafts nobody has vouched for."""

    def plain(self) -> list[list[Any]]:
        """As plain data."""
        return [
            [*row, (one.msgctxt, one.msgid) in self.nobodys]
            for row, one in zip(_rows(self.findings), self.findings, strict=True)
        ]

    @classmethod
    def of(cls, rows: list[list[Any]]) -> "CheckedFacts":
        """From `plain`."""
        found = _findings([row[:-1] for row in rows])
        lenient = (one for one, row in zip(found, rows, strict=True) if row[-1])
        return cls(found, frozenset((one.msgctxt, one.msgid) for one in lenient))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the ledger: a catalog, and what a run made of it."""

    key: str
    merged: MergedFacts | None
    checked: CheckedFacts | None

    def dump(self) -> tuple[str, str | None, str | None]:
        """As columns."""
        merged, checked = self.merged, self.checked
        return (
            self.key,
            None if merged is None else _packed([merged.work, *_rows(merged.findings)]),
            None if checked is None else _packed(checked.plain()),
        )

    @classmethod
    def load(cls, key: str, merged: str | None, checked: str | None) -> "SheetRow":
        """From `dump`."""
        first, second = None, None
        if merged is not None:
            work, *rows = json.loads(merged)
            first = MergedFacts(work, _findings(rows))
        if checked is not None:
            second = CheckedFacts.of(json.loads(checked))
        return cls(key, first, second)


def _states(data: Mapping[str, int]) -> dict[State, int]:
    return {State(name): count for name, count in data.items()}


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(findings: tuple[Finding, ...]) -> list[list[Any]]:
    return [
        [
            one.rule,
            one.severity,
            one.message,
            one.path,
            one.line,
            one.locale,
            one.msgctxt,
            one.msgid,
        ]
        for one in findings
    ]


def _findings(rows: list[list[Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(rule, Severity(level), *rest) for rule, level, *rest in rows)
