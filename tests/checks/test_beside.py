"""Limits and dates of which a sentence has several: each is judged by the words beside its own number."""

import pytest

BORN = "If you were born after 1970 and have not had two doses, see your doctor before 31 March."
FINE = [
    ("fr", BORN, "Si vous êtes né après 1970 et n'avez pas reçu deux doses, consultez votre médecin avant le 31 mars."),
    ("es", BORN, "Si nació después de 1970 y no ha recibido dos dosis, acuda a su médico antes del 31 de marzo."),
    ("ru", BORN, "Если вы родились после 1970 года и не получили двух доз, обратитесь к врачу до 31 марта."),
    ("ar", BORN, "إذا كنت قد ولدت بعد عام 1970 ولم تتلق جرعتين، فراجع طبيبك قبل 31 آذار/مارس."),
    ("zh-Hans", BORN, "如果您出生于1970年以后且未接种两剂，请在3月31日前就医。"),
    ("ru", "The name can be up to 128 characters.", "Длина имени не должна превышать 128 символов."),
    ("zh-Hans", "Use it for less than 250 pods.", "请在不会超过250个单元时使用。"),
    ("es", "Coverage is 84.6%, well below the 95% needed.", "La cobertura es del 84,6 %, lejos del 95 % necesario."),
    ("ru", "The tank will be dry within 90 days.", "Резервуар опустеет через 90 дней."),
]  # fmt: skip
FALSE = [
    # rule, locale, source, translation
    ("opposites", "fr", BORN, "Si vous êtes né avant 1970 et n'avez pas reçu deux doses, consultez votre médecin avant le 31 mars."),
    ("opposites", "es", BORN, "Si nació después de 1970 y no ha recibido dos dosis, acuda a su médico a partir del 31 de marzo."),
    ("opposites", "ru", BORN, "Если вы родились после 1970 года и не получили двух доз, обратитесь к врачу после 31 марта."),
    ("opposites", "zh-Hans", BORN, "如果您出生于1970年以前且未接种两剂，请在3月31日前就医。"),
    ("limits", "ar", "Take at most 15 mg per dose, no more than four doses.", "خذ 15 ملغ على الأقل في الجرعة، وما لا يزيد على أربع جرعات."),
    ("opposites", "fr", "Coverage is 84.6%, well below the 95% needed.", "La couverture est de 84,6 %, bien au-dessus des 95 % nécessaires."),
    ("opposites", "ar", "Coverage is 84.6%, well below the 95% needed.", "تبلغ التغطية 84.6%، أي أعلى بكثير من نسبة 95% اللازمة."),
    ("opposites", "zh-Hans", "Few ticks carry it, but up to 30% carry another.", "很少蜱携带它，但至少30%携带另一种。"),
    ("opposites", "es", "See a doctor if it lasts longer than 48 hours, or exceeds 39.5 °C.", "Consulte a un médico si dura menos de 48 horas o supera los 39,5 °C."),
    ("opposites", "ru", "See a doctor if it lasts 48 hours or exceeds 39.5 °C.", "Обратитесь к врачу, если это длится 48 часов или не превышает 39,5 °C."),
    ("opposites", "ru", "The fine is up to £250,000, and two years in prison.", "Штраф от 250 000 фунтов и два года тюрьмы."),
    ("opposites", "ar", "Stay for 21 days unless you are vaccinated within 72 hours.", "ابق في البيت 21 يومًا ما لم تُلقح بعد 72 ساعة."),
    ("opposites", "fr", "Bring fewer than 10 books but more than 20 films.", "Apportez plus de 10 livres mais plus de 20 films."),
]  # fmt: skip


@pytest.mark.parametrize("pair", FINE)
def test_what_is_right_beside_its_number_is_let_be(rules, pair):
    locale, source, right = pair
    assert not rules(source, right, locale)


@pytest.mark.parametrize("pair", FALSE)
def test_what_is_turned_round_beside_its_number_is_told(rules, pair):
    rule, locale, source, wrong = pair
    assert rule in rules(source, wrong, locale)
