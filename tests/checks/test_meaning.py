"""Fluent words that say another thing than the source: each fault was put into a right translation by hand."""

import pytest

from transflow.model import Severity, State
from transflow.translation.distrust import examine

FAULTS = [
    # rule, locale, source, with the fault, right
    ("opposites", "fr", "Hospitals must never be targets.", "Les hôpitaux doivent toujours être des cibles.", "Les hôpitaux ne doivent jamais être des cibles."),
    ("opposites", "zh-Hans", "The left ear is tested first.", "先检查右耳。", "先检查左耳。"),
    ("opposites", "es", "Shirin Akter (left) spoke.", "Habló Shirin Akter (derecha).", "Habló Shirin Akter (izquierda)."),
    ("opposites", "fr", "Open from 9 a.m. to noon", "Ouvert de 9 h à minuit", "Ouvert de 9 h à midi"),
    ("opposites", "ru", "Open from 9 a.m. to noon", "Открыто с 9 утра до полуночи", "Открыто с 9 утра до полудня"),
    ("opposites", "zh-Hans", "We do not sell or share your data, nor do we use them for advertising.", "我们不出售或分享您的数据，并用于广告。", "我们不出售或分享您的数据，也不用于广告。"),
    ("opposites", "ru", "We do not sell or share your data, nor do we use them for advertising.", "Мы не продаем и не передаем ваши данные, а также мы используем их для рекламы.", "Мы не продаем и не передаем ваши данные и не используем их для рекламы."),
    ("opposites", "fr", "We do not sell or share your data, nor do we use them for advertising.", "Nous ne vendons ni ne partageons vos données, et nous les utilisons pour la publicité.", "Nous ne vendons ni ne partageons vos données, et nous ne les utilisons pas pour la publicité."),
    ("opposites", "es", "We do not sell or share your data, nor do we use them for advertising.", "No vendemos ni compartimos sus datos, y los usamos para publicidad.", "No vendemos ni compartimos sus datos, ni los usamos para publicidad."),
    ("opposites", "ar", "We do not sell or share your data, nor do we use them for advertising.", "لا نبيع بياناتك أو نشاركها، ونستخدمها للإعلان.", "لا نبيع بياناتك أو نشاركها، ولا نستخدمها للإعلان."),
    ("swapped", "fr", "We have lost colleagues: two in 2024, five in 2025.", "Nous avons perdu des collègues : deux en 2025, cinq en 2024.", "Nous avons perdu des collègues : deux en 2024, cinq en 2025."),
    ("swapped", "fr", "Take no more than 4 g of paracetamol or 3 g of aspirin.", "Pas plus de 3 g de paracétamol ou 4 g d'aspirine.", "Pas plus de 4 g de paracétamol ou 3 g d'aspirine."),
    ("swapped", "es", "The opening has moved from 10:00 to 09:00.", "La apertura se ha trasladado de las 09:00 a las 10:00.", "La apertura se ha trasladado de las 10:00 a las 09:00."),
    ("swapped", "zh-Hans", "The opening has moved from Hall B to Hall A.", "开幕式从A厅移至B厅。", "开幕式从B厅移至A厅。"),
    ("swapped", "es", "The early rate is US$450 instead of US$600.", "La tarifa temprana es de 600 USD en lugar de 450 USD.", "La tarifa temprana es de 450 USD en lugar de 600 USD."),
    ("swapped", "zh-Hans", "The hospital was fined €120,000, later reduced to €12,000.", "医院被罚款12,000欧元，后来减至120,000欧元。", "医院被罚款120,000欧元，后来减至12,000欧元。"),
    ("swapped", "fr", "Seven nurses were killed and nineteen were wounded.", "Dix-neuf infirmières ont été tuées et sept blessées.", "Sept infirmières ont été tuées et dix-neuf blessées."),
    ("swapped", "ru", "Seven were killed; nineteen were wounded.", "Ранены семь человек; погибли девятнадцать.", "Погибли семь человек; ранены девятнадцать."),
    ("swapped", "fr", "In Africa, 92.9 per cent are exposed; in the Americas, 70 per cent; in Europe and Central Asia, 29 per cent.", "En Afrique, 92,9 % sont exposés ; en Europe et en Asie centrale, 70 % ; dans les Amériques, 29 %.", "En Afrique, 92,9 % sont exposés ; dans les Amériques, 70 % ; en Europe et en Asie centrale, 29 %."),
    ("swapped", "fr", "Deaths have halved in Europe but tripled in the Arab States.", "Les décès ont triplé en Europe mais diminué de moitié dans les États arabes.", "Les décès ont diminué de moitié en Europe mais triplé dans les États arabes."),
    ("swapped", "fr", "The report was requested by Brazil and opposed by the United States.", "Le rapport, demandé par les États-Unis, a rencontré l'opposition du Brésil.", "Le rapport, demandé par le Brésil, a rencontré l'opposition des États-Unis."),
    ("swapped", "ar", "Germany lost its case; Poland won.", "كسبت ألمانيا قضيتها؛ وخسرت بولندا.", "خسرت ألمانيا قضيتها؛ وكسبت بولندا."),
    ("swapped", "fr", "Qatar and Kuwait have such a ban; Egypt has none.", "Le Qatar et l'Égypte ont une telle interdiction ; le Koweït n'en a pas.", "Le Qatar et le Koweït ont une telle interdiction ; l'Égypte n'en a pas."),
    ("swapped", "zh-Hans", "The director resigned; the minister did not.", "主任没有辞职；部长辞职了。", "主任辞职了；部长没有辞职。"),
    ("swapped", "es", "Anna Müller resigned; Paolo Rossi stays.", "Paolo Rossi dimitió; Anna Müller sigue.", "Anna Müller dimitió; Paolo Rossi sigue."),
    ("lost-words", "fr", "It rose by 5.4 percentage points.", "Hausse de 5,4 %.", "Hausse de 5,4 points de pourcentage."),
    ("lost-words", "es", "For any purpose other than advertising.", "Para todo fin de publicidad.", "Para todo fin distinto de la publicidad."),
    ("number-words", "es", "He retires after nineteen years.", "Se jubila después de diez años.", "Se jubila después de diecinueve años."),
    ("number-words", "es", "Two billion people use it.", "Dos billones de personas lo usan.", "Dos mil millones de personas lo usan."),
    ("number-words", "fr", "One billion people use it.", "Un million de personas l'utilisent.", "Un milliard de personnes l'utilisent."),
    ("number-words", "ru", "One billion people use it.", "Им пользуется миллион человек.", "Им пользуется миллиард человек."),
    ("number-words", "zh-Hans", "One billion people use it.", "一亿人使用它。", "十亿人使用它。"),
    ("number-words", "ru", "A hundred people use it.", "Им пользуется тысяча человек.", "Им пользуется сотня человек."),
    ("number-words", "fr", "Millions of people use it.", "Des milliards de personnes l'utilisent.", "Des millions de personnes l'utilisent."),
    ("number-words", "es", "Billions of people use it.", "Billones de personas lo usan.", "Miles de millones de personas lo usan."),
    ("number-words", "ar", "Millions of people use it.", "يستخدمه مليارات الأشخاص.", "يستخدمه ملايين الأشخاص."),
    ("number-words", "zh-Hans", "Billions of people use it.", "数百万人使用它。", "数十亿人使用它。"),
    ("number-words", "ar", "My grandfather held fourteen patents.", "كان لدى جدي عشر براءات.", "كان لدى جدي أربع عشرة براءة."),
    ("number-words", "fr", "It takes four to six months.", "Cela prend de quatre à sept mois.", "Cela prend de quatre à six mois."),
    ("number-words", "ru", "It takes four to six months.", "Это занимает около четырех месяцев.", "Это занимает от четырех до шести месяцев."),
    ("number-words", "zh-Hans", "It takes four to six months.", "需要四至九个月。", "需要四至六个月。"),
    ("number-words", "es", "One in three marks is opposed.", "Se impugna una marca de cada cuatro.", "Se impugna una marca de cada tres."),
    ("number-words", "fr", "Twenty years, unless the patent lapses.", "Deux ans, sauf si le brevet s'éteint.", "Deux décennies, sauf si le brevet s'éteint."),
    ("number-words", "ar", "Reply within three months.", "الرد في غضون خمسة أشهر.", "الرد في غضون ثلاثة أشهر."),
    ("number-words", "ru", "Reply within six months.", "Ответьте в течение пяти месяцев.", "Ответьте в течение полугода."),
    ("number-words", "fr", "Twelve products were tested.", "Dix-huit produits ont été testés.", "Douze produits ont été testés."),
    ("number-words", "es", "Twelve products were tested.", "Dieciocho productos fueron probados.", "Se probaron doce productos."),
    ("number-words", "ru", "Twelve products were tested.", "Испытано восемнадцать изделий.", "Испытано двенадцать изделий."),
    ("number-words", "zh-Hans", "Twelve products were tested.", "测试了十八种产品。", "测试了十二种产品。"),
    ("number-words", "ar", "Twelve products were tested.", "تم اختبار ثمانية عشر منتجا.", "تم اختبار اثني عشر منتجا."),
    ("number-words", "fr", "The seventy-eighth session opened today.", "La septième session s'est ouverte aujourd'hui.", "La soixante-dix-huitième session s'est ouverte aujourd'hui."),
    ("number-words", "es", "The seventy-eighth session opened today.", "La séptima sesión se abrió hoy.", "La septuagésima octava sesión se abrió hoy."),
    ("number-words", "ru", "The seventy-eighth session opened today.", "Сегодня открылась седьмая сессия.", "Сегодня открылась семьдесят восьмая сессия."),
    ("number-words", "zh-Hans", "The seventy-eighth session opened today.", "第七届会议今天开幕。", "第七十八届会议今天开幕。"),
    ("number-words", "ar", "The seventy-eighth session opened today.", "افتتحت الدورة السابعة عشرة اليوم.", "افتتحت الدورة الثامنة والسبعون اليوم."),
    ("number-words", "fr", "Two thirds of members agreed.", "Un tiers des membres étaient d'accord.", "Les deux tiers des membres étaient d'accord."),
    ("number-words", "es", "Two thirds of members agreed.", "Un tercio de los miembros estuvo de acuerdo.", "Dos tercios de los miembros estuvieron de acuerdo."),
    ("number-words", "ru", "Two thirds of members agreed.", "Согласилась одна треть членов.", "Согласились две трети членов."),
    ("number-words", "zh-Hans", "Two thirds of members agreed.", "三分之一的成员同意。", "三分之二的成员同意。"),
    ("number-words", "ar", "Two thirds of members agreed.", "وافق ثلث الأعضاء.", "وافق ثلثا الأعضاء."),
    ("number-words", "fr", "Three quarters of the fee is refunded.", "Un quart de la taxe est remboursé.", "Les trois quarts de la taxe sont remboursés."),
    ("swapped", "fr", "The fee rose from €135 to €142.", "La taxe est passée de 142 € à 135 €.", "La taxe est passée de 135 € à 142 €."),
    ("swapped", "es", "The fee rose from €135 to €142.", "La tasa pasó de 142 € a 135 €.", "La tasa pasó de 135 € a 142 €."),
    ("swapped", "ru", "The fee rose from €135 to €142.", "Пошлина выросла с 142 € до 135 €.", "Пошлина выросла с 135 € до 142 €."),
    ("swapped", "zh-Hans", "The fee rose from €135 to €142.", "费用从142欧元上涨到135欧元。", "费用从135欧元上涨到142欧元。"),
    ("swapped", "ar", "The fee rose from €135 to €142.", "ارتفع الرسم من 142 يورو إلى 135 يورو.", "ارتفع الرسم من 135 يورو إلى 142 يورو."),
    ("swapped", "ru", "It costs €135 until May and €142 from June.", "Это стоит 142 € до мая и 135 € с июня.", "Это стоит 135 € до мая и 142 € с июня."),
    ("swapped", "fr", "She was born in 1950 and died in 2019.", "Elle est née en 2019 et morte en 1950.", "Elle est née en 1950 et morte en 2019."),
    ("swapped", "ru", "The firm has 10 patents and 20 trade marks.", "У фирмы 20 патентов и 10 товарных знаков.", "У фирмы 10 патентов и 20 товарных знаков."),
    ("swapped", "zh-Hans", "52 countries took part and another 23 were observers.", "23个国家参加，另有52个国家为观察员。", "52个国家参加，另有23个国家为观察员。"),
    ("swapped", "es", "The meeting is on 3 May and the vote on 5 June.", "La reunión es el 5 de mayo y la votación el 3 de junio.", "La reunión es el 3 de mayo y la votación el 5 de junio."),
    ("swapped", "zh-Hans", "The annual report for 2024 was published in June 2025.", "2025年的年度报告于2024年6月公布。", "2024年的年度报告于2025年6月公布。"),
    ("trends", "fr", "Fees rose by 5% last year.", "Les taxes ont baissé de 5 % l'an dernier.", "Les taxes ont augmenté de 5 % l'an dernier."),
    ("trends", "es", "Fees rose by 5% last year.", "Las tasas bajaron un 5 % el año pasado.", "Las tasas subieron un 5 % el año pasado."),
    ("trends", "ru", "Fees rose by 5% last year.", "В прошлом году пошлины снизились на 5 %.", "В прошлом году пошлины выросли на 5 %."),
    ("trends", "zh-Hans", "Fees rose by 5% last year.", "去年费用下降了5%。", "去年费用上涨了5%。"),
    ("trends", "ar", "Fees rose by 5% last year.", "انخفضت الرسوم بنسبة 5% في العام الماضي.", "ارتفعت الرسوم بنسبة 5% في العام الماضي."),
    ("trends", "ru", "Patent filings rose by 4.2%, trade mark filings fell by 1.9%.", "Число патентных заявок выросло на 4,2 %, товарных знаков на 1,9 %.", "Число патентных заявок выросло на 4,2 %, товарных знаков упало на 1,9 %."),
    ("trends", "fr", "Grants rose by 4%, refusals fell by 2%.", "Les délivrances ont augmenté de 4 %, les refus de 2 %.", "Les délivrances ont augmenté de 4 %, les refus ont reculé de 2 %."),
    ("dates", "ru", "The fees changed on Tuesday.", "В среду пошлины изменились во вторник.", "Во вторник пошлины изменились."),
    ("dates", "ru", "The environment act passed on Tuesday.", "В пятницу закон об окружающей среде принят во вторник.", "Закон об охране окружающей среды в среднем чтении принят во вторник."),
    ("number-words", "ar", "The top five patent applicants are firms.", "أكبر خمسة عشر مودعا للبراءات شركات.", "أكبر خمسة مودعين للبراءات شركات."),
    ("number-words", "ar", "Twelve months of grace are short.", "أربعة عشر شهرا من المهلة قصيرة.", "اثنا عشر شهرا من المهلة قصيرة."),
    ("trends", "zh-Hans", "Small firms pay 30% less.", "小企业至少支付30%。", "小企业少付30%。"),
    ("trends", "fr", "Exports fell by 12% in March.", "Les exportations ont progressé de 12 % en mars.", "Les exportations ont reculé de 12 % en mars."),
    ("exceptions", "fr", "All Member States except Fiji and Tonga signed.", "Tous les États membres, Fidji et Tonga ont signé.", "Tous les États membres sauf les Fidji et les Tonga ont signé."),
    ("exceptions", "zh-Hans", "All Member States except Fiji and Tonga signed.", "所有成员国由斐济和汤加签署。", "除斐济和汤加外，所有成员国均已签署。"),
    ("exceptions", "ru", "All Member States except Fiji and Tonga signed.", "Все государства-члены Фиджи и Тонга подписали.", "Подписали все государства-члены, кроме Фиджи и Тонга."),
    ("exceptions", "es", "All Member States except Fiji and Tonga signed.", "Todos los Estados miembros Fiji y Tonga firmaron.", "Todos los Estados miembros salvo Fiji y Tonga firmaron."),
    ("exceptions", "ar", "All Member States except Fiji and Tonga signed.", "وقعت جميع الدول الأعضاء فيجي وتونغا.", "وقعت جميع الدول الأعضاء باستثناء فيجي وتونغا."),
    ("exceptions", "zh-Hans", "The page may be copied without asking.", "该页面可以询问后复制。", "该页面可以不经询问而复制。"),
    ("lost-negation", "zh-Hans", "The inventor failed to reply within 30 days.", "发明人在30天内回复。", "发明人未在30天内回复。"),
    ("lost-negation", "fr", "The inventor failed to reply within 30 days.", "L'inventeur a répondu dans les 30 jours.", "L'inventeur n'a pas répondu dans les 30 jours."),
    ("lost-negation", "ru", "The office refused to accept the form.", "Ведомство приняло форму.", "Ведомство отказалось принять форму."),
    ("lost-negation", "es", "The office refused to accept the form.", "La oficina aceptó el formulario.", "La oficina se negó a aceptar el formulario."),
    ("lost-negation", "ar", "The office refused to accept the form.", "قبل المكتب الاستمارة.", "رفض المكتب قبول الاستمارة."),
    ("lost-negation", "zh-Hans", "Neither the division nor the board agreed.", "该部门和委员会达成一致。", "该部门和委员会都不同意。"),
    ("lost-negation", "fr", "We disagree with the decision.", "Nous sommes d'accord avec la décision.", "Nous ne sommes pas d'accord avec la décision."),
    ("lost-negation", "fr", "She was unable to attend.", "Elle a pu assister.", "Elle n'a pas pu assister."),
    ("lost-negation", "zh-Hans", "Three members abstained.", "三名成员赞成。", "三名成员弃权。"),
    ("invented-units", "fr", "It ranks 39th in the world.", "Il se classe à 39 ans dans le monde.", "Il se classe au 39e rang mondial."),
    ("invented-units", "ru", "The 1st and 3rd prizes were given.", "Были вручены 1-е и 3-летние призы.", "Были вручены 1-й и 3-й призы."),
    ("invented-units", "zh-Hans", "The risk is 1 in 1,000.", "风险为1,000年1次。", "风险为1,000分之1。"),
    ("invented-units", "fr", "US$3.4 trillion was spent.", "3 400 milliards $ habitants ont été dépensés.", "3 400 milliards de dollars ont été dépensés."),
    ("invented-units", "ru", "CLOSED ON 24 DECEMBER 2026.", "ЗАКРЫТО 24 ДЕКАБРЯ 2026 ЛЕТ.", "ЗАКРЫТО 24 ДЕКАБРЯ 2026 ГОДА."),
    ("invented-units", "es", "It was limited to 250.", "Se limitó a 250 años.", "Se limitó a 250."),
    ("invented-units", "fr", "Write to a@example.org.", "Écrivez à a@example.org ans.", "Écrivez à a@example.org."),
    ("invented-units", "zh-Hans", "Write to a@example.org.", "写信至a@example.org年。", "写信至a@example.org。"),
    ("invented-units", "es", "It is kept at 4 °C.", "Se guarda a las 4 °C.", "Se guarda a 4 °C."),
    ("invented-units", "ar", "It is sold at $15.", "يباع في الساعة $15.", "يباع عند $15."),
    ("invented-units", "ru", "Call +41 22 338 91 11.", "Звоните +41 22 338 91 11 году.", "Звоните +41 22 338 91 11."),
    ("invented-units", "zh-Hans", "Today it is one in 600.", "如今是600年。", "如今是六百分之一。"),
    ("invented-units", "ru", "Some 8,100 files waited, compared with 16,300 twelve months earlier.", "Ожидали 8 100 дел, в сравнении с 16 300 месяцев ранее.", "Ожидали 8 100 дел, в сравнении с 16 300 двенадцать месяцев назад."),
    ("invented-units", "zh-Hans", "The extension is 4711.", "扩展为4711年。", "分机号为4711。"),
    ("invented-units", "zh-Hans", "Grants grew from 6,870 to 7,010.", "授权从6870倍增加到7010。", "授权量从6870件增加到7010件。"),
    ("invented-units", "ru", "Claims 8 to 11 were refused.", "Пункты 8–11 лет отклонены.", "Пункты 8–11 отклонены."),
    ("invented-units", "ar", "Claims 8 to 11 were refused.", "رفضت المطالبات من 8 إلى 11 سنة.", "رفضت المطالبات من 8 إلى 11."),
    ("invented-units", "zh-Hans", "The 3rd list is closed.", "3岁的名单已关闭。", "第3份名单已关闭。"),
    ("invented-units", "fr", "The region spent CFA 480 million.", "La région a dépensé CFA 480 millions de dollars.", "La région a dépensé 480 millions de francs CFA."),
    ("invented-units", "ru", "The office is at 8001 Zurich.", "Офис находится по адресу 8001 евро.", "Офис находится по адресу 8001 Цюрих."),
    ("invented-units", "zh-Hans", "Sales reached 480 million.", "销售额达到4.8亿美元。", "销售额达到4.8亿。"),
    ("titles", "fr", "Mrs. Maria da Silva opened the meeting.", "M. Maria da Silva a ouvert la réunion.", "Mme Maria da Silva a ouvert la réunion."),
    ("titles", "es", "Mrs. Maria da Silva opened the meeting.", "El Sr. Maria da Silva abrió la reunión.", "La Sra. Maria da Silva abrió la reunión."),
    ("titles", "ru", "Mrs. Maria da Silva opened the meeting.", "Г-н Мария да Силва открыл заседание.", "Г-жа Мария да Силва открыла заседание."),
    ("titles", "zh-Hans", "Mrs. Maria da Silva opened the meeting.", "玛丽亚·达席尔瓦先生宣布会议开幕。", "玛丽亚·达席尔瓦女士宣布会议开幕。"),
    ("titles", "ar", "Mrs. Maria da Silva opened the meeting.", "افتتح السيد ماريا دا سيلفا الاجتماع.", "افتتحت السيدة ماريا دا سيلفا الاجتماع."),
    ("titles", "fr", "Mr. Li Wei opened the meeting.", "Mme Li Wei a ouvert la réunion.", "M. Li Wei a ouvert la réunion."),
    ("doubled-words", "zh-Hans", "It supports universities, natural persons and non-profit organizations.", "它支持大学、自然人和非营利组织、大学、自然人和非营利组织。", "它支持大学、自然人和非营利组织。"),
    ("doubled-words", "zh-Hans", "There are three competitors.", "有三名竞争对手的三名竞争对手。", "有三名竞争对手。"),
    ("doubled-words", "zh-Hans", "The parties ratified the treaty.", "各方批准了条约条约。", "各方批准了条约。"),
    ("doubled-words", "fr", "The region grows.", "La région de la région croît.", "La région croît."),
    ("small-words", "fr", "The offices belong to the network.", "Les offices appartiennent à le réseau.", "Les offices appartiennent au réseau."),
    ("small-words", "fr", "Dogs are not allowed.", "Les ne sont pas autorisés.", "Les chiens ne sont pas autorisés."),
    ("small-words", "fr", "A new office opens.", "Un une nouvelle agence ouvre.", "Une nouvelle agence ouvre."),
    ("small-words", "fr", "The end of the period.", "La fin de les délais.", "La fin des délais."),
    ("small-words", "es", "The director of the office.", "El director de el instituto.", "El director del instituto."),
    ("doubled-words", "zh-Hans", "CNIPA published it.", "国家知识产权局局公布了它。", "国家知识产权局局长公布了它。"),
    ("doubled-words", "ru", "It covers 31% of the market.", "Это 31 % процентов рынка.", "Это 31 % рынка."),
    ("doubled-words", "ar", "It covers 31% of the market.", "يغطي 31% في المائة من السوق.", "يغطي 31% من السوق."),
    ("broken-characters", "ar", "The treaty is international.", "المعاهدةه دولية.", "المعاهدة دولية."),
    ("broken-characters", "ar", "The high quality.", "الجودة العاليةية.", "الجودة العالية."),
    ("opposites", "fr", "The decision is not final.", "La décision est définitive.", "La décision n'est pas définitive."),
    ("lost-negation", "zh-Hans", "It belongs to no single company.", "它属于单一公司。", "它不属于任何一家公司。"),
    ("lost-negation", "fr", "The rate hardly changed.", "Le taux a été modifié.", "Le taux n'a guère changé."),
    ("lost-negation", "zh-Hans", "If you have received no confirmation, write to us.", "如果收到任何确认，请写信给我们。", "如果没有收到确认，请写信给我们。"),
    ("lost-negation", "fr", "Two of the five members abstained.", "Deux des cinq membres s'est arrêté.", "Deux des cinq membres se sont abstenus."),
    ("lost-negation", "ar", "Two of the five members abstained.", "تصلان من خمسة أعضاء.", "امتنع اثنان من الأعضاء الخمسة عن التصويت."),
    ("invented-units", "ru", "Grants fell from 412 in 2019 to 388 in 2020.", "Гранты упали с 412 в 2019 году до 388 году в 2020 году.", "Число выданных патентов снизилось с 412 в 2019 году до 388 в 2020 году."),
    ("exceptions", "fr", "Use is not permitted unless the office agrees.", "L'utilisation n'est pas permise si l'office est d'accord.", "L'utilisation n'est pas permise, sauf si l'office est d'accord."),
    ("exceptions", "fr", "The licensee shall not assign this agreement without consent.", "Le preneur peut céder le présent accord sans consentement.", "Le preneur ne peut céder le présent accord sans consentement."),
    ("exceptions", "ar", "Customs do not act without a request.", "تتصرف الجمارك دون طلب.", "لا تتصرف الجمارك دون طلب."),
    ("exceptions", "zh-Hans", "You may not assign it without consent.", "你可以未经同意转让。", "未经同意不得转让。"),
    ("exceptions", "ru", "Goods may not be sold without a licence.", "Товары могут продаваться без лицензии.", "Товары нельзя продавать без лицензии."),
    ("exceptions", "es", "No fee is due unless you appeal.", "No se debe ninguna tasa si usted recurre.", "No se debe ninguna tasa, a menos que usted recurra."),
    ("exceptions", "ru", "Use is not permitted unless the office agrees.", "Использование не допускается, если ведомство согласно.", "Использование не допускается, если только ведомство не согласно."),
    ("exceptions", "zh-Hans", "Use is not permitted unless the office agrees.", "如果局同意，则不得使用。", "除非局同意，否则不得使用。"),
    ("opposites", "fr", "Apply before 1 May.", "Déposez la demande après le 1er mai.", "Déposez la demande avant le 1er mai."),
    ("opposites", "es", "The fee changes after March 2027.", "La tasa cambia antes de marzo de 2027.", "La tasa cambia después de marzo de 2027."),
    ("opposites", "ru", "Apply before 1 May.", "Подайте заявку после 1 мая.", "Подайте заявку до 1 мая."),
    ("opposites", "zh-Hans", "Apply before 1 May.", "请在5月1日之后申请。", "请在5月1日之前申请。"),
    ("opposites", "ar", "Apply before 1 May.", "قدم الطلب بعد 1 مايو.", "قدم الطلب قبل 1 مايو."),
    ("limits", "zh-Hans", "It has fewer than 250 employees and not more than €50 million.", "其员工超过250名，营业额不超过5000万欧元。", "其员工少于250名，营业额不超过5000万欧元。"),
    ("limits", "fr", "It has fewer than 250 employees and not more than €50 million.", "Elle compte moins de 250 salariés et plus de 50 millions d’euros.", "Elle compte moins de 250 salariés et pas plus de 50 millions d’euros."),
    ("limits", "ru", "More than 40 offices and at most 12 firms took part.", "Участвовали менее 40 ведомств и не более 12 фирм.", "Участвовали более 40 ведомств и не более 12 фирм."),
    ("opposites", "ru", "Fees are due at the end of each year.", "Пошлины уплачиваются в начале каждого года.", "Пошлины уплачиваются в конце каждого года."),
    ("opposites", "zh-Hans", "The office is closed on Monday.", "本局周一开放。", "本局周一不开放。"),
    ("opposites", "fr", "The desk stays open.", "Le guichet reste fermé.", "Le guichet reste ouvert."),
    ("opposites", "zh-Hans", "Papers handed in after 3 p.m. count for the next day.", "下午3点以前提交的文件次日计算。", "下午3点以后提交的文件次日计算。"),
    ("opposites", "es", "Next year the fair moves.", "El año pasado se traslada la feria.", "El año que viene se traslada la feria."),
    ("opposites", "fr", "The fair moves next year.", "La foire déménage l’année dernière.", "La foire déménage l’an prochain."),
    ("opposites", "zh-Hans", "The talks resume next week.", "会谈上周恢复。", "会谈将于下周恢复。"),
    ("opposites", "ru", "The fee fell last year.", "В следующем году пошлина снизилась.", "В прошлом году пошлина снизилась."),
    ("opposites", "ru", "Fewer than one in ten owns a mark.", "Не менее одного из десяти имеет знак.", "Менее одного из десяти имеет знак."),
    ("opposites", "zh-Hans", "Fewer than one in ten owns a mark.", "至少十分之一的人拥有商标。", "不到十分之一的人拥有商标。"),
    ("opposites", "ar", "Fewer than half of the savers were paid.", "حصل أكثر من نصف المدخرين على أموالهم.", "لم يحصل أكثر من نصف المدخرين على أموالهم."),
    ("opposites", "zh-Hans", "Applicants will be able to pay online from March 1.", "申请人将在3月1日前在线缴费。", "自3月1日起，申请人可在线缴费。"),
    ("opposites", "fr", "Everyone can pay online from 1 March 2027.", "Tous pourront payer en ligne avant le 1er mars 2027.", "Tous pourront payer en ligne à partir du 1er mars 2027."),
    ("opposites", "fr", "Fees paid on or before 31 December stand from 1 January.", "Les taxes payées après le 31 décembre restent dues à compter du 1er janvier.", "Les taxes payées au plus tard le 31 décembre restent dues à compter du 1er janvier."),
    ("opposites", "fr", "More than 40 offices joined.", "Moins de 40 offices ont adhéré.", "Plus de 40 offices ont adhéré."),
    ("opposites", "zh-Hans", "More than 40 offices joined.", "不到40个局加入。", "40多个局加入。"),
    ("opposites", "ar", "Fewer than 40 offices joined.", "انضم أكثر من 40 مكتبا.", "انضم أقل من 40 مكتبا."),
    ("opposites", "es", "Imports of steel fell.", "Cayeron las exportaciones de acero.", "Cayeron las importaciones de acero."),
    ("opposites", "ru", "Imports of steel fell.", "Экспорт стали упал.", "Импорт стали упал."),
    ("opposites", "fr", "The board approved the plan.", "La chambre a rejeté le plan.", "La chambre a approuvé le plan."),
    ("opposites", "es", "The board rejected the appeal.", "La sala aceptó el recurso.", "La sala desestimó el recurso."),
    ("opposites", "ru", "The board rejected the appeal.", "Совет принял апелляцию.", "Совет отклонил апелляцию."),
    ("opposites", "zh-Hans", "The board approved the plan.", "委员会驳回了该计划。", "委员会批准了该计划。"),
    ("opposites", "zh-Hans", "The licensee pays.", "许可人付款。", "被许可人付款。"),
    ("opposites", "ru", "The licensee pays.", "Лицензиар платит.", "Лицензиат платит."),
    ("opposites", "ar", "Women file more patents.", "يودع الرجال براءات أكثر.", "تودع النساء براءات أكثر."),
    ("opposites", "es", "Northern offices closed.", "Cerraron las oficinas del sur.", "Cerraron las oficinas del norte."),
    ("opposites", "fr", "The vote takes place tomorrow.", "Le vote a eu lieu hier.", "Le vote aura lieu demain."),
]  # fmt: skip
FINE = [
    # what translators write, and what may look like a fault
    ("fr", "Polling stations close at eight.", "Les bureaux de vote ferment à vingt heures."),
    ("fr", "The queue was eleven miles long.", "La file s'étirait sur dix-huit kilomètres."),
    ("ru", "It matures for eighteen months.", "Он созревает полтора года."),
    ("es", "It is its fiftieth anniversary.", "Es su cincuentenario."),
    ("ar", "Reply within twenty-four hours.", "أجب في غضون أربع وعشرين ساعة."),
    ("zh-Hans", "Water boils at 93 degrees in the city, which lies at 2,240 metres.", "该市海拔2240米，水在93度沸腾。"),
    ("ru", "They meet on 3 May and vote on 5 June.", "Голосование 5 июня, а встреча 3 мая."),
    ("fr", "Turnout fell short of the required 50%.", "La participation n'a pas atteint les 50 % requis."),
    ("zh-Hans", "Wages rise by 6.2% in April.", "4月起工资上调6.2%。"),
    ("fr", "Anyone may use it without payment.", "Chacun peut l'utiliser gratuitement."),
    ("zh-Hans", "Thousands remain without power.", "数千人仍断电。"),
    ("fr", "He failed to mention the fee.", "Il a omis de mentionner la taxe."),
    ("es", "One party failed to keep its promise.", "Una parte incumplió lo prometido."),
    ("ru", "They agreed to disagree.", "Стороны остались при своём мнении."),
    ("fr", "“They lied to us,” said Omar, 34.", "« Ils nous ont menti », a déclaré Omar, 34 ans."),
    ("zh-Hans", "She joined the service at 18.", "她18岁加入该部门。"),
    ("zh-Hans", "She was killed in 415.", "她于415年被杀。"),
    ("es", "The Office has trained 45 librarians.", "La Oficina ha formado a 45 librarians."),
    ("fr", "Volunteers dried 11,000 library books.", "Des bénévoles ont séché 11 000 livres de la bibliothèque."),
    ("ru", "It has some 80,000 subdivisions.", "Она содержит около 80 000 рубрик."),
    ("fr", "Dr. Nomvula Dube recalls it.", "Mme Nomvula Dube s'en souvient."),
    ("es", "Mr. Li and Mrs. Li came.", "Vinieron el Sr. y la Sra. Li."),
    ("fr", "Leave it overnight; it made the front page.", "Laissez-le une nuit ; il a fait la une."),
    ("fr", "The means to do it", "Les moyens de le faire et de les aider"),
    ("es", "The tram of Cairo runs until one.", "El tranvía de El Cairo circula hasta la una."),
    ("zh-Hans", "Hours after the claims were reported, Ronaldo, 33, denied them.", "指控报道数小时后，33岁的罗纳尔多予以否认。"),
    ("zh-Hans", "The governor of the prison was attacked.", "该监狱监狱长遭到袭击。"),
    ("fr", "Schools remain open in some U.S. states.", "Des écoles restent ouvertes dans certains États des États-Unis."),
    ("zh-Hans", "More than 550 people came.", "至少550人到场。"),
    ("ru", "Rome was not built in a day, nor was its registry.", "Рим строился не один день, как и его реестр."),
    ("zh-Hans", "The city is no longer what it was, nor is its port.", "这座城市已今非昔比，港口也是如此。"),
    ("zh-Hans", "It took eleven days to free the whale, and 40 volunteers.", "40名志愿者花了11天才解救鲸鱼。"),
    ("ru", "Exports rose by 8% in Poland and fell by 7% in Chad.", "На 8% вырос экспорт в Польше, а в Чаде упал на 7%."),
    ("fr", "Visitors came from Brazil, Chad and Egypt.", "Les visiteurs venaient d'Égypte, du Brésil et du Tchad."),
    ("es", "The law in Japan comes close to saying no; New York is still making up its mind.", "La ley de Japón casi lo niega; Nueva York aún no lo ha decidido."),
    ("zh-Hans", "Think it over, page by page.", "一页一页地考虑考虑。"),
    ("zh-Hans", "The night train rattled south; never, ever get off.", "夜班列车咣当咣当向南驶去，千万千万别下车。"),
    ("zh-Hans", "She unpicked it thread by thread.", "她一根线一根线地把它拆开。"),
    ("zh-Hans", "The delegate of Ghana spoke for the Group.", "加纳代表代表该集团发言。"),
]  # fmt: skip
MEANING = {"number-words", "swapped", "trends", "exceptions", "lost-negation", "invented-units", "titles", "doubled-words", "small-words", "opposites"}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_the_right_text_is_not(rules, fault):
    rule, locale, source, wrong, right = fault
    assert rule in rules(source, wrong, locale)
    assert rule not in rules(source, right, locale)


@pytest.mark.parametrize(("rule", "locale", "source", "wrong", "right"), FAULTS)
def test_a_draft_with_the_fault_is_suspect(rule, locale, source, wrong, right):
    kinds = {"meaning", "negation", "invented", "loop", "grammar", "lost-text", "date"}
    if rule not in {"broken-characters", "titles"}:  # of titles a draft is mended, not suspected
        assert kinds & {one.kind for one in examine(source, wrong, "en", locale)}
    assert not kinds & {one.kind for one in examine(source, right, "en", locale)}


@pytest.mark.parametrize(("locale", "source", "target"), FINE)
def test_what_translators_write_is_let_be(rules, locale, source, target):
    assert not MEANING & rules(source, target, locale)


def test_a_number_word_of_eleven_or_more_is_not_left_out(rules):
    assert "number-words" in rules("Sixteen offices joined.", "Les offices ont adhéré.", "fr")
    assert "number-words" not in rules("Sixteen offices joined.", "16 offices ont adhéré.", "fr")


def test_another_language_than_english_is_not_judged(rules):
    told = rules("Zwölf Produkte, ohne Gewähr", "Dix-huit produits", "fr", source_locale="de")
    assert not {"number-words", "exceptions"} & told


def test_what_a_draft_turned_round_is_an_error_of_its_own(judge):
    doubt = " doubt: draft is suspect: the meaning is turned round: 'except' is said nowhere"
    told = judge("All agreed", "Tous", "fr", state=State.DRAFT, comments=(doubt,))
    assert [(one.rule, one.severity) for one in told] == [("turned-round", Severity.ERROR)]


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("lacks James Whitfield", "lost-name"),
        ("lacks Monday, has mardi", "lost-name"),
        ("lacks 'at least'", "suspect"),  # a plain word, which may be said in another way
        ("James is no name", "suspect"),
    ],
)
def test_a_name_that_a_draft_lost_is_an_error(judge, said, rule):
    comment = f" doubt: draft is suspect: {said}"
    told = judge("He came.", "Il est venu.", "fr", state=State.DRAFT, comments=(comment,))
    assert [one.rule for one in told] == [rule]


def test_a_letter_of_another_script_in_a_word_is_told_once(judge):
    told = judge("The council approved it.", "Coвет утвердил его.", "ru")
    assert [one.rule for one in told] == ["homoglyphs"]


@pytest.mark.parametrize(
    ("locale", "wrong", "right"),
    [
        ("fr", "L'Allemagne a adhéré au traité.", "Le Botswana a adhéré au traité."),
        ("es", "Suecia se adhirió al tratado.", "Botsuana se adhirió al tratado."),
        ("ru", "Швеция присоединилась к договору.", "Ботсвана присоединилась к договору."),
        ("zh-Hans", "瑞典加入了该条约。", "博茨瓦纳加入了该条约。"),
        ("ar", "انضمت السويد إلى المعاهدة.", "انضمت بوتسوانا إلى المعاهدة."),
    ],
)
def test_a_country_that_became_another_is_told(rules, locale, wrong, right):
    source = "Botswana joined the treaty."
    assert "countries" in rules(source, wrong, locale)
    assert "countries" not in rules(source, right, locale)


def test_what_is_of_a_country_names_it(rules):
    source = "It sells to buyers in Japan."
    assert "countries" not in rules(source, "Elle vend à des acheteurs japonais.", "fr")
