import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from transflow.config import EngineConfig
from transflow.engines import Engine, open_engine
from transflow.glossary import Glossary, csv
from transflow.model import Draft, TermWay
from transflow.translation import Request, Translator
from transflow.translation.termfallback import mask, unmask
from transflow.translation.terminology import TermItem, enforce, judge

ROOT = Path(__file__).parents[2]
LOCALES = ["zh-Hans", "fr", "es", "ru", "ar"]


@cache
def engine(locale: str) -> Engine:
    return open_engine(EngineConfig(threads=2), "en", locale, root=ROOT)


@cache
def sample() -> Glossary:
    return Glossary.load([ROOT / "glossary" / "terms.csv"], source="en")


def made(rows: str, locale: str = "es") -> Glossary:
    return Glossary(csv.parse(f"id,en,{locale},pos,match\n{rows}"))


class BlackBox:
    """An engine of the simplest kind: says what it is told to."""

    name, source, target = "box/1", "en", "es"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        self.asked += texts
        return [
            Draft(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]) for _ in texts
        ]


def sentences() -> list[TermItem]:
    text = (ROOT / "articles" / "visit.md").read_text("utf-8").split("---", 2)[2]
    plain = re.sub(
        r"\[\^\w+\]:?|\*\*|\*|`|\]\([^)]*\)|!?\[|^[#>|:\s-]+|\|", "", text, flags=re.MULTILINE
    )
    return [
        TermItem(part)
        for line in plain.split("\n")
        for part in re.split(r"(?<=[a-z)]\.) ", line.strip())
        if len(part) > 2
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_approved_term_of_an_article_is_in_its_draft(locale: str):
    items = sentences()
    drafts = enforce(engine(locale), items, sample(), locale)
    results = [result for draft in drafts for result in draft.terms]
    assert len(results) > 40
    assert [result for result in results if result.way is TermWay.FAILED] == []
    assert any(result.way is TermWay.CONSTRAINED for result in results)
    for item, draft in zip(items, drafts, strict=True):
        assert sample().check(item.text, draft.text, "en", locale).ok
        for result in draft.terms:
            assert result.target in draft.text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_sentences_give_the_same_drafts_whatever_goes_with_them(locale: str):
    items = sentences()[:12]
    together = enforce(engine(locale), items, sample(), locale)
    backwards = enforce(engine(locale), items[::-1], sample(), locale)[::-1]
    assert [d.text for d in together] == [d.text for d in backwards]
    assert enforce(engine(locale), items[3:4], sample(), locale)[0].text == together[3].text


def test_without_terms_it_is_free_decoding():
    texts = ["The weather was fine.", "He left early."]
    drafts = enforce(engine("fr"), [TermItem(text) for text in texts], Glossary(), "fr")
    assert [d.text for d in drafts] == [d.text for d in engine("fr").translate(texts)]
    assert all(d.hypothesis is not None and d.terms == () for d in drafts)


def test_nothing_is_looked_for_in_protected_ranges():
    (draft,) = enforce(
        BlackBox("ver oficina"),
        [TermItem("see office", ((4, 10),))],
        made("o,office,despacho,,\n"),
        "es",
    )
    assert draft.terms == ()
    assert draft.text == "ver oficina"


def test_a_term_that_comes_freely_leaves_a_black_box_alone():
    box = BlackBox("La oficina abre.")
    (draft,) = enforce(box, [TermItem("The office opens.")], made("o,office,oficina,,\n"), "es")
    assert [(r.target, r.way) for r in draft.terms] == [("oficina", TermWay.FREE)]
    assert box.asked == ["The office opens."]


@pytest.mark.parametrize(
    "answer", ["El {} abre.", "el {l} abre.", "El { s } abre.", "El {w} abre."]
)
def test_a_damaged_stand_in_is_still_told(answer: str):
    masked, marks = mask("The office opens.", made_terms(), "XQ{}")
    (mark,) = marks
    variants = {
        "{}": mark,
        "{l}": mark.lower(),
        "{ s }": " ".join(mark),
        "{w}": "".join(chr(ord(c) + 0xFEE0) for c in mark),
    }
    key = re.search(r"\{[^}]*\}", answer)[0]
    text = answer.replace(key, variants[key])
    assert mark in masked
    assert unmask(text, {mark: "despacho"}) in {"El despacho abre.", "el despacho abre."}


def made_terms():
    glossary = made("o,office,despacho,,\n")
    text = "The office opens."
    return glossary.require(text, glossary.find(text, "en"), "es")


@pytest.mark.parametrize("answer", ["Todo abre.", "El XQ71 y el XQ71 abren."])
def test_a_stand_in_that_is_gone_or_doubled_is_not_used(answer: str):
    assert unmask(answer, {"XQ71": "despacho"}) is None


def test_what_no_stand_in_saves_is_put_in_and_said():
    (draft,) = enforce(
        BlackBox("Todo abre."), [TermItem("The office opens.")], made("o,office,despacho,,\n"), "es"
    )
    assert "despacho" in draft.text
    assert [(r.target, r.way) for r in draft.terms] == [("despacho", TermWay.SPLICE)]
    assert not re.search(r"XQ|ZX|\[|#|T\d", draft.text)


def test_a_source_that_looks_like_a_stand_in_does_not_collide():
    text = "XQ71 XQ83 see office"
    glossary = made("o,office,despacho,,\n")
    masked, marks = mask(text, glossary.require(text, glossary.find(text, "en"), "es"), "XQ{}")
    (mark,) = marks
    assert masked.count(mark) == 1
    assert mark not in text


def test_a_text_made_elsewhere_is_judged_by_the_same_rules():
    glossary = made("o,office,oficina,,\np,patent,patente,,\n")
    results = judge(glossary, TermItem("A patent office"), "Una oficina", "en", "es")
    assert [(r.concept, r.target, r.way) for r in results] == [
        ("p", "", TermWay.FAILED),
        ("o", "oficina", TermWay.FREE),
    ]


def test_a_term_longer_than_the_model_can_decode_is_put_in():
    form = " ".join(f"palabra{n}" for n in range(200))
    glossary = made(f"o,office,{form},,\n")
    (draft,) = enforce(engine("es"), [TermItem("The office opens.")], glossary, "es")
    assert form in draft.text
    assert draft.terms[0].way in {TermWay.PLACEHOLDER, TermWay.SPLICE}


def test_forty_terms_in_one_segment_are_all_there():
    words = [
        "apple",
        "bread",
        "chair",
        "door",
        "eagle",
        "flag",
        "grass",
        "horse",
        "island",
        "jewel",
    ]
    rows = "".join(f"{w}{n},{w} {n},{w[:3]}o{n},,\n" for w in words for n in range(4))
    text = "We saw " + ", ".join(f"{w} {n}" for w in words for n in range(4)) + "."
    (draft,) = enforce(engine("es"), [TermItem(text)], made(rows), "es")
    assert len(draft.terms) == 40
    assert all(result.target in draft.text for result in draft.terms if result.target)
    assert [result for result in draft.terms if result.way is TermWay.FAILED] == []


def test_a_term_like_a_code_has_the_glossarys_words():
    glossary = made("e,EHang,亿航,proper,\nx,XtalPi,晶泰科技,proper,\n", "zh-Hans")
    translator = Translator(engine("zh-Hans"), glossary, locale="zh-Hans")
    (draft,) = translator.translate([Request("Huawei, EHang and XtalPi showed their work.")])
    assert "亿航" in draft.text
    assert "晶泰科技" in draft.text
    assert not [one for one in draft.findings if "EHang" in one.message]


def drafted(text: str, rows: str, locale: str) -> str:
    translator = Translator(engine(locale), made(rows, locale), locale=locale)
    return translator.translate([Request(text, format="text")])[0].text


def test_a_number_inside_a_term_is_written_as_the_term_has_it():
    """`No. 190` by itself comes through as a reference; as part of a term it is the glossary's."""
    rows = "c,Convention No. 190,Convenio núm. 190,proper,\n"
    draft = drafted("Eleven States have ratified Convention No. 190.", rows, "es")
    assert "Convenio núm. 190" in draft
    assert draft.count("190") == 1


def test_a_term_that_is_said_again_is_the_term_again_where_the_draft_says_its_word():
    eczema = drafted(
        "Eczema is common; eczema in children is more common.", "t,eczema,eczéma,noun,", "fr"
    )
    assert eczema.lower().count("eczéma") == 2
    customs = drafted(
        "The World Customs Organization (WCO) and the WCO's members met.",
        "h,World Customs Organization,Organisation mondiale des douanes,proper,\n"
        "i,WCO,OMD,proper,case:exact",
        "fr",
    )
    assert customs.count("OMD") == 2


def test_a_mention_that_the_draft_leaves_out_is_put_in_place_of_no_other_word():
    rows = "e,claim,revendication,noun,\ng,applicant,déposant,noun,"
    text = drafted("If the applicant withdraws claim 3, claim 4 remains.", rows, "fr")
    assert "la revendication 4 reste" in text
    assert " 3," in text


def test_a_verb_that_takes_the_place_of_a_noun_has_no_article():
    text = drafted("Granting a patent takes time.", "d,grant,délivrer,verb,", "fr")
    assert text.startswith("Délivrer un brevet ")


def test_two_terms_that_begin_alike_are_no_loop():
    """`marque` directly before `marque de base` looks like a word said twice, and both are asked for."""
    rows = (
        "t,trademark,marque | marques,noun,\nb,basic mark,marque de base | marques de base,noun,\n"
    )
    glossary = made(rows, "fr")
    text = "This is a difference from the Madrid System, where a trademark first needs a basic mark at home."
    translator = Translator(engine("fr"), glossary, locale="fr")
    (draft,) = translator.translate([Request(text)])
    terms = glossary.require(text, glossary.find(text, "en"), "fr")
    assert glossary.verify(draft.text, terms, "fr").ok, draft.text


@pytest.mark.parametrize(("locale", "short", "whole"), [
    ("ru", "(ВОИС)", "интеллектуальной собственности"),
    ("ar", "(الويبو)", "العالمية للملكية الفكرية"),
])  # fmt: skip
def test_an_acronym_in_brackets_stays_one(locale: str, short: str, whole: str):
    source = "She works for the World Intellectual Property Organization (WIPO)."
    (draft,) = enforce(engine(locale), [TermItem(source)], sample(), locale)
    assert short in draft.text
    assert draft.text.count(whole) == 1
