"""What a glossary holds: concepts, their forms in each locale, and how they match."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from transflow.glossary.locales import column

__all__ = ["Case", "Concept", "Form", "FormStatus", "TermMatch"]


class FormStatus(StrEnum):
    """What may be done with a form, as TBX's administrative status has it."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def allowed(self) -> bool:
        """True where a draft may use the form."""
        return self in {FormStatus.PREFERRED, FormStatus.ADMITTED}


class Case(StrEnum):
    """Which letter case of a source form counts.

    `AUTO`: any case, except that a form of two to six capitals (`WHO`) must be in capitals.
    """

    AUTO = "auto"
    EXACT = "exact"
    INSENSITIVE = "insensitive"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Form:
    """One term of a concept in one locale."""

    text: str
    status: FormStatus = FormStatus.PREFERRED
    first: bool = False
    """True for the form an article uses at the concept's first occurrence."""


@dataclass(frozen=True)
class Concept:
    """One row of a glossary."""

    id: str
    forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    """BCP 47 tag -> forms, preferred first."""
    pos: str = ""
    """Part of speech: `noun`, `verb`, `adjective`, `name`; verbs also match as -ed and -ing."""
    case: Case = Case.AUTO
    inflect: bool = True
    """Whether inflected forms of source and target count."""
    dnt: bool = False
    """Do not translate: the target form is the source form where a locale has none of its own."""
    every: bool = False
    """Each occurrence must be a term again; no leave for a pronoun."""
    approved: bool = True
    """A proposed concept is only suggested."""
    near: tuple[str, ...] = ()
    """The concept is meant only where one of these words is in the same sentence."""
    unless: tuple[str, ...] = ()
    """The concept is not meant where one of these words is in the same sentence."""
    genders: Mapping[str, str] = field(default_factory=dict)
    """BCP 47 tag -> `m`, `f` or `n`, where it is said what gender the forms have."""
    first_in_title: bool = False
    """Whether a title or heading counts as the first use."""
    note: str = ""
    where: str = ""
    """`file:line` of the row."""

    def allowed(self, locale: str) -> tuple[str, ...]:
        """The preferred and admitted forms of a locale's column, preferred first."""
        return tuple(
            form.text
            for form in self.forms.get(locale, ())
            if form.status.allowed and not form.first
        )

    def gender(self, locale: str) -> str:
        """`m`, `f` or `n` as it is said of the forms a text in `locale` may use; else empty."""
        return self.genders.get(column(locale, self.genders) or "", "")

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A concept found in a text: `text[start:end]` is the occurrence, markup inside included."""

    concept: Concept
    form: str
    """The glossary's form that matched."""
    start: int
    end: int
