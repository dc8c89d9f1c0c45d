"""Where only the other Chinese script is to be had: the whole way, with OpenCC itself."""

import pytest

from tests.conftest import ROOT
from transflow.checks import CheckContext, run
from transflow.config import EngineConfig
from transflow.engines import open_engine, packages, pins
from transflow.engines.convert import converter
from transflow.glossary import Concept, Form, Glossary, csv
from transflow.model import Draft, Entry, State
from transflow.translation import Request, Translator
from transflow.translation.distrust import examine

opencc = pytest.importorskip("opencc", reason="the extra `chinese` is not installed")

STARTER = next(path.stem for path in (ROOT / "models").glob("*-en_zh-*.argosmodel"))
CHINESE = "argos/en_zh@" + STARTER.rpartition("-")[2].replace("_", ".")
"""What drafts of the starter package are signed with."""
SENTENCES = [
    "The office published the annual report.",
    "The applicant must pay the fee within three months.",
    "For more information, see https://example.org/a and WO/2024/123456.",
]


def drafts(root, tag, glossary=None):
    engine = open_engine(EngineConfig(), "en", tag, root=root)
    translator = Translator(engine, glossary or Glossary(), locale=tag)
    return engine, translator.translate([Request(text, format="text") for text in SENTENCES])


@pytest.mark.parametrize(
    ("tag", "profile"), [("zh-Hant", "s2tw"), ("zh-TW", "s2tw"), ("zh-Hant-HK", "s2hk")]
)
def test_traditional_from_a_simplified_package(root, tag, profile):
    engine, made = drafts(root, tag)
    assert engine.name == f"{CHINESE}+{profile}"
    for text, draft in zip(SENTENCES, made, strict=True):
        assert draft.text
        assert "variant" not in {found.kind for found in examine(text, draft.text, "en", "zh-Hant")}
    assert "https://example.org/a" in made[2].text
    assert "WO/2024/123456" in made[2].text


def test_letters_are_those_of_the_region():
    # Taiwan's standard has 裡 為, Hong Kong's 裏 為 and 説: lists of the two administrations.
    class Simplified:
        name, source, target = "box/1", "en", "zh-Hans"

        def translate(self, texts):
            return [Draft("国家知识产权局说，为了这里。") for _ in texts]

    assert (
        converter("s2tw", Simplified()).translate(["x"])[0].text == "國家知識產權局說，為了這裡。"
    )
    assert (
        converter("s2hk", Simplified()).translate(["x"])[0].text == "國家知識產權局説，為了這裏。"
    )


def test_terms_hold_in_the_converted_script(root):
    concept = Concept("report", {"en": (Form("annual report"),), "zh-Hant": (Form("年度報告書"),)})
    _, made = drafts(root, "zh-Hant", Glossary([concept]))
    assert "年度報告書" in made[0].text


def test_terms_and_places_stand_whole_in_the_converted_script(root):
    rows = "id,en,zh-Hant\noffice,office,主管機關\npct,PCT,《專利合作條約》\n"
    glossary = Glossary(csv.parse(rows))
    engine = open_engine(EngineConfig(), "en", "zh-Hant", root=root)
    translator = Translator(engine, glossary, locale="zh-Hant")
    sources = [
        "The conference takes place in Geneva in May.",
        "NEW OFFICE IN GENEVA",
        "The patent office in Munich is closed.",
        "The court heard the appeal of the office.",
        "He said: “The PCT has 157 members.”",
    ]
    made = translator.translate([Request(source, format="text") for source in sources])
    for source, draft in zip(sources, made, strict=True):
        entry = Entry(source, draft.text, State.DRAFT)
        told = run([entry], context=CheckContext("zh-Hant", format="text", glossary=glossary))
        assert not told, (draft.text, told)
        assert all(term.target in draft.text for term in draft.terms)
    assert [draft.text.count("日內瓦") for draft in made[:2]] == [1, 1]
    assert "「" in made[4].text
    assert "“" not in made[4].text


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("The meeting takes place in Geneva in May.", "會議將於5月在日內瓦舉行。"),
        ("My delegation voted against the proposal.", "我國代表團投票反對該提案。"),
        ("The office is closed for three weeks.", "該局關閉三週。"),
        ("Two billion people use it.", "二十億人使用它。"),
    ],
)
def test_reviewers_of_traditional_texts_are_told_nothing_of_right_ones(source, translation):
    entry = Entry(source, translation, State.APPROVED)
    assert run([entry], context=CheckContext("zh-Hant", format="text")) == []


def test_what_is_lost_is_told_in_the_letters_of_the_locale():
    entry = Entry("The meeting takes place in Geneva.", "會議將舉行。", State.APPROVED)
    (found,) = run([entry], context=CheckContext("zh-Hant", format="text"))
    assert "日內瓦" in found.message


def test_a_pin_keeps_the_conversion(root):
    config = EngineConfig(pins=dict([pins.pin(EngineConfig(), "en", "zh-Hant", root=root)]))
    assert open_engine(config, "en", "zh-Hant", root=root).name == f"{CHINESE}+s2tw"
    assert not pins.astray(packages.list_packages(root), config, "en", "zh-Hant")


def test_simplified_is_not_converted(root):
    assert drafts(root, "zh-Hans")[0].name == CHINESE


def test_serbian_by_letters():
    class Cyrillic:
        name, source, target = "box/1", "en", "sr"

        def translate(self, texts):
            return [Draft("Његов завод је у Београду.") for _ in texts]

    engine = converter("sr-Latn", Cyrillic())
    assert engine.name == "box/1+sr-Latn"
    assert engine.translate(["x"])[0].text == "Njegov zavod je u Beogradu."
