"""Versions come through drafts as they are; decimals are written as the locale has them."""

import pytest

from tests.translation.test_translator import starter
from transflow.documents import read_article
from transflow.glossary import Glossary
from transflow.model import UnitKind
from transflow.pipeline.columns import columns
from transflow.translation import Request, Translator

SENTENCES = {
    "Versions before 2.1 leaked memory.": ["2.1"],
    "The old name works until 3.0.": ["3.0"],
    "You need Go 1.23 and a compiler.": ["Go 1.23"],
    "The kernel must be 5.10 or newer.": ["5.10"],
    "It needs Python 3.10, PostgreSQL 15.2 and glibc 2.31.": ["3.10", "15.2", "glibc 2.31"],
    "1.2 (16 June 2026): a list was corrected.": ["1.2"],
    "Removed in 4.0 and deprecated since 3.8.": ["4.0", "3.8"],
}
TABLE = b"""
| System | Version | Price |
|---|---|---|
| FreeBSD | 13.2 | 4.50 |
| glibc | 2.10 | 3.5 |

| Part | Requires |
|---|---|
| x86 | glibc >= 2.31 |
| | 1.4 |
"""


@pytest.mark.parametrize("locale", ["fr", "es", "zh-Hans", "ru", "ar"])
def test_versions_in_sentences(locale):
    translator = Translator(starter(locale), Glossary(), locale=locale)
    drafts = translator.translate([Request(text) for text in SENTENCES])
    assert not [
        draft.text
        for draft, wanted in zip(drafts, SENTENCES.values(), strict=True)
        if not all(draft.text.count(one) == 1 for one in wanted)
    ]


def test_cells_below_a_heading():
    article = read_article(TABLE, format="markdown")
    heads = columns(article)
    cells = [(unit.segments[0], unit.kind) for unit in article.units]
    assert [heads.get(one.id) for one, _ in cells] == [
        None, None, None, "System", "Version", "Price", "System", "Version", "Price",
        None, None, "Part", "Requires", None,
    ]  # fmt: skip
    translator = Translator(starter("es"), Glossary(), locale="es")
    drafts = translator.translate(
        [
            Request(one.text, one.spans, UnitKind.TABLE_CELL, column=heads.get(one.id, ""))
            for one, _ in cells
        ]
    )
    shown = [draft.text for draft in drafts]
    assert shown[4:6] == ["13.2", "4,50"]
    assert shown[7:9] == ["2.10", "3,5"]
    assert "2.31" in shown[12]
