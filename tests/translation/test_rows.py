"""References, rows and parts of a year: what is expected is how publishers of each language write them."""

import pytest

from transflow.checks import CheckContext, run
from transflow.model import Entry, Severity, State
from transflow.translation import asides
from transflow.translation.lines import written

LOCALES = ("fr", "es", "zh-Hans", "ru", "ar")
NBSP = "\u00a0"

WRITTEN = {
    "Art. 5": ("Art. 5", "Art. 5", "第5条", "Ст. 5", "المادة 5"),
    "Fig. 4": ("Fig. 4", "Fig. 4", "图4", "Рис. 4", "الشكل 4"),
    "pp. 5-9": ("p. 5–9", "págs. 5–9", "第5–9页", "с. 5–9", "ص 5–9"),
    "Vol. 2": ("Vol. 2", "Vol. 2", "第2卷", "Т. 2", "المجلد 2"),
    "First half 2026": ("Premier semestre 2026", "Primer semestre de 2026", "2026年上半年", f"Первое полугодие 2026{NBSP}г.", "النصف الأول من عام 2026"),
    "Change from 2024": ("Variation par rapport à 2024", "Variación respecto de 2024", "较2024年的变化", "Изменение по сравнению с 2024 годом", "التغير عن عام 2024"),
    "see note 4": ("voir la note 4", "véase la nota 4", "见注4", "см. примечание 4", "انظر الملاحظة 4"),
    "Share (%)": ("Part (%)", "Proporción (%)", "占比（%）", "Доля (%)", "الحصة (%)"),
    "Page 2 of 5": ("Page 2 sur 5", "Página 2 de 5", "第2页，共5页", "Страница 2 из 5", "الصفحة 2 من 5"),
    "5 min read": (f"5{NBSP}min de lecture", "5 min de lectura", "5分钟阅读", "5 мин чтения", "5 دقائق قراءة"),
    "Share this page": ("Partager cette page", "Compartir esta página", "分享本页", "Поделиться страницей", "مشاركة هذه الصفحة"),
    "Article 5": ("Article 5", "Artículo 5", "第5条", "Статья 5", "المادة 5"),
    "Annex II": ("Annexe II", "Anexo II", "附件II", "Приложение II", "المرفق II"),
    "Day 1": ("Jour 1", "Día 1", "第1天", "День 1", "اليوم 1"),
    "Room 2.07": ("Salle 2.07", "Sala 2.07", "2.07室", "Каб. 2.07", "القاعة 2.07"),
    "No. 21/2026, p. 118": ("N° 21/2026, p. 118", "N.º 21/2026, pág. 118", "第21/2026号，第118页", "№ 21/2026, с. 118", "رقم 21/2026، ص 118"),
    "3rd year": ("3e année", "3.er año", "第3年", "3-й год", "السنة 3"),
    "17th floor": ("17e étage", "17.º piso", "17楼", "17-й этаж", "الطابق 17"),
    "2nd edition": ("2e édition", "2.ª edición", "第2版", "2-е издание", "الطبعة 2"),
    "3rd place": ("3e place", "3.er puesto", "第3名", "3-е место", "المركز 3"),
    "3rd quarter of 2026": ("3e trimestre 2026", "3.er trimestre de 2026", "2026年第三季度", f"3-й квартал 2026{NBSP}г.", "الربع الثالث من عام 2026"),
    "Q4 2026": ("4e trimestre 2026", "4.º trimestre de 2026", "2026年第四季度", f"4-й квартал 2026{NBSP}г.", "الربع الرابع من عام 2026"),
    "early March 2027": ("début mars 2027", "principios de marzo de 2027", "2027年3月初", f"начало марта 2027{NBSP}г.", "أوائل مارس 2027"),
    "mid-2027": ("mi-2027", "mediados de 2027", "2027年年中", f"середина 2027{NBSP}г.", "منتصف عام 2027"),
    "late May": ("fin mai", "finales de mayo", "5月下旬", "конец мая", "أواخر مايو"),
    "Spring 2027": ("Printemps 2027", "Primavera de 2027", "2027年春季", f"Весна 2027{NBSP}г.", "ربيع عام 2027"),
    "first half of 2027": ("premier semestre 2027", "primer semestre de 2027", "2027年上半年", f"первое полугодие 2027{NBSP}г.", "النصف الأول من عام 2027"),
    "by 2030": ("d'ici 2030", "para 2030", "到2030年", "к 2030 году", "بحلول عام 2030"),
    "born 1935": ("né(e) en 1935", "n. en 1935", "生于1935年", "род. в 1935 г.", "مواليد 1935"),
    "Since 2019": ("Depuis 2019", "Desde 2019", "自2019年以来", "С 2019 года", "منذ عام 2019"),
    "30 June/1 July 2027": ("30 juin/1er juillet 2027", "30 de junio/1 de julio de 2027", "6月30日/2027年7月1日", f"30 июня/1 июля 2027{NBSP}г.", "30 يونيو/1 يوليو 2027"),
    "17 January 2027, 12 noon (UTC+1)": ("17 janvier 2027, midi (UTC+1)", "17 de enero de 2027, 12:00 (UTC+1)", "2027年1月17日，12:00（UTC+1）", f"17 января 2027{NBSP}г., 12:00 (UTC+1)", "17 يناير 2027، 12:00 (UTC+1)"),
    "Nos. 3-4": ("N°s 3–4", "Núms. 3–4", "第3–4号", "№ 3–4", "الأرقام 3–4"),
    "1 in 3": ("1 sur 3", "1 de cada 3", "每3个中有1个", "1 из 3", "1 من كل 3"),
    "US$ million": ("Millions de dollars des États-Unis", "Millones de dólares estadounidenses", "百万美元", "Млн долларов США", "مليون دولار أمريكي"),
    "€bn": ("milliards d'euros", "miles de millones de euros", "十亿欧元", "млрд евро", "مليار يورو"),
    "thousand CHF": ("milliers de francs suisses", "miles de francos suizos", "千瑞士法郎", "тыс. швейцарских франков", "ألف فرنك سويسري"),
    "CHF million (2024)": ("Millions de francs suisses (2024)", "Millones de francos suizos (2024)", "百万瑞士法郎（2024）", "Млн швейцарских франков (2024)", "مليون فرنك سويسري (2024)"),
    "Deadline: mid-2027": (f"Date limite{NBSP}: mi-2027", "Fecha límite: mediados de 2027", "截止日期：2027年年中", f"Срок: середина 2027{NBSP}г.", "الموعد النهائي: منتصف عام 2027"),
}  # fmt: skip


@pytest.mark.parametrize("at", range(len(LOCALES)), ids=LOCALES)
@pytest.mark.parametrize("text", WRITTEN)
def test_references_and_parts_of_a_year_pass_the_checks(text, at):
    locale = LOCALES[at]
    draft = written(text, "en", locale)
    assert draft == WRITTEN[text][at]
    found = run([Entry(text, draft, State.TRANSLATED, line=1)], context=CheckContext(locale))
    assert [one.message for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "text",
    ["in 5 rooms", "Article 5 of the Treaty", "by 30 people", "fall", "Q3", "Part of it", "early", "mid-range", "Step up", "in 2027 people"],
)  # fmt: skip
def test_what_is_no_reference_is_left_to_the_engine(text):
    assert written(text, "en", "ru") is None


def test_a_reference_in_brackets_has_the_letters_of_a_sentence():
    text = "The limit fell (Fig. 4) and rose again (since 2019)."
    assert [one.text for one in asides.find(text, "en", "ru")] == ["рис. 4", "с 2019 года"]
