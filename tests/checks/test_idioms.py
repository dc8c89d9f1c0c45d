"""What a language counts in its own way is no changed number: 24 heures sur 24, el 1 de enero, 八折, 2만 8000."""

import pytest

RIGHT = [
    ("fr", "We provide 24/7 support.", "Nous assurons une assistance 24 heures sur 24."),
    ("fr", "We provide 24/7 support.", "Nous assurons une assistance 24 h/24 et 7 j/7."),
    ("es", "We provide 24/7 support.", "Ofrecemos asistencia las 24 horas."),
    ("zh-Hans", "We provide 24/7 support.", "我们提供全天候支持。"),
    ("ru", "We provide 24/7 support.", "Мы оказываем круглосуточную поддержку."),
    ("ar", "We provide 24/7 support.", "نقدم الدعم على مدار الساعة."),
    ("ru", "Add 1/2 cup of sugar.", "Добавьте полстакана сахара."),
    ("fr", "Add 1/2 cup of sugar.", "Ajoutez une demi-tasse de sucre."),
    ("es", "The museum is closed on New Year's Day.", "El museo cierra el 1 de enero."),
    ("fr", "It closes early on Christmas Eve 2025.", "Il ferme plus tôt le 24 décembre 2025."),
    ("fr", "He turned 60 on May Day.", "Il a eu 60 ans le 1er mai."),
    ("zh-Hans", "It is closed on New Year's Eve.", "12月31日闭馆。"),
    ("fr", "The office is open from 9 to 5.", "L’office est ouvert de 9 heures à 17 heures."),
    ("ru", "Open 9 to 5, Monday through Friday.", "Открыто с 9 до 17 часов с понедельника по пятницу."),
    ("fr", "Open from 9 to 5.5.", "Ouvert de 9 à 5,5."),
    ("fr", "We meet tonight at 8.", "Rendez-vous ce soir à 20 heures."),
    ("es", "Doors open this evening at 7.", "Las puertas se abren esta tarde a las 19.00."),
    ("ar", "The form has 2 parts.", "للاستمارة جزآن."),
    ("ar", "Add 2 cups of flour.", "أضف كوبين من الدقيق."),
    ("ar", "11 people and 2 dogs were rescued.", "أنقذ أحد عشر شخصا وكلبان."),
    ("zh-Hans", "The office answers within 1–2 days.", "该局在一两天内答复。"),
    ("zh-Hans", "A 20% discount applies to students.", "学生享受八折优惠。"),
    ("zh-Hans", "A 15% discount applies to students.", "学生享受八五折优惠。"),
    ("zh-Hans", "A 20% discount applies to students.", "学生享受8折优惠。"),
    ("ko", "28,000 applications were filed in 2025.", "2025년에 2만 8000건의 출원이 있었다."),
    ("ko", "The fee is 20 euros.", "수수료는 20유로입니다."),
    ("ko", "The fee is 20 dollars.", "수수료는 20달러입니다."),
    ("hi", "The fee is 20 euros.", "शुल्क 20 यूरो है।"),
    ("hi", "The fee is 5 percent.", "शुल्क 5 प्रतिशत है।"),
    ("sr-Latn", "About 3.5 million people live here.", "Ovde živi oko 3,5 miliona ljudi."),
    ("sr-Latn", "The fee rose by 5 percent to 20 euros.", "Naknada je porasla za 5 odsto na 20 evra."),
    ("sr-Latn", "The distance is 20 kilometres.", "Udaljenost je 20 kilometara."),
    ("sr", "The budget is 3.5 billion euros.", "Буџет износи 3,5 милијарди евра."),
    ("cs", "The budget is 3.5 billion euros.", "Rozpočet činí 3,5 miliardy eur."),
    ("tr", "The budget is 3.5 billion euros.", "Bütçe 3,5 milyar avrodur."),
    ("he", "The budget is 3.5 billion euros.", "התקציב הוא 3.5 מיליארד אירו."),
]  # fmt: skip
WRONG = [
    ("fr", "We provide 24/7 support.", "Nous assurons une assistance 12 heures sur 24."),
    ("es", "We provide 24/7 support.", "Ofrecemos asistencia."),
    ("fr", "Add 1/2 cup of sugar.", "Ajoutez une tasse de sucre."),
    ("es", "The museum is closed on New Year's Day.", "El museo cierra el 2 de enero."),
    ("fr", "The museum is closed on Christmas Eve.", "Le musée ferme le 24 mai."),
    ("fr", "The office is open from 9 to 5.", "L’office est ouvert de 9 heures à 18 heures."),
    ("fr", "Prices fell from 9 to 5.", "Les prix ont chuté de 9 à 17."),
    ("fr", "We meet at 8.", "Rendez-vous à 20 heures."),
    ("ar", "The form has 2 parts.", "للاستمارة أجزاء وبيان."),
    ("zh-Hans", "The office answers within 1–2 days.", "该局在两三天内答复。"),
    ("zh-Hans", "A 20% discount applies to students.", "学生享受七折优惠。"),
    ("ko", "28,000 applications were filed in 2025.", "2025년에 2만 800건의 출원이 있었다."),
    ("ko", "The fee is 20 euros.", "수수료는 20달러입니다."),
    ("hi", "The fee is 5 percent.", "शुल्क 5 है।"),
    ("sr-Latn", "About 3.5 million people live here.", "Ovde živi oko 3,5 milijardi ljudi."),
    ("sr-Latn", "The distance is 20 kilometres.", "Udaljenost je 20 milja."),
    ("cs", "The budget is 3.5 billion euros.", "Rozpočet činí 3,5 miliardy korun."),
]  # fmt: skip
_ABOUT = {"numbers", "dates", "currency", "percent", "units"}


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_the_same_number_as_a_language_counts_it(rules, locale, source, target):
    assert not _ABOUT & rules(source, target, locale)


@pytest.mark.parametrize(("locale", "source", "target"), WRONG)
def test_another_number(rules, locale, source, target):
    assert _ABOUT & rules(source, target, locale)
