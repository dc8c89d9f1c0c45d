"""Counts in cells: what is expected is how each language's grammar and press agree a number with its noun."""

import pytest

from transflow.checks import CheckContext, run
from transflow.model import Entry, Severity, State
from transflow.translation.lines import written

LOCALES = ("fr", "es", "zh-Hans", "ru", "ar")
NBSP = "\u00a0"

COUNTS = {
    "8 hours": (f"8{NBSP}heures", "8 horas", "8小时", "8 часов", "8 ساعات"),
    "1 hour": (f"1{NBSP}heure", "1 hora", "1小时", "1 час", "ساعة واحدة"),
    "1.5 hours": (f"1,5{NBSP}heure", "1,5 horas", "1.5小时", "1,5 часа", "1.5 ساعة"),
    "2½ years": (f"2,5{NBSP}ans", "2,5 años", "2.5年", "2,5 года", "2.5 سنة"),
    "½ hour": (f"½{NBSP}heure", "½ hora", "½小时", "½ часа", "½ ساعة"),
    "21 days": (f"21{NBSP}jours", "21 días", "21天", "21 день", "21 يومًا"),
    "101 days": (f"101{NBSP}jours", "101 días", "101天", "101 день", "101 يوم"),
    "2 years": (f"2{NBSP}ans", "2 años", "2年", "2 года", "سنتان"),
    "21 years": (f"21{NBSP}ans", "21 años", "21年", "21 год", "21 سنة"),
    "1 week": (f"1{NBSP}semaine", "1 semana", "1周", "1 неделя", "أسبوع واحد"),
    "2 weeks": (f"2{NBSP}semaines", "2 semanas", "2周", "2 недели", "أسبوعان"),
    "3 times": (f"3{NBSP}fois", "3 veces", "3次", "3 раза", "3 مرات"),
    "3 members": (f"3{NBSP}membres", "3 miembros", "3个成员", "3 члена", "3 أعضاء"),
    "1 page": (f"1{NBSP}page", "1 página", "1页", "1 страница", "صفحة واحدة"),
    "60 mph": (f"60{NBSP}miles par heure", "60 millas por hora", "60英里/小时", "60 миль в час", "60 ميلًا في الساعة"),
    "3 in": (f"3{NBSP}pouces", "3 pulgadas", "3英寸", "3 дюйма", "3 بوصات"),
    "2 tsp": (f"2{NBSP}cuillères à café", "2 cucharaditas", "2茶匙", "2 чайные ложки", "ملعقتان صغيرتان"),
    "1 million people": (f"1 million{NBSP}de personnes", "1 millón de personas", "100万人", f"1{NBSP}млн человек", f"1{NBSP}مليون شخص"),
    "5 min": (f"5{NBSP}minutes", "5 minutos", "5分钟", "5 минут", "5 دقائق"),
    "> 65 years": (f">{NBSP}65{NBSP}ans", f">{NBSP}65 años", ">65岁", f">{NBSP}65 лет", f">{NBSP}65 سنة"),
    "≤ 2 years": (f"≤{NBSP}2{NBSP}ans", f"≤{NBSP}2 años", "≤2年", f"≤{NBSP}2 лет", f"≤{NBSP}سنتين"),
    "under 5": ("moins de 5", "menos de 5", "不到5", "менее 5", "أقل من 5"),
    "15 years and older": (f"15{NBSP}ans et plus", "15 años o más", "15岁及以上", "15 лет и старше", "15 سنة فأكثر"),
    "15–24 years": (f"15–24{NBSP}ans", "15–24 años", "15–24岁", "15–24 года", "15–24 سنة"),
    "2–3 years": (f"2–3{NBSP}ans", "2–3 años", "2–3年", "2–3 года", "2–3 سنوات"),
    "3 times a day": (f"3{NBSP}fois par jour", "3 veces al día", "每天3次", "3 раза в день", "3 مرات في اليوم"),
    "Once a month": ("Une fois par mois", "Una vez al mes", "每月一次", "Один раз в месяц", "مرة واحدة في الشهر"),
    "twice a week": ("deux fois par semaine", "dos veces por semana", "每周两次", "два раза в неделю", "مرتان في الأسبوع"),
    "every 2 weeks": (f"toutes les 2{NBSP}semaines", "cada 2 semanas", "每2周", "каждые 2 недели", "كل أسبوعين"),
    "within 3 months": (f"dans un délai de 3{NBSP}mois", "en un plazo de 3 meses", "3个月内", "в течение 3 месяцев", "في غضون 3 أشهر"),
    "5 hours and 30 minutes": (f"5{NBSP}heures et 30{NBSP}minutes", "5 horas y 30 minutos", "5小时和30分钟", "5 часов и 30 минут", "5 ساعات و30 دقيقة"),
    "over 115 dB(A)": (f"plus de 115{NBSP}dB(A)", "más de 115 dB(A)", "超过115 dB(A)", "более 115 дБ(А)", "أكثر من 115 ديسيبل (A)"),
    "Up 5%": (f"En hausse de 5{NBSP}%", f"Subida del 5{NBSP}%", "上升5%", f"Рост на 5{NBSP}%", "ارتفاع بنسبة 5%"),
    "down by 3.2%": (f"en baisse de 3,2{NBSP}%", f"bajada del 3,2{NBSP}%", "下降3.2%", f"снижение на 3,2{NBSP}%", "انخفاض بنسبة 3.2%"),
    "Down 2 pp": (f"En baisse de 2{NBSP}points de pourcentage", "Bajada de 2 puntos porcentuales", "下降2个百分点", "Снижение на 2 процентных пункта", "انخفاض بمقدار نقطتين مئويتين"),
    "+5 pp": (f"+5{NBSP}points de pourcentage", "+5 puntos porcentuales", "+5个百分点", "+5 процентных пунктов", "+5 نقاط مئوية"),
    "2 h 15 min": (f"2{NBSP}heures 15{NBSP}minutes", "2 horas 15 minutos", "2小时15分钟", "2 часа 15 минут", "ساعتان و15 دقيقة"),
    "up to 40%": (f"jusqu'à 40{NBSP}%", f"hasta 40{NBSP}%", "最多40%", f"до 40{NBSP}%", "حتى 40%"),
}  # fmt: skip


@pytest.mark.parametrize("at", range(len(LOCALES)), ids=LOCALES)
@pytest.mark.parametrize("text", COUNTS)
def test_a_count_agrees_with_its_number_and_passes_the_checks(text, at):
    locale = LOCALES[at]
    draft = written(text, "en", locale)
    assert draft == COUNTS[text][at]
    found = run([Entry(text, draft, State.TRANSLATED, line=1)], context=CheckContext(locale))
    assert [one.message for one in found if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    "text",
    ["8 hours of sleep", "8 Photos", "3 in 10", "up to 2030", "5 tablets", "10 minutes' walk", "3-day pass", "under the sun", "once", "aged", "up 5", "down 3 places", "245 pp"],
)  # fmt: skip
def test_what_the_list_does_not_know_is_left_to_the_engine(text):
    assert written(text, "en", "fr") is None
