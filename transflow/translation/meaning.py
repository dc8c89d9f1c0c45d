"""What a draft says that its source does not: the opposite, another number in words, a unit out of nowhere, one thing twice.

The rules are those of the checks, so that what a reviewer would be told of a translation sends a draft back to the
decoder first. All judge drafts from English; see transflow/quantities for what each lets be.
"""

from collections.abc import Callable, Iterator
from functools import partial

from transflow.glossary.located import located
from transflow.quantities import (
    TURNED_ROUND,
    clash,
    denied,
    displaced,
    exchanged,
    invented_unit,
    let_go,
    loosened,
    lost_exception,
    lost_frequency,
    lost_millions,
    lost_number,
    misspelled,
    other_frequency,
    other_share,
    overdone,
    owed,
    rescaled,
    said_twice,
    turned,
    turned_trend,
    turned_word,
    unrefused,
    unsaid,
)
from transflow.quantities.calls import COUNTING, DENYING
from transflow.quantities.wordset import word_set
from transflow.translation.suspicion import Suspicion

__all__ = ["RULES"]


def _negation(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A limit or prohibition turned round, a "not" or "except" that is nowhere in the draft, or one that is only there."""
    if source_locale.partition("-")[0] != "en":
        return None
    language = locale.partition("-")[0]
    if not DENYING.isdisjoint(word_set(source)) and (let := _let_go(source, draft, language)):
        return let
    if found := denied(source, draft, language):
        return Suspicion("negation", f"the draft denies what the source says: {found!r}", 1.0)
    return None


def _let_go(source: str, draft: str, language: str) -> Suspicion | None:
    """The same of what the source limits, denies or excepts."""
    if limit := (
        turned(source, draft, language)
        or overdone(source, draft, language)
        or loosened(source, draft, language)
    ):
        return Suspicion("negation", f"{TURNED_ROUND}{limit!r} became its opposite", 2.0)
    if forbidden := let_go(source, draft, language):
        return Suspicion("negation", f"{TURNED_ROUND}{forbidden!r} is refused nowhere", 2.0)
    if excepted := lost_exception(source, draft, language):
        return Suspicion("negation", f"{TURNED_ROUND}{excepted!r} is said nowhere", 2.0)
    if refused := unsaid(source, draft, language) or unrefused(source, draft, language):
        return Suspicion("negation", f"{TURNED_ROUND}{refused!r} is said nowhere", 1.0)
    return None


def _meaning(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A rise that fell, numbers that changed places, before as after, twelve as eighteen."""
    if source_locale.partition("-")[0] != "en":
        return None
    language = locale.partition("-")[0]
    if word := turned_trend(source, draft, language) or turned_word(source, draft, language):
        return Suspicion("meaning", f"the draft says the opposite of {word!r}", 2.0)
    if places := next(_moved(source, draft, source_locale, locale), ""):
        return Suspicion("meaning", places.partition(";")[0], 2.0)
    counting = not COUNTING.isdisjoint(word_set(source))
    if counting and (other := _other_count(source, draft, language)):
        return other
    lacking = (
        (counting and _lost_count(source, draft, language))
        or owed(source, draft, language)
        or (counting and lost_frequency(source, draft, language))
    )
    return Suspicion("lost-text", f"lacks {lacking!r}", 1.5) if lacking else None


def _other_count(source: str, draft: str, language: str) -> Suspicion | None:
    """A number in words, a share or a frequency that became another one."""
    word, instead = misspelled(source, draft, language)
    if not word:
        word, instead = rescaled(source, draft, language)
    if word or (word := other_share(source, draft, language)):
        return Suspicion("meaning", f"{word!r} became {instead or 'another share'}", 2.0)
    if word := other_frequency(source, draft, language):
        return Suspicion("meaning", f"{word!r} became another frequency", 2.0)
    return None


def _lost_count(source: str, draft: str, language: str) -> str:
    return lost_number(source, draft, language) or lost_millions(source, draft, language)


def _moved(source: str, draft: str, source_locale: str, locale: str) -> Iterator[str]:
    yield from exchanged(source, draft, source_locale, locale)
    where = partial(located, source, draft, locale)
    yield from displaced(source, draft, source_locale, locale, where)


def _unit(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """Years, inhabitants, times or money behind a number that has none of them in the source."""
    if source_locale.partition("-")[0] != "en":
        return None
    found = invented_unit(source, draft, locale.partition("-")[0])
    return (
        Suspicion("invented", f"{found!r} is counted by what the source has not", 1.5)
        if found
        else None
    )


def _wording(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """A list, a name or a percent sign said twice, or small words that never stand side by side (les ne, de el)."""
    language = locale.partition("-")[0]
    if twice := said_twice(source, draft, language):
        return Suspicion("loop", f"{twice!r} says one thing twice", 2.0)
    found = clash(draft, language)
    return (
        Suspicion("grammar", f"{found!r} is no sequence of words in the language", 0.5)
        if found
        else None
    )


RULES: tuple[Callable[[str, str, str, str], Suspicion | None], ...] = (
    _meaning,
    _unit,
    _negation,
    _wording,
)
"""Each is given source, draft and their locales."""
