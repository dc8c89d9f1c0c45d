import pytest

from transflow.glossary import Glossary, csv, lint
from transflow.model import Severity


def rules(rows: str, **options) -> dict[str, str]:
    glossary = Glossary(csv.parse(f"id,en,zh-Hans,fr,status\n{rows}"))
    return {
        f.rule: f.message for f in lint(glossary, source="en", locales=["zh-Hans", "fr"], **options)
    }


@pytest.mark.parametrize(
    ("rows", "rule", "says"),
    [
        ("a,...,点,point,", "glossary-punctuation", "'...' (en) has no letter"),
        (
            "a,fee,frais,费用,",
            "glossary-script",
            "'frais' is not in the script of zh-Hans|'费用' is not",
        ),
        ("a,on,上面,dessus,", "glossary-stopword", "'on' (en) is an everyday word"),
        ("a,fee,费用,,", "glossary-no-target", "has no term in fr"),
        ("a,fee,,,", "glossary-no-target", "in the source language only: nothing is enforced"),
        ("a,fee,费用,frais | !Frais,", "glossary-refused-case", "only in capitals"),
        ("a,fee,费用,#NAME?,", "glossary-spreadsheet", "what a spreadsheet made"),
        ("a,fee,费用,2024-03-01,", "glossary-spreadsheet", "what a spreadsheet made"),
        ("a,fee,费用｜收费,frais,", "glossary-several", "part them by ' | '"),
        ("a,fee,费用,« frais »,", "glossary-quotes", "stands in quotation marks"),
        (
            "a,fee,费用,frais,\nb,charge,收费,frais,\nc,cost,成本,frais,",
            "glossary-same-target",
            "also renders a (glossary.csv:2), and 1 more do",
        ),
        ("a,,费用,frais,", "glossary-no-source", "never matches"),
        (
            "a,fee,费用,frais,\nb,charge,收费,frais,",
            "glossary-same-target",
            "'frais' also renders a",
        ),
        (
            "a,fee,费用,frais,\nb,charge,收费,coût | !frais,",
            "glossary-refused-elsewhere",
            "refused for b",
        ),
        (
            "a,fee,费用,frais,\nb,annual fee,年费,annuité,",
            "glossary-contains",
            "contains the terms a",
        ),
        (
            "a,examiner,审查员,examinateur,\nb,Examiners,审查员,vérificateur,",
            "glossary-same-term",
            "'Examiners' is a form of a (glossary.csv:2) as well",
        ),
        ("a," + "a b " * 11 + ",长,x,", "glossary-long", "rather a sentence"),
    ],
)
def test_what_is_doubtful_is_named(rows: str, rule: str, says: str):
    message = rules(rows)[rule]
    assert any(part in message for part in says.split("|"))


def test_an_acronym_is_no_everyday_word():
    assert rules("w,WHO,世卫组织,OMS,") == {}
    assert "glossary-stopword" in rules("w,who,谁,qui,")


def test_a_tidy_glossary_has_no_findings():
    assert rules("a,fee,费用,frais,\nb,R&D,研发,R&D,") == {}


def test_terms_that_no_article_has():
    assert "glossary-unmatched" in rules("a,fee,费用,frais,", texts=["No such thing."])
    assert rules("a,fee,费用,frais,", texts=["Two **fees**."]) == {}


def test_forms_the_engine_cannot_write():
    found = rules("a,fee,費,frais,", producible={"zh-Hans": lambda form: form != "費"})
    assert "engine for zh-Hans can write none" in found["glossary-unproducible"]


def test_proposed_concepts_need_no_target():
    assert rules("a,fee,费用,,proposed") == {}


def test_findings_carry_their_line():
    glossary = Glossary(csv.parse("id,en,fr\na,on,sur la\n", "terms.csv"))
    (finding,) = lint(glossary, source="en")
    assert (finding.path, finding.line, finding.severity) == ("terms.csv", 2, Severity.WARNING)
