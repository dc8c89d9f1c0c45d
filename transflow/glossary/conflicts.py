"""Rows that say the same thing twice, and rows that cannot both be right."""

from collections import defaultdict
from collections.abc import Sequence

from transflow.errors import GlossaryError
from transflow.glossary.concept import Concept
from transflow.glossary.locales import column
from transflow.glossary.matcher import fold
from transflow.model import Finding, Severity

__all__ = ["clashes", "without_conflicts"]

_MOST = 20
"""Contradictions that are named beside the first."""


def without_conflicts(
    concepts: Sequence[Concept], source: str = ""
) -> tuple[list[Concept], list[Finding]]:
    """Drop repeated rows.

    Args:
        concepts: Of all files, in order.
        source: Source language; the first language of each concept where empty.

    Returns:
        The concepts that stay, and a warning for each row dropped.

    Raises:
        GlossaryError: Two rows with one id in different files, or the same source term in the
            same sense with different targets; both lines are named.
    """
    kept, warnings, faults = _judged(concepts, source)
    if faults:
        (first, message), *more = faults
        rest = "".join(f"\n{concept.where}: {text}" for concept, text in more[:_MOST])
        if len(more) > _MOST:
            rest += f"\nand {len(more) - _MOST} more"
        raise GlossaryError(message + rest, where=first.where)
    return kept, warnings


def clashes(concepts: Sequence[Concept]) -> list[tuple[Concept, str]]:
    """The rows that contradict an earlier one, by the first language of each, and how."""
    return _judged(concepts, "")[2]


def _judged(
    concepts: Sequence[Concept], source: str
) -> tuple[list[Concept], list[Finding], list[tuple[Concept, str]]]:
    """The concepts that stay, warnings, and contradictions."""
    by_term: dict[tuple[object, ...], list[Concept]] = defaultdict(list)
    by_id: dict[str, Concept] = {}
    kept: list[Concept] = []
    warnings: list[Finding] = []
    faults: list[tuple[Concept, str]] = []
    for concept in concepts:
        keys = _keys(concept, source)
        alike = [other for key in keys for other in by_term.get(key, ())]
        others = {id(other): other for other in alike}.values() if alike else ()
        twin = next((other for other in others if _same(other, concept)), None)
        if twin is not None:
            warnings.append(_warning(concept, twin))
            continue
        if concept.id in by_id:
            faults.append(
                (concept, f"the id {concept.id!r} is already that of {by_id[concept.id].where}")
            )
        by_id.setdefault(concept.id, concept)
        clashes = [clash for other in others if (clash := _clash(other, concept, source))]
        if clashes and _is_table(concept) and all(map(_is_table, others)):
            faults += [(concept, clash) for clash in clashes]
        else:
            warnings += [_homograph(concept, clash) for clash in clashes]
        kept.append(concept)
        for key in keys:
            by_term[key].append(concept)
    return kept, warnings, faults


def _keys(concept: Concept, source: str) -> set[tuple[object, ...]]:
    name = column(source, concept.forms) if source else next(iter(concept.forms))
    return {
        (fold(form.text), concept.pos, concept.near, concept.unless, concept.approved)
        for form in concept.forms.get(name or "", ())
        if form.status.allowed
    }


def _same(left: Concept, right: Concept) -> bool:
    return dict(left.forms) == dict(right.forms) and (left.case, left.inflect, left.dnt) == (
        right.case,
        right.inflect,
        right.dnt,
    )


def _warning(concept: Concept, twin: Concept) -> Finding:
    path, _, line = concept.where.rpartition(":")
    return Finding(
        "glossary-duplicate",
        Severity.WARNING,
        f"{concept.id!r} repeats {twin.id!r} ({twin.where}) and is left out",
        path=path,
        line=int(line or 0),
    )


def _is_table(concept: Concept) -> bool:
    """Term bases hold homographs by design, one entry a meaning; in a table they are mistakes."""
    return not concept.where.rpartition(":")[0].lower().endswith((".tbx", ".xml"))


def _homograph(concept: Concept, clash: str) -> Finding:
    path, _, line = concept.where.rpartition(":")
    message = f"{concept.id!r}: {clash}; any of them counts"
    return Finding("glossary-homograph", Severity.WARNING, message, path=path, line=int(line or 0))


def _clash(left: Concept, right: Concept, source: str) -> str:
    """What is wrong with two concepts of one source term; empty where they get along."""
    name = column(source, left.forms) if source else next(iter(left.forms))
    terms = {fold(text) for text in left.allowed(name or "")}
    term = next((text for text in right.allowed(name or "") if fold(text) in terms), "")
    if not term:
        return ""
    for locale in left.forms:
        mine, yours = set(left.allowed(locale)), set(right.allowed(locale))
        if locale != name and mine and yours and not mine & yours:
            return (
                f"column {locale}: {term!r} is {min(yours)!r} here and {min(mine)!r} in {left.where}; "
                "give them different pos or near: words, or make it one row"
            )
    return ""
