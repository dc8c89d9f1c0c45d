import pytest

from transflow.glossary import Glossary, csv
from transflow.glossary.verify import Verdict


def check(rows: str, source: str, target: str, locale: str = "es") -> Verdict:
    glossary = Glossary(csv.parse(f"id,en,{locale},pos,match\n{rows}"))
    return glossary.check(source, target, "en", locale)


def test_preferred_and_admitted_forms_and_their_inflections_count():
    rows = "u,utility model,modelo de utilidad | patente menor,noun,\n"
    for target in ("un modelo de utilidad", "los modelos de utilidad", "Patentes menores."):
        assert check(rows, "a utility model", target).ok
    assert [t.source for t in check(rows, "a utility model", "un modelo").missing] == [
        "utility model"
    ]


def test_only_the_very_letters_where_the_term_says_so():
    assert not check(
        "u,utility model,modelo de utilidad,,inflect:no\n", "utility model", "modelos de utilidad"
    ).ok
    assert not check("h,XtalPi,,,dnt\n", "XtalPi grew", "xtalpi creció").ok
    assert check("h,XtalPi,,,dnt\n", "XtalPi grew", "XtalPi creció").ok


def test_as_often_as_the_source_has_it():
    rows = "o,office,oficina,noun,\n"
    source = "The office told an office that its own office was closed."
    assert len(check(rows, source, "La oficina dijo que estaba cerrada.").missing) == 1
    assert check(rows, source, "La oficina dijo a otra oficina que estaba cerrada.").ok


def test_a_second_mention_in_a_short_sentence_may_be_a_pronoun_unless_the_term_forbids_it():
    source = "The office sent the office a letter."
    assert check("o,office,oficina,noun,\n", source, "La oficina le envió una carta.").ok
    assert not check("o,office,oficina,noun,every\n", source, "La oficina le envió una carta.").ok


def test_a_short_term_inside_a_longer_one_satisfies_nobody_twice():
    rows = "p,patent,patente,,\nf,patent family,familia de patentes,,\n"
    source = "The patent has a patent family."
    assert len(check(rows, source, "Tiene una familia de patentes.").missing) == 1
    assert check(rows, source, "La patente tiene una familia de patentes.").ok


def test_two_terms_with_one_target_need_two_of_it():
    rows = "t,trademark,marca,,\nb,brand,marca,,\n"
    assert len(check(rows, "A trademark and a brand", "Una marca").missing) == 1
    assert check(rows, "A trademark and a brand", "Una marca y otra marca").ok


def test_forbidden_forms_are_found_beside_the_right_one_but_not_inside_a_longer_allowed_one():
    rows = "a,application,solicitud | aplicación de patente | !aplicación | ~petición,noun,\n"
    verdict = check(rows, "The application", "Las aplicaciones y la solicitud y la petición")
    assert [(r.form.text, r.form.status) for r in verdict.refused] == [
        ("aplicación", "forbidden"),
        ("petición", "deprecated"),
    ]
    assert check(rows, "The application", "La aplicación de patente").ok
    assert check(rows, "The application", "La solicitud, aplicaciónX").ok
    assert check(rows, "The software app", "La aplicación").ok


def test_an_acronym_after_the_full_name_is_the_same_concept_twice():
    both = "c,China Administration | CNIPA,Administración China | CNIPA,,\n"
    source = "The China Administration (CNIPA) joined."
    assert check(both, source, "La Administración China (CNIPA) se unió.").ok
    one = "c,China Administration | CNIPA,Administración China,,\n"
    assert check(one, source, "La Administración China se unió.").ok


def test_any_rendering_of_a_homograph_will_do():
    rows = "v,file,presentar,,\nn,file,archivo | presentar,,\n"
    for target in ("El archivo", "Presentar"):
        assert check(rows, "file", target).ok


@pytest.mark.parametrize(
    ("locale", "form", "target"),
    [
        ("zh-Hans", "专利族", "其专利族很大"),
        ("ru", "полезная модель", "регистрация полезных моделей"),
        ("ar", "براءة", "والبراءات"),
        ("fr", "office national", "aux offices nationaux"),
    ],
)
def test_accepted_as_the_language_inflects(locale: str, form: str, target: str):
    assert check(f"x,thing,{form},,\n", "thing", target, locale).ok


@pytest.mark.parametrize(
    ("locale", "form", "target", "right"),
    [
        ("fr", "petite et moyenne entreprise", "Les petites et moyennes entreprises paient.", True),
        ("fr", "petite et moyenne entreprise", "Les petites et moyenne entreprise paient.", False),
        ("es", "pequeña y mediana empresa", "Las pequeñas y medianas empresas pagan.", True),
        ("es", "pequeña y mediana empresa", "Las pequeñas y mediana empresa pagan.", False),
        ("fr", "dessin ou modèle industriel", "Les dessins ou modèle industriel.", False),
        ("ru", "малое и среднее предприятие", "Платят малые и средние предприятия.", True),
        ("ru", "малое и среднее предприятие", "Для малого и среднего предприятия.", True),
        ("ru", "малое и среднее предприятие", "Платят малого и среднее предприятие.", False),
    ],
)
def test_words_joined_by_a_conjunction_are_in_one_number_and_case(
    locale: str, form: str, target: str, right: bool
):
    verdict = check(f"x,small firm,{form},,\n", "Small firms pay.", target, locale)
    assert verdict.ok is right


def test_places_lead_back_through_markup():
    verdict = check(
        "u,utility model,modelo de utilidad,,\n", "utility model", "Un *modelo* de utilidad"
    )
    assert verdict.places == ((4, 23),)


def test_a_japanese_compound_holds_its_parts():
    assert check("s,system,システム,,\n", "a system error", "システムエラー", "ja").ok


def test_a_short_form_in_brackets_is_no_rendering_of_the_long_form_before_it():
    rows = "x,Patent Cooperation Treaty,《专利合作条约》 | PCT,,\ny,PCT,PCT,,case:exact\n"
    source = "The Patent Cooperation Treaty (PCT) has 158 members."
    assert check(rows, source, "《专利合作条约》（PCT）有158个成员。", "zh-Hans").ok
    (missing,) = check(rows, source, "专利合作PCT（PCT）有158个成员。", "zh-Hans").missing
    assert missing.source == "Patent Cooperation Treaty"
    assert check(rows, "The Patent Cooperation Treaty is old.", "PCT很旧。", "zh-Hans").ok


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Le Système de La Haye est ouvert.", []),
        ("Le système de La Haye est ouvert.", ["système de La Haye"]),
        ("Lu sur internet.", []),
        ("Lu sur Internet.", ["Internet"]),
        ("Internet est grand.", []),
        ("C'est grand. Internet aussi.", []),
    ],
)
def test_a_form_may_be_forbidden_for_its_capitals(tmp_path, text, refused):
    """Where a sentence begins, a capital says nothing."""
    path = tmp_path / "terms.csv"
    rows = "hague,Hague System,Système de La Haye | !système de La Haye\nnet,internet,internet | !Internet\n"
    path.write_text(f"id,en,fr\n{rows}", "utf-8")
    source = "The Hague System is on the internet."
    verdict = Glossary.load([path]).check(source, text, "en", "fr")
    assert [one.form.text for one in verdict.refused] == refused


@pytest.mark.parametrize(
    ("source", "target", "met"),
    [
        ("All fees are due.", "مثل جميع كالرسم", False),
        ("Three office actions came.", "وصلت ثلاثة كالإجراء الرسمي", False),
        ("Costs such as a fee are due.", "تكاليف كالرسم مستحقة", True),
        ("It counts as a fee.", "يعتبر كرسم", True),
        ("The agent and the fee.", "الوكيل والرسم", True),
        ("An office action came.", "وصل بالإجراء الرسمي", True),
    ],
)
def test_a_particle_says_like_only_where_the_source_does(source: str, target: str, met: bool):
    rows = "f,fee,رسم,noun\na,agent,وكيل,noun\no,office action,إجراء رسمي,noun\n"
    glossary = Glossary(csv.parse(f"id,en,ar,pos\n{rows}"))
    assert glossary.check(source, target, "en", "ar").ok is met


@pytest.mark.parametrize(
    ("form", "target", "met"),
    [
        ("مطلب حماية", "ما هي المطلب الحماية؟", False),
        ("مطلب حماية", "ما هو مطلب الحماية؟", True),
        ("تاريخ الإيداع", "التاريخ الإيداع", False),
        ("تاريخ الإيداع", "بتاريخ الإيداع", True),
        ("إلغاء التسجيل", "الإلغاء التسجيل", True),  # it may begin so of itself
        ("إلغاء التسجيل", "إلغاء التسجيل", True),
        ("موجة حر", "الموجة الحر", False),
        ("قيمة أكبر", "القيمة الأكبر", True),
        ("بطاقة حمراء", "البطاقة الحمراء", True),
        ("علامة تجارية", "العلامة التجارية", True),
    ],
)
def test_of_two_nouns_only_the_second_has_the_article(form: str, target: str, met: bool):
    glossary = Glossary(csv.parse(f"id,en,ar,pos\nt,term,{form},noun\n"))
    assert glossary.check("The term.", target, "en", "ar").ok is met


@pytest.mark.parametrize(
    ("locale", "form", "target", "met"),
    [
        ("fr", "délivrer", "Les brevets seront délivraient demain.", False),
        ("fr", "délivrer", "Les brevets seront délivrés demain.", True),
        ("fr", "délivrer", "Les brevets ne sont pas délivrés.", True),
        ("fr", "délivrer", "Ils délivraient des brevets.", True),
        ("fr", "délivrer", "L’important est délivrer des brevets.", True),
        ("fr", "dire", "C’est dit.", True),
        ("es", "conceder", "Las patentes son concederé.", False),
        ("es", "conceder", "Las patentes han concederán.", False),
        ("es", "conceder", "Las patentes son concedidas.", True),
        ("es", "conceder", "El objetivo es conceder patentes.", True),
        ("es", "abrir", "Han abierto las patentes.", True),
        ("ru", "выдавать", "Патенты будут выдавались.", False),
        ("ru", "выдавать", "Патенты будут выдаваться.", True),
        ("ru", "выдавать", "Патенты выдавались.", True),
        ("ru", "выдать", "Патенты были выданы.", True),
    ],
)
def test_a_verb_is_in_the_form_its_auxiliary_wants(locale, form, target, met):
    glossary = Glossary(csv.parse(f"id,en,{locale},pos\ng,grant,{form},verb\n"))
    assert glossary.check("They grant patents.", target, "en", locale).ok is met


@pytest.mark.parametrize(
    ("form", "target", "met"),
    [
        ("Женева-город", "Ведомство в Женеве-городом", False),
        ("Женева-город", "Ведомство в Женеве-городе", True),
        ("страна-член", "закон страны-члену", False),
        ("страна-член", "законы стран-членов", True),
        ("страна-член", "в странах-членах", True),
        ("страны-члены", "в странах-членах", True),
        ("страна-участница", "со страной-участницей", True),
        ("город Женева", "в городе Женева", True),
        ("орган власти", "в органах власти", True),
    ],
)
def test_a_noun_in_apposition_has_the_case_of_the_other(form: str, target: str, met: bool):
    glossary = Glossary(csv.parse(f"id,en,ru,pos\nt,term,{form},noun\n"))
    assert glossary.check("The term.", target, "en", "ru").ok is met
