"""A short word behind a number beside a currency is a multiple: CHF 24.9m, €2 mn, $5k, 3 M€."""

import pytest

RIGHT = [
    ("fr", "The profit was CHF 24.9m.", "Le bénéfice était de 24,9 millions CHF."),
    ("fr", "The profit was CHF 24.9m.", "Le bénéfice était de 24,9 M CHF."),
    ("fr", "The profit was CHF 24.9m.", "Le bénéfice était de 24,9 MCHF."),
    ("fr", "It cost $3bn.", "Il a coûté 3 milliards de dollars."),
    ("fr", "It cost $3bn.", "Il a coûté 3 Md$."),
    ("fr", "It cost €2 mn.", "Il a coûté 2 M€."),
    ("fr", "It cost €2 mn.", "Il a coûté 2 mio. €."),
    ("fr", "It cost €2m.", "Il a coûté 2 millions d’euros."),
    ("fr", "It cost US$5k.", "Il a coûté 5 000 dollars."),
    ("fr", "It cost EUR 5k.", "Il a coûté 5 k€."),
    ("fr", "It cost 24.9m francs.", "Il a coûté 24,9 millions de francs."),
    ("fr", "It cost 24.9m Swiss francs.", "Il a coûté 24,9 millions de francs suisses."),
    ("fr", "It cost 5k euros.", "Il a coûté 5000 euros."),
    ("fr", "It cost MUSD 5.", "Il a coûté 5 millions de dollars."),
    ("fr", "It cost USD 5M.", "Il a coûté 5 millions de dollars."),
    ("fr", "It cost $1.2tn.", "Il a coûté 1200 milliards de dollars."),
    ("fr", "It cost USD 5 Mio.", "Il a coûté 5 millions USD."),
    ("es", "It cost $3bn.", "Costó 3.000 millones de dólares."),
    ("es", "It cost $3bn.", "Costó 3.000 M$."),
    ("es", "It cost CHF 24.9m.", "Costó 24,9 M CHF."),
    ("es", "It cost CHF 24.9m.", "Costó CHF 24,9 millones."),
    ("es", "It cost CHF 24.9m.", "Costó CHF 24,9 mill."),
    ("es", "It cost $5k.", "Costó 5 mil dólares."),
    ("es", "It cost $1.2tn.", "Costó 1,2 billones de dólares."),
    ("ru", "It cost $3bn.", "Это стоило 3 млрд долларов."),
    ("ru", "It cost CHF 24.9m.", "Это стоило 24,9 млн швейцарских франков."),
    ("ru", "It cost $1.2tn.", "Это стоило 1,2 трлн долл. США."),
    ("ru", "It cost $5k.", "Это стоило 5 тыс. долл."),
    ("zh-Hans", "It cost $3bn.", "花费30亿美元。"),
    ("zh-Hans", "It cost CHF 24.9m.", "花费2490万瑞士法郎。"),
    ("zh-Hans", "It cost $5k.", "花费5000美元。"),
    ("zh-Hans", "It cost $1.2tn.", "花费1.2万亿美元。"),
    ("ar", "It cost CHF 24.9m.", "بلغت الكلفة 24.9 مليون فرنك سويسري."),
    ("ar", "It cost $3bn.", "بلغت الكلفة 3 مليارات دولار."),
    ("ar", "It cost $5k.", "بلغت الكلفة 5 آلاف دولار."),
    ("ar", "It cost $1.2tn.", "بلغت الكلفة 1.2 تريليون دولار."),
    ("de", "It cost CHF 24.9m.", "Es kostete CHF 24,9 Mio."),
    ("de", "It cost $3bn.", "Es kostete 3 Mrd. Dollar."),
    ("fr", "Revenue of £12.5m to £13m.", "Des recettes de 12,5 à 13 millions de livres."),
    ("fr", "Revenue of CHF 12.5m to 13m.", "Des recettes de 12,5 à 13 millions de francs."),
    ("fr", "It is CHF 24.9m high and 5 m long.", "C’est 24,9 millions CHF et 5 m de long."),
    ("fr", "Income (CHFm 24.9) rose.", "Les recettes (24,9 millions CHF) ont augmenté."),
    ("fr", "A sum of CHF 24,900k.", "Une somme de 24 900 000 CHF."),
    ("fr", "It has US$100BN.", "Il a 100 milliards de dollars."),
    ("es", "It is a €2.4BN deal.", "Es un acuerdo de 2.400 millones de euros."),
    ("fr", "5 bn", "5 milliards"),
    ("fr", "It is worth €2–3m.", "Cela vaut 2–3 millions €."),
    ("zh-Hans", "It is worth €2–3m.", "价值€200万至300万。"),
    ("zh-Hans", "Take 5 ml.", "取5 ml。"),
    ("zh-Hans", "It has 5bn users.", "它有50亿用户。"),
    ("fr", "The risk fell (HR 0.72).", "Le risque a diminué (HR 0,72)."),
    ("fr", "It paid SDR 1.5 million.", "Il a payé 1,5 million de DTS."),
    ("fr", "A sum of CHF5m.", "Une somme de 5 millions CHF."),
    ("fr", "A sum of US$ 5 m.", "Une somme de 5 millions de dollars."),
    ("fr", "A sum of 5m CHF.", "Une somme de 5 millions CHF."),
    ("fr", "A sum of 5m€.", "Une somme de 5 millions d’euros."),
]
WRONG = [
    ("fr", "It cost CHF 24.9m.", "Il a coûté 24,9 milliards CHF."),
    ("fr", "It cost CHF 24.9m.", "Il a coûté 24,9 CHF."),
    ("fr", "It cost $3bn.", "Il a coûté 3 millions de dollars."),
    ("fr", "It cost $3bn.", "Il a coûté 3 M$."),
    ("fr", "It cost CHF 24.9m.", "Il a coûté 24,9 mètres CHF."),
    ("fr", "The wall is 24.9m long.", "Le mur a 24,9 millions."),
    ("fr", "It cost $5k.", "Il a coûté 5 dollars."),
    ("fr", "It cost $5k.", "Il a coûté 5 M$."),
    ("ru", "It cost CHF 24.9m.", "Это стоило 24,9 млрд швейцарских франков."),
    ("es", "It cost $1.2tn.", "Costó 1,2 mil millones de dólares."),
    ("zh-Hans", "It cost CHF 24.9m.", "花费24.9万瑞士法郎。"),
    ("ar", "It cost CHF 24.9m.", "بلغت الكلفة 24.9 مليار فرنك سويسري."),
    ("de", "It cost CHF 24.9m.", "Es kostete CHF 24,9 Mrd."),
    ("fr", "It has US$100BN.", "Il a 100 dollars."),
    ("fr", "5 bn", "5 000 000 000 bn"),
    ("fr", "The risk fell (HR 0.72).", "Le risque a diminué (HR 0.72)."),
    ("es", "It paid KES 1.5 billion.", "Pagó KES 1.5 mil millones."),
]
_ABOUT = {"units", "numbers", "number-format", "currency"}


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_the_same_amount_in_other_letters(rules, locale, source, target):
    assert not _ABOUT & rules(source, target, locale)


@pytest.mark.parametrize(("locale", "source", "target"), WRONG)
def test_another_amount(rules, locale, source, target):
    assert _ABOUT & rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The hall is 24.9m long.", "La salle a 24,9 mètres de long.", "fr"),
        ("Rope costs $5 per m; take 20 m.", "La corde coûte 5 $ le m; prenez 20 m.", "fr"),
        ("A flat of 50 m² costs $900.", "Un appartement de 50 m² coûte 900 $.", "fr"),
        ("A run of 5k.", "Una carrera de 5 km.", "es"),
    ],
)
def test_metres_beside_no_currency(rules, source, target, locale):
    assert not {"units"} & rules(source, target, locale)


def test_metres_are_still_missed(rules):
    assert "units" in rules("The hall is 24.9m long.", "La salle mesure 24,9.", "fr")


_SQUARE = [
    ("zh-Hans", "It covers 400 square metres.", "占地400平方米。", "占地400平方公里。"),
    ("zh-Hans", "It covers 400 square meters.", "占地400平方米。", "占地400米。"),
    ("fr", "It covers 400 square metres.", "Il couvre 400 mètres carrés.", "Il couvre 400 mètres."),
    ("es", "It covers 60 million square metres.", "Ocupa 60 millones de metros cuadrados.", "Ocupa 60 millones de kilómetros cuadrados."),
    ("ru", "It covers 30 square kilometres.", "Он занимает 30 квадратных километров.", "Он занимает 30 километров."),
    ("ar", "It covers 400 square metres.", "تبلغ مساحتها 400 متر مربع.", "تبلغ مساحتها 400 كيلومتر مربع."),
    ("fr", "A farm of 12 acres.", "Une ferme de 12 acres.", "Une ferme de 12 hectares."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "source", "right", "wrong"), _SQUARE)
def test_areas(rules, locale, source, right, wrong):
    """A square metre is no metre and no square kilometre; converted acres are for a reviewer to accept."""
    assert "units" not in rules(source, right, locale)
    assert "units" in rules(source, wrong, locale)


_SIZES = [
    ("fr", "Give 3 to 5 mg per kg.", "Donner de 3 à 5 mg par kg.", "Donner de 3 à 5 g par kg."),
    ("es", "Take 5 mg daily.", "Tome 5 mg al día.", "Tome 5 g al día."),
    ("zh-Hans", "Take 250 mg daily.", "每日服用250毫克。", "每日服用250克。"),
    ("ru", "Inject 2 ml.", "Введите 2 мл.", "Введите 2 л."),
    ("ar", "Take 5 mg daily.", "تناول 5 ملغ يوميا.", "تناول 5 غرام يوميا."),
    ("fr", "A cable of 12 km.", "Un câble de 12 000 m.", "Un câble de 12 m."),
    ("fr", "It was 150 pg/mL.", "Elle était de 150 pg/ml.", "Elle était de 150 mg/ml."),
    ("ru", "It was 150 pg/mL.", "Было 150 пг/мл.", "Было 150 mL."),
    ("zh-Hans", "It was 5 mmol/L.", "为5毫摩尔/升。", "为5毫克。"),
    ("es", "It was 5 µg/mL in 5 mL.", "Eran 5 µg/ml en 5 ml.", "Eran 5 µg/l en 5 ml."),
    ("fr", "It was 5 mmol/L.", "Elle était de 90 mg/dL.", "Elle était de 5 mg/dL."),
]


@pytest.mark.parametrize(("locale", "source", "right", "wrong"), _SIZES)
def test_the_size_of_a_unit(rules, locale, source, right, wrong):
    """A thousandfold dose is no matter of taste; a measure that is converted has other figures."""
    assert "unit-size" not in rules(source, right, locale)
    found = rules(source, wrong, locale)
    assert "unit-size" in found
    assert "units" not in found
