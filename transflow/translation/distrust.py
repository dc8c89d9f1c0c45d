"""Every draft is examined before it is accepted: fluent text that is wrong is the worst kind.

Each rule looks for one way in which models fail, and its docstring says what it must let be.
Numbers a rule needs are data a pair (`_LENGTH`).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from transflow.translation import literals, quantities

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
    """The same group of words three times running, or long ones twice, more than in the source.

    "No, no, no." is the source's own; a list of alike items differs in an item.
    """
    least = _runs(_tokens(source))
    worst = _runs(_tokens(draft))
    if worst[0] >= 3 and worst[0] > least[0]:
        return Suspicion("loop", f"{worst[1]!r} {worst[0]} times running", 3.0 + worst[0])
    if worst[0] == 2 and least[0] < 2 and (worst[2] >= 2 or _long(worst[1])):
        return Suspicion("loop", f"{worst[1]!r} twice running", 2.0)
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
    if strange > 0.1 * len(letters):
        return Suspicion("script", f"{strange} letters of another script", 4.0)
    return None


def _invented(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """Brackets, tags or digits out of nowhere."""
    if _BRACKETED.search(draft) and not re.search(r"[(\[（【«《\"“‘'„]", source):
        match = _BRACKETED.search(draft)
        if match and match[0][0] not in "《«":
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


def _sentences(source: str, draft: str, _from: str, _to: str) -> Suspicion | None:
    """A sentence of the source lost, or two invented; abbreviations end none."""
    wanted, given = len(_SENTENCE.findall(source)), len(_SENTENCE.findall(draft))
    if wanted >= 2 and given < wanted and len(source) > 40 and given < 2:
        return Suspicion("lost-text", f"{given} sentences for {wanted}", 1.0)
    if given > wanted + 2:
        return Suspicion("invented", f"{given} sentences for {wanted}", 2.0)
    return None


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
)


def _tokens(text: str) -> list[str]:
    """Words, and single letters of scripts that write none."""
    out: list[str] = []
    for word in _WORD.findall(text.lower()):
        out += list(word) if _CJK.search(word) else [word]
    return out


def _runs(tokens: list[str]) -> tuple[int, str, int]:
    """The longest run of one group of up to twelve words: times, the group, its words."""
    best = (1, "", 0)
    count = len(tokens)
    for size in range(1, min(12, count // 2) + 1):
        times = 1
        for at in range(size, count):
            # `times` counts matching words; a full group more each `size` of them.
            times = times + 1 if tokens[at] == tokens[at - size] else 1
            whole = (times - 1) // size + 1
            if whole > best[0] or (whole == best[0] > 1 and size > best[2]):
                group = tokens[at - size + 1 : at + 1]
                if len(set(group)) == 1 and size > 1:
                    continue
                best = (whole, " ".join(group), size)
    return best


def _long(group: str) -> bool:
    return len(group) >= 4 and not _CJK.search(group) and group not in _DOUBLED


def _inner(text: str) -> str:
    """A few letters repeated many times inside words: `pre-pre-pre-pre`, `aaaaaaaa`."""
    match = re.search(r"(\S{1,8}?)\1{5,}", text)
    if not match or not any(letter.isalpha() for letter in match[1]):
        return ""
    return match[1]


def _is_script(letter: str, names: tuple[str, ...]) -> bool:
    return unicodedata.name(letter, "").startswith(names)
