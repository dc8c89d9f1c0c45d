"""Every draft is examined before it is accepted: fluent text that is wrong is the worst kind.

Each rule looks for one way in which models fail, and its docstring says what it must let be.
Numbers a rule needs are data a pair (`_LENGTH`).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from transflow.translation import literals, negation, quantities

__all__ = ["Suspicion", "examine"]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason to distrust a draft.

    Attributes:
        kind: Name of the rule, as findings carry it: `suspect-<kind>`.
        detail: What was seen, for the reviewer.
        weight: How bad; a draft without any is taken at once.
    """

    kind: str
    detail: str
    weight: float = 1.0


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BRACKETED = re.compile(r"[(（\[【《«][^()（）\[\]【】《》«»]{1,60}[)）\]】》»]")
_UNKNOWN = re.compile(r"<unk>|⁇|\ufffd|<0x[0-9A-F]{2}>|<2[a-z]{2}>|</?s>|▁")
_SENTENCE = re.compile(
    r"(?:(?<=[^\W_]{3})[.!?]+|[。！？؟]+)[\"'”’»)\u00a0\u202f]*(?=\s|$|[\u4e00-\u9fff])"
)
"""An end mark after a word of three letters: `Mr.` and initials end nothing."""
_DOUBLED = frozenset({"nous", "vous"})
"""Words that stand twice running in good prose: subject and object pronoun."""
_NOISE = re.compile(r"[♪♫_\-.…—–•*~=\s]+")

_LENGTH = {"zh": (0.12, 0.85), "ja": (0.15, 1.1), "ko": (0.2, 1.2), "ar": (0.4, 1.9)}
"""Letters of target a letter of English source: what 99.9% of a million sentences keep to."""
_LENGTH_ELSE = (0.45, 2.3)
_SCRIPTS = {
    "zh": ("CJK",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL", "CJK"),
    "ru": ("CYRILLIC",),
    "uk": ("CYRILLIC",),
    "bg": ("CYRILLIC",),
    "sr-Cyrl": ("CYRILLIC",),
    "ar": ("ARABIC",),
    "fa": ("ARABIC",),
    "ur": ("ARABIC",),
    "he": ("HEBREW",),
    "el": ("GREEK",),
    "hi": ("DEVANAGARI",),
    "th": ("THAI",),
}


def examine(source: str, draft: str, source_locale: str, locale: str) -> tuple[Suspicion, ...]:
    """What is suspicious about a draft; empty for nothing.

    Args:
        source: The plain sentence.
        draft: Its plain draft.
        source_locale: BCP 47 tag of the source.
        locale: BCP 47 tag of the draft.
    """
    if not draft.strip():
        return (Suspicion("lost-text", "nothing came back", 9.0),)
    found = [rule(source, draft, source_locale, locale) for rule in _RULES]
    return tuple(suspicion for suspicion in found if suspicion)


def _noise(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A draft without a letter for a source with words; a source of literals may have none."""
    if any(letter.isalpha() for letter in draft) or literals.is_literal(source):
        return None
    if _WORD.search(source) and (_NOISE.fullmatch(draft) or not any(map(str.isdigit, source))):
        return Suspicion("lost-text", f"no word came back: {draft[:20]!r}", 9.0)
    return None


def _loop(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A group of words three times running, or side by side twice, more than in the source.

    "No, no, no." is the source's own; a word that ends a clause and begins the next is no loop,
    nor are two words of one letter each that Chinese likes to double.
    """
    least = _runs(source)
    worst = _runs(draft)
    if worst.times >= 3 and worst.times > least.times:
        return Suspicion("loop", f"{worst.group!r} {worst.times} times running", 3.0 + worst.times)
    if worst.twice and not least.twice:
        return Suspicion("loop", f"{worst.twice!r} twice running", 2.0)
    inner = _inner(draft)
    if inner and not _inner(source):
        return Suspicion("loop", f"{inner!r} over and over", 8.0)
    return None


def _length(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Far longer or shorter than drafts of the pair are; short sources get a wide margin."""
    language = locale.partition("-")[0]
    low, high = _LENGTH.get(language, _LENGTH_ELSE)
    if _CJK.search(source):
        low, high = low * 2, high * 4 + 4
    size = len(source)
    if len(draft) > high * size + 24:
        return Suspicion("length", f"{len(draft)} letters for {size}", 4.0)
    if size > 40 and len(draft) < low * size - 2:
        return Suspicion("length", f"only {len(draft)} letters for {size}", 3.0)
    return None


def _echo(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """The source itself, three words or more of it that are no names or literals."""
    if source_locale.partition("-")[0] == locale.partition("-")[0]:
        return None
    words = {word for word in _WORD.findall(source) if word.islower() and len(word) > 1}
    if len(words) < 2 or len(set(_WORD.findall(source.lower()))) < 3 or literals.is_literal(source):
        return None
    kept = Counter(word.lower() for word in _WORD.findall(draft))
    same = sum(min(1, kept[word]) for word in words)
    if same >= 0.7 * len(words):
        return Suspicion("echo", "the source came back", 5.0)
    return None


def _script(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Mostly in a script the language is not written in; names and codes may be."""
    wanted = _SCRIPTS.get(locale) or _SCRIPTS.get(locale.partition("-")[0])
    letters = [letter for letter in draft if letter.isalpha()]
    if not letters or len(draft) < 4:
        return None
    if wanted is None:
        foreign = sum(not _is_script(letter, ("LATIN",)) for letter in letters)
        own = sum(not _is_script(letter, ("LATIN",)) for letter in source if letter.isalpha())
        if foreign > own and foreign > 0.1 * len(letters):
            return Suspicion("script", f"{foreign} letters of another script", 4.0)
        return None
    own = sum(_is_script(letter, wanted) for letter in letters)
    latin = sum(letter.isascii() for letter in letters)
    if any(word.islower() and len(word) > 3 for word in _WORD.findall(source)) and own == 0:
        return Suspicion("script", "not in the script of the language", 5.0)
    strange = len(letters) - own - latin
    alien = sum(not _is_script(letter, (*wanted, "LATIN")) for letter in source if letter.isalpha())
    if strange > 0.1 * len(letters) and strange > alien:
        return Suspicion("script", f"{strange} letters of another script", 4.0)
    return None


def _invented(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A word or two in brackets (stage directions), or tags, out of nowhere.

    Names in their own letters, acronyms and whole clauses in brackets are translators' habit.
    """
    if not re.search(r"[(\[（【«《\"“‘'„—–]", source):
        for match in _BRACKETED.finditer(draft):
            inner = match[0][1:-1].strip()
            if match[0][0] in "《«" or inner.lower() in source.lower():
                continue
            words = _TOKEN.findall(inner)
            if len(words) <= (3 if _CJK.search(inner) else 2) and not inner.isupper():
                return Suspicion("invented", f"{match[0]!r} has no counterpart", 3.0)
    if re.search(r"[<>]", draft) and not re.search(r"[<>&]", source):
        return Suspicion("invented", "angle brackets out of nowhere", 4.0)
    return None


def _unknown(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """Marks of the model's own: unknown words, bytes, language tokens."""
    match = _UNKNOWN.search(draft)
    if match and match[0] not in source:
        return Suspicion("unknown", f"{match[0]!r} is no text", 4.0)
    return None


def _sentences(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """A sentence of the source lost, and with it length, or sentences invented."""
    wanted, given = len(_SENTENCE.findall(source)), len(_SENTENCE.findall(draft))
    usual = 0.22 if locale.partition("-")[0] in _LENGTH and locale != "ar" else 0.75
    if wanted >= 2 and given < wanted and len(draft) < usual * len(source):
        return Suspicion("lost-text", f"{given} sentences for {wanted}", 1.0)
    if given > wanted + 2 and len(draft) > len(source):
        return Suspicion("invented", f"{given} sentences for {wanted}", 2.0)
    return None


def _names(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A name with figures or capitals inside that is gone: COVID-19, XtalPi.

    One whose figures are there may be written in the letters of the language.
    """
    lost = [
        name
        for name in literals.soft(source)
        if name not in draft
        if not any(figures in draft for figures in re.findall(r"\d+", name))
    ]
    return Suspicion("literal", f"lacks {', '.join(lost)}", 1.0 * len(lost)) if lost else None


def _numbers(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A number lost, or one out of nowhere; words for numbers and months count."""
    _, missing, foreign = quantities.compare(source, draft, source_locale, locale)
    if not missing and not foreign:
        return None
    parts = []
    if missing:
        parts.append("lacks " + ", ".join(number.text for number in missing))
    if foreign:
        parts.append("invents " + ", ".join(number.text for number in foreign))
    return Suspicion("number", "; ".join(parts), 2.0 * (len(missing) + len(foreign)))


def _negation(source: str, draft: str, source_locale: str, locale: str) -> Suspicion | None:
    """A "not" that is nowhere in the draft; see negation.py for what may carry it."""
    if source_locale.partition("-")[0] != "en":
        return None
    if negation.lost(source, draft, locale.partition("-")[0]):
        return Suspicion("negation", "the source says not, the draft does not", 1.0)
    return None


def _variant(source: str, draft: str, _from: str, locale: str) -> Suspicion | None:
    """Simplified letters in traditional Chinese, or the reverse; the source's own may be.

    A letter that GB 2312 has and Big 5 lacks is simplified, and the other way round. One may be
    a rare letter both scripts share; two are not.
    """
    if locale not in _OTHER_CHINESE:
        return None
    own, other = _OTHER_CHINESE[locale]
    strange = [
        letter
        for letter in draft
        if "\u4e00" <= letter <= "\u9fff"
        and letter not in source
        and _has(other, letter)
        and not _has(own, letter)
    ]
    if len(strange) >= _FEW:
        return Suspicion("variant", f"{''.join(strange[:8])} is of the other script", 4.0)
    return None


_OTHER_CHINESE = {"zh-Hans": ("gb2312", "big5"), "zh-Hant": ("big5", "gb2312")}
_FEW = 2


def _has(codec: str, letter: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


_RULES: tuple[Callable[[str, str, str, str], Suspicion | None], ...] = (
    _noise,
    _loop,
    _length,
    _echo,
    _script,
    _invented,
    _unknown,
    _sentences,
    _numbers,
    _names,
    _negation,
    _variant,
)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Repetition in a text: the longest run of one group, and a group that stands twice."""

    times: int = 1
    group: str = ""
    twice: str = ""


def _runs(text: str) -> _Runs:
    """Runs of one group of up to twelve words (single letters where a script has no words)."""
    matches = list(_TOKEN.finditer(text.lower()))
    tokens = [match[0] for match in matches]
    count = len(tokens)
    times, group, twice = 1, "", ""
    if len(set(tokens)) == count:
        return _Runs()
    for size in range(1, min(12, count // 2) + 1):
        equal = 0
        for at in range(size, count):
            equal = equal + 1 if tokens[at] == tokens[at - size] else 0
            if equal < size or (size > 1 and len(set(tokens[at - size + 1 : at + 1])) == 1):
                continue
            words = tokens[at - size + 1 : at + 1]
            if not any(map(str.isalpha, words)):
                continue
            whole = equal // size + 1
            if whole > times:
                times, group = whole, " ".join(words)
            gap = text[matches[at - size].end() : matches[at - size + 1].start()]
            if not gap.strip() and _weighs(words):
                twice = " ".join(words)
    return _Runs(times, group, twice)


def _weighs(words: list[str]) -> bool:
    """Whether a group side by side is no figure of speech: `nous nous`, 慢慢, `ha ha`."""
    if _CJK.search(words[0]):
        return len(words) >= 3
    return len("".join(words)) >= 4 and " ".join(words) not in _DOUBLED


def _inner(text: str) -> str:
    """A few letters repeated many times inside words: `pre-pre-pre-pre`, `aaaaaaaa`."""
    match = re.search(r"(\S{1,8}?)\1{5,}", text)
    if not match or not any(letter.isalpha() for letter in match[1]):
        return ""
    return match[1]


def _is_script(letter: str, names: tuple[str, ...]) -> bool:
    return unicodedata.name(letter, "").startswith(names)
