"""What a machine may carry over to a changed sentence, and what it may not."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogs.build import NOW, draft_of, edit, message, messages, read, run
from tests.conftest import need
from transflow.catalogs import template
from transflow.catalogs.carry import carried

CARRIED = [
    # numbers, written as the words write them
    ("28,000 files came.", "28 000 dossiers sont arrivés.", "30,500 files came.", "fr",
     "30 500 dossiers sont arrivés."),
    ("10% of 28,000 came.", "10 % sur 28.000.", "12% of 31,000 came.", "es", "12 % sur 31.000."),
    ("It rose by 3.5 points.", "上升了3.5个点。", "It rose by 4.1 points.", "zh-Hans",
     "上升了4.1个点。"),
    ("Article 12 applies.", "تنطبق المادة ١٢.", "Article 15 applies.", "ar",
     "تنطبق المادة ١٥."),
    ("From 1 to 2 and 3.", "De 2 à 3 et 5.", "From 1 to 2 and 3.", "fr", "De 2 à 3 et 5."),
    ("Rooms 2 and 3.", "Salles 2 et 3.", "Rooms 3 and 4.", "fr", "Salles 3 et 4."),
    ("In 2023, in 2023.", "En 2023, en 2023.", "In 2024, in 2024.", "fr", "En 2024, en 2024."),
    # dates, by CLDR
    ("He left on 29 March 2024.", "Il est parti le 29 mars 2024.", "He left on 30 April 2024.", "fr",
     "Il est parti le 30 avril 2024."),
    ("He left on 29 March 2024.", "Он уехал 29 марта 2024 года.", "He left on 29 May 2024.", "ru",
     "Он уехал 29 мая 2024 года."),
    ("It is on March 29.", "活动于3月29日举行。", "It is on April 29.", "zh-Hans",
     "活动于4月29日举行。"),
    ("It opens on 1 March.", "Il ouvre le 1er mars.", "It opens on 15 March.", "fr",
     "Il ouvre le 15 mars."),
    ("It opens on 12 March.", "Il ouvre le 12 mars.", "It opens on 1 April.", "fr",
     "Il ouvre le 1er avril."),
    ("It opens on March 1, 2026.", "Il ouvre le 1er mars 2026.", "It opens on April 15, 2027.", "fr",
     "Il ouvre le 15 avril 2027."),
    ("It opens on 1 March.", "Abre el 1 de marzo.", "It opens on 15 March.", "es",
     "Abre el 15 de marzo."),
    ("It opens on 1 March.", "Откроется 1 марта.", "It opens on 15 March.", "ru",
     "Откроется 15 марта."),
    ("It runs from 3 to 5 May.", "С 3 по 5 мая.", "It runs from 10 to 12 May.", "ru", "С 10 по 12 мая."),
    ("It runs from 3 to 5 May.", "5月3日至5日。", "It runs from 10 to 12 May.", "zh-Hans", "5月10日至12日。"),
    ("It ended in March 2025.", "Закончилось в марте 2025 года.", "It ended in April 2025.", "ru",
     "Закончилось в апреле 2025 года."),
    ("It ended in May.", "Terminé en mai.", "It ended in June.", "fr", "Terminé en juin."),
    ("In August.", "Au mois d’août.", "In June.", "fr", "Au mois de juin."),
    ("In June 2024.", "Au début de juin 2024.", "In October 2024.", "fr", "Au début d’octobre 2024."),
    ("On 29 December.", "في 29 كانون الأول/ديسمبر.", "On 30 January.", "ar", "في 30 كانون الثاني/يناير."),
    # a day of the week moves with its date
    ("Due on Tuesday, 5 May.", "À rendre le mardi 5 mai.", "Due on Wednesday, 6 May.", "fr",
     "À rendre le mercredi 6 mai."),
    ("Due on Tuesday, 5 May.", "截止日期为5月5日星期二。", "Due on Sunday, 10 May.", "zh-Hans",
     "截止日期为5月10日星期日。"),
    ("On Tuesday, 5 May.", "Во вторник, 5 мая.", "On Wednesday, 6 May.", "ru", "В среду, 6 мая."),
    ("Until Wednesday.", "До среды.", "Until Friday.", "ru", "До пятницы."),
    ("On Tuesday, 5 May.", "الثلاثاء 5 مايو.", "On Wednesday, 6 May.", "ar", "الأربعاء 6 مايو."),
    # hours of the day
    ("Closed after 4 p.m. today.", "Fermé après 16 h aujourd’hui.", "Closed after 3 p.m. today.", "fr",
     "Fermé après 15 h aujourd’hui."),
    ("It opens at 8:30 a.m.", "Откроется в 8:30.", "It opens at 9:15 a.m.", "ru",
     "Откроется в 9:15."),
    ("It opens at 9:00 am.", "Abre a las 09:00.", "It opens at 2:30 pm.", "es",
     "Abre a las 14:30."),
    ("It ends at 12 p.m.", "12时结束。", "It ends at 1 p.m.", "zh-Hans", "13时结束。"),
    ("It opens at 4 p.m.", "下午4时开放。", "It opens at 3 p.m.", "zh-Hans", "下午3时开放。"),
    ("It leaves at 17:45.", "Sale a las 17.45.", "It leaves at 18:05.", "es", "Sale a las 18.05."),
    ("It leaves at 17:45.", "ينطلق في ١٧:٤٥.", "It leaves at 18:05.", "ar", "ينطلق في ١٨:٠٥."),
    ("At 12:30 a.m.", "À 0 h 30.", "At 1:30 a.m.", "fr", "À 1 h 30."),
    ("It opens at 12:30.", "Ouvre à 12h30.", "It opens at 9:15.", "fr", "Ouvre à 9h15."),
    ("Doors open at 7:30 p.m.", "晚上7时30分开门。", "Doors open at 8:15 p.m.", "zh-Hans",
     "晚上8时15分开门。"),
    ("From 7 a.m. to 10 p.m.", "De 7 de la mañana a 10 de la noche.", "From 8 a.m. to 9 p.m.", "es",
     "De 8 de la mañana a 9 de la noche."),
    # telephone numbers, whose groups are no numbers of their own
    ("Call 0800 555 0147 now.", "Composez le 0800 555 0147.", "Call 0800 555 0199 now.", "fr",
     "Composez le 0800 555 0199."),
    ("Call 0800 555 0147 from 7 a.m.", "请于早上7时起拨打0800 555 0147。", "Call 0800 555 0199 from 7 a.m.",
     "zh-Hans", "请于早上7时起拨打0800 555 0199。"),
    ("Call 0800 555 014.", "Звоните по телефону 0800 555 014.", "Call 0800 555 019.", "ru",
     "Звоните по телефону 0800 555 019."),
    ("Call 0800 555 0147.", "اتصل على الرقم ٠٨٠٠ ٥٥٥ ٠١٤٧.", "Call 0800 555 0199.", "ar",
     "اتصل على الرقم ٠٨٠٠ ٥٥٥ ٠١٩٩."),
    ("Call 0800 555 0147.", "Llame al 0800 555 0147.", "Call 0800 555 0199.", "es",
     "Llame al 0800 555 0199."),
    ("Call 0800 555 0147.", "Звоните 8 (0800) 555-01-47.", "Call 0800 555 0199.", "ru",
     "Звоните 8 (0800) 555-01-99."),
    ("Call 0800 555 0147.", "Composez le 0800 55 50 147.", "Call 0800 444 0199.", "fr",
     "Composez le 0800 44 40 199."),
    ("Call 0800 555 0147.", "Composez le 0800 555 0147.", "Call 0900 12 34 56.", "fr",
     "Composez le 0900 12 34 56."),
    ("Call +44 20 5550 0119.", "请致电+44 20 5550 0119。", "Call +44 20 5550 0123.", "zh-Hans",
     "请致电+44 20 5550 0123。"),
    ("Call (555) 123-4567.", "Appelez le (555) 123-4567.", "Call (555) 123-4599.", "fr",
     "Appelez le (555) 123-4599."),
    # fractions and percentages ask for one form, prices and versions for none
    ("Coverage is 84.6%.", "Охват составляет 84,6 %.", "Coverage is 85.2%.", "ru",
     "Охват составляет 85,2 %."),
    ("It rose by 3.5 points.", "Он вырос на 3,5 пункта.", "It rose by 4.1 points.", "ru",
     "Он вырос на 4,1 пункта."),
    ("It costs €1.", "Il coûte 1 €.", "It costs €5.", "fr", "Il coûte 5 €."),
    ("Get 3.4.1 now.", "Загрузите 3.4.1.", "Get 3.4.2 now.", "ru", "Загрузите 3.4.2."),
    ("It costs $900.", "Cela coûte 900 dollars.", "It costs $1,200.", "fr",
     "Cela coûte 1\u202f200 dollars."),
    ("They gave £3 million.", "他们捐了300万英镑。", "They gave £4.5 million.", "zh-Hans",
     "他们捐了450万英镑。"),
    ("28,000 files.", "2.8万份文件。", "30,000 files.", "zh-Hans", "3万份文件。"),
    # years and ordinals ask for no plural, a Russian genitive for one
    ("He came in 2021.", "Он приехал в 2021 году.", "He came in 2022.", "ru", "Он приехал в 2022 году."),
    ("From 2011 to 2021 it grew.", "С 2011 по 2021 год он рос.", "From 2012 to 2022 it grew.", "ru",
     "С 2012 по 2022 год он рос."),
    ("On the 3rd floor.", "Au 3e étage.", "On the 5th floor.", "fr", "Au 5e étage."),
    ("Within 72 hours.", "В течение 72 часов.", "Within 48 hours.", "ru", "В течение 48 часов."),
    # only the way of writing changed
    ("Stay four days.", "Restez quatre jours.", "Stay 4 days.", "fr", "Restez quatre jours."),
    ("Open at 7 a.m. daily.", "每天早7时开放。", "Open at 7:00 am daily.", "zh-Hans", "每天早7时开放。"),
    # numbers in words, where nothing bends for them
    ("Stay for four days.", "Quédese cuatro días.", "Stay for five days.", "es", "Quédese cinco días."),
    ("Stay for four days.", "请停留四天。", "Stay for five days.", "zh-Hans", "请停留五天。"),
    ("Four people died.", "Quatre personnes sont mortes.", "Five people died.", "fr",
     "Cinq personnes sont mortes."),
    ("For four days.", "Pendant 4 jours.", "For five days.", "fr", "Pendant 5 jours."),
    ("10 boats came.", "Dix bateaux.", "11 boats came.", "fr", "Onze bateaux."),
    ("In twelve months.", "En douze mois.", "In eighteen months.", "fr", "En dix-huit mois."),
    ("Two doses.", "两剂。", "Three doses.", "zh-Hans", "三剂。"),
    ("Three doses.", "三剂。", "Two doses.", "zh-Hans", "两剂。"),
    ("Six weeks later.", "Через шесть недель.", "Eight weeks later.", "ru", "Через восемь недель."),
    ("Four days.", "В течение четырёх дней.", "Five days.", "ru", "В течение пяти дней."),
    ("Three days.", "Три дня.", "Four days.", "ru", "Четыре дня."),
    ("Four days.", "أربعة أيام.", "Five days.", "ar", "خمسة أيام."),
    ("Six years ago.", "قبل ست سنوات.", "Nine years ago.", "ar", "قبل تسع سنوات."),
    ("The fourth of four.", "Le quatrième des quatre.", "The fourth of six.", "fr", "Le quatrième des six."),
    # addresses
    ("See https://a.example/x now.", "Voir https://a.example/x maintenant.",
     "See https://b.example/y now.", "fr", "Voir https://b.example/y maintenant."),
    ("See [the form](form-1.md).", "Voir [le formulaire](form-1.md).", "See [the form](form-2.md).",
     "fr", "Voir [le formulaire](form-2.md)."),
    ("Write to a@example.org.", "Écrivez à a@example.org.", "Write to b@example.org.", "fr",
     "Écrivez à b@example.org."),
    # white space and quotation marks
    ('He said "go".', "Il a dit « va ».", "He said “go”.", "fr", "Il a dit « va »."),
    ("Two  blanks.", "Deux blancs.", "Two blanks.", "fr", "Deux blancs."),
]  # fmt: skip

REFUSED = [
    ("It opens at 4 p.m.", "Il ouvre à 16 h.", "It opens at 3:30 p.m.", "fr"),
    ("It opens at 4 p.m.", "下午4时开放。", "It opens at 10 a.m.", "zh-Hans"),
    (
        "Send 1 copy by 1 March.",
        "Envoyez 1 copie avant le 1er mars.",
        "Send 2 copy by 2 March.",
        "fr",
    ),
    ("It is safe.", "C’est sûr.", "It is not safe.", "fr"),
    ("It is safe.", "C’est sûr.", "It is unsafe.", "fr"),
    ("21 files.", "21 файл.", "22 files.", "ru"),
    ("Rooms 2 and 2.", "Salles 2 et 2.", "Rooms 2 and 3.", "fr"),
    ("10 of 10.", "10 sur dix.", "20 of 20.", "fr"),
    ("You may go on 5 May.", "Vous pouvez partir le 5.", "You may go on 5 June.", "fr"),
    ("1 boat.", "1 bateau.", "2 boats.", "fr"),
    ("Stay for four days.", "Оставайтесь четыре дня.", "Stay for five days.", "ru"),
    ("Stay for four days.", "Restez quatre des quatre jours.", "Stay for five days.", "fr"),
    ("Stay for four days.", "请停留十四天。", "Stay for five days.", "zh-Hans"),
    ("You may go.", "Vous pouvez partir.", "You march go.", "fr"),
    ("Four patients.", "Приняли четырёх человек.", "Five patients.", "ru"),  # пять человек
    ("Five days.", "Двадцать пять дней.", "Six days.", "ru"),
    ("Twenty days.", "Двадцать пять дней.", "Thirty days.", "ru"),
    ("Four people.", "أربعة عشر شخصا.", "Five people.", "ar"),
    ("Five people.", "خمسة وعشرون شخصا.", "Six people.", "ar"),
    ("Two days.", "يومان.", "Three days.", "ar"),
    ("Ten boats.", "船十分大。", "Eight boats.", "zh-Hans"),  # 十分 is "very"
    ("Four boats from here.", "来自四川的船。", "Five boats from here.", "zh-Hans"),
    ("Three of us.", "我们周三来。", "Five of us.", "zh-Hans"),  # 周三 is Wednesday
    ("Seven or eight.", "Siete u ocho.", "Seven or nine.", "es"),  # siete o nueve
    ("At 10 p.m.", "A las 10 de la noche.", "At 3 p.m.", "es"),  # 3 de la noche is 3 a.m.
    ("Open on Tuesday.", "Abre los martes.", "Open on Saturday.", "es"),  # los sábados
    ("On Tuesday.", "В следующий вторник.", "On Wednesday.", "ru"),  # в следующую среду
    ("It opens in May.", "La maison ouvre.", "It opens in June.", "fr"),
    ("The 3rd floor.", "3.er piso.", "The 5th floor.", "es"),  # 5.º
    ("About 21% agree.", "Около 21 процента.", "About 22% agree.", "ru"),
    ("Call 0800 555 0147.", "Composez le 08 00 555.", "Call 0800 555 0199.", "fr"),
]


@pytest.mark.parametrize(("old", "words", "new", "locale", "wanted"), CARRIED)
def test_carried(old, words, new, locale, wanted):
    assert carried(old, words, new, "en", locale) == wanted


@pytest.mark.parametrize(("old", "words", "new", "locale"), REFUSED)
def test_refused(old, words, new, locale):
    assert carried(old, words, new, "en", locale) is None


NEGATIONS = ["not", "no", "never", "hardly", "n't", "without", "un"]


@given(
    st.lists(st.sampled_from(["tide", "is", "low", "safe", "10", "boats", ","]), min_size=2),
    st.integers(0, 9),
    st.sampled_from(NEGATIONS),
)
def test_a_negation_never_carries(words, at, negation):
    old = " ".join(words)
    new = " ".join([*words[: at % len(words)], negation, *words[at % len(words) :]])
    assert carried(old, "Les mots 10.", new, "en", "fr") is None


def test_in_a_catalog_the_words_stay_and_the_proposal_stands_beside_them():
    data = run(None, messages("It was 28,000 in 2023.", "End."))
    data = edit(data, "It was 28,000 in 2023.", "C’était 28 000 en 2023.", flag=False)
    data = run(data, messages("It was 28,000 in 2023.", "End."))
    article = messages("It was 30,500 in 2024.", "End.")
    after = run(data, article)
    entry = read(after).entry("It was 30,500 in 2024.")
    assert entry.state == "changed"
    assert entry.msgstr == "C’était 28 000 en 2023."
    assert entry.draft == "C’était 30 500 en 2024."
    assert entry.provenance.engine == "carried"
    assert run(after, article) == after


OPENS = "The bank opens on 9 November 2026."
OPENS_LATER = "The bank opens on 16 November 2026."
LATER_WORDS = "La banque ouvre le 16 novembre 2026."


def carried_proposal():
    data = edit(
        run(None, messages(OPENS)), OPENS, "La banque ouvre le 9 novembre 2026.", flag=False
    )
    return run(run(data, messages(OPENS)), messages(OPENS_LATER))


def test_the_persons_own_sentence_is_proposed_again_after_msgmerge(tmp_path):
    msgmerge = need("gettext", "msgmerge")
    (tmp_path / "tide.po").write_bytes(carried_proposal())
    pot = template(messages(OPENS_LATER), article_id="tide", today=NOW).dump()
    (tmp_path / "tide.pot").write_bytes(pot)
    subprocess.run(
        [msgmerge, "--previous", "-U", "tide.po", "tide.pot"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    data = (tmp_path / "tide.po").read_bytes()
    assert b"#. draft:" not in data
    entry = read(run(data, messages(OPENS_LATER))).entries[0]
    assert (entry.state.value, entry.draft) == ("changed", LATER_WORDS)


def test_the_persons_own_sentence_is_proposed_again_when_drafts_are_redrawn():
    data = carried_proposal()
    assert run(data, messages(OPENS_LATER), redraw=True) == data


def test_other_terms_ask_for_a_new_proposal():
    wanted = (message(OPENS_LATER, concepts="77d0a1b2"),)
    entry = read(run(carried_proposal(), wanted)).entries[0]
    assert entry.draft == draft_of(OPENS_LATER)
