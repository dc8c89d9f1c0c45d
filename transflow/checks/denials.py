"""What the source limits or forbids and the translation lets go, and what only the translation denies."""

from collections.abc import Callable, Iterator

from transflow.checks.rule import Pair, Rule
from transflow.model import Severity
from transflow.quantities import (
    affirmed,
    denied,
    let_go,
    loosened,
    lost_exception,
    lost_frequency,
    other_frequency,
    overdone,
    overturned,
    owed,
    turned,
    turned_trend,
    turned_word,
    unrefused,
    unsaid,
)

__all__ = ["RULES"]


Question = Callable[[str, str, str], str]
"""(English source, translation, language of the translation) -> what is wrong; empty for nothing."""


def _asked(*questions: tuple[Question, str]) -> Callable[[Pair], Iterator[str]]:
    """A check that puts questions to pairs from English, and says of each answer what it means."""

    def found(pair: Pair) -> Iterator[str]:
        if pair.context.source_language != "en":
            return
        for question, meaning in questions:
            if answer := question(pair.left.plain, pair.right.plain, pair.context.language):
                yield f"“{answer}” {meaning}"

    return found


def _lost(source: str, target: str, language: str) -> str:
    """A negation that nothing says; what another rule tells as an error is not told again."""
    negation = unsaid(source, target, language)
    if negation and (let_go(source, target, language) or affirmed(source, target, language)):
        return ""
    return negation or unrefused(source, target, language)


def _invented(source: str, target: str, language: str) -> str:
    """A negation of the translation alone; what is told as an opposite is not told again."""
    found = denied(source, target, language)
    return "" if found and overturned(source, target, language) else found


_TURNED = "has become its opposite, or nothing says it"
_UNSAID = "is in the source; nothing here says it"


RULES = (
    Rule(
        "limits",
        Severity.ERROR,
        "A limit of the source (not more than 150 words, at least two) has become its opposite, or what need not be "
        "must not.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any refusal, and any word of such a "
        "limit (au plus, до, 以内), will do; of several limits each is judged by the clause that has its number, where it must be said.",
        _asked((turned, _TURNED), (overdone, "has become a prohibition")),
    ),
    Rule(
        "prohibitions",
        Severity.ERROR,
        "What the source forbids (do not send, must not, may not use, is not allowed) nothing in the translation refuses, or it says that it may not happen (puede no usar, 可能不, قد لا); what must be done became what may be.",
        "From English into Arabic, Chinese, French, Russian and Spanish. A word for `not` anywhere, or a verb that "
        "refuses (éviter, запретить, 避免), will do; `do not forget` and the like, which are said without, are let be. `May not` is judged before what one does on purpose (sell, copy, accept), `must` where the source has no may or if.",
        _asked(
            (let_go, "is forbidden in the source; nothing here refuses it"),
            (loosened, "binds in the source; here one is free"),
        ),
    ),
    Rule(
        "lost-negation",
        Severity.WARNING,
        "The source says not (is not, cannot, never, failed to, neither … nor, no longer, hardly), the translation nowhere, or "
        "fewer times.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any word of refusal or lack will do (sans, "
        "refuser, 缺); `not only`, `not until`, `isn't it` and what prohibitions tells are left out. A free rendering "
        "(they are rare for they are not common) is accepted by the reviewer.",
        _asked((_lost, "is in the source; nothing here says not")),
    ),
    Rule(
        "exceptions",
        Severity.ERROR,
        "What the source excepts (except, unless, excluding, without) nothing in the translation excepts.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Any word that excepts, refuses or says a lack will do "
        "(sauf, gratuit, 断); `not … without`, said as a yes, is left out.",
        _asked((lost_exception, "is in the source; nothing here excepts or refuses")),
    ),
    Rule(
        "trends",
        Severity.ERROR,
        "A rise beside a number became a fall, or the reverse; more or less behind a percentage is lost.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Only plain words (rose, fell, increase, drop), and only "
        "where neither text has words of both kinds.",
        _asked((turned_trend, _TURNED)),
    ),
    Rule(
        "invented-negation",
        Severity.WARNING,
        "The translation denies what the source says.",
        "From English into Arabic, Chinese, French, Russian and Spanish. Judged only where the source has no word that "
        "may be put with a negation (without, only, until, fail, un-, than); ne … que, не только, 不断 and their like are "
        "none. A free rendering (she is patient, elle ne se presse pas) is accepted by the reviewer.",
        _asked((_invented, "denies what the source says; nothing there does")),
    ),
    Rule(
        "lost-words",
        Severity.WARNING,
        "What the source says in plain words (at least, over 28,000, up to 40%, up to £150, twice a day, rarely, well below 95%, born after 1970, under six, twice as many, voted against, unaccompanied, per hour, percentage points, other than, on or after, apply by 1 March, revoked, lapsed, upheld, unanimous, working days, down 5%, all but two, women, hardly ever, only members, free of charge, fall for the first time, not for children, over 65, for over a week, few or no) "
        "the translation says nowhere.",
        "From English into Arabic, Chinese, French, Russian and Spanish. A closed list; any word that says it in some form will do "
        "(minimum, 以上, до). A free rendering is accepted by the reviewer.",
        _asked((owed, _UNSAID), (lost_frequency, _UNSAID)),
    ),
    Rule(
        "opposites",
        Severity.ERROR,
        "A word became its opposite: not accepted as accepted, extended as not extended; before and after a date or hour, more and less than a number, import and export, approved and rejected, "
        "north and south, women and men, urban and rural, last and next year, beginning and end, open and closed, left and right, noon and midnight, never as always, within 14 days as after, 60 days after as before, until as from, at least once as at most, from 1 April as until, must not as need not, before the court as earlier than it, thousand as million, nobody but as nobody, revoked as granted, lapsed as in force, upheld as annulled, twice as half, not less than as less, pay nothing as pay only, compulsory as optional, rarely as often, not before ten as before, no later than four weeks before as no earlier, even if as unless, only for as except for, all but six as only six, does not as does only, not until as if, points short as above, lower than one but higher than another as higher and lower, per litre as per millilitre, fell by as fell to, up to an amount as at least, larger than a number as less, denied as confirmed, refused as not refused, unrelated as related, after a year or a day as before it, below a number as above it, fewer than one as at least, within 72 hours as after them, under an age as over it, up to ten as ten and more, not before Monday as by Monday, only members as all but them, dismissed as allowed, upstream as downstream, except as even, 1.5 m above as below, included as excluded, prices that fall as rising, must not as is not forbidden, must not be higher as must be, for five years as for years, a day as a month, do not as do not forget, no further as another, nor do we as and we do, the parties to a licence or a suit; or how often (twice a day, every eight hours) is another frequency.",
        "From English into Arabic, Chinese, French, Russian and Spanish. A closed list; only where the source has one of the two and the "
        "translation the other alone. What is refused in the source by another word may be said as an acceptance. Denials are judged for "
        "some forty words (accept, protect, extend, valid), each beside its own “not”. Frequencies are compared as events in a time: twice a day is every twelve hours.",
        _asked(
            (turned_word, "has become its opposite"),
            (other_frequency, "has become another frequency"),
        ),
    ),
)
