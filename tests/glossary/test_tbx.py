from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from transflow.errors import GlossaryError
from transflow.glossary import Glossary, csv, tbx
from transflow.glossary.concept import Concept, FormStatus

EVAL = Path(__file__).parents[3] / "shared" / "eval" / "glossaries"
needs_eval = pytest.mark.skipif(not EVAL.is_dir(), reason="outside test glossaries are not here")

TERM = "<term>patent family</term>"
SHAPES = {
    "tig": f"<martif type='TBX'><text><body><termEntry id='7'><langSet xml:lang='en'><tig>{TERM}</tig></langSet>"
    "<langSet xml:lang='es'><tig><term>familia de patentes</term></tig></langSet></termEntry></body></text></martif>",
    "ntig": f"<martif><text><body><termEntry><langSet xml:lang='en'><ntig><termGrp>{TERM}</termGrp></ntig></langSet>"
    "<langSet xml:lang='es'><ntig><termGrp><term>familia de patentes</term></termGrp></ntig></langSet></termEntry></body></text></martif>",
    "v3": "<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body><conceptEntry id='c1'>"
    f"<langSec xml:lang='en'><termSec>{TERM}</termSec></langSec>"
    "<langSec xml:lang='es'><termSec><term>familia de patentes</term></termSec></langSec></conceptEntry></body></text></tbx>",
    "doctype": "<!DOCTYPE martif SYSTEM 'not-there.dtd'><martif><text><body><termEntry><langSet xml:lang='en'>"
    f"<tig>{TERM}</tig></langSet><langSet xml:lang='es'><tig><term>familia de patentes</term></tig></langSet>"
    "</termEntry></body></text></martif>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_term(shape: str):
    (concept,) = tbx.parse(SHAPES[shape].encode())[0]
    assert concept.allowed("es") == ("familia de patentes",)
    (match,) = Glossary([concept]).find("Two patent families.", "en")
    assert match.concept is concept


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ("<martif><text/></martif>", "holds no termEntry or conceptEntry; it has martif, text"),
        ("<martif><text>", "not well-formed"),
        ("<!DOCTYPE m [<!ENTITY a 'b'>]><m>&a;</m>", "declares XML entities"),
        (
            "<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><m>&a;</m>",
            "declares XML entities",
        ),
        (SHAPES["tig"].replace("'es'", "'qq-zz'"), "entry 7: 'qq-ZZ' is not a language tag"),
    ],
)
def test_what_cannot_be_read_says_why(xml: str, says: str):
    with pytest.raises(GlossaryError, match=says):
        tbx.parse(xml.encode())


CONCEPTS = csv.parse(
    "id,en,zh-Hans,es,pos,match,status,note\n"
    "app,application,申请,solicitud | petición | ~instancia | !aplicación,noun,near:patent every,approved,<not> software\n"
    "who,WHO,世卫组织 | ^世界卫生组织（世卫组织）,OMS,proper,case:exact inflect:no first:title gender:es=f,proposed,\n"
    "dna,XtalPi,,,name,dnt,approved,\n"
)


def facts(concept: Concept) -> tuple[object, ...]:
    pos = {"name": "proper"}.get(concept.pos, concept.pos)
    given = {key: value for key, value in vars(concept).items() if key not in {"where", "pos"}}
    return pos, {**given, "forms": {tag: frozenset(forms) for tag, forms in concept.forms.items()}}


@pytest.mark.parametrize("style", ["dca", "dct", "v2"])
def test_concepts_survive_the_round_trip(style: str):
    text = tbx.dump(CONCEPTS, "en", style=style)
    etree.fromstring(text.encode())
    again, lost = tbx.parse(text.encode())
    assert [facts(c) for c in again] == [facts(c) for c in CONCEPTS]
    assert lost == ()


@pytest.mark.parametrize(
    ("style", "name"), [("dca", 'type="grammaticalGender"'), ("dct", "basic:")]
)
def test_gender_travels_in_the_standards_own_category(style: str, name: str):
    text = tbx.dump(CONCEPTS, "en", style=style)
    (line,) = [line for line in text.splitlines() if "feminine" in line]
    assert name in line
    assert "gender:" not in text


def test_forbidden_travels_as_deprecated_and_old_as_superseded():
    text = tbx.dump(CONCEPTS[:1], "en")
    assert text.count("deprecatedTerm-admn-sts") == 1
    assert text.count("supersededTerm-admn-sts") == 1
    assert "aplicación" not in Glossary(tbx.parse(text.encode())[0]).terms(CONCEPTS[0], "es")


def test_a_tbx_file_loads_beside_a_table_and_ids_do_not_collide(tmp_path: Path):
    (tmp_path / "a.csv").write_text("id,en,es\nc1,fee,tasa\n", "utf-8")
    (tmp_path / "b.tbx").write_text(SHAPES["v3"], "utf-8")
    glossary = Glossary.load([tmp_path / "a.csv", tmp_path / "b.tbx"], ["es"], source="en")
    assert [concept.id for concept in glossary.concepts] == ["c1", "b:c1"]


def test_homographs_of_a_term_base_are_a_warning(tmp_path: Path):
    (tmp_path / "b.tbx").write_text(
        tbx.dump(csv.parse("id,en,es\na,file,archivo\nb,file,lima\n"), "en"), "utf-8"
    )
    glossary = Glossary.load([tmp_path / "b.tbx"], source="en")
    assert [w.rule for w in glossary.warnings] == ["glossary-homograph"]
    for target in ("el archivo", "la lima"):
        assert glossary.check("the file", target, "en", "es").ok


@needs_eval
@pytest.mark.parametrize("name", ["tbx_basic_dca.tbx", "tbx_basic_dct.tbx", "omegat_tbx2.tbx"])
def test_outside_term_bases_are_read_and_written_back(name: str):
    data = (EVAL / name).read_bytes()
    concepts, lost = tbx.parse(data, name)
    terms = len(etree.fromstring(data).findall(".//{*}term"))
    assert sum(len(forms) for c in concepts for forms in c.forms.values()) >= 0.98 * terms
    assert lost
    again = tbx.parse(tbx.dump(concepts, "en").encode())[0]
    assert [facts(c) for c in again] == [facts(c) for c in concepts]


@needs_eval
def test_both_styles_of_one_term_base_say_the_same():
    both = [
        tbx.parse((EVAL / f"tbx_basic_{style}.tbx").read_bytes())[0] for style in ("dca", "dct")
    ]
    assert [{t: {f.text for f in fs} for t, fs in c.forms.items()} for c in both[0]] == [
        {t: {f.text for f in fs} for t, fs in c.forms.items()} for c in both[1]
    ]
    assert any(
        f.status is FormStatus.DEPRECATED for c in both[0] for fs in c.forms.values() for f in fs
    )


def test_what_weblate_marks_as_untranslatable_stays_as_it_is():
    text = (
        '<martif type="TBX"><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>ASYCUDA</term>'
        '<termNote type="translationNote">no</termNote></tig></langSet><langSet xml:lang="fr"><tig><term></term>'
        "</tig></langSet></termEntry></body></text></martif>"
    )
    (concept,), lost = tbx.parse(text.encode())
    assert concept.dnt
    assert lost == ()
    again = tbx.dump([concept], "en", style="v2")
    assert '<termNote type="translationNote">no</termNote>' in again
    (same,) = tbx.parse(again.encode())[0]
    assert replace(same, where=concept.where) == concept


def test_a_concept_names_the_line_on_which_its_entry_begins():
    text = SHAPES["v3"].replace("<conceptEntry", "\n\n<!-- a remark -->\n<conceptEntry")
    (concept,) = tbx.parse(text.encode(), "agency.tbx")[0]
    assert concept.where == "agency.tbx:4"


def test_an_unknown_language_names_its_line():
    text = SHAPES["v3"].replace("<conceptEntry", "\n<conceptEntry").replace("'es'", "'x?'")
    with pytest.raises(GlossaryError) as raised:
        tbx.parse(text.encode(), "agency.tbx")
    assert raised.value.where == "agency.tbx:2"
