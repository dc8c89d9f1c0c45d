"""The glossary's terms: there, and in a form that is allowed."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity

if TYPE_CHECKING:
    from transflow.glossary import Verdict

__all__ = ["RULES"]


@lru_cache(maxsize=4)
def _verdict(pair: Pair) -> "Verdict | None":
    glossary = pair.context.glossary
    if not glossary:
        return None
    return glossary.check(
        pair.source,
        pair.target,
        pair.context.source_locale,
        pair.context.locale,
        source_spans=pair.left.spans,
        spans=pair.right.spans,
    )


def _missing(pair: Pair, *, names: bool) -> Iterator[str]:
    verdict = _verdict(pair)
    for requirement in verdict.missing if verdict else ():
        if requirement.concept.dnt is names:
            yield f"{requirement.source} is missing; expected {' | '.join(requirement.forms)}"


def _terminology(pair: Pair) -> Iterator[str]:
    return _missing(pair, names=False)


def _names(pair: Pair) -> Iterator[str]:
    return _missing(pair, names=True)


def _forbidden(pair: Pair) -> Iterator[str]:
    verdict = _verdict(pair)
    for refused in verdict.refused if verdict else ():
        found = pair.target[refused.start : refused.end]
        forms = " | ".join(refused.requirement.forms)
        yield (
            f"{found} is {refused.form.status} for {refused.requirement.source}; expected {forms}"
        )


RULES = (
    Rule(
        "terminology",
        Severity.ERROR,
        "An approved term of the source has none of its approved forms in the translation.",
        "Inflected forms count unless the concept says otherwise, one repeated mention may be a pronoun, "
        "proposed concepts are not asked for. Where the source word is not the term, give the concept "
        "`near` or `unless` words in the glossary; a wording that should count is added as an admitted form.",
        _terminology,
    ),
    Rule(
        "forbidden-term",
        Severity.ERROR,
        "A form that the glossary forbids or deprecates for a term of the source.",
        "Looked for only where the source has the term, and not inside a longer allowed form.",
        _forbidden,
    ),
    Rule(
        "names",
        Severity.ERROR,
        "A do-not-translate name of the glossary is not kept as it is.",
        "Letter by letter, case included; a locale's own form of the name goes into the glossary's column.",
        _names,
    ),
)
