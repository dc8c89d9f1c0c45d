"""The organisation's terminology: loaded once, asked for every segment."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path

from transflow.bcp47 import normalize
from transflow.collecting import uncollected
from transflow.errors import GlossaryError
from transflow.glossary import csv, tbx
from transflow.glossary.concept import Concept, FormStatus, TermMatch
from transflow.glossary.conflicts import without_conflicts
from transflow.glossary.guards import fits
from transflow.glossary.locales import column
from transflow.glossary.matcher import Matcher, Pattern, closest, exclusive
from transflow.glossary.requirements import (
    Requirement,
    first_form,
    refused_forms,
    require,
    target_forms,
)
from transflow.glossary.verify import Verdict, verify
from transflow.glossary.visible import visible
from transflow.model import Finding, Severity, Span

__all__ = ["Glossary"]

Range = tuple[int, int]
_TBX = frozenset({".tbx", ".xml"})


class Glossary:
    """Concepts, and the matchers made of them."""

    def __init__(self, concepts: Iterable[Concept] = (), warnings: Sequence[Finding] = ()) -> None:
        self.concepts: tuple[Concept, ...] = tuple(concepts)
        self.warnings: tuple[Finding, ...] = tuple(warnings)
        """What was odd in the files but could be read."""
        self._matchers: dict[tuple[str, bool], Matcher] = {}

    def __bool__(self) -> bool:
        return bool(self.concepts)

    @classmethod
    def load(
        cls,
        paths: Iterable[Path | str],
        locales: Sequence[str] = (),
        *,
        source: str = "",
        encoding: str | None = None,
    ) -> "Glossary":
        """Read glossary files, in order.

        Args:
            paths: CSV (or TSV) and TBX files.
            locales: Target locales in use: a file that serves none of them is a mistake.
            source: Language of the articles, by which contradictions are found; the first
                language of each file where empty.
            encoding: Of CSV files that are neither UTF-8 nor UTF-16.

        Raises:
            GlossaryError: A file that cannot be read or contradicts itself, with its lines.
        """
        with uncollected():
            return cls._loaded(paths, locales, source, encoding)

    @classmethod
    def _loaded(
        cls,
        paths: Iterable[Path | str],
        locales: Sequence[str],
        source: str,
        encoding: str | None,
    ) -> "Glossary":
        concepts: list[Concept] = []
        empty: list[Finding] = []
        for path in map(Path, paths):
            found = _read(path, encoding)
            if not found:
                empty.append(_empty(path))
                continue
            if path.suffix.lower() in _TBX:
                found = _renamed(found, {concept.id for concept in concepts}, path.stem)
            _must_serve(path, found, locales)
            concepts += found
        kept, warnings = without_conflicts(concepts, source)
        return cls(kept, [*empty, *warnings])

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    def concept(self, id: str) -> Concept | None:  # noqa: A002 - the column's name
        """The concept of an id."""
        return self._by_id.get(id)

    def serves(self, source: str, locale: str) -> bool:
        """Whether any approved concept has a term in both languages."""
        return any(
            concept.approved
            and column(source, concept.forms) is not None
            and target_forms(concept, locale)
            for concept in self.concepts
        )

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """Every language the glossary has a term in, in order of first appearance."""
        return tuple(dict.fromkeys(tag for concept in self.concepts for tag in concept.forms))

    def find(
        self,
        text: str,
        locale: str,
        protected: Sequence[Range] = (),
        *,
        spans: Sequence[Span] | None = None,
        proposed: bool = False,
    ) -> tuple[TermMatch, ...]:
        """The approved terms of a text, leftmost and longest first, exclusive.

        Args:
            text: A segment, with its markup or without.
            locale: BCP 47 tag of the text.
            protected: Ranges in which nothing is looked for.
            spans: The inline constructs; None to find the common ones of Markdown and HTML.
            proposed: Look for proposed concepts instead of the approved ones.

        Returns:
            Matches in order of the text. Homographs share a range.
        """
        matcher = self._matcher(locale, proposed)
        seen = visible(text, protected, spans)
        hits = [hit for hit in matcher.hits(seen.text) if fits(hit, seen.text, locale)]
        matches: dict[tuple[str, int, int], TermMatch] = {}
        for hit in closest(exclusive(hits), seen.text):
            concept, (start, end) = _concept(hit.pattern), seen.place(hit.start, hit.end)
            matches.setdefault(
                (concept.id, start, end), TermMatch(concept, hit.pattern.text, start, end)
            )
        return tuple(matches.values())

    def overlapping(self, text: str, locale: str) -> tuple[TermMatch, ...]:
        """Every approved term of a plain text, those inside longer ones too."""
        return tuple(
            TermMatch(_concept(hit.pattern), hit.pattern.text, hit.start, hit.end)
            for hit in self._matcher(locale, proposed=False).hits(text)
        )

    def _matcher(self, locale: str, proposed: bool) -> Matcher:
        matcher = self._matchers.get((locale, proposed))
        if matcher is None:
            tag = normalize(locale)
            if tag != locale:
                matcher = self._matcher(tag, proposed)
            else:
                with uncollected():
                    matcher = Matcher(tag, self._patterns(tag, proposed))
            self._matchers[locale, proposed] = matcher
        return matcher

    def _patterns(self, locale: str, proposed: bool) -> Iterable[Pattern]:
        for concept in self.concepts:
            name = column(locale, concept.forms)
            if name is None or concept.approved is proposed:
                continue
            for form in dict.fromkeys(
                form.text for form in concept.forms[name] if form.status is not FormStatus.FORBIDDEN
            ):
                yield Pattern(form, concept, concept.case, concept.inflect, concept.pos)

    def terms(self, match: TermMatch | Concept, locale: str) -> tuple[str, ...]:
        """The forms a text in `locale` may use for a match, preferred first; empty for none."""
        return target_forms(match if isinstance(match, Concept) else match.concept, locale)

    def introduces(self, locale: str) -> bool:
        """Whether a concept asks for a form of its own where an article first speaks of it."""
        return any(first_form(concept, locale) for concept in self._with_first_form)

    @cached_property
    def _with_first_form(self) -> tuple[Concept, ...]:
        return tuple(
            concept
            for concept in self.concepts
            if concept.approved and any(f.first for forms in concept.forms.values() for f in forms)
        )

    def require(
        self,
        text: str,
        matches: Sequence[TermMatch],
        locale: str,
        introduces: Collection[str] = (),
    ) -> tuple[Requirement, ...]:
        """What a text's matches ask of its translation into `locale`; see `requirements.require`."""
        return require(text, matches, locale, introduces)

    def verify(
        self,
        target: str,
        requirements: Sequence[Requirement],
        locale: str,
        *,
        protected: Sequence[Range] = (),
        spans: Sequence[Span] | None = None,
    ) -> Verdict:
        """Whether a translation meets requirements; see `glossary.verify.verify`."""
        return verify(target, requirements, locale, protected=protected, spans=spans)

    def check(
        self,
        source: str,
        target: str,
        source_locale: str,
        locale: str,
        *,
        source_spans: Sequence[Span] | None = None,
        spans: Sequence[Span] | None = None,
        introduces: Collection[str] = (),
    ) -> Verdict:
        """Find, require and verify in one step, for an entry of a catalog."""
        matches = self.find(source, source_locale, spans=source_spans)
        return verify(target, require(source, matches, locale, introduces), locale, spans=spans)

    def fingerprint(
        self, matches: Sequence[TermMatch], locale: str, introduces: Collection[str] = ()
    ) -> str:
        """A short hash of the concepts that match a segment, as far as `locale` is concerned.

        Empty where none of them has a term in that locale: such a segment's draft does not
        depend on the glossary.
        """
        facts = []
        for concept in {match.concept.id: match.concept for match in matches}.values():
            forms = target_forms(concept, locale)
            refused = [(form.text, str(form.status)) for form in refused_forms(concept, locale)]
            if forms or refused:
                first = [first_form(concept, locale)] if concept.id in introduces else []
                said = [gender] if (gender := concept.gender(locale)) else []
                options = [concept.dnt, concept.inflect, concept.every, concept.pos, *first, *said]
                facts.append([concept.id, forms, refused, options])
        if not facts:
            return ""
        text = json.dumps(sorted(facts, key=lambda fact: str(fact[0])), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:8]

    def comments(
        self, matches: Sequence[TermMatch], locale: str, introduces: Collection[str] = ()
    ) -> tuple[str, ...]:
        """The lines that tell a reviewer the terms of an entry: `term: PCT → 专利合作条约 | PCT`.

        `first use: …` leads where the article introduces the concept; what is only proposed is
        `proposed term: …`.
        """
        lines = {}
        for match in matches:
            concept = match.concept
            forms = list(target_forms(concept, locale))
            if not forms:
                continue
            if concept.id in introduces:
                forms = [f"first use: {first_form(concept, locale)}", *forms]
            kind = "term" if concept.approved else "proposed term"
            lines[concept.id] = f"{kind}: {match.form} → {' | '.join(forms)}"
        return tuple(dict.fromkeys(lines.values()))


def _concept(pattern: Pattern) -> Concept:
    assert isinstance(pattern.owner, Concept)  # noqa: S101 - what _patterns put in
    return pattern.owner


def _read(path: Path, encoding: str | None) -> list[Concept]:
    return tbx.read(path) if path.suffix.lower() in _TBX else csv.read(path, encoding)


def _renamed(found: Sequence[Concept], taken: set[str], stem: str) -> list[Concept]:
    """Tools number their entries `c1`, `c2`: where that is taken, the file's name tells apart."""
    return [
        concept
        if concept.id not in taken
        else Concept(**{**vars(concept), "id": f"{stem}:{concept.id}"})
        for concept in found
    ]


def _empty(path: Path) -> Finding:
    message = "has columns and no row yet: no term of it is enforced"
    return Finding("glossary-empty", Severity.WARNING, message, path=str(path), line=1)


def _must_serve(path: Path, concepts: Sequence[Concept], locales: Sequence[str]) -> None:
    tags = {tag for concept in concepts for tag in concept.forms}
    if locales and not any(column(locale, tags) for locale in locales):
        raise GlossaryError(
            f"has no term in {', '.join(locales)}; it has {', '.join(sorted(tags))}", where=path
        )
