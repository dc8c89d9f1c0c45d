"""What reviewers decide by command: approve, reject, accept."""

import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from transflow import catalogs, checks, clock
from transflow.bcp47 import gettext_name
from transflow.catalogs import Catalog, Decision, Reviews, Rules
from transflow.config import Layout
from transflow.errors import CatalogError, TransflowError
from transflow.model import Entry, Finding, Severity

__all__ = ["Approval", "accept", "approve", "open_editor", "reject", "rules_for"]

_PLACE = re.compile(r"(.+?):(\d+)(?::\d*)?:?", re.ASCII | re.DOTALL)
"""FILE:LINE, also as editors and grep have it, with a column or a colon behind."""

Keys = frozenset[tuple[str, str]]
Found = Callable[[str, str], Iterable[Finding]]
"""(locale, article id) -> what the checks find there now."""


class Approval(NamedTuple):
    """What approving a file did."""

    path: str
    approved: int
    """Entries; those approved before are not counted again."""
    left: int
    """Entries with words that were left out: each must be named by its line."""
    doubtful: int
    """Approved entries in which the checks find an error."""
    warned: int
    """Those with no error in which they find something to look at."""


@dataclass(frozen=True)
class _Place:
    """A catalog, and lines in it or none for all of it."""

    locale: str
    article: str
    path: Path
    lines: tuple[int, ...]


def approve(
    layout: Layout, targets: Sequence[str], by: str, found: Found, *, same: bool = False
) -> list[Approval]:
    """Confirm files or entries; with two-step review the approval is recorded in reviews.yaml.

    With `same` the words are approved for the very sentence in other articles, too, where nobody
    wrote others.
    """
    who, now = _who(layout.root, by), clock.now()
    reviews = Reviews.load(layout.reviews)
    done: list[tuple[_Place, Decision]] = []
    also: list[tuple[_Place, Decision]] = []

    def act(catalog: Catalog, keys: Keys | None) -> Decision:
        return catalogs.approve(catalog, who=who, today=now, keys=keys)

    try:
        done.extend(
            (place, _decide(layout, reviews, place, act)) for place in _places(layout, targets)
        )
        also.extend(_same(layout, reviews, done, act) if same else ())
    finally:  # one broken file does not undo what was approved before it
        if layout.workflow.review == "two-step":
            for place, decision in (*done, *also):
                reviews = reviews.with_approvals(
                    place.locale, place.article, decision.entries, who=who, today=now.date()
                )
            reviews.save(layout.reviews)
    rows = [_approval(layout, place, decision, found) for place, decision in done]
    # The same words have the same errors: they are told once.
    return rows + [_approval(layout, place, decision, lambda *_: ()) for place, decision in also]


def _same(
    layout: Layout,
    reviews: Reviews,
    done: Sequence[tuple[_Place, Decision]],
    act: Callable[[Catalog, Keys | None], Decision],
) -> Iterator[tuple[_Place, Decision]]:
    """The same sentences in all catalogs of their locale, approved with the same words."""
    for locale in dict.fromkeys(place.locale for place, _ in done):
        words = {
            entry.key: entry.msgstr
            for place, decision in done
            for entry in (*decision.entries, *decision.before)
            if place.locale == locale
        }

        def agree(
            catalog: Catalog, _: Keys | None, words: Mapping[tuple[str, str], str] = words
        ) -> Decision:
            return act(*catalogs.agreed(catalog, words))

        folder = layout.catalog_folder(locale)
        for path in sorted(folder.rglob("*.po")) if words else ():
            article = path.relative_to(folder).with_suffix("").as_posix()
            if article != "site":
                place = _Place(locale, article, path, ())
                decision = _decide(layout, reviews, place, agree)
                if decision.entries:
                    yield place, decision


def _approval(layout: Layout, place: _Place, decision: Decision, found: Found) -> Approval:
    keys = {entry.key for entry in decision.entries}
    findings = tuple(found(place.locale, place.article)) if keys else ()
    wrong, warned = (
        keys & {(one.msgctxt, one.msgid) for one in findings if one.severity is severity}
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    left = sum(bool(entry.msgstr) for entry in decision.skipped)
    path = layout.relative(place.path)
    return Approval(path, len(keys), left, len(wrong), len(warned - wrong))


def reject(layout: Layout, targets: Sequence[str], by: str, note: str) -> list[tuple[str, int]]:
    """Send files or entries back; a recorded approval goes."""
    who, now = _who(layout.root, by), clock.now()
    reviews = Reviews.load(layout.reviews)
    done: list[tuple[_Place, Decision]] = []

    def act(catalog: Catalog, keys: Keys | None) -> Decision:
        every = frozenset(entry.key for entry in catalog.entries)
        return catalogs.reject(
            catalog, who=who, today=now, keys=every if keys is None else keys, why=note
        )

    try:
        done.extend(
            (place, _decide(layout, reviews, place, act)) for place in _places(layout, targets)
        )
    finally:
        for place, decision in done:
            reviews = reviews.without_approvals(place.locale, place.article, decision.entries)
        reviews.save(layout.reviews)
    return [(layout.relative(place.path), len(decision.entries)) for place, decision in done]


def accept(layout: Layout, target: str, rule: str, by: str, found: Found) -> None:
    """Accept a rule's finding on one entry, in reviews.yaml.

    Args:
        layout: The project.
        target: FILE:LINE.
        rule: The rule's name.
        by: Who accepts it.
        found: (locale, article id) -> what the checks find there now.

    Raises:
        TransflowError: If there is no such rule, the target names no entry, or the rule finds
            nothing in it.
    """
    if rule not in checks.rule_names():
        near = checks.nearest_rule(rule)
        raise TransflowError(
            f"there is no rule {rule!r}", hint=f"did you mean {near!r}?" if near else ""
        )
    (place,) = _places(layout, [target])
    reviews = Reviews.load(layout.reviews)
    catalog = _read(layout, reviews, place)
    entry = _entry(catalog, place.lines[0] if place.lines else 0, target)
    rules = {
        one.rule
        for one in found(place.locale, place.article)
        if (one.msgctxt, one.msgid) == entry.key
    }
    if rule not in rules:
        raise TransflowError(
            f"{rule} finds nothing in the entry {entry.msgid[:60]!r}",
            where=target,
            hint=f"its findings: {', '.join(sorted(rules)) or 'none'}",
        )
    today = clock.now().date()
    reviews.with_accepted(
        place.locale, place.article, entry, rule, who=_who(layout.root, by), today=today
    ).save(layout.reviews)


def open_editor(path: Path, line: int) -> None:
    """Open a file in the editor that VISUAL or EDITOR names, at a line where it takes one.

    Raises:
        TransflowError: If none is named, or it does not start.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise TransflowError("no editor is named", hint="set VISUAL or EDITOR, e.g. EDITOR=vim")
    words = shlex.split(command)
    name = Path(words[0]).name
    if name in {"code", "codium"}:
        words += ["--goto", f"{path}:{line}"]
    elif name in {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro"}:
        words += [f"+{line}", str(path)]
    else:
        words.append(str(path))
    try:
        subprocess.run(words, check=False)
    except OSError as cause:
        raise TransflowError(f"{words[0]} does not start: {cause.strerror}") from cause


def rules_for(layout: Layout, reviews: Reviews, locale: str, article: str) -> Rules:
    """The rules by which states are derived in one catalog."""
    return Rules(
        two_step=layout.workflow.review == "two-step",
        recorded=lambda pair: reviews.is_approved(locale, article, pair),
    )


def _places(layout: Layout, targets: Sequence[str]) -> list[_Place]:
    """One place a file: lines are those of the file as it is now, before anything is decided."""
    places: dict[tuple[Path, bool], _Place] = {}
    for target in targets:
        place = _place(layout, target)
        key = (place.path, bool(place.lines))
        before = places.get(key)
        lines = (*before.lines, *place.lines) if before else place.lines
        places[key] = replace(place, lines=lines)
    return sorted(places.values(), key=lambda place: not place.lines)


def _place(layout: Layout, target: str) -> _Place:
    place = _PLACE.fullmatch(target)
    name, number = place.groups() if place else (target, "")
    for base in (Path.cwd(), layout.root):
        path = (base / name).resolve()
        if path.is_file():
            break
    else:
        raise CatalogError("there is no such file", where=name, hint=_remedy(layout, name))
    for locale in layout.workflow.locales:
        folder = layout.catalog_folder(locale).resolve()
        if path.is_relative_to(folder) and path.suffix == ".po":
            article = path.relative_to(folder).with_suffix("").as_posix()
            lines = (int(number),) if number else ()
            return _Place(locale, article, layout.catalog(locale, article), lines)
    known = ", ".join(gettext_name(tag) for tag in layout.workflow.locales)
    raise CatalogError(
        "is not a catalog of this project", where=name, hint=f"locales/<{known}>/LC_MESSAGES/*.po"
    )


def _remedy(layout: Layout, name: str) -> str:
    """Which files were meant by the name of a locale, an article or a folder."""
    path = PurePosixPath(name)
    folders = [layout.catalog_folder(locale) for locale in layout.workflow.locales]
    names = [layout.relative(folder / f"{path.with_suffix('')}.po") for folder in folders]
    there = [name for name in names if (layout.root / name).is_file()]
    return f"name a catalog, such as {there[0] if there else layout.relative(folders[0]) + '/*.po'}"


def _read(layout: Layout, reviews: Reviews, place: _Place) -> Catalog:
    rules = rules_for(layout, reviews, place.locale, place.article)
    shown = layout.relative(place.path)
    return catalogs.read(place.path, shown=shown, locale=place.locale, rules=rules)


def _decide(
    layout: Layout,
    reviews: Reviews,
    place: _Place,
    act: Callable[[Catalog, Keys | None], Decision],
) -> Decision:
    """Read, decide, save; once more if an editor saved the file in between."""
    for _ in range(5):
        catalog = _read(layout, reviews, place)
        keys = None
        if place.lines:
            shown = layout.relative(place.path)
            keys = frozenset(_entry(catalog, line, f"{shown}:{line}").key for line in place.lines)
        decision = act(catalog, keys)
        try:
            catalogs.save(decision.catalog, place.path, catalog.data)
        except catalogs.StaleCatalogError:
            continue
        return decision
    raise CatalogError("keeps changing while it is being written", where=place.path)


def _entry(catalog: Catalog, line: int, shown: str) -> Entry:
    entry = catalog.entry_at(line)
    if entry is None:
        first = next((one.line for one in catalog.entries), 0)
        raise CatalogError(
            "no entry stands at this line" if line else "names no entry",
            where=shown,
            hint=f"FILE:LINE, any line of it; the first is at line {first}"
            if first
            else "the catalog has no entries",
        )
    return entry


def _who(root: Path, by: str) -> str:
    """Who decides: as the command says, on one line, else as git knows the person at the keyboard."""
    if named := " ".join(by.split()):
        return named
    parts = []
    for key in ("user.name", "user.email"):
        found = (
            subprocess.run(
                ["git", "config", key], cwd=root, capture_output=True, text=True, check=False
            )
            if _has_git()
            else None
        )
        parts.append(found.stdout.strip() if found else "")
    name, address = parts
    name = name or os.environ.get("USER", "") or "unknown"
    return f"{name} <{address}>" if address else name


def _has_git() -> bool:
    import shutil  # noqa: PLC0415

    return shutil.which("git") is not None
