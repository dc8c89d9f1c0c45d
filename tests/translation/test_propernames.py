"""Names of people, without the offices before them, and of firms."""

import pytest

from transflow.translation import lines
from transflow.translation.companies import firms
from transflow.translation.propernames import foreign, is_name, people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("said EPO President António Campinos.", "António Campinos"),
        ("Secretary-General António Guterres spoke.", "António Guterres"),
        ("Mr. Étienne Nguyễn-Roux signed.", "Étienne Nguyễn-Roux"),
        ("says patent attorney Siobhán Ní Bhriain.", "Siobhán Ní Bhriain"),
        ("Students from Universität Wien came.", "Universität Wien"),
        ("The mayor of Gdańsk spoke.", "Gdańsk"),
        ("Ana María López won.", "Ana María López"),
    ],
)
def test_a_name_is_taken_whole(text, name):
    assert [text[a:b] for a, b in foreign(text, "fr")] == [name]


@pytest.mark.parametrize(
    "text", ["São Paulo is large.", "The café opened.", "Türkiye joined.", "A cliché, no more.", "El Niño returns."]
)  # fmt: skip
def test_words_and_places_that_languages_write_otherwise_are_none(text):
    assert not list(foreign(text, "fr"))


def test_one_word_may_have_a_form_of_its_own_in_another_script():
    assert not list(foreign("Nestlé pays.", "ru"))
    assert list(foreign("Nestlé pays.", "es"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We do not, said Director General Maret Lindqvist.", "Maret Lindqvist"),
        ("Goalkeeper Ilka Somogyi saved it.", "Ilka Somogyi"),
        ("Minister of Trade Rosalind Achebe-Thorne welcomed it.", "Rosalind Achebe-Thorne"),
        ("Welcome: Anneliese Dufour, Director General of the Office", "Anneliese Dufour"),
        ("“No,” said the voice of Ilka Somogyi, its Deputy Registrar.", "Ilka Somogyi"),
        ("Tomasz Wieczorek: My grandmother never complained.", "Tomasz Wieczorek"),
        ("The film by director Mutale Chanda won.", "Mutale Chanda"),
    ],
)
def test_an_office_tells_the_name_behind_it(text, name):
    assert [text[a:b] for a, b in people(text, "fr")] == [name]


@pytest.mark.parametrize(
    "text", ["Director General of WIPO", "Coach Trips to Lake Garda", "the Engineer Corps"]
)
def test_an_office_without_a_name_tells_none(text):
    assert not people(text, "fr")


@pytest.mark.parametrize(
    "text",
    ["Industrial Designs: what is new", "Filing Fee: 30 euros", "Prior Art: a guide", "Costa Rica: New rules", "Buenos Aires, President Milei said"],
)  # fmt: skip
def test_a_label_or_a_place_is_no_person(text):
    assert not people(text, "fr")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It went to Brandt & Kessler GmbH and to Nordhavn Turbines A/S.", {"Brandt & Kessler GmbH", "Nordhavn Turbines A/S"}),
        ("Shirakawa Optical Co., Ltd., filed first.", {"Shirakawa Optical Co., Ltd."}),
        ("Lumière Santé S.A. was fifth.", {"Lumière Santé S.A."}),
        ("The supplier is Foo Bar plc, of London.", {"Foo Bar plc"}),
        ("PLACES ARE LIMITED", set()),
        ("Arts & Crafts", set()),
    ],
)  # fmt: skip
def test_a_firm_is_told_by_its_form_of_company(text, names):
    assert {text[a:b] for a, b in firms(text)} == names


@pytest.mark.parametrize("locale", ["fr", "ru", "zh-Hans", "ar"])
@pytest.mark.parametrize(
    "name", ["Nordhavn Turbines A/S", "Shirakawa Optical Co., Ltd.", "Brandt & Kessler GmbH"]
)
def test_a_cell_that_is_a_firm_is_written_as_it_is(name, locale):
    assert lines.written(name, "en", locale) == name


def test_of_a_heading_only_the_word_in_foreign_letters_is_a_name():
    text = "Port of Klaipėda Opens New Ferry Terminal in June"
    assert [text[a:b] for a, b in foreign(text, "fr", titled=True)] == ["Klaipėda"]


@pytest.mark.parametrize("name", ["María José García-Núñez", "Zoë van den Berg", "Ana Mª Sørensen"])
@pytest.mark.parametrize("locale", ["fr", "zh-Hans"])
def test_a_cell_that_is_a_name_in_foreign_letters_is_written_as_it_is(name, locale):
    assert lines.written(name, "en", locale) == name


@pytest.mark.parametrize("text", ["San José", "Café Culture", "Élysée Palace", "São Paulo Office"])
def test_places_and_offices_are_no_persons_names(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The chair, Dr. Nguyễn Thị Minh Khai, opened it.", {"Nguyễn Thị Minh Khai"}),
        ("We thank Prof. Chiara Lo Presti for her talk.", {"Chiara Lo Presti"}),
        ("Ms. Maria Luisa Dimaculangan of Manila spoke.", {"Maria Luisa Dimaculangan"}),
        ("She met Deborah Evelyn Mueller Monday.", {"Deborah Evelyn Mueller"}),
        ("Mr. Samuel Obiang President of the Board resigned.", {"Samuel Obiang"}),
    ],
)
def test_a_name_is_whole(text, names):
    assert {text[a:b] for a, b in people(text, "fr")} == names


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fr", ("Dr Nguyễn Thị Minh Khai", "Pr Chiara Lo Presti")),
        ("zh-Hans", ("Nguyễn Thị Minh Khai博士", "Chiara Lo Presti教授")),
        ("ar", ("د. Nguyễn Thị Minh Khai", "أ. د. Chiara Lo Presti")),
    ],
)
def test_a_cell_of_a_title_and_a_name_is_a_person(locale, expected):
    cells = ("Dr. Nguyễn Thị Minh Khai", "Prof. Chiara Lo Presti")
    assert tuple(lines.written(cell, "en", locale) for cell in cells) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. de la Cruz and Mr. von Trapp signed.", ["de la Cruz", "von Trapp"]),
        ("Dr. van der Berg left with Ms. Rosa Lind.", ["van der Berg", "Rosa Lind"]),
        ("Dr. Martin Luther King, Jr. spoke.", ["Martin Luther King"]),
        ("Bill Gates and Will Smith met.", ["Bill Gates", "Will Smith"]),
        ("Mark Twain's heirs met Will Okafor.", ["Mark Twain", "Will Okafor"]),
        ("Anna Lind and Will Okafor won.", ["Anna Lind", "Will Okafor"]),
    ],
)
def test_particles_and_first_names_that_are_words(text, names):
    for locale in ("fr", "ru"):
        assert sorted({text[a:b] for a, b in people(text, locale)}) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "Will Parliament vote?",
        "Will Smith sign?",
        "Bill Payments are due.",
        "The Finance Bill Committee met.",
        "They read the Bill Twice.",
        "The Will Okafor left is lost.",
    ],
)
def test_words_that_may_be_first_names_are_none(text):
    assert not people(text, "fr")
