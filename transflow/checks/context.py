"""What the rules must know beside the entries: languages, format, glossary, what was accepted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from transflow.model import Severity, Span

if TYPE_CHECKING:
    from transflow.glossary import Glossary

__all__ = ["CheckContext", "SpansOf"]

SpansOf = Callable[[str, str], tuple[Span, ...]]
"""(text, format) -> the inline constructs in it; `transflow.documents.spans`."""


@dataclass(frozen=True)
class CheckContext:
    """One catalog's surroundings.

    Args:
        locale: BCP 47 tag of the translations.
        source_locale: BCP 47 tag of the msgids.
        format: Format of the article: `markdown`, `html` or `text`.
        path: Path of the catalog, as findings name it.
        glossary: Terms to look for; None switches the terminology rules off.
        severities: Rule -> severity from workflow.yaml's `checks:`; `off` silences a rule.
        accepted: Findings a reviewer accepted, as (rule, `catalogs.digest(msgid)`,
            `catalogs.digest(msgstr)`): an acceptance holds for these two texts only.
        number_style: `source` where numbers stay written as in the source (28,000 in French).
        spans: Finds markup in a text; by default `transflow.documents.spans`.
        paragraphs: Sentence -> ids of the article's paragraphs that it stands in, asked for only where
            it matters; without it, the kinds of paragraph that the entries name are gone by.
    """

    locale: str
    source_locale: str = "en"
    format: str = "markdown"
    path: str = ""
    glossary: "Glossary | None" = None
    severities: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict)
    accepted: frozenset[tuple[str, str, str]] = frozenset()
    number_style: Literal["locale", "compact", "source"] = "locale"
    spans: SpansOf | None = None
    paragraphs: Callable[[], Mapping[str, frozenset[str]]] | None = None

    language: str = field(init=False)
    """Primary language subtag of the translations: `zh` of `zh-Hans`."""
    source_language: str = field(init=False)
    """Primary language subtag of the source."""

    def __post_init__(self) -> None:
        """Take the tags apart once."""
        object.__setattr__(self, "language", self.locale.split("-")[0])
        object.__setattr__(self, "source_language", self.source_locale.split("-")[0])

    def spans_of(self, text: str) -> tuple[Span, ...]:
        """Inline constructs of a msgid or msgstr of this catalog's format."""
        return (self.spans or _documents()[0])(text, self.format)

    def plain_of(self, text: str) -> str:
        """A text of this catalog's format with its escapes and references resolved."""
        return _documents()[1](text, self.format)


@cache
def _documents() -> tuple[SpansOf, Callable[[str, str], str]]:
    from transflow.documents import plain, spans  # noqa: PLC0415 - heavy parsers

    return spans, plain
