from pathlib import Path

import pytest

from transflow.errors import GlossaryError
from transflow.glossary import Glossary, csv, lint
from transflow.model import Severity

SAMPLE = Path(__file__).parents[2] / "glossary" / "terms.csv"


def made(rows: str, columns: str = "id,en,zh-Hans,fr") -> Glossary:
    return Glossary(csv.parse(f"{columns}\n{rows}"))


def test_the_sample_glossary_loads_and_finds_its_terms():
    glossary = Glossary.load([SAMPLE], ["zh-Hans", "fr", "es", "ru", "ar"], source="en")
    assert len(glossary.concepts) >= 80
    assert glossary.warnings == ()
    text = "Shen Changyu of the **China National Intellectual Property Administration** (CNIPA)"
    assert [text[m.start : m.end] for m in glossary.find(text, "en")] == [
        "Shen Changyu",
        "China National Intellectual Property Administration",
        "CNIPA",
    ]


def test_every_sample_concept_accepts_its_own_forms_and_is_found_in_its_own_source():
    glossary = Glossary.load([SAMPLE], source="en")
    for concept in glossary.concepts:
        if not concept.approved or concept.near:
            continue
        for form in concept.allowed("en"):
            assert any(m.concept is concept for m in glossary.find(form, "en")), (concept.id, form)
        source = concept.allowed("en")[0]
        for locale in concept.forms:
            for form in concept.allowed(locale):
                requirements = glossary.require(source, glossary.find(source, "en"), locale)
                assert glossary.verify(form, requirements, locale).ok, (concept.id, form)


def test_columns_serve_locales_by_language_and_script():
    glossary = made("f,fee,费用,frais", "id,en,zh-CN,fr")
    (match,) = glossary.find("A fee.", "en-GB")
    assert glossary.terms(match, "zh-Hans") == ("费用",)
    assert glossary.terms(match, "fr-CA") == ("frais",)
    assert glossary.terms(match, "zh-Hant") == ()
    assert glossary.terms(match, "pt-BR") == ()
    assert [m.form for m in glossary.find("缴纳费用。", "zh-Hans")] == ["费用"]


def test_the_gender_of_forms_is_part_of_the_fingerprint_where_it_is_said():
    text, row = "The SME pays.", "id,en,fr,es,match\nsme,SME,PME,pyme,"
    before, after = (Glossary(csv.parse(row + match + "\n")) for match in ("", "gender:fr=f"))
    for locale, differs in [("fr", True), ("fr-CA", True), ("es", False)]:
        prints = {g.fingerprint(g.find(text, "en"), locale) for g in (before, after)}
        assert (len(prints) == 2) is differs


def test_the_fingerprint_tells_what_a_locale_sees_of_the_concepts():
    before = made("f,fee,费用,frais\no,office,局,office")
    after = made("f,fee,费用,taxe\no,office,局,office")
    text = "The fee."
    assert before.fingerprint(before.find(text, "en"), "fr") != after.fingerprint(
        after.find(text, "en"), "fr"
    )
    same = [g.fingerprint(g.find(text, "en"), "zh-Hans") for g in (before, after)]
    assert same[0] == same[1] != ""
    assert before.fingerprint(before.find("Nothing.", "en"), "fr") == ""


def test_comments_show_the_allowed_forms():
    glossary = made("p,PCT,专利合作条约 | PCT | !合作条约,PCT")
    assert glossary.comments(glossary.find("the PCT, the PCT", "en"), "zh-Hans") == (
        "term: PCT → 专利合作条约 | PCT",
    )


def test_proposed_concepts_only_suggest():
    glossary = made("f,fee,费用,frais,proposed", "id,en,zh-Hans,fr,status")
    assert glossary.find("A fee.", "en") == ()
    assert len(glossary.find("A fee.", "en", proposed=True)) == 1


def test_part_of_speech_and_context_words_decide():
    glossary = made(
        "v,file,presentar,verb,\nn,file,archivo,noun,\na,application,solicitud,noun,near:patent/filing unless:mobile\n",
        "id,en,es,pos,match",
    )
    ids = lambda text: [m.concept.id for m in glossary.find(text, "en")]  # noqa: E731
    assert ids("You may file it.") == ["v"]
    assert ids("Open the file.") == ["n"]
    assert ids("A patent application.") == ["a"]
    assert ids("A job application.") == []
    assert ids("A mobile patent application.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He claims that the fee is due.",
        "It claims damages.",
        "She also claims the prize.",
        "The company claims to be the best.",
        "The Geneva office still claims that it is raining.",
        "Critics say no; lawyers claim that it is unsafe.",
        "Mr. Ito claims that he won.",
    ],
)
def test_a_noun_is_no_verb_of_somebody(text: str):
    glossary = made("n,claim,revendication,noun\nv,claim,revendiquer,verb\n", "id,en,fr,pos")
    assert [m.concept.id for m in glossary.find(text, "en")] == ["v"]


@pytest.mark.parametrize(
    "text",
    [
        "The office rejected claims that the fee is due.",
        "The dependent claims that the examiner rejected were amended.",
        "Claims that it is safe were false.",
        "The applicant's claims that it is new are false.",
        "The IT claims are new.",
        "The office gave it claim 2 to read.",
        "The company claims that are new.",
        "Dr. Ito rejected claims that it is new.",
    ],
)
def test_what_is_said_of_a_noun_makes_no_verb_of_it(text: str):
    glossary = made("n,claim,revendication,noun\n", "id,en,fr,pos")
    assert len(glossary.find(text, "en")) == 1


def test_identical_rows_are_one_and_the_others_load(tmp_path: Path):
    rows = [f"t{i},term {chr(97 + i % 26)}{i},terme {i}" for i in range(500)]
    (tmp_path / "g.csv").write_text("id,en,fr\n" + "\n".join([*rows, "again,term a0,terme 0"]))
    glossary = Glossary.load([tmp_path / "g.csv"], source="en")
    assert len(glossary.concepts) == 500
    (warning,) = glossary.warnings
    assert "'again' repeats 't0'" in warning.message
    assert warning.line == 502


def test_contradicting_rows_are_an_error_with_both_lines(tmp_path: Path):
    path = tmp_path / "g.csv"
    path.write_text("id,en,fr\na,fee,frais\nb,fee,taxe\n")
    with pytest.raises(GlossaryError, match=rf"{path}:3: column fr: 'fee' .*{path}:2"):
        Glossary.load([path], source="en")
    path.write_text("id,en,fr,pos\na,file,déposer,verb\nb,file,dossier,noun\n")
    assert len(Glossary.load([path], source="en").concepts) == 2


def test_a_glossary_that_serves_no_locale_in_use_is_an_error(tmp_path: Path):
    path = tmp_path / "g.csv"
    path.write_text("id,en,fr\na,fee,frais\n")
    with pytest.raises(GlossaryError, match="has no term in zh-Hant, pt-BR"):
        Glossary.load([path], ["zh-Hant", "pt-BR"])


def test_a_file_with_columns_and_no_row_is_a_beginning_and_told(tmp_path: Path):
    path = tmp_path / "g.csv"
    path.write_text("id,en,fr\n")
    glossary = Glossary.load([path], ["fr"])
    assert glossary.concepts == ()
    assert [(one.rule, one.severity) for one in glossary.warnings] == [
        ("glossary-empty", Severity.WARNING)
    ]
    assert [one.rule for one in lint(glossary, source="en")] == ["glossary-empty"]
    path.write_text("")
    with pytest.raises(GlossaryError, match="is empty"):
        Glossary.load([path])


def test_fifty_thousand_rows_load_and_match(tmp_path: Path):
    rows = (f"t{i},term number{i},terme numéro{i}" for i in range(50_000))
    (tmp_path / "g.csv").write_text("id,en,fr\n" + "\n".join(rows), "utf-8")
    glossary = Glossary.load([tmp_path / "g.csv"], ["fr"], source="en")
    assert [m.concept.id for m in glossary.find("the term number49999 of", "en")] == ["t49999"]


def test_forty_terms_in_one_segment():
    rows = "\n".join(f"t{i},word{i} thing,字{i},mot{i}" for i in range(40))
    glossary = made(rows)
    text = " and ".join(f"word{i} thing" for i in range(40))
    assert len(glossary.find(text, "en")) == 40
    assert glossary.check(text, "".join(f"字{i}，" for i in range(40)), "en", "zh-Hans").ok


def test_a_term_of_pattern_characters_or_in_another_script_is_only_a_word():
    glossary = made("a,(.*)+[x,费,y\nb,公司,gongsi,société\nc,a|b,甲,ab".replace("a|b", "a\\|b"))
    assert glossary.find("xxxx (.*)+[x", "en")[0].concept.id == "a"
    assert glossary.find("The 公司 said", "en")[0].concept.id == "b"
    assert glossary.find("either a|b", "en")[0].concept.id == "c"
