"""Drafts in the other Chinese script, where only an engine for the one is there.

They are made and examined in the engine's own script, with the terms turned into it, so that its decoder can be led; the whole
sentence is turned in the end, and has the terms as the glossary writes them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from transflow.chinese import is_traditional
from transflow.engines import Engine
from transflow.engines.convert import Converted
from transflow.glossary import Concept, Glossary
from transflow.glossary.locales import column
from transflow.model import Draft

__all__ = ["OtherScript", "other_script"]

_HAN = re.compile("[\u3400-\u9fff]+")
_QUOTES = str.maketrans({"“": "「", "”": "」"})
_INNER = re.compile("‘([^‘’]*)’")


@dataclass(frozen=True)
class OtherScript:
    """The way there and back.

    Args:
        converted: The engine.
        read: A text of its locale in the script that it writes itself.
        locale: BCP 47 tag of the drafts.
    """

    converted: Converted
    read: Callable[[str], str]
    locale: str

    def terms(self, glossary: Glossary) -> Glossary:
        """A glossary with the forms of the locale for the script that the engine writes."""
        return Glossary([self._concept(concept) for concept in glossary.concepts])

    def _concept(self, concept: Concept) -> Concept:
        writes = self.converted.writes
        forms = {tag: own for tag, own in concept.forms.items() if column(writes, [tag]) is None}
        if name := column(self.locale, concept.forms):
            forms |= {
                writes: tuple(
                    replace(form, text=self.read(form.text)) for form in concept.forms[name]
                )
            }
        return replace(concept, forms=forms)

    def draft(self, source: str, made: Draft, glossary: Glossary) -> Draft:
        """A draft turned; what the source itself has in Chinese letters stays.

        Args:
            source: The sentence.
            made: Its draft in the engine's own script.
            glossary: With the forms of the locale.
        """
        known = {form for term in made.terms for form in self._forms(term.concept, glossary)}
        own = sorted({*_HAN.findall(source)}, key=len, reverse=True)
        parts = re.split(f"({'|'.join(own)})", made.text) if own else [made.text]
        text = "".join(
            part if at % 2 else self._written(part, known) for at, part in enumerate(parts)
        )
        if is_traditional(self.locale):
            text = _INNER.sub(r"『\1』", text) if "「" in text else text
        name = self.converted.engine.name
        return replace(
            made,
            text=text,
            alignment=(),
            origin=self.converted.name if made.origin == name else made.origin,
            terms=tuple(
                replace(term, target=self._written(term.target, known)) for term in made.terms
            ),
        )

    def _forms(self, concept_id: str, glossary: Glossary) -> Iterator[str]:
        concept = glossary.concept(concept_id)
        yield from glossary.terms(concept, self.locale) if concept else ()

    def _written(self, text: str, terms: set[str]) -> str:
        text = self.converted.written(text)
        for form in terms:
            text = text.replace(self.converted.written(self.read(form)), form)
        if is_traditional(self.locale):
            text = text.translate(_QUOTES)
        return text


def other_script(engine: Engine | None, locale: str) -> OtherScript | None:
    """How drafts of an engine come into another script; None where it writes that itself, or nothing leads back from it.

    Args:
        engine: Any engine.
        locale: BCP 47 tag of the drafts.
    """
    if not isinstance(engine, Converted) or engine.read is None:
        return None
    return OtherScript(engine, engine.read, locale)
