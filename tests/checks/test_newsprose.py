"""What translators of news write for an English phrase: let be, and a fault beside it told."""

import pytest

FAULTS = [
    # rule, locale, source, with the fault, right
    ("numbers", "zh-Hans", "The loan is worth 200 million kroner.", "贷款价值3亿克朗。", "贷款价值2亿克朗。"),
    ("numbers", "zh-Hans", "The stone weighs 2,000 carats.", "这块宝石重3千克拉。", "这块宝石重2千克拉。"),
    ("numbers", "zh-Hans", "The novel has 2 million characters.", "小说有20万字。", "小说有200万字。"),
    ("numbers", "zh-Hans", "The line carries 500,000 volts.", "线路电压为5万伏。", "线路电压为50万伏。"),
    ("numbers", "zh-Hans", "The cable is 30,000 meters long.", "电缆长5万米。", "电缆长3万米。"),
    ("numbers", "zh-Hans", "The village is 3 kilometers away.", "村庄在3千公里外。", "村庄在3千米外。"),
    ("numbers", "zh-Hans", "Girls are two and a half times as likely to leave school.", "女童失学的可能性是3.5倍。", "女童失学的可能性是2.5倍。"),
    ("numbers", "fr", "The street lay under a meter and a half of water.", "La rue était sous 2,5 mètres d'eau.", "La rue était sous 1,5 mètre d'eau."),
    ("numbers", "ru", "The film lasts an hour and a half.", "Фильм идет 60 минут.", "Фильм идет 90 минут."),
    ("numbers", "es", "It grew by 2.5 meters.", "Creció tres metros y medio.", "Creció dos metros y medio."),
    ("numbers", "ru", "It took 2.5 years.", "Это заняло три с половиной года.", "Это заняло два с половиной года."),
    ("numbers", "zh-Hans", "It took 2.5 years.", "这花了三年半。", "这花了两年半。"),
    ("numbers", "ar", "It took 2.5 years.", "استغرق ذلك ثلاث سنوات ونصف.", "استغرق ذلك عامين ونصف العام."),
    ("numbers", "fr", "It cost 2.5 million.", "Cela a coûté trois millions et demi.", "Cela a coûté deux millions et demi."),
    ("numbers", "zh-Hans", "The vote involves more than a million stations.", "投票设200多万个站点。", "投票设100多万个站点。"),
    ("numbers", "ru", "Some 1 million people came.", "Пришло около полутора миллиона человек.", "Пришло около миллиона человек."),
    ("numbers", "ar", "Some 1 million people came.", "حضر نحو ثلاثة ملايين شخص.", "حضر نحو مليون شخص."),
    ("numbers", "zh-Hans", "The visitors held out for a goalless draw.", "客队守住1比1平局。", "客队守住0比0平局。"),
    ("numbers", "ru", "She won from two sets down.", "Она победила, уступая 1:2 по сетам.", "Она победила, уступая 0:2 по сетам."),
    ("numbers", "ru", "Rain fell on the city of 5 million.", "Дождь прошел над шестимиллионным городом.", "Дождь прошел над пятимиллионным городом."),
    ("numbers", "ru", "The stadium of 25,000 was full.", "Пятнадцатитысячный стадион был полон.", "Двадцатипятитысячный стадион был полон."),
    ("numbers", "ar", "The sailor was 24.", "كان البحار في الرابعة والثلاثين.", "كان البحار في الرابعة والعشرين."),
    ("units", "zh-Hans", "The fire burned 11,000 hectares.", "大火烧毁1.1万平方公里。", "大火烧毁1.1万公顷。"),
    ("units", "zh-Hans", "The crop came in at 640,000 tons.", "产量为64万公斤。", "产量为64万吨。"),
    ("units", "ar", "The crop came in at 640,000 tons.", "بلغ المحصول 640 ألف كيلوغرام.", "بلغ المحصول 640 ألف طن."),
    ("units", "fr", "The port handled 5 million tons.", "Le port a traité 5 millions de kilogrammes.", "Le port a traité 5 millions de tonnes."),
    ("units", "ru", "The port handled 5 million tons.", "Порт обработал 5 млн килограммов.", "Порт обработал 5 млн тонн."),
    ("units", "zh-Hans", "She broke the 10,000 meters record.", "她打破了万码纪录。", "她打破了万米纪录。"),
    ("units", "zh-Hans", "The papers were worth 40,000 pounds.", "试卷价值4万元。", "试卷价值4万英镑。"),
    ("units", "ar", "The papers were worth 40,000 pounds.", "بلغت قيمة الأوراق 40 ألف دولار.", "بلغت قيمة الأوراق 40 ألف جنيه إسترليني."),
    ("units", "fr", "The ship sank 200 miles off the coast.", "Le navire a coulé à 200 mètres de la côte.", "Le navire a coulé à 200 milles de la côte."),
    ("units", "ru", "A 10-month-old baby fell ill in 2014.", "В 2014 году заболел 10-летний ребенок.", "В 2014 году заболел 10-месячный ребенок."),
    ("opposites", "ru", "The draft was rejected by 6 votes to 4.", "Проект был принят 6 голосами против 4.", "Проект не был принят: 6 голосов против 4."),
    ("opposites", "fr", "The draft was rejected by 6 votes to 4.", "Le projet a été adopté par 6 voix contre 4.", "Le projet n'a pas été adopté (6 voix contre 4)."),
    ("opposites", "es", "The draft was rejected by 6 votes to 4.", "El proyecto fue aprobado por 6 votos contra 4.", "El proyecto no fue aprobado (6 votos contra 4)."),
    ("opposites", "zh-Hans", "The draft was rejected by 6 votes to 4.", "草案以6票对4票获得通过。", "草案以6票对4票未获通过。"),
    ("opposites", "ar", "The draft was rejected by 6 votes to 4.", "اعتمد المشروع بأغلبية 6 أصوات مقابل 4.", "لم يعتمد المشروع بأغلبية 6 أصوات مقابل 4."),
    ("opposites", "ru", "Officials rejected the signatures as forged.", "Комиссия признала подписи.", "Комиссия признала подписи поддельными."),
    ("prohibitions", "ar", "Do not approach the animal, police said.", "طلبت الشرطة الاقتراب من الحيوان.", "حذرت الشرطة من الاقتراب من الحيوان."),
    ("doubled-words", "fr", "The paper had a blank front page.", "Le journal avait une page page blanche.", "Le journal avait une une blanche."),
    ("doubled-words", "fr", "The guide smiled, patting one.", "Le guide a souri en en une.", "Le guide a souri en en tapotant une."),
    ("durations", "ru", "Do four-day weeks work?", "Работает ли четверка?", "Работает ли четырехдневка?"),
    ("lost-negation", "fr", "The camp has had no fuel since Friday.", "Le camp a du carburant depuis vendredi.", "Le camp est privé de carburant depuis vendredi."),
    ("lost-negation", "es", "Parents refuse to pay the fine.", "Los padres pagan la multa.", "Los padres se niegan a pagar la multa."),
    ("invented-negation", "ru", "The bank is open to further talks.", "Банк не готов к новым переговорам.", "Банк не исключил новых переговоров."),
    ("invented-units", "ru", "She has a file of 23 pages.", "У нее папка, 23 раза страниц.", "У нее папка в 23 страницы."),
]  # fmt: skip
FINE = [
    ("ru", "She was killed after filing 23 complaints.", "Ее убили, хотя она 23 раза обращалась с жалобами."),
    ("ru", "Somalia gives landlocked Ethiopia access to its port.", "Сомали дает не имеющей выхода к морю Эфиопии доступ к порту."),
    ("ru", "Girls were paid to stay in school.", "Девочкам платили, чтобы они не бросали школу."),
    ("ru", "Many of them are under 20.", "Многим нет и 20."),
    ("es", "The Yes camp was ahead.", "El «sí» aventajaba al «no»."),
    ("es", "He declined to be drawn on the matter.", "No quiso entrar en el tema."),
    ("zh-Hans", "Far from calming tempers, the speech raised them.", "讲话非但没有平息怒火，反而激化了情绪。"),
    ("zh-Hans", "Hardly had the results been announced when riots broke out.", "结果刚一公布，骚乱就爆发了。"),
    ("ar", "The appeal for calm fell on deaf ears.", "لم تلق الدعوة إلى الهدوء آذانا صاغية."),
    ("ar", "The letter ran to a single line.", "لم تتجاوز الرسالة سطرا واحدا."),
    ("fr", "The firm said its locks could not be picked.", "L'entreprise disait ses serrures incrochetables."),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_the_right_phrase_is_not(rules, fault):
    rule, locale, source, wrong, right = fault
    assert rule in rules(source, wrong, locale)
    assert not rules(source, right, locale)


@pytest.mark.parametrize(("locale", "source", "target"), FINE)
def test_a_free_rendering_is_let_be(rules, locale, source, target):
    assert not rules(source, target, locale)
