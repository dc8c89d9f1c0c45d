from transflow.glossary import Glossary, csv
from transflow.glossary.firstuse import first_uses
from transflow.model import UnitKind

GLOSSARY = Glossary(
    csv.parse(
        "id,en,zh-Hans,fr,match\n"
        "cnipa,CNIPA,国家知识产权局 | CNIPA | ^国家知识产权局（CNIPA）,CNIPA,\n"
        "pct,PCT,专利合作条约 | ^《专利合作条约》（PCT）,PCT,first:title\n"
    )
)
PARAGRAPH, TITLE = UnitKind.PARAGRAPH, UnitKind.TITLE


def wrong(
    *pairs: tuple[str, str, UnitKind], locale: str = "zh-Hans"
) -> list[tuple[int, str, bool]]:
    found = first_uses(GLOSSARY, pairs, "en", locale)
    return [(one.index, one.concept.id, one.repeated) for one in found]


def test_once_at_the_first_use_and_the_short_form_after_it():
    assert (
        wrong(
            ("CNIPA replied.", "国家知识产权局（CNIPA）作了答复。", PARAGRAPH),
            ("CNIPA agreed.", "国家知识产权局同意。", PARAGRAPH),
        )
        == []
    )


def test_missing_at_the_first_use_and_repeated_later():
    assert wrong(
        ("CNIPA replied.", "CNIPA作了答复。", PARAGRAPH),
        ("CNIPA agreed.", "**国家知识产权局**(CNIPA)同意。", PARAGRAPH),
    ) == [(0, "cnipa", False), (1, "cnipa", True)]


def test_a_title_counts_only_where_the_concept_says_so():
    assert wrong(
        ("CNIPA and the PCT", "CNIPA与PCT", TITLE),
        ("CNIPA replied.", "国家知识产权局（CNIPA）作了答复。", PARAGRAPH),
    ) == [(0, "pct", False)]


def test_untranslated_sentences_and_locales_without_the_form_say_nothing():
    assert wrong(("CNIPA replied.", "", PARAGRAPH)) == []
    assert wrong(("CNIPA replied.", "La CNIPA.", PARAGRAPH), locale="fr") == []
