"""Trouble that people report of glossaries elsewhere, brought about on purpose."""

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest

from transflow.errors import GlossaryError
from transflow.glossary import Glossary, csv, tables

THREE = "id,en,fr\na,fee,taxe\nb,office,bureau\nc,heir,héritier\n"
BOMS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-8": b""}


def made(rows: str, columns: str = "id,en,zh-Hans,fr,es,pos,match") -> Glossary:
    return Glossary(csv.parse(f"{columns}\n{rows}\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_save_is_read_alike(
    tmp_path: Path, encoding: str, separator: str, newline: str
):
    path = tmp_path / "g.csv"
    text = THREE.replace(",", separator).replace("\n", newline)
    path.write_bytes(BOMS.get(encoding, b"") + text.encode(encoding))
    assert [(c.id, c.forms["fr"][0].text) for c in csv.read(path)] == [
        ("a", "taxe"),
        ("b", "bureau"),
        ("c", "héritier"),
    ]


def test_the_locale_of_the_machine_changes_nothing(tmp_path: Path):
    (tmp_path / "g.csv").write_text("\ufeff" + THREE, "utf-8")
    program = (
        "import sys; from transflow.glossary import Glossary; "
        "g = Glossary.load([sys.argv[1]], source='en'); "
        "print(ascii(g.terms(g.find('An heir.', 'en')[0], 'fr')))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "g.csv")],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "('h\\xe9ritier',)\n"


@pytest.mark.parametrize("encoding", ["cp1252", "gbk"])
def test_another_code_page_is_refused_with_its_line_and_read_when_it_is_named(
    tmp_path: Path, encoding: str
):
    path = tmp_path / "g.csv"
    path.write_bytes(THREE.encode(encoding))
    with pytest.raises(GlossaryError, match=r"g\.csv:4: is not UTF-8"):
        csv.read(path)
    assert csv.read(path, encoding)[2].forms["fr"][0].text == "héritier"
    pairs = tmp_path / "pairs.csv"
    pairs.write_bytes("heir,héritier\n".encode(encoding))
    with pytest.raises(GlossaryError, match="--encoding"):
        tables.read(pairs, "en", "fr")
    (concept,) = tables.read(pairs, "en", "fr", encoding=encoding)
    assert concept.forms["fr"][0].text == "héritier"


def test_a_table_that_names_its_languages_has_no_term_of_them(tmp_path: Path):
    path = tmp_path / "pairs.csv"
    path.write_text("EN,fr-FR\nfee,taxe\n", "utf-8")
    assert [c.id for c in tables.read(path, "en-GB", "fr")] == ["fee"]
    path.write_text("de,fr\nfee,taxe\n", "utf-8")
    assert len(tables.read(path, "en", "fr")) == 2


def test_regions_share_a_column_and_scripts_and_directions_do_not():
    glossary = made("a,fee,费,taxe,,,", "id,en,zh-CN,fr,es,pos,match")
    found = glossary.find("A fee.", "en-GB")
    assert glossary.terms(found[0], "zh-Hans") == ("费",)
    assert glossary.terms(found[0], "zh-Hant") == ()
    assert glossary.serves("en-US", "zh-SG")
    assert not glossary.serves("en", "zh-TW")
    (back,) = glossary.find("收费。", "zh-Hans")
    assert glossary.terms(back, "en") == ("fee",)
    assert glossary.terms(back, "fr-CA") == ("taxe",)


@pytest.mark.parametrize(
    ("locale", "target", "good"),
    [
        ("es", "La Administración Nacional (CNIPA) se adhirió. La CNIPA luego…", True),
        ("zh-Hans", "国家知识产权局（CNIPA）加入。随后CNIPA……", True),
        ("zh-Hans", "国家知识产权局(CNIPA)加入。随后国家知识产权局……", True),
        ("zh-Hans", "国家知识产权局加入。", False),
        ("es", "La Administración Nacional se adhirió.", False),
    ],
)
def test_a_full_name_with_its_acronym_in_brackets(locale: str, target: str, good: bool):
    rows = (
        "l,China National Intellectual Property Administration,国家知识产权局,x,Administración Nacional,,\n"
        "s,CNIPA,CNIPA | 国家知识产权局,CNIPA,CNIPA,,"
    )
    source = "The China National Intellectual Property Administration (CNIPA) joined. CNIPA then…"
    assert made(rows).check(source, target, "en", locale).ok is good


def test_one_target_for_name_and_acronym_is_written_once():
    glossary = made("w,World Health Organization | WHO,世卫组织,OMS,OMS,,")
    source = "The World Health Organization (WHO) helps."
    assert glossary.check(source, "世卫组织帮助。", "en", "zh-Hans").ok
    assert glossary.check(source, "L'OMS aide.", "en", "fr").ok


def test_a_form_of_the_plural_entry_is_asked_for_what_its_own_source_says():
    """Our catalogs have no plural entries; whoever checks some asks about each form's own source."""
    glossary = made("f,filing,申请,dépôt,presentación,noun,")
    assert glossary.check("one filing", "un dépôt", "en", "fr").ok
    assert glossary.check("%d filings", "%d dépôts", "en", "fr").ok
    assert glossary.check("%d filings", "%d件申请", "en", "zh-Hans").ok
    assert not glossary.check("%d filings", "%d demandes", "en", "fr").ok


def test_marking_terms_never_changes_the_text():
    text = "An Office Action is due; OFFICE ACTIONS are not."
    glossary = made("o,office action,审查意见,avis,acción,noun,")
    matches = glossary.find(text, "en")
    marked, at = "", 0
    for match in matches:
        marked += text[at : match.start] + "[" + text[match.start : match.end] + "]"
        at = match.end
    marked += text[at:]
    assert marked == "An [Office Action] is due; [OFFICE ACTIONS] are not."
    assert marked.replace("[", "").replace("]", "") == text
    assert glossary.comments(matches, "fr") == ("term: office action → avis",)


def test_both_parties_of_a_contract_keep_their_words_and_are_counted():
    glossary = made(
        "a,licensor,许可人,concédant,licenciante,,\nb,licensee,被许可人,licencié,licenciatario,,"
    )
    source = (
        "THE LICENSOR PAYS THE LICENSEE, AND THE LICENSEE ANSWERS THE LICENSOR AND HIS LICENSEE."
    )
    target = "LE CONCÉDANT PAIE LE LICENCIÉ, ET LE LICENCIÉ RÉPOND AU CONCÉDANT ET À SON LICENCIÉ."
    assert glossary.check(source, target, "en", "fr").ok
    assert not glossary.check(source, target.replace("LICENCIÉ", "CONCÉDANT"), "en", "fr").ok


def test_forbidden_words_in_every_guise():
    glossary = made(
        "a,application,申请,demande,solicitud | !aplicación,noun,\ns,software app,软件,logiciel,aplicación,noun,"
    )
    refused = [
        glossary.check("The application.", target, "en", "es").refused
        for target in (
            "La aplicación y la solicitud.",
            "Las aplicaciones y la solicitud.",
            "La aplicaciónX y la solicitud.",
            "La APLICACIÓN y la solicitud.",
        )
    ]
    assert [bool(found) for found in refused] == [True, True, False, True]
    assert glossary.check("A software app.", "Una aplicación.", "en", "es").ok
    assert glossary.check("The weather.", "La aplicación.", "en", "es").ok
