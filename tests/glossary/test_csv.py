from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.errors import GlossaryError
from transflow.glossary import csv
from transflow.glossary.concept import Case, Concept, Form, FormStatus

ROWS = "id,en,es,match,note\nfee,annual fee,tasa anual | anualidad,,\npct,PCT,PCT,dnt,treaty\n"


def test_a_row_is_a_concept_and_the_first_form_is_preferred():
    fee, pct = csv.parse(ROWS)
    assert fee.id == "fee"
    assert [(f.text, f.status) for f in fee.forms["es"]] == [
        ("tasa anual", FormStatus.PREFERRED),
        ("anualidad", FormStatus.ADMITTED),
    ]
    assert pct.dnt
    assert pct.note == "treaty"
    assert pct.where == "glossary.csv:3"


def test_marks_and_options():
    text = (
        "id,en,fr,match,status\n"
        "a,application,demande | !application | ~requête | ^demande (de brevet),"
        "case:first inflect:no every first:title near:patent/filing unless:software,proposed\n"
    )
    (concept,) = csv.parse(text)
    assert {f.text: (f.status, f.first) for f in concept.forms["fr"]} == {
        "demande": (FormStatus.PREFERRED, False),
        "demande (de brevet)": (FormStatus.ADMITTED, True),
        "requête": (FormStatus.DEPRECATED, False),
        "application": (FormStatus.FORBIDDEN, False),
    }
    assert concept.allowed("fr") == ("demande",)
    assert (concept.case, concept.inflect, concept.every) == (Case.FIRST, False, True)
    assert concept.first_in_title
    assert (concept.near, concept.unless) == (("patent", "filing"), ("software",))
    assert not concept.approved


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_reads_the_same(tmp_path: Path, encoding: str):
    path = tmp_path / "g.csv"
    path.write_bytes("id;en;es\nt;fee;tasa según año\n".encode(encoding))
    (concept,) = csv.read(path)
    assert concept.allowed("es") == ("tasa según año",)
    assert concept.allowed("en") == ("fee",)


def test_another_code_page_is_refused_with_its_line_unless_it_is_named(tmp_path: Path):
    path = tmp_path / "g.csv"
    path.write_bytes("id,en,es\na,fee,tasa\nb,year,año\n".encode("cp1252"))
    with pytest.raises(GlossaryError, match=r"g\.csv:3: is not UTF-8"):
        csv.read(path)
    assert csv.read(path, "cp1252")[1].allowed("es") == ("año",)


def test_quotes_tabs_line_breaks_and_stray_spaces():
    text = 'id\ten\tes\r\na\t"fee, ""annual"""\t tasa\u00a0 \r\n\r\nb\t"two\nlines"\tdos\r\n'
    first, second = csv.parse(text)
    assert first.allowed("en") == ('fee, "annual"',)
    assert first.allowed("es") == ("tasa",)
    assert second.allowed("en") == ("two lines",)
    assert second.where == "glossary.csv:4"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("source,target\na,b\n", r"csv:1: column 'source' is neither a language tag"),
        ("id,en,staus,es\na,b,approved,c\n", r"did you mean 'status'"),
        ("id,en,en,es\n", "'en' is there twice"),
        ("id,en\na,b\n", "at least two languages"),
        ("id,en,es\na,b\n", r"csv:2: has 2 cells where the header has 3"),
        ("id,en,es\na,b,c | \n", r"csv:2: column es: an empty form"),
        ("id,en,es\na,b,c | !c\n", r"csv:2: column es: 'c' is both allowed and forbidden"),
        ("id,en,es,match\na,b,c,case:exakt\n", r"csv:2: column match: .*did you mean 'case:exact'"),
        ("id,en,es,match\na,b,c,gender:es=x\n", r"csv:2: column match: .*did you mean 'gender:'"),
        ("id,en,es,match\na,b,c,gender:f\n", r"csv:2: column match: 'gender:f' is not an option"),
        ("id,en,es,status\na,b,c,aproved\n", r"csv:2: column status: 'aproved'"),
        ("id,en,es\na,b,c\na,d,e\n", r"csv:3: column id: 'a' is already the id of line 2"),
        ("id,en,es\na,,\n", None),
        ('id,en,es\na,"b,c\n', r"csv:2: is not CSV"),
        ("id,en,es\na,b\x00c,d\n", r"csv:2"),
    ],
)
def test_a_mistake_names_its_line_and_column(text: str, says: str | None):
    if says is None:
        with pytest.raises(GlossaryError, match="no term in any language"):
            csv.parse(text)
        return
    with pytest.raises(GlossaryError, match=says):
        csv.parse(text)


@pytest.mark.parametrize("lost", ["????????", "PCT ????", "заяв\ufffdка", "?"])
def test_letters_that_a_spreadsheet_lost_are_a_mistake_of_the_file(lost: str):
    with pytest.raises(GlossaryError) as caught:
        csv.parse(f"id,en,ru\na,applicant,{lost}\n", "terms.csv")
    assert str(caught.value).startswith("terms.csv:2: column ru: ")
    assert "CSV UTF-8" in str(caught.value)


def test_every_mistake_of_a_file_is_reported_at_once():
    with pytest.raises(GlossaryError) as caught:
        csv.parse("id,en,es\na,b\nc,d,e\nf,g,|\n", "terms.csv")
    assert "terms.csv:2" in str(caught.value)
    assert "terms.csv:4" in str(caught.value)


def test_every_mistake_of_a_row_is_named():
    row = "a,library card,carte | ,ok,noun,exact"
    with pytest.raises(GlossaryError) as caught:
        csv.parse(f"id,en,fr,status,pos,match\n{row}\na,x,y,approved,,\n", "terms.csv")
    lines = str(caught.value).split("\n")
    assert [line[: line.index(":", 20)] for line in lines] == [
        "terms.csv:2: column fr",
        "terms.csv:2: column match",
        "terms.csv:2: column status",
        "terms.csv:3: column id",
    ]


def test_rows_with_one_id_that_contradict_each_other_are_told_so_at_once():
    rows = "a,reading room,salle de lecture\na,Reading Room,pièce de lecture\n"
    with pytest.raises(GlossaryError) as caught:
        csv.parse(f"id,en,fr\n{rows}", "terms.csv")
    assert "'pièce de lecture' here and 'salle de lecture' in terms.csv:2" in str(caught.value)
    assert "'a' is already the id of line 2" in str(caught.value)


def test_a_row_without_an_id_is_called_after_its_term():
    assert csv.parse("en,es\nannual fee,tasa anual\n")[0].id == "annual-fee"


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Z"]), min_size=1, max_size=8
)
plain = st.lists(words, min_size=1, max_size=3).map(" ".join).filter(lambda text: text.strip(" ?"))
"""A cell of nothing but question marks has lost its letters, and is refused."""


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    forms = {}
    for locale in ("en", "zh-Hans", "fr"):
        texts = draw(st.lists(plain, min_size=1, max_size=4, unique=True))
        statuses = draw(st.lists(st.sampled_from(list(FormStatus)[1:]), min_size=4, max_size=4))
        made = [Form(texts[0])] + [Form(t, s) for t, s in zip(texts[1:], statuses, strict=False)]
        forms[locale] = tuple(sorted(made, key=lambda f: list(FormStatus).index(f.status)))
    return Concept(
        id="x",
        forms=forms,
        case=draw(st.sampled_from(Case)),
        inflect=draw(st.booleans()),
        every=draw(st.booleans()),
        dnt=draw(st.booleans()),
        approved=draw(st.booleans()),
        genders=draw(st.dictionaries(st.sampled_from(["fr", "es"]), st.sampled_from("mfn"))),
        where="glossary.csv:2",
    )


@given(concepts())
def test_what_is_written_is_read_back(concept: Concept):
    (again,) = csv.parse(csv.dump([concept], ["en", "zh-Hans", "fr"]))
    assert again == concept
