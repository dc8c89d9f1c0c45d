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
        ("The fair begins on Monday.", "La feria empieza el martes.", "es", "date"),
        ("The fair begins on Monday.", "La feria empieza.", "es", "date"),
        ("Maria Łukasz sang.", "Maria Łukaszasz chantait.", "fr", "name"),
        ("Use DROP TABLE with care.", "Utilisez DROPERSON avec soin.", "fr", "name"),
        ("L'Oréal signed it.", "وقعت LOral.", "ar", "name"),
        ("Maria sang.", "غنت Sغريد.", "ar", "name"),
        ("Maria sang.", "Xария спела.", "ru", "name"),
        ("L'Oréal signed it.", "L'O1 签署了它。", "zh-Hans", "name"),
        ("Anna Kowalczyk sang.", "Anna Kowalski a chanté.", "fr", "literal"),
        ("Procter & Gamble moved.", "公司搬家了。", "zh-Hans", "literal"),
        ("Kepler-22b is far away.", "El planeta-22b está lejos.", "es", "literal"),
        ("The gene BRCA1 was studied.", "基维库1被研究。", "zh-Hans", "literal"),
        ("Twenty-five states signed.", "Les États ont signé.", "fr", "lost-text"),
        ("They filed 8 % more.", "共提交了8件申请。", "zh-Hans", "literal"),
        ("See Fig. 2.", "Voir Fig. \x872.", "fr", "unknown"),
        ("About the Office", "关于 Office", "zh-Hans", "untranslated"),
        ("The Treaty enters into force.", "دخل Treaty حيز النفاذ.", "ar", "untranslated"),
        ("Members of the Committee met.", "Члены Committee встретились.", "ru", "untranslated"),
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
        ("The Sunday Times wrote it.", "El Sunday Times lo escribió.", "es"),
        ("On the Friday night we met.", "Мы встретились пятничным вечером.", "ru"),
        ("Geneva and Moscow signed.", "Genève et Moscou ont signé.", "fr"),
        ("The PCT and WIPO grow.", "تنمو معاهدة PCT ومنظمة WIPO وPCT.", "ar"),
        ("Artificial intelligence is new.", "AI 是新的。", "zh-Hans"),
        ("The lake is 5 km long.", "Озеро длиной 5 km.", "ru"),
        ("Terms & Conditions apply here.", "Les conditions générales s'appliquent ici.", "fr"),
        ("The HIV-1 virus spread.", "Le virus VIH-1 s'est propagé.", "fr"),
        ("Twenty-five states signed.", "Vingt-cinq États ont signé.", "fr"),
        ("The twenty-first session opened.", "La vingt et unième session s'est ouverte.", "fr"),
        ("Twenty-five states signed.", "25个国家签署了。", "zh-Hans"),
        ("The James Webb telescope works.", "Le télescope James-Webb fonctionne.", "fr"),
        ("They filed 8% more.", "Ils ont déposé huit pour cent de plus.", "fr"),
        ("They filed 8% more.", "申请量增加了百分之八。", "zh-Hans"),
        ("They filed 8% more.", "Заявок стало больше на 8 процентов.", "ru"),
        ("Mr. Putin met Queen Elizabeth II.", "M. Poutine a rencontré la reine Élisabeth II.", "fr"),
        ("Two decades after it was drained, the marsh is wet again.", "这片沼泽被排干20年后再度积水。", "zh-Hans"),
        ("A quarter of a century later, she returned.", "25 ans plus tard, elle est revenue.", "fr"),
        ("The patient went home on Friday.", "患者于周五回家。", "zh-Hans"),
        ("The firm saved a paltry €40,000.", "L'entreprise a économisé 40\u00a0000 malheureux euros.", "fr"),
        ("The treaty was signed in 1991.", "Signé en 1991, le traité est en vigueur.", "fr"),
        ("Queues formed at the gates.", "Des files se sont formées aux portes.", "fr"),
        ("Heading is banned for under-twelves.", "12岁以下儿童禁止用头顶球。", "zh-Hans"),
        ("Some districts may have to be abandoned.", "Certains quartiers devront peut-être être abandonnés.", "fr"),
        ("The pledge looks increasingly hollow.", "这一承诺看起来越来越空洞。", "zh-Hans"),
        ("They sit side by side at the table.", "Ils sont assis côte à côte à la table.", "fr"),
        ("The city was stitched back together street by street.", "城市一条街一条街地重新连成一体。", "zh-Hans"),
        ("The forest was cleared in the 1700s.", "La forêt a été défrichée au XVIIIe siècle.", "fr"),
        ("The forest was cleared in the 1700s.", "这片森林在18世纪被砍光。", "zh-Hans"),
        ("The sprinter clocked 9.91 seconds.", "这名短跑选手跑出9秒91。", "zh-Hans"),
        ("Fewer people attend Sunday mass.", "La messe dominicale attire moins de monde.", "fr"),
        ("It was hit in the early hours of Sunday.", "Il a été touché dans la nuit de samedi à dimanche.", "fr"),
        ("Dear Martha: my sister visits every week.", "亲爱的玛莎：我姐姐每周都来。", "zh-Hans"),
        ("The Christian Democrats lost ground.", "Les chrétiens-démocrates ont reculé.", "fr"),
        ("Mr. Justice Fairweather spoke first.", "Le juge Fairweather a parlé le premier.", "fr"),
        ("Residents were furious.", "居民怒不可遏。", "zh-Hans"),
        ("The village gave up fishing with dynamite.", "村民不再用炸药捕鱼。", "zh-Hans"),
        ("Microsoft Office is slow.", "Microsoft Office 很慢。", "zh-Hans"),
        ("The Office apps are slow.", "Office 应用很慢。", "zh-Hans"),
    ],
)  # fmt: skip
def test_not_suspect(source, draft, locale):
    assert kinds(source, draft, locale) == set()


def test_figures_alone_are_no_sentence():
    assert [s.kind for s in examine("See 71 for more of it.", "71", "en", "fr")] == ["lost-text"]
    assert examine("Page 5 of 10", "5/10", "en", "fr") == ()
    assert examine("12 kg", "12", "en", "fr") == ()


@pytest.mark.parametrize(
    ("source", "draft", "locale", "kinds"),
    [
        ("The actor Deva Blanchett came.", "L'actrice Deva Blanchet est venue.", "fr", ["name"]),
        ("The actor Deva Blanchett came.", "L'actrice Deva Blanchett est venue.", "fr", []),
        ("He saw Vladimir Putin again.", "Il a revu Vladimir Poutine.", "fr", []),
        ("Brent fell and WTI rose.", "Brent упала, а золото выросло.", "ru", ["literal"]),
        ("Brent fell and WTI rose.", "Brent упала, а ВТИ выросла.", "ru", []),
        ("Brent fell and WTI rose.", "布伦特下跌，WTI上涨。", "zh-Hans", []),
    ],
)
def test_names_and_acronyms_that_lost_a_letter_or_all(source, draft, locale, kinds):
    assert [one.kind for one in examine(source, draft, "en", locale)] == kinds
