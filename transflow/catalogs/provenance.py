"""The one translator comment in which transflow says where an entry's text came from.

`# transflow: source=1f3a9c2e engine=argos/en_zh@1.9 glossary=77d0a1b2 draft=aa21be04`. Editors
and gettext's tools keep translator comments, whatever they do to flags and previous texts. A
comment that is missing, doubled, torn apart or malformed counts as no comment at all: the entry
is then a person's text, which is the safe thing to believe.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache

from transflow.model import Provenance

__all__ = [
    "digest",
    "pair_digest",
    "provenance_of",
    "provenance_only",
    "provenance_ranges",
    "with_provenance",
    "without_provenance",
]

_MARK = re.compile(r"\s*transflow:(?=\s*$|\s*\w+=)")
"""What ours begins with; `# transflow: check this name` is a person's note."""
_KEPT = 1 << 14
"""How many answers are kept: one entry is asked about several times in a row."""
_KEYS = ("source", "engine", "glossary", "draft", "approved", "prev", "seen", "machine")
_HASH = re.compile(r"[0-9a-f]{4,64}")
_PAIR = re.compile(r"[0-9a-f]{4,64}\.[0-9a-f]{4,64}")
_MORE = re.compile(rf"(?:\s*(?:{'|'.join(_KEYS)})=\S+)+\s*")
_ACCEPT = re.compile(r"\s*transflow:\s*accept\b")


@lru_cache(maxsize=_KEPT)
def digest(text: str) -> str:
    """Hash of a msgid or msgstr as provenance and reviews.yaml write it: 8 hex digits of SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def pair_digest(msgid: str, msgstr: str) -> str:
    """Hash of a sentence and its translation, which binds a decision to both."""
    return f"{digest(msgid)}.{digest(msgstr)}"


def provenance_of(comments: Iterable[str]) -> Provenance | None:
    """What the comments say, or None if they say nothing that can be trusted.

    Args:
        comments: Translator comments without their `#`.
    """
    return _provenance(tuple(comments))


@lru_cache(maxsize=_KEPT)
def _provenance(comments: tuple[str, ...]) -> Provenance | None:
    ours = provenance_ranges(comments)
    if len(ours) != 1:
        return None
    values: dict[str, str] = {}
    text = " ".join(comments[at] for at in ours[0])
    for word in _MARK.sub("", text, count=1).split():
        key, equals, value = word.partition("=")
        if not equals or not value or key in values:
            return None
        values[key] = value
    if not _well_formed(values):
        return None
    return Provenance(**{key: values[key] for key in _KEYS if key in values})


def without_provenance(comments: Iterable[str]) -> tuple[str, ...]:
    """The comments people and other tools wrote."""
    comments = tuple(comments)
    ours = {at for group in provenance_ranges(comments) for at in group}
    return tuple(text for at, text in enumerate(comments) if at not in ours)


def provenance_only(comments: Iterable[str]) -> tuple[str, ...]:
    """The provenance without people's comments."""
    return with_provenance((), provenance_of(comments))


def with_provenance(comments: Iterable[str], provenance: Provenance | None) -> tuple[str, ...]:
    """The comments with exactly this provenance, where the old one stood, else at the end."""
    comments = tuple(comments)
    rest = without_provenance(comments)
    if provenance is None:
        return rest
    line = " transflow: " + " ".join(
        f"{key}={value}" for key, value in asdict(provenance).items() if value
    )
    groups = provenance_ranges(comments)
    at = groups[0].start if groups else len(rest)
    return (*rest[:at], line.rstrip(), *rest[at:])


def provenance_ranges(comments: Sequence[str]) -> list[range]:
    """Where provenance stands: one range of lines each, more than one line where Babel broke it.

    Babel wraps comments at column 76; a line after ours that holds nothing but `key=value` of
    ours is its second half. The hashes still decide what it is worth.
    """
    found: list[range] = []
    for at, text in enumerate(comments):
        if _is_ours(text):
            found.append(range(at, at + 1))
        elif found and found[-1].stop == at and _MORE.fullmatch(text):
            found[-1] = range(found[-1].start, at + 1)
    return found


def _is_ours(text: str) -> bool:
    return bool(_MARK.match(text)) and not _ACCEPT.match(text)


def _well_formed(values: dict[str, str]) -> bool:
    """Unknown keys are let through (a newer transflow), hashes must look like hashes."""
    if not _HASH.fullmatch(values.get("source", "")):
        return False
    if "prev" in values and not _PAIR.fullmatch(values["prev"]):
        return False
    return all(
        _HASH.fullmatch(values[key])
        for key in ("glossary", "draft", "approved", "seen", "machine")
        if key in values
    )
