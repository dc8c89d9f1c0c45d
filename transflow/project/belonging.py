"""Whether a returned file is what it is taken for: of this locale, and of this article."""

from pathlib import Path

from transflow import checks
from transflow.catalogs import Catalog, is_touched
from transflow.checks import CheckContext
from transflow.counting import counted
from transflow.errors import CatalogError
from transflow.model import Entry, State

__all__ = ["other_language", "refuse_other_article"]

_LANGUAGE = frozenset({"wrong-script", "wrong-language"})


def other_language(returned: Catalog, file: Path, locale: str, source: str) -> CatalogError | None:
    """What is to be said about a file most of whose translations are in another language."""
    texts = tuple(entry for entry in _written(returned) if entry.state is not State.OBSOLETE)
    others = {rule: "off" for rule in checks.RULES if rule not in _LANGUAGE}
    context = CheckContext(locale, source, severities=others)  # type: ignore[arg-type]
    found = checks.run(texts, context=context)
    odd = {finding.line: finding for finding in found}
    if not odd or len(odd) * 2 <= len(texts):
        return None
    first = next(iter(odd.values()))
    return CatalogError(
        f"is taken for {locale}, but {len(odd)} of its {counted(len(texts), 'text')} by people "
        f"{'is' if len(odd) == 1 else 'are'} in another language (line {first.line}: {first.message})",
        where=file,
        hint=f"set Language in its header, or say --locale {locale} if it is right",
    )


def refuse_other_article(returned: Catalog, current: Catalog, file: Path) -> None:
    """Refuse a file that transflow did not make and that hardly knows the article's sentences.

    Raises:
        CatalogError: If it is such a file; its translations would all wait as `#~` for ever.
    """
    if any(entry.provenance for entry in (*returned.entries, *returned.obsolete)):
        return
    here = {entry.msgid for entry in (*current.entries, *current.obsolete)}
    here |= {entry.previous_msgid for entry in current.entries if entry.previous_msgid}
    texts = _written(returned)
    known = sum(entry.msgid in here for entry in texts)
    if known * 2 >= len(texts):
        return
    raise CatalogError(
        f"is no export of {current.path}: {known} of its {counted(len(texts), 'sentence')} "
        f"{'is' if known == 1 else 'are'} there",
        where=file,
        hint="to be offered its translations where they fit, list it in workflow.yaml under memory.tmx",
    )


def _written(returned: Catalog) -> list[Entry]:
    """Entries with words that a person wrote since the file was exported."""
    blocks = (block for block in returned.blocks if not block.obsolete)
    pairs = zip(returned.entries, blocks, strict=True)
    return [entry for entry, block in pairs if entry.msgstr and is_touched(block)]
