"""A black box that gives literals back as they are, though it was sent stand-ins.

An engine with a memory of its own, or one that looks at the whole sentence elsewhere, may answer
with the address, placeholder or emoji itself, perhaps with spaces in it. That is as good as the
stand-in, and is turned into it, so that the literal is in the draft once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transflow.engines import Engine
from transflow.model import Draft
from transflow.translation.work import Work

__all__ = ["Verbatim"]

_SPACED = frozenset({"placeholder", "tag"})
"""Kinds that engines put spaces into."""


class Verbatim:
    """An engine whose drafts have stand-ins wherever it wrote the literal.

    Args:
        engine: The black box.
        works: The sentences under way.
    """

    def __init__(self, engine: Engine, works: Sequence[Work]) -> None:
        self.name = engine.name
        self.source = engine.source
        self.target = engine.target
        self._engine = engine
        self._known = [pair for work in works for pair in _patterns(work)]

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """See `Engine.translate`."""
        drafts = self._engine.translate(texts)
        return [self._masked(text, draft) for text, draft in zip(texts, drafts, strict=True)]

    def _masked(self, source: str, draft: Draft) -> Draft:
        text = draft.text
        for standin, pattern in self._known:
            if standin in source and not (standin and standin in text):
                text = pattern.sub(standin, text, count=1)
        return draft if text == draft.text else replace(draft, text=text, alignment=())


def _patterns(work: Work) -> Iterator[tuple[str, re.Pattern[str]]]:
    raw = dict(work.raw)
    for mark in work.masked.held:
        original = work.casing.text[mark.cut[0] : mark.cut[1]].strip()
        written = "".join(raw.get(letter, letter) for letter in original)
        loose = mark.literal.kind in _SPACED or (written != original and written[0] in "%${")
        yield (
            mark.text,
            _pattern(written, "".join(raw.get(one, one) for one in mark.literal.text), loose=loose),
        )


def _pattern(original: str, written: str, *, loose: bool) -> re.Pattern[str]:
    """The literal as the source has it, or as the locale writes it."""
    if loose:
        return re.compile(r"\s*".join(re.escape(one) for one in original if not one.isspace()))
    forms = dict.fromkeys((written, original))
    whole = "|".join(re.escape(one).replace("\u00a0", r"\s").replace(r"\ ", r"\s") for one in forms)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)" if original[0].isalnum() else whole)
