"""Bad drafts of the kinds people report, and good ones that look like them."""

import pytest

from transflow.translation.distrust import examine


def kinds(source, draft, locale="es"):
    return {suspicion.kind for suspicion in examine(source, draft, "en", locale)}


@pytest.mark.parametrize(
    ("source", "draft", "locale", "kind"),
    [
        ("The paper size is A4, not A3.", "С размера бумаг — 4, а не 3.", "ru", "literal"),
        ("It leaves at gate A62.", "它在62号登机口出发。", "zh-Hans", "literal"),
        ("COVID-19 came up 14 times.", "2-19出现了14次。", "zh-Hans", "literal"),
        ("The protein p53 was studied.", "تمت دراسة 53.", "ar", "literal"),
        ("granted", "concedida concedida concedida", "pt", "loop"),
        ("provisionally", "pre-" * 200, "en", "loop"),
        ("Why it matters: it lets a small firm file abroad later.", "(掌声) (掌声) (掌声)", "zh-Hans", "loop"),
        ("Why it matters now.", "(笑声)", "zh-Hans", "invented"),
        ("Tuvalu and others met.", "Se permite <b> y <i>", "es", "invented"),
        ("well, we filed it", "♪", "es", "lost-text"),
        ("well, we filed it", "_", "es", "lost-text"),
        ("well, we filed it", "", "es", "lost-text"),
        ("It took 312,704 filings last year.", "Hubo 31.704 solicitudes el año pasado.", "es", "number"),
        ("IP Committee: meets each month, hosted by a different member.",
         "IP Committee: meets each month, hosted by a different member.", "es", "echo"),
        ("The treaty entered into force.", "The treaty entered into force.", "zh-Hans", "script"),
        ("The treaty entered into force.", "Договор вступил в силу.", "es", "script"),
        ("The office sent it.", "La oficina ⁇ lo envió.", "es", "unknown"),
        ("The patent office published the annual report on filings in all member states.",
         "专利", "zh-Hans", "length"),
        ("It lies at the bottom of the lake.", "Se halla en el bottom del lago.", "es", "untranslated"),
        ("It lies at the bottom of the lake.", "Он лежит на bottom озера.", "ru", "untranslated"),
        ("The office sent it.", "La oficina 发 lo envió.", "es", "script"),
        ("Press the key.", "Pulse la tecla ❝.", "es", "unknown"),
        ("The name is old.", "El nombre es xxx.", "es", "unknown"),
        ("The protein ACE2 is new.", "Le protein ACE A2 est nouveau.", "fr", "literal"),
        ("SARS-CoV-2 spread.", "Распространился RSRS-CoV-2.", "ru", "literal"),
        ("BNT162b2 was tested.", "جرب BCC162b20.", "ar", "literal"),
        ("AT&T paid.", "LOS ATROS pagan.", "es", "literal"),
        ("McDonald sent it.", "McDonal 已发送。", "zh-Hans", "literal"),
        ("Drink more H2O now.", "Beba más 2O ahora.", "es", "literal"),
        ("Chapter IV is new.", "El capítulo es nuevo.", "es", "literal"),
        ("It closed in October 2024.", "Cerró en 2024.", "es", "date"),
        ("See the form.", "Vea el formulario en https://ejemplo.com/f.", "es", "invented"),
        ("Write to us.", "写信至 info@ejemplo.com。", "zh-Hans", "invented"),
        ("Hello 71", "Hola 71 %s", "es", "invented"),
        ("The form is new.", "El formulario es “nuevo, dijo”.", "es", "invented"),
        ("The fee (see the first rule) fell.", "La tasa bajó.", "es", "lost-text"),
        ("He can check it on Saturday.", "Il peut le Verify samedi.", "fr", "untranslated"),
        ("He can check it on Saturday.", "Il peut le vérifier Saturday.", "fr", "untranslated"),
        ("It opens on Monday.", "Monday开放。", "zh-Hans", "untranslated"),
        ("None", "None", "fr", "untranslated"),
        ("Day and night.", "Día yeithereitherven.", "es", "loop"),
        ("Call the desk.", "Appelelinelineline le bureau.", "fr", "loop"),
        ("Shortness of breath (rare)", "呼吸急促（", "zh-Hans", "brackets"),
        ("The fee fell.", "La tasa bajó y luego subió y el director dijo que habría que esperar mucho más.", "es", "length"),
    ],
)  # fmt: skip
def test_suspect(source, draft, locale, kind):
    assert kind in kinds(source, draft, locale)


@pytest.mark.parametrize(
    ("source", "draft", "locale"),
    [
        ("The paper size is A4.", "Размер бумаги — А4.", "ru"),
        ("The G20 met.", "Встретилась Группа 20.", "ru"),
        ("COVID-19 spread.", "كوفيد 19 انتشر.", "ar"),
        ("No, no, no.", "No, no, no.", "es"),
        ("No, no, no.", "Não, não, não.", "pt"),
        ("WIPO, EPO, CNIPA", "WIPO, EPO, CNIPA", "es"),
        ("https://example.org/a", "https://example.org/a", "es"),
        ("The PCT entered into force in 1978.", "《专利合作条约》于1978年生效。", "zh-Hans"),
        ("The office (and its staff) moved.", "La oficina (y su personal) se mudó.", "es"),
        ("Lena Rivers met Daren Tang.", "Lena Rivers a rencontré Daren Tang.", "fr"),
        ("Information", "Information", "fr"),
        ("Mr. Li said 12 million students would graduate.", "李先生说，1200万学生将毕业。", "zh-Hans"),
        ("Nous nous voyons.", "We see each other.", "en"),
        ("They see each other.", "Nous nous voyons.", "fr"),
        ("Chapter IV is new.", "第四章是新的。", "zh-Hans"),
        ("COVID-19 spread.", "Распространился КОВИД-19.", "ru"),
        ("COVID-19 spread.", "Распространился COVID\u201119.", "ru"),
        ("The CO2 rose.", "Le CO₂ a augmenté.", "fr"),
        ("The G20 met.", "20国集团开会。", "zh-Hans"),
        ("He met Rory McIlroy.", "Он встретил Рори Макилроя.", "ru"),
        ("Paguma larvata is wild.", "Гималайская цивета (Paguma larvata) дикая.", "ru"),
        ("It rose by 5 %.", "Subió un 5 %.", "es"),
        ("The fee (see the first rule) fell.", "La tasa, véase la primera regla, bajó.", "es"),
        ("The city (Geneva) is big.", "La ciudad de Ginebra es grande.", "es"),
        ("The Times wrote it.", "The Times l'a écrit.", "fr"),
        ("The Sunday Times wrote it.", "Le Sunday Times l'a écrit.", "fr"),
        ("Green Deal", "Green Deal", "fr"),
        ("The couscous is from Berberati.", "Le couscous est de Berbérati.", "fr"),
        ("a) the fee", "a) la tasa", "es"),
        ("The fee (new)", "费用（新)", "zh-Hans"),
        ("Huawei and XtalPi", "Huawei et XtalPi", "fr"),
    ],
)  # fmt: skip
def test_not_suspect(source, draft, locale):
    assert kinds(source, draft, locale) == set()
