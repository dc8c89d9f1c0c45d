"""Versions are no decimals: neither advice about them nor a point or a zero lost in silence."""

import pytest

from transflow.quantities import head, is_version_column, sections, versions

FOUND = [
    ("Versions before 2.1 leaked memory.", ["2.1"]),
    ("The old name works until 3.0.", ["3.0"]),
    ("You need Go 1.23 and `make`.", ["Go 1.23"]),
    ("The kernel 5.10 is needed, 5.4 or newer for tests.", ["5.10", "5.4"]),
    ("It needs Python 3.10, PostgreSQL 15.2 and glibc 2.31.", ["3.10", "15.2", "glibc 2.31"]),
    ("glibc ≥ 2.31", ["glibc ≥ 2.31"]),
    ("The versions 2.0, 2.1 and 2.2 are old.", ["2.0", "2.1", "2.2"]),
    ("Removed in 4.0 and deprecated since 3.8.", ["4.0", "3.8"]),
    ("Version 2.0 is 1.5 times faster.", ["2.0"]),
    ("In Geneva 1.3 million came; the fee rose from 1.5 to 2.5 percent.", []),
    ("A grade of 3.5 or higher since 2.5 years, and Go 1.5 miles north.", []),
    ("It costs Fr. 2.50 and was 5.10 euros; Mach 2.5 was flown.", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_is_a_version(text, found):
    assert [text[one.start : one.end] for one in versions(text)] == found


def test_headings_of_versions():
    assert all(map(is_version_column, ["Version", "Minimum version", "Requires", "Release"]))
    assert not any(map(is_version_column, ["Price", "Released films", "System", "Conversion"]))


KEPT = [
    ("The kernel 5.10 is needed.", "es", "Se necesita el núcleo 5.10."),
    ("Versions before 2.1 leaked memory.", "fr", "Avant la 2.1, la mémoire fuyait."),
    ("The old name works until 3.0.", "fr", "L'ancien nom marche jusqu'à la 3.0."),
    ("You need Go 1.23.", "ar", "تحتاج إلى Go ١٫٢٣."),
    ("13.2", "es", "13.2"),
]


@pytest.mark.parametrize(("source", "locale", "target"), KEPT)
def test_a_version_as_it_is_needs_no_advice(rules, source, locale, target):
    assert not rules(source, target, locale) & {"numbers", "number-format"}


CHANGED = [
    ("The kernel 5.10 is needed.", "es", "Se necesita el núcleo 5,1.", "expected 5.10"),
    ("You need Go 1.23.", "es", "Necesita Go 1,23.", "expected 1.23"),
    ("Version 2.10 is out.", "ru", "Вышла версия 2,10.", "expected 2.10"),
]


@pytest.mark.parametrize(("source", "locale", "target", "told"), CHANGED)
def test_a_changed_version_is_an_error(judge, source, locale, target, told):
    found = [one.message for one in judge(source, target, locale) if one.rule == "numbers"]
    assert len(found) == 1
    assert told in found[0]


def test_no_advice_drops_a_zero(judge):
    (found,) = judge("It costs 5.10 euros.", "Cuesta 5.10 euros.", "es")
    assert found.message.endswith("expected 5,10")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.10 You may copy the texts.", ["1.10"]),
        ("2.3 Payment of fees", ["2.3"]),
        ("4.1. A member may leave.", ["4.1"]),
        ("Room 1.07 has moved to 2.07.", ["1.07", "2.07"]),
        ("Rooms 2.01 and 2.02, at 3.5 degrees", ["2.01", "2.02"]),
        ("2.5 Million Children Vaccinated", []),
        ("1.5 Degrees Is the Limit", []),
        ("1.5 million came.", []),
        ("The hall stands 5.5 metres high, the office 3.2 per cent smaller.", []),
    ],
)
def test_what_a_paragraph_or_a_room_is_called_by(text, found):
    assert [text[start:end] for start, end in sections(text)] == found


def test_where_the_number_of_a_paragraph_ends():
    assert [head(text) for text in ("3. Data", "1.1 You may", "3 children", "3.5 Million", "A 1.1 B")] == [
        3, 4, 0, 0, 0,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "locale", "target"),
    [
        ("2.2 You may not sell the data.", "fr", "2.2 Vous ne pouvez pas vendre les données."),
        ("1.10 The licence ends.", "es", "1.10 La licencia termina."),
        ("Room 3.14", "ru", "Зал 3.14"),
        ("Room 1.07 has moved to 2.07.", "fr", "La salle 1.07 est maintenant la 2.07."),
    ],
)
def test_paragraphs_and_rooms_need_no_comma(rules, source, locale, target):
    assert not rules(source, target, locale) & {"numbers", "number-format"}


@pytest.mark.parametrize(
    "code",
    ["1:58.32", "3:22.07", "p=0.003", "p = 0.003", "1:2.5", "1:25,000", "BA.2.86", "XBB.1.5", "2026-03-05T14:22:10.123", "build 26100.1742",
     "doi:10.1000/182.12", "C12N 15/86 (2006.01)", "articles 4.10 et 4.11", "code 0901.21", "WHA77.8",
     "48.8584, 2.2945", "4.10(a)", "numpy>=1.26", "1.6e-19"],
)  # fmt: skip
@pytest.mark.parametrize("locale", ["fr", "es", "ru"])
def test_a_code_as_it_is_needs_no_advice(rules, code, locale):
    source = f"It is {code.replace(' et ', ' and ')} here."
    target = {"fr": "C’est {} ici.", "es": "Es {} aquí.", "ru": "Это {} здесь."}[locale]
    assert not rules(source, target.format(code), locale) & {"numbers", "number-format"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It is ≈2.5 (or 3.5/km) here.", "C’est ≈2.5 (ou 3.5/km) ici."),
        ("Targets 2.5 and 3 million are missed.", "Les cibles 2.5 et 3 millions sont manquées."),
        ("It is 10.5 here.", "C’est 10.5 ici."),
    ],
)
def test_a_value_is_no_code(rules, source, target):
    assert "number-format" in rules(source, target, "fr")
