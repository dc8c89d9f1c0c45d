"""How often: once, twice, every few hours. A dose that is taken as often as not prescribed reads well."""

import pytest

FINE = [
    ("es", "Take 100 mg twice a day.", "Tome 100 mg cada 12 horas."),
    ("fr", "Take 100 mg twice a day.", "Prenez 100 mg matin et soir."),
    ("fr", "Take 100 mg twice a day.", "Prenez 100 mg, 2 fois/jour."),
    ("ru", "Take 100 mg twice a day.", "Принимайте по 100 мг утром и вечером."),
    ("zh-Hans", "Take 100 mg twice a day.", "一天两次，一次100毫克。"),
    ("ar", "Take 100 mg twice a day.", "تناول 100 ملغ مرتين يوميًا."),
    ("ar", "Take 100 mg twice a day.", "تناول 100 ملغ كل 12 ساعة."),
    ("fr", "The board meets four times a year.", "Le conseil se réunit chaque trimestre."),
    ("ru", "The board meets four times a year.", "Совет собирается ежеквартально."),
    ("es", "The board meets twice a month.", "El consejo se reúne cada quince días."),
    ("fr", "The board meets every two weeks.", "Le conseil se réunit tous les quinze jours."),
    ("zh-Hans", "A boat calls twice a week.", "每周有两班船靠岸。"),
    ("zh-Hans", "The cloths are changed once a week.", "桌布一周一换。"),
    ("zh-Hans", "They are tested every other day.", "他们每隔一天接受检测。"),
    ("fr", "They are tested every other day.", "Ils sont testés un jour sur deux."),
    ("ar", "The list is revised every five years.", "تُراجع القائمة كل خمس سنوات."),
    ("ru", "It must be checked at least twice a year.", "Его проверяют не реже двух раз в год."),
    ("es", "Ferries run twice daily.", "Hay dos transbordadores diarios."),
    ("ru", "Only one page can be turned every ten minutes.", "Переворачивать можно лишь одну страницу в десять минут."),
    ("ru", "He takes it once a week.", "Он принимает его по вторникам."),
    ("fr", "Clean it daily and grease it twice a year.", "Nettoyez-le chaque jour et graissez-le en avril et en octobre, deux fois l'an."),
]  # fmt: skip
FALSE = [
    # rule, locale, source, translation
    ("opposites", "fr", "Take 100 mg twice a day for 10 days.", "Prenez 100 mg une fois par jour pendant 10 jours."),
    ("opposites", "es", "Take 100 mg twice a day for 10 days.", "Tome 100 mg dos veces por semana durante 10 días."),
    ("opposites", "ru", "Take 100 mg twice a day for 10 days.", "Принимайте 100 мг три раза в день в течение 10 дней."),
    ("opposites", "ar", "Take 100 mg twice a day for 10 days.", "تناول 100 ملغ يوميًا لمدة 10 أيام."),
    ("opposites", "zh-Hans", "Take 100 mg twice a day for 10 days.", "每两日服100毫克一次，服10天。"),
    ("opposites", "es", "Change the dressing every eight hours.", "Cambie el vendaje cada ocho días."),
    ("opposites", "fr", "The board meets four times a year.", "Le conseil se réunit tous les quatre ans."),
    ("opposites", "zh-Hans", "The board meets four times a year.", "理事会每四年召开一次会议。"),
    ("opposites", "ar", "Take one tablet once a week.", "تناول قرصًا مرة في اليوم."),
    ("opposites", "ru", "The board meets twice a month.", "Совет собирается дважды в год."),
    ("opposites", "fr", "They are tested every other day.", "Ils sont testés tous les jours."),
    ("lost-words", "ru", "Patients take their temperature twice a day.", "Пациенты должны измерять температуру вдвое больше в день."),
    ("lost-words", "es", "The list is revised every five years.", "La lista se revisa cuando hace falta."),
]  # fmt: skip


@pytest.mark.parametrize("pair", FINE)
def test_the_same_frequency_in_other_words_is_let_be(rules, pair):
    locale, source, right = pair
    assert not rules(source, right, locale)


@pytest.mark.parametrize("pair", FALSE)
def test_another_frequency_or_none_is_told(rules, pair):
    rule, locale, source, wrong = pair
    assert rule in rules(source, wrong, locale)
