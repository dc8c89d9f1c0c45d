"""One PO file for many articles, and back.

Equal entries of several articles are one entry with several references, so that a sentence is
translated once. Where they differ (another translation, another state), the article's id is added
to the context, because gettext allows a key once. A line `#. articles: ...` says where an entry
belongs; where a tool drops it, the references and the context do.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from transflow.catalogs import header as heads
from transflow.catalogs.block import Block, evolve, key_of
from transflow.catalogs.catalog import Catalog
from transflow.catalogs.provenance import provenance_of
from transflow.catalogs.states import derive, is_human
from transflow.catalogs.upkeep import kept

__all__ = ["bundled", "noted", "unbundled"]

_AT = " @ "
_OWNERS = re.compile(r"\s*articles: (.+)")


def bundled(
    catalogs: Mapping[str, Catalog], *, locale: str, today: datetime, project: str = "articles"
) -> Catalog:
    """One catalog of the live entries of many.

    Args:
        catalogs: Article id -> catalog.
        locale: BCP 47 tag of the translations.
        today: For the header; with a time zone.
        project: For the header.
    """
    groups: dict[tuple[str, str], list[tuple[list[str], Block]]] = {}
    for article, catalog in catalogs.items():
        for block in noted(catalog).blocks:
            if block.obsolete:
                continue
            variants = groups.setdefault(key_of(block), [])
            for owners, other in variants:
                if _alike(block, other):
                    owners.append(article)
                    break
            else:
                variants.append(([article], block))
    blocks = [
        _entry(block, owners, apart=len(variants) > 1, catalogs=catalogs)
        for variants in groups.values()
        for owners, block in variants
    ]
    head = heads.new_header(locale, f"{project} bundle", today)
    return Catalog(f"bundle-{locale}.po", locale, head, tuple(blocks))


def unbundled(
    bundle: Catalog, catalogs: Mapping[str, Catalog], damaged: Collection[str] = ()
) -> tuple[dict[str, Catalog], tuple[Block, ...]]:
    """A returned bundle as one returned file an article, for `incorporate`.

    Args:
        bundle: The file that came back.
        catalogs: Article id -> catalog as it stands here.
        damaged: Ids of the articles whose catalogs cannot be read now.

    Returns:
        Article id -> the entries of the bundle that belong to it, and the translations that belong
        to none. An entry that names no known article goes to every one that has its sentence.
    """
    parts: dict[str, list[Block]] = {}
    keys = {article: {key_of(b) for b in catalog.blocks} for article, catalog in catalogs.items()}
    known = {*catalogs, *damaged}
    strays: list[Block] = []
    for block in bundle.blocks:
        context, _, owner = (block.msgctxt or "").rpartition(_AT)
        if owner in known:
            block = evolve(block, msgctxt=context or None)  # noqa: PLW2901 - its own key again
        owners = _owners(block)
        named = [article for article in owners if article in known]
        if owner in known and not named:
            named = [owner]
        if not named or len(named) < len(owners):  # one may have another name by now
            others = (article for article in catalogs if article not in named)
            named += [article for article in others if key_of(block) in keys[article]]
        for article in named:
            parts.setdefault(article, []).append(block)
        if not named and any(block.msgstr):
            strays.append(block)
    found = {
        article: replace(bundle, blocks=tuple(blocks), tail="", data=None, path=f"{article}.po")
        for article, blocks in parts.items()
    }
    return found, tuple(strays)


def noted(catalog: Catalog) -> Catalog:
    """The catalog with the texts that go out noted in each entry, as a run would: else what comes back could not be judged.

    Args:
        catalog: As its file is, which people may have edited since the last run.
    """
    blocks = tuple(
        kept(block, derive(block, catalog.rules, guarded=catalog.guarded))
        if is_human(block)
        else block
        for block in catalog.blocks
    )
    return replace(catalog, blocks=blocks)


def _alike(one: Block, other: Block) -> bool:
    """Whether one entry can stand for both."""
    same = (one.msgstr, one.fuzzy, one.previous_msgid) == (
        other.msgstr,
        other.fuzzy,
        other.previous_msgid,
    )
    return same and provenance_of(one.comments) == provenance_of(other.comments)


def _entry(
    block: Block, owners: list[str], *, apart: bool, catalogs: Mapping[str, Catalog]
) -> Block:
    references = tuple(
        dict.fromkeys(
            reference
            for owner in owners
            for other in catalogs[owner].blocks
            if key_of(other) == key_of(block) and not other.obsolete
            for reference in other.references
        )
    )
    block = evolve(
        block,
        references=references or block.references,
        extracted=(f" articles: {' | '.join(owners)}", *block.extracted),
        gap="\n",
    )
    return evolve(block, msgctxt=f"{block.msgctxt or ''}{_AT}{owners[0]}") if apart else block


def _owners(block: Block) -> list[str]:
    """The articles that a line names; tools that wrap comments break it behind a bar."""
    owners: list[str] = []
    goes_on = False
    for line in block.extracted:
        found = _OWNERS.fullmatch(line.rstrip())
        if found or goes_on:
            text = found[1] if found else line
            owners += [name.strip() for name in text.split("|") if name.strip()]
            goes_on = text.rstrip().endswith("|")
    return owners
