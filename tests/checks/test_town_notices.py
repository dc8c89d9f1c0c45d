"""What a town tells its people: who may, until when, how much, how high; and the same with one word turned or lost.

Each source stands beside a right translation, with which nothing is told, and a wrong one.
"""

import pytest

TURNED = [
    # rule, source, {locale: (right, wrong)}
    ("opposites", "Groups of up to ten people may enter.", {
        "fr": ("Les groupes de dix personnes au plus peuvent entrer.", "Les groupes à partir de dix personnes peuvent entrer."),
        "es": ("Pueden entrar grupos de hasta diez personas.", "Pueden entrar grupos a partir de diez personas."),
        "ru": ("Входить могут группы до десяти человек.", "Входить могут группы от десяти человек."),
        "zh-Hans": ("最多十人的团体可以入内。", "十人以上的团体可以入内。"),
        "ar": ("يمكن دخول المجموعات التي لا يتجاوز عددها عشرة أشخاص.", "يمكن دخول المجموعات ابتداء من عشرة أشخاص."),
    }),
    ("opposites", "The vote will be held not before Monday.", {
        "fr": ("Le vote aura lieu au plus tôt lundi.", "Le vote aura lieu au plus tard lundi."),
        "es": ("La votación no se celebrará antes del lunes.", "La votación se celebrará a más tardar el lunes."),
        "ru": ("Голосование состоится не ранее понедельника.", "Голосование состоится не позднее понедельника."),
        "zh-Hans": ("投票最早于周一举行。", "投票最迟于周一举行。"),
        "ar": ("لن يجرى التصويت قبل يوم الاثنين.", "يجرى التصويت في موعد أقصاه يوم الاثنين."),
    }),
    ("opposites", "Only members may vote.", {
        "fr": ("Seuls les membres peuvent voter.", "Tous sauf les membres peuvent voter."),
        "es": ("Solo pueden votar los miembros.", "Pueden votar todos menos los miembros."),
        "ru": ("Голосовать могут только члены.", "Голосовать могут все, кроме членов."),
        "zh-Hans": ("只有成员可以投票。", "除成员外，均可投票。"),
        "ar": ("لا يجوز التصويت إلا للأعضاء.", "يجوز للجميع التصويت باستثناء الأعضاء."),
    }),
    ("lost-words", "Only members may vote.", {
        "fr": ("Nul ne peut voter s'il n'est membre.", "Les membres peuvent voter."),
        "es": ("Nadie más que los miembros puede votar.", "Los miembros pueden votar."),
        "ru": ("Никто, кроме членов, голосовать не может.", "Члены могут голосовать."),
        "zh-Hans": ("投票仅限成员。", "成员可以投票。"),
        "ar": ("التصويت للأعضاء فقط.", "يجوز للأعضاء التصويت."),
    }),
    ("opposites", "The appeal was dismissed.", {
        "fr": ("Le recours a été rejeté.", "Le recours a été accepté."),
        "es": ("El recurso fue desestimado.", "El recurso fue admitido."),
        "ru": ("Апелляция отклонена.", "Апелляция была удовлетворена."),
        "zh-Hans": ("上诉被驳回。", "上诉得到支持。"),
        "ar": ("رُفض الاستئناف.", "قُبل الاستئناف."),
    }),
    ("opposites", "The court dismissed the appeal.", {
        "fr": ("La cour a débouté l'appelant.", "La cour a accueilli le recours."),
        "es": ("El tribunal no admitió el recurso.", "El tribunal estimó el recurso."),
        "ru": ("Суд отказал в апелляции.", "Суд удовлетворил апелляцию."),
        "zh-Hans": ("法院未支持上诉。", "法院受理了上诉。"),
        "ar": ("ردت المحكمة الاستئناف.", "قبلت المحكمة الاستئناف."),
    }),
    ("opposites", "The dam lies 20 km upstream.", {
        "fr": ("Le barrage se trouve à 20 km en amont.", "Le barrage se trouve à 20 km en aval."),
        "es": ("La presa está a 20 km río arriba.", "La presa está a 20 km río abajo."),
        "ru": ("Плотина находится в 20 км выше по течению.", "Плотина находится в 20 км ниже по течению."),
        "zh-Hans": ("大坝位于上游20公里处。", "大坝位于下游20公里处。"),
        "ar": ("يقع السد على بعد 20 كم باتجاه المنبع.", "يقع السد على بعد 20 كم باتجاه المصب."),
    }),
    ("opposites", "The plant is downstream of the town.", {
        "fr": ("L'usine est en aval de la ville.", "L'usine est en amont de la ville."),
        "es": ("La planta está aguas abajo de la ciudad.", "La planta está aguas arriba de la ciudad."),
        "ru": ("Завод стоит ниже города по течению.", "Завод стоит выше города по течению."),
        "zh-Hans": ("工厂在城镇下游。", "工厂在城镇上游。"),
        "ar": ("يقع المصنع أسفل النهر من المدينة.", "يقع المصنع أعلى النهر من المدينة."),
    }),
    ("exceptions", "Late claims are not accepted except in cases of illness.", {
        "fr": ("Les demandes tardives ne sont acceptées qu'en cas de maladie.", "Les demandes tardives ne sont pas acceptées en cas de maladie."),
        "es": ("Las solicitudes tardías no se aceptan, salvo en caso de enfermedad.", "Las solicitudes tardías no se aceptan en caso de enfermedad."),
        "ru": ("Запоздалые заявки принимаются только в случае болезни.", "Запоздалые заявки не принимаются в случае болезни."),
        "zh-Hans": ("除因病外，逾期申请不予受理。", "因病逾期的申请不予受理。"),
        "ar": ("لا تقبل الطلبات المتأخرة إلا في حالة المرض.", "لا تقبل الطلبات المتأخرة في حالة المرض."),
    }),
    ("opposites", "Late claims are not accepted except in cases of illness.", {
        "fr": ("Sauf maladie, les demandes tardives ne sont pas acceptées.", "Les demandes tardives ne sont pas acceptées, même en cas de maladie."),
        "es": ("Solo en caso de enfermedad se aceptan solicitudes tardías.", "Las solicitudes tardías no se aceptan ni siquiera en caso de enfermedad."),
        "ru": ("Запоздалые заявки не принимаются, кроме случаев болезни.", "Запоздалые заявки не принимаются даже в случае болезни."),
        "zh-Hans": ("只有因病，逾期申请才予受理。", "即使因病，逾期申请也不予受理。"),
        "ar": ("لا تقبل الطلبات المتأخرة باستثناء حالات المرض.", "لا تقبل الطلبات المتأخرة حتى في حالة المرض."),
    }),
    ("opposites", "Give it to babies under six months.", {
        "fr": ("Donnez-le aux bébés de moins de six mois.", "Donnez-le aux bébés de plus de six mois."),
        "es": ("Déselo a los bebés menores de seis meses.", "Déselo a los bebés mayores de seis meses."),
        "ru": ("Давайте его детям младше шести месяцев.", "Давайте его детям старше шести месяцев."),
        "zh-Hans": ("给不满六个月的婴儿服用。", "给六个月以上的婴儿服用。"),
        "ar": ("أعطه للرضع دون ستة أشهر.", "أعطه للرضع الذين تزيد أعمارهم على ستة أشهر."),
    }),
    ("opposites", "The river is 1.5 m above its normal level.", {
        "fr": ("La rivière dépasse de 1,5 m son niveau normal.", "La rivière est à 1,5 m en dessous de son niveau normal."),
        "es": ("El río está 1,5 m por encima de su nivel normal.", "El río está 1,5 m por debajo de su nivel normal."),
        "ru": ("Река на 1,5 м выше обычного уровня.", "Река на 1,5 м ниже обычного уровня."),
        "zh-Hans": ("河水比正常水位高1.5米。", "河水比正常水位低1.5米。"),
        "ar": ("النهر أعلى من مستواه المعتاد بمقدار 1.5 متر.", "النهر أدنى من مستواه المعتاد بمقدار 1.5 متر."),
    }),
    ("opposites", "The lake is 12 metres below its normal level.", {
        "fr": ("Le lac est à 12 mètres en dessous de son niveau normal.", "Le lac est à 12 mètres au-dessus de son niveau normal."),
        "es": ("El lago está 12 metros por debajo de su nivel normal.", "El lago está 12 metros por encima de su nivel normal."),
        "ru": ("Озеро на 12 метров ниже обычного уровня.", "Озеро на 12 метров выше обычного уровня."),
        "zh-Hans": ("湖水比正常水位低12米。", "湖水比正常水位高12米。"),
        "ar": ("البحيرة أدنى من مستواها المعتاد بمقدار 12 مترا.", "البحيرة أعلى من مستواها المعتاد بمقدار 12 مترا."),
    }),
    ("numbers", "Store at ≤ 5 °C.", {
        "fr": ("À conserver à ≤ 5 °C.", "À conserver à ≥ 5 °C."),
        "es": ("Conservar a 5 °C o menos.", "Conservar a >= 5 °C."),
        "ru": ("Хранить при температуре ≤ 5 °C.", "Хранить при температуре ≥ 5 °C."),
        "zh-Hans": ("在5 °C或以下储存。", "在≥5 °C下储存。"),
        "ar": ("يحفظ عند درجة حرارة ≤ 5 °C.", "يحفظ عند درجة حرارة ≥ 5 °C."),
    }),
    ("opposites", "Breakfast is included.", {
        "fr": ("Le petit-déjeuner est compris.", "Le petit-déjeuner est exclu."),
        "es": ("El desayuno está incluido.", "El desayuno está excluido."),
        "ru": ("Завтрак включён.", "Завтрак исключён."),
        "zh-Hans": ("含早餐。", "早餐除外。"),
        "ar": ("يشمل السعر الإفطار.", "الإفطار مستثنى."),
    }),
    ("opposites", "Ministers want prices to fall.", {
        "fr": ("Les ministres veulent que les prix baissent.", "Les ministres veulent que les prix augmentent."),
        "es": ("Los ministros quieren que bajen los precios.", "Los ministros quieren que suban los precios."),
        "ru": ("Министры хотят, чтобы цены снизились.", "Министры хотят, чтобы цены выросли."),
        "zh-Hans": ("部长们希望价格下降。", "部长们希望价格上涨。"),
        "ar": ("يريد الوزراء أن تنخفض الأسعار.", "يريد الوزراء أن ترتفع الأسعار."),
    }),
    ("opposites", "Rents fall in the capital.", {
        "fr": ("Les loyers reculent dans la capitale.", "Les loyers augmentent dans la capitale."),
        "es": ("Que baje el alquiler en la capital.", "Que suba el alquiler en la capital."),
        "ru": ("Аренда в столице дешевеет.", "Аренда в столице растёт."),
        "zh-Hans": ("首都房租下跌。", "首都房租上涨。"),
        "ar": ("تنخفض الإيجارات في العاصمة.", "ترتفع الإيجارات في العاصمة."),
    }),
    ("opposites", "Exports have risen sharply.", {
        "fr": ("Les exportations ont fortement progressé.", "Les exportations ont fortement reculé."),
        "es": ("Las exportaciones han crecido con fuerza.", "Las exportaciones han caído con fuerza."),
        "ru": ("Экспорт резко вырос.", "Экспорт резко сократился."),
        "zh-Hans": ("出口大幅增长。", "出口急剧下降。"),
        "ar": ("زادت الصادرات زيادة كبيرة.", "انخفضت الصادرات بشدة."),
    }),
    ("lost-words", "The test is free of charge.", {
        "fr": ("Le test ne coûte rien.", "Le test est proposé."),
        "es": ("La prueba es gratuita.", "La prueba está disponible."),
        "ru": ("Тест бесплатный.", "Тест предлагается."),
        "zh-Hans": ("检测免费。", "提供检测。"),
        "ar": ("الاختبار مجاني.", "الاختبار متاح."),
    }),
    ("opposites", "This water must not be given to babies.", {
        "fr": ("Il est interdit de donner cette eau aux bébés.", "Il n'est pas interdit de donner cette eau aux bébés."),
        "es": ("Está prohibido dar esta agua a los bebés.", "No está prohibido dar esta agua a los bebés."),
        "ru": ("Эту воду запрещено давать младенцам.", "Эту воду не запрещено давать младенцам."),
        "zh-Hans": ("禁止给婴儿喝这种水。", "不禁止给婴儿喝这种水。"),
        "ar": ("يحظر إعطاء هذا الماء للرضع.", "ليس من المحظور إعطاء هذا الماء للرضع."),
    }),
    ("opposites", "The fee must not be higher than the limit.", {
        "fr": ("La taxe ne doit pas dépasser la limite.", "La taxe doit être supérieure à la limite."),
        "es": ("La tasa no puede ser superior al límite.", "La tasa debe superar el límite."),
        "ru": ("Сбор не должен превышать предел.", "Сбор должен превышать предел."),
        "zh-Hans": ("费用不得高于限额。", "费用必须高于限额。"),
        "ar": ("يجب ألا يتجاوز الرسم الحد.", "يجب أن يتجاوز الرسم الحد."),
    }),
    ("opposites", "The reserve may not be lower than the deposits.", {
        "fr": ("La réserve ne peut pas être inférieure aux dépôts.", "La réserve doit être inférieure aux dépôts."),
        "es": ("La reserva no puede ser inferior a los depósitos.", "La reserva puede ser inferior a los depósitos."),
        "ru": ("Резерв не может быть ниже вкладов.", "Резерв должен быть ниже вкладов."),
        "zh-Hans": ("准备金不得低于存款。", "准备金可以低于存款。"),
        "ar": ("لا يجوز أن يقل الاحتياطي عن الودائع.", "يجوز أن يقل الاحتياطي عن الودائع."),
    }),
    ("opposites", "They worked there for five years.", {
        "fr": ("Ils y ont travaillé cinq ans.", "Ils y ont travaillé pendant des années."),
        "es": ("Trabajaron allí durante cinco años.", "Trabajaron allí durante años."),
        "ru": ("Они работали там пять лет.", "Они работали там много лет."),
        "zh-Hans": ("他们在那里工作了五年。", "他们在那里工作多年。"),
        "ar": ("عملوا هناك خمس سنوات.", "عملوا هناك لسنوات."),
    }),
    ("opposites", "Loans of up to five years are possible.", {
        "fr": ("Des prêts de cinq ans au plus sont possibles.", "Des prêts d'au moins cinq ans sont possibles."),
        "es": ("Son posibles préstamos de hasta cinco años.", "Son posibles préstamos de al menos cinco años."),
        "ru": ("Возможны кредиты на срок до пяти лет.", "Возможны кредиты не менее чем на пять лет."),
        "zh-Hans": ("可提供最长五年的贷款。", "可提供至少五年的贷款。"),
        "ar": ("تتاح قروض لا تتجاوز مدتها خمس سنوات.", "تتاح قروض لا تقل مدتها عن خمس سنوات."),
    }),
    ("opposites", "The road will not reopen before June.", {
        "fr": ("La route ne rouvrira pas avant juin.", "La route rouvrira au plus tard en juin."),
        "es": ("La carretera no se reabrirá antes de junio.", "La carretera se reabrirá a más tardar en junio."),
        "ru": ("Дорога откроется не раньше июня.", "Дорога откроется не позднее июня."),
        "zh-Hans": ("道路最早于六月重新开放。", "道路最迟于六月重新开放。"),
        "ar": ("لن يعاد فتح الطريق قبل يونيو.", "سيعاد فتح الطريق في موعد أقصاه يونيو."),
    }),
    ("lost-words", "The licence is only valid in France.", {
        "fr": ("La licence n'est valable qu'en France.", "La licence est valable en France."),
        "es": ("La licencia solo es válida en Francia.", "La licencia es válida en Francia."),
        "ru": ("Лицензия действует только во Франции.", "Лицензия действует во Франции."),
        "zh-Hans": ("许可证仅在法国有效。", "许可证在法国有效。"),
        "ar": ("الرخصة صالحة في فرنسا فقط.", "الرخصة صالحة في فرنسا."),
    }),
    ("lost-negation", "Residents pay no fee.", {
        "fr": ("Les résidents ne paient pas de taxe.", "Les résidents paient une taxe."),
        "es": ("Los residentes están exentos de la tasa.", "Los residentes pagan una tasa."),
        "ru": ("Жители не платят сбора.", "Жители платят сбор."),
        "zh-Hans": ("居民免费。", "居民须缴费。"),
        "ar": ("لا يدفع السكان رسما.", "يدفع السكان رسما."),
    }),
    ("lost-negation", "You need no permit to fish here.", {
        "fr": ("Aucun permis n'est nécessaire pour pêcher ici.", "Vous avez besoin d'un permis pour pêcher ici."),
        "es": ("No necesita permiso para pescar aquí.", "Necesita un permiso para pescar aquí."),
        "ru": ("Для рыбалки здесь разрешение не нужно.", "Для рыбалки здесь нужно разрешение."),
        "zh-Hans": ("在此钓鱼无需许可证。", "在此钓鱼需要许可证。"),
        "ar": ("لا تحتاج إلى تصريح للصيد هنا.", "تحتاج إلى تصريح للصيد هنا."),
    }),
    ("opposites", "The appeal was allowed.", {
        "fr": ("L'appel a été accueilli.", "Le recours a été rejeté."),
        "es": ("El recurso fue estimado.", "El recurso fue desestimado."),
        "ru": ("Апелляция удовлетворена.", "Апелляция отклонена."),
        "zh-Hans": ("上诉获得支持。", "上诉被驳回。"),
        "ar": ("قُبل الاستئناف.", "رُفض الاستئناف."),
    }),
    ("exceptions", "Shops are closed except on Fridays.", {
        "fr": ("Les magasins n'ouvrent que le vendredi.", "Les magasins sont fermés le vendredi."),
        "es": ("Las tiendas cierran todos los días menos los viernes.", "Las tiendas cierran los viernes."),
        "ru": ("Магазины открыты только по пятницам.", "Магазины закрыты по пятницам."),
        "zh-Hans": ("商店除周五外均关门。", "商店周五关门。"),
        "ar": ("تغلق المحلات كل الأيام ما عدا الجمعة.", "تغلق المحلات أيام الجمعة خلال العام."),
    }),
    ("opposites", "Children older than six months may be vaccinated.", {
        "fr": ("Les enfants de plus de six mois peuvent être vaccinés.", "Les enfants de moins de six mois peuvent être vaccinés."),
        "es": ("Los niños mayores de seis meses pueden vacunarse.", "Los niños menores de seis meses pueden vacunarse."),
        "ru": ("Детей старше шести месяцев можно прививать.", "Детей младше шести месяцев можно прививать."),
        "zh-Hans": ("六个月以上的儿童可以接种。", "六个月以下的儿童可以接种。"),
        "ar": ("يمكن تطعيم الأطفال فوق ستة أشهر.", "يمكن تطعيم الأطفال دون ستة أشهر."),
    }),
    ("opposites", "The temperature is two degrees above average.", {
        "fr": ("La température dépasse de deux degrés la moyenne.", "La température est de deux degrés inférieure à la moyenne."),
        "es": ("La temperatura supera en dos grados la media.", "La temperatura está dos grados por debajo de la media."),
        "ru": ("Температура на два градуса выше средней.", "Температура на два градуса ниже средней."),
        "zh-Hans": ("气温比平均高两度。", "气温比平均低两度。"),
        "ar": ("الحرارة أعلى من المتوسط بدرجتين.", "الحرارة أقل من المتوسط بدرجتين."),
    }),
    ("opposites", "Drink two litres a day.", {
        "fr": ("Buvez deux litres par jour.", "Buvez deux litres par mois."),
        "es": ("Beba dos litros diarios.", "Beba dos litros al mes."),
        "ru": ("Пейте два литра в сутки.", "Пейте два литра в месяц."),
        "zh-Hans": ("每天喝两升。", "每月喝两升。"),
        "ar": ("اشرب لترين يوميا.", "اشرب لترين في الشهر."),
    }),
    ("opposites", "Members pay a monthly fee.", {
        "fr": ("Les membres paient une cotisation mensuelle.", "Les membres paient une cotisation annuelle."),
        "es": ("Los miembros pagan una cuota mensual.", "Los miembros pagan una cuota anual."),
        "ru": ("Члены платят ежемесячный взнос.", "Члены платят ежегодный взнос."),
        "zh-Hans": ("会员按月缴费。", "会员每年缴费。"),
        "ar": ("يدفع الأعضاء رسما شهريا.", "يدفع الأعضاء رسما سنويا."),
    }),
    ("opposites", "Prices include tax.", {
        "fr": ("Les prix s'entendent taxes comprises.", "Les prix excluent les taxes."),
        "es": ("Los precios incluyen los impuestos.", "Los precios excluyen los impuestos."),
        "ru": ("Цены указаны с учётом налога.", "Цены указаны без налога."),
        "zh-Hans": ("价格含税。", "价格不含税。"),
        "ar": ("تشمل الأسعار الضريبة.", "الأسعار لا تشمل الضريبة."),
    }),
    ("opposites", "Delivery is excluded.", {
        "fr": ("La livraison n'est pas comprise.", "La livraison est comprise."),
        "es": ("El envío no está incluido.", "El envío está incluido."),
        "ru": ("Доставка не входит в цену.", "Доставка включена."),
        "zh-Hans": ("不含运费。", "含运费。"),
        "ar": ("التوصيل غير مشمول.", "التوصيل مشمول."),
    }),
    ("opposites", "It took two years to build.", {
        "fr": ("Il a fallu deux ans pour le construire.", "Il a fallu des années pour le construire."),
        "es": ("Se tardó dos años en construirlo.", "Se tardó años en construirlo."),
        "ru": ("На постройку ушло два года.", "На постройку ушли годы."),
        "zh-Hans": ("建造花了两年。", "建造花了多年时间。"),
        "ar": ("استغرق بناؤه سنتين.", "استغرق بناؤه سنوات."),
    }),
]  # fmt: skip
OTHERWISE = [
    # source, {locale: the same in other words}
    ("The office replies within two days.", {
        "fr": "L'office répond dans les quarante-huit heures.",
        "es": "La oficina responde en 48 horas.",
        "ru": "Ведомство отвечает в течение сорока восьми часов.",
        "zh-Hans": "主管局在四十八小时内答复。",
        "ar": "يرد المكتب في غضون ثمان وأربعين ساعة.",
    }),
    ("The link expires in 60 days.", {
        "fr": "Le lien expire au bout de 60 jours.",
        "es": "El enlace vence a los 60 días.",
        "ru": "Ссылка перестанет действовать через 60 дней.",
        "zh-Hans": "链接60天后失效。",
        "ar": "تنتهي صلاحية الرابط بعد 60 يوما.",
    }),
    ("Do not drink the water until it has been boiled.", {
        "fr": "Attendez que l'eau ait bouilli avant de la boire.",
        "es": "Espere a que el agua hierva antes de beberla.",
        "ru": "Прежде чем пить воду, дождитесь, пока она закипит.",
        "zh-Hans": "水烧开后再喝。",
        "ar": "انتظر حتى تغلي المياه قبل شربها.",
    }),
    ("No claim may be brought later than five years after the sale.", {
        "fr": "L'action se prescrit par cinq ans à compter de la vente.",
        "es": "La acción prescribe a los cinco años de la venta.",
        "ru": "Срок исковой давности составляет пять лет со дня продажи.",
        "zh-Hans": "诉讼时效为自出售之日起五年。",
        "ar": "تتقادم الدعوى بمضي خمس سنوات على البيع.",
    }),
    ("Take one tablet every six hours.", {
        "fr": "Prenez un comprimé quatre fois par jour.",
        "es": "Tome un comprimido cuatro veces al día.",
        "ru": "Принимайте по одной таблетке четыре раза в день.",
        "zh-Hans": "每日服四次，每次一片。",
        "ar": "تناول قرصًا واحدًا أربع مرات في اليوم.",
    }),
    ("Payment is forbidden on Mondays but not on Fridays.", {
        "zh-Hans": "周一禁止付款，周五则不禁止。",
    }),
]  # fmt: skip
STILL = [
    # rule, locale, source, wrong: beside the right ways of saying it
    ("number-words", "fr", "Take one tablet every six hours.", "Prenez un comprimé trois fois par jour."),
    ("durations", "fr", "The office replies within two days.", "L'office répond dans les vingt-quatre heures."),
    ("prohibitions", "fr", "Do not drink the water until it has been boiled.", "Buvez l'eau jusqu'à ce qu'elle bouille."),
    ("prohibitions", "zh-Hans", "Do not drink the water until it has been boiled.", "喝水直到烧开。"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "source", "right"),
    [
        *((locale, source, pair[0]) for _, source, by in TURNED for locale, pair in by.items()),
        *((locale, source, right) for source, by in OTHERWISE for locale, right in by.items()),
    ],
)
def test_the_same_in_any_words_is_let_be(rules, locale, source, right):
    assert not rules(source, right, locale)


@pytest.mark.parametrize(
    ("rule", "locale", "source", "wrong"),
    [
        *((rule, locale, source, pair[1]) for rule, source, by in TURNED for locale, pair in by.items()),
        *STILL,
    ],
)  # fmt: skip
def test_one_word_turned_or_lost_is_told(rules, rule, locale, source, wrong):
    assert rule in rules(source, wrong, locale)
