"""Words of notices that models turn round: what is expected of a draft is what the sentence must say in any wording."""

import re

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import concept, drafted, starter
from transflow.glossary import Glossary
from transflow.translation import Request, Translator
from transflow.translation.plainwords import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The patent was revoked, the law repealed.", ["cancelled", "cancelled"]),
        ("The court upheld the decision.", ["confirmed"]),
        ("The board upheld the complaint and our values are upheld there.", []),
        ("The lorry overturned; the ruling was not overturned by the judges.", []),
        ("The right lapses at once, in a lapse of memory; the mark lapsed.", ["expires", "expired"]),
        ("Nobody but Kim knew; nobody but cats.", ["Only"]),
        ("All but two members stayed, all but two of them spoke.", ["All members except two"]),
        ("By now hardly anyone complains.", ["almost nobody"]),
        ("Hardly anyone complains; it hardly ever stops. Hardly ever.", ["Almost nobody", "rarely", "Rarely"]),
        ("A term of not less than one month and not more than two", ["at least", "no more than"]),
        ("It is not more than they deserve.", []),
        ("Dr. Amadou Berg appointed President of the Office", ["is appointed"]),
        ("Cases before the Supreme Court; the day before the court met", ["in"]),
        ("They filed 61,240 in 2025, down 3.4% from 63,395; fees are up 5%.", ["a decrease of", "have increased by"]),
        ("Jane Berg appointed Director of the Archive", ["is appointed"]),
        ("Jane Berg appointed Director Olsen yesterday.", []),
        ("About 1 in 3 people, or 1 in 10; Table 1 in 3 pages", ["one", "one"]),
        ("1 in 10 children left, up to 1 in 5 hours.", ["One"]),
        ("Two fields are left out. We were left out of it.", ["omitted"]),
    ],
)  # fmt: skip
def test_plain_words_say_the_same(text, expected):
    assert [one.text for one in find(text)] == expected


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("es", "The patent was revoked three years later.", "cancel|revoc|anul"),
        ("ru", "The patent was revoked in 2019.", "отмен|аннул|отоз"),
        ("ar", "The law was repealed in 2020.", "ألغ|لغي"),
        ("fr", "The court upheld the decision.", "confirm|maint"),
        ("fr", "All but two members voted.", "sauf|excep"),
        ("ar", "The machine hardly ever stops.", "نادر"),
        ("es", "The machine hardly ever stops.", "rara vez|raramente|casi nunca"),
        ("zh-Hans", "The fee is not less than EUR 100 and not more than EUR 500.", "不得?超过|最多"),
        ("fr", "Since we began to phone them, hardly anyone complains.", "presque personne|presque pas|n[’'](?:y )?a"),
        ("es", "It does not apply to proceedings before the courts.", r"\b(?:en|ante|(?<!antes )de) los tribunales"),
    ],
)  # fmt: skip
def test_the_starter_models_say_it(locale, text, said):
    (draft,) = drafted(starter(locale), text, locale=locale)
    assert re.search(said, draft.text), draft.text


def test_a_full_model_reads_the_authors_words():
    asked = []

    def answer(text):
        asked.append(text)
        return "La patente fue revocada en 2019."

    box = Scripted(answer)
    Translator(box, Glossary(), locale="es").translate([Request("The patent was revoked in 2019.")])
    assert "cancelled" not in " ".join(asked)


def test_a_term_of_the_glossary_is_read_as_it_stands():
    own = Glossary([concept("revoked", "revocada")])
    (draft,) = drafted(starter("es"), "The patent was revoked in 2019.", glossary=own)
    assert "revocada" in draft.text
