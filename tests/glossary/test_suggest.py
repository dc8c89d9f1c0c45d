from transflow.glossary import Glossary, csv
from transflow.glossary.names import names
from transflow.glossary.suggest import suggest


def test_repeated_phrases_without_an_entry_are_suggested():
    glossary = Glossary(csv.parse("id,en,fr\npct,Patent Cooperation Treaty,PCT\n"))
    texts = [
        ("a", "The **collective management** organization joined the Patent Cooperation Treaty."),
        ("b", "Each collective management organization and the Patent Cooperation Treaty."),
        (
            "c",
            "Collective management organizations of the Patent Cooperation Treaty, of the world.",
        ),
        ("d", "A license fee, the license fee; of the license fees."),
    ]
    found = suggest(texts, glossary, "en")
    assert [(c.text, c.count) for c in found] == [
        ("collective management organization", 3),
        ("license fee", 3),
    ]
    assert found[0].contexts[1] == texts[1]


def test_a_phrase_that_only_lives_in_a_longer_one_is_not_suggested():
    texts = [("a", "prior art search")] * 4 + [("b", "prior art")] * 3
    assert [c.text for c in suggest(texts, Glossary(), "en")] == ["prior art search", "prior art"]


def test_names_without_an_entry_are_listed():
    glossary = Glossary(csv.parse("id,en,zh-Hans\nw,World Health Organization,世卫组织\n"))
    texts = [
        ("a", "The adviser was **Lena Rivers** of the World Health Organization."),
        ("b", "Lena Rivers and the University of Lucerne met on Monday."),
        ("c", "A Short Guide to Everything Here"),
        ("d", "The Office told it. In May the office opened."),
    ]
    assert [(one.text, one.count) for one in names(texts, glossary, "en")] == [
        ("Lena Rivers", 2),
        ("University of Lucerne", 1),
    ]
    found = names([("a", "由远禾智能科技（天津）有限公司提交")], Glossary(), "zh-Hans")
    assert [one.text for one in found] == ["远禾智能科技（天津）有限公司"]
