"""Entries that only other entries show to be wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity, State

__all__ = ["RULES"]

_PERSONS = frozenset({State.EDITED, State.TRANSLATED, State.APPROVED})
_UNSURE = frozenset({State.CHANGED, State.UNCONFIRMED})
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
        if pair.entry.state not in _UNSURE:
            groups.setdefault((pair.entry.msgctxt, pair.source), []).append(pair)
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
    by_target: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.entry.state is not State.UNCONFIRMED:
            by_target.setdefault(pair.target, []).append(pair)
    for group in by_target.values():
        if len(group) < 2:
            continue
        distinct: dict[tuple[str, ...], Pair] = {}
        for pair in group:
            if len(pair.source.split()) >= _LEAST_WORDS:
                distinct.setdefault(_gist(pair.source), pair)
        for pair in list(distinct.values())[1:]:
            other = _nearest(pair, [each for each in distinct.values() if each is not pair])
            where = f"{other.context.path}:{other.entry.line}"
            yield pair, other, f"{where} has this translation too, for “{_short(other.source)}”"


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
