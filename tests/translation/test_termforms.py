import pytest

from transflow.glossary import Glossary, Requirement, csv
from transflow.translation.termforms import alone, candidates, consistent, pluralize
from transflow.translation.termleads import leads, undoubled


def term(text: str, row: str, locale: str = "fr") -> Requirement:
    glossary = Glossary(csv.parse(f"id,en,{locale},pos,match\n{row}\n"))
    return glossary.require(text, glossary.find(text, "en"), locale)[-1]


@pytest.mark.parametrize(
    ("code", "form", "plural"),
    [
        ("fr", "demande internationale", "demandes internationales"),
        ("fr", "office national", "offices nationaux"),
        ("fr", "modèle d'utilité", "modèles d'utilité"),
        ("fr", "titulaire de droits", "titulaires de droits"),
        ("fr", "pays d'origine", "pays d'origine"),
        ("es", "solicitud internacional", "solicitudes internacionales"),
        ("es", "invención", "invenciones"),
        ("es", "modelo de utilidad", "modelos de utilidad"),
        ("es", "juez", "jueces"),
        ("es", "país menos adelantado", "países menos adelantados"),
        ("es", "interés legítimo", "intereses legítimos"),
        ("fr", "petite et moyenne entreprise", "petites et moyennes entreprises"),
        ("fr", "dessin ou modèle industriel", "dessins ou modèles industriels"),
        ("fr", "dessin ou modèle de fabrique", "dessins ou modèles de fabrique"),
        ("es", "pequeña y mediana empresa", "pequeñas y medianas empresas"),
    ],
)
def test_noun_phrases_in_the_plural(code: str, form: str, plural: str):
    assert pluralize(form, code) == plural


def test_a_plural_source_asks_for_plural_forms_first_and_a_singular_one_for_singular():
    row = "d,industrial design,dessin industriel | dessins industriels,noun,"
    text = "Industrial designs are new."
    assert candidates(term(text, row), text, "Les ", "fr")[0] == "dessins industriels"
    text = "An industrial design is new."
    assert candidates(term(text, row), text, "Un ", "fr")[0] == "dessin industriel"


@pytest.mark.parametrize(
    ("text", "before", "form"),
    [
        ("Patent family data", "", "Familia de patentes"),
        ("PATENT FAMILY DATA", "DATOS DE ", "FAMILIA DE PATENTES"),
        ("A patent family", "Una ", "familia de patentes"),
    ],
)
def test_the_letter_case_follows_the_source_and_the_place(text: str, before: str, form: str):
    row = "f,patent family,familia de patentes,noun,"
    assert candidates(term(text, row, "es"), text, before, "es")[0] == form


@pytest.mark.parametrize(
    ("locale", "form", "right"),
    [
        ("fr", "médicament générique", "médicaments génériques"),
        ("es", "medicamento genérico", "medicamentos genéricos"),
        ("ru", "непатентованный препарат", "непатентованные препараты"),
        ("ru", "наименее развитая страна", "наименее развитые страны"),
        ("zh-Hans", "仿制药", "仿制药"),
        ("ar", "دواء مكافئ", ""),
    ],
)
def test_a_plural_that_stands_alone_is_in_the_nominative(locale: str, form: str, right: str):
    row = f"g,generic medicine,{form},noun,"
    assert alone(term("Generic medicines", row, locale), locale) == right
    assert alone(term("Generic medicine", row, locale), locale) == ""


def test_a_name_keeps_its_letters_and_both_parties_of_a_contract_their_words():
    text = "iPhone sales"
    assert candidates(term(text, "i,iPhone,,,dnt", "es"), text, "", "es") == ["iPhone"]
    rows = "a,licensor,licenciante,,\nb,licensee,licenciatario,,"
    glossary = Glossary(csv.parse(f"id,en,es,pos,match\n{rows}\n"))
    text = "THE LICENSOR AND THE LICENSEE"
    required = glossary.require(text, glossary.find(text, "en"), "es")
    assert [one.forms[0] for one in required] == ["licenciante", "licenciatario"]


def test_an_acronym_in_brackets_stays_one_where_the_glossary_has_it():
    row = "c,China Administration | CNIPA,Administración China | CNIPA,,"
    assert term("The China Administration (CNIPA)", row, "es").forms[0] == "CNIPA"
    assert not term("The China Administration (CNIPA)", row, "es").optional
    alone = "c,China Administration | CNIPA,Administración China,,"
    assert term("The China Administration (CNIPA)", alone, "es").optional


@pytest.mark.parametrize(
    ("before", "form", "source", "expected"),
    [
        ("Le prix de la ", "invention", "the price of the ", "Le prix de l'invention"),
        ("Avec l'", "brevet", "With the ", "Avec le brevet"),
        ("Il parle de ", "OMPI", "He speaks of ", "Il parle d'OMPI"),
        ("Les ", "brevets", "The ", "Les brevets"),
        ("Il vit ", "brevet", "He saw the ", "Il vit le brevet"),
    ],
)
def test_the_article_is_offered_as_the_form_wants_it(
    before: str, form: str, source: str, expected: str
):
    assert expected in leads(before, form, source, "fr")


def test_other_languages_take_the_form_as_it_is():
    assert leads("他在", "深圳", "He was in ", "zh-Hans") == ["他在深圳"]
    assert "El precio del modelo" in leads("El precio de la ", "modelo", "The price of the ", "es")


@pytest.mark.parametrize(
    ("before", "form", "several", "locale", "right_and_wrong"),
    [
        ("L'", "essais cliniques", True, "fr", "Les essais cliniques | L'essais cliniques"),
        ("dans le ", "médicaments", True, "fr", "dans les médicaments | dans le médicaments"),
        ("en los ", "prospecto", False, "es", "en el prospecto | en los prospecto"),
        ("con esta ", "principio activo", False, "es", "con este principio activo | con estas principio activo"),
        ("ce ", "essai", False, "fr", "cet essai | ce essai"),
        ("dans son ", "activités", True, "fr", "dans ses activités | dans son activités"),
        ("Une ", "organe", False, "fr", "Un organe | Des organe"),
    ],
)  # fmt: skip
def test_the_word_before_a_term_has_its_number(
    before: str, form: str, several: bool, locale: str, right_and_wrong: str
):
    right, wrong = right_and_wrong.split(" | ")
    found = leads(before, form, "", locale, several=several)
    assert right in found
    assert wrong not in found


def test_spanish_articles_stand_before_vowels():
    assert "La autorización" in leads("La ", "autorización", "", "es", several=False)


def test_a_plural_of_the_glossarys_own_word_asks_for_plurals():
    text = "New clinical trials started."
    asked = term(text, "t,clinical trial,essai clinique,noun,")
    assert candidates(asked, text, "De ", "fr") == ["essais cliniques"]
    text = "He likes physics."
    assert candidates(term(text, "p,physics,physique,noun,"), text, "La ", "fr") == ["physique"]


def test_a_name_the_model_begins_twice_is_begun_once():
    assert undoubled(
        "Selon l'Organisation mondiale de l'", "Organisation mondiale de la Santé"
    ) == ("Selon l'")
    treaty = "Traité de coopération en matière de brevets"
    assert undoubled("Le Traité de coopération des brevets (PCT) ", treaty) == "Le "
    assert undoubled("Le Traité (PCT) et le ", treaty) == "Le Traité (PCT) et le "
    assert undoubled("Le Bureau et le ", "Bureau international") == "Le Bureau et le "
    assert undoubled("La demande de ", "brevet") == "La demande de "


@pytest.mark.parametrize(
    ("form", "plural"),
    [
        ("chip", "chips"),
        ("test", "tests"),
        ("ley", "leyes"),
        ("red", "redes"),
        ("reloj", "relojes"),
    ],
)
def test_spanish_words_in_other_letters_take_an_s(form: str, plural: str):
    assert pluralize(form, "es") == plural


def test_a_loan_has_the_plural_it_came_with():
    text = "Change the jobs."
    assert candidates(term(text, "j,job,job,noun,", "es"), text, "Los ", "es") == ["jobs"]


def test_what_may_be_a_verb_keeps_its_own_form():
    text = "Resets the filters."
    asked = candidates(term(text, "r,reset,restablecer,,", "es"), text, "Se ", "es")
    assert "restablecer" in asked


def test_a_term_the_sentence_begins_with_is_its_subject():
    row = "s,side effect,побочный эффект,noun,"
    text = "The side effects last."
    assert candidates(term(text, row, "ru"), text, "", "ru") == [
        "Побочные эффекты",
        "Побочный эффект",
    ]
    assert len(candidates(term(text, row, "ru"), text, "Длятся ", "ru")) > 6
    text = "Report side effects."
    assert len(candidates(term(text, row, "ru"), text, "", "ru")) > 6


@pytest.mark.parametrize(
    ("locale", "found", "right"),
    [
        ("es", "diseños industrial", "diseños industriales"),
        ("es", "Diseño industriales", "Diseño industrial"),
        ("es", "diseños industriales", "diseños industriales"),
        ("fr", "dessin industriels", "dessin industriel"),
        ("fr", "dessins industriels", "dessins industriels"),
        ("zh-Hans", "工业品 外观设计", "工业品 外观设计"),
    ],
)
def test_the_words_of_a_term_are_in_one_number(locale: str, found: str, right: str):
    terms = "id,en,fr,es,zh-Hans\nd,industrial design,dessin industriel,diseño industrial,工业品外观设计\n"
    glossary = Glossary(csv.parse(terms))
    source = "Industrial designs"
    (term,) = glossary.require(source, glossary.find(source, "en"), locale)
    assert consistent(found, term, locale) == right


@pytest.mark.parametrize(
    ("text", "likened"),
    [("Pay the fee.", False), ("Costs such as a fee.", True), ("As fees rise.", True)],
)
def test_a_particle_that_says_like_is_offered_where_the_source_does(text: str, likened: bool):
    offered = candidates(term(text, "f,fee,رسم,noun,", "ar"), text, "-", "ar")
    assert {"كرسم" in offered, "كالرسم" in offered} == {likened}
    assert "بالرسم" in offered
