import re
from pathlib import Path

import pytest

from transflow.errors import GlossaryError
from transflow.glossary import csv, tables

EVAL = Path(__file__).parents[3] / "shared" / "eval" / "glossaries"
needs_eval = pytest.mark.skipif(not EVAL.is_dir(), reason="outside test glossaries are not here")

CONCEPTS = csv.parse(
    "id,en,es,match,status,note\n"
    "app,application | filing,solicitud | petición | instancia | !aplicación,,approved,patents\n"
    "fee,fee,,,approved,\n"
    "new,draft,borrador,,proposed,\n"
    "dna,XtalPi,,dnt,approved,\n"
)


@pytest.mark.parametrize("name", list(tables.FORMATS))
def test_what_is_written_is_read_back(name: str, tmp_path: Path):
    written = tables.dump(CONCEPTS, "en", "es", format=name)
    path = tmp_path / ("t.txt" if name == "omegat" else "t.csv")
    path.write_text(written.text, "utf-8")
    again = tables.read(path, "en", "es")
    assert {
        c.allowed("en")[0]: c.allowed("es") for c in again if c.allowed("en")[0] != "XtalPi"
    } == {
        "application": ("solicitud",),
        "filing": ("petición",),
    }
    assert any("XtalPi" in c.allowed("en") for c in again)


@pytest.mark.parametrize("name", list(tables.FORMATS))
def test_what_does_not_fit_is_listed(name: str):
    lost = "\n".join(tables.dump(CONCEPTS, "en", "es", format=name).lost)
    assert "app: admitted instancia" in lost
    assert "petición" not in lost
    assert "fee: no term in es" in lost
    assert "new: proposed, not exported" in lost
    assert ("app: refused aplicación" in lost) is (name != "weblate")


def test_weblate_keeps_forbidden_and_untranslatable_terms(tmp_path: Path):
    path = tmp_path / "w.csv"
    path.write_text(tables.dump(CONCEPTS, "en", "es", format="weblate").text, "utf-8")
    found = {c.allowed("en")[0]: c for c in tables.read(path, "en", "es")}
    assert found["XtalPi"].dnt
    assert ("aplicación", "forbidden") in {
        (f.text, f.status) for f in found["application"].forms["es"]
    }


def test_a_pair_without_a_target_names_its_line(tmp_path: Path):
    path = tmp_path / "d.csv"
    path.write_text("fee,tasa\nfiling,\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"d\.csv:2: 'filing' has no target"):
        tables.read(path, "en", "es")


def test_an_unknown_format_is_refused():
    with pytest.raises(GlossaryError, match="formats: deepl, omegat, weblate, tbx"):
        tables.dump(CONCEPTS, "en", "es", format="xls")
    with pytest.raises(GlossaryError, match="formats: deepl, omegat, weblate, tbx"):
        tables.read(Path("t.csv"), "en", "es", format="xls")


@pytest.mark.parametrize("name", list(tables.FORMATS))
def test_a_short_form_goes_with_the_short_form(name: str):
    header = "id,en,fr,match,status,note\n"
    row = (
        "pct,Patent Cooperation Treaty | PCT | the Treaty,Traité de coopération | PCT,,approved,\n"
    )
    text = tables.dump(csv.parse(header + row), "en", "fr", format=name).text.replace('"', "")
    lines = [re.split(r"[,\t]", line) for line in text.splitlines()]
    pairs = [line[1:3] if name == "weblate" else line[:2] for line in lines]
    assert ["PCT", "PCT"] in pairs
    assert ["Patent Cooperation Treaty", "Traité de coopération"] in pairs
    assert ["the Treaty", "Traité de coopération"] in pairs


@needs_eval
@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("omegat_test.tab", "kde", "koo moo"),
        ("omegat_test.csv", "kde", "csv kde"),
        ("omegat_testUTF16LE.txt", "UTF", "Unicode Transformation Format"),
    ],
)
def test_omegat_tables_in_their_encodings(name: str, first: str, second: str):
    found = {c.allowed("en")[0]: c.allowed("fr") for c in tables.read(EVAL / name, "en", "fr")}
    assert found[first] == (second,)


@needs_eval
def test_a_table_of_comments_alone_holds_no_term():
    with pytest.raises(GlossaryError, match="holds no term"):
        tables.read(EVAL / "omegat_test-magiccomment-bom.tab", "en", "fr")


@pytest.mark.parametrize(
    "head",
    [
        "English;Français",
        "English term;Terme français",
        "anglais;français",
        "English;French",
        "en;fr",
        "EN-GB;fr_FR",
    ],
)
def test_a_head_may_name_the_languages(tmp_path: Path, head: str):
    path = tmp_path / "terms.csv"
    path.write_text(f"{head}\npatent;brevet\n", encoding="utf-8")
    assert [concept.id for concept in tables.read(path, "en", "fr")] == ["patent"]


@pytest.mark.parametrize("row", ["English;anglais", "French;français", "patent;brevet"])
def test_a_term_that_is_a_language_is_no_head(tmp_path: Path, row: str):
    path = tmp_path / "terms.csv"
    path.write_text(f"{row}\ndesign;dessin\n", encoding="utf-8")
    assert len(tables.read(path, "en", "fr")) == 2


SEVERAL = """English;Français;Deutsch;Fiche;Remarque
berth;poste d’amarrage;Liegeplatz;12;jamais « couchette »
fee;redevance;;13;« taxe » est interdit
quay;;Kai;14;
"""


@pytest.mark.parametrize("locale", ["fr", "de"])
def test_a_list_of_several_languages_gives_each_its_column(tmp_path, locale):
    path = tmp_path / "list.csv"
    path.write_text(SEVERAL)
    found = {one.id: one for one in tables.read(path, "en", locale)}
    forms = {
        key: {tag: [form.text for form in has] for tag, has in one.forms.items()}
        for key, one in found.items()
    }
    assert forms == {
        "berth": {"en": ["berth"], "fr": ["poste d’amarrage"], "de": ["Liegeplatz"]},
        "fee": {"en": ["fee"], "fr": ["redevance"]},
        "quay": {"en": ["quay"], "de": ["Kai"]},
    }
    assert [one.note for one in found.values()] == [
        "jamais « couchette »",
        "« taxe » est interdit",
        "",
    ]


def test_a_list_without_the_language_that_is_asked_for_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(SEVERAL)
    with pytest.raises(GlossaryError, match="has no column of es"):
        tables.read(path, "en", "es")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00", r"list\.csv: is a spreadsheet or an archive.*save it as CSV UTF-8"),
        ("fee\ttaxe\ndesign\tmodèle\n".encode("cp1252"), r"list\.csv:2: is not UTF-8 .*--encoding"),
    ],
)
def test_a_file_that_is_no_table_says_what_to_do(tmp_path, data, told):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(GlossaryError, match=told):
        tables.read(path, "en", "fr")


def test_only_what_is_in_the_table_is_counted():
    text = "id,en,fr,es,status\nfee,fee,taxe,,\nmark,mark,,marca,\nfine,fine,amende,,proposed\n"
    written = tables.dump(csv.parse(text), "en", "fr", format="omegat")
    assert (written.text, written.concepts) == ("fee\ttaxe\n", 1)
