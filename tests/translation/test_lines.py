"""Cells and lines of facts: what is expected is how press offices of each language write them."""

from importlib.resources import files

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import drafted, starter
from transflow.checks import CheckContext, run
from transflow.documents import spans
from transflow.glossary import Concept, Form, Glossary, csv
from transflow.model import Entry, Severity, Span, SpanKind, State, UnitKind
from transflow.translation import Request, Translator, asides
from transflow.translation.boldlabels import apart
from transflow.translation.datelines import places, unknown
from transflow.translation.lines import labels, written

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Tel.: +41 22 730 51 11", "fr", f"Tél.{NBSP}: +41 22 730 51 11"),
        ("Tel.: +41 22 730 51 11", "zh-Hans", "电话：+41 22 730 51 11"),
        ("Fax +41 22 733 54 28", "ru", "Факс +41 22 733 54 28"),
        ("E-mail: press@port.example", "ar", "البريد الإلكتروني: press@port.example"),
        ("Address: 12 Market Street, 8001 Zurich", "es", "Dirección: 12 Market Street, 8001 Zurich"),
        ("Phone +1 202 555 0147 | Email a@example.com", "es", "Teléfono +1 202 555 0147 | Correo electrónico a@example.com"),
        ("revoked", "es", "revocado"), ("Repealed", "fr", "Abrogé"), ("lapsed", "zh-Hans", "已失效"), ("In force", "ru", "Действует"), ("nil", "ar", "لا شيء"),
        ("Of course", "ar", "بالطبع"), ("In the meantime:", "fr", f"Entre-temps{NBSP}:"), ("no fee", "es", "sin cargo"),
        ("Yes", "ru", "Да"), ("no", "es", "no"), ("YES", "fr", "OUI"), ("Yes/No", "zh-Hans", "是/否"),
        ("Sun", "fr", "Dim."), ("Mon–Fri", "zh-Hans", "周一至周五"), ("Sat/Sun", "ru", "Сб/вс"), ("Tue, Thu", "es", "Mar, jue"),
        ("Mon–Fri: 9 a.m. to 5 p.m.", "fr", f"Lun.–ven.{NBSP}: 9{NBSP}h–17{NBSP}h"),
        ("Mon to Thu 8am–4pm", "ru", "Пн–чт 8:00–16:00"),
        ("Opening hours: Tue–Sat 10:00–18:00, Sun 11:00–17:00", "es", "Horario de apertura: mar–sáb 10:00–18:00, dom 11:00–17:00"),
        ("Photo: Siobhan Kelleher", "ru", "Фото: Siobhan Kelleher"),
        ("Susan Albright", "zh-Hans", "Susan Albright"),
        ("Dr. Mark Ellery", "zh-Hans", "Mark Ellery博士"),
        ("Mrs. Karen Whitfield", "fr", "Mme Karen Whitfield"),
        ("Lebanon", "ru", "Ливан"), ("Israel (15th)", "fr", "Israël (15e)"), ("Israel (15th)", "zh-Hans", "以色列（第15）"),
        ("China, Türkiye, India, Viet Nam", "zh-Hans", "中国、土耳其、印度、越南"), ("Spain and Italy", "es", "España e Italia"),
        ("Germany (2), France (3)", "zh-Hans", "德国（2），法国（3）"), ("Date: Monday, 3 May 2025", "fr", f"Date{NBSP}: lundi 3 mai 2025"),
        ("10 a.m.–6 p.m.", "fr", f"10{NBSP}h–18{NBSP}h"), ("9:30 a.m. to 6 p.m.", "es", "9:30–18:00"), ("10am–6pm", "zh-Hans", "10:00–18:00"),
        ("Norway: 98,200", "fr", f"Norvège{NBSP}: 98\u202f200"), ("Norway: 98,200", "es", "Noruega: 98.200"), ("Norway: 98,200", "zh-Hans", "挪威：98,200"),
        ("Adult", "es", "Adulto"), ("Adults: €12.50", "fr", f"Adultes{NBSP}: 12,50{NBSP}€"), ("per day", "ru", "в день"), ("KNOWN ISSUES", "ar", "مشكلات معروفة"),
        ("TERMS AND CONDITIONS", "fr", "CONDITIONS GÉNÉRALES"), ("Lost Property", "zh-Hans", "失物招领"), ("by appointment", "ar", "بموعد مسبق"),
        ("Departures", "es", "Salidas"), ("Fare: €79", "fr", f"Tarif{NBSP}: 79{NBSP}€"), ("Daily pass", "zh-Hans", "一日票"),
        ("No data", "ru", "Нет данных"), ("forbidden", "fr", "interdit"), ("Red", "es", "Rojo"), ("red, yellow", "zh-Hans", "红色、黄色"),
        ("highly toxic", "es", "altamente tóxico"), ("South-East", "es", "Sureste"), ("In person", "fr", "En présentiel"),
        ("both sexes", "ru", "оба пола"), ("boys", "ar", "الفتيان"), ("tomorrow", "ru", "завтра"), ("Mr", "es", "Señor"),
        ("every other day", "ru", "через день"), ("To be announced", "zh-Hans", "待公布"), ("Vice-Chair: Maria Lopez", "ru", "Заместитель председателя: Maria Lopez"),
        ("From left to right: Maria Lopez, Jan Novak", "zh-Hans", "从左到右：Maria Lopez、Jan Novak"), ("Frequently asked questions", "es", "Preguntas frecuentes"),
        ("A: No.", "zh-Hans", "答：否。"), ("A: No.", "ar", "ج: لا."), ("A: Never.", "fr", f"R{NBSP}: Jamais."), ("Age: 35 years", "zh-Hans", "年龄：35岁"),
        ("Symptoms", "ru", "Симптомы"), ("Notes to editors", "fr", "Notes aux rédacteurs"), ("Deadline: 3 May 2027", "zh-Hans", "截止日期：2027年5月3日"),
        ("March", "ru", "Март"), ("March–May", "zh-Hans", "3月至5月"), ("CORRECTION:", "es", "CORRECCIÓN:"),
    ],
)  # fmt: skip
def test_lines_are_written_by_the_list(text, locale, expected):
    assert written(text, "en", locale) == expected


@pytest.mark.parametrize(
    "text",
    ["Open the box", "No. 5", "The Sun is a star", "No parking", "Open", "Contact us by mail", "Source code", "Total cost: 5",
     "A", "left", "right", "Brown", "Interpreter", "Mobile phones are banned", "Monday blues", "+41 22 730 51 11", "Note: the office is closed", "China Mobile", "Jordan Smith", "New Mexico", "May we go"],
)  # fmt: skip
def test_a_word_that_is_not_listed_leaves_the_unit_to_the_engine(text):
    assert written(text, "en", "fr") is None


def test_languages_and_scripts_without_a_list_are_left_to_the_engine():
    assert written("Yes", "en", "zh-Hant") is None
    assert written("Yes", "en", "de") is None
    assert written("Oui", "fr", "es") is None


@pytest.mark.parametrize(
    ("text", "locale", "label"),
    [
        ("Q: How much is it?", "ru", "В: "),
        ("A: It is free.", "zh-Hans", "答："),
        ("Q. Do I need it?", "es", "P: "),
        ("Contact: Ann Lee, Head of Press", "fr", f"Contact{NBSP}: "),
        ("Note: the office is closed.", "es", "Nota: "),
    ],
)
def test_labels_stand_before_what_the_engine_says(text, locale, label):
    assert [one for _, _, one in labels(text, locale)] == [label]


@pytest.mark.parametrize("locale", ["fr", "es", "zh-Hans", "ru", "ar"])
def test_what_is_listed_passes_the_checks_of_a_translation(locale):
    rows = (files("transflow.translation") / "data" / "lines.txt").read_text("utf-8").splitlines()
    listed = [row.split("|") for row in rows if row and not row.startswith("#")]
    forms = [form for kind, forms, *_ in listed if kind in "LPWVH" for form in forms.split(";")]
    entries = [
        Entry(form, str(written(form, "en", locale)), State.TRANSLATED, line=at)
        for at, form in enumerate(forms, 1)
    ]
    assert not [one.msgid for one in entries if one.msgstr == "None"]
    found = [run([one], context=CheckContext(locale)) for one in entries]
    assert [
        (e.msgid, f.message)
        for e, row in zip(entries, found, strict=True)
        for f in row
        if f.severity is not Severity.INFO
    ] == []


@pytest.mark.parametrize(
    ("locale", "left", "right"),
    [("fr", "à gauche", "à droite"), ("es", "izquierda", "derecha"), ("zh-Hans", "左", "右"), ("ru", "слева", "справа"), ("ar", "يسار", "يمين")],
)  # fmt: skip
def test_who_is_left_and_right_on_a_picture(locale, left, right):
    text = "Shirin Akter (left) and her sister Nasima (right)"
    assert [one.text for one in asides.find(text, "en", locale)] == [left, right]


@pytest.mark.parametrize(
    ("locale", "text"),
    [("zh-Hans", "更新时间：<time>2026年6月30日</time>。"), ("ru", f"Обновлено: <time>30 июня 2026{NBSP}г.</time>"), ("fr", f"Mis à jour{NBSP}: <time>30 juin 2026</time>.")],
)  # fmt: skip
def test_a_line_with_markup_ends_as_the_language_does(locale, text):
    source = "Last updated: <time>30 June 2026</time>."
    (draft,) = Translator(None, Glossary(), locale=locale).translate(
        [Request(source, tuple(spans(source, "html")), format="html")]
    )
    assert draft.text == text


def test_a_sentence_with_a_colon_has_no_label():
    assert not list(labels("The rule is simple: pay.", "fr"))
    assert not list(labels("A. General remarks", "fr"))


@pytest.mark.parametrize(
    ("text", "locale", "letters"),
    [
        ("a) the name; b) the address.", "ru", ["a) ", "b) "]),
        ("(a) pay; and (b) wait.", "es", ["(a) ", "y (b) "]),
        ("a) the name; b) the address.", "ar", ["أ) ", "ب) "]),
        ("See a) and b).", "fr", []),
    ],
)
def test_letters_of_a_list_stay(text, locale, letters):
    assert [one for _, _, one in labels(text, locale)] == letters


def test_markup_stays_around_its_label():
    text = "**Tel.:** +41 22 730 51 11"
    spans = (Span(SpanKind.STRONG, 0, 9, 2, 7, ""),)
    draft = Translator(None, Glossary(), locale="fr").translate([Request(text, spans)])[0]
    assert draft.text == f"**Tél.{NBSP}:** +41 22 730 51 11"


@pytest.mark.parametrize(
    ("text", "locale", "head", "rest"),
    [
        ("**Warning:** the disk is full.", "es", "**Advertencia:** ", "the disk is full."),
        ("**Warning**: the *disk* is full.", "fr", f"**Avertissement**{NBSP}: ", "the *disk* is full."),
        ("**Symptom.** It stops.", "ru", "**Симптом.** ", "It stops."),
        ("**Symptom.** It stops.", "zh-Hans", "**症状**。", "It stops."),
        ("__Note:__ It stops.", "ar", "__ملاحظة:__ ", "It stops."),
        ("**The disk:** it is full.", "es", "", "**The disk:** it is full."),
        ("**2.1** You may not sell it.", "zh-Hans", "**2.1** ", "You may not sell it."),
        ("**3.** You may not sell it.", "fr", "**3.** ", "You may not sell it."),
        ("**5** people came.", "fr", "", "**5** people came."),
        ("**Warning** signs are red.", "es", "", "**Warning** signs are red."),
        ("**[Note](x.md):** It stops.", "es", "", "**[Note](x.md):** It stops."),
    ],
)  # fmt: skip
def test_a_bold_label_is_written_by_the_list(text, locale, head, rest):
    request = Request(text, tuple(spans(text, "markdown")))
    written_head, left = apart(request, "en", locale, unknown)
    assert (written_head, left.text) == (head, rest)
    assert [left.text[one.start : one.end] for one in left.spans] == [
        text[one.start : one.end] for one in request.spans if one.start >= len(text) - len(rest)
    ]


@pytest.mark.parametrize(
    ("text", "locale", "head"),
    [
        ("**PORT ELLEN, 6 October 2026** – The Act", "fr", "**Port-Hélène, le 6 octobre 2026** – "),
        (
            "**PORT ELLEN**, 6 October 2026 – The Act",
            "ru",
            "**Порт-Эллен**, 6 октября 2026 года – ",
        ),
        ("**GENEVA, 6 October 2026 –** The Act", "es", "**Ginebra, 6 de octubre de 2026** – "),
        ("**PORT ELLEN, 6 October 2026** – The Act", "zh-Hans", "**埃伦港，2026年10月6日**——"),
        ("**Ann Port, 6 October 2026** – The Act", "fr", ""),
    ],
)
def test_a_dateline_in_bold_is_written_by_rule_with_the_cities_of_the_glossary(text, locale, head):
    rows = "id,en,fr,ru,zh-Hans\np,Port Ellen,Port-Hélène,Порт-Эллен,埃伦港\n"
    place = places(Glossary(csv.parse(rows)), "en", locale)
    request = Request(text, tuple(spans(text, "markdown")))
    written_head, left = apart(request, "en", locale, place)
    assert (written_head, left.text) == (head, "The Act" if head else text)


@pytest.mark.parametrize(
    ("locale", "warning", "symptom"),
    [
        ("fr", f"**Avertissement{NBSP}:** ", "**Symptôme.** "),
        ("es", "**Advertencia:** ", "**Síntoma.** "),
        ("zh-Hans", "**警告**：", "**症状**。"),
        ("ru", "**Внимание:** ", "**Симптом.** "),
        ("ar", "**تحذير:** ", "**العرض.** "),
    ],
)
def test_bold_labels_in_drafts(locale, warning, symptom):
    texts = ["**Warning:** the disk is full.", "**Symptom.** The [engine](x.md) stops."]
    translator = Translator(starter(locale), Glossary(), locale=locale)
    first, second = translator.translate(
        [Request(text, tuple(spans(text, "markdown"))) for text in texts]
    )
    assert first.text.startswith(warning)
    assert second.text.startswith(symptom)
    assert "](x.md)" in second.text


@pytest.mark.parametrize(
    ("locale", "data"),
    [("fr", "3. Données"), ("es", "3. Datos"), ("zh-Hans", "3. 数据"), ("ru", "3. Данные"), ("ar", "3. البيانات")],
)  # fmt: skip
def test_numbers_of_paragraphs_stay_at_the_head(locale, data):
    texts = [
        "3. Data",
        "1.1 You may copy the texts.",
        "2.3 **You** may not sell them.",
        "Room 1.07 has moved to 2.07.",
    ]
    translator = Translator(starter(locale), Glossary(), locale=locale)
    heading, first, marked, rooms = translator.translate(
        [Request(text, tuple(spans(text, "markdown"))) for text in texts]
    )
    assert heading.text == data
    assert first.text.startswith("1.1 ")
    assert marked.text.startswith("2.3 ")
    assert "1.07" in rooms.text
    assert "2.07" in rooms.text


@pytest.mark.parametrize(
    ("locale", "asked", "here"),
    [("fr", f"**Q{NBSP}: ", f"Q{NBSP}: "), ("es", "**P: ¿", "P: ¿"), ("zh-Hans", "**问：", "问："), ("ru", "**В: ", "В: "), ("ar", "**س: ", "س: ")],
)  # fmt: skip
def test_the_label_of_a_question_in_bold_and_of_one_with_markup_behind_it(locale, asked, here):
    texts = ["**Q: Who may use your data?**", "Q: Can I use *this* photograph?"]
    first, second = Translator(starter(locale), Glossary(), locale=locale).translate(
        [Request(text, tuple(spans(text, "markdown"))) for text in texts]
    )
    assert first.text.startswith(asked)
    assert first.text.endswith("**")
    assert second.text.startswith(here)
    assert second.text.count("*") == 2


def test_the_glossary_has_the_word_for_a_label():
    text = "**Warning:** the disk is full."
    own = Glossary([Concept("warning", {"en": (Form("warning"),), "es": (Form("aviso"),)})])
    translator = Translator(starter("es"), own, locale="es")
    (draft,) = translator.translate([Request(text, tuple(spans(text, "markdown")))])
    assert "viso" in draft.text
    assert "Advertencia" not in draft.text


@pytest.mark.parametrize(("locale", "time"), [("fr", f"20{NBSP}h{NBSP}30"), ("zh-Hans", "20:30")])
def test_a_cell_with_a_time_that_has_a_point_ends_without_one(locale, time):
    draft = Translator(None, Glossary(), locale=locale).translate([Request("8.30 p.m.")])[0]
    assert draft.text == time


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Kenya*", "ru", "Кения*"),
        ("South Africa†", "fr", "Afrique du Sud†"),
        ("Ghana¹", "zh-Hans", "加纳¹"),
        ("Total²", "es", "Total²"),
        ("No. 7", "fr", "N°\u00a07"),
    ],
)
def test_a_cell_with_the_mark_of_a_note_is_written_by_the_list(text, locale, expected):
    (draft,) = drafted(Scripted(lambda _: "?"), text, locale=locale, kind=UnitKind.TABLE_CELL)
    assert draft.text == expected
