"""Whole sentences, with scripted engines and with the starter models."""

import re
import threading
from functools import cache
from pathlib import Path

import pytest

from tests.translation.boxes import Scripted
from transflow.config import EngineConfig
from transflow.documents import spans
from transflow.engines import open_engine
from transflow.glossary import Concept, Form, Glossary
from transflow.memory import Memory
from transflow.model import UnitKind
from transflow.translation import Request, Translator

ROOT = Path(__file__).parents[2]
EMPTY = Glossary()


@cache
def starter(locale):
    return open_engine(EngineConfig(threads=2), "en", locale, root=ROOT)


def asked(text, kind=UnitKind.PARAGRAPH, form="markdown"):
    return Request(text, tuple(spans(text, form)), kind, form)


def drafted(engine, *texts, locale="es", kind=UnitKind.PARAGRAPH, glossary=EMPTY, **more):
    translator = Translator(engine, glossary, locale=locale, **more)
    return translator.translate([asked(text, kind) for text in texts])


def concept(term, form, locale="es", **more):
    return Concept(term, {"en": (Form(term),), locale: (Form(form),)}, **more)


@pytest.mark.parametrize("text", ["1", "2019", "A", "€27.40", "https://example.org/a", "—", "`x`"])
def test_nothing_to_translate_is_never_sent(text):
    box = Scripted(lambda _: "no")
    (draft,) = drafted(box, text, number_style="source")
    assert draft.text == text
    assert draft.origin == "copy"
    assert box.asked == []


def test_bare_numbers_as_the_locale_writes_them():
    assert drafted(None, "28,000", locale="fr")[0].text == "28\u202f000"


def test_one_chinese_character_is_a_word():
    box = Scripted({"人": "person"}, "en", "zh-Hans")
    translator = Translator(box, EMPTY, locale="en", source_locale="zh-Hans")
    assert translator.translate([asked("人")])[0].text == "person"


def test_a_unit_that_is_a_term_is_taken_from_the_glossary():
    box = Scripted(lambda _: "Zum Newsletter", "de")
    glossary = Glossary([concept("Tuvalu", "Tuvalu", "de"), concept("fee", "Gebühr", "de")])
    tuvalu, fee = drafted(box, "Tuvalu", "FEE", locale="de", glossary=glossary)
    assert (tuvalu.text, fee.text) == ("Tuvalu", "GEBÜHR")
    assert tuvalu.origin == "glossary"
    assert box.asked == []


def test_white_space_around_is_kept():
    box = Scripted({"Filed on": "Presentada el", "Fee:": "Tasa:"})
    texts = [draft.text for draft in drafted(box, " Filed on ", "Fee:\n")]
    assert texts == [" Presentada el ", "Tasa:\n"]


def test_equal_sentences_are_sent_once():
    box = Scripted({"The fee fell.": "La tasa bajó."})
    drafts = drafted(box, *["The fee fell."] * 5)
    assert [draft.text for draft in drafts] == ["La tasa bajó."] * 5
    assert box.asked == ["The fee fell."]


def test_title_case_is_sent_as_a_sentence():
    box = Scripted({"Next step — read the office letter": "Siguiente paso: lea la carta"})
    (draft,) = drafted(box, "Next Step — Read the Office Letter", kind=UnitKind.HEADING)
    assert draft.text == "Siguiente paso: lea la carta"


def test_capitals_are_sent_as_a_sentence_and_come_back():
    box = Scripted({"Director general ends visit": "El director general termina la visita"})
    (draft,) = drafted(box, "DIRECTOR GENERAL ENDS VISIT", kind=UnitKind.TITLE)
    assert draft.text == "EL DIRECTOR GENERAL TERMINA LA VISITA"


def test_addresses_never_reach_the_engine():
    box = Scripted(lambda text: text.replace("Write to", "Escriba a").replace("or see", "o vea"))
    text = "Write to help@example.org or see https://example.org/a?x=1&y=2."
    (draft,) = drafted(box, text)
    assert draft.text == "Escriba a help@example.org o vea https://example.org/a?x=1&y=2."
    assert not any("example" in one for one in box.asked)


def test_a_spoilt_number_is_mended():
    source = "In 2024 it took 312,704 filings, of which 48,115 came later."
    box = Scripted({source: "En 2024 hubo 31.704 solicitudes, de las que 48.115 llegaron después."})
    (draft,) = drafted(box, source)
    assert draft.text == "En 2024 hubo 312.704 solicitudes, de las que 48.115 llegaron después."
    assert draft.findings == ()


def test_what_stays_suspect_is_flagged_or_left_empty():
    box = Scripted({"granted by the office": "concedida concedida concedida"})
    (draft,) = drafted(box, "granted by the office")
    assert draft.findings[0].rule == "suspect-loop"
    (draft,) = drafted(box, "granted by the office", config=EngineConfig(on_suspect="empty"))
    assert draft.text == ""
    assert draft.findings


def test_long_texts_are_cut_and_nothing_is_lost():
    limit = 60

    def answer(text):
        assert len(text) <= limit * 2.5
        return re.sub(r"claim", "reivindicación", text)

    text = "; ".join(f"the claim numbered {n} holds" for n in range(1000, 1300)) + "."
    (draft,) = drafted(Scripted(answer), text, config=EngineConfig(max_tokens=limit))
    assert [n for n in range(1000, 1300) if str(n) not in draft.text] == []
    assert draft.text.count("reivindicación") == 300


def test_markup_comes_back_with_the_models():
    text = "The **Patent Cooperation Treaty** has [a guide](https://example.org/g) and `code`."
    for locale in ("fr", "es", "zh-Hans"):
        (draft,) = drafted(starter(locale), text, locale=locale)
        assert draft.text.count("**") == 2
        assert "](https://example.org/g)" in draft.text
        assert draft.text.count("`code`") == 1
        assert not re.search("[\ue000-\uf8ff]", draft.text)


def test_emoji_stay_between_sentences():
    text = "The fee fell. 😆 We think more firms will file now."
    (draft,) = drafted(starter("es"), text)
    head, tail = draft.text.split("😆")
    assert any(map(str.isalpha, head))
    assert any(map(str.isalpha, tail))


def test_the_cache_answers_the_same_question(tmp_path):
    box = Scripted({"The fee fell.": "La tasa bajó."})
    with Memory.open(tmp_path / "m.sqlite") as memory:
        first = drafted(box, "The fee fell.", cache=memory)
    with Memory.open(tmp_path / "m.sqlite") as memory:
        assert drafted(box, "The fee fell.", cache=memory) == first
        assert box.asked == ["The fee fell."]
        drafted(box, "The fee fell.", cache=memory, config=EngineConfig(beam=3))
        assert len(box.asked) == 2
        glossary = Glossary([concept("fee", "tasa")])
        drafted(box, "The fee fell.", cache=memory, glossary=glossary)
        assert len(box.asked) == 3


def test_same_drafts_whatever_comes_along():
    engine = starter("fr")
    texts = [
        "The office opened in 1978.",
        "He met the Governor.",
        "A patent protects an invention.",
    ]
    together = drafted(engine, *texts, locale="fr")
    alone = [drafted(engine, text, locale="fr")[0] for text in texts]
    assert together == alone


def test_progress_is_told():
    seen = []
    translator = Translator(Scripted(lambda text: text + "o"), EMPTY, locale="es")
    translator.translate([asked("One thing."), asked("Two things.")], lambda *at: seen.append(at))
    assert seen[-1] == (2, 2)


def test_no_engine_leaves_words_empty():
    assert [draft.text for draft in drafted(None, "A word.", "12")] == ["", "12"]


def test_threads_may_share_an_engine():
    found = []

    def work():
        found.append(drafted(starter("fr"), "The office opened in 1978.", locale="fr")[0].text)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1


def test_no_break_spaces_are_the_documents_not_the_models():
    box = Scripted(lambda text: text)
    drafted(box, "See\u00a0Fig. and read\u202fit.")
    assert box.asked[0] == "See Fig. and read it."
    (draft,) = drafted(Scripted(lambda text: text.replace("It is", "Es")), "It is 20\u00a0km.")
    assert "20\u00a0km" in draft.text


def test_headings_keep_the_names_of_firms_and_people():
    box = Scripted(lambda text: text)
    for text in ("Procter & Gamble Opens New Laboratory", "Anna Kowalczyk Wins Design Prize"):
        drafted(box, text, kind=UnitKind.HEADING)
    asked = " ".join(box.asked)
    assert "Procter & Gamble opens new laboratory" in asked
    assert "Anna Kowalczyk wins design prize" in asked


def test_an_address_is_whole_where_a_reader_saw_part_of_it():
    text = "Connect to ssh://git@example.org:22/repo.git today."
    box = Scripted(lambda text: text.replace("Connect to", "Conecte a"))
    (draft,) = drafted(box, text)
    assert "ssh://git@example.org:22/repo.git" in draft.text
    assert "example" not in box.asked[0]


def test_an_address_in_a_heading_in_capitals_keeps_its_marks():
    translator = Translator(starter("zh-Hans"), Glossary(), locale="zh-Hans")
    heading = asked("VISIT HTTPS://EXAMPLE.ORG/A NOW", UnitKind.HEADING, form="text")
    assert "HTTPS://EXAMPLE.ORG/A" in translator.translate([heading])[0].text
