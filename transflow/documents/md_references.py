"""Definitions for the references in a text, which is read on its own."""

import re
from collections.abc import Collection

__all__ = ["definitions", "label_key"]

_FULL_REFERENCE = re.compile(r"(?<=\])\[((?:[^\[\]\\]|\\.){1,999})\]")
_BRACKETED = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]")
_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")


def label_key(label: str) -> str:
    """A reference's label as it is compared: https://spec.commonmark.org/0.31.2/#matches."""
    return " ".join(label.split()).casefold()


def definitions(text: str, labels: Collection[str] | None) -> str:
    """Definitions for the references in a text, so that comrak sees them."""
    if "[" not in text or (labels is not None and not labels):
        return ""
    pattern = _FULL_REFERENCE if labels is None else _BRACKETED
    wanted: dict[str, str] = {}
    for match in pattern.finditer(text):
        key = label_key(match[1])
        if key.strip() and not key.startswith("^") and (labels is None or key in labels):
            wanted.setdefault(key, match[1])
    if not wanted:
        return _notes(text, labels)
    named = {label: _reference(key) for key, label in wanted.items()}
    made = "".join(f"[{label}]: <{name}>\n\n" for label, name in named.items())
    # comrak expands references up to about the size of what it reads: so much stands behind them.
    room = "x" * (max(map(len, named.values())) * text.count("["))
    return f"{made}{_notes(text, labels)}{room}\n\n"


def _notes(text: str, labels: Collection[str] | None) -> str:
    """Definitions of the footnotes that are called in a text."""
    if "[^" not in text:
        return ""
    names = dict.fromkeys(_NOTE.findall(text))
    called = [name for name in names if labels is None or label_key(f"^{name}") in labels]
    return "".join(f"[^{name}]: x\n\n" for name in called)


def _reference(key: str) -> str:
    return "transflow-label:" + "".join(f"{ord(char):x}." for char in key)
