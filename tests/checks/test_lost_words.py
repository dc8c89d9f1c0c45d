"""Plain words that a translation owes: each was left out of a right translation by hand, or stands there in another form."""

import pytest

from transflow.quantities import turned_trend
from transflow.translation.distrust import examine

LEFT_OUT = [
    # locale, source, without the word, right
    ("fr", "Fees paid on or before 31 December stand.", "Les taxes payées le 31 décembre sont maintenues.", "Les taxes payées au plus tard le 31 décembre sont maintenues."),
    ("es", "Fees paid on or before 31 December stand.", "Las tasas pagadas el 31 de diciembre se mantienen.", "Las tasas pagadas hasta el 31 de diciembre se mantienen."),
    ("fr", "Two thirds came from outside the Union.", "Deux tiers provenaient de l'Union.", "Deux tiers provenaient de pays hors de l'Union."),
    ("zh-Hans", "Two thirds came from outside the Union.", "三分之二来自欧盟。", "三分之二来自欧盟以外。"),
    ("es", "My delegation voted against the text.", "Mi delegación votó el texto.", "Mi delegación votó en contra del texto."),
    ("ru", "My delegation voted against the text.", "Моя делегация голосовала текст.", "Моя делегация голосовала против текста."),
    ("zh-Hans", "My delegation voted against the text.", "我国代表团对案文投了票。", "我国代表团对案文投了反对票。"),
    ("fr", "Chile voted in favour of it.", "Le Chili l'a voté.", "Le Chili a voté pour."),
    ("zh-Hans", "Chile voted in favour.", "智利投票。", "智利投了赞成票。"),
    ("zh-Hans", "Unaccompanied children crossed.", "儿童越过边境。", "无人陪伴的儿童越过边境。"),
    ("ru", "Unaccompanied minors wait here.", "Подростки ждут здесь.", "Несовершеннолетние без сопровождения ждут здесь."),
    ("ar", "Unaccompanied visitors must register.", "يجب على الزوار التسجيل.", "يجب على الزوار غير المصحوبين التسجيل."),
    ("zh-Hans", "An unauthenticated user can read it.", "用户可以读取。", "未经身份验证的用户可以读取。"),
    ("ru", "Unlicensed drivers were fined.", "Водителей оштрафовали.", "Водителей без прав оштрафовали."),
    ("ar", "Help for unemployed graduates", "مساعدة الخريجين", "مساعدة الخريجين العاطلين"),
    ("fr", "No casualties were reported.", "Les non-conformités ont été signalées.", "Aucune victime n'a été signalée."),
    ("ru", "No casualties were reported, but a boat sank.", "О жертвах сообщалось, и лодка затонула.", "О жертвах не сообщалось, но лодка затонула."),
    ("fr", "A discount of up to 40% is possible.", "Une remise de 40 % est prévue.", "Une remise allant jusqu'à 40 % est prévue."),
    ("zh-Hans", "Demand may grow fivefold by 2040.", "到2040年需求可能增长。", "到2040年需求可能增长五倍。"),
    ("fr", "Costs have quadrupled.", "Les coûts ont augmenté.", "Les coûts ont été multipliés par quatre."),
    ("zh-Hans", "Fewer than one in ten owns a mark.", "十分之一的人拥有商标。", "不到十分之一的人拥有商标。"),
    ("fr", "Compare the laws of up to five countries.", "Comparez les lois de cinq pays.", "Comparez les lois de cinq pays au plus."),
    ("fr", "The fee is for up to 100 designs.", "La taxe vaut pour 100 dessins.", "La taxe vaut pour 100 dessins au maximum."),
    ("zh-Hans", "The fee is for up to 100 designs.", "费用适用于100件外观设计。", "费用适用于最多100件外观设计。"),
    ("es", "The file may have at most 2 MB.", "El archivo tiene 2 MB.", "El archivo puede tener 2 MB como máximo."),
    ("ru", "Each group has a maximum of 12 members.", "В каждой группе 12 членов.", "В каждой группе не более 12 членов."),
    ("ar", "Fines of up to 40 million euros apply.", "تطبق غرامات قدرها 40 مليون يورو.", "تطبق غرامات تصل إلى 40 مليون يورو."),
    ("ru", "States gave at least 12 million dollars.", "Государства выделили 12 млн долларов.", "Государства выделили не менее 12 млн долларов."),
    ("ar", "States gave at least 12 million dollars.", "قدمت الدول 12 مليون دولار.", "قدمت الدول 12 مليون دولار على الأقل."),
    ("es", "It has more than 1,200 members.", "Tiene 1.200 miembros.", "Tiene más de 1.200 miembros."),
    ("ru", "They filed over 28,000 applications.", "Они подали 28 000 заявок.", "Они подали свыше 28 000 заявок."),
    ("fr", "It has over 60,000 students.", "Elle a 60 000 étudiants.", "Elle a plus de 60 000 étudiants."),
    ("zh-Hans", "The fund paid out over $2.5 million.", "该基金支付了250万美元。", "该基金支付了250多万美元。"),
    ("ar", "Over 3 million people signed it.", "وقع عليها 3 ملايين شخص.", "وقع عليها أكثر من 3 ملايين شخص."),
    ("ru", "Firms with fewer than 50 employees pay half.", "Фирмы с 50 сотрудниками платят половину.", "Фирмы, в которых менее 50 сотрудников, платят половину."),
    ("ru", "Children under 6 enter free.", "Дети 6 лет проходят бесплатно.", "Дети до 6 лет проходят бесплатно."),
    ("ar", "Children under 6 enter free.", "يدخل الأطفال البالغون من العمر 6 سنوات مجانا.", "يدخل الأطفال دون سن 6 سنوات مجانا."),
    ("fr", "Membership more than doubled to 2,960.", "Le nombre de membres est passé à 2 960.", "Le nombre de membres a plus que doublé, à 2 960."),
    ("zh-Hans", "Twice as many firms signed.", "签约公司更多。", "签约公司多了一倍。"),
    ("zh-Hans", "More than twice as many came as expected.", "来的人比预期还多。", "来的人比预期多一倍以上。"),
    ("es", "Exports tripled in a year.", "Las exportaciones aumentaron en un año.", "Las exportaciones se triplicaron en un año."),
    ("ru", "The board halved the fee.", "Правление снизило сбор.", "Правление снизило сбор вдвое."),
    ("ar", "Whoever paid between 14 and 28 February is exempt.", "يعفى الذين دفعوا في 14 و28 فبراير.", "يعفى الذين دفعوا بين 14 و28 فبراير."),
    ("es", "The file grows by 10 MB an hour.", "El archivo crece 10 MB.", "El archivo crece 10 MB por hora."),
    ("zh-Hans", "It costs 9 dollars a day.", "费用为9美元。", "费用为每天9美元。"),
    ("fr", "The desk answers 300 calls a week.", "Le service répond à 300 appels.", "Le service répond à 300 appels par semaine."),
    ("zh-Hans", "Only one in ten visitors used it.", "只有十名访客使用。", "只有十分之一的访客使用。"),
    ("ru", "Half of the budget went to repairs.", "Бюджет ушёл на ремонт.", "Половина бюджета ушла на ремонт."),
    ("fr", "The shares closed down 6.2 percent.", "L'action a clôturé à 6,2 %.", "L'action a clôturé en baisse de 6,2 %."),
    ("es", "The index ended up 0.4 percent.", "El índice terminó en el 0,4 %.", "El índice terminó con un alza del 0,4 %."),
    ("ru", "Niger abstained; Mali did not vote.", "Нигер песо, а Мали не голосовала.", "Нигер воздержался, а Мали не голосовала."),
    ("zh-Hans", "He returns on Friday instead of Sunday.", "他将于周五周日返回。", "他将于周五而不是周日返回。"),
    ("fr", "The permit was refused twice.", "Le permis a été refusé.", "Le permis a été refusé à deux reprises."),
    ("zh-Hans", "Upgrade to version 4.2.1 or later.", "请升级到版本4.2.1。", "请升级到版本4.2.1或更高版本。"),
    ("zh-Hans", "States report every six months.", "各国须在六个月内报告。", "各国每六个月报告一次。"),
]  # fmt: skip
FINE = [
    ("fr", "The museum is free for children under six.", "Le musée est gratuit pour les moins de six ans."),
    ("es", "The firm turned over $72 million.", "La empresa facturó 72 millones de dólares."),
    ("fr", "She won the title over 10,000 metres.", "Elle a gagné le titre du 10 000 mètres."),
    ("ru", "A lawsuit over 1,200 trees was settled.", "Спор о 1 200 деревьях урегулирован."),
    ("es", "Up to 200 people may attend.", "El aforo máximo es de 200 personas."),
    ("zh-Hans", "Wages rose by at least 3%.", "工资涨幅不低于3%。"),
    ("ru", "The number of cases doubled.", "Число случаев удвоилось."),
    ("ar", "The fund doubled in size.", "تضاعف حجم الصندوق."),
    ("fr", "The hall doubled as a shelter.", "La salle a aussi servi d'abri."),
    ("zh-Hans", "Think twice before you pay.", "付款前请三思。"),
    ("es", "Growth picked up to 5.2 per cent.", "El crecimiento repuntó al 5,2 %."),
    ("ru", "The shop is open 24 hours a day.", "Магазин работает круглосуточно, 24 часа в сутки."),
    ("fr", "It runs at 120 km an hour.", "Il roule à 120 km/h."),
    ("zh-Hans", "The share price halved.", "股价腰斩。"),
    ("ar", "One in three flats is empty.", "شقة من كل ثلاث شقق خالية."),
    ("fr", "Follow us on line 71 or under the hashtag.", "Suivez-nous sur la ligne 71 ou sous le mot-dièse."),
    ("zh-Hans", "Anyone who is unemployed may enter.", "无人受雇者可以进入。"),
    ("es", "No injuries were reported.", "No hubo heridos."),
    ("ru", "No one was hurt and no damage was reported.", "Никто не пострадал, обошлось без ущерба."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "source", "wrong", "right"), LEFT_OUT)
def test_a_word_left_out_is_told_and_makes_a_draft_suspect(rules, locale, source, wrong, right):
    assert "lost-words" in rules(source, wrong, locale)
    assert "lost-words" not in rules(source, right, locale)
    assert "lost-text" in {one.kind for one in examine(source, wrong, "en", locale)}
    assert not examine(source, right, "en", locale)


@pytest.mark.parametrize(("locale", "source", "target"), FINE)
def test_what_translators_write_for_it_is_let_be(rules, locale, source, target):
    assert "lost-words" not in rules(source, target, locale)


@pytest.mark.parametrize(
    ("language", "source", "wrong", "right"),
    [
        ("zh", "Filings from Sweden fell 8%, those from Chile climbed 12.6 percent to 1,207.", "瑞典的申请下降8%，智利增长12.6%降至1,207。", "瑞典的申请下降8%，智利增长12.6%增至1,207。"),
        ("zh", "The fee is lower, the surcharge rises from 15 percent to 20 percent.", "费用更低，附加费从15%降至20%。", "费用更低，附加费从15%升至20%。"),
        ("ru", "Costs fell 3%, the surcharge rises from 15 percent to 20.", "Расходы упали на 3%, сбор сократился с 15% до 20.", "Расходы упали на 3%, сбор вырос с 15% до 20."),
        ("ar", "Costs fell 3%, the fee rose by 15 percent.", "انخفضت التكاليف 3%، بينما انخفض الرسم 15 في المائة.", "انخفضت التكاليف 3%، بينما ارتفع الرسم 15 في المائة."),
        ("fr", "Costs rose 3%, pendency fell from 31 months to 22.", "Les coûts ont augmenté de 3 %, le délai a augmenté de 31 mois à 22.", "Les coûts ont augmenté de 3 %, le délai est passé de 31 mois à 22."),
    ],
)  # fmt: skip
def test_of_two_trends_each_is_judged_by_its_clause(language, source, wrong, right):
    assert turned_trend(source, wrong, language)
    assert not turned_trend(source, right, language)


@pytest.mark.parametrize(
    ("source", "target", "locale", "quoted"),
    [
        ("If it lasts for more than 48 hours, call.", "如果持续不到48小时，请致电。", "zh-Hans", "more than 48"),
        ("They pay CHF 2,150 a month.", "Ils paient 2150 CHF par semaine.", "fr", "2,150 a month"),
    ],
)  # fmt: skip
def test_a_message_quotes_numbers_whole(judge, source, target, locale, quoted):
    messages = [one.message for one in judge(source, target, locale)]
    assert any(f"“{quoted}”" in message for message in messages)


@pytest.mark.parametrize(
    ("source", "target", "locale", "lost"),
    [
        ("Half a million people live there.", "Des millions de personnes y vivent.", "fr", True),
        ("Half a million people live there.", "数百万人住在那里。", "zh-Hans", True),
        ("Half a million people live there.", "Un demi-million de personnes y vivent.", "fr", False),
        ("Half a million people live there.", "Там живут полмиллиона человек.", "ru", False),
        ("Half a million people live there.", "约有50万人住在那里。", "zh-Hans", False),
        ("Two million came.", "Des millions sont venus.", "fr", True),
        ("Two million came.", "两百多万人来了。", "zh-Hans", False),
        ("Two million came.", "جاء مليونان.", "ar", False),
        ("It cost forty thousand euros.", "Costó 40.000 euros.", "es", False),
        ("Billions of people use it.", "Les factures de personnes l’utilisent.", "fr", True),
        ("Billions of people use it.", "人们用它。", "zh-Hans", True),
        ("It is used by millions of people.", "Lo usan por millones de personas.", "es", False),
        ("It is used by millions of people.", "Им пользуется множество людей.", "ru", False),
        ("It is used by millions of people.", "يستخدمه ملايين الأشخاص.", "ar", False),
        ("It cost forty thousand euros.", "Costó miles de euros.", "es", True),
    ],
)  # fmt: skip
def test_a_number_of_thousands_in_words(rules, source, target, locale, lost):
    """Des millions is no half a million, and no two million either."""
    assert ("number-words" in rules(source, target, locale)) is lost


@pytest.mark.parametrize(
    ("source", "target", "locale", "lost"),
    [
        ("Three of the ten candidates replied.", "Trois candidats ont répondu.", "fr", True),
        ("Three of the ten candidates replied.", "Trois des dix candidats ont répondu.", "fr", False),
        ("Three of the ten candidates replied.", "十名候选人作了答复。", "zh-Hans", True),
        ("Three of the ten candidates replied.", "十名候选人中有三人作了答复。", "zh-Hans", False),
        ("Police arrested three young men.", "Полиция арестовала молодых людей.", "ru", True),
        ("Police arrested three young men.", "Полиция арестовала троих молодых людей.", "ru", False),
        ("The prize went to nine scientists.", "ذهبت الجائزة إلى علماء.", "ar", True),
        ("The prize went to nine scientists, and nine nurses.", "ذهبت الجائزة إلى تسعة علماء وبتسع ممرضات.", "ar", False),
        ("She was banned for five years.", "Fue inhabilitada durante años.", "es", True),
        ("She was banned for six months.", "Её отстранили на полгода.", "ru", False),
        ("Come back in four weeks.", "Vuelva dentro de un mes.", "es", False),
        ("Two bridges were closed.", "Des ponts ont été fermés.", "fr", True),
        ("The two bridges were closed.", "Les ponts ont été fermés.", "fr", False),
        ("Two bridges were closed.", "أغلق جسران.", "ar", False),
        ("The written report names ten members.", "Le rapport écrit nomme les membres.", "fr", True),
        ("Read the guide in six languages.", "阅读指南。", "zh-Hans", True),
        ("The Fourth Committee adopted nine drafts.", "اعتمدت اللجنة الرابعة بتسعة مشاريع.", "ar", False),
        ("Six in ten drivers agree.", "六成司机同意。", "zh-Hans", False),
        ("It takes two or three minutes.", "Cela prend quelques minutes.", "fr", False),
    ],
)  # fmt: skip
def test_a_small_number_of_things_or_of_time(rules, source, target, locale, lost):
    """A vote by three of ten is another one than a vote by three; four weeks may be a month."""
    assert ("number-words" in rules(source, target, locale)) is lost


@pytest.mark.parametrize(
    ("source", "target", "locale", "lost"),
    [
        ("NO ENTRY", "ENTRÉE", "fr", True),
        ("NO ENTRY", "ENTRÉE INTERDITE", "fr", False),
        ("No smoking", "Fumar", "es", True),
        ("No smoking", "Prohibido fumar", "es", False),
        ("No entry", "Вход", "ru", True),
        ("No entry", "Вход воспрещён", "ru", False),
        ("No dogs", "带狗", "zh-Hans", True),
        ("No dogs", "犬只禁止入内", "zh-Hans", False),
        ("No fee is due.", "La demande est gratuite.", "fr", False),
        ("No fee is due.", "تُستحق رسوم.", "ar", True),
    ],
)  # fmt: skip
def test_a_sign_that_forbids(rules, source, target, locale, lost):
    """What begins with No forbids or denies, and so must its translation."""
    assert ("lost-negation" in rules(source, target, locale)) is lost
