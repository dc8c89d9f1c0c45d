"""Entries that only other entries show to be wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, State

__all__ = ["RULES"]

_PERSONS = frozenset({State.EDITED, State.TRANSLATED, State.APPROVED})
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"a", "an", "the"})
_LEAST_WORDS = 3


def _place(pair: Pair) -> str:
    place = (
        f"{pair.context.path}:{pair.entry.line}" if pair.context.path else f"line {pair.entry.line}"
    )
    return f"{place} says “{_short(pair.target)}”"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Entries of the same sentence and context that are not translated alike."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.entry.state not in {State.CHANGED, State.UNCONFIRMED}:
            key = (pair.entry.msgctxt, " ".join(pair.source.split()))
            groups.setdefault(key, []).append(pair)
    for group in groups.values():
        if len(group) > 1 and len({" ".join(pair.target.split()) for pair in group}) > 1:
            yield group


def _inconsistent(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair, str]]:
    for group in _groups(pairs):
        people = [pair for pair in group if pair.entry.state in _PERSONS]
        if len({pair.target for pair in people}) < 2:
            continue
        usual = Counter(pair.target for pair in people).most_common(1)[0][0]
        for pair in people:
            if pair.target != usual:
                other = _nearest(pair, [each for each in people if each.target == usual])
                yield (
                    pair,
                    other,
                    f"the same source is translated otherwise elsewhere: {_place(other)}",
                )


def _one_of_several(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair, str]]:
    for group in _groups(pairs):
        people = [pair for pair in group if pair.entry.state in _PERSONS]
        drafts = [pair for pair in group if pair.entry.state is State.DRAFT]
        for pair in drafts:
            others = [each for each in people if each.target != pair.target]
            if others and not any(each.target == pair.target for each in people):
                other = _nearest(pair, others)
                yield (
                    pair,
                    other,
                    f"the same sentence was edited elsewhere, here it is still a draft: {_place(other)}",
                )


def _nearest(pair: Pair, others: Sequence[Pair]) -> Pair:
    return next((o for o in others if o.context.path == pair.context.path), others[0])


def _same_translation(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair, str]]:
    groups: dict[str, dict[tuple[str, ...], Pair]] = {}
    for pair in pairs:
        if len(pair.source.split()) >= _LEAST_WORDS and pair.entry.state is not State.UNCONFIRMED:
            groups.setdefault(" ".join(pair.target.split()), {}).setdefault(
                _gist(pair.source), pair
            )
    for group in groups.values():
        first, *rest = group.values()
        for pair in rest:
            other = next(
                (
                    o
                    for o in (first, *rest)
                    if o is not pair and o.context.path == pair.context.path
                ),
                first,
            )
            yield (
                pair,
                other,
                (
                    f"another sentence has this translation too: “{_short(other.source)}” at "
                    f"{other.context.path}:{other.entry.line}"
                ),
            )


def _gist(text: str) -> tuple[str, ...]:
    """Words without articles and plural endings: what other languages may well say alike."""
    words = (word.lower() for word in _WORD.findall(text))
    return tuple(word.removesuffix("s") for word in words if word not in _ARTICLES)


RULES = (
    Rule(
        "inconsistent",
        Severity.WARNING,
        "One sentence, two translations by people.",
        "Drafts do not count, and entries that an author told apart by a context do not either. Where two "
        "renderings are right in their places, accept the finding, or give one entry a context.",
        check_all=_inconsistent,
    ),
    Rule(
        "one-of-several",
        Severity.WARNING,
        "A sentence was edited in one place and is still the old draft in another.",
        "Only untouched drafts are told, and only where no person's text agrees with them.",
        check_all=_one_of_several,
    ),
    Rule(
        "same-translation",
        Severity.WARNING,
        "Two different sentences, one translation.",
        "Sentences that differ only in articles, plural endings, capitals or punctuation are taken as one; "
        "texts below three words are not looked at. Of two sentences of one meaning one finding is accepted.",
        check_all=_same_translation,
    ),
)
