"""Sentences of a newsroom as good translators put them, and as nobody should: what the rules say.

A good translation gets no finding at all, of any severity: a rule that speaks about it is a rule that
people switch off. A bad one gets the rule that names what is wrong.
"""

import pytest

GOOD = {
    "zh-Hans": [
        ("The Director General opened the meeting on Monday, 3 June 2024.", "总干事于2024年6月3日星期一主持会议开幕。"),
        ("Filings rose 4.5% to 278,000 in 2023.", "2023年申请量增长4.5%，达到27.8万件。"),
        ("\u201cThis is only the beginning,\u201d she said.", "她说：“这仅仅是个开始。”"),
        ("The office opens at 9 a.m. and closes at 5:30 p.m.", "办公室上午9时开门，下午5时30分关门。"),
        ("Some 1.2 billion people lack access to electricity.", "约12亿人用不上电。"),
        ("The book costs $25 (about 23 euros).", "该书售价25美元（约合23欧元）。"),
        ("Nearly two thirds of the staff work part-time.", "近三分之二的员工从事兼职工作。"),
        ("Write to press@example.org or call +41 22 338 91 11.", "请发电子邮件至press@example.org或致电+41 22 338 91 11。"),
        ("See https://example.org/news for details.", "详情见https://example.org/news。"),
        ("In the 1990s, only a handful of countries took part.", "20世纪90年代，只有少数几个国家参加。"),
        ("The G20 met in New Delhi; the WTO did not attend.", "G20在新德里举行会议，WTO没有出席。"),
        ("The first-ever winner, Ms. Okafor, is 29 years old.", "首位获奖者奥卡福女士现年29岁。"),
        ("What will happen next?", "接下来会发生什么？"),
        ("It lasts from 8:30 a.m. to 6 p.m.", "时间为上午8时30分至下午6时。"),
        ("The bells rang at 11 p.m.", "晚上11点，钟声响起。"),
    ],
    "fr": [
        ("The Director General opened the meeting on Monday, 3 June 2024.", "La Directrice générale a ouvert la réunion le lundi 3 juin 2024."),
        ("Filings rose 4.5% to 278,000 in 2023.", "Les dépôts ont augmenté de 4,5\u00a0% pour s’établir à 278\u00a0000 en 2023."),
        ("\u201cThis is only the beginning,\u201d she said.", "«\u00a0Ce n’est qu’un début\u00a0», a-t-elle déclaré."),
        ("The office opens at 9 a.m. and closes at 5:30 p.m.", "Le bureau ouvre à 9 heures et ferme à 17\u00a0h\u00a030."),
        ("Some 1.2 billion people lack access to electricity.", "Quelque 1,2 milliard de personnes n’ont pas accès à l’électricité."),
        ("The book costs $25 (about 23 euros).", "Le livre coûte 25\u00a0dollars (environ 23\u00a0euros)."),
        ("Nearly two thirds of the staff work part-time.", "Près des deux tiers du personnel travaillent à temps partiel."),
        ("Write to press@example.org or call +41 22 338 91 11.", "Écrivez à press@example.org ou appelez le +41 22 338 91 11."),
        ("In the 1990s, only a handful of countries took part.", "Dans les années 1990, seule une poignée de pays participaient."),
        ("The World Health Organization (WHO) has 194 members.", "L’Organisation mondiale de la Santé (OMS) compte 194 membres."),
        ("The first-ever winner, Ms. Okafor, is 29 years old.", "La toute première lauréate, Mme Okafor, a 29 ans."),
        ("What will happen next?", "Que va-t-il se passer ensuite\u00a0?"),
        ("It lasts from 8:30 a.m. to 6 p.m.", "Elle dure de 8\u00a0h\u00a030 à 18 heures."),
        ("He is one of the 21st century’s great inventors.", "Il est l’un des grands inventeurs du XXIe siècle."),
    ],
    "es": [
        ("The Director General opened the meeting on Monday, 3 June 2024.", "La Directora General inauguró la reunión el lunes 3 de junio de 2024."),
        ("Filings rose 4.5% to 278,000 in 2023.", "Las solicitudes aumentaron un 4,5 % y llegaron a 278.000 en 2023."),
        ("\u201cThis is only the beginning,\u201d she said.", "«Esto es solo el principio», afirmó."),
        ("The office opens at 9 a.m. and closes at 5:30 p.m.", "La oficina abre a las 9.00 y cierra a las 17.30."),
        ("Some 1.2 billion people lack access to electricity.", "Unos 1.200 millones de personas carecen de electricidad."),
        ("The book costs $25 (about 23 euros).", "El libro cuesta 25 dólares (unos 23 euros)."),
        ("Nearly two thirds of the staff work part-time.", "Casi dos tercios del personal trabaja a tiempo parcial."),
        ("In the 1990s, only a handful of countries took part.", "En la década de 1990 solo participaba un puñado de países."),
        ("The World Health Organization (WHO) has 194 members.", "La Organización Mundial de la Salud (OMS) tiene 194 miembros."),
        ("The first-ever winner, Ms. Okafor, is 29 years old.", "La primera ganadora, la Sra. Okafor, tiene 29 años."),
        ("What will happen next?", "¿Qué pasará ahora?"),
        ("Well done!", "¡Bien hecho!"),
        ("It lasts from 8:30 a.m. to 6 p.m.", "Dura de las 8.30 de la mañana a las 6 de la tarde."),
        ("The bells rang at 11 p.m.", "Las campanas sonaron a las 11 de la noche."),
        ("Prices fell by half between January and March 2022.", "Los precios se redujeron a la mitad entre enero y marzo de 2022."),
    ],
    "ru": [
        ("The Director General opened the meeting on Monday, 3 June 2024.", "Генеральный директор открыл совещание в понедельник, 3 июня 2024 года."),
        ("Filings rose 4.5% to 278,000 in 2023.", "В 2023 году число заявок выросло на 4,5 % и достигло 278 тыс."),
        ("\u201cThis is only the beginning,\u201d she said.", "«Это только начало», — сказала она."),
        ("The office opens at 9 a.m. and closes at 5:30 p.m.", "Бюро открывается в 9 часов утра и закрывается в 17:30."),
        ("Some 1.2 billion people lack access to electricity.", "Около 1,2 млрд человек не имеют доступа к электричеству."),
        ("The book costs $25 (about 23 euros).", "Книга стоит 25 долларов (около 23 евро)."),
        ("Nearly two thirds of the staff work part-time.", "Почти две трети сотрудников работают неполный день."),
        ("In the 1990s, only a handful of countries took part.", "В 1990-е годы участвовала лишь горстка стран."),
        ("The World Health Organization (WHO) has 194 members.", "Всемирная организация здравоохранения (ВОЗ) насчитывает 194 члена."),
        ("The first-ever winner, Ms. Okafor, is 29 years old.", "Первой в истории победительнице, г-же Окафор, 29 лет."),
        ("What will happen next?", "Что будет дальше?"),
        ("It lasts from 8:30 a.m. to 6 p.m.", "Оно длится с 8:30 утра до 6 часов вечера."),
        ("See https://example.org/news for details.", "Подробнее см. https://example.org/news."),
        ("She told Reuters that talks would resume.", "Она сообщила агентству Reuters, что переговоры возобновятся."),
    ],
    "ar": [
        ("The Director General opened the meeting on Monday, 3 June 2024.", "افتتح المدير العام الاجتماع يوم الاثنين 3 يونيو 2024."),
        ("Filings rose 4.5% to 278,000 in 2023.", "ارتفعت الإيداعات بنسبة 4.5% لتصل إلى 278,000 إيداع في عام 2023."),
        ("\u201cThis is only the beginning,\u201d she said.", "وقالت: «هذه مجرد البداية»."),
        ("The office opens at 9 a.m. and closes at 5:30 p.m.", "يفتح المكتب في الساعة 9 صباحًا ويغلق في الساعة 5:30 مساءً."),
        ("Some 1.2 billion people lack access to electricity.", "يفتقر نحو 1.2 مليار شخص إلى الكهرباء."),
        ("The book costs $25 (about 23 euros).", "يبلغ سعر الكتاب 25 دولارًا (نحو 23 يورو)."),
        ("Nearly two thirds of the staff work part-time.", "يعمل ما يقرب من ثلثي الموظفين بدوام جزئي."),
        ("In the 1990s, only a handful of countries took part.", "في تسعينيات القرن العشرين لم تشارك سوى حفنة من البلدان."),
        ("The World Health Organization (WHO) has 194 members.", "تضم منظمة الصحة العالمية 194 عضوًا."),
        ("The first-ever winner, Ms. Okafor, is 29 years old.", "تبلغ الفائزة الأولى على الإطلاق، السيدة أوكافور، 29 عامًا."),
        ("What will happen next?", "ماذا سيحدث بعد ذلك؟"),
        ("See https://example.org/news for details.", "للاطلاع على التفاصيل انظر https://example.org/news."),
        ("Apples, pears and plums were sold.", "بيع التفاح والكمثرى والبرقوق."),
    ],
    "bg": [
        ("The house is old and they will not sell it to anyone.", "Къщата е стара и те няма да я продадат на никого."),
        ("She said that the ship had come from the north.", "Тя каза, че корабът е дошъл от север."),
    ],
    "uk": [
        ("She said that the ship had come from the north.", "Вона сказала, що корабель прибув з півночі."),
    ],
}  # fmt: skip

BAD = {
    "zh-Hans": [
        ("Filings rose 4.5% to 278,000 in 2023.", "2023年申请量增长4.5%，达到278万件。", "numbers"),
        ("Some 1.2 billion people lack access to electricity.", "约1.2亿人用不上电。", "numbers"),
        ("The office opens at 9 a.m.", "办公室晚上9时开门。", "numbers"),
        ("The meeting is on 3 June 2024.", "会议于2024年7月3日举行。", "dates"),
        ("The book costs $25.", "该书售价25欧元。", "currency"),
        ("What will happen next?", "接下来会发生什么。", "end-punctuation"),
        ("See https://example.org/news for details.", "详情见https://example.org/new。", "addresses"),
        ("The house is old.", "這棟房子很舊。", "wrong-variant"),
        ("The house is old and they will not sell it.", "The house is old and they will not sell it.", "untranslated"),
        ("Apples and pears were sold.", "苹果,梨都卖了。", "full-width-punctuation"),
        ("The G20 met in New Delhi.", "二十国集团在新德里举行会议（第三届。", "brackets"),
        ("The path is 3 km long.", "这条路长3英里。", "units"),
    ],
    "fr": [
        ("Filings rose 4.5% to 278,000 in 2023.", "Les dépôts ont augmenté de 4,5\u00a0% pour s’établir à 287\u00a0000 en 2023.", "numbers"),
        ("The office opens at 9 a.m.", "Le bureau ouvre à 21 h.", "numbers"),
        ("The office closes at 5:30 p.m.", "Le bureau ferme à 5\u00a0h\u00a030 du matin.", "numbers"),
        ("Some 1.2 billion people lack access to electricity.", "Quelque 1,2 million de personnes n’ont pas accès à l’électricité.", "numbers"),
        ("The meeting is on 3 June 2024.", "La réunion aura lieu le 3 juillet 2024.", "dates"),
        ("The book costs $25.", "Le livre coûte 25\u00a0euros.", "currency"),
        ("Write to press@example.org.", "Écrivez à presse@example.org.", "addresses"),
        ("She came home on the last train.", "Elle est rentrée par le le dernier train.", "doubled-words"),
        ("The house is old and they will not sell it.", "La casa es vieja y no la van a vender por nada.", "wrong-language"),
        ("The house is old and they will not sell it.", "The house is old and they will not sell it.", "untranslated"),
        ("Filings rose 4.5% in 2023.", "Les dépôts ont augmenté de 4.5\u00a0% en 2023.", "number-format"),
        ("He said \u201cyes\u201d.", 'Il a dit "oui".', "quotation-marks"),
    ],
    "es": [
        ("Some 1.2 billion people lack access to electricity.", "Unos 1.200 billones de personas carecen de electricidad.", "numbers"),
        ("Filings rose to 278,000.", "Las solicitudes llegaron a 278.", "numbers"),
        ("The office opens at 9 a.m.", "La oficina abre a las 21.00.", "numbers"),
        ("The meeting is on 3 June 2024.", "La reunión será el 3 de julio de 2024.", "dates"),
        ("What will happen next?", "Qué pasará ahora?", "opening-mark"),
        ("Well done!", "Bien hecho!", "opening-mark"),
        ("The book costs $25.", "El libro cuesta 25 euros.", "currency"),
        ("The path is 3 km long.", "El camino mide 3 millas.", "units"),
        ("The house is old and they will not sell it.", "La maison est vieille et ils ne la vendront pas pour nous.", "wrong-language"),
        ("The World Health Organization (WHO) met.", "Se reunió la Organización Mundial de la Salud (OMS.", "brackets"),
        ("He came. He saw.", "Vino. Vino. Vio vio.", "doubled-words"),
        ("The meeting had 41 guests.", "La reunión tuvo 14 invitados.", "numbers"),
    ],
    "ru": [
        ("Filings rose to 278,000.", "Число заявок достигло 278 млн.", "numbers"),
        ("Some 1.2 billion people lack access to electricity.", "Около 1,2 млн человек не имеют доступа к электричеству.", "numbers"),
        ("The office opens at 9 a.m.", "Бюро открывается в 21 час.", "numbers"),
        ("The meeting is on 3 June 2024.", "Совещание состоится 3 июля 2024 года.", "dates"),
        ("The book costs $25.", "Книга стоит 25 евро.", "currency"),
        ("The house is old and they will not sell it to anyone.", "Къщата е стара и те няма да я продадат на никого.", "wrong-language"),
        ("She said that the ship had come from the north.", "Тя каза, че корабът е дошъл от север.", "wrong-language"),
        ("She said that the ship had come from the north.", "Вона сказала, що корабель прибув з півночі.", "wrong-language"),
        ("The house is old and they will not sell it.", "The house is old and they will not sell it.", "untranslated"),
        ("The ship came.", "Корaбль пришёл.", "homoglyphs"),
        ("See https://example.org/news for details.", "Подробнее см. https://example.com/news.", "addresses"),
        ("What will happen next?", "Что будет дальше.", "end-punctuation"),
    ],
    "ar": [
        ("Filings rose to 278,000.", "ارتفعت الإيداعات إلى 287,000.", "numbers"),
        ("Some 1.2 billion people lack access to electricity.", "يفتقر نحو 1.2 مليون شخص إلى الكهرباء.", "numbers"),
        ("The office opens at 9 a.m.", "يفتح المكتب في الساعة 9 مساءً.", "numbers"),
        ("The meeting is on 3 June 2024.", "يعقد الاجتماع في 3 يوليو 2024.", "dates"),
        ("What will happen next?", "ماذا سيحدث بعد ذلك?", "arabic-punctuation"),
        ("Apples, pears and plums.", "التفاح, والكمثرى والبرقوق.", "arabic-punctuation"),
        ("The book costs $25.", "يبلغ سعر الكتاب 25 يورو.", "currency"),
        ("The house is old and they will not sell it.", "The house is old and they will not sell it.", "untranslated"),
        ("See https://example.org/news for details.", "للاطلاع على التفاصيل انظر الموقع.", "addresses"),
        ("Write to press@example.org.", "اكتب إلى المكتب.", "addresses"),
        ("The meeting (the third) is over.", "انتهى الاجتماع (الثالث.", "brackets"),
        ("The path is 3 km long.", "يبلغ طول الطريق 3 أميال.", "units"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "source", "words"),
    [(locale, *pair) for locale, pairs in GOOD.items() for pair in pairs],
)
def test_a_good_translation_gets_no_finding(judge, locale, source, words):
    assert [(one.rule, one.message) for one in judge(source, words, locale)] == []


@pytest.mark.parametrize(
    ("locale", "source", "words", "rule"),
    [(locale, *case) for locale, cases in BAD.items() for case in cases],
)
def test_a_bad_translation_gets_the_finding_that_names_it(judge, locale, source, words, rule):
    found = {one.rule: one.message for one in judge(source, words, locale)}
    assert rule in found, found
