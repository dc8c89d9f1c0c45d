"""What the source limits or forbids, and the translation lets go."""

from collections.abc import Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import let_go, turned

__all__ = ["RULES"]


def _limits(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        limit = turned(pair.left.plain, pair.right.plain, pair.context.language)
        if limit:
            yield f"“{limit}” has become its opposite, or nothing says it"


def _prohibitions(pair: Pair) -> Iterator[str]:
    if pair.context.source_language == "en":
        forbidden = let_go(pair.left.plain, pair.right.plain, pair.context.language)
        if forbidden:
            yield f"“{forbidden}” is forbidden in the source; nothing here refuses it"


RULES = (
    Rule(
        "limits",
        Severity.ERROR,
        "A limit of the source (not more than 150 words, at least two) has become its opposite.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any refusal, and any word of such a "
        "limit (au plus, до, 以内), will do; a sentence with limits of both kinds is not judged.",
        _limits,
    ),
    Rule(
        "prohibitions",
        Severity.WARNING,
        "What the source forbids (do not send, must not, is not allowed) nothing in the translation refuses.",
        "From English into Arabic, Chinese, French, Russian and Spanish. A word for `not` anywhere, or a verb that "
        "refuses (éviter, запретить, 避免), will do; `do not forget` and the like, which are said without, are let be.",
        _prohibitions,
    ),
)
