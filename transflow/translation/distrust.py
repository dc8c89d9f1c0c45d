"""Every draft is examined before it is accepted: fluent text that is wrong is the worst kind.

Each rule looks for one way in which models fail, and its docstring says what it must let be.
Numbers a rule needs are data a pair (`_LENGTH`).
"""

import re
from collections.abc import Callable, Collection

from transflow.chinese import is_traditional, simplified
from transflow.counting import counted
from transflow.glossary import gazetteer
from transflow.quantities import COMMAND, PERCENT, compare, lost_duration, unmatched, unsigned
from transflow.quantities.wordset import token_set
from transflow.translation import (
    brackets,
    dayhours,
    keptnames,
    literals,
    meaning,
    torndates,
)
from transflow.translation.englishwords import (
    any_english,
    any_large,
    copied,
    english_in,
    large_in,
    offices_in,
)
from transflow.translation.loops import TOKEN, inner, runs
from transflow.translation.scripts import other_chinese, scripts
from transflow.translation.suspicion import Suspicion

__all__ = ["UNKNOWN", "Suspicion", "examine"]


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BRACKETED = re.compile(r"[(（\[【《«][^()（）\[\]【】《》«»]{1,60}[)）\]】》»]")
UNKNOWN = re.compile(
    r"<unk>|⁇|\ufffd|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|<0x[0-9A-F]{2}>|<2[a-z]{2}>|</?s>|▁|@@(?:\s|$)|[￭￨]|(?<!\w)[xX]{3,}(?!\w)"
    r"|[\u2190-\u23ff\u2500-\u2bff\U0001F000-\U0001FAFF]"
)
_ODD = re.compile(
    r"[<⁇▁@￭￨\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2190-\u23ff\u2500-\u2bff\U0001F000-\U0001FAFFxX]"
    "(?:(?<![xX])|[xX]{2})"
)
"""What each of those has in it: looking for letters of one set is a tenth of their price."""
_SENTENCE = re.compile(
    r"[.!?。！？؟](?:(?<=[^\W_]{3}[.!?])[.!?]*|(?<=[。！？؟])[。！？؟]*)[\"'”’»)\u00a0\u202f]*(?=\s|$|[\u4e00-\u9fff])"
)
"""An end mark after a word of three letters: `Mr.` and initials end nothing. The mark is first, so that only marks are tried."""
_NOISE = re.compile(r"[♪♫_\-.…—–•*~=\s]+")

_LENGTH = {"zh": (0.12, 0.85), "ja": (0.15, 1.1), "ko": (0.2, 1.2), "ar": (0.4, 1.9)}
"""Letters of target a letter of English source: what 99.9% of a million sentences keep to."""
_LENGTH_ELSE = (0.45, 2.3)
_LATIN_WORD = re.compile(r"(?<![\w@./-])[a-z]{4,}(?![\w@/-]|\.\w)")


def examine(
    source: str,
    draft: str,
    source_locale: str,
    locale: str,
    answered: Callable[[], Collection[str]] = tuple,
) -> tuple[Suspicion, ...]:
    """What is suspicious about a draft; empty for nothing.

    Args:
        source: The plain sentence.
        draft: Its plain draft.
        source_locale: BCP 47 tag of the source.
        locale: BCP 47 tag of the draft.
        answered: Asked for the parts of the source that the glossary answers for, when a name is not in the draft.
    """
    if not draft.strip():
        return (Suspicion("lost-text", "nothing came back", 9.0),)
    other = _variant(source, draft, source_locale, locale)
    if is_traditional(locale):
        draft = simplified(draft)  # as the lists are
    found = [
        _names(source, draft, source_locale, locale, answered)
        if rule is _names
        else rule(source, draft, source_locale, locale)
        for rule in _RULES
    ]
    found.append(other)
    return tuple(suspicion for suspicion in found if suspicion)


def _noise(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A draft without a letter for a source with words; a source of literals may have none."""
    if any(letter.isalpha() for letter in draft) or literals.is_literal(source):
        return None
    words = _WORD.findall(source)
    empty = _NOISE.fullmatch(draft) or not any(map(str.isdigit, source))
    if words and (empty or sum(word.islower() and len(word) > 1 for word in words) > 1):
        return Suspicion("lost-text", f"no word came back: {draft[:20]!r}", 9.0)
    return None


def _loop(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A group of words three times running, or side by side twice, more than in the source.

    "No, no, no." is the source's own; a word that ends a clause and begins the next is no loop,
    nor are two words of one letter each that Chinese likes to double.
    """
    worst = runs(draft)
    if worst.times > 1:
        least = runs(source)
        if worst.times >= 3 and worst.times > least.times:
            times = worst.times
            return Suspicion("loop", f"{worst.group!r} {times} times running", 3.0 + times)
        if worst.twice and not least.twice:
            return Suspicion("loop", f"{worst.twice!r} twice running", 2.0)
    letters = inner(draft)
    if letters and not inner(source):
        return Suspicion("loop", f"{letters!r} over and over", 8.0)
    return None


def _length(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Far longer or shorter than drafts of the pair are; short sources get a wide margin."""
    language = locale.partition("-")[0]
    low, high = _LENGTH.get(language, _LENGTH_ELSE)
    if not source.isascii() and _CJK.search(source):
        low, high = low * 2, high * 4 + 4
    size = len(source)
    if len(draft) > high * size + 24:
        return Suspicion("length", f"{counted(len(draft), 'letter')} for {size}", 4.0)
    if size > 40 and len(draft) < low * size - 2:
        return Suspicion("length", f"only {counted(len(draft), 'letter')} for {size}", 3.0)
    return None


def _echo(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """The source itself, three words or more of it that are no names or literals."""
    if source_locale.partition("-")[0] == locale.partition("-")[0]:
        return None
    words = {word for word in _WORD.findall(source) if word.islower() and len(word) > 1}
    small, least = draft.lower(), 0.7 * len(words)
    if len(words) < 2:
        return None
    over = len(words) - least
    for word in words:
        over -= word not in small
        if over < 0:
            return None
    if len(words.intersection(_WORD.findall(small))) < least:
        return None
    if len(set(_WORD.findall(source.lower()))) >= 3 and not literals.is_literal(source):
        return Suspicion("echo", "the source came back", 5.0)
    return None


def _script(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Letters of a script the language is not written in; the source's own may be.

    A draft without any letter of the language's own script is let be where the source is names.
    """
    own, others = scripts(locale)
    strange = [letter for letter in others.findall(draft) if letter not in source]
    if strange:
        weight = 4.0 if len(strange) > 0.1 * len(draft) else 2.0
        return Suspicion("script", f"{''.join(strange[:8])} is of another script", weight)
    if own is None or len(draft) < 4 or own.search(draft):
        return None
    if any(word.islower() and len(word) > 3 for word in _WORD.findall(source)):
        return Suspicion("script", "not in the script of the language", 5.0)
    return None


def _left(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """An English word in a draft that should have none: left, or made up.

    In other letters any small Latin word counts, save in brackets (a name in its own letters);
    in Latin ones those that only English has, unless they are quoted or the source is foreign to
    itself. With a capital it may be a name: the source's own words are let be. Addresses, code and files are literals, and no part of this.
    """
    language = locale.partition("-")[0]
    if source_locale.partition("-")[0] != "en" or language == "en":
        return None
    if language in _NEAR and not any_english(token_set(draft)):
        return None
    bare = _BRACKETED.sub(" ", draft)
    if scripts(locale)[0] is not None:
        words = [word for word in _LATIN_WORD.findall(bare) if word not in _LOANED]
        words += offices_in(_QUOTED.sub(" ", bare), source)
    elif language in _NEAR:
        unnamed = _NAMED.sub(" ", bare)
        words = english_in(unnamed)
        if language in _NEAREST:
            words += [word for word in copied(unnamed, source) if word not in words]
    else:
        words = []
    words += large_in(_QUOTED.sub(" ", bare), source) if any_large(bare) else []
    if words:
        coded = {word for one in COMMAND.finditer(draft) for word in _WORD.findall(one[0])}
        words = [word for word in words if word not in coded]
    if words:
        return Suspicion("untranslated", f"{', '.join(words[:4])} left in English", 1.5)
    return None


_NEAR = frozenset({"fr", "es", "pt", "it"})
_NEAREST = frozenset({"fr", "es"})
_QUOTED = re.compile(r"[“\"«‘][^”\"»’]*[”\"»’]")
_NAMED = re.compile(r"[“\"«‘][^”\"»’]*[”\"»’]|(?:[A-Z]\w+[ -](?:[a-z]+[ -]){0,2}){1,4}[A-Z]\w+")
"""Quotations and names of several words, which may be English."""
_LOANED = frozenset(
    {"email", "online", "blog", "wiki", "http", "https", "html", "vivo", "vitro", "situ"}
)


def _invented(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A word or two in brackets (stage directions), or tags, out of nowhere.

    Names in their own letters, acronyms and whole clauses in brackets are translators' habit.
    """
    if not _SETTING_OFF.search(source):
        for match in _BRACKETED.finditer(draft):
            inner = match[0][1:-1].strip()
            congo = inner in {"金", "布"} and draft[: match.start()].endswith("刚果")
            if congo or match[0][0] in "《«" or inner.lower() in source.lower():
                continue
            words = TOKEN.findall(inner)
            if len(words) <= (3 if _CJK.search(inner) else 2) and not inner.isupper():
                return Suspicion("invented", f"{match[0]!r} has no counterpart", 3.0)
    addressed = any(mark in draft for mark in _IN_ADDRESSES) and _ADDRESS.search(draft)
    if addressed and not _ADDRESS.search(source):
        return Suspicion("invented", "an address or placeholder out of nowhere", 4.0)
    if _to.partition("-")[0] in _NEAR and _QUOTES.search(draft) and not _QUOTING.search(source):
        return Suspicion("invented", "quotation marks out of nowhere", 1.5)
    if ("<" in draft or ">" in draft) and not re.search(r"[<>&]", source):
        return Suspicion("invented", "angle brackets out of nowhere", 4.0)
    if "**" in draft and "*" not in source:
        return Suspicion("invented", "asterisks out of nowhere", 4.0)
    return None


_SETTING_OFF = re.compile(r"[(\[（【«《\"“‘'„—–]")
_ADDRESS = re.compile(r"://|www\.|\w@\w|%\d+\$[sd]|%\(\w+\)[sd]|\{\w+\}|(?<![\w%])%[sd](?!\w)")
_IN_ADDRESSES = ("://", "www.", "@", "%", "{")
_QUOTES = re.compile(r"[“\"«„]")
_QUOTING = re.compile(r"[“”\"«»„‘’'–—-]")


def _brackets(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A bracket that nothing closes, or that nothing opened; `a)` of the source is its own.

    And the words of the source's brackets gone with them: they may stand between commas or dashes.
    """
    bracketed = "(" in source or "（" in source or "[" in source
    if bracketed and _ASIDE.search(source) and not _SET_OFF.search(draft):
        return Suspicion("lost-text", "what stood in brackets is gone", 1.0)
    if brackets.unmatched(draft) and not brackets.unmatched(source):
        return Suspicion("brackets", "a bracket stands alone", 1.0)
    return None


_ASIDE = re.compile(
    r"[(（\[](?=[^()（）\[\]]{12})[^()（）\[\]]*[^\W_]\s+[^\W_][^()（）\[\]]*[)）\]]"
)
_SET_OFF = re.compile(r"[(（\[—–,،，、]")


def _unknown(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """Marks of the model's own: unknown words, bytes, language tokens, pictures; the source's are its."""
    match = UNKNOWN.search(draft) if _ODD.search(draft) else None
    if match and match[0] not in source:
        return Suspicion("unknown", f"{match[0]!r} is no text", 4.0)
    return None


def _sentences(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """A sentence of the source lost, and with it length, or sentences invented."""
    usual = 0.22 if locale.partition("-")[0] in _LENGTH and locale != "ar" else 0.75
    short, long = len(draft) < usual * len(source), len(draft) > len(source)
    if not short and (not long or sum(map(draft.count, _ENDS)) < _MANY):
        return None
    wanted, given = len(_SENTENCE.findall(source)), len(_SENTENCE.findall(draft))
    if wanted >= 2 and given < wanted and short:
        return Suspicion("lost-text", f"{counted(given, 'sentence')} for {wanted}", 1.0)
    if given > wanted + 2 and long:
        return Suspicion("invented", f"{counted(given, 'sentence')} for {wanted}", 2.0)
    return None


_ENDS = ".!?。！？؟"
_MANY = 3
"""The least ends of sentences that are two more than none."""


def _names(
    source: str,
    draft: str,
    _from: str,
    locale: str,
    answered: Callable[[], Collection[str]] = tuple,
) -> Suspicion | None:
    """A name with figures or capitals inside that is gone, or a place: COVID-19, XtalPi, Annex II.

    One whose figures are there may be in the letters of the language (КОВИД-19, G20 as
    20国集团), CO₂ may have its figure below, and a Roman numeral may be a number or a word.
    """
    lost = keptnames.lost(source, draft, locale)
    if _from.partition("-")[0] == "en":
        lost += gazetteer.lost(source, draft, locale)
    if lost:
        parts = answered()
        lost = [name for name in lost if not any(name in part for part in parts)]
    return Suspicion("literal", f"lacks {', '.join(lost)}", 1.0 * len(lost)) if lost else None


def _mangled(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """A name gone wrong; see keptnames.py for what is none."""
    words = keptnames.mangled(source, draft, locale)
    return Suspicion("name", f"{', '.join(words[:4])} is no name", 1.5) if words else None


def _numbers(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A number or month lost, or one out of nowhere: the checks' own rule, words for numbers count."""
    result = compare(source, draft, source_locale, locale)
    if not result.missing and not result.extra:
        return None
    parts = []
    if result.missing:
        parts.append("lacks " + ", ".join(number.text for number in result.missing))
    if result.extra:
        parts.append("invents " + ", ".join(number.text for number in result.extra))
    dates = all(number.month for number in (*result.missing, *result.extra))
    kind = "date" if dates else "number"
    return Suspicion(kind, "; ".join(parts), 2.0 * (len(result.missing) + len(result.extra)))


def _percent(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """The sign of a percentage gone in sign and word alike, `8% more` is not `8 more`, or that of one of two."""
    match = _SHARE.search(source) if "%" in source else None
    lost = [match[0]] if match and not PERCENT.search(draft) else []
    lost = lost or unsigned(source, draft, source_locale, locale)
    return Suspicion("literal", f"lacks the sign of {', '.join(lost)}", 1.0) if lost else None


_SHARE = re.compile(r"\d[\d.,]*[ \u00a0\u202f]?%(?!\w)")


def _weekdays(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A day of the week, a noon, a length of time that is gone, or another one in its place."""
    lost, strange = unmatched(source, draft, source_locale, locale)
    gone = [day.text for day in lost]
    if source_locale.partition("-")[0] == "en":
        gone += [*dayhours.lost(source, draft, locale), *torndates.torn(source, draft, locale)]
        gone += filter(None, [lost_duration(source, draft, locale.partition("-")[0])])
    if not gone:
        return Suspicion("date", f"invents {strange[0].text}", 1.5) if strange else None
    instead = f", has {strange[0].text}" if lost and strange else ""
    return Suspicion("date", f"lacks {', '.join(gone)}{instead}", 1.5)


def _variant(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Simplified letters in traditional Chinese, or the reverse; one may be rare and shared, two are not."""
    strange = other_chinese(source, draft, locale)
    if len(strange) >= _FEW:
        return Suspicion("variant", f"{strange[:8]} is of the other script", 4.0)
    return None


_FEW = 2


_RULES: tuple[Callable[[str, str, str, str], Suspicion | None], ...] = (
    _noise,
    _loop,
    _length,
    _echo,
    _script,
    _left,
    _invented,
    _brackets,
    _unknown,
    _sentences,
    _numbers,
    _names,
    _mangled,
    _weekdays,
    _percent,
    *meaning.RULES,
)
