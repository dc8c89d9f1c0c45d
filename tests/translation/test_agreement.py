"""Articles, elisions and capitals around terms, as a grammar of the language has them."""

import re

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import drafted
from transflow.glossary import Glossary, csv
from transflow.translation.agreement import agreed, joined, once, unechoed
from transflow.translation.nouns import feminine, plural
from transflow.translation.termcase import written


@pytest.mark.parametrize(
    ("locale", "text", "right"),
    [
        ("fr", "La adresse de Anne", "L'adresse d'Anne"),
        ("fr", "le hôpital et le héros", "l'hôpital et le héros"),
        ("fr", "lorsque elles viennent, que ils partent", "lorsqu'elles viennent, qu'ils partent"),
        ("fr", "du antibiotique au office", "de l'antibiotique à l'office"),
        ("fr", "le onze, le oui, de un à dix, la une", "le onze, le oui, de un à dix, la une"),
        ("fr", "l' office, un avis d' octobre, d' confirmation", "l'office, un avis d'octobre, de confirmation"),
        ("fr", "L' nouveau site, l'nouvelle loi, l'brevets", "Le nouveau site, la nouvelle loi, les brevets"),
        ("fr", "jusqu'demain, n'peut, l'ONU, d'Monaco", "jusque demain, ne peut, l'ONU, d'Monaco"),
        ("fr", "de le faire, à les voir", "de le faire, à les voir"),
        ("fr", "de un patient, de une à deux", "d'un patient, de une à deux"),
        ("fr", "DE LA AMBULANCE", "DE L'AMBULANCE"),
        ("es", "de el servicio, a el paciente", "del servicio, al paciente"),
        ("es", "patentes y invenciones, agua y hielo, plata o oro", "patentes e invenciones, agua y hielo, plata u oro"),
        ("es", "Use -o old.log, -y index.html o -a el.log.", "Use -o old.log, -y index.html o -a el.log."),
        ("es", "de El Salvador, de él", "de El Salvador, de él"),
        ("ar", "خبراء ال الصحة العامة", "خبراء الصحة العامة"),
        ("ar", "أرباح لل الدواء وال مرض", "أرباح للدواء والمرض"),
        ("ar", "نادي ال إس يو", "نادي ال إس يو"),
        ("ar", "ل الأمم المتحدة و العضو", "للأمم المتحدة والعضو"),
        ("ar", "ل اللجنة ب الرسم", "للجنة بالرسم"),
        ("ar", "الفقرة ب من المادة", "الفقرة ب من المادة"),
        ("fr", "La date est de 30 juin. Le prix est de 30 francs.", "La date est le 30 juin. Le prix est de 30 francs."),
        ("es", "El plazo es de 30 de junio, es de 30 días.", "El plazo es el 30 de junio, es de 30 días."),
        ("de", "de el", "de el"),
    ],
)  # fmt: skip
def test_small_words_before_a_vowel_and_articles_in_one_word(locale: str, text: str, right: str):
    assert joined(text, locale) == right


@pytest.mark.parametrize(
    ("locale", "before", "term", "right"),
    [
        ("fr", "avant la ", "vaccin", "avant le "),
        ("fr", "et la ", "carter d'huile", "et le "),
        ("fr", "dans le ", "mer du Nord", "dans la "),
        ("fr", "Le ", "infirmière", "L'"),
        ("fr", "un ", "dose de rappel", "une "),
        ("fr", "à la ", "soins à domicile", "aux "),
        ("fr", "De la ", "ambulance", "De l'"),
        ("fr", "ce ", "examen", "cet "),
        ("fr", "À le ", "Forum de Boao", "Au "),
        ("fr", "de les ", "brevets", "des "),
        ("fr", "à le ", "office", "à l'"),
        ("fr", "règles sur ", "dessins", "règles sur les "),
        ("fr", "règles sur ", "information", "règles sur l'"),
        ("fr", "dans ", "PCT", "dans "),
        ("fr", "les ", "brevet", "le "),
        ("es", "La ", "Acta de Ginebra", "El "),
        ("es", "de la ", "acta", "del "),
        ("es", "las ", "actas", "las "),
        ("es", "esta ", "acta", "esta "),
        ("es", "de el ", "Director General", "del "),
        ("fr", "le ", "OMPI", "l'"),
        ("fr", "l'", "demande", "la "),
        ("fr", "dans un ", "cours", "dans un "),
        ("fr", "voir la ", "xylophone", "voir la "),
        ("es", "La ", "seguro médico", "El "),
        ("es", "Los ", "enfermeras", "Las "),
        ("es", "a la ", "informe de alta", "al "),
        ("es", "un ", "teleconsulta", "una "),
        ("es", "el ", "agua potable", "el "),
        ("es", "la ", "paciente", "la "),
        ("es", "las ", "servicios", "los "),
        ("es", "del ", "OMPI", "del "),
        ("fr", "le nouveau ", "demande", "la nouvelle "),
        ("fr", "du dernière ", "office", "du dernier "),
        ("fr", "la ancien ", "usine", "l'ancienne "),
        ("fr", "une nouveau ", "office", "un nouvel "),
        ("fr", "ce nouvelles ", "brevets", "ces nouveaux "),
        ("es", "una nuevo ", "comunicado de prensa", "un nuevo "),
        ("es", "los últimas ", "solicitudes", "las últimas "),
    ],
)
def test_the_article_is_the_terms(locale: str, before: str, term: str, right: str):
    text = before + term + " ici"
    place = (len(before), len(before) + len(term))
    assert agreed(text, [place], locale) == right + term + " ici"


@pytest.mark.parametrize(
    ("locale", "before", "term", "right"),
    [
        ("fr", "Un ", "PME", "Une "),
        ("fr", "au ", "PME", "à la "),
        ("fr", "tous les ", "PME", "toutes les "),
        ("fr", "une ", "poste d'amarrage", "un "),
        ("es", "los ", "pymes", "las "),
        ("fr", "Un nouveau ", "PME", "Une nouvelle "),
        ("fr", "des premiers ", "PME", "des premières "),
        ("fr", "le nouvelle ", "poste d'amarrage", "le nouveau "),
        ("es", "el primer ", "pyme", "la primera "),
    ],
)
def test_the_article_goes_with_the_gender_that_the_glossary_gives(locale, before, term, right):
    genders = {"pme": True, "poste": False, "pyme": True, "pymes": True}
    place = (len(before), len(before + term))
    assert agreed(before + term, [place], locale, genders) == right + term


@pytest.mark.parametrize(
    ("code", "word", "gender", "number"),
    [
        ("fr", "brevets", False, True),
        ("fr", "vaccination", True, False),
        ("fr", "comité", False, False),
        ("fr", "taux", False, None),
        ("fr", "hôpitaux", False, True),
        ("fr", "membre", None, False),
        ("es", "invenciones", True, True),
        ("es", "programas", False, True),
        ("es", "virus", False, None),
        ("es", "agentes", False, True),
        ("es", "orden", None, False),
        ("es", "norma", True, False),
    ],
)
def test_what_a_noun_tells(code: str, word: str, gender: bool | None, number: bool | None):
    assert (feminine(word, code), plural(word, code)) == (gender, number)


@pytest.mark.parametrize(
    ("text", "form", "right"),
    [
        ("ministère de la santé", "ministère de la Santé", "ministère de la Santé"),
        ("Ministère de la santé", "ministère de la Santé", "Ministère de la Santé"),
        ("Système de Madrid", "système de Madrid", "Système de Madrid"),
        ("регионального управления здравоохранения", "Региональное управление здравоохранения",
         "Регионального управления здравоохранения"),
        ("MINISTÈRE DE LA SANTÉ", "ministère de la Santé", "MINISTÈRE DE LA SANTÉ"),
        ("états membres", "État membre", "États membres"),
    ],
)  # fmt: skip
def test_capitals_of_a_term_are_its_own(text: str, form: str, right: str):
    assert written(f"« {text} »", [((2, 2 + len(text)), (form,))]) == f"« {right} »"


@pytest.mark.parametrize(
    ("before", "right"),
    [
        ("Une ", "cita"),
        ("", "Cita"),
        ("Voir : ", "Cita"),
        ("« ", "Cita"),
        ("Fin. ", "Cita"),
        ("l'", "cita"),
    ],
)
def test_a_term_is_large_only_where_something_begins(before: str, right: str):
    place = (len(before), len(before) + 4)
    assert written(before + "Cita", [(place, ("cita",))]) == before + right


def test_the_end_of_a_term_once_more():
    text = "L'indice de qualité de l'air d'air monte."
    assert unechoed(text, [(2, 28)], "fr") == "L'indice de qualité de l'air monte."
    text = "El Ministerio de Salud de Salta."
    assert unechoed(text, [(3, 22)], "es") == text


def test_a_draft_is_put_right_around_its_terms():
    rows = "n,nurse,infirmière,noun\nm,Ministry of Health,ministère de la Santé,proper\n"
    glossary = Glossary(csv.parse(f"id,en,fr,pos\n{rows}"))
    box = Scripted(lambda _: "le infirmière du ministère de la santé  parle .", "fr")
    (draft,) = drafted(
        box, "The nurse of the Ministry of Health speaks.", locale="fr", glossary=glossary
    )
    assert draft.text == "L'infirmière du ministère de la Santé parle."
    assert [term.way.value for term in draft.terms] == ["free", "free"]


def test_a_draft_does_not_say_the_end_of_a_term_twice():
    glossary = Glossary(csv.parse("id,en,fr\na,air quality index,indice de qualité de l'air\n"))
    box = Scripted(lambda _: "L'indice de qualité de l'air d'air monte.", "fr")
    (draft,) = drafted(box, "The air quality index rises.", locale="fr", glossary=glossary)
    assert draft.text == "L'indice de qualité de l'air monte."


def test_no_term_is_lost_to_grammar():
    glossary = Glossary(
        csv.parse("id,en,fr,match\na,Android update,mise à jour de Android,inflect:no\n")
    )
    box = Scripted(lambda _: "La mise à jour de Android  arrive.", "fr")
    (draft,) = drafted(box, "The Android update comes.", locale="fr", glossary=glossary)
    assert "mise à jour de Android" in draft.text


@pytest.mark.parametrize(
    ("locale", "before", "term"),
    [
        ("fr", "de l’", "hôpital"),
        ("fr", "les ", "nouveau-nés"),
        ("fr", "la ", "sous-évaluation"),
        ("fr", "de l'", "hindouisme"),
        ("fr", "à l’", "héparine"),
        ("fr", "la ", "secrétaire générale"),
        ("fr", "une ", "paire de lunettes"),
        ("fr", "les ", "deux parties"),
        ("es", "los ", "recién nacidos"),
        ("es", "las ", "semifinales"),
        ("es", "las ", "yemas de los dedos"),
        ("es", "la ", "toma de decisiones"),
        ("es", "los ", "demócratas"),
        ("es", "los ", "colegas"),
        ("es", "un ", "radio de acción"),
        ("es", "el ", "miércoles"),
        ("es", "del ", "parabrisas"),
        ("es", "el ", "ébola"),
        ("es", "las ", "cuatro estaciones"),
    ],
)
def test_a_right_article_stays(locale: str, before: str, term: str):
    """Words before nouns in texts that people translated."""
    place = (len(before), len(before) + len(term))
    assert agreed(before + term, [place], locale) == before + term


@pytest.mark.parametrize(
    ("locale", "term", "text", "right"),
    [
        ("ru", "сердечной", "Пациенты с с сердечной болезнью", "Пациенты с сердечной болезнью"),
        ("fr", "brevet", "le titulaire de de brevet", "le titulaire de brevet"),
        ("es", "patente", "la la patente", "la patente"),
        ("fr", "tension artérielle", "la tension artérielle tension artérielle", "la tension artérielle"),
        ("es", "patente", "una patente de patente.", "una patente."),
        ("zh-Hans", "设置菜单", "打开“设置菜单”菜单并", "打开“设置菜单”并"),
        ("zh-Hans", "水质", "水质质量", "水质质量"),
        ("fr", "brevet", "Le droit nous nous brevet", "Le droit nous nous brevet"),
        ("fr", "brevet", "le brevet, brevet, brevet", "le brevet, brevet, brevet"),
    ],
)  # fmt: skip
def test_nothing_is_said_twice_at_a_join(locale: str, term: str, text: str, right: str):
    start = text.index(term)
    assert once(text, [(start, start + len(term))], locale) == right


def test_a_term_that_the_source_has_twice_stays_twice():
    text = "brevet brevet"
    assert once(text, [(0, 6), (7, 13)], "fr") == text


def test_a_quoted_term_has_its_article_before_the_mark():
    text = "La «uso fuera de indicación» es común."
    assert agreed(text, [(4, 27)], "es") == "El «uso fuera de indicación» es común."
    text = "Le «\u00a0tension artérielle\u00a0» monte."
    assert agreed(text, [(5, 23)], "fr") == "La «\u00a0tension artérielle\u00a0» monte."


def test_what_was_put_right_is_no_doubt_any_more():
    box = Scripted(lambda _: "Las fibras de el amianto son finas.", "es")
    (draft,) = drafted(box, "The fibres of asbestos are thin.", locale="es")
    assert draft.text == "Las fibras del amianto son finas."
    assert draft.findings == ()


@pytest.mark.parametrize(
    ("literal", "locale", "draft"),
    [
        ("MODE='a y index'", "es", "Ejecute {} o otra y imprima."),
        ("MODE='le index'", "fr", "Lancez {} de une fois."),
        ("-o", "es", "Agregue {} onda de el archivo."),
    ],
)
def test_a_literal_is_no_sentence(literal: str, locale: str, draft: str):
    source = f"Run {literal} with it."
    standin = re.compile(r"\d\d")
    box = Scripted(lambda text: draft.format(standin.findall(text)[0]), locale)
    (done,) = drafted(box, source, locale=locale)
    assert literal in done.text
    assert done.text != draft.format(literal)  # around it words agree


def test_what_was_not_put_right_is_still_doubted():
    box = Scripted(lambda _: "Les ne fibres sont fines.", "fr")
    (draft,) = drafted(box, "The fibres of asbestos are thin.", locale="fr")
    assert any("les ne" in one.message.lower() for one in draft.findings)
